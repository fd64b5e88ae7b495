"""Decide which runs of capitalized words are names.

What stands within a sentence is one, unless the lists bar it. What opens a sentence is one only if the article
says so elsewhere, or what follows it does. Headlines in capitals hold the names that the text below them has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Final, TypeAlias

from newsnorm.names import vocabulary as v
from newsnorm.names.beside import small_word_after, word_before
from newsnorm.names.context import AGED, acts
from newsnorm.names.cut import Part, cut_run
from newsnorm.names.forms import LONG, plain
from newsnorm.names.known import Known, known_from, with_known
from newsnorm.names.piece import Piece, Written
from newsnorm.names.scan import Run, find_runs, words_of
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.rules import NameType

__all__ = ["find_pieces"]


def find_pieces(text: str, words: Vocabulary, here: TextWords, is_known: Callable[[str], bool]) -> list[Piece]:
    """Return the names of a text in order, not yet linked; ``is_known`` tells whether the tables have a name."""
    read = _read_runs(text, words)
    sure, maybe = read.sure, read.maybe
    if read.openings:
        _trim_openings(text, sure, read.openings, here, words)
    if read.taking:
        _take_months(text, sure, read.taking, words)
        _take_numbers(text, sure, read.taking, words)
        _leave_ranks(sure, read.taking, words)
    if read.known:
        sure, maybe = with_known(text, read.known, sure, maybe, words)
    pieces = sure
    if maybe and (supported := _supported(text, sure, maybe, here, words, is_known)):
        pieces = sure + supported
    if read.held:
        pieces = pieces + _headlines(read.held, pieces, words)
    if pieces is not sure:  # which are in order
        pieces.sort(key=itemgetter(0))
    if read.stops or read.held:
        _take_stops(text, pieces, words)
    return pieces


@dataclass(slots=True)
class _Read:
    """Hold the names of a text's runs, in order: the sure and the doubtful, and what may be more.

    ``openings`` tells which of the sure have a first word that may not be theirs, ``taking`` which may have a word more
    before them or a rank for their first, ``stops`` whether any has a last stop that may not be its own, ``held`` are
    the runs of headlines in capitals, ``known`` are known names and where they may start.
    """

    sure: list[Piece]
    maybe: list[Piece]
    openings: list[int]
    taking: list[int]
    held: list[Run]
    known: list[tuple[int, Known, int]]
    stops: bool = False


def _read_runs(text: str, words: Vocabulary) -> _Read:
    read = _Read([], [], [], [], [], [])
    sure, maybe = read.sure, read.maybe
    within, opening = _names(words)
    for run in find_runs(text, words):
        start, _, joined, opens, zone = run
        if zone == 1:
            read.held.append(run)
            continue
        names, known = (opening if opens else within)[joined]
        for at, to, name in names:
            if name.plain:
                sure.append((start + at, start + to, name, zone))
                continue
            if name.opening:
                read.openings.append(len(sure))
            if name.takes and not name.needs:
                read.taking.append(len(sure))
            if name.stops:
                read.stops = True
            (maybe if name.needs else sure).append((start + at, start + to, name, zone))
        if known:
            read.known += [(start + at, name, zone) for at, name in known]
    return read


_Found: TypeAlias = tuple[int, int, Written]
"""A name of a run: where in the run it starts and ends, and how it is written."""

_Known: TypeAlias = tuple[int, Known]
"""A known name that may start in a run, and where."""


class _Names(dict[str, tuple[tuple[_Found, ...], tuple[_Known, ...]]]):
    """Hold the names of the runs that were met, which recur in the news, and what known names may start in them.

    It gives those of any run. A dictionary that is emptied when it is full answers faster than an `lru_cache`.
    """

    __slots__ = ("_opens", "_words")

    def __init__(self, opens: bool, words: Vocabulary) -> None:
        super().__init__()
        self._opens = opens
        self._words = words

    def __missing__(self, run: str) -> tuple[tuple[_Found, ...], tuple[_Known, ...]]:
        """Return the names of a run that is met for the first time."""
        names = _names_of(run, self._opens, self._words)
        if len(run) >= LONG:
            return names, ()
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = self[run] = names, _unseen(known_from(run, words_of(run), self._words), names)
        return found


_MOST_KEPT: Final = 1 << 12


@lru_cache(maxsize=8)
def _names(words: Vocabulary) -> tuple[_Names, _Names]:
    """Return what gives the names of a run within a sentence, and of one that opens it."""
    return _Names(False, words), _Names(True, words)


def _names_of(run: str, opens: bool, words: Vocabulary) -> tuple[_Found, ...]:
    """Return the names of a run; those of one word only if the lists do not bar it, and sure if nothing speaks against.

    Those whose last stop may not be of the name are marked.
    """
    found: list[_Found] = []
    for part in cut_run(words_of(run), opens, words):
        needs = _needs(part, words)
        if needs is not None:
            opening = part.opens and len(part.words) > 1 and _may_open(part, words)
            stops = _stops(part.text, part.words, words)
            tells = (part.type, part.opens, part.honorific, part.role, part.gender)
            given = _opens_person(part.words[0], words)
            takes = _may_take(part, run, words)
            name = Written(
                part.text, part.words, *tells, needs=needs, opening=opening, takes=takes, stops=stops, given=given
            )
            found.append((part.start, part.end, name))
    return tuple(found)


def _unseen(known: tuple[_Known, ...], names: tuple[_Found, ...]) -> tuple[_Known, ...]:
    """Return the known names that may start in a run, less what its own names that are certain tell as well."""
    certain = [(at, to, name.type) for at, to, name in names if not (name.needs or name.opening or name.stops)]
    unseen: list[_Known] = []
    for start, (name, kind) in known:
        end = start + len(name)
        holding = [(at, to, type) for at, to, type in certain if at <= start and end <= to]
        if not holding or (holding[0][:2] == (start, end) and holding[0][2] != kind):
            unseen.append((start, (name, kind)))
    return tuple(unseen)


def _opens_person(first: str, words: Vocabulary) -> bool:
    """Tell whether a word is a given name, with or without its marks, or an initial."""
    if first[1:2] == "." or words.classes.get(first, 0) & v.GIVEN:
        return True
    return not first.isascii() and bool(words.classes.get(plain(first).capitalize(), 0) & v.GIVEN)


def _stops(name: str, parts: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether a name ends with an abbreviation whose stop may be the sentence's: "Inc.", "Jr."."""
    return name[-1] == "." and bool(words.classes.get(parts[-1], 0) & (v.LEGAL | v.SUFFIX))


