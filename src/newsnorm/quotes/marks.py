"""Find quotation marks and apostrophes, and say by its neighbours what each of them can be.

Every mark gets a cost for each kind that it can have: zero is what the neighbours ask for. `quotes.pair` then
chooses the kinds that are cheapest together. The costs do not depend on the style of a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import regex

from newsnorm.protected import MARKS, Protected
from newsnorm.quotes.doubled import doubled_marks
from newsnorm.quotes.lexicon import elisions, speech
from newsnorm.quotes.neighbours import DOUBLE, SINGLE, WORD, Neighbours, Surroundings, is_word, sides
from newsnorm.signs import places

__all__ = ["Costs", "Kind", "Mark", "find_marks", "is_okina", "without_ornaments"]

Kind = Literal["open-double", "close-double", "open-single", "close-single", "apostrophe", "prime"]
Costs = tuple[tuple[Kind, float], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold one mark: its span, whether it starts a line, and what each kind that it can have would cost."""

    start: int
    end: int
    starts_line: bool
    costs: Costs


_OPENS: Final[tuple[float, float]] = (0, 5)  # between a space and a word
_STOPS: Final = frozenset(",.!?")
# What it costs such a mark to open and to close if a stop stands before it, and after it who speaks.
_MISPLACED: Final[tuple[float, float]] = (3.0, 0.0)
# What it costs a double prime to close: less than to leave open what is open, for so WordPress writes a closing mark
# behind a digit, “Agenda 2030″.
_CLOSES_PRIMED: Final = 0.9
_ORNAMENT: Final = 8  # as many marks in a row are no marks
_AS_STRAIGHT: Final = str.maketrans("‘’‛´`", "'" * 5)
_ACCENTS: Final = frozenset("´`")
_APOSTROPHES: Final = frozenset("'‘’‛´`")
# An article without its vowel before a century without its first digit: "l''800".
_CENTURY: Final = regex.compile(r"(?<=[^\W\d_])['’‘]{2}\d{2,3}(?!\w)")
_APOSTROPHE: Final[Costs] = (("apostrophe", 0.0),)
_PRIME: Final[Costs] = (("prime", 0.0),)
_HEBREW: Final = regex.compile(r"\p{Hebrew}")
_NO_APOSTROPHE: Final = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")

_VOWEL: Final = regex.compile(r"[aeiouāēīōū]", regex.IGNORECASE)
_HAWAIIAN: Final = regex.compile(r"(?<!\w)[aeiouāēīōūhklmnpw‘]{1,11}\Z", regex.IGNORECASE)
_HAWAIIAN_REST: Final = regex.compile(r"[aeiouāēīōūhklmnpw‘]{1,11}(?!\w)", regex.IGNORECASE)
_FEET: Final = regex.compile(r"""(?<![\d'‘’‛])\d{1,2}['‘’‛′]\s?\d{1,2}(?:\.\d{1,3}|[¼½¾])?\Z""")
_FRACTIONS: Final = frozenset("½⅓⅔¼¾⅛⅜⅝⅞")
# Minutes of a match: 45'+2'.
_ADDED: Final = regex.compile(r"\+\d{1,2}(?!\d)")
_ADDED_TIME: Final = regex.compile(r"\d['’′]\+\d{1,2}\Z")
_QUOTED_NUMBER: Final = regex.compile(r"(?<!\d)['‘’‛´`]\d{1,4}\Z")
_BOARD: Final = regex.compile(r"[x×]\s?\d")
_DEGREES: Final = regex.compile(r"[°º]\s?\d{1,3}(?:\.\d{1,4})?\Z")
_INCHES: Final = regex.compile(r"""\s?\d{1,2}(?:\.\d{1,3}|[¼½¾])?(?:["“”‟„″]|['‘’‛]{2})""")
_LEADING: Final = regex.compile(
    r"[\p{L}\p{M}]{1,20}(?:['‘’‛´`][\p{L}\p{M}]{1,5})?|\d{2,5}s?(?![\w%])", regex.IGNORECASE
)
_CONTRACTED: Final = regex.compile(r"[\p{L}\p{M}]['‘’‛´`]\Z")  # it's has no possessive
_TRAILING: Final = regex.compile(r"[\p{L}\p{M}]{1,12}\Z")


