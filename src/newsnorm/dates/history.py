"""Tell where a text speaks of years gone by, so that a month or day without a year may be of one of those."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsnorm.dates import direction
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory
from newsnorm.rules import data_tables

__all__ = ["in_its_year", "is_all_history", "is_history", "is_of_last_year"]

_NEAR: Final = 400  # characters from a year to what may be of that year, too
_LONG_AGO: Final = 4  # years
_BACK: Final = 4  # months that a story goes back, rather than on to the next year
_MANY: Final = 3  # years of long ago in a text that says nothing of the present
_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b(?![,.]\d|%)")


def is_history(expression: Expression, memory: Memory) -> bool:
    """Tell whether a month or day may be of another year than the nearest, of which the text speaks.

    That year is named in figures in the same sentence, or long ago and named in the same paragraph.
    """
    latest, start, published = memory.latest_year, expression.start, memory.published
    if latest is None or published is None or (said := int(latest.value[:4])) >= published.year - 1:
        return False
    between = memory.text[latest.start : start]
    if len(between) > _NEAR or "\n" in between or latest.value[:4] not in between:
        return False
    return said < published.year - _LONG_AGO or _is_one_sentence(between)


def in_its_year(answer: Answer, memory: Memory) -> Answer:
    """Leave an answer uncertain, with the month or day in the year that the text has named last, or in the next one."""
    latest, month, rest = memory.latest_year, memory.latest_month, answer.value[5:]
    if latest is None or not answer.value[:4].isdecimal():
        return answer._replace(certain=False)
    year = int(latest.value[:4])
    if month is not None and month.value.startswith(latest.value[:4]) and rest[:2].isdecimal():
        year += int(month.value[5:7]) - int(rest[:2]) >= _BACK
    return answer._replace(value=f"{year:04}-{rest}", anchor="mention", anchor_start=latest.start, certain=False)


def is_of_last_year(text: str, start: int) -> bool:
    """Tell whether "last year" opens the sentence in which a month or day stands.

    >>> is_of_last_year("Last year, the town closed the road on June 27.", 39)
    True
    """
    last_year, _ = _words()
    opening = text.rfind(last_year, max(0, start - _NEAR), start)
    if opening < 0 or text[opening + len(last_year)] not in ", ":
        return False
    between = text[opening:start]
    return "\n" not in between and _is_one_sentence(between)


def _is_one_sentence(between: str) -> bool:
    """Tell whether no sentence ends in what stands between two places that are near each other."""
    return direction.clause_before(between, len(between), _NEAR) == between


def is_all_history(memory: Memory) -> bool:
    """Tell whether a text names years long ago and nothing of the present; it is looked through once."""
    if memory.history is None:
        text, published = memory.text, memory.published
        memory.history = (
            published is not None
            and not any(sign in text for sign in _words()[1])
            and str(published.year) not in text
            and str(published.year - 1) not in text
            and sum(int(year) < published.year - _LONG_AGO for year in _YEAR.findall(text)) >= _MANY
        )
    return memory.history


@cache
def _words(lang: str = "en") -> tuple[str, tuple[str, ...]]:
    """Return what opens a sentence that tells of the year before, and the signs that a text tells of the present."""
    table = data_tables(f"{lang}/dates.toml")["history"]
    return str(table["last_year"]), tuple(map(str, table["present"]))
