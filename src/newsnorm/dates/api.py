"""The stage's one question: which time expressions does a text hold, and what do they mean?"""

from __future__ import annotations

import re
from typing import Final

from newsnorm.arguments import Published, as_published, check_rules, check_text, language
from newsnorm.dates.annotate import annotation
from newsnorm.dates.find import find_expressions
from newsnorm.dates.mention import DateMention
from newsnorm.dates.resolve import resolve
from newsnorm.dates.vocabulary import LANGUAGES
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
    answers = resolve(text, expressions, day)
    quotations = _quotations(text)
    mentions = []
    at = 0
    for expression, answer in zip(expressions, answers, strict=True):
        start, end = expression.start, expression.end
        while at < len(quotations) and quotations[at][1] <= start:
            at += 1
        quoted = at < len(quotations) and quotations[at][0] <= start
        mentions.append(
            DateMention(
                start, end, text[start:end], answer.type, answer.value, expression.rule,  # type: ignore[arg-type]
                annotation(expression.meaning, answer), quoted, answer.anchor, answer.anchor_start, answer.cue, answer.certain,
            )
        )
    return mentions


def _quotations(text: str) -> list[tuple[int, int]]:
    try:
        from newsnorm.quotes import find_quotations
    except ImportError:
        return []
    return find_quotations(text)
