"""The dates that were found in one text; of what has no place in the calendar a mention is made if one is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from newsnorm.dates.meaning import Expression
from newsnorm.dates.mention import DateMention
from newsnorm.quotes import with_speech

__all__ = ["FoundDates"]


@dataclass(frozen=True, slots=True)
class FoundDates:
    """Hold the time expressions of a text in order: those of the calendar settled, all others as they were read.

    "Three years", "every week" and "now" are never printed, and nothing leans on them.
    """

    text: str
    found: list[DateMention | Expression]

    def in_calendar(self) -> list[DateMention]:
        """Return the mentions that have a place in the calendar, or would have if something settled it."""
        return [one for one in self.found if isinstance(one, DateMention)]

    def mentions(self) -> list[DateMention]:
        """Return the mentions of all expressions."""
        others = with_speech(self.text, (one for one in self.found if isinstance(one, Expression)))
        return [one if isinstance(one, DateMention) else _other(self.text, *next(others)) for one in self.found]


def _other(text: str, expression: Expression, quoted: bool) -> DateMention:
    start, end, rule, meaning = expression
    return DateMention(start, end, text[start:end], meaning.type, meaning.value, rule, quoted=quoted)
