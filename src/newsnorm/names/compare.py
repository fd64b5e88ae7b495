"""Same name or not: two written forms of persons', organizations' and places' names, precise first.

The tables decide where they know both names; what they do not know is compared by the rules of its type. A
name of unknown type is the same as another if it is in one of the ways that are safe for every type.
"""

from __future__ import annotations

from typing import Final

from newsnorm.arguments import check_choice, check_rules, check_text, language
from newsnorm.names.canonical import AliasRow, entry, is_users
from newsnorm.names.forms import normal_form, without_possessive
from newsnorm.names.organizations import organization, other_forms, same_organization, same_place
from newsnorm.names.persons import person, same_person
from newsnorm.rules import BUILTIN, NameType, Rules

_NOT_PERSONS: Final = frozenset(["of", "the", "and", "for", "in", "on", "at", "to"])
_FULL_NAME: Final = 2

__all__ = ["same_name"]


def same_name(a: str, b: str, type: NameType | None = None, rules: Rules = BUILTIN, *, lang: str = "en") -> bool:
    """Tell whether two written forms are one name.

    Case, marks and punctuation never count. The answer is about names, not about who bears them: two people
    called John Smith have the same name. A surname alone is not its bearer's full name.

    >>> same_name("Kiev", "Kyiv"), same_name("Sen. Charles E. Schumer", "Chuck Schumer")
    (True, True)
    >>> same_name("Ivanka Trump", "Ivana Trump"), same_name("Donald Trump Jr.", "Donald Trump")
    (False, False)
    """
    for text in (a, b):
        check_text(text)
    if type is not None:
        check_choice("type", type, ("PER", "ORG", "LOC"))
    check_rules(rules)
    lang = language(lang)
    if a == b:
        return True
    key_a, key_b = normal_form(a), normal_form(b)
    if not key_a or not key_b:
        return False
    if key_a == key_b:
        return True
    one, two = entry(a, type, rules, lang), entry(b, type, rules, lang)
    if (one is not None and two is not None) or is_users(a, one, rules) or is_users(b, two, rules):
        equal = normal_form(one.canonical if one else a) == normal_form(two.canonical if two else b)
        return equal and (type in ("PER", "LOC") or not other_forms(organization(a), organization(b)))
    a, b = without_possessive(a), without_possessive(b)
    return any(_alike(x, y, type, lang) for x in _forms(a, one) for y in _forms(b, two))


def _forms(name: str, row: AliasRow | None) -> tuple[str, ...]:
    """Return a name and its canonical form, unless that is shorter and leaves out what may tell two names apart."""
    if row is None or row.canonical.count(" ") < name.count(" "):
        return (name,)
    return name, row.canonical


def _alike(a: str, b: str, type: NameType | None, lang: str) -> bool:
    """Tell whether the rules of a type find two forms to be one name."""
    if type == "PER":
        return same_person(person(a), person(b))
    if type == "LOC":
        return same_place(a, b)
    one, two = organization(a), organization(b)
    if type == "ORG" or one.forms or two.forms:
        return same_organization(one, two)
    if one.together == two.together:
        return True
    if not _NOT_PERSONS.isdisjoint(one.words + two.words) or min(len(one.words), len(two.words)) < _FULL_NAME:
        return False
    return same_person(person(a), person(b))
