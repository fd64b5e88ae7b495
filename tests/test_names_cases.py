"""The case tables of the names stage: what is a name, which belong together, and what becomes of the text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsnorm.edits import apply
from newsnorm.names import NameMention, find_names, name_edits, read_names

HERE = Path(__file__).parent
KNOWN = {
    case["text"]: case["why"]
    for case in tomllib.loads((HERE / "known_failures_names.toml").read_text(encoding="utf-8")).get("case", [])
}


def cases(table: str) -> list[object]:
    groups = tomllib.loads((HERE / "cases" / f"names_{table}.toml").read_text(encoding="utf-8"))["group"]
    return [
        pytest.param(
            *case,
            id=f"{group['about']}: {case[0]}"[:100],
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[case[0]])] if case[0] in KNOWN else [],
        )
        for group in groups
        for case in group["cases"]
    ]


@pytest.mark.parametrize(("text", "names"), cases("find"))
def test_finds_the_names(text: str, names: str) -> None:
    expected = [name.partition("~") for name in names.split("|")] if names else []
    found = find_names(text)
    assert [mention.text for mention in found] == [name for name, _, _ in expected]
    for mention, (_, _, kind) in zip(found, expected, strict=True):
        assert kind in ("", mention.type or "?")


@pytest.mark.parametrize(("text", "links"), cases("link"))
def test_links_the_mentions(text: str, links: str) -> None:
    found = iter(find_names(text))
    for link in links.split("|"):
        surface, _, canonical = link.removesuffix(" ?").partition(" > ")
        mention = next((m for m in found if _is(m, surface, canonical)), None)
        assert mention is not None, f"no {surface!r}"
        assert mention.ambiguous == link.endswith(" ?")


def _is(mention: NameMention, surface: str, canonical: str) -> bool:
    return mention.text == surface and mention.canonical == (canonical or surface)


@pytest.mark.parametrize(("text", "canonical", "spelling"), cases("text"))
def test_writes_the_names(text: str, canonical: str, spelling: str) -> None:
    for style, expected in (("canonical", canonical), ("spelling", spelling)):
        changed = apply(text, name_edits(read_names(text), style))  # type: ignore[arg-type]
        assert changed == (text if expected == "=" else expected)
        assert name_edits(read_names(changed), style) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("U.S. President Leila Haddad left.", ["U.S. President"]),
        ("U.S.\u00a0President Leila Haddad left.", ["U.S. President"]),
        ("Norway Deputy Prime Minister Leila Haddad left.", ["Norway Deputy Prime Minister"]),
        ("Norway and President Leila Haddad agreed.", [None, "President"]),
        ("Harvard President Leila Haddad and London Mayor Omar Brandt left.", [None, "President", None, "Mayor"]),
    ],
)
def test_tells_of_which_nation_an_office_is(text: str, roles: list[str | None]) -> None:
    assert [mention.role for mention in find_names(text)] == roles


def test_there_are_enough_cases() -> None:
    assert sum(len(cases(table)) for table in ("find", "link", "text")) >= 300
