"""Rules as data: read them, check them, add to them, switch them off.

Every edit names the rule that made it, and every rule is a row of a data file with an id, a reason and
examples: texts it must act on (``matches``) and texts it must leave alone (``spares``). What a stage does
with a row is that stage's business; this file only reads the rows and answers which of them are on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal, get_args

import regex

from newsnorm.straight import straightened

__all__ = ["BUILTIN", "Alias", "NameType", "Rule", "RuleError", "Rules", "data_tables", "data_text", "load_rules"]

NameType = Literal["PER", "ORG", "LOC"]
Where = Literal["line", "prefix", "suffix", "block", "inline"]

STAGES: Final = ("encoding", "boilerplate", "quotes", "dates", "names")
_FIRST: Final = ("any", "en")
_ID: Final = regex.compile(r"(?:encoding|boilerplate|quotes|dates|names)\.[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD: Final = regex.compile(r"[^\W_]+")
_NAME: Final = regex.compile(r"[a-z]+(?:-[a-z]+)*")
_RULE_FIELDS: Final = frozenset(
    {"id", "why", "matches", "spares", "pattern", "unless", "where", "kind", "words", "needs", "sure"}
)
_TABLES: Final = frozenset({"rule", "alias", "guards"})  # of a user's file; those we ship have others beside them
_ALIAS_FIELDS: Final = frozenset({"alias", "canonical", "type", "context"})


class RuleError(ValueError):
    """Tell what is wrong with a rule file: the file, the rule and what is allowed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold one row of the rule data.

    ``pattern`` and what follows it are for rules that are nothing but a pattern (boilerplate): ``where`` is
    the place it must fill ("line": a whole line; "prefix" and "suffix": the start or end of one; "block": a
    line that opens a block; "inline": anywhere), ``kind`` the kind of boilerplate it finds, ``words`` the most
    words the line may have, ``needs`` words in lower case or signs of which the line must have one for the row to
    be asked at all, ``unless`` patterns none of which may be found in the line, and ``sure`` that what it takes is
    never a label or an entry of the article.
    """

    id: str
    why: str
    matches: tuple[str, ...]
    spares: tuple[str, ...]
    pattern: str | None = None
    where: Where | None = None
    kind: str | None = None
    words: int | None = None
    lang: str = ""
    needs: tuple[str, ...] = ()
    sure: bool = False
    unless: tuple[str, ...] = ()

    @property
    def stage(self) -> str:
        """The stage that reads this rule: the part of the id before the dot."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Alias:
    """Say that one name is another's alias; ``alias == canonical`` forbids every other merge of it.

    ``context`` is empty for an alias that always holds; otherwise words, separated by ``|``, of which the
    text must hold one.
    """

    alias: str
    canonical: str
    type: NameType | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold which rules are on: those that newsnorm ships, plus a user's, without those switched off.

    A plain value: `plus` and `without` return a new one. It is hashable and pickles to other processes.

    >>> "boilerplate.model" in BUILTIN.without("boilerplate.model")
    False
    """

    added: tuple[Rule, ...] = ()
    aliases: tuple[Alias, ...] = ()
    off: frozenset[str] = field(default_factory=frozenset)

    def plus(self, *paths: str | Path) -> Rules:
        """Return these rules and those of TOML files with ``[[rule]]`` and ``[[alias]]`` tables.

        A file that cannot be used raises `RuleError`, one that is not there `OSError`.
        """
        added = self
        for path in paths:
            try:
                text = Path(path).read_text(encoding="utf-8-sig")
            except UnicodeDecodeError as error:
                raise RuleError(f"{path}: not UTF-8 at byte {error.start}") from None
            rules, aliases = _parse(text, str(path))
            for rule in rules:
                _check_pattern(rule, str(path))
            _check_unique(rules, {rule.id for rule in added.every()}, str(path))
            added = replace(added, added=added.added + rules, aliases=added.aliases + aliases)
        return added

    def without(self, *ids: str) -> Rules:
        """Return these rules less some, each named by its id or by the start of it up to a dot or hyphen.

        >>> BUILTIN.without("boilerplate.share") == BUILTIN
        False
        """
        for name in ids:
            if not isinstance(name, str):
                raise TypeError(f"id is {type(name).__name__} {name!r:.40}: allowed is a str for each rule or family")
            if not any(_covers(name, rule.id) for rule in self.every()):
                allowed = "allowed are ids and families that `newsnorm rules` lists"
                raise ValueError(f"no rule is called {name!r}: {allowed}")
        return replace(self, off=self.off | frozenset(ids))

    def every(self) -> tuple[Rule, ...]:
        """Return all rules, those that are switched off too."""
        return _shipped() + self.added

    def stage(self, name: str, lang: str | None = None) -> tuple[Rule, ...]:
        """Return the rules of a stage that are on, of one language only if ``lang`` is given."""
        return tuple(
            rule
            for rule in self.every()
            if rule.id.startswith(name + ".") and rule.id in self and (lang is None or rule.lang in ("", lang))
        )

    def __contains__(self, rule_id: object) -> bool:
        """Tell whether there is a rule of this id that is on."""
        if not isinstance(rule_id, str):
            return False
        if rule_id not in _by_id() and not any(rule.id == rule_id for rule in self.added):
            return False
        return not self.off or not any(_covers(name, rule_id) for name in self.off)

    def __getitem__(self, rule_id: str) -> Rule:
        """Return the rule of this id, even if it is switched off; ``KeyError`` if there is none."""
        for rule in self.added:
            if rule.id == rule_id:
                return rule
        return _by_id()[rule_id]


BUILTIN: Final = Rules()


def load_rules(*paths: str | Path) -> Rules:
    """Return newsnorm's rules and those of the given TOML files: the same as ``BUILTIN.plus(*paths)``.

    >>> load_rules() == BUILTIN
    True
    """
    return BUILTIN.plus(*paths)


def data_text(name: str) -> str:
    """Return a data file of the package as text, by its path below ``data/``."""
    return files("newsnorm").joinpath("data", *name.split("/")).read_text(encoding="utf-8")


@cache
def data_tables(name: str) -> Mapping[str, Any]:
    """Return a TOML file of the package, read once however many modules have tables in it.

    >>> data_tables("en/dates.toml")["weekdays"]["Monday"]
    1
    """
    return tomllib.loads(data_text(name))


@cache
def _shipped() -> tuple[Rule, ...]:
    rules: list[Rule] = []
    data = files("newsnorm").joinpath("data")
    # English comes second: most texts are in it, and the first row that fits is the one that is named.
    for folder in sorted((f for f in data.iterdir() if f.is_dir()), key=lambda f: (f.name not in _FIRST, f.name)):
        for file in sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
            lang = "" if folder.name == "any" else folder.name
            name = f"{folder.name}/{file.name}"
            rules += _rules(data_tables(name), name, lang)
    return tuple(rules)


@cache
def _by_id() -> dict[str, Rule]:
    return {rule.id: rule for rule in _shipped()}


def _covers(name: str, rule_id: str) -> bool:
    return rule_id == name or (rule_id.startswith(name) and rule_id[len(name)] in ".-")


def _parse(text: str, file: str) -> tuple[tuple[Rule, ...], tuple[Alias, ...]]:
    """Return the rules and aliases of a user's file."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{file}: not TOML: {error}") from None
    unknown = sorted(set(tables) - _TABLES)
    if unknown:
        raise RuleError(f"{file}: unknown table {unknown[0]!r}: allowed are {', '.join(sorted(_TABLES))}")
    return _rules(tables, file, lang=""), tuple(_alias(row, file) for row in _rows(tables, "alias", file))


