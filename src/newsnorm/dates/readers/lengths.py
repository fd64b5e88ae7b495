"""Read lengths of time, what recurs, and what is vague: none of them has a place in the calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsnorm.dates.meaning import Meaning
from newsnorm.dates.readers.numerals import Match, Parts, Reader, amount_of, fixed, length, number_of, previous_word
from newsnorm.dates.vocabulary import Vocabulary, plain

__all__ = ["READERS"]


_VERB_LAST: Final = re.compile(r"\b(?:to|will|would|could|can|may|might|should|must|and|not)\s$")


def _span(match: Match, words: Vocabulary) -> Meaning | Parts | None:
    before = match.string[max(0, match.start() - 8) : match.start()]
    meaning = _span_length(match, words)
    if meaning and match["rel"] == "last" and match.start() == match.start("rel") and _VERB_LAST.search(before):
        return [(match.start("low") if match["low"] else match.start("vague"), match.end(), meaning)]  # "to last four years"
    return meaning


def _span_length(match: Match, words: Vocabulary) -> Meaning | None:
    name = plain(match["unit"])
    if name not in words.units:
        return fixed("SET", f"XXXX-{words.seasons[name.rstrip('s')]}")
    unit = words.units[name]
    if match["low"]:
        amount: float | str | None = number_of(match["high"] or match["low"], words)
    else:
        word = plain(match["vague"])
        amount = 2.0 if "couple" in word else words.amounts.get(word, "X")
        if amount != "X":
            amount = float(amount)
    if amount is None:
        return None
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


def _frequency(match: Match, words: Vocabulary) -> Meaning:
    word = match["word"].lower()
    if word == "annually" and re.search(r"\d[^.;]{0,20}$", match.string[max(0, match.start() - 24) : match.start()]):
        return None  # "to rise 8.5% annually", a rate
    if word == "quarterly" or re.match(r"\s[A-Z]", match.string[match.end() : match.end() + 2]):
        return None
    return fixed("SET", words.frequencies[word])


def _old(match: Match, words: Vocabulary) -> Meaning | None:
    unit = words.units[plain(match["unit"])]
    amount = number_of(match["low"], words)
    if unit == "Y" or amount is None:
        return None
    return fixed("DURATION", length(amount, unit), unit, 0)


_RATE: Final = re.compile(
    r"(?:\b(?:per|an?)\s|[\d.,]+\s|[$£€]\s?[\d.,]+(?:\s(?:[mb]illion|trillion))?|\b(?:dollars|cents|percent|euros|pounds|times|tons|tonnes|barrels|people|million|billion|thousand|miles|hours|days|flights|share|head|person)|(?:\d|hundred|thousand|million|billion|dozen|two|three|four|five|six|seven|eight|nine|ten)\s(?:[a-z]+\s)?[a-z]+s)\s{1,2}$|%\s$"
)


_NOT_A: Final = re.compile(r"(?:\b(?:per|times|once|twice|percent)|%|\d|[a-z]s)\s{1,2}$")


_MODAL: Final = re.compile(r"\b(?:will|would|could|may|might|can|should|must)\s$")


_BASE: Final = re.compile(r"\s(?:be|become|have|return|rule|replace)\b")


def _duration(match: Match, words: Vocabulary) -> Meaning | None:
    name = plain(match["unit"])
    unit = words.units[name]
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match["low"] and unit != "Y" and re.fullmatch(r"(?:19|20)\d\d", match["low"]):
        return None
    if (
        match["one"]
        and unit == "D"
        and (_MODAL.search(before) or _BASE.match(match.string[match.end() : match.end() + 12]))
    ):
        return fixed("DATE", "FUTURE_REF") if match["one"].lower() == "one" else None
    if match["one"]:
        if match["one"] in ("a", "an") and _RATE.search(before):
            return None
        if unit == "WE" or name in ("second", "night", "weekday"):
            return None
        if name.endswith("s") or (
            unit in ("D", "TH", "TM") and match["one"].lower() in ("a", "an") and unit != "TH" and unit != "D"
        ):
            return None
    elif not name.endswith(("s", "a")) and "-" not in match[0] and not match["low"] and not match["half"]:
        return None
    if unit == "Q" and (match["one"] or match["half"] or plain(match["low"] or "") == "three"):
        return None
    if match["unit"][0].isupper() and match["low"]:
        return None
    if name == "second" or (name in ("quarter", "half") and match["low"] and not match["high"] and "-" in match[0]):
        return None
    amount = amount_of(match, words)
    if amount is None or re.match(
        r"\s(?:a|per)\s(?:day|week|month|year)\b", match.string[match.end() : match.end() + 9]
    ):
        return None
    if match["vague"] and plain(match["vague"]) in ("few", "some", "both", "many") and not name.endswith(("s", "a")):
        return None
    return fixed("DURATION", length(amount, unit), unit, 0 if amount == "X" else float(amount))


def _hyphenated(match: Match, words: Vocabulary) -> Meaning:
    plural = match[0][len(match["unit"])] == "s" or match["unit"] not in words.units
    return fixed("DURATION", length("X" if plural else 1, words.units[match["unit"]]))


def _plural(match: Match, words: Vocabulary) -> Meaning | None:
    unit = words.units[plain(match["unit"])]
    if unit == "TM" and re.match(r"\sof\b", match.string[match.end() : match.end() + 4]):
        return None  # "the minutes of the meeting"
    if re.search(r"\bearly\s$", match.string[max(0, match.start() - 8) : match.start()]):
        return None  # "the early hours"
    if unit in ("TS", "Q") and not match["rel"]:
        return None
    if match["rel"] and match["rel"].lower() == "future":
        return fixed("DATE", "FUTURE_REF")
    return fixed("DURATION", length("X", unit), unit)


_FUNCTION_WORDS: Final = frozenset(
    "and but is was has have had to that which when as or by with for it he she they we you in at on were are than".split()
)
_VALUE: Final = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


def _vague(match: Match, words: Vocabulary) -> Meaning | None:
    word = plain(match["word"])
    before = match.string[max(0, match.start() - 4) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    if word == "soon" and (before[-3:].lower() == "as " or re.match(r"\s(?:after|as)\b", after)):
        return None
    if word == "the past" and (next_ := re.match(r"\s([a-z]+|\d)", after)) and next_[1] not in _FUNCTION_WORDS:
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
