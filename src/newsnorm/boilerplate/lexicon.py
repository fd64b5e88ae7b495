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
  entry of a list without its bullet, too, unless it is a label ("- Sport").
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
not matched against it at all. What a unit must not have it says in ``unless``, which is asked last: in front of the
pattern it would be asked of every unit, and five characters could not tell which rows may fit. A pattern is compiled
when a unit asks for it first; which may fit is told by the source of each (`newsnorm.boilerplate.openings`).

What goes with no regard to what stands around it is decided here; blocks, duplicates and the model are not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, TypeAlias

import regex

from newsnorm.boilerplate.openings import LONGEST, begun, is_itself, openings
from newsnorm.rules import Rule, Rules

__all__ = ["Lexicon", "lexicon"]

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


@dataclass(frozen=True, slots=True)
class _Entry:
    rule: Rule
    pattern: _Pattern
    words: int
    told: frozenset[str]  # of what the row needs, the words
    signs: tuple[str, ...]  # and the signs
    free: bool  # whether it needs neither

    def has_sign(self, unit: str) -> bool:
        """Tell whether a unit has one of the signs."""
        for sign in self.signs:  # noqa: SIM110 - a third faster than `any`, and asked most of all
            if sign in unit:
                return True
        return False

    def is_met(self, unit: str, told: Collection[str]) -> bool:
        """Tell at once whether a unit has something of what the row needs; ``told`` are words of it that rows need."""
        return self.free or not self.told.isdisjoint(told) or self.has_sign(unit)

    def is_spared(self, unit: str) -> bool:
        """Tell whether a unit has what a unit that the row takes must not have."""
        return any(_compiled(guard).search(unit) for guard in self.rule.unless)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Hold rows in their order, and the places of those whose matches may begin (end) with an opening."""

    entries: tuple[_Entry, ...]
    by_opening: Mapping[str, tuple[int, ...]]

    def having(self, begun: Iterable[str]) -> list[_Entry]:
        """Return the rows that may take a unit with these openings."""
        places = {place for opening in begun for place in self.by_opening.get(opening, ())}
        return [self.entries[place] for place in sorted(places)]


#: Asked for the rows that may fit a unit: those of them that need none of its words, and all.
_Candidates: TypeAlias = Callable[[str], tuple[tuple[_Entry, ...], tuple[_Entry, ...]]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Answer which row, if any, takes a unit or a part of it."""

    words: frozenset[str]  # that rows need; most units say none of them, and few rows are to be asked
    line: tuple[_Candidates, ...]  # for units of more words than each of `LENGTHS`
    prefix: _Candidates
    suffix: _Candidates
    inline: tuple[_Entry, ...]
    signs: tuple[str, ...]  # a text with none of these has no inline match

    def whole(self, unit: str, words: int, told: Collection[str]) -> Rule | None:
        """Return the "line" or "block" row that takes the whole unit."""
        for entry in self.line[bisect_left(LENGTHS, words)](unit[:KEY])[bool(told)]:
            # What `is_met` does, without a call for each of many rows.
            met = entry.free or (entry.signs and entry.has_sign(unit)) or not entry.told.isdisjoint(told)
            if met and words <= entry.words and entry.pattern.compiled.fullmatch(unit) and not entry.is_spared(unit):
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

    def part(self, unit: str, words: int, told: Collection[str]) -> tuple[Rule, int, int] | None:
        """Return the "prefix" or else "suffix" row that takes a part of the unit, and from where to where."""
        for entry in self.prefix(unit[:KEY])[bool(told)]:
            asked = words <= entry.words and entry.is_met(unit, told)
            found = entry.pattern.compiled.match(unit, 0, REACH) if asked else None
            if found and found.end() and _parts(unit, found.end()) and not entry.is_spared(unit):
                return entry.rule, 0, found.end()
        for entry in self.suffix(unit[-KEY:])[bool(told)]:
            asked = words <= entry.words and entry.is_met(unit, told)
            found = entry.pattern.compiled.match(unit, max(0, len(unit) - REACH)) if asked else None
            if found and found.start() < len(unit) and _parts(unit, found.start()) and not entry.is_spared(unit):
                return entry.rule, found.start(), len(unit)
        return None


