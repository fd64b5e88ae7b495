"""Find the boilerplate of a text: the lexicon, then blocks, then what repeats, then the model for what is left open.

The lexicon's verdict on a unit depends on the unit alone. Everything after it sees only what is left, and is
repeated until nothing more goes, so that cleaning a clean text changes nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from newsnorm.arguments import check_rules, check_text, language
from newsnorm.boilerplate.blocks import SENTENCE, blocks, is_over
from newsnorm.boilerplate.counters import counters
from newsnorm.boilerplate.cuts import boilerplate_edits
from newsnorm.boilerplate.duplicates import duplicates
from newsnorm.boilerplate.features import gaps
from newsnorm.boilerplate.headings import headings
from newsnorm.boilerplate.headlines import NO_HEADLINE, Headline, headline_of
from newsnorm.boilerplate.lexicon import lexicon
from newsnorm.boilerplate.look import Look, halves, in_line, known_words, look
from newsnorm.boilerplate.model import FURNITURE, STANDFIRST, SUMMARY, is_bare, model_reasons, whole_sentences
from newsnorm.boilerplate.recurring import recurring
from newsnorm.boilerplate.references import references
from newsnorm.boilerplate.rows import HEADS, LABELS, Reading, read, row_of, row_span
from newsnorm.boilerplate.span import BoilerplateSpan
from newsnorm.boilerplate.tables import cells
from newsnorm.boilerplate.titles import end_of_headline
from newsnorm.boilerplate.units import Unit
from newsnorm.boilerplate.zones import LONGEST_HEADLINE, Zones, announcer, may_head, zones
from newsnorm.edits import Alignment, Edit, apply, on_original
from newsnorm.printed import PRINTED
from newsnorm.rules import BUILTIN, Rule, Rules
from newsnorm.sites import LineCounts, check_repeated
from newsnorm.wrapped import whole

__all__ = ["boilerplate_of", "find_boilerplate", "left_open"]

REREADINGS: Final = 8
NUMBER: Final = 7  # digits of a telephone number
REFRAIN: Final = 3  # times that a label stands over parts of the text to be one of its sub-heads
SUB_HEADS: Final = 3  # lines over parts of a text that are its sub-heads,
SUB_HEAD: Final = 8  # and the most words of one
SHORT_HEADING: Final = 1  # words of a heading over other stories that may be a sub-head of this one
MENU: Final = 4  # sections that make a menu; fewer may be entries of a list
KICKER: Final = 4  # units at the start of a text that may name its section
_LINE: Final = re.compile(r"([_*=~—–-])\1{1,99}")
ABOVE: Final = 64  # units above a line that tell what the text is about
_IMPRINT: Final = re.compile(r"\b\d{2,4} ?(?:pp|pages)\b")  # of a book
LONGEST_STANDFIRST: Final = 50
LINED: Final = 60  # words of a sentence in a line from which on the model does not judge it
STANDFIRSTS: Final = 6  # lines under a headline that may be its standfirst
PASSES: Final = 16  # bound on the passes over what is left; of 1,000 real texts one needs 8


def find_boilerplate(
    text: str, repeated: LineCounts | None = None, rules: Rules = BUILTIN, *, lang: str = "en"
) -> list[BoilerplateSpan]:
    r"""Return what is not the story: spans in order, disjoint, each with its kind, rule and reason.

    ``repeated`` is what recurs across the collection that the text is of (`newsnorm.count_lines`). The lexicons of
    all languages are used, whatever ``lang`` is: pages mix them.

    >>> text = "The talks ended in Geneva without a result.\n\nRead More:\n\nTalks resume"
    >>> [(span.kind, span.rule) for span in find_boilerplate(text)]
    [('related', 'boilerplate.related-heading'), ('related', 'boilerplate.block')]
    """
    check_text(text)
    check_rules(rules)
    check_repeated(repeated)
    language(lang)
    read = whole(text)
    return list(on_original(boilerplate_of(read.text, repeated, rules), read))


def boilerplate_of(text: str, repeated: LineCounts | None, rules: Rules) -> list[BoilerplateSpan]:
    """Do what `find_boilerplate` does for a call that was checked."""
    # What we printed in a text that is cleaned again must not change what goes.
    printed = [Edit(found.start(), found.end(), "", ()) for found in PRINTED.finditer(text)] if "[" in text else []
    if not printed:
        return _find(text, repeated, rules)
    alignment = Alignment.of(printed)
    ends = {edit.start: edit.end for edit in printed}
    spans = [_moved(span, alignment) for span in _find(apply(text, printed), repeated, rules)]
    return [replace(span, end=ends.get(span.end, span.end)) for span in spans]


def _find(text: str, repeated: LineCounts | None, rules: Rules) -> list[BoilerplateSpan]:
    kept, spans, glued = _settled(text, repeated, rules)
    # Where lines were glued, what is left may be cut into other units; a line left alone, into sentences.
    for _ in range(REREADINGS if spans and (glued or len(kept) == 1) else 0):
        edits = boilerplate_edits(text, spans)
        more = _settled(apply(text, edits), repeated, rules)[1]
        if not more:
            break
        alignment = Alignment.of(edits)
        spans = _outermost([*spans, *(_moved(span, alignment) for span in more)])
    return spans


def left_open(text: str, rules: Rules = BUILTIN) -> tuple[list[Look], list[int]]:
    """Return what the rules leave for the model to judge, and where what they took stood: it is trained on this."""
    kept, spans, _ = _settled(text, None, rules.without("boilerplate.model"))
    return kept, _taken(spans)


def _settled(text: str, repeated: LineCounts | None, rules: Rules) -> tuple[list[Look], list[BoilerplateSpan], bool]:
    """Return what is left when nothing more goes, what went, and whether there were glued lines."""
    reading = read(text, lexicon(rules), rules)
    kept, spans = reading.left, reading.spans
    core = zones(kept)
    headline = _headline(reading, core, rules)
    doubtful = {start: rule for start, rule in reading.doubtful.items() if start != headline.start}
    openers = _opening(reading, headline)
    for _ in range(PASSES):
        gone = (
            _by_place(kept, doubtful, openers, rules)
            or _references(kept, rules)
            or _counters(kept, core, rules)
            or _again(kept, core, repeated, rules, headline)
            or _by_model(kept, core, rules, spans, headline)
            or _stranded(kept, spans, rules)
            or _page_head(kept, headline)
        )
        if not gone and (spans or reading.doubtful):  # else nothing went, and what opens the text was asked about
            gone = _late_head(kept, core, reading, rules)
        if not gone and (title := _title(kept, core, rules)):
            kept[0], site = title
            spans.append(site)
        elif not gone or (len(gone) == len(kept) and any(unit.prose for unit in kept)):
            break  # all is said, or nothing of the prose would be left
        else:
            openers = {}
            spans += gone.values()
            kept = [unit for index, unit in enumerate(kept) if index not in gone]
        core = zones(kept)
    return kept, _outermost(spans), reading.glued


def _headline(reading: Reading, core: Zones, rules: Rules) -> Headline:
    """Return the headline that the title of the page tells; none starts where the text does."""
    first = reading.left[0].unit.start if reading.left else 0
    if not reading.left or "boilerplate.page-head" not in rules or any(span.start < first for span in reading.spans):
        return NO_HEADLINE
    points = first in reading.doubtful and not reading.left[0].said.startswith(headings("kickers"))
    return headline_of(reading.left, core, points)


def _late_head(kept: Sequence[Look], core: Zones, reading: Reading, rules: Rules) -> dict[int, BoilerplateSpan]:
    """Return what stands above a headline that a title tells which opens what is left, and would open a clean text."""
    if not kept or "boilerplate.page-head" not in rules:
        return {}
    return _page_head(kept, headline_of(kept, core, kept[0].unit.start in reading.doubtful))


def _page_head(kept: Sequence[Look], headline: Headline) -> dict[int, BoilerplateSpan]:
    """Return the lines above the headline: no prose there shares words with the article."""
    if not headline.tops:
        return {}
    reason = "stands above the headline that the title of the page tells"
    return {
        index: _because(unit, "navigation", "boilerplate.page-head", reason)
        for index, unit in enumerate(kept)
        if unit.unit.start < headline.start
    }


def _counters(kept: Sequence[Look], core: Zones, rules: Rules) -> dict[int, BoilerplateSpan]:
    """Return the bare numbers that count shares, comments or readers, with their labels."""
    if "boilerplate.count" not in rules or len(kept) == core.end - core.start:
        return {}
    lex = lexicon(rules)

    def is_counter(text: str) -> bool:
        rule = row_of(text, lex)
        return rule is not None and rule.kind == "counts"

    reason = "a bare number that is none of the article's, or its label"
    return {
        index: _because(kept[index], "counts", "boilerplate.count", reason)
        for index in counters(kept, core, is_counter)
    }


def _taken(spans: Sequence[BoilerplateSpan]) -> list[int]:
    """Return where the pieces started that went for a reason of their own: the model's guesses prove nothing."""
    return [span.start for span in spans if span.rule not in ("boilerplate.model", "boilerplate.page-head")]


