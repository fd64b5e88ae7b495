"""Give an institution that is named by its place one mention: "U.S. government" is not the country.

It is told once the mentions are made, so what is edited does not depend on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newsnorm.names.mention import NameMention
from newsnorm.names.phrases import Phrases

__all__ = ["with_institutions"]


def with_institutions(text: str, mentions: Sequence[NameMention], phrases: Phrases) -> list[NameMention]:
    """Return mentions in order, where a place and the institution after it are one: "London police".

    The place before the office of a nation is part of the role of who holds it ("U.S. President Leila Haddad"), and no
    mention.
    """
    told: list[NameMention] = []
    for mention in mentions:
        place = told[-1] if told and told[-1].type == "LOC" else None
        if place is not None and mention.role in phrases.offices and _is_between(text, place, mention):
            told[-1] = replace(mention, role=f"{place.text} {mention.role}")
        else:
            told.append(mention if mention.type in _OTHERS else _with_institution(text, mention, phrases.institution))
    return told


def _is_between(text: str, place: NameMention, person: NameMention) -> bool:
    """Tell whether only the role of a person stands between a place and the person's name."""
    return text[place.end : person.start].replace("\u00a0", " ") == f" {person.role} "


def _with_institution(text: str, place: NameMention, institution: re.Pattern[str]) -> NameMention:
    """Return the mention of the institution or of the district that starts with a place, or the place."""
    found = institution.match(text, place.end)
    if found is None or (place.type is None and not found["land"]):
        return place
    name = found["institution"] or found["land"]
    return replace(
        place,
        end=found.end(),
        text=f"{place.text} {name}",
        canonical=f"{place.canonical} {name}",
        type="LOC" if found["land"] else "ORG",
    )


_OTHERS: Final = ("PER", "ORG")
