"""Find time expressions: where they stand, which rule found them, and what their words say.

One scan with all patterns of the grammar; what a match means is told by the rule's reader. Nothing here knows
when the text was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsnorm.dates.meaning import Expression, Meaning
from newsnorm.dates.phrases import SPACE, Phrases
from newsnorm.dates.readers import READERS
from newsnorm.dates.scan import Scanner, scanner
from newsnorm.dates.vocabulary import POSSESSIVE
from newsnorm.rules import Rules

__all__ = ["find_expressions"]

_NEAR: Final = 20  # the most that is between two expressions that are joined
_DAYS: Final = frozenset({"day", "weekday", "holiday"})
_NEARED: Final = frozenset({"day", "fixed", "holiday"})  # "three days from Christmas" may be the time that is left
_TOUCH: Final = re.compile(rf",?{SPACE}")
_BESIDE: Final = re.compile(rf"{_TOUCH.pattern}|\s\(")  # "Sunday (November 3)"
_ON: Final = re.compile(rf"{_TOUCH.pattern}on\s{{1,3}}")
_OPENING: Final = ('"', "“", "‘", " '")  # a plain single mark after a letter is an apostrophe
_OF: Final = re.compile(r"\s{1,3}(?:of\s{1,3})?")


def find_expressions(text: str, rules: Rules, lang: str) -> Iterator[Expression]:
    """Yield the time expressions of a text, sorted and disjoint.

    A clock time is joined with the day next to it, and a length of time with the date it is counted from.
    """
    before: Expression | None = None
    counted = "dates.counted" in rules
    compiled = scanner(rules, lang)
    phrases = compiled.words.phrases
    for expression in _read(text, compiled):
        if before is not None and expression.start - before.end <= _NEAR:
            both = _pair(text, before, expression, counted, phrases)
            if both is None:
                yield _dated(text, before, expression, phrases) or before
            before = both or expression
        else:
            if before is not None:
                yield before
            before = expression
    if before is not None:
        yield before


def _read(text: str, compiled: Scanner) -> Iterator[Expression]:
    """Yield what each match of the grammar says that is no title."""
    marks = [mark for mark in _OPENING if mark in text]
    words = compiled.words
    for rule, match in compiled.matches(text):
        start, end = match.span()
        if text[start].isupper() and rule != "dates.holiday" and _is_name(text, start, end, words.phrases):
            continue
        if marks and _is_in_title(text, start, end, marks, words.phrases):
            continue
        read = READERS[rule](match, words)
        if isinstance(read, Meaning):
            yield Expression(start, end, rule, read)
        elif read:
            for first, last, meaning in read:
                yield Expression(first, last, rule, meaning)


def _dated(text: str, first: Expression, second: Expression, phrases: Phrases) -> Expression | None:
    """Give a weekday the day that follows it ("Tuesday night, Sept. 27"), and the start of a range the year of its end.

    "From August 15 to September 8, 1963" begins in 1963, too, and so does "from May to June last year" in the last one.
    """
    one, value = first.meaning, second.meaning.value
    if one.kind == "weekday":
        on = _BESIDE.fullmatch(text, first.end, second.start) and one.direction is None and not one.step
        meaning = _day_of(second.meaning, one) if on else None
        return first._replace(meaning=meaning) if meaning else None
    if one.kind not in ("day", "month") or one.direction is not None or one.unit or one.number is not None:
        return None
    if second.meaning.kind == one.kind and not second.meaning.leaning:
        return _in_year_of(text, first, second, phrases)
    if second.meaning.kind != "fixed":
        return None
    if second.meaning.type != "DATE" or len(value) != (10 if one.kind == "day" else 7) or not value[5:7].isdigit():
        return None
    if not phrases.to.fullmatch(text, first.end, second.start):
        return None
    year = int(value[:4]) - ((one.month or 0) > int(value[5:7]))
    day = f"-{one.day:02}" if one.day else ""
    return first._replace(meaning=Meaning("fixed", value=f"{year:04}-{one.month:02}{day}")) if year else None


def _in_year_of(text: str, first: Expression, second: Expression, phrases: Phrases) -> Expression | None:
    """Give the start of a range the year that stands with its end: "between January and June this year"."""
    one, two = first.meaning, second.meaning
    if two.number is None or not phrases.to.fullmatch(text, first.end, second.start):
        return None
    number = two.number - ((one.month or 0) > (two.month or 0))
    return first._replace(meaning=one._replace(number=number, rough=two.rough))


def _day_of(day: Meaning, weekday: Meaning) -> Meaning | None:
    """Return what a weekday means before a day, if that is one."""
    if day.kind == "day" and day.direction is None and not day.unit:
        return day._replace(type=weekday.type, part=weekday.part)
    if day.kind != "fixed" or day.type != "DATE" or len(day.value) != 10:
        return None
    return day._replace(type=weekday.type, value=day.value + (f"T{weekday.part}" if weekday.part else ""))


def _is_name(text: str, start: int, end: int, phrases: Phrases) -> bool:
    """Tell whether a common word has a capital inside a sentence."""
    inside = text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum()
    return inside and not phrases.proper.match(text, start, end)


def _is_in_title(text: str, start: int, end: int, marks: Sequence[str], phrases: Phrases) -> bool:
    """Tell whether something stands in a short title in quotes."""
    near, opening = start - 40 if start > 40 else 0, -1
    for mark in marks:
        at = text.rfind(mark, near, start)
        if at >= 0 and (at := at + len(mark)) > opening:
            opening = at
    if opening < 0:
        return False
    title = phrases.title.match(text, opening, end + 40)
    return title is not None and title.end() >= end


def _is_day(meaning: Meaning) -> bool:
    if meaning.kind == "fixed":
        return meaning.type == "DATE" and len(meaning.value) == 10 and meaning.value[0].isdigit()
    return meaning.kind in _DAYS or (meaning.kind == "shift" and meaning.unit == "D")


def _of_year(text: str, first: Expression, second: Expression) -> Expression | None:
    """Join a month or day with the year that leans on another: "June that year", "May 5 of the following year"."""
    one, two = first.meaning, second.meaning
    bare = one.direction is None and one.number is None and not one.unit
    if not bare or two.kind not in ("same", "later") or text[second.end : second.end + 1] in ("'", "’"):
        return None
    meaning = one._replace(leaning=True, number=int(two.amount))
    return Expression(first.start, second.end, first.rule, meaning)


def _years_ago(text: str, first: Expression, second: Expression) -> Expression | None:
    """Join a month or day with the year in which it was: "June two years ago"."""
    one, two = first.meaning, second.meaning
    if one.direction is not None or one.number is not None or one.unit or text.startswith(POSSESSIVE, second.end):
        return None
    meaning = one._replace(number=int(two.amount), rough=two.rough)
    return Expression(first.start, second.end, first.rule, meaning)


def _pair(text: str, first: Expression, second: Expression, counted: bool, phrases: Phrases) -> Expression | None:
    gap = text[first.end : second.start]
    one, two = first.meaning, second.meaning
    if one.kind == "weekday" and one.direction is None and two.kind == "shift" and two.unit == "W":
        # "Thursday next week"; "Thursday a week ago" may be that of the week before or the last one but one.
        week = two._replace(weekday=one.weekday, type=one.type, part=one.part, rough=two.rough or two.value == "ago")
        return Expression(first.start, second.end, second.rule, week) if _OF.fullmatch(gap) else None
    if one.kind in ("day", "month") and second.rule == "dates.relative" and two.unit == "Y":
        return _of_year(text, first, second) if phrases.of_year.fullmatch(gap) else None
    if one.kind in ("day", "month", "holiday") and two.value == "ago" and two.unit == "Y":  # "June two years ago"
        return _years_ago(text, first, second) if phrases.of_year.fullmatch(gap) else None
    ends = text[first.end - 1] == "." and text[second.start].isupper()  # "at 9pm. Tomorrow", not "at 9 p.m. Monday"
    ends = ends and (two.kind == "shift" or text[first.end - 3] != ".")
    if (
        one.kind == "clock"
        and not (two.part or ends)
        and _is_day(two)
        and (_TOUCH.fullmatch(gap) or _ON.fullmatch(gap))
    ):
        value = f"{two.value}T{one.part}" if two.kind == "fixed" else ""
        return Expression(
            first.start, second.end, first.rule, two._replace(type="TIME", part=one.part, value=value or two.value)
        )
    if counted and one.value == "ago" and one.unit[0] != "T" and not text.startswith(POSSESSIVE, second.end):
        return _anniversary(first, second, gap)
    if not counted or one.kind != "fixed" or one.type != "DURATION" or not one.amount or not _is_day(two):
        return None
    way = phrases.counted_from.fullmatch(gap)
    if way and text.endswith(phrases.lasting, 0, first.start):
        return None  # "will strike for six days from Wednesday", "a strike of six days before Christmas"
    if way and (
        (way[1] == "from" and two.kind in _NEARED) or _is_of_noun(text, gap, second) or _is_of_any_year(one, two)
    ):
        return None
    if way:
        step = (one.unit, -one.amount if way[1] == "before" else one.amount)
        return Expression(first.start, second.end, "dates.counted", two._replace(step=step))
    return None


def _is_of_noun(text: str, gap: str, date: Expression) -> bool:
    """Tell whether a date only names what is counted from: "a day after the Oct. 7 attack", "after Monday's vote"."""
    named = date.meaning.kind in ("day", "weekday") and gap.endswith("the ")
    return named or text.startswith(POSSESSIVE, date.end)


def _is_of_any_year(one: Meaning, two: Meaning) -> bool:
    """Tell whether years are counted from a day whose year is not told: "a year after Oct. 7"."""
    return one.unit == "Y" and two.kind == "day" and not two.unit


def _anniversary(first: Expression, second: Expression, gap: str) -> Expression | None:
    """Give "a year ago today" and "a week ago Monday" as one; of a weekday nobody can tell which."""
    one, two = first.meaning, second.meaning
    step = (one.unit, one.amount)
    if two.kind == "shift" and not two.value and two.unit != "Y" and _OF.fullmatch(gap):
        rough = one.rough or two.rough
    elif two.kind == "weekday" and not two.step and (_OF.fullmatch(gap) or _ON.fullmatch(gap)):
        rough = True
    else:
        return None
    return Expression(first.start, second.end, first.rule, two._replace(step=step, rough=rough))
