"""What the names stage finds: one mention of a name, and the entity that mentions of one article share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from newsnorm.rules import NameType
from newsnorm.unlocked import unlocked

__all__ = ["Entity", "Form", "NameMention", "Told", "UnlockedMention"]

Form = Literal["full", "short", "titled", "given", "initials", "acronym"]

Told: TypeAlias = tuple[NameType | None, str, Form, str, bool]
"""What mentions written alike have in common: their type, canonical, form and rule, and whether they are ambiguous."""


@dataclass(frozen=True, slots=True, order=True)
class NameMention:
    """Hold one mention of a name: ``text[start:end]`` is the name without its honorific.

    ``type`` is None where the text does not tell. ``canonical`` is the one string that every mention of that
    entity in this text carries. ``form`` says how much of the name is there: "full", "short" (a part of it),
    "titled" (a part after an honorific or a role: "Mr. Haddad"), "given", "initials" or "acronym".
    ``honorific`` ("Mr.") and ``role`` ("President", "U.S. President") are what stands before the name, as written. An
    institution that is named by a place is one mention with it: "U.S. government" is none of the country. ``rule`` is
    the id of the rule that linked the mention to its entity. ``ambiguous`` mentions may be another's (father
    and son); they are never edited. ``quoted`` mentions stand inside a quotation. A line end or a no-break space
    within a name is a space in ``text``.
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


UnlockedMention: type[NameMention] = unlocked(NameMention)


@dataclass(frozen=True, slots=True)
class Entity:
    """Hold what one article calls by one canonical name: type, mentions in order, and the rules that linked them."""

    canonical: str
    type: NameType | None
    mentions: tuple[NameMention, ...]
    evidence: tuple[str, ...]
