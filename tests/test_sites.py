"""Line counts: a plain value that adds up exactly, whatever the order and the parts."""

from __future__ import annotations

import pickle
from functools import reduce
from operator import add
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import LineCounts, count_lines, remove_boilerplate

from .strategies import TEXT

LINES = st.sampled_from(
    ["Share this page", "The harbour reopened on Monday.", "5 min read", "7 min read", "", "205", "é"]
)
TEXTS = st.lists(TEXT | st.lists(LINES, max_size=5).map("\n".join), max_size=6)


@given(TEXTS, TEXTS)
def test_counting_two_parts_and_adding_is_counting_the_whole(one: list[str], two: list[str]) -> None:
    assert count_lines(one) + count_lines(two) == count_lines(one + two)


@given(TEXTS, TEXTS, TEXTS)
def test_addition_is_a_commutative_monoid(one: list[str], two: list[str], three: list[str]) -> None:
    a, b, c = map(count_lines, (one, two, three))
    assert (a + b) + c == a + (b + c)
    assert a + b == b + a
    assert a + LineCounts() == a == LineCounts() + a


@given(TEXTS.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
def test_the_order_of_a_collection_does_not_matter(both: tuple[list[str], list[str]]) -> None:
    texts, shuffled = both
    assert count_lines(texts) == count_lines(shuffled)
    assert reduce(add, (count_lines([text]) for text in shuffled), LineCounts()) == count_lines(texts)


@given(TEXTS)
def test_adding_changes_neither_side(texts: list[str]) -> None:
    counts = count_lines(texts)
    before = dict(counts.counts)
    counts + count_lines(["Share this page"])
    assert counts.counts == before


@given(TEXTS)
def test_counts_come_back_from_a_file_and_a_pickle(texts: list[str]) -> None:
    import tempfile

    counts = count_lines(texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "counts.txt"
        counts.save(path)
        assert LineCounts.load(path) == counts
    assert pickle.loads(pickle.dumps(counts)) == counts


@given(TEXTS, TEXTS)
def test_equal_counts_give_equal_files(one: list[str], two: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first", Path(folder) / "second"
        (count_lines(one) + count_lines(two)).save(first)
        (count_lines(two) + count_lines(one)).save(second)
        assert first.read_bytes() == second.read_bytes()


@given(TEXTS)
def test_pruned_counts_clean_the_same(texts: list[str]) -> None:
    counts = count_lines(texts)
    pruned = counts.prune()
    assert pruned.texts == counts.texts and len(pruned) <= len(counts)
    for text in texts:
        assert remove_boilerplate(text, counts) == remove_boilerplate(text, pruned)


def test_a_line_counts_once_a_text_and_is_known_by_its_words() -> None:
    counts = count_lines(["Share this page!\n\nshare  THIS page", "5 min read\n\n“Share this page”", "7 min read"])
    assert counts.texts == 3
    assert counts.of("Share this page") == 2
    assert counts.of("12 MIN READ") == 2
    assert counts.of("205") == counts.of("") == 0
    assert len(counts) == 2


def test_a_generator_is_read_once_and_nothing_gives_nothing() -> None:
    assert count_lines(text for text in ["One line here"]).of("One line here") == 1
    assert count_lines([]) == LineCounts()


@pytest.mark.parametrize("texts", ["a text", b"bytes", [b"bytes"], [None]])
def test_a_collection_that_is_none_is_refused(texts: object) -> None:
    with pytest.raises(TypeError):
        count_lines(texts)  # type: ignore[arg-type]


@pytest.mark.parametrize("minimum", [True, 1.5, "2"])
def test_a_minimum_is_a_whole_number(minimum: object) -> None:
    with pytest.raises(TypeError):
        LineCounts().prune(minimum)  # type: ignore[arg-type]


def test_counts_add_to_counts_alone() -> None:
    with pytest.raises(TypeError):
        LineCounts() + 1  # type: ignore[operator]


@pytest.mark.parametrize(
    "content", ["", "something else\t3\n", "newsnorm line counts 1\tx\n", "newsnorm line counts 1\t1\nzz\t1\n", "é"]
)
def test_a_file_that_holds_no_counts_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "counts.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="does not hold line counts"):
        LineCounts.load(path)


def test_what_recurs_in_a_collection_goes_and_what_is_the_articles_own_stays() -> None:
    stories = [
        "The harbour of Tema reopened on Monday after a week of storms.",
        "A new school for two hundred pupils opened in Kumasi on Friday.",
        "Prices of maize fell for the third month, the ministry said.",
    ]
    note = "The harbour desk reads every letter"
    texts = [f"{story}\n\n{note}" for story in stories]
    counts = count_lines(texts)
    assert [remove_boilerplate(text, counts) for text in texts] == stories


def test_a_dateline_over_the_text_stays_though_many_reports_come_from_one_place() -> None:
    stories = [
        "TEMA, Ghana (AP) --\n\nThe harbour of Tema reopened on Monday after a week of storms.",
        "TEMA, Ghana (AP) --\n\nPrices of maize fell for the third month, the ministry said.",
    ]
    assert [remove_boilerplate(story, count_lines(stories)) for story in stories] == stories


def test_copies_of_one_story_in_a_collection_do_not_delete_it() -> None:
    story = (
        "The harbour of Tema reopened on Monday after a week of storms.\n\nShips from Lagos came first, the port said."
    )
    counts = count_lines([story, story, story + "\n\nThe port is busy again."])
    assert remove_boilerplate(story, counts) == story