def _moved(span: BoilerplateSpan, alignment: Alignment) -> BoilerplateSpan:
    start, end = alignment.to_original(span.start, span.end)
    return replace(span, start=start, end=end)


def _outermost(spans: list[BoilerplateSpan]) -> list[BoilerplateSpan]:
    """Return the spans in order, without those inside others: a unit may go after a part of it went."""
    outer: list[BoilerplateSpan] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return outer


def _by_place(
    kept: Sequence[Look], doubtful: Mapping[int, Rule], openers: Mapping[int, Rule], rules: Rules
) -> dict[int, BoilerplateSpan]:
    """Return the labels that stand apart from the article, and the blocks that open."""
    apart = _apart(kept, doubtful) if doubtful else {}
    gone = {index: row_span(kept[index].unit, rule) for index, (rule, _) in apart.items()}
    openers = {**openers, **{kept[index].unit.start: rule for index, (rule, opens) in apart.items() if opens}}
    if openers and "boilerplate.block" in rules:
        places = [index for index in range(len(kept)) if index not in gone]
        rest = [kept[index] for index in places]
        kinds = {position: rule.kind or "other" for position, rule in openers.items()}
        for index, (kind, name) in blocks(rest, kinds, zones(rest)).items():
            if name in rules:
                gone[places[index]] = _because(rest[index], kind, name, "stands in a block that a trigger opens")
    return gone


