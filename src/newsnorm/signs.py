"""Find signs fast: `str.find` passes over a text twenty times as fast as a pattern for a class of characters.

So a sign is looked for alone, and a pattern only asked at the places where one is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

__all__ = ["has_any", "places", "unusual"]

_USUAL: Final = bytes(range(32, 127)).replace(b"&", b"") + b"\t\n"


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Tell whether a text has any of some signs, of one character or more.

    >>> has_any("He said no.", ["yes", "no"]), has_any("He said so.", ["yes", "no"])
    (True, False)
    """
    for sign in signs:  # noqa: SIM110 - faster than `any`, and asked of nearly all dates and names
        if sign in text:
            return True
    return False


def places(text: str, signs: Iterable[str]) -> list[int]:
    """Return where any of the characters stands, in order.

    >>> places("It's “so”", "'“”")
    [2, 5, 8]
    """
    found: list[int] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1)
    found.sort()
    return found


@lru_cache(maxsize=1)  # several stages ask for the same text, one after the other
def unusual(text: str) -> str:
    r"""Return the characters of a text that are not plain ASCII, nor tab and line end; "&" is none of the plain.

    >>> unusual("caf\xe9 & bar\r\n")
    'é&\r'
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _USUAL).decode("utf-8", "surrogatepass")
