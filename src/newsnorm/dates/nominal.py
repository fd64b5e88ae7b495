"""Tell what the words right next to a day say of its direction: "the attack Friday" lies behind."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsnorm.dates.direction import clause_before, is_past
from newsnorm.dates.vocabulary import tree, words_of
from newsnorm.rules import data_tables

__all__ = ["happened", "happens_after", "is_aside", "owned", "verb_after", "when_past"]

# A participle opens a clause of its own: "he would never rule it out, calling Monday's drills a warning".
_ASIDE: Final = re.compile(
    r",\s{1,2}(?:accusing|blaming|branding|calling|citing|condemning|criticizing|criticising|denouncing|describing"
    r"|following|hailing|mourning|praising|recalling|saying|welcoming)\s"
)
_FEARED: Final = re.compile(
    r"\b(?:will|would|could|may|might|predict|expect|fear|threat|plan|warn|possibl|potential|immin)"
)
_NEXT: Final = re.compile(r"(?:['’]s)?\s{1,2}([a-z-]+)(?:\s{1,2}([a-z-]+))?")
_WHEN: Final = re.compile(r",?\s{1,2}when\s([^.,;:!?\n]{1,50})")
_AFTER: Final = re.compile(r"\s{1,2}(?:\w{2,14}ly\s{1,2})?([a-z]{3,14})\b(?!\s{1,2}to\s)")


def happened(text: str, start: int, lang: str = "en") -> str | None:
    """Return the noun right before a day that tells of something that has happened.

    >>> happened("They vowed to avenge an attack on Friday.", 34)
    'attack'
    """
    found = _nouns(lang).search(text, max(0, start - 30), start)
    if found is None or _FEARED.search(text, max(0, found.start() - 40), found.start()):
        return None
    return found[1]


def happens_after(text: str, end: int, lang: str = "en") -> str | None:
    """Return the noun, one or two words after a date, that tells of something that has happened.

    >>> happens_after("She was tried for the July street riots.", 26)
    'riots'
    """
    found = _NEXT.match(text, end)
    return next((word for word in found.groups() if word in _happened(lang)), None) if found else None


def owned(text: str, end: int, lang: str = "en") -> str | None:
    """Return what has happened on the day it is named with.

    >>> owned("They will avenge Friday's attack.", 23)
    'attack'
    """
    return happens_after(text, end, lang) if text[end : end + 2] in ("'s", "’s") else None


def verb_after(text: str, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb right after a day.

    >>> verb_after("The mayor on Friday denounced it.", 19)
    'denounced'
    """
    found = _AFTER.match(text, end)
    return found[1] if found and (found[1].endswith("ed") or found[1] in words_of("cues", "past", lang)) else None


def when_past(text: str, end: int) -> str | None:
    """Return "when" if it follows a day and tells of the past.

    >>> when_past("Nobody knew until Monday, when he spoke.", 24)
    'when'
    """
    if not text.startswith((" when", ", when"), end):
        return None
    found = _WHEN.match(text, end)
    return "when" if found and is_past(found[1]) and not _FEARED.search(found[1]) else None


def is_aside(text: str, start: int, cue: str) -> bool:
    """Tell whether a participle stands between a cue and the date, so that they are of two clauses.

    >>> is_aside("He will stay, calling Monday's drills a warning.", 22, "will")
    True
    """
    before = clause_before(text, start, 130)
    at = before.rfind(cue)
    return at >= 0 and _ASIDE.search(before, at) is not None


@cache
def _nouns(lang: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b({tree(_happened(lang))})\s{{1,2}}(?:(?:late\s{{1,2}}|early\s{{1,2}})?(?:on|in|of)\s{{1,2}}|late\s|early\s)?$"
    )


@cache
def _happened(lang: str) -> frozenset[str]:
    return frozenset(str(data_tables(f"{lang}/dates-doubts.toml")["happened"]).split())
