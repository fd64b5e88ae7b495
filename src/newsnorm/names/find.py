"""Decide which runs of capitalized words are names.

What stands within a sentence is one, unless the lists bar it. What opens a sentence is one only if the article
says so elsewhere, or what follows it does. Headlines in capitals hold the names that the text below them has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from itertools import accumulate
from operator import attrgetter
from typing import Final, TypeAlias

from newsnorm.names import vocabulary as v
from newsnorm.names.context import type_by_context
from newsnorm.names.cut import Part, Piece, cut_run
from newsnorm.names.forms import LONG
from newsnorm.names.scan import Run, find_runs, words_of
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.rules import NameType

__all__ = ["find_pieces"]


def find_pieces(text: str, words: Vocabulary, here: TextWords, is_known: Callable[[str], bool]) -> list[Piece]:
    """Return the names of a text in order, not yet linked; ``is_known`` tells whether the tables have a name."""
    sure: list[Piece] = []
    maybe: list[Piece] = []
    delicate: list[Piece] = []
    held: list[Run] = []
    names = _names(words)
    for run in find_runs(text, words):
        start, end, joined, opens, zone = run
        if zone == 1:
            held.append(run)
            continue
        found = names[opens](joined) if end - start < LONG else _names_of(joined, opens, words)
        for at, to, name, parts, kind, certain, care, first, honorific, role, gender in found:
            piece = Piece(start + at, start + to, name, parts, kind, honorific, role, gender, first, zone)
            if certain:
                sure.append(piece)
            else:
                maybe.append(piece)
            if care:
                delicate.append(piece)
    if delicate:
        _trim_openings(delicate, sure, here, words)
    pieces = sure + _supported(text, sure, maybe, here, words, is_known)
    if held:
        capitals = _headlines(held, pieces, text, words)
        pieces += capitals
        delicate += capitals
    pieces.sort(key=attrgetter("start"))
    if delicate:
        _trim_stops(text, delicate, words)
    type_by_context(text, pieces, words, here)
    return pieces


_Found: TypeAlias = tuple[
    int, int, str, tuple[str, ...], NameType | None, bool, bool, bool, str | None, str | None, str | None
]


@lru_cache(maxsize=8)
def _names(words: Vocabulary) -> tuple[Callable[[str], tuple[_Found, ...]], Callable[[str], tuple[_Found, ...]]]:
    """Return what gives the names of a run within a sentence, and of one that opens it.

    Runs recur in the news, so what comes out of one is kept for the next.
    """
    within, opening = (
        lru_cache(maxsize=1 << 12)(partial(_names_of, opens=opens, words=words)) for opens in (False, True)
    )
    return within, opening


def _names_of(run: str, opens: bool, words: Vocabulary) -> tuple[_Found, ...]:
    """Return the names of a run; those of one word only if the lists do not bar it, and sure if nothing speaks against.

    Those whose first word may not be of the name, or whose last stop may not be, are marked.
    """
    found: list[_Found] = []
    for part in cut_run(words_of(run), opens, words):
        certain = _is_certain(part, words)
        if certain is not None:
            stops = part.text[-1] == "." and bool(words.classes.get(part.words[-1], 0) & (v.LEGAL | v.SUFFIX))
            care = stops or (part.opens and len(part.words) > 1)
            place, tells = (part.start, part.end, part.text, part.words), (part.honorific, part.role, part.gender)
            found.append((*place, part.type, certain, care, part.opens, *tells))
    return tuple(found)


def _is_certain(part: Part, words: Vocabulary) -> bool | None:
    """Tell whether a part of a run is a name: False if the rest of the text must tell, None if it is none."""
    if len(part.words) > 1 or part.honorific or part.role:
        return True
    if len(part.text) < 2 or (not part.text.isalpha() and _is_code(part.text, words)):
        return None
    flags = words.classes.get(part.text, 0)
    if not flags & _REJECTED:
        return not part.opens
    if flags & v.LONE and not part.opens:
        return True
    return False if flags & (v.CALENDAR | v.COMMON | v.ALSO | v.ROLE | v.STYLE) else None


_REJECTED: Final = v.FUNCTION | v.CALENDAR | v.DEMONYM | v.HONORIFIC | v.RANK | v.STYLE | v.ROLE | v.COMMON | v.SUFFIX


def _is_code(token: str, words: Vocabulary) -> bool:
    """Tell whether a word is a number, a span of months, or a party and state ("F-16", "R-Ky.")."""
    if (
        (token[1] == "-" and token[0] in "RDI")
        or (token[1] == "." and len(token) == 2)
        or any(sign.isdigit() for sign in token)
    ):
        return True
    return bool(words.classes.get(token.partition("-")[0], 0) & v.CALENDAR)


def _trim_openings(delicate: list[Piece], sure: list[Piece], here: TextWords, words: Vocabulary) -> None:
    """Take the word off that opens a sentence before a name ("Even Russia"), where the text or the lists know both."""
    opening = [piece for piece in delicate if piece.opens and len(piece.words) > 1]
    if not opening:
        return
    known = {piece.text for piece in sure if not piece.opens}
    bits = words.classes.get
    for piece in opening:
        if piece.text in words.places or piece.text in known:
            continue
        first, rest = piece.words[0], " ".join(piece.words[1:])
        flag = bits(first, 0)
        if flag & (v.GIVEN | v.ORG | v.TOPIC | v.HEAD) or bits(piece.words[1], 0) & v.COMMON:
            continue
        certain = rest in known or rest in words.places or bits(piece.words[1], 0) & v.GIVEN
        common = (
            bool(flag & (v.ROLE | v.DEMONYM) or (flag & v.COMMON and not flag & v.LONE and not flag & v.OPENER))
            or first[:3] == "Ex-"
        )
        common = common or (lowered := first.lower()) in here or lowered in words.nouns
        if certain and common:
            piece.start += len(first) + 1
            piece.text, piece.words, piece.opens = rest, piece.words[1:], False
            personal = len(piece.words) > 1 and bits(piece.words[0], 0) & v.GIVEN
            piece.type = "LOC" if rest in words.places else "PER" if personal else None


def _trim_stops(text: str, found: list[Piece], words: Vocabulary) -> None:
    """Take the full stop of the sentence off a name that ends with an abbreviation: "She works for Acme Inc."."""
    for piece in found:
        if piece.text[-1] == "." and words.classes.get(piece.words[-1], 0) & (v.LEGAL | v.SUFFIX):
            after = text[piece.end : piece.end + 2].lstrip(" \u00a0")
            if not after or after[0] in "\r\n" or after[0].isupper():
                piece.end -= 1
                piece.text = piece.text[:-1]
                piece.words = (*piece.words[:-1], piece.words[-1][:-1])


def _supported(
    text: str,
    sure: list[Piece],
    maybe: list[Piece],
    here: TextWords,
    words: Vocabulary,
    is_known: Callable[[str], bool],
) -> list[Piece]:
    """Return those of the doubtful names that the rest of the text, or what follows them, supports."""
    if not maybe:
        return []
    bits = words.classes.get
    wanted = {piece.text for piece in maybe}
    support: dict[str, int] = {}
    for piece in sure:
        if wanted.isdisjoint(piece.words):
            continue
        if len(piece.words) == 1:
            support[piece.text] = 1
        elif piece.type in (None, "PER"):
            for word in piece.words[-2:] if bits(piece.words[-1], 0) & v.SUFFIX else piece.words[-1:]:
                support[word] = 2
            support.setdefault(piece.words[0], 1)
    return [piece for piece in maybe if _is_supported(piece, support.get(piece.text, 0), here, text, words, is_known)]


def _is_supported(
    piece: Piece, level: int, here: TextWords, text: str, words: Vocabulary, is_known: Callable[[str], bool]
) -> bool:
    """Tell whether a doubtful name is one, where the sure ones support it by ``level``: 2 if it is one's surname."""
    name = piece.text
    flag = words.classes.get(name, 0)
    if flag & _REJECTED:
        return level == 2 and not (piece.opens and flag & v.COMMON and name.lower() in here)
    if level or name in words.places:
        return True
    if name.lower() in here:
        return False
    return bool(flag & v.GIVEN) or name.isupper() or _stands_as_name(piece, text, words) or is_known(name)


