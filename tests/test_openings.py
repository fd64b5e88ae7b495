"""What a pattern's source says of how matches begin, against what the compiled pattern does."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.boilerplate.openings import begun, is_itself, openings
from newsnorm.rules import BUILTIN, Rule
from newsnorm.straight import straightened

ROWS = [rule for rule in BUILTIN.stage("boilerplate") if rule.pattern is not None]
# Those that Python knows: `regex` may know some of a later Unicode.
ASSIGNED = [sign for sign in map(chr, range(0x20000)) if unicodedata.category(sign) != "Cn"]
# Latin, Greek, Cyrillic and Armenian, dashes, quotation marks, arrows, and what folds onto ASCII.
SIGNS = [chr(code) for code in (*range(0x530), *range(0x2010, 0x2030), *range(0x2190, 0x21A0), 0x212A, 0x1E9E, 0x1E97)]


def may(pattern: str, key: str, *, backwards: bool = False) -> bool:
    """Tell whether a text that begins (ends) with the key may be one of the pattern's, so far as its openings say."""
    found, ours = openings(pattern, backwards=backwards), begun(key, backwards=backwards)
    whole = tuple(text for text in ours if len(text) == len(key))
    return not found.isdisjoint(ours) or any(opening.startswith(whole) for opening in found)


def compiled(pattern: str, *, backwards: bool = False) -> regex.Pattern[str]:
    return regex.compile("(?r)" + pattern if backwards else pattern)


def looks_around(pattern: str) -> bool:
    """Tell whether a match in part may say more than that the text may go on so: a look-around may be cut short."""
    return bool(regex.search(r"\(\?<?[=!]", pattern))


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.id)
def test_a_row_is_not_ruled_out_where_its_pattern_may_match(rule: Rule) -> None:
    source, backwards = rule.pattern or "", rule.where == "suffix"
    pattern = compiled(source, backwards=backwards)
    units = [straightened(text.strip()) for text in (*rule.matches, *rule.spares)]
    for unit in units:
        found = pattern.search(unit)
        if found:
            assert not openings(source, backwards=backwards).isdisjoint(begun(found[0], backwards=backwards)), unit
    if looks_around(source):
        return
    keys = {unit[-end:] if backwards else unit[:end] for unit in units for end in range(1, 7)}
    for key in {*keys, *map(str.upper, keys), *map(str.lower, keys), *SIGNS}:
        assert may(source, key, backwards=backwards) or not pattern.fullmatch(key, partial=True), key


def test_rows_are_ruled_out_by_how_a_unit_begins() -> None:
    units = ["The talks ended", "Advertisement", "Реклама", '"It is over', "12 March"]
    for unit in units:
        near = [rule for rule in ROWS if rule.where == "line" and may(rule.pattern or "", unit[:5])]
        assert len(near) < len(ROWS) / 8


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?x)read # more",
        r"read(?# or (see|hear)more",
        r"(?P<verb>read)",
        r"(?|read|see)",
        r"(?V1)[[a-z]--[r]]ead",
        r"(?f)straße",
        r"(read|see) \1",
        r"(?:read){e<=1}",
        r"\U0001f600",
        r"\x41d",
        r"\pLea",
        r"\N{EM DASH}read",
        r"(*FAIL)|read",
        r"[[:alpha:]]ead",
        r"[a-z&&r]",
        "",
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_not_known_may_begin_with_anything(pattern: str, backwards: bool) -> None:
    assert "" in openings(pattern, backwards=backwards)


@pytest.mark.parametrize(
    ("pattern", "known"),
    [
        (r"(?i)Share (?:this|on)", {"share"}),
        (r"(?:see )?more", {"see m", "more"}),
        (r"[-–—(\[\s]{0,2}ads?", {"ad", "ads", "-ad", "-ads", "--ad", "--ads"}),
        (r"no (?=\p{Lu})[A-Z]", {"no a", "no z"}),
        (r"a{2}b{2,}c*", {"aabb"}),
        (r"(?-i:ab)|x\.|\d\d", {"ab", "x.", "00"}),
        (r"[^.!?]{1,20}\.", {"a", "z", "0", "(", ","}),
        (r"<.{1,20}>", {"<"}),
    ],
)
def test_openings_are_those_of_each_alternative(pattern: str, known: set[str]) -> None:
    assert known <= openings(pattern)
    assert not openings(pattern) & {"", "q!", "."}