def _needs(part: Part, words: Vocabulary) -> int | None:
    """Return what a part of a run needs to be a name: 0 if nothing, see `Written`; None if it is none."""
    if part.common:
        return 2
    if len(part.words) > 1 or part.honorific or part.role:
        return 0
    flags = words.classes.get(part.text, 0)
    if len(part.text) < 2 or (not flags & v.LONE and not part.text.isalpha() and _is_code(part.text, words)):
        return None
    if not flags & _REJECTED:
        return int(part.opens)
    if flags & v.LONE and not part.opens:
        return 0
    return 2 if flags & (v.CALENDAR | v.COMMON | v.ALSO | v.ROLE | v.STYLE) else None


_REJECTED: Final = v.FUNCTION | v.CALENDAR | v.DEMONYM | v.TITLE | v.COMMON | v.SUFFIX


def _is_code(token: str, words: Vocabulary) -> bool:
    """Tell whether a word is a number, a span of months, or a party and state ("F-16", "R-Ky.")."""
    if (
        (token[1] == "-" and token[0] in "RDI")
        or (token[1] == "." and len(token) == 2)
        or any(sign.isdigit() for sign in token)
    ):
        return True
    return bool(words.classes.get(token.partition("-")[0], 0) & v.CALENDAR)


def _trim_openings(text: str, sure: list[Piece], openings: list[int], here: TextWords, words: Vocabulary) -> None:
    """Take the word off that opens a sentence before a name ("Even Russia"), where the text or the lists know both.

    A verb of saying goes before a surname of the text, too: "Joked Haddad: "I left."". So do a noun for who it is and
    what is done: "Protester Haddad said", "Want Haddad to win?".
    """
    known = {name.text for _, _, name, _ in sure if not name.opens}
    surnames: set[str] | None = None
    persons: set[str] | None = None  # their surnames, where it is sure that they are persons
    bits = words.classes.get
    for i in openings:
        start, end, name, zone = sure[i]
        if name.text in known:
            continue
        first, rest, others = name.words[0], " ".join(name.words[1:]), name.words[1:]
        given = bits(others[0], 0) & v.GIVEN
        full = len(others) > 1 and given
        if _is_willed(text, end, name, words):
            sure[i] = start, end, replace(name, type="PER", opening=False, given=True), zone
            continue
        if first.lower() in words.saying and _SPEECH.match(text, end):
            surnames = _surnames(sure, words) if surnames is None else surnames
            if full or rest in surnames:  # "Joked Leila Haddad: "I left.""
                sure[i] = (start + len(first) + 1, end, _less_first(name, "PER" if full else None, words), zone)
                continue
        certain = rest in known or rest in words.places or (given and name.type != "ORG")
        told = first.lower() in words.imperatives  # "Ask Leila Haddad"
        if certain and (told or _is_common(first, here, words) or _is_gerund(name.words, words)):
            kind: NameType | None = "LOC" if rest in words.places else "PER" if full else None
            sure[i] = (start + len(first) + 1, end, _less_first(name, kind, words), zone)
        elif len(others) == 1 and name.type is None and not bits(rest, 0) & v.COMMON:
            if _is_noun(first, words) and acts(text, end, words):
                surnames = _surnames(sure, words) if surnames is None else surnames
                stands = rest in surnames
            elif _is_noun(first, words) or _is_done(first, here, words):
                persons = {full.surname for _, _, full, _ in sure} if persons is None else persons
                stands = rest in persons and text[end : end + 1] not in _LINE_ENDS
            else:
                continue
            if stands:
                sure[i] = (start + len(first) + 1, end, _less_first(name, None, words), zone)


