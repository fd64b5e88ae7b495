"""Find the year of a month: "in March" lies behind, unless it is near ahead or the words near by point there."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from newsnorm.dates import clauses, direction, markets, nominal, reports, sides, tense, years
from newsnorm.dates.answers import HALF_A_YEAR, WORD
from newsnorm.dates.beside import end_month, listed_month, month_after, month_between, year_after
from newsnorm.dates.calendars import month_value
from newsnorm.dates.history import (
    goes_on_from_older_year,
    in_its_year,
    is_all_history,
    is_history,
    is_of_frame,
    is_of_last_year,
    of_stated_year,
    subject_year,
    years_ago,
)
from newsnorm.dates.leaning import leaning_month
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import MONTH, Answer, Memory
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import POSSESSIVE, lead, words_of
from newsnorm.rules import data_tables

__all__ = ["month_answer"]

_EARLY: Final = 7  # of the month
_FAR: Final = 9  # months
_YEAR: Final = 12  # months


def month_answer(expression: Expression, memory: Memory) -> Answer:
    """Answer a month without a year: one or two ahead of publication if no past verb goes with it, else behind."""
    meaning, published = expression.meaning, memory.published
    month, wanted = meaning.month or 1, meaning.direction
    if meaning.leaning and meaning.number is not None:  # "October that year"
        named = years.named_by_another(memory, meaning.number)
        if named is None:
            return Answer("DATE", f"XXXX-{month:02}", certain=False)
        return Answer("DATE", month_value(named.day.year, month), "mention", named.start, None, named.certain)
    if meaning.leaning:
        return leaning_month(expression, memory)
    if published is None:
        return Answer("DATE", f"XXXX-{month:02}", certain=False)
    if meaning.number is not None:  # "October last year"
        # In January "December two years ago" may be of either year.
        sure = not meaning.rough and (meaning.number > -2 or abs(month - published.month) <= HALF_A_YEAR)
        return Answer("DATE", month_value(published.year + meaning.number, month), "publication", certain=sure)
    if wanted is None and (year_told := year_after(expression, memory.text)):
        return Answer("DATE", month_value(year_told, month))
    if wanted is None and (end := end_month(expression, memory)):
        return end
    if wanted is None and (said := of_stated_year(expression, memory)):
        return Answer("DATE", month_value(said.day.year, month), "mention", said.start, None, said.certain)
    if wanted is None:
        year, cue = _bare_month_year(expression, memory, published)
    else:
        cue = WORD[wanted]
        year = published.year + {-1: -(month >= published.month), 1: int(month <= published.month)}.get(wanted, 0)
    answer = Answer("DATE", month_value(year, month), "publication", None, cue)
    # In March "last February" is rather the one of the year before, and "next April" the one of the year after, as the
    # one to come is "this coming April".
    worded = wanted == -1 or memory.text.startswith(WORD[1], expression.start)
    just = wanted in (-1, 1) and worded and (published.month - month) * wanted % 12 == 11
    if wanted is None and is_all_history(memory):
        return in_its_year(answer, memory)
    doubtful = wanted is None and (
        (meaning.rough and (year, month) <= (published.year, published.month))  # "it slipped past March"
        or _is_unsure(expression, memory, published, year, cue)
        or _is_other_month(expression, memory, published, year)
    )
    answer = answer.doubted() if just or doubtful or _is_done(expression, memory, cue) else answer
    return listed_month(answer, expression, memory) if wanted is None else answer


def _is_done(expression: Expression, memory: Memory, cue: str | None) -> bool:
    """Tell whether something has, or could or should have, been done by a month: "was finished by March"."""
    if cue != "by" and cue not in words_of("clauses", "until"):
        return False
    text, start, end = memory.text, expression.start, expression.end
    return (cue == "by" and tense.deed(text, start, end) is not None) or tense.was_unable(text, start, end)


def _is_other_month(expression: Expression, memory: Memory, published: date, year: int) -> bool:
    """Tell whether a month without a year may be one that the text has named with another, or of what has happened."""
    text, month = memory.text, expression.meaning.month or 1
    if ago := years_ago(expression, memory):  # in January "two years ago, in December" is of either year
        return not ago.certain or abs(month - published.month) > HALF_A_YEAR
    if is_of_frame(expression, memory):
        return True
    if goes_on_from_older_year(expression, memory, published) or _goes_with_doubtful(expression, memory):
        return True
    if _follows_last_year(expression, memory, published):
        return True
    if (later := _year_behind().match(text, expression.end)) and int(later[1]) != year:
        return True  # "after an October exit in fall 2022"
    if (year, month) == (published.year, published.month):
        return _is_of_month_before(expression, text, published) or is_history(expression, memory)
    behind = (year, month) < (published.year, published.month)
    if (behind or tense.is_told(text, expression.start, expression.end)) and is_history(expression, memory):
        return True  # "In 2014 the talks took until July"
    said = years.named_before(text, expression.start, month)
    if said is not None and said.day.year != year and said.day.year < published.year:
        return True
    if (year, month) <= (published.year, published.month):
        return False
    return nominal.happens_after(text, expression.end) is not None or nominal.agreed_after(text, expression.end)


def _is_of_month_before(expression: Expression, text: str, published: date) -> bool:
    """Tell whether what is told of the month of publication may be of the year before.

    On Jan. 2 "the January crash" is, "it rained in January" may be, and "it rained in late January" is until then. What
    nothing puts ahead may be of any January: "The January average is 8 mm".
    """
    start, end = expression.start, expression.end
    words = text[start:end].lower().replace("-", " ").split()
    if published.day > max(_first_days().get(word, _EARLY) for word in words):
        return False
    if published.day <= _EARLY and (len(words) == 1 or nominal.happens_after(text, end) is not None):
        return direction.ahead_of(text, start, end) is None
    return direction.is_behind(text, start, end)


@cache
def _first_days(lang: str = "en") -> dict[str, int]:
    """Return the days of the month before which nothing is told of a part of it, by the word for that."""
    return {word: int(day) for word, day in map(str.split, words_of("clauses", "part_begins", lang))}


def _goes_with_doubtful(expression: Expression, memory: Memory) -> bool:
    """Tell whether a month is told of with one of no certain year: "In June he was freed, and in July he won"."""
    last, text, start = memory.latest_month, memory.text, expression.start
    if last is None or last.certain or len(last.value) != MONTH or start - last.start > clauses.FARTHEST:
        return False
    return clauses.is_one_sentence(text, last.start, start) and tense.is_past(text[last.start : start])


def _follows_last_year(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether a month is linked to an earlier one of last year, after which it may be the first such one.

    "He took over in May 2024 and was fired in October", told in November 2025, is of either October.
    """
    stated = memory.stated_year
    if stated is None or int(stated.value[:4]) != published.year - 1 or not stated.value[5:7].isdecimal():
        return False
    between = memory.text[stated.start : expression.start]
    if len(between) > clauses.FARTHEST:
        return False
    opens = len(clauses.clause_before(memory.text, stated.start, _OPENS)) < _OPENS
    linked = "," not in between and not words_of("clauses", "listing").isdisjoint(between.split())
    if not (opens or linked):
        return False
    if not int(stated.value[5:7]) < (expression.meaning.month or 1) < published.month:
        return False
    text, start, end = memory.text, expression.start, expression.end
    return clauses.is_one_sentence(text, stated.start, start) and tense.is_told(text, start, end)


