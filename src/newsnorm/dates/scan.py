"""Try the rules of the grammar where a time expression may stand, and of them only those that it can belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsnorm.dates.anchors import CLASSES, Anchors, anchors_of
from newsnorm.dates.grammar import CORES, OPENINGS, PATTERNS, fill
from newsnorm.dates.vocabulary import Vocabulary, vocabulary
from newsnorm.rules import Rules

__all__ = ["Scanner", "scanner"]

_START: Final = re.compile(r"(?<![\w$£€#@/&]|[.,:]\b)(?<![a-z\d]-)")
_NUMBER: Final = CLASSES.index("N") + 1
_UNIT: Final = CLASSES.index("U") + 1
_YEAR: Final = re.compile(r"\d{4}")
_WORD: Final = re.compile(r"[^\W_]+['’]?[^\W_]*|['’]\d")
_OPENING: Final = re.compile(r"(?P<number>\d)|['’]|[^\W\d_]+")
# Units that may also lead up to another anchor: "the year two months".
_INNER: Final = re.compile(r"(?:week|year|half)", re.IGNORECASE)

_Row = tuple[str, str, frozenset[str]]  # a rule, its verbose pattern, and the anchors it is about if not of all
_Rows = Mapping[str, tuple[_Row, ...]]  # by the word that an expression opens with


@dataclass(frozen=True, slots=True)
class Scanner:
    """Hold the grammar of a language for the rules that are on: patterns that are compiled when they are needed."""

    words: Vocabulary
    anchors: Anchors
    rows: tuple[_Rows, ...]  # by the group of the anchor

    def matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the rule and match of each place where a rule of the grammar fits, in order and disjoint."""
        end = 0
        for starts in self.anchors.places(text):
            if starts[0] < end or (anchor := self.anchors.first(text, starts, end)) is None:
                continue
            found = self._match(text, anchor)
            if found is not None:
                yield found
                end = found[1].end()
            else:
                end = anchor.end()

    def _match(self, text: str, anchor: re.Match[str]) -> tuple[str, re.Match[str]] | None:
        number = anchor.lastindex or 0
        start, last = anchor.start(), anchor.start(number)
        found = _first(self.rows[number], text, start, last, anchor[number].lower() if number == _UNIT else "")
        if found is not None and found[1].start() > start and _INNER.search(text, start, found[1].start()):
            inner = _first(self.rows[_UNIT], text, start, found[1].start() - 1, "")
            if inner is not None and inner[1].end() <= found[1].start():
                return inner  # "this year up to 2027", "this year's Christmas Eve"
        if start < last and _YEAR.search(text, start, last) and (found is None or found[1].start() > start):
            return _first(self.rows[_NUMBER], text, start, last - 1, "") or found  # "the 1998-99 winter"
        return found


@lru_cache(maxsize=8)
def scanner(rules: Rules, lang: str) -> Scanner:
    """Return the compiled grammar of a language for some rules."""
    words = vocabulary(lang)
    rows = [row for row in PATTERNS if row[0] in rules]
    classes = [_rows([(row[0], row[2]) for row in rows if name in row[1]], words) for name in CLASSES]
    return Scanner(words, anchors_of(words), ({}, *classes))


def _first(rows: _Rows, text: str, start: int, last: int, core: str) -> tuple[str, re.Match[str]] | None:
    """Return the first match that starts at a word between two places."""
    if core and start < last and _INNER.search(text, start, last):
        core = ""
    word = _WORD.search(text, start, last + 20)
    while word is not None and (at := word.start()) <= last:
        candidates = rows.get(word[0]) or rows.get(_opening(word[0]))
        if candidates is not None and (at == start or _START.match(text, at)):
            for rule, pattern, cores in candidates:
                if (core in cores or not core or not cores) and (match := _compiled(pattern).match(text, at)):
                    return rule, match
        word = _WORD.search(text, word.end(), last + 20)
    return None


def _opening(word: str) -> str:
    """Return how the openings of rules name a word.

    >>> _opening("Years'"), _opening("1990s"), _opening("’98"), _opening("FY22")
    ('years', '0', "'", 'fy')
    """
    if not word.isalpha():
        found = _OPENING.match(word)
        word = "" if found is None else "0" if found["number"] else found[0].replace("’", "'")
    return word.lower()


def _rows(patterns: list[tuple[str, str]], words: Vocabulary) -> _Rows:
    """Return the rules by the words that an expression may open with."""
    rows: dict[str, list[_Row]] = {}
    for rule, pattern in patterns:
        row = rule, f"(?:{fill(pattern, words.fragments)})(?!\\w|\\.[a-z])", frozenset(CORES.get(rule, "").split())
        names = OPENINGS[rule].split()
        for opening in frozenset().union(*(words.openings.get(name, frozenset({name})) for name in names)):
            rows.setdefault(opening, []).append(row)
    return {opening: tuple(some) for opening, some in rows.items()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)
