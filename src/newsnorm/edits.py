"""The engine: edits, the one function that applies them, and the map of where everything went.

A stage reads a text and returns edits. Nothing changes a text in any other way, so whatever `clean` did
can be listed, replayed and traced back to the original. This file knows nothing of news, only of spans.

All positions are code points. Every function here is linear in the text plus the edits (and the sorting
of edits that come unsorted), whatever their number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from operator import attrgetter
from sys import maxsize
from typing import Any, ClassVar, Final, Protocol, TypeVar

from newsnorm.arguments import check_text, wrong_type
from newsnorm.unlocked import unlocked

__all__ = [
    "Alignment",
    "Draft",
    "Edit",
    "apply",
    "compose",
    "compose_all",
    "diff",
    "edit_of",
    "in_order",
    "on_original",
]

_WORDS: Final = re.compile(r"\s+|\S+")
_position: Final = attrgetter("start", "end")
_values: Final = attrgetter("start", "end", "new")


class _Span(Protocol):
    """What a stage finds: a dataclass with a place in a text."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Found = TypeVar("_Found", bound=_Span)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Say that ``text[start:end]`` becomes ``new``, and by which rules.

    An insertion has ``start == end``; a deletion has an empty ``new``. A stage's edit names one rule,
    a composed edit those of every stage that had a hand in it, in the order of the stages.

    >>> apply("on Tuesday.", [Edit(10, 10, " [2022-02-15]", ("dates.weekday",))])
    'on Tuesday [2022-02-15].'
    """

    start: int
    end: int
    new: str
    rules: tuple[str, ...]


_UnlockedEdit: Final = unlocked(Edit)


def edit_of(start: int, end: int, new: str, rule: str) -> Edit:
    """Return the edit of one rule, as `Edit` does, in less than half of the time: for those that most texts have.

    >>> edit_of(0, 4, "NATO", "names.case") == Edit(0, 4, "NATO", ("names.case",))
    True
    """
    edit = _UnlockedEdit(start, end, new, (rule,))
    edit.__class__ = Edit
    return edit


def in_order(edits: Iterable[Edit], length: int) -> list[Edit]:
    """Return the edits sorted by position, or raise ``ValueError`` where they cannot all be made.

    Refused are positions outside ``0..length``, two edits that overlap, and two insertions at one place
    (their order would be a guess). An insertion where a replacement starts comes before it.

    >>> in_order([Edit(3, 4, "x", ()), Edit(0, 1, "y", ())], 4)
    [Edit(start=0, end=1, new='y', rules=()), Edit(start=3, end=4, new='x', rules=())]
    """
    ordered = sorted(edits, key=_position)
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= length:
            raise ValueError(f"edit {edit} lies outside the text: allowed are positions 0 to {length}")
    for before, after in pairwise(ordered):
        if after.start < before.end or (after.end == before.start and after.start == before.end):
            raise ValueError(f"edits {before} and {after} overlap: allowed are disjoint edits")
    return ordered


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Make all edits on the text at once; raise ``ValueError`` if they overlap or lie outside it.

    >>> apply("Nato said", [Edit(0, 4, "NATO", ("names.case",))])
    'NATO said'
    """
    check_text(text)
    ordered = in_order(map(_checked, edits), len(text))
    return _applied(text, ordered) if ordered else text


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """Return the edits that do in one step what ``first`` and then ``second`` do.

    ``first`` is made on a text, ``second`` on the result; both in order, as `in_order` gives them. Edits
    that meet in the same characters become one edit with the rules of both; those that only touch stay apart.

    >>> compose([Edit(0, 1, "", ("a",))], [Edit(2, 3, "z", ("b",))])
    [Edit(start=0, end=1, new='', rules=('a',)), Edit(start=3, end=4, new='z', rules=('b',))]
    """
    if not first or not second:
        return list(first or second)
    composed: list[Edit] = []
    shift = 0  # original minus middle position, for kept text at this point
    i = j = 0
    while i < len(first) or j < len(second):
        if j == len(second) or (i < len(first) and _goes_before(first[i], second[j], shift)):
            composed.append(first[i])
            shift += _growth(first[i])
            i += 1
        elif i == len(first) or _goes_after(first[i], second[j], shift):
            edit = second[j]
            composed.append(Edit(edit.start + shift, edit.end + shift, edit.new, edit.rules))
            j += 1
        else:
            i_end, j_end = _cluster(first, second, i, j, shift)
            composed.append(_merged(first[i:i_end], second[j:j_end], shift))
            shift += sum(map(_growth, first[i:i_end]))
            i, j = i_end, j_end
    return composed


