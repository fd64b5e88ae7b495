"""What a unit looks like by itself: how long, how it ends, whether it is prose, and its words.

Nothing here depends on what stands around the unit, so it is worked out once for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from newsnorm.boilerplate.units import Unit
from newsnorm.language import function_words

__all__ = ["BROKEN", "Look", "breaks_off", "flattened", "halves", "in_line", "known_words", "look", "words_of"]

_WORD: Final = re.compile(r"[^\W_]+")
# Each ASCII letter in lower case, each digit, a space for the rest.
_LOWERED: Final = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_MARKS: Final = "—–…•·"  # the signs of no word that else keep a text from being ASCII
CONTENT: Final = 4  # letters of a word that may tell what a unit is about
STEM: Final = 5  # letters that two forms of a word share
_DENSE: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_STOPS: Final = frozenset(".!?…。！？।॥؟۔።။។։")
_CLOSERS: Final = "\"')]"
_CLOSING_TAGS: Final = re.compile(r"(?:\s?</\w{1,12}>){1,8}\Z")
PROSE: Final = 10  # words that prose has at least, when it ends as a sentence does
LONG: Final = 40  # words that make prose of a unit whatever it ends with, if it reads as sentences do
BROKEN: Final = 4  # words of a line that may break off in a sentence
FUNCTION: Final = 0.15  # share of function words of what reads as sentences do


class Look(NamedTuple):
    """Hold the unit, its number of words, its tokens in lower case, how many they are, and whether it reads as prose.

    The tokens are held as one string, ``said``, with a space between them: a tuple takes ten times the memory.
    ``stops`` tells whether it ends as a sentence does. In scripts without spaces two characters count as a word.
    A named tuple, for every unit of every text has one, and a frozen dataclass takes three times as long to make.
    """

    unit: Unit
    words: int
    said: str
    size: int
    stops: bool
    prose: bool

    @property
    def content(self) -> frozenset[str]:
        """The words that may tell what the unit is about."""
        return frozenset([token for token in self.said.split() if len(token) >= CONTENT])

    @property
    def stems(self) -> frozenset[str]:
        """How these words begin: two forms of a word share this."""
        return frozenset([token[:STEM] for token in self.content])


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case: runs of letters and digits.

    >>> words_of("It's Łódź — again, in 2022.")
    ['it', 's', 'łódź', 'again', 'in', '2022']
    """
    flat = flattened(text)
    return _WORD.findall(text.lower()) if flat is None else flat.split()


def flattened(text: str) -> str | None:
    """Return a text in lower case with a space for each sign that is no letter or digit; None if it is not ASCII.

    Dashes and dots may be in it. Almost all texts are ASCII but for those, and a table is many times faster
    than a pattern.

    >>> flattened("It's “so” — again"), flattened("It's so — again")
    (None, 'it s so   again')
    """
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text.translate(_LOWERED) if text.isascii() else None


def look(unit: Unit, tokens: Sequence[str] | None = None) -> Look:
    """Return what a unit looks like by itself; ``tokens`` are its words in lower case, if they are known."""
    text = unit.text
    if tokens is None:
        tokens = words_of(text)
    words = size = len(tokens)
    dense = not text.isascii() and _DENSE.search(text) is not None
    if dense:
        words = max(words, len(text) // 2)
    last = text[-1:]
    if last == ">":
        text = _CLOSING_TAGS.sub("", text)
        last = text[-1:]
    stops = (text.rstrip(_CLOSERS)[-1:] if last in _CLOSERS else last) in _STOPS
    prose = words >= PROSE if stops else words >= LONG and (dense or _reads(tokens))
    return Look(unit, words, " ".join(tokens), size, stops, prose)


def in_line(looks: Sequence[Look], index: int) -> bool:
    """Tell whether a unit is a sentence with another before or behind it in its line."""
    return looks[index].unit.joint == "sentence" or (index > 0 and looks[index - 1].unit.joint == "sentence")


def halves(looks: Sequence[Look], index: int) -> bool:
    """Tell whether a sentence in a line opens or closes a quotation whose other mark stands in another sentence."""
    return looks[index].unit.text.count('"') % 2 == 1 and in_line(looks, index)


def breaks_off(unit: Look, after: str) -> bool:
    """Tell whether a line breaks off in a sentence that the text after it goes on with, maybe behind a dash.

    A single dash opens an entry of a list.
    """
    last = unit.unit.text[-1]
    return after.removeprefix("-- ")[:1].islower() and unit.words >= BROKEN and (last.islower() or last == ",")


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
