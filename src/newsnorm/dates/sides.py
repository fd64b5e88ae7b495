"""Tell where the words near a date leave open on which side of publication it lies: nothing is printed after it.

"Stocks rose ahead of the figures on Friday", "a defeat on Friday would end it", "if they win on Friday": the day may be
the last one, and is rather the next. "He will miss the game after an injury on Saturday" looks ahead and back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates import clauses, tense
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import POSSESSIVE, at_word, lead, words_of
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["is_arranged", "is_event", "is_order", "looks_behind", "may_be_ahead", "may_be_behind"]

_AFTER: Final = 60  # characters behind a date in which its verb stands


@dataclass(frozen=True, slots=True)
class _Sides:
    """Hold the patterns of a language; most clauses have none of the signs, parts of what some of them find."""

    awaited: re.Pattern[str]  # what an event to come is named after, up to its date
    owned: re.Pattern[str]  # the same before "Friday's match"
    needed: re.Pattern[str]  # what has to be, or is intended, up to its verb
    supposed: re.Pattern[str]  # what is so if something is
    planned: re.Pattern[str]  # a headline's infinitive
    arranged: re.Pattern[str]  # what is announced for a month, up to it
    event: re.Pattern[str]  # what is of a month and has its date long before, right after it
    is_done: re.Pattern[str]  # what is done on a date, in a relative clause
    possible: re.Pattern[str]  # what may come of something that has its date
    subject: re.Pattern[str]  # a verb of the present tense after a date that is its subject
    opened: re.Pattern[str]  # one of many after a date that opens its sentence
    weather: re.Pattern[str]  # a forecast without a verb, up to its day
    match_of: re.Pattern[str]  # what has its date long before, after "for Sunday's"
    looks_behind: re.Pattern[str]  # what tells that a month far ahead is rather the last one, up to it
    over: re.Pattern[str]  # what has its date after something else, up to it
    after_owned: re.Pattern[str]  # the same before "Friday's draw"
    after_doing: re.Pattern[str]  # what will be after something else, up to the date of that
    ordered: re.Pattern[str]  # an order that is as likely of the day that follows as what is wanted
    as_past: re.Pattern[str]  # what opens a clause of why they did so, after the date


def may_be_ahead(text: str, start: int, end: int, lang: str = "en", *, told: bool = False) -> bool:
    """Tell whether a date that nothing puts ahead may lie there all the same.

    ``told`` says that a verb of the past goes with it.

    >>> text = "Stocks rose ahead of inflation data on Friday."
    >>> may_be_ahead(text, 39, 45), may_be_ahead("Stocks rose on Friday.", 15, 21)
    (True, False)
    """
    sides = _sides(lang)
    before = clauses.clause_before(text, start, clauses.FARTHEST)
    if has_any(before, words_of("sides", "awaited_signs")) and sides.awaited.search(before):
        return True
    if has_any(before, words_of("sides", "after")) and sides.after_doing.search(before):
        return True  # "will leave after playing his last match on Saturday"
    owned = text.startswith(POSSESSIVE, end)
    if owned and (sides.owned.search(before) or _is_match_for(sides, text, end, before)):
        return True
    if _is_needed(sides, before):
        return True
    if not owned and sides.is_done.search(before):
        return True  # "wrote a book that is published on Friday"
    if told or tense.is_past(before):
        # "Unless they agreed by Friday"
        return before.endswith(lead("by_the")) and sides.supposed.search(before) is not None
    if not owned and sides.planned.match(before):
        return True
    after = clauses.clause_after(text, end, _AFTER)
    if sides.possible.match(after):
        return True
    if tense.is_past(after):
        return False
    if sides.supposed.search(before) or (not owned and sides.weather.match(before)):
        return True  # "If they win on Friday", "Showers Friday", "Highs in the 20s on Friday"
    opening = before.strip(" ,").lower()
    if opening and opening not in words_of("sides", "leading"):
        return False
    return (sides.opened if opening else sides.subject).match(after) is not None


def _is_needed(sides: _Sides, before: str) -> bool:
    """Tell whether something has to be or is meant to be on a date: "they must win on Friday"."""
    if not has_any(before, words_of("sides", "needed_signs")):
        return False
    needed = sides.needed.search(before)
    return needed is not None and not tense.is_past(before[needed.end() :])


def _is_match_for(sides: _Sides, text: str, end: int, before: str) -> bool:
    """Tell whether a day is that of a match for which something was done: "they qualified for Sunday's final".

    "Thanks for Sunday's final, which was great" tells of it.
    """
    if not before.endswith(lead("for")) or not sides.match_of.match(text, end):
        return False
    after = clauses.clause_after(text, end, _AFTER)
    return "," not in after or not tense.is_past(after)


def is_arranged(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something was announced that a month may be that of, though it may have been announced then.

    >>> is_arranged("The band announced a tour in May.", 29), is_arranged("The band broke up in May.", 21)
    (True, False)
    """
    sides, before = _sides(lang), clauses.clause_before(text, start, clauses.FARTHEST)
    return has_any(before, words_of("sides", "arranged_signs")) and sides.arranged.search(before) is not None


def is_event(text: str, end: int, lang: str = "en") -> bool:
    """Tell whether a month is that of an event which has its date long before.

    >>> is_event("They did not confirm the April summit.", 30)
    True
    """
    return _sides(lang).event.match(text, end) is not None


