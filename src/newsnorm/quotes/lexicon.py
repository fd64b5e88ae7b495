"""Read what the languages say: words that start or end with an apostrophe, and the marks each language writes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import regex

from newsnorm.rules import data_tables

__all__ = ["ENGLISH", "Elisions", "Marks", "elisions", "marks_of", "speech"]


@dataclass(frozen=True, slots=True)
class Elisions:
    """Hold the words that are written with an apostrophe at an edge, in lower case and without it.

    ``strong`` ('em, 'tis) are hardly ever the first word of a quotation; ``weak`` ('cause, 'round) may well be.
    ``trailing`` (ol', an') end with the apostrophe.
    """

    strong: frozenset[str]
    weak: frozenset[str]
    trailing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """Hold the marks of a language: the outer and the inner pair, the apostrophe, the space inside guillemets."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    space: str = ""


ENGLISH: Final = Marks(("“", "”"), ("‘", "’"))


@cache
def elisions() -> Elisions:
    """Return the words of all languages: a text does not say which of them it quotes."""
    strong: set[str] = set()
    weak: set[str] = set()
    trailing: set[str] = set()
    for folder in files("newsnorm").joinpath("data").iterdir():
        if folder.joinpath("quotes.toml").is_file():
            table = data_tables(f"{folder.name}/quotes.toml").get("elisions", {})
            strong.update(table.get("strong", ()))
            weak.update(table.get("weak", ()))
            trailing.update(table.get("trailing", ()))
    return Elisions(frozenset(strong), frozenset(weak), frozenset(trailing))


@cache
def speech() -> regex.Pattern[str]:
    """Return the pattern of who speaks, right after a quotation: "said Haddad", "Leila Haddad, 47, told", "a man said".

    >>> [speech().match(after) is not None for after in ("Leila Haddad told us", "he says", "Leila left", "saying")]
    [True, True, False, False]
    """
    table = data_tables("en/quotes.toml")["speech"]
    pronouns, articles, verbs = ("|".join(table[name]) for name in ("pronouns", "articles", "verbs"))
    name = r"\p{Lu}[\w'’-]{1,20}(?: \p{Lu}[\w'’-]{1,20}){0,3}(?:, \d\d,)?"
    return regex.compile(rf"(?:(?:{pronouns}|{name}|(?:{articles})(?: [\w'’-]{{1,20}}){{1,4}}?) )?(?:{verbs})\b")


@cache
def marks_of(lang: str) -> Marks:
    """Return the marks of a language, by its tag or else by the first part of it; English ones if it is not known.

    >>> marks_of("de").outer, marks_of("en-GB").outer, marks_of("en-NZ").outer
    (('„', '“'), ('‘', '’'), ('“', '”'))
    """
    table = data_tables("any/quotes.toml")["marks"]
    tag = lang.lower()
    while tag:
        if tag in table:
            row = table[tag]
            return Marks((row["outer"][0], row["outer"][1]), (row["inner"][0], row["inner"][1]), row.get("space", ""))
        tag = tag.rpartition("-")[0]
    return ENGLISH
