"""The words of time expressions of a language: read once from its data file, ready as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from newsnorm.dates.phrases import SPACE, Phrases, make_phrases
from newsnorm.rules import data_tables

__all__ = [
    "POSSESSIVE",
    "Vocabulary",
    "at_word",
    "lead",
    "names_in",
    "one_of",
    "plain",
    "spread",
    "stems",
    "tree",
    "vocabulary",
    "words_of",
]

POSSESSIVE: Final = ("'s", "’s")  # what a date that owns something ends with
_DIGITS: Final = r"\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,2})?(?:[½¼¾]|st|nd|rd|th)?"
_FIRST: Final = re.compile(r"[^\W_]+")
_INITIAL: Final = re.compile(r"([a-zA-Z]|\[[a-zA-Z]+\])(?![?*+{])((?:[a-z](?![?*+{])){0,3})")
_GROUP: Final = re.compile(r"\(\?:([^()]+)\)(?![?*+{])")
_FIGURES: Final = r"[\d½¼¾]|['’]\d|[QH][1-4]|FY|AD|A\.D|[AaPp]\.?\s?[Mm]"


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
    distances: Mapping[str, int]  # days from that of publication, by what they are called
    pointing: Mapping[str, int]
    same: frozenset[str]
    leaning: frozenset[str]  # with those of ``same``
    like_units: tuple[str, ...]  # "half" and what else stands where a unit does
    alone: tuple[str, ...]  # "today" and what else is an expression by itself or begins one
    of_length: tuple[str, ...]  # units with "long" ("day-long")
    decades: Mapping[str, int]
    name_phrases: frozenset[str]
    named_days: frozenset[str]  # month-days that are names of what happened on them
    names_after: frozenset[str]
    holiday_after: frozenset[str]
    after_dates: frozenset[str]
    people: frozenset[str]
    openings: Mapping[str, frozenset[str]]  # the first words of lists of words, in lower case
    fragments: Mapping[str, str]
    phrases: Phrases


@cache
def vocabulary(lang: str) -> Vocabulary:
    """Return the vocabulary of a language that has one."""
    data = data_tables(f"{lang}/dates.toml")
    units = dict(data["units"])
    for word, unit in data["units"].items():
        units[data["plurals"].get(word, word + "s")] = unit
    vague = {word: name for name, table in data["vague"].items() for word in table["words"]}
    return Vocabulary(
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
        distances=data["distances"],
        pointing=data["pointing"],
        same=frozenset(data["modifiers"]["same"]),
        leaning=frozenset([*data["modifiers"]["same"], *data["modifiers"]["leaning"]]),
        like_units=tuple(data["modifiers"]["like_units"]),
        alone=(*data["distances"], *data["modifiers"]["alone"]),
        of_length=tuple(data["modifiers"]["of_length"]),
        decades=data["decades"],
        name_phrases=frozenset(data["names"]["phrases"]),
        named_days=frozenset(data["names"]["days"]),
        names_after=frozenset(data["names"]["after"]),
        holiday_after=frozenset(data["names"]["holiday_after"]),
        after_dates=frozenset(data["names"]["after_dates"]),
        people=frozenset(data["names"]["people"]),
        openings=_openings(data, units, vague),
        fragments=_names(data, units, vague) | _numerals(data) | _leads(data, units, vague),
        phrases=make_phrases(data["beside"] | _phrase_names(data, lang)),
    )


def one_of(words: Iterable[str], dot: Iterable[str] = ()) -> str:
    r"""Return a regular expression of any of the words, the longest that fits; a lower-case word may be capitalized.

    Words are written as a tree, so that each letter is looked at once. Those of ``dot`` may end in a full stop.

    >>> one_of(["noon", "none", "Mon"], dot=["Mon"])
    '(?:(?:Mon\\.?|[Nn]o(?:ne|on)))'
    """
    dotted = frozenset(dot)
    return _tree((_tokens(word), r"\.?" if word in dotted else "") for word in words)


def tree(words: Iterable[str]) -> str:
    """Return a regular expression of any of the words just as they are.

    >>> tree(["noon", "none", "night"])
    '(?:n(?:ight|o(?:ne|on)))'
    """
    return _tree((map(re.escape, word), "") for word in words)


def at_word(rows: Iterable[str]) -> str:
    r"""Return the regular expression of any of some, each a row, where a word starts.

    It opens with letters, and a set of those is found several times faster than the boundary of a word. That one is
    sought after the first few letters, as far as few words get.

    >>> at_word(["ended?", "[Ss]ince", "(?:the|its) year"])
    '(?:ende(?<!\\w....)d?|Sinc(?<!\\w....)e|sinc(?<!\\w....)e|the(?<!\\w...) year|its(?<!\\w...) year)'
    """
    alternatives = []
    for row in spread(rows):
        initial = _INITIAL.match(row)
        if initial is None:
            alternatives.append(rf"\b(?:{row})")
        else:
            more, rest = initial[2], row[initial.end() :]
            boundary = rf"(?<!\w.{'.' * len(more)})"
            alternatives += [f"{letter}{more}{boundary}{rest}" for letter in initial[1].strip("[]")]
    return f"(?:{'|'.join(alternatives)})"


def spread(rows: Iterable[str]) -> Iterator[str]:
    """Yield some rows, those that open with a choice of words as one row for each.

    >>> list(spread(["(?:is|are) to", "(?:re)?set"]))
    ['is to', 'are to', '(?:re)?set']
    """
    for row in rows:
        if group := _GROUP.match(row):
            yield from [first + row[group.end() :] for first in group[1].split("|")]
        else:
            yield row


@cache
def stems(table: str, lang: str = "en") -> str:
    """Return the regular expression of what the names of a table begin with: three letters, as they are abbreviated.

    >>> stems("weekdays")
    'Mon|Tue|Wed|Thu|Fri|Sat|Sun'
    """
    return "|".join(dict.fromkeys(name[:3] for name in data_tables(f"{lang}/dates.toml")[table]))


def names_in(table: str, lang: str = "en") -> str:
    """Return the regular expression of the names of a table, in full or short, less the full stop of the short ones.

    >>> re.findall(names_in("weekdays"), "Monday, Tues. or Funday")
    ['Monday', 'Tues']
    """
    return rf"(?:{stems(table, lang)})[a-z]{{0,6}}"


@cache
def words_of(table: str, name: str, lang: str = "en") -> frozenset[str]:
    """Return the words of a list that is one of words, not of regular expressions.

    >>> "would" in words_of("clauses", "weak")
    True
    """
    return frozenset(data_tables(f"{lang}/dates.toml")[table][name])


@cache
def lead(name: str, lang: str = "en") -> tuple[str, ...]:
    """Return the words of a list that may stand right before a date, each with its space.

    >>> lead("since")
    ('since ', 'Since ')
    """
    return tuple(f"{word} " for word in data_tables(f"{lang}/dates.toml")["leads"][name])


def plain(words: str) -> str:
    r"""Return words in lower case, with straight apostrophes and one space between them: a key of the vocabulary.

    >>> plain("New\nYear’s  Day")
    "new year's day"
    """
    return words.lower() if words.isalpha() else " ".join(words.replace("’", "'").lower().split())


def _openings(data: Mapping[str, Any], units: Iterable[str], vague: Iterable[str]) -> dict[str, frozenset[str]]:
    modifiers = data["modifiers"]
    figures = ["0", "00", "000", "0000"]
    quantities = [*(word.split()[-1] for word in data["amounts"]), *data["numbers"], *figures, *modifiers["quantity"]]
    lists = {
        "AMOUNTS": [*data["amounts"], *modifiers["amount"]],
        "NUMBERS": data["numbers"],
        "ORDINALS": data["ordinals"],
        "POINTS": modifiers["point"],
        "EDGES": modifiers["edges"],
        "WEEKDAYS": data["weekdays"],
        "UNITS": units,
        "MONTHS": data["months"],
        "SEASONS": data["seasons"],
        "PARTS": data["parts"],
        "HOLIDAYS": data["holidays"],
        "DECADES": data["decades"],
        "FREQUENCIES": data["frequencies"],
        "VAGUES": vague,
        "PLURALS": [f"{name}s" for name in data["weekdays"]],
        "LENGTHS": [f"{unit}long" for unit in units],
        "ZONES": data["clock"]["zones"],
        "QUANTITIES": quantities,
        "DAYS": [digits + end for digits in ("0", "00") for end in ("", "st", "nd", "rd", "th")],
    }
    return {name: frozenset(_FIRST.findall(word.lower())[0] for word in words) for name, words in lists.items()}


def _names(data: Mapping[str, Any], units: Iterable[str], vague: Iterable[str]) -> dict[str, str]:
    """Return the fragments of names and other plain words."""
    months, weekdays = _cased(data["months"]), _cased(data["weekdays"])
    abbreviated = {name for name in months if name.title() not in ("May", "June", "July") and len(name) < 5}
    full = one_of(name for name in weekdays if name.lower().endswith("day"))
    short = one_of(name for name in weekdays if not name.lower().endswith("day"))
    modifiers = data["modifiers"]
    return {
        "MONTH": one_of(months, dot=abbreviated),
        "WEEKDAY": rf"(?:{full}|{short}\.)",
        "ANYDAY": rf"(?:{full}|{short}\.?)",
        "UNIT": one_of(units),
        "SEASON": one_of(data["seasons"]),
        "PART": one_of(data["clock"]["parts"]),
        "POINT": one_of(word for word in data["parts"] if word not in (*data["clock"]["parts"], "overnight")),
        "DECADE": one_of(data["decades"]),
        "HOLIDAY": one_of(data["holidays"]),
        "VAGUE": one_of(vague),
        "FREQUENCY": one_of(data["frequencies"]),
        "AMOUNT": one_of(data["amounts"]),
        "ZONE": one_of(data["clock"]["zones"]),
        "APPROX": one_of(modifiers["amount"]),
        "PRE": one_of(modifiers["point"]),
        "EDGE": one_of(modifiers["edges"]),
    }


def _phrase_names(data: Mapping[str, Any], lang: str) -> dict[str, list[str]]:
    """Return the names of which phrases are made, too."""
    longest = {number: name for name, number in sorted(data["months"].items(), key=lambda row: len(row[0]))}
    return {
        "weekday_stems": [stems("weekdays", lang)],
        "month_stems": [stems("months", lang)],
        "full_months": list(longest.values()),
        "parts": data["clock"]["parts"],
    }


def _numerals(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the fragments of numbers: 5, 5 1/2, 1,200, fifty-five, two hundred and one."""
    values = data["numbers"].items()
    ones = one_of(word for word, value in values if 1 <= value <= 9)
    tens = one_of(word for word, value in values if value in range(20, 100, 10))
    plain_ = one_of(word for word, value in values if 1 <= value < 20 and word != "dozen")
    small = rf"(?:{tens}(?:[- ]{ones})?|{plain_})"
    figures = r"(?:\d{1,3}(?:,\d{3}){1,3}(?![\d,])|\d{1,4}(?:\.\d{1,2})?(?![\d,.]\d))(?:[ -]\d/\d\d?|[ ]?[½¼¾])?"
    spelled = rf"{small}(?:[- ](?:hundred|thousand)(?:[- ](?:and[- ])?{small})?)?(?:{SPACE}(?:hundred|thousand))?"
    return {
        "S": SPACE,
        "NUM": f"(?:{figures}|{spelled})",
        "SMALL": small,
        "ORDINAL": one_of(data["ordinals"]),
        "YEAR": r"(?:1[0-9]|20)\d\d(?!\d|,\d|\.\d|%)",
        "DD": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:/]\d|[- ]\d/\d|\w)"
        rf"(?!{SPACE}(?:{'|'.join(sorted(f'{unit}s' for unit in data['units']))})\b)",  # "in August 15 years ago"
    }