def find_marks(text: str, protected: Protected, *, inside_words: bool = True) -> list[Mark]:
    """Return the marks of a text, in order, with what each can be; those in protected stretches are left out.

    Who only wants quotations can do without the apostrophes inside of words.
    """
    marks: list[Mark] = []
    around = Surroundings.of(text, protected)
    twins = doubled_marks(text)
    starts = places(text, MARKS)
    if not inside_words:
        starts = [start for start in starts if not _is_plain_apostrophe(text, start)]
    for start, shape in _shapes(text, protected, starts, twins):
        end = start + len(shape)
        inside = _inside_word(text, start) if shape in SINGLE else None
        if inside is None:
            near = around.of_mark(start, end)
            costs = (
                _single(text, start, near, end in twins or text[end : end + 1] in DOUBLE)
                if shape in SINGLE
                else _double(text, start, end, near)
            )
            marks.append(Mark(start, end, near.starts_line, costs))
        elif inside:
            marks.append(Mark(start, end, False, inside))
    return marks


def without_ornaments(text: str, starts: list[int]) -> list[int]:
    """Return the positions less those of long runs of marks, which are a line drawn with them, and of misread signs.

    No mark that opens stands behind a letter: one behind what is left of a sign that was read in a wrong encoding
    ("iPhoneâ„¢") is of the sign.
    """
    if "„" in text and _MISREAD.search(text):
        starts = [start for start in starts if not (start and text[start] == "„" and text[start - 1] in _LEADS)]
    ornaments: set[int] = set()
    for first, last in zip(starts, starts[_ORNAMENT - 1 :], strict=False):
        if last - first == _ORNAMENT - 1:
            ornaments.update(range(first, last + 1))
    return [start for start in starts if start not in ornaments] if ornaments else starts


_LEADS: Final = "âÃÂ"  # what the first byte of a sign of UTF-8 is in Windows-1252
_MISREAD: Final = regex.compile(f"[{_LEADS}]„")


