"""Ask whether a holiday is that of no year or of another: "Christmas traditions", "Easter 2010"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsnorm.dates.doubt import any_time, other_times
from newsnorm.dates.doubt.words import around_patterns, doubt_words, word_after, word_before
from newsnorm.dates.vocabulary import names_in

__all__ = ["is_of_no_year"]


@dataclass(frozen=True, slots=True)
class _Patterns:
    chosen: re.Pattern[str]  # what makes it one of some year: "last Christmas"
    own_date: re.Pattern[str]  # its full date, after it
    by_holiday: re.Pattern[str]  # "the Friday before" it


def is_of_no_year(text: str, start: int, end: int) -> bool:
    """Tell whether a holiday may be meant as that of any year, or of another than its nearest."""
    patterns = _patterns()
    if other_times.is_of_last_years(text, start):
        return True
    if patterns.chosen.match(text, start, end):
        return False
    if word_after(text, end) in doubt_words("states"):
        return True
    if any_time.is_of_any_year(text, end) or patterns.own_date.match(text, end) or any_time.is_of_hours(text, start):
        return True
    if patterns.by_holiday.search(text, max(0, start - 20), start):
        return True
    if any_time.is_recurring(text, start) or other_times.is_of_an_earlier_time(text, start, of_years=True):
        return True
    before = word_before(text, start)
    return before == "of" or before not in doubt_words("prepositions")


@cache
def _patterns(lang: str = "en") -> _Patterns:
    words = around_patterns(lang)
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    month = rf"(?:{number}\s)?{names_in('months', lang)}\.?(?:\s{number})?,?\s"
    return _Patterns(
        chosen=re.compile(rf"(?:{words['chosen']})\s", re.IGNORECASE),
        own_date=re.compile(rf",?\s\(?(?:(?:{words['of_year']})\s(?:{month})?|{month})(?:1\d|20)\d\d(?!\d)"),
        by_holiday=re.compile(rf"\b[A-Z][a-z]+days?\s(?:{words['days_before']})\s$"),
    )
