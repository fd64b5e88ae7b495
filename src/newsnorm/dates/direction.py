"""Tell whether the words near a date point back or ahead: cues of the same clause, no part-of-speech tags.

Measured on news: of bare weekdays that are not the day of publication nine in ten lie behind it, so that only a
plain cue of the same clause moves one ahead. A past verb between a cue and the date takes it back ("will appeal the
ruling issued Thursday"), however near the cue is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsnorm.dates.cues import LINKING_SIGNS, Cues, cues_of, last_of
from newsnorm.dates.vocabulary import POSSESSIVE, lead, words_of
from newsnorm.signs import has_any

__all__ = [
    "FARTHEST",
    "ahead_of",
    "back_of",
    "clause_after",
    "clause_before",
    "contract",
    "deed",
    "direct_past",
    "either",
    "ended",
    "has_been",
    "has_ended",
    "is_behind",
    "is_compared",
    "is_linked_to_past",
    "is_moved",
    "is_now",
    "is_of_figures",
    "is_of_past",
    "is_one_sentence",
    "is_only_said",
    "is_past",
    "is_past_before",
    "is_possible",
    "is_present",
    "is_quoted_from",
    "is_reported",
    "is_set",
    "is_soon",
    "is_subordinate",
    "is_telling",
    "is_to_be",
    "is_told",
    "is_undone",
    "is_waited_for",
    "may_have_changed",
    "outlook",
    "past_after",
    "past_before",
    "says",
    "spans",
    "starts_then",
    "through",
    "told_on",
    "until",
    "was_to_be",
    "was_unable",
    "will_be",
    "will_then",
]

FARTHEST: Final = 130  # characters before a date that anything looks back
_OPENING: Final = 13  # characters before a date that opens its sentence, a space before them included
_FRONTED: Final = 3  # words that stand before a date and its comma where it opens a sentence: "The day before Easter, "
_OPENING_MARKS: Final = "\"'“”„‘`«( \u00a0"  # what opens speech or an aside
_LINK: Final = 12  # characters before a date in which what links its clause to the one before stands
_CLAUSE: Final = 60  # characters before and after a date in which the verb that governs it stands
_LEADING: Final = 25  # characters before a date with which a sentence opens
_NEAR: Final = 90  # characters before a date in which what stands next to it begins


@lru_cache(maxsize=4)  # several rules ask it of the same date
def ahead_of(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the words of the clause that put a date ahead, if any.

    >>> ahead_of("The court will rule on Friday.", 23, 29)
    'will'
    """
    cues = cues_of(lang)
    before = " " + clause_before(text, start, FARTHEST)  # some patterns begin with what stands before a word
    near, last = max(0, len(before) - _NEAR), before[-3:-1]
    if has_any(before, cues.had_been_signs) and _had_been(before, cues):
        return None  # "had been due on Friday"
    if before.endswith(cues.up_from_now):
        return "between"
    if last == "as" and cues.recent.search(before, near):
        return None
    if last == "in" and before[:-3].rstrip().endswith(cues.reduced_ends) and cues.reduced.search(before, near):
        return None
    if last == "in" and cues.from_level.search(before, near):
        return None
    future = last_of(cues.future, before)
    if future and future["cue"] in cues.lasting and "," in before[future.end() :]:
        future = None  # "It was free until last year, and on trial from May"
    if future and not cues.finite.search(before, future.end()):
        cue, at = future["cue"] or future[0], future.start("cue")
        over = _is_over(cue, before[:at], cues) or (_is_linked(before, cues) and _is_past_after(text, end, cues))
        if cues.past.match(text, end + 1) and (cue in cues.noun_cues or cues.embedded.search(before, future.end())):
            return None
        return None if over or cues.before_that.search(before, at) or _is_undone(text, end, before, at, cues) else cue
    cue = _ahead_by_after(text, end, before, cues, near)
    verb = cues.finite.match(text, end + 1) if text[end : end + 1] == " " else None  # "the move in Oslo on Monday hurt"
    if cue is None and (verb is None or cues.agent.match(text, verb.end())):
        cue = _ahead_by_before(before, cues, near, last)
        return None if cue and _is_undone(text, end, before, len(before), cues) else cue
    return cue


