"""Find the boilerplate of a text: the lexicon, then blocks, then what repeats, then the model for what is left open.

The lexicon's verdict on a unit depends on the unit alone. Everything after it sees only what is left, and is
repeated until nothing more goes, so that cleaning a clean text changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsnorm.arguments import check_rules, check_text, language
from newsnorm.boilerplate.blocks import blocks
from newsnorm.boilerplate.duplicates import duplicates
from newsnorm.boilerplate.lexicon import Lexicon, lexicon
from newsnorm.boilerplate.look import Look, look
from newsnorm.boilerplate.span import BoilerplateSpan
from newsnorm.boilerplate.units import Unit, units
from newsnorm.boilerplate.zones import zones
from newsnorm.rules import BUILTIN, Rule, Rules
from newsnorm.sites import LineCounts, line_key

__all__ = ["find_boilerplate"]

PASSES: Final = 8


def find_boilerplate(
    text: str, repeated: LineCounts | None = None, rules: Rules = BUILTIN, *, lang: str = "en"
) -> list[BoilerplateSpan]:
    r"""Return what is not the story: spans in order, disjoint, each with its kind, rule and reason.

    >>> text = "The talks ended in Geneva without a result.\n\nRead More:\n\nTalks resume"
    >>> [span.rule for span in find_boilerplate(text)]
    []
    """
    check_text(text)
    check_rules(rules)
    language(lang)
    spans: list[BoilerplateSpan] = []
    lex = lexicon(rules)
    left: list[Look | None] = []
    openers: dict[int, str] = {}
    for index, unit in enumerate(units(text)):
        rest, opener = _read(unit, lex, spans)
        if opener is not None:
            openers[index] = opener.kind or "other"
        left.append(None if rest is None else look(rest))
    kept = _without_blocks(left, openers, rules, spans)
    for _ in range(PASSES):
        gone = _one_pass(kept, repeated, rules)
        if not gone:
            break
        spans += gone.values()
        kept = [unit for index, unit in enumerate(kept) if index not in gone]
    return sorted(spans, key=lambda span: span.start)


def _read(unit: Unit, lex: Lexicon, spans: list[BoilerplateSpan]) -> tuple[Unit | None, Rule | None]:
    """Return what the lexicon leaves of a unit, and the row that opens a block if it takes it all."""
    for _ in range(PASSES):
        words = unit.text.count(" ") + 1
        if rule := lex.whole(unit.text, words):
            spans.append(_span(unit, rule))
            return None, rule if rule.where == "block" else None
        if head := lex.head(unit.text, words):
            rule, at = head
        elif tail := lex.tail(unit.text, words):
            rule, at = tail
        else:
            break
        first, second = _part(unit, 0, at), _part(unit, at, len(unit.text))
        gone, rest = (first, second) if head else (second, first)
        if rest is None or gone is None:
            spans.append(_span(unit, rule))
            return None, None
        spans.append(_span(gone, rule))
        unit = rest
    return unit, None


def _part(unit: Unit, start: int, end: int) -> Unit | None:
    text = unit.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Unit(unit.start + start, unit.start + start + len(text), text, unit.glued) if text else None


def _span(unit: Unit, rule: Rule) -> BoilerplateSpan:
    return BoilerplateSpan(unit.start, unit.end, rule.kind or "other", rule.id, rule.why)


def _without_blocks(
    left: Sequence[Look | None], openers: dict[int, str], rules: Rules, spans: list[BoilerplateSpan]
) -> list[Look]:
    taken: dict[int, tuple[int, str]] = {}
    if openers and "boilerplate.block" in rules:
        kept = [index for index, unit in enumerate(left) if unit is not None]
        core = zones([unit for unit in left if unit is not None])
        end = kept[core.end - 1] + 1 if core.end else 0
        from dataclasses import replace

        taken = blocks(left, openers, replace(core, start=kept[core.start] if kept else 0, end=end))
        for index, (_, kind) in taken.items():
            unit = left[index]
            assert unit is not None
            spans.append(BoilerplateSpan(unit.unit.start, unit.unit.end, kind, "boilerplate.block", "in a block"))
    return [unit for index, unit in enumerate(left) if unit is not None and index not in taken]


def _one_pass(kept: Sequence[Look], repeated: LineCounts | None, rules: Rules) -> dict[int, BoilerplateSpan]:
    gone: dict[int, BoilerplateSpan] = {}
    core = zones(kept)
    if "boilerplate.duplicate" in rules:
        for index, reason in duplicates(kept, core).items():
            gone[index] = _because(kept[index], "duplicate", "boilerplate.duplicate", reason)
    if repeated and "boilerplate.repeated" in rules:
        for index, reason in _repeated(kept, repeated).items():
            gone.setdefault(index, _because(kept[index], "repeated", "boilerplate.repeated", reason))
    return gone


def _because(unit: Look, kind: str, rule: str, reason: str) -> BoilerplateSpan:
    return BoilerplateSpan(unit.unit.start, unit.unit.end, kind, rule, reason)


def _repeated(kept: Sequence[Look], repeated: LineCounts) -> dict[int, str]:
    """Return the units that stand in more texts of the collection than the article's own prose does."""
    counts = [repeated.counts.get(key, 0) if (key := line_key(unit.unit.text)) is not None else 0 for unit in kept]
    prose = sorted(count for count, unit in zip(counts, kept, strict=True) if unit.prose)
    own = max(1, prose[(len(prose) - 1) // 2] if prose else 1)
    return {index: f"stands in {count} texts of the collection" for index, count in enumerate(counts) if count > own}
