"""What the model sees of a unit: small whole numbers, by itself and from what stands around it.

A *sign* is one such number, and its value has a name in `SIGNS`; a *family* is two or three signs taken together,
and the model has a weight for each combination of values. White space, blank lines and the style of quotation marks
are no signs. Units that rules took away are none of the neighbours, but where they stood speaks against what is left.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from newsnorm.boilerplate.look import Look, known_words
from newsnorm.boilerplate.tables import tables
from newsnorm.boilerplate.zones import Zones, reach

__all__ = ["EVIDENCE", "FAMILIES", "SHARED", "SIGNS", "Surroundings", "gaps", "rough_signs", "signs"]

_LENGTHS: Final = (2, 3, 4, 6, 9, 13, 18, 25, 40, 80)
_LENGTH_NAMES: Final = (
    "1 word",
    "2 words",
    "3 words",
    "4-5 words",
    "6-8 words",
    "9-12 words",
    "13-17 words",
    "18-24 words",
    "25-39 words",
    "40-79 words",
    "80 words or more",
)
_STEPS: Final = (1, 2, 3, 5, 9, 17, 40)
_STEP_NAMES: Final = ("0", "1", "2", "3-4", "5-8", "9-16", "17-39", "40 or more")
_SHARES: Final = (0.01, 0.15, 0.3, 0.45, 0.6, 0.8, 0.99)
_SHARE_NAMES: Final = ("none", "under 15 %", "15-30 %", "30-45 %", "45-60 %", "60-80 %", "80-99 %", "all")
_AMOUNTS: Final = (1, 30, 80, 200, 500)
_AMOUNT_NAMES: Final = (
    "no words",
    "under 30 words",
    "30-79 words",
    "80-199 words",
    "200-499 words",
    "500 words or more",
)
_SHAPES: Final = (
    "edge of the text",
    "1 word",
    "2-3 words",
    "4-8 words",
    "9-19 words",
    "20 words or more",
    "1-3 words, full stop",
    "4-9 words, full stop",
    "short prose",
    "prose",
    "long prose",
    "number",
    "with a colon",
)
_ENDS: Final = (
    "letter",
    "full stop",
    "question mark",
    "exclamation mark",
    "colon",
    "comma",
    "dots",
    "digit",
    "quote",
    "bracket",
    "sign",
)
_STARTS: Final = ("capital", "lower case", "digit", "quote", "bracket", "bullet or dash", "hash or at", "sign")
_SPECIAL: Final = (
    "plain",
    "bar or bullet between",
    "copyright sign",
    "address or link",
    "clock time",
    "year",
    "slash",
    "hash or at sign",
    "dash with spaces",
    "currency",
    "arrow",
)
_ZONES: Final = ("before the core", "in the core", "after the core")
_FEW: Final = (1, 2, 4, 8, 16, 40)
_FEW_NAMES: Final = ("0", "1", "2-3", "4-7", "8-15", "16-39", "40 or more")
_PARTS: Final = (0.001, 0.05, 0.15, 0.3, 0.5)
_PART_NAMES: Final = ("none", "under 5 %", "5-15 %", "15-30 %", "30-50 %", "half or more")

_PLACES: Final = (
    "outside",
    "first of the core",
    "second of the core",
    "deep in the core",
    "last but two of the core",
    "last but one of the core",
    "last of the core",
)

#: The signs in the order of the numbers, each with the names of its values.
SIGNS: Final[dict[str, tuple[str, ...]]] = {
    "length": _LENGTH_NAMES,
    "ending": _ENDS,
    "start": _STARTS,
    "special": _SPECIAL,
    "capitals": _SHARE_NAMES,
    "function words": _SHARE_NAMES,
    "digits": _SHARE_NAMES,
    "shape": _SHAPES,
    "sentences": ("0", "1", "2", "3 or more"),
    "quoted": ("no", "yes"),
    "zone": _ZONES,
    "units from the core": _STEP_NAMES,
    "unit before": _SHAPES,
    "unit after": _SHAPES,
    "second before": _SHAPES,
    "second after": _SHAPES,
    "units since prose": _STEP_NAMES,
    "units to prose": _STEP_NAMES,
    "prose before": _AMOUNT_NAMES,
    "prose after": _AMOUNT_NAMES,
    "words shared with the core": _SHARE_NAMES,
    "prose near": _SHARE_NAMES,
    "prose of the text": _SHARE_NAMES,
    "run of short units": _STEP_NAMES,
    "words shared with the next": _SHARE_NAMES,
    "place in the core": _PLACES,
    "alike in the run": ("none", "some", "most"),
    "copies": ("one", "two", "more"),
    "units before": _STEP_NAMES,
    "units after": _STEP_NAMES,
    "size of the text": _AMOUNT_NAMES,
    "rules took beside it": ("nothing", "before", "after", "before and after"),
    "rules took close by": _FEW_NAMES,
    "rules took of the text": _PART_NAMES,
    "rules took in all": _FEW_NAMES,
}

FAMILIES: Final[tuple[tuple[str, ...], ...]] = (
    ("length", "zone", "units from the core"),
    ("length", "ending", "zone"),
    ("length", "capitals", "zone"),
    ("start", "ending"),
    ("start", "zone"),
    ("special", "zone", "length"),
    ("length", "function words", "zone"),
    ("digits", "length"),
    ("shape", "unit before", "unit after"),
    ("unit before", "second before", "zone"),
    ("unit after", "second after", "zone"),
    ("shape", "units since prose", "units to prose"),
    ("prose after", "shape"),
    ("prose before", "shape"),
    ("words shared with the core", "zone", "shape"),
    ("words shared with the core", "units from the core", "zone"),
    ("prose near", "zone", "shape"),
    ("prose of the text", "zone", "shape"),
    ("units before", "shape"),
    ("units after", "shape"),
    ("size of the text", "zone"),
    ("sentences", "zone", "length"),
    ("quoted", "zone", "length"),
    ("prose of the text", "units since prose", "units to prose"),
    ("prose before", "prose after"),
    ("units from the core", "zone", "unit after"),
    ("function words", "capitals", "shape"),
    ("run of short units", "zone", "shape"),
    ("words shared with the next", "zone", "shape"),
    ("place in the core", "shape"),
    ("place in the core", "words shared with the core"),
    ("alike in the run", "zone", "length"),
    ("alike in the run", "run of short units", "zone"),
    ("copies", "shape", "zone"),
    ("rules took beside it", "zone"),
    ("rules took close by", "zone"),
    ("rules took of the text", "zone"),
    ("rules took in all", "zone"),
)

#: Families that weigh for removing or not at all: what rules took is gone when a text is cleaned again, and then
#: nothing else must go.
EVIDENCE: Final = tuple(number for number, family in enumerate(FAMILIES) if family[0].startswith("rules took"))

#: The signs that take longest to find: one word after the other is looked for in what stands around the unit.
SHARED: Final = ("words shared with the core", "words shared with the next")
_SHARED_CORE, _SHARED_NEXT = map(list(SIGNS).index, SHARED)

_BAR: Final = re.compile(r"\S ?[|•·►▪»›] ?\S")
_ADDRESS: Final = re.compile(r"https?:|www\.|@\w+\.\w|\w\.(?:com|org|net|de|co)\b")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END: Final = re.compile(r"[.!?][\"')]? ")
_CASED: Final = re.compile(r"[^\W\d_]+")
# As str.translate reads it: each ASCII letter, a space for the rest.
_LETTERS: Final = "".join(sign if sign.isalpha() else " " for sign in map(chr, range(128)))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold what the signs of all units of a text draw on; worked out once a text."""

    looks: Sequence[Look]
    core: Zones
    shapes: list[int]  # with two edges before and after
    prose: list[int]  # words of each unit that is prose
    prose_before: list[int]
    words_before: list[int]
    since: list[int]
    to: list[int]
    copies: Counter[str]
    taken: list[int]  # how many pieces rules took before each unit, and after the last one
    all_taken: int
    reach: tuple[int, int]  # where the article may start and end
    tables: tuple[int, int]  # the same with tables right before and after its core

    @classmethod
    def of(cls, looks: Sequence[Look], core: Zones, taken: Iterable[int] = ()) -> Surroundings:
        """Work out what the signs draw on; ``taken`` is where in the text the pieces started that rules took."""
        prose = [unit.words if unit.prose else 0 for unit in looks]
        between = gaps(looks, taken)
        return cls(
            looks,
            core,
            [0, 0, *map(_shape, looks), 0, 0],
            prose,
            [0, *accumulate(prose)],
            [0, *accumulate([unit.words for unit in looks])],
            _distances(prose),
            _distances(prose[::-1])[::-1],
            Counter([unit.said for unit in looks]),
            between,
            sum(between),
            reach(looks, core, between),
            tables(looks, core, between),
        )

    def run(self, index: int) -> int:
        """Return how many units without prose stand together where this one does."""
        return 0 if self.prose[index] else self.since[index] + self.to[index] + 1


