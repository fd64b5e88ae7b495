"""Decide what the text prints after a date: its calendar value, where the words leave it open and it is certain."""

from __future__ import annotations

import re
from typing import Final

from newsnorm.dates.doubt import is_doubtful
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer

__all__ = ["annotation"]

_CALENDAR: Final = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI))?")


def annotation(text: str, expression: Expression, answer: Answer) -> str | None:
    """Return what "annotate" prints in the brackets, or None.

    Printed is a value that leans on the publication date or on another date, is certain, and is a place in the
    calendar, unless the words around it make it doubtful that a date is meant; the part of the day is left out.
    """
    if answer.anchor is None or not answer.certain or answer.type not in ("DATE", "TIME"):
        return None
    value = answer.value.partition("T")[0]
    if not _CALENDAR.fullmatch(value) or is_doubtful(text, expression.start, expression.end, expression.rule):
        return None  # a decade or century ("199", "19") says nothing to a reader
    return value
