"""Read clock times: "3 p.m.", "15:30", "0900 GMT", "noon", "four o'clock in the afternoon".

A zone is read over: TIMEX3 values carry the time as it is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.readers.numerals import Match, Reader, number_of
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]

_LATE: Final = ("AF", "EV")  # the parts of the day in which an hour is one after noon


def _clock(match: Match, words: Vocabulary) -> Meaning | None:
    if match["point"]:
        if match[0][0].isupper() and re.match(r"\s{1,2}[A-Z]", match.string[match.end() : match.end() + 3]):
            return None  # "Dawn French"
        return Meaning("clock", "TIME", part=words.parts[plain(match["point"])])
    if match["half"]:
        return _halved(match)
    if match["hour4"]:
        return _oclock(match, words)
    return _figures(match, words)


def _halved(match: Match) -> Meaning:
    """Read the half of the day: "3 p.m."."""
    afternoon = match["half"][0] in "pP"
    return _time(int(match["hour"]) % 12 + (12 if afternoon else 0), match["minute"])


def _oclock(match: Match, words: Vocabulary) -> Meaning | None:
    hour = int(number_of(match["hour4"], words) or 0)
    if not 1 <= hour <= 12:
        return None
    later = words.parts.get(match["inthe"] or "") in _LATE
    return _time(hour % 12 + 12 if later else hour, None)


def _figures(match: Match, words: Vocabulary) -> Meaning | None:
    """Read 24 hours: with a zone, or a preposition and minutes after a colon."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if not match["zone"] and (not match["minute2"] or "." in match[0] or not words.phrases.before_clock.search(before)):
        return None
    return _time(int(match["hour2"] or match["hour3"]), match["minute2"] or match["minute3"])


def _time(hour: int, minute: str | None) -> Meaning:
    return Meaning("clock", "TIME", part=f"{hour:02}:{minute or '00'}")


READERS: Final[Mapping[str, Reader]] = {"dates.clock": _clock}
