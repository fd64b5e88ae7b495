"""Tell where "the end of the year" is surely that of the year of publication: of what is planned up to then.

So is "the start of the year" of what has gone on since, so are those of a month or week, and "later in the week" of
what is planned. A sentence that names another year tells of the end of that one.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from newsnorm.dates import clauses, direction, tense
from newsnorm.dates.calendars import unit_value
from newsnorm.dates.history import is_all_history, is_testimony
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Memory
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import words_of
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["is_of_publication"]

_NEAR: Final = 400  # characters from another date to an edge that may be of its year
_FIRST_DAYS: Final = {"Y": 14, "M": 7}  # in which the end, or the start, of the one before may be meant
_LAST_DAYS: Final = {"Y": 18, "M": 24}  # of the last month, after which hardly anything is said to come later in it
_DECEMBER: Final = 12
_MIDWEEK: Final = 3
_BEFORE: Final = 12  # characters before an edge in which its preposition stands
_AGO: Final = 2  # years before, of which what "will" be is no plan
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def is_of_publication(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether the start or end of a year, month or week is that of the one in which the text was published."""
    text, start, end, words = memory.text, expression.start, expression.end, _words()
    if words.inner.match(text, start, end):
        return _is_inside(expression, memory, published)
    # "The year", "in the week"; a week has no end to come on its last days.
    if not words.edge.match(text, start, end) or _is_early(expression.meaning.unit, published):
        return False
    cue = direction.ahead_of(text, start, end)
    will = cue in words_of("clauses", "shall") and not memory.quoted
    if _is_of_another(expression, memory, published, will=will):
        return False
    if words.from_start.search(text, max(0, start - _BEFORE), end):
        return cue is None
    if cue is None or not words.up_to_end.search(text, max(0, start - _BEFORE), end):
        return False
    return not direction.is_undone(text, end) and not _may_have_been(cue, expression, memory)


def _may_have_been(cue: str, expression: Expression, memory: Memory) -> bool:
    """Tell whether what was to be up to an edge may be over: "they waited until the end of the month"."""
    text, start, end = memory.text, expression.start, expression.end
    if cue in words_of("clauses", "until"):
        return direction.has_ended(text, start, end)
    if cue not in words_of("clauses", "weak"):
        return False
    return is_testimony(memory) or not tense.says(_sentence(text, start, end))


def _is_inside(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether "later in the week" is of what is planned for that of publication, or "earlier" of what has been."""
    text, start, end, unit = memory.text, expression.start, expression.end, expression.meaning.unit
    if memory.quoted or _is_of_another(expression, memory, published, will=False):
        return False
    cue = direction.ahead_of(text, start, end)
    if _words().earlier in text[start:end]:
        begun = published.isoweekday() >= _MIDWEEK if unit == "W" else not _is_early(unit, published)
        return begun and cue is None and tense.is_told(text, start, end)
    if unit == "W":
        return cue is not None and published.isoweekday() <= _MIDWEEK
    return cue is not None and not _is_late(unit, published)


def _is_early(unit: str, published: date) -> bool:
    """Tell whether one has just begun, so that the one before may be meant; of a week also whether it is over."""
    if unit == "W":
        return published.isoweekday() in (1, 6, 7)
    return published.day <= _FIRST_DAYS[unit] and (unit == "M" or published.month == 1)


def _is_late(unit: str, published: date) -> bool:
    return published.day > _LAST_DAYS[unit] and (unit == "M" or published.month == _DECEMBER)


def _is_of_another(expression: Expression, memory: Memory, published: date, *, will: bool) -> bool:
    """Tell whether another year, month or week was named last, or the sentence names another year.

    A company's own year is another one, too. What "will" be is of none long before: "the chain, founded in 1990, will
    close by the end of the year".
    """
    text, start, unit, last = memory.text, expression.start, expression.meaning.unit, memory.latest_year
    years = [int(year) for year in _YEAR.findall(_sentence(text, start, expression.end))]
    oldest = published.year - _AGO if will else 0
    if is_all_history(memory) or any(oldest < year != published.year for year in years):
        return True
    if unit == "Y" and _has_own_year(memory):
        return True
    if last is None or start - last.start > _NEAR or int(last.value[:4]) <= oldest:
        return False
    return not _holds(unit, published, last.value)


def _has_own_year(memory: Memory) -> bool:
    """Tell whether a text speaks of a year of a company's or school's own; it is looked through once."""
    if memory.own_year is None:
        memory.own_year = has_any(memory.text, _words().fiscal)
    return memory.own_year


def _holds(unit: str, published: date, value: str) -> bool:
    """Tell whether the year, month or week of publication holds a date, or is held by it.

    >>> _holds("Y", date(2024, 3, 5), "2024-02"), _holds("M", date(2024, 3, 5), "2024-02")
    (True, False)
    >>> _holds("M", date(2024, 3, 5), "2024"), _holds("W", date(2024, 3, 5), "2024-03-04T12:00")
    (True, True)
    """
    now = unit_value(published, unit)
    if unit == "W" and value[8:10].isdecimal():
        return unit_value(date.fromisoformat(value[:10]), unit) == now
    return value.startswith(now) or now.startswith(value)


def _sentence(text: str, start: int, end: int) -> str:
    before = clauses.clause_before(text, start, clauses.FARTHEST)
    return f"{before}-{clauses.clause_after(text, end, clauses.FARTHEST)}"


class _Words(NamedTuple):
    """Hold the patterns of an edge and of what stands before it."""

    edge: re.Pattern[str]
    from_start: re.Pattern[str]
    up_to_end: re.Pattern[str]
    inner: re.Pattern[str]  # "later in the week"
    earlier: str  # a part of the same of what has been
    fiscal: tuple[str, ...]  # parts of what tells of a year of a company's own


@cache
def _words(lang: str = "en") -> _Words:
    table = data_tables(f"{lang}/dates.toml")["edges"]
    one = alternatives(table)
    return _Words(
        edge=re.compile(rf"the\s(?:{one['starts']}|{one['ends']})\b"),
        from_start=re.compile(rf"\b(?:{one['since']})\sthe\s(?:{one['starts']})\b"),
        up_to_end=re.compile(rf"\b(?:{one['by']})\sthe\s(?:{one['ends']})\b"),
        inner=re.compile(rf"(?:{one['way']})\sin\sthe\b"),
        earlier=str(table["earlier"]),
        fiscal=tuple(table["fiscal"]),
    )
