"""Cut a text into units: the pieces that are boilerplate or not as a whole.

A unit is a line; or a piece of a line that was glued from several when a page was dumped to text ("Getty
ImagesDUBAI, United Arab Emirates —"); or a sentence, where the whole text is one long line. Joints are virtual:
no character changes because a line was cut at one. Whether a line is cut, and where, depends on that line alone
(sentences: on there being one line), so that taking units away does not change how the others are cut.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.boilerplate.lexicon import straightened
from newsnorm.rules import data_text

__all__ = ["Unit", "units"]

_LINE: Final = re.compile(r"[^\s][^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
_LOW: Final = "a-zß-öø-ÿ"
_UP: Final = "A-ZÀ-ÖØ-Þ"
# A word and a capital that meet with no space: "PressEurope", "read.Track", "2023Share", "said)The".
_JOINT: Final = re.compile(
    rf"(?<=[{_LOW}][{_LOW}0-9]{{2}})(?=[{_UP}][{_LOW}]{{2}}|[{_UP}]{{3}})"
    rf"|(?<=[{_LOW}0-9\"')%][.!?:])(?=[{_UP}\"][{_LOW}])|(?<=[.!?][\"')])(?=[{_UP}\"][{_LOW}])"
    rf"|(?<=[0-9])(?=[{_UP}][{_LOW}]{{3}})|(?<=[{_LOW}]\))(?=[{_UP}][{_LOW}])"
)
_SENTENCE: Final = re.compile(rf"(?<=[{_LOW}0-9)\"'%][.!?])[\"')]? +(?=[{_UP}\"'(\[0-9])")
_TOKEN_BEFORE: Final = re.compile(r"[^\W\d_]*\Z")
_TOKEN_AFTER: Final = re.compile(r"[^\W\d_]*")
ONE_LINE: Final = 60  # words that a text of a single line must have to be read by sentences


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold where a unit stands and its text with straight quotes and plain spaces.

    ``glued`` tells that its line goes on after it.
    """

    start: int
    end: int
    text: str
    glued: bool = False


def units(text: str) -> list[Unit]:
    """Return the units of a text in order; every character but white space is in one.

    >>> [unit.text for unit in units("One line.\\n\\nRead moreCLEAR LAKE, Iowa")]
    ['One line.', 'Read more', 'CLEAR LAKE, Iowa']
    """
    folded = straightened(text)
    found: list[Unit] = []
    joints = _joints(folded)
    at = 0
    for line in _LINE.finditer(folded):
        start, end = line.span()
        end = start + len(folded[start:end].rstrip())
        while at < len(joints) and joints[at] <= start:
            at += 1
        while at < len(joints) and joints[at] < end:
            found.append(Unit(start, joints[at], folded[start : joints[at]], True))
            start = joints[at]
            at += 1
        found.append(Unit(start, end, folded[start:end]))
    if len(found) == 1 and found[0].text.count(" ") >= ONE_LINE:
        return list(_sentences(found[0]))
    return found


def _joints(text: str) -> list[int]:
    return [found.start() for found in _JOINT.finditer(text) if not _is_a_name(text, found.start())]


def _is_a_name(text: str, at: int) -> bool:
    """Tell whether what looks like a joint is the inside of a name such as "YouTube"."""
    before = _TOKEN_BEFORE.search(text, max(0, at - 20), at)
    after = _TOKEN_AFTER.match(text, at, at + 20)
    if not before or not after or not before[0]:
        return False
    return (before[0] + after[0]).lower().removesuffix("s") in _camel_names() or before[0] in _camel_starts()


@cache
def _camel_names() -> frozenset[str]:
    return frozenset(name.lower() for name in tomllib.loads(data_text("any/structure.toml"))["camel"]["names"])


@cache
def _camel_starts() -> frozenset[str]:
    return frozenset(tomllib.loads(data_text("any/structure.toml"))["camel"]["starts"])


def _sentences(line: Unit) -> Iterator[Unit]:
    start = 0
    for gap in _SENTENCE.finditer(line.text):
        end = gap.end() - len(gap[0]) + len(gap[0].rstrip())
        yield Unit(line.start + start, line.start + end, line.text[start:end], True)
        start = gap.end()
    yield Unit(line.start + start, line.end, line.text[start:])
