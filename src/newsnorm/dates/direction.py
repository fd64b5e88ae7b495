"""Tell whether the words near a date point back or ahead: cues of the same clause, no part-of-speech tags.

Measured on news: of bare weekdays that are not the day of publication nine in ten lie behind it, so that only a
plain cue of the same clause moves one ahead. A past verb between a cue and the date takes it back ("will appeal the
ruling issued Thursday"), however near the cue is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsnorm.dates.vocabulary import stems
from newsnorm.rules import data_tables

__all__ = [
    "ahead_of",
    "back_of",
    "clause_after",
    "clause_before",
    "contract",
    "direct_past",
    "either",
    "ended",
    "is_of_past",
    "is_past",
    "is_reported",
    "is_telling",
    "is_told",
    "past_before",
    "told_on",
    "until",
]

_FARTHEST: Final = 130  # characters before a date that anything looks back
_NEAR: Final = 90  # characters before a date in which what stands next to it begins
_MARK: Final = r"[\"'“”„‘`(]{1,2}|«\s?"  # what opens speech or an aside


@dataclass(frozen=True, slots=True)
class _Cues:
    """Hold the patterns of the words that point ahead or back."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    finite: re.Pattern[str]  # the past forms that cannot be an infinitive, and what names a source
    appeal: re.Pattern[str]
    present: re.Pattern[str]
    nouns: re.Pattern[str]  # what makes a noun of a verb in the present tense
    agent: re.Pattern[str]  # what makes a participle of the past form before it ("opens on Friday followed by a dance")
    causing: re.Pattern[str]  # what makes an infinitive of one of many ("saw the shops open")
    other_times: re.Pattern[str]  # what makes the date after a verb that of something else
    done: re.Pattern[str]  # what is before the infinitive of a deed that was done or not ("failed to meet")
    limit: re.Pattern[str]  # a verb, its only group, of what is moved to the date or wanted by then
    coming: re.Pattern[str]  # present tense after the date
    falls: re.Pattern[str]  # present tense right after it
    telling: re.Pattern[str]  # what tells that something was said
    apart: re.Pattern[str]  # the same, or what opens another clause, between a date and what is to come
    reporting: re.Pattern[str]  # what opens what was said
    also: re.Pattern[str]  # what links two verbs, up to the second one
    linked: re.Pattern[str]  # what ends where a date may open a clause
    foretold: re.Pattern[str]  # before a date by which what is said after it comes
    forecast: re.Pattern[str]
    win: re.Pattern[str]  # the start of a sentence that says what may come of a match
    invite: re.Pattern[str]  # the start of one that asks the reader to come
    contract: re.Pattern[str]  # what is delivered in a month
    traded: re.Pattern[str]  # the same of goods, with a verb of prices
    reduced: re.Pattern[str]  # what was done then, without its verb: "the 3 percent seen in January"
    setting: frozenset[str]  # past forms with which a day to come may stand
    stop: re.Pattern[str]  # where a sentence ends, by its mark or a blank line
    either_after: re.Pattern[str]  # "or May" after a date
    either_before: re.Pattern[str]  # "April or" before one
    recent: re.Pattern[str]
    ended: re.Pattern[str]
    other_clause: re.Pattern[str]  # what stands in another clause than the verb before it
    was_done: re.Pattern[str]
    until: re.Pattern[str]
    will: re.Pattern[str]  # "On Friday, the court will rule", "Friday's vote will be close"
    but: re.Pattern[str]
    can: re.Pattern[str]
    opening: frozenset[str]  # the first words of a sentence that a date opens
    joining: re.Pattern[str]  # what may stand before those
    was: frozenset[str]  # past forms that may tell of what was still to come
    was_to: tuple[str, ...]  # the same with a space after them
    lasting: frozenset[str]  # what tells that something goes on up to a date,
    not_until: re.Pattern[str]  # and what stands before that if the date is told of: "had not opened until Monday"
    shall: tuple[str, ...]  # right after a date, with the spaces around them


