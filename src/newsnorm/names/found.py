"""The names that were found in one text, of which a mention is made where one is asked for: few are edited."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from newsnorm.names.mention import NameMention, Told, UnlockedMention
from newsnorm.names.piece import Piece
from newsnorm.names.text_words import TextWords
from newsnorm.quotes import with_speech

__all__ = ["FoundNames"]


@dataclass(frozen=True)
class FoundNames:
    """Hold the names of a text in order: where each stands, how it is written, and what linking them told of it.

    ``here`` are the words of the text, which a long one is taken apart for once.
    """

    text: str
    pieces: list[Piece]
    told: list[Told]
    here: TextWords = field(repr=False, compare=False)

    def mentions(self, which: Sequence[int] | None = None) -> list[NameMention]:
        """Return the mentions of all names, or of those at some places in ascending order."""
        mentions: list[NameMention] = []
        places = range(len(self.pieces)) if which is None else which
        pieces = with_speech(self.text, (self.pieces[at] for at in places))
        for at, ((start, end, written, _), quoted) in zip(places, pieces, strict=True):
            type, canonical, form, rule, ambiguous = self.told[at]
            mention = UnlockedMention(
                start, end, written.text, type, canonical, form,
                written.honorific, written.role, rule, ambiguous, quoted,
            )  # fmt: skip
            mention.__class__ = NameMention
            mentions.append(mention)
        return mentions

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The names but for places, in small letters: what may open a line to tell who speaks."""
        return frozenset(
            written.text.lower()
            for (_, _, written, _), told in zip(self.pieces, self.told, strict=True)
            if told[0] != "LOC"
        )

    @cached_property
    def has_labels(self) -> bool:
        """Whether a line may tell who speaks: worked out once, for it is asked of each mention."""
        return ":" in self.text

    @cached_property
    def dialogues(self) -> list[tuple[int, int]]:
        """Where two speak by turns, whose lines tell who: what stands between these lines is spoken, too.

        One asks, the other answers in a few lines, the one asks again ("AP: Why?", "Haddad: Yes.", "AP: When?").
        """
        if self.text.count(":") < _FEW:
            return []
        # Where the text with a line end before it has one, a line of the text starts.
        lines = [(line.start(), line[1].strip("* ")) for line in _LABELLED.finditer(f"\n{self.text}")]
        if len({label for _, label in lines}) == len(lines):
            return []  # mostly: nobody speaks twice
        turns = [
            (start, label)
            for start, label in lines
            if (len(label) < 3 and label.isupper()) or label.lower() in self.speakers
        ]
        found: list[tuple[int, int]] = []
        for (start, one), (middle, other), (end, again) in zip(turns, turns[1:], turns[2:], strict=False):
            if one == again != other and self._is_near(start, middle) and self._is_near(middle, end):
                first = found.pop()[0] if found and start < found[-1][1] else start
                found.append((first, end))
        return found

    def is_in_dialogue(self, position: int) -> bool:
        """Tell whether a position is between the lines of two who speak by turns."""
        at = bisect_left(self.dialogues, (position, 0)) - 1
        return at >= 0 and self.dialogues[at][0] < position < self.dialogues[at][1]

    def _is_near(self, start: int, end: int) -> bool:
        """Tell whether no more than a few lines part two that start here."""
        return sum(map(bool, map(str.strip, self.text[start:end].split("\n")))) <= _FEW


_LABELLED: Final = re.compile(r"\n([^:\n]{1,40}):[ \u00a0]")
_FEW: Final = 3
