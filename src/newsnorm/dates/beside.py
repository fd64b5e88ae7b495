"""Settle a date by the one right beside it: the end of a range by its start, and the parts of a list by each other.

"From December to January" ends in the next year, and of "Monday and Tuesday" both lie ahead, or both behind.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from newsnorm.dates import clauses, direction, tense
from newsnorm.dates.answers import on_day
from newsnorm.dates.calendars import following, month_value, shifted, weekday_near
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory, Value
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import names_in, vocabulary, words_of
from newsnorm.dates.years import month_named
from newsnorm.rules import data_tables

__all__ = [
    "beside_in_brackets",
    "end_day",
    "end_month",
    "is_told_ahead",
    "leant_on",
    "listed_month",
    "listed_weekday",
    "month_after",
    "month_between",
    "next_listed",
    "of_opening_week",
    "of_shared_week",
    "year_after",
]

_RANGE: Final = 40  # characters from the start of a range or list to the next part of it
_LONGEST_RANGE: Final = 300  # days: in "Friday - March 5" a day that has just been is none to begin from
_BETWEEN: Final = 9  # characters of what opens a span
_SHARED: Final = 70  # characters from a weekday to the week that it shares with others
_BRACKETS: Final = 30  # characters from a day to brackets beside it, and in these up to another
_AFTER_DAY: Final = re.compile(r"[\w]+(?:[,.]? [\w:.]+){0,4} ")  # "Tuesday night "
_IN_BRACKETS: Final = re.compile(r"\((?:[\w:.]+ ){0,3}")  # "(0300 GMT on "
_SKIPPED: Final = 2  # days from one day of a list to the next if that is not the same day of the week before


def end_day(expression: Expression, memory: Memory) -> Answer | None:
    """Answer with the end of a range, the first such day from its start on; for any other day with nothing."""
    meaning, first = expression.meaning, _start_of_range(expression, memory)
    if first is None:
        return None
    said = first.day() if len(first.value) > 7 else first.month()
    day = following(said.day, meaning.month or 1, meaning.day or 1)
    if day is None or (day - said.day).days > _LONGEST_RANGE:
        return None
    return on_day(meaning, day, said, certain=said.certain)


def is_told_ahead(first: date, expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether what is told lies between a day and one to come: "between Dec. 5 and Jan. 9 he stole".

    That one itself goes with the first, if it was left uncertain.
    """
    text, start, end = memory.text, expression.start, expression.end
    opening, words = memory.latest_month, _words()
    if opening is not None and not opening.certain and words.date_and.fullmatch(text, opening.start, start):
        return words.between.search(text, max(0, opening.start - _BETWEEN), opening.start) is not None
    if not words.between.search(text, max(0, start - _BETWEEN), start):  # nearly all
        return False
    if (second := words.and_date.match(text, end)) is None or second["day"] is None:
        return False
    last = following(first, month_named(second["month"]) or 1, int(second["day"]))
    if last is None or last <= published:
        return False
    return direction.is_behind(text, start, end)


def end_month(expression: Expression, memory: Memory) -> Answer | None:
    """Answer with the month in which a range ends, the first from its start on; for any other month with nothing."""
    first = _start_of_range(expression, memory)
    return first and _on_from(first, expression.meaning.month or 1)


def listed_month(answer: Answer, expression: Expression, memory: Memory) -> Answer:
    """Give a month on the side of the one with which it is named ("in May and June"), or leave it uncertain."""
    first, published = memory.latest_month, memory.published
    if leant := leant_on(expression, memory):
        after = _on_from(leant, expression.meaning.month or 1) if leant.value[:7].replace("-", "").isdecimal() else None
        return after or answer.doubted()
    if first is None or published is None or not _is_beside(first, expression, memory, _words().listed):
        return answer
    other, now = _on_from(first, expression.meaning.month or 1), month_value(published.year, published.month)
    if other is None or _words().between.search(memory.text, max(0, first.start - _BETWEEN), first.start):
        return other or answer
    ahead = answer.cue is not None and other.value < now < answer.value  # "rose in May and in June it will pay"
    if ahead or first.value[:7] < now < other.value:
        return answer.doubted()
    return answer if other.value == answer.value else other


def _on_from(first: Value, month: int) -> Answer | None:
    """Answer with the first such month after the one of a date, within a year."""
    said = first.month()
    if month == said.day.month and len(first.value) == 7:
        return None
    value = month_value(said.day.year + (month < said.day.month), month)
    return Answer("DATE", value, "mention", said.start, None, said.certain)


def month_after(text: str, end: int) -> int | None:
    """Return the month in which a range ends that starts with the month that ends at a place.

    >>> month_after("It lasted from December to mid-January.", 23)
    1
    """
    found = _words().to_month.match(text, end)
    return found and month_named(found["month"])


