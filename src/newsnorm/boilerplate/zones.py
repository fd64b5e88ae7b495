"""Where the article is in the text: its core, and the words it is about.

The core is the heaviest run of prose: prose units weigh their words, all others weigh against. Pages have prose
outside their core too (teasers, comments, notes about the author), so being prose is not enough to be the
article's; sharing its words is the better sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsnorm.boilerplate.look import STEM, Look, known_words

__all__ = ["CLEAR", "Zones", "announcer", "may_head", "reach", "telling", "zones"]

LISTED: Final = 15  # units without prose in the core that make a text of lists: recipes, results, prices, manuals
LEAST: Final = 8  # units of a core that is a text of lists if most of them are no prose
AT_ONCE: Final = 50  # units whose words are gathered at once
FEW: Final = 150  # words around the prose of the core up to which each is looked for in it, and no set of words made
AGAINST: Final = 12  # words of prose that a unit which is none outweighs
AGAINST_REACH: Final = 2  # the same for how far the article may reach around its core,
AGAINST_TAKEN: Final = 16  # and for a piece that rules took
KINSHIP: Final = 0.2  # share of its content words that prose around the core has in common with it to be the article's
SHORTEST_HEADLINE: Final = 3
LONGEST_HEADLINE: Final = 25
SHARED: Final = 0.4  # share of the content words of a headline that the core has
CLEAR: Final = 3  # words of it that the core has, where it stands far from the core or among what is none of it
LIST: Final = 8  # lines of a list that a line above them announces


@dataclass(frozen=True)
class Zones:
    """Hold where the core starts and ends (indices of units, end excluded), and its units of prose.

    ``listed`` tells that the core is a text of lists, where few signs of boilerplate hold, ``brief`` that there are
    few words around its prose to ask about.
    """

    start: int
    end: int
    prose: Sequence[Look]
    listed: bool = False
    brief: bool = False

    def has_headline(self, unit: Look, least: int = 2) -> bool:
        """Tell whether a unit may be the headline of the core: it speaks of what the core speaks of.

        A share of the words that tell what it is about are the core's, and ``least`` of them at least.
        """
        if not may_head(unit):
            return False
        stems = telling(unit)
        return self._count_shared(stems) >= max(least, SHARED * len(stems))

    def speaks_of(self, unit: Look) -> bool:
        """Tell whether the core has a word that tells what a unit is about."""
        return self._count_shared(telling(unit)) > 0

    def _count_shared(self, stems: AbstractSet[str]) -> int:
        """Return how many of these the core has a word with."""
        if self.brief:
            # A word that is shorter than a stem is one by itself.
            return _count([f" {stem}" if len(stem) == STEM else f" {stem} " for stem in stems], self.said)
        return len(stems & self._stems)

    def cohesion(self, unit: Look, inside: bool) -> float:
        """Return which share of a unit's content words the core has too (in another unit, if this one is inside)."""
        content = unit.content
        if not content:
            return 0.0
        others = [other for other in self.prose if other is not unit] if inside else self.prose
        if self.brief:
            said = _joined(others) if inside else self.said
            return _count([f" {word} " for word in content], said) / len(content)
        return len(content & (_words(others) if inside else self.vocabulary)) / len(content)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the prose of the core."""
        return _words(self.prose)

    @cached_property
    def said(self) -> str:
        """What the prose of the core says, as one string, with a space before and after each word."""
        return _joined(self.prose)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset([word[:STEM] for word in self.vocabulary])


def may_head(unit: Look) -> bool:
    """Tell whether a unit has as many words as headlines have."""
    return SHORTEST_HEADLINE <= unit.words <= LONGEST_HEADLINE


def _count(needles: Sequence[str], said: str) -> int:
    """Return how many of the needles stand in what is said."""
    return sum(map(said.__contains__, needles))


def _joined(units: Sequence[Look]) -> str:
    """Return what units say as one string, with a space before and after each word."""
    return f" {' '.join([unit.said for unit in units])} "


def announcer(looks: Sequence[Look], index: int, least: int = 0, most: int = LIST) -> int:
    """Return where the line of so many words stands that announces the list of a unit by a colon, or -1.

    ``most`` is how many lines the list may have up to the unit.
    """
    for place in range(index - 1, max(0, index - most) - 1, -1):
        unit = looks[place]
        if unit.unit.text.endswith(":") and unit.words >= least:
            return place
        if unit.prose:
            return -1
    return -1


def telling(unit: Look) -> set[str]:
    """Return how the words of a unit begin that tell what it is about."""
    known = known_words()
    return {word[:STEM] for word in unit.said.split() if len(word) > 2 and word not in known}


def _words(units: Sequence[Look]) -> frozenset[str]:
    words: set[str] = set()
    for start in range(0, len(units), AT_ONCE):  # a list of all words takes nine times the memory of the text
        words.update(" ".join([unit.said for unit in units[start : start + AT_ONCE]]).split())
    return frozenset(words)


def zones(looks: Sequence[Look]) -> Zones:
    """Return the core of the units, and whether it is more list than prose."""
    best = total = 0
    start = end = at = 0
    for index, unit in enumerate(looks):
        if total <= 0:
            total, at = 0, index
        total += unit.words if unit.prose else -AGAINST
        if total > best:
            best, start, end = total, at, index + 1
    inside = looks[start:end]
    prose = [unit for unit in inside if unit.prose]
    short = len(inside) - len(prose)
    around = sum([unit.size for unit in looks]) - sum([unit.size for unit in prose])
    return Zones(start, end, prose, short >= LISTED or 2 * short > end - start > LEAST, around <= FEW)


def reach(looks: Sequence[Look], core: Zones, taken: Sequence[int]) -> tuple[int, int]:
    """Return where the article may start and end: around its core there may be lists, and more of its prose.

    ``taken`` says how many pieces rules took before each unit: between the parts of an article there are few.
    """
    before = _reach(range(core.start - 1, -1, -1), 1, looks, core, taken)
    after = _reach(range(core.end, len(looks)), 0, looks, core, taken)
    return core.start - before, core.end + after


def _reach(places: range, step: int, looks: Sequence[Look], core: Zones, taken: Sequence[int]) -> int:
    """Return how many of the units the article may reach over: up to the prose at which its words weigh most."""
    total = best = reached = 0
    for count, index in enumerate(places, 1):
        unit = looks[index]
        total -= AGAINST_TAKEN * taken[index + step]
        total += unit.words if unit.prose and core.cohesion(unit, inside=False) >= KINSHIP else -AGAINST_REACH
        if total > best:
            best, reached = total, count
    return reached
