"""Fill in what a time expression leaves open: by the publication date, or by a date mentioned before it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from newsnorm.dates import direction, finance
from newsnorm.dates.calendars import (
    day_of,
    holiday_on,
    month_value,
    nearest,
    season_year,
    shifted,
    unit_value,
    week_value,
    weekday_near,
)
from newsnorm.dates.meaning import Expression, Meaning
from newsnorm.dates.memory import Answer, Memory, remember
from newsnorm.dates.mention import Anchor

__all__ = ["resolve"]


def resolve(text: str, expressions: list[Expression], quoted: list[bool], published: date | None) -> list[Answer]:
    """Return the answers to the expressions of a text, which must be in order; ``quoted`` tells which are speech."""
    memory = Memory(text, published)
    answers = []
    for expression, memory.quoted in zip(expressions, quoted, strict=True):
        answer = _within_calendar(_RESOLVERS[expression.meaning.kind](expression, memory))
        answers.append(answer)
        remember(answer, expression, memory)
    return answers


def _within_calendar(answer: Answer) -> Answer:
    """Leave the year open where it would lie outside the years 1 to 9999."""
    if answer.anchor is None or not (outside := _OUTSIDE.match(answer.value)):
        return answer
    return Answer(answer.type, "XXXX" + answer.value[outside.end() :], certain=False)


_OUTSIDE: Final = re.compile(r"(?:0000|-\d{1,3}|\d{5})(?=-|$)")


def _timed(day: date, part: str) -> str:
    return f"{day.isoformat()}T{part}" if part else day.isoformat()


def _fixed(expression: Expression, memory: Memory) -> Answer:
    meaning = expression.meaning
    if meaning.unit == "W" and meaning.type == "DATE" and len(meaning.value) == 10:  # "the week of March 6, 2020"
        return Answer("DATE", week_value(date.fromisoformat(meaning.value)))
    return Answer(meaning.type, meaning.value)


def _day(expression: Expression, memory: Memory) -> Answer:
    meaning = expression.meaning
    month, number = meaning.month or 1, meaning.day or 1
    if memory.published is None:
        return Answer(
            meaning.type, f"XXXX-{month:02}-{number:02}" + (f"T{meaning.part}" if meaning.part else ""), certain=False
        )
    day = nearest(memory.published, month, number)
    if meaning.direction == -1 or direction.ended(memory.text, expression.start):
        day = _behind(day, memory.published)
    elif meaning.direction == 1:
        day = _ahead(day, memory.published)
    if day is None:
        return Answer(meaning.type, f"XXXX-{month:02}-{number:02}", certain=False)
    return _counted(meaning, day, "publication", None, None)


def _behind(day: date | None, published: date) -> date | None:
    return day if day is None or day < published else day_of(day.year - 1, day.month, day.day)


def _ahead(day: date | None, published: date) -> date | None:
    return day if day is None or day > published else day_of(day.year + 1, day.month, day.day)


def _counted(
    meaning: Meaning, day: date, anchor: Anchor, start: int | None, cue: str | None, certain: bool = True
) -> Answer:
    """Answer with a day, or with one some units from it ("a week from Friday")."""
    if meaning.unit == "W" and not meaning.amount:
        return Answer("DATE", week_value(day), anchor, start, cue, certain)
    if meaning.number == 1 and meaning.amount:
        moved = shifted(day, meaning.unit, meaning.amount)
        if moved is None:
            return Answer(meaning.type, "XXXX-XX-XX", certain=False)
        return Answer(meaning.type, moved.isoformat(), anchor, start, cue, certain)
    return Answer(meaning.type, _timed(day, meaning.part), anchor, start, cue, certain)


def _weekday(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    weekday = meaning.weekday or 1
    if meaning.value == "mention" and memory.day is not None:
        day = weekday_near(memory.day, weekday, meaning.direction or 0)
        if day is not None:
            return _counted(meaning, day, "mention", memory.day_start, None)
    if published is None:
        return Answer(meaning.type, f"XXXX-WXX-{weekday}" + (f"T{meaning.part}" if meaning.part else ""), certain=False)
    day, cue, anchor_start = _weekday_by_cues(expression, memory, published)
    if day is None:
        return Answer(meaning.type, f"XXXX-WXX-{weekday}", certain=False)
    return _counted(meaning, day, "publication" if anchor_start is None else "mention", anchor_start, cue)


def _weekday_by_cues(
    expression: Expression, memory: Memory, published: date
) -> tuple[date | None, str | None, int | None]:
    meaning = expression.meaning
    weekday = meaning.weekday or 1
    start, end = expression.start, expression.end
    if meaning.direction == 0:
        ahead = weekday_near(published, weekday, 0)
        if ahead != published:
            ahead = weekday_near(published, weekday, 1)
        return ahead, "this", None
    if meaning.direction is not None:
        return weekday_near(published, weekday, meaning.direction), "last" if meaning.direction < 0 else "next", None
    back = weekday_near(published, weekday, 0)
    if back is None or back == published:
        return back, None, None
    cue = direction.ahead_of(memory.text, start, end)
    if cue:
        return weekday_near(published, weekday, 1), cue, None
    known = memory.weekdays.get(weekday)
    if known and 0 < (known[0] - published).days < 7 and not direction.direct_past(memory.text, start, end):
        return known[0], None, known[1]
    distance = (published - back).days
    if distance >= 5 and not direction.past_before(memory.text, start, end):
        verb = None if distance == 6 else direction.back_of(memory.text, start, end)
        if verb is None:
            return weekday_near(published, weekday, 1), None, None
    return back, None, None


def _month(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    month = meaning.month or 1
    if meaning.value == "mention" and memory.year is not None:
        base = memory.month if memory.month and memory.month.year == memory.year.year else memory.year
        step = {-1: -(month >= base.month), 1: int(month <= base.month)}.get(meaning.direction or 0, 0)
        return Answer("DATE", month_value(base.year + step, month), "mention", memory.year_start)
    if published is None:
        return Answer("DATE", f"XXXX-{month:02}", certain=False)
    if meaning.number is not None:
        return Answer("DATE", month_value(published.year + meaning.number, month), "publication")
    year, cue = _month_year(expression, memory, published, month)
    if not 1 <= year <= 9999:
        return Answer("DATE", f"XXXX-{month:02}", certain=False)
    return Answer("DATE", month_value(year, month), "publication", None, cue)


def _month_year(expression: Expression, memory: Memory, published: date, month: int) -> tuple[int, str | None]:
    wanted = expression.meaning.direction
    if wanted == 0:
        return published.year, "this"
    if wanted == -1:
        return published.year - (month >= published.month), "last"
    if wanted == 1:
        return published.year + (month <= published.month), "next"
    ahead = (month - published.month) % 12
    if ahead == 0:
        return published.year, None
    future, past = published.year + (month < published.month), published.year - (month > published.month)
    cue = direction.ahead_of(memory.text, expression.start, expression.end)
    if cue:
        return future, cue
    # Of months without a year, those one or two ahead are mostly meant ahead, later ones mostly lie behind.
    if ahead <= 2:
        verb = direction.past_before(memory.text, expression.start, expression.end)
        return (past if verb else future), verb
    return (future if direction.until(memory.text, expression.start) and ahead < 9 else past), None


def _season(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    if meaning.unit == "mention" and memory.year is not None:
        base = memory.month if memory.month and memory.month.year == memory.year.year else memory.year
        year = season_year(base, meaning.value, meaning.direction) if meaning.direction else base.year
        return Answer("DATE", f"{year:04}-{meaning.value}", "mention", memory.year_start)
    if published is None:
        return Answer("DATE", f"XXXX-{meaning.value}", certain=False)
    wanted = meaning.direction
    cue = None
    if wanted is None:
        cue = direction.ahead_of(memory.text, expression.start, expression.end)
        if cue:
            wanted = 1
        else:
            wanted = 0
    return Answer(
        "DATE", f"{season_year(published, meaning.value, wanted):04}-{meaning.value}", "publication", None, cue
    )


def _quarter(expression: Expression, memory: Memory) -> Answer:
    return finance.quarter(expression, memory)


def _holiday(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    day = None
    if meaning.year:
        day = holiday_on(meaning.value, meaning.year)
    elif published is not None:
        days = [
            d
            for y in (published.year - 1, published.year, published.year + 1)
            if 1 <= y <= 9999 and (d := holiday_on(meaning.value, y))
        ]
        if meaning.direction == -1:
            days = [d for d in days if d < published][-1:]
        elif meaning.direction == 1:
            days = [d for d in days if d > published][:1]
        day = min(days, key=lambda d: (abs(d - published), d), default=None)
    if day is None:
        value = f"XXXX-{meaning.value}" if meaning.value[2:3] == "-" else "XXXX-XX-XX"
        return Answer("DATE", value, certain=False)
    anchor: Anchor = None if meaning.year else "publication"
    if meaning.unit == "W":
        return Answer("DATE", week_value(day), anchor)
    return _counted(meaning, day, anchor, None, None, certain=meaning.direction is not None or meaning.number != 0)


def _shift(expression: Expression, memory: Memory) -> Answer:
    meaning, published = expression.meaning, memory.published
    unit = meaning.unit
    if published is None:
        return Answer(meaning.type, _unknown(unit), certain=False)
    if meaning.value == "ago" and unit == "Y" and (period := finance.year_earlier(expression, memory)):
        return period
    if unit[0] == "T":
        return Answer("TIME", published.isoformat(), "publication", certain=False)
    if unit == "D" and meaning.value == "overnight":
        return Answer("TIME", _timed(published, "NI"), "publication", certain=False)
    if meaning.number == 1:
        return Answer(meaning.type, _unknown(unit), certain=False)
    day = shifted(published, unit, meaning.amount)
    if day is None:
        return Answer(meaning.type, _unknown(unit), certain=False)
    if unit in ("10Y", "100Y", "1000Y") and meaning.amount and meaning.value == "ago":
        return Answer(meaning.type, unit_value(day, "Y"), "publication", certain=meaning.number != 0)
    certain = meaning.number != 0  # "nearly two years ago", "for the last week"
    if unit == "D":
        return Answer(meaning.type, _timed(day, meaning.part), "publication", certain=certain)
    return Answer(meaning.type, unit_value(day, unit), "publication", certain=certain)


def _unknown(unit: str) -> str:
    return {
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "2W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "Y": "XXXX",
        "10Y": "XXX",
        "100Y": "XX",
    }.get(unit, "XXXX-XX-XX")


def _later(expression: Expression, memory: Memory) -> Answer:
    meaning = expression.meaning
    unit = meaning.unit
    if unit == "Y" and (period := finance.year_earlier(expression, memory)):
        return period
    base, start = _base(memory, unit)
    if base is None:
        return Answer(meaning.type, _unknown(unit), certain=False)
    if unit[0] == "T":
        return Answer("TIME", base.isoformat(), "mention" if start is not None else "publication", start, certain=False)
    day = shifted(base, unit, meaning.amount)
    if day is None:
        return Answer(meaning.type, _unknown(unit), certain=False)
    value = _timed(day, meaning.part) if unit in ("D",) or unit[0] == "T" else unit_value(day, unit)
    anchor: Anchor = "publication" if start is None else "mention"
    certain = start is not None and meaning.number != 0 and not (unit == "Y" and finance.is_report(memory))
    return Answer(meaning.type, value, anchor, start, certain=certain)


def _base(memory: Memory, unit: str) -> tuple[date | None, int | None]:
    if unit[0] == "T" or unit in ("D", "W", "WE", "2W"):
        known = (
            [(memory.said_day, memory.said_start)]
            if memory.quoted and memory.said_day
            else [(memory.day, memory.day_start)]
        )
    elif unit in ("M", "Q", "6M"):
        known = [(memory.month, memory.month_start)]
    else:
        known = [(memory.year, memory.year_start)]
    for day, start in known:
        if day is not None:
            return day, start
    return memory.published, None


def _same(expression: Expression, memory: Memory) -> Answer:
    meaning = expression.meaning
    unit = meaning.unit
    base, start = _base(memory, unit)
    if base is None:
        return Answer(meaning.type, _unknown(unit), certain=False)
    if unit == "WE" and memory.published:
        cue = direction.until(memory.text, expression.start) or direction.ahead_of(
            memory.text, expression.start, expression.end
        )
        day = memory.published if cue or memory.published.isoweekday() > 5 else shifted(memory.published, "W", -1)
        return Answer("DATE", unit_value(day or memory.published, unit), "publication", None, cue)
    if meaning.value == "the" and unit in ("W", "M", "Y") and memory.published:
        base, start = memory.published, None
        if unit == "W" and base.isoweekday() == 1:
            base = shifted(base, "D", -1) or base  # on a Monday "the week" is the one that has just ended
    value = _timed(base, meaning.part) if unit == "D" else unit_value(base, unit)
    anchor: Anchor = "publication" if start is None else "mention"
    return Answer(meaning.type, value, anchor, start, certain=start is not None)


def _clock(expression: Expression, memory: Memory) -> Answer:
    part = expression.meaning.part
    base, start = (memory.day, memory.day_start) if memory.day else (memory.published, None)
    if base is None:
        return Answer("TIME", f"XXXX-XX-XXT{part}", certain=False)
    return Answer("TIME", _timed(base, part), "publication" if start is None else "mention", start, certain=False)


def _week_of(expression: Expression, memory: Memory) -> Answer:
    return Answer("DATE", "XXXX-WXX", certain=False)


_RESOLVERS = {
    "fixed": _fixed,
    "day": _day,
    "month": _month,
    "weekday": _weekday,
    "season": _season,
    "quarter": _quarter,
    "half": _quarter,
    "holiday": _holiday,
    "shift": _shift,
    "later": _later,
    "same": _same,
    "clock": _clock,
    "week-of": _week_of,
}
