"""The words of time expressions of a language: read once from its data file, ready as regular expressions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsnorm.rules import data_text

__all__ = ["LANGUAGES", "Vocabulary", "one_of", "plain", "vocabulary"]

LANGUAGES: Final = frozenset({"en"})

# White space inside an expression: a line may be wrapped there, but a paragraph does not end there.
_SPACE: Final = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,3})"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Hold the words, and ``fragments``: the regular expression of each class of words."""

    numbers: Mapping[str, float]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, str]
    parts: Mapping[str, str]
    holidays: Mapping[str, str]
    vague: Mapping[str, str]
    frequencies: Mapping[str, str]
    amounts: Mapping[str, str]
    decades: Mapping[str, int]
    name_phrases: frozenset[str]
    names_after: frozenset[str]
    holiday_after: frozenset[str]
    fragments: Mapping[str, str]


@cache
def vocabulary(lang: str) -> Vocabulary:
    """Return the vocabulary of a language that has one."""
    data = tomllib.loads(data_text(f"{lang}/dates.toml"))
    units = dict(data["units"])
    for word, unit in data["units"].items():
        units[data["plurals"].get(word, word + "s")] = unit
    vague = {word: name for name, table in data["vague"].items() for word in table["words"]}
    words = Vocabulary(
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        months={name.lower(): number for name, number in data["months"].items()},
        weekdays={name.lower(): number for name, number in data["weekdays"].items()},
        units=units,
        seasons=data["seasons"],
        parts=data["parts"],
        holidays={plain(name): day for name, day in data["holidays"].items()},
        vague=vague,
        frequencies=data["frequencies"],
        amounts=data["amounts"],
        decades=data["decades"],
        name_phrases=frozenset(data["names"]["phrases"]),
        names_after=frozenset(data["names"]["after"]),
        holiday_after=frozenset(data["names"]["holiday_after"]),
        fragments=_fragments(data, units, vague),
    )
    return words


def _fragments(data: Mapping[str, dict[str, object]], units: Iterable[str], vague: Iterable[str]) -> dict[str, str]:
    """Return the regular expressions that the grammar's patterns are written with, by name."""
    numbers: dict[str, float] = data["numbers"]  # type: ignore[assignment]
    ones = [word for word, value in numbers.items() if 1 <= value <= 9]
    tens = [word for word, value in numbers.items() if value in range(20, 100, 10)]
    plain = [word for word, value in numbers.items() if 1 <= value < 20 and word != "dozen"]
    small = rf"(?:{one_of(tens)}(?:[- ]{one_of(ones)})?|{one_of(plain)})"
    month, weekday = _cased(data["months"]), _cased(data["weekdays"])
    full = [name for name in weekday if name.lower().endswith("day")]
    short = [name for name in weekday if not name.lower().endswith("day")]
    fragments = {
        "S": _SPACE,
        "NUM": (
            r"(?:(?:\d{1,3}(?:,\d{3}){1,3}(?![\d,])|\d{1,4}(?:\.\d{1,2})?(?![\d,.]\d))(?:[ -]\d/\d\d?|[½¼¾])?"
            rf"|{small}(?:[- ](?:hundred|thousand)(?:[- ](?:and[- ])?{small})?)?(?:{_SPACE}(?:hundred|thousand))?)"
        ),
        "SMALL": small,
        "ORDINAL": one_of(data["ordinals"]),
        "MONTH": one_of(
            month, dot={name for name in month if len(name) < 5 and name.title() not in ("May", "June", "July")}
        ),
        "WEEKDAY": f"(?:{one_of(full)}|{one_of(short)}\\.)",
        "ANYDAY": f"(?:{one_of(full)}|{one_of(short)}\\.?)",
        "UNIT": one_of(units),
        "SEASON": one_of(data["seasons"]),
        "PART": one_of(["morning", "afternoon", "evening", "night"]),
        "POINT": one_of([word for word, value in data["parts"].items() if word != "overnight"][4:]),  # type: ignore[index]
        "DECADE": one_of(data["decades"]),
        "HOLIDAY": one_of(data["holidays"]),
        "VAGUE": one_of(vague),
        "FREQUENCY": one_of(data["frequencies"]),
        "AMOUNT": one_of(data["amounts"]),
        "ZONE": "(?:" + "|".join(data["clock"]["zones"]) + ")",  # type: ignore[arg-type]
        "APPROX": one_of(data["modifiers"]["amount"]),  # type: ignore[arg-type]
        "PRE": one_of(data["modifiers"]["point"]),  # type: ignore[arg-type]
        "EDGE": one_of(data["modifiers"]["edges"]),  # type: ignore[arg-type]
    }
    modifiers: dict[str, list[str]] = data["modifiers"]  # type: ignore[assignment]
    lead = [*modifiers["lead"], *modifiers["amount"], *modifiers["point"], *modifiers["edges"]]
    lead += [*numbers, *data["ordinals"], *data["amounts"]]
    digits = r"\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,2})?(?:st|nd|rd|th)?"
    fragments["LEAD"] = rf"(?:{one_of(lead)}|{digits})"
    fragments["LEADING"] = (
        rf"(?:{one_of([*lead, *modifiers['leading']])}|\d/\d\d?(?!\d)|{digits}|(?:19|20)\d\d(?:['’]s)?)"
    )
    vocabulary_words = [
        *lead,
        *month,
        *weekday,
        *units,
        *data["seasons"],
        *data["parts"],
        *data["holidays"],
        *vague,
        *data["frequencies"],
        *data["decades"],
    ]
    vocabulary_words += ["half", "period", "year-end", "today", "yesterday", "tomorrow", "tonight", "nineteen"]
    vocabulary_words += [f"{name}s" for name in (*weekday, *data["seasons"])] + [f"{unit}long" for unit in units]
    firsts = {word.split()[0].split("-")[0] for word in vocabulary_words}
    nexts = firsts | {word.split()[0] for word in modifiers["leading"]}
    figures = r"\d|['’]\d|[QH][1-4]|FY|AD|A\.D|[AaPp]\.?\s?[Mm]"
    fragments["FIRST"] = rf"{figures}|{one_of(firsts)}(?![a-z])"
    fragments["NEXT"] = rf"{figures}|{one_of(nexts)}(?![a-z])"
    fragments["YEAR"] = r"(?:1[0-9]|20)\d\d(?!\d|,\d|\.\d|%)"
    fragments["DD"] = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:/]\d|\w)"
    return fragments