def _is_unsure(expression: Expression, memory: Memory, published: date, year: int, cue: str | None) -> bool:
    """Tell whether the words near by leave open which of two months is meant, or tell of both sides."""
    text, start, end, month = memory.text, expression.start, expression.end, expression.meaning.month or 1
    ahead = (year - published.year) * 12 + month - published.month
    if (ahead < 0 and direction.is_set(text, start)) or direction.is_moved(text, start):
        return True
    behind = ahead < 0 and cue is None
    # "The November election is a rematch", "they see it pausing in May, then cutting in July".
    if behind and (tense.is_now(text, start, end) or markets.is_waited_for(text, start, end)):
        return True
    inside = cue is None and text.endswith(lead("in"), 0, start)
    if ahead == -1 and inside and direction.ahead_of(text, start, end) in words_of("clauses", "shall"):
        return True  # in December "will be held in November"
    if ahead > 0 and cue and direction.is_undone(text, end):
        return True
    if _is_told_ahead(expression, text, ahead) or _is_rather_the_other(text, start, end, ahead, cue):
        return True
    if ahead > 0 and cue in words_of("clauses", "reported") and _is_planned_before(expression, memory, published):
        return True
    if ahead >= _FAR:  # in March "was put off to January" may be told of the one that has been
        told = tense.past_before(text, start, end) is not None and tense.is_of_past(text, start)
        return told or (cue is not None and sides.may_be_behind(text, start, end))
    if 0 < ahead <= 2 and cue is None:
        return _may_have_been(text, start, end)
    if behind and tense.is_present(text, start, end, of_many=inside):
        return True  # "the party holds its convention in November"
    if _is_of_either_side(text, start, end, ahead, cue):
        return True
    owned = text.startswith(POSSESSIVE, end) and text.endswith(lead("for"), 0, start)
    return owned and -_FAR <= ahead <= -7  # in March "they qualified for June's final"


