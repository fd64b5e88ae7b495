"""A small linear model for the units that the rules leave open.

Logistic regression over the families of `features` and over cue words, trained by ``scripts/train_boilerplate.py``; the
weights are data (``data/any/boilerplate_model.json``), and this file only adds them up. A unit goes if the sum passes
a threshold, which was set so that almost nothing of an article goes with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, pairwise
from operator import not_
from typing import Final, TypeAlias

from newsnorm.boilerplate.features import FAMILIES, SHARED, SIGNS, Surroundings, rough_signs, signs
from newsnorm.boilerplate.headings import headings
from newsnorm.boilerplate.look import BROKEN, Look, breaks_off
from newsnorm.boilerplate.numbered import entries
from newsnorm.boilerplate.rows import BULLETS
from newsnorm.boilerplate.tables import cells
from newsnorm.boilerplate.weights import telling_words, weights
from newsnorm.boilerplate.zones import CLEAR, LONGEST_HEADLINE, Zones, announcer, may_head
from newsnorm.rules import data_tables
from newsnorm.signs import has_any

__all__ = [
    "FURNITURE",
    "GROUPS",
    "PLACES",
    "Model",
    "cues",
    "family_key",
    "group",
    "is_bare",
    "is_dateline",
    "is_open",
    "model_reasons",
    "shipped_model",
    "together",
    "whole_sentences",
]

FURNITURE: Final = 6  # pieces that rules take at least of a page
LONG_LIST: Final = 3  # units without prose in the core that make a list: the article's, more often than not
LEAST_PROSE: Final = 40  # words of prose that the core must have for a judgement of what stands around it
AGAINST_PROSE: Final = 100  # hundredths that the words of prose in the core must weigh for the model to judge it
SUSPICION: Final = 170  # hundredths by which the threshold falls for a suspect
HEADLINES: Final = 4  # units before the core that may be its headline
STANDFIRST: Final = 5  # words of the line between a headline and its article
FIRST: Final = 3  # units that open a text and may be its headline farther before the core,
SUMMARY: Final = 12  # if no more stand between (who wrote it and when, a caption, a summary)
LONGEST: Final = 120  # words of a unit of prose that the model judges
SHORT: Final = 10  # words up to which a cue word weighs as in a label, not as in prose
NEAR: Final = 4  # units on each side that a line without prose is judged with
DAYS: Final = 3  # days over parts of a text that make it go through days
SAID: Final = 4  # words that are said at least where the verb of speech is not known
TAIL: Final = 4  # short sentences that end an article
ANNOUNCING: Final = 8  # words of a sentence that announces a list,
ANNOUNCED: Final = 24  # and the lines of the list: the members of a jury, those who signed a letter
APART: Final = 3  # signs up to which a word that was linked and the rest of its sentence are apart: line ends, a space
GREETING: Final = 6  # words of a greeting at most
NAMED: Final = 3  # features that a reason names

_DATELINE: Final = re.compile(
    r"[A-Z][A-Z.' -]{2,30}(?:, [A-Z][\w.' ]{1,30}){0,2} ?(?:\([\w ./-]{2,40}\) ?[-–—]{0,2}|[-–—]{1,2})"
)
# The place alone: the paragraph is on the next line.
_PLACE: Final = re.compile(r"(?:[A-Z][\w.'-]{0,20},? ){1,5}(?:\(?[A-Z]{2,8}\)? )?(?:[–—]|--)")
# The first sentence of a report, behind its dateline.
_LEAD: Final = re.compile(rf"{_DATELINE.pattern}(?=[\s\"A-Z])")
# The sign of who wrote it behind the last sentence of a report: "(boy/jpnn)".
_SIGNED: Final = re.compile(r"[.!?]\"? \([a-z]{2,12}(?:/[a-z]{2,12})?\)\Z")
_ENDS: Final = re.compile(r'(?<!\.)\."?\Z')
#: What stands between a headline and the name of the site in the title of a page.
_BARS: Final = ("|", " - ", " – ", " — ", " -- ", " : ", " > ")

#: The groups of units that have a threshold each.
GROUPS: Final = (
    "around the core",
    "in the core",
    "around a core of lists",
    "around the core, little taken",
    "around a core of lists, little taken",
)

_INDEX: Final = {name: index for index, name in enumerate(SIGNS)}
#: Where the three signs of each family stand; one of two signs has its last one twice.
PLACES: Final = tuple((_INDEX[f[0]], _INDEX[f[1]], _INDEX[f[-1]]) for f in FAMILIES)

#: A family: its weights, and where its signs stand.
Weights: TypeAlias = tuple[Mapping[int, int], tuple[int, int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Hold the weights: one table a family, and one for cue words in labels and in prose."""

    bias: int
    thresholds: tuple[int, ...]
    families: tuple[dict[int, int], ...]
    rough: tuple[Weights, ...]  # the families less those with signs that are shared,
    shared: tuple[Weights, ...]  # those,
    most_shared: int  # and the most that they weigh for removing
    labels: dict[str, int]
    prose: dict[str, int]
    in_labels: frozenset[str]
    in_prose: frozenset[str]
    opening: frozenset[str]  # the first words of the cues that are pairs


