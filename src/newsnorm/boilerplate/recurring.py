"""Find what stands in several texts of a collection.

Two articles of one collection may share more than boilerplate: a story may stand in it twice, and two versions of a
story share paragraphs. So a line must recur more often than the article's own prose does, and lines in the core must
recur more often than lines around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.model import is_dateline
from newsnorm.boilerplate.zones import Zones
from newsnorm.sites import LineCounts, line_key

__all__ = ["recurring"]

LEAST: Final = 2  # texts that a line stands in to recur at all
LEAST_LABEL: Final = 4  # texts that a label in the core stands in: "Background" is a sub-head of many
LABEL: Final = 8  # words up to which a line is a label
LABEL_LISTED: Final = 2  # words up to which it may be one around lists, too
MOST_PROSE: Final = 0.25  # share of the prose of the core that may recur: more is a story told twice


def recurring(looks: Sequence[Look], core: Zones, repeated: LineCounts) -> dict[int, str]:
    """Return the units that recur, each with the reason."""
    counts = [repeated.counts.get(key, 0) if (key := line_key(unit.unit.text)) is not None else 0 for unit in looks]
    prose = sorted(count for count, unit in zip(counts, looks, strict=True) if unit.prose)
    own = max(1, prose[(len(prose) - 1) // 2] if prose else 1)
    inside = range(core.start, core.end)
    words = sum(looks[index].words for index in inside if looks[index].prose)
    shared = sum(looks[index].words for index in inside if looks[index].prose and counts[index] >= LEAST)
    twin = shared > MOST_PROSE * words
    found: dict[int, str] = {}
    for index, (unit, count) in enumerate(zip(looks, counts, strict=True)):
        own_place = index in inside or (core.listed and unit.words <= LABEL_LISTED)
        if count <= own or (index < core.start and is_dateline(unit.unit.text)):
            continue  # many reports come from one place
        if count >= LEAST_LABEL or (unit.words > LABEL and not twin) or not own_place:
            found[index] = f"stands in {count} texts of the collection"
    return found
