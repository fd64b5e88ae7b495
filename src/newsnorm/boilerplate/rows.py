"""Ask the lexicon about every unit: what goes whole, what loses a part, and what opens a block.

The verdict on a unit depends on that unit alone. Whether a label that articles use as well ("Features") goes is
left to the place where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from newsnorm.boilerplate.joints import glued_label
from newsnorm.boilerplate.lexicon import Lexicon, Met, Sign
from newsnorm.boilerplate.look import Look, breaks_off, flattened, known_words, look, words_of
from newsnorm.boilerplate.span import BoilerplateSpan
from newsnorm.boilerplate.units import Unit, rejoined, units_of
from newsnorm.rules import Rule, Rules
from newsnorm.signs import has_any
from newsnorm.straight import straightened

__all__ = ["HEADS", "LABELS", "LISTS", "Reading", "read", "row_of", "row_span"]

SENTENCE_WORDS: Final = 24  # words that a sentence may have to go whole where others are glued to it
CUTS: Final = 8  # parts that a unit may lose one after the other
GLUED_WORDS: Final = 4  # words that a piece before a joint may have to be judged apart: the joint may be a name
NAMED_WORDS: Final = 140  # words of a line that is asked about though a name in it looks like a joint
SCRIPT: Final = 60  # characters of a script
SCRIPT_LINE: Final = 1000  # characters of a line that is a script as a whole
SETTINGS: Final = 8  # settings, or semicolons and braces, of a script
CALLS: Final = 2  # words of the browser's language in a script
BULLETS: Final = frozenset(("- ", "• ", "* ", "· "))
_CALLS: Final = re.compile(
    r"\b(?:window|document|googletag|gtag|jQuery|console)\b[.(]|\bfunction ?\w{0,40}\(|\bvar \w+ ?="
)
_BLANKS: Final = frozenset(" \t\n")
_STOP_UNDER: Final = re.compile(r"[ \t]{0,40}\n[ \t]{0,40}[.,;:](?!\S)")
#: Words up to which a row of a kind is a label that articles use as well: a sub-head, an entry of a list, a mail.
LABELS: Final = {"navigation": 3, "live": 2, "contact": 2, "tags": 2, "share": 1, "timestamp": 3, "mail": 40}
#: The same of kinds of which one is the article's only among sub-heads that stand as it does: "Privacy", "Premium".
HEADS: Final = {"legal": 3, "paywall": 1, "cookie": 2}
#: Kinds of rows that take a sentence between others in its line as well: what speaks to the reader. Other rows might
#: take a heading and the sentence that it is glued to.
SENTENCES: Final = frozenset({"share", "contact", "newsletter", "legal", "live", "comments", "agency"})
#: Kinds of rows that a text of lists has of its own.
LISTS: Final = frozenset({*LABELS, "related", "credit", "byline", "agency", "about"})


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what the lexicon leaves and what it says.

    ``doubtful`` names the rows that take a unit only where it stands apart from the article, ``openers`` the rows
    whose blocks open, both by the position where the unit starts. ``spans`` is what goes for sure. ``glued`` tells
    that some lines were cut at joints.
    """

    left: list[Look]
    doubtful: dict[int, Rule]
    openers: dict[int, Rule]
    spans: list[BoilerplateSpan]
    glued: bool


def read(text: str, lex: Lexicon, rules: Rules) -> Reading:
    """Read all units of a text."""
    spans: list[BoilerplateSpan] = []
    folded = straightened(text)
    found = units_of(folded)
    if "boilerplate.script" in rules and ("{" in text or '":' in text):
        found = _without_scripts(found, rules["boilerplate.script"], spans)
    glued = _is_glued(found)
    if glued and "boilerplate.camel-joint" in rules:
        found = _without_labels(found, rules, spans)
        glued = _is_glued(found)
    marked = has_any(text, lex.opening)
    if glued:
        found = list(_with_names(found, lex))
    flat = flattened(folded)
    signs = [sign for sign in lex.signs if sign[0] in folded]
    labels: list[Look] = []
    reading = Reading([], {}, {}, spans, glued)
    for unit in found:
        tokens = words_of(unit.text) if flat is None else flat[unit.start : unit.end].split()
        before = len(spans)
        left, rule = (_marked if marked else _read)(unit, tokens, signs, lex, spans)
        if rule is not None and len(spans) == before and _is_of_a_sentence(unit, reading.left, folded):
            left, rule = unit, None
        if left is not None:
            reading.left.append(look(left, tokens if left is unit else None))
        elif rule is not None and _may_stay(unit, rule):
            reading.doubtful[unit.start] = rule
            labels.append(look(unit, tokens))
        elif rule is not None:
            spans.append(row_span(unit, rule))
            if rule.where == "block":
                reading.openers[unit.start] = rule
    _gather(reading, labels)
    return reading


