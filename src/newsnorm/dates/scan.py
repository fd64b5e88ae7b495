"""Try the rules of the grammar where a time expression may stand, and of them only those that it can belong to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsnorm.dates.anchors import Anchors, Run, anchors_of
from newsnorm.dates.grammar import CORES, GLUED, NEIGHBOURS, OPENINGS, PATTERNS, fill
from newsnorm.dates.vocabulary import Vocabulary, vocabulary
from newsnorm.rules import Rules

__all__ = ["Scanner", "scanner"]

_START: Final = re.compile(r"(?<![\w$£€#@/&.,:])(?<![a-z\d]-)")
# An expression ends with a word, and a sentence, a label or an hour may be glued to its year: "May 1, 2023The mayor".
_END: Final = rf"(?:(?!\w)|(?<=\d{{4}})(?=[A-Z][A-Za-z]|{GLUED}))(?!\.[a-z])"
_MARKS: Final = frozenset("'’")
# Units that may also lead up to another anchor: "the year two months".
_INNER: Final = frozenset(("week", "year", "half"))
_ANY: Final[frozenset[str]] = frozenset()
_YEARS: Final = frozenset(("0000", "0000s"))
_ALONE: Final = _INNER | _YEARS

_Words = frozenset[str]
_Row = tuple[str, str, _Words, _Words]  # a rule, its verbose pattern, and what must stand before and after the anchor
_Rows = Mapping[str, tuple[_Row, ...]]  # by the word that an expression opens with, a number in digits being 0
_Next = tuple[_Words, _Words, _Words, _Words]  # openings and anchors, and what must stand before and after these
_Tries = Iterable[tuple[str, Sequence[_Next]]]  # the rules that an anchor may belong to


@dataclass(frozen=True, slots=True)
class Scanner:
    """Hold the grammar of a language for the rules that are on.

    Rows are found, and patterns compiled, when a text first needs them.
    """

    words: Vocabulary
    anchors: Anchors
    rows: Callable[[str], _Rows]  # by the word that is the anchor
    all_rows: Callable[[str], _Rows]  # the same with rules whose match may end before that word

    def matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the rule and match of each place where a rule of the grammar fits, in order and disjoint."""
        end = 0
        for run, after in self.anchors.runs(text):
            start = run[0][0]
            while end <= start:
                if run[-1][0] < end:
                    run = [place for place in run if place[0] >= end]  # noqa: PLW2901 - what is left of it
                found = self._match(text, run, after)
                if found is None:
                    break
                yield found
                end = found[1].end()

    def _match(self, text: str, run: Run, after: str) -> tuple[str, re.Match[str]] | None:
        """Return the first rule that fits from one of the words on that lead up to an anchor, and its match."""
        core = run[0][1]
        if len(run) == 1:
            return _first(self.rows(core), text, run, "", after)
        leads = [word for _, word in run[1:]]
        alone = not _ALONE.isdisjoint(leads)
        is_chain = (alone and not _INNER.isdisjoint(leads)) or (
            core[0] == "0" and any(word[0] == "0" for word in leads)
        )
        found = _first((self.all_rows if is_chain else self.rows)(core), text, run, leads[0], after)
        return (self._before(text, run, found) or found) if alone else found

    def _before(self, text: str, run: Run, found: tuple[str, re.Match[str]] | None) -> tuple[str, re.Match[str]] | None:
        """Return what fits at the words that lead up to what was found, if they may be an expression of their own."""
        limit = run[0][0] if found is None else found[1].start()
        leads = [place for place in run[1:] if place[0] < limit]
        inner = next((word for _, word in leads if word in _INNER), None)
        if inner and found and (first := _first(self.all_rows(inner), text, leads, "", "")) and first[1].end() <= limit:
            return first  # "this year up to 2027", "this year's Christmas Eve"
        for number, (_, word) in enumerate(leads):
            if word in _YEARS:
                return _first(self.all_rows(word), text, leads[number:], "", "")  # "the 1998-99 winter"
        return None


@lru_cache(maxsize=8)
def scanner(rules: Rules, lang: str) -> Scanner:
    """Return the compiled grammar of a language for some rules."""
    words = vocabulary(lang)
    anchors = anchors_of(words)
    grammar = [row for row in PATTERNS if row[0] in rules]
    classes = {rule: letters for rule, letters, _ in grammar}
    patterns = {rule: f"(?:{fill(text, words.fragments)}){_END}" for rule, _, text in grammar}
    openings = {rule: _named(OPENINGS[rule], words) for rule in classes}
    neighbours = {rule: [_neighbours(*row, words) for row in NEIGHBOURS.get(rule, ())] for rule in classes}

    @cache
    def rows(core: str) -> _Rows:
        letters = anchors.cores[core]
        tries = [
            (rule, [row for row in neighbours[rule] if core in row[1]])
            for rule, about in classes.items()
            if _may_hold(rule, about, core, letters)
        ]
        return _rows(tries, patterns, openings)

    @cache
    def all_rows(core: str) -> _Rows:
        letters = anchors.cores[core]
        tries: _Tries = [(rule, ()) for rule, about in classes.items() if not set(about).isdisjoint(letters)]
        return _rows(tries, patterns, openings)

    return Scanner(words, anchors, rows, all_rows)


def _first(rows: _Rows, text: str, run: Run, before: str, after: str) -> tuple[str, re.Match[str]] | None:
    """Return the first rule that fits from one of the words of a run on, and its match."""
    for start, word in reversed(run):
        at, opening = start, word
        if word[0] == "0":
            opening = "0"
            if text[start - 1 : start] in _MARKS and text[start : start + 2].isdecimal():  # '98
                at, opening = start - 1, "'"
        candidates = rows.get(opening)
        if candidates is None or (text[at - 1] not in " \n" and not _START.match(text, at)):
            continue
        for rule, pattern, needs_before, needs_after in candidates:
            if (needs_before and before not in needs_before) or (needs_after and after not in needs_after):
                continue
            if match := _compiled(pattern).match(text, at):
                return rule, match
    return None


def _may_hold(rule: str, about: str, core: str, classes: str) -> bool:
    """Tell whether an expression of a rule may have a word as its anchor; of units not every rule has all."""
    shared = set(about).intersection(classes)
    return bool(shared - {"U"}) or (bool(shared) and core in CORES.get(rule, core).split())


def _neighbours(openings: str, cores: str, before: str, after: str, words: Vocabulary) -> _Next:
    return _named(openings, words), _named(cores, words), _named(before, words), _named(after, words)


def _named(names: str, words: Vocabulary) -> frozenset[str]:
    """Return the words of some lists of the vocabulary, and others as they are."""
    return frozenset().union(*(words.openings.get(name, frozenset({name})) for name in names.split()))


def _rows(tries: _Tries, patterns: Mapping[str, str], openings: Mapping[str, _Words]) -> _Rows:
    """Return the rules by the words that an expression may open with."""
    rows: dict[str, list[_Row]] = {}
    for rule, neighbours in tries:
        for opening in openings[rule]:
            needed = [row[2:] for row in neighbours if not row[0] or opening in row[0]] if neighbours else ()
            before, after = (frozenset().union(*some) for some in zip(*needed, strict=True)) if needed else (_ANY, _ANY)
            rows.setdefault(opening, []).append((rule, patterns[rule], before, after))
    return {opening: tuple(some) for opening, some in rows.items()}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)
