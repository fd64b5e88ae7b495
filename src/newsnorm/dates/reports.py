"""Tell whether what a date stands in was said by somebody, and whether it was said then."""

from __future__ import annotations

from typing import Final

from newsnorm.dates.clauses import FARTHEST, clause_before, is_one_sentence
from newsnorm.dates.cues import cues_of
from newsnorm.dates.tense import is_of_past, is_past_before, is_telling

__all__ = ["is_only_said", "is_quoted_from", "is_reported", "is_subordinate"]

_LEADING: Final = 25  # characters before a date with which a sentence opens


def is_only_said(text: str, start: int) -> bool:
    """Tell whether the only verb of the past before a date is one of somebody who tells of that time, not on that day.

    >>> is_only_said("They said works on the quay include May 1.", 36), is_only_said("They said so on May 1.", 16)
    (True, False)
    """
    return is_past_before(text, start) and not (is_of_past(text, start) or is_telling(text, start))


def is_quoted_from(text: str, said: int, start: int, lang: str = "en") -> bool:
    """Tell whether a sentence opens with a date and goes on with what was said then, up to a place.

    >>> is_quoted_from("In 2019 she wrote that this year would be dry.", 3, 23)
    True
    >>> is_quoted_from("In 2019 it lost money, she wrote, and this year, too.", 3, 38)
    False
    """
    if start - said > FARTHEST or len(clause_before(text, said, _LEADING)) >= _LEADING:
        return False
    cues, between = cues_of(lang), text[said:start]
    if not is_one_sentence(text, said, start):
        return False
    verb = cues.past.search(between)
    if verb is None or not cues.telling.fullmatch(verb[0]):
        return False
    return not between.startswith(",", verb.end())


def is_reported(text: str, said: int, start: int, lang: str = "en") -> bool:
    """Tell whether what goes on up to a place was said on a date: "said on Sunday that he leaves tomorrow".

    >>> is_reported("He said on Sunday that he leaves tomorrow.", 11, 33)
    True
    >>> is_reported("He spoke on Sunday and leaves tomorrow.", 12, 30)
    False
    """
    clause = clause_before(text, start, FARTHEST)
    at = len(clause) - (start - said)
    return at > 0 and cues_of(lang).reporting.search(clause, at) is not None and is_telling(text, said, lang)


def is_subordinate(words: str, lang: str = "en") -> bool:
    """Tell whether some words open a clause, or an infinitive, that hangs on what stands before it.

    >>> is_subordinate("Thursday that all should leave by"), is_subordinate("Friday and reopens")
    (True, False)
    """
    cues = cues_of(lang)
    return cues.relatives.search(words) is not None or cues.infinitive.search(words) is not None
