"""Tell whether a title and a surname are another's than who bears the full name: a judge of a lawyer's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsnorm.names.mention import NameMention
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["is_other_officer"]


def is_other_officer(text: str, mention: NameMention, fulls: Iterable[NameMention], words: Vocabulary) -> bool:
    """Tell whether a title is one of law or rank that no full mention of the name has: "Judge Wolfe", a lawyer's name.

    A full mention has it by a role of the same group ("Chief Justice Anna Wolfe"), or by what the text tells beside it
    ("Anna Wolfe, a former judge", "police officer Tyler Grant").
    """
    group = _group(mention.role, words)
    return group is not None and not any(_is_of_group(text, full, group, words) for full in fulls)


def _group(role: str | None, words: Vocabulary) -> frozenset[str] | None:
    """Return the words that go with the role before a name, if it is one of law or rank."""
    return words.offices.get(role.rpartition(" ")[2]) if role else None


def _is_of_group(text: str, full: NameMention, group: frozenset[str], words: Vocabulary) -> bool:
    if full.role and not group.isdisjoint(full.role.split()):
        return True
    before = text[max(0, full.start - _REACH) : full.start]
    clause = _CLAUSE.split(before.rstrip(" ,\u00a0"))[-1].split()
    if not group.isdisjoint(clause[-1:]) or (before.endswith(", ") and not group.isdisjoint(clause[:3])):
        return True  # "the judge, Anna Wolfe", "The judge in the case, Anna Wolfe"
    told = words.phrases.held.match(text, full.end, full.end + _REACH)
    return told is not None and not group.isdisjoint(_WORD.findall(told[0]))


_REACH: Final = 64
_CLAUSE: Final = re.compile(r"[.,;:!?\n]")
_WORD: Final = re.compile(r"\w+\.?|\w+")
