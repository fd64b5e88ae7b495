"""Quarters, halves and "a year earlier" in financial text: what is said of a company's reporting period.

The reporting period is the quarter that was mentioned last or else the last that had ended on the publication date.
"A year earlier" after a figure is that period a year before, and never moves the period itself, so that no year is
subtracted twice.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newsnorm.dates import direction
from newsnorm.dates.calendars import quarter_of
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory

__all__ = ["is_report", "quarter", "year_earlier"]

_FIGURE: Final = re.compile(
    r"(?:[$%£€]\s?\d|\d%|\bpercent\b|\b(?:million|billion|trillion|cents|share|shares|net|income|earnings|profit|revenue|sales|loss|losses|results|"
    r"earned|earn|earns|quarter|period)\b)"
)


def quarter(expression: Expression, memory: Memory) -> Answer:
    """Answer a quarter or half without a year, or the quarter that is not named ("the quarter")."""
    meaning, published = expression.meaning, memory.published
    if meaning.kind == "quarter" and not meaning.number:
        return _the_quarter(expression, memory)
    letter = "Q" if meaning.kind == "quarter" else "H"
    number = meaning.number or 1
    if published is None:
        return Answer("DATE", f"XXXX-{letter}{number}", certain=False)
    if meaning.direction == -2:
        year, cue = _year_of(expression, memory, published, letter, number)
        return Answer("DATE", f"{year - 1:04}-{letter}{number}", "publication", None, cue)
    if meaning.direction is not None:
        return Answer("DATE", f"{published.year + meaning.direction:04}-{letter}{number}", "publication")
    year, cue = _year_of(expression, memory, published, letter, number)
    value = f"{year:04}-{letter}{number}"
    ended = _step(published.year, quarter_of(published), -1)
    if letter == "Q" and (year, number) <= ended and not meaning.value and memory.period is None:
        memory.period = value
    return Answer("DATE", value, "publication", None, cue)


def _year_of(
    expression: Expression, memory: Memory, published: date, letter: str, number: int
) -> tuple[int, str | None]:
    """Return the year of the nearest such quarter, a past one before one ahead."""
    months = 3 if letter == "Q" else 6
    last = (published.year * 12 + published.month - 1) // months  # the running one, counted from year 0
    per_year = 12 // months
    running = last % per_year + 1
    cue = direction.ahead_of(memory.text, expression.start, expression.end)
    if number > running and number - running >= (2 if letter == "Q" else 9) and not cue:
        return published.year - 1, None
    if number > running and running == 1 and number == per_year and not cue:
        return published.year - 1, None
    if running - number >= 2 and cue:
        return published.year + 1, cue
    return published.year, cue


def _the_quarter(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    if meaning.value in ("the", "mention") and memory.period:
        year, number = int(memory.period[:4]), int(memory.period[-1])
        anchor, start = "mention", memory.quarter_start
    elif published is None:
        return Answer("DATE", "XXXX-QX", certain=False)
    else:
        year, number = published.year, quarter_of(published)
        if meaning.direction is None or meaning.value == "the":
            year, number = _step(year, number, -1)
        anchor, start = "publication", None
    year = meaning.year or year
    moved = _step(year, number, meaning.direction or 0)
    return Answer("DATE", f"{moved[0]:04}-Q{moved[1]}", anchor, start, certain=meaning.value != "the")  # type: ignore[arg-type]


def _step(year: int, number: int, amount: int) -> tuple[int, int]:
    index = year * 4 + number - 1 + amount
    return index // 4, index % 4 + 1


def year_earlier(expression: Expression, memory: Memory) -> Answer | None:
    """Answer "a year ago", "a year earlier" and "year-earlier" where a company's figures are compared, else None."""
    meaning, published = expression.meaning, memory.published
    if published is None or meaning.amount != -1 or not is_report(memory):
        return None
    near = direction.clause_before(memory.text, expression.start, 90)
    if not _FIGURE.search(near) and meaning.value in ("", "bare"):
        return None
    year, number = (
        (int(memory.period[:4]), int(memory.period[-1]))
        if memory.period
        else _step(published.year, quarter_of(published), -1)
    )
    return Answer(
        "DATE",
        f"{year - 1:04}-Q{number}",
        "mention" if memory.period else "publication",
        memory.quarter_start,
        certain=False,
    )


def is_report(memory: Memory) -> bool:
    """Tell whether a text reports a company's figures for a quarter (asked once a text)."""
    if memory.report is None:
        memory.report = bool(_QUARTER.search(memory.text) and _FIGURES.search(memory.text))
    return memory.report


_QUARTER: Final = re.compile(r"\b(?:[Qq]uarter|[Tt]hird-quarter|Q[1-4])\b")
_FIGURES: Final = re.compile(r"\b(?:net income|net loss|net sales|[Ee]arnings|[Pp]rofits?|a share|[Rr]evenue|earned)\b")
