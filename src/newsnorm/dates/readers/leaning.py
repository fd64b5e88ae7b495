"""Read expressions that lean on another date: "three days later", "Monday", "in March", "the quarter"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.phrases import Phrases
from newsnorm.dates.readers.numerals import (
    Match,
    Parts,
    Reader,
    amount_of,
    fixed,
    length,
    next_word,
    part_of,
    previous_word,
)
from newsnorm.dates.readers.people import may_be_person
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]

_MONEY: Final = re.compile(r"\s[$£€C\d]")
_QUARTER: Final = re.compile(r"(?:\s{1,2}|-)quarter\b(?!-)")
_OWNS: Final = re.compile(r"['’]s\s[a-z]")
_CAPITALIZED: Final = re.compile(r"\s{1,2}[A-Z][a-z]+\b")
_FIGURE: Final = re.compile(r"\s{1,2}\d")
_WORD: Final = re.compile(r"\s{1,2}\w")
_IN_THE_DAY: Final = re.compile(r"\b(?:in|(?<!end )of)\sthe\sday$")


def _counted(match: Match, words: Vocabulary) -> Meaning:
    way, unit = match["way"], words.units[plain(match["unit"])]
    amount = amount_of(match, words)
    from_now = way.startswith(("from", "hence"))
    if amount == "X":
        if way == "ago" or from_now:
            return fixed("DATE", "PAST_REF" if way == "ago" else "FUTURE_REF")
        return fixed("DURATION", length("X", unit), unit)
    number = float(amount) if way == "later" or from_now else -float(amount)
    if way == "ago" or from_now:
        return Meaning("shift", unit=unit, amount=number, value="ago", rough=_is_rough(match, words.phrases))
    return Meaning("later", unit=unit, amount=number, rough=_is_rough(match, words.phrases))


def _is_rough(match: Match, phrases: Phrases) -> bool:
    """Tell whether an amount is not exact: "nearly two", "about ten"."""
    about = phrases.about.search(match.string[max(0, match.start() - 15) : match.start()])
    return bool(about or not phrases.exact.match(match[0]) or phrases.or_so.search(match[0]))


def _year_earlier(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    unit = match["unit"] or ""
    # "The year-ago month" is a month, of which only the year is told.
    meaning = Meaning("later", unit="Y", amount=-1, value=unit or "compared", rough=unit == "month")
    if _MONEY.match(match.string, match.end()):
        return None
    if not unit and match[0][:4].lower() == "the ":
        return [(match.start() + 4, match.end(), meaning)]  # "the year-earlier results": the article is theirs
    if unit.endswith("months"):
        return fixed("DURATION", "P9M" if unit.startswith("nine") else "P6M")
    return meaning


def _before_last(match: Match, words: Vocabulary) -> Meaning:
    if match["unit"]:
        return Meaning("shift", unit=words.units[match["unit"]], amount=-2)
    day = words.weekdays[plain(match["weekday"] or match["ahead"]).rstrip(".")]
    if match["weekday"]:
        return Meaning("weekday", weekday=day, direction=-1, step=("W", -1))
    return Meaning("weekday", weekday=day, step=("W", 1 if match["step"] == "week" else 2))


def _deictic(match: Match, words: Vocabulary) -> Meaning:
    word = plain(match["word"])
    amount = words.distances.get(word)
    if amount is None:  # the day before yesterday, the day after tomorrow
        amount = -2 if word.endswith("yesterday") else 2
    part = "NI" if word == "tonight" else part_of(match, words)
    return Meaning("shift", "TIME" if part else "DATE", unit="D", amount=amount, part=part)


def _weekday(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    word, before = match["weekday"], previous_word(match, "weekday")
    if f"{before} {word}" in words.name_phrases or next_word(match, "weekday") in words.names_after:
        return None
    if match["part"] and match["part"][0].isupper():
        return None
    if word.capitalize() in words.phrases.word_like and before not in words.phrases.before_short:
        return None
    day, part = words.weekdays[plain(word).rstrip(".")], part_of(match, words)
    if many := words.phrases.parts.match(match.string, match.end()):
        end = match.end() if "and" in many[0] else many.end()
        return [(match.start(), end, fixed("SET", f"XXXX-WXX-{day}T{words.parts[many[1]]}"))]
    return Meaning("weekday", "TIME" if part else "DATE", weekday=day, part=part)


def _overnight(match: Match, words: Vocabulary) -> Meaning:
    return Meaning("shift", "TIME", unit="D", part="NI", value="overnight")


def _season(match: Match, words: Vocabulary) -> Meaning | None:
    name, year = match["season"], match["year"] or match["year2"]
    value = words.seasons[name.lower()]
    if year:
        return fixed("DATE", f"{year}-{value}")
    before = match.string[max(0, match.start("season") - 16) : match.start("season")]
    if name[0].isupper() or words.phrases.no_season.match(match.string, match.end()):
        return None
    if match.start() == match.start("season") and not words.phrases.before_season.search(before):
        return None
    if name == "fall" and not words.phrases.before_fall.search(before):
        return None
    return Meaning("season", value=value, rough=True)


def _bare_month(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    word = match["month"]
    name = plain(word).rstrip(".")
    before = match.string[max(0, match.start("month") - 12) : match.start("month")]
    after = match.string[match.end() : match.end() + 14]
    if f"{previous_word(match)} {word}" in words.name_phrases or (len(word) < 4 and name != "may"):
        return None
    if quarter := _QUARTER.match(match.string, match.end()):  # the one that ends with it
        month = words.months[name]
        named = Meaning("quarter", number=month // 3, value="calendar")
        return None if month % 3 else [(match.start(), quarter.end(), named)]
    owner = name != "may" and _OWNS.match(after)  # "April's flood"
    surname = _CAPITALIZED.match(after) and next_word(match).lower() not in words.weekdays
    if (surname or (name in words.phrases.name_like and not owner)) and not words.phrases.before_month.search(before):
        return None
    if _FIGURE.match(after) or may_be_person(match.string, *match.span("month"), words.phrases):
        return None
    return Meaning("month", month=words.months[name])


def _the_unit(match: Match, words: Vocabulary) -> Meaning | None:
    name, way = match["unit"], (match["way"] or "").strip()
    unit = words.units[name]
    after = match.string[match.end() : match.end() + 8]
    if way and unit in ("D", "W", "WE", "M", "Y"):
        if _WORD.match(after):  # "the day before the vote"
            return None
        return Meaning("later", unit=unit, amount=1 if way in ("after", "later") else -1)
    if name == "year" and words.phrases.ended.match(after):
        return fixed("DURATION", "P1Y")
    if name == "day":
        before = match.string[max(0, match.start() - 4) : match.end()]
        later = _IN_THE_DAY.search(before)  # not "at the end of the day"
        return Meaning("same", unit="D", value="the") if later else None
    if unit == "Q":
        return Meaning("quarter", number=0, value="the")
    return Meaning("same", unit=unit, value="the" if unit in ("W", "WE", "M", "Y") else "")


READERS: Final[Mapping[str, Reader]] = {
    "dates.counted": _counted,
    "dates.year-earlier": _year_earlier,
    "dates.before-last": _before_last,
    "dates.deictic": _deictic,
    "dates.weekday": _weekday,
    "dates.overnight": _overnight,
    "dates.season": _season,
    "dates.bare-month": _bare_month,
    "dates.the-unit": _the_unit,
}