def month_between(text: str, end: int) -> int | None:
    """Return the month in which ends what lies between the one that ends at a place and that one.

    >>> month_between("It lay between May and June.", 18)
    6
    """
    found = _words().and_date.match(text, end)
    return found and month_named(found["month"])


def year_after(expression: Expression, text: str, lang: str = "en") -> int | None:
    """Return the year of a month if it is told behind the one that its hyphen ties it to: "January-June 1996"."""
    found = _words(lang).to_dated_month.match(text, expression.end)
    if found is None:
        return None
    last = month_named(found["month"], lang)
    return int(found["year"]) - bool(last and (expression.meaning.month or 1) > last)


def listed_weekday(answer: Answer, expression: Expression, memory: Memory, published: date) -> Answer:
    """Give a weekday on the side of the one with which it is named ("on Monday and Tuesday"), or leave it uncertain."""
    first = memory.latest_day
    if leant := leant_on(expression, memory):
        if not leant.value.replace("-", "").isdecimal():
            return answer.doubted()
        said = leant.day()
        after = weekday_near(said.day, expression.meaning.weekday or 1, 1)
        return on_day(expression.meaning, after, said, certain=said.certain) or answer
    if first is None or not answer.certain or not _is_beside(first, expression, memory, _words().listed_days):
        return answer
    said, day = first.day(), date.fromisoformat(answer.value[:10])
    if said.day > published >= day and tense.is_past(clauses.clause_after(memory.text, expression.end, 30)):
        return answer  # "host Tromso on Monday, and on Tuesday they lost a player"
    if not said.certain:
        return answer.doubted()
    after = weekday_near(said.day, expression.meaning.weekday or 1, 1)
    if after is not None and after <= published < day and answer.cue in words_of("clauses", "until"):
        return on_day(expression.meaning, after, said) or answer  # "shut from Friday until Sunday", told on a Monday
    if 0 <= (published - day).days < 2 or (day >= said.day and (said.day <= published or day > published)):
        return answer  # "made today and Thursday", written on a Friday
    if after is None or (said.day <= published < after):
        return answer.doubted()
    return on_day(expression.meaning, after, None, answer.cue) or answer


def next_listed(answer: Answer, expression: Expression, memory: Memory) -> Answer:
    """Give a weekday of a list of days ahead the place after the one before it, or leave it uncertain."""
    first = memory.day
    if first is None or answer.value[:10] >= first.day.isoformat() or not answer.certain:
        return answer
    after = weekday_near(first.day, expression.meaning.weekday or 1, 1)
    if after is None or (after - first.day).days > _SKIPPED:
        return answer.doubted()
    return on_day(expression.meaning, after, None, answer.cue) or answer


def of_shared_week(expression: Expression, memory: Memory, published: date, lang: str = "en") -> Answer | None:
    """Answer a weekday with the one in the week that it shares with the next: "on Thursday and Friday next week"."""
    text, end = memory.text, expression.end
    if text.find(" week", end, end + _SHARED) < 0 or not (week := _words().week.match(text, end)):
        return None
    return on_day(expression.meaning, _in_week(vocabulary(lang).pointing[week["which"]], expression, published))


def beside_in_brackets(expression: Expression, memory: Memory) -> Answer | None:
    """Answer a weekday in brackets with the one next to the day before them: "on Tuesday (early Wednesday GMT)"."""
    text, start, said = memory.text, expression.start, memory.latest_day
    opening = text.rfind("(", max(0, start - _BRACKETS), start)
    if said is None or not 0 <= opening - said.start < _BRACKETS:
        return None
    if not _AFTER_DAY.fullmatch(text, said.start, opening) or not _IN_BRACKETS.fullmatch(text, opening, start):
        return None
    day = said.day()
    away = ((expression.meaning.weekday or 1) - day.day.isoweekday() + 3) % 7 - 3
    if abs(away) > 1:
        return None
    return on_day(expression.meaning, shifted(day.day, "D", away), day, certain=day.certain)


