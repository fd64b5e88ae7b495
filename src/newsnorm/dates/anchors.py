"""Where time expressions may stand: the words of which each of them holds one, and what may lead up to those.

One pattern looks through a text for the words of which every expression holds one. Only where one stands are rules
tried, from the first of the words that may lead up to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import Final, TypeAlias

from newsnorm.dates.vocabulary import Vocabulary, one_of, tree

__all__ = ["CLASSES", "Anchors", "Run", "anchors_of", "shape"]

CLASSES: Final = "WMUSPNXH"  # weekday, month, unit, season, part of the day, number, other, in a phrase of words

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
# What every number is that is an anchor, from its first digit on.
_FIGURE: Final = re.compile(
    r"(?:1\d|20)\d\d|\d{4}-[\dA-Z]|[01]?\d[:.][0-5]\d|\d{1,4}[/.-]\d\d?[/.-]\d"
    r"|\d\d?[^\S\n]?(?:[ap]\.?[^\S\n]?m|[AP]\.?M)|\d{1,4}\s(?:[A-Z]{2}|[AB]\.|h|local)|\dQ"
)
# What follows a number of fewer than four digits that is none.
_COUNTED: Final = frozenset(("% ", ", ", *(f" {letter}" for letter in "bcdefgijkmnoqrstuvwxyz")))
# What never stands before one (it may be the end of a longer number), and what makes one of any: '98, AD 79, FY 22.
_LONGER: Final = frozenset("$£€#@/&.,:_")
_ERAS: Final = ("AD", "A.D.", "FY")

# The shape of a text: letters in lower case, digits as 0, and anything else a space, so that it splits into words.
_SHAPE: Final = (
    "".join(sign.lower() if sign.isalpha() else "0" if sign.isdigit() else " " for sign in map(chr, range(128)))
    .encode()
    .ljust(256)
)
_NUMBERS: Final = frozenset(("0", "00", "000", "0000"))
_NUMBER_WORDS: Final = frozenset(
    [number + ending for number in _NUMBERS for ending in ("", "s", "a", "p", "am", "pm")]
    + ["q0", "h0", "0q", "fy00", "fy0000"]
)
_LEADING_NUMBERS: Final = frozenset(
    number + ending for number in _NUMBERS for ending in ("", "s", "st", "nd", "rd", "th")
)
_MARKS: Final = frozenset("'’")
_AFTER: Final = re.compile(" +([^ ]*)")
_BATCH: Final = 64  # anchors
_LONGEST: Final = 8  # words that lead up to an anchor, which keeps the work linear


Run: TypeAlias = list[tuple[int, str]]
"""An anchor and each word that may lead up to it, and where each starts: the anchor first, then back from it."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Hold what finds the anchors of a language; all words are in the shape of a text."""

    cores: Mapping[str, str]  # the words of which every anchor holds one, and the classes of each
    leads: frozenset[str]  # words that may stand before it
    inner: frozenset[str]  # the cores that may lead up to another one: "the year two months"
    onward: str  # the pattern of a word that does so, and what it leads up to: long, and half of all texts ask for it
    words: re.Pattern[str]  # one of the first, and the word after it, in the shape of a text with a space at either end

    def runs(self, text: str) -> Iterator[tuple[Run, str]]:
        """Yield the anchors of a text in order, each with the words that may lead up to it, and the word after it.

        No run goes back to the anchor before it.
        """
        shaped = f" {shape(text)} "  # a space before and after each word
        leads, inner = self.leads, self.inner
        floor = first = -1
        for match in _some_at_once(self.words.finditer(shaped)):
            place, end = match.span()
            word = shaped[place + 1 : end]
            if word in _NUMBERS and not _is_figure(text, place, end - 1):
                continue
            after = shaped[end + 1 : shaped.find(" ", end + 1)]
            if not after and (following := _AFTER.match(shaped, end)):  # more than a space stands between
                after = following[1]
            may_lead = word in inner and after in leads and not text.startswith(". ", end - 1)
            if may_lead and _compiled(self.onward).match(text, place):
                first = place if first < 0 else first
                if len(shaped[first:place].split()) < _LONGEST:
                    continue
            run = [(place, word)]
            end = place
            while (at := shaped.rfind(" ", floor + 1, end)) >= 0:
                if at + 1 < end:
                    lead = shaped[at + 1 : end]
                    if lead not in leads:
                        break
                    run.append((at, lead))
                end = at
            yield run, after
            floor, first = place, -1