@cache
def shipped_model() -> Model:
    """Return the model that newsnorm ships."""
    data = weights()
    labels = {word: short for word, (short, _) in data["words"].items() if short}
    prose = {word: long for word, (_, long) in data["words"].items() if long}
    families = tuple({int(key): weight for key, weight in data["families"][" × ".join(f)].items()} for f in FAMILIES)
    is_shared = [not set(family).isdisjoint(SHARED) for family in FAMILIES]
    shared = tuple(compress(zip(families, PLACES, strict=True), is_shared))
    return Model(
        bias=data["bias"],
        thresholds=tuple(data["thresholds"][name] for name in GROUPS),
        families=families,
        rough=tuple(compress(zip(families, PLACES, strict=True), map(not_, is_shared))),
        shared=shared,
        most_shared=sum(max(0, *table.values()) for table, _ in shared),
        labels=labels,
        prose=prose,
        in_labels=frozenset(labels),
        in_prose=frozenset(prose),
        opening=frozenset(word.partition(" ")[0] for word in data["words"] if " " in word),
    )


def model_reasons(
    looks: Sequence[Look], core: Zones, taken: Sequence[int] = (), suspects: Collection[int] | None = None
) -> dict[int, str]:
    """Return the units that the model takes, each with the features that weighed most.

    ``taken`` is where in the text the pieces started that rules took. ``suspects`` restricts it to units around
    the core that other signs speak against: for them less is enough.
    """
    if sum([unit.words for unit in core.prose]) < LEAST_PROSE:
        return {}
    model = shipped_model()
    around, values, scores = _scored(model, looks, core, taken)
    lowered = 0 if suspects is None else SUSPICION
    # What is judged is a mean of scores: where none may pass the lowest threshold, nothing goes.
    if not scores or around is None or max(scores.values()) + model.most_shared <= min(model.thresholds) - lowered:
        return {}
    for index in values:
        values[index] = signs(index, around, values[index])
        scores[index] += _by_signs(model.shared, values[index])
    furnished = suspects is not None or around.all_taken >= FURNITURE
    if not furnished and _is_doubtful(core, looks):
        return {}
    found: dict[int, str] = {}
    for index, score in together(scores, around).items():
        if suspects is not None and index not in suspects:
            continue
        if not furnished and not looks[index].prose and core.start <= index < core.end:
            continue  # a list, a table or a sub-head of the article: what is left of a page stands around it
        if score > model.thresholds[group(index, core, furnished)] - lowered and not _is_own(index, looks, core, taken):
            found[index] = _reason(model, looks[index], values[index], score)
    if found and suspects is None:
        # A table above the article is one of the page: prices, what shares are worth now.
        own = {index for index in cells(looks) if index >= core.start} | entries(looks, core)
        found = {index: reason for index, reason in found.items() if index not in own}
    return whole_sentences(_without_days(found, looks), looks)


def _is_doubtful(core: Zones, looks: Sequence[Look]) -> bool:
    """Tell whether most of the prose stands outside the core: it may be what is left of the page under a list."""
    return 2 * sum([unit.words for unit in core.prose]) < sum([unit.words for unit in looks if unit.prose])


def _is_speech(unit: Look) -> bool:
    """Tell whether a line is a sentence that opens with what is said."""
    text = unit.unit.text
    return text[0] == '"' and (unit.stops or _SIGNED.search(text) is not None) and _spoken().match(text) is not None


@cache
def _spoken() -> re.Pattern[str]:
    """Return the pattern of speech and who speaks: hardly any line of a page is so.

    The verbs of other languages need not be known where much is said and the sentence goes on: '"…", disse ela.'
    """
    verbs = "|".join(data_tables("any/structure.toml")["speech"]["verbs"])
    short = rf"[^\"]{{2,300}},\" (?:[^\".!?]{{2,60}} )?(?:{verbs})\b"
    long = rf"(?:[^\s\"]{{1,30}}\s){{{SAID}}}[^\"]{{2,300}}(?:,\"|\",) (?=[^\W\d_])[^A-Z]"
    return re.compile(rf"\"(?:{short}|{long})")


