"""Tell where a name keeps a spelling that the tables would change: it is another's, or the text speaks of it.

James Lyons is not the town, Odessa in Texas not the port, and "Kyiv, formerly spelled Kiev" tells of both spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsnorm.names.forms import normal_form
from newsnorm.names.found import FoundNames
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.signs import has_any

__all__ = ["has_age", "is_beside", "kept_names"]


def kept_names(found: FoundNames, which: Iterable[int], words: Vocabulary) -> set[str]:
    """Return those of the names at some places that are, in this text, a person's surname or a town of another land."""
    kept: set[str] = set()
    single: set[str] = set()
    for at in which:
        _, end, written, _ = found.pieces[at]
        if found.told[at][0] == "PER":
            continue
        if len(written.words) == 1:
            single.add(written.text)
        if _is_in_state(found.text[end : end + _REACH], words):
            kept.add(written.text)
    if single:
        for (_, _, written, _), told in zip(found.pieces, found.told, strict=True):
            if told[0] == "PER" and len(written.words) > 1 and written.words[-1] in single:
                kept.add(written.words[-1])
    return kept


def _is_in_state(after: str, words: Vocabulary) -> bool:
    """Tell whether a state follows a town: ", Texas", ", Ill.", " in North Dakota", ", a West Texas oil town"."""
    state = _STATE.match(after)
    if state is not None:
        name = state[1]
        return not words.states.isdisjoint((name, name.partition(" ")[0])) or name.rstrip(",") in words.regions
    told = _TOLD.match(after)
    if told is None or words.settlements.isdisjoint(told[0].split()):
        return False
    return any(not words.states.isdisjoint((name, name.rpartition(" ")[2])) for name in _CAPITALS.findall(told[0]))


_REACH: Final = 80
_STATE: Final = re.compile(r"(?:,| in) ([A-Z][\w.]+(?: [A-Z]\w+)?)")
_TOLD: Final = re.compile(r", [a-z][^,.;:\n]+")
_CAPITALS: Final = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?")


def is_beside(found: FoundNames, at: int, spelling: str, within: str = "") -> bool:
    """Tell whether another spelling of the name at a place stands beside it: "Kyiv, formerly spelled Kiev".

    None of the signs of ``within`` may part the two.
    """
    start, end, written, _ = found.pieces[at]
    if normal_form(written.text) == normal_form(spelling):
        return False  # "Nato" beside "NATO"
    ending = f" {spelling}"
    for first, last, other, _ in found.pieces[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]:
        if first - end <= _REACH and start - last <= _REACH and f" {other.text}".endswith(ending):
            between = found.text[last:start] if last <= start else found.text[end:first]
            if not has_any(between, within):
                return True
    return False


_NEIGHBOURS: Final = 6


def has_age(text: str, name: str) -> bool:
    """Tell whether a text gives the age of a person: "Omar Bashir, 29, of Bradford"."""
    start = text.find(f"{name}, ")
    while start >= 0:
        end = start + len(name)
        if _AGE.match(text, end):
            return True
        start = text.find(f"{name}, ", end)
    return False


_AGE: Final = re.compile(r", \d{1,2}(?:,|\.(?!\d)| of\b)")
