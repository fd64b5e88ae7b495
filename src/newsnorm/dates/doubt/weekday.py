"""Ask whether a weekday is no day of this week: "Sunday school", "a rainy Thursday", "every Monday and Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates import direction, tense
from newsnorm.dates.doubt import any_time, named, other_times
from newsnorm.dates.doubt.words import NOUN_AFTER, POSSESSIVE, around, around_patterns, doubt_words, word_after
from newsnorm.dates.vocabulary import at_word, names_in, stems

__all__ = ["is_any_weekday", "is_time_of_each"]

_STORY: Final = 200  # characters from "It was a Friday" to another day of that story
_WEEKDAY_AT_END: Final = re.compile(r"\b[A-Z][a-z]{2,5}day$")
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}\s$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    weekdays: re.Pattern[str]
    before_a_day: frozenset[str]
    after_a_day: frozenset[str]
    weeks: frozenset[str]
    of_story: re.Pattern[str]  # a day before in a story that is no date
    any_day: re.Pattern[str]  # what makes a day any such, before it
    indefinite: re.Pattern[str]  # "a rainy"; its group is the word that needs no noun after it
    match_list: re.Pattern[str]  # the two sides of a match, right after its day
    like: tuple[str, ...]  # what stands before an example


def is_any_weekday(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday may be that of any week, or of a time that the sentence does not tell."""
    after, patterns = word_after(text, end), _patterns()
    if after in doubt_words("weekly") or any_time.is_habit(text, start, end):
        return True
    if other_times.is_in_year_after(text, end) or named.is_paper(text, end):
        return True
    if named.is_club(text, start, end) or _is_of_list(text, start, end):
        return True
    before = text[max(0, start - 14) : start].split()
    last = before[-1].lower() if before else ""
    if last in patterns.before_a_day and after in patterns.after_a_day:
        return True
    if last != "on" and text[end + 1 : end + 2].isupper() and named.is_followed_by_name(text, end):
        return True  # "the Thursday Club"
    if last == "on" and not patterns.weeks.isdisjoint(before[-2:-1]):
        return True  # "a week on Monday"
    if any_time.is_range(text, start, end, patterns.weekdays) or any_time.is_of_hours(text, start):
        return True
    if any_time.is_of_each(text, start, end) or patterns.of_story.search(text, max(0, start - _STORY), start):
        return True
    if patterns.any_day.search(text, max(0, start - 24), start) or _is_example(text, start, end):
        return True
    return last in doubt_words("indefinite") and _is_indefinite(text, start, end, after)


def is_time_of_each(text: str, start: int, end: int) -> bool:
    """Tell whether a time on a weekday stands in a list of services or matches, which no verb tells the week of."""
    if not _WEEKDAY_AT_END.search(text, start, end):
        return False
    other = any_time.end_of_range(text, end)
    if other is not None:
        return _patterns().weekdays.match(text, other) is not None  # "between 8am and 6pm Monday to Saturday"
    return not tense.is_told(text, start, end) and direction.ahead_of(text, start, end) is None


def _is_indefinite(text: str, start: int, end: int, after: str) -> bool:
    """Tell whether a weekday is any such one: "on a rainy Thursday", which "a Thursday meeting" is not."""
    found = _patterns().indefinite.search(text, max(0, start - 30), start)
    return found is not None and (
        bool(found["some"]) or not NOUN_AFTER.match(text, end) or after in doubt_words("no_nouns")
    )


def _is_example(text: str, start: int, end: int) -> bool:
    """Tell whether a day is an example's, which has been, whatever is to come: "will judge acts like Sunday's"."""
    if not text.endswith(_patterns().like, 0, start) or not POSSESSIVE.match(text, end):
        return False
    return direction.ahead_of(text, start, end) is not None


def _is_of_list(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday stands in a heading, or before a match in a list: "Sunday Lund vs. Hull"."""
    if named.is_heading(text, start, end) or _is_in_capitals(text, start, end):
        return True
    return _patterns().match_list.match(text, end) is not None


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether a day stands in a headline in capitals, of which no words are read: "VOTE DELAYED TILL FRIDAY"."""
    return text[start:end].isupper() and _CAPITALS.search(text, max(0, start - 20), start) is not None


@cache
def _patterns(lang: str = "en") -> _Patterns:
    table, words = around(lang), around_patterns(lang)
    return _Patterns(
        weekdays=re.compile(rf"{names_in('weekdays', lang)}\b"),
        before_a_day=frozenset(table["before_a_day"]),
        after_a_day=frozenset(table["after_a_day"]),
        weeks=frozenset(table["weeks"]),
        of_story=re.compile(_after(table, stems("weekdays", lang), words["tellers"], stems("months", lang))),
        any_day=re.compile(rf"{at_word(table['any_day'])}\s$"),
        indefinite=re.compile(
            rf"\b(?:(?P<some>{words['some']})|(?<!['’])(?:{words['articles']})(?:\s[a-z]{{3,10}}){{0,2}})\s$"
        ),
        match_list=re.compile(rf",?\s(?:[A-Z\d][\w.'’-]*\s){{1,5}}(?:{words['against']})\s[A-Z\d]"),
        like=tuple(f" {words} " for words in table["like"]),
    )


def _after(table: Mapping[str, Sequence[str]], names: str, tellers: str, months: str) -> str:
    """Return the pattern of a name of a day, told by its stem, after some words, which goes on with no noun.

    Or after others, if it goes on with a month: "on a rainy Thursday in March".

    It opens with a set of characters, for such a one is found several times faster than one that looks back first.
    """
    initials = "".join(sorted({stem[0] for stem in names.split("|")}))
    before, of_month = (
        "|".join(rf"(?<=\b{word}\s.)" for word in table[name]) for name in ("of_story", "of_story_month")
    )
    return (
        rf"[{initials}](?<=(?={names}).)(?:(?:{before})[a-z]{{2,8}}(?=[,.;:\"'’”]|\s(?:{tellers})\b)"
        rf"|(?:{of_month})[a-z]{{2,8}}(?=\s(?:{'|'.join(table['of_year'])})\s(?:{months})))"
    )
