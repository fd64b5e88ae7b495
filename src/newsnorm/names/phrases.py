"""The patterns of what stands around a name, made once from the small words of a language.

"Mr. and Mrs. Haddad", "his brother, Haddad", "Haddad, the maker of": the words are those of the table ``grammar`` in
``data/<lang>/names.toml``, and what they may stand between is here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["CAPITAL", "Phrases", "make_phrases"]

CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
"""A pattern of a capital letter; the small ones of other alphabets than those of the west are let through."""


# The lists that are sets of the same name.
_SETS: Final = (
    "after_past",
    "auxiliaries",
    "backing",
    "belonging",
    "fellows",
    "joining",
    "offices",
    "owned_never",
    "owning",
    "pairing",
    "several",
    "verb_starts",
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Hold patterns, and words with the spaces around them where a plain test is enough.

    ``couple`` ends in an honorific of two ("Mr. and"), ``pair_ends`` end a given name of two ("Omar and"),
    ``another`` starts with a second name ("and Omar"), ``joined`` ends in what joins one, ``house`` starts with what
    a firm adds to its name ("and Sons"). ``listed_before`` and ``listed_after`` are the neighbours of a surname in a
    list of some, ``relation`` ends in a relative ("his son"), ``relative`` starts with one (", his son,", ", a
    son,"), ``kin`` with one of somebody told of, ``honouring`` ends in what says whom a thing is named after, perhaps
    with ``epithets`` ("the late poet"), ``owns`` starts with a verb and "its", ``playing`` with what a team does (",
    who host"), ``going`` end before a place ("moved to"), ``told`` with what somebody or something is (", the capital",
    " is a town"), ``firm`` with what a company is, ``company`` with what only one does or has, ``concern`` starts with
    what a thing is, ``article`` ends in one, ``article_after`` is one and a noun, ``apposed`` starts with what somebody
    or something is, its group (", a former prosecutor,"), ``undergoes`` with what happens to one or whose kin it is,
    its groups (" was born", "'s wife"), ``addressing`` starts with what is said to whom a name calls (", I"),
    ``making`` with what is told of a product. ``naming`` end before a given name that is told ("named"), ``called``
    ends in what somebody is called by, and perhaps ``epithets`` ("call her brave"), ``held`` starts with what somebody
    is (", a judge"), ``telling`` end before what is told ("said that"), ``owning`` are before a possessive without what
    it owns, ``belonging`` between a relative and a name, ``of_name`` starts with such a word and a name. ``contents``
    starts with what many things consist of ("of rain"), ``backing`` stand between backers and a name, ``verb_starts``
    start a verb before a hyphen. ``institution`` starts with what a place has one of and names (" government"), its
    group, or with what lies around or in a town that names it (its group ``land``); ``offices`` are those of a nation,
    before who holds one; ``where`` end before a place that a sentence opens with ("In"); ``ordinal`` ends in a number,
    its group ("5th").
    """

    couple: re.Pattern[str]
    couples: tuple[str, ...]  # parts of it, which are found faster
    couple_ends: tuple[str, ...]
    couple_signs: frozenset[str]  # their last
    pair_ends: tuple[str, ...]
    pair_signs: frozenset[str]  # their last but the space
    another: re.Pattern[str]
    joined: re.Pattern[str]
    joining: frozenset[str]
    backing: frozenset[str]
    pairing: frozenset[str]
    several: frozenset[str]
    introducing: tuple[str, ...]
    naming: tuple[str, ...]
    called: re.Pattern[str]
    calling: frozenset[str]  # words of it, of which one is among the last five
    contents: re.Pattern[str]
    held: re.Pattern[str]
    owning: frozenset[str]
    belonging: frozenset[str]
    of_name: re.Pattern[str]
    telling: tuple[str, ...]
    house: re.Pattern[str]
    listed_before: re.Pattern[str]
    listed_after: re.Pattern[str]
    listing: tuple[str, ...]
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    relation: re.Pattern[str]
    relative: re.Pattern[str]
    kin: re.Pattern[str]
    posted: tuple[str, ...]
    honouring: re.Pattern[str]
    honours: tuple[str, ...]  # parts of it, which are found faster
    owns: re.Pattern[str]
    own: tuple[str, ...]
    firm: re.Pattern[str]
    playing: re.Pattern[str]
    addressing: re.Pattern[str]
    making: re.Pattern[str]
    going: tuple[str, ...]
    goals: frozenset[str]  # their last words
    bringing: tuple[str, ...]
    told: re.Pattern[str]
    telling_what: tuple[str, ...]  # what it starts with
    telling_starts: frozenset[str]  # their first three signs
    thing: tuple[str, ...]
    company: re.Pattern[str]
    article: re.Pattern[str]
    concern: re.Pattern[str]
    article_after: re.Pattern[str]
    apposed: re.Pattern[str]
    undergoes: re.Pattern[str]
    article_ends: frozenset[str]
    infinitive: tuple[str, ...]
    fellows: frozenset[str]
    verb_starts: frozenset[str]
    auxiliaries: frozenset[str]
    owned_never: frozenset[str]
    after_past: frozenset[str]
    past_ends: tuple[str, ...]
    verb_ends: tuple[str, ...]
    noun_ends: tuple[str, ...]
    institution: re.Pattern[str]
    offices: frozenset[str]
    ordinal: re.Pattern[str]
    where: tuple[str, ...]


