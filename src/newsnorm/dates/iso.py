"""Put a calendar date in the place of the words that mean it, where the sentence stays grammatical.

"on Tuesday" becomes "on 2022-02-15", "said Tuesday" becomes "said on 2022-02-15", "Tuesday's attack" becomes
"the 2022-02-15 attack", "later today" becomes "later on 2022-02-15". No tagger reads the sentence: only the
words next to the date are asked, and where they do not settle its place, the date is not replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from newsnorm.dates.mention import DateMention
from newsnorm.rules import data_tables

__all__ = ["replacement"]

Replacement = tuple[int, int, str]

# Days, months, quarters and years; other values ("2022-SU", "2022-W06") are no prose in anyone's text.
_PLAIN: Final = regex.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-Q[1-4])?")
# (?r) searches from the end: the words before a date are read from the date back.
_HOLIDAY: Final = "dates.holiday"  # a holiday's name says more than its date
_WORD_BEFORE: Final = regex.compile(r"(?r)([\p{L}'\u2019.]+)(?:[ \u00a0]{1,2}|\r?\n)$")
_WORD_AFTER: Final = regex.compile(r"(?:[ \u00a0]{1,2}|\r?\n)([\p{L}\d'\u2019$]+)")
_MIDDLE: Final = regex.compile(r"mid\b", regex.IGNORECASE)
# "a sunny Friday" is one thing, "told a reporter Friday" is two: nothing here tells them apart. "We're" is a verb.
_INDEFINITE: Final = regex.compile(r"(?r)(?:\b(?:an?|this|that|another|one|some) [\p{L}-]{1,20}|['\u2019](?:re|s|m)) $")
_HYPHENS: Final = tuple("-/\u2011\u2013")
_POSSESSIVE: Final = regex.compile(r"['\u2019]s(?!\w)")
_IS: Final = frozenset(("the", "a", "an", "this", "not", "been", "going", "also", "only", "just", "when", "why", "how"))
_SENTENCE: Final = regex.compile(
    r"(?r)(?:^|[.!?:]['\"\u2019\u201d)]?\s{1,4}|\n\s{0,3}\n|[^\p{Ll},]\n)(?:[-*\u2022] )?[(]?$"
)
_ABBREVIATION: Final = regex.compile(
    r"(?r)(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Mr|Ms|Mrs|Dr|St|No|vs|[ap]\.m))\.\s{1,4}$"
)
_BOUND: Final = regex.compile(
    r"(?r)\bas (?:early|soon|late|recently|long ago|far back) as $|\b(?:later|earlier|sooner|other|rather) than $"
    r"|\bbetween [^.;:\n]{1,40} and $",
    regex.IGNORECASE,
)
_AND: Final = regex.compile(r",? (?:and|or|nor) ")
_DATELINE: Final = regex.compile(r"(?r)(?:^|\n)\p{Lu}[^\n.;:]{2,40}, $|(?:^|\n)\p{Lu}[^\p{Ll}\n]{2,40}, $")
_DATELINE_END: Final = regex.compile(r" ?(?:\(\p{Lu}|/\p{Lu}|--|[-\u2013\u2014] )")
_LINE_START: Final = regex.compile(r"(?r)(?:^|\n)[ \t]*$")
_LINE_END: Final = regex.compile(r"[ \t]*:?[ \t]*(?:\r?\n|$)")
_CLOCK: Final = regex.compile(r"\d|\b(?:noon|midnight|midday)\b", regex.IGNORECASE)
_NAMED_DAY: Final = regex.compile(r"\p{Lu}\p{Ll}|\bon ")  # "3 a.m. on Boxing Day"
_AT_CLOCK: Final = regex.compile(r",?\s(?:at|from|by|around|about)\s(?:\d|noon\b|midnight\b)")
_COUNTED: Final = regex.compile(r"\b(?:ago|earlier|later|hence|from now|or so)$", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Hold what data/en/dates-rendering.toml tells: sets of words, and the patterns made of them."""

    prepositions: frozenset[str]
    determiners: frozenset[str]
    approximations: frozenset[str]
    unclear: frozenset[str]
    predicates: frozenset[str]
    openers: frozenset[str]
    bars: frozenset[str]
    ties: frozenset[str]
    names: frozenset[str]
    adverbs: frozenset[str]
    ranks: frozenset[str]
    numbers: frozenset[str]
    lead: regex.Pattern[str]
    frame: regex.Pattern[str]
    part: regex.Pattern[str]
    night: regex.Pattern[str]
    day_last: regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """Hold a date's words and what stands next to them."""

    text: str
    start: int
    end: int
    words: str
    printed: str
    before: str  # up to 60 characters
    word_before: str  # in lower case; "" if punctuation comes between
    word_after: str  # as it stands; "" if punctuation comes between
    opens: bool  # at the start of a sentence

    @property
    def is_day(self) -> bool:
        return len(self.printed) == 10

    @property
    def preposition(self) -> str:
        word = "on " if self.is_day else "in "
        return word.capitalize() if self.opens else word