def _opening(reading: Reading, headline: Headline) -> dict[int, Rule]:
    """Return the openers but for those above the headline, and for calls to comment within the article.

    The article goes on under such a call, and more of the comments stands under that.
    """
    openers = {start: rule for start, rule in reading.openers.items() if not (headline.tops and start < headline.start)}
    if not any(rule.id == "boilerplate.comments-call" for rule in openers.values()):
        return openers
    last = max(span.start for span in reading.spans if span.kind == "comments")
    told = (unit.unit.start for unit in reading.left if _is_sentence(unit) and unit.unit.start < last)
    end = max(told, default=-1)
    return {start: rule for start, rule in openers.items() if start >= end or rule.id != "boilerplate.comments-call"}


def _apart(kept: Sequence[Look], doubtful: Mapping[int, Rule]) -> dict[int, tuple[Rule, bool]]:
    """Return the rows that take a label, by its index, and whether it opens a block.

    They are those of labels that stand apart from the article, or that no article has: in a list these open no block.
    """
    sure = [unit for unit in kept if unit.unit.start not in doubtful]
    core = zones(sure)
    start, end = (sure[core.start].unit.start, sure[core.end - 1].unit.end) if core.end else (0, 0)
    refrains = _refrains(kept, doubtful)
    heads = _sub_heads(kept)
    paragraphs = _paragraphs(kept, doubtful)
    table = cells(kept)
    apart: dict[int, tuple[Rule, bool]] = {}
    for index, unit in enumerate(kept):
        rule = doubtful.get(unit.unit.start)
        if rule is None or (rule.kind == "contact" and index and _is_number(kept[index - 1])):
            continue  # whoever the text says can be called there
        if rule.kind == "about" and _is_subject(unit, paragraphs):
            continue
        if not index and _is_headline(unit, rule, core):
            continue
        if rule.kind == "byline" and _is_imprint(kept[index + 1 : index + 2]):
            continue  # whoever wrote the book that the text is about
        if unit.said in headings("scheduled") and _is_told_under(kept, index):
            continue
        if index in table and unit.unit.start > start and _is_label(unit, rule):
            continue  # the date over a column, the continent in front of a line
        inside = start < unit.unit.start < end
        if rule.kind in HEADS:
            if not (inside and (index in heads or _heads_prose(kept, index, core))):
                apart[index] = rule, False
            continue
        listed = core.listed or announcer(kept, index) >= 0  # "You will need:"
        # Labels are labels of something.
        own = inside or listed or not sure or unit.said in refrains or index in heads
        is_own = own if _is_label(unit, rule) else inside and listed and rule.kind != "timestamp"
        if rule.where == "block" and inside and unit.words <= SHORT_HEADING and kept[index + 1].prose:
            is_own = True  # "Related" over a paragraph is a sub-head
        if rule.sure or not is_own:
            apart[index] = rule, rule.where == "block" and not is_own
    entries = _entries(kept, apart)
    return {index: how for index, how in apart.items() if index not in entries}


