"""Find double quotation marks that are written as two characters: ``…'', ''…'', ‘‘…’’, ´´…´´, ,,…''."""

from __future__ import annotations

import re
from typing import Final

from newsnorm.quotes.neighbours import is_word

__all__ = ["doubled_marks", "has_doubled"]

_PAIR: Final = re.compile("[`´,'’‘‛‚][`´,'’‘‛‚]")
_RUN: Final = re.compile(
    r"[`'’‘‛‚´\"“”„«»\n,](?:(?<=`)`+|(?<=['’‘‛‚])['’‘‛‚]+|(?<=´)´+|(?<=[\"“”„«»])|(?<=\n)[ \t]*\n|(?<=,)(?<![,\w],),(?!,))"
)
_LOW_CLOSER: Final = re.compile(r"''|[”“\"]|’’|‘‘|´´")


def doubled_marks(text: str) -> dict[int, str]:
    """Return where two characters are one double mark, and those characters.

    ``` `` ``` always is one. Others are if they come in pairs within a paragraph, for ''90s' and workers''
    may be two single marks.
    """
    if not has_doubled(text):
        return {}
    found: dict[int, str] = {}
    opened: list[tuple[int, str]] = []  # openers of the paragraph that wait for their closer
    pending = False
    for match in _RUN.finditer(text):
        run, start = match[0], match.start()
        if run[0] == "\n":
            opened, pending = [], _carried(text, match.end(), opened, pending, found)
        elif len(run) == 1:
            pending = not pending
        elif run == "``":
            found[start] = run
            pending = True
        elif run == ",,":
            if _opens(text, start, start + 2) and _LOW_CLOSER.search(text, start + 3, start + 400):
                found[start] = run
                pending = True
        elif len(run) == 3 and pending and run[0] in "'’‘":
            found[start + 1] = run[1:]
            pending = False
        elif len(run) == 2:
            if _opens(text, start, start + 2) and not pending:
                opened.append((start, run))
            elif _closes(text, start) and (pending or opened):
                if opened and not pending:
                    found.update([opened.pop()])
                found[start] = run
                pending = False
    return found


def has_doubled(text: str) -> bool:
    """Tell at once whether two characters in a row may be one mark."""
    if text.isascii():
        return "``" in text or "''" in text or ",," in text
    return bool(_PAIR.search(text))


def _carried(text: str, at: int, opened: list[tuple[int, str]], pending: bool, found: dict[int, str]) -> bool:
    """Settle an opener that its paragraph does not close: it is one if the next paragraph opens with another."""
    if opened and text[at : at + 2] in ("''", "’’", "´´", "‚‚"):
        found.update([opened[-1]])
    return False


def _opens(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(after) and not after.isspace() and not (before and (is_word(before) or before in ".,;:!?…)"))


def _closes(text: str, start: int) -> bool:
    return start > 0 and not text[start - 1].isspace()