def _leads(data: Mapping[str, Any], units: Iterable[str], vague: Iterable[str]) -> dict[str, str]:
    """Return the fragments of what leads up to an anchor, and of the first words of what may follow it."""
    modifiers = data["modifiers"]
    lead = [*modifiers["lead"], *modifiers["amount"], *modifiers["point"], *modifiers["edges"]]
    lead += [*data["numbers"], *data["ordinals"], *data["amounts"]]
    months, weekdays = _cased(data["months"]), _cased(data["weekdays"])
    tables = ("seasons", "parts", "holidays", "frequencies", "decades")
    known = [*months, *weekdays, *units, *vague]
    known += [*modifiers["anchors"], *modifiers["like_units"], *modifiers["alone"], *data["distances"]]
    known += [word for table in tables for word in data[table]]
    known += [*(f"{name}s" for name in (*weekdays, *data["seasons"])), *(f"{unit}long" for unit in units)]
    known += [word.split("-")[0] for word in known]
    nexts = {word.split()[0].split("-")[0] for word in (*known, *lead)}
    nexts |= {word.split()[0] for word in modifiers["leading"]}
    leading = one_of([*lead, *modifiers["leading"]])
    return {
        "LEAD_WORDS": " ".join([*lead, *modifiers["leading"]]),
        "LEAD": rf"(?:{one_of(lead)}|{_DIGITS})",
        "LEADING": rf"(?:{leading}|\d/\d\d?(?!\d)|[½¼¾]|{_DIGITS}|(?:19|20)\d\d(?:['’]s)?)",
        "NEXT": rf"(?:{_FIGURES}|{one_of(nexts)}(?![a-z]))",
    }


