"""Laws of the boilerplate stage, over any text and over articles whose own lines and residue are known."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from newsnorm import BUILTIN, count_lines, find_boilerplate, remove_boilerplate
from newsnorm.boilerplate import boilerplate_edits
from newsnorm.edits import apply
from newsnorm.wrapped import unwrapped

from .strategies import TEXT
from .timing import least_seconds

# Paragraphs of one article each, of our own invention; an article is some of them in order.
PARAGRAPHS = (
    "The harbour of Tema reopened on Monday after a week of storms, and the first ships from Lagos docked before noon.",
    "“We lost nine days,” said Ama Osei, who runs the harbour. “The cranes are sound, but the eastern pier is not.”",
    "Engineers have measured the eastern pier since Saturday, and the ministry expects their report within two weeks.",
    "Fishing crews, who had pulled their boats up to the market, went back to sea in the afternoon.",
    "Prices at the market doubled during the storm; a basket of mackerel cost 80 cedis on Sunday, traders said.",
    "The ministry promised loans for crews that had lost their nets, but gave no figure.",
    "Ships bound for Tema had waited off the coast or had turned to Abidjan, where the port was full by Thursday.",
    "The storm was the longest since 1998, according to the weather service in Accra.",
    "Kofi Mensah, who has fished since he was a boy, said that he had seen worse, but not for so long.",
    "“It is the waiting,” he said, “that costs us most.”",
    "The harbour handles two thirds of the country's trade, and factories inland had begun to run out of parts.",
    "A second crane will arrive in March, and the pier will be closed to heavy trucks until then.",
)
HEADLINES = ("Harbour reopens after a week of storms", "Ships return to Tema")
SELF_CONTAINED = (
    "Share on Facebook",
    "1,204 shares",
    "Advertisement",
    "Photo: Reuters",
    "Facebook Twitter WhatsApp Email",
    "© 2022 Harbour Press. All rights reserved.",
    "Sign up for our newsletter",
    "Read more: Six killed as ferry sinks off Cape Coast",
    "3 min read",
)
TRIGGERS = ("Read More:", "Related stories", "More on this story", "You may also like")
TEASERS = (
    "Six killed as ferry sinks off Cape Coast",
    "Opinion: why the north has no railway",
    "Ten recipes for the feast",
    "305",
)

articles = st.lists(st.sampled_from(range(len(PARAGRAPHS))), min_size=4, max_size=len(PARAGRAPHS), unique=True).map(
    lambda chosen: [PARAGRAPHS[index] for index in sorted(chosen)]
)
residue = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(SELF_CONTAINED)), max_size=4)


def joined(lines: list[str]) -> str:
    return "\n\n".join(lines)


def dirty(article: list[str], inserted: list[tuple[int, str]]) -> str:
    lines = list(article)
    for place, line in inserted:
        lines.insert(min(place, len(lines)), line)
    return joined(lines)


dirty_texts = st.builds(dirty, articles, residue) | st.builds(
    lambda article, trigger, teasers: joined([*article, trigger, *teasers]),
    articles,
    st.sampled_from(TRIGGERS),
    st.lists(st.sampled_from(TEASERS), min_size=1, max_size=4, unique=True),
)


@given(articles, st.sampled_from(["", *HEADLINES]))
def test_prose_alone_comes_back_unchanged(article: list[str], headline: str) -> None:
    text = joined([headline, *article] if headline else article)
    assert remove_boilerplate(text) == text


@given(articles, residue)
def test_a_residue_line_anywhere_never_takes_an_article_line_with_it(
    article: list[str], inserted: list[tuple[int, str]]
) -> None:
    assert remove_boilerplate(dirty(article, inserted)) == joined(article)


@given(articles, st.sampled_from(TRIGGERS), st.lists(st.sampled_from(TEASERS), min_size=1, max_size=4, unique=True))
def test_a_block_after_the_last_paragraph_goes_and_takes_nothing_else(
    article: list[str], trigger: str, teasers: list[str]
) -> None:
    assert remove_boilerplate(joined([*article, trigger, *teasers])) == joined(article)


@given(TEXT | dirty_texts)
def test_spans_are_in_order_disjoint_and_by_rules_that_exist(text: str) -> None:
    spans = find_boilerplate(text)
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert span.rule in BUILTIN and span.kind and span.reason
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        at = span.end


@given(TEXT | dirty_texts)
def test_what_is_cut_is_what_was_found(text: str) -> None:
    assume(unwrapped(text) == text)  # what stands for line ends goes and stays with them: tests/test_tags.py
    spans = find_boilerplate(text)
    edits = boilerplate_edits(text, spans)
    assert [edit.rules for edit in edits] == [(span.rule,) for span in spans]
    for edit, span in zip(edits, spans, strict=True):
        assert edit.start <= span.start and span.end <= edit.end
        assert not edit.new.strip()
        assert not (text[edit.start : span.start] + text[span.end : edit.end]).strip()
    assert apply(text, edits) == remove_boilerplate(text)


@given(TEXT | dirty_texts)
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    once = remove_boilerplate(text)
    assert remove_boilerplate(once) == once


@given(
    st.lists(TEXT | st.sampled_from([*PARAGRAPHS, *SELF_CONTAINED, *TRIGGERS, *TEASERS]), max_size=12).map("\n".join)
)
@example("0\n0\r0\r0\r0\r0\r0\n×\n0:0:0:0:0:0:0:0:0:0.")
def test_cleaning_a_clean_mixture_changes_nothing(text: str) -> None:
    once = remove_boilerplate(text)
    assert remove_boilerplate(once) == once


@given(dirty_texts)
def test_the_style_of_quotes_does_not_matter(text: str) -> None:
    straight = text.translate(str.maketrans("“”’", '""\''))
    assert [(s.start, s.end, s.rule) for s in find_boilerplate(text)] == [
        (s.start, s.end, s.rule) for s in find_boilerplate(straight)
    ]


@given(dirty_texts, st.sampled_from(["\r\n", "\r", "\u2028"]))
def test_line_ends_do_not_matter(text: str, end: str) -> None:
    assert remove_boilerplate(text.replace("\n", end)) == remove_boilerplate(text).replace("\n", end)


@given(dirty_texts, st.sampled_from([" ", "\t", "\u00a0 "]))
def test_trailing_spaces_do_not_matter(text: str, spaces: str) -> None:
    padded = "\n".join(line + spaces for line in text.split("\n"))
    cleaned = remove_boilerplate(padded)
    assert [line.rstrip() for line in cleaned.split("\n")] == remove_boilerplate(text).split("\n")


@given(dirty_texts, st.sampled_from(["", "\n", "\n\n", "\r\n", "  \n"]))
def test_a_final_line_end_survives_only_if_the_input_had_one(text: str, end: str) -> None:
    cleaned = remove_boilerplate(text + end)
    assert cleaned.rstrip() == remove_boilerplate(text)
    assert cleaned.endswith("\n") == (text + end).endswith("\n")


@given(dirty_texts)
def test_no_empty_paragraphs_and_no_space_before_punctuation_appear(text: str) -> None:
    cleaned = remove_boilerplate(text)
    assert "\n\n\n" not in cleaned and cleaned == cleaned.strip()
    assert " ." not in cleaned and " ," not in cleaned and "  " not in cleaned


@given(st.lists(dirty_texts, max_size=3), dirty_texts)
def test_a_text_with_prose_is_never_emptied(texts: list[str], text: str) -> None:
    assert remove_boilerplate(text, count_lines([*texts, text, text])).strip()


@given(
    TEXT | dirty_texts,
    st.sampled_from(["boilerplate.model", "boilerplate.block", "boilerplate.duplicate", "boilerplate"]),
)
def test_a_rule_that_is_switched_off_takes_nothing(text: str, name: str) -> None:
    for span in find_boilerplate(text, rules=BUILTIN.without(name)):
        assert not span.rule.startswith(name)


@given(st.lists(st.sampled_from([*PARAGRAPHS, *SELF_CONTAINED, *TEASERS]), min_size=1, max_size=8), st.randoms())
def test_the_order_of_a_collection_does_not_matter(lines: list[str], random: object) -> None:
    texts = [joined(lines[index:]) for index in range(len(lines))]
    shuffled = sorted(texts, key=lambda text: hash((text, id(random))))
    one, other = count_lines(texts), count_lines(shuffled)
    assert [remove_boilerplate(text, one) for text in texts] == [remove_boilerplate(text, other) for text in texts]


UNITS = {
    "line ends": "\n",
    "one letter": "a",
    "digits": "7",
    "spaces": " ",
    "triggers": "Read More:\n",
    "capitals": "Aa",
    "joints": "aaaAaaa",
    "joints in links": "http://aaaAaaa",
    "links": "www.",
    "sentences": "He went on. ",
    "glued sentences": "he went on.He went ",
    "quotes": '"',
    "tags": "<a ",
    "brackets": "<",
    "one paragraph again": PARAGRAPHS[0] + "\n",
    "short lines": "On the coast\n",
    "shares": "Share ",
    "counts": "205\n",
    "notes": "Anna Lind is a staff reporter at Harbour Post covering ports\n",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_grows_linearly(unit: str) -> None:
    short, long = (unit * (size // len(unit)) for size in (50_000, 400_000))
    find_boilerplate(unit)
    # Eight times the text: quadratic work would take 64 times as long.
    assert least_seconds(find_boilerplate, long) < 24 * max(least_seconds(find_boilerplate, short), 0.01)


def test_time_grows_linearly_with_the_days_of_a_log_under_a_story() -> None:
    story = "".join(f"{PARAGRAPHS[0]} It was storm number {number}.\n\n" for number in range(12))
    short, long = (story + "Monday, June 3\n\nIt rained here.\n\n" * times for times in (500, 4000))
    find_boilerplate(story)
    assert least_seconds(find_boilerplate, long) < 24 * least_seconds(find_boilerplate, short)
