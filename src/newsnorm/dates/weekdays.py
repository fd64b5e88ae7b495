"""Find the day of a weekday: "on Monday" is the last one, unless cues or a day that was mentioned put it ahead."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from newsnorm.dates import clauses, direction, nominal, reports, sides, tense
from newsnorm.dates.answers import WORD, left_open, on_day
from newsnorm.dates.beside import beside_in_brackets, listed_weekday, next_listed, of_opening_week, of_shared_week
from newsnorm.dates.calendars import shifted, unit_value, weekday_near
from newsnorm.dates.history import goes_on, is_of_frame, is_testimony
from newsnorm.dates.leaning import beside_day, is_of_another_week, leaning_weekday
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import Answer, Memory
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import POSSESSIVE, lead, vocabulary, words_of
from newsnorm.rules import data_tables

__all__ = ["weekday_answer"]

_LIST: Final = 90  # characters between two days of a list
_RECENT: Final = 14  # days
_WEEK: Final = 7  # days from publication to a day after which a weekday is rather one after that
_MONTHS_AWAY: Final = 62  # days within which a day without its month lies
_FAR_BACK: Final = 5  # days since a weekday of which hardly anybody tells by its name alone
_JUST: Final = 2  # days since what is still spoken of
_STALE: Final = 400  # days, after which a weekday is rather one of now: "he shot two in 1991. On Friday he was freed"
_MENTION: Final = 15  # characters within which "yesterday" or "late yesterday" tells that it is one
_END: Final = re.compile(r'["”]|[.!?;]\s|\n')  # of a speech or sentence


def weekday_answer(expression: Expression, memory: Memory) -> Answer:
    """Answer a weekday: the last one, unless its words, a cue near by or a day that was mentioned tell another."""
    meaning, published = expression.meaning, memory.published
    weekday, wanted = meaning.weekday or 1, meaning.direction
    if meaning.leaning:
        return leaning_weekday(expression, memory)
    answer = None
    if published is not None and expression.rule == "dates.before-last" and wanted is None:  # "Tuesday week"
        today = published.isoweekday() == weekday
        answer = on_day(meaning, published if today else weekday_near(published, weekday, 1))
    elif published is not None and wanted is None:
        answer = _by_another_day(expression, memory, published)
    elif published is not None:
        today = published.isoweekday() == weekday and wanted == 0
        day = published if today else weekday_near(published, weekday, wanted or 1)
        doubtful = day is not None and not meaning.step and _is_named_otherwise(day, expression, memory, published)
        doubtful = doubtful or (wanted == 0 and _is_told_of_this(expression, memory))
        answer = on_day(meaning, day, None, WORD[wanted or 0], certain=not (meaning.rough or doubtful))
    return answer or left_open(meaning, f"XXXX-WXX-{weekday}")


def _is_told_of_this(expression: Expression, memory: Memory) -> bool:
    """Tell whether "this Monday" is told of in the past tense, and nothing puts it ahead."""
    text, start, end = memory.text, expression.start, expression.end
    return tense.back_of(text, start, end) is not None and direction.ahead_of(text, start, end) is None


def _is_named_otherwise(day: date, expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether hardly anybody names a day so: tomorrow "next Friday", or yesterday "last Friday".

    Nor is "next Friday" the one that the same text calls "this Friday". On a Monday it is that of either week.
    """
    away = (day - published).days
    written = memory.text[expression.start : expression.end].lower()
    words = written.split()
    if words[0] == WORD[1] and (
        unit_value(day, "W") == unit_value(published, "W") or f"{WORD[0]} {words[-1].title()}" in memory.text
    ):
        return True
    return abs(away) == 1 and WORD[away] in written


