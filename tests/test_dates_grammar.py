"""Invented sentences whose dates are known: expression x context x publication date.

The answers are worked out here with `datetime` alone, on purpose by other means than the library's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsnorm.dates import date_edits, find_dates
from newsnorm.edits import apply

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
SHORT = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
DAY = timedelta(days=1)
BRACKETED = re.compile(r" \[[-\dA-Z/]+\]")

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
recent = st.dates(date(1980, 1, 1), date(2040, 12, 31))


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence pattern's filling: the words, and what they must be found to be on the publication day."""

    words: str
    kind: str
    value: str


def week(day: date) -> str:
    return f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}"


def month(day: date, step: int = 0) -> str:
    count = day.year * 12 + day.month - 1 + step
    return f"{count // 12:04}-{count % 12 + 1:02}"


def quarter(day: date, step: int = 0) -> str:
    count = day.year * 4 + (day.month - 1) // 3 + step
    return f"{count // 4:04}-Q{count % 4 + 1}"


def on_or_before(day: date, weekday: int) -> date:
    return next(day - n * DAY for n in range(7) if (day - n * DAY).weekday() == weekday)


def after(day: date, weekday: int) -> date:
    return next(day + n * DAY for n in range(1, 8) if (day + n * DAY).weekday() == weekday)


def ordinal(n: int) -> str:
    if n in (11, 12, 13):
        return f"{n}th"
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"


# What the expressions go into. The first list is for what has been, the second for what is to come.
PAST = [
    "The police arrested six men {}.",
    "Rescuers reached the village {}, officials said.",
    "{}, the governor vetoed the bill.",
    "The mill, which burned down {}, was insured.",
    "A fisherman found the wreck {} near the cape.",
]
FUTURE = [
    "The court will hear the appeal {}.",
    "The envoy is expected to arrive {} for talks.",
    "The ship is scheduled to sail {}.",
    "Lawmakers will vote {} on the plan, she said.",
]


def fill(pattern: str, words: str) -> str:
    words = words[0].upper() + words[1:] if pattern.startswith("{}") else words
    return pattern.format(words)


def check(text: str, published: date, *cases: Case) -> None:
    found = find_dates(text, published)
    wanted = [(case.words.lower(), case.kind, case.value) for case in cases]
    assert [(m.text.lower(), m.type, m.value) for m in found] == wanted, (text, published)


@given(recent, st.integers(0, 6), st.sampled_from(PAST), st.sampled_from(["on ", ""]))
def test_weekday_in_the_past(published: date, weekday: int, pattern: str, on: str) -> None:
    answer = on_or_before(published, weekday)
    check(fill(pattern, on + WEEKDAYS[weekday]), published, Case(WEEKDAYS[weekday], "DATE", str(answer)))


@given(recent, st.integers(0, 6), st.sampled_from(FUTURE), st.sampled_from(["on ", ""]))
def test_weekday_ahead(published: date, weekday: int, pattern: str, on: str) -> None:
    assume(weekday != published.weekday())
    answer = after(published, weekday)
    check(fill(pattern, on + WEEKDAYS[weekday]), published, Case(WEEKDAYS[weekday], "DATE", str(answer)))


STEPS: dict[str, Callable[[date], str]] = {
    "yesterday": lambda day: str(day - DAY),
    "the day before yesterday": lambda day: str(day - 2 * DAY),
    "last week": lambda day: week(day - 7 * DAY),
    "earlier this week": week,
    "last month": lambda day: month(day, -1),
    "late last month": lambda day: month(day, -1),
    "earlier this month": month,
    "last quarter": lambda day: quarter(day, -1),
    "last year": lambda day: f"{day.year - 1:04}",
    "early last year": lambda day: f"{day.year - 1:04}",
    "today": str,
    "this week": week,
    "this month": month,
    "this year": lambda day: f"{day.year:04}",
}
STEPS_AHEAD: dict[str, Callable[[date], str]] = {
    "tomorrow": lambda day: str(day + DAY),
    "the day after tomorrow": lambda day: str(day + 2 * DAY),
    "next week": lambda day: week(day + 7 * DAY),
    "next month": lambda day: month(day, 1),
    "early next month": lambda day: month(day, 1),
    "next quarter": lambda day: quarter(day, 1),
    "next year": lambda day: f"{day.year + 1:04}",
    "later today": str,
    "later this week": week,
    "later this month": month,
    "later this year": lambda day: f"{day.year:04}",
}