def replacement(
    text: str, run: Sequence[DateMention], printed: str, previous: DateMention | None
) -> Replacement | None:
    """Return what to put where: start, end and new text; or None where brackets are the safer way.

    The mentions of a run are one statement ("Monday, Feb. 14") and are replaced as one.

    >>> text = "Talks resume Tuesday in Vienna."
    >>> mention = DateMention(13, 20, "Tuesday", "DATE", "2022-02-15", "dates.weekday", "2022-02-15")
    >>> replacement(text, [mention], "2022-02-15", None)
    (13, 20, 'on 2022-02-15')
    """
    start, end = run[0].start, run[-1].end
    if any(m.rule == _HOLIDAY for m in run):
        return None
    if not _PLAIN.fullmatch(printed) or text.startswith(_HYPHENS, end) or text.endswith(_HYPHENS, 0, start):
        return None
    if _is_line(text, start, end):  # a date alone on its line is read as a page's own
        return None
    if len(run) > 1 and (any(m.type != "DATE" for m in run) or "(" in text[start:end]):
        return None
    grammar = _grammar()
    place = _place(text, start, end, printed)
    if found := _POSSESSIVE.match(text, end):
        return _before_noun(place, grammar, found.end())
    if found := grammar.part.fullmatch(place.words) or grammar.night.fullmatch(place.words):
        return _on_part_of_day(place, grammar, found)
    if run[0].type == "TIME":
        return _with_clock(place, grammar)
    if found := grammar.frame.match(place.words):
        return start + found.end(), end, printed
    if found := grammar.lead.match(place.words):
        return _led(place, grammar, found)
    joint = _joint(place, grammar, previous)
    return None if joint is None else _joined(place, grammar, joint)


def _is_line(text: str, start: int, end: int) -> bool:
    return bool(_LINE_START.search(text, max(0, start - 12), start) and _LINE_END.match(text, end))


def _place(text: str, start: int, end: int, printed: str) -> _Place:
    before = text[max(0, start - 60) : start]
    word_before, word_after = _WORD_BEFORE.search(before), _WORD_AFTER.match(text, end)
    return _Place(
        text=text,
        start=start,
        end=end,
        words=text[start:end],
        printed=printed,
        before=before,
        word_before=word_before[1].lower() if word_before else "",
        word_after=word_after[1] if word_after else "",
        opens=_opens(before, text[start:end]),
    )


def _opens(before: str, words: str) -> bool:
    """Tell whether a date starts a sentence, or a line after one without a full stop, such as a heading."""
    if _SENTENCE.search(before):
        return not _ABBREVIATION.search(before)
    return before.endswith("\n") and words[0].isupper() and words.split(maxsplit=1)[0].lower() not in _grammar().names


def _before_noun(place: _Place, grammar: _Grammar, end: int) -> Replacement | None:
    """Make "the 2022-02-15 attack" of "Tuesday's attack", unless "'s" is "is" or something bars "the"."""
    found = _WORD_AFTER.match(place.text, end)
    after = found[1].lower() if found else ""
    if not after or after in _IS or after in grammar.ranks or after[0].isdigit() or after.endswith("est"):
        return None
    if place.word_before in grammar.determiners or place.word_before in grammar.bars:
        return None
    if any(pattern.search(place.words) for pattern in (grammar.part, grammar.night, grammar.lead, _CLOCK)):
        return None
    if frame := grammar.frame.match(place.words):
        return place.start + frame.end(), end, f"the {place.printed}"
    return place.start, end, f"{'The' if place.opens else 'the'} {place.printed}"


