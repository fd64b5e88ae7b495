"""Tables of an article: results, line-ups, ingredients, dates of a tour, right before or after its prose.

Menus and links of a page are hardly ever lines of figures; what an article tells beside its prose mostly is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.zones import Zones

__all__ = ["tables"]

LEAST: Final = 3  # lines of a table
SHARE: Final = 0.6  # of them that have a figure, or a label and a list
LONGEST: Final = 40  # words of a line
# Figures of no table: dates and times, shares, the count of comments, the number of an entry.
_OTHER: Final = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.]\d\d(?!\d)|(?:19|20)\d\d|[A-Z][a-z]+\.? \d{1,2},"
    r"|\(\d+\)|^\W*\d{1,2}[.)] |#\d+|\d+%"
)
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
