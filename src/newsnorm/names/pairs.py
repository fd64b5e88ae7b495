"""Find the second bearer of a surname that stands once for two: Omar Haddad of "Omar and Leila Haddad"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.beside import text_before
from newsnorm.names.canonical import is_listed
from newsnorm.names.name import Forms
from newsnorm.names.piece import Written
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["add_implied"]


def add_implied(
    text: str, pairs: Iterable[tuple[int, Written]], forms: Forms, surnames: set[str], words: Vocabulary
) -> None:
    """Add to the forms the full ones of those before "and": each pair tells where the second starts and what it is.

    Whose surname the text or the tables know is no given name: "Haddad and Leila Kos", "Clinton and Leila Kos".
    """
    for start, second in pairs:
        before, first = _two_before(text_before(text, start, _LONGEST))
        if first in surnames or not _is_given(before, first, words):
            continue
        parts = (first, *second.words[1:])
        full = " ".join(parts)
        if full not in forms.by_text:
            forms.add_person(full, parts).implied = True


_LONGEST: Final = 50


def _two_before(text: str) -> tuple[str, str]:
    """Return the two words before the last, which is "and"; nothing for one that is not there.

    >>> _two_before("his friends Omar and ")
    ('friends', 'Omar')
    """
    *others, _ = text.split()
    return (others[-2] if len(others) > 1 else "", others[-1] if others else "")


def _is_given(before: str, word: str, words: Vocabulary) -> bool:
    """Tell whether a word may be a given name by itself, as far as the lists know it and what stands before."""
    bits = words.classes.get
    if not _NAME.fullmatch(word):
        return False
    if not bits(word, v.GIVEN) & v.GIVEN or word in words.places or (word not in words.classes and is_listed(word)):
        return False
    if any(is_listed(f"{role} {word}") for role in words.known_by):
        return False
    if not before[:1].isupper() or before[-1] in _PARTING:
        return True
    flags = bits(before, 0)
    return before.lower() in words.relations or (bool(flags & (v.COMMON | v.FUNCTION | v.ROLE)) and not flags & v.GIVEN)


_NAME: Final = re.compile(r"[^\W\d_a-z][\w'’-]+")
_PARTING: Final = frozenset(",.;:!?\"”'’")
