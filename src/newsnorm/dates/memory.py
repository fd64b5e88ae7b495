"""What has been said so far: the answer to one time expression, and the dates that later ones may lean on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from newsnorm.dates.meaning import Expression
from newsnorm.dates.mention import Anchor, DateType

__all__ = ["Answer", "Memory", "Period", "remember"]


class Answer(NamedTuple):
    """Tell what an expression means: its TIMEX3 value and how it was settled."""

    type: DateType
    value: str
    anchor: Anchor = None
    anchor_start: int | None = None
    cue: str | None = None
    certain: bool = True


class Period(NamedTuple):
    """Hold a company's reporting period, and where the text names it."""

    year: int
    letter: str  # "Q" for a quarter, "H" for a half
    number: int
    start: int | None


@dataclass(slots=True)
class Memory:
    """Hold the dates mentioned so far: the latest day of each grain with the place where it stands."""

    text: str
    published: date | None
    day: date | None = None
    day_start: int | None = None
    month: date | None = None
    month_start: int | None = None
    year: date | None = None
    year_start: int | None = None
    quarter: str | None = None
    quarter_start: int | None = None
    said_day: date | None = None  # the latest in speech: what is said leans on what was said, not on when it was
    said_start: int | None = None
    quoted: bool = False
    weekdays: dict[int, tuple[date, int]] = field(default_factory=dict)
    period: Period | None = None
    report: bool | None = None  # whether the text reports a company's figures


def remember(answer: Answer, expression: Expression, memory: Memory) -> None:
    value = answer.value
    if answer.type not in ("DATE", "TIME") or not value[:4].isdigit():
        return
    start = expression.start
    year = int(value[:4])
    if not year:
        return
    memory.year, memory.year_start = date(year, 1, 1), start
    if value[4:6] == "-Q":
        memory.quarter, memory.quarter_start = value, start
        return
    if len(value) >= 7 and value[5:7].isdigit():
        month = int(value[5:7])
        memory.month, memory.month_start = date(year, month, 1), start
        if len(value) >= 10 and value[8:10].isdigit():
            day = date(year, month, int(value[8:10]))
            memory.day, memory.day_start = day, start
            if memory.quoted:
                memory.said_day, memory.said_start = day, start
            memory.weekdays[day.isoweekday()] = (day, start)
