"""Wrong calls, and what the functions promise beside the laws."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import newsnorm
from newsnorm import Edit
from newsnorm.language import reads_as_english
from newsnorm.report import html_page


class Missing(datetime):
    """A datetime that has no day, as pandas has it."""

    def __repr__(self) -> str:
        return "NaT"

    def date(self) -> date:
        raise ValueError("cannot convert float NaN to integer")


class Column:
    """What shows in several lines."""

    def __repr__(self) -> str:
        return "0    2022-02-15\n1    2022-02-16\n"


class Node(str):
    """A string that belongs to something larger, as those of a parsed page do."""

    __slots__ = ()

    def __add__(self, other: str) -> str:
        raise AssertionError(other)

    __getitem__ = replace = split = __add__  # type: ignore[assignment]


TEXT_FUNCTIONS = [
    newsnorm.clean,
    newsnorm.explain,
    newsnorm.repair_encoding,
    newsnorm.remove_boilerplate,
    newsnorm.normalize_quotes,
    lambda text: newsnorm.resolve_dates(text, "2022-02-15"),
    newsnorm.canonicalize_names,
    newsnorm.find_boilerplate,
    lambda text: newsnorm.find_dates(text, None),
    newsnorm.find_names,
    newsnorm.find_quotations,
    newsnorm.canonical_name,
    lambda text: newsnorm.same_name(text, "a"),
    lambda text: newsnorm.same_name("a", text),
    lambda text: newsnorm.count_lines([text]),
    lambda text: newsnorm.apply(text, []),
    newsnorm.LineCounts().of,
]


@pytest.mark.parametrize("call", TEXT_FUNCTIONS)
@pytest.mark.parametrize("wrong", [None, 7, ["text"]])
def test_what_is_no_text_is_a_type_error(call: Any, wrong: object) -> None:
    with pytest.raises(TypeError, match=r"allowed is"):
        call(wrong)


@pytest.mark.parametrize("call", TEXT_FUNCTIONS)
def test_bytes_are_told_to_be_decoded_first(call: Any) -> None:
    with pytest.raises(TypeError, match="decode"):
        call(b"text")


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"encoding": "fix"}, ValueError, "encoding is 'fix': allowed are 'repair', 'keep'"),
        ({"boilerplate": True}, ValueError, "boilerplate is True: allowed are 'drop', 'keep'"),
        ({"quotes": "typographic"}, ValueError, "quotes is 'typographic': allowed are 'straight', 'curly'"),
        ({"dates": None}, ValueError, "dates is None: allowed are 'annotate', 'iso', 'keep'"),
        ({"names": ["canonical"]}, ValueError, "names is"),
        ({"lang": "english!"}, ValueError, "lang is 'english!': allowed is a BCP 47 tag"),
        ({"lang": "e"}, ValueError, "lang is 'e': allowed is a BCP 47 tag"),
        ({"lang": "en_GB"}, ValueError, "lang is 'en_GB': allowed is a BCP 47 tag"),
        ({"lang": None}, TypeError, "lang is NoneType None: allowed is a BCP 47 tag"),
        ({"rules": "site.toml"}, TypeError, "rules is str 'site.toml': allowed is a Rules value"),
        ({"repeated": {}}, TypeError, "repeated is dict {}: allowed is what count_lines returns"),
        ({"published": "yesterday"}, ValueError, "published is 'yesterday': allowed are a date"),
        ({"published": "2022-02-30"}, ValueError, "published is '2022-02-30': allowed are a date"),
        ({"published": ""}, ValueError, "published is '': allowed are a date"),
        ({"published": 20220215}, TypeError, "published is int 20220215: allowed are a date"),
        ({"published": b"2022-02-15"}, TypeError, "published is bytes b'2022-02-15': allowed are a date"),
        ({"published": Missing(2022, 2, 15)}, ValueError, "published is NaT: allowed are a date"),
        ({"published": Column()}, TypeError, "published is Column 0 2022-02-15 1 2022-02-16: allowed are a date"),
    ],
)
def test_a_wrong_keyword_is_told_in_one_sentence(options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error) as raised:
        newsnorm.clean("text", **options)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("call", [newsnorm.normalize_quotes, newsnorm.canonicalize_names])
def test_a_stage_function_does_not_take_keep_for_a_style(call: Any) -> None:
    with pytest.raises(ValueError, match="style is 'keep': allowed are"):
        call("text", "keep")
    with pytest.raises(ValueError, match="style is 'keep': allowed are"):
        newsnorm.resolve_dates("text", "2022-02-15", "keep")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "published",
    [
        date(2022, 2, 15),
        datetime(2022, 2, 15, 23, 59, tzinfo=UTC),
        datetime(2022, 2, 15, 0, 1, tzinfo=timezone(timedelta(hours=14))),
        "2022-02-15",
        "20220215",
        "2022-02-15T23:59:59-08:00",
        " 2022-W07-2 ",
    ],
)
def test_every_form_of_a_publication_date_is_its_day(published: Any) -> None:
    assert newsnorm.clean("They met today.", published=published) == "They met today [2022-02-15]."


def test_without_a_publication_date_dates_stay() -> None:
    assert newsnorm.clean("They met today, on Monday and last week.") == "They met today, on Monday and last week."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Der Minister sagte am Montag, dass Kiev und die Nato mit dem Plan einverstanden sind.", "en"),
        ("El ministro dijo que la Nato y Kiev no están de acuerdo con el plan de los rusos.", "en"),
        ("Министр сказал в понедельник, что Nato и Kiev не согласны с планом.", "en"),
        ("Minister talks on Monday in Kiev with the Nato.", "de"),
    ],
)
def test_dates_and_names_leave_a_text_alone_that_is_not_english(text: str, lang: str) -> None:
    result = newsnorm.explain(text, published="2022-02-15", lang=lang)
    assert result.text == text
    assert result.dates == result.names == result.entities == ()


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("", True),
        ("205", True),
        ("El Salvador beat Los Angeles 3-1", True),
        ("Leila Haddad met Omar Brandt.", True),
        ("Robin van Dalen beat Ursula von der Berg, Rio de Janeiro mayor Ana da Costa says", True),
        ("De minister van Buitenlandse Zaken sprak met de pers.", False),
        ("La ministre de la Justice a quitté Paris.", False),
        ("They met in Kyiv on Monday and the talks will go on.", True),
        ("Nach dem Treffen in Kiew wird auch über die Hilfe gesprochen.", False),
        ("Зустріч у Києві", False),
        ("会談は月曜日に行われた。The talks", False),
        ("kwa " * 50, False),
        ("Arsenal 3 1 0 2 Chelsea 4 2 2 0 " * 20, True),
    ],
)
def test_reading_as_english(text: str, english: bool) -> None:
    assert reads_as_english(text) is english


def test_a_batch_wants_one_date_for_each_text_or_one_for_all() -> None:
    assert newsnorm.clean_batch(["They met today."] * 2, date(2022, 2, 15)) == ["They met today [2022-02-15]."] * 2
    assert newsnorm.clean_batch([], []) == []
    with pytest.raises(ValueError, match="published has fewer dates than there are texts"):
        newsnorm.clean_batch(["a", "b"], ["2022-02-15"])
    with pytest.raises(ValueError, match="published has more dates than there are texts"):
        newsnorm.clean_batch(["a"], ["2022-02-15", "2022-02-16"])
    with pytest.raises(TypeError, match="texts is str"):
        newsnorm.clean_batch("one text")
    for published in (7, b"2022-02-15"):
        with pytest.raises(TypeError, match="published is"):
            newsnorm.clean_batch(["a"], published)  # type: ignore[arg-type]


@pytest.mark.parametrize("texts", [None, 7, "one text", b"one text", bytearray(b"one text")])
def test_a_collection_that_holds_no_texts_is_told(texts: Any) -> None:
    for function in (newsnorm.clean_batch, newsnorm.count_lines):
        with pytest.raises(TypeError, match=r"texts is .*: allowed is an iterable of texts"):
            function(texts)


@pytest.mark.parametrize("texts", [[], [None], ["text"]])
def test_a_batch_is_checked_before_its_first_text(texts: list[str | None]) -> None:
    with pytest.raises(ValueError, match="quotes is 'round': allowed are"):
        newsnorm.clean_batch(texts, quotes="round")  # type: ignore[typeddict-item]


def test_what_recurs_is_checked_where_boilerplate_is_found() -> None:
    with pytest.raises(TypeError, match=r"repeated is dict \{\}: allowed is what count_lines returns"):
        newsnorm.find_boilerplate("text", {})  # type: ignore[arg-type]


def test_a_string_of_another_class_is_read_as_the_text_it_holds() -> None:
    text = "“Nato met on Monday,” said Leila Haddad.\n\nRead More:\n\nTalks resume"
    result = newsnorm.explain(Node(text), published="2022-02-15")
    assert result == newsnorm.explain(text, published="2022-02-15")
    assert result.to_dict() == newsnorm.explain(text, published="2022-02-15").to_dict()
    assert {type(newsnorm.clean(Node(same))) for same in (text, "", "unchanged")} == {str}
    assert type(newsnorm.explain(Node("unchanged")).original) is str


def test_results_are_equal_and_hash_alike_if_the_same_was_done() -> None:
    text = "“Nato met on Monday,” she said.\n\nShare on Facebook"
    counts = newsnorm.count_lines([text, "Share on Facebook"])
    one, other = (newsnorm.explain(text, published="2022-02-15", repeated=counts) for _ in range(2))
    assert one.names is not other.names  # whatever was worked out before
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other, newsnorm.explain(text), newsnorm.explain(text, boilerplate="keep")}) == 3


def test_a_result_shows_its_text_and_how_many_edits_it_took() -> None:
    assert repr(newsnorm.explain("Nato met.")) == "<Result: 'NATO met.', edits: 1>"
    sixty = "The talks in the harbour of Lund went on until late at night"
    assert repr(newsnorm.explain(sixty)) == f"<Result: {sixty!r}, edits: 0>"
    assert repr(newsnorm.explain(sixty + ".")) == f"<Result: {sixty[:59] + '…'!r}, edits: 0>"
    long = repr(newsnorm.explain("The talks went on. " * 100))
    assert long.endswith("…', edits: 0>")
    assert len(long) < 100


def test_a_result_tells_the_reason_of_each_rule_that_it_names() -> None:
    text = "NATO met in Lund on Monday.\n\nShare on Facebook"
    result = newsnorm.explain(text, published="2022-02-15", boilerplate="keep", dates="keep", names="keep")
    told = result.to_dict()
    found = {span.rule for span in (*result.boilerplate, *result.dates, *result.names)}
    assert result.edits == ()
    assert {rule.partition(".")[0] for rule in found} == {"boilerplate", "dates", "names"}
    assert told["reasons"] == {rule: newsnorm.BUILTIN[rule].why for rule in sorted(found)}


def test_a_date_wins_where_a_name_meets_it() -> None:
    from newsnorm.api import _settled

    dates = [Edit(10, 10, " [2022-05]", ("dates.month",)), Edit(30, 36, "x", ("dates.month",))]
    names = [
        Edit(0, 4, "a", ("names.x",)),
        Edit(7, 10, "b", ("names.x",)),
        Edit(33, 34, "c", ("names.x",)),
        Edit(36, 38, "e", ("names.x",)),
        Edit(40, 41, "d", ("names.x",)),
    ]
    assert [edit.new for edit in sorted(_settled(dates, names))] == ["a", " [2022-05]", "x", "d"]


def test_the_report_tells_each_change_its_rule_and_its_reason() -> None:
    result = newsnorm.explain("“Yes,” they said on Tuesday <b>&</b>\x00.", published="2022-02-15", encoding="keep")
    html = result._repr_html_()
    assert "<del>“</del><ins>&quot;</ins>" in html
    assert "[2022-02-15]" in html
    assert "&lt;b&gt;&amp;&lt;/b&gt;\ufffd" in html
    for edit in result.edits:
        for rule in edit.rules:
            assert rule in html


def test_the_report_colours_an_edit_of_two_stages_by_the_last_one() -> None:
    html = newsnorm.explain("&ldquo;Yes&rdquo;")._repr_html_()
    assert '<span class="quotes" title="encoding.entity: ' in html
    assert "\nquotes.double: " in html
    assert '<b class="encoding">encoding</b> 2' in html
    assert '<b class="quotes">quotes</b> 2' in html


def test_the_report_counts_an_edit_once_for_each_stage_that_had_a_hand_in_it() -> None:
    result = newsnorm.explain("The talks ended in Geneva.\n\nShare&nbsp;on\u00a0Facebook")
    assert result.edits[-1].rules[:2] == ("encoding.entity", "encoding.space")
    html = result._repr_html_()
    assert '<b class="encoding">encoding</b> 1' in html
    assert '<b class="boilerplate">boilerplate</b> 1' in html


def test_the_report_escapes_text_and_reasons(tmp_path: Path) -> None:
    rules = tmp_path / "site.toml"
    rules.write_text(
        '[[rule]]\nid = "boilerplate.tide"\nwhy = \'a "table" < & >\'\nwhere = "line"\npattern = "<i>Tide</i>"\n'
        'matches = ["<i>Tide</i>"]\nspares = ["Tide"]\n',
        encoding="utf-8",
    )
    text = "The <b>harbour</b> is shut.\n\n<i>Tide</i>"
    html = newsnorm.explain(text, rules=newsnorm.load_rules(rules))._repr_html_()
    assert 'title="boilerplate.tide: a &quot;table&quot; &lt; &amp; &gt;"' in html
    assert "&lt;b&gt;harbour&lt;/b&gt;" in html
    assert "&lt;i&gt;Tide&lt;/i&gt;</del>" in html


def test_a_page_of_reports_is_one_document() -> None:
    page = "".join(html_page([("One & two", newsnorm.explain("Text."))]))
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert "<h2>One &amp; two</h2>" in page


def test_importing_is_light() -> None:
    code = "import sys, newsnorm; print([m for m in ('ftfy', 'dateutil.parser', 'tqdm') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_everything_public_is_there_and_documented() -> None:
    for name in newsnorm.__all__:
        thing = getattr(newsnorm, name)
        if callable(thing) and thing is not newsnorm.Published:
            assert thing.__doc__, name


@pytest.mark.parametrize(
    "text",
    [
        # a given name stays in a list, whether the next name in it is completed or not
        "Leila Haddad met Omar Kos in Reno. They said that Omar Kos left and that Leila Haddad stayed.\n\n"
        "Top hundred sailors: Leila, Kos and other old hands met in the town of Reno on the day of the race.",
        # a date that ends a title in single marks
        "It is a beginner's guide to rowing glory'Rowing Home for Christmas' mandatory on all trips in December.",
        # a line without a stop that is as long as a headline may be, until a date is printed in it
        "The coach Paul Ostrow spoke. But Ostrow left the hall before noon, and the players went home.\n\n"
        '"I would suggest this week is fairly important for the old harbour club," said Ostrow, who might be further '
        "pressed to win with the club's owner\n\nThe owner left.",
    ],
)
def test_what_once_tripped_a_second_cleaning(text: str) -> None:
    once = newsnorm.clean(text, published="2022-06-15")
    assert newsnorm.clean(once, published="2022-06-15") == once
