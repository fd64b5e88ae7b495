"""What the names stage finds: one mention of a name, and the entity that mentions of one article share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, make_dataclass
from typing import Literal, ParamSpec, TypeVar

from newsnorm.rules import NameType

__all__ = ["Entity", "Form", "NameMention", "new_mention"]

P = ParamSpec("P")
T = TypeVar("T")
Form = Literal["full", "short", "titled", "given", "initials", "acronym"]


@dataclass(frozen=True, slots=True, order=True)
class NameMention:
    """Hold one mention of a name: ``text[start:end]`` is the name without its honorific.

    ``type`` is None where the text does not tell. ``canonical`` is the one string that every mention of that
    entity in this text carries. ``form`` says how much of the name is there: "full", "short" (a part of it),
    "titled" (a part after an honorific or a role: "Mr. Haddad"), "given", "initials" or "acronym".
    ``honorific`` ("Mr.") and ``role`` ("President") are what stands before the name, as written. ``rule`` is
    the id of the rule that linked the mention to its entity. ``ambiguous`` mentions may be another's (father
    and son); they are never edited. ``quoted`` mentions stand inside a quotation.
    """

    start: int
    end: int
    text: str
    type: NameType | None
    canonical: str
    form: Form
    honorific: str | None
    role: str | None
    rule: str
    ambiguous: bool
    quoted: bool


def _unlocked(cls: Callable[P, T]) -> Callable[P, T]:
    """Return what makes objects of a frozen class of slots four times faster, without a call for each value."""
    draft = make_dataclass("Draft", [field.name for field in fields(cls)], slots=True)  # type: ignore[arg-type]

    def new(*values: P.args, **named: P.kwargs) -> T:
        made: T = draft(*values, **named)
        made.__class__ = cls  # type: ignore[assignment]
        return made

    return new


new_mention = _unlocked(NameMention)


@dataclass(frozen=True, slots=True)
class Entity:
    """Hold what one article calls by one canonical name: type, mentions in order, and the rules that linked them."""

    canonical: str
    type: NameType | None
    mentions: tuple[NameMention, ...]
    evidence: tuple[str, ...]
