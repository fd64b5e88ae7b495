"""Try the rules of the grammar where a time expression may stand, and of them only those that it can belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsnorm.dates.anchors import CLASSES, Anchors, anchors_of
from newsnorm.dates.grammar import OPENINGS, PATTERNS, fill
from newsnorm.dates.vocabulary import Vocabulary, vocabulary
from newsnorm.rules import Rules

__all__ = ["Scanner", "scanner"]

_START: Final = re.compile(r"(?<![\w$£€#@/&]|[.,:]\b)(?<![a-z\d]-)")
_NUMBER: Final = CLASSES.index("N") + 1
_NAMED: Final = re.compile(r"\(\?P<\w+>")
_YEAR: Final = re.compile(r"\d{4}")
_WORD: Final = re.compile(r"[^\W_]+['’]?[^\W_]*|['’]\d")


@dataclass(frozen=True, slots=True)
class _Family:
    """Hold the rules that one class of words can belong to, as verbose patterns that are compiled when they are needed.

    They are told apart by the word that an expression opens with, where all of the rules tell what that can be, and
    else by one pattern for all of them, with a group for each.
    """

    rules: tuple[tuple[str, str], ...]
    any: str
    openings: Mapping[str, tuple[tuple[str, str], ...]] | None

    def match(self, text: str, word: re.Match[str]) -> tuple[str, re.Match[str]] | None:
        """Return the first of the rules that match at a word, and its match."""
        start = word.start()
        if self.openings is None:
            found = _compiled(self.any).match(text, start)
            rows: tuple[tuple[str, str], ...] = (self.rules[int((found.lastgroup or "r0")[1:])],) if found else ()
        else:
            opening = word[0].lower()
            rows = self.openings.get("0" if opening[0].isdecimal() else opening.replace("’", "'").partition("'")[0], ())
            if rows and not _START.match(text, start):
                return None
        for rule, pattern in rows:
            if match := _compiled(pattern).match(text, start):
                return rule, match
        return None


@dataclass(frozen=True, slots=True)
class Scanner:
    """Hold the compiled grammar of a language for the rules that are on."""

    words: Vocabulary
    anchors: Anchors
    families: tuple[_Family | None, ...]  # by the group of the anchor

    def matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the rule and match of each place where a rule of the grammar fits, in order and disjoint."""
        end = 0
        for starts in self.anchors.places(text):
            if starts[0] < end or (anchor := self.anchors.first(text, starts, end)) is None:
                continue
            found = self._match(text, anchor)
            if found:
                yield found
            end = (found[1] if found else anchor).end()

    def _match(self, text: str, anchor: re.Match[str]) -> tuple[str, re.Match[str]] | None:
        number = anchor.lastindex or 0
        start, last = anchor.start(), anchor.start(number)
        found = _first(self.families[number], text, start, last)
        if start < last and _YEAR.search(text, start, last) and (found is None or found[1].start() > start):
            return _first(self.families[_NUMBER], text, start, last - 1) or found  # "the 1998-99 winter"
        return found


@lru_cache(maxsize=8)
def scanner(rules: Rules, lang: str) -> Scanner:
    """Return the compiled grammar of a language for some rules."""
    words = vocabulary(lang)
    rows = [row for row in PATTERNS if row[0] in rules]
    families = [_family([(row[0], row[2]) for row in rows if name in row[1]], words) for name in CLASSES]
    return Scanner(words, anchors_of(words), (None, *families))


def _first(family: _Family | None, text: str, start: int, last: int) -> tuple[str, re.Match[str]] | None:
    """Return the first match of a family that starts at a word between two places."""
    if family is None:
        return None
    for word in _WORD.finditer(text, start, last + 20):
        if word.start() > last:
            break
        if found := family.match(text, word):
            return found
    return None


def _family(rows: list[tuple[str, str]], words: Vocabulary) -> _Family | None:
    if not rows:
        return None
    patterns = [(rule, f"(?:{fill(pattern, words.fragments)})(?!\\w|\\.[a-z])") for rule, pattern in rows]
    joined = "|".join(f"(?P<r{n}>{_NAMED.sub('(?:', pattern)})" for n, (_, pattern) in enumerate(patterns))
    return _Family(tuple(patterns), f"{_START.pattern}(?:{joined})", _openings(patterns, words))


def _openings(patterns: list[tuple[str, str]], words: Vocabulary) -> dict[str, tuple[tuple[str, str], ...]] | None:
    """Return the rules by the words that an expression may open with, if all of them tell."""
    rules: dict[str, list[tuple[str, str]]] = {}
    for row in patterns:
        if row[0] not in OPENINGS:
            return None
        names = OPENINGS[row[0]].split()
        for opening in frozenset().union(*(words.openings.get(name, frozenset({name})) for name in names)):
            rules.setdefault(opening, []).append(row)
    return {opening: tuple(rows) for opening, rows in rules.items()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)
