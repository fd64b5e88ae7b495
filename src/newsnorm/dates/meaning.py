"""What the words of a time expression say on their own, before it is known when they were written."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsnorm.dates.mention import DateType

__all__ = ["Expression", "Kind", "Meaning"]

Kind = Literal[
    "fixed",  # `value` says it all
    "day",  # month and day without a year
    "month",
    "weekday",
    "season",
    "quarter",  # number 1 to 4, or 0 for the reporting quarter
    "half",
    "holiday",  # `value` holds its row of the vocabulary
    "shift",  # `amount` units from the publication date
    "later",  # `amount` units from a date mentioned before
    "same",  # the unit that a date mentioned before lies in
    "clock",  # a time of the day, on a day that is to be found
]


class Meaning(NamedTuple):
    """Hold an underspecified value: what is said, with None or "" for what is left open.

    ``direction`` is what the words say themselves: -1 for "last", 0 for "this", 1 for "next" (-2 for a quarter the
    year before). ``unit`` is a unit of the vocabulary ("D", "WE", "TH"); on a day it is the unit that is meant around
    it ("Easter week"). ``part`` is a part of the day ("NI") or a clock time ("15:00"). ``leaning`` tells that a date
    mentioned before is meant, ``rough`` that the amount is not exact, and ``step`` the units and amount to count from
    the day that the rest says ("a week from Friday").
    """

    kind: Kind
    type: DateType = "DATE"
    value: str = ""
    unit: str = ""
    amount: float = 0
    direction: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    part: str = ""
    leaning: bool = False
    rough: bool = False
    step: tuple[str, float] | None = None


class Expression(NamedTuple):
    """Hold where a time expression stands, the rule that found it, and what its words say."""

    start: int
    end: int
    rule: str
    meaning: Meaning