def _had_been(before: str, cues: Cues) -> bool:
    """Tell whether something had been meant for a date, and no clause of what is instead stands before it."""
    had = cues.had_been.search(before, max(0, len(before) - 70))
    return had is not None and cues.but.search(before, had.end()) is None


def _is_linked(before: str, cues: Cues) -> bool:
    """Tell whether a date opens a clause that a conjunction links to the one before: "it closed, and on Friday ..."."""
    last = before[-_LINK:]
    if cues.linking.isdisjoint(last.split()) and LINKING_SIGNS.isdisjoint(last):  # most
        return False
    return cues.linked.search(before, max(0, len(before) - _LINK)) is not None


def _is_past_after(text: str, end: int, cues: Cues) -> bool:
    """Tell whether the clause that a date opens is of the past: "it will close, and on Friday it burned".

    What somebody only said of it between commas is no part of it: "and on Friday, he said, it opens".
    """
    clause = clause_after(text, end, 40).lstrip(", ").partition(",")[0]
    verb = cues.past.search(clause)
    return verb is not None and not (verb.end() == len(clause) and cues.telling.fullmatch(verb[0]))


def _is_undone(text: str, end: int, before: str, at: int, cues: Cues) -> bool:
    """Tell whether what was to be is told of in the past after the date: "was due in court on Monday but fled"."""
    after = clause_after(text, end, 50)
    but = cues.but.match(after)
    if but is None or before.startswith(cues.shall, at - 1):
        return False
    told = cues.but_who.match(after, but.end())
    at = told.end() if told else but.end()
    return cues.past.match(after, at) is not None or cues.not_done.match(after, at) is not None


def _is_over(word: str, before: str, cues: Cues) -> bool:
    """Tell whether what went on up to a date had an end by then: "had not opened until Monday"."""
    if word not in cues.lasting:
        return False
    return cues.not_until.search(before) is not None or cues.nobody.search(before) is not None


def _ahead_by_after(text: str, end: int, before: str, cues: Cues, near: int) -> str | None:
    """Return the words after a date that put it ahead, or those next to it and no past verb anywhere."""
    opens = (len(before) < _OPENING and not cues.past.search(before)) or _is_linked(before, cues)
    if opens and (opened := _opened(text, end, cues)):
        return opened
    if before.endswith(lead("foretold_by")) and cues.foretold.search(before, near):
        after = cues.forecast.match(clause_after(text, end, 60))
        return None if after is None or cues.past.search(after[0]) else after[1]
    if text.startswith(cues.shall, end) and cues.received.fullmatch(before):
        # "Ballots received by Friday will count", not "Those who came by Friday will".
        return text[end + 1 : end + _NEAR].partition(" ")[0]
    if before.endswith(cues.declared) and cues.a_day_of.match(text, end):
        return "declared"
    if before.endswith(lead("ordered_by")) and cues.order.match(before) and not cues.past.search(before):
        return "by"  # "Order your roses by Friday"
    if cues.win.match(before) and not cues.finite.search(before):
        after = cues.can.search(clause_after(text, end, 90))
        return after[0] if after else None
    if then := will_then(text, end):
        return then
    owned = text.startswith(POSSESSIVE, end)
    if not owned and (asked := cues.invite.match(before)) and not cues.past.search(before):
        return asked[0].strip()
    subject = not before.strip() and text.startswith(cues.could, end)  # "Friday could bring snow"
    subject = subject or text.startswith(cues.would_be, end)  # "he said that Friday would be his last day"
    if subject or (text.startswith(cues.shall, end) and not cues.finite.search(before[-70:])):
        return text[end + 1 :].partition(" ")[0]
    if owned and before.endswith(lead("meant_for")) and not cues.past.search(before):
        return None if cues.past.search(clause_after(text, end, 60)) else "for"
    return None


