"""Tell where "today" is any time now, and where "yesterday" or "tomorrow" is only supposed.

"The tools we use today" are those of our time, "Order your copy today" is said on any day, and "if it were to stop
tomorrow" is about no day at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates import direction
from newsnorm.dates.cues import last_of
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import at_word
from newsnorm.rules import data_tables

__all__ = ["is_nowadays", "is_supposed", "opens"]

_WORD: Final = re.compile(r"[\w'’-]+")


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
    if opens(text, start):
        if words.state.match(text, end, end + 150):
            return True
        return bool(words.many.match(text, end)) and not direction.back_of(text, end, end)
    if words.before.search(text, max(0, start - 90), start) or words.that.search(text, max(0, start - 6), start):
        return True
    if words.habit.match(text, end) and words.plural.search(text, max(0, start - 24), start):
        return True
    if words.after.match(text, end):
        return True
    clause = direction.clause_before(text, start, 90)
    if words.means.match(text, end) and words.gerund.match(clause):
        return True
    asked = words.how.search(clause)
    if asked and not (words.to_come.search(asked[0]) or direction.back_of(asked[0], 60, 60)):
        return True
    first = _WORD.match(clause.lstrip())
    return (first is not None and first[0] in words.offers) or words.if_you.search(clause) is not None


def is_supposed(text: str, start: int) -> bool:
    """Tell whether what goes with "tomorrow" or "yesterday" is only supposed.

    >>> is_supposed("Even if he were to sell it tomorrow, he would owe more.", 27)
    True
    """
    clause = direction.clause_before(text, start, 80)
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
        after=re.compile(rf"\s(?:{words['after']})\b"),
        means=re.compile(rf"\s(?:{words['means']})\b|,\s(?:{words['you']})\b"),
        gerund=re.compile(rf"\s*(?:(?:{words['by']})\s)?{words['progressive']}\s\S"),
        that=re.compile(rf"\b(?:{words['relatives']})\s$"),
        today=re.compile(rf"{at_word(table['today'])}(?=\s)"),
        supposed=re.compile(rf"\b(?:{words['supposed']})"),
        if_you=re.compile(rf"{at_word(table['if_you'])}\b"),
        offers=frozenset(str(data_tables(f"{lang}/dates-doubts.toml")["offers"]).split()),
    )
