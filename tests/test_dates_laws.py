"""Laws that hold for dates in any text: windows, years 1 to 9999, order, switches, languages and work done."""

from __future__ import annotations

import re
import time
from datetime import MAXYEAR, date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm import BUILTIN
from newsnorm.dates import DateMention, date_edits, dates_of, find_dates
from newsnorm.dates.calendars import holiday_on, nearest, shifted, unit_value, week_value, weekday_near
from newsnorm.dates.grammar import PATTERNS
from newsnorm.dates.readers import READERS
from newsnorm.dates.readers.numerals import length
from newsnorm.dates.scan import scanner
from newsnorm.dates.vocabulary import vocabulary
from newsnorm.edits import apply

WORDS = vocabulary("en")
NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [name.title() for name in WORDS.months if len(name) > 4 or name in ("may", "june", "july")]
any_day = st.dates()
usual_day = st.dates(date(1900, 1, 1), date(2100, 12, 31))

# A soup of everything the grammar knows, and of what stands between.
SOUP = [
    *WORDS.numbers, *WORDS.ordinals, *MONTHS, *NAMES, *WORDS.units, *WORDS.seasons, *WORDS.parts, *WORDS.holidays,
    *WORDS.decades, *WORDS.frequencies, *WORDS.amounts, *WORDS.vague, "last", "this", "next", "that", "the", "same",
    "previous", "following", "ago", "earlier", "later", "before", "after", "from now", "of", "a", "to", "by", "will",
    "said", "year-earlier", "quarter", "period", "Q3", "H1", "FY22", "'90s", "1990s", "1998", "9999", "0001", "31",
    "29", "5 1/2", "3:30", "p.m.", "GMT", "o'clock", "15th", "nineteen", "the year two thousand", "2022-02-15",
    "2022-W07", "15/02/2022", "2/30/1999", "1998-99", "BC", "AD", "half", "before last", "net income", "[2022-02-15]",
    '"', "“", "’s", "(", "%", "$5",
]  # fmt: skip
soups = st.lists(
    st.tuples(st.sampled_from(SOUP), st.sampled_from([" ", " ", " ", "-", ", ", ". ", "\n", "\n\n", ""])), max_size=20
).map(lambda pairs: "".join(word + gap for word, gap in pairs))
texts = soups | st.text(max_size=80)


