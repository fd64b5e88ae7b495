"""Write every mark of a text in one style."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import itemgetter
from typing import Final, Literal

import regex

from newsnorm.edits import Edit, apply, compose, edit_of
from newsnorm.protected import Protected, find_protected
from newsnorm.quotes.doubled import doubled_marks, has_doubled
from newsnorm.quotes.lexicon import ENGLISH, Marks, marks_of
from newsnorm.quotes.marks import find_marks, is_okina, without_ornaments
from newsnorm.quotes.neighbours import ANY, DOUBLE, SINGLE, SPACES, is_word
from newsnorm.quotes.nesting import Nested, nested
from newsnorm.quotes.pair import choose_kinds
from newsnorm.rules import BUILTIN, Rules
from newsnorm.signs import places, unusual

__all__ = ["Style", "quote_edits"]

Style = Literal["straight", "curly", "locale"]

_ROUNDS: Final = 6
_ODD: Final = frozenset("‚‹›«»′″‵‶")
_PLAIN: Final = frozenset("‘’“”„‟‛…")
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LETTER: Final = regex.compile(r"\p{L}")
_BACK: Final = re.compile(r"[^\n]{0,40}(?<![.,;:!?…])(?:\n|\Z)")  # "« Back", "« Older posts"
_SPACED: Final = frozenset("«»‹›")
_IF_PAIRED: Final = frozenset("`´‵′″‶‹›")


def quote_edits(text: str, style: Style, lang: str = "en", rules: Rules = BUILTIN) -> list[Edit]:
    r"""Return the edits that write quotation marks and apostrophes in one style.

    ``"straight"`` is plain ASCII, ``"curly"`` are English typographic marks, and ``"locale"`` those of ``lang``.
    Straight and curly leave Chinese and Japanese text as it is; primes after a number, letters such as the ʻokina,
    code, links, markup, JSON and emoticons are left alone in every style.

    >>> [edit.new for edit in quote_edits('"I won\'t."', "curly")]
    ['“', '’', '”']
    """
    odd, doubled = _is_odd(text), has_doubled(text)
    if _needs_nothing(text, style, not odd and not doubled):
        return []
    edits = _edits_once(text, style, lang, rules, odd, doubled)
    if style != "locale" and not odd and not doubled:
        return edits
    return _settled(text, edits, style, lang, rules)


def _settled(text: str, edits: list[Edit], style: Style, lang: str, rules: Rules) -> list[Edit]:
    """Return the edits after which nothing is left to do.

    A mark that becomes another can change what its neighbours are: `` `’ `` turns into '', which may be one mark. Where
    there is no end to it the text is no prose, and stays as it is.
    """
    current, more = text, edits
    for _ in range(1 if style == "locale" else _ROUNDS):
        current = apply(current, more)
        odd, doubled = _is_odd(current), has_doubled(current)
        nothing = _needs_nothing(current, style, not odd and not doubled)
        more = [] if nothing else _edits_once(current, style, lang, rules, odd, doubled)
        if not more:
            return [_by_one_rule(edit) for edit in edits if edit.new != text[edit.start : edit.end]]
        edits = compose(edits, more)
    return []


def _by_one_rule(edit: Edit) -> Edit:
    return edit if len(edit.rules) == 1 else Edit(edit.start, edit.end, edit.new, edit.rules[:1])


def _edits_once(text: str, style: Style, lang: str, rules: Rules, odd: bool, doubled: bool) -> list[Edit]:
    protected = find_protected(text)
    if style == "straight" and not odd:
        edits = _plain_edits(text, protected, doubled_marks(text) if doubled else {})
    else:
        edits = _styled_edits(text, style, lang, protected)
    return [edit for edit in edits if edit.rules[0] in rules] if rules.off else edits


def _needs_nothing(text: str, style: Style, certain: bool) -> bool:
    """Tell whether a text has no mark to change; not ``certain`` is one with marks of two characters, or odd ones."""
    if style == "straight":
        return certain and (text.isascii() or _PLAIN.isdisjoint(unusual(text)))
    return text.isascii() and '"' not in text and "'" not in text and "`" not in text


