"""Quarters, halves and "a year earlier" in financial text: what is said of a company's reporting period.

The reporting period is the first past quarter or half that a text names, or else the quarter that had last ended on
the publication date. "A year earlier" after a figure is that period a year before, and never moves the period itself,
so that no year is subtracted twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from newsnorm.dates import clauses, direction, tense
from newsnorm.dates.calendars import quarter_of
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory, Period
from newsnorm.dates.mention import Anchor
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import at_word, vocabulary
from newsnorm.dates.years import month_named
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["is_compared", "is_report", "quarter", "year_earlier"]

_REPORTING: Final = 34  # characters before a quarter in which what is done with its figures stands


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold the patterns of what a language says of a company's figures."""

    figure: re.Pattern[str]
    compared: re.Pattern[str]
    reports: re.Pattern[str]  # figures of a quarter on some day, after it
    reporting: re.Pattern[str]  # what is done with them, before it
    has_reported: re.Pattern[str]  # the same in any tense
    figures_of: re.Pattern[str]  # such figures, after their quarter
    span: re.Pattern[str]
    span_signs: tuple[str, ...]  # parts of what the pattern finds: most texts have none
    reported: re.Pattern[str]
    reported_signs: tuple[str, ...]
    ended: re.Pattern[str]  # the words after a quarter or half that tell in which month, their group, it ends
    numbered: re.Pattern[str]  # a quarter by its number, its group, before such words
    any_ended: re.Pattern[str]  # a quarter that ended or ends in a month, its group: "the quarter that ended in May"
    half_ended: re.Pattern[str]  # a first half, told as six months, and the month, its group, in which it ends
    half_signs: tuple[str, ...]
    year_ended: re.Pattern[str]  # a company's year and the month, its group, in which it ends
    of_fiscal: re.Pattern[str]  # a quarter of a company's year, right after it
    numbers: Mapping[str, int]


def quarter(expression: Expression, memory: Memory) -> Answer:
    """Answer a quarter or half without a year, or the quarter that is not named ("the quarter")."""
    meaning, published = expression.meaning, memory.published
    if meaning.kind == "quarter" and not meaning.number:
        return _unnamed(expression, memory)
    letter, number = "Q" if meaning.kind == "quarter" else "H", meaning.number or 1
    if published is None:
        return Answer("DATE", f"XXXX-{letter}{number}", certain=False)
    if meaning.direction in (-1, 0, 1):
        return Answer("DATE", f"{published.year + meaning.direction:04}-{letter}{number}", "publication")
    year, cue = _year_of(expression, memory, published, letter, number)
    ahead = letter == "Q" and cue is not None and _is_to_come(published, year, letter, number)
    figures = ahead and _are_figures(expression, memory.text)
    if figures and (quarter_of(published), number) == (1, 4):
        year, cue, figures = year - 1, None, False  # "will report fourth-quarter results on Thursday", in January
    if meaning.value == "calendar" and cue is None and number > quarter_of(published):
        year = published.year - 1  # in July "the December quarter" is the last one, if nothing puts it ahead
    if meaning.direction == -2:  # "the year-earlier third quarter"
        return Answer("DATE", f"{year - 1:04}-{letter}{number}", "publication", None, cue)
    if memory.period is None and meaning.value != "fiscal" and _has_ended(published, year, letter, number):
        memory.period = Period(year, letter, number, expression.start)
    certain = _is_of_calendar(expression, memory, letter, number) and not figures
    # In February "second-quarter revenue rose" is of a year of the company's own.
    certain = certain and (cue is not None or not _is_to_come(published, year, letter, number))
    if letter == "Q":
        certain = certain and not _is_out_of_turn(expression, memory, published, year)
    elif cue is None and year < published.year:
        certain = certain and _is_told(expression, memory)
    return Answer("DATE", f"{year:04}-{letter}{number}", "publication", None, cue, certain)


def _is_of_calendar(expression: Expression, memory: Memory, letter: str, number: int) -> bool:
    """Tell whether nothing makes a quarter or half one of a fiscal year, of which nobody says whose it is."""
    text, end, value = memory.text, expression.end, expression.meaning.value
    if value != "calendar" and (value == "fiscal" or _is_offset(memory)):
        return False
    if _words().of_fiscal.match(text, end) or not _ends_then(text, end, letter, number):
        return False
    return not _is_reported_before(expression, text, letter, number)


def _are_figures(expression: Expression, text: str) -> bool:
    """Tell whether a quarter is one of which figures are told, so that it has ended."""
    words, start, end = _words(), expression.start, expression.end
    if words.reporting.search(text, max(0, start - _REPORTING), start):
        return True
    last = expression.meaning.number == 4 and text.startswith((" ", "-"), end)
    return last and words.figures_of.match(text, end + 1) is not None


def _running(published: date, letter: str) -> int:
    return quarter_of(published) if letter == "Q" else (published.month + 5) // 6


def _is_to_come(published: date, year: int, letter: str, number: int) -> bool:
    """Tell whether a quarter or half starts after publication."""
    return (year, number) > (published.year, _running(published, letter))


