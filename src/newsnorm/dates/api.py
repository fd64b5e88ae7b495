"""Find the time expressions of a text and tell what they mean: the stage in one function."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from newsnorm.arguments import Published, as_published, check_rules, check_text, language
from newsnorm.dates.found import FoundDates
from newsnorm.dates.mention import DateMention
from newsnorm.edits import Alignment, Draft, on_original
from newsnorm.printed import PRINTED
from newsnorm.rules import BUILTIN, Rules
from newsnorm.signs import has_any
from newsnorm.wrapped import whole

__all__ = ["dates_of", "dates_on_original", "find_dates"]

_HYPHENS: Final = "‐‑"  # read as the one of ASCII: "third‑quarter"
_RETURN: Final = re.compile(r"\r(?=\n)")
_LANGUAGES: Final = frozenset({"en"})  # those that have a vocabulary


def find_dates(text: str, published: Published, *, lang: str = "en", rules: Rules = BUILTIN) -> list[DateMention]:
    """Find the time expressions of a text, resolved against the day on which it was published.

    Mentions are sorted and disjoint. Without a publication date, what leans on it is given in its underspecified
    form. A language without data gives an empty list.

    >>> [(m.text, m.value) for m in find_dates("He left on Tuesday and returns next week.", "2022-02-15")]
    [('Tuesday', '2022-02-15'), ('next week', '2022-W08')]
    """
    check_text(text)
    day = as_published(published)
    check_rules(rules)
    read = whole(text)
    return list(dates_on_original(dates_of(read.text, day, language(lang), rules).mentions(), read))


def dates_of(text: str, day: date | None, lang: str, rules: Rules) -> FoundDates:
    """Do what `find_dates` does for a call that was checked, in a language by its primary subtag."""
    if lang not in _LANGUAGES:
        return FoundDates(text, [])
    read_dates = _reader()
    gone = list(PRINTED.finditer(text)) if "[" in text else []
    if "\r" in text and "\r\n" in text:
        gone = sorted([*gone, *_RETURN.finditer(text)], key=re.Match.start)
    if gone or (not text.isascii() and has_any(text, _HYPHENS)):

        def read(part: str) -> list[DateMention]:
            for hyphen in _HYPHENS:
                part = part.replace(hyphen, "-")
            return read_dates(part, day, lang, rules).mentions()

        return FoundDates(text, [*_between(text, gone, read, "dates.iso" in rules)])
    return read_dates(text, day, lang, rules)


def dates_on_original(mentions: Sequence[DateMention], draft: Draft) -> tuple[DateMention, ...]:
    """Return the mentions of a draft's text with their positions, and those of their anchors, in the original."""
    if not draft.layers:
        return tuple(mentions)
    alignment = Alignment.of(draft.edits())
    return tuple(
        replace(mention, anchor_start=alignment.to_original(mention.anchor_start, mention.anchor_start + 1)[0])
        if mention.anchor_start is not None
        else mention
        for mention in on_original(mentions, draft, alignment)
    )


@cache
def _reader() -> Callable[[str, date | None, str, Rules], FoundDates]:
    """Return what reads dates: it compiles patterns, which a call without dates need not wait for."""
    from newsnorm.dates.reading import read_dates

    return read_dates


def _between(
    text: str, gone: list[re.Match[str]], read: Callable[[str], list[DateMention]], values: bool
) -> list[DateMention]:
    """Read what there is without the values in brackets, so that printing them changes nothing of it.

    Nor do the line ends: each is read as one line feed. What is read has each character of the text in its place.
    """
    kept, at, cuts, length = [], 0, [], 0
    for match in gone:
        kept.append(text[at : match.start()])
        cuts.append((match.start() - length, length + len(match[0])))
        length += len(match[0])
        at = match.end()
    kept.append(text[at:])
    places = [place for place, _ in cuts]
    shifts = [0, *(shift for _, shift in cuts)]
    mentions = []
    for mention in read("".join(kept)):
        start = mention.start + shifts[bisect_right(places, mention.start)]
        end = mention.end + shifts[bisect_left(places, mention.end)]
        anchor = mention.anchor_start
        if anchor is not None:
            anchor += shifts[bisect_right(places, anchor)]
        mentions.append(replace(mention, start=start, end=end, text=text[start:end], anchor_start=anchor))
    if values:
        mentions += [_value(match) for match in gone if match.re is PRINTED]
    return _disjoint(mentions)


def _value(match: re.Match[str]) -> DateMention:
    return DateMention(match.start(1), match.end(1), match[1], "DATE", match[1], "dates.iso")


def _disjoint(mentions: list[DateMention]) -> list[DateMention]:
    """Drop the values in brackets that stand inside a mention."""
    ends, kept = 0, []
    for mention in sorted(mentions, key=_start):
        if mention.start >= ends:
            kept.append(mention)
            ends = mention.end
    return kept


def _start(mention: DateMention) -> int:
    return mention.start