def _entries(kept: Sequence[Look], apart: Mapping[int, tuple[Rule, bool]]) -> list[int]:
    """Return the sections that may be entries of a list: too few to be a menu, and not where the section stands."""
    sections = [i for i, (rule, _) in apart.items() if rule.kind == "navigation" and _is_label(kept[i], rule)]
    return [index for index in sections if index >= KICKER] if len(sections) < MENU else []


def _is_headline(unit: Look, rule: Rule, core: Zones) -> bool:
    """Tell whether the first line of a text is its headline: "Explainer: How a crane works" over a text on cranes."""
    if rule.kind == "related" and (core.has_headline(unit) or unit.said.startswith(headings("kickers"))):
        return True
    return unit.said in headings("columns")


def _is_told_under(kept: Sequence[Look], index: int) -> bool:
    """Tell whether a sentence on what the lines above are about stands under a heading, or a sub-head and its prose."""
    under = kept[index + 1 : index + 3]
    if not under:
        return False
    if len(under) > 1 and not under[0].stops and under[1].prose and is_over(*under):
        return True
    return under[0].stops and zones(kept[max(0, index - ABOVE) : index]).speaks_of(under[0])


def _is_imprint(lines: Sequence[Look]) -> bool:
    """Tell whether a line says how many pages a book has: "Knopf, 412 pp., $32"."""
    return any(not line.prose and _IMPRINT.search(line.unit.text) for line in lines)


def _is_number(unit: Look) -> bool:
    """Tell whether a line gives a telephone number, or a street with its code."""
    return not unit.prose and sum(map(str.isdigit, unit.unit.text)) >= NUMBER


def _paragraphs(kept: Sequence[Look], doubtful: Mapping[int, Rule]) -> list[str]:
    """Return what the paragraphs say that are no notes on a person, sorted; none if there is no such note."""
    notes = {start for start, rule in doubtful.items() if rule.kind == "about"}
    return sorted(unit.said for unit in kept if unit.prose and unit.unit.start not in notes) if notes else []


def _is_subject(unit: Look, paragraphs: Sequence[str]) -> bool:
    """Tell whether a note is on the person whom the text is about: a paragraph opens with the name or surname."""
    name = [word.lower() for word in takewhile(str.istitle, unit.unit.text.split())]
    if len(name) < 2 or name[-1] in known_words():
        return False
    for opening in (f"{name[-1]} ", f"{' '.join(name)} "):
        at = bisect_left(paragraphs, opening)  # what opens so sorts right behind it
        if at < len(paragraphs) and paragraphs[at].startswith(opening):
            return True
    return False


def _refrains(kept: Sequence[Look], doubtful: Mapping[int, Rule]) -> set[str]:
    """Return the labels that stand over one part of the text after the other: no two of them without prose between."""
    often: dict[str, int] = {}
    since: set[str] = set()
    twice: set[str] = set()
    for unit in kept:
        if unit.prose:
            since.clear()
        elif unit.unit.start in doubtful:
            often[unit.said] = often.get(unit.said, 0) + 1
            if unit.said in since:
                twice.add(unit.said)
            since.add(unit.said)
    return {said for said, count in often.items() if count >= REFRAIN} - twice


def _sub_heads(kept: Sequence[Look]) -> set[int]:
    """Return the lines that stand over one part of the text each, if there are several and all say another thing.

    Under each there is prose, and above it a sentence, or nothing.
    """
    found = [
        index
        for index, unit in enumerate(kept[:-1])
        if _is_sub_head(unit) and kept[index + 1].prose and (not index or _is_sentence(kept[index - 1]))
    ]
    said = {kept[index].said for index in found}
    return set(found) if len(said) == len(found) >= SUB_HEADS else set()


def _heads_prose(kept: Sequence[Look], index: int, core: Zones) -> bool:
    """Tell whether a line between sentences is a sub-head: the article has its word, a footer has links around it."""
    if not (0 < index < len(kept) - 1 and _is_sentence(kept[index - 1]) and _is_sentence(kept[index + 1])):
        return False
    return core.speaks_of(kept[index]) and any(map(_is_sentence, kept[index + 2 : index + 4]))


