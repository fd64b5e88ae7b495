"""Fill in what a time expression leaves open: by the publication date, or by a date mentioned before it.

The rules of direction, with what they were measured on (bare ones in newspaper and agency text):

- a weekday is the last one, the day of publication included (nine in ten); a near cue puts it ahead ("will"), and so
  does a weekday that is five or six days back with no past verb to it, as hardly anybody means that one;
- a month-day is the nearest in months and days, the one behind if both are as near;
- a month that is one or two ahead is meant ahead unless a past verb stands before it, any other lies behind unless
  words near by point ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Final

from newsnorm.dates import clauses, direction, edges, finance, nominal, reports, tense
from newsnorm.dates.answers import HALF_A_YEAR, RECENT, WORD, anchor_of, left_open, on_day
from newsnorm.dates.beside import leant_on
from newsnorm.dates.calendars import holiday_on, season_year, shifted, unit_value
from newsnorm.dates.history import (
    goes_on_from_older_year,
    in_its_year,
    is_all_history,
    is_history,
    is_in_old_year,
    is_of_an_age,
    is_of_frame,
    keep_frame,
)
from newsnorm.dates.leaning import is_far, leaning_season
from newsnorm.dates.meaning import Expression, Kind, Meaning
from newsnorm.dates.memory import Answer, Memory, Said, Value, remember
from newsnorm.dates.month_days import month_day_answer
from newsnorm.dates.months import month_answer
from newsnorm.dates.vocabulary import lead, words_of
from newsnorm.dates.weekdays import weekday_answer
from newsnorm.rules import data_tables

__all__ = ["resolve"]

_OUTSIDE: Final = re.compile(r"(?:0000|-\d{1,3}|\d{5})(?=-|$)")
_OPEN: Final = {"W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "10Y": "XXX"}
_DATELINE: Final = re.compile(r"(?:^|\n)(?:\([^()\n]{2,30}\)\s)?[A-Z]{3}[^\n;:]{0,50},\s$")
_DATELINE_END: Final = re.compile(r"\s?(?:\([A-Z]|--|[–—]|/[A-Z]|_\s)|\s-\s")
# "New Delhi, Jan. 7 (PTI) -": a place in small letters is one of a dateline only before an agency.
_PLACE: Final = re.compile(r"(?:^|\n)[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2},\s$")
_AGENCY: Final = re.compile(r"\s?\([A-Z]{2,}\)")
_CAN: Final = re.compile(r"\b(?:can|could)\b")
_ASIDE_ENDS: Final = frozenset(",.;)")
_DAY_BEFORE: Final = re.compile(r"(?:\d|day),\s$")
_OWNING: Final = frozenset("'’")
_TUESDAY: Final = 2
_THURSDAY: Final = 4
_SUNDAY: Final = 7
_NEW_YEAR: Final = 14  # days
_JUST_ENDED: Final = 4  # months
_SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SOON_SEASON: Final = 5  # months from publication to the first of a season of that year
_SOON_WINTER: Final = 2
_PRINTED_WITHIN: Final = 60  # days from what is written to what is given as its publication
_WEEK: Final = 7  # days from a day on which figures were told to publication
_FIGURES: Final = 200  # characters from the month of figures to the one before it
_NEAR: Final = 80  # characters to speech from when it was said


def resolve(expression: Expression, memory: Memory) -> Answer:
    """Return the answer to an expression, those before it in memory, and keep it there for those after it."""
    meaning = expression.meaning
    kind = meaning.kind
    answer = _RESOLVERS[kind](expression, memory)
    if answer.anchor is not None:
        answer = _within_calendar(answer)
    if memory.dateline is not None and answer.anchor == "publication":
        answer = answer._replace(anchor="mention", anchor_start=memory.dateline)
    if kind in ("shift", "weekday") and _is_day_ahead(answer, meaning, memory):
        memory.ahead = expression.end  # "next Thursday, Johannesburg on Friday"
    if kind in ("weekday", "month") and (meaning.leaning or leant_on(expression, memory)):
        memory.leant = expression.end, Value(answer.value, expression.start, answer.certain)
    remember(answer, expression, memory)
    keep_frame(answer, expression, memory)
    if kind in ("day", "fixed") and len(answer.value) == 10 and _is_dateline(memory.text, *expression[:2]):
        _write_on(answer, expression.start, memory)
    if not answer.certain and kind == "weekday":  # nothing for the next one to lean on
        memory.forget_weekday(meaning.weekday or 0)
    return answer


def _is_day_ahead(answer: Answer, meaning: Meaning, memory: Memory) -> bool:
    """Tell whether a day's own words put it ahead of publication: "tomorrow", "next Thursday"."""
    ahead = meaning.unit == "D" or meaning.weekday is not None if meaning.kind == "shift" else meaning.direction == 1
    if not ahead or memory.published is None or not answer.certain:
        return False
    return answer.value[:10] > memory.published.isoformat()


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether a day stands in a dateline: "OSLO, March 3 (Reuters) -", "NEW YORK, March 3 --"."""
    if not _DATELINE_END.match(text, end):
        return False
    low = max(0, start - 60)
    if _DATELINE.search(text, low, start):
        return True
    return bool(_AGENCY.match(text, end) and _PLACE.search(text, low, start))


def _write_on(answer: Answer, start: int, memory: Memory) -> None:
    """Let what follows lean on the day of its dateline, if that is not long before publication."""
    if memory.given is None or answer.type != "DATE" or not answer.certain or not answer.value[5:7].isdecimal():
        return
    day = date.fromisoformat(answer.value)
    # It may be the next day already where that is.
    if day != memory.given and -1 <= (memory.given - day).days <= _PRINTED_WITHIN:
        memory.published, memory.dateline = day, start


def _within_calendar(answer: Answer) -> Answer:
    """Leave the year open where it would lie outside the years 1 to 9999."""
    value = answer.value
    if value[:1] in "12" and value[4:5] in ("", "-"):  # nearly all are of four digits
        return answer
    outside = _OUTSIDE.match(value)
    if outside is None:
        return answer
    return Answer(answer.type, "XXXX" + value[outside.end() :], certain=False)


def _fixed(expression: Expression, memory: Memory) -> Answer:
    meaning = expression.meaning
    if meaning.type == "DATE" and (meaning.unit or meaning.step):  # "the week of March 6, 2020"
        return (on_day(meaning, date.fromisoformat(meaning.value)) or left_open(meaning, "XXXX-XX-XX"))._replace(
            anchor=None
        )
    return Answer(meaning.type, meaning.value)


def _season(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    season, wanted, cue = meaning.value, meaning.direction, None
    if meaning.leaning:
        return leaning_season(expression, memory)
    if published is None:
        return Answer("DATE", f"XXXX-{season}", certain=False)
    if wanted is None and (cue := direction.ahead_of(memory.text, expression.start, expression.end)):
        wanted = 1
    elif wanted is None and not (cue := tense.past_before(memory.text, expression.start, expression.end)):
        wanted = 0
    value = f"{season_year(published, season, wanted):04}-{season}"
    doubtful = (
        (wanted == -1 and _has_just_ended(season, published))
        or (memory.text.startswith(WORD[1], expression.start) and _is_about_to_begin(season, published))
        or (meaning.direction == 0 and _is_told_of_to_come(expression, memory, value))
    )
    certain = not (meaning.rough or doubtful)
    answer = Answer("DATE", value, "publication", None, cue, certain)
    return in_its_year(answer, memory) if meaning.rough and is_all_history(memory) else answer


def _has_just_ended(season: str, published: date) -> bool:
    """Tell whether "last summer" may be that of the year before: in October of the same year both are called so.

    Winter runs into the new year, and after it the last one is the one that ended.
    """
    last = {"SP": 5, "SU": 8, "FA": 11}.get(season)
    return last is not None and 0 < published.month - last <= _JUST_ENDED


def _is_about_to_begin(season: str, published: date) -> bool:
    """Tell whether "next spring" may be that of the year after: in February the one to come is "this spring"."""
    return 0 < _SEASON_STARTS[season] - published.month <= (_SOON_WINTER if season == "WI" else _SOON_SEASON)


def _is_told_of_to_come(expression: Expression, memory: Memory, value: str) -> bool:
    """Tell whether "this summer" would begin after publication, and something is told of it in the past tense."""
    published = memory.published
    if published is None or f"{published.year:04}-{published.month:02}" >= f"{value[:5]}{_SEASON_STARTS[value[5:]]:02}":
        return False
    text, start, end = memory.text, expression.start, expression.end
    return tense.is_past_before(text, start) and direction.ahead_of(text, start, end) is None


def _holiday(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    row = meaning.value
    if meaning.year:
        answer = on_day(meaning, holiday_on(row, meaning.year))
        return answer._replace(anchor=None) if answer else Answer("DATE", f"{meaning.year:04}", certain=False)
    day = None
    if published is not None and meaning.number is not None:  # "Christmas last year", "Christmas ten years ago"
        day = holiday_on(row, published.year + meaning.number)
        far = meaning.number < -1 and day is not None and abs(day.month - published.month) > HALF_A_YEAR
        return on_day(meaning, day, certain=not (meaning.rough or far)) or left_open(meaning, "XXXX-XX-XX")
    if published is not None:
        years = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
        days = [found for year in years if (found := holiday_on(row, year))]
        since = meaning.direction is None and memory.text.endswith(lead("since"), 0, expression.start)
        if meaning.direction == -1 or since:  # "will be the warmest day since Easter"
            days = [found for found in days if found < published][-1:]
        elif meaning.direction == 1:
            days = [found for found in days if found > published][:1]
        day = min(days, key=lambda found: (abs(found - published), found), default=None)
        if day is not None and meaning.direction is None and abs((day - published).days) > RECENT:
            day = _far_holiday(day, days, expression, memory.text, published)
        elif day is not None and meaning.direction is None and direction.ended(memory.text, expression.start):
            day = next((found for found in reversed(days) if found <= published), day)
    fixed, rough = row[2:3] == "-" and row[:2].isdecimal(), meaning.rough
    if day is not None and meaning.direction is None and published is not None:
        if _is_old(expression, memory):
            rough = abs((day - published).days) > RECENT or is_in_old_year(expression, memory, published)
        rough = rough or (day > published and _may_have_been(expression, memory.text))
        rough = rough or ((day - published).days > RECENT and _was_hoped(expression, memory.text))
    elif day is not None and meaning.direction == -1 and published is not None:
        rough = rough or (published - day).days <= RECENT  # on Dec. 28 "last Christmas" is of either year
    return on_day(meaning, day, certain=not rough) or left_open(meaning, f"XXXX-{row}" if fixed else "XXXX-XX-XX")


def _may_have_been(expression: Expression, text: str) -> bool:
    """Tell whether a holiday to come may be one that has been: "arrested on Christmas Day", "was ill at Easter"."""
    start, end = expression.start, expression.end
    if tense.has_been(text, start, end) or nominal.happened(text, start):
        return True
    if text.endswith(lead("by"), 0, start) and direction.is_behind(text, start, end):
        return True
    verb = tense.past_before(text, start, end)
    return verb in words_of("clauses", "was") and direction.ahead_of(text, start, end) is None


def _was_hoped(expression: Expression, text: str) -> bool:
    """Tell whether a holiday to come may be the one before, by which something was to be: "we hoped to open by Easter".

    "She said that she hoped to open by Easter" still looks ahead.
    """
    clause = clauses.clause_before(text, expression.start, clauses.FARTHEST)
    found = _hoped().search(clause)
    return found is not None and not tense.says(clause[: found.start()])


@cache
def _hoped(lang: str = "en") -> re.Pattern[str]:
    """Return the pattern of what tells of a plan in the past tense."""
    return re.compile(rf"\b(?:{'|'.join(data_tables(f'{lang}/dates.toml')['clauses']['was_hoped'])})\b")


def _is_old(expression: Expression, memory: Memory) -> bool:
    """Tell whether a holiday is told of that may be of a year long gone."""
    if is_all_history(memory) or is_of_frame(expression, memory):
        return True
    if memory.published is not None and goes_on_from_older_year(expression, memory, memory.published):
        return True
    text, start, end = memory.text, expression.start, expression.end
    return (
        is_history(expression, memory) and tense.is_told(text, start, end) and not direction.ahead_of(text, start, end)
    )


def _far_holiday(day: date, days: list[date], expression: Expression, text: str, published: date) -> date:
    """Return the holiday that the words near by tell of, if not the nearest: "an inquiry by Christmas"."""
    start, end = expression.start, expression.end
    ahead, told = direction.ahead_of(text, start, end), tense.told_on(text, start, end)
    if ahead in words_of("clauses", "until") and direction.has_ended(text, start, end):
        ahead = None  # "when he was out until Christmas"
        told = told or tense.back_of(text, start, end)
    if ahead in words_of("clauses", "until") and told:  # "stayed until Christmas", but "will be open until Christmas"
        at = text.rfind(ahead, 0, start)
        if not direction.will_be(text, at + len(ahead) + 1):  # "will stay closed until after Easter"
            ahead = direction.ahead_of(text, at, at)
    if day > published and (direction.ended(text, start) or (told and not ahead)):
        return next((found for found in reversed(days) if found < published), day)
    if day < published and ahead and ahead not in words_of("clauses", "weak"):
        return next((found for found in days if found > published), day)
    return day


def _shift(expression: Expression, memory: Memory) -> Answer:
    """Answer with units from publication: "two weeks ago", "this month", "yesterday"."""
    meaning, published, unit = expression.meaning, memory.published, expression.meaning.unit
    if published is None:
        return left_open(meaning, _OPEN.get(unit, "XXXX-XX-XX"))
    if meaning.value == "ago" and unit == "Y" and (period := finance.year_earlier(expression, memory)):
        return period
    if unit[0] == "T" or meaning.value == "overnight":
        part = "TNI" if meaning.value == "overnight" else ""
        return Answer("TIME", published.isoformat() + part, "publication", certain=False)
    early = unit == "WE" and not meaning.amount and published.isoweekday() < _THURSDAY
    over = early and _is_told(expression, memory)
    if over:
        meaning = meaning._replace(amount=-1)  # on a Monday "they won this weekend"
    grain = "Y" if meaning.value == "ago" and unit in ("10Y", "100Y", "1000Y") else unit
    answer = _moved(meaning, published, None, grain)
    doubtful = (
        (early and not over and _may_be_last_weekend(expression, memory, published))
        or finance.is_compared(expression, memory)
        or _is_spoken_before(expression, memory, published)
        or _is_said_of_then(expression, memory, published)
        or _is_at_an_edge(expression, memory, published)
    )
    return answer.doubted() if doubtful else answer


def _may_be_last_weekend(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether "this weekend" may be the one that has just been: on a Monday or Tuesday unless words put it ahead.

    On a Wednesday it is so only beside a verb of the past.
    """
    text, start, end = memory.text, expression.start, expression.end
    ahead = direction.ahead_of(text, start, end)
    if ahead is not None and ahead not in words_of("clauses", "until"):
        return memory.quoted and published.isoweekday() == 1  # who spoke may have done so before
    if published.isoweekday() > _TUESDAY:
        return tense.past_before(text, start, end) is not None
    return not tense.is_present(text, start, end, of_many=True)


