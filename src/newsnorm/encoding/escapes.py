r"""Decode what a program wrote for a character and nobody read back: ``\n``, ``\"``, ``\u2019``.

A text that was written as JSON or as source code twice, or was cut out of it, has these in place of line ends,
quotation marks and letters. A backslash is rare in the news, but a path ("C:\new") and a formula have it, too, so
``\n`` and its like count only where there are several, most of them before what may open a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsnorm.edits import Edit
from newsnorm.encoding.entities import numbered
from newsnorm.protected import MARKS, find_protected
from newsnorm.straight import straightened

__all__ = ["escape_edits"]

SEVERAL: Final = 2  # line ends that a text has at least

# A line end in one piece with those next to it; a character by its number, of two surrogates too; a mark, be it one
# that a later program made typographic: "don\’t".
_ESCAPE: Final = re.compile(
    r"(?P<line_ends>(?:\\{1,4}(?:r\\{1,4}n|[nr]))+)"
    r"|\\{1,4}(?:(?P<surrogates>u[dD][89aAbB][0-9a-fA-F]{2}\\{1,4}u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?:u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2}))|(?P<mark>["
    + "".join(sorted(MARKS))
    + r"])|(?P<stroke>/)|(?P<tab>t))"
)
_OPENS: Final = re.compile(r"\Z|[^a-z]")  # what may open a line
_CARRIAGE: Final = re.compile(r"\\+r(?=\\+n)|\\+(?=[nr])")
_PATH: Final = re.compile(r"\b[A-Za-z]:(?:\\{1,2}[\w.$ -]{1,40}){0,8}$")
_LONGEST_PATH: Final = 120
_MACHINES: Final = frozenset(("86", "64"))  # "Program Files\\x86"
_MARKS: Final = frozenset("\"'&")  # of the characters of ASCII, those that programs write as numbers


def escape_edits(text: str) -> list[Edit]:
    r"""Return the edits that decode escapes, but for those in code, links and markup.

    >>> [edit.new for edit in escape_edits(r"It\u2019s over.\n\nShe said \"no\".\nHe left.")]
    ['’', '\n\n', '"', '"', '\n']
    >>> escape_edits(r"The file is in C:\new\tools.")
    []
    """
    matches = list(_ESCAPE.finditer(text)) if "\\" in text else []
    if not matches:
        return []
    protected = find_protected(text)
    if protected:
        matches = [match for match in matches if match.start() not in protected]
    return list(_edits(text, [match for match in matches if not _is_stroke(text, match)]))


def _is_stroke(text: str, match: re.Match[str]) -> bool:
    r"""Tell whether the backslash of an escape is itself meant: the key "\\", "C:\\Tools\\", "drivers\\x86"."""
    start, end = match.span()
    if not match["mark"] and not match["two"]:
        return False
    if _PATH.search(text, max(0, start - _LONGEST_PATH), start):
        return True
    if match["mark"]:
        before = straightened(text[start - 1 : start])  # in one style or another: “\\”
        return before == straightened(match["mark"]) and not text[end : end + 1].isalnum()
    return text[end : end + 1] == "\\" or match["two"] in _MACHINES


def _edits(text: str, matches: list[re.Match[str]]) -> Iterator[Edit]:
    ends = [match for match in matches if match["line_ends"]]
    opening = sum(_OPENS.match(text, match.end()) is not None for match in ends)
    broken = sum(match["line_ends"].count("n") for match in ends) >= SEVERAL and 2 * opening > len(ends)
    sure = broken or any(match["mark"] or match["four"] for match in matches)
    for match in matches:
        new = _decoded(match, broken, sure)
        if new is not None:
            yield Edit(match.start(), match.end(), new, ("encoding.escape",))


def _decoded(match: re.Match[str], broken: bool, sure: bool) -> str | None:
    """Return what an escape stands for; None where it may be something else.

    ``broken`` tells that the text has line ends of this kind, ``sure`` that it has any escapes beyond doubt.
    """
    if match["line_ends"]:
        return _CARRIAGE.sub("", match["line_ends"]).replace("n", "\n").replace("r", "\n") if broken else None
    if match["surrogates"]:
        halves = "".join(chr(int(half, 16)) for half in re.findall("u(....)", match["surrogates"]))
        return halves.encode("utf-16", "surrogatepass").decode("utf-16")
    if match["mark"]:
        return match["mark"]
    if match["stroke"]:
        return "/" if sure else None
    if match["tab"]:
        return "\t" if broken else None
    value = int(match["four"] or match["two"], 16)
    return (numbered(value) or None) if value >= 0x80 or chr(value) in _MARKS else None