def _is_sub_head(unit: Look) -> bool:
    """Tell whether a line may be a sub-head: a few words, or a question."""
    return unit.words <= SUB_HEAD and (not unit.stops or unit.unit.text[-1] == "?")


def _is_sentence(unit: Look) -> bool:
    return unit.stops and unit.words >= SENTENCE


def _is_label(unit: Look, rule: Rule) -> bool:
    """Tell whether an article may use as its own what a row takes for a label of the page.

    "Features" is a button on a page, but a sub-head in an article; a text of lists has dates and sources of its own.
    """
    return unit.unit.text.count(" ") < LABELS.get(rule.kind or "", 0)


def _references(kept: Sequence[Look], rules: Rules) -> dict[int, BoilerplateSpan]:
    """Return the list of sources under the text."""
    if "boilerplate.references" not in rules:
        return {}
    reason = "stands in a list of sources, under its heading"
    return {i: _because(kept[i], "references", "boilerplate.references", reason) for i in references(kept)}


def _again(
    kept: Sequence[Look], core: Zones, repeated: LineCounts | None, rules: Rules, headline: Headline
) -> dict[int, BoilerplateSpan]:
    """Return what stands in the text, or in the collection, more than once."""
    gone: dict[int, BoilerplateSpan] = {}
    if repeated and "boilerplate.repeated" in rules:
        found = recurring(kept, core, repeated)
        for index, reason in found.items():
            gone[index] = _because(kept[index], "repeated", "boilerplate.repeated", reason)
        if found and "boilerplate.model" in rules:
            # What stands among lines of the page and around the article is most likely of the page, too.
            near = {index + step for index in found for step in (-1, 1)} - set(found) - set(range(core.start, core.end))
            for index, reason in model_reasons(kept, core, suspects=near).items():
                gone[index] = _because(kept[index], "other", "boilerplate.model", reason)
    # In a text of one line a pull quote has no end of its own: half of it would stay, or what it quotes go.
    if not gone and not core.listed and "boilerplate.duplicate" in rules and not _is_one_line(kept):
        for index, reason in whole_sentences(duplicates(kept, core, headline.place(kept)), kept).items():
            gone[index] = _because(kept[index], "duplicate", "boilerplate.duplicate", reason)
    return gone


def _by_model(
    kept: Sequence[Look], core: Zones, rules: Rules, spans: Sequence[BoilerplateSpan], headline: Headline
) -> dict[int, BoilerplateSpan]:
    if "boilerplate.model" not in rules:
        return {}
    found = model_reasons(kept, core, _taken(spans))
    spared = _under(kept, core, spans, headline)
    found = {index: reason for index, reason in found.items() if index not in spared}
    if found and _is_one_line(kept):
        found = {index: reason for index, reason in found.items() if not _is_told_in_line(kept, index)}
        if len(_taken(spans)) < FURNITURE:
            # The model learnt from lines, where a short last paragraph is more suspect than one more sentence is.
            found = {index: reason for index, reason in found.items() if not kept[index].prose}
    if found and min(found) < core.start:
        first = _above_byline(kept, core, spans)
        if found.keys() >= set(range(first)):  # nothing else stays there
            found = {index: reason for index, reason in found.items() if not first <= index < core.start}
        if 0 in found and _opens_signed(kept, core, spans):
            del found[0]
    return {index: _because(kept[index], "other", "boilerplate.model", reason) for index, reason in found.items()}


def _is_one_line(kept: Sequence[Look]) -> bool:
    """Tell whether several pieces of a text stand on one line."""
    return len(kept) > 1 and all(unit.unit.joint != "line" for unit in kept[:-1])


def _is_told_in_line(kept: Sequence[Look], index: int) -> bool:
    """Tell whether a sentence in a text of one line is too long for the model, or the half of a quotation."""
    return in_line(kept, index) and (kept[index].words > LINED or halves(kept, index))


def _under(kept: Sequence[Look], core: Zones, spans: Sequence[BoilerplateSpan], headline: Headline) -> range:
    """Return where the headline stands that the title tells, with the standfirst right under it.

    That is a line, or several of which none ends as a sentence does: captions and teasers do, and may stand under one.
    """
    place = headline.place(kept)
    if not 0 <= place < core.start:
        return range(0)
    start, most = kept[place].unit.end, kept[min(place + 1 + STANDFIRSTS, core.start)].unit.start
    parting = [span.start for span in spans if start <= span.start < most and span.kind != "duplicate"]
    end = min(parting, default=most)
    lines = [unit for unit in kept[place + 1 : place + 1 + STANDFIRSTS] if unit.unit.start < end]
    told = list(takewhile(lambda unit: _is_standfirst(unit, core), lines))
    bare = len(list(takewhile(is_bare, told)))
    return range(place, place + 1 + max(bare, min(1, len(told))))