def spans(mentions: list[DateMention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in mentions]


@given(texts, st.none() | any_day)
@example("a year earlier, a century ago, last spring, the next decade", date(1, 1, 1))
@example("10,000 years from now, in two centuries, next winter, tomorrow", date(MAXYEAR, 12, 31))
@example("They sailed from the old harbour of the town\nat dawn with all their goods and took one\nminute ", None)
def test_any_text_on_any_day(text: str, published: date | None) -> None:
    mentions = find_dates(text, published)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        said = text[mention.start : mention.end]
        assert mention.text in (said, " ".join(said.split()))  # a space for the end of a line that was broken
        assert mention.text == mention.text.strip()
        assert mention.value
        assert mention.rule in BUILTIN
        assert mention.anchor_start is None or 0 <= mention.anchor_start < len(text)
        if mention.annotation:
            assert mention.certain
            assert mention.anchor is not None
            assert mention.value.startswith(mention.annotation)
        end = mention.end
    for style in ("annotate", "iso"):
        apply(text, date_edits(text, mentions, style))
    assert find_dates(text, published) == mentions


@given(texts)
def test_nothing_leans_on_a_day_that_is_not_given(text: str) -> None:
    assert all(mention.anchor != "publication" for mention in find_dates(text, None))


@given(texts, any_day, any_day)
def test_absolute_dates_are_the_same_on_any_day(text: str, first: date, second: date) -> None:
    found = [
        [m for m in find_dates(text, day) if m.anchor is None and m.rule in ("dates.iso", "dates.numeric", "dates.era")]
        for day in (first, second)
    ]
    assert found[0] == found[1]


@given(texts, any_day)
def test_spans_do_not_depend_on_the_day(text: str, published: date) -> None:
    assert spans(find_dates(text, published)) == spans(find_dates(text, None))


@given(soups, any_day)
@example("hourly\nQ3 ", date(2000, 1, 1))
@example("Dawn\nFrench", date(2000, 1, 1))
@example("the past\none ", date(2000, 1, 1))
@example("2022-02-15\n\n1998-99 ", date(2000, 1, 1))
@example("July\nthe future ", date(2000, 1, 1))
@example("He came on Monday [1999-12-27]\nand left [sic]\n on Friday.", date(2000, 1, 1))
@example("The Hawks host the Bears\non Friday.", date(2000, 1, 1))
def test_line_ends_and_quote_marks_do_not_matter(text: str, published: date) -> None:
    text = text.replace("’", "'").replace("“", '"')
    values = [(m.type, m.value) for m in find_dates(text, published)]
    assert [(m.type, m.value) for m in find_dates(text.replace("\n", "\r\n"), published)] == values
    assert [(m.type, m.value) for m in find_dates(text.replace("'s", "’s"), published)] == values


@given(usual_day, st.sampled_from(NAMES), st.sampled_from(["Talks begin", "He left", "They will meet", ""]))
def test_a_bare_weekday_lies_within_a_week(published: date, name: str, words: str) -> None:
    (mention,) = find_dates(f"{words} on {name}.", published)
    day = date.fromisoformat(mention.value)
    assert day.isoweekday() == NAMES.index(name) + 1
    assert abs((day - published).days) < 7


@given(usual_day, st.integers(1, 12), st.integers(1, 31))
def test_a_month_day_lies_within_half_a_year(published: date, month: int, number: int) -> None:
    mentions = find_dates(f"A feast is {MONTHS[month - 1]} {number} in Oslo.", published)
    days = [date.fromisoformat(m.value) for m in mentions if len(m.value) == 10]
    for day in days:
        assert (day.month, day.day) == (month, number)
        ahead = (day.year - published.year) * 12 + day.month - published.month + (day.day - published.day) / 32
        assert -6 <= ahead < 6 or (month, number) == (2, 29)
    assert days or number > 28


@given(usual_day, st.integers(1, 12), st.integers(1, 28))
def test_a_month_day_of_a_past_verb_lies_within_a_year_behind_or_near(published: date, month: int, number: int) -> None:
    (mention,) = find_dates(f"They met on {MONTHS[month - 1]} {number} in Oslo.", published)
    assert -366 <= (date.fromisoformat(mention.value) - published).days <= 100


@given(any_day, st.integers(1, 12))
def test_a_bare_month_lies_within_a_year(published: date, month: int) -> None:
    (mention,) = find_dates(f"They met in {MONTHS[month - 1]} in Oslo.", published)
    if not mention.value.startswith("XXXX"):
        ahead = (int(mention.value[:4]) - published.year) * 12 + month - published.month
        assert -12 < ahead < 12


@given(any_day)
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    value = week_value(day)
    assert date.fromisocalendar(int(value[:4]), int(value[6:]), day.isoweekday()) == day


@pytest.mark.parametrize(
    ("published", "words", "value"),
    [
        ("2021-01-03", "this week", "2020-W53"),
        ("2021-01-04", "last week", "2020-W53"),
        ("2020-12-31", "next week", "2021-W01"),
        ("2016-02-29", "a year ago today", "2015-02-28"),
        ("2024-03-31", "last month", "2024-02"),
        ("2024-02-28", "tomorrow", "2024-02-29"),
        ("2023-02-28", "tomorrow", "2023-03-01"),
        ("2023-06-01", "Feb. 29", "2024-02-29"),
        ("1900-03-01", "yesterday", "1900-02-28"),
        ("2000-03-01", "yesterday", "2000-02-29"),
    ],
)
def test_week_53_and_leap_days(published: str, words: str, value: str) -> None:
    assert find_dates(f"It was so {words}, he said.", published)[0].value == value


@given(any_day, st.integers(1, 7))
def test_last_and_next_weekday_leave_the_day_itself_out(day: date, weekday: int) -> None:
    for direction, low, high in ((-1, -7, -1), (0, -6, 0), (1, 1, 7)):
        found = weekday_near(day, weekday, direction)
        assert found is None or (found.isoweekday() == weekday and low <= (found - day).days <= high)


@given(any_day, st.sampled_from(sorted(set(WORDS.units.values()))), st.integers(-20000, 20000))
def test_steps_stay_in_the_calendar(day: date, unit: str, amount: int) -> None:
    moved = shifted(day, unit, amount)
    assert moved is None or unit_value(moved, unit)
    if unit == "D" and moved is not None:
        assert moved - day == timedelta(days=amount)


@given(any_day, st.integers(1, 12), st.integers(1, 31))
def test_nearest_month_day_is_that_day(day: date, month: int, number: int) -> None:
    found = nearest(day, month, number)
    assert found is None or (found.month, found.day) == (month, number)


@given(st.sampled_from(sorted(WORDS.holidays.items())), st.integers(1, MAXYEAR))
def test_every_holiday_has_a_day_in_every_year(holiday: tuple[str, str], year: int) -> None:
    day = holiday_on(holiday[1], year)
    # Easter is known for the calendar of today only.
    assert day is None if holiday[1].startswith("easter") and day is None else day is not None and day.year == year


@given(st.integers(1, 400), st.sampled_from(["day", "week", "month", "year", "hour", "minute"]))
def test_lengths_are_iso_8601(number: int, word: str) -> None:
    unit = WORDS.units[word]
    (mention,) = find_dates(f"They talked for {number} {word}s in Oslo.", None)
    assert (mention.type, mention.value) == ("DURATION", length(number, unit))
    assert re.fullmatch(r"P(?:\d+[DWMY]|T\d+[HM])", mention.value)


@given(soups, any_day, st.sampled_from(sorted(rule for rule, _, _ in PATTERNS)))
def test_a_rule_that_is_off_is_never_named(text: str, published: date, rule: str) -> None:
    assert all(m.rule != rule for m in find_dates(text, published, rules=BUILTIN.without(rule)))


def test_every_pattern_has_a_reader_and_a_row() -> None:
    names = [rule for rule, _, _ in PATTERNS]
    assert len(names) == len(set(names))
    assert set(names) == set(READERS) == {rule.id for rule in BUILTIN.stage("dates")}


def test_all_rules_off_finds_nothing() -> None:
    assert (
        find_dates("They met on Monday, Feb. 14, 2022 [2022-02-14].", "2022-02-15", rules=BUILTIN.without("dates"))
        == []
    )


@pytest.mark.parametrize("lang", ["fr", "de-AT", "zh-Hant"])
def test_a_language_without_data_finds_nothing(lang: str) -> None:
    assert find_dates("They met on Monday.", "2022-02-15", lang=lang) == []


def test_a_language_of_a_country_is_that_language() -> None:
    text = "They met on Monday."
    assert find_dates(text, "2022-02-15", lang="en-GB") == find_dates(text, "2022-02-15")


def test_speech_leans_on_what_was_said() -> None:
    text = '"The vote is on March 1," he said on Monday. "On that day we will know."'
    march, monday, that_day = find_dates(text, "2022-02-15")
    assert (march.value, monday.value) == ("2022-03-01", "2022-02-14")
    assert (that_day.value, that_day.anchor_start) == ("2022-03-01", march.start)
    assert [m.quoted for m in (march, monday, that_day)] == [True, False, True]


def test_what_goes_on_a_list_leans_on_the_mention_before_it() -> None:
    text = "They met on February 3. It closed that Friday, Saturday and Sunday."
    february, friday, saturday, sunday = find_dates(text, "2022-02-15")
    assert friday.anchor_start == february.start
    assert (saturday.value, saturday.anchor_start) == ("2022-02-05", friday.start)
    assert (sunday.value, sunday.anchor_start) == ("2022-02-06", saturday.start)


def test_a_mention_tells_how_it_was_settled() -> None:
    monday, year = find_dates("The court will rule on Monday, nearly two years ago.", "2022-02-15")
    assert (monday.value, monday.anchor, monday.cue, monday.certain) == ("2022-02-21", "publication", "will", True)
    assert (year.value, year.anchor, year.certain, year.annotation) == ("2020", "publication", False, None)


def test_what_follows_a_dateline_leans_on_its_day() -> None:
    march, monday = find_dates("OSLO, March 3 (Reuters) - The mine closed on Monday.", "2022-03-21")
    assert (march.anchor, monday.value) == ("publication", "2022-02-28")
    assert (monday.anchor, monday.anchor_start) == ("mention", march.start)


UNITS = ["Monday ", "1", "2022-", "2022-02-15 ", "last ", "the ", "two ", "a few ", "May ", "second ", "3 p.m. ", "'90s ",
         "year-", "early in the ", "on Tuesday, ", "[2022-02-15] ", " [2022-02-15]", "Q", "12/", "week of ", "and a half ",
         "nineteen ", "\n", '"', "will ", "said that last "]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_the_scan_tries_each_place_a_bounded_number_of_times(unit: str) -> None:
    """Count where the grammar is tried, not time: at most so many places for each word of the text."""
    compiled = scanner(BUILTIN, "en")
    for size in (2_000, 20_000):
        text = unit * (size // len(unit))
        found = find_dates(text, "2022-02-15")
        assert len(found) <= len(text)
        assert sum(len(run) for run, _ in compiled.anchors.runs(text)) <= 40 * (len(text) // 2)


@pytest.mark.parametrize("unit", UNITS)
def test_a_long_text_takes_linear_time(unit: str) -> None:
    """A quadratic step would take minutes here, so that the bound can be generous."""
    text = unit * (200_000 // len(unit))
    begin = time.process_time()
    find_dates(text, "2022-02-15")
    assert time.process_time() - begin < 20


@given(texts)
def test_what_has_no_place_in_the_calendar_is_found_all_the_same(text: str) -> None:
    found = dates_of(text, date(2022, 2, 15), "en", BUILTIN)
    everything, calendar = found.mentions(), found.in_calendar()
    assert [mention for mention in everything if mention in calendar] == calendar
    assert all(mention.annotation is None for mention in everything if mention not in calendar)
    assert date_edits(text, calendar, "annotate") == date_edits(text, everything, "annotate")


LEANING = [
    f"{way} {name}"
    for way in ("that", "the following", "the next", "the previous")
    for name in (*NAMES, *MONTHS, *WORDS.seasons)
]


@given(st.sampled_from(LEANING), usual_day)
@example("the following spring", date(2018, 9, 5))
@example("that Monday", date(2018, 9, 5))
def test_what_leans_on_another_date_is_not_printed_without_one(words: str, published: date) -> None:
    text = f"The band broke up. {words[0].upper()}{words[1:]} it came back."
    assert [m.annotation for m in find_dates(text, published)] == [None]


@given(st.sampled_from(MONTHS), st.sampled_from(MONTHS), usual_day, st.sampled_from(["to", "until", "through"]))
@example("December", "January", date(2010, 12, 20), "to")
def test_a_range_of_months_ends_within_a_year_of_its_start(first: str, last: str, published: date, to: str) -> None:
    start, end = (m.value for m in find_dates(f"It lasted from {first} {to} {last} in Oslo.", published))
    months = [int(value[:4]) * 12 + int(value[5:7]) for value in (start, end)]
    assert first == last or 0 < months[1] - months[0] < 12
