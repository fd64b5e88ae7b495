"""The dates that were found in one text; of what has no place in the calendar a mention is made if one is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsnorm.dates.meaning import Expression
from newsnorm.dates.mention import DateMention
from newsnorm.quotes import find_quotations

__all__ = ["FoundDates", "with_speech"]


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


def with_speech(text: str, expressions: Iterable[Expression]) -> Iterator[tuple[Expression, bool]]:
    """Yield each expression and whether it stands in a quotation."""
    quotations: list[tuple[int, int]] | None = None
    at = 0
    for expression in expressions:
        if quotations is None:  # a text without dates need not be searched
            quotations = find_quotations(text)
        start = expression.start
        while at < len(quotations) and quotations[at][1] <= start:
            at += 1
        yield expression, at < len(quotations) and quotations[at][0] <= start


def _other(text: str, expression: Expression, quoted: bool) -> DateMention:
    start, end, rule, meaning = expression
    return DateMention(start, end, text[start:end], meaning.type, meaning.value, rule, quoted=quoted)
