"""Tell where a date is found but may be meant as something else, so that nothing is printed after it.

"Today's world" is no day, "a white Christmas" and "Sunday school" are none, "the past year" is no calendar year.
Only the words next to the date are asked, and what they leave open counts as doubtful: a date that is not printed
costs a reader less than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsnorm.dates import direction
from newsnorm.dates.nowadays import is_nowadays, is_supposed, opens
from newsnorm.dates.phrases import alternatives
from newsnorm.dates.vocabulary import at_word, names_in, stems
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = ["is_doubtful"]

_WORD_BEFORE: Final = re.compile(r"([\w'’-]+)(?:[ \u00a0]{1,2}|\r?\n)$")
_WORDS_AFTER: Final = re.compile(r"(?:(?:[ \u00a0]{1,2}|\r?\n)[\w'’-]+){1,5}")
_WORD_AFTER: Final = re.compile(r"(?:[ \u00a0]{1,2}|\r?\n)([\w'’-]+)")
_WORD: Final = re.compile(r"[\w'’-]+")
_NOUN_AFTER: Final = re.compile(r"(?:[ \u00a0]|\r?\n)(?!\w{1,20}ly\b)[a-z]")
_POSSESSIVE: Final = re.compile(r"['’]s(?!\w)")
_YEAR_BEFORE: Final = re.compile(r"\b(?:1\d|2[01])\d\d,?[ \u00a0]$")
_YEAR_AFTER: Final = re.compile(
    r"(?:(?:,?[ \u00a0](?:and[ \u00a0])?\d\d?){1,3},?[ \u00a0]"
    r"|[ \u00a0](?:in|of)[ \u00a0](?:the[ \u00a0]year[ \u00a0])?)"
    r"(?:1\d|20)\d\d(?!\d)"
)
_LINE_BEFORE: Final = re.compile(r"(?:^|[\r\n])[^\w\r\n]{0,9}$")
_SPEECH: Final = 260  # characters from a date in speech to the day on which it was said
_HABIT: Final = 90  # characters before a date in which what tells of habits stands
_STORY: Final = 200  # characters from "It was a Friday" to another day of that story
_TEASER: Final = 240  # characters from a date to that of the article of which it is told
_ENDS: Final = ".!?\"”'’"
_EXAMPLE: Final = 90  # characters from the mark that opens an example to a date in it
_LINE_AFTER: Final = re.compile(r"[^\w\r\n]{0,9}(?:[\r\n]|$)")
_WEEKDAY_AT_END: Final = re.compile(r"\b[A-Z][a-z]{2,5}day$")
_NAMED_LINE: Final = re.compile(r" [A-Z][a-z]+[ .:!?]{0,2}(?:[\r\n]|$)")
_HOUR: Final = re.compile(r"\d\s?[ap]\.?m\.?,?\s$")
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,}\s$")
_DASHES: Final = "-–"
_MARKS: Final = {'"': '"', "“": "”", "‘": "’", "'": "'"}


@dataclass(frozen=True, slots=True)
class _Around:
    """Hold what stands next to a date that may be none, by the words of a language."""

    span: re.Pattern[str]  # "past year"
    chosen: re.Pattern[str]
    part: re.Pattern[str]
    indefinite: re.Pattern[str]  # "a rainy" before a weekday; its group is the word that needs no noun after it
    of_another: re.Pattern[str]  # "of the month", "as the vote"
    last_one: tuple[str, ...]
    when: tuple[str, ...]
    portion: re.Pattern[str]  # "most of"
    owner: re.Pattern[str]
    every: re.Pattern[str]  # "every Monday and"
    any_year: re.Pattern[str]
    joining: frozenset[str]
    before_a_day: frozenset[str]
    after_a_day: frozenset[str]
    weeks: frozenset[str]
    week_before: tuple[str, ...]  # the same with a space after them
    you: re.Pattern[str]
    weekdays: re.Pattern[str]
    months: re.Pattern[str]
    through: re.Pattern[str]  # what makes a range, after its start
    through_before: re.Pattern[str]  # the start of a range, its group, and what makes it one
    range_starts: tuple[str, ...]  # the signs of the same, found faster
    range_ends: tuple[str, ...]
    will: tuple[str, ...]
    habit: re.Pattern[str]
    habitual: re.Pattern[str]  # what is done by habit, up to its date
    signs: tuple[str, ...]
    ago: re.Pattern[str]
    was: re.Pattern[str]  # "was made", up to a day, of which that is told
    day_of: re.Pattern[str]
    own_date: re.Pattern[str]  # the full date of a holiday, after it
    articles_before: tuple[str, ...]
    on_before: tuple[str, ...]
    named_by_day: re.Pattern[str]  # what makes a name of a weekday, after it
    match_list: re.Pattern[str]  # the two sides of a match, right after its day
    by_holiday: re.Pattern[str]  # "the Friday before" a holiday
    numbers_after: re.Pattern[str]  # "In March 2 million people"
    born: re.Pattern[str]
    said_on: re.Pattern[str]  # the end of speech, who said it and when
    said_in: re.Pattern[str]  # the same with a month
    said_signs: tuple[str, ...]  # parts of the same, found faster
    parts_of_day: tuple[str, ...]
    years_since: re.Pattern[str]  # what makes a month-day one of a year that is not told, before it
    any_years: re.Pattern[str]  # "the fiscal year runs from"
    own_years: re.Pattern[str]  # "the fiscal year ends in"
    own_signs: tuple[str, ...]  # parts of the same
    of_years: re.Pattern[str]  # an event of the year before or after, "last year's race", up to a date of it
    years_signs: tuple[str, ...]  # parts of the same
    named: re.Pattern[str]  # what a name goes on with after a month or day: "the October Revolution"
    papers: tuple[str, ...]  # names that end with a weekday: "The Mail on Sunday",
    clubs: Mapping[str, str]  # the same by that weekday, which may stand for them, but not after
    before_no_club: frozenset[str]
    marches: tuple[str, ...]  # and with a month: "the Women's March"
    march_for: re.Pattern[str]  # the same after "March" and one of these before it
    march: tuple[str, ...]
    before_march: tuple[str, ...]
    seasons: tuple[str, ...]  # seasons with a capital,
    season_name: re.Pattern[str]  # and what makes a name of one, after it
    dated_after: re.Pattern[str]  # a month or year that is told right after a length of time, of the same event
    a_week_on: frozenset[str]
    name_of_year: re.Pattern[str]  # a name with its year after a day
    years_last: tuple[str, ...]  # the same after a weekday
    seasons_ago: re.Pattern[str]  # the same of months, days and holidays
    years_ago: re.Pattern[str]  # of holidays, these and years
    ago_signs: tuple[str, ...]
    recurring: re.Pattern[str]
    recurring_signs: tuple[str, ...]
    not_recurring: tuple[str, ...]
    of_story: re.Pattern[str]  # a day before in a story that is no date
    last_years: re.Pattern[str]  # what opens a sentence of another year
    how_to: re.Pattern[str]  # an order that opens its sentence
    hours: re.Pattern[str]  # hours of opening, up to a day of them
    hours_signs: tuple[str, ...]  # parts of the same, found faster
    examples: tuple[str, ...]  # what makes an example of the quotation that it ends before
    wishes: tuple[str, ...]  # what looks like it and does not
    round_years: re.Pattern[str]  # so many hundred of them ago
    than: tuple[str, ...]  # what a time is compared with that is so much earlier or later
    any_day: re.Pattern[str]  # what makes a day any such, before it
    on: re.Pattern[str]
    teaser_date: re.Pattern[str]  # a full date in brackets


def is_doubtful(text: str, start: int, end: int, rule: str) -> bool:
    """Tell whether the date between two positions, found by a rule, may be none.

    >>> is_doubtful("In today's world, it pays.", 3, 8, "dates.deictic")
    True
    >>> is_doubtful("At today's meeting, it was paid.", 3, 8, "dates.deictic")
    False
    """
    if _is_label(text, start, end) or _is_in_example(text, start) or _is_in_teaser(text, end):
        return True
    if _MARKS.get(text[start - 1 : start]) == text[end : end + 1] and not _POSSESSIVE.match(text, end):
        return True  # a name in quotation marks: the "Today" programme
    check = _CHECKS.get(rule)
    return check is not None and check(text, start, end)


def _is_of_speech(text: str, start: int, end: int) -> bool:
    """Tell whether a date leans on when something was said: ""last night," she said on Monday"."""
    around = _around()
    if _is_said(text, end, around.said_in):
        return True  # ""next month," he said in May"
    return text.endswith(around.parts_of_day, start, end) and _is_said(text, end, around.said_on)


def _is_said(text: str, end: int, then: re.Pattern[str]) -> bool:
    """Tell whether the speech of a date was then, as stands with who said it after it: on a day, in a month or year."""
    near = text[end : end + _SPEECH]
    return has_any(near, _around().said_signs) and then.match(near) is not None


def _is_of_last_years(text: str, start: int) -> bool:
    """Tell whether a month, day or holiday may be that of an event of another year: "last year's race in April"."""
    around = _around()
    if not has_any(text[max(0, start - direction.FARTHEST) : start], around.years_signs):
        return False
    return around.of_years.search(direction.clause_before(text, start, direction.FARTHEST)) is not None


def _is_label(text: str, start: int, end: int) -> bool:
    """Tell whether a date without figures is a line by itself, such as a heading or a tag."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():  # nearly all
        return False
    if not _LINE_AFTER.match(text, end) or not _LINE_BEFORE.search(text, max(0, start - 12), start):
        return False
    return not any(map(str.isdigit, text[start:end]))


