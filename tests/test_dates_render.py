"""What is printed for a date, and where: mentions are made by hand here, so that only rendering is tested."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.dates import find_dates
from newsnorm.dates.mention import DateMention
from newsnorm.dates.render import date_edits
from newsnorm.edits import Edit, apply

# {words|value} is a mention with that annotation (up to the day), {words|=value} one that is not annotated,
# and {words|value|quoted} one inside a quotation. A value with a "T" makes the mention a TIME.
HOLIDAYS = ("Christmas", "Easter Sunday", "last Thanksgiving")
MARK = re.compile(r"\{([^|{}]+)\|(=?)([^|{}]+)(\|quoted)?\}|[^{]+")


def read(marked: str) -> tuple[str, list[DateMention]]:
    text, mentions = "", []
    for found in MARK.finditer(marked):
        if found[1] is None:
            text += found[0]
            continue
        value, start = found[3], len(text)
        text += found[1]
        day = value.partition("T")[0]
        mentions.append(
            DateMention(
                start,
                len(text),
                found[1],
                "TIME" if "T" in value else "DATE",
                value,
                "dates.holiday" if found[1] in HOLIDAYS else "dates.weekday",
                None if found[2] else day,
                bool(found[4]),
            )
        )
    return text, mentions


def annotated(marked: str) -> str:
    text, mentions = read(marked)
    return apply(text, date_edits(text, mentions, "annotate"))


def iso(marked: str) -> str:
    text, mentions = read(marked)
    return apply(text, date_edits(text, mentions, "iso"))


ANNOTATED = {
    "The envoy left on {Tuesday|2022-02-15}.": "The envoy left on Tuesday [2022-02-15].",
    "He heads home {later today|2022-02-15}, he said.": "He heads home later today [2022-02-15], he said.",
    "{Tuesday|2022-02-15}'s attack failed.": "Tuesday's [2022-02-15] attack failed.",
    "{Tuesday|2022-02-15}\u2019s attack failed.": "Tuesday\u2019s [2022-02-15] attack failed.",
    "the {Monday|2022-02-14}-night show": "the Monday-night [2022-02-14] show",
    "{Monday night|2022-02-14TNI} it rained.": "Monday night [2022-02-14] it rained.",
    "this {Christmas|2022-12-25}' sales": "this Christmas' [2022-12-25] sales",
    "He said '... by {Christmas|2022-12-25|quoted}' and left.": "He said '... by Christmas [2022-12-25]' and left.",
    '"See you {tomorrow|2022-02-16|quoted}," she said.': '"See you tomorrow [2022-02-16]," she said.',
    "He left on {Tues|2022-02-15}. and came back.": "He left on Tues. [2022-02-15] and came back.",
    "He left on {Tuesday|2022-02-15}. She stayed.": "He left on Tuesday [2022-02-15]. She stayed.",
    "on {Monday|2022-02-14}, {Feb. 14|2022-02-14}, in Oslo": "on Monday, Feb. 14 [2022-02-14], in Oslo",
    "on {Monday|2022-02-14}, {this year|2022}'s prices": "on Monday [2022-02-14], this year's [2022] prices",
    "{Monday|2022-02-14} of {this week|2022-W07}": "Monday of this week [2022-02-14]",
    "{3 p.m.|2022-02-14T15:00} on {Monday|2022-02-14}": "3 p.m. on Monday [2022-02-14]",
    "{Monday|2022-02-14} ({14 February 2022|=2022-02-14})": "Monday (14 February 2022)",
    "from {Monday|2022-02-14} to {Friday|2022-02-18}": "from Monday [2022-02-14] to Friday [2022-02-18]",
    "in {January|2022-01}-{March|2022-03}, prices": "in January-March [2022-01/2022-03], prices",
    "{Monday|2022-02-14}, when it rained, and {Tuesday|2022-02-15}": (
        "Monday [2022-02-14], when it rained, and Tuesday [2022-02-15]"
    ),
    "after {three days|=P3D}, {Tuesday|2022-02-15} it ended": "after three days, Tuesday [2022-02-15] it ended",
    "{Monday|2022-02-31} of {this week|2022-W07}": "Monday [2022-02-31] of this week [2022-W07]",
    "from {June 25|1996-06-25}-{27|1996-06-27}": "from June 25-27 [1996-06-25/1996-06-27]",
    "{Monday|2022-02-14}/{Tuesday|2022-02-15}": "Monday/Tuesday [2022-02-14/2022-02-15]",
    "in {November|2021-11}\u2013{January 2022|=2022-01}": "in November\u2013January 2022 [2021-11/2022-01]",
    "{last week|2022-W06}\nthe": "last week [2022-W06]\nthe",
    "over {the weekend|2022-W06-WE} and": "over the weekend [2022-W06-WE] and",
    "It rained {this summer|2022-SU}.": "It rained this summer [2022-SU].",
    "{last year|2021} and {next year|2023}": "last year [2021] and next year [2023]",
}

LEFT_ALONE = [
    "It was {February 15, 2022|=2022-02-15}.",
    "on {Tuesday|2022-02-15} [2022-02-15] and",
    "on {Tuesday|2022-02-15} (2022-02-15) and",
    "on {Tuesday|2022-02-15}[2022-02-15] and",
    "{Tuesday|2022-02-15}'s [2022-02-15] attack",
    "{last year|2021} (2021)",
    "{last quarter|2021-Q4} [2021-Q4]",
    "over {the weekend|2022-W06-WE} [2022-W06-WE]",
    "{January|2022-01}-{March|2022-03} [2022-01/2022-03]",
    'He said: "We go [on {Tuesday|2022-02-15|quoted}], I think."',
    "a 2021-{Q4|2021-Q4} loss",
    "from {June 25|1996-06-25}-27 in Leeds",
    "in {this decade|202} and {this century|20}",
    "nothing here",
]

ISO = {
    # an object of a preposition
    "The envoy left on {Tuesday|2022-02-15}.": "The envoy left on 2022-02-15.",
    "Nobody has left since {last month|2022-01}.": "Nobody has left since 2022-01.",
    "Profit rose in {the last quarter|2021-Q4}.": "Profit rose in 2021-Q4.",
    "Talks begin in {three days|2022-02-18}.": "Talks begin on 2022-02-18.",
    "In {three days|2022-02-18} talks begin.": "On 2022-02-18 talks begin.",
    "At {the weekend's end|2022-02-13} they sang.": "On 2022-02-13 they sang.",
    "They moved in {Tuesday|2022-02-15}.": "They moved in on 2022-02-15.",
    "as early as {Tuesday|2022-02-15}": "as early as 2022-02-15",
    "no later than {Friday|2022-02-18}": "no later than 2022-02-18",
    "between the vote and {Friday|2022-02-18}": "between the vote and 2022-02-18",
    "from {a year earlier|2020-Q4}": "from 2020-Q4",
    "by {the end of next month|2022-03}": "by the end of 2022-03",
    "on {Monday, Feb. 14|2022-02-14}, she": "on 2022-02-14, she",
    "on {Monday|2022-02-14} and {Tuesday|2022-02-15}": "on 2022-02-14 and 2022-02-15",
    "{Monday|2022-02-14} of {next week|2022-W07} they meet": "On 2022-02-14 they meet",
    # by itself
    "The envoy left {Tuesday|2022-02-15}.": "The envoy left on 2022-02-15.",
    "The envoy left {last month|2022-01} for Rome.": "The envoy left in 2022-01 for Rome.",
    "Profit rose {last quarter|2021-Q4}.": "Profit rose in 2021-Q4.",
    "{Last month|2022-01}, she left.": "In 2022-01, she left.",
    "{Tuesday|2022-02-15} the envoy left.": "On 2022-02-15 the envoy left.",
    "It fell. {Yesterday|2022-02-14} police came.": "It fell. On 2022-02-14 police came.",
    "It left the U.S. {Tuesday|2022-02-15}.": "It left the U.S. on 2022-02-15.",
    "{Two years ago|2020}, the mill shut.": "In 2020, the mill shut.",
    "A heading\n{Two years ago|2020}, the mill shut.": "A heading\nIn 2020, the mill shut.",
    "she said\n{Tuesday|2022-02-15} in Graz": "she said\non 2022-02-15 in Graz",
    "She left {nearly two years ago|2020}.": "She left in 2020.",
    "She left {three days later|2022-02-18}.": "She left on 2022-02-18.",
    # a word in front of it that stays
    "He heads home {later today|2022-02-15}, he said.": "He heads home later on 2022-02-15, he said.",
    "He heads home later {today|2022-02-15}, he said.": "He heads home later on 2022-02-15, he said.",
    "{Earlier this year|2022}, he fell.": "Earlier in 2022, he fell.",
    "It opens {early next year|2023}.": "It opens early in 2023.",
    "since {early last year|2021}": "since early 2021",
    "by {late Tuesday|2022-02-15}": "by late on 2022-02-15",
    # before a noun
    "{Tuesday|2022-02-15}'s attack failed.": "The 2022-02-15 attack failed.",
    "In {next month|2022-03}'s vote he runs.": "In the 2022-03 vote he runs.",
    "at the end of {Friday|2022-02-11}'s talks": "at the end of the 2022-02-11 talks",
    "at {the end of Friday|2022-02-11}'s talks": "at the end of the 2022-02-11 talks",
    "your {Oct. 23|2021-10-23} Tribune report": "your 2021-10-23 Tribune report",
    "a {Tuesday|2022-02-15} meeting": "a 2022-02-15 meeting",
    "an {August|2021-08} vote": "a 2021-08 vote",
    "An {August|2021-08} vote": "A 2021-08 vote",
    "the {August 7|2021-08-07} blast": "the 2021-08-07 blast",
    "{Third-quarter|2021-Q3} profit rose.": "2021-Q3 profit rose.",
    "in {Tuesday|2022-02-15} trading": "in 2022-02-15 trading",
    # the part of the day and the clock stay
    "They met {Monday night|2022-02-14TNI}.": "They met on the night of 2022-02-14.",
    "They met on {Monday night|2022-02-14TNI}.": "They met on the night of 2022-02-14.",
    "{This morning|2022-02-15TMO}, they met.": "On the morning of 2022-02-15, they met.",
    "They met {late Monday night|2022-02-14TNI}.": "They met late on the night of 2022-02-14.",
    "They met on {early Monday|2022-02-14}.": "They met on early 2022-02-14.",
    "They meet {tonight|2022-02-15TNI}.": "They meet on the night of 2022-02-15.",
    "at {3 p.m. Monday|2022-02-14T15:00}, it rang": "at 3 p.m. on 2022-02-14, it rang",
    "until {5 p.m. EST, Nov. 6|2022-11-06T17:00}.": "until 5 p.m. EST on 2022-11-06.",
    "at {6 p.m. Thursday, Jan. 4|2024-01-04T18:00} in Elma": "at 6 p.m. on 2024-01-04 in Elma",
    "at {noon|2022-02-15T12:00}.": "at noon on 2022-02-15.",
    # the subject, a dateline, a line or parentheses of its own
    "{Tuesday|2022-02-15} was quiet.": "2022-02-15 was quiet.",
    "{Next year|2023} will be better.": "2023 will be better.",
    "KYIV, {Feb. 15|2022-02-15} (Reuters) - It": "KYIV, 2022-02-15 (Reuters) - It",
    "KYIV, {Feb. 15|2022-02-15} /Wireline/ -- It": "KYIV, 2022-02-15 /Wireline/ -- It",
    "Graz, {Feb. 15|2022-02-15} - It": "Graz, 2022-02-15 - It",
    "It fell ({Tuesday|2022-02-15}).": "It fell (2022-02-15).",
}

# Where the words around it do not settle its place, or it is nobody's to reword, brackets follow.
BRACKETED = [
    '"We go {later today|2022-02-15|quoted}[]," he said.',
    "It came just {two days ago|2022-02-13}[].",
    "She called {Tuesday|2022-02-15}[] a gift.",
    "She said {Tuesday|2022-02-15}[] was hard.",
    "She spent {Tuesday|2022-02-15}[] in bed.",
    "They sang at {Christmas|2021-12-25}[].",
    "It was shut {last Thanksgiving|2021-11-25}[].",
    "He will start {the third quarter|2022-Q3}[] with a loss.",
    "one of {the year|2022}'s[] best ideas",
    "{this year|2022}'s[] hottest race",
    "In {the quarter|2021-Q4}[] ended Dec. 31 it",
    "It came {the day|2022-02-16}[] after the vote.",
    "over {the weekend|2022-W06-WE}[]",
    "It rained {overnight|2022-02-14TNI}[].",
    "a {Tuesday|2022-02-15}[] was",
    "on his {Tuesday night|2022-02-15TNI}[] show",
    "It rang {around dawn Tuesday|2022-02-15T06:00}[].",
    "heavy {late Monday|2022-02-14}[] trading",
    "They settled on {next month|2022-03}[].",
    "It is shut all {next week|2022-W08}[].",
    "It is due in {mid-March|2022-03}[].",
    "on a sunny {Friday|2022-02-11}[]",
    "on this windswept {Friday|2022-02-11}[]",
    "from 9 p.m. to {3 a.m. on Boxing Day|2021-12-26T03:00}[].",
    "on a sunny {Friday morning|2022-02-11TMO}[]",
    "We're {three days from May 1|2022-04-28}[].",
    "She left {the same day|2022-02-13}[] as her son.",
    "{this summer|2022-SU}[] it rained",
    "{Tuesday|2022-02-15}[] attacks kill nine",
    "heavy {Monday|2022-02-14}[] trading",
    "{Sunday night|2022-02-13TNI}'s[] debate",
    "every {last week|2022-W06}'s[] vote",
    "{today|2022-02-15}'s[] three meetings",
    "{Tuesday|2022-02-15}'s[] the day.",
    "a pre-{Tuesday|2022-02-15}[] deal",
    "the {Monday|2022-02-14}-night[] show",
    "{Monday|2022-02-14} ({Feb. 14|2022-02-14}[])",
    "The envoy left {last week|2022-W06}[].",
    "{Earlier this week|2022-W07}[], he fell.",
    "It rained in {late October|2021-10}[].",
    "It opens {early next month|2022-03}[].",
    "They meet {tonight|2022-02-15TNI}[] at 6:30.",
    "By A. Writer\n\n{Friday, January 11|2019-01-11}[]\n\nIt fell.",
    "{Tuesday|2022-02-15}[]:\nIt fell.",
]


@pytest.mark.parametrize("marked", ANNOTATED)
def test_annotates(marked: str) -> None:
    assert annotated(marked) == ANNOTATED[marked]


@pytest.mark.parametrize("style", ["annotate", "iso"])
@pytest.mark.parametrize("marked", LEFT_ALONE)
def test_leaves_alone_what_is_said_already(marked: str, style: str) -> None:
    text, mentions = read(marked)
    assert date_edits(text, mentions, "iso" if style == "iso" else "annotate") == []


@pytest.mark.parametrize("marked", ISO)
def test_puts_the_date_in_its_place(marked: str) -> None:
    assert iso(marked) == ISO[marked]


@pytest.mark.parametrize("marked", BRACKETED)
def test_puts_brackets_where_the_place_is_unclear(marked: str) -> None:
    value = read(marked.replace("[]", ""))[1][0].annotation
    wanted = read(marked.replace("[]", f" [{value}]"))[0]
    assert iso(marked.replace("[]", "")) == wanted


@pytest.mark.parametrize("marked", [*ANNOTATED, *ISO])
def test_edits_name_a_rule_and_are_in_order(marked: str) -> None:
    text, mentions = read(marked)
    for edits in (date_edits(text, mentions, "annotate"), date_edits(text, mentions, "iso")):
        assert edits == sorted(edits)
        assert {rule for edit in edits for rule in edit.rules} <= {"dates.weekday", "dates.holiday"}


@pytest.mark.parametrize("marked", [*ANNOTATED, *ISO])
def test_annotating_only_inserts(marked: str) -> None:
    text, mentions = read(marked)
    for edit in date_edits(text, mentions, "annotate"):
        assert edit.start == edit.end
        assert re.fullmatch(r" \[[-\dA-Z/]+\]", edit.new)


WORDS = st.sampled_from(
    [
        "said",
        "on",
        "the",
        "a",
        "an",
        "in",
        "at",
        "late",
        "attack",
        "was",
        "and",
        "'s",
        ",",
        ".",
        "(",
        ")",
        "[",
        "]",
        "-",
        "\n",
        '"',
        "U.S.",
    ]
)
VALUES = st.sampled_from(["2022-02-15", "2022-02-14T15:00", "2022-W07", "2022-02", "2021-Q4", "2021", "2022-SU", "202"])
NAMES = st.sampled_from(
    ["Tuesday", "last week", "Monday night", "3 p.m.", "3 p.m. Monday", "the quarter", "two days ago", "late Monday"]
)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", " "]), NAMES, VALUES, st.booleans(), st.booleans()), max_size=6))
def test_any_context_gives_edits_that_apply(pieces: list[tuple[str, str, str, str, bool, bool]]) -> None:
    text, mentions = "", []
    for word, space, name, value, known, quoted in pieces:
        text += word + space
        mentions.append(
            DateMention(
                len(text),
                len(text) + len(name),
                name,
                "TIME" if "T" in value else "DATE",
                value,
                "dates.weekday",
                value.partition("T")[0] if known else None,
                quoted,
            )
        )
        text += name + space
    before_and_after = date_edits(text, mentions, "annotate"), date_edits(text, mentions, "iso")
    for edits in before_and_after:
        apply(text, edits)
    for edit in before_and_after[1]:
        for mention in mentions:
            if mention.quoted and edit.start < mention.end and mention.start < edit.end:
                raise AssertionError(f"{edit} changes the words of a quotation in {text!r}")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_around_a_mention(before: str, after: str) -> None:
    text = f"{before}Tuesday{after}"
    mention = DateMention(len(before), len(before) + 7, "Tuesday", "DATE", "2022-02-15", "dates.weekday", "2022-02-15")
    once = apply(text, date_edits(text, [mention], "annotate"))
    assert date_edits(once, [mention], "annotate") == []
    edits = date_edits(text, [mention], "iso")
    assert all(isinstance(edit, Edit) and "2022-02-15" in edit.new for edit in edits)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("It rang at 3 a.m. on Thursday morning.", "It rang at 3 a.m. on Thursday morning [2008-01-17]."),
        ("It opened at 8 a.m. this morning.", "It opened at 8 a.m. this morning [2008-01-17]."),
        ("It rang at 3 a.m. on January 16, 2008.", "It rang at 3 a.m. on January 16, 2008."),
    ],
)
def test_a_clock_time_that_only_implies_its_day_hides_none(text: str, printed: str) -> None:
    mentions = find_dates(text, "2008-01-17")
    assert mentions and mentions[0].rule == "dates.clock"
    assert apply(text, date_edits(text, mentions, "annotate")) == printed
