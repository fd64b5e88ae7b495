"""Join a name that a nickname stands within: 'Robert "Bobby" Ostrow' is one name, and Robert Ostrow's."""

from __future__ import annotations

import re
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.piece import Piece, Written
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["BEFORE_NICKNAME", "follows_nickname", "join_asides", "nickname_in", "without_nickname"]

_SPACE: Final = "[ \u00a0]"
_CAPITAL: Final = r"[^\W\d_a-z]"
_MARKED: Final = r"(?:\"[^\W\d_][\w .’'-]{0,24}\"|“[^\W\d_][\w .’'-]{0,24}”|['‘][^\W\d_][\w .-]{0,24}['’])"
"""A nickname in quotation marks of any style."""
BEFORE_NICKNAME: Final = re.compile(rf"{_SPACE}(?:{_MARKED}|\([^()]{{1,20}}\)){_SPACE}(?={_CAPITAL})")
"""What a name starts before that a nickname and a surname follow."""
_AFTER_NICKNAME: Final = re.compile(rf"(?:\A|[ \u00a0(\n])(?=.{_CAPITAL}){_MARKED}(?<![.,].){_SPACE}\Z")
"""What a name ends after that a nickname stands before."""
_ASIDE: Final = re.compile(rf"{_SPACE}(?:{_MARKED}|\((?P<given>[^\W\d_]+)\)){_SPACE}(?={_CAPITAL})")
_OPENINGS: Final = frozenset((' "', '\u00a0"', " “", "\u00a0“", " ‘", " '", " ("))
_LONGEST: Final = 30


def follows_nickname(before: str) -> bool:
    """Tell whether a nickname in quotation marks stands before a name: no speech, which ends in a stop or a comma."""
    if before[-2:-1] not in _CLOSING or before[-3:-2] in _STOPS or before[-3:-1] == "''":
        return False
    return _AFTER_NICKNAME.search(before) is not None


_CLOSING: Final = frozenset("\"”'’")
_STOPS: Final = frozenset(".,")


def without_nickname(name: str) -> str:
    """Return a name without the nickname in quotation marks that is written within it.

    >>> without_nickname('Leïla "Lou" Haddad')
    'Leïla Haddad'
    """
    return name if _QUOTES.isdisjoint(name) else _NICKNAME.sub("", name)


def nickname_in(name: str) -> str:
    """Return the nickname in quotation marks that is written within a name, or nothing.

    >>> nickname_in('Leïla "Lou" Haddad')
    'Lou'
    """
    found = _NICKNAME.search(name)
    return found[0][2:-1] if found is not None else ""


_QUOTES: Final = frozenset("\"“‘'")
_NICKNAME: Final = re.compile(rf"{_SPACE}{_MARKED}(?={_SPACE}{_CAPITAL})")


def join_asides(text: str, pieces: list[Piece], words: Vocabulary) -> list[Piece]:
    """Return the names of a text in order, each that is cut in two by a nickname as one.

    The joined name is written as the text has it; its words leave the nickname out. In brackets only a given name
    is one: "Robert (Detroit) Ostrow" may be anything.
    """
    opened = [i for i, piece in enumerate(pieces) if piece[2].given and text[piece[1] : piece[1] + 2] in _OPENINGS]
    if not opened:
        return pieces
    joined = list(pieces)
    for i in reversed(opened):
        _, end, first, _ = joined[i]
        aside = _ASIDE.match(text, end, end + _LONGEST)
        if aside is None or not _takes_surname(first, aside, words):
            continue
        last = next((j for j in range(i + 1, len(joined)) if joined[j][0] >= aside.end()), None)
        if last is not None and joined[last][0] == aside.end() and joined[last][2].type in (None, "PER"):
            joined[i : last + 1] = [_whole(text, joined[i], joined[last])]
    return joined


def _takes_surname(first: Written, aside: re.Match[str], words: Vocabulary) -> bool:
    """Tell whether what a given name opens before a nickname may be a person's."""
    given = aside["given"]
    if given is not None and (given.isupper() or not words.classes.get(given, 0) & v.GIVEN):
        return False
    return first.type in (None, "PER") and len(first.words) < 4


def _whole(text: str, first: Piece, last: Piece) -> Piece:
    (start, _, given, zone), (_, end, surname, _) = first, last
    tells = given.opens, given.honorific, given.role, given.gender
    whole = Written(text[start:end], (*given.words, *surname.words), "PER", *tells, aside=True, given=True)
    return start, end, whole, zone
