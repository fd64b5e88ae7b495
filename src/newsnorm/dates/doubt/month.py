"""Ask whether a month or a day of one is that of no year, or of another: "December is cold", "2023, December 18"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsnorm.dates import clauses
from newsnorm.dates.doubt import any_time, named, other_times
from newsnorm.dates.doubt.words import (
    DASHES,
    NOUN_AFTER,
    POSSESSIVE,
    YEAR_AFTER,
    YEAR_BEFORE,
    around,
    around_patterns,
    doubt_words,
    word_after,
    word_before,
)
from newsnorm.dates.nowadays import opens
from newsnorm.dates.vocabulary import at_word, names_in

__all__ = ["is_any_day", "is_any_month"]


@dataclass(frozen=True, slots=True)
class _Patterns:
    months: re.Pattern[str]
    part: re.Pattern[str]
    you: re.Pattern[str]
    how_to: re.Pattern[str]  # an order that opens its sentence
    numbers_after: re.Pattern[str]  # "In March 2 million people"
    untold_years: re.Pattern[str]  # what makes a month or day one of a year that is not told, before it
    article: re.Pattern[str]  # "a" before a month; its group tells that it is compared with
    nouns_after: re.Pattern[str]  # the two words after it


def is_any_month(text: str, start: int, end: int) -> bool:
    """Tell whether a month may be that of any year, of one that is told elsewhere, or no month at all."""
    patterns = _patterns()
    if named.is_followed_by_name(text, end) or other_times.is_of_last_years(text, start):
        return True
    if named.is_march(text, start, end):
        return True
    if text[end : end + 1] in DASHES and patterns.months.match(text, end + 1):
        return True  # "July-September" is a quarter
    if any_time.is_habit(text, start, end) or other_times.follows_ago(text, start):
        return True
    if other_times.is_of_an_earlier_time(text, start) or any_time.is_of_each(text, start, end):
        return True
    if YEAR_BEFORE.search(text, max(0, start - 7), start) or any_time.is_range(text, start, end, patterns.months):
        return True
    if patterns.untold_years.search(text, max(0, start - 90), start):
        return True
    if patterns.you.match(text, end) or patterns.how_to.match(clauses.clause_before(text, start, 90)):
        return True  # "In May, you may see whales"
    if _is_indefinite(text, start, end):
        return True
    if patterns.part.match(text, start, end) or POSSESSIVE.match(text, end):
        return False
    return text[start:end].strip(".").isalpha() and _is_bare(text, start, end)


def _is_indefinite(text: str, start: int, end: int) -> bool:
    """Tell whether a month after "a" is that of no year: "an April morning", "felt like a March"."""
    patterns = _patterns()
    before = patterns.article.search(text, max(0, start - 10), start)
    if before is None:
        return False
    if before["like"]:
        return True
    after = patterns.nouns_after.match(text, end)
    return after is not None and not doubt_words("of_any_month").isdisjoint(after[0].split())


def _is_bare(text: str, start: int, end: int) -> bool:
    """Tell whether nothing makes a date of a month.

    "December wheat rose" opens a sentence, "December is cold" says something of every December.
    """
    before = word_before(text, start)
    if before in doubt_words("prepositions") or before in doubt_words("determiners") or before.endswith(("'s", "’s")):
        return False
    noun = opens(text, start) and NOUN_AFTER.match(text, end)
    return not noun or word_after(text, end) in doubt_words("claims")


def is_any_day(text: str, start: int, end: int) -> bool:
    """Tell whether the year stands before the day, or after another one: "2023, December 18", "Oct. 9, 11, 1981".

    A day "of any year" is of none.
    """
    patterns = _patterns()
    if any_time.is_of_any_year(text, end) or any_time.is_habit(text, start, end):
        return True
    if named.is_followed_by_name(text, end):
        return True
    if other_times.is_of_last_years(text, start) or any_time.is_of_each(text, start, end):
        return True
    if other_times.is_of_an_earlier_time(text, start) or patterns.numbers_after.match(text, end):
        return True
    if other_times.follows_ago(text, start) or patterns.untold_years.search(text, max(0, start - 90), start):
        return True
    return bool(YEAR_BEFORE.search(text, max(0, start - 7), start) or YEAR_AFTER.match(text, end))


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, words = around(lang), around_patterns(lang)
    return _Patterns(
        months=re.compile(rf"{names_in('months', lang)}\b(?!\.?\s\d)"),
        part=re.compile(rf"(?:{words['parts']})\b", re.IGNORECASE),
        you=re.compile(rf",?\syou(?:\s(?:{words['you_may']})|['’]ll)\b"),
        how_to=re.compile(rf"(?:{words['how_to']})\s(?!['’,])"),
        numbers_after=re.compile(rf"\s(?:{words['numbers_after']})\b"),
        untold_years=re.compile(rf"{at_word(table['untold_years'])}$"),
        article=re.compile(rf"\b(?:(?P<like>{words['like_a']})|(?:{words['articles']}))\s$"),
        nouns_after=re.compile(r"(?:\s[a-z]+){1,2}"),
    )
