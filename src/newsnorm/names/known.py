"""Names of several words that the tables know whole: "People's Liberation Army", "Moody's Investors Service".

Grammar cuts them at the possessive, at "and" or at a word that is a title elsewhere, and what it leaves of them may be
taken for somebody's surname: of "Moody's Investors Service", "Moody".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final, TypeAlias

from newsnorm.names import vocabulary as v
from newsnorm.names.canonical import listed_names
from newsnorm.names.piece import Piece, Written
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.rules import NameType

__all__ = ["Known", "known_from", "with_known"]

Known: TypeAlias = tuple[str, NameType]
"""A name that the tables know, and its type."""


def known_from(run: str, tokens: Sequence[str], words: Vocabulary, lang: str = "en") -> tuple[tuple[int, Known], ...]:
    """Return the known names that a run may hold or begin, and where in it they start; of one start the longest first.

    >>> from newsnorm.names.vocabulary import load_vocabulary
    >>> known_from("Moody", ["Moody"], load_vocabulary("en"))[-1]
    (0, ("Moody's Corp", 'ORG'))
    """
    known = _by_first_word(lang)
    bits = words.classes.get
    found: list[tuple[int, Known]] = []
    start = 0
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        if token in known and (not at or before in words.split_before or bits(before, 0) & v.BREAKS):
            rest = run[start:]
            owned = f"{token}'s " if token in words.places else None  # "Iran's | Revolutionary Guards"
            found += [
                (start, name)
                for name in known[token]
                if _may_be(name[0], rest) and not (owned and name[0].startswith(owned))
            ]
        start += len(token) + 1
    return tuple(found)


def _may_be(name: str, rest: str) -> bool:
    """Tell whether what is left of a run begins with a name, or a name with it where a run ends."""
    if rest.startswith(name):
        return _END.match(rest, len(name)) is not None
    return name.startswith(rest) and _CUT.match(name, len(rest)) is not None


_END: Final = re.compile(r"$|[ '’]|-[a-z]")
_CUT: Final = re.compile(r"['’,/]| [a-z\d&]")
"""Where a run ends within a name."""


def with_known(
    text: str, starts: list[tuple[int, Known, int]], sure: list[Piece], maybe: list[Piece], words: Vocabulary
) -> tuple[list[Piece], list[Piece]]:
    """Return the sure and the doubtful names of a text with the known ones among the sure, in the place of their parts.

    ``starts`` tells where which may start, and the kind of the line there. A part of a longer name is none.
    """
    found: list[Piece] = []
    last = 0
    for start, (name, kind), zone in starts:
        if start < last or not _stands(text, start, name, words):
            continue
        end = start + len(name)
        if not (_holds(sure, start, end) or _holds(maybe, start, end)):
            found.append((start, end, _written(text[start:end], kind, words), zone))
            last = end
    if not found:
        return sure, maybe
    return sorted([*_apart(sure, found), *found], key=itemgetter(0)), _apart(maybe, found)


def _holds(pieces: list[Piece], start: int, end: int) -> bool:
    """Tell whether one of some pieces in order is longer than a span and has it within."""
    at = bisect_right(pieces, start, key=itemgetter(0)) - 1
    return at >= 0 and pieces[at][1] >= end and pieces[at][:2] != (start, end)


@lru_cache(maxsize=1 << 10)
def _written(name: str, kind: NameType, words: Vocabulary) -> Written:
    """Return a known name, which recurs; a team is called by its last word, too: "Jazz"."""
    parts = tuple(name.split())
    written = Written(name, parts, kind)
    if kind == "ORG" and not words.classes.get(parts[-1], 0) & (v.ORG | v.PLACE):
        written.ending = parts[-1].upper()
    return written


def _apart(pieces: list[Piece], known: list[Piece]) -> list[Piece]:
    """Return the pieces that share nothing with known names; both are in order."""
    kept: list[Piece] = []
    at = 0
    for piece in pieces:
        while at < len(known) and known[at][1] <= piece[0]:
            at += 1
        if at == len(known) or piece[1] <= known[at][0]:
            kept.append(piece)
    return kept


def _stands(text: str, start: int, name: str, words: Vocabulary) -> bool:
    """Tell whether a name starts at a place, with whichever apostrophes, and ends where it does."""
    if text.startswith(name, start) or ("'" in name and text.startswith(name.replace("'", "’"), start)):
        return _is_whole(text, start + len(name), words)
    return False


def _is_whole(text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether a name ends at a place: no word goes on there, nor a name that is no title."""
    after = _AFTER.match(text, end)
    if after is None:
        return False
    follower = after[1]
    return not follower or bool(words.classes.get(follower, 0) & _MAY_FOLLOW)


_AFTER: Final = re.compile(r"(?!\w|-[^\Wa-z]|\.\w)(?:[ \u00a0]([A-Z][\w.-]*))?")
_MAY_FOLLOW: Final = v.TITLE | v.ROLE_PART | v.DEMONYM | v.BREAKS


@cache
def _by_first_word(lang: str) -> Mapping[str, tuple[Known, ...]]:
    """Return the known names of organizations and places by the first word of the run that they start."""
    names: dict[str, list[Known]] = {}
    for name, kind in listed_names(lang):
        first = _FIRST.match(name)
        if first is None or not _is_plain(name, kind):
            continue
        names.setdefault(first[1], []).append((name, kind))
        if first[1] in _DOTTED:
            undotted = first[1].replace(".", "")
            names.setdefault(undotted, []).append((f"{undotted}{name[len(first[1]) :]}", kind))
    return {first: tuple(sorted(some, key=lambda known: -len(known[0]))) for first, some in names.items()}


_DOTTED: Final = ("U.S.", "U.N.", "U.K.", "E.U.")
_FIRST: Final = re.compile(r"(?!The )([A-Z][\w.&-]*)(?=[ ,/]|['’]s )")


def _is_plain(name: str, kind: NameType) -> bool:
    """Tell whether a form of the tables is a name throughout, not "Likud party", "Quebec, Quebec" or "U.S. of A."."""
    last = name.rpartition(" ")[2]
    return last[0] in _STARTS and last[-1] not in ".)" and not (kind == "LOC" and "," in name)


_STARTS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
