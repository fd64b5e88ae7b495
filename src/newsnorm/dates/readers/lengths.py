"""Read lengths of time, what recurs, and what is vague: none of them has a place in the calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.phrases import Phrases
from newsnorm.dates.readers.numerals import (
    Match,
    Parts,
    Reader,
    amount_of,
    fixed,
    length,
    next_word,
    number_of,
    previous_word,
)
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FIGURE_BEFORE: Final = re.compile(r"\d[^.;]{0,20}$")
_CAPITAL: Final = re.compile(r"\s{1,2}[A-Z]")
_OF: Final = re.compile(r"\s{1,2}of\b")
_EARLY: Final = re.compile(r"\bearly\s$")
_NEXT: Final = re.compile(r"\s{1,2}([a-z]+|\d)")
_VALUE: Final = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


def _span(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    before = match.string[max(0, match.start() - 8) : match.start()]
    meaning = _span_length(match, words)
    is_first = match["rel"] == "last" and match.start() == match.start("rel")
    if meaning and is_first and words.phrases.verb_last.search(before):  # "to last four years"
        return [(match.start("low") if match["low"] else match.start("vague"), match.end(), meaning)]
    return meaning


def _span_length(match: Match, words: Vocabulary) -> Meaning | None:
    name = plain(match["unit"])
    if name not in words.units:
        return fixed("SET", f"XXXX-{words.seasons[name.rstrip('s')]}")
    unit = words.units[name]
    if match["low"]:
        number = number_of(match["low"], words) or 0.0
        return fixed("DURATION", length(number, unit), unit, number)
    word = plain(match["vague"])
    amount = "2" if "couple" in word else words.amounts.get(word, "X")
    return fixed("DURATION", length(amount, unit), unit, 0 if amount == "X" else float(amount))


def _set(match: Match, words: Vocabulary) -> Meaning | None:
    if match["weekday"]:
        return fixed("SET", f"XXXX-WXX-{words.weekdays[match['weekday'].rstrip('.').lower()]}")
    if match["month"]:
        return fixed("SET", f"XXXX-{words.months[match['month'].rstrip('.').lower()]:02}")
    if match["season"]:
        return fixed("SET", f"XXXX-{words.seasons[match['season'].lower()]}")
    if match["part"]:
        return fixed("SET", f"XXXX-XX-XXT{words.parts[match['part']]}")
    if words.units[plain(match["unit"])] == "TS":
        return None
    other = match["other"] or ""
    amount: float | str | None = 1.0
    if other == "other":
        amount = 2.0
    elif other == "few":
        amount = "X"
    elif other and other != "single":
        amount = float(words.ordinals[other]) if other in words.ordinals else number_of(other, words)
    return fixed("SET", length(amount, words.units[plain(match["unit"])])) if amount else None


def _times_a(match: Match, words: Vocabulary) -> Meaning:
    return fixed("SET", length(1, words.units[plain(match["unit"])]))


def _weekdays(match: Match, words: Vocabulary) -> Meaning | None:
    if f"{previous_word(match)} {match[0]}" in words.name_phrases:
        return None
    return fixed("SET", f"XXXX-WXX-{words.weekdays[match['weekday'].lower()]}")


def _frequency(match: Match, words: Vocabulary) -> Meaning | None:
    word = match["word"].lower()
    if word == "annually" and _FIGURE_BEFORE.search(match.string[max(0, match.start() - 24) : match.start()]):
        return None  # "to rise 8.5% annually", a rate
    if word == "quarterly" or _CAPITAL.match(match.string[match.end() : match.end() + 3]):
        return None
    return fixed("SET", words.frequencies[word])


def _old(match: Match, words: Vocabulary) -> Meaning | None:
    unit = words.units[plain(match["unit"])]
    amount = number_of(match["low"], words)
    if unit == "Y" or amount is None or "-" not in match[0] or next_word(match) in words.people:
        return None
    return fixed("DURATION", length(amount, unit), unit, 0)


def _duration(match: Match, words: Vocabulary) -> Meaning | None:
    name = plain(match["unit"])
    unit = words.units[name]
    if unit == "D" and (one_day := _one_day(match, words.phrases)) is not None:
        return one_day
    if not _is_length(match, name, unit, words.phrases) or words.phrases.rate_after.match(match.string, match.end()):
        return None
    amount = amount_of(match, words)
    return fixed("DURATION", length(amount, unit), unit, 0 if amount == "X" else float(amount))


def _one_day(match: Match, phrases: Phrases) -> Meaning | None:
    """Read "will one day be", which is not a length of time."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    if (match["low"] or "").lower() == "one" and (
        phrases.modal.search(before) or phrases.infinitive.match(match.string, match.end())
    ):
        return fixed("DATE", "FUTURE_REF")
    return None


def _is_length(match: Match, name: str, unit: str, phrases: Phrases) -> bool:
    """Tell whether a number and a unit are a length of time, not a rate, a fraction, a title or a year."""
    plural, low = name.endswith(("s", "a")), plain(match["low"] or "")
    if match["one"]:
        before = match.string[max(0, match.start() - 24) : match.start()]
        rate = match["one"] in ("a", "an") and phrases.rate.search(before)
        return not (rate or plural or unit in ("Q", "WE") or name in phrases.no_lengths)
    if match["vague"] and not plural and ("-" not in match[0] or plain(match["vague"]) in phrases.plural_amounts):
        return False
    if low and (match["unit"][0].isupper() or (unit != "Y" and _YEAR.fullmatch(low))):
        return False  # "60 Minutes", "the 1988 quarter"
    fraction = unit == "Q" and (match["half"] or low == "three" or (low and not match["high"] and "-" in match[0]))
    return not fraction and name != "second"


def _hyphenated(match: Match, words: Vocabulary) -> Meaning:
    plural = match[0][len(match["unit"])] == "s" or match["unit"] not in words.units
    return fixed("DURATION", length("X" if plural else 1, words.units[match["unit"]]))


def _plural(match: Match, words: Vocabulary) -> Meaning | None:
    unit = words.units[plain(match["unit"])]
    if unit == "TM" and _OF.match(match.string[match.end() : match.end() + 5]):
        return None  # "the minutes of the meeting"
    if _EARLY.search(match.string[max(0, match.start() - 8) : match.start()]):
        return None  # "the early hours"
    if unit in ("TS", "Q") and not match["rel"]:
        return None
    if match["rel"] and match["rel"].lower() == "future":
        return fixed("DATE", "FUTURE_REF")
    return fixed("DURATION", length("X", unit), unit)


def _vague(match: Match, words: Vocabulary) -> Meaning | None:
    word, text = plain(match["word"]), match.string
    if word == "soon":
        before = text[max(0, match.start() - 3) : match.start()]
        if before.lower() == "as " or words.phrases.after_soon.match(text[match.end() : match.end() + 12]):
            return None
    if word == "the past":
        following = _NEXT.match(text[match.end() : match.end() + 12])
        if following and following[1] not in words.phrases.after_past:
            return None
    return fixed("DATE", _VALUE[words.vague[word]])


READERS: Final[Mapping[str, Reader]] = {
    "dates.span": _span,
    "dates.set": _set,
    "dates.times-a": _times_a,
    "dates.weekdays": _weekdays,
    "dates.frequency": _frequency,
    "dates.old": _old,
    "dates.duration": _duration,
    "dates.hyphenated": _hyphenated,
    "dates.plural": _plural,
    "dates.vague": _vague,
}
