"""Say which marks belong together and how deep each stands, once every mark has its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsnorm.quotes.marks import Kind, Mark
from newsnorm.quotes.pair import paragraph_break

__all__ = ["Nested", "nested"]


@dataclass(frozen=True, slots=True)
class Nested:
    """Hold a mark with its kind, its partner, and the families of the quotations around it ("ds": single in double)."""

    mark: Mark
    kind: Kind
    partner: Mark | None
    inside: str

    @property
    def family(self) -> str:
        """Double, single, or what else the mark is."""
        return self.kind.rpartition("-")[2]

    @property
    def opens(self) -> bool:
        """Whether it is an opening mark."""
        return self.kind.startswith("open")


def nested(text: str, marks: Sequence[Mark], kinds: Sequence[Kind]) -> list[Nested]:
    """Return the marks with their partners and what they stand in; no pair goes beyond a paragraph."""
    partners = _partners(text, marks, kinds)
    found: list[Nested] = []
    inside = ""
    for i, (mark, kind) in enumerate(zip(marks, kinds, strict=True)):
        partner = partners.get(i)
        if partner is not None and partner < i:
            inside = inside[:-1]
        found.append(Nested(mark, kind, None if partner is None else marks[partner], inside))
        if partner is not None and partner > i:
            inside += kind[5]
    return found


def _partners(text: str, marks: Sequence[Mark], kinds: Sequence[Kind]) -> dict[int, int]:
    """Return which mark each paired mark belongs to."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for i, (mark, kind) in enumerate(zip(marks, kinds, strict=True)):
        if opened and paragraph_break(text, marks[i - 1].end, mark.start) >= 0:
            opened = []
        if kind.startswith("open"):
            if opened and kinds[opened[-1]] == kind and _shape(text, marks[opened[-1]]) == _shape(text, mark):
                opened.pop()  # it was never closed
            opened.append(i)
        elif kind.startswith("close"):
            fitting = [j for j in opened if kinds[j].endswith(kind[6:])]
            alike = [j for j in fitting if (_shape(text, marks[j]) == "«") == (_shape(text, mark) == "«")]
            if fitting:
                other = (alike or fitting)[-1]
                partners[i], partners[other] = other, i
                del opened[opened.index(other) :]
    return partners


def _shape(text: str, mark: Mark) -> str:
    """Return what sort of mark it is, so that «a „b“ c» is read as one quotation in another."""
    character = text[mark.start]
    if character in "«»‹›":
        return "«"
    return "„" if character in "„‚" else "“"
