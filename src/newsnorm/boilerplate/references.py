"""Find the references under a text: a heading such as "Sources", and the entries of a bibliography below it.

The heading alone says little, for foods have sources too: most of what follows must read as entries do, with an
address, or with a year where a bibliography has one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.rules import data_tables

__all__ = ["references"]

LONGEST_ENTRY: Final = 90  # words of an entry: some studies have many authors
LONGEST_NAME: Final = 25  # words of an entry without address or year
FEW: Final = 6  # entries of that kind that may stand first
MOST: Final = 400  # entries under one heading: a bound that real texts do not reach
_ENTRY: Final = re.compile(
    r"https?:|www\.|\bdoi\b|\bet al\b|\bpp?\. ?\d|\((?:19|20)\d\d[a-z]?\b[^()]{0,20}\)"
    r"|\b(?:19|20)\d\d ?[;:]|[,.] (?:\w{3,9}\.? )?(?:\d{1,2}, )?(?:19|20)\d\d[.)]?\Z"
    r"|\b\d{1,4} ?\(\d{1,3}\) ?[:,] ?\w?\d",
    re.IGNORECASE,
)


def references(looks: Sequence[Look]) -> list[int]:
    """Return the units of such headings and their entries, which stand somewhere below prose of the text."""
    headings = _headings()
    found: list[int] = []
    if headings.isdisjoint([unit.said for unit in looks]):
        return found
    told = False
    for index, unit in enumerate(looks):
        told = told or unit.prose
        if told and unit.said in headings and not (found and index <= found[-1]):
            last = _last_entry(looks, index + 1)
            found += range(index, last + 1) if last else ()
    return found


def _last_entry(looks: Sequence[Look], first: int) -> int:
    """Return which unit is the last entry of those that start at ``first``; zero if most are none."""
    entries = last = 0
    for index in range(first, min(len(looks), first + MOST)):
        unit = looks[index]
        if unit.words <= LONGEST_ENTRY and _ENTRY.search(unit.unit.text):
            entries, last = entries + 1, index
        elif unit.prose or unit.words > LONGEST_NAME or index - first > 2 * entries + FEW:
            break
    return last if 2 * entries > last - first else 0


@cache
def _headings() -> frozenset[str]:
    return frozenset(data_tables("any/structure.toml")["references"]["headings"])