def _scored(
    model: Model, looks: Sequence[Look], core: Zones, taken: Sequence[int]
) -> tuple[Surroundings | None, dict[int, tuple[int, ...]], dict[int, float]]:
    """Return the rough signs of the units that the model may judge, and what these and the words weigh."""
    opens = not taken or min(taken) > looks[0].unit.start
    around: Surroundings | None = None  # worked out for the first unit that it takes more than its words to judge
    values: dict[int, tuple[int, ...]] = {}
    scores: dict[int, float] = {}
    for index, unit in enumerate(looks):
        inside = unit.prose and core.start <= index < core.end
        if inside and (not _is_edge(index, unit, core) or telling_words().isdisjoint(unit.said.split())):
            continue
        if index < core.start and _heads(index, looks, core, opens):
            continue
        if _is_speech(unit):
            continue
        words = _by_words(model, unit.said, unit.words > SHORT)
        if inside and words <= AGAINST_PROSE:
            continue  # no place speaks so much against prose in the core that its words need not
        if around is None:
            around = Surroundings.of(looks, core, taken)
        if _is_open(index, around):
            values[index] = rough_signs(index, around)
            scores[index] = model.bias + words + _by_signs(model.rough, values[index])
    return around, values, scores


def _is_own(index: int, looks: Sequence[Look], core: Zones, taken: Sequence[int]) -> bool:
    """Tell whether a line is the article's for what it says and where it stands, whatever its looks."""
    unit = looks[index]
    if unit.prose:
        return False
    if unit.stops and _follows(index, looks, core, taken):
        return True
    if _opens(index, looks):
        return True
    return _is_announced(index, looks, core) or _announces(index, looks, core) or _signs_off(index, looks)


def _opens(index: int, looks: Sequence[Look]) -> bool:
    """Tell whether a line is the place of a report, and its first paragraph stands under it: "Lund —"."""
    return index + 1 < len(looks) and looks[index + 1].prose and _PLACE.fullmatch(looks[index].unit.text) is not None


def _follows(index: int, looks: Sequence[Look], core: Zones, taken: Sequence[int]) -> bool:
    """Tell whether a short sentence stands right behind the core or others that do, and nothing went between."""
    if not core.end <= index <= core.end + TAIL:
        return False
    tail = looks[core.end : index + 1]
    if not all(unit.stops and unit.words >= BROKEN and _ENDS.search(unit.unit.text) for unit in tail):
        return False
    first, last = looks[core.end - 1].unit.start, looks[index].unit.start
    return not any(first < start < last for start in taken)


def _signs_off(index: int, looks: Sequence[Look]) -> bool:
    """Tell whether a line ends a letter, or names who wrote it: "Yours," and "The editor"."""
    lines = looks[max(0, index - 1) : index + 1]
    return any(unit.unit.text[-1] == "," and unit.said in headings("farewells") for unit in lines)


def _without_days(found: dict[int, str], looks: Sequence[Look]) -> dict[int, str]:
    """Return the units without the days that a text goes through, each over sentences: "Monday, June 3"."""
    is_day = _day().fullmatch
    if not any(is_day(looks[index].said) for index in found):
        return found
    over = {unit.said for unit, under in pairwise(looks) if under.stops and is_day(unit.said)}
    if len(over) < DAYS:
        return found
    return {index: reason for index, reason in found.items() if not is_day(looks[index].said)}


@cache
def _day() -> re.Pattern[str]:
    weekdays = "|".join(data_tables("any/structure.toml")["days"]["weekdays"])
    return re.compile(rf"(?:{weekdays})(?: [a-z]{{3,9}} \d{{1,2}}| \d{{1,2}} [a-z]{{3,9}})?")


def _is_announced(index: int, looks: Sequence[Look], core: Zones) -> bool:
    """Tell whether a line stands in the list that a sentence of the article ends in a colon for.

    Its lines stand as far apart as the first two of them.
    """
    above = announcer(looks, index, ANNOUNCING, ANNOUNCED)
    return max(core.start - 1, 0) <= above <= core.end and _is_even(looks[above + 1 : index + 1])


def _is_even(lines: Sequence[Look]) -> bool:
    """Tell whether lines stand equally far apart in the text."""
    return len({after.unit.start - line.unit.end for line, after in pairwise(lines)}) < 2