def year_earlier(expression: Expression, memory: Memory) -> Answer | None:
    """Answer "a year ago", "a year earlier" and "year-earlier" where a company's figures are compared, else None."""
    meaning = expression.meaning
    if meaning.amount != -1 or not is_report(memory):
        return None
    near = clauses.clause_before(memory.text, expression.start, 90)
    if meaning.value in ("", "ago") and not _words().figure.search(near):
        return None
    period = memory.period or _last_ended(memory.published)
    if period is None:
        return None
    value = f"{period.year - 1:04}-{period.letter}{period.number}"
    return Answer("DATE", value, "publication" if period.start is None else "mention", period.start, certain=False)


def is_compared(expression: Expression, memory: Memory) -> bool:
    """Tell whether something is compared with a year before, of which its month or quarter is meant.

    "Last year" is that only among a company's figures, "a year earlier" not where a bare year stands before it.
    """
    meaning, latest = expression.meaning, memory.latest_year
    if meaning.unit != "Y" or meaning.amount != -1:
        return False
    if meaning.value == "ago":
        if is_report(memory):
            return True
    elif meaning.kind == "shift":
        if not is_report(memory):
            return False
    elif latest is None or len(latest.value) == 4:
        return False
    return _words().compared.search(clauses.clause_before(memory.text, expression.start, 60)) is not None


def is_report(memory: Memory) -> bool:
    """Tell whether a text reports a company's figures for a quarter or half; it is looked through once."""
    if memory.report is None:
        # Substrings are found much faster than words, and most texts have none of these.
        text, words = memory.text, _words()
        memory.report = (
            has_any(text, words.span_signs)
            and has_any(text, words.reported_signs)
            and bool(words.span.search(text) and words.reported.search(text))
        )
    return memory.report


def _year_of(
    expression: Expression, memory: Memory, published: date, letter: str, number: int
) -> tuple[int, str | None]:
    """Return the year that a report of that day means: the running one, unless the quarter is far ahead or behind."""
    last = 4 if letter == "Q" else 2
    running = _running(published, letter)
    cue = direction.ahead_of(memory.text, expression.start, expression.end)
    if cue is None and (number - running >= 2 or (running == 1 and number == last)):
        return published.year - 1, None
    if cue is None and letter == "H" and number == running:
        cue = tense.past_before(memory.text, expression.start, expression.end)
        return published.year - bool(cue), cue
    if cue and running - number >= 2:
        return published.year + 1, cue
    return published.year, cue


def _is_told(expression: Expression, memory: Memory) -> bool:
    """Tell whether a half is told of in the past: in a quotation by a verb of its own, not by that of who speaks."""
    told = tense.past_before if memory.quoted else tense.is_told
    return bool(told(memory.text, expression.start, expression.end))


def _has_ended(published: date, year: int, letter: str, number: int) -> bool:
    return (year, _last_month(letter, number)) < (published.year, published.month)


def _last_month(letter: str, number: int) -> int:
    """Return the month with which a quarter or half of the calendar ends."""
    return number * (3 if letter == "Q" else 6)


def _is_reported_before(expression: Expression, text: str, letter: str, number: int) -> bool:
    """Tell whether a company reports figures of a quarter before that ends, as its year is one of its own.

    So it is with "will report third-quarter earnings on Aug. 1".
    """
    words, start, end = _words(), expression.start, expression.end
    found = words.reports.match(text, end + 1) if text.startswith((" ", "-"), end) else None
    month = month_named(found[1]) if found else None
    if month is None or month > _last_month(letter, number):
        return False
    return words.reporting.search(text, max(0, start - _REPORTING), start) is not None


def _is_out_of_turn(expression: Expression, memory: Memory, published: date, year: int) -> bool:
    """Tell whether figures of a quarter are told when a company with the year of the calendar tells none of it.

    In September such a one has reported the second quarter, so that "reported first-quarter profit" and "profit fell in
    the third quarter" are of a year of the company's own. What was reported in a month that is named is of then.
    """
    text, start, end = memory.text, expression.start, expression.end
    back = (published.year - year) * 4 + quarter_of(published) - (expression.meaning.number or 1)
    if back == 0:
        return is_report(memory) and direction.is_behind(text, start, end)
    if back < 2 or not _words().has_reported.search(text, max(0, start - _REPORTING), start):
        return False
    if not text.startswith((" ", "-"), end) or not _words().figures_of.match(text, end + 1):
        return False
    said = memory.latest_month
    return said is None or not clauses.is_one_sentence(text, said.start, start)


def _ends_then(text: str, end: int, letter: str, number: int) -> bool:
    """Tell whether a quarter or half ends in its months of the calendar, if the words after it say when it ends."""
    found = _words().ended.match(text, end)
    if found is None:
        return True
    month = month_named(found[1])
    return month is not None and (month - 1) // (3 if letter == "Q" else 6) + 1 == number


def _is_offset(memory: Memory) -> bool:
    """Tell whether a text says of a numbered quarter that it ended in another one of the calendar: so do the others.

    The same is so where it says that the year of a company ends in another month than December.
    """
    if memory.offset is None:
        text, words = memory.text, _words()
        memory.offset = (
            _is_quarter_moved(text, words)
            or (has_any(text, words.half_signs) and _ends_otherwise(text, words.half_ended, 6))
            or _ends_otherwise(text, words.year_ended, 12)
        )
    return memory.offset


