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
from typing import Final

from newsnorm.dates import direction, finance, nominal, years
from newsnorm.dates.calendars import (
    day_of,
    holiday_on,
    month_value,
    nearest,
    season_year,
    shifted,
    unit_value,
    weekday_near,
)
from newsnorm.dates.history import is_all_history, is_history, is_of_last_year
from newsnorm.dates.meaning import Expression, Kind, Meaning
from newsnorm.dates.memory import Answer, Memory, Said, remember
from newsnorm.dates.mention import Anchor

__all__ = ["resolve"]

_OUTSIDE: Final = re.compile(r"(?:0000|-\d{1,3}|\d{5})(?=-|$)")
_OPEN: Final = {"W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "10Y": "XXX"}
_RECENT: Final = 14  # days: news of a fortnight says no year, though the text tells of another one
_DATELINE: Final = re.compile(r"(?:^|\n)(?:\([^()\n]{2,30}\)\s)?[A-Z]{3}[^\n;:]{0,50},\s$")
_DATELINE_END: Final = re.compile(r"\s?(?:\([A-Z]|--|[–—]|/[A-Z]|_\s)")
_PRINTED_WITHIN: Final = 60  # days from what is written to what is given as its publication
_EARLY: Final = 7  # of the month
_CONTRACTED: Final = frozenset({"due", "effective", "expires", "expiring", "maturing", "payable", "scheduled", "until"})
_RANGE: Final = 24  # characters from the start of a range to that of its end
_LIST: Final = 90  # characters between two days of a list
_SENTENCE_END: Final = re.compile(r"[.!?;]\s|\n")
_AND: Final = re.compile(r",|\b(?:and|or)\b|^\s?(?:to|through|until|[-–])\s?$")
_FAR: Final = 400  # characters from a date to what leans on it
_SOON: Final = 100  # days: "the bank has set Nov. 10 as the deadline"
_WORD: Final = {-1: "last", 0: "this", 1: "next"}


def resolve(expression: Expression, memory: Memory) -> Answer:
    """Return the answer to an expression, those before it in memory, and keep it there for those after it."""
    meaning = expression.meaning
    answer = _within_calendar(_RESOLVERS[meaning.kind](expression, memory))
    if memory.dateline is not None and answer.anchor == "publication":
        answer = answer._replace(anchor="mention", anchor_start=memory.dateline)
    remember(answer, expression, memory)
    if meaning.kind in ("day", "fixed") and len(answer.value) == 10 and _is_dateline(memory.text, *expression[:2]):
        _write_on(answer, expression.start, memory)
    if not answer.certain and meaning.kind == "weekday":  # nothing for the next one to lean on
        memory.forget_weekday(meaning.weekday or 0)
    return answer


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Tell whether a day stands in a dateline: "OSLO, March 3 (Reuters) -", "NEW YORK, March 3 --"."""
    return bool(_DATELINE_END.match(text, end) and _DATELINE.search(text, max(0, start - 60), start))


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
    if answer.anchor is None or (value[:1] in "12" and value[4:5] in ("", "-")):  # nearly all are of four digits
        return answer
    outside = _OUTSIDE.match(value)
    if outside is None:
        return answer
    return Answer(answer.type, "XXXX" + value[outside.end() :], certain=False)


def _open(meaning: Meaning, value: str) -> Answer:
    """Answer with the underspecified value."""
    return Answer(meaning.type, value + (f"T{meaning.part}" if meaning.part else ""), certain=False)


def _on(meaning: Meaning, day: date | None, said: Said | None = None, cue: str | None = None) -> Answer | None:
    """Answer with a day that leans on another mention or else on publication, in the unit and part that is meant."""
    if day is not None and meaning.step:
        day = shifted(day, *meaning.step)
    if day is None:
        return None
    value = unit_value(day, meaning.unit) if meaning.unit else day.isoformat()
    if meaning.part:
        value += f"T{meaning.part}"
    return Answer(meaning.type, value, *_anchor(said), cue, not meaning.rough)


def _anchor(said: Said | None) -> tuple[Anchor, int | None]:
    return ("mention", said.start) if said else ("publication", None)


def _fixed(expression: Expression, memory: Memory) -> Answer:
    meaning = expression.meaning
    if meaning.type == "DATE" and (meaning.unit or meaning.step):  # "the week of March 6, 2020"
        return (_on(meaning, date.fromisoformat(meaning.value)) or _open(meaning, "XXXX-XX-XX"))._replace(anchor=None)
    return Answer(meaning.type, meaning.value)


def _day(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    month, number = meaning.month or 1, meaning.day or 1
    day = None
    if published is not None:
        day = nearest(published, month, number)
        if meaning.rough and day is not None and abs((day - published).days) <= _RECENT:
            meaning = meaning._replace(rough=False)  # "on Jan. 6" in the days around it is that day
            expression = expression._replace(meaning=meaning)
        back = meaning.direction == -1 or direction.ended(memory.text, expression.start)
        if meaning.number is not None:
            day = day_of(published.year + meaning.number, month, number)
        elif day is not None and back and day >= published:
            day = day_of(day.year - 1, month, number)
        elif day is not None and meaning.direction == 1 and day <= published:
            day = day_of(day.year + 1, month, number)
        elif day is not None and meaning.direction is None and not back:
            if dated := _as_given(expression, memory, published, day):
                return dated
            if is_of_last_year(memory.text, expression.start):
                return _on(meaning, day_of(published.year - 1, month, number)) or _open(meaning, "XXXX-XX-XX")
            return _as_before(_in_stated_year(expression, memory, published, day), memory)
    return _on(meaning, day) or _open(meaning, f"XXXX-{month:02}-{number:02}")


def _as_given(expression: Expression, memory: Memory, published: date, day: date) -> Answer | None:
    """Answer with the day that was given with its year before, unless the nearest is close or lies ahead."""
    given = memory.dated.get(f"{day.month:02}-{day.day:02}")
    if given is None or abs((day - published).days) <= _RECENT:
        return None
    said = given.day()
    if said.day < published and direction.ahead_of(memory.text, expression.start, expression.end):
        return None
    return _on(expression.meaning._replace(rough=False), said.day, said)


def _as_before(answer: Answer, memory: Memory) -> Answer:
    """Leave a month-day uncertain that was so before: it is the same one."""
    if not answer.certain:
        memory.doubted.add(answer.value[5:10])
    elif answer.value[5:10] in memory.doubted:
        return answer._replace(certain=False)
    return answer


def _in_stated_year(expression: Expression, memory: Memory, published: date, day: date) -> Answer:
    """Answer with a month-day, by default the nearest, in the year that words near by or the text before it tell."""
    text, start, end = memory.text, expression.start, expression.end
    away = (day - published).days
    happened, cue, near = (away > 0 or away < -_RECENT) and _has_happened(text, start, end), None, day
    if away > 0 and (happened or _is_past(text, start, end, away)):
        day = day_of(day.year - 1, day.month, day.day) or day
    elif away < -_RECENT and not happened and (cue := direction.ahead_of(text, start, end)) and cue != "would":
        day = day_of(day.year + 1, day.month, day.day) or day
    meaning = expression.meaning._replace(rough=False) if cue else expression.meaning
    answer = _on(meaning, day, None, cue) or _open(meaning, "XXXX-XX-XX")
    fitting = years.by_weekday(day, published, text[start:end])
    if fitting != day:
        return (fitting and _on(expression.meaning, fitting)) or answer._replace(certain=False)
    behind = (published - day).days > _RECENT and is_history(expression, memory)
    if behind or (abs(away) > _RECENT and is_all_history(memory)):
        return answer._replace(certain=False)
    if day != near:  # "the Oct. 7 attacks" may be of any year
        return answer._replace(certain=False) if happened else answer
    if away > _RECENT and direction.told_on(text, start, end) and not direction.ahead_of(text, start, end):
        return answer._replace(certain=False)  # "on Sept. 3 Britain declared war" is rather of another year
    begun = _begun(memory, start)
    if (
        away > _SOON
        and not (_is_from(text, start) if begun is None else begun)
        and not direction.ahead_of(text, start, end)
    ):
        return answer._replace(certain=False)  # nearly half a year either way
    said = years.named_before(text, start, day.month)
    past = direction.back_of(text, start, end)
    if said is None or said.day.year == day.year or not (past or day < published):
        return answer
    other = day_of(said.day.year, day.month, day.day)
    if other is None or not past or abs((day - published).days) <= _RECENT:
        return answer._replace(certain=False)
    return _on(expression.meaning, other, said) or answer


def _begun(memory: Memory, start: int) -> bool | None:
    """Tell for the end of a range whether its first day is certain, and for any other day nothing."""
    first = memory.latest_day
    if (
        first is None
        or start - first.start > _RANGE
        or not memory.text.endswith(("-", "–", "to ", "through "), 0, start)
    ):
        return None
    return first.certain


def _is_from(text: str, start: int) -> bool:
    """Tell whether something goes on from or until a date."""
    return text.endswith(("from ", "From "), 0, start) or direction.until(text, start) is not None


def _is_past(text: str, start: int, end: int, ahead: int) -> bool:
    """Tell whether a past verb goes with a date that would lie months ahead; of near ones people speak so, too."""
    return (
        ahead > _SOON
        and not direction.ahead_of(text, start, end)
        and direction.past_before(text, start, end) is not None
    )


def _has_happened(text: str, start: int, end: int) -> bool:
    """Tell whether the noun right before or after a date on its line is something that has happened."""
    if nominal.happens_after(text, end) is not None:
        return True
    return text[start - 1 : start] == " " and nominal.happened(text, start) is not None


def _weekday(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    weekday, wanted = meaning.weekday or 1, meaning.direction
    answer = None
    if meaning.leaning and (said := memory.day) is not None:
        answer = _on(meaning, weekday_near(said.day, weekday, wanted or 0), said)
    elif published is not None and wanted is None:
        answer = _bare_weekday(expression, memory, published)
    elif published is not None:
        today = published.isoweekday() == weekday and wanted == 0
        answer = _on(
            meaning, published if today else weekday_near(published, weekday, wanted or 1), None, _WORD[wanted or 0]
        )
    return answer or _open(meaning, f"XXXX-WXX-{weekday}")


def _bare_weekday(expression: Expression, memory: Memory, published: date) -> Answer | None:
    meaning, text, start, end = expression.meaning, memory.text, expression.start, expression.end
    weekday = meaning.weekday or 1
    distance = (published.isoweekday() - weekday) % 7
    if distance == 0:
        return _on(meaning, published)
    listed, memory.ahead = memory.ahead, None
    noun = nominal.happened(text, start) or nominal.owned(text, end) or nominal.when_past(text, end)
    if noun is None and (cue := direction.ahead_of(text, start, end)) and not nominal.is_aside(text, start, cue):
        memory.ahead = end
        return _on(meaning, weekday_near(published, weekday, 1), None, cue)
    known = memory.on_weekday(weekday)
    verb = (
        (direction.direct_past(text, start, end) or nominal.verb_after(text, end) or direction.deed(text, start, end))
        if known
        else None
    )
    if known and 0 < (known.day - published).days < 7 and verb is None:
        return _on(meaning, known.day, known)
    verb = verb or noun
    if verb is None and listed is not None and _is_listed(text, listed, start, end):
        memory.ahead = end
        return _on(meaning, weekday_near(published, weekday, 1))
    return _by_distance(expression, memory, published, distance, verb)


def _by_distance(
    expression: Expression, memory: Memory, published: date, distance: int, verb: str | None
) -> Answer | None:
    """Answer a bare weekday that nothing puts ahead with the last one, unless that is five or six days back."""
    meaning, text, start, end = expression.meaning, memory.text, expression.start, expression.end
    weekday = meaning.weekday or 1
    if distance >= 5:
        verb = verb or direction.past_before(text, start, end) or nominal.verb_after(text, end)
        if distance == 5:
            verb = verb or direction.back_of(text, start, end)
        if verb is None:
            answer = _on(meaning, weekday_near(published, weekday, 1))
            return answer._replace(certain=False) if answer else None
    return _on(meaning, weekday_near(published, weekday, 0), None, verb)


def _is_listed(text: str, ahead: int, start: int, end: int) -> bool:
    """Tell whether a weekday goes on a list of days ahead: "will speak on Friday and, if need be, on Sunday"."""
    between = text[ahead:start]
    if len(between) > _LIST or _SENTENCE_END.search(between) or not _AND.search(between):
        return False
    return not (direction.is_past(between) or direction.is_past(text[end : end + 30]))


def _month(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    month, wanted = meaning.month or 1, meaning.direction
    if meaning.leaning and (said := memory.year) is not None:
        base = _month_or_year(memory, said)
        step = {-1: -(month >= base.month), 1: int(month <= base.month)}.get(wanted or 0, 0)
        return Answer("DATE", month_value(base.year + step, month), "mention", said.start)
    if published is None:
        return Answer("DATE", f"XXXX-{month:02}", certain=False)
    if meaning.number is not None:  # "October last year"
        return Answer("DATE", month_value(published.year + meaning.number, month), "publication")
    if wanted is None:
        year, cue = _bare_month_year(expression, memory, published)
    else:
        cue = _WORD[wanted]
        year = published.year + {-1: -(month >= published.month), 1: int(month <= published.month)}.get(wanted, 0)
    answer = Answer("DATE", month_value(year, month), "publication", None, cue)
    # "Was finished by March" is none to come, and in March "last February" is rather the one of the year before.
    done = cue == "by" and direction.deed(memory.text, expression.start, expression.end)
    just = wanted == -1 and (published.month - month) % 12 == 1
    doubtful = (
        done
        or just
        or (wanted is None and is_all_history(memory))
        or _is_other_month(expression, memory, published, year)
    )
    return answer._replace(certain=False) if doubtful else answer


def _is_other_month(expression: Expression, memory: Memory, published: date, year: int) -> bool:
    """Tell whether a month without a year may be one that the text has named with another, or of what has happened."""
    text, month, wanted = memory.text, expression.meaning.month or 1, expression.meaning.direction
    if wanted is not None:
        return False
    if (year, month) == (published.year, published.month):  # on Jan. 2 "the January crash" is rather of another year
        early = published.day <= _EARLY and nominal.happens_after(text, expression.end) is not None
        return early or is_history(expression, memory)
    if is_all_history(memory):
        return True
    behind = (year, month) < (published.year, published.month)
    if (behind or direction.past_before(text, expression.start, expression.end)) and is_history(expression, memory):
        return True  # "In 2014 the talks took until July"
    said = years.named_before(text, expression.start, month)
    if said is not None and said.day.year != year and said.day.year < published.year:
        return True
    return (year, month) > (published.year, published.month) and nominal.happens_after(text, expression.end) is not None


def _bare_month_year(expression: Expression, memory: Memory, published: date) -> tuple[int, str | None]:
    text, start, end, month = memory.text, expression.start, expression.end, expression.meaning.month or 1
    ahead = (month - published.month) % 12
    if is_of_last_year(text, start):
        return published.year - 1, None
    if ahead == 0:
        return published.year, None
    future, past = published.year + (month < published.month), published.year - (month > published.month)
    if direction.ended(text, start):
        return past, "since"
    cue = direction.ahead_of(text, start, end)
    if cue and (ahead < 11 or cue in _CONTRACTED):  # "will be less than if the May report was weak"
        return future, cue
    if direction.contract(text, end):
        return future, None
    if direction.either(text, start, end) and not direction.past_before(text, start, end):
        return future, "or"
    if (limit := direction.until(text, start)) == "ahead of":
        return future, limit
    if ahead <= 2:
        verb = direction.past_before(text, start, end)
        return (past if verb else future), verb
    return (future, limit) if limit and ahead < 9 else (past, None)


def _season(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    season, wanted, cue = meaning.value, meaning.direction, None
    if meaning.leaning and (said := memory.year) is not None:
        base = _month_or_year(memory, said)
        year = season_year(base, season, wanted) if wanted else base.year
        return Answer("DATE", f"{year:04}-{season}", "mention", said.start)
    if published is None:
        return Answer("DATE", f"XXXX-{season}", certain=False)
    if wanted is None and (cue := direction.ahead_of(memory.text, expression.start, expression.end)):
        wanted = 1
    elif wanted is None and not (cue := direction.past_before(memory.text, expression.start, expression.end)):
        wanted = 0
    value = f"{season_year(published, season, wanted):04}-{season}"
    return Answer("DATE", value, "publication", None, cue, not meaning.rough)


def _month_or_year(memory: Memory, year: Said) -> date:
    """Return the month that was mentioned last if it lies in the year that was mentioned last, else the year."""
    month = memory.month
    return month.day if month is not None and month.day.year == year.day.year else year.day


def _holiday(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    row = meaning.value
    if meaning.year:
        answer = _on(meaning, holiday_on(row, meaning.year))
        return answer._replace(anchor=None) if answer else Answer("DATE", f"{meaning.year:04}", certain=False)
    day = None
    if published is not None:
        years = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
        days = [found for year in years if (found := holiday_on(row, year))]
        if meaning.direction == -1:
            days = [found for found in days if found < published][-1:]
        elif meaning.direction == 1:
            days = [found for found in days if found > published][:1]
        day = min(days, key=lambda found: (abs(found - published), found), default=None)
        if day is not None and meaning.direction is None and day > published:
            text, start, end = memory.text, expression.start, expression.end
            far = (day - published).days > _RECENT
            told = direction.ended(text, start) or (far and direction.told_on(text, start, end))
            day = next((found for found in reversed(days) if found < published), day) if told else day
    fixed = row[2:3] == "-" and row[:2].isdecimal()
    return _on(meaning, day) or _open(meaning, f"XXXX-{row}" if fixed else "XXXX-XX-XX")


def _shift(expression: Expression, memory: Memory) -> Answer:
    """Answer with units from publication: "two weeks ago", "this month", "yesterday"."""
    meaning, published, unit = expression.meaning, memory.published, expression.meaning.unit
    if published is None:
        return _open(meaning, _OPEN.get(unit, "XXXX-XX-XX"))
    if meaning.value == "ago" and unit == "Y" and (period := finance.year_earlier(expression, memory)):
        return period
    if unit[0] == "T" or meaning.value == "overnight":
        part = "TNI" if meaning.value == "overnight" else ""
        return Answer("TIME", published.isoformat() + part, "publication", certain=False)
    grain = "Y" if meaning.value == "ago" and unit in ("10Y", "100Y", "1000Y") else unit
    answer = _moved(meaning, published, None, grain)
    return answer._replace(certain=False) if finance.is_compared(expression, memory) else answer


def _later(expression: Expression, memory: Memory) -> Answer:
    """Answer with units from a date mentioned before, or else from publication, though that is only implied."""
    meaning, unit = expression.meaning, expression.meaning.unit
    if unit == "Y" and (period := finance.year_earlier(expression, memory)):
        return period
    said = _said(memory, unit)
    base = said.day if said else memory.published
    if base is None:
        return _open(meaning, _OPEN.get(unit, "XXXX-XX-XX"))
    if unit[0] == "T":
        return Answer("TIME", base.isoformat(), *_anchor(said), certain=False)
    answer = _moved(meaning, base, said, unit)
    if said and memory.published and answer.value > unit_value(memory.published, unit):  # still to come
        told = said.day <= memory.published or direction.back_of(memory.text, expression.start, expression.end)
        answer = answer._replace(certain=False) if told else answer
    implied = (
        said is None
        or finance.is_compared(expression, memory)
        or (unit == "Y" and finance.is_report(memory))
        or _is_far(said, expression)
        or (unit == "D" and memory.is_coarser_since(said))
    )
    return answer._replace(certain=False) if implied else answer


def _moved(meaning: Meaning, base: date, said: Said | None, grain: str) -> Answer:
    day = shifted(base, meaning.unit, meaning.amount)
    if day is not None and meaning.weekday:  # "Thursday next week"
        day, grain = shifted(day, "D", meaning.weekday - day.isoweekday()), "D"
    if day is not None and meaning.step:
        day = shifted(day, *meaning.step)
    if day is None:
        return _open(meaning, _OPEN.get(grain, "XXXX-XX-XX"))
    value = unit_value(day, grain) + (f"T{meaning.part}" if meaning.part else "")
    return Answer(meaning.type, value, *_anchor(said), None, not meaning.rough)


def _said(memory: Memory, unit: str) -> Said | None:
    """Return the latest mention that is fine enough for a unit."""
    if unit[0] == "T" or unit in ("D", "W", "WE", "2W"):
        return memory.spoken if memory.quoted and memory.latest_spoken else memory.day
    return memory.month if unit in ("M", "6M") else memory.year


def _is_far(said: Said, expression: Expression) -> bool:
    """Tell whether a date was said so long before that something else is likely to be meant, or is not certain."""
    return expression.start - said.start > _FAR or not said.certain


def _same(expression: Expression, memory: Memory) -> Answer:
    """Answer "that day" and "the same month" by a mention, "the year" and "the week" by publication."""
    meaning, published, unit = expression.meaning, memory.published, expression.meaning.unit
    said = _said(memory, unit)
    if unit == "WE" and published is not None:
        return _the_weekend(expression, memory, published)
    if meaning.value == "the" and unit in ("W", "M", "Y") and published is not None:
        # On a Monday "the week" is the one that has just ended.
        monday = unit == "W" and published.isoweekday() == 1
        return Answer(
            "DATE",
            unit_value((monday and shifted(published, "D", -1)) or published, unit),
            "publication",
            certain=False,
        )
    base = said.day if said else published
    if base is None:
        return _open(meaning, _OPEN.get(unit, "XXXX-XX-XX"))
    answer = _moved(meaning, base, said, unit)
    return answer if said and not _is_far(said, expression) else answer._replace(certain=False)


def _the_weekend(expression: Expression, memory: Memory, published: date) -> Answer:
    """Answer "the weekend": the last one on Monday to Friday, unless words near by point ahead."""
    text, start, end = memory.text, expression.start, expression.end
    cue = direction.until(text, start) or direction.ahead_of(text, start, end)
    day = published if cue or published.isoweekday() > 5 else shifted(published, "W", -1)
    return Answer("DATE", unit_value(day or published, "WE"), "publication", None, cue)


def _clock(expression: Expression, memory: Memory) -> Answer:
    """Answer a bare clock time with the day mentioned last: it is only implied."""
    said = memory.day
    base = said.day if said else memory.published
    if base is None:
        return _open(expression.meaning, "XXXX-XX-XX")
    value = f"{base.isoformat()}T{expression.meaning.part}"
    return Answer("TIME", value, *_anchor(said), certain=False)


_RESOLVERS: Final[Mapping[Kind, Callable[[Expression, Memory], Answer]]] = {
    "fixed": _fixed,
    "day": _day,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "quarter": finance.quarter,
    "half": finance.quarter,
    "holiday": _holiday,
    "shift": _shift,
    "later": _later,
    "same": _same,
    "clock": _clock,
}