def _ahead_by_before(before: str, cues: Cues, near: int, last: str) -> str | None:
    """Return the words right before a date, or an appeal or limit, that put it ahead."""
    if cues.present_begins.search(before, near) and (present := cues.present.search(before, near)):
        verb = present["verb"] or present["of_players"] or present["linked"]
        return None if _is_no_plan(present, before, cues) else verb or present["cue"].split()[0]
    # Most clauses hold no infinitive.
    appeal = last_of(cues.appeal, before) if "to " in before or "to\n" in before or "to\u00a0" in before else None
    if appeal and not cues.finite.search(before, appeal.start() + 1 + len(first := appeal[0][1:].split()[0])):
        return first
    if last in ("to", "by"):
        limit = cues.limit.search(before)
        if limit and not cues.finite.search(before, limit.end(1)):
            return limit[1]
    return None


def _is_no_plan(present: re.Match[str], before: str, cues: Cues) -> bool:
    """Tell whether what looks like a verb of a plan is an infinitive of what was done or not, or a noun."""
    at = present.start("cue")
    if present["linked"] and cues.infinitive.search(before, 0, at):
        return True  # "flew to Rome to sign the deal and meet the pope on Monday"
    if cues.done.search(before, max(0, at - 24), at) or cues.finite.search(before, at):
        return True
    if cues.participle.search(before, max(0, at - 8), at):
        return True  # "it was run on Friday", "they had come on Friday"
    if cues.other_times.search(before, at) or (present["timed"] and cues.nouns.search(before, 0, at)):
        return True
    first, _, more = present["cue"].partition(" ")
    if first in cues.nouns_too and cues.past.search(before, 0, at):
        return True
    if first.endswith("s"):
        return False
    noun = not more and cues.determined.search(before, 0, at)  # "the vote on Friday"
    return bool(noun or cues.causing.search(before, 0, at))


def _opened(text: str, end: int, cues: Cues) -> str | None:
    """Return the words after a date near the start of its sentence that put it ahead."""
    after = clause_after(text, end, 70)
    if found := cues.will.match(after) or cues.falls.match(after):
        # "On Friday we lost and will train", "on Friday they shut a road that will reopen in May"
        other = cues.also.search(found[0])
        told = other is not None and cues.past.search(found[0], 0, other.start() + 1)
        return None if told or _is_apart(text, end, found, cues) else found[found.lastindex or 0]
    coming = cues.coming.search(after)
    if coming is None or cues.past.search(after, 0, coming.start()) or _is_apart(text, end, coming, cues):
        return None
    if coming[0] in words_of("clauses", "coming_after") and after.startswith(POSSESSIVE):
        return None  # "Friday's move comes a week after he quit"
    return coming[0]


def _is_apart(text: str, end: int, coming: re.Match[str], cues: Cues) -> bool:
    """Tell whether what is to come was only said on a date, or is told in a relative clause of what has happened."""
    if cues.telling.search(coming.string, 0, coming.end()):
        return True
    if not cues.relatives.search(coming.string, 0, coming.end()):
        return False
    return cues.past.search(clause_after(text, end, FARTHEST), coming.end()) is not None


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


def past_after(text: str, end: int, lang: str = "en") -> str | None:
    """Return the first past-tense verb after a place in its sentence.

    >>> past_after("Ahead of the May vote, the paper printed it.", 16)
    'printed'
    """
    verb = cues_of(lang).past.search(clause_after(text, end, 60))
    return verb[0] if verb else None


