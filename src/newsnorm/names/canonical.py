"""One name for one entity across articles: the alias tables, a user's and the shipped one.

A table row says that an alias is another writing of a canonical name. A user's rows (``rules.aliases``) come
first: they add, override and, where alias and canonical are the same, forbid. A row with context words holds
only in a text that has one of them ("Georgia": Tbilisi or Atlanta?). A bare surname is never an alias; within
an article it inherits from its full name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from newsnorm.arguments import check_choice, check_rules, check_text, language
from newsnorm.names.forms import LONG, normal_form, normal_forms, without_possessive
from newsnorm.names.organizations import organization
from newsnorm.names.persons import person
from newsnorm.names.text_words import TextWords
from newsnorm.rules import BUILTIN, Alias, NameType, Rules, data_text

__all__ = [
    "AliasRow",
    "canonical_name",
    "entry",
    "is_known_as",
    "is_listed",
    "is_users",
    "listed_names",
    "lookup",
    "spelling_of",
]

_LANGUAGES: Final = ("en",)
_COLUMNS: Final = "alias\tcanonical\ttype\tcontext\tspelling\tsource"


@dataclass(frozen=True, slots=True)
class AliasRow:
    """Hold what a table says of one written form of a name.

    ``spelling`` is what text output prints in its place, None where the text stays as it is ("Britain"): it
    differs from the alias in spelling, case or dots only. ``context`` are words of which the text must hold
    one; empty for a row that always holds.
    """

    alias: str
    canonical: str
    type: NameType | None = None
    spelling: str | None = None
    context: frozenset[str] = frozenset()


def lookup(
    name: str,
    type: NameType | None,
    rules: Rules,
    words: TextWords | frozenset[str] | None = None,
    lang: str = "en",
) -> AliasRow | None:
    """Return the table row of a written form, a user's before a shipped one, or None.

    Marks, dots and punctuation do not count. An alias in capitals (WHO) answers to capitals only, any other to
    every casing but lower case throughout. ``words`` are the words of the text, asked for only if the answer
    depends on them; without them a row that needs context does not answer. A canonical name has a row too. For a
    name in capitals ("KIEV") the spelling is in capitals.

    >>> lookup("Nato", None, BUILTIN).spelling, lookup("who", None, BUILTIN), lookup("Georgia", "LOC", BUILTIN)
    ('NATO', None, None)
    >>> lookup("Georgia", "LOC", BUILTIN, frozenset({"Tbilisi"})).canonical
    'Georgia (country)'
    """
    if not rules.aliases:
        answer = _answer(name, type, lang) if len(name) < LONG else _answer.__wrapped__(name, type, lang)
        if answer is None or not isinstance(answer, tuple):
            return answer
        return _cased(_choose(answer, words), name)
    key = normal_form(name)
    own = _choose(_fitting(_users(rules.aliases).get(key, ()), name, type), words)
    row = own or _choose(_fitting(_shipped_rows(key, lang), name, type), words)
    return _cased(row if own else _renamed(row, rules), name)


def spelling_of(
    name: str, type: NameType | None, rules: Rules, words: TextWords | frozenset[str], lang: str = "en"
) -> str | None:
    """Return what text output prints in place of a written form, None where it stays.

    >>> spelling_of("Nato", None, BUILTIN, frozenset()), spelling_of("Britain", None, BUILTIN, frozenset())
    ('NATO', None)
    """
    if not rules.aliases and len(name) < LONG:
        answer = _answer(name, type, lang)
        if not isinstance(answer, tuple):
            return answer.spelling if answer is not None else None
        if all(row.spelling is None for row in answer):
            return None  # whichever row holds: the words of the text need not be looked for
    row = lookup(name, type, rules, words, lang)
    return row.spelling if row is not None else None


def canonical_name(name: str, type: NameType | None = None, rules: Rules = BUILTIN, *, lang: str = "en") -> str:
    """Return the canonical form of a name, or the name itself where no table has it.

    The same name always gets the same answer, so what depends on the article (a surname alone, "Georgia") stays.
    A title before a known person's name and the legal form after a known company's do not count.

    >>> canonical_name("Kiev"), canonical_name("U.S."), canonical_name("Zelenskyy")
    ('Kyiv', 'United States', 'Zelenskyy')
    >>> canonical_name("President Volodymyr Zelenskyy"), canonical_name("Berkshire Hathaway Inc.")
    ('Volodymyr Zelensky', 'Berkshire Hathaway')
    """
    check_text(name)
    if type is not None:
        check_choice("type", type, ("PER", "ORG", "LOC"))
    check_rules(rules)
    lang = language(lang)
    row = lookup(name, type, rules, lang=lang)
    if row is None and not is_listed(name, lang):
        row = _stripped(name, type, rules, lang)
    return row.canonical if row else name


def entry(name: str, type: NameType | None, rules: Rules, lang: str) -> AliasRow | None:
    """Return the table row of a name whatever its case: what comparing two names asks.

    A row that needs context answers if no other row has the same alias; an alias of several names is a name of
    its own.
    """
    row = _entry(normal_form(name), type, rules, lang)
    return row or _stripped(name, type, rules, lang)


def is_listed(name: str, lang: str = "en") -> bool:
    """Tell whether the shipped tables have any row of a written form, which may hold or not.

    >>> is_listed("Georgia"), is_listed("Leila Haddad")
    (True, False)
    """
    return lang in _LANGUAGES and normal_form(name) in _shipped(lang)


def listed_names(lang: str = "en") -> Iterator[tuple[str, NameType]]:
    """Give the shipped forms of several words that name an organization or a place in any text, each with its type.

    >>> ("World Health Organization", "ORG") in set(listed_names())
    True
    """
    for lines in _shipped(lang).values() if lang in _LANGUAGES else ():
        for line in lines.split("\n"):
            alias, _, type, context, *_ = line.split("\t")
            if type in ("ORG", "LOC") and not context and " " in alias:
                yield alias, type  # type: ignore[misc]


def is_known_as(surname: str, canonical: str, roles: frozenset[str], lang: str = "en") -> bool:
    """Tell whether the tables know nobody else by a surname, or the person by it and one of the roles.

    >>> is_known_as("Duterte", "Rodrigo Duterte", frozenset(["President"]))
    True
    >>> is_known_as("Bush", "Jeb Bush", frozenset(["Governor"]))
    False
    """
    if lang not in _LANGUAGES:
        return False
    if _by_surname(lang).get(surname) == {canonical}:
        return True
    rows = [row for role in roles for row in _shipped_rows(normal_form(f"{role} {surname}"), lang)]
    return bool(rows) and all(row.canonical == canonical for row in rows)


@cache
def _by_surname(lang: str) -> dict[str, set[str]]:
    """Return the canonical names of the persons in the tables by their last word."""
    found: dict[str, set[str]] = {}
    for lines in _shipped(lang).values():
        for line in lines.split("\n"):
            _, canonical, type, *_ = line.split("\t")
            if type == "PER":
                found.setdefault(canonical.rpartition(" ")[2], set()).add(canonical)
    return found


def is_users(name: str, row: AliasRow | None, rules: Rules) -> bool:
    """Tell whether a user's row is about a name: then the user decides, and no rule merges it with another."""
    if not rules.aliases:
        return False
    users = _users(rules.aliases)
    return normal_form(name) in users or (row is not None and normal_form(row.canonical) in users)