@given(recent, st.sampled_from(sorted(STEPS)), st.sampled_from(PAST))
def test_step_back(published: date, words: str, pattern: str) -> None:
    check(fill(pattern, words), published, Case(words, "DATE", STEPS[words](published)))


@given(recent, st.sampled_from(sorted(STEPS_AHEAD)), st.sampled_from(FUTURE))
def test_step_ahead(published: date, words: str, pattern: str) -> None:
    check(fill(pattern, words), published, Case(words, "DATE", STEPS_AHEAD[words](published)))


@given(
    recent,
    st.integers(2, 10),
    st.sampled_from(["days", "weeks", "months", "years"]),
    st.booleans(),
    st.sampled_from(PAST),
)
def test_counted_back(published: date, count: int, unit: str, spelled: bool, pattern: str) -> None:
    words = f"{NUMBERS[count - 2] if spelled else count} {unit} ago"
    value = {
        "days": str(published - count * DAY),
        "weeks": week(published - 7 * count * DAY),
        "months": month(published, -count),
        "years": f"{published.year - count:04}",
    }[unit]
    check(fill(pattern, words), published, Case(words, "DATE", value))


@given(recent, st.integers(0, 6), st.sampled_from(PAST))
def test_last_weekday(published: date, weekday: int, pattern: str) -> None:
    answer = on_or_before(published - DAY, weekday)
    assume(week(answer) != week(published))  # "last Monday" on a Friday: people differ
    check(fill(pattern, f"last {WEEKDAYS[weekday]}"), published, Case(f"last {WEEKDAYS[weekday]}", "DATE", str(answer)))


@given(recent, st.integers(0, 6), st.sampled_from(FUTURE))
def test_next_weekday(published: date, weekday: int, pattern: str) -> None:
    answer = after(published, weekday)
    assume(week(answer) != week(published))  # "next Friday" on a Monday: people differ
    check(fill(pattern, f"next {WEEKDAYS[weekday]}"), published, Case(f"next {WEEKDAYS[weekday]}", "DATE", str(answer)))


@given(recent, st.integers(-160, 160), st.sampled_from(["{m} {d}", "{s} {d}", "{d} {m}", "{m} {o}", "the {o} of {m}"]))
def test_month_and_day_lie_within_half_a_year(published: date, distance: int, form: str) -> None:
    answer = published + distance * DAY
    assume((answer.month, answer.day) != (2, 29))
    words = form.format(m=MONTHS[answer.month - 1], s=SHORT[answer.month - 1], d=answer.day, o=ordinal(answer.day))
    pattern = "The police arrested six men on {}." if distance <= 0 else "The court will hear the appeal on {}."
    check(pattern.format(words), published, Case(words, "DATE", str(answer)))


@given(recent, st.integers(1, 9), st.sampled_from(["in {}", "in early {}", "in late {}"]), st.booleans())
def test_month_in_the_past(published: date, back: int, form: str, possessive: bool) -> None:
    value = month(published, -back)
    name = MONTHS[int(value[5:]) - 1]
    words = form.format(name)
    assume(name not in ("May", "March") or not possessive)
    text = f"{name}'s flood ruined the crop." if possessive else f"The police arrested six men {words}."
    check(text, published, Case(name if possessive else words.removeprefix("in "), "DATE", value))


@given(recent, st.integers(1, 9))
def test_month_ahead(published: date, ahead: int) -> None:
    value = month(published, ahead)
    name = MONTHS[int(value[5:]) - 1]
    check(f"The court will hear the appeal in {name}.", published, Case(name, "DATE", value))


@given(recent, st.integers(0, 6), st.sampled_from(sorted(PARTS)), st.sampled_from(PAST), st.sampled_from(["on ", ""]))
def test_part_of_the_day(published: date, weekday: int, part: str, pattern: str, on: str) -> None:
    words = f"{WEEKDAYS[weekday]} {part}"
    value = f"{on_or_before(published, weekday)}{PARTS[part]}"
    check(fill(pattern, on + words), published, Case(words, "TIME", value))