def compose_all(layers: Iterable[Sequence[Edit]]) -> list[Edit]:
    """Return the edits of all layers, each made on the result of those before it, as one list on the first text.

    >>> compose_all([[Edit(0, 1, "NA", ())], [Edit(1, 3, "", ())]])
    [Edit(start=0, end=2, new='N', rules=())]
    """
    edits: list[Edit] = []
    for layer in layers:
        edits = compose(edits, layer)
    return edits


def diff(before: str, after: str, rule: str) -> list[Edit]:
    """Return edits, all by one rule, that turn one string into another.

    For what only gives a new string. Equal lines are matched first, then the words and the spaces inside the
    stretches that changed; what stays unmatched is replaced as a whole.

    >>> diff("the cafÃ© here", "the café here", "encoding.mojibake")
    [Edit(start=4, end=9, new='café', rules=('encoding.mojibake',))]
    """
    if before == after:
        return []
    edits: list[Edit] = []
    for start, end, new_start, new_end in _changed(before.splitlines(True), after.splitlines(True)):
        old, new = before[start:end], after[new_start:new_end]
        for a, b, c, d in _changed(_WORDS.findall(old), _WORDS.findall(new)):
            edits.append(Edit(start + a, start + b, new[c:d], (rule,)))
    return edits


@dataclass(frozen=True, slots=True)
class Alignment:
    """Map spans between an original text and what edits made of it.

    Kept text maps one to one. A position inside replaced text stands for the whole replacement: a span that
    starts there begins where the replacement begins, one that ends there ends where it ends. What was
    inserted (or deleted) right at the edge of a span lies outside it. Both maps are monotonic.

    >>> alignment = Alignment.of([Edit(10, 10, " [2022-02-15]", ("dates.weekday",))])
    >>> alignment.to_output(3, 11), alignment.to_original(12, 22)
    ((3, 24), (10, 10))
    """

    original_starts: tuple[int, ...]
    original_ends: tuple[int, ...]
    output_starts: tuple[int, ...]
    output_ends: tuple[int, ...]

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> Alignment:
        """Build the map of edits, in any order; raise ``ValueError`` if they overlap."""
        edits = in_order(map(_checked, edits), maxsize)
        starts, ends, shift = [], [], 0
        for edit in edits:
            starts.append(edit.start + shift)
            ends.append(edit.start + shift + len(edit.new))
            shift -= _growth(edit)
        return cls(tuple(e.start for e in edits), tuple(e.end for e in edits), tuple(starts), tuple(ends))

    def to_output(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the output that the original's ``[start, end)`` became."""
        return _mapped(start, end, self.original_starts, self.original_ends, self.output_starts, self.output_ends)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that the output's ``[start, end)`` came from."""
        return _mapped(start, end, self.output_starts, self.output_ends, self.original_starts, self.original_ends)


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold a text on its way through the stages: the original, the text so far and each stage's edits.

    Composing the edits costs time that `clean` need not spend, so it waits until they are asked for.

    >>> Draft.of("Nato said").edited([Edit(0, 4, "NATO", ("names.case",))]).text
    'NATO said'
    """

    original: str
    text: str
    layers: tuple[tuple[Edit, ...], ...] = ()

    @classmethod
    def of(cls, text: str) -> Draft:
        """Start with a text that nothing has changed yet.

        A ``str`` of another class (a node of Beautiful Soup, Markup, ``numpy.str_``) is read as the text it holds.
        """
        plain = str.__str__(text)
        return cls(plain, plain)

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """Return the draft after one more stage."""
        ordered = in_order(edits, len(self.text))
        if not ordered:
            return self
        return Draft(self.original, _applied(self.text, ordered), (*self.layers, tuple(ordered)))

    def edits(self) -> list[Edit]:
        """Return all edits as made on the original, in order, without those that change nothing."""
        return [edit for edit in compose_all(self.layers) if edit.new != self.original[edit.start : edit.end]]


def on_original(found: Sequence[_Found], draft: Draft, alignment: Alignment | None = None) -> tuple[_Found, ...]:
    """Return what was found in a draft's text with its positions in the original."""
    if not draft.layers:
        return tuple(found)
    to_original = (alignment or Alignment.of(draft.edits())).to_original
    moved = []
    for one in found:
        start, end = to_original(one.start, one.end)
        moved.append(replace(one, start=start, end=end))
    return tuple(moved)


def _checked(edit: object) -> Edit:
    """Return an edit that a caller made, or raise ``TypeError``: a dataclass does not check what it is given."""
    if not isinstance(edit, Edit):
        raise wrong_type("edit", edit, "allowed is an Edit")
    start, end, new = _values(edit)
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(new, str)):
        raise TypeError(f"edit is {edit!r:.120}: allowed are whole numbers as start and end and a str as new")
    return edit