def _entry(key: str, type: NameType | None, rules: Rules, lang: str) -> AliasRow | None:
    own = _of_type(_users(rules.aliases).get(key, ()), type) if rules.aliases else ()
    rows = own or _of_type(_shipped_rows(key, lang), type)
    rows = tuple(row for row in rows if not row.context) or rows
    if len({row.canonical for row in rows}) > 1:
        return replace(rows[0], canonical=rows[0].alias)
    row = rows[0] if rows else None
    return row if own else _renamed(row, rules)


def _stripped(name: str, type: NameType | None, rules: Rules, lang: str) -> AliasRow | None:
    """Return the row of a name without a possessive ending, titles or a legal form."""
    bare = without_possessive(name)
    if bare != name and (row := _entry(normal_form(bare), type, rules, lang)) is not None:
        return row
    if type != "LOC" and lang in _LANGUAGES:
        parts = person(name, lang)
        if type != "ORG" and len(parts.words) > 1 and not parts.suffix:
            row = _entry(" ".join(parts.words), "PER", rules, lang)
            if row is not None:
                return row
        company = organization(name, lang)
        if type != "PER" and company.forms:
            return _entry(" ".join(company.words), "ORG", rules, lang)
    return None


def _renamed(row: AliasRow | None, rules: Rules) -> AliasRow | None:
    """Return a shipped row with the canonical name that a user's row puts in the place of ours."""
    if row is None or not rules.aliases:
        return row
    users = _users(rules.aliases).get(normal_form(row.canonical), ())
    own = _choose(_fitting(users, row.canonical, row.type), None)
    if own is None or own.canonical == row.canonical:
        return row
    return replace(row, canonical=own.canonical, spelling=row.spelling and own.canonical)


def _choose(rows: tuple[AliasRow, ...], words: TextWords | frozenset[str] | None) -> AliasRow | None:
    """Return the one row that holds; two that do and disagree are no answer."""
    needing = [row for row in rows if row.context]
    if needing and words is not None:
        holding = [row for row in needing if not words.isdisjoint(row.context)]
        if holding:
            return holding[0] if len({row.canonical for row in holding}) == 1 else None
    free = [row for row in rows if not row.context]
    return free[0] if free and len({row.canonical for row in free}) == 1 else None


def _fitting(rows: tuple[AliasRow, ...], name: str, type: NameType | None) -> tuple[AliasRow, ...]:
    """Return the rows of a name that are of its type and answer to how it is written."""
    return tuple([row for row in _of_type(rows, type) if _fits(row.alias, name)])


