"""Find the time expressions of a text and tell what they mean: the stage in one function."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from newsnorm.arguments import Published, as_published, check_rules, check_text, language
from newsnorm.dates.annotate import annotation
from newsnorm.dates.find import find_expressions
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory
from newsnorm.dates.mention import DateMention
from newsnorm.dates.resolve import resolve
from newsnorm.dates.vocabulary import LANGUAGES
from newsnorm.printed import PRINTED
from newsnorm.quotes import find_quotations
from newsnorm.rules import BUILTIN, Rules

__all__ = ["find_dates"]


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
    lang = language(lang)
    if lang not in LANGUAGES:
        return []
    if "[" in text and (printed := list(PRINTED.finditer(text))):
        return _find_between(text, day, lang, rules, printed)
    return _find(text, day, lang, rules)


def _find(text: str, day: date | None, lang: str, rules: Rules) -> list[DateMention]:
    """Find and settle one mention after the other, so that only the mentions are held."""
    memory = Memory(text, day)
    mentions = []
    for expression, memory.quoted in _with_speech(text, find_expressions(text, rules, lang)):
        mentions.append(_mention(text, expression, resolve(expression, memory), memory.quoted))
    return mentions


def _find_between(
    text: str, day: date | None, lang: str, rules: Rules, printed: list[re.Match[str]]
) -> list[DateMention]:
    """Find what there is without the values in brackets, so that printing them changes nothing of it."""
    kept, at, cuts, gone = [], 0, [], 0
    for match in printed:
        kept.append(text[at : match.start()])
        cuts.append((match.start() - gone, gone + len(match[0])))
        gone += len(match[0])
        at = match.end()
    kept.append(text[at:])
    places = [place for place, _ in cuts]
    shifts = [0, *(shift for _, shift in cuts)]
    mentions = []
    for mention in _find("".join(kept), day, lang, rules):
        start = mention.start + shifts[bisect_right(places, mention.start)]
        end = mention.end + shifts[bisect_left(places, mention.end)]
        anchor = mention.anchor_start
        if anchor is not None:
            anchor += shifts[bisect_right(places, anchor)]
        mentions.append(replace(mention, start=start, end=end, text=text[start:end], anchor_start=anchor))
    if "dates.iso" in rules:
        mentions += [_value(text, match) for match in printed]
    return _disjoint(mentions)


def _value(text: str, match: re.Match[str]) -> DateMention:
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


def _mention(text: str, expression: Expression, answer: Answer, quoted: bool) -> DateMention:
    start, end = expression.start, expression.end
    return DateMention(
        start,
        end,
        text[start:end],
        answer.type,
        answer.value,
        expression.rule,
        annotation(text, expression, answer),
        quoted,
        answer.anchor,
        answer.anchor_start,
        answer.cue,
        answer.certain,
    )


def _with_speech(text: str, expressions: Iterable[Expression]) -> Iterator[tuple[Expression, bool]]:
    """Yield each expression and whether it stands in a quotation."""
    quotations: list[tuple[int, int]] | None = None
    at = 0
    for expression in expressions:
        if quotations is None:  # a text without dates need not be searched
            quotations = find_quotations(text)
        start = expression.start
        while at < len(quotations) and quotations[at][1] <= start:
            at += 1
        yield expression, at < len(quotations) and quotations[at][0] <= start
