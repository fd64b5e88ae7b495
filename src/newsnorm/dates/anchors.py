"""Where time expressions may stand: the words of which each of them holds one, and what may lead up to those.

Nine words in ten of an article are passed over by one pattern of the words that matter. Only where one of them stands
is the pattern of an anchor tried, from the first of the words that may lead up to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsnorm.dates.vocabulary import Vocabulary, one_of, tree

__all__ = ["CLASSES", "Anchors", "anchors_of"]

CLASSES: Final = "WMUSPNX"  # weekday, month, unit, season, part of the day, number, other

_BEFORE: Final = r"(?<![\w$£€#@/&.,:])(?<![a-z\d]-)"
_GAP: Final = r"(?:[^\S\n]{1,3}|-|[^\S\n]{0,3}\n[^\S\n]{0,3}|,\s)"
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
# What every number is that is an anchor, from its first digit on, or what stands before it: '98, AD 79, FY 22.
_FIGURE: Final = re.compile(
    r"(?<![\w$£€#@/&.,:])(?:(?:1\d|20)\d\d|\d{4}-[\dA-Z]|\d\d?[:.][0-5]\d|\d{1,4}[/.-]\d\d?[/.-]\d"
    r"|\d\d?[^\S\n]?(?:[ap]\.?[^\S\n]?m|[AP]\.?M)|\d{1,4}\s(?:[A-Z]{2}|[AB]\.|h|local)|\dQ)"
    r"|(?<=['’])|(?<=AD\s)|(?<=A\.D\.\s)|(?<=FY\s)"
)

# The shape of a text: letters in lower case, digits as 0, and anything else a space, so that it splits into words.
_SHAPE: Final = {
    code: chr(code).lower() if chr(code).isalpha() else "0" if chr(code).isdigit() else " " for code in range(128)
}
_NUMBERS: Final = ("0", "00", "000", "0000")
_NUMBER_WORDS: Final = frozenset(
    [number + ending for number in _NUMBERS for ending in ("s", "a", "p", "am", "pm")]
    + ["q0", "h0", "0q", "fy00", "fy0000"]
)
_LEADING_NUMBERS: Final = frozenset(
    number + ending for number in _NUMBERS for ending in ("", "s", "st", "nd", "rd", "th")
)
_MARKS: Final = frozenset("'’")
_OTHERS: Final = ("today", "yesterday", "tomorrow", "tonight", "overnight", "nineteen")
_FARTHEST: Final = 39  # words that may lead up to an anchor, with room to spare


@dataclass(frozen=True, slots=True)
class Anchors:
    """Hold what finds the anchors of a language."""

    words: re.Pattern[str]  # in the shape of a text, a space and a word of which every anchor holds one
    leads: frozenset[str]  # the shapes of words that may stand before it
    pattern: re.Pattern[str]  # an anchor with what leads up to it; its one group tells the class

    def places(self, text: str) -> Iterator[list[int]]:
        """Yield for each word of the set where it and the words that may lead up to it start, the last one first."""
        shape = f" {_shape(text)} "
        for word in self.words.finditer(shape):
            place = word.start()
            if word.lastindex is None or _FIGURE.match(text, place):
                yield self._starts(shape, place)

    def _starts(self, shape: str, place: int) -> list[int]:
        starts, end, leads = [place], place, self.leads
        for _ in range(_FARTHEST):
            start = shape.rfind(" ", 0, end)
            lead = shape[start + 1 : end]
            if lead:
                if lead not in leads:
                    break
                starts.append(start)
            if start <= 0:
                break
            end = start
        return starts

    def first(self, text: str, starts: Sequence[int], end: int) -> re.Match[str] | None:
        """Return the first anchor at any of some places from ``end`` on; they are given from the last to the first."""
        match = self.pattern.match
        for start in reversed(starts):
            if start < end:
                continue
            if text[start - 1 : start] in _MARKS and (anchor := match(text, start - 1)):  # '98
                return anchor
            if anchor := match(text, start):
                return anchor
        return None


def anchors_of(words: Vocabulary) -> Anchors:
    """Return what finds the anchors of a language."""
    single, phrases = _words(words)
    cores = single | {phrase[-1] for phrase in phrases if single.isdisjoint(phrase)}
    leads = frozenset(_shape(words.fragments["LEAD_WORDS"]).split()) | {word for phrase in phrases for word in phrase}
    anchors = cores | _NUMBER_WORDS
    leading = leads | cores | _LEADING_NUMBERS | {"o", "a", "d", "ad", "fy"}
    return Anchors(re.compile(f" (?:(0{{1,4}})|{tree(anchors)})(?= )"), leading, re.compile(_BEFORE + _pattern(words)))


def _shape(text: str) -> str:
    if not text.isascii():
        text = text.replace("½", "0").replace("¼", "0").replace("¾", "0")
        text = text.encode("ascii", "replace").decode("ascii")
    return text.translate(_SHAPE)


def _words(words: Vocabulary) -> tuple[frozenset[str], list[list[str]]]:
    """Return the words that are an anchor alone, and the words of those that are anchors together."""
    known = [*words.months, *words.weekdays, *words.units, *words.seasons, *words.parts, *words.holidays]
    known += [*words.vague, *words.frequencies, *words.decades, *_OTHERS, "half", "period", "clock"]
    known += [f"{name}s" for name in (*words.weekdays, *words.seasons)]
    known += [f"{unit}long" for unit in words.units]
    split = [_shape(name).split() for name in known]
    return frozenset(name[0] for name in split if len(name) == 1), [name for name in split if len(name) > 1]


def _pattern(words: Vocabulary) -> str:
    """Return the pattern of an anchor with the words that lead up to it; its one group tells the class."""
    fragments = words.fragments
    seasons = [*words.seasons, *(f"{season}s" for season in words.seasons)]
    others = [*_OTHERS, *words.frequencies, *words.decades]
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
    leads = rf"(?:(?>{lead}){_GAP}(?={following})(?:(?>{more}){_GAP}){{0,7}})?"
    classes = "|".join(f"({anchors[name]})" for name in CLASSES)
    return rf"{leads}(?:{classes})(?![^\W\d_])"