def _rules(tables: Mapping[str, Any], file: str, lang: str) -> tuple[Rule, ...]:
    guards = _guards(tables, file)
    return tuple(_rule(row, file, lang, guards) for row in _rows(tables, "rule", file))


def _guards(tables: Mapping[str, Any], file: str) -> Mapping[str, str]:
    """Return the patterns that rows of a file may name: its own, and those of the files we ship in English."""
    own = tables.get("guards", {})
    if not isinstance(own, dict) or not all(isinstance(pattern, str) for pattern in own.values()):
        raise RuleError(f"{file}: guards is {own!r}: allowed is a table of regular expressions by name")
    for name in own:
        if not _NAME.fullmatch(name):
            raise RuleError(f"{file}: guard {name!r}: bad name: allowed is a kebab-name of lower-case letters")
    return {**data_tables("en/boilerplate.toml")["guards"], **own}


def _rows(tables: Mapping[str, Any], name: str, file: str) -> list[dict[str, Any]]:
    rows = tables.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RuleError(f"{file}: {name!r} is {type(rows).__name__}: allowed are [[{name}]] tables")
    return rows


def _rule(row: dict[str, Any], file: str, lang: str, guards: Mapping[str, str]) -> Rule:
    name = row.get("id")
    where = f"{file}: rule {name!r}"
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise RuleError(f"{where}: bad id: allowed is stage.kebab-name with a stage of {', '.join(STAGES)}")
    _check_fields(row, _RULE_FIELDS, where)
    if not isinstance(row.get("why"), str) or not row["why"].strip():
        raise RuleError(f"{where}: no reason: 'why' must be a sentence")
    pattern, place, words = row.get("pattern"), row.get("where"), row.get("words")
    if pattern is not None:
        if not isinstance(pattern, str):
            raise RuleError(f"{where}: pattern is {pattern!r}: allowed is a regular expression")
        if place not in get_args(Where):
            raise RuleError(f"{where}: where is {place!r}: allowed are {', '.join(get_args(Where))}")
    if words is not None and (not isinstance(words, int) or isinstance(words, bool) or words < 1):
        raise RuleError(f"{where}: words is {words!r}: allowed is a whole number above zero")
    if not isinstance(row.get("kind", ""), str):
        raise RuleError(f"{where}: kind is {row['kind']!r}: allowed is a string")
    if not isinstance(row.get("sure", False), bool):
        raise RuleError(f"{where}: sure is {row['sure']!r}: allowed are true and false")
    return Rule(
        id=name,
        why=row["why"],
        matches=_examples(row, "matches", where),
        spares=_examples(row, "spares", where),
        pattern=pattern,
        where=place,
        kind=row.get("kind"),
        words=words,
        lang=lang,
        needs=_needs(row, where),
        sure=row.get("sure", False),
        unless=_unless(row, guards, where),
    )


