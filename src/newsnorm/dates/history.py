"""Tell where a text speaks of years gone by, so that a month or day without a year may be of one of those."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from newsnorm.dates import clauses, direction, tense
from newsnorm.dates.meaning import Expression
from newsnorm.dates.memory import YEAR, Answer, Memory, Said, Value
from newsnorm.dates.nominal import verb_after
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import names_in, words_of
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = [
    "goes_on",
    "goes_on_from_older_year",
    "in_its_year",
    "is_all_history",
    "is_history",
    "is_in_old_year",
    "is_of_an_age",
    "is_of_frame",
    "is_of_last_year",
    "is_testimony",
    "keep_frame",
    "of_stated_year",
    "still_of",
    "subject_year",
    "years_ago",
]

_STORY: Final = 160  # characters from a date of a story to the next sentence of it
_OPENS: Final = 12  # characters of what opens a sentence before a date
_NEAR: Final = 400  # characters from a year to what may be of that year, too
_LONG_AGO: Final = 4  # years
_LIFETIME: Final = 20  # years
_SUBJECT: Final = 120  # characters from the year of a subject to a day
_SUBJECT_AFTER: Final = re.compile(r"\s[A-Za-z]")
_OPENING: Final = 24  # characters from the start of a sentence to the year with which it opens
_LEADING: Final = 40  # characters from there to the year of what the sentence is about
_FRAMED: Final = 600  # characters from there to what is told of that year
_PARAGRAPH: Final = re.compile(r"\n\s*")
_BESIDE: Final = 60  # characters from a year to a day of an event of it
_BACK: Final = 4  # months that a story goes back, rather than on to the next year
_MANY: Final = 3  # years of long ago in a text that says nothing of the present
_YEAR: Final = re.compile(r"(?:1\d|20)\d\d(?<!\w\d{4})\b(?![,.]\d|%)")


def is_history(expression: Expression, memory: Memory) -> bool:
    """Tell whether a month or day may be of another year than the nearest, of which the text speaks.

    That year is named, in figures or by what leans on it, in the same sentence, or long ago and in the same paragraph.
    """
    latest, start, published = memory.latest_year, expression.start, memory.published
    if latest is None or published is None or (said := int(latest.value[:4])) >= published.year - 1:
        return False
    if start - latest.start > _NEAR:
        return False
    between = memory.text[latest.start : start]
    if "\n" in between or not (latest.leaning or latest.value[:4] in between):
        return False
    return said < published.year - _LONG_AGO or clauses.is_one_sentence(memory.text, latest.start, start)


def keep_frame(answer: Answer, expression: Expression, memory: Memory) -> None:
    """Keep the year long gone with which a sentence opens, until the text comes back to the present."""
    meaning = expression.meaning
    ago = meaning.value == "ago" or (meaning.step is not None and meaning.step[0] == "Y")  # "ten years ago this month"
    if memory.frame is None and answer.anchor == "publication" and not ago:  # nearly all
        return
    published, year = memory.published, answer.value[:4]
    if published is None or not year.isdecimal():
        return
    old = int(year) < published.year - 1
    if old and (answer.anchor is None or ago):
        if _opens(memory.text, expression.start):
            memory.frame = Value(answer.value, expression.start, answer.certain)
    elif not old and answer.certain:
        memory.frame = None


def goes_on(expression: Expression, memory: Memory, said: Value | None) -> bool:
    """Tell whether a date opens the sentence right after an older one, of whose story it may be, not of the present.

    "In February 2020 it reached Italy. By March, the country was shut."
    """
    text, start = memory.text, expression.start
    if said is None or not _is_right_after(text, said.start, start):
        return False
    return _is_at_start(text, start) and _has_happened(text, start, expression.end)


def _is_right_after(text: str, said: int, start: int) -> bool:
    """Tell whether one date stands a sentence or two after another, in its paragraph."""
    return 0 < start - said < _STORY and text.find("\n", said, start) < 0


def _is_at_start(text: str, start: int) -> bool:
    """Tell whether a date opens its sentence, but for a few words."""
    return len(clauses.clause_before(text, start, _STORY)) <= _OPENS


def _has_happened(text: str, start: int, end: int) -> bool:
    """Tell whether a deed is told of a date in the past tense, not that somebody said so."""
    verb = tense.past_before(text, start, end)
    return verb is not None and not tense.says(verb)


def goes_on_from_older_year(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether a date opens the sentence right after a year before publication, of whose story it may be.

    After an older year it may stand anywhere in the sentences right after it.
    """
    stated = memory.stated_year
    if stated is None or int(stated.value[:4]) >= published.year:
        return False
    text, start, last = memory.text, expression.start, memory.latest_year
    if last is not None and last.certain and last.start > stated.start:
        if not last.leaning or last.value[:4] != stated.value[:4]:
            return False  # the text has come back to the present since
        stated = last  # "The following month"
    if not _is_right_after(text, stated.start, start):
        return False
    older = int(stated.value[:4]) < published.year - 1 and expression.meaning.kind in ("month", "holiday")
    after = older and not clauses.is_one_sentence(text, stated.start, start)
    return (after or _is_at_start(text, start)) and _has_happened(text, start, expression.end)