def has_ended(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether what went on until a date is told in the past tense, with no word of what may still last.

    >>> has_ended("They waited until Friday.", 18, 24), has_ended("They adjourned it until Friday.", 24, 30)
    (True, False)
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    opens = len(before) < _OPENING or before.startswith(lead("opening_from"))  # "From then until Friday nothing moved"
    if opens and (verb := cues.past.search(clause_after(text, end, _CLAUSE))):
        return not cues.telling.fullmatch(verb[0])
    if cues.lasted.search(before):
        return True  # "the curfew lasted until Friday"
    last = last_of(cues.past, before)
    if last is not None and cues.perfect.search(before, last.end()):
        return False  # "who resigned, has come back until Friday"
    relative = last_of(cues.but_relative, before)
    if relative is not None and cues.past.match(before, relative.end()):
        before = before[relative.end() :]  # "signed a truce that held until Friday"
    return cues.past.search(before) is not None and cues.lasting_on.search(before) is None


def is_undone(text: str, end: int, lang: str = "en") -> bool:
    """Tell whether what was planned for a date is told in the past tense right after it.

    >>> is_undone("The talks planned for Friday did not take place.", 28)
    True
    """
    return cues_of(lang).undone.match(text, end) is not None


def may_have_changed(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether what is told of a date is what was meant for it at first, so that it may have been changed.

    >>> may_have_changed("It was originally set for Friday.", 26)
    True
    """
    before = clause_before(text, start, _NEAR)
    return has_any(before, cues_of(lang).at_first)


def is_set(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something was set for a date, which then lay ahead.

    >>> is_set("The judge set trial for Jan. 8.", 24)
    True
    """
    return (
        text.endswith(lead("for"), 0, start)
        and cues_of(lang).set_for.search(text, max(0, start - _NEAR), start) is not None
    )


def is_to_be(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something is to be done on a date that may have been since: "taped a talk, to be shown on Friday".

    >>> is_to_be("He taped a talk, to be shown on Friday.", 32)
    True
    """
    return cues_of(lang).to_be.search(text, max(0, start - 30), start) is not None


def will_be(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something will be on or until a date, in a few words right before it.

    >>> will_be("The shop will close on Dec. 30.", 23), will_be("The shop closed on Dec. 30.", 19)
    (True, False)
    """
    return cues_of(lang).will_be.search(text, max(0, start - _NEAR), start) is not None


def will_then(text: str, end: int, lang: str = "en") -> str | None:
    """Return what puts a date ahead in a clause of what will be then, right after it.

    >>> will_then("A loss on Saturday, when they will be without him, would hurt.", 18)
    'will'
    """
    cues = cues_of(lang)
    if not text.startswith(cues.when, end):  # nearly all
        return None
    found = cues.when_will.match(clause_after(text, end, 60))
    return (found[1] or found[2]) if found else None


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


def was_to_be(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something was to be done in a month, in a few words right before it.

    >>> was_to_be("It was to close in May.", 19), was_to_be("It was closed in May.", 17)
    (True, False)
    """
    return cues_of(lang).was_to_be.search(text, max(0, start - _NEAR), start) is not None


def is_moved(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something is put from a date, or from the one before it to it, which may be of either side.

    >>> is_moved("It was moved from Friday to Monday.", 18), is_moved("It was moved to Monday.", 16)
    (True, False)
    """
    cues = cues_of(lang)
    if not text.endswith(cues.moved_from, 0, start):  # nearly all
        return False
    return cues.moved.search(text, max(0, start - _NEAR), start) is not None


def is_now(text: str, start: int, end: int, lang: str = "en", *, of_month: bool = False) -> bool:
    """Tell whether what follows a date, or is of it, is told in the present tense, with no past before it.

    >>> is_now("Sunday's game is his last.", 0, 6), is_now("Sunday's game was his last.", 0, 6)
    (True, False)
    >>> is_now("The November election is a rematch.", 4, 12, of_month=True)
    True
    """
    cues = cues_of(lang)
    if not (cues.begun if of_month else cues.now).match(text, end):
        return False
    before = clause_before(text, start, FARTHEST)
    if not cues.sequence.isdisjoint(before.split()[-1:]):  # "before Friday's vote is far too early"
        return False
    return not _looks_back(before, cues)


def _looks_back(words: str, cues: Cues) -> bool:
    """Tell whether some words have a past-tense verb or something else that may tell of the past."""
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
    if _looks_back(before, cues):  # most
        return False
    present = cues.tense.search(before) or (of_many and (cues.of_many.search(before) or cues.open_modal.search(before)))
    if of_many and not present and len(before) < _OPENING:  # "On Friday it could reach 30C"
        present = cues.open_modal.search(clause_after(text, end, _CLAUSE))
    if present and cues.then_after.match(text, end) and before.split()[0].lower() in cues.pronouns:
        return True  # "They meet on Monday after a day was lost", which no caption says
    return bool(present) and _is_open(text, end, cues)


def is_soon(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a clause is of what is planned for one of the next days, with no word of the past.

    >>> is_soon("The bank publishes its forecast on Monday.", 35, 41), is_soon("Prices are for Monday.", 15, 21)
    (True, False)
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    soon = cues.soon.search(before)
    if soon is None or _looks_back(before, cues) or cues.recurring.search(before):
        return False
    return _is_open(text, end, cues)


def _is_open(text: str, end: int, cues: Cues) -> bool:
    """Tell whether no word after a date tells of the past, but that somebody said so."""
    after = clause_after(text, end, 60)
    if after.startswith(", ") and cues.telling.match(after, 2):
        return True  # "We play on Monday, said Lund"
    said = cues.telling.search(after, 2) if after.startswith(", ") and len(after) < _CLAUSE else None
    if said and said.end() == len(after) and not cues.past.search(after, 0, said.start()):
        return True  # "We play on Monday, the coach said.", but not "In a note on Monday, she said it failed."
    return not _looks_back(after, cues)


def through(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the preposition right before a date up to which something goes on.

    >>> through("They closed the camp through Friday.", 29, 35), through("They went through it on Friday.", 24, 30)
    ('through', None)
    """
    if not text.endswith(cues_of(lang).through, 0, start) or text.startswith(POSSESSIVE, end):  # nearly all
        return None
    return text[max(0, start - 12) : start].rsplit(maxsplit=1)[-1]


def spans(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether figures are those of a time up to a month, so that it is over.

    >>> spans("In the year through March it fell.", 20), spans("Over the next year through March it falls.", 27)
    (True, False)
    """
    cues = cues_of(lang)
    if not text.endswith(cues.through, 0, start):  # nearly all
        return False
    found = cues.spans.search(text, max(0, start - _NEAR), start)
    return found is not None and found["next"] is None


def is_linked_to_past(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether what could be on a date goes on a clause of what has been: "it rained and could snow on Monday".

    >>> is_linked_to_past("It rained and could snow on Monday.", 28)
    True
    >>> is_linked_to_past("It could rain and snowed on Monday.", 28)
    False
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    if not has_any(before, cues.modal_signs):  # nearly all
        return False
    linked = cues.linked_modal.search(before)
    return linked is not None and cues.past.search(before, linked.start() + 1) is None


def starts_then(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence opens with a date from which something goes on, and nothing of the past goes with it.

    >>> starts_then("From Monday, it is free.", 5, 11), starts_then("From Monday, it was free.", 5, 11)
    (True, False)
    """
    if not text.endswith(lead("opening_from"), 0, start) or text.startswith(POSSESSIVE, end):
        return False
    return not is_told(text, start, end)


def is_possible(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether the last verb before a date says what could or should be then, whatever was before that.

    >>> text = "The port, closed since Monday, could reopen on Friday."
    >>> is_possible(text, 47), is_possible("It could reopen after it was closed on Friday.", 39)
    (True, False)
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    if not has_any(before, cues.modal_signs):  # nearly all
        return False
    modal = last_of(cues.modal, before)
    if modal is None or cues.nobody_who.search(before, 0, modal.start()):
        return False
    after = before[modal.end() :]  # "could be tried, and on Monday he was"
    return "," not in after and not _looks_back(after, cues)


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


def is_only_said(text: str, start: int) -> bool:
    """Tell whether the only verb of the past before a date is one of somebody who tells of that time, not on that day.

    >>> is_only_said("They said works on the quay include May 1.", 36), is_only_said("They said so on May 1.", 16)
    (True, False)
    """
    return is_past_before(text, start) and not (is_of_past(text, start) or is_telling(text, start))


def says(words: str, lang: str = "en") -> bool:
    """Tell whether some words tell that somebody said something.

    >>> says(" it lost money, the mayor said in"), says(" it closed plants in")
    (True, False)
    """
    return cues_of(lang).telling.search(words) is not None


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


def is_told(text: str, start: int, end: int) -> bool:
    """Tell whether something is told in the past tense near a date, at either side of it in its sentence.

    >>> is_told("The court ruled in March.", 19, 24), is_told("The Hawks v Durham, May 18.", 20, 26)
    (True, False)
    """
    return back_of(text, start, end) is not None or is_past_before(text, start)


def is_behind(text: str, start: int, end: int) -> bool:
    """Tell whether something is told in the past tense of a date that nothing puts ahead.

    >>> is_behind("It rained on Friday.", 13, 19), is_behind("They hoped that it would rain on Friday.", 33, 39)
    (True, False)
    """
    return is_told(text, start, end) and ahead_of(text, start, end) is None


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
    first = opening.split()[:1]
    if first:
        opens = first[0].lower() in cues.opening
    else:  # "Early in January she fell ill"
        opens = after[:1] == "," or text[start:end].partition(" ")[0].lower() in cues.opening
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
    if verb is None or verb.lower() not in cues.setting:
        return verb
    opening = clause_before(text, start, 20)
    if text[end : end + 1] == "," and not cues.sequence.isdisjoint(opening.lower().split()):
        return verb
    return verb if len(opening) < 12 and cues.was_done.match(text, end) else None


def contract(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a month is that of a contract, which lies ahead ("the September bond future").

    >>> contract("The low of December wheat was 3 dollars.", 11, 19), contract("In December wheat was dear.", 3, 11)
    (True, False)
    """
    cues = cues_of(lang)
    if cues.contract.match(text, end) and not text.endswith(cues.contract_owners, 0, start):
        return True
    if text.endswith(lead("for"), 0, start) and cues.shipped.match(text, end):
        return True  # "sold 3,000 tonnes for May shipment"
    return cues.traded.match(text, end) is not None and not text.endswith(lead("in"), 0, start)


def outlook(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the word that tells that markets wait for what a bank does to its rates in a month.

    >>> outlook("The odds of a cut in March fell.", 21, 26), outlook("After a cut in March it fell.", 15, 20)
    ('odds', None)
    """
    cues, before = cues_of(lang), clause_before(text, start, _NEAR)
    named = cues.rate_after.match(text, end)
    if named or (has_any(before, cues.rate_signs) and cues.rate_before.search(before)):
        waited = (cues.outlook_named if named else cues.outlook_of).search(before)
        waited = waited or cues.priced.match(text, named.end() if named else end)
        if waited and not cues.told.search(before):
            return waited[1]
    return None


def is_waited_for(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a sentence speaks of moves of rates and of who waits for one, so that a month may be to come.

    >>> is_waited_for("They see it pausing in May, then cutting in July.", 44, 48)
    True
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    if not has_any(before, cues.rate_signs) or not cues.rate_move.search(before) or _looks_back(before, cues):
        return False
    return cues.outlook.search(before) is not None


def is_of_figures(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether a month is one of which there are figures, so that it is over.

    >>> is_of_figures("The index for December comes out on Friday.", 14)
    True
    """
    return cues_of(lang).figures.search(text, max(0, start - _OPENING * 2), start) is not None


def is_compared(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a month owns a figure with which another is compared, so that it is over.

    >>> is_compared("They expect it to match May's 3%.", 24, 27), is_compared("They expect May's 3% tax rise.", 12, 15)
    (True, False)
    """
    cues = cues_of(lang)
    return text.endswith(cues.comparing, 0, start) and cues.owned_figure.match(text, end) is not None


def deed(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb of the clause if it tells of a deed: "was" may tell of what was still to come."""
    verb = past_before(text, start, end, lang)
    return None if verb is None or verb.lower() in cues_of(lang).was else verb


def ended(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether a period "ended" on the date, or the last of something was then, so that it lies behind."""
    return bool(cues_of(lang).ended.search(text, max(0, start - 28), start))


def either(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a date is one of two, which hardly anybody says of the past ("in April or May")."""
    cues = cues_of(lang)
    return bool(cues.either_after.match(text, end) or cues.either_before.search(text, max(0, start - 16), start))


def until(text: str, start: int, lang: str = "en") -> str | None:
    """Return the preposition if something goes on "through" or is done "by" then."""
    cues = cues_of(lang)
    match = cues.until.search(text, max(0, start - 16), start)
    if match is None or _is_over(match[1], text[max(0, start - _NEAR) : match.start()], cues):
        return None
    return match[1].lower()


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
