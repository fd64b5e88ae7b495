"""Tell whether the words near a date point back or ahead: cues of the same clause, no part-of-speech tags."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["appeal", "future_cue", "past_verb"]

_BREAK: Final = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n|;\s")
_FUTURE: Final = re.compile(
    r"\b(?:will|won't|'ll|shall|scheduled|due|set|expected|expects?|planned|plans?|planning|going|is|are|was|were|as)\b",
)
_STRONG: Final = re.compile(
    r"(?:\b(?:will|won['’]t|shall|until|till|scheduled|due|(?:is|are)\s(?:to|set\sto)|set\s(?:to|for)|expect(?:s|ed|ing)?\sto|expected|plan(?:s|ned|ning)?\sto|"
    r"going\sto|as\s(?:early|soon)\sas|no\slater\sthan|upcoming|starting|beginning|effective)\b|['’]ll\b)"
)
_APPEAL: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)?\s(?:on|for|upon)|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)|invit(?:e|es|ed|ing)|appeal(?:s|ed|ing)?|order(?:s|ed)?|"
    r"promis(?:e|es|ed)|agree(?:s|d)?|hop(?:e|es|ed|ing)|intend(?:s|ed)?|want(?:s|ed)?|vow(?:s|ed)|threaten(?:s|ed)?|decid(?:e|es|ed))\b[^.;\n]{0,80}?\bto\s[a-z]+\b"
)
_PAST: Final = re.compile(
    r"\b(?:[a-z]{2,14}ed|was|were|had|did|said|told|made|took|came|went|began|won|lost|got|gave|saw|left|held|met|sent|fell|rose|grew|led|"
    r"found|became|broke|brought|bought|built|caught|drew|drove|flew|fought|kept|knew|paid|ran|sold|shot|spent|spoke|stood|struck|swore|thought|"
    r"threw|wrote|died|put|hit|cut|set|shut|quit|beat|been)\b"
)


def clause_before(text: str, start: int, width: int = 70) -> str:
    """Return the text before a place, back to where its sentence starts but not further than ``width``."""
    before = text[max(0, start - width) : start]
    cut = 0
    for match in _BREAK.finditer(before):
        if before[match.start() - 3 : match.start() + 1] in ("Mr.", "Dr.", "St."):
            continue
        cut = match.end()
    return before[cut:]


def clause_after(text: str, end: int, width: int = 50) -> str:
    """Return the text after a place, up to where its sentence ends but not further than ``width``."""
    after = text[end : end + width]
    stop = _BREAK.search(after + " ")
    return after[: stop.start()] if stop else after


def future_cue(text: str, start: int, end: int, width: int = 50) -> str | None:
    """Return the word of the clause that points ahead, if any."""
    found = None
    for match in _STRONG.finditer(clause_before(text, start, width)):
        found = match[0]
    if found:
        return found
    return None


def after_will(text: str, end: int) -> str | None:
    """Return a "will" that follows in the same clause, close by."""
    match = re.search(r"\b(?:will|shall)\b", clause_after(text, end, 40))
    return match[0] if match else None


def appeal(text: str, start: int) -> str | None:
    """Return the verb of appeal whose infinitive a date goes with ("called on them to march on Friday")."""
    match = _APPEAL.search(clause_before(text, start, 130))
    return match[0].split()[0] if match else None


def past_verb(text: str, start: int, end: int, width: int = 60) -> str | None:
    """Return the past-tense verb nearest to a place: the last one before it in its clause, else the first after."""
    found = None
    for match in _PAST.finditer(clause_before(text, start, width)):
        found = match[0]
    if found is None and (match2 := _PAST.search(clause_after(text, end, 45))):
        found = match2[0]
    return found
