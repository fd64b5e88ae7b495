"""Tell whether a surname is another's than who bears the full name: a judge's of a lawyer's name, a famous father's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from newsnorm.names.beside import text_before
from newsnorm.names.compare import same_name
from newsnorm.names.mention import NameMention
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["is_famous", "is_of_other_sex", "is_other_officer"]


def is_other_officer(text: str, mention: NameMention, fulls: Sequence[NameMention], words: Vocabulary) -> bool:
    """Tell whether a title is one of law or rank that no full mention of the name has: "Judge Wolfe", a lawyer's name.

    A full mention has it by a role of the same group ("Chief Justice Anna Wolfe"), or by what the text tells beside it
    ("Anna Wolfe, a former judge", "police officer Tyler Grant"). Whom the tables know, readers do, too.
    """
    group = _group(mention.role, words)
    if group is not None and any(full.rule == "names.alias" for full in fulls):
        return False
    return group is not None and not any(_is_of_group(text, full, group, words) for full in fulls)


def _group(role: str | None, words: Vocabulary) -> frozenset[str] | None:
    """Return the words that go with the role before a name, if it is one of law or rank."""
    return words.offices.get(role.rpartition(" ")[2]) if role else None


def _is_of_group(text: str, full: NameMention, group: frozenset[str], words: Vocabulary) -> bool:
    if full.role and not group.isdisjoint(full.role.split()):
        return True
    before = text_before(text, full.start, _REACH)
    clause = _CLAUSE.split(before.rstrip(" ,\u00a0"))[-1].split()
    if not group.isdisjoint(clause[-1:]) or (before.endswith(", ") and not group.isdisjoint(clause[:3])):
        return True  # "the judge, Anna Wolfe", "The judge in the case, Anna Wolfe"
    told = words.phrases.held.match(text, full.end, full.end + _REACH)
    return told is not None and not group.isdisjoint(_WORD.findall(told[0]))


_REACH: Final = 64
_CLAUSE: Final = re.compile(r"[.,;:!?\n]")
_WORD: Final = re.compile(r"\w+\.?|\w+")


def is_of_other_sex(text: str, mention: NameMention, fulls: Iterable[NameMention], words: Vocabulary) -> bool:
    """Tell whether an honorific tells another sex than a pronoun does of whom the text names in full.

    "Chidi Okafor was shot at his home. Mrs Okafor wept": where the given name does not tell, the pronoun that follows
    it in its sentence does, if no other person's name or honorific comes first.
    """
    sex = words.sex(mention.honorific) if mention.honorific else ""
    return sex != "" and any(_told_sex(text, full, words) not in ("", sex) for full in fulls)


def _told_sex(text: str, full: NameMention, words: Vocabulary) -> str:
    if words.sex(full.text.partition(" ")[0]):
        return ""  # linking has compared them
    end = full.end
    for word in _WORDS.findall(text, end, end + _LONGEST_SENTENCE):
        if word in ".!?\n" or words.sex(word):
            return ""
        if word in words.pronouns:
            return words.pronouns[word]
    return ""


_LONGEST_SENTENCE: Final = 200
_WORDS: Final = re.compile(r"\w+|[.!?\n]")


def is_famous(mention: NameMention, words: Vocabulary) -> bool:
    """Tell whether a surname alone means somebody famous who is not the one it was linked to: "Trump" of Lara Trump."""
    bearers = words.famous.get(mention.text)
    if bearers is None or mention.canonical in bearers:
        return False
    return not any(same_name(mention.canonical, bearer, "PER") for bearer in bearers)  # "Aleksei A. Navalny"
