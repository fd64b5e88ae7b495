"""Tags that break lines or part paragraphs: read as line ends, and put back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.edits import Edit, apply
from newsnorm.tags import tag_breaks, tagged_again
from tests.strategies import TEXT, Article, articles
from tests.test_wrapped import ARTICLE as PROSE
from tests.test_wrapped import broken, broken_at

PUBLISHED = "2023-05-17"
STORY = (
    "Leila Haddad will leave the old pier. The ferry company said so on Monday, in a letter to those who work there.",
    "“She ran the ticket office for thirty years,” the harbour master said. “We will miss her.”",
    "Ms. Haddad said on Tuesday that the pier was never safe. Its planks rot, and its lamps went out years ago.",
)
PAGE = "\n\n".join(
    ["Share on Facebook", *STORY, "205", "Read More:", "Ferry fares to rise\nStorm warning for the coast"]
)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write the line ends of a text with tags."""

    line: str
    paragraph: str
    start: str = ""
    end: str = ""

    def of(self, text: str) -> str:
        paragraphs = [part.replace("\n", self.line) for part in text.split("\n\n")]
        return self.start + self.paragraph.join(paragraphs) + self.end

    def undone(self, text: str) -> str:
        assert text.startswith(self.start)
        assert text.endswith(self.end)
        text = text[len(self.start) : len(text) - len(self.end)]
        return text.replace(self.paragraph, "\n\n").replace(self.line, "\n")


FORMS = {
    "breaks": Form("<br>", "<br><br>"),
    "breaks that close themselves": Form("<br/>", "<br/><br/>"),
    "breaks and spaces": Form(" <br />", " <br /> <br />"),
    "breaks and line ends": Form("<br>\n", "<br>\n<br>\n"),
    "breaks and returns": Form("<BR>\r\n", "<BR>\r\n<BR>\r\n"),
    "paragraphs": Form("<br>", "</p><p>", "<p>", "</p>"),
    "paragraphs on lines": Form("<br>", "</p>\n<p>", "<p>", "</p>\n"),
    "paragraphs with attributes": Form('<br class="b"/>', '</p>\n\n<p class="a">', '<p class="a">', "</p>"),
    "paragraphs that nothing closes": Form("<br>", "<p>"),
    "paragraphs that nothing opens": Form("<br>", "</p>"),
    "empty paragraphs": Form("<br>", "</p><p>\u00a0</p><p>", "<p>", "</p>"),
}
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def undone(form: Form, text: str) -> str:
    """The text without tags; what encoding repairs in them is as it was."""
    text = text.replace("<p> </p>", "<p>\u00a0</p>")
    return form.undone(text.replace("\n", "\r\n") if "\r" in form.line else text)


@every_form
def test_a_tagged_page_comes_out_as_the_plain_one(form: Form) -> None:
    clean = newsnorm.clean(form.of(PAGE), published=PUBLISHED)
    assert undone(form, clean) == newsnorm.clean(PAGE, published=PUBLISHED)
    assert "[2023-05-15]" in clean
    assert "Leila Haddad said on Tuesday [2023-05-16]" in clean
    assert "Share" not in clean
    assert "Read More" not in clean
    assert newsnorm.clean(clean, published=PUBLISHED) == clean


@given(articles(), st.sampled_from(list(FORMS.values())))
def test_tags_for_line_ends_change_nothing_but_line_ends(article: Article, form: Form) -> None:
    text = form.of(article.dirty)
    result = newsnorm.explain(text, published=article.published)
    assert undone(form, result.text) == newsnorm.clean(article.dirty, published=article.published)
    assert apply(text, result.edits) == result.text
    assert all(edit.rules for edit in result.edits)
    assert newsnorm.clean(result.text, published=article.published) == result.text


@every_form
def test_what_is_found_has_its_place_in_the_tagged_text(form: Form) -> None:
    text = form.of(PAGE)

    def found(text: str) -> list[str]:
        spans = [
            *((span.start, span.end) for span in newsnorm.find_boilerplate(text)),
            *((mention.start, mention.end) for mention in newsnorm.find_dates(text, PUBLISHED)),
            *((mention.start, mention.end) for mention in newsnorm.find_names(text)),
            *newsnorm.find_quotations(text),
        ]
        return [text[start:end] for start, end in spans]

    assert found(text) == found(PAGE)
    result = newsnorm.explain(text, published=PUBLISHED)
    assert [text[span.start : span.end] for span in result.boilerplate] == found(text)[: len(result.boilerplate)]


@every_form
def test_lines_are_counted_between_tags(form: Form) -> None:
    assert newsnorm.count_lines([form.of(PAGE)]) == newsnorm.count_lines([PAGE])


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "“We wait.<br><br>The ferry sails at noon.<br>He said “no”."
    assert [text[start:end] for start, end in newsnorm.find_quotations(text)] == ["“We wait.", "“no”"]


# ------------------------------------------------------------------ what is read

