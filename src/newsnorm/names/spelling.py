"""Spellings of one word of a name: what transliteration does to it, and what a slip of the pen does.

`fold` takes away what differs between romanizations of one name (Sergei and Sergey, Zelenskiy and Zelenskyy,
Schroeder and Schroder); `alike` adds, for longer words, the vowels that Arabic, Persian and Slavic names are
written with (Mohammed and Muhammad); `slip` allows one letter left out, put in, doubled or swapped.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import regex

__all__ = ["alike", "fold", "slip"]

_FOLDS: Final = tuple(
    (regex.compile(pattern), new)
    for pattern, new in (
        (r"^(?:mc|mac)(?=[bcdfghjklmnpqrstvwz])", "mak"),
        (r"(?:[eoi]|[iy]o)v(?:ich|itch|ych|ic)$", "ovich"),
        (r"ic$", "ich"),
        (r"(?<=[oe]v|[ei]j)s$", ""),
        (r"shch|schtsch|chtch", "sh"),
        (r"tsch|tch|cz", "ch"),
        (r"sch|sz", "sh"),
        (r"dzh|dj|dsch|zh", "j"),
        (r"kh|gh(?=[aeiou])|ck|q|c(?![eih])", lambda m: {"kh": "h", "gh": "g"}.get(m[0], "k")),
        (r"ph", "f"),
        (r"(?<=[dtrg])h", ""),
        (r"x", "ks"),
        (r"tz|ts", "z"),
        (r"w", "v"),
        (r"ff?$", "v"),
        (r"o[eu]|oo|ue", lambda m: "o" if m[0] == "oe" else "u"),
        (r"ae", "a"),
        (r"^[yj](?=e)", ""),
        (r"y|j(?![aeiou])", "i"),
        (r"(?<=[aei])i+(?![aeiou])|(?<=i)[ae]i", "i"),
        (r"[ea]i", "i"),
        (r"ee", "i"),
        (r"h+$", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS: Final = "aeiou"
_FIRST: Final = frozenset("cefghijkopqstuvwyz")
"""First letters that a romanization may change; a pair with another one is told apart at once."""
# Letters that are one in some alphabet: e and i, o and u, g and h.
_LOOSE: Final = str.maketrans("eoh", "iug")
_SHORT: Final = 5
"""Shorter words are compared by their fold alone: Omar is Umar, but Jan is neither Jon nor Jen."""


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """Return what the romanizations of one word, in plain letters, have in common.

    >>> fold("sergei") == fold("sergey"), fold("zelenskiy") == fold("zelenskyy"), fold("ivana") == fold("ivanka")
    (True, True, False)
    """
    for pattern, new in _FOLDS:
        word = pattern.sub(new, word)
    return word


def alike(a: str, b: str) -> bool:
    """Tell whether two words are romanizations of one.

    >>> alike("mohammed", "muhammad"), alike("hansen", "hanson"), alike("crawley", "crowley")
    (True, False, False)
    """
    if a == b:
        return True
    if a[:1] != b[:1] and not _FIRST.issuperset((a[:1], b[:1])):
        return False
    a, b = fold(a), fold(b)
    if a == b:
        return len(a) > 1
    a, b = a.translate(_LOOSE), b.translate(_LOOSE)
    return _same_vowels(a, b) or _with_y(a) == _with_y(b)


def slip(a: str, b: str) -> bool:
    """Tell whether one letter left out or put in, one vowel for another, or two letters swapped is all that differs.

    One consonant for another is no slip (Ingham is not Ingram), nor is anything at the end (Ivanova, Husseini).

    >>> slip("lukashenko", "luakshenko"), slip("ingham", "ingram"), slip("ivanov", "ivanova")
    (True, False, False)
    """
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    start = 0
    while start < len(a) and a[start] == b[start]:
        start += 1
    if start >= len(b) - 1:
        return False
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    rest_a, rest_b = a[start + 1 :], b[start + 1 :]
    if rest_a == rest_b:
        return a[start : start + 1] in _VOWELS and b[start : start + 1] in _VOWELS
    return a[start : start + 2] == b[start : start + 2][::-1] and rest_a[1:] == rest_b[1:]


def _with_y(word: str) -> str:
    """Return a folded word with the first letter of Yuri for that of Juri."""
    return "i" + word[1:] if word[:1] == "j" and word[1:2] in _VOWELS else word


def _same_vowels(a: str, b: str) -> bool:
    """Tell whether two folded words differ in one vowel: a for i, or one that only one of them has."""
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORT or not slip(a, b):
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if start == 0:
        return False
    if len(a) == len(b):
        return {a[start], b[start]} == {"a", "i"} and start < len(a) - 1
    longer = a if len(a) > len(b) else b
    return longer[start] in _VOWELS and start < len(longer) - 1