def _on_part_of_day(place: _Place, grammar: _Grammar, found: regex.Match[str]) -> Replacement | None:
    """Make "late on the night of 2022-02-14" of "late Monday night"."""
    lead, part = found["lead"] or "", found["part"].lower() if found["part"] else "night"
    after = place.word_after.lower()
    if place.word_before in grammar.determiners or place.word_before in grammar.unclear or place.word_before == "in":
        return None
    if (after and not _goes_on(place, grammar)) or _INDEFINITE.search(place.before):
        return None
    if _AT_CLOCK.match(place.text, place.end):  # "tonight at 6:30"
        return None
    if place.word_before in grammar.prepositions:
        return None if lead else (place.start, place.end, f"the {part} of {place.printed}")
    if lead:
        return place.start + len(lead), place.end, f" on the {part} of {place.printed}"
    return place.start, place.end, f"{'On' if place.opens else 'on'} the {part} of {place.printed}"


def _with_clock(place: _Place, grammar: _Grammar) -> Replacement | None:
    """Make "3 p.m. on 2022-02-14" of "3 p.m. Monday", and of "3 p.m." where the day is understood."""
    if found := grammar.day_last.search(place.words):
        if _CLOCK.search(place.words, 0, found.start()):
            return place.start + found.start(), place.end, f" on {place.printed}"
        return None
    if _CLOCK.match(place.words) and not (place.word_after[:1].isupper() or _NAMED_DAY.search(place.words, 1)):
        return place.end, place.end, f" on {place.printed}"
    return None


def _led(place: _Place, grammar: _Grammar, found: regex.Match[str]) -> Replacement | None:
    """Make "late on 2022-02-14" of "late Monday", and "since early 2021" of "since early last year"."""
    start = place.start + found.end()
    if len(place.printed) == 7 and place.printed[5] != "Q":  # "late October", "early next month"
        return None
    if place.word_before == "on":  # "on early Monday"
        return start, place.end, place.printed
    bound = place.word_before in grammar.prepositions or place.word_before in grammar.determiners
    if bound and found["lead"].lower() in ("early", "late"):
        noun = place.word_before in grammar.determiners or place.word_before == "in"
        if not place.is_day or noun or (place.word_after[:1].islower() and not _goes_on(place, grammar)):
            return start, place.end, place.printed
    elif not bound and place.word_after and not _goes_on(place, grammar):
        return None
    return start, place.end, f"{'on' if place.is_day else 'in'} {place.printed}"


def _joined(place: _Place, grammar: _Grammar, joint: str) -> Replacement:
    """Put the date in its place with the word that joins it to the sentence, or after "a" instead of "an"."""
    start, before = place.start, place.word_before
    width = len(place.before) - len(place.before.rstrip())
    if before == "an" and not place.printed.startswith(("18", "11")):
        return start - width - 1, place.end, place.text[start - width : start] + place.printed
    if joint and place.is_day and (before == "at" or (before == "in" and not _is_name(place, grammar))):
        start -= width + 2
        joint = "On " if place.text[start] in "IA" else "on "
    return start, place.end, joint + place.printed


def _joint(place: _Place, grammar: _Grammar, previous: DateMention | None) -> str | None:
    """Return what joins the date to the sentence: a preposition with its space, nothing, or None if unclear."""
    before, after = place.word_before, place.word_after.lower()
    if _stands_alone(place) or _BOUND.search(place.before):
        return ""
    if _MIDDLE.match(place.words) or _INDEFINITE.search(place.before):
        return None
    if before in grammar.unclear or (before in grammar.approximations and _COUNTED.search(place.words)):
        return None
    if after in grammar.ties and (_is_counted(place, grammar) or after in ("ended", "ending")):
        return None
    if before in grammar.determiners:
        return (
            ""
            if after[:1].isalpha() and after not in grammar.openers | grammar.prepositions | grammar.predicates
            else None
        )
    if before in grammar.prepositions:
        return _after_preposition(place, grammar)
    if "-" in place.words and after:
        return ""  # "third-quarter" and "year-earlier" are adjectives
    if previous is not None and _AND.fullmatch(place.text, previous.end, place.start):
        return "" if (len(previous.annotation or previous.value) == 10) == place.is_day else place.preposition
    if after in grammar.predicates:
        return "" if place.opens else None
    if not after and not _is_noun(place, grammar):
        return place.preposition if not place.opens or place.text[place.end : place.end + 1] == "," else None
    if _is_noun(place, grammar):
        return None
    # A name right before some noun may belong to it: "heavy Monday trading". "Yesterday" never does.
    return place.preposition if _goes_on(place, grammar) or not _is_name(place, grammar) else None


