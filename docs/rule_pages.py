"""Write the list of rules from the data: each rule's id, reason and examples, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsnorm import BUILTIN
from newsnorm.rules import STAGES, Rule

INTRODUCTION = {
    "encoding": "What is broken in the characters: mojibake, entities, invisible characters.",
    "boilerplate": "What is not the story: lines, parts of lines, blocks.",
    "quotes": "Quotation marks, apostrophes and primes.",
    "dates": "Time expressions: how they are found and what settles their value.",
    "names": "Names of persons, organizations and places.",
}


def write(path: Path) -> None:
    """Write the list as Markdown."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(pages()), encoding="utf-8")


def pages() -> Iterator[str]:
    """Yield the list, a line or more at a time."""
    for stage in STAGES:
        rules = [rule for rule in BUILTIN.every() if rule.stage == stage]
        yield f"\n## {stage.title()}: {len(rules)} rules\n\n{INTRODUCTION[stage]}\n"
        for rule in rules:
            yield from described(rule)


def described(rule: Rule) -> Iterator[str]:
    """Yield what one rule says of itself."""
    where = f" ({rule.lang})" if rule.lang else ""
    yield f"### `{rule.id}`{where}\n\n{inline(rule.why)}\n"
    yield from (f"- acts on {code(text)}" for text in rule.matches)
    yield from (f"- spares {code(text)}" for text in rule.spares)
    yield ""


def code(text: str) -> str:
    """Return an example as inline code: on one line, with what is invisible made visible."""
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
    ticks = "`" * (longest_run(shown, "`") + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") or not shown.strip() else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}"


def longest_run(text: str, char: str) -> int:
    """Return the length of the longest run of a character."""
    longest = run = 0
    for each in text:
        run = run + 1 if each == char else 0
        longest = max(longest, run)
    return longest


def inline(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return "".join("\\" + char if char in "\\`*_{}[]<>$#|" else char for char in text)
