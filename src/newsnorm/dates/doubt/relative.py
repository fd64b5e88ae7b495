"""Ask whether "the past year", "two weeks earlier" or "the day" is counted from another day, or is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsnorm.dates import direction, tense
from newsnorm.dates.doubt import named, other_times
from newsnorm.dates.doubt.words import around, around_patterns, doubt_words, word_after

__all__ = ["is_any_unit", "is_loosely_counted", "is_of_another"]


@dataclass(frozen=True, slots=True)
class _Patterns:
    span: re.Pattern[str]  # "past year"
    owner: re.Pattern[str]
    week_before: tuple[str, ...]
    of_another: re.Pattern[str]  # "of the month", "as the vote"
    when: tuple[str, ...]
    last_one: tuple[str, ...]
    dated_after: re.Pattern[str]  # a month or year that is told right after a length of time, of the same event
    than: tuple[str, ...]  # what a time is compared with that is so much earlier or later
    round_years: re.Pattern[str]  # so many hundred of them ago
    day_of: re.Pattern[str]
    on: re.Pattern[str]


def is_of_another(text: str, start: int, end: int) -> bool:
    """Tell whether a span up to now is meant, or the last or same one of something else.

    "The past year" is not the calendar year before, "the last Friday of the month" not a week ago, "his last year" is
    the end of something.
    """
    patterns = _patterns()
    if named.is_games(text, start, end) or named.is_march_for(text, start, end):
        return True
    if patterns.span.search(text, start, end) or patterns.owner.search(text, max(0, start - 6), start):
        return True
    if other_times.is_of_speech(text, start, end):
        return True
    if text.endswith(patterns.week_before, 0, start) or other_times.is_in_year_after(text, end):
        return True  # "a week last Tuesday", "this weekend last year"
    if not patterns.of_another.match(text, end):
        return False
    words = text[start:end].lower()
    if words.startswith("that ") or text.endswith("that ", 0, start):
        return text.startswith(patterns.when, end)  # "that Saturday when the dam broke"
    return "same " in words or words.startswith(patterns.last_one)


def is_loosely_counted(text: str, start: int, end: int) -> bool:
    """Tell whether years are counted in hundreds, and so not meant to the year, or a time is compared with another.

    "Easter falls two weeks earlier this year" names no week.
    """
    patterns = _patterns()
    if patterns.dated_after.match(text, end):
        return True  # "ten years ago, in May 2014"
    if text.startswith(patterns.than, end) and not text.endswith("ago", start, end):
        return True
    return patterns.round_years.fullmatch(text, start, end) is not None


def is_any_unit(text: str, start: int, end: int) -> bool:
    """Tell whether "the day" is none that was named ("best of the day") or "the weekend" any ("run on the weekend")."""
    if text.endswith("day", start, end):
        return not _patterns().day_of.search(text, max(0, start - 16), end)
    if not text.endswith("weekend", start, end):
        return False
    if word_after(text, end) in doubt_words("weekend_after"):
        return True
    if not _patterns().on.search(text, max(0, start - 4), start):
        return False
    return not (tense.past_before(text, start, end) or direction.ahead_of(text, start, end))


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, words = around(lang), around_patterns(lang)
    return _Patterns(
        span=re.compile(rf"\bpast\s{{1,2}}(?:\w+\s{{1,2}})?(?:{words['spans']})$", re.IGNORECASE),
        owner=re.compile(rf"(?:['’]s|\b(?:{words['owners']}))\s$", re.IGNORECASE),
        week_before=tuple(f"{word} " for word in table["weeks"]),
        of_another=re.compile(rf"\s(?:(?:{words['ties']})\b|(?:{words['before_units']})\s(?:{words['units']})\b)"),
        when=tuple(table["when"]),
        last_one=tuple(table["last_one"]),
        dated_after=re.compile(
            rf",?\s(?:{words['of_year']}|{words['on_a_day']})\s(?:(?:{words['parts']})\s)?"
            r"(?:[A-Z][a-z]{2,8}\.?\s(?:\d\d?,\s)?)?(?:1\d|20)\d\d(?!\d)"
        ),
        than=tuple(f" {words}" for words in table["than"]),
        round_years=re.compile(words["round_years"]),
        day_of=re.compile(rf"(?:{words['earlier']})\sin\sthe\sday$"),
        on=re.compile(rf"\b(?:{words['on']})\s$"),
    )