def _is_in_teaser(text: str, end: int) -> bool:
    """Tell whether a date is of another article, told in brief with its own date: "It fell today. (21.10.2015)"."""
    opening = text.find(" (", end, end + _TEASER)
    if opening < 0 or text[opening - 1] not in _ENDS:  # nearly all
        return False
    return "\n" not in text[end:opening] and _around().teaser_date.match(text, opening + 2) is not None


def _is_in_example(text: str, start: int) -> bool:
    """Tell whether a date stands in a quotation that is an example: "goals such as "cut costs this quarter""."""
    low = max(0, start - _EXAMPLE)
    opening = text.rfind('"', low, start)
    opening = text.rfind("“", low, start) if opening < 0 else opening
    if opening <= 0:  # nearly all
        return False
    around = _around()
    return text.endswith(around.examples, 0, opening) and not text.endswith(around.wishes, 0, opening)


def _deictic(text: str, start: int, end: int) -> bool:
    if _is_of_speech(text, start, end):
        return True
    word = text[start:end].lower().rpartition(" ")[2]
    if _word_after(text, end) in _around().a_week_on:
        return True  # "tomorrow week"
    if owner := _POSSESSIVE.match(text, end):
        return _is_nobodys(text, owner.end(), word)
    before = _word_before(text, start)
    if before in _around().weeks or _is_said(text, end, _around().said_on):
        return True  # "a week today", ""I saw him yesterday," she said on Monday"
    if word == "today":
        if before in _words("today_after") and not _around().was.search(text, max(0, start - 40), start):
            return True
        if before.endswith("-known"):
            return True
        if before in _words("generic") and not _is_paper(text, start - len(before) - 1):
            return True
        return _is_of(text, start, before) or is_nowadays(text, start, end)
    if word in ("tomorrow", "yesterday") and (_is_of(text, start, before) or is_supposed(text, start)):
        return True
    return word == "tomorrow" and before in _words("tomorrow_after")