def of_opening_week(
    answer: Answer, expression: Expression, memory: Memory, published: date, lang: str = "en"
) -> Answer:
    """Give a weekday the place that it has in the week with which its sentence opens: "Next week, it meets on Tuesday".

    Where that is not the one that the words near by tell, or another clause stands between, it is left uncertain:
    "This week, it will meet on Tuesday". What is only said on a day is not of that week: "Last week it shut, he said
    on Monday".
    """
    text, start = memory.text, expression.start
    if text.find(" week", max(0, start - clauses.FARTHEST), start) < 0:  # nearly all
        return answer
    clause = clauses.clause_before(text, start, clauses.FARTHEST)
    found = _words(lang).opening_week.match(clause)
    if found is None or tense.says(clause[found.end() :], lang):
        return answer
    amount = vocabulary(lang).pointing[found["which"].lower()]
    day = _in_week(amount, expression, published)
    if day is None or answer.value[:10] == day.isoformat():
        return answer
    told = tense.past_before(text, start, expression.end)
    if amount == 0 or bool(told) == (amount > 0) or _words(lang).other_clause.search(clause, found.end()):
        return answer.doubted()
    return on_day(expression.meaning, day, None, found["which"]) or answer


def _in_week(amount: int, expression: Expression, published: date) -> date | None:
    """Return the weekday in the week so many after the one of publication; weeks start on Monday."""
    monday = shifted(published, "D", 1 - published.isoweekday())
    return monday and shifted(monday, "D", 7 * amount + (expression.meaning.weekday or 1) - 1)


def _start_of_range(expression: Expression, memory: Memory) -> Value | None:
    first = memory.latest_month
    return first if first is not None and _is_beside(first, expression, memory, _words().range) else None


def leant_on(expression: Expression, memory: Memory) -> Value | None:
    """Return what leans on another date, where it and this one are parts of a list: "that Friday and Saturday"."""
    if memory.leant is None:
        return None
    end, first = memory.leant
    return first if _words().tie.fullmatch(memory.text, end, expression.start) else None


def _is_beside(first: Value, expression: Expression, memory: Memory, tied: re.Pattern[str]) -> bool:
    """Tell whether nothing but a date and what ties it to the next stands between its start and that one."""
    start = expression.start
    return start - first.start <= _RANGE and tied.fullmatch(memory.text, first.start, start) is not None


class _Words(NamedTuple):
    """Hold the patterns of what stands between the parts of a range or list."""

    range: re.Pattern[str]  # the start of a range and what makes it one
    listed: re.Pattern[str]  # a month and what ties another to it
    listed_days: re.Pattern[str]
    tie: re.Pattern[str]  # what stands between two parts of a list
    between: re.Pattern[str]  # before a list that is a range
    date_and: re.Pattern[str]  # from a day to another one
    and_date: re.Pattern[str]  # from a day or month on, another one that ends what lies between them
    to_month: re.Pattern[str]
    to_dated_month: re.Pattern[str]
    week: re.Pattern[str]
    opening_week: re.Pattern[str]
    other_clause: re.Pattern[str]  # what opens a clause that may be of another week


@cache
def _words(lang: str = "en") -> _Words:
    tables = data_tables(f"{lang}/dates.toml")
    one = alternatives(tables["antecedents"], tables["history"])
    near = rf"(?:(?:{one['part_of']})[\s-])?"
    month, weekday = rf"{names_in('months', lang)}\.?", rf"{names_in('weekdays', lang)}\.?"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    day = rf"(?:{weekday},?\s)?(?:the\s)?(?:{month}(?:\s{number})?|{number}\s(?:of\s)?{month})(?:,?\s\d{{4}})?"
    to = rf"(?:,?\s(?:{one['range_to']})\s|\s?[-–]\s?)"
    tie = rf"(?:\s(?:{one['listing']})\s|,\s(?:(?:{one['listing']})\s)?)(?:(?:{one['on_in']})\s)?"
    part = r"(?:\s[a-z]{4,9})?"
    return _Words(
        range=re.compile(rf"{near}{day}{to}"),
        listed=re.compile(rf"{near}{month}{tie}"),
        listed_days=re.compile(rf"(?:[a-z]+\s)?{weekday}{part}(?:{tie}|{to})"),
        tie=re.compile(tie),
        between=re.compile(rf"\b(?:{one['between']})\s$"),
        date_and=re.compile(rf"{day}\sand\s"),
        and_date=re.compile(rf"\sand\s(?P<month>{names_in('months', lang)})\b(?:\.?\s(?P<day>\d{{1,2}})\b)?"),
        to_month=re.compile(rf"{to}{near}(?P<month>{names_in('months', lang)})\b(?!\.?\s\d)"),
        to_dated_month=re.compile(rf"[-–](?P<month>{names_in('months', lang)})\.?\s(?P<year>\d{{4}})\b"),
        week=re.compile(rf"{part}(?:(?:{tie}|{to}){weekday}{part}){{1,4}}\s(?:of\s)?(?P<which>{one['which']})\sweek\b"),
        opening_week=re.compile(rf"\s*(?P<which>(?i:{one['which']}))\sweek\b(?!['’])"),
        other_clause=re.compile(rf"[;:(]|\b(?:{one['other_clause']})\b"),
    )
