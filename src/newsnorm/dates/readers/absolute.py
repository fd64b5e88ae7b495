"""Read expressions of a calendar date: what they leave open is a year or a century, at the most."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.readers.numerals import (
    Match,
    Parts,
    Reader,
    day_number,
    fixed,
    full_year,
    is_day,
    next_word,
    number_of,
    ordinal_of,
)
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]


def _iso(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if match["rest"]:
        year, rest = match["year2"], match["rest"]
        if (
            rest.isdigit()
            and int(rest) == (int(year) + 1) % 100
            and (_SEASONS.search(match.string[match.end() : match.end() + 20]))
        ):
            return [
                (match.start(), match.start() + 4, fixed("DATE", year)),
                (match.start("rest"), match.end(), fixed("DATE", str(int(year) + 1))),
            ]
        return fixed("DATE", f"{year}-{rest}")
    if not is_day(int(match["year"]), int(match["month"]), int(match["day"])):
        return None
    value = match[0][:10]
    return fixed("TIME", f"{value}T{match['time']}") if match["time"] else fixed("DATE", value)


# "The 2011-12 season" is two years, "2011-12" a month.
_SEASONS: Final = re.compile(
    r"^\s(?:[a-z]+\s)?(?:season|school|fiscal|academic|financial|campaign|budget|term|year|winter|league)"
)


def _numeric(match: Match, words: Vocabulary) -> Meaning | None:
    if match["year5"]:
        year, month, day = int(match["year5"]), words.months[match["month5"].rstrip(".").lower()], int(match["day5"])
    elif match["year3"]:
        year, month, day = int(match["year3"]), int(match["a3"]), int(match["b3"])
    else:
        month, day = int(match["a"] or match["a2"] or match["a4"]), int(match["b"] or match["b2"] or match["b4"])
        year = full_year(match["year"] or match["year2"] or match["year4"])
        if month > 12 or match["a2"] or match["a4"]:
            month, day = day, month
    return fixed("DATE", f"{year:04}-{month:02}-{day:02}") if is_day(year, month, day) else None


_CLOCK_BEFORE: Final = re.compile(
    r"(?:\b(?:at|by|until|till|from|since|before|after|around|about|between|to|and|starting|beginning)\s{1,3}|\($)$"
)


def _clock(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if match["point"] or (match["hour"] or "").isalpha():
        word = plain(match["point"] or match["hour"])
        if match[0][0].isupper() and re.match(r"\s[A-Z]", match.string[match.end() : match.end() + 2]):
            return None  # "Dawn French"
        part = words.parts[word]
    elif match["hour"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"][0] in "pP" else 0)
        if (
            not match["minute"]
            and match["half"].lower() == "am"
            and not match.string[match.start("half") - 1].isdigit()
            and match["half"] == "am"
        ):
            return (
                None
                if _I_AM.search(match.string, max(0, match.start() - 3), match.end() + 3)
                else Meaning("clock", "TIME", part=f"{hour:02}:00")
            )
        part = f"{hour:02}:{match['minute'] or '00'}"
    elif match["hour4"]:
        hour = int(number_of(match["hour4"], words) or 0)
        if not 1 <= hour <= 12:
            return None
        if match["inthe"] and match["inthe"] != "morning":
            hour = hour % 12 + 12
        part = f"{hour:02}:00"
    else:
        before = match.string[max(0, match.start() - 12) : match.start()]
        if match["hour2"] and not match["zone"] and not (match["minute2"] and _CLOCK_BEFORE.search(before)):
            return None
        if "." in match[0] and not match["zone"]:
            return None
        part = f"{int(match['hour2'] or match['hour3']):02}:{match['minute2'] or match['minute3'] or '00'}"
    return Meaning("clock", "TIME", part=part)


_I_AM: Final = re.compile(r"\bI am\b")


def _day(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    month = words.months[(match["month"] or match["month2"]).rstrip(".").lower()]
    day = day_number(match["day"] or match["day2"], words)
    year = full_year(match["year"]) if match["year"] else None
    if not is_day(year or 2000, month, day):
        return None
    part = words.parts[match["part"].lower()] if match["part"] else ""
    direction = {"last": -1, "this": 0, "next": 1}.get((match["rel"] or "").lower())
    if match["week"]:
        return replace(_on_day(year, month, day, ""), unit="W")
    if direction is not None and year is None:
        return replace(_on_day(year, month, day, part), direction=direction)
    if match["last"] and is_day(year or 2000, month, (last := day_number(match["last"], words))):
        two = _on_day(year, month, last, part)
        end = match.end()
        if match["month"]:
            return [(match.start(), match.end("day"), _on_day(year, month, day, "")), (match.start("last"), end, two)]
        return two
    return _on_day(year, month, day, part)


def _on_day(year: int | None, month: int, day: int, part: str) -> Meaning:
    type_ = "TIME" if part else "DATE"
    if year is None:
        return Meaning("day", type_, month=month, day=day, part=part)  # type: ignore[arg-type]
    return fixed(type_, f"{year:04}-{month:02}-{day:02}" + (f"T{part}" if part else ""))


def _era(match: Match, words: Vocabulary) -> Meaning | None:
    year = int(match["year"] or match["year2"])
    return fixed("DATE", f"{'BC' if (match['era'] or '').startswith('B') else ''}{year:04}") if year else None


def _month(match: Match, words: Vocabulary) -> Meaning | None:
    month = words.months[match["month"].rstrip(".").lower()]
    if match["rel"]:
        return Meaning("month", month=month, number={"last": -1, "this": 0, "next": 1}[match["rel"]])
    year = int(match["year"]) if match["year"] else full_year(match["short"])
    return fixed("DATE", f"{year:04}-{month:02}")


def _holiday(match: Match, words: Vocabulary) -> Meaning | None:
    row = words.holidays[plain(match["holiday"])]
    following = next_word(match)
    if (
        not match["week"]
        and not match["year"]
        and (following[:1].isupper() or following.rstrip("s") in words.holiday_after)
    ):
        return None
    kind = "holiday"
    direction = {"last": -1, "this": 0, "next": 1}.get((match["rel"] or "").lower())
    return Meaning(
        kind,
        value=row,
        year=int(match["year"]) if match["year"] else None,
        direction=direction,
        unit="W" if match["week"] else "",
    )  # type: ignore[arg-type]


def _fiscal(match: Match, words: Vocabulary) -> Meaning:
    return fixed("DATE", f"{full_year(match['year'] or match['short']):04}")


_MONEY: Final = re.compile(
    r"\b(?:[Pp]rofits?|[Ee]arnings|[Rr]evenues?|[Ss]ales|income|loss|losses|results|growth|GDP|earned)\b"
)


def _quarter(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if match["bare"]:
        return Meaning("quarter", number=0, year=int(match["year1"]), value="the")
    if match["h"]:
        unit, number = "half", int(match["h"])
    elif match["q"] or match["q2"]:
        unit, number = "quarter", int(match["q"] or match["q2"])
    else:
        unit = match["unit"]
        number = words.ordinals.get(match["number"].lower()) or int(match["number"][0])
    if number > (4 if unit == "quarter" else 2):
        return None
    year = match["year"] or match["year0"] if (match["year"] or match["year0"] or "").isdigit() else None
    whose = match["whose"] or match["whose0"]
    named = year or whose or match["short"] or re.search(r"iscal|H\d", match[0])
    if unit == "half" and not named and not _MONEY.search(match.string, max(0, match.start() - 150), match.end() + 150):
        return None  # of a match or of anything else
    short = full_year(match["short"]) if match["short"] else None
    direction = {"last": -1, "this": 0, "next": 1}.get(whose or "")
    if re.search(r"year-(?:earlier|ago)", match[0]):
        direction = -2
    full = int(year) if year else short
    if full:
        meaning = fixed("DATE", f"{full:04}-{'Q' if unit == 'quarter' else 'H'}{number}")
    else:
        fiscal = "fiscal" if "iscal" in match[0] else ""
        meaning = Meaning(unit, value=fiscal, number=number, direction=direction)  # type: ignore[arg-type]
    if (
        match[0][:3] in ("the", "The")
        and match["number"]
        and match.string[match.end("number")] == "-"
        and not match["year"]
    ):
        return [(match.start() + 4, match.end(), meaning)]  # "the third-quarter results": the article is theirs
    return meaning


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
    if match["two"]:
        year = 2000 + int(number_of(match["small2"], words) or 0 if match["small2"] else 0)
    else:
        number = number_of(match["small"], words) or 0
        if number < 10:
            return None
        year = 1900 + int(number)
    if match["season"]:
        return fixed("DATE", f"{year}-{words.seasons[match['season'].lower()]}")
    if match["month"]:
        return fixed("DATE", f"{year}-{words.months[match['month'].rstrip('.').lower()]:02}")
    return fixed("DATE", f"{year}")


_YEAR_BEFORE: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]o|[Tt]hrough|[Dd]uring|[Oo]f|[Ff]or|[Bb]etween|and|or|[Bb]efore|[Aa]fter|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]|circa|than|year|[Aa]round|[Aa]bout|[Mm]id-|[Ll]ate|[Ee]arly)[\s(]{1,3}$|^$|[(]$"
)


_COUNTED: Final = re.compile(
    r"(?:\s|-)(?:more\s|other\s|new\s)?(?:(?:[a-z]+s|people|percent|feet|men|women|pounds|million|billion|miles|meters|metres|cubic|square|hectares|acres|miles|km|kg|to\s\d|troops)\b|per\b|%|[-–]\d)|\s?%"
)


_LABEL: Final = re.compile(r"(?:\b[A-Z]\w*|\d|#)\s$|\d-$")
_ADDRESS: Final = re.compile(r"\s(?:[A-Z]\w+\s){1,2}(?:Avenue|Street|Road|Boulevard|Drive|Lane|Square)\b")


def _year(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    year = int(match["year"])
    before = match.string[max(0, match.start("year") - 12) : match.start("year")]
    after = match.string[match.end() : match.end() + 36]
    cued = _YEAR_BEFORE.search(before)
    if not cued and (not 1900 <= year <= 2040 or _COUNTED.match(after) or _LABEL.search(before)):
        return None
    if year < 1500 and not re.search(r"\b(?:in|year|since)\s$", before):
        return None
    if _ADDRESS.match(after) or (before[-1:] in ('"', "“") and after[:1] in ('"', "”")):
        return None
    if (
        _COUNTED.match(after)
        and after[:4] != " to "
        and not re.search(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Tt]he)\s$", before)
        and not 1900 <= year < 2000
    ):
        return None
    if match["to"]:
        short = match["to"]
        end = int(short) if len(short) == 4 else year // 100 * 100 + int(short)
        if not year < end < year + 150:
            return None
        return [
            (match.start(), match.end("year"), fixed("DATE", f"{year:04}")),
            (match.start("to"), match.end("to"), fixed("DATE", f"{end:04}")),
        ]
    return fixed("DATE", f"{year:04}")


READERS: Final[Mapping[str, Reader]] = {
    "dates.iso": _iso,
    "dates.numeric": _numeric,
    "dates.era": _era,
    "dates.clock": _clock,
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
