"""Read "last", "this", "next" and "that" with a unit, weekday, month, season or part of the day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.mention import DateType
from newsnorm.dates.readers.numerals import Match, Parts, Reader, fixed, length, next_word, part_of, previous_word
from newsnorm.dates.readers.people import may_be_person
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]


def _relative(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    word, more = match["rel"].lower(), match["more"] or ""
    name = "weekday" if match["weekday"] else "month" if match["month"] else None
    if name and more == "past" and word == "last":
        return _beyond(match, words, name)
    if more in words.pointing:
        meaning = _meaning(match, words, more)
        if word == "this" or meaning is None:  # "this past spring"
            return meaning
        return [(match.start("more"), match.end(), meaning)]  # "said that last week ..."
    # "It appears that August was dry", "shares fell following Friday's vote"
    to_clause = word in ("that", "following")
    if name == "month" and to_clause and may_be_person(match.string, *match.span("month"), words.phrases):
        return None
    if name and ((word == "that" and not _is_that(match, words)) or (word == "following" and not match["the"])):
        bare = (_meaning(match, words, "that") or Meaning("month"))._replace(leaning=False)
        return [(match.start(name), match.end(), bare)]
    if name and word == "past" and not match["the"]:
        return _beyond(match, words, name)
    if match["rel"][0].isupper() and match["unit"] and match["unit"][0].isupper():
        return None  # "This Week", a title
    return _meaning(match, words, word)


def _beyond(match: Match, words: Vocabulary, name: str) -> Parts:
    """Read the name alone in "the talks may run past March", "may last past March"."""
    bare = _meaning(match, words, "") or Meaning("month")
    return [(match.start(name), match.end(), bare._replace(rough=True))]


def _is_that(match: Match, words: Vocabulary) -> bool:
    """Tell whether "that" before a weekday or month points to one: "in that May", "he lost that May", "That May"."""
    if words.phrases.before_that.search(match.string[max(0, match.start() - 12) : match.start()]):
        return True
    after = words.phrases.after_that.match(match.string, match.end())
    if after is None:
        return False
    return after.lastgroup is None or previous_word(match) not in words.phrases.says_that


def _meaning(match: Match, words: Vocabulary, word: str) -> Meaning | None:
    """Say what is meant by the word that points, one way for each thing it points to."""
    direction, leaning = words.pointing.get(word), word in words.leaning
    pointed = leaning or (word == "next" and bool(match["the"]))  # "the next spring"
    part = part_of(match, words)
    if match["weekday"]:
        day = words.weekdays[plain(match["weekday"]).rstrip(".")]
        type_: DateType = "TIME" if part else "DATE"
        return Meaning("weekday", type_, weekday=day, direction=direction, part=part, leaning=pointed)
    if match["month"]:
        month = words.months[plain(match["month"]).rstrip(".")]
        return Meaning("month", month=month, direction=direction, leaning=pointed)
    if match["season"]:
        if word == "that" and match["season"] == "fall" and words.phrases.falls.match(match.string, match.end()):
            return None  # "the rules that fall under the act"
        season = words.seasons[plain(match["season"])]
        return Meaning(
            "season",
            value=season,
            direction=direction,
            leaning=pointed,
            rough=word == "that" and not _is_that(match, words),
        )
    if match["part0"]:
        return _part_of_day(match, words, word)
    name = plain(match["unit"])
    if name in ("year-end", "period"):
        return _of_a_report(name, word, words)
    unit = words.units[name]
    idiom = word == "this" and unit == "D" and (previous_word(match).lower() == "to" or next_word(match) == "and")
    if unit[0] == "T" or idiom:  # "to this day", "in this day and age"
        return None
    if name.endswith("s"):
        return fixed("DURATION", length("X", unit), unit)
    if unit == "Q":
        settled = "the" if word in words.same or word == "latest" else "mention" if leaning else ""
        return Meaning("quarter", number=0, direction=direction, value=settled, rough=bool(match["the"]))
    return _unit(match, word, unit, part, words)


def _part_of_day(match: Match, words: Vocabulary, word: str) -> Meaning | None:
    """Read "last night" and "that morning"."""
    part, amount = words.parts[plain(match["part0"])], words.pointing.get(word, 0)
    if word in words.same:
        return Meaning("same", "TIME", unit="D", part=part)
    if word in words.leaning or (match["the"] and word == "next"):
        return Meaning("later", "TIME", unit="D", amount=amount, part=part)
    if word in ("past", "latest"):
        return None
    return Meaning("shift", "TIME", unit="D", amount=amount, part=part)


def _of_a_report(name: str, word: str, words: Vocabulary) -> Meaning | None:
    if name == "year-end":
        return Meaning("shift", unit="Y", amount=words.pointing.get(word, 0), rough=True)
    return Meaning("quarter", number=0, value="the") if word in ("latest", "same") else None


def _unit(match: Match, word: str, unit: str, part: str, words: Vocabulary) -> Meaning | None:
    """Read a unit from the day to the century; ``rough`` tells that the value is only implied."""
    amount = words.pointing.get(word, 0)
    fiscal = unit == "Y" and words.phrases.fiscal.search(match[0]) is not None  # whose that is, is not said
    if word in words.same:
        return Meaning("same", "TIME" if part else "DATE", unit=unit, part=part)
    if word in words.leaning:
        return Meaning("later", "TIME" if part else "DATE", unit=unit, amount=amount, part=part, rough=fiscal)
    if unit == "D":
        return _day(word, part)
    if match["the"] and word == "next" and unit in ("W", "M", "Y"):
        before = match.string[max(0, match.start() - 8) : match.start()]
        if words.phrases.for_a_time.search(before):  # "over the next year"
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
