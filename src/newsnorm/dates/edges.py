"""Tell where "the end of the year" is surely that of the year of publication: of what is planned up to then.

So is "the start of the year" of what has gone on since, and so are those of a month or week. A sentence that names
another year tells of the end of that one.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from newsnorm.dates import direction
from newsnorm.dates.calendars import unit_value
from newsnorm.dates.history import is_all_history
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Memory
from newsnorm.dates.vocabulary import words_of
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["is_of_publication"]

_NEAR: Final = 400  # characters from another date to an edge that may be of its year
_FIRST_DAYS: Final = {"Y": 14, "M": 7}  # in which the end, or the start, of the one before may be meant
_BEFORE: Final = 12  # characters before an edge in which its preposition stands
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def is_of_publication(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether the start or end of a year, month or week is that of the one in which the text was published."""
    text, start, end, words = memory.text, expression.start, expression.end, _words()
    if not words.edge.match(text, start, end):  # "the year", "earlier in the week"
        return False
    if _is_early(expression.meaning.unit, published) or _is_of_another(expression, memory, published):
        return False
    if words.from_start.search(text, max(0, start - _BEFORE), end):
        return direction.ahead_of(text, start, end) is None
    if not words.up_to_end.search(text, max(0, start - _BEFORE), end):
        return False
    cue = direction.ahead_of(text, start, end)
    if cue is None or direction.is_undone(text, end):
        return False
    if cue in words_of("clauses", "until"):
        return not direction.has_ended(text, start, end)
    return cue not in words_of("clauses", "weak") or direction.says(_sentence(text, start, end))


def _is_early(unit: str, published: date) -> bool:
    """Tell whether one has just begun, so that the one before may be meant; of a week also whether it is over."""
    if unit == "W":
        return published.isoweekday() in (1, 6, 7)
    return published.day <= _FIRST_DAYS[unit] and (unit == "M" or published.month == 1)


def _is_of_another(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether another year, month or week was named last, or the sentence names another year.

    A company's own year is another one, too.
    """
    text, unit, last = memory.text, expression.meaning.unit, memory.latest_year
    years = _YEAR.findall(_sentence(text, expression.start, expression.end))
    if is_all_history(memory) or any(int(year) != published.year for year in years):
        return True
    if unit == "Y" and has_any(text, _words().fiscal):
        return True
    if last is None or expression.start - last.start > _NEAR:
        return False
    return not _holds(unit, published, last.value)


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
    before = direction.clause_before(text, start, direction.FARTHEST)
    return f"{before}-{direction.clause_after(text, end, direction.FARTHEST)}"


class _Words(NamedTuple):
    """Hold the patterns of an edge and of what stands before it."""

    edge: re.Pattern[str]
    from_start: re.Pattern[str]
    up_to_end: re.Pattern[str]
    fiscal: tuple[str, ...]  # parts of what tells of a year of a company's own


@cache
def _words(lang: str = "en") -> _Words:
    table: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["edges"]
    one = {name: "|".join(words) for name, words in table.items()}
    return _Words(
        edge=re.compile(rf"the\s(?:{one['starts']}|{one['ends']})\b"),
        from_start=re.compile(rf"\b(?:{one['since']})\sthe\s(?:{one['starts']})\b"),
        up_to_end=re.compile(rf"\b(?:{one['by']})\sthe\s(?:{one['ends']})\b"),
        fiscal=tuple(table["fiscal"]),
    )
