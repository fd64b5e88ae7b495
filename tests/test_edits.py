"""The engine against a slow, obvious one: character by character."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsnorm.edits import Alignment, Draft, Edit, apply, compose, diff, in_order

TEXT = st.text(alphabet="abc \n“é\ud800", max_size=30)


@st.composite
def edited(draw: st.DrawFn, text: str, rule: str = "names.a") -> list[Edit]:
    """Edits in order on a text, insertions and deletions among them, some that only touch."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [Edit(a, b, draw(st.text("xyz", max_size=3)), (rule,)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    kept: list[Edit] = []
    for edit in edits:
        if kept and edit.start == edit.end == kept[-1].start == kept[-1].end:
            continue
        kept.append(edit)
    return kept


@st.composite
def draft(draw: st.DrawFn, stages: int = 3) -> Draft:
    made = Draft.of(draw(TEXT))
    for number in range(stages):
        made = made.edited(draw(edited(made.text, f"names.{'abc'[number]}")))
    return made


def apply_slowly(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


@given(st.data(), TEXT)
def test_apply_is_edits_from_the_last_to_the_first(data: st.DataObject, text: str) -> None:
    edits = data.draw(edited(text))
    assert apply(text, edits) == apply_slowly(text, edits) == apply(text, reversed(edits))


@given(draft())
def test_composed_edits_do_in_one_step_what_the_stages_did(draft: Draft) -> None:
    assert apply(draft.original, draft.edits()) == draft.text


@given(draft())
def test_composed_edits_are_in_order_and_change_something(draft: Draft) -> None:
    edits = draft.edits()
    assert in_order(edits, len(draft.original)) == edits
    assert all(edit.new != draft.original[edit.start : edit.end] for edit in edits)


@given(st.data(), TEXT)
def test_composition_is_associative_in_effect(data: st.DataObject, text: str) -> None:
    first = data.draw(edited(text, "names.a"))
    second = data.draw(edited(apply(text, first), "names.b"))
    third = data.draw(edited(apply(apply(text, first), second), "names.c"))
    left = compose(compose(first, second), third)
    right = compose(first, compose(second, third))
    assert apply(text, left) == apply(text, right)


@given(draft(stages=2))
def test_a_composed_edit_names_every_rule_that_had_a_hand_in_it(draft: Draft) -> None:
    composed: list[Edit] = []
    for layer in draft.layers:
        composed = compose(composed, layer)
    assert {rule for edit in composed for rule in edit.rules} == {
        rule for layer in draft.layers for edit in layer for rule in edit.rules
    }


def test_edits_that_only_touch_stay_apart() -> None:
    composed = compose(
        [Edit(0, 2, "AB", ("quotes.a",))], [Edit(2, 3, "C", ("names.b",)), Edit(3, 3, "!", ("dates.c",))]
    )
    assert composed == [Edit(0, 2, "AB", ("quotes.a",)), Edit(2, 3, "C", ("names.b",)), Edit(3, 3, "!", ("dates.c",))]


@pytest.mark.parametrize(
    ("first", "second", "composed"),
    [
        pytest.param(
            [Edit(1, 1, "xy", ("a",))],
            [Edit(3, 3, "z", ("b",))],
            [Edit(1, 1, "xyz", ("a", "b"))],
            id="insert after an insertion",
        ),
        pytest.param(
            [Edit(1, 1, "xy", ("a",))],
            [Edit(1, 1, "z", ("b",))],
            [Edit(1, 1, "zxy", ("a", "b"))],
            id="insert before an insertion",
        ),
        pytest.param(
            [Edit(1, 2, "", ("a",))],
            [Edit(1, 1, "z", ("b",))],
            [Edit(1, 2, "z", ("a", "b"))],
            id="insert where something went",
        ),
        pytest.param(
            [Edit(1, 2, "", ("a",))],
            [Edit(0, 2, "Q", ("b",))],
            [Edit(0, 3, "Q", ("a", "b"))],
            id="replace over a deletion",
        ),
        pytest.param(
            [Edit(0, 1, "x", ("a",)), Edit(2, 3, "y", ("a",))],
            [Edit(0, 3, "", ("b",))],
            [Edit(0, 3, "", ("a", "b"))],
            id="cut both",
        ),
    ],
)
def test_edits_that_meet_become_one(first: list[Edit], second: list[Edit], composed: list[Edit]) -> None:
    assert compose(first, second) == composed


@given(draft())
def test_text_outside_edits_maps_one_to_one_both_ways(draft: Draft) -> None:
    edits = draft.edits()
    alignment = Alignment.of(edits)
    kept = set(range(len(draft.original))) - {i for e in edits for i in range(e.start, e.end)}
    for place in kept:
        start, end = alignment.to_output(place, place + 1)
        assert draft.text[start:end] == draft.original[place]
        assert alignment.to_original(start, end) == (place, place + 1)


@given(draft(), st.data())
def test_both_maps_are_monotonic_and_stay_inside(draft: Draft, data: st.DataObject) -> None:
    alignment = Alignment.of(draft.edits())
    for mapping, source, target in (
        (alignment.to_output, draft.original, draft.text),
        (alignment.to_original, draft.text, draft.original),
    ):
        spans = [mapping(place, place + 1) for place in range(len(source))]
        assert spans == sorted(spans)
        assert all(0 <= start <= end <= len(target) for start, end in spans)
        assert mapping(0, len(source))[1] <= len(target)


@given(draft())
def test_a_replaced_span_maps_to_its_replacement(draft: Draft) -> None:
    edits = draft.edits()
    alignment, shift = Alignment.of(edits), 0
    for edit in edits:
        start = edit.start + shift
        if edit.start < edit.end and edit.new:
            assert alignment.to_output(edit.start, edit.end) == (start, start + len(edit.new))
            assert alignment.to_original(start, start + len(edit.new)) == (edit.start, edit.end)
        shift += len(edit.new) - (edit.end - edit.start)


def test_a_position_inside_a_replacement_stands_for_all_of_it() -> None:
    alignment = Alignment.of([Edit(2, 6, "XY", ("names.a",))])
    assert alignment.to_output(3, 4) == (2, 4)
    assert alignment.to_output(0, 3) == (0, 4)
    assert alignment.to_original(3, 5) == (2, 7)


def test_an_empty_span_stays_empty_and_comes_after_what_is_inserted_there() -> None:
    alignment = Alignment.of([Edit(2, 2, "XY", ("names.a",)), Edit(4, 6, "", ("names.a",))])
    assert alignment.to_output(2, 2) == (4, 4)
    assert alignment.to_output(1, 2) == (1, 2)
    assert alignment.to_output(2, 3) == (4, 5)
    assert alignment.to_original(6, 6) == (6, 6)
    assert alignment.to_original(2, 4) == (2, 2)


def test_a_deleted_span_maps_to_an_empty_one() -> None:
    alignment = Alignment.of([Edit(2, 6, "", ("names.a",))])
    assert alignment.to_output(3, 5) == (2, 2)
    assert alignment.to_original(2, 3) == (6, 7)
    assert alignment.to_original(0, 2) == (0, 2)


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, "", ()), Edit(1, 3, "", ())],
        [Edit(1, 1, "a", ()), Edit(1, 1, "b", ())],
        [Edit(0, 4, "", ()), Edit(2, 2, "a", ())],
        [Edit(3, 2, "", ())],
        [Edit(-1, 2, "", ())],
        [Edit(0, 5, "", ())],
    ],
)
def test_edits_that_cannot_all_be_made_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="allowed are"):
        apply("abcd", edits)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        ((0, 1, "x", ()), "edit is tuple (0, 1, 'x', ()): allowed is an Edit"),
        ({"start": 0}, "edit is dict {'start': 0}: allowed is an Edit"),
        (Edit(0, 1, None, ()), "edit is Edit(start=0, end=1, new=None, rules=()): allowed are whole numbers"),  # type: ignore[arg-type]
        (Edit("0", 1, "x", ()), "edit is Edit(start='0', end=1, new='x', rules=()): allowed are whole numbers"),  # type: ignore[arg-type]
        (Edit(0, 1.0, "x", ()), "edit is Edit(start=0, end=1.0, new='x', rules=()): allowed are whole numbers"),  # type: ignore[arg-type]
    ],
)
@pytest.mark.parametrize("call", [lambda edits: apply("abc", edits), Alignment.of])
def test_what_is_no_edit_is_told(call: Callable[[list[object]], object], edit: object, message: str) -> None:
    with pytest.raises(TypeError) as raised:
        call([edit])
    assert str(raised.value).startswith(message)


