"""Entries of a numbered list that an article is made of: "1. Anna Lind", a paragraph, "2. Jon Berg", a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.zones import Zones

__all__ = ["entries"]

LEAST: Final = 4  # entries of a list,
CORE: Final = 2  # and those of them in the core that make it the article's
TOLD: Final = 8  # words of a line that tells of an entry
_NUMBER: Final = re.compile(r"#?(\d{1,2})[.):] ?(?=[^\W\d])")


def entries(looks: Sequence[Look], core: Zones) -> frozenset[int]:
    """Return the numbered lines that go on from the core, upwards or downwards, with what is told between them.

    >>> from newsnorm.boilerplate.look import look
    >>> from newsnorm.boilerplate.units import Unit
    >>> lines = "1. Lund", "2. Tema", "Home", "3. Berg", "It has a pier and the oldest crane.", "4. Holm"
    >>> sorted(entries([look(Unit(0, len(line), line)) for line in lines], Zones(0, 2, [])))
    [0, 1, 3, 4, 5]
    """
    numbers = [(index, int(found[1])) for index, line in enumerate(looks) if (found := _NUMBER.match(line.unit.text))]
    if len(numbers) < LEAST:
        return frozenset()
    own: set[int] = set()
    for step in (1, -1):
        run: list[tuple[int, int]] = []
        for entry in [*numbers, (len(looks), -LEAST)]:
            if run and entry[1] != run[-1][1] + step:
                if len(run) >= LEAST and sum(core.start <= index < core.end for index, _ in run) >= CORE:
                    heads = {index for index, _ in run}
                    told = range(run[0][0], min(run[-1][0] + 2, len(looks)))
                    own.update(index for index in told if index in heads or looks[index].words >= TOLD)
                run = []
            run.append(entry)
    return frozenset(own)