@given(
    recent,
    st.integers(0, 6),
    st.integers(1, 11),
    st.integers(0, 59),
    st.booleans(),
    st.sampled_from([" a.m.", " p.m.", "am", "pm"]),
)
def test_clock_and_weekday(published: date, weekday: int, hour: int, minute: int, exact: bool, half: str) -> None:
    words = f"{hour}:{minute:02}{half} {WEEKDAYS[weekday]}" if exact else f"{hour}{half} {WEEKDAYS[weekday]}"
    hour_of_day = hour + 12 if "p" in half else hour
    value = f"{on_or_before(published, weekday)}T{hour_of_day:02}:{minute if exact else 0:02}"
    check(f"The siren went off at {words}, officials said.", published, Case(words, "TIME", value))


@given(recent, st.integers(2, 99), st.sampled_from(["day", "week", "month", "year", "hour", "minute"]), st.booleans())
def test_durations(published: date, count: int, unit: str, hyphen: bool) -> None:
    words = f"{count}-{unit}" if hyphen else f"{count} {unit}s"
    value = f"P{'T' if unit in ('hour', 'minute') else ''}{count}{unit[0].upper()}"
    text = f"A {words} siege ended without bloodshed." if hyphen else f"The siege lasted {words}."
    check(text, published, Case(words, "DURATION", value))


@given(recent, st.sampled_from(["every", "each"]), st.integers(0, 6))
def test_sets(published: date, every: str, weekday: int) -> None:
    words = f"{every} {WEEKDAYS[weekday]}"
    check(f"The market is held {words} by the river.", published, Case(words, "SET", f"XXXX-WXX-{weekday + 1}"))


ANAPHORA: dict[str, Callable[[date], str]] = {
    "The next day": lambda day: str(day + DAY),
    "The following day": lambda day: str(day + DAY),
    "The previous day": lambda day: str(day - DAY),
    "Two days later": lambda day: str(day + 2 * DAY),
    "Ten days earlier": lambda day: str(day - 10 * DAY),
    "The following month": lambda day: month(day, 1),
    "The previous month": lambda day: month(day, -1),
    "The following week": lambda day: week(day + 7 * DAY),
    "Later that year": lambda day: f"{day.year:04}",
    "The following year": lambda day: f"{day.year + 1:04}",
    "That same day": str,
}


@given(recent, recent, st.sampled_from(sorted(ANAPHORA)))
def test_lean_on_a_date_before(published: date, day: date, words: str) -> None:
    first = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
    text = f"The old king died on {first}. {words}, the guards were dismissed."
    check(text, published, Case(first, "DATE", str(day)), Case(words, "DATE", ANAPHORA[words](day)))


@given(recent, recent, st.integers(0, 6))
def test_weekday_before_a_date(published: date, day: date, weekday: int) -> None:
    first = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
    words = f"the previous {WEEKDAYS[weekday]}"
    text = f"The old king died on {first}. His guards had left {words}."
    answer = on_or_before(day - DAY, weekday)
    check(text, published, Case(first, "DATE", str(day)), Case(words, "DATE", str(answer)))


FORMATS: list[Callable[[date], str]] = [
    lambda d: d.isoformat(),
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day:02}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{SHORT[d.month - 1]} {ordinal(d.day)}, {d.year}",
    lambda d: f"{SHORT[d.month - 1]} {d.day} {d.year}",
    lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]} {d.day} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day:02} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {SHORT[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]} the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]}, {d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]}, {MONTHS[d.month - 1][:3]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1].upper()} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    lambda d: f"{d.year}/{d.month:02}/{d.day:02}",
    lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    # From here on, only days that cannot be a month.
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.month:02}/{d.day:02}/{d.year}",
    lambda d: f"{d.month}/{d.day}/{d.year}",
    lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
]


@pytest.mark.parametrize("number", range(len(FORMATS)))
@given(day=days, published=st.none() | days)
def test_a_date_in_any_format_is_read_back(number: int, day: date, published: date | None) -> None:
    assume(number < len(FORMATS) - 4 or day.day > 12)
    words = FORMATS[number](day)
    text = f"The charter of {words} was kept in a chest."
    found = find_dates(text, published)
    assert [(m.text, m.type, m.value, m.annotation) for m in found] == [(words, "DATE", str(day), None)]


def test_every_day_of_two_centuries_is_read_back() -> None:
    day, last = date(1900, 1, 1), date(2100, 12, 31)
    text, wanted = [], []
    while day <= last:
        written = FORMATS[day.toordinal() % (len(FORMATS) - 4)](day)
        text.append(f"The charter of {written} was kept in a chest.")
        wanted.append(str(day))
        day += DAY
    found = [
        m.value for start in range(0, len(text), 500) for m in find_dates("\n\n".join(text[start : start + 500]), None)
    ]
    assert found == wanted


