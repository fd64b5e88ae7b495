"""Whole articles of our own invention with different residue; each output was reviewed by eye."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import newsnorm
from tests.strategies import damaged

FILES = sorted((Path(__file__).parent / "articles").glob("*.toml"))
CASES = [pytest.param(tomllib.loads(file.read_text(encoding="utf-8")), id=file.stem) for file in FILES]


def dirty(case: dict[str, Any]) -> str:
    return damaged(case["text"], case.get("damage", "none"))


def test_there_are_enough_articles() -> None:
    assert len(FILES) >= 12


@pytest.mark.parametrize("case", CASES)
def test_an_article_comes_out_clean(case: dict[str, Any]) -> None:
    assert newsnorm.clean(dirty(case), published=case["published"] or None, **case.get("options", {})) == case["clean"]


@pytest.mark.parametrize("case", CASES)
def test_cleaning_it_again_changes_nothing(case: dict[str, Any]) -> None:
    assert (
        newsnorm.clean(case["clean"], published=case["published"] or None, **case.get("options", {})) == case["clean"]
    )


@pytest.mark.parametrize("case", CASES)
def test_every_kept_line_maps_back_to_its_place(case: dict[str, Any]) -> None:
    result = newsnorm.explain(dirty(case), published=case["published"] or None, **case.get("options", {}))
    assert newsnorm.apply(result.original, result.edits) == result.text
    at = 0
    for line in result.text.split("\n"):
        start, end = result.alignment.to_original(at, at + len(line))
        inside = [edit for edit in result.edits if start <= edit.start and edit.end <= end]
        moved = [newsnorm.Edit(e.start - start, e.end - start, e.new, e.rules) for e in inside]
        assert newsnorm.apply(result.original[start:end], moved).strip() == line.strip()
        at += len(line) + 1


@pytest.mark.parametrize("case", [case for case in CASES if "entities" in case.values[0]])  # type: ignore[operator]
def test_the_people_of_an_article_are_known(case: dict[str, Any]) -> None:
    result = newsnorm.explain(dirty(case), published=case["published"] or None)
    counts = Counter({entity.canonical: len(entity.mentions) for entity in result.entities if entity.type == "PER"})
    assert counts == case["entities"]
