"""Tables of an article: results, line-ups, ingredients, dates of a tour, right before or after its prose.

Menus and links of a page are hardly ever lines of figures; what an article tells beside its prose mostly is. Some
extractors put each cell of a table on a line of its own: a company's figures are hundreds of such lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.zones import Zones

__all__ = ["cells", "tables"]

LEAST: Final = 3  # lines of a table
SHARE: Final = 0.6  # of them that have a figure, or a label and a list
LONGEST: Final = 40  # words of a line
FIGURES: Final = 12  # figures on lines of their own that make a table,
FIGURE: Final = 4  # the most numbers that one is read as ("1,533,635.50"),
APART: Final = 8  # the most lines from one to the next, and of what heads the first,
BETWEEN: Final = 24  # lines without prose between two such tables that belong to them,
DENSITY: Final = 0.35  # and the share that they have of the lines at least
# Figures of no table: dates and times, shares, the count of comments, the number of an entry.
_OTHER: Final = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.]\d\d(?!\d)|(?:19|20)\d\d|[A-Z][a-z]+\.? \d{1,2},"
    r"|\(\d+\)|^\W*\d{1,2}[.)] |#\d+|\d+%"
)
# A number, and what makes a figure of a balance of it: a fraction, a sign or a currency. Bare numbers count shares and
# comments, or turn pages, but they stand in tables too.
_NUMBER: Final = re.compile(r"[(+–-]?[$€£¥]? ?[–-]? ?\d{1,3}(?:[, ]?\d{3}){0,4}(?:[.,]\d{1,3})? ?%?\)?")
_FIGURE: Final = re.compile(r"[^.,]{0,12}(?:[.$€£¥%–-]|,\d{1,2}\b(?!,))")
_LISTED: Final = re.compile(r": [^:]{1,80}[,;][^:]{1,80}[,;]")


def tables(looks: Sequence[Look], core: Zones, taken: Sequence[int]) -> tuple[int, int]:
    """Return where the article starts and ends with the tables right before and after its core.

    ``taken`` says how many pieces rules took before each unit: a table ends where one was.
    """
    if not core.end:
        return core.start, core.end
    start = core.start
    while start > 0 and not taken[start] and not looks[start - 1].prose:
        start -= 1
    end = core.end
    while end < len(looks) and not taken[end] and not looks[end].prose:
        end += 1
    return (
        start if _is_table(looks[start : core.start]) else core.start,
        end if _is_table(looks[core.end : end]) else core.end,
    )


def cells(looks: Sequence[Look]) -> frozenset[int]:
    """Return the lines of tables of which each cell is a line, with the heads over them.

    >>> from newsnorm.boilerplate.look import look
    >>> from newsnorm.boilerplate.units import Unit
    >>> lines = ["The port grew.", "Group", *["Net sales", "16.4", "15.3"] * 6, "Home"]
    >>> sorted(cells([look(Unit(0, len(line), line)) for line in lines])) == [*range(1, 20)]
    True
    """
    runs: list[list[int]] = []
    for index, line in enumerate(looks):
        if line.size > FIGURE or not _NUMBER.fullmatch(line.unit.text):
            continue
        if runs and index - runs[-1][-1] <= APART and not any(one.prose for one in looks[runs[-1][-1] : index]):
            runs[-1].append(index)
        else:
            runs.append([index])
    found = [range(_head(looks, run[0]), run[-1] + 1) for run in runs if _has_figures(run, looks)]
    between = [range(one.stop, other.start) for one, other in pairwise(found)]
    joined = [gap for gap in between if len(gap) <= BETWEEN and not any(looks[index].prose for index in gap)]
    return frozenset(chain.from_iterable([*found, *joined]))


def _has_figures(run: Sequence[int], looks: Sequence[Look]) -> bool:
    """Tell whether lines of numbers are enough, and near enough to each other, to be those of a table."""
    if len(run) < max(FIGURES, DENSITY * (run[-1] + 1 - run[0])):
        return False
    return sum(_FIGURE.match(looks[index].unit.text) is not None for index in run) >= FIGURES


def _head(looks: Sequence[Look], first: int) -> int:
    """Return where the lines start that head the first figure of a table."""
    start = first
    while start > max(0, first - APART) and not (looks[start - 1].stops or looks[start - 1].prose):
        start -= 1
    return start


def _is_table(lines: Sequence[Look]) -> bool:
    """Tell whether most of some lines have figures in them, or a label and a list.

    >>> from newsnorm.boilerplate.look import look
    >>> from newsnorm.boilerplate.units import Unit
    >>> lines = "1 City 13 29", "2 Albion 12 27", "Booked: Kos, Berg, Lund"
    >>> _is_table([look(Unit(0, len(line), line)) for line in lines])
    True
    """
    if len(lines) < LEAST:
        return False
    told = sum(map(_is_told, lines))
    return told >= SHARE * len(lines)


def _is_told(line: Look) -> bool:
    text = line.unit.text
    return line.words <= LONGEST and (_LISTED.search(text) is not None or any(map(str.isdecimal, _OTHER.sub("", text))))
