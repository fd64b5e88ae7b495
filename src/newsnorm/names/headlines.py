"""Tell headlines from prose, by what a line ends with and how its words are written."""

from __future__ import annotations

import re
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.printed import PRINTED

__all__ = ["is_headline", "is_title"]


def is_headline(text: str, position: int) -> bool:
    """Tell whether the line at a position has no stop and another after it, or has only capitalized words.

    A line that starts with a small letter, or before one that does, is prose of fixed width. The values of dates that
    are printed in a line make it no longer.
    """
    reach = 2 * _LONGEST_HEADLINE
    end = text.find("\n", position, position + reach + 1)
    last = end - 1 if end >= 0 else len(text) - 1
    if last > position + reach or _is_stopped(text, last):
        return False
    start = text.rfind("\n", max(0, position - reach - 1), position) + 1
    if start == 0 and position > reach:
        return False
    line = text[start : last + 1].strip()
    if "[" in line:
        line = PRINTED.sub("", line)
    if len(line) > _LONGEST_HEADLINE or (line[-1] == ">" and _CLOSED.search(line)) or _is_stopped(line, len(line) - 1):
        return False
    following = text[end : end + 8].lstrip() if end >= 0 else ""
    if following and not following[0].islower() and (start == 0 or not line[0].islower()):
        return _ENDED.search(line) is None
    return _SMALL_WORD.search(line) is None


def _is_stopped(line: str, last: int) -> bool:
    """Tell whether a line ends as prose does; a title in quotation marks may end a headline, and so may an ellipsis."""
    if line[last] not in _STOPS or line.endswith(_CUT_OFF, 0, last + 1):
        return False
    return line[last] not in _MARKS or not line[last - 1 : last].isalnum()


def is_title(text: str, position: int, words: Vocabulary) -> bool:
    """Tell whether a position is in a headline, or in a text's first line if that is a short sentence without a day."""
    if is_headline(text, position):
        return True
    end = text.find("\n", position, _LONGEST_TITLE)
    line = text[:end].lstrip() if end >= 0 else ""
    if line == "" or "\n" in line or _ENDED.search(line) is not None:
        return False
    return not any(words.classes.get(word.rstrip(",.:"), 0) & v.CALENDAR for word in line.split())


_LONGEST_TITLE: Final = 80
_LONGEST_HEADLINE: Final = 150
_STOPS: Final = frozenset(".!?,;:\"”'’)")
_CUT_OFF: Final = " ..."
_MARKS: Final = frozenset("\"'”’")
_CLOSED: Final = re.compile(r"[.!?][\"”']?(?:</\w{1,10}>){1,5}\Z")
_ENDED: Final = re.compile(r"[a-z][\"”’)]?[.!?][\"”’)]? [A-Z]")
_SMALL_WORD: Final = re.compile(r"(?:\A|(?<=\s))[^\W\d_A-Z]")
