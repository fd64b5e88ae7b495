"""Read the dates of a text: find each, settle what it means and decide what is printed after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newsnorm.dates.annotate import annotation
from newsnorm.dates.find import find_expressions
from newsnorm.dates.found import FoundDates
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory
from newsnorm.dates.mention import DateMention, UnlockedMention
from newsnorm.dates.resolve import resolve
from newsnorm.quotes import with_speech
from newsnorm.rules import Rules

__all__ = ["read_dates"]


def read_dates(text: str, day: date | None, lang: str, rules: Rules) -> FoundDates:
    """Return the dates of a text, each settled as it is found: nothing else is held."""
    memory = Memory(text, day, day)
    found: list[DateMention | Expression] = []
    for expression, memory.quoted in with_speech(text, _in_calendar(find_expressions(text, rules, lang), found)):
        found.append(_mention(text, expression, resolve(expression, memory), memory.quoted))
    return FoundDates(text, found)


def _in_calendar(expressions: Iterator[Expression], found: list[DateMention | Expression]) -> Iterator[Expression]:
    """Yield what has a place in the calendar, and keep all else as it was read."""
    for expression in expressions:
        meaning = expression.meaning
        if meaning.kind == "fixed" and not meaning.value[:1].isdigit():
            found.append(expression)
        else:
            yield expression


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