def _is_rather_the_other(text: str, start: int, end: int, ahead: int, cue: str | None) -> bool:
    """Tell whether a month that a word puts far ahead is rather the last one, or one of a year ago the next.

    "Ahead of the November election, the paper published it" is told of the last one, and, in March, "they began voting
    in the April referendum" of the one to come. In September "was to open in June" may be told of the last one, and so
    may "ordered it to pay in June".
    """
    if ahead > HALF_A_YEAR and cue:
        over = cue == "ahead of" and tense.is_past(clauses.clause_after(text, end, 60))
        over = over or cue.split()[0] in words_of("clauses", "was_to") or cue in words_of("clauses", "asked")
        return over or sides.looks_behind(text, start)
    return -_YEAR < ahead <= _NEXT - _YEAR and sides.is_event(text, end)


def _may_have_been(text: str, start: int, end: int) -> bool:
    """Tell whether a month near ahead that nothing puts there may be the last one.

    "Suspended the judge (...) on charges of misconduct in March", "has held rates after cuts in March".
    """
    if markets.contract(text, start, end):
        return False
    return tense.is_of_past(text, start) or sides.may_be_behind(text, start, end)


def _is_told_ahead(expression: Expression, text: str, ahead: int) -> bool:
    """Tell whether what is told lies between a month, so many ahead, and one to come.

    In June "between May and August they sold 40" is of the year before.
    """
    start, end = expression.start, expression.end
    if not text.endswith(lead("between"), 0, start) or not tense.is_told(text, start, end):  # nearly all
        return False
    last = month_between(text, end)
    return ahead > 0 or (last is not None and ahead + (last - (expression.meaning.month or 1)) % 12 > 0)


def _is_of_either_side(text: str, start: int, end: int, ahead: int, cue: str | None) -> bool:
    """Tell whether what a month is named with may as well lie on its other side: "it fell ahead of a vote in May"."""
    if ahead > 0:
        return cue is not None and sides.may_be_behind(text, start, end)
    if ahead < 0 and sides.may_be_ahead(text, start, end):
        return True
    if ahead < -HALF_A_YEAR and cue is None and direction.was_to_be(text, start):
        return True  # in August "was to close in December but won a reprieve"
    if ahead < 0 and cue is None and direction.starts_then(text, start, end):
        return True  # "From May, Sunday is a day like any other"
    # "The band announced a tour in May", "in the November election they need four seats".
    untold = sides.is_event(text, end) and not tense.is_told(text, start, end)
    return ahead < -_NEXT and (untold or sides.is_arranged(text, start))


_OPENS: Final = 8  # characters before a month with which its sentence opens
_NEXT: Final = 2  # months within which what was announced for one of them has been


