"""The stage's one question: which time expressions does a text hold, and what do they mean?"""

from __future__ import annotations

from newsnorm.arguments import Published, as_published, check_rules, check_text, language
from newsnorm.dates.annotate import annotation
from newsnorm.dates.find import find_expressions
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer
from newsnorm.dates.mention import DateMention
from newsnorm.dates.resolve import resolve
from newsnorm.dates.vocabulary import LANGUAGES
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
    expressions = find_expressions(text, rules, lang)
    if not expressions:
        return []
    quoted = _quoted(text, expressions)
    answers = resolve(text, expressions, quoted, day)
    return [_mention(text, *row) for row in zip(expressions, answers, quoted, strict=True)]


def _mention(text: str, expression: Expression, answer: Answer, quoted: bool) -> DateMention:
    start, end = expression.start, expression.end
    return DateMention(
        start,
        end,
        text[start:end],
        answer.type,
        answer.value,
        expression.rule,
        annotation(expression.meaning, answer),
        quoted,
        answer.anchor,
        answer.anchor_start,
        answer.cue,
        answer.certain,
    )


def _quoted(text: str, expressions: list[Expression]) -> list[bool]:
    """Tell for each expression whether it stands in a quotation."""
    quotations = find_quotations(text)
    at, quoted = 0, []
    for expression in expressions:
        while at < len(quotations) and quotations[at][1] <= expression.start:
            at += 1
        quoted.append(at < len(quotations) and quotations[at][0] <= expression.start)
    return quoted
