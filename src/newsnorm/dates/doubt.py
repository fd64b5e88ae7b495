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

from newsnorm.dates import direction
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
    r"(?:is|are|has become|have become|remains?|exists?|lives?|known|believe|think|uses?|rel(?:y|ies)|depends?"
    r"|works?|employs|stands|serves|operates|boasts|owns|offers|features|includes|consists|represents?|accounts? for)"
    r"[ \u00a0](?!\w{2,12}ing\b)"
)
# "The tools we use today", "as we know it today", "what it is today", "from the war to today": nowadays.
_NOWADAYS: Final = re.compile(
    r"\b(?:(?:we|you|they|people)\s(?:all\s|still\s)?(?:have|use|know|see|face|live|need|enjoy|recognize|recognise|love|call|deal|eat"
    r"|drive|wear|buy|read|understand)(?:\s(?:it|them|in|with|of|as|on))?"
    r"|(?:as|what|where|how|who|which|than)\s(?:[\w'’-]{1,20}\s){1,4}(?:is|are)"
    r"|(?:[Cc]ontact|[Cc]all|[Vv]isit|[Jj]oin|[Ee]mail|[Rr]each|[Ff]ollow|to|with)\sus|give\sus\sa\scall|to)\s$"
)
_PLURAL_BEFORE: Final = re.compile(r"\b[A-Za-z]?[a-z]{2,20}s\s$")
_HABIT: Final = re.compile(
    r"\s(?:are|have|do|don['’]t|aren['’]t|can|come|want|expect|face|live|prefer|need|use|make|rely|tend|spend|know|get|see|feel"
    r"|believe|look|work)\s(?!\w{2,12}ing\b|(?:expected|due|set|scheduled|to)\b)"
)
# What is only supposed: "if I won tomorrow", "if you want to see what was sold yesterday", "were it to stop tomorrow".
_SUPPOSED: Final = re.compile(
    r"\b[Ii]f\s(?:I|you|we|someone|somebody|anyone|everyone|one)\b|\b(?:if|[Ww]ere)\b[^.!?\n]{1,30}\bto\s[a-z]|\bwere\sto\s[a-z]"
)
# "A rainy Monday", "one Sunday night": no Monday that could be told.
_INDEFINITE: Final = re.compile(r"\b(?:(?P<some>[Oo]ne|[Aa]ny|[Ss]ome|given)|(?<!['’])[Aa]n?(?:\s[a-z]{3,10}){0,2})\s$")
# "The last Saturday before Christmas", "the same day as the vote".
_OF_ANOTHER: Final = re.compile(r"\s(?:before|of|in|until|as|that|when|where|which)\b")
_DAY_OF: Final = re.compile(r"(?:[Ll]ater?|[Ee]arl(?:y|ier))\sin\sthe\sday$")
_ON_OR_AT: Final = re.compile(r"\b(?:[Oo]n|[Aa]t)\s$")
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
        return _is_nowadays(text, start, end) or _is_offer(text, start)
    if before == "of" and word in ("tomorrow", "yesterday"):
        return text[max(0, start - 6) : start - 4].lower() != "as"
    if word in ("tomorrow", "yesterday") and _SUPPOSED.search(direction.clause_before(text, start, 80)):
        return True
    return word == "tomorrow" and before in _words("tomorrow_after")


def _is_nowadays(text: str, start: int, end: int) -> bool:
    """Tell whether "today" is any time now: "the tools we use today", "Today the firm employs ten"."""
    if _OPENS.search(text, max(0, start - 12), start) and _STATE.match(text, end, end + 60):
        return True
    if _NOWADAYS.search(text, max(0, start - 60), start):
        return True
    return bool(_HABIT.match(text, end) and _PLURAL_BEFORE.search(text, max(0, start - 24), start))


def _is_offer(text: str, start: int) -> bool:
    """Tell whether a sentence asks the reader to do something "today", which is any day: "Order your copy today"."""
    first = _WORD.match(direction.clause_before(text, start, 90).lstrip())
    return first is not None and first[0] in _words("offers")


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
    """Tell whether a span up to now is meant, or the last or same one of something else.

    "The past year" is not the calendar year before, "the last Friday of the month" not a week ago.
    """
    if _SPAN.search(text, start, end):
        return True
    if not _OF_ANOTHER.match(text, end):
        return False
    words = text[start:end].lower()
    return "same " in words or words.startswith(("the last ", "this last "))


def _weekday(text: str, start: int, end: int) -> bool:
    after = _word_after(text, end)
    if after in _words("weekly"):
        return True
    before = text[max(0, start - 14) : start].split()
    if not before or before[-1].lower() not in _words("indefinite"):
        return False
    found = _INDEFINITE.search(text, max(0, start - 30), start)
    return found is not None and (
        bool(found["some"]) or not _NOUN_AFTER.match(text, end) or after in _words("no_nouns")
    )


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
    """Tell whether "the day" is none that was named ("best of the day") or "the weekend" any ("run on the weekend")."""
    if text.endswith("day", start, end):
        return not _DAY_OF.search(text, max(0, start - 16), end)
    if not text.endswith("weekend", start, end) or not _ON_OR_AT.search(text, max(0, start - 4), start):
        return False
    return not (direction.past_before(text, start, end) or direction.ahead_of(text, start, end))


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
