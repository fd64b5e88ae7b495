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
_NO_NAMES: Final = re.compile(r"\(\?P<\w+>")
_YEAR: Final = re.compile(r"\d{4}")
_CLASSES: Final = "WMUSPNX"  # weekday, month, unit, season, part of the day, number, other
_FIGURES: Final = _CLASSES.index("N") + 1
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
    families: tuple[_Family | None, ...]

    def matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the rule and match of each place where a rule of the grammar fits, in order and disjoint."""
        at = 0
        search = self.anchors.search
        anchor = self.opening.match(text)
        while anchor := anchor or search(text, at):
            number = anchor.lastindex or 0
            start, last = anchor.start(), anchor.start(number)
            found = _first(self.families[number], text, start, last)
            if start < last and _YEAR.search(text, start, last) and (found is None or found[1].start() > start):
                found = _first(self.families[_FIGURES], text, start, last - 1) or found  # "the 1998-99 winter"
            if not found:
                at = anchor.end()
            else:
                at = found[1].end()
                yield found
            anchor = None


def _first(family: _Family | None, text: str, start: int, last: int) -> tuple[str, re.Match[str]] | None:
    """Return the first match of a family that starts at a word between two places."""
    if family is None:
        return None
    for word in _WORD.finditer(text, start, last + 1):
        begin = word.start()
        if found := family.any.match(text, begin):
            rule, pattern = family.rules[int(found.lastgroup[1:])]  # type: ignore[index]
            match = pattern.match(text, begin)
            assert match is not None
            return rule, match
    return None


@lru_cache(maxsize=8)
def scanner(rules: Rules, lang: str) -> Scanner:
    """Return the compiled grammar of a language for some rules."""
    words = vocabulary(lang)
    on = [
        (rule, classes, f"(?:{fill(pattern, words.fragments)})(?!\\w)")
        for rule, classes, pattern in PATTERNS
        if rule in rules
    ]
    names = _CLASSES
    families = [_family([(rule, pattern) for rule, classes, pattern in on if name in classes]) for name in names]
    anchor = _anchors(words, names)
    return Scanner(words, re.compile(anchor), re.compile(_BEFORE + anchor), (None, *families))


def _family(rows: list[tuple[str, str]]) -> _Family | None:
    if not rows:
        return None
    joined = "|".join(f"(?P<r{n}>{_NO_NAMES.sub('(?:', pattern)})" for n, (_, pattern) in enumerate(rows))
    return _Family(re.compile(_START + f"(?:{joined})"), tuple((rule, re.compile(pattern)) for rule, pattern in rows))


def _anchors(words: Vocabulary, names: str) -> str:
    """Return the pattern of an anchor with the words that lead up to it; its one group tells the class."""
    fragments = words.fragments
    anchors = {
        "W": fragments["ANYDAY"],
        "M": fragments["MONTH"],
        "U": one_of([*words.units, "half", "period", "year-end"]),
        "S": one_of([*words.seasons, *(season + "s" for season in words.seasons)]),
        "P": one_of([*(word for word in words.parts if word != "overnight"), "o'clock"])
        + r"|\d{1,2}(?:[:.][0-5]\d)?[^\S\n]?(?:[ap]\.?[^\S\n]?m\b|[AP]\.?M\b)",
        "N": r"\d{4}-(?:\d\d(?:-\d\d)?|W\d\d(?:-[1-7]|-WE)?|[QH]\d|SP|SU|FA|WI)|\d{1,4}(?=\s(?:BC|B\.C\.|AD|A\.D\.|CE))|(?:AD|A\.D\.)\s\d{1,4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:1[0-9]|20)\d\d(?!\d|,\d|%)(?:['’]?s)?|['’]\d\d(?:['’]?s)?|[01]?\d[:.][0-5]\d|\d\d?(?=\sh(?:ou)?rs)|\d{3,4}(?=\s(?:[A-Z]{2,4}|hours|hrs|local)\b)|[QH][1-4]|[1-4]Q|FY\s?['’]?\d\d",
        "X": one_of(
            ["today", "yesterday", "tomorrow", "tonight", "overnight", "nineteen", *words.frequencies, *words.decades]
        )
        + "|"
        + fragments["HOLIDAY"]
        + "|"
        + fragments["VAGUE"]
        + r"|(?:day|week|month|year|hour|decade|centurie)s?-?long|"
        + fragments["WEEKDAY"]
        + "s",
    }
    lead = fragments["LEAD"]
    more, following = fragments["LEADING"], fragments["NEXT"]
    gap = r"(?:[^\S\n]{1,3}|-|[^\S\n]{0,3}\n[^\S\n]{0,3}|,\s)"
    classes = "|".join(f"({anchors[name]})" for name in names)
    return rf"(?={fragments['FIRST']})(?:(?>{lead}){gap}(?={following})(?:(?>{more}){gap}){{0,7}})?(?:{classes})(?![^\W\d_])"
