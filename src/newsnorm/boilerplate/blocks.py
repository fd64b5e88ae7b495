"""Blocks: a trigger opens one, and it runs until prose of this article resumes.

Teasers and notes about authors are prose as well, so behind the core it takes more than prose to close a block:
the words must be the article's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.zones import Zones

__all__ = ["blocks", "is_count"]

LONGEST_INSIDE: Final = 6  # units that a block takes before the core resumes
COHESION: Final = 0.5  # share of a unit's content words that the core must have to close a block behind it
_COUNT: Final = re.compile(r"[#(+]?\d{1,3}(?:[,. ]?\d{3}){0,2}(?:[.,]\d)?[kKmM]?[)+]?")


def is_count(text: str) -> bool:
    """Tell whether a unit is a bare number, as counters of shares, comments and readers are.

    >>> is_count("205"), is_count("1.2K"), is_count("$205")
    (True, True, False)
    """
    return len(text) <= 12 and _COUNT.fullmatch(text) is not None


def blocks(looks: Sequence[Look | None], openers: Mapping[int, str], core: Zones) -> dict[int, tuple[int, str]]:
    """Return the units that blocks take: index to the block's opener and kind.

    ``looks`` holds None where a unit is gone already; ``openers`` says where a block opens and of what kind.
    """
    taken: dict[int, tuple[int, str]] = {}
    for opener, kind in openers.items():
        before = opener - 1
        while before >= 0 and (unit := looks[before]) is not None and is_count(unit.unit.text):
            taken[before] = opener, kind
            before -= 1
        for index in _run(looks, opener, core):
            taken[index] = opener, kind
    return taken


def _run(looks: Sequence[Look | None], opener: int, core: Zones) -> list[int]:
    run: list[int] = []
    for index in range(opener + 1, len(looks)):
        unit = looks[index]
        if unit is None:
            continue
        if unit.prose and (index < core.end or core.cohesion(unit, inside=False) >= COHESION):
            return run[: LONGEST_INSIDE if index < core.end else None]
        if index < core.end and len(run) >= LONGEST_INSIDE:
            return run
        run.append(index)
    return run
