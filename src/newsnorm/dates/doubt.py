"""Tell where a date is found but may be meant as something else, so that nothing is printed after it.

"Today's world" is no day, "a white Christmas" and "Sunday school" are none, "the past year" is no calendar year.
Only the words next to the date are asked, and what they leave open counts as doubtful: a date that is not printed
costs a reader less than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from newsnorm.rules import data_tables

__all__ = ["is_doubtful"]

_WORD_BEFORE: Final = re.compile(r"([\w'’-]+)(?:[ \u00a0]{1,2}|\r?\n)$")
_WORDS_AFTER: Final = re.compile(r"(?:(?:[ \u00a0]{1,2}|\r?\n)[\w'’-]+){1,5}")
_WORD: Final = re.compile(r"[\w'’-]+")
_NOUN_AFTER: Final = re.compile(r"(?:[ \u00a0]|\r?\n)(?!\w{1,20}ly\b)[a-z]")
_POSSESSIVE: Final = re.compile(r"['’]s(?!\w)")
_YEAR_BEFORE: Final = re.compile(r"\b(?:1\d|2[01])\d\d,?[ \u00a0]$")
_YEAR_AFTER: Final = re.compile(r"(?:,?[ \u00a0](?:and[ \u00a0])?\d\d?){1,3},?[ \u00a0](?:1\d|20)\d\d(?!\d)")
_LINE_BEFORE: Final = re.compile(r"(?:^|[\r\n])[^\w\r\n]{0,9}$")
_LINE_AFTER: Final = re.compile(r"[^\w\r\n]{0,9}(?:[\r\n]|$)")
_SPAN: Final = re.compile(r"\bpast\s{1,2}(?:\w+\s{1,2})?(?:year|month|week|quarter|decade|century)$", re.IGNORECASE)
_RELATIVE: Final = re.compile(r"(?:last|this|next)\s", re.IGNORECASE)
_PART: Final = re.compile(r"(?:early|late|mid)\b", re.IGNORECASE)
# "Today the town is home to nine mills": a state, unless something is being done.
_STATE: Final = re.compile(
    r",?[ \u00a0](?:[^.,;:\r\n]{1,40}[ \u00a0])?"
    r"(?:is|are|has become|have become|remains?|exists?|lives?|known)[ \u00a0](?!\w{2,12}ing\b)"
)
_OPENS: Final = re.compile(r"(?:^|[.!?]['\"”’)]?\s{1,4}|[\r\n]\s{0,4})(?:[Bb]ut |[Aa]nd )?$")


def is_doubtful(text: str, start: int, end: int, rule: str) -> bool:
    """Tell whether the date between two positions, found by a rule, may be none.

    >>> is_doubtful("In today's world, it pays.", 3, 8, "dates.deictic")
    True
    >>> is_doubtful("At today's meeting, it was paid.", 3, 8, "dates.deictic")
    False
    """
    if _is_label(text, start, end):
        return True
    check = _CHECKS.get(rule)
    return check is not None and check(text, start, end)


def _is_label(text: str, start: int, end: int) -> bool:
    """Tell whether a date without figures is a line by itself, such as a heading or a tag."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():  # nearly all
        return False
    if not _LINE_AFTER.match(text, end) or not _LINE_BEFORE.search(text, max(0, start - 12), start):
        return False
    return not any(map(str.isdigit, text[start:end]))


def _deictic(text: str, start: int, end: int) -> bool:
    word = text[start:end].lower().rpartition(" ")[2]
    if owner := _POSSESSIVE.match(text, end):
        return _is_nobodys(text, owner.end(), word)
    before = _word_before(text, start)
    if word == "today":
        if before in _words("today_after") or before.endswith("-known") or before in _words("generic"):
            return True
        return bool(_OPENS.search(text, max(0, start - 12), start) and _STATE.match(text, end, end + 60))
    if before == "of" and word in ("tomorrow", "yesterday"):
        return text[max(0, start - 6) : start - 4].lower() != "as"
    return word == "tomorrow" and before in _words("tomorrow_after")


def _is_nobodys(text: str, at: int, word: str) -> bool:
    """Tell whether what "today's" goes with is no event of the day."""
    found = _WORDS_AFTER.match(text, at)
    following = [part.lower() for part in _WORD.findall(found[0])] if found else []
    if word == "yesterday":
        idle = following[:1] == ["news"] and len(following) == 1
        return idle or any(part in _words("generic") for part in following[:2])
    events, generic = _words("events"), _words("generic")
    if any(part in generic for part in following):
        return True
    return not any(part in events or part.removesuffix("s") in events for part in following)


def _holiday(text: str, start: int, end: int) -> bool:
    if _RELATIVE.match(text, start, end):
        return False
    if _word_after(text, end) in _words("states"):
        return True
    before = _word_before(text, start)
    return before == "of" or before not in _words("prepositions")


def _relative(text: str, start: int, end: int) -> bool:
    """Tell whether a span up to now is meant: "the past year" is not the calendar year before."""
    return bool(_SPAN.search(text, start, end))


def _weekday(text: str, start: int, end: int) -> bool:
    return _word_after(text, end) in _words("weekly")


def _month(text: str, start: int, end: int) -> bool:
    if _YEAR_BEFORE.search(text, max(0, start - 7), start):
        return True
    if _PART.match(text, start, end) or _POSSESSIVE.match(text, end) or not text[start:end].strip(".").isalpha():
        return False
    before = _word_before(text, start)
    if before in _words("prepositions") or before in _words("determiners"):
        return False
    # "December wheat rose" opens a sentence, "December is cold" says something of every December.
    opens = _OPENS.search(text, max(0, start - 12), start) and _NOUN_AFTER.match(text, end)
    return not opens or _word_after(text, end) in _words("claims")


def _day(text: str, start: int, end: int) -> bool:
    """Tell whether the year stands before the day, or after another one: "2023, December 18", "Oct. 9, 11, 1981"."""
    return bool(_YEAR_BEFORE.search(text, max(0, start - 7), start) or _YEAR_AFTER.match(text, end))


def _the_unit(text: str, start: int, end: int) -> bool:
    """Tell whether "the day" is long ago: "back in the day"."""
    return text[max(0, start - 8) : start].lower() == "back in " and text.endswith("day", start, end)


def _word_before(text: str, start: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, start - 24), start)
    return found[1].lower() if found else ""


def _word_after(text: str, end: int) -> str:
    found = _WORDS_AFTER.match(text, end)
    return found[0].split()[0].lower() if found else ""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(data_tables("en/dates-doubts.toml")[name]).split())


_CHECKS: Final[Mapping[str, Callable[[str, int, int], bool]]] = {
    "dates.deictic": _deictic,
    "dates.holiday": _holiday,
    "dates.relative": _relative,
    "dates.weekday": _weekday,
    "dates.bare-month": _month,
    "dates.day": _day,
    "dates.the-unit": _the_unit,
}
