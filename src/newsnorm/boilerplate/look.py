"""What a unit looks like by itself: how long, how it ends, whether it is prose, and its words.

Nothing here depends on what stands around the unit, so it is worked out once for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Final

from newsnorm.boilerplate.units import Unit
from newsnorm.language import function_words

__all__ = ["Look", "known_words", "look"]

_WORD: Final = re.compile(r"[^\W_]+")
CONTENT: Final = 4  # letters of a word that may tell what a unit is about
_DENSE: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_STOPS: Final = frozenset(".!?…。！？।॥؟۔።။។։")
_CLOSERS: Final = "\"')]"
PROSE: Final = 10  # words that prose has at least, when it ends as a sentence does
LONG: Final = 40  # words that make prose of a unit whatever it ends with, if it reads as sentences do
FUNCTION: Final = 0.15  # share of function words of what reads as sentences do


@dataclass(frozen=True, slots=True)
class Look:
    """Hold the unit, its number of words, its tokens in lower case, those of content, and whether it reads as prose.

    The tokens are held as one string, ``said``, with a space between them: a tuple takes ten times the memory.
    ``stops`` tells whether it ends as a sentence does. In scripts without spaces two characters count as a word.
    """

    unit: Unit
    words: int
    said: str
    size: int
    content: frozenset[str]
    stops: bool
    prose: bool

    @property
    def tokens(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(self.said.split())


def look(unit: Unit) -> Look:
    """Return what a unit looks like by itself."""
    text = unit.text
    lower = text.lower()
    tokens = _WORD.findall(lower)
    words = len(tokens)
    dense = not text.isascii() and _DENSE.search(text) is not None
    if dense:
        words = max(words, len(text) // 2)
    stops = text.rstrip(_CLOSERS)[-1:] in _STOPS if text[-1:] in _CLOSERS else text[-1:] in _STOPS
    # Interned, for a text says the same words again and again.
    content = frozenset([intern(token) for token in tokens if len(token) >= CONTENT])
    prose = words >= PROSE if stops else words >= LONG and (dense or _reads(tokens))
    return Look(unit, words, " ".join(tokens), len(tokens), content, stops, prose)


def _reads(tokens: Sequence[str]) -> bool:
    """Tell whether a long unit holds as many function words as sentences do: menus and scripts hold few."""
    if 2 * sum(map(str.isascii, tokens)) < len(tokens):
        return True  # a script whose function words we do not know
    known = known_words()
    return sum([token in known for token in tokens]) >= FUNCTION * len(tokens)


@cache
def known_words() -> frozenset[str]:
    """Return the function words of the languages that newsnorm tells apart, in lower case."""
    return frozenset().union(*function_words())
