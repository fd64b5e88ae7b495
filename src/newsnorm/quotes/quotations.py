"""Say where quotations are, blind to the style of their marks."""

from __future__ import annotations

from collections.abc import Sequence

from newsnorm.protected import find_protected
from newsnorm.quotes.marks import Kind, Mark, find_marks
from newsnorm.quotes.neighbours import ANY
from newsnorm.quotes.pair import choose_kinds, paragraph_break

__all__ = ["find_quotations"]


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of quotations, marks included: sorted, disjoint, a quotation inside another left out.

    Whatever stands in a pair of marks counts, a single word too. A quotation that its paragraph does not close
    ends with the paragraph, unless the next paragraph opens with a mark of the same kind: then it goes on.
    Single marks that nothing closes count only if they start their paragraph; apostrophes never count.

    >>> find_quotations("He said: “We can't.” Then he left.")
    [(9, 20)]
    """
    if _without_quotations(text):
        return []
    marks = find_marks(text, find_protected(text))
    return _spans(text, marks, choose_kinds(text, marks))


def _without_quotations(text: str) -> bool:
    """Tell at once that a text has no mark that could open a quotation."""
    if text.isascii():
        return '"' not in text and "'" not in text and "`" not in text and ",," not in text
    return ANY.isdisjoint(text)


def _spans(text: str, marks: Sequence[Mark], kinds: Sequence[Kind]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, Mark]] = []  # what is open, outermost first
    at = 0
    for mark, kind in zip(marks, kinds, strict=True):
        if kind in ("apostrophe", "prime"):
            continue
        family = kind[-6:]
        if opened:
            end = paragraph_break(text, at, mark.start)
            if end >= 0 and kind.startswith("open") and opened[0][0] == family and _reopens(text, end, mark):
                opened = opened[:1]
            elif end >= 0:
                spans += _unclosed(text, opened[0], end)
                opened = []
        at = mark.end
        if kind.startswith("open"):
            if not opened or opened[-1][0] != family:
                opened.append((family, mark))
        else:
            outermost = opened[:1]
            opened = opened[: _last(opened, family)]
            if outermost and not opened:
                spans.append((outermost[0][1].start, mark.end))
    if opened:
        end = paragraph_break(text, at, len(text))
        spans += _unclosed(text, opened[0], len(text) if end < 0 else end)
    return spans


def _last(opened: Sequence[tuple[str, Mark]], family: str) -> int:
    """Return where the innermost open quotation of a family stands, or the number of open ones if there is none."""
    return next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == family), len(opened))


def _reopens(text: str, end: int, mark: Mark) -> bool:
    return mark.starts_line and text[end : mark.start].strip() == ""


def _unclosed(text: str, opened: tuple[str, Mark], end: int) -> list[tuple[int, int]]:
    """Return the span of a quotation that its paragraph does not close, unless it is one that does not count."""
    family, mark = opened
    if family == "single" and not mark.starts_line:
        return []
    return [(mark.start, mark.start + len(text[mark.start : end].rstrip()))]