def _announces(index: int, looks: Sequence[Look], core: Zones) -> bool:
    """Tell whether a line right above the article heads its summary or greets: "Key takeaways", "Dear Friends,"."""
    unit = looks[index]
    if unit.words > GREETING or not (core.start - 1 <= index < core.end - 1 or _is_over_list(index, looks, core)):
        return False
    text = unit.unit.text
    greets = text.endswith((",", ":")) and unit.said.startswith(headings("greetings"))
    return greets or unit.said in headings("summaries")


def _is_over_list(index: int, looks: Sequence[Look], core: Zones) -> bool:
    """Tell whether a line before the core stands over a list with bullets."""
    return index < core.start and looks[index + 1].unit.text[:2] in BULLETS


def whole_sentences(found: dict[int, str], looks: Sequence[Look]) -> dict[int, str]:
    """Return the units without lines that are part of a sentence of which another line stays."""
    places = sorted(found)
    for order in (places, places[::-1]):
        step = -1 if order is places else 1
        for index in order:
            other = index + step
            if not 0 <= other < len(looks) or other in found:
                continue
            first = min(index, other)
            if breaks_off(looks[first], looks[first + 1].unit.text) or (
                step < 0 and _goes_on(looks[first], looks[index])
            ):
                found.pop(index, None)
    return found


def _goes_on(above: Look, unit: Look) -> bool:
    """Tell whether prose goes on with the sentence of a word or two above it, which were linked and so got a line."""
    return (
        unit.prose
        and unit.unit.text[0].islower()
        and 0 < above.words < BROKEN
        and unit.unit.start - above.unit.end < APART
        and above.unit.text[-1].isalnum()
    )


def together(scores: Mapping[int, float], around: Surroundings) -> dict[int, float]:
    """Return the scores as they are judged by: of all copies of a line the mean, and that of a line among others half.

    Lists and tables are the article's as a whole, or not: none of their lines goes for its own looks alone. The other
    half is the mean of the lines near it.
    """
    scores = _of_copies(scores, around)
    judged: dict[int, float] = {}
    for index, score in scores.items():
        near = [scores[place] for place in _near(index, around) if place in scores]
        judged[index] = (score + sum(near) / len(near)) / 2
    return judged


def _of_copies(scores: Mapping[int, float], around: Surroundings) -> Mapping[int, float]:
    """Return the scores with one for all copies of a line: a sub-head may stand over every part of a list."""
    looks, copies = around.looks, around.copies
    alike: dict[str, list[float]] = defaultdict(list)
    for index, score in scores.items():
        if copies[looks[index].said] > 1:
            alike[looks[index].said].append(score)
    if not alike:
        return scores
    means = {said: sum(several) / len(several) for said, several in alike.items()}
    return {index: means.get(looks[index].said, score) for index, score in scores.items()}


def _near(index: int, around: Surroundings) -> range:
    """Return the units that one is judged with: lines without prose next to it, in the same zone, and itself."""
    core = around.core
    if around.prose[index]:
        return range(index, index + 1)
    first, last = (
        (0, core.start) if index < core.start else (core.start, core.end) if index < core.end else (core.end, 1 << 60)
    )
    return range(
        max(first, index - min(NEAR, around.since[index])),
        min(last, index + min(NEAR, around.to[index]) + 1, len(around.looks)),
    )


def is_open(index: int, around: Surroundings) -> bool:
    """Tell whether the model may judge a unit: not what is long, no lists in the core, no prose deep in it.

    Nor what heads the article, or stands between the core and more prose of the article, nor a lead with its dateline.
    """
    return not _heads(index, around.looks, around.core, not around.taken[0]) and _is_open(index, around)


def _is_open(index: int, around: Surroundings) -> bool:
    core, unit = around.core, around.looks[index]
    if unit.prose and (unit.words > LONGEST or (index <= core.start and _LEAD.match(unit.unit.text))):
        return False
    if not core.start <= index < core.end:
        start, end = around.tables
        return not (around.reach[0] <= index < around.reach[1] or start <= index < end)
    if unit.prose:
        return _is_edge(index, unit, core)
    return not core.listed and around.run(index) < LONG_LIST


def _is_edge(index: int, unit: Look, core: Zones) -> bool:
    """Tell whether prose of the core stands where the core may not have started yet, or may have ended."""
    edge = index == core.start or index >= core.end - 3
    return edge and not core.listed and unit.words <= LONGEST


