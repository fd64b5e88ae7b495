"""The patterns of the words of a language that tell whether a date lies behind or ahead; read by dates/direction.py."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import at_word, spread, stems, tree
from newsnorm.rules import data_tables

__all__ = ["Cues", "cues_of", "last_of"]

# What stands before a word, in a clause with a space before it: a pattern that opens with a set of characters is found
# several times faster than one that opens with a boundary.
_APART: Final = r"[^\w-]"
_ADVERBS: Final = range(2, 13)  # letters of an adverb before its "ly"
_CLAUSE: Final = 140  # characters of the longest clause
_PRESENT: Final = ("present", "planned", "timed", "timed_of_many", "fixture", "clubs", "linked_fixture")
_LOOKS: Final = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")
_FIRST: Final = re.compile(r"[a-zA-Z]+(?![?*{])")
_MARK: Final = r"[\"'“”„‘`(]{1,2}|«\s?"  # what opens speech or an aside


@dataclass(frozen=True, slots=True)
class Cues:
    """Hold the patterns of the words that point ahead or back."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    finite: re.Pattern[str]  # the past forms that cannot be an infinitive, and what names a source
    appeal: re.Pattern[str]
    present: re.Pattern[str]
    present_begins: re.Pattern[str]  # the first word of each of these, or their verb: three clauses in four have none
    tense: re.Pattern[str]  # what looks like a verb of the present tense, with its subject, whatever it says
    of_many: re.Pattern[str]  # the same of many, or of a team: "MPs return", "Everton visit"
    soon: re.Pattern[str]  # what is planned for one of the next days, up to it
    open_modal: re.Pattern[str]  # verbs that say of no side
    modal: re.Pattern[str]  # such a verb, with one after it that looks like a past form
    told: re.Pattern[str]  # what may tell of the past: its forms, "after", what names a source
    determined: re.Pattern[str]  # what makes a noun of the infinitive after it: "the vote on Friday"
    nouns: re.Pattern[str]  # what makes a noun of a verb in the present tense
    moved: re.Pattern[str]  # what is put from one day to another, up to the first of them or the second
    moved_from: tuple[str, ...]  # the ends of the same
    to_be: re.Pattern[str]  # what is to be done on a date, after what was
    unable: re.Pattern[str]  # what could not be done
    obliged: re.Pattern[str]  # what had to be done, or should have been
    confided: re.Pattern[str]  # whom somebody told of a plan, not as news
    was_to_be: re.Pattern[str]  # what was to be done in a month, up to it
    will_be: re.Pattern[str]  # what will be done on or until a date, up to it
    infinitive: re.Pattern[str]
    order: re.Pattern[str]  # what opens a sentence that asks for something
    deed: re.Pattern[str]  # what happens to people, up to its day
    embedded: re.Pattern[str]  # what opens a question of its own
    now: re.Pattern[str]  # present tense after a date, or what is of it
    agent: re.Pattern[str]  # what makes a participle of the past form before it ("opens on Friday followed by a dance")
    causing: re.Pattern[str]  # what makes an infinitive of one of many ("saw the shops open")
    done: re.Pattern[str]  # what is before a deed that was done or not ("failed to meet", "was run")
    limit: re.Pattern[str]  # a verb, its only group, of what is moved to the date or wanted by then
    coming: re.Pattern[str]  # present tense after the date
    telling: re.Pattern[str]  # what tells that something was said
    relatives: re.Pattern[str]  # what opens another clause between a date and what is to come
    reporting: re.Pattern[str]  # what opens what was said
    also: re.Pattern[str]  # what links two verbs, or opens a clause of its own, up to the second one
    then_after: re.Pattern[str]  # what opens a clause of what was before a day, right after it
    not_done: re.Pattern[str]  # what tells after "but" that something was not done
    linked: re.Pattern[str]  # what ends where a date may open a clause
    foretold: re.Pattern[str]  # before a date by which what is said after it comes
    forecast: re.Pattern[str]
    received: re.Pattern[str]  # a subject and what is done to it by a day: "Ballots received by Friday will be counted"
    through: tuple[str, ...]  # what makes a day the end of what goes on, if nothing there is past
    spans: re.Pattern[str]  # a time, or the figures of one, and the same; its group puts it ahead
    a_day_of: re.Pattern[str]  # what makes a day to come one of something, after it: "declared Sunday a day of rest"
    win: re.Pattern[str]  # the start of a sentence that says what may come of a match
    invite: re.Pattern[str]  # the start of one that asks the reader to come
    contract: re.Pattern[str]  # what is delivered in a month
    shipped: re.Pattern[str]  # the same after "for" and the month
    traded: re.Pattern[str]  # the same of goods, with a verb of prices
    rate_before: re.Pattern[str]  # what is done to rates in a month, before it
    rate_move: re.Pattern[str]  # the same anywhere before it
    rate_after: re.Pattern[str]  # and after it
    outlook: re.Pattern[str]  # what tells that markets wait for it
    outlook_named: re.Pattern[str]  # the same before the month that names it
    priced: re.Pattern[str]  # the same after that
    owned_figure: re.Pattern[str]  # a figure of a month, after it: "to match November's 1.9 percent"
    figures: re.Pattern[str]  # what there is of a month that is over, before it
    of_before: re.Pattern[str]  # what is compared with what was: "up from 3 percent in May", "as recently as Friday"
    before_that: re.Pattern[str]  # what opens a clause of what was before: "will play after missing two days"
    had_been: re.Pattern[str]
    stop: re.Pattern[str]  # where a sentence ends, by its mark or a blank line
    either: re.Pattern[str]  # "or May" after a date
    ended: re.Pattern[str]
    other_clause: re.Pattern[str]  # what stands in another clause than the verb before it
    was_done: re.Pattern[str]
    until: re.Pattern[str]
    will: re.Pattern[str]  # "On Friday, the court will rule", "Friday's vote will be close", "Friday is the last day"
    but: re.Pattern[str]
    when_will: re.Pattern[str]  # what opens a clause of a day, right after it, up to what puts it ahead, its group
    can: re.Pattern[str]
    joining: re.Pattern[str]  # what may open a sentence before the words of its date: "But on Friday"
    not_until: re.Pattern[str]  # what had an end then: "had not opened until Monday", "nobody came until Monday"
    set_for: re.Pattern[str]  # what sets a day to come, before it
    undone: re.Pattern[str]  # what tells right after a day that its plan is past: "the talks of Friday fell through"
    perfect: re.Pattern[str]  # what has been done and may last
    lasted: re.Pattern[str]  # what went on, up to the day on which it had an end
    lasting_on: re.Pattern[str]  # what in the past tense may tell of what still lasts: "was adjourned until Monday"
    shall: tuple[str, ...]  # what puts a date ahead right after it, with the spaces around it
    would_be: tuple[str, ...]  # the same where the date is the subject of its clause


