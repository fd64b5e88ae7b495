"""Find double quotation marks that are written as two characters: ``…'', ''…'', ‘‘…’’, ´´…´´, ,,…''."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import sub
from typing import Final

from newsnorm.quotes.neighbours import ANY, is_word
from newsnorm.signs import places, unusual

__all__ = ["doubled_marks", "has_doubled", "has_low_mark"]

_PARTS: Final = "`´'’‘‛‚"
_RARE_PARTS: Final = frozenset("´’‘‛‚")
# A pattern finds two characters in half the time that "in" takes.
_TWO_COMMAS: Final = re.compile(",,")
_TWO_SINGLES: Final = re.compile("''")
_BREAK: Final = re.compile(r"\n[ \t]*\n")
# A run of one sort of mark, or a double mark.
_RUN: Final = re.compile(
    r"[`'’‘‛‚´\"“”„‟«»,](?:(?<=`)`+|(?<=['’‘‛‚])['’‘‛‚]+|(?<=´)´+|(?<=[\"“”„‟«»])|(?<=,)(?<![,\w],),(?!,))"
)
_SINGLE: Final = frozenset("'’‘‛")
_OPENERS: Final = frozenset(("''", "’’", "‘‘", "´´", "‚‚"))
_LOW_CLOSER: Final = re.compile(r"''|[”“\"]|’’|‘‘|´´")


def doubled_marks(text: str) -> dict[int, str]:
    """Return where two characters are one double mark, and those characters.

    ``` `` ``` always is one. Others are if they come in pairs within a paragraph, for ''90s' and workers''
    may be two single marks.
    """
    if not has_doubled(text):
        return {}
    found: dict[int, str] = {}
    start = 0
    for end, following in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        if has_doubled(text[start:end]):
            runs = [(match.start(), match[0]) for match in _RUN.finditer(text, start, end)]
            found.update(_of_paragraph(text, runs, following))
        start = following
    return found


def has_doubled(text: str) -> bool:
    """Tell at once whether two characters in a row may be one mark."""
    if ("'" in text and _TWO_SINGLES.search(text)) or has_low_mark(text) or ("`" in text and "``" in text):
        return True
    if text.isascii() or _RARE_PARTS.isdisjoint(unusual(text)):
        return False
    found = places(text, _PARTS)
    return 1 in map(sub, found[1:], found)


def has_low_mark(text: str) -> bool:
    """Tell whether a text has two commas in a row, which may be one mark."""
    return _TWO_COMMAS.search(text) is not None


def _of_paragraph(text: str, runs: list[tuple[int, str]], following: int) -> Iterator[tuple[int, str]]:
    """Yield the double marks of a paragraph; ``following`` is where the next one starts.

    An opener that nothing closes is one if the next paragraph opens with another.
    """
    waiting: tuple[int, str] | None = None
    pending = False  # whether a double mark is open
    for start, run in runs:
        if len(run) == 1:
            pending = not pending
        elif run == "``" or (run == ",," and _is_low_mark(text, start)):
            yield start, run
            pending = True
        elif pending and len(run) == 3 and run[0] in _SINGLE and _closes(text, start + 1):
            yield start + 1, run[1:]
            pending = False
        elif len(run) == 2 and not pending and _opens(text, start):
            waiting = start, run
        elif len(run) == 2 and _closes(text, start) and (pending or waiting):
            if waiting and not pending:
                yield waiting
                waiting = None
            yield start, run
            pending = False
    if waiting and text[following : following + 2] in _OPENERS:
        yield waiting


def _is_low_mark(text: str, start: int) -> bool:
    return _opens(text, start) and bool(_LOW_CLOSER.search(text, start + 3, start + 400))


def _opens(text: str, start: int) -> bool:
    before, after = text[start - 1 : start], text[start + 2 : start + 3]
    return bool(after) and not after.isspace() and not (before and (is_word(before) or before in ".,;:!?…)"))


def _closes(text: str, start: int) -> bool:
    before, after = text[start - 1 : start], text[start + 2 : start + 3]
    if not before or before.isspace():
        return False
    return not (after and is_word(after) and (before in ANY or is_word(before)))  # "I don''t know"
