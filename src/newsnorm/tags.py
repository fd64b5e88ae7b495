r"""Read tags that break lines or part paragraphs as the line ends they stand for, and put them back in the end.

The text of a feed, of an export or of a message may hold ``<br>`` or ``</p><p>`` and no line end. Sentences, labels and
names would then meet over a tag, and a line of the page would be none. So every stage reads such a text with line ends,
and what is left of them becomes the tags again that it was. Tags within sentences, in code and in JSON stay, and so do
all others: what is bold or linked is for the stages to read as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import Final, NamedTuple

from newsnorm.edits import Alignment, Draft, Edit, compose_all
from newsnorm.protected import MARKS, Protected, find_protected

__all__ = ["tag_breaks", "tagged_again"]

APART: Final = 2  # line ends that part paragraphs

_BREAK: Final = re.compile(r"</?(?:br|p)(?=[\s/>])", re.IGNORECASE)
_LINE: Final = re.compile(r"</?br\b", re.IGNORECASE)
_PARAGRAPH: Final = re.compile(r"<(/?)p\b[^<>]*(?<!/)>", re.IGNORECASE)
_PUNCTUATION: Final = re.compile(r"[,;:!?)]|\.(?!\.)")
_MARKS: Final = MARKS | frozenset("([)]")
_BLANKS: Final = frozenset(" \t\xa0")
_SPACE: Final = re.compile(r"\s*")


def tag_breaks(text: str) -> list[Edit]:
    r"""Return the edits that put line ends in place of the tags, without a rule: they are undone in the end.

    Tags in a row, with the white space around them, make one edit.

    >>> from newsnorm.edits import apply
    >>> text = "<p>The ferry sails.</p><p>It is<br/>late.</p>"
    >>> apply(text, tag_breaks(text))
    '\n\nThe ferry sails.\n\nIt is\nlate.\n\n'
    >>> tag_breaks("Write <br> for a line end.")
    []
    """
    if "<" not in text or not _BREAK.search(text):
        return []
    protected = find_protected(text)
    tags = [tag for tag in protected.tags if _BREAK.match(text, tag[0]) and _is_bare(tag, protected)]
    return [_line_ends(text, row) for row in _between_sentences(text, _rows(text, tags))]


def tagged_again(before: str, breaks: Sequence[Edit], layers: Iterable[Sequence[Edit]]) -> list[Edit]:
    r"""Return the edits that put the tags of ``before`` back that ``breaks`` took, after more layers of edits.

    Tags within what was cut go with it. But one that opens or closes a paragraph of which a part is left stays.

    >>> text = "Share<br><p>The ferry sails.</p>"
    >>> tagged_again(text, tag_breaks(text), [[Edit(0, 7, "", ("boilerplate.share-bar",))]])
    [Edit(start=0, end=0, new='<p>', rules=()), Edit(start=16, end=18, new='</p>', rules=())]
    """
    read = Draft.of(before).edited(breaks).text
    later = compose_all(layers)
    changes = _changes(edit for edit in later if edit.new != read[edit.start : edit.end])
    return list(_put_back(_gaps(before, breaks), changes, len(read)))


class _Row(NamedTuple):
    """Hold where tags stand with nothing but white space between them, and how many they are."""

    start: int
    end: int
    size: int


def _is_bare(tag: tuple[int, int], protected: Protected) -> bool:
    """Tell whether a tag is no part of code, of JSON or of anything else that is not prose."""
    i = bisect_left(protected.starts, tag[0])
    return i < len(protected.starts) and (protected.starts[i], protected.ends[i]) == tag


def _rows(text: str, tags: Iterable[tuple[int, int]]) -> list[_Row]:
    rows: list[_Row] = []
    for start, end in tags:
        if rows and _SPACE.fullmatch(text, rows[-1].end, start):
            rows[-1] = _Row(rows[-1].start, end, rows[-1].size + 1)
        else:
            rows.append(_Row(start, end, 1))
    return rows


def _between_sentences(text: str, rows: Sequence[_Row]) -> list[_Row]:
    """Return the rows less those that a sentence goes on after, and less what opens a paragraph that ends so."""
    within = [_is_within_sentence(text, row) for row in rows]
    for i, (row, after) in enumerate(pairwise(rows)):
        opens = row.size == 1 and text[row.start + 1] in "pP"
        within[i] |= opens and within[i + 1] and text[after.start + 1] == "/"
    return [row for i, row in enumerate(rows) if not within[i]]


def _is_within_sentence(text: str, row: _Row) -> bool:
    """Tell whether a lone tag stands within a sentence: one that tells of tags, or that was marked up without care."""
    if row.size > 1:
        return False
    before, after = text[max(0, row.start - 2) : row.start], text[row.end : row.end + 2]
    if before[-1:] in _MARKS and not before[:-1].strip() and after[:1] in _MARKS:
        return True
    if before[-1:] == "\n" or (text[row.start + 1] != "/" and before[-1:] not in _BLANKS):
        return False
    return _PUNCTUATION.match(after) is not None or (after[:1] in _BLANKS and after[1:].islower())


def _line_ends(text: str, row: _Row) -> Edit:
    """Return the edit that puts line ends in place of tags and of the white space around them, but for a margin."""
    left, right = row.start, row.end
    while left > 0 and text[left - 1].isspace():
        left -= 1
    while right < len(text) and text[right].isspace():
        right += 1
    if right < len(text):
        right = text.rfind("\n", row.end, right) + 1 or right
    lines = len(_LINE.findall(text, left, right))
    least = APART if lines < row.size else 1
    return Edit(left, right, "\n" * max(lines, least, text.count("\n", left, right)), ())


class _Gap(NamedTuple):
    """Hold where the text that the stages read has line ends for tags, and what these are.

    ``closing`` and ``opening`` are the last of them that close and open a paragraph, of those that have each other;
    ``inside`` tells whether what follows stands between two.
    """

    start: int
    end: int
    new: str
    tags: str
    closing: str
    opening: str
    inside: bool


def _gaps(before: str, breaks: Sequence[Edit]) -> list[_Gap]:
    tags = [(i, tag) for i, edit in enumerate(breaks) for tag in _PARAGRAPH.finditer(before, edit.start, edit.end)]
    closing: dict[int, str] = {}
    opening: dict[int, str] = {}
    depth = [0] * (len(breaks) + 1)
    for (i, tag), (j, after) in pairwise(tags):
        if not tag[1] and after[1]:
            opening[i] = tag[0]
            closing[j] = after[0]
            depth[i] += 1
            depth[j] -= 1
    read = Alignment.of(breaks)
    return [
        _Gap(start, end, edit.new, before[edit.start : edit.end], closing.get(i, ""), opening.get(i, ""), level > 0)
        for i, (edit, start, end, level) in enumerate(
            zip(breaks, read.output_starts, read.output_ends, accumulate(depth), strict=False)
        )
    ]


def _changes(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits with one for all cuts that meet."""
    changes: list[Edit] = []
    for edit in edits:
        last = changes[-1] if changes else None
        if last and last.end == edit.start and not last.new.strip() and not edit.new.strip():
            changes[-1] = Edit(last.start, edit.end, last.new + edit.new, ())
        else:
            changes.append(edit)
    return changes