_LINE_ENDS: Final = ("", "\n", "\r")


def _is_noun(word: str, words: Vocabulary) -> bool:
    """Tell whether a word that opens a sentence is a noun for a person and no name: "Protester", not "Baker"."""
    return word.lower() in words.nouns and word not in words.trades and not _may_be_given(word, words)


def _is_done(word: str, here: TextWords, words: Vocabulary) -> bool:
    """Tell whether a word that opens a sentence is what is done: "Want", or "Jailing" in a text that has "jailed"."""
    lower = word.lower()
    if lower not in words.imperatives and (lower[-3:] != "ing" or _may_be_given(word, words)):
        return False
    stem = lower[:-3]
    return lower in words.imperatives or not here.isdisjoint((stem, f"{stem}e", f"{stem}s", f"{stem}ed"))


def _may_be_given(word: str, words: Vocabulary) -> bool:
    """Tell whether a word may be the first of a person's name, as far as the lists know."""
    return bool(words.classes.get(word, 0) & (v.GIVEN | v.ALSO)) or word in words.given_words or word in words.eastern


def _is_willed(text: str, end: int, name: Written, words: Vocabulary) -> bool:
    """Tell whether a given name that is a word opens a person's name: "Will Lee, 34, said", not "Will Lee leave?"."""
    if name.words[0] not in words.given_words or len(name.words) > _MOST_WILLED:
        return False
    aged = AGED.match(text, end, end + _LONGEST_AGE)
    return small_word_after(text, end if aged is None else aged.end()) in words.saying


_MOST_WILLED: Final = 3
_LONGEST_AGE: Final = 8


def _may_take(part: Part, run: str, words: Vocabulary) -> bool:
    """Tell whether a part of a run may have a word more: the month before it in the run, a number before the run.

    Or one less, a rank: "DS Haddad".
    """
    if _is_ranked(part.words, words):
        return True
    if len(part.words) == 1 and run.endswith(words.month_names, 0, part.start):
        return True
    titled = part.honorific is not None or part.role is not None
    return not titled and _is_numbered(part.words, words)


