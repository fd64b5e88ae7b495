"""What has been said so far: the answer to one time expression, and the dates that later ones may lean on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from newsnorm.dates.meaning import Expression
from newsnorm.dates.mention import Anchor, DateType

__all__ = ["Answer", "Memory", "Period", "Said", "remember"]


class Answer(NamedTuple):
    """Tell what an expression means: its TIMEX3 value and how it was settled."""

    type: DateType
    value: str
    anchor: Anchor = None
    anchor_start: int | None = None
    cue: str | None = None
    certain: bool = True


class Said(NamedTuple):
    """Hold a date that a text mentions (for a month or year its first day) and where."""

    day: date
    start: int


class Period(NamedTuple):
    """Hold a company's reporting period, and where the text names it."""

    year: int
    letter: str  # "Q" for a quarter, "H" for a half
    number: int
    start: int | None


@dataclass(slots=True)
class Memory:
    """Hold the dates mentioned so far: the latest of each grain, and what else later ones may lean on."""

    text: str
    published: date | None
    quoted: bool = False  # whether the expression at hand is speech
    day: Said | None = None
    spoken: Said | None = None  # the latest day in speech: what is said leans on what was said, not on when it was
    month: Said | None = None
    year: Said | None = None
    weekdays: dict[int, Said] = field(default_factory=dict)
    period: Period | None = None
    report: bool | None = None  # whether the text reports a company's figures


def remember(answer: Answer, expression: Expression, memory: Memory) -> None:
    """Keep a date, month or year for the expressions that come after it."""
    value, start = answer.value, expression.start
    if answer.type not in ("DATE", "TIME") or len(value) < 4 or not value[:4].isdecimal() or value[:4] == "0000":
        return  # a decade ("199") is no year
    memory.year = Said(date(int(value[:4]), 1, 1), start)
    if not value[5:7].isdecimal():
        return
    memory.month = Said(date(int(value[:4]), int(value[5:7]), 1), start)
    if value[8:10].isdecimal():
        memory.day = Said(date.fromisoformat(value[:10]), start)
        memory.weekdays[memory.day.day.isoweekday()] = memory.day
        if memory.quoted:
            memory.spoken = memory.day
