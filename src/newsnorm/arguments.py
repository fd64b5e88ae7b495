"""Check what callers pass: the text, the publication date, a keyword's value, a language tag.

A wrong call gets one sentence of the right exception type. What a text says is never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from newsnorm.rules import Rules

__all__ = ["Published", "as_published", "check_choice", "check_rules", "check_text", "language"]

Published = date | datetime | str | None

_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def check_text(text: object) -> None:
    """Raise ``TypeError`` unless the text is a ``str``.

    >>> check_text(b"bytes")
    Traceback (most recent call last):
    TypeError: text is bytes: allowed is str, so decode it first, e.g. text.decode("utf-8", "surrogateescape")
    """
    if isinstance(text, str):
        return
    if isinstance(text, (bytes, bytearray, memoryview)):
        hint = ', so decode it first, e.g. text.decode("utf-8", "surrogateescape")'
        raise TypeError(f"text is {type(text).__name__}: allowed is str{hint}")
    raise TypeError(f"text is {type(text).__name__} {text!r:.40}: allowed is str")


def as_published(published: object) -> date | None:
    """Return the publication day of what a caller gave; a ``datetime`` counts in its own zone.

    >>> as_published("2022-02-15T23:30:00+03:00")
    datetime.date(2022, 2, 15)
    """
    if published is None:
        return None
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    allowed = "allowed are a date, a datetime, an ISO 8601 string such as '2022-02-15', or None"
    if not isinstance(published, str):
        raise TypeError(f"published is {type(published).__name__} {published!r:.40}: {allowed}")
    try:
        return datetime.fromisoformat(published.strip()).date()
    except ValueError:
        raise ValueError(f"published is {published!r:.60}: {allowed}") from None


def check_choice(name: str, value: object, allowed: Iterable[str]) -> None:
    """Raise ``ValueError`` unless a keyword's value is one of those allowed."""
    if value not in (allowed := tuple(allowed)):
        raise ValueError(f"{name} is {value!r:.60}: allowed are {', '.join(map(repr, allowed))}")


def check_rules(rules: object) -> None:
    """Raise ``TypeError`` unless the rules are a `Rules` value."""
    if not isinstance(rules, Rules):
        raise TypeError(f"rules is {type(rules).__name__} {rules!r:.40}: allowed is a Rules value such as BUILTIN")


def language(lang: object) -> str:
    """Return the primary subtag of a BCP 47 tag, in lower case ("en-GB" gives "en").

    >>> language("en-GB")
    'en'
    """
    if not isinstance(lang, str):
        raise TypeError(f"lang is {type(lang).__name__} {lang!r:.40}: allowed is a BCP 47 tag such as 'en'")
    return _primary(lang)


@lru_cache(maxsize=64)  # every stage asks for the same few
def _primary(lang: str) -> str:
    if not _TAG.fullmatch(lang):
        raise ValueError(f"lang is {lang!r:.40}: allowed is a BCP 47 tag such as 'en' or 'en-GB'")
    return lang.partition("-")[0].lower()