def _gather(reading: Reading, labels: Sequence[Look]) -> None:
    """Undo the joints between what is left, and put the labels in doubt where they stood."""
    left = reading.left
    if reading.glued:
        whole = rejoined([kept.unit for kept in left])
        if len(whole) < len(left):
            left[:] = map(look, whole)
    if labels:
        left.extend(labels)
        left.sort(key=lambda unit: unit.unit.start)


def _is_of_a_sentence(unit: Unit, left: Sequence[Look], folded: str) -> bool:
    """Tell whether a line is part of a sentence that other lines tell."""
    return _ends_sentence(unit, left, folded) or _is_quoted(unit, folded)


def _ends_sentence(unit: Unit, left: Sequence[Look], folded: str) -> bool:
    """Tell whether a line ends the sentence that the line right above it breaks off in: "share." under "one ct a".

    A word that was linked has its stop on the next line: "post" and "." under "in a".
    """
    if not unit.text[0].islower() or not left or not breaks_off(left[-1], unit.text):
        return False
    if unit.text[-1] != "." and not _STOP_UNDER.match(folded, unit.end):
        return False
    return folded.count("\n", left[-1].unit.end, unit.start) == 1


def _is_quoted(unit: Unit, folded: str) -> bool:
    """Tell whether a line is what the line above it opens a quotation for and the one below it closes.

    It was in another tag: in «⏎annonces⏎» and three more lines of a sentence.
    """
    start, end = unit.start - 1, unit.end
    while start > 0 and folded[start] in _BLANKS:
        start -= 1
    while end < len(folded) and folded[end] in _BLANKS:
        end += 1
    if folded[start] != '"' or folded[end : end + 1] != '"' or folded[end + 1 : end + 2].isalnum():
        return False
    if folded.count("\n", start, unit.start) != 1 or folded.count("\n", unit.end, end) != 1:
        return False
    return folded.count('"', folded.rfind("\n", 0, start) + 1, start + 1) % 2 == 1


def _may_stay(unit: Unit, rule: Rule) -> bool:
    """Tell whether a unit that a row takes may be the article's where it stands."""
    if rule.kind in LISTS:
        return not _goes_anywhere(rule)
    return not rule.sure and rule.where == "line" and unit.text.count(" ") < HEADS.get(rule.kind or "", 0)


def _goes_anywhere(rule: Rule) -> bool:
    """Tell whether no place can speak against a row; a note on a person may be on whom the text is about."""
    return rule.sure and rule.where == "line" and rule.kind != "about"


def _with_names(found: Sequence[Unit], lex: Lexicon) -> Iterator[Unit]:
    """Yield the units, but lines whole that a row takes though a name in them looks like a joint: "GamesRadar".

    So are lines that would lose a half of a name to a label: "Health|Partners opens a clinic".
    """
    line: list[Unit] = []
    for unit in found:
        line.append(unit)
        if unit.joint == "camel":
            continue
        yield from line if len(line) == 1 else _whole_if_named(line, lex)
        line = []
    yield from line


def _whole_if_named(line: list[Unit], lex: Lexicon) -> list[Unit]:
    """Return a line whole if all its joints may be inside of names and a row says that some are, else in pieces."""
    whole = rejoined(line)[0]  # not all of the line where a script was cut out of it
    if whole.end < line[-1].end or not all(map(_may_be_a_name, line, line[1:])):
        return line
    named = _is_name(line, lex) or (whole.text.count(" ") < NAMED_WORDS and row_of(whole.text, lex))
    return [whole] if named else line


def _may_be_a_name(unit: Unit, after: Unit) -> bool:
    """Tell whether a joint may be inside a name: a word with a capital meets one that opens no sentence.

    The capital need not come first: "eFluxMedia", "@AnnaLind".
    """
    first = after.text.partition(" ")[0]
    last = unit.text.rpartition(" ")[2]
    capital = last[:1].isupper() or (last != last.lower() and last.lstrip("@#").isalnum())
    return capital and first.lower() not in known_words()


def _is_name(line: Sequence[Unit], lex: Lexicon) -> bool:
    """Tell whether a row would take the first or last word of a line for a label that may be the half of a name.

    Where words meet one after the other ("NewsSportsHarbour") they are a menu. Buttons are no part of a name: "Anna
    LindShare".
    """
    if not all(" " in unit.text for unit in line[1:-1]):
        return False
    labels = [row_of(unit.text, lex) for unit in (line[0], line[-1]) if " " not in unit.text]
    return any(rule is not None and rule.kind in LABELS and rule.kind != "share" for rule in labels)


def _is_glued(found: Iterable[Unit]) -> bool:
    """Tell whether some line was cut at a joint."""
    return not {unit.joint for unit in found} <= {"line"}


def is_script(text: str) -> bool:
    """Tell whether a unit is a script of the page or its settings.

    >>> is_script('{"a":"1","b":"2","c":"3","d":"4","e":"5","f":"6","g":"7","h":"8"}')
    True
    """
    if text.count('":') >= SETTINGS:
        return True
    return sum(map(text.count, ";{}")) >= SETTINGS and len(_CALLS.findall(text)) >= CALLS