def _is_planned_before(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether a month to come is told of with an earlier one, after which the first such month has passed.

    In May "they said in October that they would leave in January" is of one or the other January.
    """
    said, month = memory.month, expression.meaning.month or 1
    if said is None or said.day >= published or not clauses.is_one_sentence(memory.text, said.start, expression.start):
        return False
    year = said.day.year + (month <= said.day.month)
    return (year, month) <= (published.year, published.month)


@cache
def _year_behind(lang: str = "en") -> re.Pattern[str]:
    """Return the pattern from a month to a year, its group, that its clause names behind it."""
    tables = data_tables(f"{lang}/dates.toml")
    one = alternatives(tables["history"], tables["clauses"])
    return re.compile(
        rf"(?:(?!\b(?:{one['listing']}|{one['contrast']})\b)[^.,;:()\[\n]){{1,60}}?"
        rf"\s(?:{one['in_month']})\s(?:(?:{one['before_year']})\s)?((?:19|20)\d\d)\b(?![-–])"
    )


def _bare_month_year(expression: Expression, memory: Memory, published: date) -> tuple[int, str | None]:
    text, start, end, month = memory.text, expression.start, expression.end, expression.meaning.month or 1
    ahead = (month - published.month) % 12
    if is_of_last_year(text, start):
        return published.year - 1, None
    if ago := years_ago(expression, memory):
        return int(ago.value), None
    if to_come := subject_year(expression, memory):
        return to_come.day.year, None
    if ahead == 0:
        # "Lasted from December to January", said in December, was a year ago.
        told = (
            month_after(text, end) and tense.past_before(text, start, end) and not direction.ahead_of(text, start, end)
        )
        return published.year - bool(told), None
    future, past = published.year + (month < published.month), published.year - (month > published.month)
    if behind := _behind(text, start, end, ahead):
        return past, behind
    if waited := markets.outlook(text, start, end):
        return future, waited
    cue = direction.ahead_of(text, start, end)
    if cue and (ahead < 11 or cue in words_of("clauses", "contracted")):
        return future, cue  # "will be less than if the May report was weak"
    if markets.contract(text, start, end):
        return future, None
    if direction.either(text, end) and not tense.past_before(text, start, end):
        return future, "or"
    if (limit := direction.until(text, start)) == "ahead of" or _lasts(text, start, end, ahead):
        return future, limit
    if ahead <= 2:
        verb = _told_of(text, start, end)
        return (past if verb else future), verb
    return (future, limit) if limit and ahead < 9 else (past, None)


def _told_of(text: str, start: int, end: int) -> str | None:
    """Return the past verb that tells of a month near ahead, as of one a year ago.

    In March "opened bids for April" and "proposed a freeze in April" rather tell of the one to come.
    """
    if text.endswith(lead("for"), 0, start) or reports.is_only_said(text, start):
        return None
    return tense.past_before(text, start, end)


def _lasts(text: str, start: int, end: int, ahead: int) -> bool:
    """Tell whether what began may last to a month, so many ahead: "suspended the ban through June"."""
    return (
        ahead <= HALF_A_YEAR
        and direction.through(text, start, end) is not None
        and not direction.has_ended(text, start, end)
    )


def _behind(text: str, start: int, end: int, ahead: int) -> str | None:
    """Return what tells before a month, whatever else its clause says, that it lies behind."""
    if direction.ended(text, start):
        return "since"
    if direction.spans(text, start) and not direction.ahead_of(text, start, end):
        return "through"
    if ahead > _NEXT and direction.until(text, start) in words_of("clauses", "until"):
        return "until" if direction.has_ended(text, start, end) else None  # in June "he was speaker until January"
    if markets.is_compared(text, start, end):  # "expected the rate to match November's 1.9%"
        return "'s"
    if ahead >= _FAR and markets.is_of_figures(text, start):  # "The index for December comes out on Friday"
        return "for"
    return nominal.happened(text, start)  # "raising fears of a repeat of the unrest in November"
