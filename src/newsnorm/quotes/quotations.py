"""Say where quotations are, blind to the style of their marks."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final, TypeVar

import regex

from newsnorm.arguments import check_text
from newsnorm.edits import Alignment, apply
from newsnorm.protected import Protected, find_protected, is_plain
from newsnorm.quotes.doubled import has_low_mark
from newsnorm.quotes.marks import find_marks
from newsnorm.quotes.neighbours import ANY
from newsnorm.quotes.nesting import Nested, nested
from newsnorm.quotes.pair import choose_kinds, opens_sentence, paragraph_break, paragraphs
from newsnorm.signs import has_any
from newsnorm.tags import tag_breaks

__all__ = ["find_quotations", "with_speech"]

# What was found in a text: any tuple that opens with where it starts.
_Found = TypeVar("_Found", bound="tuple[int, *tuple[Any, ...]]")

_NOWHERE: Final = (sys.maxsize, sys.maxsize)
_CLOSING: Final = frozenset('”"')
_CURLY: Final = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_ODD: Final = tuple(sorted(ANY - {'"', "'", "`", *_CURLY}))
# A single mark that may open or close: not one between letters, nor after "workers"; nor one after "Corp.".
_NO_APOSTROPHE: Final = re.compile(r"'(?!(?<=[A-Za-z]') ?[A-Za-z])")
_OPEN_SINGLE: Final = re.compile(r"'(?!(?<=[A-Za-z]') ?[A-Za-z]|(?<=[A-Za-z]\.')s [A-Za-z])")
# A single mark that opens speech or a sentence inside of a paragraph; that of an elision ("'Tis") does not open.
_LEADS: Final = regex.compile(r"['‘](?<=[:,.!?] .)(?=\p{Lu})")
# What follows the mark that ends a quotation of several paragraphs: a line end, or who said it: "— Leila Haddad".
_BLOCK_END: Final = regex.compile(r"[ \t]*(?:\n|\Z|[–—] ?\p{Lu})")
_MOST_PARAGRAPHS: Final = 5  # of such a quotation; where more lie between two marks, one may have been forgotten
# Two marks on one line of which what stands around them, or else their turn, says that the first opens and the second
# closes; no digit before a mark, which may be inches, nor what may be an emoticon.
_EVIDENT: Final = re.compile(
    r""""(?<![^ \n]")(?=[A-Za-z0-9$ ])[^"\n]*(?<=[A-Za-z.,!?)% ])(?<![_.][TtQ])"(?![^ \n.,;:!?)]|\.[.\d])"""
)


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of quotations, marks included: sorted, disjoint, a quotation inside another left out.

    Whatever stands in a pair of marks counts, a single word too. A quotation that its paragraph does not close
    ends with the paragraph, unless the next paragraph opens with a mark of the same kind: then it goes on. So it does
    where paragraphs stand on one line and a double mark after the end of a sentence opens it again.
    Up to five paragraphs of which “ (or a straight mark as its first sign) opens the first and ” ends the last, with no
    double mark between, are one, too.
    Single marks that nothing closes count only if they start their paragraph, or a sentence or speech in it that goes
    on in the next, which opens with the same mark; apostrophes never count.

    >>> find_quotations("He said: “We can't.” Then he left.")
    [(9, 20)]
    """
    check_text(text)
    breaks = tag_breaks(text)
    if not breaks:
        return list(_quotations(text))
    alignment = Alignment.of(breaks)
    return [alignment.to_original(start, end) for start, end in _quotations(apply(text, breaks))]


def with_speech(text: str, found: Iterable[_Found]) -> Iterator[tuple[_Found, bool]]:
    """Yield each of what was found in a text and whether it starts in a quotation; in order, each by its start.

    >>> list(with_speech('He said "no".', [(0, 2), (9, 11)]))
    [((0, 2), False), ((9, 11), True)]
    """
    quotations: Iterator[tuple[int, int]] | None = None
    opens = closes = -1
    for one in found:
        if quotations is None:  # where nothing is found, the text need not be searched
            quotations = iter(_quotations(text))
        start = one[0]
        while closes <= start:
            opens, closes = next(quotations, _NOWHERE)
        yield one, opens <= start


@lru_cache(maxsize=1)  # dates and names ask for the same text, one after the other
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    straight = text
    if not text.isascii():
        if has_any(text, _ODD):
            return tuple(_weighed(text))
        for curly, mark in _CURLY.items():
            straight = straight.replace(curly, mark)
    if "`" in text or has_low_mark(text):
        doubled = _evident_doubled(text)
        return tuple(_weighed(text) if doubled is None else doubled)
    if '"' not in straight and "'" not in straight:
        return ()
    if not is_plain(text) and _are_marks(straight, find_protected(text)):
        return tuple(_weighed(text))
    evident = _evident(straight)
    return tuple(_by_paragraph(text, straight) if evident is None else evident)


def _are_marks(text: str, protected: Protected) -> bool:
    """Tell whether any mark is part of what is protected, or next to a tag, which has no part in what it is."""
    stretches = zip(protected.starts, protected.ends, strict=True)
    return bool(protected.tags) or any('"' in text[start:end] or "'" in text[start:end] for start, end in stretches)