def _cased(names: Iterable[str]) -> list[str]:
    return [form for name in names for form in (name, name.upper())]


def one_of(words: Iterable[str], dot: Iterable[str] = ()) -> str:
    """Return a regular expression of any of the words, the longest that fits; a lower-case word may be capitalized.

    Words are written as a tree, so that each letter is looked at once. Those of ``dot`` may end in a full stop.

    >>> one_of(["noon", "none", "Mon"], dot=["Mon"])
    '(?:(?:Mon\\\\.?|[Nn]o(?:ne|on)))'
    """
    dotted = frozenset(dot)
    tree: dict[str, object] = {}
    for word in words:
        node = tree
        for token in _tokens(word):
            node = node.setdefault(token, {})  # type: ignore[assignment]
        node[""] = r"\.?" if word in dotted else ""
    return f"(?:{_alternatives(tree)})"


def plain(words: str) -> str:
    """Return words in lower case, with straight apostrophes and one space between them: a key of the vocabulary.

    >>> plain("New\\nYear’s  Day")
    "new year's day"
    """
    return " ".join(words.replace("’", "'").lower().split())


def _tokens(word: str) -> list[str]:
    """Return the regular expression of each character of a word."""
    first = f"[{word[0].upper()}{word[0]}]" if word[0].islower() else re.escape(word[0])
    special = {" ": _SPACE, "'": "['’]"}
    return [first, *(special.get(letter) or re.escape(letter) for letter in word[1:])]


def _alternatives(node: Mapping[str, object]) -> str:
    """Return the regular expression of a tree of tokens; the token "" marks where a word may end."""
    branches = [
        token + _alternatives(below) for token, below in sorted(node.items()) if token and isinstance(below, dict)
    ]
    end = node.get("")
    if not branches:
        return str(end or "")
    if end is not None:
        return "(?:" + "|".join(branches) + f"|{end})" if end else "(?:" + "|".join(branches) + ")?"
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