def signs(index: int, around: Surroundings, rough: tuple[int, ...] | None = None) -> tuple[int, ...]:
    """Return all signs of one unit of a text; ``rough`` are its `rough_signs`, if they are known."""
    looks, core = around.looks, around.core
    value = list(rough or rough_signs(index, around))
    unit, inside = looks[index], core.start <= index < core.end
    value[_SHARED_CORE] = bisect_right(_SHARES, core.cohesion(unit, inside and unit.prose))
    value[_SHARED_NEXT] = _shared(unit, looks, index)
    return tuple(value)


def rough_signs(index: int, around: Surroundings) -> tuple[int, ...]:
    """Return the signs of one unit of a text, with 0 for those that are `SHARED`."""
    looks, core, shapes = around.looks, around.core, around.shapes
    before, every, prose = around.prose_before, around.words_before, around.prose
    count, unit = len(looks), looks[index]
    inside = core.start <= index < core.end
    away = 0 if inside else core.start - index if index < core.start else index - core.end + 1
    low, high = max(0, index - 3), min(count, index + 4)
    near = (before[high] - before[low] - prose[index]) / max(1, every[high] - every[low] - unit.words)
    return (
        *_own_signs(unit, shapes[index + 2]),
        1 if inside else 0 if index < core.start else 2,
        bisect_right(_STEPS, away),
        shapes[index + 1],
        shapes[index + 3],
        shapes[index],
        shapes[index + 4],
        bisect_right(_STEPS, around.since[index]),
        bisect_right(_STEPS, around.to[index]),
        bisect_right(_AMOUNTS, before[index]),
        bisect_right(_AMOUNTS, before[-1] - before[index + 1]),
        0,
        bisect_right(_SHARES, near),
        bisect_right(_SHARES, before[-1] / max(1, every[-1])),
        bisect_right(_STEPS, around.run(index)),
        0,
        _place(core, index),
        _alike(looks, index),
        min(3, around.copies[unit.said]) - 1,
        bisect_right(_STEPS, index),
        bisect_right(_STEPS, count - 1 - index),
        bisect_right(_AMOUNTS, every[-1]),
        *_taken_signs(index, around),
    )