def is_of_frame(expression: Expression, memory: Memory) -> bool:
    """Tell whether something is told of the year with which a sentence before it opens, and not of the present.

    A weekday may be so in the same sentence, or after a day of a lifetime ago in its paragraph. A month or holiday may
    be so anywhere in the paragraph, or at the start of a sentence of the next one.
    """
    frame, text, start, end, published = memory.frame, memory.text, expression.start, expression.end, memory.published
    if frame is None or published is None or start - frame.start > _FRAMED:
        return False
    if memory.quoted and not clauses.is_one_sentence(text, frame.start, start):
        return False
    if not _is_told(text, start, end):
        return False
    between, age = text[frame.start : start], published.year - int(frame.value[:4])
    if clauses.is_one_sentence(text, frame.start, start):
        return expression.meaning.kind != "weekday" or not _words().other_clause.search(between)
    if expression.meaning.kind == "weekday":
        if "\n" in between or len(frame.value) < 10 or age <= _LIFETIME:
            return False
    elif age <= _LONG_AGO or (breaks := len(_PARAGRAPH.findall(between))) > 1 or (breaks and not _opens(text, start)):
        return False
    before = clauses.clause_before(text, start, clauses.FARTHEST)
    after = clauses.clause_after(text, end, clauses.FARTHEST)
    return not _words().present.search(f"{before}-{after}")


def is_in_old_year(expression: Expression, memory: Memory, published: date) -> bool:
    """Tell whether a day close to publication is told of in a sentence that opens with a year long gone, or beside one.

    "In 2019, the club won the cup on July 25", told on July 18; "it sank in 1987 on July 22", "the race of 1987 took
    place on July 22".
    """
    frame, latest, text, start = memory.frame, memory.latest_year, memory.text, expression.start
    if frame is not None and clauses.is_one_sentence(text, frame.start, start) and is_of_frame(expression, memory):
        return True
    if latest is None or len(latest.value) != YEAR or int(latest.value) >= published.year - 1:
        return False
    after = latest.start + YEAR
    beside = start - after < _BESIDE and text.startswith(latest.value, latest.start)
    return beside and _words().of_that_year.fullmatch(text, after, start) is not None


def _is_told(text: str, start: int, end: int) -> bool:
    """Tell whether something is told of a date that nothing puts ahead, up to which it may have lasted."""
    cue = direction.ahead_of(text, start, end)
    return tense.is_told(text, start, end) and (cue is None or cue in words_of("clauses", "until"))


def _opens(text: str, start: int) -> bool:
    """Tell whether a date opens its sentence, after a preposition or none."""
    return _words().frame.search(text, max(0, start - _OPENING), start) is not None


def years_ago(expression: Expression, memory: Memory) -> Value | None:
    """Return the year, so many "years ago", with which the sentence of a month or day opens.

    >>> from newsnorm.dates.meaning import Meaning
    >>> text = "Two years ago, the road was closed in May."
    >>> memory = Memory(text, None, None, frame=Value("2022", 0, True), latest_year=Value("2022", 0, True))
    >>> years_ago(Expression(38, 41, "dates.bare-month", Meaning("month", month=5)), memory)
    Value(value='2022', start=0, certain=True, leaning=False)
    """
    frame, text, start = memory.frame, memory.text, expression.start
    if frame is None or frame != memory.latest_year or len(frame.value) != 4:
        return None
    if not _words().ago.match(text, frame.start, start) or not clauses.is_one_sentence(text, frame.start, start):
        return None
    between = text[frame.start : start]
    if "\n" in between:
        return None
    # "Two years ago, he said he would go in May" may be of the next one.
    other = _words().other_clause.search(between) or direction.ahead_of(text, start, expression.end)
    return frame._replace(certain=frame.certain and not other)


