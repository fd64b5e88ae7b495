"""What the stage finds: a stretch of text that is not the story, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BoilerplateSpan"]


@dataclass(frozen=True, slots=True)
class BoilerplateSpan:
    """Hold a stretch of boilerplate: where it is, of what kind, by which rule, and the reason in words.

    ``kind`` is a word of the lexicon ("share", "related", "credit" …), "duplicate", "repeated" or "other". ``rule``
    is the id of the rule that takes it, ``reason`` says what the rule saw: for the model, what weighed most.
    """

    start: int
    end: int
    kind: str
    rule: str
    reason: str
