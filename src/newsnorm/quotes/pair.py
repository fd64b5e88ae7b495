"""Choose the kinds of all marks together: cheapest by their neighbours and by how quotations nest.

A small dynamic program over each paragraph: the state is what is open. Its cost rises for a quotation that is
never closed and for a closing mark without an opening one, so that a mark which could be either is what its
quotation needs, while news texts that leave a quotation open at the end of a paragraph are read as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsnorm.quotes.marks import Kind, Mark
from newsnorm.quotes.neighbours import ANY, SPACES

__all__ = ["choose_kinds", "opens_sentence", "paragraph_break", "paragraphs"]

_REOPENED: Final = 3.0  # a mark opens what is open already
_REOPENED_IN_LINE: Final = 1.5  # the same after the end of a sentence: its paragraph was put on one line with the last
_STRAY: Final = 3.0  # a mark closes what is not open
_CROSSED: Final = 2.0  # a mark closes what is outside of something open
_DEEP: Final = 1.0  # a third level
_LEFT_OPEN: Final = {"D": 1.0, "S": 1.5}  # at the end of a paragraph, if the next one does not open it again

_STATES: Final = ("", "D", "S", "DS", "SD", "DSD", "SDS")
_MARKS: Final = "".join(ANY)
# A blank line, a line end after the end of a sentence, and one before a mark.
_BREAK: Final = re.compile(
    rf"\n(?:[ \t]*\n|(?<=[.!?:…)。！？」{_MARKS}]\n)|(?=[ \t]{{0,8}}[{_MARKS}])|(?<=[.!?:…){_MARKS}] \n))"
)
_STOPS: Final = frozenset(".!?…")
_Path = tuple[float, tuple[object, ...]]


def choose_kinds(text: str, marks: Sequence[Mark]) -> list[Kind]:
    """Return the kind of each mark."""
    kinds: list[Kind] = [mark.costs[0][0] for mark in marks]
    open_marks = [i for i, mark in enumerate(marks) if len(mark.costs) > 1]
    first = 0
    while first < len(open_marks):
        last = first + 1
        reopened = False
        while last < len(open_marks):
            before, here = marks[open_marks[last - 1]], marks[open_marks[last]]
            at = paragraph_break(text, before.end, here.start)
            if at >= 0:
                reopened = here.starts_line and not text[at : here.start].strip(_MARKS + "*_ \t\n")
                break
            last += 1
        chosen = _paragraph(text, [marks[i] for i in open_marks[first:last]], reopened)
        for i, kind in zip(open_marks[first:last], chosen, strict=True):
            kinds[i] = kind
        first = last
    return kinds


def paragraph_break(text: str, start: int, end: int) -> int:
    """Return where a paragraph ends between two positions, or -1.

    A line that ends in the middle of a sentence, as in text of fixed width, does not end one.
    """
    if text.find("\n", start, end) < 0:
        return -1
    match = _BREAK.search(text, start, end + 1)
    return match.start() if match else -1


def paragraphs(text: str, start: int, end: int) -> int:
    """Return how many paragraphs there are between two positions."""
    return sum(bool(part.strip()) for part in _BREAK.split(text[start:end]))


def _paragraph(text: str, marks: Sequence[Mark], reopened: bool) -> list[Kind]:
    """Return the cheapest kinds for the marks of one paragraph."""
    easy = _in_turn(marks)
    if easy is not None:
        return easy
    paths: dict[str, _Path] = {"": (0.0, ())}
    for mark in marks:
        after: dict[str, _Path] = {}
        for state, (cost, path) in paths.items():
            for kind, own in mark.costs:
                new, more = _MOVES[state, kind]
                total = cost + own + more
                if more == _REOPENED:
                    total -= _spared(text, mark, kind)
                if new not in after or total < after[new][0]:
                    after[new] = (total, (kind, path))
        paths = after
    ends = ((cost + _unclosed(state, reopened), state) for state, (cost, _) in paths.items())
    _, state = min(ends)
    return _walk(paths[state][1])


def _spared(text: str, mark: Mark, kind: Kind) -> float:
    """Return what it costs less that a mark opens again what is open, because a paragraph seems to begin there."""
    if mark.starts_line:
        return _REOPENED
    return _REOPENED - _REOPENED_IN_LINE if kind == "open-double" and opens_sentence(text, mark) else 0


def opens_sentence(text: str, mark: Mark) -> bool:
    """Tell whether a mark stands after the end of a sentence and a space.

    Where a double mark is open, another one there opens the next paragraph of what is said: a page that was dumped on
    one line has lost the line end before it.
    """
    before = text[max(0, mark.start - 2) : mark.start]
    return len(before) == 2 and before[0] in _STOPS and before[1] in SPACES


def _in_turn(marks: Sequence[Mark]) -> list[Kind] | None:
    """Return the kinds at once if double marks open and close in turn just as their neighbours ask."""
    kinds: list[Kind] = []
    for i, mark in enumerate(marks):
        kind, cost = mark.costs[i % 2]
        if cost or not kind.endswith("double") or len(mark.costs) != 2:
            return None
        kinds.append(kind)
    return None if len(marks) % 2 else kinds


def _unclosed(state: str, reopened: bool) -> float:
    if not state:
        return 0
    return 0.2 if reopened else sum(_LEFT_OPEN[level] for level in state)


def _walk(path: tuple[object, ...]) -> list[Kind]:
    kinds: list[Kind] = []
    while path:
        kind, path = path  # type: ignore[assignment]
        kinds.append(kind)  # type: ignore[arg-type]
    kinds.reverse()
    return kinds


def _move(state: str, kind: Kind) -> tuple[str, float]:
    if kind in ("apostrophe", "prime"):
        return state, 0
    level = "D" if kind.endswith("double") else "S"
    if kind.startswith("open"):
        if state.endswith(level):
            return state, _REOPENED
        if state + level in _STATES:
            return state + level, _DEEP if len(state) == 2 else 0
        return state[:-2] + level, _REOPENED  # a fourth level does not happen: something was never closed
    if level not in state:
        return state, _STRAY
    if state.endswith(level):
        return state[:-1], 0
    return state[: state.rindex(level)], _CROSSED


_KINDS: Final[tuple[Kind, ...]] = ("open-double", "close-double", "open-single", "close-single", "apostrophe", "prime")
_MOVES: Final = {(state, kind): _move(state, kind) for state in _STATES for kind in _KINDS}
