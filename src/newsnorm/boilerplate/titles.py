"""The name of the site behind the headline, as the title of a page has it: "Harbour reopens | Tema Herald".

Only what looks like the name of a site goes, and the sections of the site before it. After a bar that is any short
name, for headlines have no bars. Headlines do have dashes, and some name their source behind one ("Harbour to close –
Tema Herald"): there it must be the address of a site or a name of the kind that papers have, and one that the story
does not name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsnorm.boilerplate.joints import media_and_sections
from newsnorm.boilerplate.look import words_of
from newsnorm.rules import data_tables

__all__ = ["end_of_headline"]

LONGEST: Final = 300  # characters of a title
HEADLINE: Final = 4  # words that must be left
SITE: Final = 5  # words of the name of a site or a section
SENTENCE: Final = 3  # words of a second headline in the same line
TELLING: Final = 4  # letters of a word that tells what a story is about
_SEPARATOR: Final = re.compile(r" +([|·»–—-]) +")
_BARS: Final = frozenset("|·»")
_ADDRESS: Final = re.compile(r"(?:[\w-]{1,40}\.){1,4}[A-Za-z]{2,6}")
_CAPITAL: Final = r"[^\W\d_a-z][\w.&'+-]*"
_NAME: Final = re.compile(rf"(?:[Tt]he )?{_CAPITAL}(?: (?:(?:of|the|and|for|in|de|la) ){{0,2}}(?:& )?{_CAPITAL})*")


def end_of_headline(title: str, story: str) -> int | None:
    """Return where the headline ends, if the name of a site stands behind it.

    ``story`` is what the text under the title says: words in lower case with a space before and after each.

    >>> title = "Harbour reopens after a week of storms - Sport - Tema Herald"
    >>> title[: end_of_headline(title, " the harbour reopened on monday ")]
    'Harbour reopens after a week of storms'
    >>> end_of_headline(title, " the tema herald said that the harbour reopened on monday ")
    """
    if len(title) > LONGEST:
        return None
    end: int | None = None
    piece_end = len(title)
    for separator in reversed(list(_SEPARATOR.finditer(title))):
        piece = title[separator.end() : piece_end]
        if title.count(" ", 0, separator.start()) < HEADLINE - 1 or piece.count(" ") >= SITE:
            break
        if separator[1] in _BARS:
            goes = _is_name(piece, story) or end is not None
        elif end is not None:
            goes = piece.lower() in media_and_sections()[1]
        else:
            goes = _is_site(piece) and f" {' '.join(words_of(piece))} " not in story
        if not goes:
            break
        end = piece_end = separator.start()
    return end


def _is_name(piece: str, story: str) -> bool:
    """Tell whether a piece of a title may be any name: one word, or several with capitals.

    Of three words that do not end as names of media do, the story has none: "Storm Ends | Crews Go Home".
    """
    if " " not in piece:
        return piece[-1].isalnum()
    if not _NAME.fullmatch(piece):
        return False
    words = words_of(piece)
    if len(words) < SENTENCE or words[-1] in _papers()[0] or words[-1] in media_and_sections()[0]:
        return True
    return not any(len(word) >= TELLING and f" {word} " in story for word in words)


def _is_site(piece: str) -> bool:
    """Tell whether a piece of a title is an address or a name of the kind that papers and channels have."""
    if _ADDRESS.fullmatch(piece):
        return True
    if not _NAME.fullmatch(piece):
        return False
    words = piece.lower().split()
    papers, firsts = _papers()
    return len(words) > 1 and (words[-1] in papers or (words[-1] in media_and_sections()[0] and words[0] in firsts))


@cache
def _papers() -> tuple[frozenset[str], frozenset[str]]:
    """Return what names of papers end with, and what those begin with that end as other media do."""
    table = data_tables("any/structure.toml")["titles"]
    return frozenset(table["papers"]), frozenset(table["firsts"])
