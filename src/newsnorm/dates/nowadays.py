"""Tell where "today" is any time now, and where "yesterday" or "tomorrow" is only supposed.

"The tools we use today" are those of our time, "Order your copy today" is said on any day, and "if it were to stop
tomorrow" is about no day at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates import clauses, direction, tense
from newsnorm.dates.cues import last_of
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import at_word
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["is_nowadays", "is_supposed", "opens"]

_WORD: Final = re.compile(r"[\w'’-]+")
_STORY: Final = 200  # characters before "today" in which what was long ago stands, with which it is compared
_NOW: Final = 90  # characters after it in which something of that very day would be told


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold the patterns of the words of a language that make a day any time."""

    opens: re.Pattern[str]  # from the end of a sentence or line on
    state: re.Pattern[str]  # after "today" at the start of a sentence
    many: re.Pattern[str]  # the same, unless something has been done
    before: re.Pattern[str]
    how: re.Pattern[str]  # a question up to "today"
    to_come: re.Pattern[str]
    plural: re.Pattern[str]  # before "today" and what is a habit after it
    habit: re.Pattern[str]
    after: re.Pattern[str]
    means: re.Pattern[str]  # after "today" where a sentence opens with a gerund: "Building one today means"
    gerund: re.Pattern[str]
    that: re.Pattern[str]
    today: re.Pattern[str]
    supposed: re.Pattern[str]
    if_you: re.Pattern[str]
    long_ago: re.Pattern[str]  # in the sentence before "today", or in the same one
    ago_signs: tuple[str, ...]  # parts of the same, found faster
    fronts: re.Pattern[str]  # what stands before "today" where it opens a clause
    sentence_end: re.Pattern[str]
    for_ever: re.Pattern[str]  # after "today" or "tomorrow"
    offers: frozenset[str]  # the first words of what is offered to the reader


def opens(text: str, start: int) -> bool:
    """Tell whether a place opens a sentence or a line.

    >>> opens("It fell. Today it stands.", 9), opens("It stands today.", 10)
    (True, False)
    """
    return _words().opens.search(text, max(0, start - 12), start) is not None


def is_nowadays(text: str, start: int, end: int) -> bool:
    """Tell whether "today" between two positions is any time now.

    >>> is_nowadays("The tools we use today are of steel.", 17, 22)
    True
    >>> is_nowadays("He came today.", 8, 13)
    False
    """
    words = _words()
    if words.for_ever.match(text, end):
        return True
    if opens(text, start):
        if words.state.match(text, end, end + 150):
            return True
        if words.many.match(text, end) and not tense.back_of(text, end, end):
            return True
        return _is_against_long_ago(text, start, end, words) or words.after.match(text, end) is not None
    if words.before.search(text, max(0, start - 90), start) or words.that.search(text, max(0, start - 6), start):
        return True
    if words.habit.match(text, end) and words.plural.search(text, max(0, start - 24), start):
        return True
    if words.after.match(text, end) or _is_against_long_ago(text, start, end, words):
        return True
    clause = clauses.clause_before(text, start, 90)
    if words.means.match(text, end) and words.gerund.match(clause):
        return True
    asked = words.how.search(clause)
    if asked and not (words.to_come.search(asked[0]) or tense.back_of(asked[0], 60, 60)):
        return True
    first = _WORD.match(clause.lstrip())
    return (first is not None and first[0] in words.offers) or words.if_you.search(clause) is not None


def _is_against_long_ago(text: str, start: int, end: int, words: _Words) -> bool:
    """Tell whether "today" opens a clause of what is so now, after what was so long ago, and nothing is done that day.

    "Ten years ago it was a village. Today, it has nine mills."
    """
    story = text[max(0, start - _STORY) : start]
    if not has_any(story, words.ago_signs) or not words.fronts.search(story):
        return False
    told = words.long_ago.search(story)
    if told is None or "\n" in story[told.end() :] or len(words.sentence_end.findall(story, told.end())) > 1:
        return False
    after = clauses.clause_after(text, end, _NOW)
    # The clause before "but today" has its own words of what was to come.
    coming = direction.ahead_of(text, end, end) if opens(text, start) else words.to_come.search(after)
    return not (tense.is_past(after) or coming)


