"""What the model sees of a unit: small whole numbers, by itself and from what stands around it.

A *sign* is one such number, and its value has a name in `SIGNS`; a *family* is a sign or a few signs taken together, and the
model has a weight for each combination of values. White space, blank lines and the style of quotation marks are
no signs, and neither are units that rules took away.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from newsnorm.boilerplate.look import Look
from newsnorm.boilerplate.zones import Zones
from newsnorm.rules import data_text

__all__ = ["FAMILIES", "SIGNS", "own_signs", "signs"]

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
}
_OWN: Final = 10
_INDEX: Final = {name: index for index, name in enumerate(SIGNS)}

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
)

_BAR: Final = re.compile(r"\S ?[|•·►▪»›] ?\S")
_ADDRESS: Final = re.compile(r"https?:|www\.|@\w+\.\w|\w\.(?:com|org|net|de|co)\b")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END: Final = re.compile(r"[.!?][\"')]? ")
_CASED: Final = re.compile(r"[^\W\d_]+")


def own_signs(unit: Look) -> tuple[int, ...]:
    """Return the signs that a unit bears by itself."""
    text, words = unit.unit.text, unit.words
    cased = _CASED.findall(text)
    high = sum(1 for word in cased if not word[0].islower()) / len(cased) if cased else 0.0
    stops = _function_words()
    function = sum(1 for token in unit.tokens if token in stops) / len(unit.tokens) if unit.tokens else 0.0
    digits = sum(1 for token in unit.tokens if token[0].isdigit()) / len(unit.tokens) if unit.tokens else 0.0
    sentences = min(3, len(_SENTENCE_END.findall(text)) + unit.stops)
    return (
        bisect_right(_LENGTHS, words), _ending(text), _start(text[0]), _special(text), bisect_right(_SHARES, high),
        bisect_right(_SHARES, function), bisect_right(_SHARES, digits), _shape(unit), sentences, int('"' in text),
    )  # fmt: skip


def signs(looks: Sequence[Look], core: Zones, own: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Return all signs of all units; ``own`` holds `own_signs` of each."""
    count = len(looks)
    shape = [0, 0, *(values[7] for values in own), 0, 0]
    prose = [unit.words if unit.prose else 0 for unit in looks]
    before = [0, *accumulate(prose)]
    every = [0, *accumulate(unit.words for unit in looks)]
    share = bisect_right(_SHARES, before[-1] / max(1, every[-1]))
    size = bisect_right(_AMOUNTS, every[-1])
    since, to = _distances(prose), _distances(prose[::-1])[::-1]
    runs = [0 if words else a + b + 1 for words, a, b in zip(prose, since, to, strict=True)]
    copies = Counter(unit.tokens for unit in looks)
    found: list[tuple[int, ...]] = []
    for index, unit in enumerate(looks):
        inside = core.start <= index < core.end
        zone = 1 if inside else 0 if index < core.start else 2
        away = 0 if inside else core.start - index if index < core.start else index - core.end + 1
        low, high = max(0, index - 3), min(count, index + 4)
        near = (before[high] - before[low] - prose[index]) / max(1, every[high] - every[low] - unit.words)
        found.append((
            *own[index], zone, bisect_right(_STEPS, away), shape[index + 1], shape[index + 3], shape[index], shape[index + 4],
            bisect_right(_STEPS, since[index]), bisect_right(_STEPS, to[index]), bisect_right(_AMOUNTS, before[index]),
            bisect_right(_AMOUNTS, before[-1] - before[index + 1]), bisect_right(_SHARES, core.cohesion(unit, inside and unit.prose)),
            bisect_right(_SHARES, near), share, bisect_right(_STEPS, runs[index]), _shared(unit, looks, index),
            _place(core, index), _alike(own, shape, index, count), min(3, copies[unit.tokens]) - 1, bisect_right(_STEPS, index), bisect_right(_STEPS, count - 1 - index), size,
        ))  # fmt: skip
    return found


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


def _alike(own: Sequence[tuple[int, ...]], shape: Sequence[int], index: int, count: int) -> int:
    """Tell how many of the four units around start the same way and have about the same length."""
    mine = own[index]
    alike = sum(
        1
        for other in (index - 2, index - 1, index + 1, index + 2)
        if 0 <= other < count and own[other][2] == mine[2] and abs(own[other][0] - mine[0]) <= 1
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
    if _BAR.search(text):
        return 1
    if _ADDRESS.search(text):
        return 3
    if "→" in text or "»" in text or "›" in text:
        return 10
    if "#" in text or "@" in text:
        return 7
    if len(text) > 200:
        return 0
    if _CLOCK.search(text):
        return 4
    if _YEAR.search(text):
        return 5
    if "$" in text or "€" in text or "£" in text:
        return 9
    if " - " in text or " – " in text or " — " in text:
        return 8
    return 6 if "/" in text else 0


@cache
def _function_words() -> frozenset[str]:
    tables = tomllib.loads(data_text("any/languages.toml"))
    return frozenset(word for name in ("english", "others") for word in tables[name].split())