# Articles: the laws of rendering, over expressions mixed in any order, also in quotations.
WORDS = sorted(
    {*STEPS, *STEPS_AHEAD, *(f"on {name}" for name in WEEKDAYS), "two days ago", "at noon", "on Monday night"}
)
sentence = st.builds(
    lambda pattern, words, quoted: f'"{fill(pattern, words)[:-1]}," she said.' if quoted else fill(pattern, words),
    st.sampled_from(PAST + FUTURE),
    st.sampled_from(WORDS) | st.builds(lambda n, d: f"on {MONTHS[n]} {d}", st.integers(0, 11), st.integers(1, 28)),
    st.booleans(),
)
articles = st.lists(st.lists(sentence, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4).map("\n\n".join)


@given(articles, recent)
def test_annotating_only_inserts_and_is_done_once(text: str, published: date) -> None:
    mentions = find_dates(text, published)
    output = apply(text, date_edits(text, mentions, "annotate"))
    assert BRACKETED.sub("", output) == text
    assert date_edits(output, find_dates(output, published), "annotate") == [], output
    assert date_edits(output, find_dates(output, published), "iso") == [], output


@given(articles, recent)
def test_an_annotated_article_means_the_same(text: str, published: date) -> None:
    mentions = find_dates(text, published)
    output = apply(text, date_edits(text, mentions, "annotate"))
    again = [m for m in find_dates(output, published) if not output.startswith("[", m.start - 1)]
    assert [(m.text, m.type, m.value) for m in again] == [(m.text, m.type, m.value) for m in mentions], output


@given(articles, recent)
def test_iso_is_done_once_and_means_the_same(text: str, published: date) -> None:
    mentions = find_dates(text, published)
    output = apply(text, date_edits(text, mentions, "iso"))
    again = [m for m in find_dates(output, published) if not output.startswith("[", m.start - 1)]
    assert [m.annotation or m.value.partition("T")[0] for m in again if m.type != "DURATION"] == [
        m.annotation or m.value.partition("T")[0] for m in mentions if m.type != "DURATION"
    ], output
    assert date_edits(output, find_dates(output, published), "iso") == [], output


@given(articles, recent)
def test_iso_leaves_the_words_of_quotations(text: str, published: date) -> None:
    output = apply(text, date_edits(text, find_dates(text, published), "iso"))
    said = re.findall(r'"[^"]*"', text)
    assert [BRACKETED.sub("", quotation) for quotation in re.findall(r'"[^"]*"', output)] == said


@given(recent, st.integers(-500, 500), st.integers(0, 6), st.sampled_from(PAST + FUTURE))
def test_a_weekday_moves_with_the_publication_date(published: date, weeks: int, weekday: int, pattern: str) -> None:
    text = fill(pattern, f"on {WEEKDAYS[weekday]}")
    [here] = find_dates(text, published)
    [there] = find_dates(text, published + weeks * 7 * DAY)
    assert date.fromisoformat(there.value) - date.fromisoformat(here.value) == weeks * 7 * DAY
    assert abs(date.fromisoformat(here.value) - published) <= 7 * DAY


@given(articles, recent)
def test_quote_style_and_line_ends_change_nothing(text: str, published: date) -> None:
    opening = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text)
    variants = [opening, re.sub(r'"([^"]*)"', "\u201e\\1\u201c", text), text.replace("\n", "\r\n")]
    wanted = [(m.text, m.type, m.value, m.quoted) for m in find_dates(text, published)]
    for variant in variants:
        assert [(m.text, m.type, m.value, m.quoted) for m in find_dates(variant, published)] == wanted


@given(articles, st.dates())
def test_any_year_is_allowed_and_spans_are_disjoint(text: str, published: date) -> None:
    found = find_dates(text, published)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for style in ("annotate", "iso"):
        apply(text, date_edits(text, found, "iso" if style == "iso" else "annotate"))


@given(st.text(max_size=30), st.sampled_from(WORDS), st.text(max_size=30), st.dates())
def test_any_text_around_an_expression(before: str, words: str, after: str, published: date) -> None:
    text = f"{before} {words} {after}"
    for mention in find_dates(text, published):
        assert text[mention.start : mention.end] == mention.text
