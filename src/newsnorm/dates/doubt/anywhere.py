"""Ask of any date whether its place makes it none of the story: a label, a title, an example, a teaser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates.doubt.words import POSSESSIVE, around
from newsnorm.dates.vocabulary import names_in

__all__ = ["is_in_example", "is_in_teaser", "is_label", "is_quoted"]

_LINE_BEFORE: Final = re.compile(r"(?:^|[\r\n])[^\w\r\n]{0,9}$")
_LINE_AFTER: Final = re.compile(r"[^\w\r\n]{0,9}(?:[\r\n]|$)")
_MARKS: Final = {'"': '"', "“": "”", "‘": "’", "'": "'"}
_ENDS: Final = ".!?\"”'’"
_TEASER: Final = 240  # characters from a date to that of the article of which it is told
_EXAMPLE: Final = 90  # characters from the mark that opens an example to a date in it


@dataclass(frozen=True, slots=True)
class _Patterns:
    examples: tuple[str, ...]  # what makes an example of the quotation that it ends before
    teaser_date: re.Pattern[str]  # a full date in brackets


def is_label(text: str, start: int, end: int) -> bool:
    """Tell whether a date without figures is a line by itself, such as a heading or a tag."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():  # nearly all
        return False
    if not _LINE_AFTER.match(text, end) or not _LINE_BEFORE.search(text, max(0, start - 12), start):
        return False
    return not any(map(str.isdigit, text[start:end]))


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a date is a name in quotation marks: the "Today" programme."""
    return _MARKS.get(text[start - 1 : start]) == text[end : end + 1] and not POSSESSIVE.match(text, end)


def is_in_example(text: str, start: int) -> bool:
    """Tell whether a date stands in a quotation that is an example: "goals such as "cut costs this quarter""."""
    low = max(0, start - _EXAMPLE)
    opening = text.rfind('"', low, start)
    opening = text.rfind("“", low, start) if opening < 0 else opening
    if opening <= 0:  # nearly all
        return False
    return text.endswith(_patterns().examples, 0, opening)


def is_in_teaser(text: str, end: int) -> bool:
    """Tell whether a date is of another article, told in brief with its own date: "It fell today. (21.10.2015)"."""
    opening = text.find(" (", end, end + _TEASER)
    if opening < 0 or text[opening - 1] not in _ENDS:  # nearly all
        return False
    return "\n" not in text[end:opening] and _patterns().teaser_date.match(text, opening + 2) is not None


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, month = around(lang), names_in("months", lang)
    return _Patterns(
        examples=tuple(f"{sign}{word} " for word in table["examples"] for sign in " \n"),
        teaser_date=re.compile(
            rf"(?:\d{{1,2}}([./-])\d{{1,2}}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
            rf"|(?:{month}\.?\s\d{{1,2}},|\d{{1,2}}\s{month}\.?,?)\s(?:19|20)\d\d)\)"
        ),
    )
