"""The words that written forms of one name differ in: titles, suffixes, particles, legal forms."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsnorm.rules import data_text

__all__ = ["NameWords", "name_words"]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Hold the vocabulary of a language's ``name-words.toml``, ready to look up.

    ``after`` is what may follow a person's name: suffixes and letters (M.D.). ``forms`` and ``forms_before`` give the
    class of a legal form by its words, at the end and at the start of a company's name. ``spellings`` of
    organizations and ``place_spellings`` give the one spelling of a word.
    """

    titles: frozenset[str]
    before_titles: frozenset[str]
    regnal: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    suffixes: Mapping[str, str]
    after: frozenset[str]
    articles: frozenset[str]
    sons: frozenset[str]
    particles: frozenset[str]
    abd: frozenset[str]
    forms: Mapping[tuple[str, ...], str]
    forms_before: Mapping[tuple[str, ...], str]
    spellings: Mapping[str, str]
    place_spellings: Mapping[str, str]


@cache
def name_words(lang: str = "en") -> NameWords:
    """Return the vocabulary of a language, read once."""
    tables = tomllib.loads(data_text(f"{lang}/name-words.toml"))
    person, organization = tables["person"], tables["organization"]
    lists = ("titles", "before_titles", "regnal", "male", "female", "articles", "sons", "abd", "particles")
    return NameWords(
        **{name: frozenset(person[name].split()) for name in lists},
        suffixes=person["suffixes"],
        after=frozenset(person["letters"].split()) | person["suffixes"].keys(),
        forms=_forms(organization["forms"]),
        forms_before=_forms(organization["before"]),
        spellings=organization["words"],
        place_spellings=tables["place"]["words"],
    )


def _forms(classes: Mapping[str, list[str]]) -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): name for name, forms in classes.items() for form in forms}
