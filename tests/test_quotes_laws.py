"""Laws of quotation marks: a grammar of quoted clauses knows every mark, and any rendering of it gives them back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.edits import Alignment, apply, in_order
from newsnorm.quotes import find_quotations, quote_edits
from tests.timing import least_seconds

STYLES = st.sampled_from(["straight", "curly", "locale"])
ANY = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=120)
SHARDS = st.sampled_from(
    [
        *"\"\"\"'''“”‘’„‚«»()[]—-.,!?:;/$ ",
        *("workers", "s", "n", "90s", "em", "O", "it", "5", "12", "word", "слово", "é", "字", "e\u0301"),
        *(" ", " ", "\n", "\n\n", "\t", "…", "...", "°", "*", "http://a.b/", "<b>", "</b>", "@", "=", "{", "`x`"),
    ]
)
TEXT = ANY | st.lists(SHARDS, max_size=24).map("".join)

WORDS = st.sampled_from(
    [
        "the",
        "harbour",
        "won’t",
        "it’s",
        "O’Hara",
        "sail",
        "120",
        "dawn",
        "workers’ pay",
        "nurses’ vote",
        "Xi’an",
        "a",
        "I",
    ]
)
ELISIONS = st.sampled_from(["the ’90s", "get ’em", "rock ’n’ roll", "class of ’68 too", "’tis so"])


def clauses(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(words, min_size=1, max_size=5).map(" ".join)


def quotations(words: st.SearchStrategy[str], opening: str = "“‘", closing: str = "”’") -> st.SearchStrategy[str]:
    """Quoted clauses, with or without another quotation inside."""
    ends = st.sampled_from(["", ",", ".", "!", "?", "…", "..."])
    inner = st.builds(lambda c, e: f"{opening[1]}{c}{e}{closing[1]}", clauses(words), ends)
    said = st.builds(lambda a, b, c: f"{a} {b} {c}", clauses(words), inner, clauses(words))
    return st.builds(lambda c, e: f"{opening[0]}{c}{e}{closing[0]}", clauses(words) | said | inner, ends)


def sentences(words: st.SearchStrategy[str], opening: str = "“‘", closing: str = "”’") -> st.SearchStrategy[str]:
    quotation = quotations(words, opening, closing)
    forms = st.sampled_from(
        ["{c}.", "{q} she said.", "He said: {q}", "She said, {q}, and left.", "{q} he said, {r}", "the {q} {c}.", "({q}).",
         "[{q}] {c}", "the—{q}—{c}", "{c}: {q}/{r}.", "{c} ({q}, {r}).", "{q}; {r}", "{c} – {q}", "*{q}* {c}", "<b>{q}</b> {c}"]
    )  # fmt: skip
    return st.builds(lambda f, c, q, r: f.format(c=c, q=q, r=r), forms, clauses(words), quotation, quotation)


def articles(words: st.SearchStrategy[str], opening: str = "“‘", closing: str = "”’") -> st.SearchStrategy[str]:
    """Paragraphs; in some a quotation stays open that the next one opens again."""
    sentence = sentences(words, opening, closing)
    plain = st.lists(sentence, min_size=1, max_size=3).map(" ".join)
    long = st.builds(
        lambda a, b: f"{opening[0]}{a}.\n\n{opening[0]}{b},{closing[0]} she said.", clauses(words), clauses(words)
    )
    return st.lists(plain | long, min_size=1, max_size=4).map("\n\n".join)


DOUBLE_OUTSIDE = articles(WORDS)
SINGLE_OUTSIDE = articles(WORDS.filter(lambda word: not word.endswith(("pay", "vote"))), "‘“", "’”")

RENDERINGS: dict[str, dict[int, Any]] = {
    "straight": str.maketrans("“”‘’", "\"\"''"),
    "german": str.maketrans("“”‘", "„“‚"),
    "guillemets": str.maketrans("“”", "«»"),
    "danish": str.maketrans("“”", "»«"),
    "swedish": str.maketrans("“", "”"),
    "turned round": str.maketrans("“”‘’", "”“’‘"),
    "full of primes": str.maketrans("“”", "\"″"),
    "latex": str.maketrans({"“": "``", "”": "''"}),
    "acute": str.maketrans("’", "´"),
}  # fmt: skip


def styled(text: str, style: Any, lang: str = "en") -> str:
    return apply(text, quote_edits(text, style, lang))


def plain(text: str) -> str:
    return text.translate(RENDERINGS["straight"]).replace("…", "...")


@given(DOUBLE_OUTSIDE | SINGLE_OUTSIDE)
def test_every_mark_is_found_again_in_plain_text(article: str) -> None:
    assert styled(article.translate(RENDERINGS["straight"]), "curly") == article


@pytest.mark.parametrize("rendering", ["german", "guillemets", "danish", "swedish", "turned round", "latex"])
@given(article=DOUBLE_OUTSIDE)
def test_the_style_of_the_marks_makes_no_difference(rendering: str, article: str) -> None:
    dirty = article.translate(RENDERINGS[rendering])
    assert styled(dirty, "curly") == article
    assert styled(dirty, "straight") == plain(article)


@given(articles(WORDS | ELISIONS))
def test_apostrophes_before_words_are_apostrophes(article: str) -> None:
    assert styled(article.translate(RENDERINGS["straight"]), "curly") == article


@given(articles(WORDS.filter(lambda word: word != "120")))  # feet are told from quotations by possessives, too
def test_case_and_script_make_no_difference(article: str) -> None:
    greek = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувьхыз")
    for other in (article.upper().replace("<B>", "<b>").replace("</B>", "</b>"), article.translate(greek)):
        if "<" not in other:
            assert styled(other.translate(RENDERINGS["straight"]), "curly") == other


@given(DOUBLE_OUTSIDE, DOUBLE_OUTSIDE, STYLES)
def test_a_paragraph_is_read_alone(one: str, other: str, style: Any) -> None:
    first, second = one.translate(RENDERINGS["straight"]), other.translate(RENDERINGS["straight"])
    assert styled(f"{first}\n\n{second}", style) == f"{styled(first, style)}\n\n{styled(second, style)}"


@given(DOUBLE_OUTSIDE, st.sampled_from(["german", "guillemets", "turned round", "straight"]))
def test_quotations_are_found_whatever_the_style(article: str, rendering: str) -> None:
    assert find_quotations(article.translate(RENDERINGS[rendering])) == find_quotations(article)


@pytest.mark.parametrize(
    "marks",
    [
        {"“„«": '"', "”»": '"', "‘’‚": "'"},
        {"“„«": "“", "”»": "”", "‘‚": "‘"},
        {'“„«"': "``", "”»": "''", "‘’‚": "'"},
    ],
)
@given(text=TEXT | DOUBLE_OUTSIDE)
def test_quotations_are_the_same_beside_a_mark_that_has_to_be_thought_about(marks: dict[str, str], text: str) -> None:
    """A prime keeps the text from being read at once."""
    plain = text.translate({ord(old): new for olds, new in marks.items() for old in olds})
    assert find_quotations(f"{plain}\n\n5 ′") == find_quotations(plain)


def test_marks_of_two_characters_are_read_at_once() -> None:
    text = "``We can't,'' she said. ``It is the workers' right.'' Then she left."
    assert [text[start:end] for start, end in find_quotations(text)] == [
        "``We can't,''",
        "``It is the workers' right.''",
    ]


@given(DOUBLE_OUTSIDE)
def test_nothing_but_quotations_lies_outside_of_them(article: str) -> None:
    outside, at = "", 0
    for start, end in find_quotations(article):
        assert article[start] == "“"
        outside, at = outside + article[at:start], end
    assert "“" not in outside + article[at:]


@given(DOUBLE_OUTSIDE, st.sampled_from(["de", "fr", "ru", "sv", "pl", "da", "es", "it", "cs", "nl", "en-GB", "hu"]))
def test_the_marks_of_a_language_are_kept_once_written(article: str, lang: str) -> None:
    once = styled(article, "locale", lang)
    assert styled(once, "locale", lang) == once
    assert styled(once.replace("\u00a0", " "), "locale", lang) == once


@given(TEXT, STYLES, st.sampled_from(["en", "de", "fr", "ru", "da", "ja"]))
@example("'n'", "curly", "en")
@example("12„$„12", "curly", "en")
@example("qu’« il ne peut", "curly", "fr")
@example("'' «word» ''", "locale", "fr")
def test_writing_a_style_twice_is_writing_it_once(text: str, style: Any, lang: str) -> None:
    once = styled(text, style, lang)
    assert styled(once, style, lang) == once


@given(TEXT)
def test_straight_to_curly_and_back_is_the_identity(text: str) -> None:
    straight = styled(text, "straight")
    assert styled(styled(straight, "curly"), "straight") == straight


@given(TEXT, STYLES)
def test_letters_digits_and_lines_stay(text: str, style: Any) -> None:
    def kept(one: str) -> list[str]:
        return [character for character in one if unicodedata.category(character)[0] in "LN" or character == "\n"]

    assert kept(styled(text, style)) == kept(text)


@given(TEXT, STYLES)
def test_edits_are_in_order_change_something_and_map_back(text: str, style: Any) -> None:
    edits = quote_edits(text, style)
    assert in_order(edits, len(text)) == edits
    assert all(edit.new != text[edit.start : edit.end] and len(edit.rules) == 1 for edit in edits)
    alignment = Alignment.of(edits)
    assert alignment.to_output(0, len(text)) == (0, len(apply(text, edits)))


@given(TEXT)
def test_quotations_are_in_order_and_apart(text: str) -> None:
    spans = find_quotations(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(st.text(st.characters(exclude_characters="\"'`´‘’‚‛“”„‟′″‵‶«»‹›…,")))
def test_text_without_marks_has_no_edits(text: str) -> None:
    assert quote_edits(text, "straight") == quote_edits(text, "curly") == quote_edits(text, "locale", "fr") == []
    assert find_quotations(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        '"a ',
        "'a ",
        '"',
        "'",
        "«a ",
        "``a'' ",
        "`a ",
        "<a ",
        "{",
        "a@",
        'x="',
        "'' ",
        '("',
        "5'",
        '"\n',
        "a: 'A ",
        "“A\n\nb\n\n",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def read(text: str) -> None:
        styled(text, "curly")
        find_quotations(text)

    short, long = (unit * (size // len(unit)) for size in (2_000, 16_000))
    assert least_seconds(read, long) <= 14 * least_seconds(read, short) + 0.05