READ = [
    ("A.<br>B.", "A.\nB."),
    ("A.<BR />B.", "A.\nB."),
    ("A.</br>B.", "A.\nB."),
    ("A. <br> <br> B.", "A.\n\nB."),
    ("A.<br>\n\n\nB.", "A.\n\n\nB."),
    ("A.<p>B.", "A.\n\nB."),
    ("A.<p/>B.", "A.\n\nB."),
    ("<p>A.</p>\n<p lang='en'>B.</p>\n", "\n\nA.\n\nB.\n\n"),
    ("\n<p>\n  A.<br>\n  B.</p> \n", "\n\n  A.\n  B.\n\n"),
    ("<p><b>A.</b></p><p>B.</p>", "\n\n<b>A.</b>\n\nB.\n\n"),
    ("of the harbour<br>the tide", "of the harbour\nthe tide"),
    ("of the harbour<br> the tide", "of the harbour\nthe tide"),
    ("They said:<p>“No.”<br>“Yes.”", "They said:\n\n“No.”\n“Yes.”"),
    ("More »</p>", "More »\n\n"),
    ("A.<br>...and B.", "A.\n...and B."),
    ("A.\n<br> the tide", "A.\nthe tide"),
    ("A.\n\n</p>, B.", "A.\n\n, B."),
    ("A. <br>...and B.", "A.\n...and B."),
    ("A.<br>B</p>, c.", "A.\nB</p>, c."),
    ("Tags<br>: a, b", "Tags\n: a, b"),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_tags_are_read_as_the_line_ends_they_stand_for(text: str, read: str) -> None:
    assert apply(text, tag_breaks(text)) == read


STAY = {
    "a tag that is told of": "Write <br> for a line end and <p> for a paragraph, the manual says.",
    "a tag before a comma": "Put in a <br>, then save the page.",
    "a tag in quotation marks": 'The tag "<br>" ends a line, and “<p>” opens a paragraph.',
    "a tag in brackets": "An empty tag (<br>) ends a line.",
    "a paragraph in a sentence": "The test wants <p>Hello</p>. It gets nothing.",
    "a paragraph for a word": "The ferry sails on <p>Monday</p> after the tide.",
    "code": "Write `a<br>b` or <code>a<br>b</code> here.",
    "a listing": "<pre>\na<br>b\n<p>c</p>\n</pre>",
    "a script": "<script>write('a<br>b<p>c')</script>",
    "a fence": "```\na<br>b<p>c\n```",
    "JSON": '{"body": "<p>A.</p><p>B.</p>", "id": 7}',
    "other tags": "<pub>A.</pub><brand>B.</brand><b>C.</b><div>D.</div>",
    "no tag": "If a <p or b <br then c > d. A < b.",
    "nothing": "A.\n\nB.",
}


@pytest.mark.parametrize("text", STAY.values(), ids=STAY)
def test_other_tags_stay_in_what_is_read(text: str) -> None:
    assert tag_breaks(text) == []


def test_two_tags_in_a_row_break_lines_where_one_may_be_told_of() -> None:
    assert tag_breaks("Write <br> for a line end.") == []
    assert tag_breaks("Write <br><br> for a line end.") == [Edit(5, 15, "\n\n", ())]


def test_a_text_of_tags_alone_stays() -> None:
    for text in ["<br>", "<p></p>", " <p>\n<br></p>\n"]:
        assert newsnorm.clean(text, encoding="keep") == text


# ------------------------------------------------------------------ what is left

FIRST, SECOND, THIRD = (part.replace("“", '"').replace("”", '"') for part in STORY)
LEFT = {
    "between breaks": ("{0}<br><br>Advertisement<br><br>{1}", "{0}<br><br>{1}"),
    "between lines": ("{0}<br>Advertisement<br>{1}", "{0}<br>{1}"),
    "between paragraphs": ("<p>{0}</p><p>Advertisement</p><p>{1}</p>", "<p>{0}</p><p>{1}</p>"),
    "the first paragraph": ("<p>Share on Facebook</p><p>{0}</p><p>{1}</p>", "<p>{0}</p><p>{1}</p>"),
    "the first line": ("<br>Share on Facebook<br>{0}<br>{1}", "{0}<br>{1}"),
    "the last paragraphs": ("<p>{0}</p><p>{1}</p><p>Read More:</p><p>Fares rise</p>", "<p>{0}</p><p>{1}</p>"),
    "the last lines": ("{0}<br>{1}<br><br>Read More:<br>Fares rise<br>", "{0}<br>{1}<br>"),
    "the last lines, which end": ("<p>{0}</p><p>{1}</p>Read More:<br>Fares rise<br>", "<p>{0}</p><p>{1}</p><br>"),
    "the last lines and paragraph": ("{0}<br>{1}<br>Read More:<p>Fares rise</p>", "{0}<br>{1}"),
    "before one of two paragraphs": (
        'Share on Facebook<p class="a">Advertisement</p><p class="b">{0}</p><p>{1}</p>',
        '<p class="b">{0}</p><p>{1}</p>',
    ),
    "before a tag that closes itself": ("Share on Facebook<p/>{0}</p><p>{1}</p>", "{0}</p><p>{1}</p>"),
    "before a paragraph": ("Share on Facebook<br><p>{0}</p><p>{1}</p>", "<p>{0}</p><p>{1}</p>"),
    "behind a paragraph": ("<p>{0}</p><p>{1}</p>Read More:<br>Fares rise", "<p>{0}</p><p>{1}</p>"),
    "the first line of a paragraph": ("<p>Share on Facebook<br>{0}</p><p>{1}</p>", "<p>{0}</p><p>{1}</p>"),
    "the last line of a paragraph": ("<p>{0}</p>\n<p>{1}<br>Share this article</p>\n", "<p>{0}</p>\n<p>{1}</p>\n"),
    "from one paragraph to the next": (
        "<p>{0}<br>Advertisement</p><p>Share this article<br>{1}</p>",
        "<p>{0}<br>{1}</p>",
    ),
    "between paragraphs that nothing closes": ("<p>{0}<p>Advertisement<p>{1}", "<p>{0}<p>{1}"),
    "the first paragraph, which nothing closes": ("<p>Share on Facebook<p>{0}<p>{1}", "{0}<p>{1}"),
    "with attributes": ('<p class="a">{0}</p><p id="x">Advertisement</p><p class="b">{1}</p>', None),
}


@pytest.mark.parametrize(("text", "left"), LEFT.values(), ids=LEFT)
def test_tags_go_with_what_stood_between_them(text: str, left: str | None) -> None:
    clean = newsnorm.remove_boilerplate(text.format(FIRST, SECOND))
    if left is None:
        tags = re.sub(r"[^<>]+(?=<|\Z)", "", clean.replace(FIRST, "").replace(SECOND, ""))
        assert tags in {'<p class="a"></p><p class="b"></p>', '<p class="a"></p><p id="x"></p>'}
    else:
        assert clean == left.format(FIRST, SECOND)
    assert newsnorm.remove_boilerplate(clean) == clean


def test_a_date_at_the_end_of_a_paragraph_is_printed_within_it() -> None:
    text = "<p>The ferries sailed on Monday</p><p>Nobody came on Tuesday</p>"
    assert newsnorm.clean(text, published=PUBLISHED) == (
        "<p>The ferries sailed on Monday [2023-05-15]</p><p>Nobody came on Tuesday [2023-05-16]</p>"
    )


def test_lines_that_were_broken_with_tags_are_whole() -> None:
    text = broken(PROSE).replace("\n", "<br>\n")
    clean = newsnorm.clean(text, published=PUBLISHED)
    assert clean == newsnorm.clean(broken(PROSE), published=PUBLISHED).replace("\n", "<br>\n")
    assert newsnorm.clean(clean, published=PUBLISHED) == clean


def test_a_tag_at_which_a_line_was_broken_stays_in_a_name() -> None:
    text = broken_at("\nHaddad said").replace("\n", "<br>")
    assert "Leila<br>Haddad said she" in newsnorm.clean(text, published=PUBLISHED)


# ------------------------------------------------------------------ laws

TAGS = (
    "<br>",
    "<br />",
    "<p>",
    '<p class="a">',
    "</p>",
    "</p>\n<p>",
    "\n",
    "  ",
    "A b.",
    "Share",
    "205",
    "c d",
    "“",
    " ",
    ".",
)
TAGGED = st.lists(st.sampled_from(TAGS), max_size=14).map("".join)


@given(TAGGED | TEXT)
@example("<p>A b.</p>")
@example("<br>")
def test_tags_that_were_taken_are_put_back(text: str) -> None:
    breaks = tag_breaks(text)
    read = apply(text, breaks)
    assert apply(read, tagged_again(text, breaks, [])) == text


def bare(text: str) -> str:
    return "".join(re.sub(r"<[^<>]*>", "", text).split())


@given(TAGGED | TEXT, st.data())
def test_tags_go_only_with_what_was_replaced(text: str, data: st.DataObject) -> None:
    breaks = tag_breaks(text)
    read = apply(text, breaks)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(read)), max_size=6)))
    new = st.sampled_from(["", "x", "x y", " [2023]", "\n"])
    layer = [Edit(a, b, data.draw(new), ("a.rule",)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    edited = apply(read, layer)
    back = apply(edited, tagged_again(text, breaks, [layer]))
    assert bare(back) == bare(edited)


@given(TAGGED)
def test_cleaning_tagged_text_twice_is_cleaning_it_once(text: str) -> None:
    once = newsnorm.clean(text, published=PUBLISHED)
    assert newsnorm.clean(once, published=PUBLISHED) == once


FUNCTIONS: list[Callable[[str], object]] = [newsnorm.find_boilerplate, newsnorm.find_names, newsnorm.find_quotations]


@pytest.mark.parametrize("function", FUNCTIONS)
@given(text=TAGGED)
def test_what_is_found_lies_in_the_text(function: Callable[[str], list[object]], text: str) -> None:
    for one in function(text):
        start, end = one if isinstance(one, tuple) else (one.start, one.end)  # type: ignore[attr-defined]
        assert 0 <= start < end <= len(text)