def _growth(edit: Edit) -> int:
    """By how much the original runs ahead of the result after this edit."""
    return edit.end - edit.start - len(edit.new)


def _applied(text: str, ordered: Sequence[Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in ordered:
        pieces.append(text[at : edit.start])
        pieces.append(edit.new)
        at = edit.end
    pieces.append(text[at:])
    return "".join(pieces)


def _goes_before(first: Edit, second: Edit, shift: int) -> bool:
    """Tell whether an edit of the first stage ends before one of the second begins."""
    end = first.start - shift + len(first.new)
    if end != second.start:
        return end < second.start
    # They touch. Two insertions at one place, or an insertion where something was deleted, are one edit.
    return second.start != second.end or (first.start != first.end and first.new != "")


def _goes_after(first: Edit, second: Edit, shift: int) -> bool:
    """Tell whether an edit of the first stage begins after one of the second ends."""
    start = first.start - shift
    if start != second.end:
        return start > second.end
    return second.start != second.end or (first.start != first.end and first.new != "")


def _cluster(first: Sequence[Edit], second: Sequence[Edit], i: int, j: int, shift: int) -> tuple[int, int]:
    """Return where the run of edits ends that all meet each other, from ``first[i]`` and ``second[j]`` on."""
    i_end, j_end = i + 1, j + 1
    shift += _growth(first[i])
    while True:
        if j_end < len(second) and not _goes_before(first[i_end - 1], second[j_end], shift - _growth(first[i_end - 1])):
            j_end += 1
        elif i_end < len(first) and not _goes_after(first[i_end], second[j_end - 1], shift):
            shift += _growth(first[i_end])
            i_end += 1
        else:
            return i_end, j_end


def _merged(first: Sequence[Edit], second: Sequence[Edit], shift: int) -> Edit:
    """Return the one edit that a cluster of edits of two stages amounts to."""
    after = shift + sum(map(_growth, first))
    start = min(first[0].start, second[0].start + shift)
    end = max(first[-1].end, second[-1].end + after)
    low = start - shift
    pieces: list[str] = []
    at = start
    # Kept text between edits of the cluster lies inside an edit of the second stage, which replaces it:
    # a placeholder of the same length stands for it.
    for edit in first:
        pieces.append("\0" * (edit.start - at))
        pieces.append(edit.new)
        at = edit.end
    pieces.append("\0" * (end - at))
    moved = [Edit(edit.start - low, edit.end - low, edit.new, edit.rules) for edit in second]
    rules = [rule for edit in (*first, *second) for rule in edit.rules]
    return Edit(start, end, _applied("".join(pieces), moved), tuple(dict.fromkeys(rules)))


def _mapped(
    start: int,
    end: int,
    from_starts: Sequence[int],
    from_ends: Sequence[int],
    to_starts: Sequence[int],
    to_ends: Sequence[int],
) -> tuple[int, int]:
    if not 0 <= start <= end:
        raise ValueError(f"span is {start!r} to {end!r}: allowed are positions from 0 on, the start not after the end")
    if not from_starts:
        return start, end
    # The last edit that ends at or before the span's start, and the first that starts at or after its end.
    before = bisect_right(from_ends, start) - 1
    if before + 1 < len(from_starts) and from_starts[before + 1] <= start < from_ends[before + 1]:
        new_start = to_starts[before + 1]
    elif before >= 0:
        new_start = to_ends[before] + start - from_ends[before]
    else:
        new_start = start
    after = bisect_left(from_starts, end)
    if after > 0 and from_ends[after - 1] >= end and from_starts[after - 1] < end:
        new_end = to_ends[after - 1]
    elif after > 0:
        new_end = to_ends[after - 1] + end - from_ends[after - 1]
    else:
        new_end = end
    return new_start, max(new_start, new_end)


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the spans, in characters, where two lists of pieces differ."""
    old_at, new_at = _offsets(before), _offsets(after)
    old, new = 0, 0
    for old_equal, new_equal, size in _equal_runs(before, after):
        if old_equal > old or new_equal > new:
            yield old_at[old], old_at[old_equal], new_at[new], new_at[new_equal]
        old, new = old_equal + size, new_equal + size


def _equal_runs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of equal pieces as (place before, place after, length), the last one empty, at the ends.

    Pieces that are unique on both sides are the anchors (patience diff): linear but for sorting, where the
    longest common subsequence of texts with many equal pieces (blank lines, spaces) would be quadratic.
    """
    old = new = 0
    for old_anchor, new_anchor in [*_anchors(before, after), (len(before), len(after))]:
        if old_anchor < old:
            continue  # an earlier run has grown over this anchor
        if size := _run(before[old:old_anchor], after[new:new_anchor]):
            yield old, new, size
            old, new = old + size, new + size
        back = _run(before[old:old_anchor][::-1], after[new:new_anchor][::-1])
        size = back + _run(before[old_anchor : old_anchor + 1], after[new_anchor : new_anchor + 1])
        yield old_anchor - back, new_anchor - back, size
        old, new = old_anchor - back + size, new_anchor - back + size


def _run(before: Sequence[str], after: Sequence[str]) -> int:
    """Count the equal pieces that two lists start with."""
    size = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        size += 1
    return size


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest rising chain of the pieces that both lists hold exactly once."""
    counts, other_counts = Counter(before), Counter(after)
    places = {piece: place for place, piece in enumerate(after) if other_counts[piece] == 1}
    pairs = [(place, places[piece]) for place, piece in enumerate(before) if counts[piece] == 1 and piece in places]
    ends: list[int] = []  # of each length, the smallest place after at which a chain of it ends
    chains: list[int] = []  # index in pairs of that chain's last pair
    earlier: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        earlier.append(chains[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            chains.append(index)
        else:
            ends[length], chains[length] = place, index
    chain: list[tuple[int, int]] = []
    index = chains[-1] if chains else -1
    while index >= 0:
        chain.append(pairs[index])
        index = earlier[index]
    return chain[::-1]


def _offsets(pieces: Sequence[str]) -> list[int]:
    return [0, *accumulate(map(len, pieces))]
