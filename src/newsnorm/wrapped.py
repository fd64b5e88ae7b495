r"""Read lines that were broken at a column as the paragraphs they are, and break them there again.

E-mail, wire copy, PDF files and text browsers break lines at a width. There a line end says nothing: a name, a date and
a sentence go on behind it, and the last word of a paragraph ("comment.") is no label of the page. So every stage
reads such a text with a space for each of those line ends, and what is left of them is put back in the end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, starmap
from typing import Final

from newsnorm.edits import Alignment, Draft, Edit, compose_all
from newsnorm.printed import PRINTED
from newsnorm.tags import tag_breaks

__all__ = ["broken_again", "line_breaks", "unwrapped", "whole"]

FEWEST: Final = 2  # lines that a sentence goes on from
NARROWEST: Final = 30  # characters of a column
WIDEST: Final = 132
FILLED: Final = 0.55  # of the column, what a line fills at least from which a sentence goes on
FAR: Final = 1.4  # times the column: a line of that length was not broken
FEW: Final = 0.2  # of the text, what may be in lines of that length
SLACK: Final = 4  # characters by which the column may be narrower than it looks

_GOES_ON: Final = re.compile(r"\n *[a-z]")
_MIDDLE: Final = re.compile(r"[^\W_]|[,’'-]")
_HYPHEN: Final = re.compile(r"[^\W\d_]-")
_ITEM: Final = re.compile(r"[-*•·–—>|#+]|(?:\d{1,3}[.)]|\(?[a-z\d]{1,4}\))\s")


def unwrapped(text: str) -> str:
    r"""Return a text as stages read it, with a space for each line end at which a line was broken; most as they are.

    >>> lines = ["The harbour master said on Monday that", "the ferries would sail again, but those",
    ...     "who wait for them at the old pier must", "bring a ticket that was bought before", "the storm."]
    >>> unwrapped("\n".join(lines)) == " ".join(lines)
    True
    >>> unwrapped("Share\nPrint\nThe ferries sail.")
    'Share\nPrint\nThe ferries sail.'
    """
    return whole(text).text


def whole(text: str) -> Draft:
    """Return the draft of a text as the stages read it, for what is found in it to be placed in the text.

    Line ends stand in it for the tags that break lines, and its lines are whole.
    """
    draft = Draft.of(text).edited(tag_breaks(text))
    return draft.edited(line_breaks(draft.text))


def line_breaks(text: str) -> list[Edit]:
    """Return the edits that make lines that were broken at a column whole, without a rule: they are undone in the end.

    There are none if few lines break off in a sentence, or if they are of any width. A margin and spaces at the end of
    lines go with their ends. After a hyphen nothing stands for a line end.
    """
    if len(_GOES_ON.findall(text)) < FEWEST:
        return []
    lines = text.split("\n")
    column = _column(lines)
    if column is None:
        return []
    ends = accumulate(len(line) + 1 for line in lines)  # where the next line starts
    return [
        _line_break(text, start, line, after)
        for i, (start, (line, after)) in enumerate(zip(ends, pairwise(lines), strict=False))
        if column.broke(i) and not _ITEM.match(column.said[i + 1])
    ]


def broken_again(before: str, breaks: Sequence[Edit], layers: Iterable[Sequence[Edit]]) -> list[Edit]:
    r"""Return the edits that put the line ends of ``before`` back that ``breaks`` took, after more layers of edits.

    A line end within what an edit replaced stands before the last word of what is there now; it goes with what went.

    >>> breaks = [Edit(3, 4, " ", ())]
    >>> broken_again("Ms.\nHaddad left", breaks, [[Edit(0, 10, "Leila Haddad", ("names.titled",))]])
    [Edit(start=5, end=6, new='\n', rules=())]
    """
    return list(_put_back(before, breaks, compose_all(layers)))


def _put_back(before: str, breaks: Sequence[Edit], later: Sequence[Edit]) -> Iterator[Edit]:
    joined, now = Alignment.of(breaks), Alignment.of(later)
    taken = -1  # the last of the later edits in which a line end was put
    for edit, start, end in zip(breaks, joined.output_starts, joined.output_ends, strict=True):
        gap = before[edit.start : edit.end]
        number = bisect_right(now.original_ends, start)
        if number == len(later) or later[number].start >= end:
            yield Edit(*now.to_output(start, end), gap, ())
        elif number != taken and (at := later[number].new.rfind(" ")) >= 0:
            taken = number
            place = now.output_starts[number] + at
            yield Edit(place, place + 1, gap, ())


@dataclass(frozen=True, slots=True)
class _Column:
    """Hold the lines of a text less the space around them, and the width that they were broken at.

    ``widths`` are without what we printed in the lines, ``going`` tells from which of them a sentence goes on,
    ``hanging`` whether paragraphs go on in deeper lines than they open with, as they stand in the source of a page, and
    ``hung`` from which lines a sentence goes on so, however long they are: links may stand on lines of their own there.
    """

    said: Sequence[str]
    widths: Sequence[int]
    indents: Sequence[int]
    going: Sequence[bool]
    hanging: bool
    hung: Sequence[bool]
    width: int

    def broke(self, at: int) -> bool:
        """Tell whether a line was broken: a sentence goes on, or there was no room for the next word.

        A line that no sentence goes on in opens a paragraph if it stands out the way that paragraphs open here.
        """
        length = self.widths[at]
        if self.hung[at]:
            return True
        if not FILLED * self.width <= length <= FAR * self.width:
            return False
        if self.going[at]:
            return True
        step = self.indents[at + 1] - self.indents[at]
        return (not step or (step > 0) == self.hanging) and _is_full(length, self.said[at + 1], self.width)


def _column(lines: Sequence[str]) -> _Column | None:
    """Return the width that the lines of a text were broken at, if they were, with what tells which of them."""
    said = [line.strip() for line in lines]
    widths = [len(PRINTED.sub("", line)) if "[" in line else len(line) for line in said]
    going = [*starmap(_goes_on, pairwise(said)), False]
    long = [i for i, width in enumerate(widths[:-1]) if width >= NARROWEST and said[i + 1]]
    column = sorted(widths[i] for i in long if going[i])
    if len(column) < FEWEST or 2 * len(column) < len(long):
        return None
    width = column[len(column) // 2]
    full = sum(_is_full(widths[i], said[i + 1], width) for i in long)
    far = sum(length for length in widths if length > FAR * width)
    if width > WIDEST or 2 * full <= len(long) or far > FEW * sum(widths):
        return None
    indents = [*map(_indent, lines)]
    deeper = [indents[i + 1] > indents[i] for i in long if going[i] and indents[i + 1] != indents[i]]
    hanging = 2 * sum(deeper) > len(deeper)
    hung = [*_hung(widths, indents, going)] if hanging else [False] * len(lines)
    return _Column(said, widths, indents, going, hanging, hung, width)


def _hung(widths: Sequence[int], indents: Sequence[int], going: Sequence[bool]) -> Iterator[bool]:
    """Yield for each line whether it hangs its sentence on: a deeper line follows, or it hangs on itself."""
    hangs = False
    for width, goes_on, (indent, after) in zip(widths, going, pairwise([*indents, 0]), strict=True):
        opens = after > indent and width >= NARROWEST
        hangs = goes_on and (opens or (hangs and after == indent))
        yield hangs


def _line_break(text: str, start: int, line: str, after: str) -> Edit:
    """Return the edit that joins a line with the next one, which starts there."""
    end = start - 1 - len(line) + len(line.rstrip())
    return Edit(end, start + _indent(after), "" if _HYPHEN.match(text, max(0, end - 2)) else " ", ())


def _goes_on(line: str, after: str) -> bool:
    """Tell whether a line breaks off in a sentence that the next one goes on with."""
    return after[:1].islower() and _MIDDLE.match(line[-1:]) is not None


def _is_full(length: int, after: str, width: int) -> bool:
    """Tell whether the first word of the next line would have passed the column."""
    return after != "" and length + len(after.partition(" ")[0]) >= width - SLACK


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
