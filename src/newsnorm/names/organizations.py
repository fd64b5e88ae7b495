"""Compare the written forms of organizations' and places' names: legal forms, British and American spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsnorm.names.forms import normal_form
from newsnorm.names.persons import both_common
from newsnorm.names.spelling import fold, slip
from newsnorm.names.words import name_words

__all__ = ["Organization", "organization", "same_organization", "same_place"]

_LONG: Final = 5
_LONGEST: Final = 9
_FAMILIES: Final = (frozenset({"ltd", "plc"}), frozenset({"jsc", "cjsc"}))
_GROUPS: Final = frozenset({"group", "holding", "holdings"})


@dataclass(frozen=True, slots=True)
class Organization:
    """Hold the words of a company's name without its legal forms, and the classes of these."""

    words: tuple[str, ...]
    forms: frozenset[str]
    together: str


@lru_cache(maxsize=1 << 14)
def organization(name: str, lang: str = "en") -> Organization:
    """Return an organization's name without its legal form; a name that is nothing else keeps it.

    >>> company = organization("The Goldman Sachs Group, Inc.")
    >>> company.words, company.forms
    (('goldman', 'sachs', 'group'), frozenset({'inc'}))
    """
    vocabulary = name_words(lang)
    tokens = _numbered([word for word in normal_form(name).split() if word != "the"], vocabulary.spellings)
    if tokens[:1] == ["us"]:
        tokens[:1] = ["united", "states"]
    forms, end = set[str](), len(tokens)
    while found := next(
        (n for n in (5, 4, 3, 2, 1) if n < end and tuple(tokens[end - n : end]) in vocabulary.forms), 0
    ):
        forms.add(vocabulary.forms[tuple(tokens[end - found : end])])
        end -= found
    start = next((n for n in (4, 3, 2, 1) if n < end and tuple(tokens[:n]) in vocabulary.forms_before), 0)
    if start:
        forms.add(vocabulary.forms_before[tuple(tokens[:start])])
    return Organization(tuple(tokens[start:end]), frozenset(forms), "".join(tokens))


def _numbered(tokens: list[str], spellings: Mapping[str, str]) -> list[str]:
    """Return words in their one spelling, "Forty-Four" as 44."""
    found: list[str] = []
    tens = ""
    for token in tokens:
        word = spellings.get(token, token)
        if tens and len(word) == 1 and word.isdigit():
            found[-1] = tens[0] + word
            word = ""
        elif word:
            found.append(word)
        tens = word if word != token and word.isdigit() and word[-1] == "0" and len(word) == 2 and word > "10" else ""
    return found


def same_organization(a: Organization, b: Organization) -> bool:
    """Tell whether two names are one organization's: the same words, and no two different legal forms."""
    if other_forms(a, b):
        return False
    one, two = a.words, b.words
    if len(one) != len(two):
        one, two = _without_group(one), _without_group(two)
    if one == two or "".join(one) == "".join(two) or a.together == b.together or _same_words(one, two):
        return True
    return _one_slip(one, two)


def _one_slip(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names differ in one letter of one long word: "Samsong Electronics"."""
    different = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(different) != 1:
        return False
    x, y = different[0]
    shortest = _LONGEST if len(a) == 1 else _LONG + 1
    if len(a) == 1 and len(x) == len(y) and sorted(x) != sorted(y):
        return False  # Microtel is not Macrotel
    if min(len(x), len(y)) < shortest or x[0] != y[0] or not slip(x, y):
        return False
    return not both_common(x, y, "surname", "en")


def other_forms(a: Organization, b: Organization) -> bool:
    """Tell whether two companies have legal forms, and none in common: Merck & Co and Merck KGaA are two."""
    if not a.forms or not b.forms or not a.forms.isdisjoint(b.forms):
        return False
    return not any(a.forms & family and b.forms & family for family in _FAMILIES)


def same_place(a: str, b: str, lang: str = "en") -> bool:
    """Tell whether two names are one place's: the same but for "St.", Arabic articles and romanization."""
    vocabulary = name_words(lang)
    one = [vocabulary.place_spellings.get(w, w) for w in normal_form(a).split()]
    two = [vocabulary.place_spellings.get(w, w) for w in normal_form(b).split()]
    one, two = (_without_articles(words, vocabulary.articles) for words in (one, two))
    return one == two or "".join(one) == "".join(two) or _same_words(tuple(one), tuple(two))


def _without_articles(words: list[str], articles: frozenset[str]) -> list[str]:
    """Leave out Arabic articles inside a name; the first word of one is written "al"."""
    first = ["al"] if len(words) > 1 and words[0] in articles else words[:1]
    return first + [word for word in words[1:] if word not in articles]


def _without_group(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out "Group" and "Holdings" where two words or more are left."""
    while len(words) > 2 and words[-1] in _GROUPS:
        words = words[:-1]
    return words


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether all words are the same, long ones but for romanization."""
    return len(a) == len(b) and all(
        x == y or (min(len(x), len(y)) >= _LONG and fold(x) == fold(y)) for x, y in zip(a, b, strict=True)
    )