def _take_months(text: str, sure: list[Piece], which: list[int], words: Vocabulary) -> None:
    """Give names the month before them that is a given name: "April Haddad, 5, vanished", not "in April Haddad said".

    The text must let one of that name act as persons do; where it tells a date, the month is none of the name.
    """
    found: dict[str, list[int]] = {}
    acting: set[str] = set()
    for i in which:
        start, end, name, _ = sure[i]
        if not text.endswith(words.month_names, 0, start) or len(name.words) > 1:
            continue
        month = _LAST_WORD.search(text, max(0, start - _LONGEST_MONTH), start)
        if month is None or name.listed or words.classes.get(name.text, 0) or _is_timed(text, month.start(), words):
            continue
        full = f"{month[1]} {name.text}"
        found.setdefault(full, []).append(i)
        if acts(text, end, words):
            acting.add(full)
    for full in acting:
        for i in found[full]:
            _, end, name, zone = sure[i]
            sure[i] = end - len(full), end, Written(full, tuple(full.split(" ")), "PER", given=True), zone


def _take_numbers(text: str, sure: list[Piece], which: list[int], words: Vocabulary) -> None:
    """Give names that are told apart by it the number before them: "the 5th Marine Division" is not the 7th."""
    for i in which:
        start, end, name, zone = sure[i]
        if not _is_numbered(name.words, words):
            continue
        number = words.phrases.ordinal.search(text, max(0, start - _LONGEST_ORDINAL), start)
        if number is not None:
            told = Written(f"{number[1]} {name.text}", (number[1], *name.words), name.type)
            sure[i] = number.start(1), end, told, zone


def _leave_ranks(sure: list[Piece], which: list[int], words: Vocabulary) -> None:
    """Take the rank in capitals off the surname of a police officer: "DS Haddad" after "DS Leila Haddad"."""
    officers: set[str] | None = None
    for i in which:
        start, end, name, zone = sure[i]
        if not _is_ranked(name.words, words):
            continue
        if officers is None:
            ranks = words.police | words.police_ranks
            roles = [(full.surname, full.role) for _, _, full, _ in sure if full.surname and full.role]
            officers = {surname for surname, role in roles if role.split()[-1] in ranks}
        rank, surname = name.words
        if surname in officers:
            ranked = replace(_less_first(name, "PER", words), role=rank, takes=False)
            sure[i] = start + len(rank) + 1, end, ranked, zone


def _is_ranked(parts: tuple[str, ...], words: Vocabulary) -> bool:
    return len(parts) == _RANKED and parts[0] in words.police


_RANKED: Final = 2  # words of a rank and a surname


