"""Tell whether the words near a date point back or ahead: cues of the same clause, no part-of-speech tags.

Measured on news: of bare weekdays that are not the day of publication nine in ten lie behind it, so that only a
plain cue of the same clause moves one ahead. A past verb between a cue and the date takes it back ("will appeal the
ruling issued Thursday"), however near the cue is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsnorm.dates.clauses import FARTHEST, clause_after, clause_before
from newsnorm.dates.cues import Cues, cues_of, last_of
from newsnorm.dates.tense import is_told, looks_back
from newsnorm.dates.vocabulary import POSSESSIVE, lead, words_of
from newsnorm.signs import has_any

__all__ = [
    "ahead_of",
    "either",
    "ended",
    "has_ended",
    "is_behind",
    "is_moved",
    "is_possible",
    "is_set",
    "is_to_be",
    "is_undone",
    "may_have_changed",
    "spans",
    "starts_then",
    "through",
    "until",
    "was_to_be",
    "will_be",
    "will_then",
]

_OPENING: Final = 13  # characters before a date that opens its sentence, a space before them included
_LINK: Final = 12  # characters before a date in which what links its clause to the one before stands
_CLAUSE: Final = 60  # characters before and after a date in which the verb that governs it stands
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
    if has_any(before, words_of("clauses", "had_been_signs")) and _had_been(before, cues):
        return None  # "had been due on Friday"
    if before.endswith(lead("up_from_now")):
        return "between"
    if last in ("in", "as") and cues.of_before.search(before, near):
        return None  # "up from three in May", "as recently as Friday"
    future = last_of(cues.future, before)
    if future and future["cue"] in words_of("clauses", "until") and "," in before[future.end() :]:
        future = None  # "It was free until last year, and on trial from May"
    if future and not cues.finite.search(before, future.end()):
        cue, at = future["cue"] or future[0], future.start("cue")
        over = _is_over(cue, before[:at], cues) or (_is_linked(before, cues) and _is_past_after(text, end, cues))
        # "A deadline of Friday passed", "will rule on whether the search on Friday was lawful".
        noun = cue in words_of("clauses", "noun_cues") or cues.embedded.search(before, future.end())
        if noun and cues.past.match(text, end + 1):
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
    return cues.past.match(after, but.end()) is not None or cues.not_done.match(after, but.end()) is not None


def _is_over(word: str, before: str, cues: Cues) -> bool:
    """Tell whether what went on up to a date had an end by then: "had not opened until Monday"."""
    return word in words_of("clauses", "until") and cues.not_until.search(before) is not None


def _ahead_by_after(text: str, end: int, before: str, cues: Cues, near: int) -> str | None:
    """Return the words after a date that put it ahead, or those next to it and no past verb anywhere."""
    opens = (len(before) < _OPENING and not cues.past.search(before)) or _is_linked(before, cues)
    if opens and (opened := _opened(text, end, cues)):
        return opened
    if before.endswith(lead("by_the")) and cues.foretold.search(before, near):
        after = cues.forecast.match(clause_after(text, end, 60))
        return None if after is None or cues.past.search(after[0]) else after[1]
    if text.startswith(cues.shall, end) and cues.received.fullmatch(before):
        # "Ballots received by Friday will count", not "Those who came by Friday will".
        return text[end + 1 : end + _NEAR].partition(" ")[0]
    if before.endswith(lead("declared")) and cues.a_day_of.match(text, end):
        return "declared"
    if before.endswith(lead("due_by")) and cues.order.match(before) and not cues.past.search(before):
        return "by"  # "Order your roses by Friday"
    if cues.win.match(before) and not cues.finite.search(before):
        after = cues.can.search(clause_after(text, end, 90))
        return after[0] if after else None
    if then := will_then(text, end):
        return then
    owned = text.startswith(POSSESSIVE, end)
    if not owned and (asked := cues.invite.match(before)) and not cues.past.search(before):
        return asked[0].strip()
    will = text.startswith(cues.shall, end) and not cues.finite.search(before[-70:])
    if will or text.startswith(cues.would_be, end):  # "he said that Friday would be his last day"
        return text[end + 1 :].partition(" ")[0]
    if owned and before.endswith(lead("for")) and not cues.past.search(before):
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
        return True  # "they failed to meet on Friday", "it was run on Friday"
    if present["timed"] and cues.nouns.search(before, 0, at):
        return True
    first, _, more = present["cue"].partition(" ")
    if first in words_of("clauses", "nouns_too") and cues.past.search(before, 0, at):
        return True  # "passed by 217 votes on Friday"
    if first.endswith("s"):
        return False
    noun = not more and cues.determined.search(before, 0, at)  # "the vote on Friday"
    return bool(noun or cues.causing.search(before, 0, at))


def _opened(text: str, end: int, cues: Cues) -> str | None:
    """Return the words after a date near the start of its sentence that put it ahead."""
    after = clause_after(text, end, 70)
    if found := cues.will.match(after):
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
    relative = last_of(cues.relatives, before)
    if relative is not None and cues.past.match(before, relative.end() + 1):
        before = before[relative.end() + 1 :]  # "signed a truce that held until Friday"
    return cues.past.search(before) is not None and cues.lasting_on.search(before) is None


def is_undone(text: str, end: int, lang: str = "en") -> bool:
    """Tell whether what was planned for a date is told in the past tense right after it.

    >>> is_undone("The talks planned for Friday did not take place.", 28)
    True
    """
    return cues_of(lang).undone.match(text, end) is not None


def may_have_changed(text: str, start: int) -> bool:
    """Tell whether what is told of a date is what was meant for it at first, so that it may have been changed.

    >>> may_have_changed("It was originally set for Friday.", 26)
    True
    """
    return has_any(clause_before(text, start, _NEAR), words_of("clauses", "at_first"))


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


def is_confided(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether what is to come was told to kin or friends, who knows when: "told his wife he'd be home by Friday".

    >>> is_confided("He told his wife he'd go on Friday.", 28), is_confided("He told MPs he'd go on Friday.", 23)
    (True, False)
    """
    return cues_of(lang).confided.search(clause_before(text, start, FARTHEST)) is not None


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
    found = cues_of(lang).when_will.match(text, end)
    return (found[1] or found[2]) if found else None


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
    >>> is_possible("It rained and could hit 34C on Monday.", 31)
    True
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    if not has_any(before, words_of("clauses", "modal_signs")):  # nearly all
        return False
    modal = last_of(cues.modal, before)
    if modal is None:
        return False
    after = before[modal.end() :]  # "could be tried, and on Monday he was"
    return "," not in after and not looks_back(after, cues)


def is_behind(text: str, start: int, end: int) -> bool:
    """Tell whether something is told in the past tense of a date that nothing puts ahead.

    >>> is_behind("It rained on Friday.", 13, 19), is_behind("They hoped that it would rain on Friday.", 33, 39)
    (True, False)
    """
    return is_told(text, start, end) and ahead_of(text, start, end) is None


def ended(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether a period "ended" on the date, or the last of something was then, so that it lies behind."""
    return bool(cues_of(lang).ended.search(text, max(0, start - 28), start))


def either(text: str, end: int, lang: str = "en") -> bool:
    """Tell whether a date is the first of two, which hardly anybody says of the past ("in April or May")."""
    return cues_of(lang).either.match(text, end) is not None


def until(text: str, start: int, lang: str = "en") -> str | None:
    """Return the preposition if something goes on "through" or is done "by" then."""
    cues = cues_of(lang)
    match = cues.until.search(text, max(0, start - 16), start)
    if match is None or _is_over(match[1], text[max(0, start - _NEAR) : match.start()], cues):
        return None
    return match[1].lower()
