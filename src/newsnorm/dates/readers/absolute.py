"""Read expressions of a calendar date: what they leave open is a year, at the most."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from newsnorm.dates.meaning import Kind, Meaning
from newsnorm.dates.phrases import Phrases
from newsnorm.dates.readers.numerals import (
    Match,
    Parts,
    Reader,
    fixed,
    full_year,
    is_day,
    month_of,
    next_word,
    number_of,
    ordinal_of,
    part_of,
)
from newsnorm.dates.vocabulary import Vocabulary, plain
from newsnorm.signs import has_any

__all__ = ["READERS"]

_DAY_FIRST: Final = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:\d{4}|\d\d)(?![\d/])")
_MONTH_FIRST: Final = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:\d{4}|\d\d)(?![\d/])")
_COMPARED: Final = re.compile(r"year-(?:earlier|ago)")
# The weekend of a holiday on a Monday or Tuesday is the one before it: its week is that of so many days before, as for
# any other holiday.
_TO_WEEKEND: Final = ("D", -2)
_UNITS: Final = {"week": "W", "weekend": "WE"}
# What a number before it makes a house, a room or the like of a year without a preposition.
_LABEL: Final = re.compile(r"(?:\b[A-Z]\w*|\d|#)(?:\r\n|\s)\Z|\d-\Z")


def _iso(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if match["rest"]:
        return _iso_part(match, int(match["year2"]), match["rest"], words)
    if not is_day(int(match["year"]), int(match["month"]), int(match["day"])):
        return None
    value = match[0][:10]
    return fixed("TIME", f"{value}T{match['time']}") if match["time"] else fixed("DATE", value)


def _iso_part(match: Match, year: int, rest: str, words: Vocabulary) -> Meaning | Parts:
    ranged = rest.isdigit() and int(rest) == (year + 1) % 100
    if ranged and words.phrases.seasons.search(match.string, max(0, match.start() - 50), match.end() + 50):
        first, second = fixed("DATE", f"{year}"), fixed("DATE", f"{year + 1}")
        return [(match.start(), match.start() + 4, first), (match.start("rest"), match.end(), second)]
    return fixed("DATE", f"{year}-{rest}")


def _numeric(match: Match, words: Vocabulary) -> Meaning | None:
    if match["year5"]:
        year, month, day = int(match["year5"]), month_of(match["month5"], words), int(match["day5"])
    elif match["year3"]:
        year, month, day = int(match["year3"]), int(match["a3"]), int(match["b3"])
    else:
        first, second = int(match["a"] or match["a2"] or match["a4"]), int(match["b"] or match["b2"] or match["b4"])
        year = full_year(match["year"] or match["year2"] or match["year4"])
        # With strokes the month comes first, unless it cannot; with full stops or hyphens the day does.
        month_first = match["a"] and first <= 12 and (second > 12 or not _is_day_first(match.string))
        month, day = (first, second) if month_first else (second, first)
    return fixed("DATE", f"{year:04}-{month:02}-{day:02}") if is_day(year, month, day) else None


@lru_cache(maxsize=1)
def _is_day_first(text: str) -> bool:
    """Tell whether a text has dates with strokes in which the month cannot come first, but none in which it must."""
    return _DAY_FIRST.search(text) is not None and _MONTH_FIRST.search(text) is None


def _era(match: Match, words: Vocabulary) -> Meaning | None:
    year = int(match["year"] or match["year2"])
    before = (match["era"] or "").startswith("B")
    return fixed("DATE", f"{'BC' if before else ''}{year:04}") if year else None


def _day(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    month, day = month_of(match["month"] or match["month2"], words), ordinal_of(match["day"] or match["day2"], words)
    year = full_year(match["year"]) if match["year"] else None
    if not is_day(year or 2000, month, day):
        return None
    part, rel = part_of(match, words), (match["rel"] or "").lower()
    if match["whose"]:  # "May 13 next year"
        return _on_day(None, month, day, part)._replace(number=words.pointing[match["whose"]])
    if match["week"]:  # "the week of March 6"
        return _on_day(year, month, day)._replace(unit="W")
    last = ordinal_of(match["last"], words) if match["last"] else 0
    other = month_of(match["month3"], words) if match["month3"] else month
    if is_day(year or 2000, other, last):  # "Feb. 15-17", "Feb. 15-March 2"
        second = match.start("month3" if match["month3"] else "last"), match.end(), _on_day(year, other, last, part)
        begun = year and year - (month > other)
        if not match["month"] or not is_day(begun or 2000, month, day):
            return second[2]
        return [(match.start(), match.end("day"), _on_day(begun, month, day)), second]
    meaning = _on_day(year, month, day, part)
    first_day = ordinal_of(match["from"], words) if match["from"] else 0
    if is_day(year or 2000, month, first_day):  # "15-17 February"
        first = (match.start("from"), match.end("from"), _on_day(year, month, first_day))
        return [first, (match.start("day2"), match.end(), meaning)]
    if year:
        return meaning
    named = f"{month:02}-{day:02}" in words.named_days and plain(match[0].split()[0].rstrip(",.")) not in words.weekdays
    return meaning._replace(direction=words.pointing.get(rel), rough=named) if rel or named else meaning


def _on_day(year: int | None, month: int, day: int, part: str = "") -> Meaning:
    if year is None:
        return Meaning("day", "TIME" if part else "DATE", month=month, day=day, part=part)
    value = f"{year:04}-{month:02}-{day:02}"
    return fixed("TIME", f"{value}T{part}") if part else fixed("DATE", value)


def _month(match: Match, words: Vocabulary) -> Meaning:
    month = month_of(match["month"], words)
    if match["rel"]:  # "October last year"
        return Meaning("month", month=month, number=words.pointing[match["rel"].lower()])
    year = int(match["year"]) if match["year"] else full_year(match["short"])
    return fixed("DATE", f"{year:04}-{month:02}")


def _holiday(match: Match, words: Vocabulary) -> Meaning | None:
    told = match["year"] or match["year0"]
    year, week = int(told) if told else None, match["week"] or ""
    following = next_word(match)
    named = following[:1].isupper() or bool(
        {following, following.rstrip("s")} & words.holiday_after
    )  # "Easter Island", "Christmas trees"
    if named and not year and not week.islower():
        return None
    direction = words.pointing.get((match["rel"] or "").lower())
    row = words.holidays[plain(match["holiday"])]
    # "Christmas songs" are of no day: what stands before a noun is not printed.
    rough = following[:1].islower() and following not in words.after_dates
    whose = match["whose"] or match["whose0"]
    number = words.pointing[whose] if whose else None
    unit = _UNITS.get(week.lower(), "")
    step = _TO_WEEKEND if unit == "WE" else None
    return Meaning(
        "holiday", value=row, year=year, number=number, direction=direction, unit=unit, rough=rough, step=step
    )


def _fiscal(match: Match, words: Vocabulary) -> Meaning:
    return fixed("DATE", f"{full_year(match['year'] or match['short']):04}")


def _quarter(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if match["bare"]:  # "the 1988 quarter"
        return Meaning("quarter", number=0, year=int(match["year1"]), value="the")
    letter, number = _which(match, words)
    year, whose = match["year"] or match["year0"] or match["short"] or "", match["whose"] or match["whose0"] or ""
    if not year.isdigit():  # "last year's third quarter"
        year = ""
    if number > (4 if letter == "Q" else 2):
        return None
    if not year and not whose and "iscal" not in match[0] and not _is_of_a_year(match, letter, words.phrases):
        return None
    if year:
        return fixed("DATE", f"{full_year(year):04}-{letter}{number}")
    compared = _COMPARED.search(match[0])
    direction = -2 if compared else words.pointing.get(whose)
    fiscal = "fiscal" if "iscal" in match[0] else ""
    kind: Kind = "quarter" if letter == "Q" else "half"
    meaning = Meaning(kind, value=fiscal, number=number, direction=direction)
    if match["number"] and match.string[match.end("number")] == "-" and match[0][:4].lower() == "the ":
        return [(match.start() + 4, match.end(), meaning)]  # "the third-quarter results": the article is theirs
    return meaning


def _is_of_a_year(match: Match, letter: str, phrases: Phrases) -> bool:
    """Tell by the words near by a company's quarter or half from a game's, and from any other half."""
    if phrases.of_another.match(match.string, match.end()):
        return False
    text, start, end = match.string, max(0, match.start() - 150), match.end() + 150
    if letter == "H" or not match["number"]:
        return phrases.money.search(text, start, end) is not None
    return not has_any(text[start:end], phrases.game_signs) or phrases.game.search(text, start, end) is None


def _which(match: Match, words: Vocabulary) -> tuple[str, int]:
    if match["h"]:
        return "H", int(match["h"])
    if match["q"] or match["q2"]:
        return "Q", int(match["q"] or match["q2"])
    return "Q" if match["unit"] == "quarter" else "H", ordinal_of(match["number"], words)


def _decade(match: Match, words: Vocabulary) -> Meaning:
    if match["word"]:
        return fixed("DATE", f"{words.decades[match['word'].lower()]}")
    year = int(match["year"]) if match["year"] else 1900 + int(match["short"])
    return fixed("DATE", f"{year // 10:03}")


def _century(match: Match, words: Vocabulary) -> Meaning | None:
    number = ordinal_of(match["number"], words)
    return fixed("DATE", f"{'BC' if match['era'] else ''}{number - 1:02}") if number else None


def _year_end(match: Match, words: Vocabulary) -> Meaning:
    return Meaning("holiday", value="12-31", rough=True)


def _spoken_year(match: Match, words: Vocabulary) -> Meaning | None:
    low = number_of(match["small"] or match["small2"] or "", words) or 0
    if not match["two"] and low < 10:
        return None  # "nineteen five"
    year = (2000 if match["two"] else 1900) + int(low)
    if match["season"]:
        return fixed("DATE", f"{year}-{words.seasons[match['season'].lower()]}")
    return fixed("DATE", f"{year}-{month_of(match['month'], words):02}" if match["month"] else f"{year}")


def _year(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    year = int(match["year"])
    if not _is_year(match, year, words.phrases):
        return None
    meaning = fixed("DATE", f"{year:04}")
    if not match["to"]:
        return meaning
    short = match["to"]
    end = int(short) if len(short) == 4 else year // 100 * 100 + int(short)
    if not year < end < year + 150:
        return None
    return [(match.start(), match.end("year"), meaning), (match.start("to"), match.end(), fixed("DATE", f"{end:04}"))]


def _is_year(match: Match, year: int, phrases: Phrases) -> bool:
    """Tell a year from a count, a house, a room, a flight, a telephone number and a title."""
    before = match.string[max(0, match.start("year") - 12) : match.start("year")]
    after = match.string[match.end() : match.end() + 36]
    counted = phrases.counted.match(after)
    if not phrases.before_year.search(before) and (not 1900 <= year <= 2040 or counted or _LABEL.search(before)):
        return False
    if year < 1500 and not phrases.old_year.search(before):
        return False
    if phrases.address.match(after) or (before[-1:] in ('"', "“") and after[:1] in ('"', "”")):
        return False
    return not counted or after[:4] == " to " or 1900 <= year < 2000 or phrases.sure_year.search(before) is not None


READERS: Final[Mapping[str, Reader]] = {
    "dates.iso": _iso,
    "dates.numeric": _numeric,
    "dates.era": _era,
    "dates.day": _day,
    "dates.month": _month,
    "dates.holiday": _holiday,
    "dates.fiscal": _fiscal,
    "dates.quarter": _quarter,
    "dates.decade": _decade,
    "dates.century": _century,
    "dates.year-end": _year_end,
    "dates.spoken-year": _spoken_year,
    "dates.bare-year": _year,
}
