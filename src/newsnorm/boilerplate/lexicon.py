r"""The typed lexicon: what the pattern rows of ``data/<lang>/boilerplate.toml`` mean, and how to ask them fast.

A row says what a piece of boilerplate looks like and where it counts::

    [[rule]]
    id      = "boilerplate.share-bar"
    why     = "an invitation to share the page is not part of the story"
    where   = "line"
    kind    = "share"
    pattern = '''(?i)share (?:this|on) .{1,40}'''
    words   = 8
    matches = ["Share on Facebook"]
    spares  = ["Share prices fell on Monday, traders said."]

A *unit* is a line, or a sentence where the text is one long line, or a piece of a line cut at a camel joint
("Getty Images|DUBAI, United Arab Emirates —"). Patterns see a unit as follows:

- White space at both ends is stripped; tabs, no-break and other exotic spaces are plain spaces, runs of spaces
  stay as they are. Every quotation mark, apostrophe and prime is straight (``'`` or ``"``), guillemets are ``"``.
  Case, dashes and all other marks are as in the text. Leading bullets stay, but a "line" row takes an
  entry of a list without its bullet, too, unless it is a label ("- Sport"). A sentence between others in its line is
  taken by "line" rows of few kinds alone (`rows.SENTENCES`), unless it is as short as a label.
- ``where = "line"``: the pattern must match the whole unit (``regex.fullmatch``). The unit goes.
- ``where = "prefix"``: the pattern is matched at the start of the unit. Only the matched part goes, with the
  spaces after it; if nothing would be left, the whole unit does. The match counts only if a word does not go on
  after it: it ends at the end of the unit, before or after a character that is no letter or digit, or at a camel
  joint (lower case before, capital after). It must lie in the first 200 characters.
- ``where = "suffix"``: the same at the end of the unit, in the last 200 characters; the pattern is anchored at the
  end, so it needs no ``$``. Before the match a word must have ended, too.
- ``where = "block"``: the pattern must match the whole unit, which goes and opens a block of the row's kind: units
  after it go too, until prose of this article resumes. Use it for triggers ("Read More:", "More on this story",
  "Comments", "About the author"), and "line" for pointers that carry their target ("Related: Six killed in storm").
- ``where = "inline"``: the pattern is searched inside every unit, all matches go. This costs most, so such rows
  are few, and best begin with a character that articles hardly use, or have signs in ``needs``: a text without
  them is not searched.

``words`` is the most words (runs without a space) the unit may have: 40 if a "line" or "block" row does not say,
no limit for the others. ``kind`` is what `BoilerplateSpan.kind` says. Rows of all languages are asked, whatever the
text's language is; the first row in the order of files and rows that fits a unit is the one named, those that are
`sure` before all others. After a prefix or suffix was cut, the rest of the unit is asked again, so "Photo: AFP
Advertisement" needs no row of its own.

Patterns are those of the `regex` package; write ``(?i)`` at the start to ignore case. Speed: a unit is only matched
against rows that can begin (or end, for suffixes) with its first (last) five characters, so a row should begin with
literal text or a short list of alternatives, not with ``.*`` or ``\w+``. Bound every gap: ``.{0,40}``, never ``.*``.
A row that may begin with any word says what it ``needs``, words in lower case or signs: a unit without any of them is
not matched against it at all. Signs of one character are asked of the whole text first; longer ones cost more. What a
unit must not have it says in ``unless``, which is asked last: in front of the
pattern it would be asked of every unit, and five characters could not tell which rows may fit. A pattern is compiled
when a unit asks for it first; which may fit is told by the source of each (`newsnorm.boilerplate.openings`).

What goes with no regard to what stands around it is decided here; blocks, duplicates and the model are not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Final, TypeAlias

import regex

from newsnorm.boilerplate.openings import LONGEST, begun, is_itself, openings
from newsnorm.rules import Rule, Rules
from newsnorm.signs import has_any

__all__ = ["Lexicon", "Met", "Sign", "lexicon"]

DEFAULT_WORDS: Final = 40
# Words of a unit from which on fewer rows can take it: most are for labels, and hardly any for a paragraph.
LENGTHS: Final = (16, DEFAULT_WORDS)
KEY: Final = LONGEST  # characters at its start or end that tell which rows may take a unit
REACH: Final = 200  # how far a prefix or suffix may reach into its unit
NO_LIMIT: Final = 1 << 30


@dataclass(frozen=True)
class _Pattern:
    """Hold the pattern of a row, which is compiled when a unit first asks for it, as most texts ask few of all rows."""

    source: str
    backwards: bool  # matched from the end of the unit to its start

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        return _compiled("(?r)" + self.source if self.backwards else self.source)

    @property
    def openings(self) -> frozenset[str]:
        return openings(self.source, backwards=self.backwards)

    @cached_property
    def stops(self) -> bool:
        """Whether a match may end with a full stop."""
        return any(not end or end[0] == "." for end in openings(self.source, backwards=True))


@dataclass(frozen=True, slots=True)
class _Entry:
    place: int  # in the order of rows
    rule: Rule
    pattern: _Pattern
    words: int
    needs: frozenset[str]
    signs: tuple[str, ...]  # what it needs that is no word,
    long: tuple[str, ...]  # and of these what is longer than a character, for which no text is searched

    @property
    def free(self) -> bool:
        """Whether the row is asked though it may not be met: it needs nothing, or a sign that is to be looked for."""
        return not self.needs or bool(self.long)

    def is_met(self, unit: str, met: Met) -> bool:
        """Tell whether a unit has something of what a free row needs."""
        return not self.long or self.place in met or has_any(unit, self.long)

    def is_spared(self, unit: str) -> bool:
        """Tell whether a unit has what a unit that the row takes must not have."""
        return any(_compiled(guard).search(unit) for guard in self.rule.unless)


Met: TypeAlias = Mapping[int, _Entry]
#: A sign that rows need, and the most words of a unit that one of them may take.
Sign: TypeAlias = tuple[str, int]
#: The rows that may fit a unit: those that are asked in any case, and the places of the others.
_Fit: TypeAlias = tuple[tuple[_Entry, ...], frozenset[int]]
#: Those of a line of more words than each of `LENGTHS`; of these the ones that may end with a full stop; of a prefix.
_Starts: TypeAlias = tuple[Sequence[_Fit], Sequence[_Fit], Sequence[_Fit]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Answer which row, if any, takes a unit or a part of it.

    Rows are asked that may begin (end) as a unit does and need nothing, and those of them that are `met`: most units
    have little of what rows need.
    """

    words: tuple[frozenset[str], ...]  # that rows need for units of more words than each of `LENGTHS`,
    signs: tuple[Sign, ...]  # and the signs of one character
    needing: Mapping[str, Met]
    starts: Callable[[str], _Starts]
    ends: Callable[[str], _Fit]  # of a suffix
    inline: tuple[_Entry, ...]
    opening: tuple[str, ...]  # a text with none of these has no inline match

    def met(self, unit: str, words: int, tokens: Iterable[str], signs: Iterable[Sign]) -> Met:
        """Return the rows by place that need one of the words of a unit, or one of those ``signs`` that it has."""
        met: dict[int, _Entry] = {}
        for word in self.words[bisect_left(LENGTHS, words)].intersection(tokens):
            met.update(self.needing[word])
        for sign, most in signs:
            if words <= most and sign in unit:
                met.update(self.needing[sign])
        return met

    def whole(self, unit: str, words: int, met: Met) -> Rule | None:
        """Return the "line" or "block" row that takes the whole unit."""
        free, needing = self.starts(unit[:KEY])[unit[-1:] == "."][bisect_left(LENGTHS, words)]
        for entry in free if needing.isdisjoint(met) else _with(free, needing, met):
            asked = words <= entry.words and (not entry.long or entry.is_met(unit, met))
            if asked and entry.pattern.compiled.fullmatch(unit) and not entry.is_spared(unit):
                return entry.rule
        return None

    def inside(self, unit: str) -> list[tuple[int, int, Rule]]:
        """Return where the "inline" rows match in the unit: sorted, disjoint, the first row first."""
        found = sorted(
            (match.start(), order, match.end(), entry.rule)
            for order, entry in enumerate(self.inline)
            for match in entry.pattern.compiled.finditer(unit)
            if match.end() > match.start() and not entry.is_spared(unit)
        )
        disjoint: list[tuple[int, int, Rule]] = []
        for start, _, end, rule in found:
            if not disjoint or start >= disjoint[-1][1]:
                disjoint.append((start, end, rule))
        return disjoint

    def part(self, unit: str, words: int, met: Met) -> tuple[Rule, int, int] | None:
        """Return the "prefix" or else "suffix" row that takes a part of the unit, and from where to where."""
        free, needing = self.starts(unit[:KEY])[-1][0]
        for entry in free if needing.isdisjoint(met) else _with(free, needing, met):
            asked = words <= entry.words and entry.is_met(unit, met)
            found = entry.pattern.compiled.match(unit, 0, REACH) if asked else None
            if found and found.end() and _parts(unit, found.end()) and not entry.is_spared(unit):
                return entry.rule, 0, found.end()
        free, needing = self.ends(unit[-KEY:])
        for entry in free if needing.isdisjoint(met) else _with(free, needing, met):
            asked = words <= entry.words and entry.is_met(unit, met)
            found = entry.pattern.compiled.match(unit, max(0, len(unit) - REACH)) if asked else None
            if found and found.start() < len(unit) and _parts(unit, found.start()) and not entry.is_spared(unit):
                return entry.rule, found.start(), len(unit)
        return None


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> Lexicon:
    """Return the lexicon of all languages, less the rules that are switched off."""
    rows = [rule for rule in rules.stage("boilerplate") if rule.pattern is not None]
    rows.sort(key=lambda rule: not rule.sure)

    entries = [
        _Entry(
            place,
            rule,
            _Pattern(rule.pattern or "", backwards=rule.where == "suffix"),
            rule.words or (DEFAULT_WORDS if rule.where in ("line", "block") else NO_LIMIT),
            frozenset(rule.needs),
            tuple(need for need in rule.needs if not need.isalnum()),
            tuple(need for need in rule.needs if len(need) > 1 and not need.isalnum()),
        )
        for place, rule in enumerate(rows)
    ]
    inline = tuple(entry for entry in entries if entry.rule.where == "inline")
    needing: dict[str, dict[int, _Entry]] = defaultdict(dict)
    for entry in entries:
        for need in entry.needs if entry.rule.where != "inline" else ():
            needing[need][entry.place] = entry
    most = {need: max(entry.words for entry in several.values()) for need, several in needing.items()}
    return Lexicon(
        words=tuple(frozenset(n for n in most if n.isalnum() and most[n] > least) for least in (0, *LENGTHS)),
        signs=tuple((need, most[need]) for need in needing if len(need) == 1 and not need.isalnum()),
        needing=dict(needing),
        starts=_by_start(entries),
        ends=_by_end(entries),
        inline=inline,
        opening=_opening_signs(inline),
    )


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern once, however many rules a process sees: those of one site differ in a few rows."""
    return regex.compile(pattern)


def _with(free: Sequence[_Entry], needing: frozenset[int], met: Met) -> Sequence[_Entry]:
    """Return in their order the rows that fit a unit and need nothing, or are met."""
    return sorted([*free, *[met[place] for place in needing.intersection(met)]], key=attrgetter("place"))


def _by_start(entries: Sequence[_Entry]) -> Callable[[str], _Starts]:
    """Return a function from the first five characters of a unit to the rows that may fit it.

    The caches hold the answers for the characters that texts do begin and end with; each is a memory of a pure function
    and bounded.
    """
    lines = _by_opening(entry for entry in entries if entry.rule.where in ("line", "block"))
    prefixes = _by_opening(entry for entry in entries if entry.rule.where == "prefix")
    longer = [frozenset([entry.place for entry in entries if entry.words > least]) for least in (0, *LENGTHS)]

    @lru_cache(maxsize=1 << 10)
    def by_length(needing: frozenset[int]) -> Sequence[frozenset[int]]:
        return [needing & long for long in longer]

    @lru_cache(maxsize=1 << 10)
    def stopping(needing: frozenset[int]) -> frozenset[int]:
        return frozenset([place for place in needing if entries[place].pattern.stops])

    def fits(free: Sequence[_Entry], needing: frozenset[int]) -> Sequence[_Fit]:
        by_words = zip((0, *LENGTHS), by_length(needing), strict=True)
        return [(tuple([row for row in free if row.words > least]), places) for least, places in by_words]

    @lru_cache(maxsize=1 << 14)
    def starts(key: str) -> _Starts:
        opens = begun(key)
        free, needing = _near(lines, opens, key)
        stops = [row for row in free if row.pattern.stops]
        return fits(free, needing), fits(stops, stopping(needing)), [_near(prefixes, opens, key)]

    return starts


def _by_end(entries: Sequence[_Entry]) -> Callable[[str], _Fit]:
    """Return a function from the last five characters of a unit to the rows that may fit it."""
    suffixes = _by_opening(entry for entry in entries if entry.rule.where == "suffix")

    @lru_cache(maxsize=1 << 14)
    def ends(key: str) -> _Fit:
        return _near(suffixes, begun(key, backwards=True), key)

    return ends


def _by_opening(entries: Iterable[_Entry]) -> Mapping[str, _Fit]:
    by_opening: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        for opening in entry.pattern.openings:
            by_opening[opening].append(entry)
    return {
        opening: (tuple([row for row in rows if row.free]), frozenset([row.place for row in rows if not row.free]))
        for opening, rows in by_opening.items()
    }


def _near(by_opening: Mapping[str, _Fit], openings: Iterable[str], key: str) -> _Fit:
    """Return the rows that may fit a unit with this key."""
    found = [by_opening[opening] for opening in openings if opening in by_opening]
    free = sorted({row.place: row for rows, _ in found for row in rows}.items())
    # A row that needs something is not compiled yet, as a unit that begins so seldom has it.
    tried = tuple([row for _, row in free if row.needs or _may(row, key)])
    return tried, _same(frozenset().union(*[places for _, places in found]))


@lru_cache(maxsize=1 << 10)
def _same(places: frozenset[int]) -> frozenset[int]:
    """Return one object for all sets that are equal: thousands of keys have some forty of them, of several kB each."""
    return places


def _may(entry: _Entry, key: str) -> bool:
    """Tell whether a unit with this key may be one that the row takes: whether the key alone matches in part."""
    if entry.pattern.compiled.fullmatch(key, partial=True):
        return True
    # A prefix or suffix may be shorter than the key, so it need not match all of it.
    return entry.rule.where in ("prefix", "suffix") and bool(entry.pattern.compiled.match(key))


def _opening_signs(inline: Iterable[_Entry]) -> tuple[str, ...]:
    """Return the signs that inline rows need, or else may begin with; every text has the empty one."""
    signs: set[str] = set()
    for entry in inline:
        starts = {opening[:1] for opening in entry.pattern.openings}
        if entry.needs and len(entry.signs) == len(entry.needs):
            signs.update(entry.needs)
        else:
            signs.update(starts if all(map(is_itself, starts)) else ("",))
    return tuple(sorted(signs))


def _parts(unit: str, at: int) -> bool:
    """Tell whether one word does not run over this place."""
    if at in (0, len(unit)):
        return True
    before, after = unit[at - 1], unit[at]
    return not (before.isalnum() and after.isalnum()) or (before.islower() and after.isupper())
