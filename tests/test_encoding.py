"""Encoding repair on tables of cases: what must be repaired, by which rule, and what must not be touched."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsnorm.edits import Edit, apply
from newsnorm.encoding import encoding_edits
from newsnorm.rules import BUILTIN

CASES = Path(__file__).parent / "cases"


def read(name: str) -> list[Any]:
    rows = [json.loads(line) for line in (CASES / name).read_text(encoding="utf-8").splitlines()]
    return [pytest.param(row, id=ascii(row["in"])[:60]) for row in rows]


def repaired(text: str) -> str:
    return apply(text, encoding_edits(text))


@pytest.mark.parametrize("case", read("encoding_wild.jsonl"))
def test_damage_is_undone(case: dict[str, str]) -> None:
    assert repaired(case["in"]) == case["out"]
    assert repaired(case["out"]) == case["out"]
    if "rule" in case:
        assert case["rule"] in {edit.rules[0] for edit in encoding_edits(case["in"])}


@pytest.mark.parametrize("case", read("encoding_negative.jsonl"))
def test_sound_text_is_not_touched(case: dict[str, str]) -> None:
    assert encoding_edits(case["in"]) == []


def test_only_the_damaged_stretch_is_edited() -> None:
    text = "“Fine” at the cafÃ© on the quay"
    assert encoding_edits(text) == [Edit(17, 19, "é", ("encoding.mojibake",))]


def test_every_edit_has_one_rule_that_exists() -> None:
    for edit in encoding_edits("&nbsp;a&shy;b &ldquo;cafÃ©&rdquo; \u0093x\u0094\r\n&#226;&#8364;&#8482;"):
        assert len(edit.rules) == 1
        assert edit.rules[0] in BUILTIN


def test_a_rule_that_is_off_leaves_its_damage() -> None:
    rules = BUILTIN.without("encoding.space")
    text = "5\u00a0km &amp; more"
    assert apply(text, encoding_edits(text, rules)) == "5\u00a0km & more"


def test_two_surrogates_in_a_row_are_one_character() -> None:
    assert repaired("\ud83d\ude00 ok \ud83d") == "😀 ok \ud83d"


def test_undamaged_text_does_not_import_ftfy() -> None:
    code = (
        "import sys; from newsnorm.encoding import encoding_edits;"
        "encoding_edits('plain &amp; “curly” text with é and \\u00a0'); sys.exit('ftfy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