def _is_quarter_moved(text: str, words: _Words) -> bool:
    """Tell whether a quarter is said to end in another month than it does in the calendar, or than any does there."""
    numbered, ended = words.numbered.finditer(text), words.any_ended.finditer(text)
    if any(not _ends_then(text, found.end(), "Q", words.numbers[found[1].lower()]) for found in numbered):
        return True
    return any((month_named(found[1]) or 3) % 3 for found in ended)


def _ends_otherwise(text: str, ended: re.Pattern[str], last: int) -> bool:
    """Tell whether a half or year is said to end in another month than its last one in the calendar."""
    return any(month_named(found[1]) not in (None, last) for found in ended.finditer(text))


def _last_ended(published: date | None) -> Period | None:
    if published is None:
        return None
    return Period(*_step(published.year, quarter_of(published), -1), None)


def _unnamed(expression: Expression, memory: Memory) -> Answer:
    """Answer "the quarter", "the latest quarter", "last quarter" or "the 1988 quarter"."""
    meaning, published = expression.meaning, memory.published
    period = memory.period if meaning.value in ("the", "mention") else None
    if period is None or period.letter != "Q":
        period = _last_ended(published)
    if period is None:
        return Answer("DATE", "XXXX-QX", certain=False)
    if published is not None and meaning.value == "" and meaning.direction is not None:
        period = Period(published.year, "Q", quarter_of(published), None)
    year, letter, number = _step(meaning.year or period.year, period.number, meaning.direction or 0)
    anchor: Anchor = "publication" if period.start is None else "mention"
    return Answer(
        "DATE",
        f"{year:04}-{letter}{number}",
        anchor,
        period.start,
        certain=meaning.value != "the" and not meaning.rough and not (meaning.direction == 0 and is_report(memory)),
    )


def _step(year: int, number: int, amount: int) -> tuple[int, str, int]:
    index = year * 4 + number - 1 + amount
    return index // 4, "Q", index % 4 + 1


@cache
def _words(lang: str = "en") -> _Words:
    table: dict[str, list[str]] = data_tables(f"{lang}/dates.toml")["report"]
    one = alternatives(table)
    numbers = {word: number for word, number in vocabulary(lang).ordinals.items() if number <= 4}
    day = r"(?:\d{1,2}\s(?:of\s)?)?"
    in_month = rf"(?:\s(?:{one['last_month']}))?\s(?:the\s)?{day}([A-Z][a-z]{{2,8}})\b"
    numerals = [f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in numbers]
    return _Words(
        figure=re.compile(rf"(?:[$%£€]\s?\d|\d%|\b(?:{one['figures']})\b)"),
        compared=re.compile(rf"\b(?:{one['compared']})\b"),
        reports=re.compile(rf"(?:{one['reports']})(?:\s[a-z]+){{0,2}}\s(?:{one['on']})\s([A-Z]\w+)"),
        reporting=re.compile(
            rf"\b(?:(?:{one['reporting']})\s(?:[\w'’]+\s){{0,2}}|(?:{one['reports']})\sfor\s(?:[\w'’]+\s)?)$"
        ),
        has_reported=re.compile(rf"\b(?:{one['reporting']}|{one['has_reported']})\s(?:[\w'’]+\s){{0,2}}$"),
        figures_of=re.compile(rf"(?:[a-z]+\s){{0,2}}(?:{one['reports']}|{one['money']})\b"),
        span=re.compile(rf"{at_word(table['spans'])}\b"),
        span_signs=tuple(table["span_signs"]),
        reported=re.compile(rf"{at_word(table['reported'])}\b"),
        reported_signs=tuple(table["reported_signs"]),
        ended=re.compile(rf",?\s{{1,2}}(?:(?:that|which)\s{{1,2}})?{one['ended']}\s{{1,2}}(?:on\s{{1,2}})?(\w+)"),
        numbered=re.compile(
            rf"({at_word(numerals)})[\s-](?:fiscal[\s-])?[Qq]uarter(?=,?\s{{1,2}}(?:(?:that|which)\s{{1,2}})?end)"
        ),
        any_ended=re.compile(
            rf"{at_word(['[Qq]uarter'])},?\s(?:(?:that|which)\s)?{one['ended']}\s(?:{one['last_month']})\s(?:the\s)?{day}([A-Z][a-z]{{2,8}})\b"
        ),
        year_ended=re.compile(at_word(table["year_ended"]) + in_month),
        half_ended=re.compile(
            rf"{at_word(table['half_ended'])}\s(?:the\s)?(?:end\sof\s)?(?:\d{{1,2}}\s)?([A-Z][a-z]{{2,8}})\b"
        ),
        half_signs=tuple(table["half_signs"]),
        of_fiscal=re.compile(rf",?\s(?:of\s|and\s)?(?:the\s)?(?:full\s)?(?:{one['of_fiscal']})"),
        numbers=numbers,
    )
