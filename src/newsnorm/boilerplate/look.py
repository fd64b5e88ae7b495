"""What a unit looks like by itself: how long, how it ends, whether it is prose, and its words.

Nothing here depends on what stands around the unit, so it is worked out once for each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newsnorm.boilerplate.units import Unit

__all__ = ["Look", "look"]

_WORD: Final = re.compile(r"[^\W_]+")
_CONTENT: Final = re.compile(r"[^\W_]{4,}")  # words of four letters or more may tell what a unit is about
_DENSE: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_STOPS: Final = frozenset(".!?…。！？")
_CLOSERS: Final = "\"')]"
PROSE: Final = 10  # words that prose has at least, when it ends as a sentence does
LONG: Final = 40  # words that make prose of a unit whatever it ends with


@dataclass(frozen=True, slots=True)
class Look:
    """Hold the unit, its number of words, its tokens in lower case, those of content, and whether it reads as prose.

    ``stops`` tells whether it ends as a sentence does. In scripts without spaces two characters count as a word.
    """

    unit: Unit
    words: int
    tokens: tuple[str, ...]
    content: frozenset[str]
    stops: bool
    prose: bool


def look(unit: Unit) -> Look:
    """Return what a unit looks like by itself."""
    text = unit.text
    lower = text.lower()
    tokens = tuple(_WORD.findall(lower))
    words = len(tokens)
    if not text.isascii() and _DENSE.search(text):
        words = max(words, len(text) // 2)
    stops = text.rstrip(_CLOSERS)[-1:] in _STOPS if text[-1:] in _CLOSERS else text[-1:] in _STOPS
    content = frozenset(_CONTENT.findall(lower))
    return Look(unit, words, tokens, content, stops, (stops and words >= PROSE) or words >= LONG)
