"""Whole texts with residue of every kind, in many languages and places, and what a reader would keep of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from newsnorm.boilerplate import boilerplate_edits, find_boilerplate
from newsnorm.edits import apply
from newsnorm.rules import BUILTIN

FOLDER: Final = Path(__file__).parent / "cases" / "boilerplate"


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    lang: str
    kind: str
    place: str
    text: str
    expected: str


def read() -> list[Case]:
    rows = [row for path in sorted(FOLDER.glob("*.toml")) for row in tomllib.loads(path.read_text("utf-8"))["case"]]
    return [Case(**row) for row in rows]


CASES: Final = read()
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def cleaned(text: str) -> str:
    return apply(text, boilerplate_edits(text, find_boilerplate(text)))


@every_case
def test_what_is_left_is_the_article(case: Case) -> None:
    assert cleaned(case.text) == case.expected


@every_case
def test_the_article_alone_stays_as_it_is(case: Case) -> None:
    assert find_boilerplate(case.expected) == []


@every_case
def test_line_ends_and_quote_marks_do_not_matter(case: Case) -> None:
    assert cleaned(case.text.replace("\n\n", "\r\n\r\n")) == case.expected.replace("\n\n", "\r\n\r\n")
    curly = str.maketrans({"'": "’"})
    assert cleaned(case.text.translate(curly)) == case.expected.translate(curly)


@every_case
def test_single_line_breaks_are_paragraphs_too(case: Case) -> None:
    assert cleaned(case.text.replace("\n\n", "\n")) == case.expected.replace("\n\n", "\n")


@every_case
def test_every_span_has_a_rule_with_a_reason(case: Case) -> None:
    spans = find_boilerplate(case.text)
    assert spans
    assert all(span.rule in BUILTIN and span.reason for span in spans)


def test_there_are_cases_of_every_kind_place_and_language() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.kind for case in CASES}) >= 10
    assert {case.place for case in CASES} == {"before", "inside", "after"}
    assert {case.lang for case in CASES} == {
        "da", "de", "en", "es", "fr", "it", "nl", "no", "pl", "pt", "ru", "sv", "tr",
    }  # fmt: skip