@cache
def cues_of(lang: str) -> Cues:
    """Return the patterns of a language."""
    lists = data_tables(f"{lang}/dates.toml")["cues"]
    joined = {name: _any_of(words).replace(" ", r"\s{1,3}") for name, words in lists.items()}
    small: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["clauses"]
    one = alternatives(small)
    after_many = "".join(rf"|(?<=\b{word}\s)" for word in small["many"])
    rate_move = rf"(?:{joined['rate_moves']})\s(?:{one['at']})\s"
    outlook = rf"\b(?<!had )({joined['outlook']})"
    return Cues(
        future=re.compile(rf"{_APART}(?:(?P<cue>{joined['future']})|(?<=\w['’])(?:{joined['attached']}))(?!\w)"),
        past=re.compile(_past(f"{joined['past']}|{joined['alike']}", joined, one["no_verb"], lists)),
        finite=re.compile(_past(joined["past"], joined, one["no_verb"], lists, f"|{joined['source']}")),
        appeal=re.compile(rf"{_APART}(?:{joined['appeal']})\s[^.;\n]{{0,80}}?\bto\s(?!(?:{one['no_verb']})\b)[a-z]+\b"),
        present=re.compile(
            rf"{_APART}(?P<cue>(?:{joined['present']})(?:\s(?:{one['after_verbs']}))?"
            rf"|(?:{joined['planned']})(?:\s{{1,2}}[\w'’.&-]{{1,20}}){{0,5}}?"
            rf"|(?P<timed>(?:{joined['timed']}|(?:(?<=\ws\s){after_many})(?:{joined['timed_of_many']})){_adverbials(one)})"
            rf"|(?:(?:{joined['fixture']})|(?:[A-Z][a-z]{{2,14}}|{one['many']})\s{{1,2}}(?P<verb>{joined['clubs']})"
            rf"|(?:{one['players']})\s{{1,2}}(?P<of_players>{joined['linked_fixture']})"
            rf"|(?:and|(?<=[^\W_],)|(?<=[^\W_],\s)(?:{one['relatives']}))\s{{1,2}}(?P<linked>{joined['linked_fixture']}))"
            rf"\s{{1,2}}(?:(?:{one['opponent']})\s{{1,2}}[\w'’.& -]{{1,50}}|[A-Z\d][\w'’.& -]{{1,40}}))"
            rf"\s{{1,2}}(?:(?:{one['at']})\s{{1,2}})?$"
        ),
        present_begins=re.compile(
            _APART
            + tree(_beginning(cue) for cue in spread(_LOOKS.sub("", cue) for name in _PRESENT for cue in lists[name]))
        ),
        tense=re.compile(
            rf"\b(?:{one['being']})\b|\b(?:[A-Z][\w.'’-]*|{one['subjects']})\s"
            rf"(?:[a-z]+ly\s)?[a-z]{{2,12}}[^\W\d_s]s\b"
        ),
        of_many=re.compile(
            rf"\b(?:(?<!\b[Tt]he\s)(?<!\b[Aa]\s)(?<!\b[Ii]ts\s)[A-Z][\w.'’-]*|[A-Za-z][a-z]+(?<!s)s|{one['many_more']})"
            rf"\s(?:(?:{one['adverbs']})\s)?(?:{one['plural_verbs']})\b"
        ),
        soon=re.compile(
            rf"\b(?:(?:[A-Z][\w.'’-]*|{one['subjects']})\s(?:[a-z]+ly\s|{one['adverbs']}\s)?(?:{one['soon']})"
            rf"|(?:^\s?[A-Z]?[a-z]+(?<!s)s|^\s?[A-Z][\w-]+\s[a-z]+(?<!s)s|[A-Z]{{2,3}}s|{one['many']})\s(?:{one['soon_of_many']}))"
            rf"(?:\s[\w'’.&%-]{{1,24}}){{0,7}}?\s(?:(?:{one['at']}|{one['limit_to']}|{one['up_to']})\s)?$"
        ),
        open_modal=re.compile(
            rf"^(?!.{{0,{_CLAUSE}}}\b(?:{one['none']})\b).{{0,{_CLAUSE}}}\b(?:{one['open_modals']})\b", re.DOTALL
        ),
        modal=re.compile(rf"\b(?:{one['open_modals']})\b(?:\s(?:{joined['alike']})\b)?"),
        told=re.compile(
            rf"\b(?:(?:{one['was']}|{one['did']})n['’]t|(?!(?:{one['not_told']})\b){_not_behind(small['passive'])}[a-z]{{2,14}}ed|{one['behind']}|{one['from_level']}|{joined['source']})\b"
        ),
        # "The vote", "a close party-line vote", but "a dozen vote" and "a few members vote".
        determined=re.compile(
            rf"\b(?:(?:{one['determiners']})|{one['indefinite']}\s(?!(?:{one['numbers']})\b)(?:[\w-]+\s){{0,2}}?[\w-]+(?<!s))\s{{1,2}}$"
        ),
        nouns=re.compile(rf"\b(?:{one['of_nouns']})\s{{1,2}}$"),
        moved=re.compile(
            rf"\b(?:{joined['moved']}|{joined['shifted']})\b[^.;\n]{{0,60}}?"
            rf"(?:\b(?:{one['moved_from']})\s(?:[A-Z]\w+\s(?:{one['up_to']})\s)?)$"
        ),
        moved_from=tuple(f"{word} " for name in ("moved_from", "up_to") for word in small[name]),
        to_be=re.compile(rf",\s(?:{one['to_be']})\s(?:{one['at']})\s$"),
        unable=re.compile(rf"\b(?:{one['unable']})(?!\w)"),
        obliged=re.compile(rf"\b(?:{one['obliged']})"),
        confided=re.compile(rf"\b(?:{one['confided']})\s(?:{one['of_kin']})\s(?:[\w-]+\s)?(?:{one['confidants']})\b"),
        was_to_be=re.compile(
            rf"\b(?:{one['was_to']})\s(?:(?:{one['intended']})\s)?to\s(?:[\w'’-]+\s){{1,4}}?(?:{one['at']})\s$"
        ),
        will_be=re.compile(
            rf"\b(?:{one['is_to']})\s(?:[\w'’-]+\s){{1,3}}?(?:{one['at']}|{one['limit_to']}|{'|'.join(small['until'])})\s$"
        ),
        infinitive=re.compile(rf"\b(?:{one['infinitive']})"),
        order=re.compile(rf"\s?(?:{one['orders']})\s"),
        deed=re.compile(
            rf"(?:{at_word(small['deeds'])}\b(?:\s[\w'’-]+){{0,5}}?"
            rf"|{at_word(small['changes'])}(?:\s(?!(?:{one['no_deeds']})\s)[\w'’-]+){{0,3}}?)"
            rf"\s(?:{one['at']}|{one['at_part']})\s$"
        ),
        embedded=re.compile(rf"\b(?:{one['embedded']})\b"),
        now=re.compile(
            rf"(?:['’]s)?\s(?:[\w-]+\s)?(?:{one['scheduled']})\s(?:(?:{one['where']})(?:\s[\w'’-]+){{1,4}}?\s)?"
            rf"(?:{one['now']})\b|\s(?:{one['is_are']})\sat\s\d"
        ),
        done=re.compile(
            rf"\b(?:{one['was']}|{one['been']}|(?:{joined['done']})\sto|(?:{one['did']})(?:n['’]t|\s(?:not|never)))\s$"
        ),
        limit=re.compile(
            rf"\b(?<!-)(?<!had )((?:{joined['moved']})(?=\s{{1,3}}(?:[\w'’-]+\s{{1,3}}){{0,4}}to\s{{1,3}}$)"
            rf"|(?:{joined['limit']})(?=\s[^.;\n]{{1,60}}\bby\s{{1,3}}$))"
        ),
        coming=re.compile(rf"\b(?:{joined['coming']})\b"),
        relatives=re.compile(rf"\b(?:{one['relatives']})\b"),
        agent=re.compile(rf"\s(?:{one['agents']})\s"),
        causing=re.compile(rf"\b(?:{one['causing']})(?:\s[\w'’-]+){{1,4}}\s{{1,2}}$"),
        telling=re.compile(rf"\b(?:{joined['telling']})\b"),
        reporting=re.compile(rf"\b(?:{one['reporting']})\b"),
        also=re.compile(rf"\b(?:{one['linking']}|{one['relatives']})\s(?:\w+\s)?\w+$"),
        then_after=re.compile(rf"(?:,\s(?:[\w-]+\s){{1,2}}(?:{one['spell']}))?\s(?:{one['sequence']})\s"),
        not_done=re.compile(rf"(?:{one['not_done_after']})\b"),
        linked=re.compile(
            rf"(?:[,;]\s(?:{one['linking']})\s(?:(?:{one['at']}|{one['limit_to']})\s)?"
            rf"|\s(?:{one['linking']})\s(?:{one['at']}|{one['limit_to']})\s"
            rf"|(?::\s(?:{_MARK})?|{_MARK})(?:(?:{one['openings']})\s)?)$"
        ),
        foretold=re.compile(rf"\b(?:{joined['foretold']})\sby\s(?:the\s)?$"),
        forecast=re.compile(rf"[^,.;]{{0,50}}?\b({one['forecast']})\b"),
        received=re.compile(
            rf"\s?(?:(?!(?:{one['relatives']})\s)[\w'’-]+\s){{1,4}}[a-z]+ed\s(?:by|before)\s(?:the\s)?"
        ),
        through=tuple(f" {word} " for word in small["through"]),
        spans=re.compile(rf"(?P<next>\b(?:{one['next']})\s(?:\w+\s)?)?\b(?:{one['spans']})\s(?:{one['through']})\s$"),
        a_day_of=re.compile(rf"\s(?:{one['a_day_of']})\b"),
        win=re.compile(rf"\s?(?:{joined['win']})\b"),
        invite=re.compile(rf"\s?(?:{joined['invite']})\b"),
        contract=re.compile(
            rf"\s(?:(?!(?:{joined['no_contract']}|{joined['past']}|[a-z]+ed)\s)[\w-]+\s){{0,3}}?(?:{joined['contract']})\b"
        ),
        shipped=re.compile(rf"\s(?:{joined['shipped']})\b"),
        traded=re.compile(rf"\s(?:[a-zA-Z]+\s)?(?:{joined['goods']})\s(?:{joined['past']}|[a-z]{{3,12}}ed)\b"),
        rate_before=re.compile(rf"\b{rate_move}$"),
        rate_move=re.compile(rf"\b{rate_move}"),
        rate_after=re.compile(rf"\s(?:[a-z]+\s)?(?:{joined['rate_moves']})\b"),
        outlook=re.compile(rf"{outlook}\b"),
        outlook_named=re.compile(rf"{outlook}(?:\s(?:{one['outlook_on']}))?\s(?:(?:{one['one_more']})\s)?$"),
        priced=re.compile(rf"\s({joined['priced']})\b"),
        owned_figure=re.compile(rf"['’]s\s(?:[a-z]+\s)?(?:[$£€]?\d|[a-z-]+\s(?:{one['shares']})\b)"),
        figures=re.compile(rf"\b(?:{joined['figures']})\s(?:{one['available']}\s)?for\s$"),
        of_before=re.compile(
            rf"{at_word(small['from_level'])}\s(?:(?!\bto\b)(?:[^,;]|(?<=\d),(?=\d))){{1,30}}\sin\s$"
            rf"|\bas\s(?:{one['recently']})\sas\s$"
        ),
        before_that=re.compile(rf"\b(?:{one['before_that']})\b"),
        had_been=re.compile(rf"(?:{one['had_been']})\b"),
        stop=re.compile(
            rf"[.!?;\n](?:(?<=[.!?])(?<![A-Z][a-z].){_not_after(small['abbreviations'])}"
            rf"(?:(?![\w,-]|\s[a-z])(?<!\b[A-Z].)(?<!\s(?:{one['small_abbreviations']}).)[\"'”’)]*\s"
            # Where a page was dumped without its line ends: "sales fell 13%.The firm".
            r"|(?<=[a-z\d%)].)(?<![a-z]\.[a-z].)(?=[A-Z][a-z]*,?\s))"
            r"|(?<=[.!?])['\"”’]{1,2}\s|(?<=\n)\s*\n|(?<=;)\s)"
        ),
        either=re.compile(rf"\sor\s(?:(?:{one['before_dates']})\s)?(?:{stems('months', lang)})"),
        ended=re.compile(at_word([*(rf"{word}\s(?:on\s)?$" for word in small["ended"]), r"[Ll]ast\s[\w -]{2,20}:\s$"])),
        other_clause=re.compile(rf"\b(?:to\s[a-z]|(?:{one['other_clause']})\b)"),
        was_done=re.compile(rf",?\s(?:[^.,;\n]{{1,40}}\s)?(?:{one['was']})\s(?!(?:{one['not_done']})\b)"),
        until=re.compile(rf"\b((?i:{one['limits']}))\s(?:(?:{one['owners']})\s)?$"),
        will=re.compile(
            rf"(?:['’]s?\s\w+|(?:\s(?:{one['ranging']})\s[A-Z]\w+)?(?:,\s(?:{one['relatives']})\s[^,.]{{0,60}})?,[^,.]{{0,60}}"
            r"|[^,.]{0,40}(?:,[^,.]{1,50},[^,.]{0,12})?)"
            rf"(?:\s({one['will']})|['’](ll))\b|['’]s\s\w+\s(could)(?!\shave\b)\b|\s({joined['falls']})\b"
        ),
        but=re.compile(rf",?\sbut\s(?:(?:{one['after_but']})\s){{0,2}}"),
        when_will=re.compile(rf",?\s(?:{one['when']})\s(?:[\w-]+\s){{0,3}}?[\w-]+(?:\s({one['will']})|['’](ll))\b"),
        can=re.compile(rf"\b(?:{one['can']})\b(?!\shave\b)"),
        joining=re.compile(rf"\s?(?:{one['joining']})\s{{1,2}}"),
        not_until=re.compile(
            rf"\b(?:(?:{one['did']})(?:n['’]t|\s(?:not|never))\s(?!(?:{one['expected']})\b)[^.;\n]{{0,60}}"
            rf"|(?:{one['was']})(?:n['’]t|\snot)\s(?!(?:{one['expected']}|{one['not_yet']})\b)(?:[^.;\n]{{0,60}}\s)?)$"
            rf"|\b(?:{one['nobody']})\s(?:[a-z]+ly\s)?(?:{joined['past']}|[a-z]{{3,12}}ed)\b(?!\s(?:{one['not_yet']})\b)"
        ),
        set_for=re.compile(rf"{at_word(small['set_for'])}\s[^.,;\n]{{0,40}}\bfor\s$"),
        undone=re.compile(rf",?\s(?:{one['undone']})\b"),
        perfect=re.compile(rf"\b(?:{one['perfect']})\s"),
        lasted=re.compile(rf"\b(?:{one['lasted']})\s(?:[\w-]+\s){{0,2}}(?:{'|'.join(small['until'])})\s$"),
        lasting_on=re.compile(rf"\b(?:{one['lasting_on']})"),
        shall=tuple(f" {word} " for word in small["shall"]),
        would_be=tuple(f" {words} " for words in small["would_be"]),
    )