def _by_another_day(expression: Expression, memory: Memory, published: date) -> Answer | None:
    """Answer a bare weekday, which goes with a day right beside it, or with one of a list."""
    text, start, end = memory.text, expression.start, expression.end
    if expression.meaning.step:  # "three days after Saturday"
        return _bare_weekday(expression, memory, published, listed=False)
    if told := beside_day(expression, memory):
        return on_day(expression.meaning, told.day, told)
    if (number := _words().day_of_month.match(text, end)) is not None:
        return on_day(expression.meaning, _numbered(published, expression.meaning.weekday or 1, int(number[1])))
    if shared := of_shared_week(expression, memory, published) or beside_in_brackets(expression, memory):
        return shared
    listed = memory.ahead is not None and _is_listed(text, memory.ahead, start, end)
    answer = _bare_weekday(expression, memory, published, listed)
    if answer is None:
        return None
    if listed:
        answer = next_listed(answer, expression, memory)
    answer = of_opening_week(listed_weekday(answer, expression, memory, published), expression, memory, published)
    doubtful = is_of_frame(expression, memory) or is_of_another_week(text, start, end)
    doubtful = doubtful or (memory.quoted and is_testimony(memory) and direction.is_behind(text, start, end))
    last = memory.latest_month
    if last is not None and not doubtful and clauses.is_one_sentence(text, last.start, start):
        doubtful = (
            _is_said_long_before(expression, memory, published)
            or _is_passed_over(answer, expression, memory, published)
            or _lasts_in_story(expression, memory, published)
        )
    if goes_on(expression, memory, memory.latest_day) and _is_of_story(expression, memory, published):
        memory.story, doubtful = start, True
    return answer.doubted() if doubtful else answer


def _numbered(published: date, weekday: int, number: int) -> date | None:
    """Return the nearest day to publication that is such a weekday and has such a number: "Saturday the 28th"."""
    days = (shifted(published, "D", sign * away) for away in range(_MONTHS_AWAY) for sign in (1, -1))
    return next((day for day in days if day and day.isoweekday() == weekday and day.day == number), None)


def _bare_weekday(expression: Expression, memory: Memory, published: date, listed: bool) -> Answer | None:
    """Answer a weekday by the words near by, the days known, and whether it goes on a list of days ahead."""
    meaning, text, start, end = expression.meaning, memory.text, expression.start, expression.end
    weekday = meaning.weekday or 1
    distance = (published.isoweekday() - weekday) % 7
    memory.ahead = None
    if distance == 0:
        if not listed:
            # What has gone on "since Friday" may do so for a week: hardly anybody means the day of publication. Nobody
            # does with what will be done "by Friday".
            since = not meaning.part and text.endswith(lead("since"), 0, start)
            due = not meaning.part and text.endswith(lead("due_by"), 0, start)
            due = due and direction.ahead_of(text, start, end) is not None
            rough = since or due or _may_be_next(expression, memory, published)
            return on_day(meaning, published, certain=not (meaning.rough or rough))
        memory.ahead = end  # on a Sunday "will play on Saturday and Sunday"
        return on_day(meaning, weekday_near(published, weekday, 1))
    noun = nominal.happened(text, start) or nominal.owned(text, end) or nominal.when_past(text, end)
    if direction.will_then(text, end):
        noun = None  # "a loss on Saturday, when they will be without him"
    if text.endswith(lead("since"), 0, start):
        noun = noun or text[:start].rsplit(maxsplit=1)[-1]
    cue = (direction.ahead_of(text, start, end) or direction.through(text, start, end)) if noun is None else None
    if cue and not nominal.is_aside(text, start, cue):
        memory.ahead = end
        known = memory.on_weekday(weekday) if distance == 1 else None
        # "The ship is expected on Saturday" was written on that day if the text has told of it.
        same = known is not None and (published - known.day).days == 1 and _is_by_weekday(known.start, text)
        # "They waited until Friday": that has been.
        over = cue in words_of("clauses", "until") and direction.has_ended(text, start, end)
        planned = _is_planned_before(expression, memory, published, cue)
        rough = same or over or planned or direction.is_undone(text, end) or sides.may_be_behind(text, start, end)
        rough = rough or direction.is_to_be(text, start) or direction.may_have_changed(text, start)
        rough = rough or direction.is_confided(text, start)
        rough = rough or (distance < _FAR_BACK and sides.is_order(text, start, end, cue))
        rough = rough or (distance <= _JUST and _is_of_what_was(text, start, end))
        return on_day(meaning, weekday_near(published, weekday, 1), None, cue, certain=not rough)
    known = memory.on_weekday(weekday)
    verb = (
        (tense.direct_past(text, start, end) or nominal.verb_after(text, end) or tense.deed(text, start, end))
        if known
        else None
    )
    if known and 0 < (known.day - published).days < 7 and verb is None:
        # "The race is on Saturday. Haddad, who had a cold on Saturday, will run": of either.
        weak = tense.past_before(text, start, end) is not None
        return on_day(meaning, known.day, known, certain=not (meaning.rough or weak))
    verb = verb or noun
    if verb is None and listed:
        memory.ahead = end
        return on_day(meaning, weekday_near(published, weekday, 1))
    return _by_distance(expression, memory, published, distance, verb)


