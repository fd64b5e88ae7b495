"""The lists of words that the data files of dates hold: each is read, well formed, and says nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from newsnorm.dates.cues import cues_of
from newsnorm.rules import data_tables

FOLDER = Path(str(files("newsnorm"))) / "dates"
CODE = "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.py")))
FILES = ("en/dates.toml", "en/dates-doubts.toml", "en/dates-rendering.toml")


def lists(file: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the table, name and words of each list, be it an array or one string."""
    for table, value in data_tables(file).items():
        if isinstance(value, str):
            yield "", table, value.split()
        elif isinstance(value, dict):
            yield from ((table, name, words) for name, words in value.items() if isinstance(words, list))


LISTS = [pytest.param(*row, id=f"{file}: {row[0]}.{row[1]}") for file in FILES for row in lists(file)]


@pytest.mark.parametrize(("table", "name", "words"), LISTS)
def test_each_list_is_read_and_holds_patterns_that_differ(table: str, name: str, words: list[str]) -> None:
    assert re.search(rf"""['"]{name}['"]""", CODE), "no code reads this list"
    assert words
    assert all(isinstance(word, str) and word for word in words)
    assert sorted(set(words)) == sorted(words)
    re.compile("|".join(f"(?:{word})" for word in words))


@pytest.mark.parametrize(("table", "name", "words"), LISTS)
def test_a_pattern_of_a_list_has_its_choices_in_groups(table: str, name: str, words: list[str]) -> None:
    """What is put before its first word, or after it, would else go with one choice only."""
    for word in words:
        plain, groups = re.sub(r"\\.|\[[^\]]*\]", "", word), 1
        while groups:
            plain, groups = re.subn(r"\([^()]*\)", "", plain)
        assert "|" not in plain, word


@pytest.mark.parametrize(
    ("file", "table", "words", "signs"),
    [
        ("en/dates-doubts.toml", "around", "habits", "signs"),
        ("en/dates.toml", "cues", "rate_moves", "rate_signs"),
        ("en/dates.toml", "report", "spans", "span_signs"),
        ("en/dates.toml", "report", "reported", "reported_signs"),
    ],
)
def test_each_word_has_a_sign_by_which_it_is_looked_for(file: str, table: str, words: str, signs: str) -> None:
    lists = data_tables(file)[table]
    assert not [word for word in lists[words] if not any(sign in f"{word} " for sign in lists[signs])]


def test_there_are_lists() -> None:
    assert len(LISTS) > 180


def test_the_cheap_test_for_verbs_of_plans_spares_most_clauses() -> None:
    # An entry that does not begin with a letter would let every clause pass, and the dear pattern be tried on each.
    assert cues_of("en").present_begins.search(" told him by phone ") is None
    assert cues_of("en").present_begins.search(" The fair opens ") is not None
