"""Numerals and lengths of time: what the numbers of a time expression are, and their ISO 8601 form."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.mention import DateType
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = [
    "Match",
    "Parts",
    "Reader",
    "amount_of",
    "fixed",
    "full_year",
    "is_day",
    "length",
    "month_of",
    "next_word",
    "number_of",
    "ordinal_of",
    "part_of",
    "previous_word",
]

Match = re.Match[str]
Parts = list[tuple[int, int, Meaning]]
Reader = Callable[[Match, Vocabulary], "Meaning | Parts | None"]

_FIGURES: Final = re.compile(r"([\d,]+(?:\.\d+)?)(?:[ -](\d)/(\d\d?))?(?:\s+(hundred|thousand))?")
_FRACTIONS: Final = (("½", ".5"), ("¼", ".25"), ("¾", ".75"))
_NEXT_WORD: Final = re.compile(r" ([\w-]+)")
_NUMERAL: Final = re.compile(r"[a-z]+|[\d.,]+")
_DIGITS: Final = re.compile(r"\d+")
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# How many of the next smaller unit a unit has; a month's days and a week's are not split.
_SMALLER: Final = {"Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}
_VAGUE: Final = {"10Y": "PXDE", "100Y": "PXC", "1000Y": "PXML"}


def fixed(type_: DateType, value: str, unit: str = "", amount: float = 0) -> Meaning:
    """Return the meaning of words that say it all; a length of time also tells its unit and amount."""
    return Meaning("fixed", type_, value, unit, amount)


def number_of(word: str, words: Vocabulary) -> float | None:
    """Return the value of a numeral in digits or words: "5 1/2" is 5.5, "two hundred and ten" is 210."""
    word = word.lower().strip()
    if word in words.numbers:
        return words.numbers[word]
    if word.isdecimal():
        return float(word)
    for sign, value in _FRACTIONS:
        word = word.replace(f" {sign}", value).replace(sign, value)
    if figures := _FIGURES.fullmatch(word):
        number = float(figures[1].replace(",", ""))
        if figures[2] and int(figures[3]):
            number += int(figures[2]) / int(figures[3])
        return number * (words.numbers[figures[4]] if figures[4] else 1)
    return _spelled(word, words)


def _spelled(text: str, words: Vocabulary) -> float | None:
    total = part = 0.0
    for word in _NUMERAL.findall(text):
        number = words.numbers.get(word, 0 if word == "and" else None)
        if number is None:
            return None
        if number == 1000:
            total, part = total + (part or 1) * 1000, 0
        elif number == 100:
            part = (part or 1) * 100
        else:
            part += number
    return total + part


def ordinal_of(word: str, words: Vocabulary) -> int:
    """Return the value of an ordinal ("3rd", "third"), or of plain digits."""
    if digits := _DIGITS.match(word):
        return int(digits[0])
    return 21 if word.lower() == "twenty-first" else words.ordinals[word.lower()]


def amount_of(match: Match, words: Vocabulary) -> float | str:
    """Return the number of units of an amount, "X" where it is not told."""
    if match["half"]:
        return 0.5
    if match["vague"]:
        vague = words.amounts.get(plain(match["vague"]), "X")
        return vague if vague == "X" else float(vague)
    number = 1.0 if match["one"] else number_of(match["low"], words) or 0.0
    half = match["andhalf"] or match["unithalf"]
    return number + 0.5 if half else number


def length(amount: float | str, unit: str) -> str:
    """Return an ISO 8601 duration, with X for an amount that is not told.

    >>> [length(3, "D"), length(5.5, "TH"), length(2.5, "Y"), length(2, "10Y"), length("X", "W")]
    ['P3D', 'PT5H30M', 'P2Y6M', 'P20Y', 'PXW']
    """
    letter = unit.lstrip("0123456789")
    clock, name = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    if amount == "X":
        return _VAGUE.get(unit, f"P{clock}X{name}")
    number = float(amount) * int(unit[: -len(letter)] or 1)
    whole = int(number)
    if number == whole:
        return f"P{clock}{whole}{name}"
    factor, smaller = _SMALLER.get(letter, (0, ""))
    rest = (number - whole) * factor
    if not factor or abs(rest - round(rest)) > 0.01:
        return f"P{clock}{number:g}{name}"
    start = f"P{clock}{whole}{name}" if whole else "P"
    below = smaller if smaller[0] != "T" else "T" + smaller[1] if "T" not in start else smaller[1]
    return start + (f"T{round(rest)}{below[1]}" if below[0] == "T" else f"{round(rest)}{below}")


def full_year(short: str) -> int:
    """Return the year that two digits mean, 1940 to 2039; four digits are that year."""
    number = int(short.strip("'’"))
    if number >= 100:
        return number
    return 2000 + number if number < 40 else 1900 + number


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has such a day."""
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] and 1 <= year <= 9999):
        return False
    return (month, day) != (2, 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def month_of(name: str, words: Vocabulary) -> int:
    """Return the number of a month."""
    return words.months[name.rstrip(".").lower()]


def part_of(match: Match, words: Vocabulary) -> str:
    """Return the part of the day that stands with a day ("NI"), or nothing."""
    return words.parts[match["part"].lower()] if match["part"] else ""


def previous_word(match: Match, group: str | int = 0) -> str:
    """Return the word right before a match or group, if only a space is between."""
    text, end = match.string, match.start(group) - 1
    if end < 0 or text[end] != " ":
        return ""
    return text[max(0, end - 23) : end].rpartition("\n")[2].rpartition(" ")[2]


def next_word(match: Match, group: str | int = 0) -> str:
    """Return the word right after a match or group, if only a space is between."""
    end = match.end(group)
    found = _NEXT_WORD.match(match.string, end, end + 24)
    return found[1] if found else ""
