"""Find what stands in a text twice: a headline again, a pull quote, a lead that is given twice. One copy stays.

Twice means the same sequence of words. A rewording is no duplicate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from newsnorm.boilerplate.look import Look, halves
from newsnorm.boilerplate.zones import Zones

__all__ = ["duplicates"]

SHORTEST: Final = 6  # words of a copy: lists and tables do repeat short lines
SHORTEST_QUOTE: Final = 10  # words of a unit that is looked for inside longer ones
MOST_TWICE: Final = 2  # copies in the core: more is a text that means to repeat itself
LONGEST_QUOTE: Final = 60
MOST_QUOTES: Final = 400  # units that are looked for, and
MOST_TEXT: Final = 60_000  # characters they are looked for in: bounds that real articles do not reach


def duplicates(looks: Sequence[Look], core: Zones, headline: int = -1) -> dict[int, str]:
    """Return the indices of the units whose words stand in the text once more, each with the reason.

    Of the copies of the ``headline`` that the title tells, that one stays, but for one in the core.
    """
    found = {**_quotes(looks, core), **_copies(looks, core, headline)}
    return {index: reason for index, reason in found.items() if not halves(looks, index)}


def _copies(looks: Sequence[Look], core: Zones, headline: int) -> dict[int, str]:
    long = [unit.said for unit in looks if unit.size >= SHORTEST]
    if len(set(long)) == len(long):
        return {}
    copies: dict[str, list[int]] = {}
    for index, unit in enumerate(looks):
        if unit.size >= SHORTEST:
            copies.setdefault(unit.said, []).append(index)
    found: dict[int, None] = {}
    for places in copies.values():
        if len(places) > 1:
            inside = [index for index in places if core.start <= index < core.end]
            told = headline if headline in places else _over_prose(places, looks)
            stays = inside[0] if inside else told
            found.update((index, None) for index in places if index != stays and _goes(looks[index], index, core))
    if sum(core.start <= index < core.end for index in found) > MOST_TWICE:
        found = {index: None for index in found if not core.start <= index < core.end}
    return dict.fromkeys(found, "the same words stand in the text a second time")


def _over_prose(places: Sequence[int], looks: Sequence[Look]) -> int:
    """Return the first copy of a line that heads prose, else the first: the others are in a table of contents.

    A line that opens the text is its headline.
    """
    heads = (index for index in places if places[0] and index + 1 < len(looks) and looks[index + 1].prose)
    return next(heads, places[0])


def _goes(unit: Look, index: int, core: Zones) -> bool:
    """Tell whether a copy goes: lists and tables in and behind the core may repeat their own lines."""
    return unit.prose or index < core.start


def _quotes(looks: Sequence[Look], core: Zones) -> dict[int, str]:
    # The longest first, so that a unit is looked for in the longer ones alone.
    longest = sorted([unit.said for unit in core.prose], key=len, reverse=True)
    prose = (" " + " \n ".join(longest) + " ")[:MOST_TEXT]
    lengths = [-len(said) for said in longest]
    ends = [0, *accumulate([3 - length for length in lengths])]
    candidates = [index for index, unit in enumerate(looks) if SHORTEST_QUOTE <= unit.size <= LONGEST_QUOTE]
    found: dict[int, str] = {}
    for index in candidates[:MOST_QUOTES]:
        said = looks[index].said
        end = ends[bisect_left(lengths, -len(said))]
        # Hardly any is there at all, and a needle that ends in a space is found more slowly.
        if prose.find(said, 0, end) < 0 or prose.find(f" {said} ", 0, end) < 0:
            continue
        if not (core.start <= index < core.end and _is_sub_head(looks[index])) and not _leads(index, looks):
            found[index] = "its words stand inside a longer paragraph"
    return found


def _is_sub_head(unit: Look) -> bool:
    """Tell whether a line of the core may be a sub-head: what it says, the paragraphs under it say again."""
    return not unit.prose and not unit.stops and '"' not in unit.unit.text


def _leads(index: int, looks: Sequence[Look]) -> bool:
    """Tell whether a line is a standfirst: it opens the text, or the paragraph right under it says what it says.

    A pull quote stands in the text, at a distance from what it quotes or between quotation marks.
    """
    if not index or index + 1 == len(looks):
        return not index
    unit, under = looks[index : index + 2]
    return '"' not in unit.unit.text and f" {unit.said} " in f" {under.said} "