def row_of(text: str, lex: Lexicon) -> Rule | None:
    """Return the row that takes a text whole."""
    words = text.count(" ") + 1
    return lex.whole(text, words, lex.met(text, words, words_of(text), lex.signs))


def row_span(unit: Unit, rule: Rule) -> BoilerplateSpan:
    """Return the span of a unit that a row takes."""
    return BoilerplateSpan(unit.start, unit.end, rule.kind or "other", rule.id, rule.why)


def _without_scripts(found: list[Unit], rule: Rule, spans: list[BoilerplateSpan]) -> list[Unit]:
    """Cut scripts: lines whole, though they look glued, but of long ones only the pieces, as articles may follow."""
    whole = [unit for unit in rejoined(found) if len(unit.text) <= SCRIPT_LINE]
    scripts = [unit for unit in (*whole, *found) if len(unit.text) >= SCRIPT and is_script(unit.text)]
    ends = {unit.start: unit.end for unit in reversed(scripts)}
    rest: list[Unit] = []
    gone = -1
    for unit in found:
        gone = max(gone, ends.get(unit.start, -1))
        if unit.start >= gone:
            rest.append(unit)
    spans += [BoilerplateSpan(start, end, "markup", rule.id, rule.why) for start, end in ends.items()]
    return rest


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


def _marked(
    unit: Unit, tokens: Iterable[str], signs: Iterable[Sign], lex: Lexicon, spans: list[BoilerplateSpan]
) -> tuple[Unit | None, Rule | None]:
    """Do what `_read` does for a unit that may have inline matches: what stands between them is one unit."""
    inside = lex.inside(unit.text)
    if not inside:
        return _read(unit, tokens, signs, lex, spans)
    at, pieces = 0, []
    for start, end, _ in inside:
        pieces.append(unit.text[at:start])
        at = end
    text = " ".join(" ".join([*pieces, unit.text[at:]]).split())
    # What links are labelled with says nothing of the word that is linked: "click | here, opens new tab".
    labelled = text and all(rule.kind == "navigation" for _, _, rule in inside)
    rule = None if labelled else row_of(unit.text, lex)
    rule = rule or (row_of(text, lex) if text else inside[0][2])
    if rule is not None:
        return None, rule
    spans += [row_span(Unit(unit.start + start, unit.start + end, ""), rule) for start, end, rule in inside]
    return Unit(unit.start, unit.end, text, unit.joint), None


def _read(
    unit: Unit, tokens: Iterable[str], signs: Iterable[Sign], lex: Lexicon, spans: list[BoilerplateSpan]
) -> tuple[Unit | None, Rule | None]:
    """Return what the lexicon leaves of a unit, or the row that takes it all; ``tokens`` are its words."""
    for _ in range(CUTS):
        text = unit.text
        words = text.count(" ") + 1
        met = lex.met(text, words, tokens, signs)
        # What is glued on starts as a line does: "print" in "printHeader()" is no button.
        short = unit.joint == "line" or (words <= GLUED_WORDS and not text[0].islower())
        if short:
            whole = lex.whole(text, words, met)
            if whole is None and text[:2] in BULLETS:
                whole = _listed(text, words, met, lex)
            if whole is not None:
                return None, whole
        elif unit.joint == "sentence":
            whole = lex.whole(text, words, met) if words <= SENTENCE_WORDS else None
            if whole is not None and whole.kind in SENTENCES and not _runs_on(text):
                return None, whole
        part = lex.part(text, words, met)
        if part is None:
            break
        rule, start, end = part
        gone = _part(unit, start, end)
        rest = _part(unit, end, len(text)) if start == 0 else _part(unit, 0, start)
        if rest is None or gone is None:
            return None, rule
        spans.append(row_span(gone, rule))
        unit = rest
        tokens = words_of(unit.text)
    return unit, None


def _runs_on(text: str) -> bool:
    """Tell whether a second sentence starts in one with no stop before it: "Follow us on X When the crane fell".

    Its first word is a function word, and the word before that does not lead up to a name: "with The Post".
    """
    tokens = text.split()
    return any(
        word[:1].isupper() and word.lower() in known_words() and before[-1].isalnum() and before not in known_words()
        for before, word in pairwise(tokens)
    )


def _listed(text: str, words: int, met: Met, lex: Lexicon) -> Rule | None:
    """Return the row that takes an entry of a list without its bullet, but for labels, as lists of an article have."""
    rule = lex.whole(text[2:].lstrip(), words - 1, met)
    if rule is None or rule.where != "line":
        return None
    return rule if rule.sure or words > LABELS.get(rule.kind or "", 0) + 1 else None


def _part(unit: Unit, start: int, end: int) -> Unit | None:
    text = unit.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Unit(unit.start + start, unit.start + start + len(text), text, unit.joint) if text else None
