"""Where a time expression may stand: one scan for the words that every one of them needs, and what may lead up to them.

Nine words in ten of an article are passed over by this one pattern. Only where it stops are the rules of the grammar
tried, and of them only those that such a word can belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsnorm.dates.grammar import PATTERNS, fill
from newsnorm.dates.vocabulary import Vocabulary, one_of, vocabulary
from newsnorm.rules import Rules

__all__ = ["Scanner", "scanner"]

_START: Final = r"(?<![\w$£€#@/&]|[.,:]\b)(?<![a-z\d]-)"
# The same as a character to step over, which the regex engine looks for faster than for a place.
_BEFORE: Final = r"[^\w$£€#@/&.,:](?<![a-z\d]-)"
_GAP: Final = r"(?:[^\S\n]{1,3}|-|[^\S\n]{0,3}\n[^\S\n]{0,3}|,\s)"
_CLASSES: Final = "WMUSPNX"  # weekday, month, unit, season, part of the day, number, other
_NUMBER: Final = _CLASSES.index("N") + 1
_CLOCK: Final = r"\d{1,2}(?:[:.][0-5]\d)?[^\S\n]?(?:[ap]\.?[^\S\n]?m\b|[AP]\.?M\b)"
_FIGURES: Final = (
    r"\d{4}-(?:\d\d(?:-\d\d)?|W\d\d(?:-[1-7]|-WE)?|[QH]\d|SP|SU|FA|WI)",
    r"\d{1,4}(?=\s(?:BC|B\.C\.|AD|A\.D\.|CE))",
    r"(?:AD|A\.D\.)\s\d{1,4}",
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}",
    r"(?:1\d|20)\d\d(?!\d|,\d|%)(?:['’]?s)?",
    r"['’]\d\d(?:['’]?s)?",
    r"[01]?\d[:.][0-5]\d",
    r"\d\d?(?=\sh(?:ou)?rs)",
    r"\d{3,4}(?=\s(?:[A-Z]{2,4}|hours|hrs|local)\b)",
    r"[QH][1-4]",
    r"[1-4]Q",
    r"FY\s?['’]?\d\d",
)
_NAMED: Final = re.compile(r"\(\?P<\w+>")
_YEAR: Final = re.compile(r"\d{4}")
_WORD: Final = re.compile(r"[^\W_]+['’]?[^\W_]*|['’]\d")


@dataclass(frozen=True, slots=True)
class _Family:
    """Hold the rules that one class of words can belong to, as one pattern and each with its groups named."""

    any: re.Pattern[str]
    rules: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Scanner:
    """Hold the compiled grammar of a language for the rules that are on."""

    words: Vocabulary
    opening: re.Pattern[str]  # an anchor at the start of the text
    anchors: re.Pattern[str]  # an anchor after a character that may stand before one
    families: tuple[_Family | None, ...]  # by the group of the anchor

    def matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the rule and match of each place where a rule of the grammar fits, in order and disjoint."""
        search = self.anchors.search
        anchor = self.opening.match(text) or search(text)
        while anchor:
            found = self._match(text, anchor)
            if found:
                yield found
            anchor = search(text, (found[1] if found else anchor).end())

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
    families = [_family([(row[0], row[2]) for row in rows if name in row[1]], words) for name in _CLASSES]
    anchor = _anchors(words)
    return Scanner(words, re.compile(anchor), re.compile(_BEFORE + anchor), (None, *families))


def _first(family: _Family | None, text: str, start: int, last: int) -> tuple[str, re.Match[str]] | None:
    """Return the first match of a family that starts at a word between two places."""
    if family is None:
        return None
    for word in _WORD.finditer(text, start, last + 1):
        if found := family.any.match(text, word.start()):
            rule, pattern = family.rules[int((found.lastgroup or "r0")[1:])]
            match = pattern.match(text, word.start())
            return (rule, match) if match else None
    return None


def _family(rows: list[tuple[str, str]], words: Vocabulary) -> _Family | None:
    if not rows:
        return None
    patterns = [(rule, f"(?:{fill(pattern, words.fragments)})(?!\\w|\\.[a-z])") for rule, pattern in rows]
    joined = "|".join(f"(?P<r{n}>{_NAMED.sub('(?:', pattern)})" for n, (_, pattern) in enumerate(patterns))
    each = tuple((rule, re.compile(pattern, re.VERBOSE)) for rule, pattern in patterns)
    return _Family(re.compile(f"{_START}(?:{joined})", re.VERBOSE), each)


def _anchors(words: Vocabulary) -> str:
    """Return the pattern of an anchor with the words that lead up to it; its one group tells the class."""
    fragments = words.fragments
    seasons = [*words.seasons, *(f"{season}s" for season in words.seasons)]
    others = ["today", "yesterday", "tomorrow", "tonight", "overnight", "nineteen", *words.frequencies, *words.decades]
    long = r"(?:day|week|month|year|hour|decade|centurie)s?-?long"
    anchors = {
        "W": fragments["ANYDAY"],
        "M": fragments["MONTH"],
        "U": one_of([*words.units, "half", "period", "year-end"]),
        "S": one_of(seasons),
        "P": f"{fragments['POINT']}|{fragments['PART']}|o['’]clock|{_CLOCK}",
        "N": "|".join(_FIGURES),
        "X": f"{one_of(others)}|{fragments['HOLIDAY']}|{fragments['VAGUE']}|{long}|{fragments['WEEKDAY']}s",
    }
    lead, more, following = fragments["LEAD"], fragments["LEADING"], fragments["NEXT"]
    # A lead is atomic, so that "a few a few a few" is not tried in every way to take it apart.
    leads = rf"(?:(?>{lead}){_GAP}(?={following})(?:(?>{more}){_GAP}){{0,7}}|(?={fragments['ANCHOR']}))"
    classes = "|".join(f"({anchors[name]})" for name in _CLASSES)
    return rf"(?={fragments['FIRST']}){leads}(?:{classes})(?![^\W\d_])"
