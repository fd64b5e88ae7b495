"""Tell whether the verbs near a date are of the past or the present, by their form: no part-of-speech tags."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsnorm.dates.clauses import FARTHEST, clause_after, clause_before
from newsnorm.dates.cues import Cues, cues_of, last_of
from newsnorm.dates.vocabulary import POSSESSIVE, lead, words_of

__all__ = [
    "back_of",
    "deed",
    "direct_past",
    "has_been",
    "is_now",
    "is_of_past",
    "is_past",
    "is_past_before",
    "is_present",
    "is_soon",
    "is_telling",
    "is_told",
    "looks_back",
    "past_before",
    "says",
    "told_on",
    "was_unable",
]

_OPENING: Final = 13  # characters before a date that opens its sentence, a space before them included
_FRONTED: Final = 3  # words that stand before a date and its comma where it opens a sentence: "The day before Easter, "
_OPENING_MARKS: Final = "\"'“”„‘`«( \u00a0"  # what opens speech or an aside
_CLAUSE: Final = 60  # characters before and after a date in which the verb that governs it stands


def back_of(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb that governs a place: the last one before it in its clause, else the first after.

    >>> back_of("The court ruled in March.", 19, 24)
    'ruled'
    """
    verb = _last_past(text, start, lang) or cues_of(lang).past.search(clause_after(text, end, 45))
    return verb[0] if verb else None


def _last_past(text: str, start: int, lang: str) -> re.Match[str] | None:
    """Return the last past-tense verb of the clause before a place, of which the match holds a little more.

    The word before a verb tells that it is a participle, though it may stand just beyond the clause that is read.
    """
    before, more = clause_before(text, start, _CLAUSE), clause_before(text, start, _CLAUSE + 20)
    return last_of(cues_of(lang).past, more, len(more) - len(before))


