"""Tell whether a month of a text is somebody's name there: "Theresa May", "Mrs. June", "April Haddad said"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsnorm.dates.phrases import Phrases
from newsnorm.dates.vocabulary import POSSESSIVE

__all__ = ["may_be_person"]

_FIGURE: Final = re.compile(r"\s{1,2}\d")


def may_be_person(text: str, start: int, end: int, phrases: Phrases) -> bool:
    """Tell whether a month that stands bare may be a person whom the text names, because nothing there says it is none.

    >>> from newsnorm.dates.vocabulary import vocabulary
    >>> text, phrases = "Mrs May met Kos. Critics of May left at the end of May.", vocabulary("en").phrases
    >>> may_be_person(text, 28, 31, phrases), may_be_person(text, 51, 54, phrases)
    (True, False)
    """
    if text[start:end].lower() not in phrases.name_like or not _is_named(text, text[start:end], phrases):
        return False
    before = text[max(0, start - 24) : start]
    if phrases.belief.search(before) or text.startswith(POSSESSIVE, end):  # "confidence in May", "in May's speech"
        return True
    return not (phrases.of_calendar.search(before) or phrases.month_beside.match(text, end))


@lru_cache(maxsize=4)  # such a text names the person again and again
def _is_named(text: str, name: str, phrases: Phrases) -> bool:
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        alone = text[end : end + 1] != "-" and not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
        if alone and (_is_surname(text, at, end, phrases) or _is_given_name(text, at, end, phrases)):
            return True
        at = text.find(name, end)
    return False


def _is_surname(text: str, start: int, end: int, phrases: Phrases) -> bool:
    before = text[max(0, start - 30) : start]
    return phrases.named_before.search(before) is not None and not _FIGURE.match(text, end)


def _is_given_name(text: str, start: int, end: int, phrases: Phrases) -> bool:
    if text[start:end].lower() not in phrases.given_names or not phrases.surname_after.match(text, end):
        return False
    before = text[max(0, start - 12) : start]
    return before.endswith(phrases.before_given_name) or not phrases.before_month.search(before)
