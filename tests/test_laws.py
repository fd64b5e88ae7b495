"""The laws of the whole: what holds for any text, and what the grammar of articles knows."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import newsnorm
from newsnorm import BUILTIN
from tests.strategies import DAMAGES, PUBLISHED, STYLES, TEXT, Article, Damage, QuoteStyle, articles, damaged, in_style
from tests.timing import least_seconds

KEEP: dict[str, Any] = {"encoding": "keep", "boilerplate": "keep", "quotes": "keep", "dates": "keep", "names": "keep"}
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "encoding": st.sampled_from(["repair", "keep"]),
        "boilerplate": st.sampled_from(["drop", "keep"]),
        "quotes": st.sampled_from(["straight", "curly", "locale", "keep"]),
        "dates": st.sampled_from(["annotate", "iso", "keep"]),
        "names": st.sampled_from(["canonical", "spelling", "keep"]),
        "lang": st.sampled_from(["en", "en-GB", "de", "fr", "ja", "xx"]),
        "published": st.none() | PUBLISHED,
    },
)

# ------------------------------------------------------------------ 1 to 6: any text, any options


@given(TEXT, OPTIONS)
def test_clean_is_the_text_of_explain(text: str, options: dict[str, Any]) -> None:
    assert newsnorm.clean(text, **options) == newsnorm.explain(text, **options).text


@given(TEXT, PUBLISHED)
def test_a_stage_function_is_clean_with_the_other_stages_on_keep(text: str, published: date) -> None:
    assert newsnorm.repair_encoding(text) == newsnorm.clean(text, **KEEP | {"encoding": "repair"})
    assert newsnorm.remove_boilerplate(text) == newsnorm.clean(text, **KEEP | {"boilerplate": "drop"})
    assert newsnorm.normalize_quotes(text, "curly") == newsnorm.clean(text, **KEEP | {"quotes": "curly"})
    dated = newsnorm.clean(text, **KEEP | {"dates": "annotate"}, published=published)
    assert newsnorm.resolve_dates(text, published) == dated
    assert newsnorm.canonicalize_names(text) == newsnorm.clean(text, **KEEP | {"names": "canonical"})


@given(TEXT, OPTIONS)
def test_replaying_the_edits_on_the_original_gives_the_text(text: str, options: dict[str, Any]) -> None:
    result = newsnorm.explain(text, **options)
    assert result.original == text
    assert newsnorm.apply(text, result.edits) == result.text
    assert all(edit.new != text[edit.start : edit.end] for edit in result.edits)


@given(TEXT, OPTIONS)
def test_text_between_edits_maps_one_to_one(text: str, options: dict[str, Any]) -> None:
    result = newsnorm.explain(text, **options)
    edges = [0, *(place for edit in result.edits for place in (edit.start, edit.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if start < end:
            out = result.alignment.to_output(start, end)
            assert result.text[slice(*out)] == text[start:end]
            assert result.alignment.to_original(*out) == (start, end)


@given(TEXT, OPTIONS)
@example("\\‘", {})
@example("May 1«", {"published": "2022-02-15"})
def test_cleaning_twice_is_cleaning_once(text: str, options: dict[str, Any]) -> None:
    once = newsnorm.clean(text, **options)
    assert newsnorm.clean(once, **options) == once


@given(TEXT)
def test_keeping_everything_changes_nothing(text: str) -> None:
    kept = newsnorm.clean(text, published="2022-02-15", **KEEP)
    assert kept == text
    assert kept is text or "<" in text  # tags were read as line ends


@given(TEXT, OPTIONS, st.sets(st.sampled_from([rule.id for rule in BUILTIN.every()]), max_size=5))
def test_every_edit_names_rules_that_are_on(text: str, options: dict[str, Any], off: set[str]) -> None:
    rules = BUILTIN.without(*off)
    result = newsnorm.explain(text, rules=rules, **options)
    named = {rule for edit in result.edits for rule in edit.rules}
    named |= {found.rule for found in (*result.boilerplate, *result.dates, *result.names)}
    assert all(rule in rules for rule in named)
    assert all(edit.rules for edit in result.edits)


@given(articles(), st.sampled_from(STYLES))
def test_a_rule_that_an_article_needs_is_not_named_when_it_is_off(article: Article, style: QuoteStyle) -> None:
    text = in_style(article.dirty, style)
    named = {rule for edit in newsnorm.explain(text, published=article.published).edits for rule in edit.rules}
    for rule in sorted(named):
        edits = newsnorm.explain(text, published=article.published, rules=BUILTIN.without(rule)).edits
        assert rule not in {name for edit in edits for name in edit.rules}


@given(TEXT, OPTIONS)
def test_what_was_found_lies_in_the_original_in_order(text: str, options: dict[str, Any]) -> None:
    result = newsnorm.explain(text, **options)
    for found in (result.boilerplate, result.dates, result.names):
        spans = [(item.start, item.end) for item in found]
        assert spans == sorted(spans)
        assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert sum(len(entity.mentions) for entity in result.entities) == len(result.names)


@given(TEXT, OPTIONS)
def test_a_result_is_json_html_and_a_plain_value(text: str, options: dict[str, Any]) -> None:
    result = newsnorm.explain(text, **options)
    assert json.loads(json.dumps(result.to_dict())) == result.to_dict()
    assert result._repr_html_().encode("utf-8")
    assert pickle.loads(pickle.dumps(result)).to_dict() == result.to_dict()


def test_threads_may_make_the_first_calls_together() -> None:
    """What is read once is read by several threads at the same time, in a process that has read nothing yet."""
    script = (
        "import sys; sys.setswitchinterval(1e-6)\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from threading import Barrier\n"
        "import newsnorm\n"
        "start = Barrier(8)\n"
        "def account(text):\n"
        "    start.wait()\n"
        "    return newsnorm.explain(text, published='2024-03-12').to_dict()\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    found = list(pool.map(account, [sys.stdin.read()] * 8))\n"
        "assert all(one == found[0] for one in found)\n"
        "assert found[0]['edits']\n"
    )
    article = Path(__file__).parent.parent / "examples" / "2024-03-12-harbour.txt"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], input=article.read_bytes(), capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.returncode == 0


def test_the_answer_does_not_depend_on_zone_locale_or_hash_seed() -> None:
    code = (
        "import newsnorm; print(ascii(newsnorm.clean('“It’s over,” Ama Osei said on Tuesday, later today in Kiev. Ms. Osei left.'"
        ", published='2022-02-15T23:59:00+13:00')))"
    )
    answers = set()
    for zone, locale, seed in [
        ("UTC", "C", "0"),
        ("Pacific/Auckland", "tr_TR.UTF-8", "7"),
        ("America/Anchorage", "POSIX", "99"),
    ]:
        environment = os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        answers.add(done.stdout)
    assert len(answers) == 1


@settings(max_examples=10)
@given(st.lists(articles(), min_size=2, max_size=4))
def test_threads_and_earlier_calls_change_nothing(found: list[Article]) -> None:
    alone = [newsnorm.clean(article.dirty, published=article.published) for article in found]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda a: newsnorm.clean(a.dirty, published=a.published), found * 3))
    assert together == alone * 3


UNITS = [
    '"',
    "' ",
    "a",
    "A ",
    "é",
    "1 ",
    "Monday ",
    "[",
    "\n",
    "Read More:\n",
    "&amp;",
    "“a” ",
    "Mr. ",
    "e\u0301",
    "May 5, ",
    "Ã©",
    "<br>",
    "a<br> ",
    "<p>A b.</p>",
    "</p> <p>",
]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    """A generous bound: quadratic growth would be 64-fold for eight times the text."""
    clean = partial(newsnorm.clean, published="2022-02-15")
    short, long = ((unit * length)[:length] for length in (10_000, 80_000))
    clean(unit)
    assert least_seconds(clean, long) <= 24 * least_seconds(clean, short) + 0.05


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ,.\n", max_size=300).map(lambda text: text.strip()))
@example("the harbour was closed, and the ships had to wait.")
def test_text_without_a_trigger_comes_back_unchanged(text: str) -> None:
    assume(not newsnorm.find_dates(text, "2022-02-15"))  # "may", "now", "a day" are date words
    assume(not newsnorm.find_boilerplate(text))
    assert newsnorm.clean(text, published="2022-02-15") == text


# ------------------------------------------------------------------ 7 to 9: dates, quote styles


@given(articles(), st.integers(-200, 200))
def test_moving_publication_by_weeks_moves_bare_weekdays_by_those_weeks(article: Article, weeks: int) -> None:
    moved = article.published + timedelta(weeks=weeks)
    assume(1985 <= moved.year <= 2065)
    for old, new in zip(
        newsnorm.find_dates(article.body, article.published), newsnorm.find_dates(article.body, moved), strict=True
    ):
        if old.text.endswith("day") and old.type == "DATE" and old.anchor == "publication" and len(old.value) == 10:
            assert date.fromisoformat(new.value) - date.fromisoformat(old.value) == timedelta(weeks=weeks)


@given(articles())
def test_dates_that_we_write_read_back_as_themselves(article: Article) -> None:
    text = newsnorm.clean(article.body, published=article.published, dates="iso")
    values = {mention.value for mention in newsnorm.find_dates(text, None)}
    written = {
        mention.annotation for mention in newsnorm.find_dates(article.body, article.published) if mention.annotation
    }
    assert written <= values


@given(articles(), st.sampled_from(STYLES), st.sampled_from(STYLES))
def test_quote_style_does_not_change_what_is_found(article: Article, one: QuoteStyle, other: QuoteStyle) -> None:
    def found(style: QuoteStyle) -> list[tuple[object, ...]]:
        text = in_style(article.dirty, style)
        return [
            *((m.start, m.type, m.value, m.rule, m.quoted) for m in newsnorm.find_dates(text, article.published)),
            *((m.start, m.type, m.rule, m.quoted) for m in newsnorm.find_names(text)),
            *((s.start, s.end, s.kind, s.rule) for s in newsnorm.find_boilerplate(text)),
        ]

    assert found(one) == found(other)


@given(articles())
def test_straight_to_curly_and_back_is_the_identity_on_straight_text(article: Article) -> None:
    straight = in_style(article.body, "straight")
    assert newsnorm.normalize_quotes(newsnorm.normalize_quotes(straight, "curly"), "straight") == straight


# ------------------------------------------------------------------ the grammar's oracle


@given(articles(), st.sampled_from(STYLES), st.sampled_from(DAMAGES))
def test_every_rendering_of_an_article_comes_out_as_its_clean_form(
    article: Article, style: QuoteStyle, damage: Damage
) -> None:
    text = damaged(in_style(article.dirty, style), damage)
    assert newsnorm.clean(text, published=article.published, quotes="curly") == article.clean
    straight = newsnorm.clean(text, published=article.published)
    assert straight == in_style(article.clean, "straight")
    assert newsnorm.clean(straight, published=article.published) == straight


@given(articles())
def test_residue_goes_and_nothing_else(article: Article) -> None:
    assert newsnorm.remove_boilerplate(article.dirty) == article.body
    assert newsnorm.remove_boilerplate(article.body) == article.body


@given(articles(residue=False))
def test_every_date_of_an_article_has_its_value(article: Article) -> None:
    found = {(m.text, m.value) for m in newsnorm.find_dates(article.body, article.published)}
    assert set(article.values) <= found


@given(articles(residue=False))
def test_every_name_of_an_article_has_its_entity(article: Article) -> None:
    found = [(m.text, m.canonical) for m in newsnorm.find_names(article.body) if m.type == "PER" and not m.quoted]
    wanted = [(name.rpartition(". ")[2], canonical) for name, canonical in article.names]
    assert found == wanted


@given(articles())
def test_entities_and_dates_are_told_without_changing_the_text(article: Article) -> None:
    kept = newsnorm.explain(article.body, published=article.published, dates="keep", names="keep")
    changed = newsnorm.explain(article.body, published=article.published)
    assert kept.dates == changed.dates
    assert kept.entities == changed.entities
    assert kept.text == newsnorm.normalize_quotes(article.body)


@given(st.lists(articles() | st.none(), max_size=3))
def test_a_batch_is_clean_for_each(found: list[Article | None]) -> None:
    texts = [None if article is None else article.dirty for article in found]
    days = [None if article is None else article.published for article in found]
    one_by_one = [None if a is None else newsnorm.clean(a.dirty, published=a.published) for a in found]
    assert newsnorm.clean_batch(texts, days) == one_by_one
    assert newsnorm.clean_batch(iter(texts), iter(days)) == one_by_one


@given(articles())
def test_lines_that_repeat_across_a_collection_go(article: Article) -> None:
    furniture = "Harbour Times, the paper of the whole coast since the great flood"
    others = [f"The council of village {n} met for hours and decided nothing at all.\n\n{furniture}" for n in range(3)]
    text = f"{article.body}\n\n{furniture}"
    repeated = newsnorm.count_lines([text, *others])
    assert newsnorm.remove_boilerplate(text, repeated=repeated) == article.body


def test_a_day_that_someone_told_of_is_not_the_one_named_ahead() -> None:
    text = "The port authority will publish its report tomorrow.\n\nMs. Osei told reporters on Sunday that the talks had failed."
    assert [mention.value for mention in newsnorm.find_dates(text, "2000-01-01")] == ["2000-01-02", "1999-12-26"]
