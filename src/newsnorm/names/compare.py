"""Same name or not: two written forms compared, precise first."""

from __future__ import annotations

from newsnorm.names.canonical import canonical_name
from newsnorm.names.forms import normal_form
from newsnorm.rules import BUILTIN, NameType, Rules

__all__ = ["same_name"]


def same_name(a: str, b: str, type: NameType | None = None, rules: Rules = BUILTIN, *, lang: str = "en") -> bool:
    """Tell whether two written forms are one name.

    >>> same_name("Kiev", "Kyiv"), same_name("Ivanka Trump", "Ivana Trump")
    (True, False)
    """
    if a == b:
        return True
    one, two = canonical_name(a, type, rules, lang=lang), canonical_name(b, type, rules, lang=lang)
    return normal_form(one) == normal_form(two)