def _shapes(text: str, protected: Protected, starts: list[int], twins: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield where each mark starts and the one or two characters that it is written with."""
    starts = without_ornaments(text, starts)
    if ",," in twins.values():
        starts = sorted({*starts, *twins})
    done = 0
    for start in starts:
        if start < done or (protected and start in protected):
            continue
        shape = twins.get(start) or text[start]
        done = start + len(shape)
        if shape in _ACCENTS and shape in (text[start - 1 : start], text[done : done + 1]):
            continue  # half of a double mark that has no partner
        yield start, shape


def _inside_word(text: str, at: int) -> Costs | None:
    """Return what a single mark between two word characters is, or None if it is not between two."""
    if not 0 < at < len(text) - 1:
        return None
    if _is_plain_apostrophe(text, at):
        return _APOSTROPHE
    before, mark, after = text[at - 1], text[at], text[at + 1]
    if not (is_word(before) and is_word(after)):
        return _APOSTROPHE if _CENTURY.match(text, at) or _CENTURY.match(text, at - 1) else None
    if mark == "‘" and is_okina(text, at):
        return ()
    if mark in "‹›" or _NO_APOSTROPHE.match(before) or _NO_APOSTROPHE.match(after):
        return None
    if mark == "‚" or (_HEBREW.match(before) and _HEBREW.match(after)):
        return ()
    if before.isdecimal() and (_BOARD.match(text, at + 1) or _DEGREES.search(text, max(0, at - 10), at)):
        return _PRIME  # a 2'x4', 51°30'N
    if before.isdecimal() and after.isdecimal() and (mark == "′" or _prime_cost(text, at) == 0):
        return _PRIME
    return _APOSTROPHE


def _is_plain_apostrophe(text: str, at: int) -> bool:
    """Tell at once that a mark is the apostrophe between two plain letters."""
    if text[at] not in "'’":
        return False
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(around) == 2 and around.isascii() and around.isalpha()


def is_okina(text: str, at: int) -> bool:
    """Tell the mark of Hawai‘i from an apostrophe: between vowels of a word that has only Hawaiian letters."""
    if not (_VOWEL.match(text, at - 1) and _VOWEL.match(text, at + 1)):
        return False
    return bool(_HAWAIIAN.search(text, max(0, at - 12), at) and _HAWAIIAN_REST.match(text, at + 1))


def _double(text: str, start: int, end: int, near: Neighbours) -> Costs:
    opening, closing = sides(near)
    before = text[start - 1 : start]
    if text[start] in "«»" and _stands_apart(text, start):
        opening, closing = (0, 9) if text[start] == "«" else (9, 0)
    if before == " " and (opening, closing) == _OPENS and text[start - 2] in _STOPS and speech().match(text, end):
        opening, closing = _MISPLACED
    if not (before.isdecimal() or before in _FRACTIONS) or text[start] in "«»":  # no guillemet stands for inches
        if text[start] == '"' and before and _HEBREW.match(before) and _HEBREW.match(text, end):
            return _PRIME
        return (("open-double", opening), ("close-double", closing), *((("prime", 4.0),) if text[start] == "″" else ()))
    if _FEET.search(text, max(0, start - 12), start) or text[end : end + 1] in ("x", "×"):
        return (("prime", 0.0), ("open-double", opening + 4), ("close-double", closing + 4))
    if text[start] == "″":
        return (("prime", 0.0), ("open-double", opening + 4), ("close-double", closing + _CLOSES_PRIMED))
    return (("prime", 1.0), ("open-double", opening + 3), ("close-double", closing))


def _stands_apart(text: str, at: int) -> bool:
    """Tell whether spaces stand on both sides: a guillemet is an arrow of a menu then, if not a mark of French."""
    return text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()


def _single(text: str, at: int, near: Neighbours, before_double: bool) -> Costs:
    opening, closing = sides(near)
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "‹›" and _stands_apart(text, at):
        opening, closing = (0, 9) if text[at] == "‹" else (9, 0)
    costs: list[tuple[Kind, float]] = [("open-single", opening), ("close-single", closing)]
    if before.isdecimal() or (before in _APOSTROPHES and before and text[at - 2 : at - 1].isdecimal()):
        costs.append(("prime", _prime_cost(text, at)))
        if costs[-1][1] == 0:
            costs[1] = ("close-single", closing + 4)
    if before and is_word(before):
        if before_double and near.right == WORD:  # l'« État », d'"abord"
            costs = [(kind, cost + 2) for kind, cost in costs]
            costs.append(("apostrophe", 0))
        else:
            costs.append(("apostrophe", _trailing_cost(text, at) + (2 if text[at] == "′" else 0)))
    elif after and is_word(after):
        apostrophe, more = _leading_cost(text, at)
        costs.append(("apostrophe", apostrophe))
        costs[0] = ("open-single", opening + more)
    else:
        costs.append(("apostrophe", 4.0))
    return tuple(costs)


def _prime_cost(text: str, at: int) -> float:
    """Return what it costs the mark after a number to be minutes or feet."""
    if text[at] == "′" or _DEGREES.search(text, max(0, at - 10), at):
        return 0
    if _QUOTED_NUMBER.search(text, max(0, at - 5), at):
        return 4
    if _INCHES.match(text, at + 1) or _ADDED.match(text, at + 1) or _ADDED_TIME.search(text, max(0, at - 6), at):
        return 0
    if text[at - 1] in _APOSTROPHES:  # 5'10''
        return 0 if _FEET.search(text, max(0, at - 13), at - 1) else 4
    if text[at + 1 : at + 2] in _APOSTROPHES and _FEET.search(text, max(0, at - 12), at):
        return 0
    return 1.25  # and a possessive plural rather than this


def _trailing_cost(text: str, at: int) -> float:
    """Return what it costs the mark after a word to be an apostrophe: workers', singin', ol'."""
    if at > 2 and text[at - 1] in "nN" and text[at - 2] in _APOSTROPHES and text[at - 3].isspace():
        return 0  # rock 'n' roll
    match = _TRAILING.search(text, max(0, at - 12), at)
    if not match:
        return 1 if text[at - 1] in "sS" else 2.25
    word = match[0].casefold()
    if word in elisions().trailing:
        return 0.5
    if word.endswith(("s", "z", "x")) or (word.endswith("in") and len(word) > 4):
        return 2.25 if _CONTRACTED.search(text, max(0, match.start() - 2), match.start()) else 1
    return 2.25


def _leading_cost(text: str, at: int) -> tuple[float, float]:
    """Return what it costs the mark before a word to be an apostrophe, and what that adds to the cost of opening."""
    match = _LEADING.match(text, at + 1)
    if not match:
        return 3, 0
    word = match[0].casefold().translate(_AS_STRAIGHT)
    closed = text[match.end() : match.end() + 1] in _APOSTROPHES
    if word[0].isdecimal():
        if len(word.rstrip("s")) != 2:
            return 3, 0
        if len(word) == 2:
            return (1, 0) if closed else (0, 1.5)
        return 0, 2
    if word == "n" and closed and text[at - 1 : at].isspace():
        return 0, 4
    if word in elisions().strong and not (text[match.end() : match.end() + 1] == "-" and len(word) > 1):
        return (1, 0.5) if closed and len(word) == 1 else (0, 2)
    if word in elisions().weak:
        return 0.5, 1
    return 3, 0