def _is_paper(text: str, start: int) -> bool:
    """Tell whether a word is the name of a paper: "he wrote in the Times today"."""
    return text[start].isupper() and text.endswith("the ", 0, start)


def _is_of(text: str, start: int, before: str) -> bool:
    """Tell whether "of" makes a time of a day ("the children of today"), as it does not in "as of today"."""
    return before == "of" and not _around().portion.search(text, max(0, start - 14), start)


def _is_nobodys(text: str, at: int, word: str) -> bool:
    """Tell whether what "today's" goes with is no event of the day."""
    found = _WORDS_AFTER.match(text, at)
    following = [part.lower() for part in _WORD.findall(found[0])] if found else []
    # "Today's figures from Europe" are those of an event, whatever it is of.
    following = next((following[:nr] for nr, part in enumerate(following) if part in _words("of_events")), following)
    if word == "yesterday":
        idle = following[:1] == ["news"] and len(following) == 1
        return idle or any(part in _words("generic") for part in following[:2])
    events, generic = _words("events"), _words("generic")
    if any(part in generic for part in following):
        return True
    return not any(part in events or part.removesuffix("s") in events for part in following)


def _holiday(text: str, start: int, end: int) -> bool:
    if _is_of_last_years(text, start):
        return True
    if _around().chosen.match(text, start, end):
        return False
    if _word_after(text, end) in _words("states"):
        return True
    around = _around()
    if around.any_year.match(text, end) or around.own_date.match(text, end) or _is_of_hours(text, start):
        return True
    if around.by_holiday.search(text, max(0, start - 20), start):
        return True
    if _is_recurring(text, start) or _is_of_an_earlier_time(text, start, around.years_ago):
        return True
    before = _word_before(text, start)
    return before == "of" or before not in _words("prepositions")