def make_phrases(of: Mapping[str, tuple[str, ...]]) -> Phrases:
    """Return the phrases that a language's small words make."""
    joining, listing, several = (_any(of[name]) for name in ("joining", "listing", "several"))
    lists = rf"(?:,| {listing}|, {listing}| (?:{_any(of['excluding'])})| (?:{joining}))"
    couple_ends = (*of["joining"], *of["excluding"], "&", ",")
    pairs = (*of["listing"], "&")
    tellings = (",", *(f" {verb}" for verb in of["copulas"]))
    telling_what = tuple(f"{sign} {word} " for sign in tellings for word in of["articles"])
    return Phrases(
        **{name: frozenset(of[name]) for name in _SETS},
        couple=re.compile(
            rf"\b(?:(?:{_any(of['couples'])})\.?{_SPACE}(?:{joining}|&)"
            rf"|(?:{several})\.?(?:{_SPACE}{CAPITAL}[\w'’-]{{1,20}}{lists}){{1,3}}){_SPACE}\Z"
        ),
        couples=(*of["couples"], *of["several"]),
        couple_ends=couple_ends,
        couple_signs=frozenset(end[-1] for end in couple_ends),
        pair_ends=tuple(f" {word} " for word in pairs),
        pair_signs=frozenset(word[-1] for word in pairs),
        another=re.compile(
            rf"{_SPACE}(?:{joining}|&) {CAPITAL}|, {_NAME}(?: {_NAME}){{0,2}}(?:,| (?:{joining})| &){_SPACE}"
        ),
        joined=re.compile(rf"{_SPACE}(?:{joining}|&){_SPACE}\Z"),
        introducing=_spaced(of["introducing"]),
        naming=_spaced((*of["introducing"], *of["naming"])),
        called=re.compile(
            rf"\b(?:(?:{_any(of['calling'])}) (?:{_any(of['called'])})(?: (?:{_any(of['as'])}))?"
            rf"|(?:{_any(of['knowing'])}) (?:{_any(of['called'])}) (?:{_any(of['as'])}))"
            rf"(?: (?:{_any(of['articles'])}))?(?P<epithets>(?: [a-z-]+){{0,2}}){_SPACE}\Z"
        ),
        calling=frozenset(of["called"]),
        contents=re.compile(
            rf"{_SPACE}(?:{_any(of['contents'])}) (?!(?:{_any(of['commonplace'])})\b)(?P<word>[a-z]+)\b"
        ),
        held=re.compile(
            rf"(?:, \d{{1,3}})?(?:,| (?:{_any(of['belonging'])}))(?: [^\s,.;:]+){{1,6}}"
            rf"|,?(?: (?:{_any(of['who'])}))? (?:{_any((*of['auxiliaries'], *of['becoming']))})(?: [^\s,.;:]+){{1,3}}"
        ),
        of_name=re.compile(rf"{_SPACE}(?:{_any(of['belonging'])}) (?:(?:{_any(of['articles'])}) )?{CAPITAL}"),
        telling=tuple(f"{ending} " for word in of["telling"] for ending in (word, f"{word} {of['clause'][0]}")),
        house=re.compile(rf"{_SPACE}(?:{joining}) (?:{_any(of['houses'])})\b"),
        listed_before=re.compile(
            rf"(?:\A|[^\w ] ?|{_SPACE}[\da-z][\w'’-]* )(?P<two>{_NAME}[,;] )?(?P<one>{_NAME})"
            rf"(?:[,;]|,? (?:{listing})|,? &) (?:(?:{listing}) )?\Z"
        ),
        listed_after=re.compile(
            rf"(?:[,;]|,? (?:{listing}|&)) (?:(?:{listing}) )?{_NAME}"
            rf"(?P<two>(?:[,;]|,? (?:{listing}|&)) (?:(?:{listing}) )?{_NAME}{_LISTED})?{_LISTED}"
        ),
        listing=_spaced(of["listing"]),
        place_before=re.compile(rf"({_NAME}(?: {_NAME})?)(?:,| (?:{joining})) \Z"),
        place_after=re.compile(rf" (?:{joining}) ({_NAME}(?: {_NAME})?)"),
        relation=re.compile(rf"(?:['’]s?|\b(?:{_any(of['possessives'])})) (?:[a-z-]+ ){{0,2}}[a-z-]+,? \Z"),
        relative=re.compile(
            rf", (?:{_any(of['possessives'])}|{_any(of['articles'])}) (?:[a-z-]+ )?([a-z-]+)(?:[,.;)]|$)"
        ),
        kin=re.compile(rf", (?:{_any(of['relatives_of'])}) (?:[a-z-]+ ){{0,2}}?([a-z-]+)(?:[,.;:)]|$)"),
        posted=_spaced(of["posted"]),
        honouring=re.compile(rf"\b(?:{_any(of['honouring'])})(?P<epithets>(?: [a-z-]+){{0,4}}){_SPACE}\Z"),
        honours=tuple(f" {phrase} " for phrase in of["honouring"]),
        owns=re.compile(rf" ([a-z]+)(?: [a-z]+)? (?:{_any(of['own'])}) "),
        own=_spaced(of["own"]),
        firm=re.compile(
            rf", (?:{_any(of['articles'])}) (?:[\w’'-]+ ){{0,6}}?([a-z-]+)(?:[,.;)]| (?:{_any(of['specifying'])}) )"
        ),
        playing=re.compile(rf", (?:{_any(of['who'])}) (?:{_any(of['several_do'])})\b"),
        going=tuple(f" {verb} {word} " for verb in of["going"] for word in of["goal"]),
        addressing=re.compile(rf", (?:{_any(of['addressing'])})\b"),
        making=re.compile(rf", (?:{_any(of['making'])})\b"),
        goals=frozenset(of["goal"]),
        bringing=_spaced(of["bringing"]),
        told=re.compile(
            rf"(?:,| (?:{_any(of['copulas'])})) (?:{_any(of['articles'])})"
            rf" (?P<epithets>(?:[\w’'-]+ ){{0,2}}?)(?P<noun>[a-z-]+)"
            rf"(?:[,.;)]| (?:{_any(of['specifying'])}) )"
        ),
        telling_what=telling_what,
        telling_starts=frozenset(start[:3] for start in telling_what),
        thing=tuple(f", {word} " for word in of["things"]),
        company=re.compile(
            rf", (?:{_any(of['things'])}) (?:{_any(of['thing_does'])})\b"
            rf"|['’]s? (?:[a-z-]+ )?(?:{_any(of['company_has'])})\b"
            rf"|{_SPACE}(?:{_any(of['trading'])}) (?:(?:{_any(of['trades'])})\b"
            rf"|(?:{_any(of['own'])}) (?:[a-z-]+ ){{0,3}}?(?:{_any(of['results'])})\b)"
            rf"|{_SPACE}(?:{_any(of['company_does'])})\b|{_SPACE}(?:{_any(of['employing'])}) \d+,\d"
        ),
        article=re.compile(rf"(?:\A|[^\w-])(?:{_any(_both_cases(of['articles']))}){_SPACE}\Z"),
        concern=re.compile(
            rf"{_SPACE}(?:{_any(of['auxiliaries'])}) (?:{_any(of['articles'])})"
            rf" (?:[a-z-]+ ){{0,2}}?(?:{_any(of['concerns'])})\b"
        ),
        apposed=re.compile(
            rf", (?:(?:{_any((*of['articles'], *of['own'], *of['relatives_of']))}) )?"
            rf"((?:[A-Za-z\d][\w'’.-]* ){{0,4}}?[a-z][a-z'-]*)(?=[,.;)]| (?:{_any(of['after_nouns'])}) )"
        ),
        undergoes=re.compile(
            rf"(?: (?:{_any(of['undergoing'])}) (?:(?:{_any(of['being'])}) )?([a-z-]+)"
            rf"|(?:['’]s| {_any(of['listing'])} (?:{_any(of['of_one'])})) (?:(?:{_any(of['of_kin'])}) )?([a-z]+))\b"
        ),
        article_after=re.compile(rf"{_SPACE}(?:{_any(of['articles'])}){_SPACE}([a-z]+)"),
        article_ends=frozenset(article[-1] for article in _both_cases(of["articles"])),
        infinitive=_spaced(of["infinitive"]),
        past_ends=of["past_ends"],
        verb_ends=of["verb_ends"],
        noun_ends=of["noun_ends"],
        institution=re.compile(
            rf"{_SPACE}(?:(?P<institution>{_any(of['institutions'])}|(?:{_any(of['national'])}) (?:[a-z]+ )?"
            rf"(?:{_any(of['teams'])}))|(?P<land>(?:{_any(of['lands'])})(?! (?:{_any(of['land_never'])})\b)))\b(?!-)"
        ),
        ordinal=re.compile(rf"(?<![\w.,-])(\d{{1,3}}(?:{_any(of['ordinal_ends'])})){_SPACE}\Z"),
        where=tuple(f"{word} " for word in of["where"]),
    )


_SPACE: Final = "[ \u00a0]"
_NAME: Final = rf"{CAPITAL}[\w'’-]+"
_LISTED: Final = r"(?=[,;.]|$| [a-z])"


def _any(words: tuple[str, ...]) -> str:
    """Return the alternation of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _both_cases(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words, *(word.capitalize() for word in words))


def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {word} " for word in words)
