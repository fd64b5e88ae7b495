"""One sentence for each thing that a reader or the resolver tells apart: what is found, and what it means."""

from __future__ import annotations

import pytest

from newsnorm.dates import find_dates
from newsnorm.dates.calendars import holiday_on, nearest, shifted, weekday_near
from newsnorm.dates.readers.numerals import length, number_of
from newsnorm.dates.vocabulary import one_of, plain, vocabulary

REPORT = "The brewer's net income rose to $4 million"

# On 2022-02-15, a Tuesday, unless the sentence says otherwise.
CASES = [
    # figures and eras
    ("It was logged at 2022-03-01T14:30Z.", "TIME 2022-03-01T14:30"),
    ("The 2011-12 season was short.", "DATE 2011; DATE 2012"),
    ("It is dated 2011-12 in the file.", "DATE 2011-12"),
    ("The lease ends on 2024/05/06 or 2024.05.07.", "DATE 2024-05-06; DATE 2024-05-07"),
    ("The lease ends on 1-Mar-2023.", "DATE 2023-03-01"),
    ("The lease ends on 05.06.2023.", "DATE 2023-06-05"),
    ("The lease ended on 2/3/39 or 2/3/40.", "DATE 2039-02-03; DATE 1940-02-03"),
    ("Nothing was built in 0 BC.", ""),
    ("The shrine was built in 700 B.C., they say.", "DATE BC0700"),
    ("It was carved in the 5th century BC.", "DATE BC04"),
    ("The 0th century is no century.", ""),
    # days and months
    ("The fair runs Feb. 15-17.", "DATE 2022-02-15; DATE 2022-02-17"),
    ("The fair runs 15-17 February.", "DATE 2022-02-15; DATE 2022-02-17"),
    ("It opens the week of March 7.", "DATE 2022-W10"),
    ("It opened the week of March 6, 2020.", "DATE 2020-W10"),
    ("It opened last Oct. 23.", "DATE 2021-10-23"),
    ("It opens next March 3.", "DATE 2022-03-03"),
    ("It opens next Feb. 1.", "DATE 2023-02-01"),
    ("It has been open since May 3.", "DATE 2021-05-03"),
    ("It opens May 13 next year and opened on May 1 this year.", "DATE 2023-05-13; DATE 2022-05-01"),
    ("The September bond future was trading at 115.", "DATE 2022-09"),
    ("The plan:\n\n   October rains came.", "DATE 2021-10"),
    ("It opened on March third.", "DATE 2022-03-03"),
    ("It opens on the evening of March 3.", "DATE 2022-03-03"),
    ("It opens March 3, 2022, evening included.", "TIME 2022-03-03TEV"),
    ("Prices rose from October last year.", "DATE 2021-10"),
    ("It was founded in May '98.", "DATE 1998-05"),
    ("It opened last March and closes next January.", "DATE 2021-03; DATE 2023-01"),
    ("It opens this April.", "DATE 2022-04"),
    ("It stayed open in February.", "DATE 2022-02"),
    ("It stays open through June.", "DATE 2022-06"),
    # weekdays
    ("It opened the Friday before last.", "DATE 2022-02-04"),
    ("It opens Wednesday fortnight.", "DATE 2022-03-02"),
    ("It closed the week before last.", "DATE 2022-W05"),
    ("It opens Friday of next week.", "DATE 2022-02-25"),
    ("It opens this Tuesday and next Tuesday.", "DATE 2022-02-15; DATE 2022-02-22"),
    ("It opened Friday nights.", "SET XXXX-WXX-5TNI"),
    ("It opens Monday and Tuesday mornings.", "SET XXXX-WXX-1TMO; SET XXXX-WXX-2TMO"),
    ("It opened on Thurs. and closed.", "DATE 2022-02-10"),
    ("It burned, said The Sun.", ""),
    ("The war ended on June 5, 1967. That Monday shops were shut.", "DATE 1967-06-05; DATE 1967-06-05"),
    ("He says that Monday is fine.", "DATE 2022-02-14"),
    ("Black Friday sales rose.", ""),
    ("Ferries\n\nBlack Friday sales rose.", ""),
    ("Ferries\nBlack September was a group.", ""),
    ("Blue\nFriday was calm.", "DATE 2022-02-11"),
    # holidays
    ("It opened last Easter and closes next Easter.", "DATE 2021-04-04; DATE 2022-04-17"),
    ("It was shut in Easter week.", "DATE 2021-W13"),
    ("It was shut on Memorial Day, 2021.", "DATE 2021-05-31"),
    ("It was shut on Election Day 2020.", "DATE 2020-11-03"),
    ("It was shut on Good Friday.", "DATE 2021-04-02"),
    ("It was shut by year's end.", "DATE 2021-12-31"),
    # seasons
    ("It opened in summer 1999 and in winter, 2001.", "DATE 1999-SU; DATE 2001-WI"),
    ("It opened last summer and closes next spring.", "DATE 2021-SU; DATE 2022-SP"),
    ("It opened in the fall.", "DATE 2021-FA"),
    ("It is due in the summer.", "DATE 2022-SU"),
    ("Prices fall in the rain.", ""),
    ("The spring of the clock broke.", ""),
    ("They spring up anywhere.", ""),
    ("It opened in June 2012 and closed that autumn.", "DATE 2012-06; DATE 2012-FA"),
    # decades, centuries and years in words
    ("It was built in the thirties.", "DATE 193"),
    ("It was built in nineteen thirty-four.", "DATE 1934"),
    ("It was built in the winter of nineteen ninety-four.", "DATE 1994-WI"),
    ("It was built in May nineteen ninety-four.", "DATE 1994-05"),
    ("It was due in the year two thousand and ten.", "DATE 2010"),
    ("He saw nineteen five times.", ""),
    ("It was run by the state for much of the decade.", "DATE 202"),
    # counted
    ("It opened a decade ago.", "DATE 2012"),
    ("It opened two hours ago.", "TIME 2022-02-15"),
    ("It opened half a year ago.", "DATE 2021"),
    ("It opens three weeks from now.", "DATE 2022-W10"),
    ("It opens ages and many years from now.", "DATE FUTURE_REF"),
    ("It opened many years ago.", "DATE PAST_REF"),
    ("It opened on May 1, 1900. Many years later, it closed.", "DATE 1900-05-01; DURATION PXY"),
    ("It opened on May 1, 1900. Two hours later, it closed.", "DATE 1900-05-01; TIME 1900-05-01"),
    ("It opened two days after Christmas.", "DATE 2021-12-27"),
    ("It opens a week from tomorrow.", "DATE 2022-02-23"),
    ("It closed three days before March 6, 2020.", "DATE 2020-03-03"),
    ("It opened on May 1, 1900. The day before, it rained.", "DATE 1900-05-01; DATE 1900-04-30"),
    ("It opened on May 1, 1900. It had rained the day before.", "DATE 1900-05-01; DATE 1900-04-30"),
    # relative
    ("He came this past week.", "DATE 2022-W06"),
    ("He comes this coming Sunday.", "DATE 2022-02-20"),
    ("He said that last week was hard.", "DATE 2022-W06"),
    ("He left on May 1, 1900. That night it rained.", "DATE 1900-05-01; TIME 1900-05-01TNI"),
    ("He left on May 1, 1900. The next morning it rained.", "DATE 1900-05-01; TIME 1900-05-02TMO"),
    ("He left on May 1, 1900. The following month it rained.", "DATE 1900-05-01; DATE 1900-06"),
    ("He left on May 1, 1900. The following January it rained.", "DATE 1900-05-01; DATE 1901-01"),
    ("He left on May 1, 1900. The previous winter was mild.", "DATE 1900-05-01; DATE 1899-WI"),
    ("He left in 1900. The next year it rained.", "DATE 1900; DATE 1901"),
    ("It will rain over the next year.", "DURATION P1Y"),
    ("It rained over the past year.", "DURATION P1Y"),
    ("It rained in the past afternoon.", ""),
    ("It rained in the latest year.", "DATE 2021"),
    ("It rained that hour and this minute.", ""),
    ("It will rain this year-end.", "DATE 2022"),
    ("It rains in the coming days.", "DURATION PXD"),
    ("This day will be remembered.", "DATE 2022-02-15"),
    ("To this day nobody knows.", ""),
    ("The last day was hard.", ""),
    ("It rained the day before yesterday and will the day after tomorrow.", "DATE 2022-02-13; DATE 2022-02-17"),
    ("It rained tonight and yesterday morning.", "TIME 2022-02-15TNI; TIME 2022-02-14TMO"),
    ("It rained over the weekend.", "DATE 2022-W06-WE"),
    ("It was shut ahead of the weekend.", "DATE 2022-W07-WE"),
    ("It rained later in the week and later in the year.", "DATE 2022-W07; DATE 2022"),
    ("Sales for the year ended March 31 rose.", "DURATION P1Y; DATE 2021-03-31"),
    # clock
    ("He spoke at four o'clock in the afternoon.", "TIME 2022-02-15T16:00"),
    ("He spoke at 11 o'clock.", "TIME 2022-02-15T11:00"),
    ("He counted twenty o'clock chimes.", ""),
    ("He spoke at 15:30 and at 0900 GMT.", "TIME 2022-02-15T15:30; TIME 2022-02-15T09:00"),
    ("He spoke at noon Monday.", "TIME 2022-02-14T12:00"),
    ("He spoke at 12:30 a.m. and 12:30 p.m.", "TIME 2022-02-15T00:30; TIME 2022-02-15T12:30"),
    ("He won by 3:15 in straight sets.", "TIME 2022-02-15T03:15"),
    ("Dawn French spoke.", ""),
    # lengths, sets and vague ones
    ("It lasted 5 ½ hours.", "DURATION PT5H30M"),
    ("It lasted two and a half years.", "DURATION P2Y6M"),
    ("It lasted a year and a half.", "DURATION P1Y6M"),
    ("It lasted half an hour.", "DURATION PT30M"),
    ("It lasted 2.5 weeks.", "DURATION P2.5W"),
    ("It lasted 1 1/2 days.", "DURATION P1DT12H"),
    ("It lasted two hundred and ten years.", "DURATION P210Y"),
    ("It lasted several decades, some centuries.", "DURATION PXDE; DURATION PXC"),
    ("It lasted a couple of weeks.", "DURATION P2W"),
    ("It lasted a dozen years.", "DURATION P12Y"),
    ("The past three summers were hot.", "SET XXXX-SU"),
    ("The next couple of years will be hard.", "DURATION P2Y"),
    ("He will one day be king.", "DATE FUTURE_REF"),
    ("In this day and age nobody writes.", ""),
    ("It was on 60 Minutes.", ""),
    ("Three quarters of them left.", ""),
    ("A minute passed.", ""),
    ("It is open 24 hours a day.", ""),
    ("Their 6-month-old son slept.", ""),
    ("The 8-month-old truce holds.", "DURATION P8M"),
    ("It ran every other week, every few days, every third day and every 4 years.",
     "SET P2W; SET PXD; SET P3D; SET P4Y"),
    ("It ran every May, every summer, every morning and every Friday.",
     "SET XXXX-05; SET XXXX-SU; SET XXXX-XX-XXTMO; SET XXXX-WXX-5"),
    ("Every second counts.", ""),
    ("The TGI Fridays closed, and shops close on Sundays.", "SET XXXX-WXX-7"),
    ("It rose 8% annually, and is paid annually.", "SET P1Y"),
    ("A quarterly dividend is paid.", ""),
    ("The early hours were calm, and future years will be.", "DATE FUTURE_REF"),
    ("The minutes of the meeting leaked.", ""),
    ("It was the second quarters of old.", ""),
    ("He called as soon as he could, and will come soon.", "DATE FUTURE_REF"),
    ("The past president met the past.", "DATE PAST_REF"),
    # reports
    (f"{REPORT} in last year's third quarter.", "DATE 2021-Q3"),
    (f"{REPORT} in Q3, from $3 million a year earlier.", "DATE 2021-Q3; DATE 2020-Q3"),
    (f"{REPORT} in the first half of fiscal 2021.", "DATE 2021-H1"),
    (f"{REPORT} in the 2021 quarter.", "DATE 2021-Q4"),
    (f"{REPORT} in the quarter, from $3 million a year ago.", "DATE 2021-Q4; DATE 2020-Q4"),
    (f"{REPORT} in the year-earlier third quarter.", "DATE 2020-Q3"),
    (f"{REPORT} in the year-earlier nine months.", "DURATION P9M"),
    (f"{REPORT} in the third quarter. It will rise in the first quarter and next quarter.",
     "DATE 2021-Q3; DATE 2022-Q1; DATE 2022-Q2"),
    (f"{REPORT} in the quarter. The year-earlier $3 million was poor.", "DATE 2021-Q4"),
    (f"{REPORT} in the quarter. A boss left a year ago.", "DATE 2021-Q4; DATE 2021"),
    ("It is the fifth quarter.", ""),
    (f"{REPORT}, beating the third-quarter forecast and the year-earlier results.", "DATE 2021-Q3; DATE 2020-Q3"),
    (f"{REPORT} in the latest period.", "DATE 2021-Q4"),
    (f"{REPORT} in the first half, from $3 million a year earlier.", "DATE 2021-H1; DATE 2020-H1"),
    (f"{REPORT} in the first half and in the quarter.", "DATE 2021-H1; DATE 2021-Q4"),
    # odds and ends
    ("It is dated 2022-02-30 in the file.", ""),
    ("It fell on the day before the vote.", ""),
    ("The board meets twice a year.", "SET P1Y"),
    ("It was shut for some 9 week.", "DURATION P9W"),
    ("The decades-long feud and the weeklong talks ended.", "DURATION PXDE; DURATION P1W"),
    ('He was a guest of This Week.', ""),
    ("On Friday, the court will rule.", "DATE 2022-02-18"),
    ("The talks resume Friday.", "DATE 2022-02-18"),
    ("He vowed to march on Friday.", "DATE 2022-02-18"),
    ("The court will rule on Thursday. It must rule Thursday at noon.",
     "DATE 2022-02-17; DATE 2022-02-17; TIME 2022-02-17T12:00"),
    ("It fell on Monday [2022-02-14], Feb. 14.", "DATE 2022-02-14"),
    ("It fell on Monday [2022-02-14].", "DATE 2022-02-14; DATE 2022-02-14"),
    ("This Week is on air; this period is not.", ""),
    ("Rain in the summer?", "DATE 2022-SU"),
    (f"{REPORT} in the quarter. A year ago nobody knew.", "DATE 2021-Q4; DATE 2021"),
    # years
    ("The fire of 1212 was worse than that in 1213.", "DATE 1213"),
    ("The 1998-99 winter was mild; that of 1998-1999, too.", "DATE 1998; DATE 1999; DATE 1998; DATE 1999"),
    ("The file 1998-97 is lost.", ""),
    ("It fell in 2020 to 3 percent.", "DATE 2020"),
    ("It sold 2020 cars.", ""),
    ("He lives at 2010 Mill Road.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_kind(text: str, wanted: str) -> None:
    assert "; ".join(f"{m.type} {m.value}" for m in find_dates(text, "2022-02-15")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It opened on Tuesday night.", "XXXX-WXX-2TNI"),
        ("It opened on May 3.", "XXXX-05-03"),
        ("It opened in November.", "XXXX-11"),
        ("It opened last summer.", "XXXX-SU"),
        ("It opened last week, month, and last year.", "XXXX-WXX; XXXX"),
        ("It opened at noon.", "XXXX-XX-XXT12:00"),
        ("It opened on Christmas Eve.", "XXXX-12-24"),
        ("It opened at Easter.", "XXXX-XX-XX"),
        ("Profit rose in the third quarter and in the quarter.", "XXXX-Q3; XXXX-QX"),
        ("It opened two days later.", "XXXX-XX-XX"),
        ("It opened that year.", "XXXX"),
        ("It opened in the first half, when profit rose.", "XXXX-H1"),
        ("It opened on May 1, 1900, and closed the next day.", "1900-05-01; 1900-05-02"),
        ("Net income rose in the latest quarter from $3 a year earlier.", "XXXX-QX; XXXX"),
        ("Net income rose in Q3 from a year earlier.", "XXXX-Q3; XXXX"),
    ],
)
def test_without_a_publication_date_values_stay_open(text: str, wanted: str) -> None:
    assert "; ".join(m.value for m in find_dates(text, None)) == wanted


@pytest.mark.parametrize(
    ("published", "text", "wanted"),
    [
        ("0001-01-01", "It was yesterday, last year, in two decades and last October.", "XXXX-XX-XX; XXXX; XXXX-10"),
        ("0001-01-01", "It was on Thursday.", "XXXX-WXX-4"),
        (
            "9999-12-31",
            "It will be tomorrow, next year, next spring and a century from now.",
            "XXXX-XX-XX; XXXX; XXXX-SP; XXXX",
        ),
        ("2023-01-02", "It was in the fourth quarter, when profit rose.", "2022-Q4"),
        ("2022-10-20", "Profit will rise in the first quarter.", "2023-Q1"),
        ("2022-02-21", "It was a good week for all of the week.", "2022-W07"),
        ("2022-02-19", "It rains over the weekend.", "2022-W07-WE"),
        ("2022-01-20", "It was shut in the winter.", "2021-WI"),
    ],
)
def test_at_the_edges_of_the_calendar(published: str, text: str, wanted: str) -> None:
    assert "; ".join(m.value for m in find_dates(text, published) if m.type != "DURATION") == wanted


def test_steps_out_of_the_calendar_give_nothing() -> None:
    from datetime import date

    assert shifted(date(1, 1, 1), "D", -1) is None
    assert shifted(date(9999, 12, 31), "M", 1) is None
    assert shifted(date(2022, 2, 15), "TH", 5) == date(2022, 2, 15)
    assert weekday_near(date(9999, 12, 31), 1, 1) is None
    assert nearest(date(2022, 2, 15), 2, 30) is None
    assert holiday_on("-1 Mon 5", 2022) == date(2022, 5, 30)
    assert holiday_on("02-29", 2023) is None
    assert holiday_on("easter 0", 10_000) is None
    assert holiday_on("4 Thu 11", 10_000) is None


def test_numerals() -> None:
    words = vocabulary("en")
    assert number_of("twelve thousand and five", words) == 12005
    assert number_of("2 thousand", words) == 2000
    assert number_of("umpteen", words) is None
    assert length("X", "2W") == "PXW"
    assert length(0.5, "D") == "PT12H"
    assert length(0.3, "Y") == "P0.3Y"


def test_words_become_a_tree() -> None:
    assert one_of(["a", "a few", "few"]) == one_of(["few", "a few", "a"])
    assert plain("  New\n Year’s ") == "new year's"


def test_a_decade_is_no_year_to_count_from_and_is_not_printed() -> None:
    decade, later = find_dates("Prices fell in the 1990s. Two years later they rose.", "2022-02-15")
    assert (decade.value, decade.annotation) == ("199", None)
    assert later.value == "2024"


def test_a_long_text_is_read_as_a_short_one() -> None:
    paragraph = "She left early on Monday, Feb. 14, two days after the vote.\n\nThe week\n\n"
    often = 1000
    once = [mention.text for mention in find_dates(paragraph, "2022-02-15")]
    found = find_dates(paragraph * often, "2022-02-15")
    assert len(paragraph * often) > 1 << 15
    assert [mention.text for mention in found] == once * often
    assert all((paragraph * often)[mention.start : mention.end] == mention.text for mention in found)


def test_speech_leans_on_the_day_of_the_story_however_far_that_stands() -> None:
    between = " The harbour was full of ships." * 20
    told = f'The crew won the race on Monday.{between} "We rowed well today," Haddad said.'
    assert [m.annotation for m in find_dates(told, "2022-02-15")] == ["2022-02-14", None]
    of_the_day = f'The crew won the race on Tuesday.{between} "We rowed well today," Haddad said.'
    assert [m.annotation for m in find_dates(of_the_day, "2022-02-15")] == ["2022-02-15", "2022-02-15"]


@pytest.mark.parametrize("letters", range(12))
def test_a_participle_is_none_where_the_word_before_it_stands_far_from_the_date(letters: int) -> None:
    text = f"The contract could be reached {'x' * letters} within a matter of weeks or even of days, before its June 30 expiry."
    assert [m.value for m in find_dates(text, "2008-01-14") if "June" in m.text] == ["2008-06-30"]


def test_a_list_of_what_is_to_come_has_no_day_that_has_been() -> None:
    text = "The tour starts on Sept. 3.\n\nSept. 3 Leeds\n\nJuly 19 Oslo\n\nJuly 20 Lund July 21 Malmo\n\nIt ended on July 22."
    found = [m.annotation for m in find_dates(text, "1996-08-30")]
    assert found == ["1996-09-03", "1996-09-03", None, None, None, "1996-07-22"]
