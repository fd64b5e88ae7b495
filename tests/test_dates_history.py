"""What a present-day text tells of years gone by, over its paragraphs."""

from __future__ import annotations

import pytest

from newsnorm import resolve_dates
from newsnorm.dates.years import named_before

CASES = [
    # A month or holiday that opens a sentence goes on with the year of the paragraph before.
    ("2014-06-28", "In 1914 war came.\n\nBy Christmas, a million were dead.", ""),
    ("2013-12-06", "On 5 August 1962 he was arrested.\n\nIn October the trial opened.", ""),
    ("2013-12-06", "Then in 1962 he was arrested.\n\nOn October 3 the trial opened.", ""),
    # One that stands elsewhere does not, nor one after another paragraph or of the present.
    ("2013-12-06", "On 5 August 1962 he was arrested.\n\nIts owner was freed in October.", "2013-10"),
    ("2013-12-06", "In 1962 he was arrested.\n\nHe was ill.\n\nIn October it rained.", "2013-10"),
    ("2013-12-06", "In 1962 he was arrested.\n\nIn October it rained, the mayor said.", "2013-10"),
    ("2013-12-06", "The club, founded in 1962, was sold.\n\nIn October it rained.", "2013-10"),
    ("2013-12-06", "In 1962 he was arrested.\n\nOn Thursday he died. In October he was ill.", "2013-12-05 2013-10"),
    # A report with an old year or two in its background keeps its days.
    (
        "2024-05-15",
        "The bridge fell on Monday. It was built in 1962.\n\nIn 2009, a barge hit it.\n\nOn Tuesday, divers found a car.",
        "2024-05-13 2024-05-14",
    ),
    (
        "2024-05-15",
        "In 2009, a barge hit the bridge. On Monday, it fell. It was old and rusty, and closed on Sunday.",
        "2024-05-13 2024-05-12",
    ),
    ("2024-05-15", "On June 3, 2011, a court jailed him. On Monday, another freed him.", "2024-05-13"),
    ("2024-05-15", '"In 1987 I was ten. My father died on Sunday," he said on Monday.', "2024-05-12 2024-05-13"),
    # What is named with a month belongs to its paragraph.
    (
        "2025-11-20",
        "Much burned in the July 2021 riots.\n\nOn July 8, when the fires spread, he was away.",
        "2021-07-08",
    ),
    ("2025-11-20", "Much burned in the July 1961 riots.\n\nOn July 8, when the fires spread, he was away.", ""),
]


@pytest.mark.parametrize(("published", "text", "printed"), CASES)
def test_prints(published: str, text: str, printed: str) -> None:
    marked = resolve_dates(text, published)
    assert " ".join(part.partition("]")[0] for part in marked.split("[")[1:]) == printed


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The riots of May 2021, he said on May", 2021),
        ("The riots of May 3, 2021, he said on May", 2021),
        ("After May 2021 and the 2020 May riots, on May", 2020),
        ("Since 2020, May 2021 and on May", 2021),
        ("In 2021 Mayor Haddad left, on May", None),
        ("The riots of March 2021, he said on May", None),
        ("In May and in 2021, on May", None),
    ],
)
def test_the_year_of_a_month_is_the_last_named_with_it(text: str, year: int | None) -> None:
    said = named_before(text, len(text), 5)
    assert (said and said.day.year) == year
    assert said is None or text.startswith("May", said.start)
