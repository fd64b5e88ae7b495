"""Find the year of a month and day: "on Feb. 15" is the nearest one, unless the words near by or the text tell more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from newsnorm.dates import clauses, direction, nominal, reports, tense, years
from newsnorm.dates.answers import HALF_A_YEAR, RECENT, left_open, on_day
from newsnorm.dates.beside import end_day, is_told_ahead
from newsnorm.dates.calendars import day_of, nearest
from newsnorm.dates.history import (
    goes_on_from_older_year,
    in_its_year,
    is_all_history,
    is_history,
    is_in_old_year,
    is_of_frame,
    is_of_last_year,
    of_stated_year,
    still_of,
    subject_year,
    years_ago,
)
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory, Said
from newsnorm.dates.vocabulary import lead, words_of
from newsnorm.dates.years import month_named
from newsnorm.rules import data_tables

__all__ = ["month_day_answer"]

_ENDS: Final = re.compile(r"\s{0,3}(?:[.,;:!?)\"”’\n]|$)")
_ENTRY: Final = re.compile(r"\s[-–—]\s|:\s")
_LIST: Final = 200  # characters from one day of a list to the next
_NEAR: Final = 120  # characters on both sides of a day in which its event is told
_SOON: Final = 100  # days: "the bank has set Nov. 10 as the deadline"
_LATELY: Final = 49  # days behind publication, of which a writer who means the next one tells the year


def month_day_answer(expression: Expression, memory: Memory) -> Answer:
    """Answer a month and day without a year: the nearest, unless its words or the text tell another year."""
    meaning, published = expression.meaning, memory.published
    month, number = meaning.month or 1, meaning.day or 1
    open_value = f"XXXX-{month:02}-{number:02}"
    if meaning.number is not None:  # "October 7 that year", "October 7 last year"
        return _of_other_year(expression, memory) or left_open(meaning, open_value)
    if meaning.direction is None and (end := end_day(expression, memory)):
        return end
    day = nearest(published, month, number) if published is not None else None
    if published is not None and day is not None:
        if meaning.rough and abs((day - published).days) <= RECENT:
            meaning = meaning._replace(rough=False)  # "on Jan. 6" in the days around it is that day
            expression = expression._replace(meaning=meaning)
        back = meaning.direction == -1 or direction.ended(memory.text, expression.start)
        if meaning.direction == 0 and abs((day - published).days) > _SOON:
            day = day_of(published.year, month, number)  # "this Sept. 30" is of this year, however far
        elif back and (day > published or (day == published and meaning.direction == -1)):
            day = day_of(day.year - 1, month, number)  # what "ended on Jan. 20" may have done so on that very day
        elif meaning.direction == 1 and day <= published:
            day = day_of(day.year + 1, month, number)
        elif meaning.direction is None and not back:
            answer = (
                _as_given(expression, memory, published, day)
                or _in_opening_year(expression, memory, published)
                or _as_before(_in_stated_year(expression, memory, published, day), memory)
            )
            doubtful = _is_known_by_name(answer, expression, memory) or is_told_ahead(
                day, expression, memory, published
            )
            return answer.doubted() if doubtful else answer
    answer = on_day(meaning, day) or left_open(meaning, open_value)
    if published is None or meaning.direction is not None:
        return answer
    return _ended_in(answer, expression, memory, published)


def _ended_in(answer: Answer, expression: Expression, memory: Memory, published: date) -> Answer:
    """Return the day on which something ended, in the year of which its sentence tells, if that is another.

    "In 2021 it had ended on July 3", "In 1971 the strike began on July 20 and ended on July 22".
    """
    if opening := _in_opening_year(expression, memory, published):
        return opening
    if is_of_frame(expression, memory) or is_history(expression, memory):
        return in_its_year(answer, memory)
    return answer


def _is_known_by_name(answer: Answer, expression: Expression, memory: Memory) -> bool:
    """Tell whether a month-day is the name of what happened on it in an earlier year: "the Sept. 11 attacks"."""
    known = _known_days().get(answer.value[5:])
    if known is None or answer.value[:4] <= known[0]:
        return False
    near = memory.text[max(0, expression.start - _NEAR) : expression.end + _NEAR]
    return any(part in near for part in known[1:])


@cache
def _known_days(lang: str = "en") -> Mapping[str, Sequence[str]]:
    rows: list[str] = data_tables(f"{lang}/dates-doubts.toml")["around"]["known_days"]
    return {row.split()[0]: row.split()[1:] for row in rows}


def _of_other_year(expression: Expression, memory: Memory) -> Answer | None:
    """Answer with the month-day in the year that is told with it: "that year", "last year", "two years ago"."""
    meaning, published = expression.meaning, memory.published
    month, number, years_on = meaning.month or 1, meaning.day or 1, meaning.number or 0
    if meaning.leaning:
        named = years.named_by_another(memory, years_on)
        day = named and day_of(named.day.year, month, number)
        return on_day(meaning, day, named, certain=named is not None and named.certain)
    if published is None:
        return None
    far = years_on < -1 and abs(month - published.month) > HALF_A_YEAR
    return on_day(meaning, day_of(published.year + years_on, month, number), certain=not (meaning.rough or far))


def _in_opening_year(expression: Expression, memory: Memory, published: date) -> Answer | None:
    """Answer with the month-day in the year with which its sentence opens: "Last year", "Two years ago", "In 2024"."""
    meaning, certain = expression.meaning, None
    month, number = meaning.month or 1, meaning.day or 1
    if said := of_stated_year(expression, memory):
        day = day_of(said.day.year, month, number)
        return on_day(meaning, day, said, certain=said.certain) or left_open(meaning, "XXXX-XX-XX")
    if is_of_last_year(memory.text, expression.start):
        day = day_of(published.year - 1, month, number)
    elif ago := years_ago(expression, memory):
        day = day_of(int(ago.value), month, number)
        certain = ago.certain and abs(month - published.month) <= HALF_A_YEAR
    else:
        return None
    return on_day(meaning, day, certain=certain) or left_open(meaning, "XXXX-XX-XX")


def _as_given(expression: Expression, memory: Memory, published: date, day: date) -> Answer | None:
    """Answer with the day that was given with its year before, unless the nearest is close or lies ahead."""
    given = memory.dated.get(day.isoformat()[5:])
    if given is None or abs((day - published).days) <= RECENT or is_all_history(memory):
        return None
    said = given.day()
    if said.day < published and direction.ahead_of(memory.text, expression.start, expression.end):
        return None
    return on_day(expression.meaning, said.day, said, certain=True)


def _as_before(answer: Answer, memory: Memory) -> Answer:
    """Leave a month-day uncertain that was so before: it is the same one."""
    if not answer.certain:
        memory.doubted.add(answer.value[5:10])
    elif answer.value[5:10] in memory.doubted:
        return answer.doubted()
    return answer


def _in_stated_year(expression: Expression, memory: Memory, published: date, near: date) -> Answer:
    """Answer with a month-day, by default the nearest, in the year that words near by or the text before it tell."""
    text, start, end = memory.text, expression.start, expression.end
    if (ahead := subject_year(expression, memory)) and (other := day_of(ahead.day.year, near.month, near.day)):
        return on_day(expression.meaning, other, ahead) or left_open(expression.meaning, "XXXX-XX-XX")
    away = (near - published).days
    happened = (away > 0 or away < -RECENT) and _has_happened(text, start, end)
    day, cue = _on_its_side(expression, memory, away, near, happened)
    meaning = expression.meaning
    answer = on_day(meaning, day, None, cue, certain=True if cue else None) or left_open(meaning, "XXXX-XX-XX")
    fitting = years.by_weekday(day, published, text[start:end])
    if fitting != day:
        return (fitting and on_day(expression.meaning, fitting)) or answer.doubted()
    if abs(away) > RECENT and is_all_history(memory):
        return in_its_year(answer, memory)
    if abs(away) <= RECENT and is_in_old_year(expression, memory, published):
        return in_its_year(answer, memory)
    if _is_of_other_year(expression, memory, published, day, away, cue):
        return answer.doubted()
    if day != near:  # "the Oct. 7 attacks" may be of any year
        return answer.doubted() if happened else answer
    said = years.named_before(text, start, day.month)
    if _is_far_off(expression, memory, away):
        return answer.doubted()
    if away < -_SOON and not (said or happened or tense.is_told(text, start, end)):
        return answer.doubted()  # "May 18 v Durham" is rather of the next summer
    if said is None or said.day.year == day.year:
        return answer
    return _as_named(answer, expression, memory, published, day, said)


def _on_its_side(
    expression: Expression, memory: Memory, away: int, near: date, happened: bool
) -> tuple[date, str | None]:
    """Return a month-day on the side of publication that the words near by tell, and those that put it ahead."""
    text, start, end = memory.text, expression.start, expression.end
    if away > 0 and (happened or _is_past(text, start, end, away)):
        return day_of(near.year - 1, near.month, near.day) or near, None
    cue = direction.ahead_of(text, start, end) if away < -RECENT and not happened else None
    if cue is None or away >= -_LATELY or cue in words_of("clauses", "weak"):
        return near, cue
    return day_of(near.year + 1, near.month, near.day) or near, cue


def _is_of_other_year(
    expression: Expression, memory: Memory, published: date, day: date, away: int, cue: str | None
) -> bool:
    """Tell whether a month-day may be of a year that the text tells of, or is told of as one to come though behind."""
    if (published - day).days > RECENT and is_history(expression, memory):
        return True
    if abs(away) > RECENT and is_of_frame(expression, memory):
        return True
    text, start, end = memory.text, expression.start, expression.end
    if day < published and direction.is_set(text, start):
        return True
    if cue and away >= -_LATELY and day < published and not _may_be_behind(cue):
        return True  # in March "it will be sold under a Feb. 10 offer" and "it will open on Feb. 10"
    if cue in words_of("clauses", "reported") and away < -_SOON and day < published:
        return True  # in March "he said that it would be held on Nov. 19"
    if day.year < published.year and away >= -RECENT:
        would = words_of("clauses", "reported")
        if direction.will_be(text, start) or direction.ahead_of(text, start, end) in would:
            return True  # on Jan. 2 "will close on Dec. 30", "said that the next one would be on Dec. 27"
    if goes_on_from_older_year(expression, memory, published) and years.named_before(text, start, day.month) is None:
        return True
    if cue in words_of("clauses", "until") and tense.is_past_before(text, start):
        return True  # "those who applied until Sept. 30 had their chance"
    # "The final is July 19", and "July 19 Leeds" in a list of what is to come.
    if day < published and (cue in words_of("clauses", "is_are") or _is_listed_ahead(expression, memory, published)):
        return True
    # "The lease runs out on July 19.", but not "He is proud of the July 19 vote".
    return (
        away < -RECENT and day < published and _ENDS.match(text, end) is not None and tense.is_present(text, start, end)
    )


def _may_be_behind(cue: str) -> bool:
    """Tell whether what puts a day ahead goes with one that has just been as well: "the rate effective March 1"."""
    return cue in words_of("clauses", "contracted") or cue in words_of("clauses", "weak")


def _is_far_off(expression: Expression, memory: Memory, away: int) -> bool:
    """Tell whether the nearest month-day lies so far ahead that the last one may be meant, as nothing points to it."""
    text, start, end = memory.text, expression.start, expression.end
    if away > 0 and _opens_entry(text, start, end):
        return True  # of a list of what has been, or of what is to come
    if away > 0 and tense.has_been(text, start, end):  # "he died on Jan. 3", told in December
        return True
    if away <= RECENT or direction.ahead_of(text, start, end):
        return False
    if tense.told_on(text, start, end) or _is_subject(text, start, end):
        return True  # "on Sept. 3 Britain declared war" is rather of another year
    return away > _SOON and not _is_from(expression, memory)  # nearly half a year either way


def _opens_entry(text: str, start: int, end: int) -> bool:
    """Tell whether a date without a weekday opens a line, and a dash or colon follows it: "May 3 - Fire"."""
    if _ENTRY.match(text, end) is None or text[start - 1 : start] not in ("", "\n"):
        return False
    first = text[start:end].partition(" ")[0]
    return first[0].isdecimal() or month_named(first) is not None


def _as_named(answer: Answer, expression: Expression, memory: Memory, published: date, day: date, said: Said) -> Answer:
    """Answer with a month-day in the year that the text names with its month, if something is told of it then."""
    past = tense.past_before(memory.text, expression.start, expression.end)
    if not past and day >= published:
        return answer
    other = day_of(said.day.year, day.month, day.day)
    if other is None or not past or abs((day - published).days) <= RECENT or not still_of(said, expression, memory):
        return answer.doubted()
    return on_day(expression.meaning, other, said) or answer


def _is_listed_ahead(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether a line that opens with a day goes on a list of which the day before lies ahead, or may do so."""
    last, text = memory.latest_day, memory.text
    if last is None or expression.start - last.start > _LIST:
        return False
    if last.certain and last.value[:10] <= published.isoformat():
        return False
    line = text.rfind("\n", 0, expression.start) + 1
    return month_named(text[line : line + 12].partition(" ")[0]) is not None


def _is_from(expression: Expression, memory: Memory) -> bool:
    """Tell whether something goes on from or until a date."""
    text, start = memory.text, expression.start
    return text.endswith(lead("from"), 0, start) or direction.until(text, start) is not None


def _is_past(text: str, start: int, end: int, ahead: int) -> bool:
    """Tell whether a past verb goes with a date that would lie months ahead; of near ones people speak so, too.

    What somebody said may be of any time: "the port said the works include May 1".
    """
    if ahead <= _SOON or direction.ahead_of(text, start, end) or tense.past_before(text, start, end) is None:
        return False
    return not reports.is_only_said(text, start)


def _is_subject(text: str, start: int, end: int) -> bool:
    """Tell whether a date opens its sentence and a past verb follows: "May 5 was wet"."""
    return not clauses.clause_before(text, start, clauses.FARTHEST) and nominal.verb_after(text, end) is not None


def _has_happened(text: str, start: int, end: int) -> bool:
    """Tell whether the noun right before or after a date on its line is something that has happened."""
    if nominal.happens_after(text, end) is not None:
        return True
    return text[start - 1 : start] == " " and nominal.happened(text, start) is not None