def _unless(row: dict[str, Any], guards: Mapping[str, str], where: str) -> tuple[str, ...]:
    """Return the patterns of which a line may have none; one that is a mere kebab-name is a guard of the file."""
    unless = row.get("unless", [])
    if not isinstance(unless, list) or not all(isinstance(one, str) and one for one in unless):
        raise RuleError(f"{where}: unless is {unless!r}: allowed is a list of regular expressions or names of guards")
    for one in unless:
        if _NAME.fullmatch(one) and one not in guards:
            raise RuleError(f"{where}: no guard is called {one!r}: allowed are {', '.join(sorted(guards))}")
    return tuple(guards.get(one, one) for one in unless)


def _needs(row: dict[str, Any], where: str) -> tuple[str, ...]:
    """Return what a line must have for the row to be asked; every text that it matches must have it."""
    needs = row.get("needs", [])
    if not isinstance(needs, list) or not all(isinstance(need, str) and need for need in needs):
        raise RuleError(f"{where}: needs is {needs!r}: allowed is a list of words or signs")
    if any(need.isalnum() and need != need.lower() for need in needs):
        raise RuleError(f"{where}: needs is {needs!r}: allowed are words in lower case")
    for text in row["matches"] if needs else ():
        words = _WORD.findall(text.lower())
        if not any(need in (words if need.isalnum() else text) for need in needs):
            raise RuleError(f"{where}: {text!r} matches but has none of what it needs: {', '.join(needs)}")
    return tuple(needs)


def _alias(row: dict[str, Any], file: str) -> Alias:
    where = f"{file}: alias {row.get('alias')!r}"
    _check_fields(row, _ALIAS_FIELDS, where)
    for name in ("alias", "canonical"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise RuleError(f"{where}: {name} is {row.get(name)!r}: allowed is a name")
    if row.get("type") not in (None, *get_args(NameType)):
        raise RuleError(f"{where}: type is {row['type']!r}: allowed are {', '.join(get_args(NameType))}")
    if not isinstance(row.get("context", ""), str):
        raise RuleError(f"{where}: context is {row['context']!r}: allowed are words separated by |")
    return Alias(row["alias"], row["canonical"], row.get("type"), row.get("context", ""))


def _check_fields(row: dict[str, Any], allowed: frozenset[str], where: str) -> None:
    unknown = sorted(set(row) - allowed)
    if unknown:
        raise RuleError(f"{where}: unknown field {unknown[0]!r}: allowed are {', '.join(sorted(allowed))}")


def _check_pattern(rule: Rule, file: str) -> None:
    """Refuse a user's rule that could never act, or whose pattern does not compile or fails on its own examples.

    Those we ship are compiled when they are first needed, and tried by the tests.
    """
    if rule.stage != "boilerplate":
        raise RuleError(f"{file}: rule {rule.id!r}: what rules of {rule.stage} do is code: allowed is boilerplate")
    if rule.pattern is None:
        raise RuleError(f"{file}: rule {rule.id!r}: no pattern: allowed is a regular expression")
    try:
        pattern = regex.compile(f"(?r){rule.pattern}" if rule.where == "suffix" else rule.pattern)
        for guard in rule.unless:
            regex.compile(guard)
    except regex.error as error:
        raise RuleError(f"{file}: rule {rule.id!r}: bad pattern: {error}") from None
    for text in rule.matches:
        if not _takes(rule, pattern, text):
            raise RuleError(f"{file}: rule {rule.id!r}: the pattern does not match {text!r}, which is in 'matches'")
    for text in rule.spares:
        if _takes(rule, pattern, text):
            raise RuleError(f"{file}: rule {rule.id!r}: the pattern matches {text!r}, which is in 'spares'")


def _takes(rule: Rule, pattern: regex.Pattern[str], text: str) -> bool:
    """Tell whether a pattern takes any line of a text, wherever that stands."""
    lines = [line.strip() for line in straightened(text).splitlines()]
    lines = [line for line in lines if not any(regex.search(guard, line) for guard in rule.unless)]
    if rule.words is not None:
        lines = [line for line in lines if line.count(" ") < rule.words]
    asked = pattern.search if rule.where == "inline" else pattern.match
    if rule.where in ("line", "block"):
        asked = pattern.fullmatch
    return any(found is not None and found.end() > found.start() for found in map(asked, lines))


def _examples(row: dict[str, Any], name: str, where: str) -> tuple[str, ...]:
    value = row.get(name)
    if not isinstance(value, list) or not value or not all(isinstance(text, str) for text in value):
        raise RuleError(f"{where}: {name} is {value!r}: allowed is a list of at least one text")
    return tuple(value)


def _check_unique(rules: Iterable[Rule], taken: set[str], file: str) -> None:
    for rule in rules:
        if rule.id in taken:
            raise RuleError(f"{file}: rule {rule.id!r}: another rule has this id: allowed are ids that differ")
        taken.add(rule.id)