def _is_odd(text: str) -> bool:
    """Tell whether a text has marks whose kind, in straight style, depends on more than the mark."""
    rare = "" if text.isascii() else unusual(text)
    return not _ODD.isdisjoint(rare) or ("´" in rare and not _in_twos(text, "´")) or not _in_twos(text, "`")


def _in_twos(text: str, accent: str) -> bool:
    """Tell whether an accent only comes in twos, as half of a double mark."""
    return accent not in text or (text.count(accent) == 2 * text.count(2 * accent) and 3 * accent not in text)


def _plain_edits(text: str, protected: Protected, twins: Mapping[int, str]) -> list[Edit]:
    """Return the edits to straight style where no mark needs to know its partner; ``twins`` are those of two marks."""
    starts = [] if text.isascii() else without_ornaments(text, places(text, _PLAIN.intersection(unusual(text))))
    cjk = _cjk_lines(text)
    edits: list[Edit] = []
    done = 0
    for at in sorted({*starts, *twins}) if twins else starts:
        if at < done or (protected and at in protected):
            continue
        old = twins.get(at) or text[at]
        done = at + len(old)
        inside = old in SINGLE and _inside_word(text, at)
        if (inside and old == "‘" and is_okina(text, at)) or (cjk and not inside and _within(at, cjk)):
            continue
        rule = "quotes.apostrophe" if inside else _RULES.get(old, "quotes.doubled")
        edits.append(edit_of(at, done, _STRAIGHT.get(old, '"'), rule))
    return edits


_STRAIGHT: Final = {"…": "..."} | dict.fromkeys("‘’‛", "'") | dict.fromkeys("“”„‟", '"')
_RULES: Final = (
    {"…": "quotes.ellipsis", "``": "quotes.latex", ",,": "quotes.low-commas"}
    | dict.fromkeys("‘’‛", "quotes.single")
    | dict.fromkeys("“”„‟", "quotes.double")
)


def _inside_word(text: str, at: int) -> bool:
    if not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    if before.isascii() and after.isascii():
        return before.isalnum() and after.isalnum()
    return is_word(before) and is_word(after) and not _CJK.match(before) and not _CJK.match(after)


def _styled_edits(text: str, style: Style, lang: str, protected: Protected) -> list[Edit]:
    """Return the edits to any style, every mark with its kind, its depth and its partner."""
    language = marks_of(lang) if style == "locale" else ENGLISH
    marks = find_marks(text, protected)
    cjk = [] if style == "locale" and lang[:2].lower() in ("zh", "ja") else _cjk_lines(text)
    edits: list[Edit] = []
    for one in nested(text, marks, choose_kinds(text, marks)):
        start = one.mark.start
        inside = len(one.mark.costs) == 1
        if _is_no_quotation_mark(text, one) or (cjk and not inside and _within(start, cjk)):
            continue
        edit = _edit(text, one, style, language, edits[-1].end if edits else 0)
        if edit.new != text[edit.start : edit.end]:
            edits.append(edit)
    if style == "straight" and "…" in text:
        edits += [edit for edit in _plain_edits(text, protected, doubled_marks(text)) if edit.new == "..."]
        edits.sort()
    return edits


def _is_no_quotation_mark(text: str, one: Nested) -> bool:
    """Tell marks that nothing pairs and that are something else: an arrow of a menu, a lone accent or prime."""
    if one.partner is not None or one.kind == "apostrophe":
        return False
    start, end = one.mark.start, one.mark.end
    if text[start] in _IF_PAIRED and end - start == 1:
        return True
    if text[start] not in "«»":
        return False
    if (start and not text[start - 1].isspace()) or text[end : end + 1].strip():
        return False
    return text[start] == "»" or not one.mark.starts_line or bool(_BACK.match(text, end))