@lru_cache(maxsize=8)
def lexicon(rules: Rules) -> Lexicon:
    """Return the lexicon of all languages, less the rules that are switched off."""
    rows = [rule for rule in rules.stage("boilerplate") if rule.pattern is not None]
    rows.sort(key=lambda rule: not rule.sure)

    def entries(*places: str) -> tuple[_Entry, ...]:
        limit = DEFAULT_WORDS if "line" in places else NO_LIMIT
        return tuple(
            _Entry(
                rule,
                _Pattern(rule.pattern or "", backwards=rule.where == "suffix"),
                rule.words or limit,
                frozenset(need for need in rule.needs if need.isalnum()),
                tuple(need for need in rule.needs if not need.isalnum()),
                not rule.needs,
            )
            for rule in rows
            if rule.where in places
        )

    inline, lines = entries("inline"), _rows(entries("line", "block"))
    return Lexicon(
        words=frozenset(need for rule in rows for need in rule.needs if need.isalnum()),
        line=tuple(_dispatcher(lines, least=least) for least in (0, *LENGTHS)),
        prefix=_dispatcher(_rows(entries("prefix"))),
        suffix=_dispatcher(_rows(entries("suffix")), backwards=True),
        inline=inline,
        signs=_signs(inline),
    )


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern once, however many rules a process sees: those of one site differ in a few rows."""
    return regex.compile(pattern)


def _rows(entries: tuple[_Entry, ...]) -> _Rows:
    by_opening: dict[str, tuple[int, ...]] = {}
    for place, entry in enumerate(entries):
        for opening in entry.pattern.openings:
            by_opening[opening] = (*by_opening.get(opening, ()), place)
    return _Rows(entries, by_opening)


def _dispatcher(rows: _Rows, *, least: int = 0, backwards: bool = False) -> _Candidates:
    """Return a function from the first (last) five characters of a unit to the rows that may fit it.

    The unit has more than ``least`` words. The cache holds the answers for the characters that texts do begin with; it
    is a memory of a pure function and bounded.
    """

    @lru_cache(maxsize=1 << 14)
    def by_key(key: str) -> tuple[tuple[_Entry, ...], tuple[_Entry, ...]]:
        near = (entry for entry in rows.having(begun(key, backwards=backwards)) if entry.words > least)
        # A row that needs words is not compiled yet, as a unit that begins so seldom has one of them.
        fit = tuple(entry for entry in near if (entry.told and not entry.signs) or _may(entry, key))
        return tuple(entry for entry in fit if entry.signs or not entry.told), fit

    return by_key


def _may(entry: _Entry, key: str) -> bool:
    """Tell whether a unit with this key may be one that the row takes: whether the key alone matches in part."""
    if entry.pattern.compiled.fullmatch(key, partial=True):
        return True
    # A prefix or suffix may be shorter than the key, so it need not match all of it.
    return entry.rule.where in ("prefix", "suffix") and bool(entry.pattern.compiled.match(key))


def _signs(inline: Iterable[_Entry]) -> tuple[str, ...]:
    """Return the signs that inline rows need, or else may begin with; every text has the empty one."""
    signs: set[str] = set()
    for entry in inline:
        starts = {opening[:1] for opening in entry.pattern.openings}
        if entry.signs and not entry.told:
            signs.update(entry.signs)
        else:
            signs.update(starts if all(map(is_itself, starts)) else ("",))
    return tuple(sorted(signs))


def _parts(unit: str, at: int) -> bool:
    """Tell whether one word does not run over this place."""
    if at in (0, len(unit)):
        return True
    before, after = unit[at - 1], unit[at]
    return not (before.isalnum() and after.isalnum()) or (before.islower() and after.isupper())
