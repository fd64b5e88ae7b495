"""A user's alias rows in the names stage: they add, override and forbid, and win over every rule."""

from __future__ import annotations

from pathlib import Path

from newsnorm.edits import apply
from newsnorm.names import find_names, name_edits, read_names
from newsnorm.rules import BUILTIN, Rules


def rules(tmp_path: Path, *rows: str) -> Rules:
    file = tmp_path / "site.toml"
    file.write_text("\n".join(f"[[alias]]\n{row}\n" for row in rows), encoding="utf-8")
    return BUILTIN.plus(file)


def canonical(text: str, own: Rules) -> list[str]:
    return [mention.canonical for mention in find_names(text, own)]


def test_a_row_adds_a_name(tmp_path: Path) -> None:
    own = rules(tmp_path, 'alias = "BMW Brantley"\ncanonical = "Brantley Motor Works"\ntype = "ORG"')
    assert canonical("She joined BMW Brantley.", own) == ["Brantley Motor Works"]


def test_a_row_changes_which_spelling_is_canonical(tmp_path: Path) -> None:
    own = rules(tmp_path, 'alias = "Kyiv"\ncanonical = "Kiev"\ntype = "LOC"')
    text = "They left Kyiv for Kiev."
    assert canonical(text, own) == ["Kiev", "Kiev"]
    assert apply(text, name_edits(read_names(text, own), "spelling", own)) == "They left Kiev for Kiev."


def test_a_row_of_a_name_with_itself_forbids_every_other_link(tmp_path: Path) -> None:
    text = "Leila Haddad spoke. They asked Haddad."
    assert canonical(text, BUILTIN) == ["Leila Haddad", "Leila Haddad"]
    own = rules(tmp_path, 'alias = "Haddad"\ncanonical = "Haddad"')
    assert canonical(text, own) == ["Leila Haddad", "Haddad"]
    assert name_edits(read_names(text, own), "canonical", own) == []


def test_a_row_that_needs_context_waits_for_it(tmp_path: Path) -> None:
    own = rules(
        tmp_path, 'alias = "Brackwater"\ncanonical = "Brackwater (Ohio)"\ntype = "LOC"\ncontext = "Columbus|Ohio"'
    )
    assert canonical("They met in Brackwater.", own) == ["Brackwater"]
    assert canonical("They met in Brackwater, Ohio.", own)[0] == "Brackwater (Ohio)"
