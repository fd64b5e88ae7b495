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
from newsnorm.boilerplate.model import model_reasons
from newsnorm.boilerplate.span import BoilerplateSpan
from newsnorm.boilerplate.units import Unit, rejoined, units
from newsnorm.boilerplate.zones import Zones, zones
from newsnorm.rules import BUILTIN, Rule, Rules
from newsnorm.sites import LineCounts, line_key

__all__ = ["find_boilerplate"]

PASSES: Final = 8
GLUED_WORDS: Final = 4  # words that a piece before a joint may have to be judged apart: the joint may be a name
LABELS: Final = frozenset({"navigation", "share", "live", "contact", "tags", "counts"})
LABEL_WORDS: Final = 3  # up to so many words a row of these kinds is a label that articles use as well


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
    kept = _after_rules(text, lexicon(rules), rules, spans)
    for _ in range(PASSES):
        core = zones(kept)
        gone = _again(kept, core, repeated, rules) or _by_model(kept, core, rules)
        if not gone:
            break
        spans += gone.values()
        kept = [unit for index, unit in enumerate(kept) if index not in gone]
    return sorted(spans, key=lambda span: span.start)


def left_open(text: str, rules: Rules = BUILTIN) -> list[Look]:
    """Return what the rules leave for the model to judge: it is trained on this."""
    kept = _after_rules(text, lexicon(rules), rules, [])
    for _ in range(PASSES):
        gone = _again(kept, zones(kept), None, rules)
        if not gone:
            break
        kept = [unit for index, unit in enumerate(kept) if index not in gone]
    return kept


def _after_rules(text: str, lex: Lexicon, rules: Rules, spans: list[BoilerplateSpan]) -> list[Look]:
    """Return what the lexicon and the blocks leave."""
    rest: list[Unit] = []
    labels: list[tuple[Unit, Rule]] = []
    openers: dict[int, str] = {}
    for unit in units(text):
        left, rule = _read(unit, lex, spans)
        if left is not None:
            rest.append(left)
        elif rule is not None and rule.kind in LABELS and rule.where == "line" and unit.text.count(" ") < LABEL_WORDS:
            labels.append((unit, rule))
        elif rule is not None:
            spans.append(_span(unit, rule))
            if rule.where == "block":
                openers[unit.start] = rule.kind or "other"
    kept = [look(unit) for unit in rejoined(rest)]
    if labels:
        kept = _with_labels(kept, labels, spans)
    return _without_blocks(kept, openers, rules, spans)


def _with_labels(kept: list[Look], labels: Sequence[tuple[Unit, Rule]], spans: list[BoilerplateSpan]) -> list[Look]:
    """Give back the labels that stand in the core: "Features" is a button on a page, but a sub-head in an article."""
    core = zones(kept)
    start = kept[core.start].unit.start if core.end else 0
    end = kept[core.end - 1].unit.end if core.end else 0
    for unit, rule in labels:
        if start < unit.start < end:
            kept.append(look(unit))
        else:
            spans.append(_span(unit, rule))
    return sorted(kept, key=lambda look: look.unit.start)


def _read(unit: Unit, lex: Lexicon, spans: list[BoilerplateSpan]) -> tuple[Unit | None, Rule | None]:
    """Return what the lexicon leaves of a unit, or the row that takes it all."""
    for _ in range(PASSES):
        words = unit.text.count(" ") + 1
        short = unit.joint == "line" or words <= GLUED_WORDS
        if short and (rule := lex.whole(unit.text, words)):
            return None, rule
        if head := lex.head(unit.text, words):
            rule, at = head
        elif tail := lex.tail(unit.text, words):
            rule, at = tail
        else:
            break
        first, second = _part(unit, 0, at), _part(unit, at, len(unit.text))
        gone, rest = (first, second) if head else (second, first)
        if rest is None or gone is None:
            return None, rule
        spans.append(_span(gone, rule))
        unit = rest
    return unit, None


def _part(unit: Unit, start: int, end: int) -> Unit | None:
    text = unit.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Unit(unit.start + start, unit.start + start + len(text), text, unit.joint) if text else None


def _span(unit: Unit, rule: Rule) -> BoilerplateSpan:
    return BoilerplateSpan(unit.start, unit.end, rule.kind or "other", rule.id, rule.why)


def _without_blocks(
    kept: list[Look], openers: dict[int, str], rules: Rules, spans: list[BoilerplateSpan]
) -> list[Look]:
    if not openers or "boilerplate.block" not in rules:
        return kept
    taken = blocks(kept, openers, zones(kept))
    for index, (kind, rule) in taken.items():
        spans.append(_because(kept[index], kind, rule, "stands in a block that a trigger opens"))
    return [unit for index, unit in enumerate(kept) if index not in taken]


def _again(kept: Sequence[Look], core: Zones, repeated: LineCounts | None, rules: Rules) -> dict[int, BoilerplateSpan]:
    """Return what stands in the text, or in the collection, more than once."""
    gone: dict[int, BoilerplateSpan] = {}
    if repeated and "boilerplate.repeated" in rules:
        for index, reason in _repeated(kept, repeated).items():
            gone[index] = _because(kept[index], "repeated", "boilerplate.repeated", reason)
    if not gone and "boilerplate.duplicate" in rules:
        for index, reason in duplicates(kept, core).items():
            gone[index] = _because(kept[index], "duplicate", "boilerplate.duplicate", reason)
    return gone


def _by_model(kept: Sequence[Look], core: Zones, rules: Rules) -> dict[int, BoilerplateSpan]:
    if "boilerplate.model" not in rules:
        return {}
    return {
        index: _because(kept[index], "other", "boilerplate.model", reason)
        for index, reason in model_reasons(kept, core).items()
    }


def _because(unit: Look, kind: str, rule: str, reason: str) -> BoilerplateSpan:
    return BoilerplateSpan(unit.unit.start, unit.unit.end, kind, rule, reason)


def _repeated(kept: Sequence[Look], repeated: LineCounts) -> dict[int, str]:
    """Return the units that stand in more texts of the collection than the article's own prose does."""
    counts = [repeated.counts.get(key, 0) if (key := line_key(unit.unit.text)) is not None else 0 for unit in kept]
    prose = sorted(count for count, unit in zip(counts, kept, strict=True) if unit.prose)
    own = max(1, prose[(len(prose) - 1) // 2] if prose else 1)
    return {index: f"stands in {count} texts of the collection" for index, count in enumerate(counts) if count > own}
