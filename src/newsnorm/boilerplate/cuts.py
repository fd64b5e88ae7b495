"""Turn spans of boilerplate into edits that leave clean paragraphs.

Spans with nothing but white space between them are cut as one run. Of the white space before and after a run
the side with more line ends stays: paragraphs stay as far apart as they were. At the start and the end of the
text neither stays, but for a final line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from newsnorm.boilerplate.span import BoilerplateSpan
from newsnorm.edits import Edit

__all__ = ["boilerplate_edits"]

_BREAKS: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CLOSING: Final = frozenset(",.;:!?)]…")


def boilerplate_edits(text: str, spans: Iterable[BoilerplateSpan]) -> list[Edit]:
    r"""Return the edits that cut the spans, each with its span's rule.

    >>> from newsnorm.edits import apply
    >>> text = "The talks ended.\n\nAdvertisement\n\nBoth sides left."
    >>> apply(text, boilerplate_edits(text, [BoilerplateSpan(18, 31, "advert", "boilerplate.advert", "")]))
    'The talks ended.\n\nBoth sides left.'
    """
    edits: list[Edit] = []
    run: list[BoilerplateSpan] = []
    for span in sorted(spans, key=lambda span: span.start):
        if run and text[run[-1].end : span.start].strip():
            edits += _cut(text, run)
            run = []
        run.append(span)
    if run:
        edits += _cut(text, run)
    return edits


def _cut(text: str, run: Sequence[BoilerplateSpan]) -> list[Edit]:
    """Return the edits for a run of spans: each reaches to the next, the outer ones over the white space."""
    first, last = run[0].start, run[-1].end
    start, end = _left(text, first), _right(text, last)
    before, after = text[start:first], text[last:end]
    if start == 0 or end == len(text):
        gap = _last_break(text) if start > 0 else ""
    elif not before and not after:
        gap = " " if run[-1].kind == "markup" else _seam(text[start - 1], text[end])
    elif len(_BREAKS.findall(after)) > len(_BREAKS.findall(before)):
        gap, end = "", last
    elif text[end] in _CLOSING and not _BREAKS.search(before):
        gap = ""
    else:
        gap, start = "", (first if before else start)
        if not before:
            end = last
    bounds = [start, *(span.start for span in run[1:]), end]
    edits = [Edit(a, b, "", (span.rule,)) for span, a, b in zip(run, bounds, bounds[1:], strict=False)]
    edits[-1] = Edit(edits[-1].start, edits[-1].end, gap, edits[-1].rules)
    return edits


def _left(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _right(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _last_break(text: str) -> str:
    """Return the line end that the text ends with, if it does."""
    if text.endswith("\r\n"):
        return "\r\n"
    return text[-1] if _BREAKS.fullmatch(text[-1:]) else ""


def _seam(before: str, after: str) -> str:
    """Return what must come between two characters that met what was cut with no space between."""
    if after.isupper():
        return "\n"
    return " " if before.isalnum() and after.isalnum() else ""
