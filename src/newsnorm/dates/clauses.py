"""Cut out the clause that a date stands in: what is read of a sentence before it and after it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsnorm.dates.cues import cues_of, last_of

__all__ = ["FARTHEST", "clause_after", "clause_before", "is_one_sentence"]

FARTHEST: Final = 130  # characters before a date that anything looks back


@lru_cache(maxsize=4)  # several rules ask it of the same date
def clause_before(text: str, start: int, width: int, lang: str = "en") -> str:
    """Return the text before a place, back to where its sentence starts but not further than ``width``.

    The word that it would start within is kept whole: the end of "China" is no article.

    >>> clause_before("In China it rained on Monday.", 22, 15)
    'China it rained on '
    """
    sentence, low = _sentence_start(text, start, lang), start - width
    if sentence > low:
        return text[sentence:start]
    if 0 < low < start and text[low].isalpha() and text[low - 1].isalpha():
        low = text.rfind(" ", max(0, low - 20), low) + 1 or low
    return text[low:start]


def is_one_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether no sentence ends between two places, as far as anything looks back from the second.

    >>> is_one_sentence("In 1914 war came in May.", 3, 20), is_one_sentence("In 1914 it came. In May it went.", 3, 20)
    (True, False)
    """
    between = text[start:end] if end - start <= FARTHEST else None
    return between is not None and clause_before(between, len(between), FARTHEST) == between


@lru_cache(maxsize=4)  # several rules ask it of the same date
def _sentence_start(text: str, place: int, lang: str) -> int:
    """Return where the sentence of a place starts, or a place farther before it than anything looks."""
    low = max(0, place - FARTHEST)
    last = last_of(cues_of(lang).stop, text, low, place)
    return low if last is None else last.end()


def clause_after(text: str, end: int, width: int, lang: str = "en") -> str:
    """Return the text after a place, up to where its sentence ends but not further than ``width``."""
    after = text[end : end + width]
    stop = cues_of(lang).stop.search(after + " ")
    return after[: stop.start()] if stop else after
