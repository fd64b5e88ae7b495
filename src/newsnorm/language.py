"""Tell whether a text reads as English: a cheap test, so that dates and names leave other languages alone.

Not language detection: only "is there evidence that this is not the language whose data we would use". Short
texts, tables and headlines give no evidence and pass.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from newsnorm.arguments import language
from newsnorm.rules import data_tables

__all__ = ["function_words", "is_legible", "reads_as_english"]

_GLANCE: Final = 600  # characters: enough for a text that is plainly English, as most are
_SAMPLE: Final = 4000  # characters: some 650 words tell enough, and the test stays cheap on a long text
_ENOUGH: Final = 40  # lower-case words from which on a text without English function words is not English
_FEWEST: Final = 0.08  # English news has 0.35 to 0.45 of them, its tables and lists from 0.1 on
_LETTER: Final = regex.compile(r"\p{L}")
_OTHER_SCRIPT: Final = regex.compile(r"[^\P{L}\p{Latin}]")


def reads_as_english(text: str) -> bool:
    """Return False if the text shows that it is not English: by its script or by its function words.

    The first 4,000 characters are read. Another script must have more than half of the letters; function words
    of other languages must outnumber the English ones (words that English shares with them count for neither); or
    there are many lower-case words and hardly an English function word among them.

    >>> reads_as_english("The minister said on Tuesday that it was over.")
    True
    >>> reads_as_english("Der Minister sagte am Dienstag, dass es vorbei ist.")
    False
    """
    return _sounds_english(text[:_GLANCE]) or _shows_no_other(text[:_SAMPLE])


def is_legible(text: str, lang: str) -> bool:
    """Tell whether dates and names may read a text of this language: not English that does not read as English.

    >>> is_legible("Der Minister sagte am Dienstag, dass es vorbei ist.", "en-GB")
    False
    """
    return language(lang) != "en" or reads_as_english(text)


@cache
def function_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the function words of English and those of the other languages, in lower case; some are in both.

    >>> "the" in function_words()[0], "und" in function_words()[1]
    (True, True)
    """
    tables = data_tables("any/languages.toml")
    return frozenset(tables["english"].split()), frozenset(tables["others"].split())


def _sounds_english(sample: str) -> bool:
    """Tell that the sample is plainly English: more than every sixth word is a function word of English alone."""
    words = sample.split()
    return 6 * sum(map(_distinct_words()[0].__contains__, words)) > len(words)


def _shows_no_other(sample: str) -> bool:
    if not sample.isascii():
        other = len(_OTHER_SCRIPT.findall(sample))
        if other and 2 * other > len(_LETTER.findall(sample)):
            return False
    english, others = _distinct_words()
    words = sample.split()
    ours = sum(map(english.__contains__, map(str.lower, words)))
    # As they stand: "El Salvador" and "Los Angeles" are no Spanish.
    foreign = sum(map(others.__contains__, words))
    if foreign > ours and foreign - _within_names(words) > ours:
        return False
    plain = sum(map(str.islower, words))
    return plain < _ENOUGH or ours >= _FEWEST * plain


def _within_names(words: list[str]) -> int:
    """Count the words of others that stand between capitalized ones, as in "Ursula von der Leyen"."""
    particles = _particles()
    count = run = 0
    named = False  # whether a capitalized word stands before the particles at hand
    for word in words:
        if word in particles:
            run += named
        else:
            capital = word[0].isupper()
            count += run if capital else 0
            named, run = capital, 0
    return count


@cache
def _particles() -> frozenset[str]:
    return _distinct_words()[1] & frozenset(data_tables("any/languages.toml")["particles"].split())


@cache
def _distinct_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the function words that tell English from the others."""
    english, others = function_words()
    shared = english & others
    return english - shared, others - shared - set(data_tables("any/languages.toml")["neither"].split())
