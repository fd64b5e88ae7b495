"""Say what stands on the left and on the right of a mark, and which way a mark between the two looks."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsnorm.protected import Protected

__all__ = ["ANY", "DOUBLE", "SINGLE", "SPACES", "Neighbours", "Surroundings", "is_word", "sides"]

DOUBLE: Final = frozenset('"“”„‟″‶«»')
SINGLE: Final = frozenset("'‘’‚‛‹›`´′‵")
ANY: Final = DOUBLE | SINGLE
SPACES: Final = frozenset(" \u00a0\u2009\u202f\u2007\u2008\u200a")

_REACH: Final = 12  # how many marks and emphasis signs to look through for a neighbour
_THROUGH: Final = ANY | frozenset("*_")

# A space or an edge, a word, punctuation of a sentence, an opening or closing bracket, a sign that joins words (dash,
# slash), a sign that stands before a word (currency, hash).
SPACE, WORD, POINT, OPEN, CLOSE, JOIN, SIGN = range(7)

# By what is on the left and on the right: the cost as an opening mark, and as a closing one.
_SIDES: Final[Mapping[tuple[int, int], tuple[float, float]]] = {
    (SPACE, SPACE): (0, 0), (SPACE, WORD): (0, 5), (SPACE, POINT): (2.5, 0), (SPACE, OPEN): (0, 4),
    (SPACE, CLOSE): (3, 0), (SPACE, JOIN): (0, 2), (SPACE, SIGN): (0, 5),
    (WORD, SPACE): (5, 0), (WORD, WORD): (0, 0), (WORD, POINT): (5, 0), (WORD, OPEN): (2, 0),
    (WORD, CLOSE): (5, 0), (WORD, JOIN): (3, 0), (WORD, SIGN): (0, 0),
    (POINT, SPACE): (5, 0), (POINT, WORD): (0, 0), (POINT, POINT): (5, 0), (POINT, OPEN): (1, 0),
    (POINT, CLOSE): (5, 0), (POINT, JOIN): (3, 0), (POINT, SIGN): (0, 0),
    (OPEN, SPACE): (0, 2), (OPEN, WORD): (0, 6), (OPEN, POINT): (0, 3), (OPEN, OPEN): (0, 5),
    (OPEN, CLOSE): (0, 0), (OPEN, JOIN): (0, 4), (OPEN, SIGN): (0, 6),
    (CLOSE, SPACE): (5, 0), (CLOSE, WORD): (1, 0), (CLOSE, POINT): (5, 0), (CLOSE, OPEN): (1, 0),
    (CLOSE, CLOSE): (5, 0), (CLOSE, JOIN): (3, 0), (CLOSE, SIGN): (1, 0),
    (JOIN, SPACE): (4, 0), (JOIN, WORD): (0, 3), (JOIN, POINT): (4, 0), (JOIN, OPEN): (0, 3),
    (JOIN, CLOSE): (4, 0), (JOIN, JOIN): (0, 0), (JOIN, SIGN): (0, 3),
    (SIGN, SPACE): (4, 0), (SIGN, WORD): (0, 3), (SIGN, POINT): (4, 0), (SIGN, OPEN): (0, 3),
    (SIGN, CLOSE): (4, 0), (SIGN, JOIN): (2, 0), (SIGN, SIGN): (0, 3),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Hold what stands around a mark, other marks and emphasis signs left out, and where the line starts or ends."""

    left: int
    right: int
    starts_line: bool
    ends_line: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold a text and where its markup tags are, which have no part in what a mark stands next to."""

    text: str
    tags: Mapping[int, int]
    tag_ends: Mapping[int, int]

    @classmethod
    def of(cls, text: str, protected: Protected) -> Surroundings:
        """Take the tags from the protected stretches."""
        return cls(text, dict(protected.tags), {end: start for start, end in protected.tags})

    def of_mark(self, start: int, end: int) -> Neighbours:
        """Return the neighbours of the mark at ``start``."""
        before, inner_space = self._before(start)
        after, next_inner_space = self._after(end)
        left, right = _left_sort(self.text, before), _right_sort(self.text, after)
        # A space goes with a guillemet if it is inside of it, as in French.
        if left == SPACE and inner_space and right not in (WORD, OPEN, SIGN):
            before = self._before(self._before_spaces(before) + 1)[0]
            left = _left_sort(self.text, before)
        elif right == SPACE and next_inner_space and left not in (WORD, POINT, CLOSE):
            after = self._after(self._after_spaces(after))[0]
            right = _right_sort(self.text, after)
        starts_line = before < 0 or self.text[before] == "\n"
        return Neighbours(left, right, starts_line, after >= len(self.text) or self.text[after] == "\n")

    def _before(self, start: int) -> tuple[int, bool]:
        """Return the position of the left neighbour, and whether a closing guillemet touches it."""
        at, text = start - 1, self.text
        for _ in range(_REACH):
            if at >= 0 and text[at] == ">" and at + 1 in self.tag_ends:
                at = self.tag_ends[at + 1] - 1
            elif at >= 0 and text[at] in _THROUGH:
                at -= 1
            else:
                break
        return at, text[at + 1] in "»›"

    def _after(self, end: int) -> tuple[int, bool]:
        """Return the position of the right neighbour, and whether an opening guillemet touches it."""
        at, text = end, self.text
        for _ in range(_REACH):
            if at in self.tags:
                at = self.tags[at]
            elif at < len(text) and text[at] in _THROUGH:
                at += 1
            else:
                break
        return at, text[at - 1] in "«‹"

    def _before_spaces(self, at: int) -> int:
        """Step over the spaces inside of a closing guillemet, which go with it."""
        low = max(-1, at - 3)
        while at > low and self.text[at] in SPACES:
            at -= 1
        return at

    def _after_spaces(self, at: int) -> int:
        """Step over the spaces inside of an opening guillemet."""
        high = min(len(self.text), at + 3)
        while at < high and self.text[at] in SPACES:
            at += 1
        return at


def sides(neighbours: Neighbours) -> tuple[float, float]:
    """Return what it costs a mark between these neighbours to open, and to close."""
    if neighbours.left == SPACE and neighbours.right == SPACE and neighbours.starts_line != neighbours.ends_line:
        return (0, 3) if neighbours.starts_line else (3, 0)
    return _SIDES[neighbours.left, neighbours.right]


@lru_cache(maxsize=4096)
def is_word(character: str) -> bool:
    """Tell letters, digits and combining marks from other characters."""
    return unicodedata.category(character)[0] in "LMN"


def _left_sort(text: str, at: int) -> int:
    return _sort_of(text[at]) if at >= 0 else SPACE


def _right_sort(text: str, at: int) -> int:
    """Sort the character on the right: an ellipsis and the point of a decimal begin a word."""
    if at >= len(text):
        return SPACE
    if text[at] == "…" or text.startswith("..", at):
        return WORD if at + 1 < len(text) and not text.startswith("…", at + 1) and _goes_on(text, at) else POINT
    if text[at] == "." and text[at + 1 : at + 2].isdecimal():
        return WORD
    return _sort_of(text[at])


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a word follows the ellipsis."""
    end = at
    while end < len(text) and end < at + 6 and text[end] in ".… ":
        end += 1
    return end < len(text) and is_word(text[end])


@lru_cache(maxsize=4096)
def _sort_of(character: str) -> int:
    if character in "¿¡§¶#@+~^":
        return SIGN
    if character in "-/\\|=&<>·•":
        return JOIN
    if character in "%‰°™®©†‡":
        return WORD
    category = unicodedata.category(character)
    if category[0] in "ZC":
        return WORD if category in ("Cf", "Cs", "Co") else SPACE
    by_category = {"Ps": OPEN, "Pi": OPEN, "Pe": CLOSE, "Pf": CLOSE, "Pd": JOIN, "Po": POINT, "Sc": SIGN, "Sm": JOIN}
    return by_category.get(category, WORD)
