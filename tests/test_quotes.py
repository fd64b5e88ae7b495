"""Quotation marks on tables of cases, and where quotations are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsnorm.edits import apply
from newsnorm.quotes import find_quotations, quote_edits
from newsnorm.rules import BUILTIN

CASES = Path(__file__).parent / "cases"


def read(name: str) -> list[Any]:
    rows = [json.loads(line) for line in (CASES / f"quotes_{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    styles = [(row, style) for row in rows for style in ("straight", "curly", "locale") if style in row]
    return [pytest.param(row, style, id=f"{style}-{row['in'][:50]}") for row, style in styles]


def styled(text: str, style: Any, lang: str = "en") -> str:
    return apply(text, quote_edits(text, style, lang))


@pytest.mark.parametrize(("case", "style"), read("wild") + read("synthetic") + read("negative"))
def test_marks_come_out_in_the_style(case: dict[str, str], style: str) -> None:
    lang = case.get("lang", "en")
    assert styled(case["in"], style, lang) == case[style]
    assert styled(case[style], style, lang) == case[style]


@pytest.mark.parametrize(("case", "style"), read("known_failures"))
def test_known_failures_are_still_known(case: dict[str, str], style: str, request: pytest.FixtureRequest) -> None:
    if styled(case["in"], style, case.get("lang", "en")) != case[style]:
        pytest.xfail("known failure")


def test_there_are_enough_cases() -> None:
    files = [CASES / f"quotes_{name}.jsonl" for name in ("wild", "synthetic", "negative")]
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) >= 250


QUOTATIONS = [
    ('"We sail," he said.', ['"We sail,"']),
    ("“We sail,” he said. “Now.”", ["“We sail,”", "“Now.”"]),
    ("'We back the nurses' strike,' she said.", ["'We back the nurses' strike,'"]),
    ("the workers' vote in the '90s, rock 'n' roll", []),
    ("It's O'Hara's", []),
    ("\"He said, 'Go,' and left,\" she said.", ["\"He said, 'Go,' and left,\""]),
    ('a 5\'10" door and "it"', ['"it"']),
    ("``We sail,'' he said.", ["``We sail,''"]),
    ("« Oui », dit-il", ["« Oui »"]),
    ("»Ja«, sagte er", ["»Ja«"]),
    ("„Ja“, sagte er", ["„Ja“"]),
    ('Profits were " squeezed" in May, " mainly " so.', ['" squeezed"', '" mainly "']),
    ("``We do not know, '' she said. ``No.''", ["``We do not know, '' she said.", "``No.''"]),
    ("Ms. Ortiz' aide and the INS' lawyer said \"all of 15% (now)\".", ['"all of 15% (now)"']),
    ("首相は「問題ない」と述べた。", []),
    ('"One.\n\n"Two," he said.', ['"One.\n\n"Two,"']),
    ('"One.\n\nTwo.', ['"One.']),
    ('Kos said: "She stays. "He is gone." Haddad, 47, left.', ['"She stays. "He is gone."']),
    ("Kos said: “She stays. “He is gone… “We sail.” Haddad left.", ["“She stays. “He is gone… “We sail.”"]),
    (
        '"She stays. "He is gone. "We sail. "Now. "They go," Kos said.',
        ['"She stays. "He is gone. "We sail. "Now. "They go,"'],
    ),
    ('"She stays. "He is gone.\n\n"We sail," Kos said.', ['"She stays. "He is gone.\n\n"We sail,"']),
    ('"She stays. "He is gone.\n\nKos left. "We sail," he said.', ['"She stays. "He is gone.', '"We sail,"']),
    (
        'He said: "She calls it "late" and stays. "He is gone," Kos said.',
        ['"She calls it "late" and stays.', '"He is gone,"'],
    ),
    ('"We sail, "Leila Haddad, 47, said. " Now. " He left.', ['"We sail, "', '" Now. "']),
    ('"We sail. "said Haddad.', ['"We sail. "']),
    ('"One.\n\nWe sail, "the old captain said. He left.', ['"One.']),
    ('He told us, "Haddad said no," and left.', ['"Haddad said no,"']),
    ('"Yes," he said, "Haddad said no."', ['"Yes,"', '"Haddad said no."']),
    ('"One.\n\nTwo," he said. "Three."', ['"One.', '"Three."']),
    ("'One.\n\n'Two,' he said.", ["'One.\n\n'Two,'"]),
    ("“She stays.\n\nKos left.\n\nHe is gone.”\n\nYes.", ["“She stays.\n\nKos left.\n\nHe is gone.”"]),
    ("He said: “It is ‘late’.\n\nShe stays.” — Leila Haddad", ["“It is ‘late’.\n\nShe stays.”"]),
    ("“It’s.\n\n2.\n\n3.\n\n\n4.\n\n5.”", ["“It’s.\n\n2.\n\n3.\n\n\n4.\n\n5.”"]),
    ("“It’s.\n\n2.\n\n3.\n\n4.\n\n5.\n\n6.”", ["“It’s."]),
    ("“She stays.\n\nKos left.\n\nHe said “no” to us.\n\nHe is gone.”", ["“She stays.", "“no”"]),
    ("“She stays.\n\nKos left, he” said.\n\nHe is gone.”", ["“She stays."]),
    ('"She stays.\n\nKos left.\n\nHe is gone."', ['"She stays.\n\nKos left.\n\nHe is gone."']),
    ('"She stays.\n\nKos left, he" said.\n\nHe is gone.', ['"She stays.']),
    ('He said: "She stays.\n\nHe is gone."', ['"She stays.']),
    ("'Til dawn they danced.", []),
    ("Omar Kos said: ‘I know Haddad.\n\n‘She will stay,’ he said.", ["‘I know Haddad.\n\n‘She will stay,’"]),
    (
        "Omar Kos said, 'I can't.\n\n'She can. He can.\n\n'We can,' he said.",
        ["'I can't.\n\n'She can. He can.\n\n'We can,'"],
    ),
    ("He frowned. 'Haddad's \"no\" stands.\n\n'She knows.'", ["'Haddad's \"no\" stands.\n\n'She knows.'"]),
    ("He said: 'Yes,' and: 'It is late.\n\n'She will stay.'", ["'Yes,'", "'It is late.\n\n'She will stay.'"]),
    ("Omar Kos said: 'I know Haddad.\n\nHe left.\n\n'Yes,' he said.", ["'Yes,'"]),
    ("Omar Kos said: 'I know Haddad.\n\n‘Yes,’ he said.", ["‘Yes,’"]),
    ("\"He told me: 'I sail,\" she said. He left.\n\n'Yes,' he said.", ['"He told me: \'I sail,"', "'Yes,'"]),
    ("Omar Kos of 'Harbour Watch left.\n\n'Yes,' he said.", ["'Yes,'"]),
    ("Omar Kos said: 'nobody left.\n\n'Yes,' he said.", ["'Yes,'"]),
    ("‘He said “no,’ she said.\n\nHe is gone.”", ["‘He said “no,’"]),
    ("Omar Kos said: 'Tis done.\n\n'Yes,' he said.", ["'Yes,'"]),
    ("Omar Kos liked Rock 'N Roll.\n\n'Yes,' he said.", ["'Yes,'"]),
    ('Run `print("a")` now', []),
    ("", []),
    ("no marks", []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotations(text)] == expected


def test_a_quotation_of_several_paragraphs_keeps_its_openings_and_its_one_closing() -> None:
    text = '"They want to scare us.\n\n"On that day we will sing," she said.'
    assert styled(text, "straight") == text
    assert styled(text, "curly") == "“They want to scare us.\n\n“On that day we will sing,” she said."


def test_a_quotation_whose_paragraphs_stand_on_one_line_opens_again_with_each() -> None:
    text = '"They want to scare us. "On that day we will sing. "We will stay," she said.'
    assert styled(text, "straight") == text
    assert styled(text, "curly") == "“They want to scare us. “On that day we will sing. “We will stay,” she said."


def test_text_that_is_in_its_style_has_no_edits() -> None:
    assert quote_edits('"It\'s," he said, "5\'10\\" tall."', "straight") == []
    assert quote_edits("“It’s,” he said.", "curly") == []
    assert quote_edits("« Oui »", "locale", "fr")[0].new == "«\u00a0"


def test_a_rule_that_is_off_leaves_its_marks() -> None:
    rules = BUILTIN.without("quotes.apostrophe")
    text = "“It’s over”"
    assert apply(text, quote_edits(text, "straight", rules=rules)) == '"It’s over"'


@pytest.mark.parametrize("lang", ["en", "en-US", "xx", "x-klingon", "zz-ZZ"])
def test_languages_that_are_not_listed_get_english_marks(lang: str) -> None:
    assert styled("\"It's 'so',\" he said.", "locale", lang) == "“It’s ‘so’,” he said."