def test_what_ignoring_case_takes_for_each_other_has_the_same_openings() -> None:
    cased = "".join(
        sign for sign in ASSIGNED if sign.lower() != sign or sign.upper() != sign or sign.casefold() != sign
    )
    for sign in cased:
        for other in regex.findall("(?i)" + regex.escape(sign), cased):
            assert begun(sign) == begun(other), (sign, other)


@pytest.mark.parametrize(
    "atom", [r"\s", r"\n", r"\d", r"\w", r"\p{L}", r"\p{Lu}", r"[^.!?\s]", r"[^\d–a]", r"[\p{Lu}\d$£]"]
)
def test_a_set_opens_with_each_of_its_characters(atom: str) -> None:
    found = openings(atom + "x")
    assert "" not in found
    signs = regex.findall(atom, "".join(ASSIGNED[:12_000]))
    assert signs
    assert [sign for sign in signs if found.isdisjoint(begun(sign + "x"))] == []


def test_a_sign_that_is_itself_stands_for_no_other() -> None:
    assert all(map(is_itself, "<*©•…"))
    assert not any(map(is_itself, ("", "a", "0", "-", "(", " ", *openings(r"\p{Lu}"))))
    for sign in ASSIGNED:
        assert begun(sign)[1] == sign or not is_itself(begun(sign)[1]), sign


literals = st.text("abKſßıİ.-–—[] 1٣é\n", min_size=1, max_size=7).map(regex.escape)
sets = st.sampled_from(
    ["[ab]", "[^a]", "[^.–]", r"[\s-]", r"[a-k\d]", r"[-–—(\[\s]", r"\w", r"\d", r"\s", r"\S", r"\p{Lu}", ".", r"\b", "[K-b]"]
)  # fmt: skip
times = st.sampled_from(["?", "*", "+", "??", "?+", "{2}", "{0,2}", "{1,3}", "{,2}", "{2,}"])


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    groups = st.sampled_from(["(?:%s)", "(%s)", "(?i:%s)", "(?-i:%s)", "(?>%s)"])
    parts = st.one_of(
        inner,
        st.builds(lambda group, part: group % part, groups, inner),
        st.builds(lambda part, often: f"(?:{part}){often}", inner, times),
    )
    return st.one_of(st.lists(parts, min_size=2, max_size=4).map("".join), st.lists(parts, min_size=2).map("|".join))


patterns = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "(?i)"]),
        st.recursive(literals | sets | st.builds("{}{}".format, sets, times), grown, max_leaves=8),
    ),
)
looks = st.sampled_from(["(?=%s)", "(?!%s)", "(?<=%s)", "(?<!%s)"])
texts = st.lists(st.text("aAbkKKsſSßıİiI.-–[] 15٣éÉ\n\x1c", max_size=7), min_size=8, max_size=8)


@given(patterns, texts, st.booleans())
def test_what_matches_in_part_is_not_ruled_out(pattern: str, keys: list[str], backwards: bool) -> None:
    asked = compiled(pattern, backwards=backwards)
    for key in keys:
        for end in range(1, len(key) + 1):
            part = key[-end:] if backwards else key[:end]
            assert may(pattern, part, backwards=backwards) or not asked.fullmatch(part, partial=True), part


@given(patterns, looks, patterns, patterns, texts, st.booleans())
def test_what_matches_is_not_ruled_out(
    first: str, look: str, seen: str, last: str, found: list[str], backwards: bool
) -> None:
    first, seen, last = (part.removeprefix("(?i)") for part in (first, seen, last))
    pattern = f"(?i)(?:{first})?{look % seen}(?:{last})"
    asked = compiled(pattern, backwards=backwards)
    for text in found:
        for match in asked.finditer(text, overlapped=True):
            assert not openings(pattern, backwards=backwards).isdisjoint(begun(match[0], backwards=backwards)), match