def was_unable(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether the clause of a date tells of what could not, or had to, be done by then.

    >>> was_unable("By June he could not walk.", 3, 7), was_unable("By June it could be over.", 3, 7)
    (True, False)
    >>> was_unable("It had to be ready by June.", 22, 26)
    True
    """
    cues = cues_of(lang)
    if cues.unable.search(clause_after(text, end, _CLAUSE)):
        return True
    return cues.obliged.search(clause_before(text, start, _CLAUSE)) is not None


def is_now(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether what follows a date, or is of it, is told in the present tense, with no past before it.

    >>> is_now("Sunday's game is his last.", 0, 6), is_now("Sunday's game was his last.", 0, 6)
    (True, False)
    >>> is_now("The November election is a rematch.", 4, 12)
    True
    """
    cues = cues_of(lang)
    if not cues.now.match(text, end):
        return False
    before = clause_before(text, start, FARTHEST)
    if not words_of("clauses", "sequence").isdisjoint(before.split()[-1:]):  # "before Friday's vote is far too early"
        return False
    return not looks_back(before, cues)


def looks_back(words: str, cues: Cues) -> bool:
    """Tell whether some words have a past-tense verb or something else that may tell of the past.

    >>> looks_back("the mayor left", cues_of("en")), looks_back("the mayor leaves", cues_of("en"))
    (True, False)
    """
    return is_past(words) or cues.told.search(words) is not None


@lru_cache(maxsize=4)  # several rules ask it of the same clause
def is_past(text: str, lang: str = "en") -> bool:
    """Tell whether some words hold a past-tense verb.

    >>> is_past("the mayor said"), is_past("in Oslo and")
    (True, False)
    """
    return cues_of(lang).past.search(text) is not None


def is_present(text: str, start: int, end: int, lang: str = "en", *, of_many: bool = False) -> bool:
    """Tell whether the clause of a date looks like present tense, with no word that may tell of the past.

    ``of_many``: or like that of a subject in the plural, whose verb looks like an infinitive, or of what could be.

    >>> is_present("The court hears it on Monday.", 22, 28), is_present("The court heard it on Monday.", 22, 28)
    (True, False)
    >>> is_present("Schools are shut on Monday, according to the mayor.", 20, 26)
    False
    >>> is_present("MPs return to London on Monday.", 24, 30, of_many=True)
    True
    >>> is_present("The ship could reach port on Monday.", 29, 35, of_many=True)
    True
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    if looks_back(before, cues):  # most
        return False
    present = cues.tense.search(before) or (of_many and (cues.of_many.search(before) or cues.open_modal.search(before)))
    if of_many and not present and len(before) < _OPENING:  # "On Friday it could reach 30C"
        present = cues.open_modal.search(clause_after(text, end, _CLAUSE))
    if present and cues.then_after.match(text, end) and before.split()[0].lower() in words_of("clauses", "pronouns"):
        return True  # "They meet on Monday after a day was lost", which no caption says
    return bool(present) and _is_open(text, end, cues)


def is_soon(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a clause is of what is planned for one of the next days, with no word of the past.

    >>> is_soon("The bank publishes its forecast on Monday.", 35, 41), is_soon("Prices are for Monday.", 15, 21)
    (True, False)
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    soon = cues.soon.search(before)
    if soon is None or looks_back(before, cues):
        return False
    return _is_open(text, end, cues)


def _is_open(text: str, end: int, cues: Cues) -> bool:
    """Tell whether no word after a date tells of the past, but that somebody said so."""
    after = clause_after(text, end, _CLAUSE)
    if after.startswith(", ") and (said := cues.telling.search(after, 2)):
        if said.start() == 2:
            return True  # "We play on Monday, said Lund"
        if said.end() == len(after) < _CLAUSE and not cues.past.search(after, 0, said.start()):
            return True  # "We play on Monday, the coach said.", but not "In a note on Monday, she said it failed."
    return not looks_back(after, cues)


def is_past_before(text: str, start: int) -> bool:
    """Tell whether a past-tense verb stands before a date in its sentence.

    >>> is_past_before("Those who applied until Sept. 30 may vote.", 24)
    True
    """
    return is_past(clause_before(text, start, FARTHEST))


def is_of_past(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something is told in the past tense before a date, and not that somebody said so.

    >>> is_of_past("They fined a judge for a bribe in May.", 34), is_of_past("They said it opens in May.", 22)
    (True, False)
    """
    cues = cues_of(lang)
    verbs = cues.past.finditer(clause_before(text, start, FARTHEST))
    return any(not cues.telling.fullmatch(verb[0]) for verb in verbs)


def is_telling(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether somebody said something on a date ("he said on Sunday that he leaves").

    >>> is_telling("He said on Sunday that he leaves.", 11)
    True
    """
    before = clause_before(text, start, 40)
    verb = last_of(cues_of(lang).telling, before)
    return verb is not None and len(before) - verb.end() < 24


def says(words: str, lang: str = "en") -> bool:
    """Tell whether some words tell that somebody said something.

    >>> says(" it lost money, the mayor said in"), says(" it closed plants in")
    (True, False)
    """
    return cues_of(lang).telling.search(words) is not None


def is_told(text: str, start: int, end: int) -> bool:
    """Tell whether something is told in the past tense near a date, at either side of it in its sentence.

    >>> is_told("The court ruled in March.", 19, 24), is_told("The Hawks v Durham, May 18.", 20, 26)
    (True, False)
    """
    return back_of(text, start, end) is not None or is_past_before(text, start)


def direct_past(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return a past-tense verb with which the date stands directly ("said Monday", "Friday's vote was close")."""
    past, after = cues_of(lang).past, clause_after(text, end, 40)
    if after.startswith(POSSESSIVE) and (verb := past.search(after)):
        return verb[0]
    before = clause_before(text, start, 40)
    last = last_of(past, before)
    return last[0] if last and len(before) - last.end() < 14 else None


def past_before(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb of the clause, with no infinitive between it and the date ("left home on Monday").

    If the date opens the sentence, it is the first verb after it.
    """
    cues = cues_of(lang)
    past = cues.past
    verb = _last_past(text, start, lang)
    if verb and not cues.other_clause.search(verb.string, verb.end()):
        return verb[0]
    before, after = clause_before(text, start, _CLAUSE), clause_after(text, end, _CLAUSE)
    opening = before.lstrip(_OPENING_MARKS)
    opening = opening[linked.end() :] if (linked := cues.joining.match(opening)) else opening
    first = (opening.split() or text[start:end].split() or [""])[0]  # "Early in January she fell ill"
    opens = first.lower() in words_of("clauses", "opening") or (after[:1] == "," and not opening.strip())
    fronted = after[:1] == "," and (opening.startswith(lead("opening_after")) or opening.count(" ") <= _FRONTED)
    opens = opens and (len(opening) < 12 or fronted)
    if opens and (follows := past.search(after)):  # "After closing for rain on Monday, it reopened"
        return follows[0]
    return direct_past(text, start, end, lang)


def has_been(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a date is that of a deed: "died on May 3", and nothing in the clause says that it is to come.

    >>> has_been("He died on May 3.", 11, 16), has_been("They sold tickets for a show on May 3.", 32, 37)
    (True, False)
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    return cues.deed.search(before) is not None and cues.future.search(" " + before) is None


def told_on(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb of what was done on a date, not of what was done to a day to come ("set Nov. 10").

    >>> told_on("That showed on Oct. 7.", 15, 21)
    'showed'
    >>> told_on("On Feb. 2, he was freed.", 3, 9), told_on("After Easter, they named a chief.", 6, 12)
    ('was', 'named')
    """
    verb = past_before(text, start, end, lang)
    cues = cues_of(lang)
    if verb is None or verb.lower() not in words_of("cues", "setting"):
        return verb
    opening = clause_before(text, start, 20)
    if text[end : end + 1] == "," and not words_of("clauses", "sequence").isdisjoint(opening.lower().split()):
        return verb
    return verb if len(opening) < 12 and cues.was_done.match(text, end) else None


def deed(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb of the clause if it tells of a deed: "was" may tell of what was still to come."""
    verb = past_before(text, start, end, lang)
    return None if verb is None or verb.lower() in words_of("clauses", "was") else verb