def _relative(text: str, start: int, end: int) -> bool:
    """Tell whether a span up to now is meant, or the last or same one of something else.

    "The past year" is not the calendar year before, "the last Friday of the month" not a week ago, "his last year" is
    the end of something.
    """
    around = _around()
    if around.season_name.match(text, end) and text.endswith(around.seasons, start, end):
        return True  # "the next Winter Games"
    if text.endswith(around.march, start, end) and around.march_for.match(text, end):
        return True
    if around.span.search(text, start, end) or around.owner.search(text, max(0, start - 6), start):
        return True
    if _is_of_speech(text, start, end):
        return True
    if text.endswith(around.week_before, 0, start) or _YEAR_AFTER.match(text, end):
        return True  # "this month in 1984", "a week last Tuesday"
    if text.startswith(around.years_last, end):
        return True  # "this weekend last year"
    if not around.of_another.match(text, end):
        return False
    words = text[start:end].lower()
    if words.startswith("that ") or text.endswith("that ", 0, start):
        return text.startswith(around.when, end)  # "that Saturday when the dam broke"
    return "same " in words or words.startswith(around.last_one)


def _is_range(text: str, start: int, end: int, names: re.Pattern[str]) -> bool:
    """Tell whether a weekday or month is one end of a range of any week or year: "open Monday through Friday"."""
    around, other = _around(), None
    if text.startswith(around.range_starts, end) and (after := around.through.match(text, end)):
        other = names.match(text, after.end())
        end = other.end() if other else end
    if other is None and text.endswith(around.range_ends, 0, start):
        before = around.through_before.search(text, max(0, start - 20), start)
        other = names.match(before[1]) if before else None
        start = before.start() if before else start
    if other is None:
        return False
    # Hours right before the days are those of each week: "will be open 9am-5pm Monday to Friday".
    return _is_of_any(text, start, end) or _HOUR.search(text, max(0, start - 6), start) is not None


def _is_of_any(text: str, start: int, end: int) -> bool:
    """Tell whether nothing is told of a day or month, nor will be, so that any such may be meant."""
    cue = direction.ahead_of(text, start, end) or ""
    return not (cue.endswith(_around().will) or direction.past_before(text, start, end))


def _is_habit(text: str, start: int, end: int) -> bool:
    """Tell whether the clause speaks of what is so at any time."""
    around, low, high = _around(), max(0, start - 60), end + 30
    if not has_any(text[low:high], around.signs):
        return False
    before = direction.clause_before(text, start, 60)
    if around.habitual.search(before):
        return True  # "the decision, usually made in April, is his"
    clause = before + " - " + direction.clause_after(text, end, 30)
    return around.habit.search(clause) is not None and _is_of_any(text, start, end)


def _is_recurring(text: str, start: int) -> bool:
    """Tell whether the clause before a date speaks of what is so every year, month or week."""
    around, low = _around(), max(0, start - _HABIT)
    if not has_any(text[low:start], around.recurring_signs) or text.endswith(around.not_recurring, 0, start):
        return False
    return _is_last(around.recurring.search(direction.clause_before(text, start, _HABIT)))


