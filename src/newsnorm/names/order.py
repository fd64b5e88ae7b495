"""Tell what a text calls a person before it gives the full name: who is called by a part of it there may be another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsnorm.names.asides import BEFORE_NICKNAME, follows_nickname
from newsnorm.names.beside import text_before, word_after
from newsnorm.names.canonical import is_known_as
from newsnorm.names.grammar import is_named_relative, is_relative
from newsnorm.names.headlines import is_title
from newsnorm.names.name import Name
from newsnorm.names.piece import Piece
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["Order"]


@dataclass(frozen=True)
class Order:
    """Hold the names of a text in order: where each stands, and the form that it is written in."""

    text: str
    pieces: list[Piece]
    forms: list[Name]
    words: Vocabulary
    lang: str

    def is_early(self, part: Name, full: Name) -> bool:
        """Tell whether the text calls a person by a part before it has the full name, outside headlines.

        Of "President Haddad left. Carla Haddad wept", whose name is "Haddad"? That both have one role tells, and so
        does a surname by which nobody else is known: "Putin".
        """
        if not self.is_before(part, full) or self._is_known_by(part, full):
            return False
        first = self.first_full(full)
        if part.first > first:
            return False
        ends = [" ".join(full.words[start:]) for start in range(1, len(full.words))]
        return any(self._first_alone.get(text, first) < first for text in (part.text, *full.words, *ends))

    def _is_known_by(self, part: Name, full: Name) -> bool:
        """Tell whether a surname alone, or the role and it, means one known person only, whose full name this is."""
        canonical, famous = full.canonical(), self.words.famous.get(part.text, frozenset())
        if canonical in famous:
            return len(famous - self.words.famous.keys()) == 1
        known = full.row is not None and full.row.type == "PER" and full.words[-1] == part.text
        return known and is_known_as(part.text, canonical, full.roles, self.lang)

    @staticmethod
    def is_before(part: Name, full: Name) -> bool:
        """Tell whether a part of a name stands before the full one, and no role that both have says it is theirs."""
        return part.first >= 0 and not 0 <= full.first < part.first and part.roles.isdisjoint(full.roles)

    @cached_property
    def relatives(self) -> frozenset[Name]:
        """The forms that a relative is named by: "George Haddad" of "his father, George Haddad", and that before it."""
        text, words = self.text, self.words
        return frozenset(
            name
            for (start, end, _, _), name in zip(self.pieces, self.forms, strict=True)
            if len(name.words) > 1
            and (
                is_relative(text_before(text, start, _REACH), words)
                or is_named_relative(text, end, words.phrases.relative, words)
            )
        )

    @cached_property
    def overshadowed(self) -> frozenset[Name]:
        """The forms whose surname alone may be an unnamed relative's: "the widow, Leila Haddad", "her late husband"."""
        text, words = self.text, self.words
        found: set[Name] = set()
        for (start, *_), name in zip(self.pieces, self.forms, strict=True):
            if len(name.words) < 2:
                continue
            before = text_before(text, start, _REACH)
            told = before.rstrip(" ,").split()[-_LONGEST_RELATION:]
            if words.relations.isdisjoint(told[-1:]):
                continue
            if not words.late.isdisjoint(told) or not is_relative(before, words):
                found.add(name)
        return frozenset(found)

    def first_full(self, full: Name) -> int:
        """Return where a person is first named in full outside headlines, or nearly; -1 if nowhere."""
        return self._first_full.get(full.canonical(), -1)

    @cached_property
    def _first_full(self) -> dict[str, int]:
        """Where each person, by the canonical name, is first named in full, or nearly."""
        first: dict[str, int] = {}
        for name in self.forms:
            if len(name.words) > 1 and name.first >= 0:
                first.setdefault(name.canonical(), name.first)
        return first

    @cached_property
    def _first_alone(self) -> dict[str, int]:
        """Where each form stands first in prose, and not beside a nickname, which makes it a full name.

        "The Haddad administration" is that of whoever is in office.
        """
        first: dict[str, int] = {}
        for (start, end, written, zone), name in zip(self.pieces, self.forms, strict=True):
            if name.related and zone != 1 and written.text not in first and self._stands_alone(start, end):
                first[written.text] = start
        return first

    def _stands_alone(self, start: int, end: int) -> bool:
        text = self.text
        before = text_before(text, start, _LONGEST_NICKNAME)
        named = BEFORE_NICKNAME.match(text, end) is not None or follows_nickname(before)
        led = word_after(text, end).rstrip(_MARKS) in self.words.led
        return not (named or led or is_title(text, start, self.words))


_REACH: Final = 64
_LONGEST_RELATION: Final = 4  # words of "her late first husband"
_MARKS: Final = ",.;:'’s\n"
_LONGEST_NICKNAME: Final = 32
