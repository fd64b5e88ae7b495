"""Link the names of one article: a sieve, the most precise rules first, each with its vetoes.

Full names of persons first; then what is surely a part of exactly one of them; then organizations by legal form,
acronym and short form. Places are linked by the tables alone: Mexico is not Mexico City. What could be two
people's is flagged, never guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from newsnorm.names import vocabulary as v
from newsnorm.names.canonical import lookup
from newsnorm.names.find import Piece
from newsnorm.names.mention import Form
from newsnorm.names.name import Name
from newsnorm.names.organizations_link import link_organizations
from newsnorm.names.people import People
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.rules import Rules

__all__ = ["Link", "link_names"]


class Link(NamedTuple):
    """Say to which form a mention belongs, by which rule, and whether it could be another's."""

    name: Name
    form: Form
    rule: str
    ambiguous: bool


def link_names(
    text: str, pieces: list[Piece], words: Vocabulary, rules: Rules, lang: str, text_words: Callable[[], frozenset[str]]
) -> list[Link]:
    """Return one link for each piece, in the same order."""
    names = _names(pieces)
    if "names.alias" in rules:
        for name in names.values():
            row = name.row = lookup(name.text, "PER" if name.person else None, rules, text_words, lang)
            if row is not None and name.type is None:
                name.type = row.type
                name.person = row.type == "PER"
    people = People(list(names.values()), words, "names.full-variant" in rules)
    link_organizations(text, names, pieces, words, rules)
    return [_link(piece, names[piece.text], people, words, rules) for piece in pieces]


def _names(pieces: list[Piece]) -> dict[str, Name]:
    """Return the written forms by their text; a form is of the type that any of its mentions tells, a person first."""
    names: dict[str, Name] = {}
    for piece in pieces:
        name = names.get(piece.text)
        if name is None:
            name = names[piece.text] = Name(piece.text, piece.words, piece.type)
        elif piece.type is not None and (name.type is None or piece.type == "PER"):
            name.type = piece.type
        if piece.type == "PER":
            name.person = True
            if piece.gender:
                name.genders.add(piece.gender)
    return names


def _link(piece: Piece, name: Name, people: People, words: Vocabulary, rules: Rules) -> Link:
    if name.target is not None:
        return Link(name.root(), _FORMS.get(name.rule, "short"), name.rule, False)
    titled = bool(piece.honorific or piece.role)
    if name.type in (None, "PER") or titled:
        bearers = people.bearers(name.text)
        if len(bearers) > 1 and piece.gender:
            bearers = [b for b in bearers if not b.genders or piece.gender in b.genders]
            bearers = [b for b in bearers if _gender(b, words) in ("", piece.gender)]
        if bearers and "names.surname" in rules:
            return _to_bearer(bearers, name, piece, "names.surname", titled)
        if len(name.words) == 1:
            middles = people.middles(name.text)
            if len(middles) == 1 and "names.surname" in rules:
                return _to_bearer(middles, name, piece, "names.surname", titled)
            givens = people.given(name.text)
            if givens and "names.given-name" in rules:
                return _to_bearer(givens, name, piece, "names.given-name", False)
    if name.row is not None:
        return Link(name, "full", "names.alias", False)
    return Link(name, "titled" if titled and len(name.words) == 1 else "full", "names.full", False)


_FORMS: Final[dict[str, Form]] = {
    "names.initials": "initials",
    "names.full-variant": "full",
    "names.acronym": "acronym",
    "names.legal-form": "full",
}


def _to_bearer(bearers: list[Name], name: Name, piece: Piece, rule: str, titled: bool) -> Link:
    form: Form = "titled" if titled else "given" if rule == "names.given-name" else "short"
    if len(bearers) > 1:
        return Link(name, form, rule, True)
    bearer = bearers[0].root()
    if titled:
        bearer.person = True
    if bearer.person:
        bearer.type = "PER"
    return Link(bearer, form, rule, False)


def _gender(name: Name, words: Vocabulary) -> str:
    first = name.words[0]
    male, female = first in words.male, first in words.female
    return "" if male == female else "m" if male else "f"