def still_of(said: Said, expression: Expression, memory: Memory) -> bool:
    """Tell whether the text still tells of a year of late: no other has been named since, at most a paragraph ago."""
    latest, published = memory.latest_year, memory.published
    if latest is None or published is None or said.day.year < published.year - _LONG_AGO:
        return False
    between = memory.text[said.start : expression.start]
    return int(latest.value[:4]) == said.day.year and len(_PARAGRAPH.findall(between)) <= 1


def subject_year(expression: Expression, memory: Memory) -> Said | None:
    """Return the year to come of what a sentence is about: "The 2014 race starts in Leeds on July 5"."""
    stated, published, text, start = memory.stated_year, memory.published, memory.text, expression.start
    if stated is None or published is None or len(stated.value) != 4 or int(stated.value) <= published.year:
        return None
    after = stated.start + len(stated.value)
    if start - after > _SUBJECT or not _SUBJECT_AFTER.match(text, after, start):
        return None
    if not clauses.is_one_sentence(text, after, start):
        return None
    words, low, between = _words(), max(0, stated.start - _LEADING), text[after:start]
    if words.of_event.search(text, low, stated.start) and words.event_is.fullmatch(between):
        return stated.year()
    if not words.subject.search(text, low, stated.start):
        return None
    told = (
        tense.says(between)
        or tense.is_past(between)
        or verb_after(text, expression.end)
        or _words().other_clause.search(between)
    )
    return None if told else stated.year()


def of_stated_year(expression: Expression, memory: Memory) -> Said | None:
    """Return the year that its sentence gives a month or day: "In 2024, it closed in June", "twice in 2024: in May".

    One that opens its sentence is the last year or one to come: what is told of those before may have gone on. What
    somebody only said is none of that year's: "In 2024 it lost money, he said in June".
    """
    stated, latest, published, text, start, end = (
        memory.stated_year, memory.latest_year, memory.published, memory.text, *expression[:2]
    )  # fmt: skip
    if stated is None or latest is None or published is None or latest.value[:4] != stated.value:
        return None
    after, year, words = stated.start + 4, int(stated.value), _words()
    if start - after > clauses.FARTHEST or not text.startswith(stated.value, stated.start):
        return None
    before = text[max(0, stated.start - _OPENING) : stated.start]
    if words.list_of_year.fullmatch(text, after, start) and words.list_ends.match(text, end):
        return stated.year()
    if year < published.year - 1 or year == published.year or not clauses.is_one_sentence(text, after, start):
        return None
    if not words.in_year.search(before):
        return None
    between, cue = text[after:start], direction.ahead_of(text, start, end)
    if cue is None and tense.is_telling(text, start):
        return None
    if year < published.year:
        unsure = cue or tense.says(between) or words.contrast.search(between)
        return stated.year()._replace(certain=not unsure)
    told = tense.says(between) or tense.is_past(between) or verb_after(text, end)
    return stated.year() if cue and not (told or words.other_clause.search(between)) else None


def in_its_year(answer: Answer, memory: Memory) -> Answer:
    """Leave an answer uncertain, with the month or day in the year that the text has named last, or in the next one."""
    latest, month, rest = memory.latest_year, memory.latest_month, answer.value[5:]
    if latest is None or not answer.value[:4].isdecimal():
        return answer.doubted()
    year = int(latest.value[:4])
    if month is not None and month.value.startswith(latest.value[:4]) and rest[:2].isdecimal():
        year += int(month.value[5:7]) - int(rest[:2]) >= _BACK
    return answer._replace(value=f"{year:04}-{rest}", anchor="mention", anchor_start=latest.start, certain=False)


def is_of_last_year(text: str, start: int) -> bool:
    """Tell whether "last year" opens the sentence in which a month or day stands.

    >>> is_of_last_year("Last year, the town closed the road on June 27.", 39)
    True
    """
    last_year = _words().last_year
    opening = text.rfind(last_year[1:], max(0, start - clauses.FARTHEST), start) - 1
    if opening < 0 or text[opening + len(last_year)] not in ", ":
        return False
    if text[opening] != last_year[0] and not text.endswith("; ", 0, opening):
        return False
    return "\n" not in text[opening:start] and clauses.is_one_sentence(text, opening, start)


def is_testimony(memory: Memory) -> bool:
    """Tell whether a text reports what is said in court; it is looked through once."""
    if memory.testimony is None:
        memory.testimony = has_any(memory.text, words_of("history", "testimony"))
    return memory.testimony


