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

__all__ = [
    "Published",
    "as_published",
    "check_choice",
    "check_rules",
    "check_text",
    "check_texts",
    "language",
    "wrong_type",
]

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
    raise wrong_type("text", text, "allowed is str")


def check_texts(texts: object) -> None:
    """Raise ``TypeError`` unless there can be texts in it: a lone text is a mistake, for its characters would be read.

    >>> check_texts("one text")
    Traceback (most recent call last):
    TypeError: texts is str 'one text': allowed is an iterable of texts
    """
    if isinstance(texts, (str, bytes, bytearray, memoryview)) or not isinstance(texts, Iterable):
        raise wrong_type("texts", texts, "allowed is an iterable of texts")


def as_published(published: object) -> date | None:
    """Return the publication day of what a caller gave; a ``datetime`` counts in its own zone.

    >>> as_published("2022-02-15T23:30:00+03:00")
    datetime.date(2022, 2, 15)
    """
    if published is None:
        return None
    allowed = "allowed are a date, a datetime, an ISO 8601 string such as '2022-02-15', or None"
    if not isinstance(published, (date, str)):
        raise wrong_type("published", published, allowed)
    try:
        day = datetime.fromisoformat(published.strip()) if isinstance(published, str) else published
        return day.date() if isinstance(day, datetime) else day
    except ValueError:  # also what pandas has for a missing date, which is a datetime without a day
        raise ValueError(f"published is {published!r:.60}: {allowed}") from None


def check_choice(name: str, value: object, allowed: Iterable[str]) -> None:
    """Raise ``ValueError`` unless a keyword's value is one of those allowed."""
    if value not in (allowed := tuple(allowed)):
        raise ValueError(f"{name} is {value!r:.60}: allowed are {', '.join(map(repr, allowed))}")


def check_rules(rules: object) -> None:
    """Raise ``TypeError`` unless the rules are a `Rules` value."""
    if not isinstance(rules, Rules):
        raise wrong_type("rules", rules, "allowed is a Rules value such as BUILTIN")


def wrong_type(name: str, value: object, allowed: str) -> TypeError:
    """Return the exception for a value of a type that is not allowed; what shows in several lines is told in one.

    >>> wrong_type("text", 3, "allowed is str")
    TypeError('text is int 3: allowed is str')
    """
    return TypeError(f"{name} is {type(value).__name__} {' '.join(repr(value).split()):.40}: {allowed}")


def language(lang: object) -> str:
    """Return the primary subtag of a BCP 47 tag, in lower case ("en-GB" gives "en").

    >>> language("en-GB")
    'en'
    """
    if not isinstance(lang, str):
        raise wrong_type("lang", lang, "allowed is a BCP 47 tag such as 'en'")
    return _primary(lang)


@lru_cache(maxsize=64)  # every stage asks for the same few
def _primary(lang: str) -> str:
    if not _TAG.fullmatch(lang):
        raise ValueError(f"lang is {lang!r:.40}: allowed is a BCP 47 tag such as 'en' or 'en-GB'")
    return lang.partition("-")[0].lower()
