"""Put an answer together: a day with what it leans on, or the value that leaves open what nothing settles."""

from __future__ import annotations

from datetime import date
from typing import Final

from newsnorm.dates.calendars import shifted, unit_value
from newsnorm.dates.meaning import Meaning
from newsnorm.dates.memory import Answer, Said
from newsnorm.dates.mention import Anchor

__all__ = ["HALF_A_YEAR", "RECENT", "WORD", "anchor_of", "left_open", "on_day"]

HALF_A_YEAR: Final = 6  # months
RECENT: Final = 14  # days: news of a fortnight says no year, though the text tells of another one
WORD: Final = {-1: "last", 0: "this", 1: "next"}
"""The cue that a direction stands for."""


def on_day(
    meaning: Meaning,
    day: date | None,
    said: Said | None = None,
    cue: str | None = None,
    *,
    certain: bool | None = None,
) -> Answer | None:
    """Answer with a day that leans on another mention or else on publication, in the unit and part that is meant.

    It is ``certain`` unless its words are rough, where nothing else is given.
    """
    if day is not None and meaning.step:
        day = shifted(day, *meaning.step)
    if day is None:
        return None
    value = unit_value(day, meaning.unit) if meaning.unit else day.isoformat()
    if meaning.part:
        value += f"T{meaning.part}"
    return Answer(meaning.type, value, *anchor_of(said), cue, not meaning.rough if certain is None else certain)


def left_open(meaning: Meaning, value: str) -> Answer:
    """Answer with the underspecified value."""
    return Answer(meaning.type, value + (f"T{meaning.part}" if meaning.part else ""), certain=False)


def anchor_of(said: Said | None) -> tuple[Anchor, int | None]:
    """Return what a value leans on, and where that stands if it is another mention."""
    return ("mention", said.start) if said else ("publication", None)
