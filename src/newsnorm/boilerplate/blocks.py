"""Blocks: a trigger opens one, and it runs until prose of this article resumes.

Teasers and notes about authors are prose as well, so behind the core it takes more than prose to close a block:
the words must be the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.zones import CLEAR, KINSHIP, Zones, may_head

__all__ = ["blocks", "is_count", "is_over"]

LONGEST_INSIDE: Final = 4  # units between a trigger in the core and the prose that resumes
FULL: Final = 20  # words of a unit that closes a block though it does not end as a sentence does
SENTENCE: Final = 4  # words of a sentence that closes a block in a text without prose
COHESION: Final = 0.5  # share of a unit's content words that the core must have to close a block behind it
LINKS: Final = 5  # units of a block that links one to a few other stories
HEADLINE: Final = 5  # words of a headline that is no sub-head
TAG: Final = 8  # words of a tag at most
_ENDS: Final = frozenset('."')
_COUNT: Final = re.compile(r"[#(+]?\d{1,3}(?:[,. ]?\d{3}){0,2}(?:[.,]\d)?[kKmM]?[)+]?")


def is_count(text: str) -> bool:
    """Tell whether a unit is a bare number, as counters of shares, comments and readers are.

    >>> is_count("205"), is_count("1.2K"), is_count("$205")
    (True, True, False)
    """
    return len(text) <= 12 and _COUNT.fullmatch(text) is not None


def blocks(looks: Sequence[Look], openers: Mapping[int, str], core: Zones) -> dict[int, tuple[str, str]]:
    """Return the units that blocks take: index to the block's kind and the rule.

    ``openers`` says where in the text triggers stood, and of what kind they were.
    """
    starts = [unit.unit.start for unit in looks]
    taken: dict[int, tuple[str, str]] = {}
    for position, kind in sorted(openers.items()):
        first = bisect_right(starts, position)
        before = first - 1
        while before >= 0 and before not in taken and is_count(looks[before].unit.text):
            taken[before] = "counts", "boilerplate.count"
            before -= 1
        for index in _run(looks, first, core, kind):
            if index in taken:
                break
            taken[index] = kind, "boilerplate.block"
    return taken


def _run(looks: Sequence[Look], first: int, core: Zones, kind: str) -> range:
    """Return the units of the block that opens before ``first``.

    In the core a block is short, and its last unit may be the sub-head of the prose that resumes, as the one right
    before the core may be the headline. What runs on there without prose is no block but a list.
    """
    if kind == "comments" and first < core.start:
        return range(0)  # a button on top: comments stand under the article
    for index in range(first, len(looks)):
        unit = looks[index]
        inside = index < core.end
        if unit.stops and not core.end and unit.words >= SENTENCE:
            return range(first, index)
        if index < core.start and _begins(unit, core, kind):
            return range(first, index)
        if inside and index - first > LONGEST_INSIDE:
            return range(0)
        if (
            not unit.prose
            and _is_sentence(unit)
            and (inside or (kind == "related" and _goes_on(looks, first, index, core)))
        ):
            return range(first, index)  # "Nobody clapped." goes on with the story, as no link does
        if (unit.prose or unit.words >= FULL) and (inside or _resumes(looks, first, index, core, kind)):
            headed = index == core.start and index > first and core.has_headline(looks[index - 1])
            headed = headed or (index > first and is_over(looks[index - 1], unit))
            # "Comment" on top of a page is the kicker of its headline.
            headed = headed or (first == 0 and index == 1 and core.start == 1 and may_head(looks[0]))
            headed = headed or (inside and index - first > 1 and not _is_link(looks[index - 1], core))
            return range(first, index - headed)
    return range(first, len(looks))


def _resumes(looks: Sequence[Look], first: int, index: int, core: Zones, kind: str) -> bool:
    """Tell whether a unit behind the core is the article's again, in a block of a kind that opens before ``first``."""
    if core.cohesion(looks[index], inside=False) >= COHESION:
        return True
    return kind == "related" and _goes_on(looks, first, index, core)


def _goes_on(looks: Sequence[Look], first: int, index: int, core: Zones) -> bool:
    """Tell whether the story goes on with a unit behind the core, right behind a few links.

    It is the first of two paragraphs, as hardly two teasers follow each other, and these have some of the words of the
    core, or end the text.
    """
    if index - first > LINKS or any(unit.prose for unit in looks[first:index]):
        return False
    told = list(takewhile(_is_sentence, looks[index : index + LINKS]))
    paragraphs = [unit for unit in told if unit.prose]
    if len(told) < 2 or not paragraphs:
        return False
    if max(core.cohesion(unit, inside=False) for unit in paragraphs) >= KINSHIP:
        return True
    return index + len(told) == len(looks)


def _is_sentence(unit: Look) -> bool:
    """Tell whether a unit ends with a full stop or the end of speech, not with dots, as a link that was cut does."""
    return unit.stops and unit.unit.text[-1] in _ENDS and unit.unit.text[-3:] != "..."


def _begins(unit: Look, core: Zones, kind: str) -> bool:
    """Tell whether the article begins with a line before its core: it is the headline, or it is no tag under tags.

    A line that is too long for a tag is none, nor is one that says that something follows: "30-second summary:".
    """
    if kind == "tags" and (unit.words > TAG or unit.unit.text.endswith(":")):
        return True
    return not unit.stops and unit.words >= HEADLINE and core.has_headline(unit, CLEAR)


def _is_link(unit: Look, core: Zones) -> bool:
    """Tell whether a line is the headline of another story: no short sub-head, and no word of it is the core's."""
    return unit.words >= HEADLINE and not core.speaks_of(unit)


def is_over(unit: Look, after: Look) -> bool:
    """Tell whether a unit is a sub-head of the prose after it: that says half of its words."""
    content = unit.stems
    return 2 * len(content & after.stems) >= len(content) > 0