@lru_cache(maxsize=4)  # several rules ask it of the same date
def ahead_of(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the words of the clause that put a date ahead, if any.

    >>> ahead_of("The court will rule on Friday.", 23, 29)
    'will'
    """
    cues = _cues(lang)
    before = clause_before(text, start, 130)
    near, last = max(0, len(before) - _NEAR), before[-3:-1]
    if "had been" in before[-70:] or (last == "as" and cues.recent.search(before, near)):  # "had been due on Friday"
        return None
    if last == "in" and cues.reduced.search(before, near):
        return None
    future = _last(cues.future, before)
    if future and not cues.finite.search(before, future.end()):
        at = future.start()
        if _is_linked(before, cues) and cues.past.search(clause_after(text, end, 30)):
            return None  # "it will close, and on Friday it burned"
        return None if _is_undone(text, end, before, at, cues) or _is_over(future[0], before, at, cues) else future[0]
    cue = _ahead_by_after(text, start, end, before, cues, near)
    verb = cues.finite.match(text, end + 1) if text[end : end + 1] == " " else None  # "the move in Oslo on Monday hurt"
    if cue is None and (verb is None or cues.agent.match(text, verb.end())):
        return _ahead_by_before(before, cues, near, last)
    return cue


def _is_linked(before: str, cues: _Cues) -> bool:
    """Tell whether a date opens a clause that a conjunction links to the one before: "it closed, and on Friday ..."."""
    return cues.linked.search(before, max(0, len(before) - 12)) is not None


def _is_undone(text: str, end: int, before: str, at: int, cues: _Cues) -> bool:
    """Tell whether what was to be is told of in the past after the date: "was due in court on Monday but fled"."""
    if not (before.endswith(cues.was_to, 0, at) or before.startswith(cues.was_to, at)):
        return False
    after = clause_after(text, end, 40)
    but = cues.but.match(after)
    return but is not None and cues.past.match(after, but.end()) is not None


def _is_over(word: str, before: str, at: int, cues: _Cues) -> bool:
    """Tell whether what went on up to a date had an end by then: "had not opened until Monday"."""
    return word in cues.lasting and cues.not_until.search(before, 0, at) is not None


def _ahead_by_after(text: str, start: int, end: int, before: str, cues: _Cues, near: int) -> str | None:
    """Return the words after a date that put it ahead, or those next to it and no past verb anywhere."""
    opens = (len(before) < 12 and not cues.past.search(before)) or _is_linked(before, cues)
    if opens and (opened := _opened(text, start, end, cues)):
        return opened
    if cues.foretold.search(before, near):
        after = cues.forecast.match(clause_after(text, end, 60))
        return None if after is None or cues.past.search(after[0]) else after[1]
    if cues.win.match(before) and not cues.finite.search(before):
        after = cues.can.search(clause_after(text, end, 90))
        return after[0] if after else None
    owned = text.startswith(("'s", "’s"), end)
    if not owned and (asked := cues.invite.match(before)) and not cues.past.search(before):
        return asked[0].strip()
    if text.startswith(cues.shall, end) and not cues.finite.search(before[-70:]):
        return text[end + 1 :].partition(" ")[0]
    if owned and before.endswith(" for ") and not cues.past.search(before):
        return None if cues.past.search(clause_after(text, end, 60)) else "for"
    return None


def _ahead_by_before(before: str, cues: _Cues, near: int, last: str) -> str | None:
    """Return the words right before a date, or an appeal or limit, that put it ahead."""
    if present := cues.present.search(before, near):
        return None if _is_no_plan(present, before, cues) else present["verb"] or present[0].split()[0]
    # Most clauses hold no infinitive.
    appeal = _last(cues.appeal, before) if "to " in before or "to\n" in before or "to\u00a0" in before else None
    if appeal and not cues.finite.search(before, appeal.start() + len(first := appeal[0].split()[0])):
        return first
    if last in ("to", "by"):
        limit = cues.limit.search(before)
        if limit and not cues.finite.search(before, limit.end(1)):
            return limit[1]
    return None


def _is_no_plan(present: re.Match[str], before: str, cues: _Cues) -> bool:
    """Tell whether what looks like a verb of a plan is an infinitive of what was done or not, or a noun."""
    at = present.start()
    if cues.done.search(before, max(0, at - 24), at) or cues.finite.search(before, at):
        return True
    if cues.other_times.search(before, at) or (present["timed"] and cues.nouns.search(before, 0, at)):
        return True
    infinitive = not present[0].split()[0].endswith("s")
    return infinitive and cues.causing.search(before, 0, at) is not None


def _opened(text: str, start: int, end: int, cues: _Cues) -> str | None:
    """Return the words after a date near the start of its sentence that put it ahead."""
    after = clause_after(text, end, 70)
    if found := cues.will.match(after) or cues.falls.match(after):
        told = cues.also.search(found[0]) and cues.past.search(found[0])  # "On Friday we lost and will train"
        return None if told or cues.apart.search(found[0]) else found[found.lastindex or 0]
    coming = cues.coming.search(after)
    if coming is None or cues.past.search(after, 0, coming.start()) or cues.apart.search(after, 0, coming.start()):
        return None
    return coming[0]


def back_of(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb that governs a place: the last one before it in its clause, else the first after.

    >>> back_of("The court ruled in March.", 19, 24)
    'ruled'
    """
    past = _cues(lang).past
    verb = _last(past, clause_before(text, start, 60)) or past.search(clause_after(text, end, 45))
    return verb[0] if verb else None


def is_past(text: str, lang: str = "en") -> bool:
    """Tell whether some words hold a past-tense verb.

    >>> is_past("the mayor said"), is_past("in Oslo and")
    (True, False)
    """
    return _cues(lang).past.search(text) is not None


def is_of_past(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether something is told in the past tense before a date, and not that somebody said so.

    >>> is_of_past("They fined a judge for a bribe in May.", 34), is_of_past("They said it opens in May.", 22)
    (True, False)
    """
    cues = _cues(lang)
    verbs = cues.past.finditer(clause_before(text, start, _FARTHEST))
    return any(not cues.telling.fullmatch(verb[0]) for verb in verbs)


def is_telling(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether somebody said something on a date ("he said on Sunday that he leaves").

    >>> is_telling("He said on Sunday that he leaves.", 11)
    True
    """
    before = clause_before(text, start, 40)
    verb = _last(_cues(lang).telling, before)
    return verb is not None and len(before) - verb.end() < 24


def is_reported(text: str, said: int, start: int, lang: str = "en") -> bool:
    """Tell whether what goes on up to a place was said on a date: "said on Sunday that he leaves tomorrow".

    >>> is_reported("He said on Sunday that he leaves tomorrow.", 11, 33)
    True
    >>> is_reported("He spoke on Sunday and leaves tomorrow.", 12, 30)
    False
    """
    clause = clause_before(text, start, _FARTHEST)
    at = len(clause) - (start - said)
    return at > 0 and _cues(lang).reporting.search(clause, at) is not None and is_telling(text, said, lang)


def is_told(text: str, start: int, end: int) -> bool:
    """Tell whether something is told in the past tense near a date, at either side of it in its sentence.

    >>> is_told("The court ruled in March.", 19, 24), is_told("The Hawks v Durham, May 18.", 20, 26)
    (True, False)
    """
    return back_of(text, start, end) is not None or is_past(clause_before(text, start, _FARTHEST))


def direct_past(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return a past-tense verb with which the date stands directly ("said Monday", "Friday's vote was close")."""
    past, after = _cues(lang).past, clause_after(text, end, 40)
    if after[:2] in ("'s", "’s") and (verb := past.search(after)):
        return verb[0]
    before = clause_before(text, start, 40)
    last = _last(past, before)
    return last[0] if last and len(before) - last.end() < 14 else None


def past_before(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb of the clause, with no infinitive between it and the date ("left home on Monday").

    If the date opens the sentence, it is the first verb after it.
    """
    cues, before = _cues(lang), clause_before(text, start, 60)
    past = cues.past
    verb = _last(past, before)
    if verb and not cues.other_clause.search(before, verb.end()):
        return verb[0]
    after = clause_after(text, end, 60)
    opening = before[linked.end() :] if (linked := cues.joining.match(before)) else before
    first = opening.split()[:1]
    opens = first[0].lower() in cues.opening if first else after[:1] == ","
    opens = opens and (len(opening) < 12 or (opening.startswith("After ") and after[:1] == ","))
    if opens and (follows := past.search(after)):  # "After closing for rain on Monday, it reopened"
        return follows[0]
    return direct_past(text, start, end, lang)


def told_on(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb of what was done on a date, not of what was done to a day to come ("set Nov. 10").

    >>> told_on("That showed on Oct. 7.", 15, 21)
    'showed'
    >>> told_on("On Feb. 2, he was freed.", 3, 9)
    'was'
    """
    verb = past_before(text, start, end, lang)
    cues = _cues(lang)
    if verb is None or verb.lower() not in cues.setting:
        return verb
    opening = clause_before(text, start, 20)
    return verb if len(opening) < 12 and cues.was_done.match(text, end) else None


def contract(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a month is that of a contract, which lies ahead ("the September bond future").

    >>> contract("The low of December wheat was 3 dollars.", 11, 19), contract("In December wheat was dear.", 3, 11)
    (True, False)
    """
    cues = _cues(lang)
    if cues.contract.match(text, end):
        return True
    return cues.traded.match(text, end) is not None and not text.endswith(("in ", "In "), 0, start)


def deed(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the past-tense verb of the clause if it tells of a deed: "was" may tell of what was still to come."""
    verb = past_before(text, start, end, lang)
    return None if verb is None or verb.lower() in _cues(lang).was else verb


def ended(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether a period "ended" on the date, or the last of something was then, so that it lies behind."""
    return bool(_cues(lang).ended.search(text, max(0, start - 28), start))


def either(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a date is one of two, which hardly anybody says of the past ("in April or May")."""
    cues = _cues(lang)
    return bool(cues.either_after.match(text, end) or cues.either_before.search(text, max(0, start - 16), start))


def until(text: str, start: int, lang: str = "en") -> str | None:
    """Return the preposition if something goes on "through" or is done "by" then."""
    cues = _cues(lang)
    match = cues.until.search(text, max(0, start - 16), start)
    if match is None or _is_over(match[1], text[max(0, start - _NEAR) : match.start()], _NEAR, cues):
        return None
    return match[1]


def clause_before(text: str, start: int, width: int, lang: str = "en") -> str:
    """Return the text before a place, back to where its sentence starts but not further than ``width``.

    The word that it would start within is kept whole: the end of "China" is no article.

    >>> clause_before("In China it rained on Monday.", 22, 15)
    'China it rained on '
    """
    low = max(start - width, _sentence_start(text, start, lang))
    if low and text[low].isalpha() and text[low - 1].isalpha():
        low = text.rfind(" ", max(0, low - 20), low) + 1 or low
    return text[low:start]


@lru_cache(maxsize=4)  # several rules ask it of the same date
def _sentence_start(text: str, place: int, lang: str) -> int:
    """Return where the sentence of a place starts, or a place farther before it than anything looks."""
    low = max(0, place - _FARTHEST)
    last = _last(_cues(lang).stop, text, low, place)
    return low if last is None else last.end()


def clause_after(text: str, end: int, width: int, lang: str = "en") -> str:
    """Return the text after a place, up to where its sentence ends but not further than ``width``."""
    after = text[end : end + width]
    stop = _cues(lang).stop.search(after + " ")
    return after[: stop.start()] if stop else after


@cache
def _cues(lang: str) -> _Cues:
    lists = data_tables(f"{lang}/dates.toml")["cues"]
    joined = {name: _any_of(words).replace(" ", r"\s{1,3}") for name, words in lists.items()}
    small: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["clauses"]
    one = {name: "|".join(words) for name, words in small.items()}
    after_many = "".join(rf"|(?<=\b{word}\s)" for word in small["many"])
    before_date = rf"(?:(?:{one['before_dates']})\s)?"
    return _Cues(
        # Each opens with a boundary, at which three places in four are given up at once.
        future=re.compile(rf"\b(?:(?<![\w-])(?:{joined['future']})|(?<=\w)(?:{joined['attached']}))(?!\w)"),
        past=re.compile(
            _past(f"{joined['past']}|{joined['alike']}", joined, one["no_verb"], lists["participle_after"])
        ),
        finite=re.compile(
            _past(joined["past"], joined, one["no_verb"], lists["participle_after"], f"|{joined['source']}")
        ),
        appeal=re.compile(rf"\b(?<!-)(?:{joined['appeal']})\s[^.;\n]{{0,80}}?\bto\s(?!(?:{one['no_verb']})\b)[a-z]+\b"),
        present=re.compile(
            rf"\b(?<!-)(?:(?:{joined['present']})(?:\s(?:{one['after_verbs']}))?"
            rf"|(?:{joined['planned']})(?:\s{{1,2}}[\w'’.&-]{{1,20}}){{0,5}}?"
            rf"|(?P<timed>(?:{joined['timed']}|(?:(?<=\ws\s){after_many})(?:{joined['timed_of_many']})){_adverbials(one)})"
            rf"|(?:(?:{joined['fixture']})|(?:[A-Z][a-z]{{2,14}}|{one['many']})\s{{1,2}}(?P<verb>{joined['clubs']}))"
            rf"\s{{1,2}}(?:(?:{one['opponent']})\s{{1,2}}[\w'’.& -]{{1,50}}|[A-Z\d][\w'’.& -]{{1,40}}))"
            rf"\s{{1,2}}(?:(?:{one['at']})\s{{1,2}})?$"
        ),
        nouns=re.compile(rf"\b(?:{one['of_nouns']})\s{{1,2}}$"),
        done=re.compile(rf"\b(?:(?:{joined['done']})\sto|(?:{one['did']})(?:n['’]t|\s(?:not|never)))\s$"),
        limit=re.compile(
            rf"\b(?<!-)(?<!had )((?:{joined['moved']})(?=\s{{1,3}}(?:[\w'’-]+\s{{1,3}}){{0,4}}to\s{{1,3}}$)"
            rf"|(?:{joined['limit']})(?=\s[^.;\n]{{1,60}}\bby\s{{1,3}}$))"
        ),
        coming=re.compile(rf"\b(?:{joined['coming']})\b"),
        falls=re.compile(rf"\s({joined['falls']})\b"),
        apart=re.compile(rf"\b(?:{joined['telling']}|{one['relatives']})\b"),
        other_times=re.compile(rf"\s(?:{one['other_times']})\s"),
        agent=re.compile(rf"\s(?:{one['agents']})\s"),
        causing=re.compile(rf"\b(?:{one['causing']})(?:\s[\w'’-]+){{1,4}}\s{{1,2}}$"),
        telling=re.compile(rf"\b(?:{joined['telling']})\b"),
        reporting=re.compile(rf"\b(?:{one['reporting']})\b"),
        also=re.compile(rf"\b(?:{one['linking']})\s\w+$"),
        linked=re.compile(
            rf"(?:[,;]\s(?:{one['linking']})\s(?:(?:{one['at']}|{one['limit_to']})\s)?"
            rf"|(?::\s(?:{_MARK})?|{_MARK})(?:(?:{one['openings']})\s)?)$"
        ),
        foretold=re.compile(rf"\b(?:{joined['foretold']})\sby\s(?:the\s)?$"),
        forecast=re.compile(rf"[^,.;]{{0,50}}?\b({one['forecast']})\b"),
        win=re.compile(rf"\s?(?:{joined['win']})\b"),
        invite=re.compile(rf"\s?(?:{joined['invite']})\b"),
        contract=re.compile(rf"\s(?:[\w-]+\s){{0,2}}?(?:{joined['contract']})\b"),
        traded=re.compile(rf"\s(?:[a-zA-Z]+\s)?(?:{joined['goods']})\s(?:{joined['past']}|[a-z]{{3,12}}ed)\b"),
        reduced=re.compile(
            rf"(?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)(?<!being\s)\b(?:{joined['reduced']})\s{{1,2}}in\s{{1,2}}$"
        ),
        setting=frozenset(lists["setting"]),
        stop=re.compile(
            rf"[.!?;\n](?:(?<![A-Z][a-z].)(?<!\b[A-Z].)(?<!\s(?:{one['small_abbreviations']}).)"
            rf"{_not_after(small['abbreviations'])}"
            r"(?<=[.!?])(?!\s[a-z])[\"'”’)]*\s|(?<=[.!?])['\"”’]{1,2}\s|(?<=\n)\s*\n|(?<=;)\s)"
        ),
        either_after=re.compile(rf"\sor\s{before_date}(?:{stems('months', lang)})"),
        either_before=re.compile(rf"\b(?:[A-Z][a-z]{{2,8}})\.?\sor\s{before_date}$"),
        recent=re.compile(rf"\bas\s(?:{one['recently']})\sas\s$"),
        ended=re.compile(rf"\b(?:{one['ended']})\s(?:on\s)?$|\b[Ll]ast\s[\w -]{{2,20}}:\s$"),
        other_clause=re.compile(rf"\b(?:to\s[a-z]|(?:{one['other_clause']})\b)"),
        was_done=re.compile(rf",?\s(?:[^.,;\n]{{1,40}}\s)?(?:{one['was']})\s(?!(?:{one['not_done']})\b)"),
        until=re.compile(rf"\b({one['limits']})\s(?:(?:{one['owners']})\s)?$"),
        will=re.compile(
            rf"(?:['’]s?\s\w+|(?:\s(?:{one['ranging']})\s[A-Z]\w+)?,[^,.]{{0,60}}|[^,.]{{0,40}})"
            rf"(?:\s({one['will']})|['’](ll))\b|['’]s\s\w+\s(could)(?!\shave\b)\b"
        ),
        but=re.compile(rf",?\sbut\s(?:(?:{one['after_but']})\s)?"),
        can=re.compile(rf"\b(?:{one['can']})\b(?!\shave\b)"),
        opening=frozenset(small["opening"]),
        joining=re.compile(rf"\s?(?:{one['joining']})\s{{1,2}}"),
        was=frozenset(small["was"]),
        was_to=tuple(f"{word} " for word in small["was_to"]),
        lasting=frozenset(small["until"]),
        not_until=re.compile(
            rf"\b(?:(?:{one['did']})(?:n['’]t|\s(?:not|never))\s(?!(?:{one['expected']})\b)[^.;\n]{{0,60}}"
            rf"|(?:{one['was']})(?:n['’]t|\snot)\s)$"
        ),
        shall=tuple(f" {word} " for word in small["shall"]),
    )


def _not_after(abbreviations: Iterable[str]) -> str:
    """Return the pattern that no abbreviation ends before the sign that was just read, for each length one look back.

    >>> _not_after(["Gen", "Gov", "Sept"])
    '(?<!(?=[A-Z])(?:Gen|Gov).)(?<!(?=[A-Z])(?:Sept).)'
    """
    by_length: dict[int, list[str]] = {}
    for word in abbreviations:
        by_length.setdefault(len(word), []).append(word)
    return "".join(f"(?<!(?=[A-Z])(?:{'|'.join(words)}).)" for words in by_length.values())


def _last(pattern: re.Pattern[str], text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    last: re.Match[str] | None = None
    for match in pattern.finditer(text, start, end):
        last = match
    return last


def _adverbials(one: Mapping[str, str]) -> str:
    """Return the pattern of where and at which hour something is, between its verb and the day."""
    name = rf"(?:(?:{one['opponent']})\s)?[A-Z][\w'’.-]*(?:\s(?:(?:{one['in_names']})\s)?[A-Z\d][\w'’.-]*){{0,4}}"
    place = rf"\s(?:{one['places']})\s{name}(?:,\s{name},?)?"
    hour = rf"(?:,?\s(?:{one['at_hours']})\s(?:{one['hours']}))?"
    return rf"(?:\s(?:{one['directions']}))?(?:{place}){{0,2}}{hour}(?:\s(?:{one['limit_to']}))?"


def _any_of(cues: Iterable[str]) -> str:
    """Return one pattern of several, those of one first letter together, so that most words are left at once.

    >>> _any_of(["will", "(?:re)?scheduled", "wont"])
    'w(?:ill|ont)|(?:re)?scheduled'
    """
    by_letter: dict[str, list[str]] = {}
    for cue in cues:
        letter = cue[0] if cue[0].isalpha() and cue[1:2] not in ("?", "*", "{") else ""
        by_letter.setdefault(letter, []).append(cue.removeprefix(letter))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" if letter else "|".join(rest) for letter, rest in by_letter.items())


def _past(words: str, joined: Mapping[str, str], no_verb: str, participle_after: Iterable[str], more: str = "") -> str:
    """Return the pattern of past forms that are no participles by the word before or after them, and of more words."""
    verb = rf"(?:{words}|(?!(?:{joined['never_past']})\b)[a-z]{{2,14}}ed)\b(?!\sto\s(?!(?:{no_verb})\b)[a-z])"
    meant = rf"(?!(?:{joined['meant_for']})\sfor\b)"
    finite = "".join(rf"(?<!\b{word} )" for word in participle_after)
    # Few words get as far as what stands before them.
    return rf"\b(?=[a-z])(?<!-)(?:(?={verb}){meant}{finite}[a-z]+{more})"
