"""Restore the apostrophes and quotation marks of which only question marks are left: "Obama?s", ?I won?t,? he said.

A program that writes ASCII, or another narrow encoding, puts a question mark in the place of what it does not know.
Only where a text has such an apostrophe, or all its quotation marks are such, does a question mark that opens a word
count as a quotation mark, for no question ends there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Final, NamedTuple

import regex

from newsnorm.edits import Edit
from newsnorm.protected import Protected, find_protected
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["question_mark_edits"]

_INTACT: Final = regex.compile(r"\p{L}['’]\p{L}")
_INSIDE_WORD: Final = regex.compile(r"\?(?<=\p{L}\?)(?=\p{L})")
# What no question mark does: open a word; stand behind a mark that ends a clause, or behind another question mark.
# The word may be an editor's, "?[Haddad] left", but not a note, "[sic]"; nor is it a number, which may be of pounds.
_OPENING: Final = regex.compile(r"\?(?<![^\s(\[>*—–-]\?)(?=\p{L}|\[\p{Lu}|\$\d)")
_CLOSING: Final = regex.compile(r"\?(?<=[,.!?…]\?)(?=[\s)\]<*\\&\[—–-]|\Z)")
_AFTER_COMMA: Final = regex.compile(r"\?(?<=,\?)")  # found sooner than ",?" is, for it looks for the rarer sign first
_LINE_END: Final = regex.compile(r"[\n<]")
_SENTENCE: Final = regex.compile(r"(?r)[.!?…>]\s(?=[\"'“‘(?]*\p{Lu})|\n")
_SURELY: Final = regex.compile(r"(?<=,|[a-z]{4}\.)\?")  # whatever was opened
# Nor does a sentence go on behind it: it closes what was opened on its line, or is an apostrophe ("writers? strike").
_GOING_ON: Final = regex.compile(r"\?(?<=[\p{L}\p{N}]\?)(?=[.,;:)]|\s\p{Ll}|\s[–—?-]\s)")
_SORTS: Final = {"opening": _OPENING, "closing": _CLOSING, "going on": _GOING_ON}
# A dash: between spaces in a sentence that goes on, or after the places of a dateline.
_DASH: Final = regex.compile(
    r"\?(?<= \?)(?= [\p{Ll}\p{N}])|\?(?<=^\p{Lu}{3}[\p{Lu}\p{Ll}\d.,' ()/-]{0,60} \?)(?= \p{Lu})", regex.M
)
_QUOTATION_MARKS: Final = '"“”„«»‘'  # of which a text has none if they are lost
_SEVERAL: Final = 2
_LONGEST: Final = 200  # characters of a question
_RULE: Final = ("encoding.question-mark",)


def question_mark_edits(text: str) -> list[Edit]:
    """Return the edits that restore marks which became question marks, but for those in links and code.

    Where letters were lost as well the text stays as it is, for what stood inside a word is anybody's guess, and so
    does one with as many apostrophes that were not lost, unless question marks are the only quotation marks it has.

    >>> [edit.new for edit in question_mark_edits("?I won?t,? Obama?s envoy said.")]
    ['“', '’', '”', '’']
    >>> question_mark_edits("Won't he? Obama's caf?s")
    []
    """
    if "?" not in text:
        return []
    apostrophes = _places(_words().lost_apostrophe, text)
    if not apostrophes and not _AFTER_COMMA.search(text):
        return []
    protected = find_protected(text)
    marks = {at: "’" for at in apostrophes if at not in protected}
    inside = sum(at not in protected for at in _places(_INSIDE_WORD, text))
    lost = 2 * len(marks) > inside and len(marks) > len(_INTACT.findall(text))
    if not lost and not (len(marks) >= inside and _are_quotation_marks(text, protected)):
        return []
    for at, mark in (*_quotation_marks(text, marks), *((at, "–") for at in _places(_DASH, text))):
        if at not in protected and (mark in "“”" or not _asks(text, at)):
            marks.setdefault(at, mark)
    return [Edit(at, at + 1, mark, _RULE) for at, mark in sorted(marks.items())]


def _are_quotation_marks(text: str, protected: Protected) -> bool:
    """Tell whether question marks alone open and close several quotations of a text, one of them after a comma."""
    if has_any(text, _QUOTATION_MARKS):
        return False
    opening, closing = ([at for at in _places(one, text) if at not in protected] for one in (_OPENING, _CLOSING))
    return min(len(opening), len(closing)) >= _SEVERAL and any(text[at - 1] == "," for at in closing)


def _places(pattern: regex.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def _quotation_marks(text: str, apostrophes: Collection[int]) -> Iterator[tuple[int, str]]:
    """Yield the marks that open and close in turn, and what else can stand where a sentence goes on."""
    elision = _words().elision
    opened = line_end = -1  # where a quotation was opened that nothing has closed, and where its line ends
    marks = [(at, sort) for sort, pattern in _SORTS.items() for at in _places(pattern, text)]
    for at, sort in sorted(marks):
        if at in apostrophes:
            continue
        if sort == "opening":
            elided = elision.match(text, at + 1) is not None
            opened = opened if elided else at
            if line_end < at:
                line_end = found.start() if (found := _LINE_END.search(text, at)) else len(text)
            yield at, "’" if elided else "“"
        elif opened >= 0 and (sort == "closing" or at < line_end):
            yield at, "”"
            opened = -1
        elif sort == "closing" and _SURELY.match(text, at):
            yield at, "”"
        elif sort == "going on" and text[at - 1] in "sS" and text[at + 1] == " ":
            yield at, "’"


def _asks(text: str, at: int) -> bool:
    """Tell whether a question mark ends a sentence that asks: "How much ? he asked"."""
    low = max(0, at - _LONGEST)
    stop = _SENTENCE.search(text, low, at)
    first = text[stop.end() if stop else low : at].lstrip("\"'“‘(? ").partition(" ")[0]
    return first.lower() in _words().asking


class _Words(NamedTuple):
    """Hold the pattern of a lost apostrophe, that of what follows one that opens a word, and words of questions."""

    lost_apostrophe: regex.Pattern[str]
    elision: regex.Pattern[str]
    asking: frozenset[str]


@cache
def _words(lang: str = "en") -> _Words:
    words = data_tables(f"{lang}/encoding.toml")["question_marks"]
    one = {name: "|".join(some) for name, some in words.items()}
    apostrophe = (
        rf"\?(?<=\p{{L}}\?)(?<!\b(?:{one['unaccented']})\?)(?=(?:{one['endings']})(?![\w=&/?:]|-\w))"
        rf"|\?(?<=\b(?:{one['particles']})\?)(?=\p{{Lu}}\p{{Ll}})|\?(?<=\?n\?)(?= )"
    )
    elision = regex.compile(rf"(?:{one['elisions']})\b", regex.IGNORECASE)
    return _Words(regex.compile(apostrophe), elision, frozenset(words["asking"]))