def looks_behind(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something before a month tells that it may be the last one, though another word puts it ahead.

    >>> looks_behind("It will be larger than at the fair in November.", 38), looks_behind("It will open in May.", 16)
    (True, False)
    """
    sides, before = _sides(lang), clauses.clause_before(text, start, clauses.FARTHEST)
    return has_any(before, words_of("sides", "looks_behind_signs")) and sides.looks_behind.search(before) is not None


def may_be_behind(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a date that a word puts ahead goes with something that it comes after.

    >>> text = "He will miss it after surgery on Friday."
    >>> may_be_behind(text, 33, 39), may_be_behind("He will play on Friday.", 16, 22)
    (True, False)
    >>> may_be_behind("He will rest after Friday's draw.", 19, 25)
    True
    """
    sides, before = _sides(lang), clauses.clause_before(text, start, clauses.FARTHEST)
    if not has_any(before, words_of("sides", "after")):
        return False
    owned = text.startswith(POSSESSIVE, end) and sides.after_owned.search(before)
    return bool(owned) or sides.over.search(before) is not None


def is_order(text: str, start: int, end: int, cue: str, lang: str = "en") -> bool:
    """Tell whether what is wanted on a date may have been ordered on it.

    >>> text = "Residents were told to boil water on Friday."
    >>> is_order(text, 37, 43, "told"), is_order("He told them to boil water on Friday.", 30, 36, "told")
    (True, False)
    >>> is_order("He told them to boil water on Friday after a pipe burst.", 30, 36, "told")
    True
    """
    sides = _sides(lang)
    if cue not in words_of("sides", "ordered") and cue not in words_of("sides", "told_to"):
        return False
    if sides.ordered.search(clauses.clause_before(text, start, clauses.FARTHEST)):
        return True
    reason = sides.as_past.match(text, end)
    return reason is not None and tense.is_past(clauses.clause_after(text, reason.end(), _AFTER))


@cache
def _sides(lang: str) -> _Sides:
    lists: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["sides"]
    one = alternatives(lists)
    words = r"(?:[^\s,.;:]{1,24}\s){1,8}?"
    return _Sides(
        awaited=re.compile(rf"{at_word(lists['awaited'])}\s{words}(?:(?:{one['at']})\s)?$"),
        owned=re.compile(rf"\b(?:{one['awaited']}|{one['before']})\s$"),
        needed=re.compile(
            rf"(?:{at_word(lists['needed'])}\s(?:(?:{one['adverbs']})\s)?"
            rf"|{at_word(lists['intended'])}\b(?:\s[^\s,.;:]{{1,24}}){{0,5}}?\sto\s(?!(?:{one['no_verb']})\b))[a-z]+\b"
        ),
        supposed=re.compile(rf"(?:^|[\s\"'“”„‘`«(])(?:{one['supposed']})\s"),
        planned=re.compile(
            rf"(?!\w+ed\s|(?:{one['opening']})\s)[A-Z][\w'’-]*(?:\s(?!\w+ed\s|(?:{one['no_headline']})\s)[\w'’-]+){{0,4}}"
            rf"\sto\s(?!(?:{one['no_verb']})\b)[a-z]{{2,}}\b"
        ),
        arranged=re.compile(rf"\b(?:{one['arranged']})\s(?:{words})?(?:{one['at']}|for)\s$"),
        event=re.compile(rf"\s(?:[\w-]+\s)?(?:{one['event']})\b"),
        is_done=re.compile(rf"{at_word(lists['relatives'])}\s(?:is|are)\s(?:[\w-]+\s){{1,2}}(?:(?:{one['at']})\s)?$"),
        possible=re.compile(rf"\s(?:{one['possible']})\b"),
        subject=re.compile(rf"\s(?!(?:{one['not_present']})\b)(?:[a-z]{{3,}}s)\b"),
        opened=re.compile(
            rf",?\s(?:[\w'’]+\s){{0,2}}?(?:(?:{one['many']}|[A-Za-z][a-z]+(?<!s)s|[A-Z]\w+)\s(?:{one['plural_verbs']})|\w+\sare)\b"
        ),
        weather=re.compile(
            rf"\W*(?:[\w'’ -]{{1,30}}:\s)?"
            rf"(?:(?:[\w'’-]+,?\s){{0,3}}?(?i:{one['weather']})\b|(?:{one['weather_like']})\b)(?:,?\s[\w'’-]+){{0,8}}\s$"
        ),
        match_of=re.compile(
            rf"['’]s\s(?:[\w-]+\s){{0,2}}?(?:{'|'.join(data_tables(f'{lang}/dates.toml')['clauses']['scheduled'])})\b"
        ),
        looks_behind=re.compile(
            rf"\b(?:{one['looks_behind']})\s[^;:]{{1,60}}$|\b(?:{one['made_in']})s?\sfrom\s(?:[\w-]+\s)?$"
            rf"|\b(?:{one['looks_behind']})\s$"
        ),
        after_owned=re.compile(rf"\b(?:{one['after']})\s$"),
        over=re.compile(rf"\b(?:{one['after']})\s{words}(?:{one['at']})\s$"),
        after_doing=re.compile(
            rf"\b(?:{one['to_be']})\s(?:(?![A-Z][a-z]+day\b)[^;:]){{1,60}}\s(?:{one['once']})\s[a-z]{{2,12}}ing\s"
        ),
        ordered=re.compile(rf"\b(?:{one['ordered']}|(?:{one['was_told']})\s(?:\w+ly\s)?(?:{one['told_to']}))\b"),
        as_past=re.compile(rf",?\s(?:{one['as']})\s"),
    )
