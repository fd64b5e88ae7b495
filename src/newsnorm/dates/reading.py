"""Read the dates of a text: find each, settle what it means and decide what is printed after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from newsnorm.dates.annotate import annotation
from newsnorm.dates.find import find_expressions
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory
from newsnorm.dates.mention import DateMention, UnlockedMention
from newsnorm.dates.resolve import resolve
from newsnorm.quotes import find_quotations
from newsnorm.rules import Rules

__all__ = ["read_dates"]


def read_dates(text: str, day: date | None, lang: str, rules: Rules) -> list[DateMention]:
    """Return the mentions of a text, in order, each settled as it is found: nothing else is held."""
    memory = Memory(text, day, day)
    mentions = []
    for expression, memory.quoted in _with_speech(text, find_expressions(text, rules, lang)):
        mentions.append(_mention(text, expression, resolve(expression, memory), memory.quoted))
    return mentions


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


def _mention(text: str, expression: Expression, answer: Answer, quoted: bool) -> DateMention:
    start, end = expression.start, expression.end
    mention = UnlockedMention(
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
    mention.__class__ = DateMention
    return mention