def _taken_signs(index: int, around: Surroundings) -> tuple[int, int, int, int]:
    """Return the signs of what rules took from around a unit."""
    taken, every = around.taken, around.all_taken
    if not every:
        return 0, 0, 0, 0
    close = sum(taken[max(0, index - 2) : index + 4])
    return (
        (taken[index] > 0) + 2 * (taken[index + 1] > 0),
        bisect_right(_FEW, close),
        bisect_right(_PARTS, every / (every + len(around.looks))),
        bisect_right(_FEW, every),
    )


def gaps(looks: Sequence[Look], taken: Iterable[int]) -> list[int]:
    """Return how many of the places stand between each unit and the one before it, and how many after the last."""
    starts = [unit.unit.start for unit in looks]
    counts = [0] * (len(looks) + 1)
    for position in taken:
        counts[bisect_left(starts, position)] += 1
    return counts


# A text is read again when something went: what is known of its units then need not be worked out anew.
@lru_cache(maxsize=512)
def _own_signs(unit: Look, shape: int) -> tuple[int, ...]:
    """Return the signs that a unit bears by itself."""
    text, tokens = unit.unit.text, unit.said.split()
    cased = _letters_of(text)
    high = sum([not word[0].islower() for word in cased]) / len(cased) if cased else 0.0
    size = len(tokens) or 1
    function = sum(map(known_words().__contains__, tokens)) / size
    digits = sum([token[0].isdigit() for token in tokens]) / size
    return (
        bisect_right(_LENGTHS, unit.words),
        _ending(text),
        _start(text[0]),
        _special(text),
        bisect_right(_SHARES, high),
        bisect_right(_SHARES, function),
        bisect_right(_SHARES, digits),
        shape,
        min(3, len(_SENTENCE_END.findall(text)) + unit.stops),
        int('"' in text),
    )


