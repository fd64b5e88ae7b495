"""The patterns of what stands beside the words of an expression, made once from the small words of a language.

"Since 1998" is a year and "Room 1998" none, "in May" a month: the words are those of the table ``beside`` in
``data/<lang>/dates.toml``, and what they may stand between is here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["SPACE", "Phrases", "alternatives", "make_phrases"]

# Between two expressions: a line may be wrapped there, but a paragraph does not end there.
SPACE: Final = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,3})"


@dataclass(frozen=True, slots=True, eq=False)  # each language has one, and what is kept by it is found at once
class Phrases:
    """Hold patterns, and sets of words where a plain test is enough."""

    # find.py
    title: re.Pattern[str]  # some words in quotes of which all that matter have capitals
    proper: re.Pattern[str]  # what has a capital anywhere
    to: re.Pattern[str]  # between the ends of a range
    of_year: re.Pattern[str]
    lasting: tuple[str, ...]  # before a length of time that is not counted from a day, with a space
    counted_from: re.Pattern[str]  # between a length of time and the day it is counted from; its group tells the way
    # readers/clock.py
    before_clock: re.Pattern[str]
    # readers/absolute.py
    seasons: re.Pattern[str]
    money: re.Pattern[str]
    game: re.Pattern[str]
    game_signs: tuple[str, ...]  # a text without one is not searched
    of_another: re.Pattern[str]
    before_year: re.Pattern[str]  # or an opening bracket or nothing
    sure_year: re.Pattern[str]
    old_year: re.Pattern[str]
    counted: re.Pattern[str]  # after a number that is a count
    address: re.Pattern[str]  # after the number of a house
    # readers/leaning.py
    about: re.Pattern[str]
    or_so: re.Pattern[str]
    exact: re.Pattern[str]  # an amount that is told
    ended: re.Pattern[str]
    parts: re.Pattern[str]  # what makes many of a weekday and part of the day ("mornings"), its group
    before_season: re.Pattern[str]
    before_fall: re.Pattern[str]
    no_season: re.Pattern[str]
    before_month: re.Pattern[str]
    name_like: frozenset[str]  # months that may be a name
    # readers/people.py
    given_names: frozenset[str]  # months that may be a given name
    before_given_name: tuple[str, ...]  # and before a month
    named_before: re.Pattern[str]  # before a month that is a surname: an honorific or a given name
    surname_after: re.Pattern[str]  # after a month that is a given name, with what a person does or is
    of_calendar: re.Pattern[str]  # before a month that is none, whoever is called so
    month_beside: re.Pattern[str]  # after one: "or June"
    belief: re.Pattern[str]  # before "in May" where that is a person
    # readers/leaning.py
    word_like: frozenset[str]  # short weekdays that are words at the end of a sentence
    before_short: frozenset[str]  # before these they are weekdays all the same
    # readers/lengths.py
    verb_last: re.Pattern[str]  # before "last" where that is a verb
    modal: re.Pattern[str]
    infinitive: re.Pattern[str]
    rate: re.Pattern[str]  # before "a week" where that is a rate
    rate_after: re.Pattern[str]  # after a length of time that is one
    no_lengths: frozenset[str]  # units that "a" makes no length of time of
    plural_amounts: frozenset[str]
    after_past: frozenset[str]  # words after "the past" where that is a time
    after_soon: re.Pattern[str]
    # readers/relative.py
    before_that: re.Pattern[str]
    after_that: re.Pattern[str]  # after "that May" where that is one, with the word if there is one
    says_that: frozenset[str]  # before "that" where it may be followed by a clause
    falls: re.Pattern[str]  # after "fall" where that is a verb
    for_a_time: re.Pattern[str]
    fiscal: re.Pattern[str]


def alternatives(*tables: Mapping[str, object]) -> dict[str, str]:
    """Return for each list of some tables the pattern of any of its words; what is no list is left out.

    >>> alternatives({"on": ["on", "upon"], "most": 3})
    {'on': 'on|upon'}
    """
    return {name: "|".join(words) for table in tables for name, words in table.items() if isinstance(words, list)}


def make_phrases(of: Mapping[str, Sequence[str]]) -> Phrases:
    """Return the phrases that a language's small words make, with some of its names."""
    one = alternatives(of)
    small = rf"(?:[A-Z\d][\w'’]*|{one['title_words']})"
    return Phrases(
        title=re.compile(rf"{small}(?:[ -]{small}){{1,7}}(?=[\"”]|['’](?!\w))"),
        proper=re.compile(
            rf"(?i:{one['weekday_stems']}|{one['month_stems']})|[QHF][Y\d]|AD\b|A\.D|{one['proper']}"
            rf"|[A-Z][a-z]+['’]?s? ?(?:{one['days']})\b"
        ),
        to=re.compile(rf"\s{{0,3}}(?:{one['ranging']}|[-–])\s{{0,3}}"),
        of_year=re.compile(rf",?\s{{1,3}}(?:(?:{one['of_year']})\s{{1,3}})?"),
        lasting=tuple(f"{word} " for word in of["lasting"]),
        counted_from=re.compile(
            rf"\s{{1,3}}({one['counted_from']})(?:\s{{1,3}}(?:{one['pointing_on']})(?=\s))?\s{{1,3}}(?:the\s{{1,3}})?"
        ),
        before_clock=re.compile(rf"(?:\b(?:{one['before_clock']})\s{{1,3}}|\($)$"),
        seasons=re.compile(rf"\b(?:{one['seasons']})\b"),
        money=re.compile(rf"\b(?:{one['money']})\b"),
        game=re.compile(rf"\b(?:{one['game']})\b"),
        game_signs=tuple(word.removesuffix("s?") for word in of["game"]),
        of_another=re.compile(
            rf"\sof\s(?:{one['of_another']})\s(?!(?:\w+\s)?(?:{one['year_words']})\b)(?:\d+\s)?[a-z]"
        ),
        before_year=re.compile(rf"\b(?:{one['before_year']})[\s(]{{1,3}}$|^$|[(]$"),
        sure_year=re.compile(rf"\b(?:{one['sure_year']})\s$"),
        old_year=re.compile(rf"\b(?:{one['old_year']})\s$"),
        counted=re.compile(
            rf"(?:\r\n|\s|-)(?:(?:{one['counted_like']})\s)?(?:(?:{one['counted']})\b|per\b|%|[-–]\d)|\s?%"
        ),
        address=re.compile(rf"\s(?:[A-Z]\w+\s){{1,2}}(?:{one['roads']})\b"),
        about=re.compile(rf"\b(?:{one['about']})\s$"),
        or_so=re.compile(rf"\sor\s(?:{one['or_so']})\b"),
        exact=re.compile(rf"(?:\d|[Aa]n?\b|[Hh]alf|[a-zA-Z-]+\s[a-z]+\s(?:{one['counted_ways']}))"),
        ended=re.compile(rf"\s{{1,2}}(?:{one['ended']})\b"),
        parts=re.compile(rf"\s(?:and\s\w{{6,9}}\s)?({one['parts']})s\b"),
        before_season=re.compile(rf"\b(?:{one['before_season']})\s{{1,3}}(?:the\s{{1,3}})?$"),
        before_fall=re.compile(rf"\b(?:{one['before_fall']})\s{{1,3}}(?:the\s)?$"),
        no_season=re.compile(rf"\s+(?:{one['no_season']})\b"),
        before_month=re.compile(
            rf"\b(?:{one['before_month']}|(?:{one['full_months']}),)[\s(]{{1,3}}$|[(]$"
            rf"|(?:{one['month_parts']})-$|[a-z]['’]s\s$"
        ),
        name_like=frozenset(of["name_like"]),
        given_names=frozenset(of["given_names"]),
        before_given_name=tuple(f" {word} " for word in of["before_given_name"]),
        named_before=re.compile(
            rf"\b(?:{one['honorifics']})\.?\s$"
            rf"|(?:[a-z],?\s|^|[.!?:]\s|[\"“])(?!(?:(?i:{one['before_month']})|{one['no_given_name']}|{one['full_months']}"
            rf"|(?i:{one['weekday_stems']})[a-z]*)\s)[A-Z][a-z]{{2,14}}\s$"
        ),
        surname_after=re.compile(
            rf"\s[A-Z][a-z]{{2,14}}(?:,\s(?:\d|{one['person_is']}\b)|\s(?:{one['person_does']})\b)"
        ),
        of_calendar=re.compile(
            rf"\b(?:{one['of_calendar']}|(?:{one['full_months']})(?:,|,?\s(?:{one['joining_months']}))|\d{{4}})\s{{1,2}}$"
            rf"|\b(?:{one['month_parts']})-$"
        ),
        month_beside=re.compile(
            rf"(?:,?\s(?:{one['joining_months']}|{one['reaching']})\s|,\s|[-–/])(?:{one['full_months']})\b"
        ),
        belief=re.compile(rf"\b(?:{one['belief']})\sin\s$"),
        word_like=frozenset(of["word_like"]),
        before_short=frozenset(of["before_short"]),
        verb_last=re.compile(rf"\b(?:{one['modals']}|{one['before_last']})\s$"),
        modal=re.compile(rf"\b(?:{one['modals']})\s{{1,3}}$"),
        infinitive=re.compile(rf"\s(?:{one['infinitives']})\b"),
        rate=re.compile(
            rf"(?:\b(?:{one['per']})|\d[\d.,]*|[$£€]\s?\d[\d.,]*(?:\s(?:{one['money_numbers']}))?"
            rf"|\b(?:{one['rated']})|(?:\d|{one['rated_numbers']})\s(?:[a-z]+\s)?[a-z]+s)\s{{1,2}}$|%\s$"
        ),
        rate_after=re.compile(rf"\s(?:{one['rate_after']})\s(?:{one['rate_units']})\b"),
        no_lengths=frozenset(of["no_lengths"]),
        plural_amounts=frozenset(of["plural_amounts"]),
        after_past=frozenset(of["after_past"]),
        after_soon=re.compile(rf"\s{{1,2}}(?:{one['after_soon']})\b"),
        before_that=re.compile(rf"(?:[.!?,\"”]\s{{1,3}}|^|\n|\b(?:{one['before_that']})\s)$"),
        after_that=re.compile(rf"[.;:!?)]|,?\s{{1,2}}(?P<small>{one['after_that']})\b|(?P<comma>,)|$"),
        says_that=frozenset(of["says_that"]),
        falls=re.compile(rf"\s(?:{one['falls']})\b"),
        for_a_time=re.compile(rf"\b(?:{one['for_a_time']})\s$"),
        fiscal=re.compile(rf"\b(?:{one['fiscal']})\b"),
    )