def _is_of_what_was(text: str, start: int, end: int) -> bool:
    """Tell whether what is to be done may be of what has been: "to hear all held during Sunday's march"."""
    return text.startswith(POSSESSIVE, end) and text.endswith(lead("during"), 0, start)


def _may_be_next(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether the weekday of publication may be that of the week after.

    It goes on with a day to come ("they play Leeds on Thursday before Hull visit on Sunday", told on a Sunday), or
    something has been done on that day, and now something is still to come: "They lost on Sunday. They play Leeds on
    Sunday."
    """
    text, start, end, last = memory.text, expression.start, expression.end, memory.day
    if last is None:
        return False
    if last.day > published:
        return clauses.is_one_sentence(text, last.start, start) and not tense.is_told(text, start, end)
    known = memory.on_weekday(published.isoweekday())
    if known is None or known.day != published or not _is_by_weekday(known.start, text):
        return False
    if nominal.verb_after(text, end) or text.startswith(POSSESSIVE, end):
        return False
    cue = direction.ahead_of(text, start, end)
    if cue is None or cue in words_of("clauses", "until"):
        return False
    verb = tense.deed(text, known.start, known.start + end - start)
    return verb is not None and not tense.says(verb)


def _is_of_story(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether the day before is weeks ago, or of such a story: "On March 6 he fell ill. On Thursday he died.".

    After a day of long ago only "by Thursday" goes on with it.
    """
    said = memory.day
    if memory.latest_day is not None and memory.latest_day.start == memory.story:
        return True
    if said is not None and _words().last_week.match(memory.text, said.start):
        return True  # "On Monday of last week it was late. On Tuesday it was early."
    age = 0 if said is None else (published - said.day).days
    return age > _RECENT and (age < _STALE or memory.text.endswith(lead("opening_by"), 0, expression.start))


def _is_passed_over(answer: Answer, expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether a weekday lies before a day farther ahead in its sentence, after which it may be meant.

    "It will close on Dec. 24 and stay closed through Friday."
    """
    said, text, start, end = memory.day, memory.text, expression.start, expression.end
    if said is None or (said.day - published).days < _WEEK or answer.value[:10] > said.day.isoformat():
        return False
    if not clauses.is_one_sentence(text, said.start, start):
        return False
    ahead = direction.ahead_of(text, start, end) or direction.through(text, start, end)
    return ahead is not None or not tense.is_told(text, start, end)


def _lasts_in_story(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether something is told up to a weekday that was so from a day of weeks ago on.

    "They broke in on March 14, and the theft was not found until Monday."
    """
    said, text, start, end = memory.day, memory.text, expression.start, expression.end
    if said is None or (published - said.day).days <= _RECENT:
        return False
    if words_of("clauses", "limits").isdisjoint(text[max(0, start - 8) : start].split()[-1:]):
        return False
    return clauses.is_one_sentence(text, said.start, start) and direction.is_behind(text, start, end)


def _is_planned_before(expression: Expression, memory: Memory, published: date, cue: str) -> bool:
    """Tell whether a day to come is told of with an earlier one: "said on Monday that he would leave on Friday".

    The first such day after that one has passed, so that nobody can tell whether it is the one that is meant.
    """
    said = memory.day
    if said is None or not 0 < (published - said.day).days < _STALE:
        return False
    first = weekday_near(said.day, expression.meaning.weekday or 1, 1)
    if first is None or first > published or not clauses.is_one_sentence(memory.text, said.start, expression.start):
        return False
    between = memory.text[said.start : expression.start]
    return cue in words_of("clauses", "reported") or reports.is_subordinate(between)


def _is_said_long_before(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether a weekday stands in what was said or written on a day, or in a month, of its sentence long before.

    "In a note of Nov. 3 he wrote: "See you on Friday."", "in October they said that it would open on Monday".
    """
    said = memory.month
    if said is None or (published - said.day).days <= _RECENT:
        return False
    between = memory.text[said.start : expression.start]
    to_be = memory.quoted or any(f" {word} " in between for word in words_of("clauses", "then_to_be"))
    return to_be and tense.says(between)


def _is_by_weekday(start: int, text: str, lang: str = "en") -> bool:
    """Tell whether the day that was mentioned at a place goes by its name, which may be used again: not "yesterday"."""
    mention = text[start : start + _MENTION].lower()
    return not any(word in mention for word in vocabulary(lang).distances)


def _by_distance(
    expression: Expression, memory: Memory, published: date, distance: int, verb: str | None
) -> Answer | None:
    """Answer a bare weekday that nothing puts ahead with the last one, unless that is five or six days back."""
    meaning, text, start, end = expression.meaning, memory.text, expression.start, expression.end
    weekday = meaning.weekday or 1
    if distance >= _FAR_BACK:
        verb = verb or tense.past_before(text, start, end) or nominal.verb_after(text, end)
        if distance == 5 and not tense.is_present(text, start, end, of_many=True):
            verb = verb or tense.back_of(text, start, end)
        if verb is None:
            sure = tense.is_soon(text, start, end)
            memory.ahead = end if sure else None  # "Drivers walk out on Tuesday, Thursday and Saturday"
            return on_day(meaning, weekday_near(published, weekday, 1), certain=sure)
    # Of a day six days back hardly anybody tells by its name alone: it is rather tomorrow, of which something was said,
    # or a text bears the date of the day before.
    tomorrow = distance == _WEEK - 1 and not meaning.step
    # "The council discusses it on Tuesday", "MPs return on Tuesday": that may be still to come.
    doubtful = verb is None and not meaning.step and tense.is_present(text, start, end, of_many=True)
    doubtful = (
        doubtful
        or tomorrow
        or direction.may_have_changed(text, start)
        or (verb is None and tense.is_now(text, start, end))
        or direction.is_moved(text, start)
        or direction.starts_then(text, start, end)
        or (direction.is_possible(text, start) and nominal.happened(text, start) is None)
        or direction.is_to_be(text, start)
        or nominal.is_feared(text, start)
        or sides.may_be_ahead(text, start, end, told=verb is not None and nominal.happened(text, start) is None)
    )
    day = weekday_near(published, weekday, 0)
    return on_day(meaning, day, None, verb, certain=not (meaning.rough or doubtful))


def _is_listed(text: str, ahead: int, start: int, end: int) -> bool:
    """Tell whether a weekday goes on a list of days ahead: "will speak on Friday and, if need be, on Sunday"."""
    between = text[ahead:start]
    if len(between) > _LIST or _END.search(between) or not _words().between.search(between):
        return False
    if _words().apart.search(between):
        return False
    after = _END.split(text[end : end + 30])[0]
    return not (tense.is_past(between) or tense.is_past(after))


class _Words(NamedTuple):
    """Hold the patterns of what stands next to a weekday."""

    day_of_month: re.Pattern[str]  # up to the number of its day in the month: ", the 28th"
    last_week: re.Pattern[str]  # a day that its own words put in the week before: "Monday of last week"
    apart: re.Pattern[str]  # what makes a day none of a list: "tomorrow, three days after Saturday's game"
    between: re.Pattern[str]  # two days of a list or range


@cache
def _words(lang: str = "en") -> _Words:
    tables = data_tables(f"{lang}/dates.toml")
    one = alternatives(tables["antecedents"], tables["clauses"], tables["history"])
    return _Words(
        day_of_month=re.compile(
            rf"(?:,?\s(?:{one['numbered']})\s(?=\d{{1,2}}(?:st|nd|rd|th)\b)|\s(?=\d{{1,2}}(?!\d)))(\d{{1,2}})(?:st|nd|rd|th)?"
            rf"(?=[.,;!?)](?!\d)|:\s|\s(?:{one['after_numbered']})\b|\s*$)"
        ),
        last_week=re.compile(rf"\w+\s(?:{one['last_week']})\b"),
        apart=re.compile(rf"\b(?:{one['apart']})\b"),
        between=re.compile(rf",|\b(?:{one['listing']})\b|^\s?(?:{one['up_to']}|[-–])\s?$"),
    )
