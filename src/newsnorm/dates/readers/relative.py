"""Read "last", "this", "next" and "that" with a unit, weekday, month, season or part of the day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.readers.numerals import Match, Parts, Reader, fixed, length, next_word, part_of, previous_word
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]

_BACK: Final = ("last", "past", "previous", "preceding")
_AHEAD: Final = ("next", "coming", "upcoming", "following")
_DIRECTION: Final[Mapping[str, int]] = {**dict.fromkeys(_BACK, -1), **dict.fromkeys(_AHEAD, 1), "this": 0, "current": 0}
# These lean on a date that was mentioned, not on the day of publication.
_SAME: Final = ("that", "same")
_LEANING: Final = (*_SAME, "previous", "preceding", "following")
_BEFORE_THAT: Final = re.compile(
    r"(?:[.!?,\"”]\s{1,3}|^|\n|\b(?:in|on|of|by|since|until|from|during|for|before|after)\s)$"
)
_FALLS: Final = re.compile(
    r"\s(?:under|into|within|outside|on|onto|through|off|apart|behind|between|victim|prey|short|below|from|to|down|over|in|out|beyond"
    r"|back|flat|asleep|ill|away|somewhere)\b"
)
_FISCAL: Final = re.compile(r"\b(?:fiscal|financial)\b")
_FOR_A_TIME: Final = re.compile(r"\b(?:[Oo]ver|[Ww]ithin|[Ff]or|[Ii]n|[Dd]uring)\s$")


def _relative(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    word, more = match["rel"].lower(), match["more"] or ""
    if more in ("last", "past", "coming"):
        meaning = _meaning(match, words, more)
        if word == "this" or meaning is None:  # "this past spring"
            return meaning
        return [(match.start("more"), match.end(), meaning)]  # "said that last week ..."
    if (
        word == "that"
        and (match["weekday"] or match["month"])
        and not _BEFORE_THAT.search(match.string[max(0, match.start() - 12) : match.start()])
    ):
        # "it appears that August was dry"
        bare = (_meaning(match, words, "that") or Meaning("month"))._replace(leaning=False)
        return [(match.start("weekday" if match["weekday"] else "month"), match.end(), bare)]
    if match["rel"][0].isupper() and match["unit"] and match["unit"][0].isupper():
        return None  # "This Week", a title
    return _meaning(match, words, word)


def _meaning(match: Match, words: Vocabulary, word: str) -> Meaning | None:
    """Say what is meant by the word that points, one way for each thing it points to."""
    direction, leaning = _DIRECTION.get(word), word in _LEANING
    part = part_of(match, words)
    if match["weekday"]:
        day = words.weekdays[plain(match["weekday"]).rstrip(".")]
        meaning = Meaning("weekday", weekday=day, direction=direction, part=part, leaning=leaning)
        return meaning._replace(type="TIME") if part else meaning
    if match["month"]:
        month = words.months[plain(match["month"]).rstrip(".")]
        return Meaning("month", month=month, direction=direction, leaning=leaning)
    if match["season"]:
        if word == "that" and match["season"] == "fall" and _FALLS.match(match.string, match.end()):
            return None  # "the rules that fall under the act"
        season = words.seasons[plain(match["season"])]
        return Meaning("season", value=season, direction=direction, leaning=leaning)
    if match["part0"]:
        return _part_of_day(match, words, word)
    name = plain(match["unit"])
    if name in ("year-end", "period"):
        return _of_a_report(name, word)
    unit = words.units[name]
    idiom = word == "this" and unit == "D" and (previous_word(match).lower() == "to" or next_word(match) == "and")
    if unit[0] == "T" or idiom:  # "to this day", "in this day and age"
        return None
    if name.endswith("s"):
        return fixed("DURATION", length("X", unit), unit)
    if unit == "Q":
        settled = "the" if word in (*_SAME, "latest") else "mention" if leaning else ""
        return Meaning("quarter", number=0, direction=direction, value=settled, rough=bool(match["the"]))
    return _unit(match, word, unit, part)


def _part_of_day(match: Match, words: Vocabulary, word: str) -> Meaning | None:
    """Read "last night" and "that morning"."""
    part, amount = words.parts[plain(match["part0"])], _DIRECTION.get(word, 0)
    if word in _SAME:
        return Meaning("same", "TIME", unit="D", part=part)
    if word in _LEANING or (match["the"] and word == "next"):
        return Meaning("later", "TIME", unit="D", amount=amount, part=part)
    if word in ("past", "latest"):
        return None
    return Meaning("shift", "TIME", unit="D", amount=amount, part=part)


def _of_a_report(name: str, word: str) -> Meaning | None:
    if name == "year-end":
        return Meaning("shift", unit="Y", amount=_DIRECTION.get(word, 0), rough=True)
    return Meaning("quarter", number=0, value="the") if word in ("latest", "same") else None


def _unit(match: Match, word: str, unit: str, part: str) -> Meaning | None:
    """Read a unit from the day to the century; ``rough`` tells that the value is only implied."""
    amount = _DIRECTION.get(word, 0)
    fiscal = unit == "Y" and _FISCAL.search(match[0]) is not None  # whose that is, is not said
    if word in _SAME:
        return Meaning("same", "TIME" if part else "DATE", unit=unit, part=part)
    if word in _LEANING:
        return Meaning("later", "TIME" if part else "DATE", unit=unit, amount=amount, part=part, rough=fiscal)
    if unit == "D":
        return _day(word, part)
    if match["the"] and word == "next" and unit in ("W", "M", "Y"):
        before = match.string[max(0, match.start() - 8) : match.start()]
        if _FOR_A_TIME.search(before):  # "over the next year"
            return fixed("DURATION", length(1, unit), unit, 1)
        return Meaning("later", unit=unit, amount=1)
    if match["the"] and word == "past":
        return fixed("DURATION", length(1, unit), unit, 1)
    if word == "latest":
        return Meaning("shift", unit=unit, amount=-1, rough=True)
    return Meaning("shift", unit=unit, amount=amount, rough=fiscal or bool(match["the"]))


def _day(word: str, part: str) -> Meaning | None:
    """Read "this day" and "the next day"; a "last day" is the last of something."""
    if word == "this":
        return Meaning("shift", unit="D", rough=True)
    if word == "next":
        return Meaning("later", "TIME" if part else "DATE", unit="D", amount=1, part=part)
    return None


READERS: Final[Mapping[str, Reader]] = {"dates.relative": _relative}