def _put_back(gaps: Sequence[_Gap], changes: Sequence[Edit], length: int) -> Iterator[Edit]:
    now = Alignment.of(changes)
    inside = False
    for at, found in groupby(gaps, lambda gap: _change_at(gap, changes, now)):
        met = list(found)
        if at is None:
            yield from (Edit(*now.to_output(gap.start, gap.end), gap.tags, ()) for gap in met)
        elif changes[at].new.strip():
            yield from _in_words(met, changes[at], now.output_starts[at])
        else:
            left = _in_cut(met, changes[at], inside, length)
            yield Edit(now.output_starts[at], now.output_ends[at], left, ())
        inside = met[-1].inside


def _change_at(gap: _Gap, changes: Sequence[Edit], now: Alignment) -> int | None:
    """Return which of the changes meets the line ends of a gap, if any does."""
    at = bisect_right(now.original_ends, gap.start)
    return at if at < len(changes) and changes[at].start < gap.end else None


def _in_words(gaps: Iterable[_Gap], change: Edit, start: int) -> Iterator[Edit]:
    """Yield the edits that put tags back within words that a stage wrote, which start there, if line ends are left."""
    at = 0
    for gap in gaps:
        found = change.new.find(gap.new, at)
        if found >= 0:
            at = found + len(gap.new)
            yield Edit(start + found, start + at, gap.tags, ())


def _in_cut(gaps: Sequence[_Gap], cut: Edit, inside: bool, length: int) -> str:
    """Return what is left where a cut was that starts in a paragraph or not."""
    last = gaps[-1]
    closing = next(gap.closing for gap in gaps if gap.closing) if inside and not last.inside else ""
    if last.end == length and cut.new:  # the line end that the text still has is that of the last tags
        if not last.closing:
            return closing + last.tags
        return last.tags if inside else _PARAGRAPH.sub("", last.tags)
    opening = next(gap.opening for gap in reversed(gaps) if gap.opening) if last.inside and not inside else ""
    return closing + cut.new + opening