def test_an_alignment_takes_edits_in_any_order_and_none_that_overlap() -> None:
    one, other = Edit(2, 3, "xyz", ()), Edit(5, 6, "", ())
    assert Alignment.of([other, one]) == Alignment.of([one, other])
    with pytest.raises(ValueError, match="overlap: allowed are disjoint edits"):
        Alignment.of([one, Edit(0, 5, "", ())])


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (-2, -1)])
@pytest.mark.parametrize("edits", [[], [Edit(0, 1, "xyz", ())]])
def test_a_span_that_is_none_is_refused(edits: list[Edit], span: tuple[int, int]) -> None:
    alignment = Alignment.of(edits)
    for mapped in (alignment.to_output, alignment.to_original):
        with pytest.raises(ValueError, match=f"span is {span[0]} to {span[1]}: allowed are positions from 0 on"):
            mapped(*span)


@given(TEXT, TEXT)
@example("a b a b", "b a b a")
@example("\n\n\n", "\n")
def test_diff_turns_one_string_into_the_other(before: str, after: str) -> None:
    edits = diff(before, after, "encoding.mojibake")
    assert apply(before, edits) == after
    assert in_order(edits, len(before)) == edits


def test_diff_touches_only_the_words_that_differ() -> None:
    before = "\n".join(f"line {n} of many, with a cafÃ© in it" for n in range(500))
    edits = diff(
        before, before.replace("line 77 of many, with a cafÃ©", "line 77 of many, with a café"), "encoding.mojibake"
    )
    assert [(before[e.start : e.end], e.new) for e in edits] == [("cafÃ©", "café")]


def test_a_hundred_thousand_edits_take_linear_time() -> None:
    """Counted by work: every edit is looked at a bounded number of times, so this ends at once or not at all."""
    count = 100_000
    draft = Draft.of("ab " * count)
    draft = draft.edited(Edit(3 * n, 3 * n + 1, "xyz", ("names.a",)) for n in range(count))
    draft = draft.edited(Edit(5 * n + 2, 5 * n + 4, "", ("names.b",)) for n in range(count))
    edits = draft.edits()
    assert len(edits) == count
    assert apply(draft.original, edits) == draft.text
    alignment = Alignment.of(edits)
    assert alignment.to_original(*alignment.to_output(3 * count - 1, 3 * count)) == (3 * count - 1, 3 * count)
    assert apply(draft.original, diff(draft.original, draft.text, "names.a")) == draft.text


@given(draft())
def test_drafts_and_alignments_are_plain_values(draft: Draft) -> None:
    assert pickle.loads(pickle.dumps(draft)) == draft
    alignment = Alignment.of(draft.edits())
    assert pickle.loads(pickle.dumps(alignment)) == alignment
