"""Tell where "today" is any time now, and where "yesterday" or "tomorrow" is only supposed.

"The tools we use today" are those of our time, "Order your copy today" is said on any day, and "if it were to stop
tomorrow" is about no day at all.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsnorm.dates import direction
from newsnorm.rules import data_tables

__all__ = ["is_nowadays", "is_supposed", "opens"]

_WORD: Final = re.compile(r"[\w'’-]+")
_OPENS: Final = re.compile(r"(?:^|[.!?]['\"”’)]?\s{1,4}|[\r\n]\s{0,4})(?:[Bb]ut |[Aa]nd )?$")
# "Today the town is home to nine mills": a state, unless something is being done.
_STATE: Final = re.compile(
    r"\?|,?[ \u00a0](?:(?:[^.,;:\r\n]|(?<=[A-Z])\.){1,40}[ \u00a0])?"
    r"(?:is|are|has become|have become|remains?|exists?|lives?|known|believe|think|uses?|rel(?:y|ies)|depends?"
    r"|works?|employs|stands|serves|operates|boasts|owns|offers|features|includes|consists|represents?|accounts? for"
    r"|manages|provides|supports|produces|contains|houses|attracts|covers|spans|comprises"
    r"|(?:has|have)(?= (?:an?|some|more|over|about|nearly|almost|around|\d)\b))"
    r"[ \u00a0](?!\w{2,12}ing\b)"
)
# "Today, many firms are making their own": what is true of many is true of no one day, unless it has been done.
_MANY: Final = re.compile(
    r",?\s(?:many|most|some|few|fewer|over|nearly|almost|more than|millions|billions|thousands|countless)\b"
)
# "The tools we use today", "as we know it today", "what it is today", "from the war to today", "still stands today".
_BEFORE: Final = re.compile(
    r"\b(?:(?:we|you|they|people)\s(?:all\s|still\s)?(?:have|use|know|see|face|live|need|enjoy|recognize|recognise|love"
    r"|call|deal|eat|drive|wear|buy|read|understand)(?:\s(?:it|them|in|with|of|as|on))?"
    r"|(?:as|what|where|how|who|which|than)\s(?:[\w'’-]{1,20}\s){1,4}(?:is|are)"
    r"|still\s(?![\w-]{1,20}(?:ed|ing|due)\b)(?:[\w-]{1,20}\s){0,3}[\w-]{1,20}"
    r"|(?:[Cc]ontact|[Cc]all|[Vv]isit|[Jj]oin|[Ee]mail|[Rr]each|[Ff]ollow|to|with)\sus|give\sus\sa\scall|to)\s$"
)
# "How people read today" is a question of our time, if nothing in it has been done or is still to come.
_HOW: Final = re.compile(
    r"\b(?:how|[Ww]hat|where|why)\s(?:(?:we|you|they|people|works?|your\s[a-z]+|[a-z]{3,20}s)\b)[^.,;?!\n]{0,50}$"
)
_TO_COME: Final = re.compile(r"\b(?:will|would|going|expected|due|set|scheduled|to)\b")
_PLURAL: Final = re.compile(r"\b[A-Za-z]?[a-z]{2,20}s\s$")
_HABIT: Final = re.compile(
    r"\s(?:are|have|do|don['’]t|aren['’]t|can|come|want|expect|face|live|prefer|need|use|make|rely|tend|spend|know|get"
    r"|see|feel|believe|look|work)\s(?!\w{2,12}ing\b|(?:expected|due|set|scheduled|to)\b)"
)
_THAT: Final = re.compile(r"\b(?:that|which|who)\s$")
_SUPPOSED: Final = re.compile(
    r"\b[Ii]f\s(?:I|you|we|someone|somebody|anyone|everyone|one)\b|\b(?:if|[Ww]ere)\b[^.!?\n]{1,30}\bto\s[a-z]"
    r"|\bwere\sto\s[a-z]"
)
_IF_YOU: Final = re.compile(r"\b[Ii]f\s(?:you|we)\b")


def opens(text: str, start: int) -> bool:
    """Tell whether a place opens a sentence or a line.

    >>> opens("It fell. Today it stands.", 9), opens("It stands today.", 10)
    (True, False)
    """
    return _OPENS.search(text, max(0, start - 12), start) is not None


def is_nowadays(text: str, start: int, end: int) -> bool:
    """Tell whether "today" between two positions is any time now.

    >>> is_nowadays("The tools we use today are of steel.", 17, 22)
    True
    >>> is_nowadays("He came today.", 8, 13)
    False
    """
    if opens(text, start):
        if _STATE.match(text, end, end + 60):
            return True
        return bool(_MANY.match(text, end)) and not direction.back_of(text, end, end)
    if _BEFORE.search(text, max(0, start - 60), start) or _THAT.search(text, max(0, start - 6), start):
        return True
    if _HABIT.match(text, end) and _PLURAL.search(text, max(0, start - 24), start):
        return True
    clause = direction.clause_before(text, start, 90)
    if (found := _HOW.search(clause)) and not (_TO_COME.search(found[0]) or direction.back_of(found[0], 60, 60)):
        return True
    first = _WORD.match(clause.lstrip())
    return (first is not None and first[0] in _offers()) or _IF_YOU.search(clause) is not None


def is_supposed(text: str, start: int) -> bool:
    """Tell whether what goes with "tomorrow" or "yesterday" is only supposed.

    >>> is_supposed("Even if he were to sell it tomorrow, he would owe more.", 27)
    True
    """
    return _SUPPOSED.search(direction.clause_before(text, start, 80)) is not None


@cache
def _offers() -> frozenset[str]:
    return frozenset(str(data_tables("en/dates-doubts.toml")["offers"]).split())
