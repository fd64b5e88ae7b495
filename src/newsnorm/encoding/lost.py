"""Restore quotation marks and apostrophes of which only a replacement character or question marks are left."""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from newsnorm.edits import Edit
from newsnorm.rules import data_tables

__all__ = ["lost_mark_edits"]

_LOST: Final = r"(?:\ufffd{1,3}|â\?\?)"
_OPENING: Final = regex.compile(rf"(?<![^\s(\[—–]){_LOST}(?=[\p{{L}}\p{{N}}(\[$£€])")
_CLOSING: Final = regex.compile(rf"(?<=[\p{{L}}\p{{N}}.,!?…)%]){_LOST}(?=[\s.,;:!?)\]—–]|$)", regex.M)
_ANY: Final = regex.compile(_LOST)
_RULE: Final = ("encoding.lost-mark",)


def lost_mark_edits(text: str) -> list[Edit]:
    """Return the edits that restore lost marks, if all that was lost can be told from its neighbours.

    Where letters were lost too, what stood between two letters is anybody's guess, so the text stays as it is.
    """
    if "\ufffd" not in text and "â??" not in text:
        return []
    found: dict[int, tuple[str, int]] = {}
    for pattern, new in ((_OPENING, "“"), (_CLOSING, "”"), (_apostrophe(), "’")):
        found.update((match.start(), (new, match.end())) for match in pattern.finditer(text))
    if any(match.start() not in found and _is_inside_word(text, *match.span()) for match in _ANY.finditer(text)):
        return []
    return [Edit(start, end, new, _RULE) for start, new, end in _paired(text, found)]


@cache
def _apostrophe(lang: str = "en") -> regex.Pattern[str]:
    """Return the pattern of a lost apostrophe: what stands around it can be no word with a letter in its place."""
    words = data_tables(f"{lang}/encoding.toml")["question_marks"]
    endings = "|".join(words["endings"]).replace(".)", f"{_LOST})")
    return regex.compile(
        rf"(?<=\p{{L}})(?<!\b(?:{'|'.join(words['unaccented'])})){_LOST}(?=(?:{endings})(?![\p{{L}}\p{{M}}\ufffd]))"
    )


@cache
def _accented(lang: str = "en") -> regex.Pattern[str]:
    """Return the pattern of what ends in a letter that was lost, not a plural's apostrophe: "José"."""
    words = data_tables(f"{lang}/encoding.toml")["question_marks"]
    return regex.compile(rf"\b(?:{'|'.join([*words['unaccented'], *words['ending_accented']])})$")


def _is_inside_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def _paired(text: str, found: dict[int, tuple[str, int]]) -> list[tuple[int, str, int]]:
    """Return the apostrophes, and the marks that open and close in turn within a line."""
    kept: list[tuple[int, str, int]] = []
    opened: tuple[int, str, int] | None = None
    for start in sorted(found):
        new, end = found[start]
        if opened and text.find("\n", opened[0], start) >= 0:
            opened = None
        if new == "’":
            kept.append((start, new, end))
        elif new == "“":
            opened = (start, new, end)
        elif opened:
            kept += [opened, (start, new, end)]
            opened = None
        elif text[start - 1] in "sS" and not _accented().search(text, max(0, start - 16), start):
            kept.append((start, "’", end))
    kept.sort()
    return kept