def _is_numbered(parts: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether a name is one that several have, by its last word or as a peer's title: "Earl of Haddad"."""
    if parts[-1] in words.numbered:
        return True
    return len(parts) > 2 and parts[0] in words.lordly and parts[1] in words.phrases.belonging


_LONGEST_ORDINAL: Final = 7
_LONGEST_MONTH: Final = 9
_LAST_WORD: Final = re.compile(r"(?<![\w'’-])([A-Z][a-z]+) \Z")


def _is_timed(text: str, month: int, words: Vocabulary) -> bool:
    """Tell whether a month is one by what stands before it: "in April", "March and April", "an April poll"."""
    before = text[max(0, month - _LONGEST_BEFORE) : month].split()[-2:]
    if _is_dated(text, month, words) or any(words.classes.get(word.strip(","), 0) & v.CALENDAR for word in before):
        return True
    return bool(before) and before[-1].lower() in words.determiners


def _less_first(name: Written, kind: NameType | None, words: Vocabulary) -> Written:
    """Return a name of a type without its first word."""
    others = name.words[1:]
    given = _opens_person(others[0], words)
    return replace(name, text=" ".join(others), words=others, type=kind, opens=False, opening=False, given=given)


def _surnames(names: list[Piece], words: Vocabulary) -> set[str]:
    """Return what follows the first word of persons' full names, and its endings, but for what a verb or noun opens."""
    fulls = {name.words for _, _, name, _ in names if name.type in (None, "PER") and len(name.words) > 1}
    named = [full for full in fulls if full[0].lower() not in words.saying and not _is_noun(full[0], words)]
    return {" ".join(full[at:]) for full in named for at in range(1, len(full))}


_SPEECH: Final = re.compile(r":[ \n\u00a0]|,[ \n\u00a0]?[\"“]")
"""What follows who speaks before what he says."""


def _may_open(name: Part, words: Vocabulary) -> bool:
    """Tell whether the first word of a name of several may be none of it, as far as the lists know."""
    if name.text in words.places or name.words[0].lower() in words.leading:
        return False  # "Bin Salman"
    bits = words.classes.get
    first = bits(name.words[0], 0)
    if name.type == "ORG" and first & v.DEMONYM:
        return False  # "Indian Navy"
    if first & v.ORG and not _is_plural(name.words[0], words):
        return False
    return not (first & (v.GIVEN | v.TOPIC | v.HEAD) or bits(name.words[1], 0) & v.COMMON)


def _is_common(first: str, here: TextWords, words: Vocabulary) -> bool:
    """Tell whether a word that opens a sentence is a common one there: by the lists, or in small letters elsewhere."""
    flag = words.classes.get(first, 0)
    if flag & (v.ROLE | v.DEMONYM) or (flag & v.COMMON and not flag & v.LONE and not flag & v.OPENER):
        return True
    if first[:3] == "Ex-" or (lowered := first.lower()) in here or lowered in words.nouns:
        return True
    return _is_plural(first, words)


def _is_plural(first: str, words: Vocabulary) -> bool:
    """Tell whether a word is what several persons are: "Siblings Leila Haddad and Omar Brandt"."""
    return first[-1] == "s" and first[:-1].lower() in words.nouns


def _is_gerund(parts: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether a word in -ing opens a name of three that a given name stands in: "Celebrating Leila Haddad"."""
    return len(parts) > 2 and parts[0][-3:] == "ing" and bool(words.classes.get(parts[1], 0) & v.GIVEN)


def _take_stops(text: str, pieces: list[Piece], words: Vocabulary) -> None:
    """Take the sentence's full stop from the names that end in an abbreviation: "She works for Acme Inc."."""
    stopped = [at for at, piece in enumerate(pieces) if piece[2].stops]
    bits = words.classes.get
    suffixed = any(bits(pieces[at][2].words[-1], 0) & v.SUFFIX for at in stopped)
    dotted = _dotted(text, pieces, words) if suffixed else set[str]()
    for at in stopped:
        if pieces[at][2].text not in dotted:
            pieces[at] = _without_stop(text, pieces[at])


def _dotted(text: str, pieces: list[Piece], words: Vocabulary) -> set[str]:
    """Return the names with a suffix whose last stop is the suffix's, as the text writes it: "Omar Haddad Jr.".

    It does so where that stop, or that of any suffix if none of the text goes without, cannot be a sentence's.
    """
    bits = words.classes.get
    suffixed = [piece for piece in pieces if len(piece[2].words) > 1 and bits(piece[2].words[-1], 0) & v.SUFFIX]
    dotted = {name.text for _, end, name, _ in suffixed if name.stops and _DOTTED_WITHIN.match(text, end)}
    if not dotted or any(f"{name.words[-1]}." in words.classes for _, _, name, _ in suffixed):
        return dotted
    return {name.text for _, _, name, _ in suffixed if name.stops}


_DOTTED_WITHIN: Final = re.compile(r"[,;]|['’]s\b|[ \u00a0][a-z]")
"""What follows an abbreviation within a sentence."""


def _without_stop(text: str, piece: Piece) -> Piece:
    start, end, name, zone = piece
    after = text[end : end + 2].lstrip(" \u00a0")
    if after and after[0] not in "\r\n" and not after[0].isupper():
        return piece
    unstopped = (_unstopped if len(name.text) < LONG else _unstopped.__wrapped__)(name)
    return start, end - 1, unstopped, zone


@lru_cache(maxsize=1 << 10)
def _unstopped(name: Written) -> Written:
    """Return a name without its last stop; those of companies recur."""
    parts = (*name.words[:-1], name.words[-1][:-1])
    return replace(name, text=name.text[:-1], words=parts, stops=False)


def _supported(
    text: str,
    sure: list[Piece],
    maybe: list[Piece],
    here: TextWords,
    words: Vocabulary,
    is_known: Callable[[str], bool],
) -> list[Piece]:
    """Return those of the doubtful names that the rest of the text, or what follows them, supports."""
    support = _support(text, sure, maybe, words)
    found: list[Piece] = []
    fulls: dict[str, list[Written]] | None = None
    for piece in maybe:
        word = piece[2].text
        level = support.get(word, 0)
        if level < 2 and piece[2].needs == 2 and not (level and word in words.eastern and acts(text, piece[1], words)):
            continue
        is_name = _is_supported(piece, level, here, text, words, is_known)
        if is_name is None:  # the tables may have a full name of the text with this surname, too: "Zelenskiy"
            fulls = _by_initial(sure) if fulls is None else fulls
            is_name = word[0] in fulls and any(_is_spelling(word, full, is_known) for full in fulls[word[0]])
        if is_name:
            found.append(piece)
    return found


def _support(text: str, sure: list[Piece], maybe: list[Piece], words: Vocabulary) -> dict[str, int]:
    """Return how far the sure names support the doubtful ones: 2 where one is somebody's surname, else 1."""
    bits = words.classes.get
    support: dict[str, int] = {}
    placed: list[Piece] = []
    wanted = {piece[2].text for piece in maybe}
    for piece in sure:
        name = piece[2]
        parts = name.words
        if len(parts) == 1:
            support[name.text] = 1
        elif name.ending:
            if not name.alone and wanted.isdisjoint(parts):
                continue  # most of the names
            support[parts[-1]] = 2
            if bits(parts[-1], 0) & v.SUFFIX:
                support[parts[-2]] = 2
            support.setdefault(parts[0], 1)
            for part in name.alone:
                support.setdefault(part, 1)
        elif name.type in ("LOC", "ORG") and name.given and parts[-1] in words.place_surnames:
            placed.append(piece)
    if placed and (called := _called_as_places(text, placed, sure, maybe, words)):
        support[called] = 2
    return support


def _called_as_places(
    text: str, placed: list[Piece], sure: list[Piece], maybe: list[Piece], words: Vocabulary
) -> str | None:
    """Make a person of a name that ends in a word for places, which speaks by it: "Leila Hall ... Hall said".

    ``placed`` are such names among the sure ones. Return the surname. None is that the text has in two names, or in a
    name that something is in.
    """
    called: dict[str, set[str]] = {}
    for start, _, name, _ in placed:
        before = word_before(text, start)
        place = len(name.words) > 2 or before in words.locative or before in words.at
        called.setdefault(name.words[-1], set()).update({name.text, "" if place else name.text})
    for _, end, short, _ in (*maybe, *sure):
        if len(called.get(short.text, ())) == 1 and small_word_after(text, end) in words.saying:
            for i, (at, to, name, zone) in enumerate(sure):
                if name.text in called[short.text]:
                    sure[i] = at, to, replace(name, type="PER"), zone
            return short.text
    return None


_LONGEST_BEFORE: Final = 16


def _by_initial(sure: list[Piece]) -> dict[str, list[Written]]:
    """Return the full names of persons by the first letter of the surname."""
    fulls: dict[str, list[Written]] = {}
    for _, _, name, _ in sure:
        if name.surname:
            fulls.setdefault(name.surname[0], []).append(name)
    return fulls


def _is_spelling(surname: str, full: Written, is_known: Callable[[str], bool]) -> bool:
    return is_known(full.text) and is_known(f"{full.text[: -len(full.surname)]}{surname}")


def _is_supported(
    piece: Piece, level: int, here: TextWords, text: str, words: Vocabulary, is_known: Callable[[str], bool]
) -> bool | None:
    """Tell whether a doubtful name is one, where the sure ones support it by ``level``: 2 if it is one's surname.

    None if nothing speaks for or against it.
    """
    start, end, written, zone = piece
    name = written.text
    flag = words.classes.get(name, 0)
    if written.needs == 2:
        if flag & v.MONTH and (_is_dated(text, start, words) or _is_of_month(text, start, end, words)):
            return False
        return not (written.opens and flag & v.COMMON and name.lower() in here)
    if level or name in words.places:
        return True
    if name.lower() in here:
        return False
    return (
        bool(flag & v.GIVEN)
        or name.isupper()
        or zone == 2
        or _stands_as_name(name, text, end, words)
        or is_known(name)
        or None
    )


def _is_dated(text: str, start: int, words: Vocabulary) -> bool:
    """Tell whether a word that is a month's name, too, is one after what stands before it: "in May", "6 May"."""
    before = word_before(text, start)
    return before in words.dated or before.isdigit()


def _is_of_month(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Tell whether a word that is a month's name, too, tells when something is: "a May summit", "May 2015"."""
    if _YEAR.match(text, end) is not None:
        return True
    return small_word_after(text, end) in words.occasions and word_before(text, start).lower() in words.determiners


_YEAR: Final = re.compile(r"[ \u00a0](?:19|20)\d\d\b")


def _stands_as_name(name: str, text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether what follows a word makes it a name: a possessive, a verb of saying, ", who"."""
    after = text[end : end + 24]
    if after[:2] in ("'s", "’s"):
        return True
    if name.endswith("s") and not name.endswith("ss"):
        return False
    if small_word_after(text, end) in words.verbs:
        return True
    return _APPOSITION.match(after) is not None and not name.endswith(_ADVERBIAL)


# ", the" makes a name of what stands before it, unless it ends like an adverb or a participle.
_APPOSITION: Final = re.compile(r", (?:who|whose|the|an?|\d\d,) ")
_ADVERBIAL: Final = ("ly", "ing", "ed", "wide", "wards", "where", "time")


def _headlines(held: list[Run], found: list[Piece], words: Vocabulary) -> list[Piece]:
    """Return the names of headlines in capitals: what the text below, or the list of places, knows by name."""
    known: dict[str, NameType | None] = {}
    for _, _, name, _ in found:
        known.setdefault(name.upper, name.type)
        if name.ending:
            known.setdefault(name.ending, name.type)
    pieces: list[Piece] = []
    for run in held:
        pieces += _known_in(run, known, words)
    return pieces


def _known_in(run: Run, known: dict[str, NameType | None], words: Vocabulary) -> list[Piece]:
    start, _, joined, *_ = run
    tokens = words_of(joined)
    starts = [start, *(start + n for n in accumulate(len(t) + 1 for t in tokens))]
    pieces: list[Piece] = []
    i = 0
    while i < len(tokens):
        for j in range(min(len(tokens), i + 5), i, -1):
            name = " ".join(tokens[i:j])
            upper = name.upper()
            kind: NameType | None = None
            if upper in known:
                kind = known[upper]
            elif name in words.places or name.title() in words.places:
                kind = "LOC"
            else:
                continue
            pieces.append((starts[i], starts[j - 1] + len(tokens[j - 1]), _in_capitals(tokens[i:j], kind, words), 1))
            i = j - 1
            break
        i += 1
    return pieces


def _in_capitals(parts: tuple[str, ...], kind: NameType | None, words: Vocabulary) -> Written:
    name = " ".join(parts)
    return (_written if len(name) < LONG else _written.__wrapped__)(name, parts, kind, words)


@lru_cache(maxsize=1 << 10)
def _written(name: str, parts: tuple[str, ...], kind: NameType | None, words: Vocabulary) -> Written:
    return Written(name, parts, kind, stops=_stops(name, parts, words), given=_opens_person(parts[0], words))
