"""Say which marks belong together and how deep each stands, once every mark has its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsnorm.quotes.marks import Kind, Mark
from newsnorm.quotes.pair import paragraph_break

__all__ = ["Nested", "nested"]


@dataclass(frozen=True, slots=True)
class Nested:
    """Hold a mark with its kind, how many quotations it stands in, and the index of its partner (or None)."""

    mark: Mark
    kind: Kind
    depth: int
    partner: int | None

    @property
    def family(self) -> str:
        """Double, single, or what else the mark is."""
        return self.kind.rpartition("-")[2]

    @property
    def opens(self) -> bool:
        """Whether it is an opening mark."""
        return self.kind.startswith("open")


def nested(text: str, marks: Sequence[Mark], kinds: Sequence[Kind]) -> list[Nested]:
    """Return the marks with their depth and partner; no pair goes beyond a paragraph."""
    depths = [0] * len(marks)
    partners: list[int | None] = [None] * len(marks)
    opened: list[int] = []
    for i, (mark, kind) in enumerate(zip(marks, kinds, strict=True)):
        if opened and paragraph_break(text, marks[i - 1].end, mark.start) >= 0:
            opened = []
        if kind in ("apostrophe", "prime"):
            depths[i] = len(opened)
        elif kind.startswith("open"):
            if opened and kinds[opened[-1]] == kind:
                opened.pop()
            depths[i] = len(opened)
            opened.append(i)
        else:
            level = _level(kinds, opened, kind[6:])
            depths[i] = level
            if level < len(opened):
                partners[i], partners[opened[level]] = opened[level], i
                del opened[level:]
    return [Nested(*row) for row in zip(marks, kinds, depths, partners, strict=True)]


def _level(kinds: Sequence[Kind], opened: Sequence[int], family: str) -> int:
    """Return the level of the innermost open quotation of a family, or the number of levels if there is none."""
    for level in range(len(opened) - 1, -1, -1):
        if kinds[opened[level]].endswith(family):
            return level
    return len(opened)
