"""Ask whether a weekday, month or season is part of a name: "Sheffield Wednesday", "the March for Bread"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsnorm.dates.doubt.words import around, around_patterns, word_before

__all__ = [
    "is_club",
    "is_followed_by_name",
    "is_games",
    "is_heading",
    "is_march",
    "is_march_for",
    "is_paper",
]

_NAMED_LINE: Final = re.compile(r" [A-Z][a-z]+[ .:!?]{0,2}(?:[\r\n]|$)")
_CAPITAL: Final = re.compile(r"\s[A-Z]")


@dataclass(frozen=True, slots=True)
class _Patterns:
    named: re.Pattern[str]  # what a name goes on with: "the October Revolution", "the Thursday Club"
    papers: tuple[str, ...]  # names that end with a weekday: "The Mail on Sunday",
    clubs: Mapping[str, str]  # the same by that weekday, which may stand for them, but not after
    before_no_club: frozenset[str]
    marches: tuple[str, ...]  # names that end with a month: "the Women's March"
    march_for: re.Pattern[str]  # what makes a march of a month, after it, and one of these before it
    march: tuple[str, ...]
    before_march: tuple[str, ...]
    seasons: tuple[str, ...]  # seasons with a capital


def is_followed_by_name(text: str, end: int) -> bool:
    """Tell whether a month, day or weekday opens a name: "the October Revolution", "the Thursday Club"."""
    return _patterns().named.match(text, end) is not None


def is_paper(text: str, end: int) -> bool:
    """Tell whether a name ends with a weekday: "The Mail on Sunday"."""
    return text.endswith(_patterns().papers, 0, end)


def is_club(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday may be the short name of a club: "Sheffield Wednesday lost. Wednesday had led"."""
    patterns = _patterns()
    club = patterns.clubs.get(text[start:end])
    if club is None or word_before(text, start) in patterns.before_no_club:  # nearly all
        return False
    return _has_name(text, club)


@lru_cache(maxsize=4)  # a text about a club names its day again and again
def _has_name(text: str, name: str) -> bool:
    return name in text


def is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday and a word with a capital are a line by themselves: "Friday Faceoff"."""
    return _NAMED_LINE.match(text, end) is not None and text[start - 1 : start] in ("", "\n")


def is_march(text: str, start: int, end: int) -> bool:
    """Tell whether a month is the name of a march: "the Women's March", "the March for Bread"."""
    patterns = _patterns()
    if text.endswith(patterns.marches, 0, end):
        return True
    if not text.startswith(patterns.march, start) or not patterns.march_for.match(text, end):  # nearly all
        return False
    return text.endswith(patterns.before_march, 0, start)


def is_march_for(text: str, start: int, end: int) -> bool:
    """Tell whether what ends with a month is a march for something: "this year's March for Bread"."""
    patterns = _patterns()
    return text.endswith(patterns.march, start, end) and patterns.march_for.match(text, end) is not None


def is_games(text: str, start: int, end: int) -> bool:
    """Tell whether a season opens a name: "the next Winter Games"."""
    return _CAPITAL.match(text, end) is not None and text.endswith(_patterns().seasons, start, end)


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, words = around(lang), around_patterns(lang)
    return _Patterns(
        named=re.compile(rf"\s(?:{words['named']})\b"),
        papers=tuple(table["papers"]),
        clubs={name.split()[-1]: name for name in table["clubs"]},
        before_no_club=frozenset(table["before_no_club"]),
        marches=tuple(table["marches"]),
        march_for=re.compile(rf"\s(?:{words['march_for']})"),
        march=tuple(table["march"]),
        before_march=tuple(table["before_march"]),
        seasons=tuple(table["seasons"]),
    )