def _stands_as_name(piece: Piece, text: str, words: Vocabulary) -> bool:
    """Tell whether what follows a word makes it a name: a possessive, a verb of saying, ", who"."""
    name = piece.text
    after = text[piece.end : piece.end + 24]
    if piece.zone == 2 or after[:2] in ("'s", "’s"):
        return True
    if name.endswith("s") and not name.endswith("ss"):
        return False
    following = _FOLLOWING.match(after)
    return (following is not None and following[1] in words.verbs) or (
        _APPOSITION.match(after) is not None and not name.endswith(_ADVERBIAL)
    )


_FOLLOWING: Final = re.compile(r" ([a-z]+)")
# ", the" makes a name of what stands before it, unless it ends like an adverb or a participle.
_APPOSITION: Final = re.compile(r", (?:who|whose|the|an?|\d\d,) ")
_ADVERBIAL: Final = ("ly", "ing", "ed", "wide", "wards", "where", "time")


def _headlines(held: list[Run], found: list[Piece], text: str, words: Vocabulary) -> list[Piece]:
    """Return the names of headlines in capitals: what the text below, or the list of places, knows by name."""
    known: dict[str, Piece] = {}
    for piece in found:
        known.setdefault(piece.text.upper(), piece)
        if piece.type in (None, "PER") and len(piece.words) > 1:
            known.setdefault(piece.words[-1].upper(), piece)
    pieces: list[Piece] = []
    for run in held:
        pieces += _known_in(run, known, text, words)
    return pieces


def _known_in(run: Run, known: dict[str, Piece], text: str, words: Vocabulary) -> list[Piece]:
    start, end, joined, *_ = run
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
                kind = known[upper].type
            elif name in words.places or name.title() in words.places:
                kind = "LOC"
            else:
                continue
            pieces.append(Piece(starts[i], starts[j - 1] + len(tokens[j - 1]), name, tokens[i:j], kind, zone=1))
            i = j - 1
            break
        i += 1
    if not pieces and len(tokens) <= 3 and _alone_in_line(text, start, end):
        bits = words.classes.get
        if (
            len(tokens) > 1
            and bits(tokens[0], 0) & v.GIVEN
            and not any(bits(t, 0) & (v.FUNCTION | v.COMMON) for t in tokens)
        ):
            pieces.append(Piece(start, end, " ".join(tokens), tokens, "PER", zone=0))
    return pieces


def _alone_in_line(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