def is_supposed(text: str, start: int, end: int) -> bool:
    """Tell whether what goes with "tomorrow" or "yesterday" is only supposed, or goes on for ever.

    >>> is_supposed("Even if he were to sell it tomorrow, he would owe more.", 27, 35)
    True
    >>> is_supposed("We stand with you today, tomorrow and always.", 25, 33)
    True
    """
    if _words().for_ever.match(text, end):
        return True
    clause = clauses.clause_before(text, start, 80)
    if _words().supposed.search(clause):
        return True
    # "What works today may be wrong tomorrow" is about neither day.
    today, low = last_of(_words().today, clause), start - len(clause)
    return today is not None and is_nowadays(text, low + today.start(), low + today.end())


@cache
def _words(lang: str = "en") -> _Words:
    table: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["nowadays"]
    words = alternatives(table)
    return _Words(
        opens=re.compile(rf"(?:^|[.!?]['\"”’)]?\s{{1,4}}|[\r\n]\s{{0,4}})(?:(?:{words['openers']}) )?$"),
        state=re.compile(
            rf"\?|,\s(?:{words['asides']})\s[^.;:\r\n]{{1,90}},\s[^.,;:\r\n]{{1,30}}\s(?:{words['states_after_aside']})\s"
            rf"|,?\s(?:{words['these']})\s[^.,;:\r\n]{{1,30}}\s(?:{words['progressing']})\s{words['progressive']}\b"
            rf"|,?[ \u00a0](?:(?:[^.,;:\r\n]|(?<=[A-Z])\.){{1,40}}[ \u00a0])?(?:{words['states']}"
            rf"|(?:{words['possess']})(?= (?:{words['amounts']})\b))[ \u00a0](?!{words['progressive']}\b)"
        ),
        many=re.compile(rf",?\s(?:{words['many']})\b"),
        before=re.compile(rf"\b(?:{words['before']})\s$"),
        how=re.compile(rf"{at_word(table['questions'])}\s(?:(?:{words['asked_of']})\b)[^.,;?!\n]{{0,50}}$"),
        to_come=re.compile(rf"\b(?:{words['to_come']})\b"),
        plural=re.compile(rf"\b{words['plural']}\s$"),
        habit=re.compile(rf"\s(?:{words['habits']})\s(?!{words['progressive']}\b|(?:{words['not_habits']})\b)"),
        after=re.compile(rf",?\s(?:{words['after']})\b"),
        means=re.compile(rf"\s(?:{words['means']})\b|,\s(?:{words['you']})\b"),
        gerund=re.compile(rf"\s*(?:(?:{words['by']})\s)?{words['progressive']}\s\S"),
        that=re.compile(rf"\b(?:{words['relatives']})\s$"),
        today=re.compile(rf"{at_word(table['today'])}(?=\s)"),
        supposed=re.compile(rf"\b(?:{words['supposed']})"),
        if_you=re.compile(rf"{at_word(table['if_you'])}\b"),
        long_ago=re.compile(rf"\b(?:{words['long_ago']})\b"),
        ago_signs=tuple(table["ago_signs"]),
        fronts=re.compile(rf"(?:[.!?]['\"”’)]?\s{{1,3}}|,\s|\b(?:{words['fronts']})\s)$"),
        sentence_end=re.compile(r"[.!?]['\"”’)]?\s"),
        for_ever=re.compile(
            rf"(?:,?(?:\s(?:{words['linking']}))?\s(?:{words['tomorrow']}))?,?\s(?:{words['linking']})\s(?:{words['for_ever']})\b"
        ),
        offers=frozenset(str(data_tables(f"{lang}/dates-doubts.toml")["offers"]).split()),
    )
