"""Ask whether a date is told of another time than that of the article: of a speech, of last year, of long ago."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates import clauses
from newsnorm.dates.doubt.words import YEAR_AFTER, around, around_patterns, is_last
from newsnorm.dates.vocabulary import names_in
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["follows_ago", "is_in_year_after", "is_of_an_earlier_time", "is_of_last_years", "is_of_speech", "is_said_on"]

_SPEECH: Final = 260  # characters from a date in speech to the day on which it was said


@dataclass(frozen=True, slots=True)
class _Patterns:
    said_signs: tuple[str, ...]  # parts of the end of speech, found faster
    said_on: re.Pattern[str]  # the end of speech, who said it and on which day or in which year
    said_in: re.Pattern[str]  # the same with a month
    parts_of_day: tuple[str, ...]
    years_signs: tuple[str, ...]  # parts of an event of another year
    of_years: re.Pattern[str]  # an event of the year before or after, "last year's race", up to a date of it
    seasons_ago: re.Pattern[str]  # what opens one that a month or day may be of
    years_ago: re.Pattern[str]  # and one that a holiday may be of: a year, too
    ago: re.Pattern[str]
    years_last: tuple[str, ...]  # the year before, after a date


def is_of_speech(text: str, start: int, end: int) -> bool:
    """Tell whether a date leans on when something was said: ""last night," she said on Monday"."""
    patterns = _patterns()
    if _is_said(text, end, patterns.said_in):
        return True  # ""next month," he said in May"
    return text.endswith(patterns.parts_of_day, start, end) and is_said_on(text, end)


def is_said_on(text: str, end: int) -> bool:
    """Tell whether the speech of a date was said on a day or in a year that stands after it."""
    return _is_said(text, end, _patterns().said_on)


def _is_said(text: str, end: int, then: re.Pattern[str]) -> bool:
    near = text[end : end + _SPEECH]
    return has_any(near, _patterns().said_signs) and then.match(near) is not None


def is_of_last_years(text: str, start: int) -> bool:
    """Tell whether a month, day or holiday may be that of an event of another year: "last year's race in April"."""
    patterns = _patterns()
    if not has_any(text[max(0, start - clauses.FARTHEST) : start], patterns.years_signs):
        return False
    return patterns.of_years.search(clauses.clause_before(text, start, clauses.FARTHEST)) is not None


def is_of_an_earlier_time(text: str, start: int, *, of_years: bool = False) -> bool:
    """Tell whether a sentence opens with a time before this year of which the date may be: "Last winter, ...".

    A holiday may be of a year that is told so, too: "Last year, on Christmas Day".
    """
    patterns = _patterns()
    earlier = patterns.years_ago if of_years else patterns.seasons_ago
    return is_last(earlier.match(clauses.clause_before(text, start, clauses.FARTHEST)))


def follows_ago(text: str, start: int) -> bool:
    """Tell whether a date is told right after how long ago it was: "three years ago, in May"."""
    return _patterns().ago.search(text, max(0, start - 16), start) is not None


def is_in_year_after(text: str, end: int) -> bool:
    """Tell whether a year, or the last one, stands after a date: "this month in 1984", "on Thursday last year"."""
    return YEAR_AFTER.match(text, end) is not None or text.startswith(_patterns().years_last, end)


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, words = around(lang), around_patterns(lang)
    said = rf"[^\"“”\n]{{0,160}}[\"”]\s(?:[\w.'’-]+\s){{1,5}}?(?:{words['said']})\s(?:[\w.'’-]+\s){{0,5}}?"
    return _Patterns(
        said_signs=tuple(table["said_signs"]),
        said_on=re.compile(
            rf"{said}(?:(?:{words['on']})\s{names_in('weekdays', lang)}\b|(?:{words['of_year']})\s(?:1\d|20)\d\d\b)"
        ),
        said_in=re.compile(rf"{said}(?:{words['of_year']})\s(?:{names_in('months', lang)})\b"),
        parts_of_day=tuple(data_tables(f"{lang}/dates.toml")["clock"]["parts"]),
        years_signs=tuple(table["years_signs"]),
        of_years=re.compile(rf"\b(?:{words['of_years']})\b[^.;!?\n]{{1,60}}$"),
        seasons_ago=re.compile(rf"(?:{words['seasons_ago']})\b(?!['’])"),
        years_ago=re.compile(rf"(?:{words['seasons_ago']}|{words['years_ago']})\b(?!['’])"),
        ago=re.compile(rf"\sago,?\s(?:(?:{words['after_ago']})\s)?(?:the\s)?$"),
        years_last=tuple(f" {word}" for word in table["years_last"]),
    )