def _after_preposition(place: _Place, grammar: _Grammar) -> str | None:
    before, day = place.word_before, place.is_day
    noun_follows = place.word_after[:1].islower() and not _goes_on(place, grammar)
    if before == "on" and not day and not noun_follows:
        return None
    if before in ("in", "at") and day and not (noun_follows and _is_name(place, grammar)):
        return "on "
    return ""


def _stands_alone(place: _Place) -> bool:
    """Tell whether the date is in parentheses or the day of a dateline by itself."""
    text, end = place.text, place.end
    if place.before.endswith("(") and text.startswith(")", end):
        return True
    return bool(_DATELINE.search(place.before)) and bool(_DATELINE_END.match(text, end))


def _goes_on(place: _Place, grammar: _Grammar) -> bool:
    """Tell whether the clause goes on after the date, so that no noun there belongs to it."""
    word, first = place.word_after.lower(), place.word_after[:1]
    return word in grammar.openers or word in grammar.prepositions or first.isupper() or first in "$0123456789"


def _is_counted(place: _Place, grammar: _Grammar) -> bool:
    """Tell whether the date starts like "the next day" or "three days later", which other words may go with."""
    word = place.words.partition(" ")[0].lower()
    return word in ("the", "that") or word in grammar.numbers or word.isdigit()


def _is_noun(place: _Place, grammar: _Grammar) -> bool:
    """Tell whether the date is a noun of its own ("start the third quarter"), not an adverb ("the next day")."""
    first, *rest = place.words.lower().split()
    return first == "the" and not grammar.adverbs.intersection(rest)


def _is_name(place: _Place, grammar: _Grammar) -> bool:
    """Tell whether the date's last word is a name, such as a weekday, that may stand before a noun."""
    word = place.words.rpartition(" ")[2].rstrip(".").lower()
    return word in grammar.names or word.isdigit()


@cache
def _grammar() -> _Grammar:
    rows = {name: str(words).split() for name, words in data_tables("en/dates-rendering.toml").items()}
    sets = {name: frozenset(words) for name, words in rows.items()}
    either = {name: "|".join(map(regex.escape, words)) for name, words in rows.items()}
    lead = rf"(?:(?P<lead>{either['leads']}) )"
    name = rf"(?:(?:last|this|next) )?(?:{either['days']})\.?"
    day = rf"(?:(?:{name},? )?(?:{either['months']})\.? \d{{1,2}}(?:st|nd|rd|th)?|{name})"
    return _Grammar(
        prepositions=sets["prepositions"],
        determiners=sets["determiners"],
        approximations=sets["approximations"],
        unclear=sets["unclear"],
        predicates=sets["predicates"],
        openers=sets["openers"],
        bars=sets["bars"],
        ties=sets["ties"],
        names=sets["names"],
        adverbs=sets["adverbs"],
        ranks=sets["ranks"] | sets["numbers"],
        numbers=sets["numbers"],
        lead=_pattern(lead),
        frame=_pattern(rf"(?:the )?(?:very )?(?:{either['frames']}) of (?=\S)"),
        part=_pattern(rf"{lead}?(?!the |a |one )(?P<core>\S.{{0,30}}?) (?P<part>{either['parts_of_day']})"),
        night=_pattern(rf"{lead}?(?P<part>)(?:{either['nights']})"),
        day_last=_pattern(rf",? (?:on )?{day}$"),
    )


def _pattern(source: str) -> regex.Pattern[str]:
    return regex.compile(source, regex.IGNORECASE)