def _is_at_an_edge(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether on this day other units may be meant than those of the calendar, or those leave no room for it."""
    meaning, text = expression.meaning, memory.text
    if meaning.value == "ago":
        return False
    if meaning.unit == "6M":  # a semester has its own calendar
        return True
    if meaning.unit == "W" and meaning.amount == -1 and published.isoweekday() == _SUNDAY:
        return True  # "last week" is rather the one that ends on that day
    if meaning.amount or meaning.unit not in ("W", "M", "Y"):
        return False
    words = text[expression.start : expression.end].lower().split()
    step = int(words[0] in words_of("history", "later")) - int(words[0] in words_of("history", "earlier"))
    if step:  # "later this month", said on its last day
        day = shifted(published, "D", step)
        return day is None or unit_value(day, meaning.unit) != unit_value(published, meaning.unit)
    if len(words) > 2:
        return False
    if meaning.unit == "W" and published.isoweekday() == _SUNDAY:  # what is to come "this week" does so in the next one
        start, end = expression.start, expression.end
        if _perfect().search(text[max(0, start - 60) : end + 60]):
            return False
        ahead = direction.ahead_of(text, start, end) is not None and not tense.is_telling(text, start)
        return ahead or tense.is_present(text, start, end, of_many=True)
    if meaning.unit == "W":  # on a Monday "I learned it this week" is rather of the one that has just ended
        return published.isoweekday() == 1 and memory.quoted and tense.is_past_before(text, expression.start)
    return meaning.unit == "Y" and _is_of_old_year(expression, text, published)


def _is_of_old_year(expression: Expression, text: str, published: date) -> bool:
    """Tell whether in the first days of a year "this year" may be the last one, or a season, of which is told."""
    start, end = expression.start, expression.end
    if published.month > 1 or published.day > _NEW_YEAR or text[end : end + 1] in _OWNING:
        return False
    if direction.ahead_of(text, start, end) in words_of("clauses", "shall"):
        return False
    if tense.is_past_before(text, start):
        return True
    return _perfect().search(clauses.clause_before(text, start, 60)) is not None


@cache
def _perfect(lang: str = "en") -> re.Pattern[str]:
    """Return the pattern of what has been done."""
    return re.compile(rf"\b(?:{'|'.join(data_tables(f'{lang}/dates.toml')['history']['perfect'])})\b")


def _is_spoken_before(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether "tonight" may be that of another day on which it was said: "he said Sunday", "he said last week"."""
    said, last = memory.latest_day, memory.latest_year
    meaning = expression.meaning
    spoken = memory.quoted and meaning.unit == "D" and (meaning.value == "ago" or meaning.part)
    if last is None or not (expression.rule == "dates.deictic" or spoken):
        return False
    if not memory.quoted:
        return (
            said is not None
            and _is_before(said, published)
            and reports.is_reported(memory.text, said.start, expression.start)
        )
    if expression.start - last.start <= _NEAR and tense.is_telling(memory.text, last.start):
        return _is_before(last, published)
    if said is None:
        return False
    return not said.certain or _is_before(said, published)


def _ended_before(said: Value, published: date, unit: str) -> bool:
    """Tell whether a mention lies before the day, week, month or year of publication, whichever the unit is."""
    value, today = said.value, published.isoformat()
    if unit[-1] == "Y" or (unit[-1] == "M" and not value[5:7].isdecimal()):
        return value[:4] < today[:4]
    if unit[-1] == "M":
        return value[:7] < today[:7]
    if unit[0] != "D" and value[8:10].isdecimal() and value[4] == "-" and value[5] != "W":
        return unit_value(said.day().day, "W") < unit_value(published, "W")
    return _is_before(said, published)


def _is_said_of_then(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether "next year" may lean on a time before in which it was said: "In 2019 she said that next year"."""
    last, unit = memory.latest_year, expression.meaning.unit
    if last is None or unit[0] == "T" or not _ended_before(last, published, unit):
        return False
    if not memory.quoted and unit[-1] not in "MY":
        return False  # "On Sunday they said that it sank last week" is told from now
    text, start = memory.text, expression.start
    return reports.is_quoted_from(text, last.start, start) or reports.is_reported(text, last.start, start)


def _is_before(said: Value, published: date) -> bool:
    """Tell whether a day, week or month that was mentioned ended before publication."""
    value = said.value[:10]
    if value[5:6] == "W":
        return value[:8] < unit_value(published, "W")
    return value < published.isoformat()[: len(value)]


def _is_told(expression: Expression, memory: Memory) -> bool:
    """Tell whether something is told of a time in the past tense."""
    text, start, end = memory.text, expression.start, expression.end
    if _CAN.search(clauses.clause_before(text, start, 40)):
        return False
    told = tense.told_on(text, start, end) or nominal.verb_after(text, end)
    return told is not None and direction.ahead_of(text, start, end) is None


def _later(expression: Expression, memory: Memory) -> Answer:
    """Answer with units from a date mentioned before, or else from publication, though that is only implied."""
    meaning, unit = expression.meaning, expression.meaning.unit
    if unit == "Y" and (period := finance.year_earlier(expression, memory)):
        return period
    said = (unit == "M" and _month_of_figures(expression, memory)) or _said(memory, unit)
    base = said.day if said else memory.published
    if base is None:
        return left_open(meaning, _OPEN.get(unit, "XXXX-XX-XX"))
    if unit[0] == "T":
        return Answer("TIME", base.isoformat(), *anchor_of(said), certain=False)
    answer = _moved(meaning, base, said, unit)
    if said and memory.published and answer.value > unit_value(memory.published, unit):  # still to come
        told = said.day <= memory.published or tense.back_of(memory.text, expression.start, expression.end)
        answer = answer.doubted() if told else answer
    implied = (
        said is None
        or finance.is_compared(expression, memory)
        or (unit in ("M", "Y") and finance.is_report(memory))
        or is_far(said, expression)
        or (unit == "D" and memory.is_coarser_since(said))
        or _is_apposed(expression, memory.text)
        or (unit == "Y" and is_of_an_age(memory.text, said.start, expression.start))
    )
    return answer.doubted() if implied else answer


def _is_apposed(expression: Expression, text: str) -> bool:
    """Tell whether a time between commas right after a date tells of that date: "on July 20, ten days earlier, it"."""
    start, end = expression.start, expression.end
    return text[end : end + 1] in _ASIDE_ENDS and _DAY_BEFORE.search(text, max(0, start - 8), start) is not None


def _month_of_figures(expression: Expression, memory: Memory) -> Said | None:
    """Return the month of which somebody told the figures on a day: "rose 5% in May, data showed on Monday".

    "From 4% the previous month" is of the one before that May, whichever day stands in between.
    """
    month, last, published, text = memory.whole_month, memory.latest_day, memory.published, memory.text
    if month is None or last is None or published is None or expression.meaning.amount >= 0:
        return None
    if not month.start < last.start < expression.start or not 0 <= (published - last.day().day).days < _WEEK:
        return None
    if (
        last.value[:7] <= month.value
        or expression.start - month.start > _FIGURES
        or "\n" in text[month.start : last.start]
    ):
        return None
    return month.month()


def _moved(meaning: Meaning, base: date, said: Said | None, grain: str) -> Answer:
    day = shifted(base, meaning.unit, meaning.amount)
    if day is not None and meaning.weekday:  # "Thursday next week"
        day, grain = shifted(day, "D", meaning.weekday - day.isoweekday()), "D"
    if day is not None and meaning.step:
        day = shifted(day, *meaning.step)
    if day is None:
        return left_open(meaning, _OPEN.get(grain, "XXXX-XX-XX"))
    value = unit_value(day, grain) + (f"T{meaning.part}" if meaning.part else "")
    return Answer(meaning.type, value, *anchor_of(said), None, not meaning.rough)


def _said(memory: Memory, unit: str) -> Said | None:
    """Return the latest mention that is fine enough for a unit."""
    if unit[0] == "T" or unit in ("D", "W", "WE", "2W"):
        return memory.said_day
    return memory.month if unit in ("M", "6M") else memory.told_year


def _same(expression: Expression, memory: Memory) -> Answer:
    """Answer "that day" and "the same month" by a mention, "the year" and "the week" by publication."""
    meaning, published, unit = expression.meaning, memory.published, expression.meaning.unit
    said = _said(memory, unit)
    if unit == "WE" and published is not None:
        return _the_weekend(expression, memory, published)
    if meaning.value == "the" and unit in ("W", "M", "Y") and published is not None:
        # On a Monday "the week" is the one that has just ended, unless something is to come in it.
        monday = unit == "W" and published.isoweekday() == 1
        monday = monday and not direction.ahead_of(memory.text, expression.start, expression.end)
        return Answer(
            "DATE",
            unit_value((monday and shifted(published, "D", -1)) or published, unit),
            "publication",
            certain=edges.is_of_publication(expression, memory, published),
        )
    base = said.day if said else published
    if base is None:
        return left_open(meaning, _OPEN.get(unit, "XXXX-XX-XX"))
    answer = _moved(meaning, base, said, unit)
    if (
        said is None
        or is_far(said, expression)
        or _is_told_ahead(said, expression, memory)
        or _is_of_a_clause(expression, memory.text)
        or (unit == "D" and _is_passed_over(said, expression, memory))
        or (meaning.value == "the" and _is_of_another_day(said, expression, memory))
    ):
        return answer.doubted()
    return answer


def _is_passed_over(said: Said, expression: Expression, memory: Memory) -> bool:
    """Tell whether the sentence has named a week, month or year since the day, to which "that night" may belong."""
    last = memory.latest_year
    if last is None or not memory.is_coarser_since(said):
        return False
    return clauses.is_one_sentence(memory.text, last.start, expression.start)


def _is_of_another_day(said: Said, expression: Expression, memory: Memory) -> bool:
    """Tell whether "earlier in the day" may be of the day of publication, as another was named a sentence before."""
    text, start = memory.text, expression.start
    if said.day == memory.published or clauses.is_one_sentence(text, said.start, start):
        return False
    return bool(clauses.clause_before(text, start, clauses.FARTHEST).strip())


def _is_of_a_clause(expression: Expression, text: str) -> bool:
    """Tell whether what follows says which day is meant: "taped on the same day they air", not "On the same day he"."""
    start, end = expression.start, expression.end
    if words_of("antecedents", "same").isdisjoint(text[start:end].split()) or text[start - 3 : start - 2].isupper():
        return False
    return text[end + 1 : end + 6].partition(" ")[0] in words_of("antecedents", "of_a_clause")


def _is_told_ahead(said: Said, expression: Expression, memory: Memory) -> bool:
    """Tell whether something is told of a day that is still to come, so that another is meant."""
    if memory.published is None or said.day <= memory.published:
        return False
    return tense.back_of(memory.text, expression.start, expression.end) is not None


def _the_weekend(expression: Expression, memory: Memory, published: date) -> Answer:
    """Answer "the weekend": the last one on Monday to Friday, unless words near by point ahead."""
    text, start, end = memory.text, expression.start, expression.end
    cue = direction.until(text, start) or direction.ahead_of(text, start, end)
    if cue in words_of("clauses", "until") and direction.has_ended(text, start, end):
        cue = None  # "they waited until the weekend"
    day = published if cue or published.isoweekday() > 5 else shifted(published, "W", -1)
    # "By the weekend" is none that ends on that day, but of what has been.
    ending = cue is not None and published.isoweekday() == _SUNDAY and not tense.is_past_before(text, start)
    doubtful = ending or direction.is_undone(text, end)
    if cue is None:
        doubtful = doubtful or tense.is_now(text, start, end)
        doubtful = doubtful or tense.is_present(text, start, end, of_many=True)
    return Answer("DATE", unit_value(day or published, "WE"), "publication", None, cue, certain=not doubtful)


def _clock(expression: Expression, memory: Memory) -> Answer:
    """Answer a bare clock time with the day mentioned last: it is only implied."""
    said = memory.day
    base = said.day if said else memory.published
    if base is None:
        return left_open(expression.meaning, "XXXX-XX-XX")
    value = f"{base.isoformat()}T{expression.meaning.part}"
    return Answer("TIME", value, *anchor_of(said), certain=False)


_RESOLVERS: Final[Mapping[Kind, Callable[[Expression, Memory], Answer]]] = {
    "fixed": _fixed,
    "day": month_day_answer,
    "month": month_answer,
    "weekday": weekday_answer,
    "season": _season,
    "quarter": finance.quarter,
    "half": finance.quarter,
    "holiday": _holiday,
    "shift": _shift,
    "later": _later,
    "same": _same,
    "clock": _clock,
}
