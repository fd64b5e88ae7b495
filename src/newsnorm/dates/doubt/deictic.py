"""Ask whether "today", "tomorrow" or "yesterday" is no day: "today's world", "the children of today"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates.doubt import other_times
from newsnorm.dates.doubt.words import POSSESSIVE, around, around_patterns, doubt_words, word_after, word_before
from newsnorm.dates.nowadays import is_nowadays, is_supposed

__all__ = ["is_no_day"]

_WORDS_AFTER: Final = re.compile(r"(?:(?:[ \u00a0]{1,2}|\r?\n)[\w'’-]+){1,5}")
_WORD: Final = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class _Patterns:
    weeks: frozenset[str]
    a_week_on: frozenset[str]
    was: re.Pattern[str]  # "was made", up to a day, of which that is told
    portion: re.Pattern[str]  # "most of"


def is_no_day(text: str, start: int, end: int) -> bool:
    """Tell whether a word for a day near that of publication may be meant as none."""
    if other_times.is_of_speech(text, start, end):
        return True
    patterns, word = _patterns(), text[start:end].lower().rpartition(" ")[2]
    if word_after(text, end) in patterns.a_week_on:
        return True  # "tomorrow week"
    if owner := POSSESSIVE.match(text, end):
        return _is_nobodys(text, owner.end(), word)
    before = word_before(text, start)
    if before in patterns.weeks or other_times.is_said_on(text, end):
        return True  # "a week today", ""I saw him yesterday," she said on Monday"
    if word == "today":
        if before in doubt_words("today_after") and not patterns.was.search(text, max(0, start - 40), start):
            return True
        if before.endswith("-known"):
            return True
        if before in doubt_words("generic") and not _is_paper(text, start - len(before) - 1):
            return True
        return _is_of(text, start, before) or is_nowadays(text, start, end)
    if word in ("tomorrow", "yesterday") and (_is_of(text, start, before) or is_supposed(text, start, end)):
        return True
    return word == "tomorrow" and before in doubt_words("tomorrow_after")


def _is_paper(text: str, start: int) -> bool:
    """Tell whether a word is the name of a paper: "he wrote in the Times today"."""
    return text[start].isupper() and text.endswith("the ", 0, start)


def _is_of(text: str, start: int, before: str) -> bool:
    """Tell whether "of" makes a time of a day ("the children of today"), as it does not in "as of today"."""
    return before == "of" and not _patterns().portion.search(text, max(0, start - 14), start)


def _is_nobodys(text: str, at: int, word: str) -> bool:
    """Tell whether what "today's" goes with is no event of the day."""
    found = _WORDS_AFTER.match(text, at)
    following = [part.lower() for part in _WORD.findall(found[0])] if found else []
    # "Today's figures from Europe" are those of an event, whatever it is of.
    following = next(
        (following[:nr] for nr, part in enumerate(following) if part in doubt_words("of_events")), following
    )
    if word == "yesterday":
        idle = following[:1] == ["news"] and len(following) == 1
        return idle or any(part in doubt_words("generic") for part in following[:2])
    events, generic = doubt_words("events"), doubt_words("generic")
    if any(part in generic for part in following):
        return True
    return not any(part in events or part.removesuffix("s") in events for part in following)


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, words = around(lang), around_patterns(lang)
    return _Patterns(
        weeks=frozenset(table["weeks"]),
        a_week_on=frozenset(table["a_week_on"]),
        was=re.compile(rf"\b(?:{words['was']})\s(?:\w+\s){{1,2}}$"),
        portion=re.compile(rf"\b(?:{words['portions']})\sof\s$", re.IGNORECASE),
    )