def _heads(index: int, looks: Sequence[Look], core: Zones, opens: bool) -> bool:
    """Tell whether a unit may be the article's headline, or the place and the agency that a report opens with.

    ``opens`` tells that the first of the units opens the text, and that nothing went before it.
    """
    unit = looks[index]
    if index < core.start and is_dateline(unit.unit.text):
        return True
    away = core.start - index
    far = away > HEADLINES
    if not 0 < away <= SUMMARY or (far and (index >= FIRST or not is_bare(unit))):
        return False
    if [other.said for other in looks].count(unit.said) > 1:
        return False
    if far:
        return core.has_headline(unit, CLEAR)
    # It opens the text, or nothing else stands before the article, or it speaks of what the core speaks of.
    first = index == 0 and (opens or core.start == 1) and may_head(unit)
    # Two lines are all that stands before the article: its headline and what sums it up.
    second = index == 1 and opens and core.start == 2 and STANDFIRST <= unit.words <= LONGEST_HEADLINE
    return first or second or core.has_headline(unit)


def is_bare(unit: Look) -> bool:
    """Tell whether a line is no sentence, and no title of the page with the name of the site."""
    return not unit.stops and not has_any(unit.unit.text, _BARS)


def is_dateline(text: str) -> bool:
    """Tell whether a line is the place and the agency that a report opens with.

    >>> is_dateline("TEMA, Ghana (AP) --"), is_dateline("TEMA, GHANA")
    (True, False)
    """
    return bool(_DATELINE.fullmatch(text))


def group(index: int, core: Zones, furnished: bool) -> int:
    """Return which of the `GROUPS` a unit belongs to; a text is furnished if rules took much of it, as of whole pages.

    What stands around the core of a text without furniture is most often the article's.
    """
    if core.start <= index < core.end:
        return 1
    return (2 if core.listed else 0) if furnished else (4 if core.listed else 3)


def family_key(value: Sequence[int], places: tuple[int, int, int]) -> int:
    """Return the number of a combination of values of a family: a hexadecimal digit each."""
    first, second, third = places
    return 0x1000 | value[first] << 8 | value[second] << 4 | value[third]


def cues(unit: Look) -> frozenset[str]:
    """Return what the words of a unit may weigh by: single words and pairs."""
    tokens = unit.said.split()
    return frozenset([*tokens, *map(" ".join, pairwise(tokens))])


def _cues_of(model: Model, tokens: Sequence[str], long: bool) -> frozenset[str]:
    """Return the cues of a unit that the model has a weight for."""
    opening = model.opening
    pairs = [f"{first} {second}" for first, second in pairwise(tokens) if first in opening]
    return (model.in_prose if long else model.in_labels).intersection([*tokens, *pairs])


# A text is read again when something went: what is known of its units then need not be worked out anew.
@lru_cache(maxsize=512)
def _by_words(model: Model, said: str, long: bool) -> int:
    return sum(map((model.prose if long else model.labels).__getitem__, _cues_of(model, said.split(), long)))


def _by_signs(families: Sequence[Weights], value: Sequence[int]) -> int:
    return sum(
        [
            table.get(0x1000 | value[first] << 8 | value[second] << 4 | value[third], 0)
            for table, (first, second, third) in families
        ]
    )


def _reason(model: Model, unit: Look, value: Sequence[int], score: float) -> str:
    """Say which features weighed most, in words."""
    long = unit.words > SHORT
    words = model.prose if long else model.labels
    weighed: list[tuple[int, tuple[str, ...] | str]] = [
        (table.get(family_key(value, places), 0), family)
        for table, family, places in zip(model.families, FAMILIES, PLACES, strict=True)
    ]
    weighed += [(words[cue], cue) for cue in _cues_of(model, unit.said.split(), long)]
    # Names are made for those that may be named: with few features of one weight, three.
    least = max(1, sorted([weight for weight, _ in weighed])[-NAMED])
    named = [(-weight, _name(feature, value)) for weight, feature in weighed if weight >= least]
    most = "; ".join(f"{name} ({-weight / 100:+.2f})" for weight, name in sorted(named)[:NAMED])
    return f"log-odds {score / 100:.1f}, most for: {most}"


def _name(feature: tuple[str, ...] | str, value: Sequence[int]) -> str:
    """Return the name of a family with its values, or of a cue word."""
    if isinstance(feature, str):
        return f"word: {feature}"
    return ", ".join(f"{sign}: {SIGNS[sign][value[_INDEX[sign]]]}" for sign in feature)
