"""Find what "that Saturday", "the following spring" and "the previous May" lean on: a date that was mentioned before.

Where none was mentioned, or none that is certain, nothing settles them: the day of publication never does.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from newsnorm.dates import clauses
from newsnorm.dates.answers import HALF_A_YEAR, left_open, on_day
from newsnorm.dates.calendars import day_of, month_value, season_year, shifted, weekday_near
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory, Said
from newsnorm.dates.nominal import verb_after
from newsnorm.dates.nowadays import opens
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import words_of
from newsnorm.rules import data_tables

__all__ = [
    "beside_day",
    "is_far",
    "is_of_another_week",
    "leaning_month",
    "leaning_season",
    "leaning_weekday",
]

_FAR: Final = 400  # characters from a date to what leans on it
_BESIDE: Final = 30  # characters from a day to the weekday that is told of it
_LAST_OF_NEXT: Final = 4  # months: "the following March" after a bare year is of the next one, October of either
_FIRST_OF_LAST: Final = 9
_NEXT: Final = re.compile(r"[ \u00a0]([a-z][\w-]*)")


def leaning_weekday(expression: Expression, memory: Memory) -> Answer:
    """Answer "that Friday" with the one in the week of the day mentioned last, "the following" with the next one."""
    meaning, said = expression.meaning, memory.said_day
    weekday = meaning.weekday or 1
    if said is None:
        return left_open(meaning, f"XXXX-WXX-{weekday}")
    ahead = weekday - said.day.isoweekday()
    day = weekday_near(said.day, weekday, meaning.direction) if meaning.direction else shifted(said.day, "D", ahead)
    sure = meaning.direction is not None or _is_that(ahead, expression, memory)
    sure = sure and not (memory.is_coarser_since(said) or is_far(said, expression))
    if day is not None and memory.published is not None and said.day <= memory.published < day:
        sure = False  # something is told of a day that is still to come
    return on_day(meaning, day, said, certain=sure) or left_open(meaning, f"XXXX-WXX-{weekday}")


def _is_that(ahead: int, expression: Expression, memory: Memory) -> bool:
    """Tell whether "that Friday" is sure to be the one so many days after the day mentioned: none before it is.

    "His funeral was that Friday", said of a Friday, may be a week later.
    """
    if ahead < 0:
        return False
    return ahead > 0 or opens(memory.text, expression.start)


def beside_day(expression: Expression, memory: Memory) -> Said | None:
    """Return the day of which a weekday is told: "23 September, a Friday"."""
    last, start = memory.latest_day, expression.start
    if last is None or start - last.start > _BESIDE or not _words().a_day.search(memory.text, last.start, start):
        return None
    said = last.day()
    return said if said.day.isoweekday() == expression.meaning.weekday else None


def is_of_another_week(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday is one of a week that the text tells of, or of any: "on the Friday", "on a Friday".

    >>> is_of_another_week("She left on the Friday.", 16, 22), is_of_another_week("It is on the Friday list.", 13, 19)
    (True, False)
    """
    if not text.endswith(("the ", " a "), 0, start) or not _words().on_the.search(text, max(0, start - 14), start):
        return False
    noun = _NEXT.match(text, end)
    return noun is None or noun[1] in words_of("antecedents", "no_nouns") or verb_after(text, end) is not None


def leaning_month(expression: Expression, memory: Memory) -> Answer:
    """Answer "that May" with the one in the year mentioned last, "the previous May" with the last before that."""
    meaning = expression.meaning
    month, said = meaning.month or 1, _year_said(expression, memory)
    if said is None:
        return Answer("DATE", f"XXXX-{month:02}", certain=False)
    base, year, sure = _month_in(memory, said), said.day.year, True
    if base is not None:
        year += {-1: -(month >= base.month), 1: int(month <= base.month)}.get(meaning.direction or 0, 0)
    elif meaning.direction:
        year += meaning.direction
        sure = month <= _LAST_OF_NEXT if meaning.direction > 0 else month >= _FIRST_OF_LAST
    sure = sure and (meaning.direction is not None or not _is_long_before(month, said, memory))
    return _in_year(month_value(year, month), day_of(year, month, 1), sure, said, expression, memory)


def leaning_season(expression: Expression, memory: Memory) -> Answer:
    """Answer "that summer" with the one in the year mentioned last, "the following spring" with the next after that."""
    meaning = expression.meaning
    season, said = meaning.value, _year_said(expression, memory)
    if said is None:
        return Answer("DATE", f"XXXX-{season}", certain=False)
    base, year, sure = _month_in(memory, said), said.day.year, not meaning.rough
    if base is not None and meaning.direction:
        year = season_year(base, season, meaning.direction)
    elif season == "WI" and not meaning.direction:  # in the spring "that winter" is the one that began the year before
        year -= base is not None and base.month < 6
        sure = sure and base is not None and not 6 <= base.month < 9
    elif meaning.direction:
        year += meaning.direction - (season == "WI" and meaning.direction > 0)
        sure = season == "SP" if meaning.direction > 0 else season in ("FA", "WI")
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    sure = sure and (meaning.direction is not None or not _is_long_before(month, said, memory))
    first = day_of(year, month, 1)
    return _in_year(f"{year:04}-{season}", first, sure, said, expression, memory)


def _is_long_before(month: int, said: Said, memory: Memory) -> bool:
    """Tell whether a month would lie long before the one mentioned: after November "that January" may be the next."""
    last = memory.latest_month
    return last is not None and last.start >= said.start and int(last.value[5:7]) - month > HALF_A_YEAR


def _in_year(value: str, first: date | None, sure: bool, said: Said, expression: Expression, memory: Memory) -> Answer:
    """Answer with a month or season that leans on a year, if nothing makes that doubtful."""
    published = memory.published
    to_come = published is not None and first is not None and said.day <= published < first
    certain = sure and not to_come and not is_far(said, expression)
    return Answer("DATE", value, "mention", said.start, None, certain)


def _year_said(expression: Expression, memory: Memory) -> Said | None:
    """Return the year mentioned last, or the one that its sentence states if that of a later date is not certain."""
    last, stated = memory.latest_year, memory.stated_year
    if last is None or stated is None or last.certain or not stated.certain:
        return last and last.year()
    is_here = clauses.is_one_sentence(memory.text, stated.start, expression.start)
    return stated.year() if is_here else last.year()


def _month_in(memory: Memory, year: Said) -> date | None:
    """Return the month that was mentioned last if it lies in the year that was mentioned last."""
    month = memory.month
    return month.day if month is not None and month.certain and month.day.year == year.day.year else None


def is_far(said: Said, expression: Expression) -> bool:
    """Tell whether a date was said so long before that something else is likely to be meant, or is not certain."""
    return expression.start - said.start > _FAR or not said.certain


class _Words(NamedTuple):
    """Hold the patterns of what tells how something leans."""

    a_day: re.Pattern[str]  # between a day and its weekday
    on_the: re.Pattern[str]  # before a weekday that is no noun's: "on the Friday"


@cache
def _words(lang: str = "en") -> _Words:
    table: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["antecedents"]
    one = alternatives(table)
    return _Words(
        a_day=re.compile(rf",\s{{1,2}}(?:{one['a_day']})\s{{1,2}}$"),
        on_the=re.compile(rf"\b(?:{one['on']})\s(?:{one['the']})\s$"),
    )
