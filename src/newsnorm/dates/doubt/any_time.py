"""Ask whether a day or month is any such: of a habit, of what is so each week or year, of hours, of a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates import clauses, direction, tense
from newsnorm.dates.doubt.words import DASHES, around, around_patterns, is_last
from newsnorm.signs import has_any

__all__ = ["end_of_range", "is_habit", "is_of_any_year", "is_of_each", "is_of_hours", "is_range", "is_recurring"]

_HABIT: Final = 90  # characters before a date in which what tells of habits stands
_HOUR: Final = re.compile(r"\d\s?[ap]\.?m\.?,?\s$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    will: tuple[str, ...]
    signs: tuple[str, ...]  # parts of the habits, found faster
    habit: re.Pattern[str]
    habitual: re.Pattern[str]  # what is done by habit, up to its date
    recurring_signs: tuple[str, ...]
    recurring: re.Pattern[str]
    not_recurring: tuple[str, ...]
    any_year: re.Pattern[str]
    hours: re.Pattern[str]  # hours of opening, up to a day of them
    range_starts: tuple[str, ...]  # the signs of a range, found faster
    range_ends: tuple[str, ...]
    through: re.Pattern[str]  # what makes a range, after its start
    through_before: re.Pattern[str]  # the start of a range, its group, and what makes it one


def is_habit(text: str, start: int, end: int) -> bool:
    """Tell whether the clause speaks of what is so at any time."""
    patterns, low, high = _patterns(), max(0, start - 60), end + 30
    if not has_any(text[low:high], patterns.signs):
        return False
    before = clauses.clause_before(text, start, 60)
    if patterns.habitual.search(before):
        return True  # "the decision, usually made in April, is his"
    clause = before + " - " + clauses.clause_after(text, end, 30)
    return patterns.habit.search(clause) is not None and _is_of_any(text, start, end)


def is_recurring(text: str, start: int) -> bool:
    """Tell whether the clause before a date speaks of what is so every year, month or week."""
    patterns, low = _patterns(), max(0, start - _HABIT)
    if not has_any(text[low:start], patterns.recurring_signs) or text.endswith(patterns.not_recurring, 0, start):
        return False
    return is_last(patterns.recurring.search(clauses.clause_before(text, start, _HABIT)))


def is_of_each(text: str, start: int, end: int) -> bool:
    """Tell whether a day or month may be that of each week or year: "Each week the club meets on Tuesday"."""
    return is_recurring(text, start) and _is_of_any(text, start, end)


def is_of_any_year(text: str, end: int) -> bool:
    """Tell whether a day is said to be of no year: "by May 1 of each year"."""
    return _patterns().any_year.match(text, end) is not None


def is_of_hours(text: str, start: int) -> bool:
    """Tell whether a day stands in hours of opening, without a verb: "(closed Monday)"."""
    return _patterns().hours.fullmatch(clauses.clause_before(text, start, 90)) is not None


def is_range(text: str, start: int, end: int, names: re.Pattern[str]) -> bool:
    """Tell whether a weekday or month is one end of a range of any week or year: "open Monday through Friday"."""
    patterns, other, after = _patterns(), None, end_of_range(text, end)
    if after is not None:
        other = names.match(text, after)
        end = other.end() if other else end
    if other is None and text.endswith(patterns.range_ends, 0, start):
        before = patterns.through_before.search(text, max(0, start - 20), start)
        other = names.match(before[1]) if before else None
        start = before.start() if before else start
    if other is None:
        return False
    # Hours right before the days are those of each week: "will be open 9am-5pm Monday to Friday".
    return _is_of_any(text, start, end) or _HOUR.search(text, max(0, start - 6), start) is not None


def end_of_range(text: str, end: int) -> int | None:
    """Return where the other end of a range would start, after what makes one: "Monday to Friday", "May-July"."""
    patterns = _patterns()
    if not text.startswith(patterns.range_starts, end):  # nearly all
        return None
    through = patterns.through.match(text, end)
    return through.end() if through else None


def _is_of_any(text: str, start: int, end: int) -> bool:
    """Tell whether nothing is told of a day or month, nor will be, so that any such may be meant."""
    cue = direction.ahead_of(text, start, end) or ""
    return not (cue.endswith(_patterns().will) or tense.past_before(text, start, end))


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, words = around(lang), around_patterns(lang)
    through = rf"\s?(?:{words['ranging']}|[{DASHES}])\s?"
    return _Patterns(
        will=tuple(table["will"]),
        signs=tuple(table["signs"]),
        habit=re.compile(rf"\b(?:{words['habits']})\b"),
        habitual=re.compile(rf"\b(?:{words['habitual']})\s(?:in\s[A-Z]\w+\s)?(?:in|on)\s$"),
        recurring_signs=tuple(table["recurring_signs"]),
        recurring=re.compile(rf"\b(?:{words['recurring']})\b(?!['’])"),
        not_recurring=tuple(table["not_recurring"]),
        any_year=re.compile(rf",?\s(?:of\s|in\s)?(?:{words['any']})\s(?:[a-z]{{3,10}}\s)?year\b"),
        hours=re.compile(
            rf"(?:\W*|.*\()(?:{words['hours']})\s(?:on\s)?(?:[A-Z][a-z]+(?:\sDay|\sEve)?,?\s(?:and\s)?(?:on\s)?){{0,3}}"
        ),
        range_starts=(*DASHES, *(f" {sign} " for sign in (*table["ranging"], *DASHES))),
        range_ends=(*DASHES, *(f"{sign} " for sign in (*table["ranging"], *DASHES))),
        through=re.compile(rf"{through}(?=[A-Z])"),
        through_before=re.compile(rf"\b([A-Z][a-z]{{2,8}})\.?{through}$"),
    )
