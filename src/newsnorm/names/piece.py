"""The names of a text while they are worked on: where each stands, and what its own words tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

from newsnorm.names.canonical import is_listed
from newsnorm.names.forms import key_of, key_words, plain
from newsnorm.rules import NameType

__all__ = ["Piece", "Written"]


@dataclass(slots=True, eq=False)
class Written:
    """Hold a name as it is written, with what its words and those before it in its run tell: the same in any text.

    ``text`` is the name alone, ``words`` its words, less a nickname within (``aside``). ``opens`` tells that it opens
    its sentence, ``titled`` that an honorific or a role stands before it, ``given`` that a given name or an initial
    opens it. If it is not certain to be a name, it ``needs`` the rest of the text to tell: another mention (1) or a
    person of this surname (2). The first word of one that is ``opening`` may not be its own, nor the last stop of one
    that ``stops``; one that ``takes`` may have the word before it, or a rank for its first; what is ``plain`` is
    certain and none of these. ``surname`` is that of a person's full name. A headline may have a name as ``upper`` has
    it, or the ``ending`` of one that may be a person's; what is written so anyway is ``capital``. A name ``asks`` if
    its neighbours may tell more: one of unknown type, a place that may be a surname, what a given name opens. ``key``
    is what looks up a part of a name, ``keys`` are its words as they are compared. ``listed`` tells that the shipped
    tables have rows for it.
    ``alone`` are forms of words of a person's full name, which a sentence may open with: a first surname of two,
    "Al-Haddad" and "Haddad" of "al-Haddad", a surname without its marks.
    """

    text: str
    words: tuple[str, ...]
    type: NameType | None
    opens: bool = False
    honorific: str | None = None
    role: str | None = None
    gender: str | None = None
    aside: bool = False
    needs: int = 0
    opening: bool = False
    takes: bool = False
    stops: bool = False
    given: bool = False
    plain: bool = field(init=False)
    titled: bool = field(init=False)
    surname: str = field(init=False)
    capital: bool = field(init=False)
    upper: str = field(init=False)
    ending: str = field(init=False)
    asks: bool = field(init=False)
    key: str = field(init=False)
    keys: tuple[str, ...] = field(init=False)
    listed: bool = field(init=False)
    alone: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Work out what follows from the rest, once for all texts."""
        count = len(self.words)
        self.plain = not (self.needs or self.opening or self.takes or self.stops)
        self.titled = self.honorific is not None or self.role is not None
        self.capital = self.text.isupper()
        self.upper = self.text.upper()
        self.ending = self.words[-1].upper() if self.type in (None, "PER") and count > 1 else ""
        self.surname = self.words[-1] if self.type == "PER" and count > 1 and not self.aside else ""
        if self.type == "LOC":
            self.asks = count == 1 or (self.given and count <= _LONGEST)
        elif self.type == "ORG":
            self.asks = self.given and count == _SHORTEST
        else:
            self.asks = self.type is None and count <= _LONGEST and not self.capital
        self.key = key_of(self.text)
        self.keys = key_words(self.text)
        self.listed = is_listed(self.text)
        self.alone = _alone(self.words) if self.surname else ()


def _alone(words: tuple[str, ...]) -> tuple[str, ...]:
    last = words[-1]
    found = [word for word in words[1:-1] if word[0].isupper() and word[1:2] != "."]
    if last[:3] in ("al-", "el-"):
        found += [last[3:], last[0].upper() + last[1:]]
    if not last.isascii():
        found.append(plain(last).capitalize())
    return tuple(found)


_SHORTEST: Final = 2
_LONGEST: Final = 4

Piece: TypeAlias = tuple[int, int, Written, int]
"""One name of a text: where it starts and ends, how it is written, and the kind of its line."""
