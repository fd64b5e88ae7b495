"""The words of one text, asked for a few at a time: most articles need a dozen of their hundreds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["TextWords"]


class TextWords:
    """Tell which whole words a text holds, as written.

    A short text is searched for each word that is asked for, which is faster than taking it apart; a long one, where
    many are asked for, is taken apart once.

    >>> words = TextWords("The Elbe rose, it said.")
    >>> "Elbe" in words, "elbe" in words, "ros" in words, words.isdisjoint({"Rhine", "Elbe"})
    (True, False, False, False)
    """

    __slots__ = ("_all", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._all: frozenset[str] | None = None

    def __contains__(self, word: object) -> bool:
        """Tell whether the text holds a word."""
        if not isinstance(word, str) or not word:
            return False
        text = self._text
        if len(text) > _LONG:
            if self._all is None:
                self._all = _words(text)
            return word in self._all
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (_is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])):
                return _WORDS.fullmatch(word) is not None
            start = text.find(word, end)
        return False

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Tell whether the text holds none of some words."""
        text = self._text
        # Most are nowhere in the text, not even as a part of a word; the first that it holds ends the search.
        return not any(map(self.__contains__, filter(text.__contains__, words)))


def _words(text: str) -> frozenset[str]:
    """Return the words of a long text, part by part, for a list of all of them would be many times the text."""
    words: set[str] = set()
    start = 0
    while start < len(text):
        end = text.find(" ", start + _LONG)
        end = len(text) if end < 0 else end
        words.update(_WORDS.findall(text, start, end))
        start = end
    return frozenset(words)


_LONG: Final = 1 << 14
_WORDS: Final = re.compile(r"\w+")


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
