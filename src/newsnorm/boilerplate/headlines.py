"""The headline of a page, as its title tells it: the first line names it, and it stands once more above the story.

What stands between the two is the head of the page: menus, searches, alerts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsnorm.boilerplate.look import Look, words_of
from newsnorm.boilerplate.zones import KINSHIP, Zones, may_head, telling

__all__ = ["NO_HEADLINE", "Headline", "headline_of"]

LEAST: Final = 4  # words of a headline that a title tells
LONGEST: Final = 400  # characters of a title
MENU: Final = 6  # lines between a title and its copy that make the head of a page, where the title names no site
CLEAR: Final = 3  # telling words that a title and a headline share that say the same in other words,
SHARED: Final = 0.5  # and the share of the words of the shorter one
_PARTING: Final = re.compile(r"\||[·»:–—-](?= )")  # what parts the headline from the site


@dataclass(frozen=True, slots=True)
class Headline:
    """Hold where in the text a headline starts, and whether all above it is the head of the page."""

    start: int
    tops: bool

    def place(self, looks: Sequence[Look]) -> int:
        """Return which of some units it is, -1 if none is."""
        if self.start < 0:  # most texts have none
            return -1
        return next((index for index, unit in enumerate(looks) if unit.unit.start == self.start), -1)


NO_HEADLINE: Final = Headline(-1, False)


def headline_of(looks: Sequence[Look], core: Zones, points: bool = False) -> Headline:
    """Return the line before the core that says what the title says which opens the text, if one does.

    If the first line ``points`` elsewhere ("Read more: …"), it is a title only if it names the site, too.
    """
    if core.start < 2:
        return NO_HEADLINE  # no line stands between the title and the core
    told = _told(looks[0].unit.text)
    said = looks[0].said if looks[0].words >= LEAST and not points else ""
    above = looks[: core.start]
    # A line of signs alone says nothing, as a title does that is too short.
    again = {i for i, unit in enumerate(looks) if i > MENU and unit.said == said} if said else set[int]()
    copies = [i for i, unit in enumerate(above) if i and (unit.said in told or i in again)]
    if not copies:
        named = told or again
        like = _like(looks[0], above[1:]) if named and not points else None
        return Headline(like.unit.start, False) if like else NO_HEADLINE
    above = above[: copies[-1]]
    own = any(unit.prose and core.cohesion(unit, inside=False) >= KINSHIP for unit in above)
    return Headline(looks[copies[-1]].unit.start, not own)


def _like(title: Look, lines: Sequence[Look]) -> Look | None:
    """Return the last line that says in other words what the title says: titles are written for searches."""
    stems = telling(title)
    for unit in reversed(lines):
        if may_head(unit) and not unit.stops and "|" not in unit.unit.text:
            shared = len(stems & (own := telling(unit)))
            if shared >= CLEAR and shared >= SHARED * min(len(own), len(stems)):
                return unit
    return None


def _told(title: str) -> frozenset[str]:
    """Return what the headline may be in a title with the name of a site before or behind it.

    >>> sorted(_told("Harbour of Tema reopens - Tema Herald"))
    ['harbour of tema reopens']
    """
    if len(title) > LONGEST:
        return frozenset()
    pieces = [(parting.start(), parting.end()) for parting in _PARTING.finditer(title)]
    parts = [title[:start] for start, _ in pieces] + [title[end:] for _, end in pieces]
    told = [words_of(part) for part in parts]
    return frozenset([" ".join(words) for words in told if len(words) >= LEAST])