def is_all_history(memory: Memory) -> bool:
    """Tell whether a text names years long ago and nothing of the present; it is looked through once."""
    if memory.history is None:
        text, published = memory.text, memory.published
        memory.history = (
            published is not None
            and not has_any(text, _words().signs)
            and str(published.year) not in text
            and str(published.year - 1) not in text
            and sum(int(year) < published.year - _LONG_AGO for year in _YEAR.findall(text)) >= _MANY
        )
    return memory.history


def is_of_an_age(text: str, said: int, start: int) -> bool:
    """Tell whether a time after a year that is mentioned is rather one after an age: "at 18. Two years later, he".

    >>> text = "She sang in 1982. She left home at the age of 18. Two years later, she wed."
    >>> is_of_an_age(text, 12, 50), is_of_an_age(text.replace("the age of 18", "noon"), 12, 42)
    (True, False)
    """
    return _words().age.search(text, max(said, start - _AGE), start) is not None


_AGE: Final = 120  # characters up to a time that an age may be told before it


class _Words(NamedTuple):
    """Hold what tells of which time a sentence or text is."""

    last_year: str  # opens a sentence that tells of the year before
    signs: tuple[str, ...]  # that a text tells of the present, as parts of words
    frame: re.Pattern[str]  # from the start of a sentence up to its year
    ago: re.Pattern[str]
    subject: re.Pattern[str]  # from the start of a sentence up to the year of its subject
    of_event: re.Pattern[str]  # up to the year in the name of an event
    event_is: re.Pattern[str]  # from that year to a day of it
    in_year: re.Pattern[str]  # the same up to a year of which all of it tells
    list_of_year: re.Pattern[str]  # between a year and a month that it has: "twice in 2024: in July and September"
    list_ends: re.Pattern[str]  # what follows a month of such a list
    contrast: re.Pattern[str]  # what may open a clause of another year: "but", or "and in" with its date
    present: re.Pattern[str]  # what is told of the present
    other_clause: re.Pattern[str]
    age: re.Pattern[str]
    of_that_year: re.Pattern[str]  # between a year and a day of it: "sank in 1987 on", "the race of 1987 took place on"


@cache
def _words(lang: str = "en") -> _Words:
    table = data_tables(f"{lang}/dates.toml")["history"]
    one = alternatives(table)
    joining = "|".join(sorted(words_of("clauses", "listing", lang)))
    opening = r"(?:^|[.!?]['\"”’)]?\s{1,3}|[\r\n]\s{0,4})"  # a sentence
    return _Words(
        last_year=str(table["last_year"]),
        signs=tuple(map(str, table["present"])),
        frame=re.compile(rf"(?:^|[.!?;]['\"”’)]?\s{{1,3}}|[\r\n]\s{{0,4}})(?:(?:{one['openers']})\s)?$"),
        ago=re.compile(rf"[\w-]+(?:\s\w+)?\s(?:{one['ago']})\b"),
        subject=re.compile(rf"{opening}(?:{one['subjects']})\s$"),
        of_event=re.compile(rf"\b(?:{one['of_event']})\s$"),
        event_is=re.compile(
            rf"(?:\s[A-Z][\w'’-]*){{1,5}}(?:,?\s(?:{one['event_which']}))?,?\s(?:{one['event_is']})\b[^.,;:]{{0,80}}"
        ),
        in_year=re.compile(rf"{opening}(?:{one['in_year']})\s$"),
        list_of_year=re.compile(
            rf"(?:\s?(?:[—–:]|--)\s?|,\s(?=(?:{one['in_month']})\s))"
            rf"(?:(?:{one['before_month']}|{names_in('months', lang)}\.?(?:\s\d{{1,2}})?),?\s){{0,8}}"
        ),
        list_ends=re.compile(rf"[.,;:)\n]|$|\s(?:{joining})\b"),
        contrast=re.compile(rf"\b(?:(?:{one['contrast']})\b|(?:{joining})\s(?:(?:{one['before_month']})\s)?$)"),
        present=re.compile(rf"\b(?:{one['of_the_present']})\b|['’](?:ll|ve|re)\b"),
        other_clause=re.compile(rf"[;:(]|\b(?:{one['other_clause']})\b"),
        of_that_year=re.compile(rf",?\s(?:[^,.;:\n]{{0,40}}?,?\s?(?:{one['takes_place']})\s)?(?:{one['on_a_day']})\s"),
        age=re.compile(rf"\b(?:{one['ages']})\s\d{{1,2}}\b"),
    )