def _evident(text: str) -> list[tuple[int, int]] | None:
    """Return the quotations of a text, as most of the news is, all of whose marks say at once what they are."""
    if _NO_APOSTROPHE.search(text) and (_OPEN_SINGLE.search(text) or "' " in text):  # "Corp.'s" and it may be a pair
        return None
    spans: list[tuple[int, int]] = []
    at = text.find('"')
    while at >= 0:
        pair = _EVIDENT.match(text, at)
        if pair is None:
            return None
        spans.append(pair.span())
        at = text.find('"', pair.end())
    return spans


def _evident_doubled(text: str) -> list[tuple[int, int]] | None:
    """Return the quotations of an evident text whose marks are two characters each, ``as some agencies write''."""
    if not text.isascii() or '"' in text or has_low_mark(text):
        return None
    straight = text.replace("``", '"').replace("''", '"')
    found = _evident(straight) if "`" not in straight and is_plain(straight) else None
    if found is None:
        return None
    spans = [(start + 2 * i, end + 2 * i + 2) for i, (start, end) in enumerate(found)]
    return spans if all(_is_doubled(text, start, end) for start, end in spans) else None


def _is_doubled(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation starts with one double mark and ends with the other; no space is inside of them."""
    return text[start] + text[end - 1] == "`'" and " " not in (text[start + 2], text[end - 3])


def _by_paragraph(text: str, straight: str) -> list[tuple[int, int]]:
    """Return the quotations of a text, of which only the paragraphs are weighed whose marks do not say what they are.

    What is left open there may go on up to the next quotation that is evident. ``straight`` is the text with straight
    marks.
    """
    spans: list[tuple[int, int]] = []
    doubtful, start = -1, 0
    for block in straight.split("\n\n"):
        end = start + len(block)
        found = _evident(block)
        if found is None:
            doubtful = start if doubtful < 0 else doubtful
        elif doubtful < 0:
            spans += _moved(found, start)
        elif found:
            spans += _weighed_between(text, doubtful, end)
            doubtful = -1
        start = end + 2
    return spans if doubtful < 0 else spans + _weighed_between(text, doubtful, len(text))


def _weighed_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    low = max(0, start - 1)  # the line end before it is a neighbour, too
    return _moved(_weighed(text[low:end]), low)


def _moved(spans: Iterable[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(start + by, end + by) for start, end in spans]


def _weighed(text: str) -> list[tuple[int, int]]:
    """Return the quotations of a text by the kinds of its marks that go together best."""
    marks = find_marks(text, find_protected(text), inside_words=False)
    found = nested(text, marks, choose_kinds(text, marks))
    spans = _joined(text, found)
    if not any(one.partner is None and one.opens for one in found):
        return spans
    more = [*_reopened(text, found), *_blocks(text, found)]
    return _merged([*spans, *more]) if more else spans


def _joined(text: str, found: Iterable[Nested]) -> list[tuple[int, int]]:
    """Return the outermost spans, those that overlap or go on in the next paragraph made one."""
    spans: list[tuple[int, int]] = []
    unclosed: Nested | None = None  # the opening mark of the last span if nothing closed it
    outer = [one for one in found if one.opens and not one.inside]
    again = [one.mark.start for one in outer if one.family == "double" and opens_sentence(text, one.mark)]
    for one in outer:
        after = bisect_right(again, one.mark.start)
        opens_again = one.mark.starts_line or (after > 0 and again[after - 1] == one.mark.start)
        goes_on = unclosed is not None and opens_again and unclosed.family == one.family
        if one.partner is not None:
            end = one.partner.end
        elif one.family == "double":
            end = _paragraph_end(text, one.mark.end, again[after] if after < len(again) else len(text))
        elif one.mark.starts_line:
            end = _paragraph_end(text, one.mark.end, len(text))
        else:
            continue
        if spans and one.mark.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        elif goes_on and not text[spans[-1][1] : one.mark.start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((one.mark.start, end))
        unclosed = one if one.partner is None else None
    return spans


def _reopened(text: str, found: Iterable[Nested]) -> Iterator[tuple[int, int]]:
    """Yield from where speech opens in a paragraph, "he said: 'It is late", to the mark that opens the next."""
    lead: Nested | None = None
    for one in found:
        if not one.opens or one.family != "single":
            continue
        if lead is not None and one.mark.starts_line and text[lead.mark.start] == text[one.mark.start]:
            end = paragraph_break(text, lead.mark.end, one.mark.start)
            if end >= 0 and not text[end : one.mark.start].strip():
                yield lead.mark.start, one.mark.end
        lead = one if one.partner is None and not one.inside and _LEADS.match(text, one.mark.start) else None


def _blocks(text: str, found: Iterable[Nested]) -> Iterator[tuple[int, int]]:
    """Yield the quotations of several paragraphs of which “ opens the first, ” ends the last and no other stands.

    A straight mark opens one only as the first of its paragraph.
    """
    opened: Nested | None = None
    for one in found:
        if one.family != "double":
            continue
        sign = text[one.mark.start]
        ends = not one.opens and sign in _CLOSING and _BLOCK_END.match(text, one.mark.end) is not None
        if opened is not None and ends and paragraphs(text, opened.mark.end, one.mark.start) <= _MOST_PARAGRAPHS:
            yield opened.mark.start, one.mark.end
        unclosed = one.opens and one.partner is None and not one.inside
        opened = one if unclosed and (sign == "“" or (sign == '"' and one.mark.starts_line)) else None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _paragraph_end(text: str, start: int, most: int) -> int:
    """Return where a paragraph ends, or ``most`` if it ends behind that; white space at its end left out."""
    end = paragraph_break(text, start, most)
    end = most if end < 0 else end
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
