"""Find the bare numbers around an article that count its shares, comments or readers.

A number on a line of its own says nothing: next to the prose it is a counter's, if nothing tells that the article
numbers its parts, and elsewhere if the label of a counter stands over or under it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from newsnorm.boilerplate.blocks import is_count
from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.zones import Zones

__all__ = ["counters"]

LEAST: Final = 40  # words of prose that the core has at least where a number next to it is none of its own
LONGEST_LABEL: Final = 2  # words of a counter's label
_CENTURIES: Final = ("19", "20")  # four digits that begin so may be a year


def counters(looks: Sequence[Look], core: Zones, is_counter: Callable[[str], bool]) -> list[int]:
    """Return the indices of counters, and of their labels; ``is_counter`` tells whether "12 Shares" is one."""
    if core.listed:
        return []
    outside = (*range(core.start), *range(core.end, len(looks)))
    numbers = [index for index in outside if is_count(looks[index].unit.text)]
    if not numbers:
        return []
    found: dict[int, None] = {}
    for index in numbers:
        number = looks[index].unit.text
        for other in (index + 1, index - 1):
            if not 0 <= other < len(looks) or core.start <= other < core.end or other in found:
                continue
            if looks[other].words <= LONGEST_LABEL and is_counter(f"{number} {looks[other].unit.text}"):
                found[index] = found[other] = None
                break
    if sum([unit.words for unit in core.prose]) >= LEAST and not _numbers_its_parts(looks, core):
        found.update(dict.fromkeys([index for index in _beside(looks, core) if _is_no_year(looks[index])]))
    return sorted(found)


def _beside(looks: Sequence[Look], core: Zones) -> list[int]:
    """Return the numbers right before the core, and those after it if they end the text."""
    before = core.start
    while before and is_count(looks[before - 1].unit.text):
        before -= 1
    after = range(core.end, len(looks))
    ending = after if all(is_count(looks[index].unit.text) for index in after) else ()
    return [*range(before, core.start), *ending]


def _numbers_its_parts(looks: Sequence[Look], core: Zones) -> bool:
    return any(is_count(unit.unit.text) for unit in looks[core.start : core.end] if not unit.prose)


def _is_no_year(unit: Look) -> bool:
    text = unit.unit.text
    return len(text) != 4 or not text.startswith(_CENTURIES)
