"""What all questions about a date share: the words beside it, and the table of the words that make it doubtful."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from newsnorm.dates.phrases import alternatives
from newsnorm.rules import data_tables

__all__ = [
    "DASHES",
    "NOUN_AFTER",
    "POSSESSIVE",
    "YEAR_AFTER",
    "YEAR_BEFORE",
    "around",
    "around_patterns",
    "doubt_words",
    "is_last",
    "word_after",
    "word_before",
]

DASHES: Final = "-–"
NOUN_AFTER: Final = re.compile(r"(?:[ \u00a0]|\r?\n)(?!\w{1,20}ly\b)[a-z]")
POSSESSIVE: Final = re.compile(r"['’]s(?!\w)")
YEAR_BEFORE: Final = re.compile(r"\b(?:1\d|2[01])\d\d,?[ \u00a0]$")
YEAR_AFTER: Final = re.compile(
    r"(?:(?:,?[ \u00a0](?:and[ \u00a0])?\d\d?){1,3},?[ \u00a0]"
    r"|[ \u00a0](?:in|of)[ \u00a0](?:the[ \u00a0]year[ \u00a0])?)"
    r"(?:1\d|20)\d\d(?!\d)"
)
_WORD_BEFORE: Final = re.compile(r"([\w'’-]+)(?:[ \u00a0]{1,2}|\r?\n)$")
_WORD_AFTER: Final = re.compile(r"(?:[ \u00a0]{1,2}|\r?\n)([\w'’-]+)")


def word_before(text: str, start: int) -> str:
    """Return the word before a date in small letters, or nothing.

    >>> word_before("In a dry March", 9)
    'dry'
    """
    low = max(0, start - 24)
    before = text[low:start].split()  # the last of them is all that has to be looked through
    found = before and _WORD_BEFORE.search(text, text.rfind(before[-1], low, start), start)
    return found[1].lower() if found else ""


def word_after(text: str, end: int) -> str:
    """Return the word after a date in small letters, or nothing.

    >>> word_after("The Sunday School", 10), word_after("On Sunday.", 9)
    ('school', '')
    """
    found = _WORD_AFTER.match(text, end)
    return found[1].lower() if found else ""


def is_last(found: re.Match[str] | None) -> bool:
    """Tell whether something was found with no comma after it.

    >>> is_last(re.search("every year", "held every year in ")), is_last(re.search("every year", "every year, and in "))
    (True, False)
    """
    return found is not None and "," not in found.string[found.end() :]


@cache
def doubt_words(name: str) -> frozenset[str]:
    """Return the words of a list of ``dates-doubts.toml``.

    >>> "school" in doubt_words("weekly")
    True
    """
    return frozenset(str(data_tables("en/dates-doubts.toml")[name]).split())


@cache
def around(lang: str = "en") -> Mapping[str, list[str]]:
    """Return the lists of what may stand around a date, as they are."""
    table: Mapping[str, list[str]] = data_tables(f"{lang}/dates-doubts.toml")["around"]
    return table


@cache
def around_patterns(lang: str = "en") -> Mapping[str, str]:
    """Return for each of these lists the regular expression of any of it."""
    return alternatives(around(lang))
