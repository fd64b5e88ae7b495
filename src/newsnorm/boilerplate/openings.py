r"""With which characters a match of a pattern may begin, or end, read off the source of the pattern.

Compiling a pattern takes ten times as long as reading it so far, and a text needs few of those that there are. What
is read here says less than the pattern, never more: each text that a pattern matches begins with one of its openings,
but a text that begins so need not be matched. Case, and what must stand before or after, make no difference. An opening
is over where the pattern goes on with too many characters, or with something that is not known here.

>>> sorted(openings(r"(?i)(?:read|see) also:? .{1,40}"))
['read ', 'see a']
>>> sorted(openings(r"\d{1,3} (?:km|miles)", backwards=True))
['mk 0', 'mk 00', 'selim']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from string import ascii_lowercase, punctuation
from typing import Final, NamedTuple, TypeAlias

__all__ = ["LONGEST", "begun", "is_itself", "openings"]

LONGEST: Final = 5  # characters of an opening
TIMES: Final = 2  # repetitions that are read one by one
MOST: Final = 400  # openings that two parts may make together
RANGE: Final = 64  # characters of a range ("a-z")
FEW: Final = 20  # characters of a set that an opening goes on after
ENDLESS: Final = 1 << 30

_ATOM = (
    r"\\p\{[^{}]*\}|\\."  # an escape
    r"|\[(?:[^\\\[\]]|\\.)+\]"  # a set
    r"|\((?:\?(?:[:>]|-?i:|<?[=!]))?|[|)]"  # where a group opens, goes on and ends
    r"|[^\\\[\](){}|.^$*+?]+(?![*+?{])"  # literal text, less its last character if that is repeated
    r"|."
)
_TIMES = r"(?:[*+?]|\{(?:\d+,?\d*|,\d+)\})[+?]?"
_TOKENS: Final = re.compile(f"({_ATOM})({_TIMES})?", re.DOTALL)
_MEMBERS: Final = re.compile(r"(\\p\{[^{}]*\}|\\?.)(?:-(\\?.))?", re.DOTALL)  # characters of a set, and ranges
_OPERATORS: Final = ("--", "||", "&&", "~~")  # of sets, in version 1 of the package's syntax
_WITH_MORE: Final = re.compile(r"\\(?:[0-9gkLNPuUx]|p(?!\{))")  # escapes that go on with what looks like text
_PLACES: Final = frozenset({"^", "$", r"\b", r"\B"})
_LOOKS: Final = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
_UNKNOWN: Final = frozenset(r"\[]{}*+?")  # atoms that are left over where something is not known here
_STRUCTURE: Final = frozenset({"(", "(?:", "(?>", "(?i:", "(?-i:", "|", ")"}) | _LOOKS | _UNKNOWN

#: What others stand for: dashes and brackets, of which patterns that know one know all, and a Turkish letter.
_SAME: Final = {"–": "-", "—": "-", "[": "(", "]": ")", "ı": "i"}
_OTHER: Final = "\x7f"  # stands at the end of an opening for any character beyond ASCII
_ALONE: Final = frozenset(punctuation) - {*_SAME, *_SAME.values()}  # signs that stand for no other
_LETTERS: Final = frozenset({*ascii_lowercase, _OTHER})
_ALL: Final = _LETTERS | _ALONE | frozenset(" 0-()")
_CLASSES: Final = {
    **dict.fromkeys([r"\p{L}", r"\p{Lu}", r"\p{Ll}"], _LETTERS),
    **dict.fromkeys([r"\s", r"\n"], frozenset(" ")),
    r"\d": frozenset("0"),
    r"\w": _LETTERS | {"0", "_"},
}

_Token: TypeAlias = tuple[str, str]  # an atom, and how often it is repeated
_END: Final = ("", "")


class _UnknownError(Exception):
    """Tell that a pattern has something that is not known here."""


class _Part(NamedTuple):
    """Hold what a part of a pattern may match: short texts whole, and how all others begin."""

    whole: AbstractSet[str]
    cut: AbstractSet[str]


_NOTHING: Final = _Part(frozenset({""}), frozenset())
_ANYTHING: Final = _Part(frozenset(), frozenset({""}))


@lru_cache(maxsize=4096)
def openings(pattern: str, *, backwards: bool = False) -> frozenset[str]:
    """Return openings of which every match of a pattern has one; "" among them says that any text will do.

    With ``backwards`` matches are read from their end to their start.
    """
    if _WITH_MORE.search(pattern):
        return frozenset({""})
    tokens = _TOKENS.findall(pattern.removeprefix("(?i)"))
    if backwards:
        tokens.reverse()
    try:
        part, end = _group(iter(tokens), backwards)
    except _UnknownError:
        return frozenset({""})
    return frozenset(part.whole | part.cut) if end == _END else frozenset({""})


def begun(text: str, *, backwards: bool = False) -> list[str]:
    """Return all openings that a text has.

    >>> begun("Ads–9")
    ['', 'a', 'ad', 'ads', 'ads-', 'ads-0']
    """
    start = _folded(text[: -LONGEST - 1 : -1] if backwards else text[:LONGEST])
    beyond = (start[:at] + _OTHER for at, sign in enumerate(start) if not sign.isascii())
    return [*(start[:end] for end in range(len(start) + 1)), *beyond]


def is_itself(sign: str) -> bool:
    """Tell whether a character of an opening stands for no other one, so that a text with the opening has it."""
    return sign in _ALONE or not (sign.isascii() or sign.isalnum() or sign != sign.upper())


def _folded(text: str) -> str:
    """Return a text with one character for all that patterns may take for each other."""
    return "".join(map(_fold, text))


@lru_cache(maxsize=1 << 12)
def _fold(sign: str) -> str:
    if sign.isdecimal():
        return "0"
    if sign <= " " or sign == _OTHER or sign.isspace():
        return " "
    return _SAME.get(sign) or sign.casefold()[0]


def _group(tokens: Iterator[_Token], backwards: bool) -> tuple[_Part, _Token]:
    """Read alternatives up to the bracket that ends their group; return it, too."""
    whole: set[str] = set()
    cut: set[str] = set()
    while True:
        part, end = _alternative(tokens, backwards)
        whole |= part.whole
        cut |= part.cut
        if end[0] != "|":
            return _Part(whole, cut), end


def _alternative(tokens: Iterator[_Token], backwards: bool) -> tuple[_Part, _Token]:
    """Read up to a bar or the bracket that ends the group; return it, too."""
    opens, ends = (")", "|(") if backwards else ("(", "|)")
    part = _NOTHING
    for token in tokens:
        atom, times = _known(token)
        if atom[0] in ends:
            return part, token
        if atom[0] == opens:
            found, end = _group(tokens, backwards)
            if not _LOOKS.isdisjoint((atom, end[0])):
                found = _NOTHING
            times = times or end[1]
        else:
            found = _single(atom, backwards)
        part = _joined(part, _repeated(found, times) if times else found)
        if not part.whole:
            return part, _skipped(tokens, opens, ends)
    return part, _END


def _skipped(tokens: Iterator[_Token], opens: str, ends: str) -> _Token:
    """Return the bar or bracket that ends an alternative of which nothing more is asked."""
    depth = 0
    for token in tokens:
        if token[0] in _STRUCTURE:
            sign = _known(token)[0][0]
            if sign in ends and depth == 0:
                return token
            depth += (sign == opens) - (sign == ends[1])
    return _END


def _known(token: _Token) -> _Token:
    # A bracket that seems to be repeated opens a group of another kind: "(?" and what is not known here.
    if token[0] in _UNKNOWN or (token[1] and token[0][0] in "(|"):
        raise _UnknownError
    return token


def _single(atom: str, backwards: bool) -> _Part:
    """Return what an atom matches that is no bracket."""
    if atom in _PLACES:
        return _NOTHING
    if atom == "." or (atom[0] == "\\" and atom[1].isalnum()):
        return _one_of(_CLASSES.get(atom))
    if atom[0] == "[":
        return _one_of(_members(atom[1:-1]))
    text = atom.removeprefix("\\")
    text = _folded(text[: -LONGEST - 1 : -1] if backwards else text[:LONGEST])
    return _Part({text}, frozenset()) if len(text) < LONGEST else _Part(frozenset(), {text})


def _one_of(signs: AbstractSet[str] | None) -> _Part:
    """Return what one character of these matches. An opening is over at one of many, and so at `_OTHER`."""
    if signs is None:
        return _ANYTHING
    return _Part(signs, frozenset()) if len(signs) <= FEW else _Part(frozenset(), signs)


@lru_cache(maxsize=256)
def _members(inside: str) -> frozenset[str] | None:
    """Return the folded characters of a set, or nothing if some of them are not known here."""
    if any(operator in inside for operator in _OPERATORS):
        return None
    signs: set[str] = set()
    for first, last in _MEMBERS.findall(inside.removeprefix("^")):
        if first in _CLASSES and not last:
            signs |= _CLASSES[first]
            continue
        codes = range(ord(first[-1]), ord((last or first)[-1]) + 1)
        if len(codes) > RANGE or any(sign[0] == "\\" and sign[1].isalnum() for sign in (first, last) if sign):
            return None
        signs.update(_folded("".join(map(chr, codes))))
    return _ALL - (signs & _ALONE) if inside[0] == "^" else frozenset(signs)


def _repeated(part: _Part, times: str) -> _Part:
    """Return what a part matches that is repeated."""
    least, most = _bounds(times)
    whole: set[str] = set() if least else {""}
    cut: set[str] = set()
    run = _NOTHING
    for count in range(1, min(most, TIMES) + 1):
        run = _joined(run, part)
        cut |= run.cut
        if count >= least:
            whole |= run.whole
    return _Part(whole, cut if most <= TIMES else cut | run.whole)


def _bounds(times: str) -> tuple[int, int]:
    """Return how often something is repeated at least and at most.

    >>> _bounds("?"), _bounds("{2}"), _bounds("{,3}+")
    ((0, 1), (2, 2), (0, 3))
    """
    if times[0] in "*+?":
        return int(times[0] == "+"), 1 if times[0] == "?" else ENDLESS
    least, comma, most = times.strip("{}?+").partition(",")
    return int(least or 0), int(most or ENDLESS) if comma else int(least)


def _joined(first: _Part, second: _Part) -> _Part:
    """Return what two parts match, one after the other."""
    if first is _NOTHING:
        return second
    if len(first.whole) * (len(second.whole) + len(second.cut)) > MOST:
        first = _Part(first.whole & {""}, first.cut | (first.whole - {""}))
    texts = {start + end for start in first.whole for end in second.whole}
    whole = {text for text in texts if len(text) < LONGEST}
    texts -= whole
    texts.update(start + end for start in first.whole for end in second.cut)
    return _Part(whole, first.cut | {text[:LONGEST] for text in texts})
