"""Find the year of a month-day from what else the text says of it: its weekday, or the month's year named before."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Final

from newsnorm.dates.calendars import day_of
from newsnorm.dates.cues import last_of
from newsnorm.dates.memory import Memory, Said
from newsnorm.rules import data_tables

__all__ = ["by_weekday", "month_named", "named_before", "named_by_another"]

_WIDTH: Final = 3000  # how far back a year is looked for, which keeps the work linear
_NEAR: Final = 30  # days from publication within which nobody needs to give the year
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_LENGTH: Final = 7  # characters of a year and what may stand between it and its month
_WORD: Final = re.compile(r"[A-Za-z]+")


def by_weekday(day: date, published: date, words: str, lang: str = "en") -> date | None:
    """Return the day in the year in which it has the weekday that its words name, or None if there is none near by.

    A weekday that does not fit a day close to publication is rather a slip than another year.

    >>> by_weekday(date(2020, 1, 11), date(2019, 11, 20), "Friday, January 11")
    datetime.date(2019, 1, 11)
    >>> by_weekday(date(2022, 2, 14), date(2022, 2, 15), "Tuesday, Feb. 14")
    """
    names = _names("weekdays", lang)
    weekday = next((names[word.capitalize()] for word in _WORD.findall(words) if word.capitalize() in names), None)
    if weekday is None or day.isoweekday() == weekday:
        return day
    if abs((day - published).days) <= _NEAR:
        return None
    for year in (published.year, published.year - 1, published.year + 1):
        found = day_of(year, day.month, day.day)
        if found is not None and found.isoweekday() == weekday and abs((found - published).days) <= 366:
            return found
    return None


def named_by_another(memory: Memory, step: int) -> Said | None:
    """Return the first day of a year that is named by another, so many years after that: "that year" is the same.

    The other is the last that the text states; the year of a day of this year, say, is hardly meant.

    >>> from newsnorm.dates.memory import Value
    >>> named_by_another(Memory("", None, None, stated_year=Value("1998", 18, True)), 1)
    Said(day=datetime.date(1999, 1, 1), start=18, certain=True)
    """
    said = memory.told_year
    first = said and day_of(said.day.year + step, 1, 1)
    return Said(first, said.start, said.certain and memory.stated_year is not None) if said and first else None


def named_before(text: str, start: int, month: int, lang: str = "en") -> Said | None:
    """Return the last year, by its first day, that the text has named with a month before a place.

    >>> named_before("After the July 2021 riots, on July 8, he left.", 30, 7)
    Said(day=datetime.date(2021, 7, 1), start=10, certain=True)
    """
    low, (pattern, begins) = max(0, start - _WIDTH), _month_pattern(month, lang)
    named = text.find(begins, low, start)
    if named < 0:
        return None
    low = max(low, named - _YEAR_LENGTH)
    # Of a list of days there may be hundreds without a year.
    last = last_of(pattern, text, low, start) if _YEAR.search(text, low, start) else None
    if last is None:
        return None
    return Said(date(int(last["after"] or last["before"]), month, 1), last.start("name" if last["after"] else "named"))


def month_named(word: str, lang: str = "en") -> int | None:
    """Return the number of the month that a word names.

    >>> month_named("Sept"), month_named("yesterday")
    (9, None)
    """
    return _names("months", lang).get(word)


@cache
def _month_pattern(month: int, lang: str) -> tuple[re.Pattern[str], str]:
    """Return the pattern of a month with the year after or before it, and what all its names begin with."""
    names = [name for name, number in _names("months", lang).items() if number == month]
    name = rf"(?:{'|'.join(names)})\b"
    year, gap = _YEAR.pattern, r"\.?(?:\s{1,2}\d{1,2})?,?\s{1,2}"
    common = takewhile(lambda pair: pair[0] == pair[1], zip(min(names), max(names), strict=False))
    # The year after the month, or else the one before it.
    after, before = rf"(?P<name>{name}){gap}(?P<after>{year})\b", rf"\b(?P<before>{year}),?\s{{1,2}}(?P<named>{name})"
    pattern = rf"{after}|{before}(?!{gap}{year}\b)"
    return re.compile(pattern), "".join(letter for letter, _ in common)


@cache
def _names(table: str, lang: str) -> dict[str, int]:
    rows: dict[str, int] = data_tables(f"{lang}/dates.toml")[table]
    return rows