def _of_type(rows: tuple[AliasRow, ...], type: NameType | None) -> tuple[AliasRow, ...]:
    """Return the rows of a type; a place that acts may have been taken for an organization, never for a person."""
    if type is None or not rows:
        return rows
    exact = tuple([row for row in rows if row.type in (None, type)])
    return exact or (tuple([row for row in rows if row.type != "PER"]) if type != "PER" else ())


def _fits(alias: str, name: str) -> bool:
    """Tell whether an alias answers to the case, the last dot and the first "the" of a written form."""
    if alias.isupper():
        return name.isupper()
    if (alias.endswith(".") and not name.endswith(".")) or (alias.startswith("The ") and name[:4].lower() != "the "):
        return False
    return not name.islower() or alias.islower()


def _cased(row: AliasRow | None, name: str) -> AliasRow | None:
    """Return the row with its spelling in capitals, or with a first capital, where the name is written so.

    A name written with marks keeps its spelling: Schröder does not become Schroeder.
    """
    if row is None or row.spelling is None:
        return row
    if not name.isascii() and row.spelling.isascii():
        return replace(row, spelling=None)
    if name.isupper() and not row.alias.isupper() and not row.spelling.isupper():
        return replace(row, spelling=row.spelling.upper())
    if name[:1].isupper() and row.spelling[:1].islower() and row.alias[:1].islower():
        return replace(row, spelling=row.spelling[0].upper() + row.spelling[1:])
    return row


@cache
def _shipped(lang: str) -> dict[str, str]:
    """Return the shipped lines by the normal form of their alias, those of one key together.

    The table has thousands of lines of which an article needs a few: a line is taken apart when it is looked up.
    """
    header, *lines = data_text(f"{lang}/aliases.tsv").splitlines()
    if header != _COLUMNS:
        raise ValueError(f"aliases.tsv starts {header!r}: allowed is {_COLUMNS!r}")
    table: dict[str, str] = {}
    for key, line in zip(normal_forms([line.partition("\t")[0] for line in lines]), lines, strict=True):
        table[key] = f"{table[key]}\n{line}" if key in table else line
    return table


@lru_cache(maxsize=1 << 13)
def _answer(name: str, type: NameType | None, lang: str) -> AliasRow | tuple[AliasRow, ...] | None:
    """Return the shipped row of a name, or all rows that may hold where the words of the text decide."""
    rows = _fitting(_shipped_rows(normal_form(name), lang), name, type)
    if any(row.context for row in rows):
        return rows
    return _cased(_choose(rows, None), name) if rows else None


@lru_cache(maxsize=1 << 13)
def _shipped_rows(key: str, lang: str) -> tuple[AliasRow, ...]:
    lines = _shipped(lang).get(key) if lang in _LANGUAGES else None
    return tuple(map(_row, lines.split("\n"))) if lines else ()


def _row(line: str) -> AliasRow:
    alias, canonical, type, context, spelling, _ = line.split("\t")
    printed = (canonical if spelling == "=" else spelling) or None
    words = frozenset(context.split("|")) if context else frozenset[str]()
    return AliasRow(alias, canonical, type or None, printed, words)  # type: ignore[arg-type]


@lru_cache(maxsize=8)
def _users(aliases: tuple[Alias, ...]) -> dict[str, tuple[AliasRow, ...]]:
    """Return a user's rows by key, each with the canonical name at the end of its chain; of two the later wins."""
    latest = {(normal_form(a.alias), a.type, a.context): a for a in aliases}.values()
    next_of = {normal_form(a.alias): a.canonical for a in latest if not a.context}
    rows = []
    for a in latest:
        last = _last(a.canonical, next_of)
        words = frozenset(a.context.split("|")) if a.context else frozenset[str]()
        forbids = a.alias == a.canonical
        rows.append(AliasRow(a.alias, last, a.type, None if forbids else last, words))
    return _by_key(rows)


def _last(name: str, next_of: dict[str, str]) -> str:
    """Follow a chain of aliases to its end; the names of a circle all end at the first of them in the alphabet."""
    seen = [name]
    while (key := normal_form(seen[-1])) in next_of and next_of[key] != seen[-1]:
        name = next_of[key]
        if name in seen:
            return min(seen[seen.index(name) :])
        seen.append(name)
    return seen[-1]


def _by_key(rows: Iterable[AliasRow]) -> dict[str, tuple[AliasRow, ...]]:
    table: dict[str, tuple[AliasRow, ...]] = {}
    canonicals: dict[tuple[str, NameType | None], None] = {}
    for row in rows:
        key = normal_form(row.alias)
        table[key] = (*table.get(key, ()), row)
        canonicals[row.canonical, row.type] = None
    for canonical, type in canonicals:
        key = normal_form(canonical)
        if not any(row.canonical == canonical for row in table.get(key, ())):
            table[key] = (*table.get(key, ()), AliasRow(canonical, canonical, type))
    return table
