"""Give an institution that is named by its place one mention: "U.S. government" is not the country.

It is told once the mentions are made, so what is edited does not depend on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newsnorm.names.beside import small_word_after
from newsnorm.names.mention import NameMention
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["with_institutions"]


def with_institutions(text: str, mentions: Sequence[NameMention], words: Vocabulary) -> list[NameMention]:
    """Return mentions in order, where a place and the institution after it are one: "London police".

    The place before the office of a nation is part of the role of who holds it ("U.S. President Leila Haddad"), and no
    mention. A sentence may open with where something happens: "In London | police arrested him".
    """
    told: list[NameMention] = []
    for mention in mentions:
        place = told[-1] if told and told[-1].type == "LOC" else None
        if place is not None and mention.role in words.phrases.offices and _is_between(text, place, mention, words):
            told[-1] = replace(mention, role=f"{place.text} {mention.role}")
        else:
            told.append(mention if mention.type in _OTHERS else _with_institution(text, mention, words))
    return told


def _is_between(text: str, place: NameMention, person: NameMention, words: Vocabulary) -> bool:
    """Tell whether only the role of a person stands between a place and the person's name: "U.S. President | Haddad".

    Not in "In Jordan King Omar said".
    """
    if text[place.end : person.start].replace("\u00a0", " ") != f" {person.role} ":
        return False
    return place.text.isupper() or not text.endswith(words.phrases.where, 0, place.start)


def _with_institution(text: str, place: NameMention, words: Vocabulary) -> NameMention:
    """Return the mention of the institution or of the district that starts with a place, or the place."""
    found = words.phrases.institution.match(text, place.end)
    if found is None or (place.type is None and not found["land"]):
        return place
    if not found["land"] and text.endswith(words.phrases.where, 0, place.start) and _acts(text, found.end(), words):
        return place
    name = found["institution"] or found["land"]
    return replace(
        place,
        end=found.end(),
        text=f"{place.text} {name}",
        canonical=f"{place.canonical} {name}",
        type="LOC" if found["land"] else "ORG",
    )


def _acts(text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether a verb follows an institution that ends here: "police | arrested", not "police | custody"."""
    verb = small_word_after(text, end)
    return verb.endswith(words.phrases.past_ends) or verb in words.followers or verb in words.verbs


_OTHERS: Final = ("PER", "ORG")
