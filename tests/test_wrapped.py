"""Lines that were broken at a column: read as the paragraphs they are, and broken there again."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.edits import Edit, apply
from newsnorm.wrapped import broken_again, line_breaks, unwrapped
from tests.strategies import TEXT, Article, articles

ARTICLE = (
    "The ferry company said on Monday that it would close the old pier, where Ms. Leila Haddad had run a ticket office for "
    "thirty years. A spokesman said the pier was no longer safe.\n\n"
    "The harbour master was told of the plan in a letter, and several shipowners who had come to the meeting could not be "
    "reached for comment.\n\n"
    "A report on the state of the pier had been promised for the end of the year. Most of those who work there said "
    "Tuesday. Ms. Haddad said she would stay until the ferries stop, and then some more, for her lease has three years to run."
)


def broken(
    text: str,
    width: int = 60,
    indent: str = "",
    paragraph: str = "\n\n",
    margin: str = "",
    end: str = "\n",
    hanging: str = "",
) -> str:
    """The text with its lines broken at a column, and the ``hanging`` indent of all lines but the first."""
    paragraphs = [
        textwrap.wrap(line, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n\n")
    ]
    lines = (f"\n{hanging}".join(margin + line for line in lines) for lines in paragraphs)
    return paragraph.join(lines).replace("\n", end)


WAYS = {
    "at 60": {},
    "at 44": {"width": 44},
    "at 76": {"width": 76},
    "paragraphs that are indented": {"indent": "   ", "paragraph": "\n"},
    "no mark of a paragraph": {"paragraph": "\n"},
    "a margin": {"margin": "   "},
    "spaces at the end of each line": {"end": " \n"},
    "carriage returns": {"end": "\r\n"},
    "the source of a page": {"hanging": " " * 24},
    "the source of a page without a mark of a paragraph": {"hanging": "  ", "paragraph": "\n"},
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_broken_lines_are_read_as_paragraphs(way: dict[str, object]) -> None:
    text = broken(ARTICLE, **way)  # type: ignore[arg-type]
    clean = newsnorm.clean(text, published="2023-05-17")
    assert clean.split() == newsnorm.clean(ARTICLE, published="2023-05-17").split()
    assert "on Monday [2023-05-15] that" in " ".join(clean.split())
    assert "Tuesday [2023-05-16]. Leila Haddad said" in " ".join(clean.split())
    assert clean.count("\n") == text.count("\n")
    assert newsnorm.clean(clean, published="2023-05-17") == clean


def broken_at(part: str, text: str = ARTICLE) -> str:
    """The text with its lines broken at the first column at which some part of it is."""
    return next(lines for width in range(44, 90) if part in (lines := broken(text, width)))


def test_of_two_line_ends_within_a_name_one_is_put_back() -> None:
    breaks = [Edit(3, 4, " ", ()), Edit(9, 10, " ", ())]
    layers = [[Edit(0, 16, "Leila Haddad", ("names.titled",))]]
    assert broken_again("Ms.\nLeila\nHaddad left", breaks, layers) == [Edit(5, 6, "\n", ())]


def test_the_last_word_of_a_broken_paragraph_is_no_label() -> None:
    text = broken_at("\ncomment.\n")
    assert newsnorm.find_boilerplate(text) == []
    assert newsnorm.remove_boilerplate(text) == text


def test_what_is_found_has_its_place_in_the_broken_text() -> None:
    text = broken_at("Leila\nHaddad")
    names = {text[m.start : m.end]: m.text for m in newsnorm.find_names(text)}
    assert names == {"Leila\nHaddad": "Leila Haddad", "Haddad": "Haddad"}
    (date,) = (m for m in newsnorm.find_dates(text, "2023-05-17") if m.value == "2023-05-16")
    assert text[date.start : date.end] == date.text == "Tuesday"
    result = newsnorm.explain(text, published="2023-05-17")
    assert [m.canonical for m in result.names] == ["Leila Haddad", "Leila Haddad"]
    assert apply(text, result.edits) == result.text
    assert all(edit.rules for edit in result.edits)


def test_a_date_is_found_over_a_line_end_and_keeps_what_it_leans_on() -> None:
    whole = ARTICLE.replace("on Monday that", "on March 5, 2022, that").replace("the end of the year", "the next day")
    text = broken_at("next\nday", whole)
    for expected, mention in zip(
        newsnorm.find_dates(whole, "2023-05-17"), newsnorm.find_dates(text, "2023-05-17"), strict=True
    ):
        assert mention.text.split() == text[mention.start : mention.end].split() == expected.text.split()
        assert (mention.value, mention.anchor, mention.start) == (expected.value, expected.anchor, expected.start)
        assert mention.anchor_start == expected.anchor_start


def test_a_line_end_within_a_name_stays_in_it() -> None:
    text = broken_at("\nHaddad said")
    assert "Leila\nHaddad said she" in newsnorm.clean(text, published="2023-05-17")


LISTS = {
    "a menu": "Home\nnews\nsport\nweather\nculture\nopinion\npodcasts",
    "headlines": "\n".join(["Dockers return to work after a week of strikes"] * 6),
    "paragraphs": "\n".join(ARTICLE.split("\n\n")),
    "a list in lower case": "\n".join(f"- {line} of the old harbour and of its three piers" for line in "abcdef"),
    "verse": "the harbour sleeps\nthe ferry lies\nno lamp is lit\nno siren cries\nthe harbour sleeps",
    "lines of any width": "\n".join("a word and another " * n + "and" for n in range(2, 9)),
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_other_lines_stay_apart(text: str) -> None:
    assert line_breaks(text) == []


def test_an_item_of_a_list_and_an_indented_line_open_a_paragraph() -> None:
    items = "\n".join(f"* {line}" for line in broken(ARTICLE).split("\n\n"))
    assert unwrapped(items).count("\n* ") == 2
    indented = broken(ARTICLE, indent="    ", paragraph="\n")
    assert unwrapped(indented).count("\n") == 2


@pytest.mark.parametrize("hanging", ["  ", " " * 24])
def test_where_paragraphs_hang_a_line_that_does_not_opens_one(hanging: str) -> None:
    """A line is full where a paragraph ends, too: what stands under it is the next one, or a credit."""
    paragraphs = ARTICLE.split("\n\n")
    shapes = range(44, 90)
    texts = [broken(ARTICLE, width, paragraph="\nPhoto by Anna Lind\n", hanging=hanging) for width in shapes]
    expected = "\nPhoto by Anna Lind\n".join(paragraphs)
    assert [unwrapped(text) for text in texts] == [expected] * len(shapes)


def test_where_paragraphs_hang_a_sentence_goes_on_over_lines_of_any_width() -> None:
    """Links stand on lines of their own in the source of a page; so do the entries of a menu."""
    margin = "\n" + " " * 8
    lines = (
        "Whoever wants to read the plan of the harbour",
        "at the pier or",
        "in the office of the",
        "port may do so.",
    )
    long = (
        "The plan says of the pier, of its cranes, of the ferries and of those who work there that nothing of all this"
    )
    menu = margin.join(("Browse", "news", "sport"))
    text = "\n".join([broken(ARTICLE, 50, hanging=" " * 8), margin.join(lines), long + margin + "will stay.", menu])
    assert unwrapped(text).endswith("\n".join(["", " ".join(lines), f"{long} will stay.", menu]))


def test_a_short_word_that_ends_a_sentence_is_no_item() -> None:
    text = broken_at("two days\nago. ", ARTICLE.replace("years. A spokesman", "years until two days ago. A spokesman"))
    assert "two days\nago [2023-05-15]. A spokesman" in newsnorm.clean(text, published="2023-05-17")


def test_a_word_that_was_broken_at_its_hyphen_is_whole() -> None:
    text = broken_at("thirty-\nthree", ARTICLE.replace("thirty years", "thirty- three years")).replace(
        "- three", "-three"
    )
    assert "for thirty-three years" in unwrapped(text)


def test_beside_paragraphs_of_any_width_no_line_was_broken() -> None:
    notice = broken(ARTICLE, 50)
    assert line_breaks(notice)
    assert line_breaks(f"{notice}\n\nhttps://example.org/a/long/address/of/some/{'page/' * 8}")
    assert line_breaks(f"{ARTICLE}\n\n{notice}") == []


@given(articles(residue=False), st.integers(36, 64), st.sampled_from(["", "  ", "    "]))
def test_breaking_lines_changes_nothing_but_lines(article: Article, width: int, margin: str) -> None:
    whole = article.body
    text = broken(whole, width, margin=margin)
    result = newsnorm.explain(text, published=article.published)
    assert apply(text, result.edits) == result.text
    assert all(edit.rules for edit in result.edits)
    clean = result.text
    assert clean.split() == newsnorm.clean(whole, published=article.published).split()
    assert clean.count("\n") == text.count("\n")
    assert newsnorm.clean(clean, published=article.published) == clean


LINES = st.lists(st.sampled_from(["", "Share", *broken(ARTICLE, 40, margin=" ").split("\n")]) | TEXT, max_size=14).map(
    "\n".join
)


@given(LINES)
@example(broken(ARTICLE))
@example("\n" * 5 + "a\n" * 5)
def test_line_ends_that_were_taken_are_put_back(text: str) -> None:
    breaks = line_breaks(text)
    whole = apply(text, breaks)
    assert "".join(whole.split()) == "".join(text.split())
    assert apply(whole, broken_again(text, breaks, [])) == text
    assert (
        newsnorm.clean(text, **dict.fromkeys(["encoding", "boilerplate", "quotes", "dates", "names"], "keep")) == text
    )


@given(LINES, st.data())
def test_line_ends_go_only_with_what_was_replaced(text: str, data: st.DataObject) -> None:
    breaks = line_breaks(text)
    whole = apply(text, breaks)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=6)))
    new = st.sampled_from(["", "x", "x y", " [2023]"])
    layer = [Edit(a, b, data.draw(new), ("a.rule",)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    edited = apply(whole, layer)
    back = apply(edited, broken_again(text, breaks, [layer]))
    assert "".join(back.split()) == "".join(edited.split())
    if not layer:
        assert back == text
