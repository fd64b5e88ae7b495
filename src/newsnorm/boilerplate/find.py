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
from newsnorm.boilerplate.joints import glued_label
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
LABELS: Final = frozenset({"navigation", "share", "live", "contact", "tags", "counts", "timestamp"})
LISTS: Final = LABELS | {"related", "caption", "credit", "byline", "agency", "about", "comments"}
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
    return _outermost(spans)


def left_open(text: str, rules: Rules = BUILTIN) -> list[Look]:
    """Return what the rules leave for the model to judge: it is trained on this."""
    kept = _after_rules(text, lexicon(rules), rules, [])
    for _ in range(PASSES):
        gone = _again(kept, zones(kept), None, rules)
        if not gone:
            break
        kept = [unit for index, unit in enumerate(kept) if index not in gone]
    return kept


def _outermost(spans: list[BoilerplateSpan]) -> list[BoilerplateSpan]:
    """Return the spans in order, without those inside others: a unit may go after a part of it went."""
    outer: list[BoilerplateSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return outer


def _after_rules(text: str, lex: Lexicon, rules: Rules, spans: list[BoilerplateSpan]) -> list[Look]:
    """Return what the lexicon and the blocks leave."""
    rest: list[Unit] = []
    taken: list[tuple[Unit, Rule]] = []
    found = units(text)
    if "boilerplate.camel-joint" in rules:
        found = _without_labels(found, rules, spans)
    marked = any(sign in text for sign in lex.signs)
    for unit in found:
        left, rule = _marked(unit, lex, spans) if marked else _read(unit, lex, spans)
        if left is not None:
            rest.append(left)
        elif rule is not None:
            taken.append((unit, rule))
    kept = [look(unit) for unit in rejoined(rest)]
    if not taken:
        return kept
    core = zones(kept)
    back = _given_back(kept, core, taken)
    spans += [_span(unit, rule) for unit, rule in taken if unit.start not in back]
    openers = {
        unit.start: rule.kind or "other" for unit, rule in taken if rule.where == "block" and unit.start not in back
    }
    if back:
        kept = sorted([*kept, *back.values()], key=_start)
    return _without_blocks(kept, openers, rules, spans)


def _given_back(kept: Sequence[Look], core: Zones, taken: Sequence[tuple[Unit, Rule]]) -> dict[int, Look]:
    """Return the units in the core that a row took but that articles use as well, by where they start.

    "Features" is a button on a page, but a sub-head in an article; a text of lists has dates and sources of its own.
    """
    if not core.end:
        return {}
    start, end = kept[core.start].unit.start, kept[core.end - 1].unit.end
    return {
        unit.start: look(unit)
        for unit, rule in taken
        if start < unit.start < end
        and ((rule.kind in LABELS and unit.text.count(" ") < LABEL_WORDS) or (core.listed and rule.kind in LISTS))
    }


def _start(unit: Look) -> int:
    return unit.unit.start


def _without_labels(found: list[Unit], rules: Rules, spans: list[BoilerplateSpan]) -> list[Unit]:
    """Cut the name of the site and its section off a first sentence that they are glued to."""
    rest: list[Unit] = []
    for unit in found:
        last = rest[-1] if rest else None
        first = last is not None and last.joint == "camel" and (len(rest) == 1 or rest[-2].joint == "line")
        if first and last is not None and (at := glued_label(last, unit)):
            rule = rules["boilerplate.camel-joint"]
            end = unit.start + len(unit.text[:at].rstrip())
            spans.append(BoilerplateSpan(last.start, end, "navigation", rule.id, rule.why))
            rest[-1] = Unit(unit.start + at, unit.end, unit.text[at:], unit.joint)
        else:
            rest.append(unit)
    return rest


def _marked(unit: Unit, lex: Lexicon, spans: list[BoilerplateSpan]) -> tuple[Unit | None, Rule | None]:
    """Do what `_read` does for a unit that may have inline matches: what stands between them is one unit."""
    inside = lex.inside(unit.text)
    if not inside:
        return _read(unit, lex, spans)
    at, pieces = 0, []
    for start, end, _ in inside:
        pieces.append(unit.text[at:start])
        at = end
    text = " ".join(" ".join([*pieces, unit.text[at:]]).split())
    rule = lex.whole(text, text.count(" ") + 1) if text else inside[0][2]
    if rule is not None:
        return None, rule
    spans += [_span(Unit(unit.start + start, unit.start + end, ""), rule) for start, end, rule in inside]
    return Unit(unit.start, unit.end, text, unit.joint), None


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
    if not gone and not core.listed and "boilerplate.duplicate" in rules:
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
