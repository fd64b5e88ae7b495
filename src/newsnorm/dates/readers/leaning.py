"""Read expressions that lean on another date: "last week", "three days later", "Monday", "that year"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.readers.numerals import (
    Match,
    Parts,
    Reader,
    amount_of,
    fixed,
    length,
    next_word,
    part_of,
    previous_word,
)
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]

_PAST: Final = frozenset({"last", "past", "previous", "preceding"})


_FUTURE: Final = frozenset({"next", "coming", "upcoming", "following"})


def _days_from(match: Match, words: Vocabulary) -> Meaning | None:
    way = match["way"]
    unit = words.units[plain(match["unit"])]
    amount = amount_of(match, words)
    if amount is None:
        return None
    if amount == "X":
        if way == "ago":
            return fixed("DATE", "PAST_REF")
        return (
            fixed("DATE", "FUTURE_REF")
            if way.startswith(("from", "hence"))
            else fixed("DURATION", length("X", unit), unit)
        )
    if way == "ago" or way in ("hence",) or way.startswith("from"):
        return Meaning(
            "shift",
            unit=unit,
            amount=-float(amount) if way == "ago" else float(amount),
            value="ago",
            number=_rough(match),
        )
    return Meaning("later", unit=unit, amount=float(amount) * (1 if way in ("later",) else -1), number=_rough(match))


_ABOUT: Final = re.compile(r"\b(?:[Aa]bout|[Aa]round|[Ss]ome|[Rr]oughly|[Oo]ver|[Aa]pproximately)\s$")


def _rough(match: Match) -> int | None:
    """Return 0 for an amount that is not exact, None for one that may be."""
    before = match.string[max(0, match.start() - 15) : match.start()]
    exact = re.match(r"(?:\d|[Aa]n?\b|[Hh]alf|[a-zA-Z-]+\s[a-z]+\s(?:ago|earlier|later))", match[0])
    return None if exact and not _ABOUT.search(before) and not re.search(r"\sor\sso\b", match[0]) else 0


def _year_earlier(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    if re.match(r"\s[$£€C\d]", match.string[match.end() : match.end() + 2]):
        return None
    if match["unit"] is None and match[0][:4].lower() == "the ":
        return [(match.start() + 4, match.end(), Meaning("later", unit="Y", amount=-1, value="compared"))]
    if (match["unit"] or "").endswith("months"):
        return fixed("DURATION", "P9M" if match["unit"].startswith("nine") else "P6M")
    return Meaning("later", unit="Y", amount=-1, value=match["unit"] or "compared")


_DIRECTION: Final = {**dict.fromkeys(_PAST, -1), **dict.fromkeys(_FUTURE, 1), "this": 0, "current": 0}


def _relative(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    rel, more = match["rel"].lower(), match["more"] or ""
    if more in ("last", "past", "coming") and rel != "this":
        meaning = _said(match, words, more, "")  # "said that last week ..."
        return [(match.start("more"), match.end(), meaning)] if meaning else None
    if rel[0] != match["rel"][0] and (match["unit"] or "x")[0].isupper():
        return None  # "This Week", a title
    return _said(match, words, rel, more)


def _said(match: Match, words: Vocabulary, rel: str, more: str) -> Meaning | None:
    direction = _DIRECTION.get(rel)
    if rel == "this" and more in ("past", "last"):
        direction = -1
    if rel == "this" and more == "coming":
        direction = 1
    leaning = rel in ("that", "same") or (rel in ("previous", "following", "preceding"))
    if match["weekday"]:
        return Meaning(
            "weekday",
            "TIME" if match["part"] else "DATE",
            weekday=words.weekdays[match["weekday"].rstrip(".").lower()],
            direction=direction,
            part=part_of(match, words),
            value="mention" if leaning else "",
        )
    if match["month"]:
        return Meaning(
            "month",
            month=words.months[match["month"].rstrip(".").lower()],
            direction=direction,
            value="mention" if leaning else "",
        )
    if match["season"]:
        return Meaning(
            "season",
            value=words.seasons[match["season"].lower()],
            direction=direction,
            unit="mention" if leaning else "",
        )
    if match["part0"]:
        part = words.parts[match["part0"].lower()]
        if leaning or (match["the"] and rel == "next"):
            return Meaning(
                "same" if rel in ("that", "same") else "later", "TIME", unit="D", amount=direction or 0, part=part
            )
        if rel == "past" or rel == "latest":
            return None
        return Meaning("shift", "TIME", unit="D", amount=direction or 0, part=part)
    return _relative_unit(match, words, rel, direction, leaning)


def _relative_unit(match: Match, words: Vocabulary, rel: str, direction: int | None, leaning: bool) -> Meaning | None:
    name = plain(match["unit"])
    if name == "year-end":
        return Meaning("shift", unit="Y", amount=direction or 0)
    if name == "period":
        return Meaning("quarter", number=0, direction=direction) if rel in ("latest", "same") else None
    if name not in words.units or name.endswith("s"):
        return (
            fixed("DURATION", length("X", words.units[name]), words.units[name])
            if name in words.units and name.endswith("s")
            else None
        )
    unit = words.units[name]
    if unit[0] == "T":
        return None
    part = part_of(match, words)
    if unit == "Q":
        return Meaning(
            "quarter",
            number=0,
            direction=direction,
            value="the" if rel in ("latest", "same", "that") else "mention" if leaning else "",
        )
    if rel in ("that", "same"):
        return Meaning("same", "TIME" if part else "DATE", unit=unit, part=part)
    if rel in ("previous", "preceding", "following"):
        return Meaning("later", unit=unit, amount=direction or 0, part=part)
    if match["the"] and rel == "next" and unit in ("W", "M", "Y"):
        before = match.string[max(0, match.start() - 8) : match.start()]
        if re.search(r"\b(?:[Oo]ver|[Ww]ithin|[Ff]or|[Ii]n|[Dd]uring)\s$", before):
            return fixed("DURATION", length(1, unit), unit, 1)
        return Meaning("later", unit=unit, amount=1)
    if unit == "D":
        if rel in ("current", "latest", "coming", "upcoming"):
            return None
        if rel in ("past", "last"):
            return None
        if rel == "this":
            return Meaning("shift", unit="D", amount=0)
        return Meaning("later", "TIME" if part else "DATE", unit="D", amount=direction or 0, part=part)
    if match["the"] and rel == "past" and unit in ("Y", "M", "W", "10Y", "100Y"):
        return fixed("DURATION", length(1, unit), unit, 1)
    if rel == "latest":
        return Meaning("shift", unit=unit, amount=-1, number=0)
    return Meaning("shift", unit=unit, amount=direction or 0, number=0 if match["the"] else None)


def _deictic(match: Match, words: Vocabulary) -> Meaning:
    word = plain(match["word"])
    amount = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(word)
    if amount is None:
        amount = -2 if word.endswith("yesterday") else 2
    part = "NI" if word == "tonight" else part_of(match, words)
    return Meaning("shift", "TIME" if part else "DATE", unit="D", amount=amount, part=part)


_MANY: Final = re.compile(r"\s(?:and\s\w{6,9}\s)?(morning|afternoon|evening|night)s\b")


def _weekday(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    word = match["weekday"]
    bare = word.rstrip(".").lower()
    part = part_of(match, words)
    if many := _MANY.match(match.string, match.end()):
        end = match.end() if "and" in many[0] else many.end()
        return [(match.start(), end, fixed("SET", f"XXXX-WXX-{words.weekdays[bare]}T{words.parts[many[1]]}"))]
    if (
        f"{previous_word(match, 'weekday')} {word}" in words.name_phrases
        or next_word(match, "weekday") in words.names_after
    ):
        return None
    if match["part"] and match["part"][0].isupper():
        return None
    if not bare.endswith("day"):
        if word[-1] != "." or bare in ("sun", "sat", "mon", "wed"):
            return None
    return Meaning("weekday", "TIME" if part else "DATE", weekday=words.weekdays[bare], part=part)


def _before_last(match: Match, words: Vocabulary) -> Meaning:
    if match["unit"]:
        return Meaning("shift", unit=words.units[match["unit"]], amount=-2)
    name = plain(match["weekday"] or match["ahead"]).rstrip(".")
    weeks = -1 if match["weekday"] else 1 if match["step"] == "week" else 2
    return Meaning(
        "weekday", weekday=words.weekdays[name], direction=-1 if weeks < 0 else None, unit="W", amount=weeks, number=1
    )


def _overnight(match: Match, words: Vocabulary) -> Meaning:
    return Meaning("shift", "TIME", unit="D", amount=0, part="NI", value="overnight")


_SEASON_BEFORE: Final = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Tt]hrough|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]rom|[Ff]or|[Tt]he|[Oo]ver|[Bb]efore|[Aa]fter)\s{1,3}(?:the\s{1,3})?$"
)


def _season(match: Match, words: Vocabulary) -> Meaning | None:
    name, year = match["season"], match["year"] or match["year2"]
    value = words.seasons[name.lower()]
    if year:
        return fixed("DATE", f"{year}-{value}")
    lead = match.start("season") != match.start()
    before = match.string[max(0, match.start() - 14) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    if name[0].isupper() or re.match(r"\s+(?:of|in|to|short|from|by|below)\b", after):
        return None
    if not lead and not _SEASON_BEFORE.search(before):
        return None
    if name == "fall" and not re.search(
        r"\b(?:in|during|by|until|since|over)\s{1,3}(?:the\s)?$", before + match[0][:-4]
    ):
        return None
    return Meaning("season", value=value)


_MONTH_BEFORE: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]o|[Tt]hrough|[Dd]uring|[Oo]f|[Ff]or|[Bb]etween|and|or|[Bb]efore|[Aa]fter|[Tt]he|its|their|a|an|each|[Tt]hroughout|[Ll]ast|this|next|[Mm]id-|[Ll]ate|[Ee]arly)[\s(]{1,3}$|[(]$"
)


_NAME_MONTHS: Final = frozenset({"march", "may", "april", "june", "august", "mar", "jan", "sept"})


def _bare_month(match: Match, words: Vocabulary) -> Meaning | None:
    word = match["month"]
    bare = word.rstrip(".").lower()
    before = match.string[max(0, match.start("month") - 12) : match.start("month")]
    after = match.string[match.end() : match.end() + 14]
    if f"{previous_word(match)} {word}" in words.name_phrases:
        return None
    if len(bare) < 4 and bare != "may" and word[-1] != ".":
        return None
    if (
        bare in _NAME_MONTHS
        and not _MONTH_BEFORE.search(before)
        and (bare == "may" or not re.match(r"['’]s\s[a-z]", after))
    ):
        return None
    if re.match(r"\s[A-Z][a-z]+\b", after) and not _MONTH_BEFORE.search(before):
        return None
    if re.match(r"\s\d", after):
        return None
    return Meaning("month", month=words.months[bare])


def _the_unit(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    name = match["unit"]
    if name == "period":
        return None
    unit = words.units[name]
    after = match.string[match.end() : match.end() + 8]
    before = match.string[max(0, match.start() - 4) : match.start()]
    if name == "year" and re.match(r"\s(?:ended|ending)\b", after):
        return fixed("DURATION", "P1Y")
    if name == "day" and not match["way"] and not re.search(r"\b(?:in|of)\sthe\sday$", before + match[0]):
        return None
    if match["way"] and unit in ("D", "W", "M", "Y"):
        way = match["way"].strip()
        after = match.string[match.end() : match.end() + 3]
        if re.match(r"\s\w", after):
            return None if unit != "D" else None
        return Meaning("later", unit=unit, amount=1 if way in ("after", "later") else -1)
    if unit == "Q":
        return Meaning("quarter", number=0, value="the")
    if unit in ("10Y", "100Y"):
        return Meaning("same", unit=unit)
    return Meaning("same", unit=unit, value="the")


READERS: Final[Mapping[str, Reader]] = {
    "dates.counted": _days_from,
    "dates.year-earlier": _year_earlier,
    "dates.relative": _relative,
    "dates.before-last": _before_last,
    "dates.deictic": _deictic,
    "dates.weekday": _weekday,
    "dates.overnight": _overnight,
    "dates.season": _season,
    "dates.bare-month": _bare_month,
    "dates.the-unit": _the_unit,
}