def _is_standfirst(unit: Look, core: Zones) -> bool:
    """Tell whether a line reads as a sentence on what the core speaks of, not as a name, a date or a caption."""
    text = unit.unit.text
    words = text.split()
    if not STANDFIRST <= unit.words <= LONGEST_STANDFIRST or _DATED.search(text) or text.endswith(")"):
        return False
    return 2 * sum(word[0].islower() for word in words) >= len(words) and core.speaks_of(unit)


def _above_byline(kept: Sequence[Look], core: Zones, spans: Sequence[BoilerplateSpan]) -> int:
    """Return the first of the one or two lines right above the byline or date of the article: its headline.

    What sums it up may stand under it. The text that is left opens with them, where no more is asked of them. If there
    are none, that is where the core starts.
    """
    for index in range(max(0, core.start - 2), core.start):
        unit = kept[index]
        if not may_head(unit) or _DATED.search(unit.unit.text):
            continue
        lines = kept[index : core.start]
        # Two lines of which only the last speaks of the article are a link and its headline.
        if len(lines) == 2 and (lines[1].words < STANDFIRST or core.has_headline(lines[1]) > core.has_headline(unit)):
            continue
        low, high = lines[-1].unit.end, kept[core.start].unit.start
        if any(span.kind in _SIGNED and low <= span.start < high for span in spans):
            return index
    return core.start


def _opens_signed(kept: Sequence[Look], core: Zones, spans: Sequence[BoilerplateSpan]) -> bool:
    """Tell whether the line that opens the text is its headline: no sentence, and signed or dated under it.

    Between it and the article there may be more than under most headlines: the author's name and chair, a disclosure.
    """
    unit = kept[0]
    if not is_bare(unit) or not STANDFIRST <= unit.words <= LONGEST_HEADLINE or _DATED.search(unit.unit.text):
        return False
    if core.start > SUMMARY or any(span.start < unit.unit.start for span in spans):
        return False
    return any(span.kind in _SIGNED and span.start < kept[core.start].unit.start for span in spans)


_DATED: Final = re.compile(r"\||\d[:.]\d\d|(?:19|20)\d\d")  # what stands in lines of the page, and hardly in headlines
_SIGNED: Final = frozenset(("byline", "timestamp"))


def _title(kept: Sequence[Look], core: Zones, rules: Rules) -> tuple[Look, BoilerplateSpan] | None:
    """Return the headline over the core, and behind it the name of the site, if the text opens with a page's title."""
    if not core.start or "boilerplate.title-site" not in rules:
        return None
    start, end, text, joint = kept[0].unit
    at = end_of_headline(text, core.said) if may_head(kept[0]) else None
    headline = look(Unit(start, start + at, text[:at], joint)) if at else None
    if headline is None or not core.speaks_of(headline):
        return None
    rule = rules["boilerplate.title-site"]
    return headline, BoilerplateSpan(headline.unit.end, end, "navigation", rule.id, rule.why)


def _stranded(kept: Sequence[Look], spans: Sequence[BoilerplateSpan], rules: Rules) -> dict[int, BoilerplateSpan]:
    """Return the marks that part nothing any more: both sides went, or what stood under a line that ends the text."""
    marks = [index for index, unit in enumerate(kept) if not unit.size]
    if not marks or not spans or "boilerplate.stranded" not in rules:
        return {}
    taken = gaps(kept, [span.start for span in spans])
    last = len(kept) - 1
    reason = "no words, and what it parted from the text went"
    return {
        index: _because(kept[index], "markup", "boilerplate.stranded", reason)
        for index in marks
        if (taken[index] and (taken[index + 1] or index == last))
        or (taken[index + 1] and (index == 0 or (index == last and _LINE.fullmatch(kept[index].unit.text))))
    }


def _because(unit: Look, kind: str, rule: str, reason: str) -> BoilerplateSpan:
    return BoilerplateSpan(unit.unit.start, unit.unit.end, kind, rule, reason)
