"""Normal forms of names: what two spellings share when case, marks and punctuation do not count.

Nothing here knows a name or a language; what is a variant of what is the business of `compare` and of the
alias table.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

import regex

__all__ = ["LONG", "is_regnal", "key_of", "key_words", "normal_form", "normal_forms", "plain", "without_possessive"]

_DROPPED: Final = ".'`\"’‘“”´ʼʻʹʿʾ*"  # U.S., Sana'a: nothing is put in their place
_SPACES: Final = "".join(c for c in map(chr, range(128)) if not c.isalnum() and c not in _DROPPED + "&+")
_ASCII: Final = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DROPPED))
_LINES: Final = _ASCII | {ord("\n"): "\n"}
_POSSESSIVE: Final = regex.compile(r"(?:['’`]s|(?<=s)['’])\s*$", regex.IGNORECASE)
_LETTERS: Final = str.maketrans("øłđðıħŧəŋĸ", "olddihtank") | {
    ord(letter): pair for letter, pair in {"þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}.items()
}


LONG: Final = 100
"""What is worked out of a name or a run of this length or more is not kept for the next time: it hardly recurs."""


def is_regnal(word: str) -> bool:
    """Tell whether a word is a number as rulers and popes have it: "XIV"."""
    return word.isupper() and not word.strip("IVX")


@lru_cache(maxsize=1 << 14)
def normal_form(name: str) -> str:
    """Return a name in lower case without marks, dots, apostrophes and a leading "the"; other punctuation is a space.

    >>> normal_form("The U.S. — Côte d'Ivoire"), normal_form("Kim Jong-un"), normal_form("AT&T")
    ('us cote divoire', 'kim jong un', 'at and t')
    """
    words = _spelled_out(plain(name)).translate(_ASCII).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def _spelled_out(name: str) -> str:
    return name.replace("&", " and ").replace("+", " plus ") if "&" in name or "+" in name else name


def normal_forms(names: list[str]) -> list[str]:
    """Return the normal form of each of many names of one line, faster than one by one.

    >>> normal_forms(["The U.S.", "Rio de Janeiro"])
    ['us', 'rio de janeiro']
    """
    together = "\n".join(names)
    if not names or not together.isascii():
        return [normal_form(name) for name in names]
    forms = _spelled_out(together.lower()).translate(_LINES).split("\n")
    return [
        normal_form(name) if form[:4] == "the " or "  " in form or form[:1] == " " or form[-1:] == " " else form
        for name, form in zip(names, forms, strict=True)
    ]


def without_possessive(name: str) -> str:
    """Return a name without a possessive ending.

    >>> without_possessive("Kyiv’s"), without_possessive("the Emirates'")
    ('Kyiv', 'the Emirates')
    """
    return _POSSESSIVE.sub("", name) if name[-3:].lower().rstrip().endswith(("s", "'", "’")) else name


def plain(name: str) -> str:
    """Return a name in lower case with every letter's marks taken off.

    >>> plain("Łódź")
    'lodz'
    """
    if name.isascii():
        return name.lower()
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return "".join(_plain(letter) for letter in letters).translate(_LETTERS)


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if letter.isascii() or letter in _DROPPED:
        return letter
    category = unicodedata.category(letter)
    if category in ("Mn", "Cf", "Me"):
        return ""
    return " " if category[0] in "PSZC" else letter


def key_words(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, an Arabic surname without its article too.

    >>> key_words("Omar al-Haddad")
    ('omar', 'al-haddad', 'haddad')
    """
    words = key_of(name).split()
    if not name.isascii():
        words += [key_of(word) for word in name.split()]  # what a hyphen joins is one word where it is in plain letters
    return (*words, *(word[3:] for word in words if word[:3] in ("al-", "el-")))


def key_of(part: str) -> str:
    """Return what is the same for two writings of a part of a name, which looks up who bears it."""
    part = part.replace("’", "'")
    return part.lower() if part.isascii() else normal_form(part)
