"""Tell what the words right next to a day say of its direction: "the attack Friday" lies behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates.clauses import FARTHEST, clause_before
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.tense import is_past
from newsnorm.dates.vocabulary import tree, words_of
from newsnorm.rules import data_tables

__all__ = ["agreed_after", "happened", "happens_after", "is_aside", "is_feared", "owned", "verb_after", "when_past"]

_NEXT: Final = re.compile(r"(?:['’]s)?\s{1,2}([a-z-]+)(?:\s{1,2}([a-z-]+))?")
_SCORE: Final = re.compile(r"\s(\d{1,3}[-–]\d{1,3})\s[a-z]")
_WHEN: Final = re.compile(r",?\s{1,2}when\s([^.,;:!?\n]{1,50})")
_AFTER: Final = re.compile(r"\s{1,2}(?:\w{2,14}ly\s{1,2})?([a-z]{3,14})\b(\s{1,2}to\s)?")


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold what a language says next to a day of what has happened."""

    happened: frozenset[str]
    agreed: frozenset[str]  # what is named after the month in which it was agreed
    noun: re.Pattern[str]  # one of those, its group, right before a day
    feared: re.Pattern[str]  # before it where it may still come
    repeated: re.Pattern[str]  # before it where it has been, whoever fears it
    aside: re.Pattern[str]  # a participle that opens a clause


def happened(text: str, start: int, lang: str = "en") -> str | None:
    """Return the noun right before a day that tells of something that has happened.

    >>> happened("They vowed to avenge an attack on Friday.", 34)
    'attack'
    """
    found = _noun_before(text, start, lang)
    return None if found is None or _may_come(text, found.start(), lang) else found[1]


def is_feared(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something is feared, or may come, right before a day, and may be of a day ahead.

    >>> is_feared("Officials fear an attack on Friday.", 28), is_feared("They mourn the attack on Friday.", 25)
    (True, False)
    """
    found = _noun_before(text, start, lang)
    return found is not None and _may_come(text, found.start(), lang)


def _noun_before(text: str, start: int, lang: str) -> re.Match[str] | None:
    """Return the noun right before a day that tells of what happens."""
    return _words(lang).noun.search(text, max(0, start - 30), start)


def _may_come(text: str, start: int, lang: str) -> bool:
    """Tell whether what starts at a place may still come, and is not said to come again."""
    words, low = _words(lang), max(0, start - 40)
    return words.feared.search(text, low, start) is not None and words.repeated.search(text, low, start) is None


def happens_after(text: str, end: int, lang: str = "en") -> str | None:
    """Return the noun, one or two words after a date, that tells of something that has happened.

    >>> happens_after("She was tried for the July street riots.", 26)
    'riots'
    """
    found = _NEXT.match(text, end)
    return next((word for word in found.groups() if word in _words(lang).happened), None) if found else None


def agreed_after(text: str, end: int, lang: str = "en") -> bool:
    """Tell whether one or two words after a month stands what was agreed in it.

    >>> agreed_after("They would not honour the June peace pact.", 30)
    True
    """
    found = _NEXT.match(text, end)
    return found is not None and not _words(lang).agreed.isdisjoint(found.groups())


def owned(text: str, end: int, lang: str = "en") -> str | None:
    """Return what has happened on the day it is named with; what has a score has.

    >>> owned("They will avenge Friday's attack.", 23), owned("They will avenge Friday's 2-0 defeat.", 23)
    ('attack', '2-0')
    """
    if text[end : end + 2] not in ("'s", "’s"):
        return None
    score = _SCORE.match(text, end + 2)
    return score[1] if score else happens_after(text, end, lang)


def verb_after(text: str, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb right after a day.

    >>> verb_after("The mayor on Friday denounced it.", 19)
    'denounced'
    """
    found = _AFTER.match(text, end)
    if found is None or (found[2] and found[1] not in words_of("clauses", "then_to", lang)):
        return None  # "on Monday scheduled to"
    return found[1] if found[1].endswith("ed") or found[1] in words_of("cues", "past", lang) else None


def when_past(text: str, end: int, lang: str = "en") -> str | None:
    """Return "when" if it follows a day and tells of the past.

    >>> when_past("Nobody knew until Monday, when he spoke.", 24)
    'when'
    """
    if not text.startswith((" when", ", when"), end):
        return None
    found = _WHEN.match(text, end)
    return "when" if found and is_past(found[1], lang) and not _words(lang).feared.search(found[1]) else None


def is_aside(text: str, start: int, cue: str, lang: str = "en") -> bool:
    """Tell whether a participle stands between a cue and the date, so that they are of two clauses.

    >>> is_aside("He will stay, calling Monday's drills a warning.", 22, "will")
    True
    """
    before = clause_before(text, start, FARTHEST)
    at = before.rfind(cue)
    return at >= 0 and _words(lang).aside.search(before, at) is not None


@cache
def _words(lang: str) -> _Words:
    small: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["clauses"]
    one = alternatives(small)
    doubts = data_tables(f"{lang}/dates-doubts.toml")
    happened = frozenset(str(doubts["happened"]).split())
    late = rf"(?:{one['late']})"
    return _Words(
        happened=happened,
        agreed=frozenset(str(doubts["agreed"]).split()),
        noun=re.compile(rf"\b({tree(happened)})\s{{1,2}}(?:(?:{late}\s{{1,2}})?(?:{one['on']})\s{{1,2}}|{late}\s)?$"),
        feared=re.compile(rf"\b(?:{one['feared']})"),
        repeated=re.compile(rf"\b(?:{one['repeated']})\s(?:[a-z]+\s){{0,2}}$"),
        aside=re.compile(rf"(?:,|\bwith\s(?:[\w.'’-]+\s){{0,2}}?[\w.'’-]+)\s{{1,2}}(?:{one['asides']})\s"),
    )