def _some_at_once(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Give matches that are sought some at once: faster than one by one, and all of a long text would fill memory."""
    return chain.from_iterable(iter(lambda: list(islice(matches, _BATCH)), []))


def anchors_of(words: Vocabulary) -> Anchors:
    """Return what finds the anchors of a language."""
    cores = _cores(words)
    fragments = words.fragments
    leads = frozenset(shape(fragments["LEAD_WORDS"]).split())
    leads |= {word for name in _phrases(words) for word in name}
    leads |= _LEADING_NUMBERS | cores.keys() | {"o", "a", "d", "ad", "fy"}
    more = frozenset(shape(fragments["LEAD_WORDS"]).split()) | _NUMBERS
    lead = rf"(?>{fragments['LEADING']}){_GAP}"
    onward = rf"{lead}(?={fragments['NEXT']})(?:{lead}){{0,{_LONGEST - 1}}}(?:{_pattern(words)})(?![^\W\d_])"
    # The space before a word is all that the search looks for: few words get further than their first letter.
    return Anchors(cores, leads, more & cores.keys(), onward, re.compile(rf" {tree(cores)}(?= )"))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_figure(text: str, place: int, end: int) -> bool:
    """Tell whether a number that is not the end of a longer one may be a year, a clock time or the like."""
    before = text[place - 1 : place]
    if before in _LONGER:
        return False
    counts = text[end : end + 2] in _COUNTED and end - place < 4  # most
    if before in _MARKS or (not counts and _FIGURE.match(text, place)):
        return not before.isalnum()
    return text.endswith(_ERAS, 0, place - 1)


def shape(text: str) -> str:
    """Return a text of the same length in which words are in lower case, digits are 0 and all else is a space.

    >>> shape("Sept. 11, 2001's")
    'sept  00  0000 s'
    """
    if not text.isascii():
        text = text.replace("½", "0").replace("¼", "0").replace("¾", "0")
    return text.encode("ascii", "replace").translate(_SHAPE).decode("ascii")


def _classes(words: Vocabulary) -> Mapping[str, Iterable[str]]:
    """Return the names of each class."""
    seasons = [*words.seasons, *(f"{season}s" for season in words.seasons)]
    others = [*words.alone, *words.frequencies, *words.decades, *(f"{name}s" for name in words.weekdays)]
    return {
        "W": words.weekdays,
        "M": words.months,
        "U": [*words.units, *words.like_units],
        "S": seasons,
        "P": [*(word for word in words.parts if word != "overnight"), "clock"],
        "N": _NUMBER_WORDS,
        "X": [*others, *words.holidays, *words.vague, *(f"{unit}long" for unit in words.units)],
    }


def _cores(words: Vocabulary) -> dict[str, str]:
    """Return the words of which every anchor holds one: those that are one alone, or the last of a phrase."""
    cores: dict[str, str] = {}
    for letter, names in _classes(words).items():
        for name in names:
            if len(split := shape(name).split()) == 1:
                cores.setdefault(split[0], letter)
    for phrase in _phrases(words):
        core = next((word for word in phrase if word in cores and cores[word] != "H"), phrase[-1])
        cores[core] = cores.get(core, "").removesuffix("H") + "H"
    return cores


def _phrases(words: Vocabulary) -> list[list[str]]:
    """Return the words of the names that are more than one."""
    split = [shape(name).split() for names in _classes(words).values() for name in names]
    return [name for name in split if len(name) > 1]


def _pattern(words: Vocabulary) -> str:
    """Return the pattern of an anchor."""
    fragments = words.fragments
    names = _classes(words)
    anchors = (
        fragments["ANYDAY"],
        fragments["MONTH"],
        one_of([*words.units, *words.like_units, "year-end"]),
        one_of(names["S"]),
        f"{fragments['POINT']}|{fragments['PART']}|o['’]clock|{_CLOCK}",
        *_FIGURES,
        f"{one_of([*words.alone, *words.frequencies, *words.decades])}|{fragments['HOLIDAY']}|{fragments['VAGUE']}",
        rf"(?:{'|'.join(words.of_length)})s?-?long|{fragments['WEEKDAY']}s",
    )
    return "|".join(anchors)