def _beginning(cue: str) -> str:
    """Return what the words begin with that a cue may open with, or nothing.

    >>> _beginning("meets?"), _beginning("takes? (?:place|effect)"), _beginning("(?:re)?opens")
    ('meet', 'take', '')
    """
    first = _FIRST.match(cue)
    return first[0] if first else ""


def _not_behind(words: Iterable[str]) -> str:
    r"""Return the pattern that none of some words, and a space, stands before a place.

    >>> _not_behind(["is", "are"])
    '(?<!\\bis\\s)(?<!\\bare\\s)'
    """
    return "".join(rf"(?<!\b{word}\s)" for word in words)


def _not_after(abbreviations: Iterable[str]) -> str:
    """Return the pattern that no abbreviation ends before the sign that was just read, for each length one look back.

    >>> _not_after(["Gen", "Gov", "Sept"])
    '(?<!(?=[A-Z])(?:Gen|Gov).)(?<!(?=[A-Z])(?:Sept).)'
    """
    by_length: dict[int, list[str]] = {}
    for word in abbreviations:
        by_length.setdefault(len(word), []).append(word)
    return "".join(f"(?<!(?=[A-Z])(?:{'|'.join(words)}).)" for words in by_length.values())


def last_of(pattern: re.Pattern[str], text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    """Return the last match of a pattern between two places."""
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
    for cue in spread(cues):
        letter = cue[0] if cue[0].isalpha() and cue[1:2] not in ("?", "*", "{") else ""
        by_letter.setdefault(letter, []).append(cue.removeprefix(letter))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" if letter else "|".join(rest) for letter, rest in by_letter.items())


def _past(
    words: str, joined: Mapping[str, str], no_verb: str, lists: Mapping[str, Iterable[str]], more: str = ""
) -> str:
    """Return the pattern of past forms that are no participles by the word before or after them, and of more words."""
    form = rf"(?:{words}|(?!(?:{joined['never_past']})\b)[a-z]{{2,14}}ed)\b(?!\sto\s(?!(?:{no_verb})\b)[a-z])"
    verb = rf"(?:(?:{joined['with_to']})\b|{form})"
    meant = rf"(?!(?:{joined['meant_for']})(?:\sin)?\sfor\b)"
    finite = _not_behind(lists["participle_after"])
    # "Be formally opened": only after an adverb is looked farther back.
    adverbs = "".join(rf"(?<!\b{word} [a-z]{{{letters}}}ly )" for word in lists["adverb_after"] for letters in _ADVERBS)
    finite += rf"(?:(?<!ly )|{adverbs})"
    # Few words get as far as what stands before them.
    return rf"\b(?=[a-z])(?<!-)(?:(?={verb}){meant}{finite}[a-z]+{more})"