def _cased(names: Iterable[str]) -> list[str]:
    return [form for name in names for form in (name, name.upper())]


def _tree(words: Iterable[tuple[Iterable[str], str]]) -> str:
    """Return the regular expression of words, each given by the expressions of its letters and of its end."""
    root: dict[str, Any] = {}
    for tokens, end in words:
        node = root
        for token in tokens:
            node = node.setdefault(token, {})
        node[""] = end
    return f"(?:{_alternatives(root)})"


def _tokens(word: str) -> list[str]:
    """Return the regular expression of each character of a word."""
    first = f"[{word[0].upper()}{word[0]}]" if word[0].islower() else re.escape(word[0])
    special = {" ": SPACE, "'": "['’]"}
    return [first, *(special.get(letter) or re.escape(letter) for letter in word[1:])]


def _alternatives(node: Mapping[str, Any]) -> str:
    """Return the regular expression of a tree of tokens; the token "" marks where a word may end, and how."""
    branches = [token + _alternatives(below) for token, below in sorted(node.items()) if token]
    end = node.get("")
    if end or (end is not None and not branches):
        branches.append(str(end))
    if len(branches) == 1 and (end is None or branches == [end]):
        return branches[0]
    return "(?:" + "|".join(branches) + ")" + ("?" if end == "" else "")
