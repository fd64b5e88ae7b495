"""Numerals and lengths of time: what the numbers of a time expression are, and their ISO 8601 form."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = [
    "Match",
    "Parts",
    "Reader",
    "amount_of",
    "day_number",
    "fixed",
    "full_year",
    "is_day",
    "length",
    "number_of",
    "ordinal_of",
    "next_word",
    "part_of",
    "previous_word",
]

Match = re.Match[str]
Parts = list[tuple[int, int, Meaning]]
Reader = Callable[[Match, Vocabulary], "Meaning | Parts | None"]


def number_of(word: str, words: Vocabulary) -> float | None:
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


def amount_of(match: Match, words: Vocabulary) -> float | str | None:
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
        number = number_of(match["low"], words)
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


def ordinal_of(word: str, words: Vocabulary) -> int:
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    low = word.lower()
    return 21 if low == "twenty-first" else words.ordinals[low]


def full_year(short: str) -> int:
    number = int(short.strip("'’"))
    if number >= 100:
        return number
    return 2000 + number if number < 40 else 1900 + number


def is_day(year: int, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and 1 <= day and 1 <= year <= 9999):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def fixed(type_: str, value: str, unit: str = "", amount: float = 0) -> Meaning:
    return Meaning("fixed", type_, value, unit, amount)  # type: ignore[arg-type]


def day_number(word: str, words: Vocabulary) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else words.ordinals[word.lower()]


def part_of(match: Match, words: Vocabulary) -> str:
    return words.parts[match["part"].lower()] if match["part"] else ""


def previous_word(match: Match, group: str | int = 0) -> str:
    """Return the word right before a match or group, if only a space is between."""
    start = match.start(group)
    before = match.string[max(0, start - 24) : start]
    return before[:-1].rpartition(" ")[2] if before[-1:] == " " else ""


def next_word(match: Match, group: str | int = 0) -> str:
    """Return the word right after a match or group, if only a space is between."""
    end = match.end(group)
    after = match.string[end : end + 24]
    found = re.match(r" ([\w-]+)", after)
    return found[1] if found else ""