def _is_of_each(text: str, start: int, end: int) -> bool:
    """Tell whether a day or month may be that of each week or year: "Each week the club meets on Tuesday"."""
    return _is_recurring(text, start) and _is_of_any(text, start, end)


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether a day stands in a headline in capitals, of which no words are read: "VOTE DELAYED TILL FRIDAY"."""
    return text[start:end].isupper() and _CAPITALS.search(text, max(0, start - 20), start) is not None


def _is_last(found: re.Match[str] | None) -> bool:
    """Tell whether something was found with no comma after it."""
    return found is not None and "," not in found.string[found.end() :]


def _clock(text: str, start: int, end: int) -> bool:
    """Tell whether a time on a weekday stands in a list of services or matches, which no verb tells the week of."""
    if not _WEEKDAY_AT_END.search(text, start, end):
        return False
    around = _around()
    if text.startswith(around.range_starts, end) and (through := around.through.match(text, end)):
        return around.weekdays.match(text, through.end()) is not None  # "between 8am and 6pm Monday to Saturday"
    return not direction.is_told(text, start, end) and direction.ahead_of(text, start, end) is None


def _weekday(text: str, start: int, end: int) -> bool:
    after = _word_after(text, end)
    around = _around()
    if after in _words("weekly") or _is_habit(text, start, end):
        return True
    if text.startswith(around.years_last, end) or text.endswith(around.papers, 0, end):
        return True  # "on Thursday last year", "The Mail on Sunday"
    if _is_club(text, start, end) or _is_of_group(text, start, end) or _is_of_list(text, start, end):
        return True
    before = text[max(0, start - 14) : start].split()
    last = before[-1].lower() if before else ""
    if last in around.before_a_day and after in around.after_a_day:
        return True
    if last == "on" and not around.weeks.isdisjoint(before[-2:-1]):
        return True  # "a week on Monday"
    if last in around.joining and around.every.search(text, max(0, start - 60), start):
        return True
    if _is_range(text, start, end, around.weekdays) or _is_of_hours(text, start) or _is_of_each(text, start, end):
        return True
    if around.of_story.search(text, max(0, start - _STORY), start):
        return True
    if around.any_day.search(text, max(0, start - 24), start):
        return True
    sentence = direction.clause_before(text, start, direction.FARTHEST)
    if around.last_years.match(sentence) and not direction.is_telling(text, start):
        return True
    if last not in _words("indefinite"):
        return False
    found = around.indefinite.search(text, max(0, start - 30), start)
    return found is not None and (
        bool(found["some"]) or not _NOUN_AFTER.match(text, end) or after in _words("no_nouns")
    )


def _is_of_group(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday is part of the name of a group: "the Thursday Club"."""
    around = _around()
    return around.named_by_day.match(text, end) is not None and text.endswith(around.articles_before, 0, start)


