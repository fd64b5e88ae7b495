"""Read what stands beside a place in a text: what is before it, the word before, and the word after."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["APOSTROPHES", "small_word_after", "text_before", "word_after", "word_before"]

APOSTROPHES: Final = frozenset("'’")


def text_before(text: str, position: int, reach: int) -> str:
    """Return what stands before a position, as far as a reach; faster than with ``max``.

    >>> text_before("He met Haddad", 7, 4)
    'met '
    """
    return text[position - reach if position > reach else 0 : position]


def word_before(text: str, position: int) -> str:
    """Return the word that a space or a line end parts from a position, less an opening bracket; or nothing.

    >>> word_before("Omar Haddad (mayor of Brackwater) left", 19), word_before("pre-Haddad", 4)
    ('mayor', '')
    """
    if not text[position - 1 : position].isspace():
        return ""
    before = text[position - _LONGEST if position > _LONGEST else 0 : position - 1]
    word = before.rpartition(" ")[2]
    if word.isalpha():  # nearly always
        return word
    parts = before.rsplit(None, 1)
    return parts[-1].lstrip("(") if parts else ""


def word_after(text: str, end: int) -> str:
    """Return the word after the sign at a position, with what is written to it: "said," of "Haddad said, and".

    >>> word_after("Haddad said, and", 6)
    'said,'
    """
    return text[end + 1 : end + _LONGEST].partition(" ")[0]


def small_word_after(text: str, end: int) -> str:
    """Return the word in small letters that one space parts from what ends at a position, or nothing.

    >>> small_word_after("Haddad said, and", 6), small_word_after("Haddad, who", 6)
    ('said', '')
    """
    found = _SMALL_WORD.match(text, end)
    return found[1] if found is not None else ""


_LONGEST: Final = 24
_SMALL_WORD: Final = re.compile(r"[ \u00a0]([a-z]{1,24})")