def _letters_of(text: str) -> list[str]:
    """Return the runs of letters of a text."""
    return text.translate(_LETTERS).split() if text.isascii() else _CASED.findall(text)


def _shared(unit: Look, looks: Sequence[Look], index: int) -> int:
    """Return which share of the unit's content words the next unit of prose, at most two away, has too."""
    content = unit.content
    if not content:
        return 0
    for after in looks[index + 1 : index + 3]:
        if after.prose:
            return bisect_right(_SHARES, len(content & after.content) / len(content))
    return 0


def _place(core: Zones, index: int) -> int:
    if not core.start <= index < core.end:
        return 0
    to_end = core.end - 1 - index
    if to_end <= 2:
        return 6 - to_end
    return min(3, index - core.start + 1)


def _alike(looks: Sequence[Look], index: int) -> int:
    """Tell how many of the four units around start the same way and have about the same length."""
    start, length = _start(looks[index].unit.text[0]), bisect_right(_LENGTHS, looks[index].words)
    around = (*looks[max(0, index - 2) : index], *looks[index + 1 : index + 3])
    alike = sum(
        [
            abs(bisect_right(_LENGTHS, other.words) - length) <= 1 and _start(other.unit.text[0]) == start
            for other in around
        ]
    )
    return 0 if alike == 0 else 1 if alike <= 2 else 2


def _distances(prose: Sequence[int]) -> list[int]:
    distances, last = [], 100
    for words in prose:
        distances.append(last)
        last = 0 if words else last + 1
    return distances


def _shape(unit: Look) -> int:
    words = unit.words
    if unit.prose:
        return 8 if words < 20 else 9 if words < 40 else 10
    if words <= 2 and unit.unit.text[0].isdigit():
        return 11
    if unit.stops:
        return 6 if words <= 3 else 7
    if unit.unit.text[-1] == ":":
        return 12
    return 1 if words <= 1 else 2 if words <= 3 else 3 if words <= 8 else 4 if words <= 19 else 5


def _ending(text: str) -> int:
    last = text[-1]
    if last in "\"'":
        return 8
    if last.isalpha():
        return 0
    if last.isdigit():
        return 7
    if text.endswith(("...", "…")):
        return 6
    return {".": 1, "?": 2, "!": 3, ":": 4, ",": 5, ")": 9, "]": 9, "。": 1, "？": 2, "！": 3}.get(last, 10)


def _start(first: str) -> int:
    if first.isalpha():
        return 1 if first.islower() else 0
    if first.isdigit():
        return 2
    return {'"': 3, "'": 3, "(": 4, "[": 4, "-": 5, "–": 5, "—": 5, "•": 5, "*": 5, "·": 5, "#": 6, "@": 6}.get(
        first, 7
    )


def _special(text: str) -> int:
    if "©" in text or "(c)" in text:
        return 2
    if len(text) > 200:
        return 0
    if _BAR.search(text):
        return 1
    if ("." in text or ":" in text) and _ADDRESS.search(text):
        return 3
    if "→" in text or "»" in text or "›" in text:
        return 10
    if "#" in text or "@" in text:
        return 7
    if any(map(str.isdigit, text)):
        if _CLOCK.search(text):
            return 4
        if _YEAR.search(text):
            return 5
    if "$" in text or "€" in text or "£" in text:
        return 9
    if " - " in text or " – " in text or " — " in text:
        return 8
    return 6 if "/" in text else 0
