"""Tables of sentences and the dates in them, written from the TIMEX3 guideline, ISO 8601 and a calendar.

Every mention of a sentence is marked, so that a case also fails for what is found too much.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from newsnorm.dates import find_dates

CASES = Path(__file__).parent / "cases"
KNOWN = {
    row["text"]: row["why"]
    for row in tomllib.loads((Path(__file__).parent / "known_failures.toml").read_text("utf-8")).get("dates", [])
}


def rows(name: str) -> list[str]:
    return [line for line in (CASES / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def expected_to_fail(text: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=KNOWN[text], strict=True)] if text in KNOWN else []


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a sentence without its braces, and the spans that they held."""
    text, spans = "", []
    for piece in re.split(r"(\{[^}]*\})", marked):
        if piece.startswith("{"):
            spans.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("{}")
    return text, spans


POSITIVE = [line.split("\t") for line in rows("dates-positive.tsv")]
NEGATIVE = rows("dates-negative.txt")


@pytest.mark.parametrize(
    ("published", "marked", "wanted"),
    [pytest.param(*row, marks=expected_to_fail(row[1]), id=f"{row[0]} {row[1]}") for row in POSITIVE],
)
def test_finds(published: str, marked: str, wanted: str) -> None:
    text, spans = unmarked(marked)
    found = find_dates(text, published)
    assert [(m.start, m.end) for m in found] == spans
    for mention, answer in zip(found, wanted.split("; "), strict=True):
        kind, value, annotation = answer.split()
        assert (mention.type, mention.value) == (kind, value)
        if annotation != "?":
            assert (mention.annotation or "-") == annotation


@pytest.mark.parametrize("text", [pytest.param(text, marks=expected_to_fail(text), id=text) for text in NEGATIVE])
def test_leaves_alone(text: str) -> None:
    assert [m.text for m in find_dates(text, "2022-02-15")] == []


def test_tables_are_as_large_as_they_should_be() -> None:
    assert len(POSITIVE) >= 400
    assert len(NEGATIVE) >= 150
    failing = [text for text in KNOWN if text in {row[1] for row in POSITIVE} | set(NEGATIVE)]
    assert len(failing) == len(KNOWN)
    assert len(failing) <= 0.03 * (len(POSITIVE) + len(NEGATIVE))


def test_no_case_is_written_twice() -> None:
    cases = [tuple(row[:2]) for row in POSITIVE] + [(text,) for text in NEGATIVE]
    assert len(cases) == len(set(cases))
