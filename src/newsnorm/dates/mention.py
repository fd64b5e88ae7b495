"""What was found: one time expression, what it means, and how its meaning was settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsnorm.unlocked import unlocked

__all__ = ["Anchor", "DateMention", "DateType", "UnlockedMention"]

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["publication", "mention"] | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """Hold a time expression of a text.

    ``start`` and ``end`` are positions in the text that was given, ``type`` and ``value`` as in TIMEX3
    ("2022-02-15", "2022-W06", "2022-02-15TEV", "P3D", "PAST_REF"; "XXXX-WXX-2" where nothing settles it).
    ``rule`` is the rule that settled it. ``annotation`` is what "annotate" prints in the brackets, or None
    where nothing is printed. ``quoted`` tells that it stands in a quotation. In ``text`` a space stands for a line end
    at which a line was broken.

    ``anchor`` is what the value leans on: the "publication" date, another "mention" (which starts at
    ``anchor_start``), or None for a value that the words alone give. ``cue`` is the word near by that gave
    the direction ("will", "said"), if one did, and ``certain`` tells that the value is said, not implied.
    """

    start: int
    end: int
    text: str
    type: DateType
    value: str
    rule: str
    annotation: str | None = None
    quoted: bool = False
    anchor: Anchor = None
    anchor_start: int | None = None
    cue: str | None = None
    certain: bool = True


UnlockedMention: type[DateMention] = unlocked(DateMention)