def _edit(text: str, one: Nested, style: Style, language: Marks, low: int) -> Edit:
    """Return the edit of one mark; the spaces inside of guillemets go with it."""
    start, end = one.mark.start, one.mark.end
    new = _new(text, one, style, language)
    space = language.space if new in _SPACED else ""
    if one.family in ("double", "single") and (space or text[start] in _SPACED):
        if one.opens:
            while end < len(text) and text[end] in SPACES and end < one.mark.end + 3:
                end += 1
            new += space if _takes_space(text, end, one) else ""
        else:
            low = max(low, one.mark.start - 3)
            while start > low and text[start - 1] in SPACES:
                start -= 1
            new = (space if _takes_space(text, start - 1, one) else "") + new
    return edit_of(start, end, new, _rule(text, one))


def _takes_space(text: str, inside: int, one: Nested) -> bool:
    """Tell whether a guillemet has a word inside of it to be set off from."""
    if one.partner is None and (not one.opens or not one.mark.starts_line or _BACK.match(text, inside)):
        return False
    return 0 <= inside < len(text) and not text[inside].isspace() and text[inside] not in ANY


def _new(text: str, one: Nested, style: Style, language: Marks) -> str:
    old = text[one.mark.start : one.mark.end]
    if one.kind == "prime":
        return old.translate(_FLAT) if style == "straight" else old
    if style == "straight":
        return '"' if one.family == "double" else "'"
    if one.kind == "apostrophe":
        return "’"
    if len(old) == 2 and old[0] in "'’‘" and not one.opens and one.partner and text[one.partner.start] in '"“”':
        return "’’"  # two single marks that close a double one stay two
    return _pair(one, style, language)[0 if one.opens else 1]


_FLAT: Final = str.maketrans("‘’‛‚“”‟„", "'" * 4 + '"' * 4)


def _pair(one: Nested, style: Style, language: Marks) -> tuple[str, str]:
    """Return the pair of marks that goes where this one stands.

    A double mark takes the outer pair and a single one the inner, as their writer meant it, but each the other one if
    the quotation around it has it already. In a language whose pairs are both single or both double, the levels decide.
    """
    if style == "curly":
        return language.outer if one.family == "double" else language.inner
    if language.outer[0] in SINGLE or language.inner[0] in DOUBLE:
        if one.family == "single" and one.partner is None:
            return ENGLISH.inner  # perhaps an apostrophe: it must not become a double mark
        return language.inner if len(one.inside) % 2 else language.outer
    outer: bool | None = None
    for family in (*one.inside, one.family[0]):
        outer = not outer if outer is (family == "d") else family == "d"
    return language.outer if outer else language.inner


def _rule(text: str, one: Nested) -> str:
    """Return the rule that a mark is written anew by: what it was says it."""
    old = text[one.mark.start : one.mark.end]
    if old == ",,":
        return "quotes.low-commas"
    if old == "``":
        return "quotes.latex"
    if len(old) == 2:
        return "quotes.doubled"
    if old == "`" and one.kind != "apostrophe":
        return "quotes.latex"
    if old in _SPACED:
        return "quotes.guillemet"
    if old in "′″‵‶":
        return "quotes.prime"
    if one.family == "double":
        return "quotes.double"
    return "quotes.apostrophe" if len(one.mark.costs) == 1 else "quotes.single"


def _cjk_lines(text: str) -> list[tuple[int, int]]:
    """Return the lines that are mostly Chinese or Japanese."""
    if text.isascii() or not _CJK.search(unusual(text)):
        return []
    lines: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        characters = len(_CJK.findall(line))
        if 2 * characters >= len(_LETTER.findall(line)) > 0:
            lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    i = bisect_right(spans, position, key=itemgetter(0)) - 1
    return i >= 0 and position < spans[i][1]
