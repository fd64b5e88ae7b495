"""Read what a match of the grammar says: one short function a rule.

A reader returns a `Meaning` for the whole match, a list of (start, end, meaning) for parts of it, or None
where the words only look like a time expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS", "Parts"]

Match = re.Match[str]
Parts = list[tuple[int, int, Meaning]]
Reader = Callable[[Match, Vocabulary], "Meaning | Parts | None"]

_PAST: Final = frozenset({"last", "past", "previous", "preceding"})
_FUTURE: Final = frozenset({"next", "coming", "upcoming", "following"})


def _fixed(type_: str, value: str, unit: str = "", amount: float = 0) -> Meaning:
    return Meaning("fixed", type_, value, unit, amount)  # type: ignore[arg-type]


def _full_year(short: str) -> int:
    number = int(short.strip("'’"))
    if number >= 100:
        return number
    return 2000 + number if number < 40 else 1900 + number


def _valid(year: int, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and 1 <= day and 1 <= year <= 9999):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _iso(match: Match, words: Vocabulary) -> Meaning | None:
    if not _valid(int(match["year"]), int(match["month"]), int(match["day"])):
        return None
    value = match[0][:10]
    return _fixed("TIME", f"{value}T{match['time']}") if match["time"] else _fixed("DATE", value)


def _numeric(match: Match, words: Vocabulary) -> Meaning | None:
    if match["year3"]:
        year, month, day = int(match["year3"]), int(match["a3"]), int(match["b3"])
    else:
        month, day = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
        year = _full_year(match["year"] or match["year2"])
        if month > 12 or match["a2"]:
            month, day = day, month
    return _fixed("DATE", f"{year:04}-{month:02}-{day:02}") if _valid(year, month, day) else None


_CLOCK_BEFORE: Final = re.compile(r"(?:\b(?:at|by|until|till|from|since|before|after|around|about|between|to|and|starting|beginning)\s{1,3}|\($)$")


def _clock(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if match["point"] or (match["hour"] or "").isalpha():
        word = plain(match["point"] or match["hour"])
        part = words.parts[word]
    elif match["hour"]:
        hour = int(match["hour"]) % 12 + (12 if match["half"][0] in "pP" else 0)
        if not match["minute"] and match["half"].lower() == "am" and not match.string[match.start("half") - 1].isdigit() and match["half"] == "am":
            return None if _I_AM.search(match.string, max(0, match.start() - 3), match.end() + 3) else Meaning("clock", "TIME", part=f"{hour:02}:00")
        part = f"{hour:02}:{match['minute'] or '00'}"
    elif match["hour4"]:
        hour = int(_number(match["hour4"], words) or 0)
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
    day = _day_number(match["day"] or match["day2"], words)
    year = _full_year(match["year"]) if match["year"] else None
    if not _valid(year or 2000, month, day):
        return None
    part = words.parts[match["part"]] if match["part"] else ""
    direction = {"last": -1, "this": 0, "next": 1}.get((match["rel"] or "").lower())
    if match["week"]:
        return replace(_on_day(year, month, day, ""), unit="W")
    if direction is not None and year is None:
        return replace(_on_day(year, month, day, part), direction=direction)
    if match["last"] and _valid(year or 2000, month, (last := _day_number(match["last"], words))):
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
    return _fixed(type_, f"{year:04}-{month:02}-{day:02}" + (f"T{part}" if part else ""))


def _day_number(word: str, words: Vocabulary) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else words.ordinals[word.lower()]


def _month(match: Match, words: Vocabulary) -> Meaning | None:
    month = words.months[match["month"].rstrip(".").lower()]
    if match["rel"]:
        return Meaning("month", month=month, number={"last": -1, "this": 0, "next": 1}[match["rel"]])
    year = int(match["year"]) if match["year"] else _full_year(match["short"])
    return _fixed("DATE", f"{year:04}-{month:02}")


def _holiday(match: Match, words: Vocabulary) -> Meaning | None:
    row = words.holidays[plain(match["holiday"])]
    kind = "holiday"
    direction = {"last": -1, "this": 0, "next": 1}.get((match["rel"] or "").lower())
    return Meaning(kind, value=row, year=int(match["year"]) if match["year"] else None, direction=direction, unit="W" if match["week"] else "")  # type: ignore[arg-type]


def _fiscal(match: Match, words: Vocabulary) -> Meaning:
    return _fixed("DATE", f"{_full_year(match['year'] or match['short']):04}")


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
    if unit == "half" and not (year or whose or match["short"] or re.search(r"fiscal|\bthe\b|of$|H\d", match[0])):
        return None
    short = _full_year(match["short"]) if match["short"] else None
    direction = {"last": -1, "this": 0, "next": 1}.get(whose or "")
    if re.search(r"year-(?:earlier|ago)", match[0]):
        direction = -2
    full = int(year) if year else short
    if full:
        meaning = _fixed("DATE", f"{full:04}-{'Q' if unit == 'quarter' else 'H'}{number}")
    else:
        fiscal = "fiscal" if "iscal" in match[0] else ""
        meaning = Meaning(unit, value=fiscal, number=number, direction=direction)  # type: ignore[arg-type]
    if match[0][:3] in ("the", "The") and match["number"] and "-" in match[0][4:] and not match["year"]:
        return [(match.start() + 4, match.end(), meaning)]  # "the third-quarter results": the article is theirs
    return meaning


def _decade(match: Match, words: Vocabulary) -> Meaning:
    if match["word"]:
        return _fixed("DATE", f"{words.decades[match['word'].lower()]}")
    year = int(match["year"]) if match["year"] else 1900 + int(match["short"])
    return _fixed("DATE", f"{year // 10:03}")


def _century(match: Match, words: Vocabulary) -> Meaning | None:
    number = _ordinal(match["number"], words)
    return _fixed("DATE", f"{'BC' if match['era'] else ''}{number - 1:02}") if number else None


def _ordinal(word: str, words: Vocabulary) -> int:
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    low = word.lower()
    return 21 if low == "twenty-first" else words.ordinals[low]


def _number(word: str, words: Vocabulary) -> float | None:
    """Return the value of a numeral in digits or words.

    "5 1/2" is 5.5 and "two hundred and ten" is 210.
    """
    word = word.lower().strip()
    for sign, value in (("½", ".5"), ("¼", ".25"), ("¾", ".75")):
        word = word.replace(sign, value)
    fraction = re.fullmatch(r"([\d,]+(?:\.\d+)?)(?:[ -](\d)/(\d\d?))?(?:\s+(hundred|thousand))?", word)
    if fraction:
        value_ = float(fraction[1].replace(",", ""))
        if fraction[2] and int(fraction[3]):
            value_ += int(fraction[2]) / int(fraction[3])
        return value_ * (words.numbers[fraction[4]] if fraction[4] else 1)
    total = part = 0.0
    for token in re.findall(r"[a-z]+|[\d.,]+", word):
        if token == "and":
            continue
        number = words.numbers.get(token)
        if number is None:
            return None
        if number in (100, 1000):
            part = (part or 1) * number
            if number == 1000:
                total, part = total + part, 0
        else:
            part += number
    return total + part


def _amount(match: Match, words: Vocabulary) -> float | str | None:
    """Return the number of units of an amount, "X" where it is not told."""
    groups = match.groupdict()
    if groups.get("half"):
        return 0.5
    if groups.get("vague"):
        vague = words.amounts.get(plain(match["vague"]), "2" if match["vague"].startswith("couple") else "X")
        return vague if vague == "X" else float(vague)
    if groups.get("one"):
        number: float | None = 1
    else:
        number = _number(groups.get("high") or match["low"], words)
    if number is not None and (groups.get("andhalf") or groups.get("unithalf")):
        number += 0.5
    return number


_SMALLER: Final = {"Y": (12, "M"), "M": (0, ""), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS"), "W": (0, "")}


def length(amount: float | str, unit: str) -> str:
    """Return an ISO 8601 duration: "P3D", "PT30M", "P2Y6M", "PXW"."""
    if unit[0].isdigit():
        factor = int(re.match(r"\d+", unit)[0])  # type: ignore[index]
        letter = unit.lstrip("0123456789")
        if amount == "X":
            return {"10Y": "PXDE", "100Y": "PXC", "1000Y": "PXML"}.get(unit, f"PX{letter}")
        amount = float(amount) * factor
        unit = letter
    clock, letter = ("T", unit[1]) if unit[0] == "T" else ("", unit)
    if amount == "X":
        return f"P{clock}X{letter}"
    amount = float(amount)
    whole = int(amount)
    rest = ""
    if amount != whole:
        factor, smaller = _SMALLER.get(unit, (0, ""))
        parts = (amount - whole) * factor
        if not factor or abs(parts - round(parts)) > 0.01:
            return f"P{clock}{amount:g}{letter}"
        if smaller[0] == "T":
            rest = ("" if clock else "T") + f"{round(parts)}{smaller[1]}"
        else:
            rest = f"{round(parts)}{smaller}"
        if not whole:
            return f"P{'T' if clock else ''}{rest}"
    return f"P{clock}{whole}{letter}{rest}"


def _days_from(match: Match, words: Vocabulary) -> Meaning | None:
    way = match["way"]
    unit = words.units[plain(match["unit"])]
    amount = _amount(match, words)
    if amount is None:
        return None
    if amount == "X":
        if way == "ago":
            return _fixed("DATE", "PAST_REF")
        return _fixed("DATE", "FUTURE_REF") if way.startswith(("from", "hence")) else _fixed("DURATION", length("X", unit), unit)
    if way == "ago" or way in ("hence",) or way.startswith("from"):
        return Meaning("shift", unit=unit, amount=-float(amount) if way == "ago" else float(amount), value="ago", number=_rough(match))
    return Meaning("later", unit=unit, amount=float(amount) * (1 if way in ("later",) else -1), number=_rough(match))


_ABOUT: Final = re.compile(r"\b(?:[Aa]bout|[Aa]round|[Ss]ome|[Rr]oughly|[Oo]ver|[Aa]pproximately)\s$")


def _rough(match: Match) -> int | None:
    """Return 0 for an amount that is not exact, None for one that may be."""
    before = match.string[max(0, match.start() - 15) : match.start()]
    exact = re.match(r"(?:\d|[Aa]n?\b|[Hh]alf|[a-zA-Z-]+\s[a-z]+\s(?:ago|earlier|later))", match[0])
    return None if exact and not _ABOUT.search(before) and not re.search(r"\sor\sso\b", match[0]) else 0


def _year_end(match: Match, words: Vocabulary) -> Meaning:
    return Meaning("holiday", value="12-31")


def _spoken_year(match: Match, words: Vocabulary) -> Meaning | None:
    if match["two"]:
        year = 2000 + int(_number(match["small2"], words) or 0 if match["small2"] else 0)
    else:
        number = _number(match["small"], words) or 0
        if number < 10:
            return None
        year = 1900 + int(number)
    return _fixed("DATE", f"{year}-{words.seasons[match['season'].lower()]}" if match["season"] else f"{year}")


def _year_earlier(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if re.match(r"\s[$£€C\d]", match.string[match.end() : match.end() + 2]):
        return None
    if match["unit"] is None and match[0][:4].lower() == "the ":
        return [(match.start() + 4, match.end(), Meaning("later", unit="Y", amount=-1, value="compared"))]
    if (match["unit"] or "").endswith("months"):
        return _fixed("DURATION", "P9M" if match["unit"].startswith("nine") else "P6M")
    return Meaning("later", unit="Y", amount=-1, value=match["unit"] or "compared")


def _span(match: Match, words: Vocabulary) -> Meaning | None:
    name = plain(match["unit"])
    if name not in words.units:
        return _fixed("SET", f"XXXX-{words.seasons[name.rstrip('s')]}")
    unit = words.units[name]
    if match["low"]:
        amount: float | str | None = _number(match["high"] or match["low"], words)
    else:
        word = plain(match["vague"])
        amount = 2.0 if "couple" in word else words.amounts.get(word, "X")
        if amount != "X":
            amount = float(amount)
    if amount is None:
        return None
    return _fixed("DURATION", length(amount, unit), unit, 0 if amount == "X" else float(amount))


_DIRECTION: Final = {**dict.fromkeys(_PAST, -1), **dict.fromkeys(_FUTURE, 1), "this": 0, "current": 0}


def _relative(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    rel, more = match["rel"].lower(), match["more"] or ""
    if more in ("last", "past", "coming") and rel != "this":
        meaning = _said(match, words, more, "")  # "said that last week ..."
        return [(match.start("more"), match.end(), meaning)] if meaning else None
    if rel[0] != match["rel"][0] and (match["unit"] or "x")[0].isupper():
        return None  # "This Week", a title
    return _said(match, words, rel, more)


def _said(match: Match, words: Vocabulary, rel: str, more: str) -> Meaning | None:
    direction = _DIRECTION.get(rel)
    if rel == "this" and more in ("past", "last"):
        direction = -1
    if rel == "this" and more == "coming":
        direction = 1
    leaning = rel in ("that", "same") or (rel in ("previous", "following", "preceding"))
    if match["weekday"]:
        return Meaning("weekday", "TIME" if match["part"] else "DATE", weekday=words.weekdays[match["weekday"].rstrip(".").lower()], direction=direction, part=_part(match, words), value="mention" if leaning else "")
    if match["month"]:
        return Meaning("month", month=words.months[match["month"].rstrip(".").lower()], direction=direction)
    if match["season"]:
        return Meaning("season", value=words.seasons[match["season"].lower()], direction=direction)
    if match["part0"]:
        part = words.parts[match["part0"].lower()]
        if leaning or (match["the"] and rel == "next"):
            return Meaning("same" if rel in ("that", "same") else "later", "TIME", unit="D", amount=direction or 0, part=part)
        if rel == "past" or rel == "latest":
            return None
        return Meaning("shift", "TIME", unit="D", amount=direction or 0, part=part)
    return _relative_unit(match, words, rel, direction, leaning)


def _relative_unit(match: Match, words: Vocabulary, rel: str, direction: int | None, leaning: bool) -> Meaning | None:
    name = plain(match["unit"])
    if name == "year-end":
        return Meaning("shift", unit="Y", amount=direction or 0)
    if name == "period":
        return Meaning("quarter", number=0, direction=direction) if rel in ("latest", "same") else None
    if name not in words.units or name.endswith("s"):
        return _fixed("DURATION", length("X", words.units[name]), words.units[name]) if name in words.units and name.endswith("s") else None
    unit = words.units[name]
    if unit[0] == "T":
        return None
    part = _part(match, words)
    if unit == "Q":
        return Meaning("quarter", number=0, direction=direction, value="the" if rel in ("latest", "same", "that") else "mention" if leaning else "")
    if rel in ("that", "same"):
        return Meaning("same", "TIME" if part else "DATE", unit=unit, part=part)
    if rel in ("previous", "preceding", "following"):
        return Meaning("later", unit=unit, amount=direction or 0, part=part)
    if unit == "D":
        if rel in ("current", "latest", "coming", "upcoming"):
            return None
        if rel in ("past", "last"):
            return None
        if rel == "this":
            return Meaning("shift", unit="D", amount=0)
        return Meaning("later", "TIME" if part else "DATE", unit="D", amount=direction or 0, part=part)
    if match["the"] and rel == "past" and unit in ("Y", "M", "W", "10Y", "100Y"):
        return _fixed("DURATION", length(1, unit), unit, 1)
    if rel == "latest":
        return Meaning("shift", unit=unit, amount=-1, number=0)
    return Meaning("shift", unit=unit, amount=direction or 0, number=0 if match["the"] else None)


def _part(match: Match, words: Vocabulary) -> str:
    return words.parts[match["part"]] if match["part"] else ""


def _deictic(match: Match, words: Vocabulary) -> Meaning:
    word = plain(match["word"])
    amount = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(word)
    if amount is None:
        amount = -2 if word.endswith("yesterday") else 2
    part = "NI" if word == "tonight" else _part(match, words)
    return Meaning("shift", "TIME" if part else "DATE", unit="D", amount=amount, part=part)


_MANY: Final = re.compile(r"\s(?:and\s\w{6,9}\s)?(morning|afternoon|evening|night)s\b")


def _weekday(match: Match, words: Vocabulary) -> Meaning | None:
    word = match["weekday"]
    bare = word.rstrip(".").lower()
    part = _part(match, words)
    if many := _MANY.match(match.string, match.end()):
        return _fixed("SET", f"XXXX-WXX-{words.weekdays[bare]}T{words.parts[many[1]]}")
    if not bare.endswith("day"):
        if word[-1] != "." or bare in ("sun", "sat", "mon", "wed"):
            return None
    return Meaning("weekday", "TIME" if part else "DATE", weekday=words.weekdays[bare], part=part)


def _overnight(match: Match, words: Vocabulary) -> Meaning:
    return Meaning("shift", "TIME", unit="D", amount=0, part="NI", value="overnight")


def _set(match: Match, words: Vocabulary) -> Meaning | None:
    if match["weekday"]:
        return _fixed("SET", f"XXXX-WXX-{words.weekdays[match['weekday'].rstrip('.').lower()]}")
    if match["month"]:
        return _fixed("SET", f"XXXX-{words.months[match['month'].rstrip('.').lower()]:02}")
    if match["season"]:
        return _fixed("SET", f"XXXX-{words.seasons[match['season'].lower()]}")
    if match["part"]:
        return _fixed("SET", f"XXXX-XX-XXT{words.parts[match['part']]}")
    other = match["other"] or ""
    amount: float | str | None = 1.0
    if other == "other":
        amount = 2.0
    elif other == "few":
        amount = "X"
    elif other and other != "single":
        amount = float(words.ordinals[other]) if other in words.ordinals else _number(other, words)
    return _fixed("SET", length(amount, words.units[plain(match["unit"])])) if amount else None


def _times_a(match: Match, words: Vocabulary) -> Meaning:
    return _fixed("SET", length(1, words.units[plain(match["unit"])]))


def _weekdays(match: Match, words: Vocabulary) -> Meaning:
    return _fixed("SET", f"XXXX-WXX-{words.weekdays[match['weekday'].lower()]}")


def _frequency(match: Match, words: Vocabulary) -> Meaning:
    word = match["word"].lower()
    if word == "quarterly" or re.match(r"\s[A-Z]", match.string[match.end() : match.end() + 2]):
        return None
    return _fixed("SET", words.frequencies[word])


def _old(match: Match, words: Vocabulary) -> Meaning | None:
    unit = words.units[plain(match["unit"])]
    amount = _number(match["low"], words)
    if unit == "Y" or amount is None:
        return None
    return _fixed("DURATION", length(amount, unit), unit, 0)


_RATE: Final = re.compile(
    r"(?:\b(?:per|an?)\s|[\d.,]+\s|[$£€]\s?[\d.,]+(?:\s(?:[mb]illion|trillion))?|\b(?:dollars|cents|percent|times|tons|tonnes|barrels|people|million|billion|thousand|miles|hours|days|flights|share|head|person))\s{1,2}$|%\s$"
)
_NOT_A: Final = re.compile(r"(?:\b(?:per|times|once|twice|percent)|%|\d|[a-z]s)\s{1,2}$")


_MODAL: Final = re.compile(r"\b(?:will|would|could|may|might|can|should|must)\s$")
_BASE: Final = re.compile(r"\s(?:be|become|have|return|rule|replace)\b")


def _duration(match: Match, words: Vocabulary) -> Meaning | None:
    name = plain(match["unit"])
    unit = words.units[name]
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match["low"] and unit != "Y" and re.fullmatch(r"(?:19|20)\d\d", match["low"]):
        return None
    if match["one"] and unit == "D" and (_MODAL.search(before) or _BASE.match(match.string[match.end() : match.end() + 12])):
        return _fixed("DATE", "FUTURE_REF") if match["one"].lower() == "one" else None
    if match["one"]:
        if match["one"] in ("a", "an") and _RATE.search(before):
            return None
        if unit == "WE" or name in ("second", "night", "weekday"):
            return None
        if name.endswith("s") or (unit in ("D", "TH", "TM") and match["one"].lower() in ("a", "an") and unit != "TH" and unit != "D"):
            return None
    elif not name.endswith(("s", "a")) and "-" not in match[0] and not match["low"]:
        return None
    if unit == "Q" and (match["one"] or match["half"] or plain(match["low"] or "") == "three"):
        return None
    if match["unit"][0].isupper() and match["low"]:
        return None
    if name == "second" or (name in ("quarter", "half") and match["low"] and not match["high"] and "-" in match[0]):
        return None
    amount = _amount(match, words)
    if amount is None or re.match(r"\s(?:a|per)\s(?:day|week|month|year)\b", match.string[match.end() : match.end() + 9]):
        return None
    if match["vague"] and plain(match["vague"]) in ("few", "some", "both", "many") and not name.endswith(("s", "a")):
        return None
    return _fixed("DURATION", length(amount, unit), unit, 0 if amount == "X" else float(amount))


def _hyphenated(match: Match, words: Vocabulary) -> Meaning:
    plural = match[0][len(match["unit"])] == "s" or match["unit"] not in words.units
    return _fixed("DURATION", length("X" if plural else 1, words.units[match["unit"]]))


def _plural(match: Match, words: Vocabulary) -> Meaning | None:
    unit = words.units[plain(match["unit"])]
    if re.search(r"\bearly\s$", match.string[max(0, match.start() - 8) : match.start()]):
        return None  # "the early hours"
    if unit in ("TS", "Q") and not match["rel"]:
        return None
    if match["rel"] and match["rel"].lower() == "future":
        return _fixed("DATE", "FUTURE_REF")
    return _fixed("DURATION", length("X", unit), unit)


_SEASON_BEFORE: Final = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Tt]hrough|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom|[Ff]or|[Tt]he|[Oo]ver|[Bb]efore|[Aa]fter)\s{1,3}(?:the\s{1,3})?$")


def _season(match: Match, words: Vocabulary) -> Meaning | None:
    name, year = match["season"], match["year"] or match["year2"]
    value = words.seasons[name.lower()]
    if year:
        return _fixed("DATE", f"{year}-{value}")
    lead = match.start("season") != match.start()
    before = match.string[max(0, match.start() - 14) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    if name[0].isupper() or re.match(r"\s+(?:of|in|to|short|from|by|below)\b", after):
        return None
    if not lead and not _SEASON_BEFORE.search(before):
        return None
    if name == "fall" and not re.search(r"\b(?:in|during|by|until|since|over)\s{1,3}(?:the\s)?$", before + match[0][: -4]):
        return None
    return Meaning("season", value=value)


_MONTH_BEFORE: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]o|[Tt]hrough|[Dd]uring|[Oo]f|[Ff]or|[Bb]etween|and|or|[Bb]efore|[Aa]fter|the|its|their|a|an|each|[Tt]hroughout|[Ll]ast|this|next|[Mm]id-|[Ll]ate|[Ee]arly)[\s(]{1,3}$|^$|[(]$"
)
_NAME_MONTHS: Final = frozenset({"march", "may", "april", "june", "august", "mar", "jan", "sept"})


def _bare_month(match: Match, words: Vocabulary) -> Meaning | None:
    word = match["month"]
    bare = word.rstrip(".").lower()
    before = match.string[max(0, match.start("month") - 12) : match.start("month")]
    after = match.string[match.end() : match.end() + 14]
    if len(bare) < 4 and bare != "may" and word[-1] != ".":
        return None
    if bare in _NAME_MONTHS and not _MONTH_BEFORE.search(before):
        return None
    if re.match(r"\s[A-Z][a-z]+\b", after) and not _MONTH_BEFORE.search(before):
        return None
    if re.match(r"\s\d", after):
        return None
    return Meaning("month", month=words.months[bare])


_YEAR_BEFORE: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]o|[Tt]hrough|[Dd]uring|[Oo]f|[Ff]or|[Bb]etween|and|or|[Bb]efore|[Aa]fter|the|its|their|his|her|a|circa|than|year|[Aa]round|[Aa]bout|[Mm]id-|[Ll]ate|[Ee]arly)[\s(]{1,3}$|^$|[(]$"
)
_COUNTED: Final = re.compile(r"(?:\s|-)(?:more\s|other\s|new\s)?(?:(?:[a-z]+s|people|percent|feet|men|women|pounds|million|billion|miles|meters|metres|km|kg|to\s\d|troops)\b|per\b|%|[-–]\d)|\s?%")


def _year(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    year = int(match["year"])
    before = match.string[max(0, match.start("year") - 12) : match.start("year")]
    after = match.string[match.end() : match.end() + 20]
    cued = _YEAR_BEFORE.search(before)
    if not cued and not 1900 <= year <= 2040:
        return None
    if year < 1500 and not re.search(r"\b(?:in|year|since)\s$", before):
        return None
    if _COUNTED.match(after) and not re.search(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring)\s$", before) and not 1900 <= year < 2000:
        return None
    if match["to"]:
        short = match["to"]
        end = int(short) if len(short) == 4 else year // 100 * 100 + int(short)
        if not year < end < year + 150:
            return None
        return [(match.start(), match.end("year"), _fixed("DATE", f"{year:04}")), (match.start("to"), match.end("to"), _fixed("DATE", f"{end:04}"))]
    return _fixed("DATE", f"{year:04}")


def _the_unit(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    name = match["unit"]
    if name == "period":
        return None
    unit = words.units[name]
    after = match.string[match.end() : match.end() + 8]
    before = match.string[max(0, match.start() - 4) : match.start()]
    if name == "year" and re.match(r"\s(?:ended|ending)\b", after):
        return _fixed("DURATION", "P1Y")
    if name == "day" and not match["way"] and not re.search(r"\b(?:in|of)\sthe\sday$", before + match[0]):
        return None
    if match["way"] and unit in ("D", "W", "M", "Y"):
        way = match["way"].strip()
        after = match.string[match.end() : match.end() + 3]
        if re.match(r"\s\w", after):
            return None if unit != "D" else None
        return Meaning("later", unit=unit, amount=1 if way in ("after", "later") else -1)
    if unit == "Q":
        return Meaning("quarter", number=0, value="the")
    if unit in ("10Y", "100Y"):
        return Meaning("same", unit=unit)
    return Meaning("same", unit=unit, value="the")


words_after_past: Final = re.compile(r"\s(?:\d|few|several|couple|two|three|four|five|six|seven|eight|nine|ten|twelve|year|week|month|decade|century|day|hour|season|summer)")
_VALUE: Final = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


def _vague(match: Match, words: Vocabulary) -> Meaning | None:
    word = plain(match["word"])
    before = match.string[max(0, match.start() - 4) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    if word == "soon" and (before[-3:].lower() == "as " or re.match(r"\s(?:after|as)\b", after)):
        return None
    if word == "the past" and re.match(r"\s\w", after) and words_after_past.match(after):
        return None
    return _fixed("DATE", _VALUE[words.vague[word]])


READERS: Final[Mapping[str, Reader]] = {
    "dates.iso": _iso,
    "dates.numeric": _numeric,
    "dates.clock": _clock,
    "dates.day": _day,
    "dates.month": _month,
    "dates.holiday": _holiday,
    "dates.fiscal": _fiscal,
    "dates.quarter": _quarter,
    "dates.decade": _decade,
    "dates.century": _century,
    "dates.days-from": _days_from,
    "dates.year-end": _year_end,
    "dates.spoken-year": _spoken_year,
    "dates.year-earlier": _year_earlier,
    "dates.span": _span,
    "dates.relative": _relative,
    "dates.deictic": _deictic,
    "dates.weekday": _weekday,
    "dates.overnight": _overnight,
    "dates.set": _set,
    "dates.times-a": _times_a,
    "dates.weekdays": _weekdays,
    "dates.frequency": _frequency,
    "dates.old": _old,
    "dates.duration": _duration,
    "dates.hyphenated": _hyphenated,
    "dates.plural": _plural,
    "dates.season": _season,
    "dates.bare-month": _bare_month,
    "dates.year": _year,
    "dates.the-unit": _the_unit,
    "dates.vague": _vague,
}