def _is_of_list(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday stands in a heading, or before a match in a list: "Sunday Lund vs. Hull"."""
    if _is_heading(text, start, end) or _is_in_capitals(text, start, end):
        return True
    return _around().match_list.match(text, end) is not None and not text.endswith(_around().on_before, 0, start)


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday and a word with a capital are a line by themselves: "Friday Faceoff"."""
    return _NAMED_LINE.match(text, end) is not None and text[start - 1 : start] in ("", "\n")


def _is_club(text: str, start: int, end: int) -> bool:
    """Tell whether a weekday may be the short name of a club: "Sheffield Wednesday lost. Wednesday had led"."""
    club = _around().clubs.get(text[start:end])
    if club is None or _word_before(text, start) in _around().before_no_club:  # nearly all
        return False
    return _has_name(text, club)


@lru_cache(maxsize=4)  # a text about a club names its day again and again
def _has_name(text: str, name: str) -> bool:
    return name in text


def _is_of_hours(text: str, start: int) -> bool:
    """Tell whether a day stands in hours of opening, without a verb: "(closed Monday)"."""
    around, before = _around(), direction.clause_before(text, start, 90)
    return has_any(before, around.hours_signs) and around.hours.fullmatch(before) is not None


def _month(text: str, start: int, end: int) -> bool:
    around = _around()
    if around.named.match(text, end) or text.endswith(around.marches, 0, end) or _is_of_last_years(text, start):
        return True
    if _is_march(text, start, end):
        return True
    if text[end : end + 1] in _DASHES and around.months.match(text, end + 1):
        return True  # "July-September" is a quarter
    if _is_habit(text, start, end) or around.ago.search(text, max(0, start - 16), start):
        return True
    if _is_of_an_earlier_time(text, start, around.seasons_ago):
        return True
    if _is_of_each(text, start, end):
        return True
    if _YEAR_BEFORE.search(text, max(0, start - 7), start) or _is_range(text, start, end, around.months):
        return True
    if has_any(text[max(0, start - 40) : start], around.own_signs) and around.own_years.search(
        text, max(0, start - 60), start
    ):
        return True
    if around.you.match(text, end) or around.how_to.match(direction.clause_before(text, start, 90)):
        return True  # "In May, you may see whales"
    if around.part.match(text, start, end) or _POSSESSIVE.match(text, end) or not text[start:end].strip(".").isalpha():
        return False
    before = _word_before(text, start)
    if before in _words("prepositions") or before in _words("determiners") or before.endswith(("'s", "’s")):
        return False
    # "December wheat rose" opens a sentence, "December is cold" says something of every December.
    noun = opens(text, start) and _NOUN_AFTER.match(text, end)
    return not noun or _word_after(text, end) in _words("claims")


def _is_march(text: str, start: int, end: int) -> bool:
    """Tell whether a month is the name of a march: "the March for Bread"."""
    around = _around()
    if not text.startswith(around.march, start) or not around.march_for.match(text, end):  # nearly all
        return False
    return text.endswith(around.before_march, 0, start)


def _is_of_an_earlier_time(text: str, start: int, earlier: re.Pattern[str]) -> bool:
    """Tell whether a sentence opens with a time before this year of which the date may be: "Last winter, ..."."""
    if not has_any(text[max(0, start - direction.FARTHEST) : start], _around().ago_signs):
        return False
    return _is_last(earlier.match(direction.clause_before(text, start, direction.FARTHEST)))


def _day(text: str, start: int, end: int) -> bool:
    """Tell whether the year stands before the day, or after another one: "2023, December 18", "Oct. 9, 11, 1981".

    A day "of any year" is of none.
    """
    around = _around()
    if around.any_year.match(text, end) or _is_habit(text, start, end) or around.named.match(text, end):
        return True
    if _is_of_last_years(text, start) or _is_of_each(text, start, end):
        return True
    if _is_of_an_earlier_time(text, start, around.seasons_ago):
        return True
    if around.numbers_after.match(text, end):
        return True
    if around.ago.search(text, max(0, start - 16), start) or around.born.search(text, max(0, start - 16), start):
        return True
    if around.years_since.search(text, max(0, start - 90), start) or around.any_years.search(
        text, max(0, start - 60), start
    ):
        return True
    if around.name_of_year.match(text, end):
        return True
    return bool(_YEAR_BEFORE.search(text, max(0, start - 7), start) or _YEAR_AFTER.match(text, end))


def _counted(text: str, start: int, end: int) -> bool:
    """Tell whether years are counted in hundreds, and so not meant to the year, or a time is compared with another.

    "Easter falls two weeks earlier this year" names no week.
    """
    around = _around()
    if around.dated_after.match(text, end):
        return True  # "ten years ago, in May 2014"
    if text.startswith(around.than, end) and not text.endswith("ago", start, end):
        return True
    return around.round_years.fullmatch(text, start, end) is not None


def _the_unit(text: str, start: int, end: int) -> bool:
    """Tell whether "the day" is none that was named ("best of the day") or "the weekend" any ("run on the weekend")."""
    if text.endswith("day", start, end):
        return not _around().day_of.search(text, max(0, start - 16), end)
    if text.endswith("weekend", start, end) and _word_after(text, end) in _words("weekend_after"):
        return True
    if not text.endswith("weekend", start, end) or not _around().on.search(text, max(0, start - 4), start):
        return False
    return not (direction.past_before(text, start, end) or direction.ahead_of(text, start, end))


def _word_before(text: str, start: int) -> str:
    low = max(0, start - 24)
    before = text[low:start].split()  # the last of them is all that has to be looked through
    found = before and _WORD_BEFORE.search(text, text.rfind(before[-1], low, start), start)
    return found[1].lower() if found else ""


def _word_after(text: str, end: int) -> str:
    found = _WORD_AFTER.match(text, end)
    return found[1].lower() if found else ""


@cache
def _around(lang: str = "en") -> _Around:
    table: dict[str, list[str]] = data_tables(f"{lang}/dates-doubts.toml")["around"]
    words = alternatives(table)
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    full = names_in("months", lang)
    month = rf"(?:{number}\s)?{full}\.?(?:\s{number})?,?\s"
    said = rf"[^\"“”\n]{{0,160}}[\"”]\s(?:[\w.'’-]+\s){{1,5}}?(?:{words['said']})\s(?:[\w.'’-]+\s){{0,5}}?"
    through = rf"\s?(?:{words['ranging']}|[{_DASHES}])\s?"
    return _Around(
        span=re.compile(rf"\bpast\s{{1,2}}(?:\w+\s{{1,2}})?(?:{words['spans']})$", re.IGNORECASE),
        chosen=re.compile(rf"(?:{words['chosen']})\s", re.IGNORECASE),
        part=re.compile(rf"(?:{words['parts']})\b", re.IGNORECASE),
        indefinite=re.compile(
            rf"\b(?:(?P<some>{words['some']})|(?<!['’])(?:{words['articles']})(?:\s[a-z]{{3,10}}){{0,2}})\s$"
        ),
        of_another=re.compile(rf"\s(?:(?:{words['ties']})\b|(?:{words['before_units']})\s(?:{words['units']})\b)"),
        last_one=tuple(table["last_one"]),
        when=tuple(table["when"]),
        portion=re.compile(rf"\b(?:{words['portions']})\sof\s$", re.IGNORECASE),
        owner=re.compile(rf"(?:['’]s|\b(?:{words['owners']}))\s$", re.IGNORECASE),
        every=re.compile(
            rf"\b(?:{words['every']})\s[A-Z][a-z]+day(?:,\s[A-Z][a-z]+day){{0,3}},?\s(?:{words['joining']})\s$"
        ),
        any_year=re.compile(rf",?\s(?:of\s|in\s)?(?:{words['any']})\s(?:[a-z]{{3,10}}\s)?year\b"),
        joining=frozenset(table["joining"]),
        before_a_day=frozenset(table["before_a_day"]),
        after_a_day=frozenset(table["after_a_day"]),
        weeks=frozenset(table["weeks"]),
        week_before=tuple(f"{word} " for word in table["weeks"]),
        you=re.compile(rf",?\syou(?:\s(?:{words['you_may']})|['’]ll)\b"),
        weekdays=re.compile(rf"{names_in('weekdays', lang)}\b"),
        months=re.compile(rf"{names_in('months', lang)}\b(?!\.?\s\d)"),
        through=re.compile(rf"{through}(?=[A-Z])"),
        through_before=re.compile(rf"\b([A-Z][a-z]{{2,8}})\.?{through}$"),
        range_starts=(*_DASHES, *(f" {sign} " for sign in (*table["ranging"], *_DASHES))),
        range_ends=(*_DASHES, *(f"{sign} " for sign in (*table["ranging"], *_DASHES))),
        will=tuple(table["will"]),
        habit=re.compile(rf"\b(?:{words['habits']})\b"),
        habitual=re.compile(rf"\b(?:{words['habitual']})\s(?:in\s[A-Z]\w+\s)?(?:in|on)\s$"),
        signs=tuple(table["signs"]),
        ago=re.compile(rf"\sago,?\s(?:(?:{words['after_ago']})\s)?(?:the\s)?$"),
        was=re.compile(rf"\b(?:{words['was']})\s(?:\w+\s){{1,2}}$"),
        day_of=re.compile(rf"(?:{words['earlier']})\sin\sthe\sday$"),
        own_date=re.compile(rf",?\s\(?(?:(?:{words['of_year']})\s(?:{month})?|{month})(?:1\d|20)\d\d(?!\d)"),
        numbers_after=re.compile(rf"\s(?:{words['numbers_after']})\b"),
        articles_before=tuple(f"{word} " for word in table["articles_before"]),
        on_before=tuple(f"{word} " for word in table["on_before"]),
        named_by_day=re.compile(rf"\s(?:{words['named_by_day']})\b"),
        match_list=re.compile(rf",?\s(?:[A-Z\d][\w.'’-]*\s){{1,5}}(?:{words['against']})\s[A-Z\d]"),
        by_holiday=re.compile(rf"\b[A-Z][a-z]+days?\s(?:{words['days_before']})\s$"),
        born=re.compile(rf"\b(?:{words['born']})\s(?:on\s)?$"),
        said_in=re.compile(rf"{said}(?:{words['of_year']})\s(?:{names_in('months', lang)})\b"),
        said_on=re.compile(
            rf"{said}(?:(?:{words['on']})\s{names_in('weekdays', lang)}\b|(?:{words['of_year']})\s(?:1\d|20)\d\d\b)"
        ),
        said_signs=tuple(table["said_signs"]),
        parts_of_day=tuple(data_tables(f"{lang}/dates.toml")["clock"]["parts"]),
        years_since=re.compile(
            at_word(
                [
                    rf"(?:years?|decades?)\s(?:{words['years_since']})(?:\s|\b[^.!?\n]{{0,60}}\b(?:on|the|of|in)\s)$",
                    r"anniversar(?:y|ies)\sof\b[^.!?\n]{0,60}\b(?:the|of)\s$",
                ]
            )
        ),
        any_years=re.compile(rf"{at_word(table['any_years'])}\s(?:{words['run']})\b[^.!?\n]{{0,40}}$"),
        own_years=re.compile(rf"{at_word(table['own_years'])}\s(?:{words['bounds']})\s(?:[a-z]+\s){{1,3}}$"),
        own_signs=tuple(table["own_signs"]),
        seasons_ago=re.compile(rf"(?:{words['seasons_ago']})\b(?!['’])"),
        years_ago=re.compile(rf"(?:{words['seasons_ago']}|{words['years_ago']})\b(?!['’])"),
        ago_signs=tuple(table["ago_signs"]),
        recurring=re.compile(rf"\b(?:{words['recurring']})\b(?!['’])"),
        recurring_signs=tuple(table["recurring_signs"]),
        not_recurring=tuple(table["not_recurring"]),
        of_story=re.compile(_after(table, stems("weekdays", lang), words["tellers"], stems("months", lang))),
        last_years=re.compile(rf"(?:{words['last_years']}),"),
        of_years=re.compile(rf"\b(?:{words['of_years']})\b[^.;!?\n]{{1,60}}$"),
        years_signs=tuple(table["years_signs"]),
        named=re.compile(rf"\s(?:{words['named']})\b"),
        papers=tuple(table["papers"]),
        clubs={name.split()[-1]: name for name in table["clubs"]},
        before_no_club=frozenset(table["before_no_club"]),
        marches=tuple(table["marches"]),
        march_for=re.compile(rf"\s(?:{words['march_for']})"),
        march=tuple(table["march"]),
        before_march=tuple(table["before_march"]),
        seasons=tuple(table["seasons"]),
        season_name=re.compile(r"\s[A-Z]"),
        dated_after=re.compile(
            rf",?\s(?:{words['of_year']}|{words['on_a_day']})\s(?:(?:{words['parts']})\s)?(?:[A-Z][a-z]{{2,8}}\.?\s(?:\d\d?,\s)?)?(?:1\d|20)\d\d(?!\d)"
        ),
        a_week_on=frozenset(table["a_week_on"]),
        name_of_year=re.compile(rf"(?:\s[A-Z][a-z]+){{1,3}}\s(?:{words['year_of_name']})\s(?:1\d|20)\d\d(?!\d)"),
        years_last=tuple(f" {word}" for word in table["years_last"]),
        how_to=re.compile(rf"(?:{words['how_to']})\s(?!['’,])"),
        hours=re.compile(
            rf"(?:\W*|.*\()(?:{words['hours']})\s(?:on\s)?(?:[A-Z][a-z]+(?:\sDay|\sEve)?,?\s(?:and\s)?(?:on\s)?){{0,3}}"
        ),
        hours_signs=tuple(table["hours_signs"]),
        examples=tuple(f"{sign}{word} " for word in table["examples"] for sign in " \n"),
        wishes=tuple(f"{word} " for word in table["wishes"]),
        round_years=re.compile(words["round_years"]),
        than=tuple(f" {words}" for words in table["than"]),
        any_day=re.compile(rf"{at_word(table['any_day'])}\s$"),
        on=re.compile(rf"\b(?:{words['on']})\s$"),
        teaser_date=re.compile(
            rf"(?:\d{{1,2}}([./-])\d{{1,2}}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
            rf"|(?:{full}\.?\s\d{{1,2}},|\d{{1,2}}\s{full}\.?,?)\s(?:19|20)\d\d)\)"
        ),
    )


def _after(table: Mapping[str, Sequence[str]], names: str, tellers: str, months: str) -> str:
    """Return the pattern of a name of a day, told by its stem, after some words, which goes on with no noun.

    Or after others, if it goes on with a month: "on a rainy Thursday in March".

    It opens with a set of characters, for such a one is found several times faster than one that looks back first.
    """
    initials = "".join(sorted({stem[0] for stem in names.split("|")}))
    before, of_month = (
        "|".join(rf"(?<=\b{word}\s.)" for word in table[name]) for name in ("of_story", "of_story_month")
    )
    return (
        rf"[{initials}](?<=(?={names}).)(?:(?:{before})[a-z]{{2,8}}(?=[,.;:\"'’”]|\s(?:{tellers})\b)"
        rf"|(?:{of_month})[a-z]{{2,8}}(?=\s(?:{'|'.join(table['of_year'])})\s(?:{months})))"
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(data_tables("en/dates-doubts.toml")[name]).split())


_CHECKS: Final[Mapping[str, Callable[[str, int, int], bool]]] = {
    "dates.clock": _clock,
    "dates.counted": _counted,
    "dates.deictic": _deictic,
    "dates.holiday": _holiday,
    "dates.relative": _relative,
    "dates.weekday": _weekday,
    "dates.bare-month": _month,
    "dates.day": _day,
    "dates.the-unit": _the_unit,
}
