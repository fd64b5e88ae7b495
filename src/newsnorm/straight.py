"""Write the marks of a text as plain ones: the form in which the patterns of boilerplate see it."""

from __future__ import annotations

from typing import Final

__all__ = ["straightened"]

_SINGLE: Final = "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u0060\u00b4\u02bc\u02bb\uff07"
_DOUBLE: Final = "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\uff02\u300c\u300d\u300e\u300f"
_SPACES: Final = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE: Final = "\u200b\u2060\ufeff"  # marks of no width that part no letters: sites put them before a pointer
_STRAIGHT: Final = (
    *((mark, "'") for mark in _SINGLE),
    *((mark, '"') for mark in _DOUBLE),
    *((gap, " ") for gap in _SPACES + _INVISIBLE),
)


def straightened(text: str) -> str:
    r"""Return the text with straight quotes and plain spaces, character for character.

    >>> straightened("“It’s”\u00a0so")
    '"It\'s" so'
    """
    if text.isascii():
        return text.replace("\t", " ").replace("`", "'")
    for old, new in _STRAIGHT:  # faster by far than str.translate
        text = text.replace(old, new)
    return text
