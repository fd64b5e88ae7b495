"""The parts of the boilerplate stage: units, rows of each kind, blocks, duplicates, joints, cuts, the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import BUILTIN, Rules, find_boilerplate, remove_boilerplate
from newsnorm.boilerplate.blocks import is_count
from newsnorm.boilerplate.duplicates import duplicates
from newsnorm.boilerplate.features import EVIDENCE, FAMILIES, SHARED, SIGNS, Surroundings, rough_signs, signs
from newsnorm.boilerplate.find import _is_standfirst, _under, left_open
from newsnorm.boilerplate.headlines import NO_HEADLINE, headline_of
from newsnorm.boilerplate.look import look
from newsnorm.boilerplate.model import (
    FURNITURE,
    GROUPS,
    _announces,
    _follows,
    _is_announced,
    _opens,
    _signs_off,
    _without_days,
    is_open,
    model_reasons,
    shipped_model,
    together,
    whole_sentences,
)
from newsnorm.boilerplate.numbered import entries
from newsnorm.boilerplate.tables import cells, tables
from newsnorm.boilerplate.titles import end_of_headline
from newsnorm.boilerplate.units import Unit, rejoined, units
from newsnorm.boilerplate.zones import Zones, reach, zones
from newsnorm.straight import straightened

LEAD = "The harbour of Tema reopened on Monday after a week of storms, and the first ships docked before noon."
SECOND = '"We lost nine days," said Ama Osei, who runs the harbour. "The cranes are sound, but the pier is not."'
THIRD = "Engineers have measured the eastern pier since Saturday, and the ministry expects their report within weeks."
FOURTH = "Fishing crews, who had pulled their boats up to the market, went back to sea in the afternoon."
ARTICLE = (LEAD, SECOND, THIRD, FOURTH)


def text_of(*lines: str) -> str:
    return "\n\n".join(lines)


def rules_of(tmp_path: Path, where: str, pattern: str, matches: str, more: str = "") -> Rules:
    """The shipped rules with one row more, ``boilerplate.mine``."""
    file = tmp_path / "mine.toml"
    file.write_text(
        f'[[rule]]\nid = "boilerplate.mine"\nwhy = "a test"\nkind = "mine"\nwhere = "{where}"\n'
        f"pattern = '''{pattern}'''\nmatches = [\"{matches}\"]\nspares = [\"y\"]\n{more}\n",
        encoding="utf-8",
    )
    return BUILTIN.plus(file)


# ---- units


def test_lines_are_units_whatever_ends_them() -> None:
    assert [unit.text for unit in units("one\ntwo\r\nthree\r \u2028  four \x85\n\n")] == ["one", "two", "three", "four"]


def test_units_know_where_they_are() -> None:
    text = "  one \n\n two\tthree"
    assert [(text[unit.start : unit.end], unit.text) for unit in units(text)] == [
        ("one", "one"),
        ("two\tthree", "two three"),
    ]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Getty ImagesTEMA, Ghana — The harbour", ["Getty Images", "TEMA, Ghana — The harbour"]),
        ("2 min readThe harbour reopened", ["2 min read", "The harbour reopened"]),
        ("She left early.The harbour reopened", ["She left early.", "The harbour reopened"]),
        ("The clip is on YouTube and on TikTok.", ["The clip is on YouTube and on TikTok."]),
        ("John McDonald and Ewan MacGregor met LeBron.", ["John McDonald and Ewan MacGregor met LeBron."]),
        ("The U.S.Senate and 3D printing", ["The U.S.Senate and 3D printing"]),
        (
            "More: https://www.example.com/newsArticle/fullStory",
            ["More: https://www.example.com/newsArticle/fullStory"],
        ),
        ("See www.HarbourPost.example/newsArticle now", ["See www.HarbourPost.example/newsArticle now"]),
        ("At https://harbour.exampleThe crews", ["At https://harbour.example", "The crews"]),
        (
            "At https://harbour.example/newsArticle pierThe crews",
            ["At https://harbour.example/newsArticle pier", "The crews"],
        ),
        ('<a href="//harbour.example">pierThe crews', ['<a href="//harbour.example">pier', "The crews"]),
    ],
)
def test_a_line_is_cut_where_words_are_glued_but_not_inside_names(line: str, pieces: list[str]) -> None:
    assert [unit.text for unit in units(line)] == pieces


def test_camel_joints_are_undone_and_glued_sentences_stay_apart() -> None:
    found = units("The QuickStep plan failed.The minister left for Accra")
    assert [unit.text for unit in found] == ["The Quick", "Step plan failed.", "The minister left for Accra"]
    assert [unit.text for unit in rejoined(found)] == ["The QuickStep plan failed.", "The minister left for Accra"]


def test_a_text_of_one_long_line_is_read_by_sentences() -> None:
    line = " ".join(ARTICLE)
    assert len(units(line)) == 5  # the quotation holds two
    assert [unit.text for unit in units(LEAD)] == [LEAD]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The pier is shut, Mr. Lind said.", "Ships wait in the bay off St. Anna."),
        ("The pier was shut on Nov. 3 by Gov. Osei.", "Ships wait."),
        ("The site HarbourAware counts ships.", "It saw nine."),
        ("Do you have information you want to share with the Post? Here's how.", "Ships wait."),
    ],
)
def test_a_text_of_one_long_line_is_cut_at_no_abbreviation_or_name(first: str, second: str) -> None:
    line = " ".join([*ARTICLE, first, second])
    assert [unit.text for unit in units(line)][-2:] == [first, second]


def test_a_page_on_one_line_is_cut_at_its_joints_alone() -> None:
    line = "HomeNewsSport" + " ".join(ARTICLE) + "ShareTweetPrintMailMore"
    assert any(LEAD in unit.text and THIRD in unit.text for unit in units(line))


@pytest.mark.parametrize(
    "line",
    [
        "Write to @HarbourPostDesk today",
        "They wrote #SaveOurPierNow today",
        "MaryAnna Lind and AnnMarie Berg",
        "— Anna Lind (@annaLind) March 3, 2024",
    ],
)
def test_a_tag_or_a_double_name_is_no_joint(line: str) -> None:
    assert [unit.text for unit in units(line)] == [line]


def test_a_mark_at_a_joint_closes_the_quotation_that_is_open_in_its_line() -> None:
    closing = units('She said: "We lost nine days."The port is shut.')
    assert [unit.text for unit in closing] == ['She said: "We lost nine days."', "The port is shut."]
    opening = units('The port lost nine days."The pier is shut," she said.')
    assert [unit.text for unit in opening] == ["The port lost nine days.", '"The pier is shut," she said.']
    broken = 'The crew of the Lund News"?Anna Lind went home early'  # the mark was an apostrophe
    assert [unit.text for unit in units(broken)] == [broken]


@pytest.mark.parametrize(
    "sentence",
    [
        "Follow us on Facebook, on Twitter @harbour, or on Instagram at harbour.",
        "Do you have information you want to share with the Harbour Post?",
        "Sign up for our daily newsletter.",
        "This is a developing story.",
    ],
)
def test_a_sentence_that_speaks_to_the_reader_goes_from_a_text_of_one_line(sentence: str) -> None:
    last = "Nobody knows when the ferry to Lund will sail, said the union of its crews."
    assert remove_boilerplate(" ".join([*ARTICLE, sentence, last])) == " ".join([*ARTICLE, last])


@pytest.mark.parametrize(
    "sentence",
    [
        "Follow us on Instagram When the crane fell, nobody was near it.",  # two that were glued
        "RELATED: Who shut the pier Ships wait in the bay, said Ama Osei.",  # a heading, and a sentence of the article
    ],
)
def test_a_sentence_that_may_hold_one_of_the_article_stays(sentence: str) -> None:
    line = " ".join([*ARTICLE, sentence, "Nobody knows when the ferry to Lund will sail, said the union of its crews."])
    assert remove_boilerplate(line) == line


def test_the_half_of_a_quotation_in_a_line_is_no_copy() -> None:
    half = '"The eastern pier has been shut since the first crane fell.'
    line = " ".join(
        [LEAD, half, 'It will cost us millions," she said.', SECOND, half, 'We will pay for it," he said.', THIRD]
    )
    assert remove_boilerplate(line) == line


def test_the_model_takes_no_prose_from_a_text_of_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsnorm.boilerplate.find.model_reasons", lambda looks, *_: {len(looks) - 1: "it stands last"})
    assert remove_boilerplate(" ".join(ARTICLE)) == " ".join(ARTICLE)
    assert remove_boilerplate(text_of(*ARTICLE)) != text_of(*ARTICLE)


def test_a_note_on_who_contributed_goes_whole_or_not_at_all() -> None:
    names = ", ".join(f"Anna{'abcdefghij'[i]} Lind{'abcdefghij'[i]} in Tema" for i in range(10))
    text = text_of(*ARTICLE, f"The pier stays shut. {names} contributed to this report.")
    assert remove_boilerplate(text) == text
    short = text_of(*ARTICLE, "The pier stays shut. Anna Lind, Jon Berg in St. Anna contributed to this report.")
    assert remove_boilerplate(short).endswith("The pier stays shut.")


def test_quotes_and_spaces_are_folded_one_to_one() -> None:
    odd = "“It’s” «so»\u00a0\u2003and ‹so›"
    assert straightened(odd) == '"It\'s" "so"  and \'so\''
    assert len(straightened(odd)) == len(odd)


# ---- what a unit looks like, and where the core is


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (LEAD, True),
        (SECOND, True),
        ("The harbour reopened.", False),
        ("A long list of words that go on and on without any mark at its end", False),
        ("港湾は月曜日に再開し、最初の船が正午前に入港した。", True),
    ],
)
def test_prose_is_told_by_length_and_end(text: str, prose: bool) -> None:
    assert look(Unit(0, len(text), text)).prose is prose


def test_the_core_is_the_heaviest_run_of_prose() -> None:
    lines = ["Home", "News", "Sport", *ARTICLE, "Contact", "Imprint"]
    core = zones([look(unit) for unit in units(text_of(*lines))])
    assert (core.start, core.end, core.listed) == (3, 7, False)
    assert "harbour" in core.vocabulary and "imprint" not in core.vocabulary
    again, once = core.prose[0], look(Unit(0, 9, "Mackerel market"))
    assert core.cohesion(again, inside=False) == 1 > core.cohesion(again, inside=True) > 0
    assert core.cohesion(once, inside=False) == 0.5


@given(
    st.lists(
        st.sampled_from(
            ["the", "a", "port", "cranes", "crane", "harbourmaster", "harbour", "of", "Lund's", "2nd", "ż"]
        ),
        max_size=12,
    )
)
def test_what_the_core_says_is_found_the_same_in_its_prose_and_in_a_set_of_its_words(words: list[str]) -> None:
    core = zones([look(unit) for unit in units(text_of(*ARTICLE))])
    unit = look(Unit(0, 0, " ".join(words)))
    assert core.brief
    sets = replace(core, brief=False)
    assert core.has_headline(unit) == sets.has_headline(unit)
    assert core.cohesion(unit, inside=False) == sets.cohesion(unit, inside=False)
    assert core.cohesion(core.prose[0], inside=True) == sets.cohesion(core.prose[0], inside=True)
    assert not zones([look(unit) for unit in units(text_of(*ARTICLE, *["Harbour news"] * 80))]).brief


def test_a_text_without_prose_has_no_core_and_a_text_of_lists_says_so() -> None:
    assert zones([]).end == 0
    assert zones([look(unit) for unit in units("Home\n\nNews")]).end == 0
    steps = ["Flour", "Water", "Salt", f"{LEAD} {SECOND}"]
    assert zones([look(unit) for unit in units(text_of(*(steps * 6)))]).listed


# ---- the lexicon: one row for each place


def test_a_line_row_takes_the_whole_unit(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "line", "(?i)harbour desk .{1,10}", "Harbour desk 4")
    assert remove_boilerplate(text_of(LEAD, "Harbour Desk Tema", THIRD), rules=rules) == text_of(LEAD, THIRD)
    assert "Harbour Desk Tema is" in remove_boilerplate(
        text_of(LEAD, "The Harbour Desk Tema is closed.", THIRD), rules=rules
    )


def test_words_limit_the_unit(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "line", "harbour .{1,60}", "harbour desk", "words = 3")
    lines = ("harbour one two", "harbour one two three")
    assert remove_boilerplate(text_of(LEAD, *lines, THIRD), rules=rules.without("boilerplate.model")) == text_of(
        LEAD, lines[1], THIRD
    )


def test_a_prefix_row_takes_the_start_alone(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "prefix", "(?i)harbour desk:?", "Harbour desk: it is shut.")
    assert remove_boilerplate("Harbour desk: " + LEAD, rules=rules) == LEAD
    assert remove_boilerplate("Harbour desk" + LEAD, rules=rules) == LEAD  # a camel joint
    assert remove_boilerplate("Harbour desks " + THIRD, rules=rules) == "Harbour desks " + THIRD
    assert remove_boilerplate(text_of(LEAD, "Harbour desk:", THIRD), rules=rules) == text_of(LEAD, THIRD)


def test_a_suffix_row_takes_the_end_alone(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "suffix", r"\(?harbour desk\)?", "It is shut. (harbour desk)")
    assert remove_boilerplate(text_of(LEAD + " (harbour desk)", THIRD), rules=rules) == text_of(LEAD, THIRD)
    assert remove_boilerplate(text_of(LEAD, THIRD + " harbour desk\n"), rules=rules) == text_of(LEAD, THIRD) + "\n"
    assert remove_boilerplate(LEAD + " Nonharbour desk", rules=rules) == LEAD + " Nonharbour desk"
    assert remove_boilerplate(text_of(LEAD, "harbour desk", THIRD), rules=rules) == text_of(LEAD, THIRD)


def test_what_a_cut_leaves_is_asked_again(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "prefix", "Desk[0-9] ", "Desk1 it is shut.")
    assert remove_boilerplate("Desk1 Desk2 Desk3 " + LEAD, rules=rules) == LEAD


def test_an_inline_row_takes_its_matches_and_the_seam_is_clean(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "inline", "%%[a-z]{1,9}%%", "It is %%ad%% shut.")
    text = LEAD.replace("Monday", "Monday %%ad%%").replace(", and", " %%ad%%, and").replace("noon.", "noon.%%ad%%")
    assert remove_boilerplate(text, rules=rules) == LEAD
    assert remove_boilerplate("x%%ad%%y " + LEAD, rules=rules) == "x y " + LEAD
    assert remove_boilerplate(text_of(LEAD, "%%ad%% %%ad%%", THIRD), rules=rules) == text_of(LEAD, THIRD)


def test_a_block_row_opens_a_block(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "block", "Harbour desk", "Harbour desk")
    text = text_of(*ARTICLE, "Harbour desk", "Six killed in storm", "Ten recipes")
    assert remove_boilerplate(text, rules=rules) == text_of(*ARTICLE)
    assert {span.rule for span in find_boilerplate(text, rules=rules)} == {"boilerplate.mine", "boilerplate.block"}
    alone = remove_boilerplate(text, rules=rules.without("boilerplate.block", "boilerplate.model"))
    assert alone == text_of(*ARTICLE, "Six killed in storm", "Ten recipes")


def test_a_row_whose_matches_can_begin_with_anything_works_too(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "inline", "[^ ]%%", "It is shut%%")
    assert remove_boilerplate(LEAD + "ŉ%%", rules=rules) == LEAD


def test_an_inline_row_is_searched_for_all_signs_that_it_may_begin_with(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "inline", "(?:%|‡)ad", "It is %ad shut.")
    assert remove_boilerplate(LEAD + "%ad", rules=rules) == LEAD
    assert remove_boilerplate(LEAD + "‡ad", rules=rules) == LEAD


# ---- blocks


def test_a_block_behind_the_core_runs_over_teasers_that_are_prose() -> None:
    teaser = "A chef from Kumasi tells how he learned to bake bread without an oven, and what his mother said about it."
    assert remove_boilerplate(
        text_of(*ARTICLE, "Read More:", "Six killed in storm", "Bread without an oven", teaser)
    ) == text_of(*ARTICLE)


def test_a_block_in_the_core_ends_where_prose_resumes() -> None:
    text = text_of(LEAD, SECOND, "Read More:", "Six killed in storm", THIRD, FOURTH)
    assert remove_boilerplate(text) == text_of(*ARTICLE)


@pytest.mark.parametrize("kicker", ["Comment", "Kommentar", "Top stories"])
def test_a_kicker_on_top_takes_no_headline(kicker: str) -> None:
    headline = "A promise is a promise. Keep it"
    assert remove_boilerplate(text_of(kicker, headline, *ARTICLE)) == text_of(headline, *ARTICLE)


@pytest.mark.parametrize("trigger", ["View comments", "Most read", "Related articles", "Tags", "Top stories"])
def test_a_block_takes_no_sentence_of_a_text_without_prose(trigger: str) -> None:
    brief = text_of("A storm has killed three in Lund.", "The wind reached 90mph.", "No ship was lost.")
    assert remove_boilerplate(text_of(trigger, brief)) == brief
    assert remove_boilerplate(text_of(brief, trigger, "Six killed in storm")) == brief


@pytest.mark.parametrize("links", [["Storm shuts the pier"], ["Storm shuts the pier", "Pilots vote to strike"], []])
def test_the_story_goes_on_behind_a_few_links_though_it_says_other_words(links: list[str]) -> None:
    told = [
        "Ama Lund, who leads the pilots, called that wage shameful and promised to fight on.",
        "No vote was taken.",
        "The owners declined to comment before their board gathers next week.",
    ]
    text = text_of(LEAD, SECOND, "Read more:", *links, *told)
    assert remove_boilerplate(text) == text_of(LEAD, SECOND, *told)


def test_two_teasers_with_headings_of_their_own_are_no_story() -> None:
    teasers = ["Storm shuts the pier", "Waves closed it at noon, when the crew had left.", "Pilots vote to strike"]
    more = "They want more pay for the nights, their union wrote."
    text = text_of(LEAD, SECOND, "Read more:", *teasers, more)
    assert remove_boilerplate(text) == text_of(LEAD, SECOND)


def test_a_short_sentence_after_a_block_in_the_core_stays() -> None:
    told = ("Nobody clapped.", '"Shame," one cried.')
    text = text_of(LEAD, SECOND, "Read more:", "Six killed in storm", *told, THIRD, FOURTH)
    assert remove_boilerplate(text) == text_of(LEAD, SECOND, *told, THIRD, FOURTH)


def test_the_sub_head_after_a_block_in_the_core_stays() -> None:
    text = text_of(LEAD, SECOND, "Read More:", "Six killed in storm", "The eastern pier", THIRD, FOURTH)
    assert remove_boilerplate(text) == text_of(LEAD, SECOND, "The eastern pier", THIRD, FOURTH)


@pytest.mark.parametrize(
    ("last", "left"),
    [
        ("Crane measured on the pier", True),  # a sub-head of the prose that resumes, in other forms of its words
        ("Six killed in storm", False),
    ],
)
def test_the_sub_head_after_a_block_behind_the_core_stays(last: str, left: bool) -> None:
    more = "Engineers measured the cranes on the eastern pier of Tema harbour on Monday, before the first ships docked."
    text = text_of(*ARTICLE, *["Storm"] * 12, "Read More:", "Bread without an oven", last, more)
    assert (last in remove_boilerplate(text)) is left


def test_the_last_link_of_a_block_in_the_core_goes() -> None:
    links = ("Six killed in a tunnel fire", "Why nobody sells old mansions now")
    assert remove_boilerplate(text_of(LEAD, SECOND, "Read More:", *links, THIRD, FOURTH)) == text_of(*ARTICLE)
    for sub_head in ("Crews go back to their boats", "What comes next"):
        kept = text_of(LEAD, SECOND, sub_head, THIRD, FOURTH)
        assert remove_boilerplate(text_of(LEAD, SECOND, "Read More:", links[0], sub_head, THIRD, FOURTH)) == kept


def test_a_number_before_a_block_is_a_counter_and_elsewhere_is_not() -> None:
    assert remove_boilerplate(text_of(*ARTICLE, "205", "Read More:", "Six killed")) == text_of(*ARTICLE)
    inside = text_of(LEAD, SECOND, "205", THIRD, FOURTH)
    assert remove_boilerplate(inside) == inside


@pytest.mark.parametrize("text", ["205", "1,204", "1.2K", "(3)", "12 345", "#7"])
def test_counters(text: str) -> None:
    assert is_count(text)


@pytest.mark.parametrize("text", ["$205", "10 p.m.", "205 ships", "1998-2002", "", "1234567890123"])
def test_other_numbers(text: str) -> None:
    assert not is_count(text)


# ---- duplicates


def test_a_second_copy_goes_and_a_rewording_stays() -> None:
    again = "On Monday, after a week of storms, the harbour of Tema reopened, and the first ships docked before noon."
    assert remove_boilerplate(text_of(LEAD, SECOND, again, THIRD, FOURTH, LEAD)) == text_of(
        LEAD, SECOND, again, THIRD, FOURTH
    )


def test_a_pull_quote_goes_and_the_sentence_it_quotes_stays() -> None:
    paragraph = (
        "He paused. The cranes are sound but the eastern pier is not, and it will cost us millions. Then he left."
    )
    quote = "“The cranes are sound but the eastern pier is not, and it will cost us millions.”"
    assert remove_boilerplate(text_of(LEAD, quote, SECOND, paragraph, FOURTH)) == text_of(
        LEAD, SECOND, paragraph, FOURTH
    )


def test_a_standfirst_that_the_paragraph_under_it_says_again_stays() -> None:
    first = "The cranes are sound but the eastern pier is not, and it will cost us millions."
    paragraph = f"He paused. {first} Then he left."
    under = text_of(first, paragraph, LEAD, SECOND)
    assert remove_boilerplate(under) == under
    opening = text_of(first, LEAD, SECOND, paragraph)
    assert remove_boilerplate(opening) == opening
    assert remove_boilerplate(text_of(LEAD, SECOND, first, paragraph)) == text_of(LEAD, SECOND, first, paragraph)
    assert remove_boilerplate(text_of(LEAD, first, SECOND, paragraph)) == text_of(LEAD, SECOND, paragraph)


def test_a_text_that_means_to_repeat_itself_may() -> None:
    text = text_of(*ARTICLE, *ARTICLE)
    assert remove_boilerplate(text) == text


# ---- glued names of sites


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Harbour PressEurope:\u00a0 " + LEAD, LEAD),
        ("Gold Coast TimesWest Africa: " + LEAD, LEAD),
        ("The Daily CraneBusiness: " + LEAD, LEAD),
    ],
)
def test_a_glued_name_and_section_go(before: str, after: str) -> None:
    assert remove_boilerplate(text_of(before, SECOND)) == text_of(after, SECOND)


@pytest.mark.parametrize(
    "line",
    [
        "YouTube: " + LEAD,
        "Ewan MacGregor: " + LEAD,
        "Harbour Press Europe: " + LEAD,
        "Ama OseiKofi Mensah: " + LEAD,
        "Harbour PressEurope: sold out",
    ],
)
def test_other_labels_stay(line: str) -> None:
    assert "boilerplate.camel-joint" not in {span.rule for span in find_boilerplate(text_of(line, SECOND, THIRD))}


# ---- the name of the site behind the headline

HEADLINE = "Harbour of Tema reopens after storms"


@pytest.mark.parametrize(
    "site",
    [
        " | Tema Herald",
        " | Herald",
        " | Ghana | Tema Today",
        " · Harbour Desk",
        " - Tema Herald",
        " – The Daily Star",
        " - Ghana News - Tema Herald",
        " - Business - heraldtema.com",
        " - National | Temanews.example.org",
    ],
)
def test_the_name_of_the_site_behind_the_headline_goes(site: str) -> None:
    text = text_of(HEADLINE + site, *ARTICLE)
    assert remove_boilerplate(text) == text_of(HEADLINE, *ARTICLE)
    assert {span.rule for span in find_boilerplate(text)} == {"boilerplate.title-site"}
    assert remove_boilerplate(text_of(HEADLINE + site)) == HEADLINE + site


@pytest.mark.parametrize(
    "line",
    [
        f"{HEADLINE} - and closes again",
        f"{HEADLINE} – Rising Star",
        f"{HEADLINE} - Herald",
        f"{HEADLINE} - Ama Osei Speaks",
        f"{HEADLINE} | what we know so far",
        f"{HEADLINE} | now?",
        f"{HEADLINE} | Boats And Cranes And Piers And Crews",
        f"{HEADLINE} | Crews Go Home",
        "Harbour of Tema - Tema Herald",
        f"Tema Herald | {HEADLINE}",
        "Kofi Mensah wins lottery twice | Lottery Desk",
    ],
)
def test_what_may_be_of_the_headline_stays(line: str) -> None:
    text = text_of(line, *ARTICLE)
    assert remove_boilerplate(text) == text


def test_a_source_that_the_story_names_stays_in_the_headline() -> None:
    text = text_of(f"{HEADLINE} – Tema Herald", LEAD, SECOND, f"{THIRD[:-1]}, the Tema Herald said.", FOURTH)
    assert remove_boilerplate(text) == text


def test_the_headline_of_a_title_is_a_copy_of_the_headline_under_it() -> None:
    text = text_of(f"{HEADLINE} again | Tema Herald", f"{HEADLINE} again", *ARTICLE)
    assert remove_boilerplate(text) == text_of(f"{HEADLINE} again", *ARTICLE)


def test_a_rule_that_is_off_leaves_the_title() -> None:
    text = text_of(f"{HEADLINE} | Tema Herald", *ARTICLE)
    assert remove_boilerplate(text, rules=BUILTIN.without("boilerplate.title-site")) == text


def test_a_long_line_is_no_title() -> None:
    assert end_of_headline(f"{'word ' * 100}| Tema Herald", " ") is None


# ---- labels and lists


def test_a_label_is_a_button_around_the_core_and_a_sub_head_in_it() -> None:
    assert remove_boilerplate(text_of("Politics", *ARTICLE)) == text_of(*ARTICLE)
    inside = text_of(LEAD, SECOND, "Politics", THIRD, FOURTH)
    assert remove_boilerplate(inside) == inside


@pytest.mark.parametrize("label", ["Features", "Sport"])
def test_a_label_over_one_part_after_the_other_is_a_sub_head(label: str) -> None:
    notes = ("1. Pier One", "Cranes: four, of 40 tonnes each", "2. Pier Two", "Depth: twelve metres", "3. The market")
    rows = [piece for note in notes for piece in (note, label, f"{THIRD} {note}.")]
    assert remove_boilerplate(text_of(*ARTICLE, *rows)).count(label) == len(notes)
    assert label not in remove_boilerplate(text_of(label, *ARTICLE, "Cranes of the week", "Opinion", "Video", label))


def test_a_label_among_sub_heads_is_one_of_them() -> None:
    heads = ("Privacy", "Premium", "Cookies", "Terms and conditions")
    told = [line for pair in zip(heads, ARTICLE, strict=True) for line in pair]
    text = text_of("What the new law means for the ports of Lund and Tema is told here, head by head.", *told)
    assert remove_boilerplate(text) == text
    for few in (text_of(LEAD, "Privacy", SECOND, THIRD), text_of(LEAD, "Privacy", "Premium", "Cookies", SECOND, THIRD)):
        assert remove_boilerplate(few) == text_of(*[line for line in few.split("\n\n") if line not in heads])
    asked = ("What is the flu of Lund?", "How can I get help?", "Contact")
    signs = "Call the port's doctor.", "Those who went aboard in the first week should watch for signs for ten days."
    text = text_of(
        "Fever has been found on nine ships in the port.", asked[0], LEAD, asked[1], signs[0], "Contact", signs[1]
    )
    text = text.replace(LEAD, text_of(LEAD, "Should I worry?", SECOND))
    assert remove_boilerplate(text) == text


def test_a_label_without_a_menu_may_be_an_entry_of_a_list() -> None:
    games = ("Lund at Tema, 4 p.m.", "Sunday", "Bergen at Cuxhaven, 5 p.m.")
    ends = text_of(*ARTICLE, *games)
    assert "Sunday" in remove_boilerplate(ends)
    menu = ("Opinion", "Video", "Health", "Sunday")
    assert remove_boilerplate(text_of(*ARTICLE, *menu)) == text_of(*ARTICLE)
    assert remove_boilerplate(text_of("Opinion", *ARTICLE)) == text_of(*ARTICLE)


@pytest.mark.parametrize("text", ["Today", "US", "Home\nNews\nSport", "Politics\n"])
def test_a_text_of_labels_alone_stays(text: str) -> None:
    assert remove_boilerplate(text) == text


def test_sure_residue_goes_though_nothing_is_left() -> None:
    assert remove_boilerplate("Share on Facebook\n\nAdvertisement") == ""


@pytest.mark.parametrize("mark", ["—", "|", "×"])
def test_a_mark_with_nothing_left_on_either_side_goes(mark: str) -> None:
    assert remove_boilerplate(text_of(*ARTICLE, "Share on Facebook", mark, "Advertisement")) == text_of(*ARTICLE)
    assert remove_boilerplate(text_of(*ARTICLE, "Share on Facebook", mark)) == text_of(*ARTICLE)
    between = text_of(LEAD, SECOND, mark, THIRD, FOURTH)
    assert remove_boilerplate(between) == between


@pytest.mark.parametrize("line", ["X X X", "Yes.", "No!"])
def test_a_break_or_a_word_of_dialogue_is_no_button(line: str) -> None:
    text = text_of(LEAD, SECOND, line, THIRD, FOURTH)
    assert remove_boilerplate(text) == text


def test_a_label_in_a_list_that_the_text_announces_is_an_entry_of_it() -> None:
    entries = ("Ferries", "Security", "Fuel for the boats")
    ends = text_of(*ARTICLE, "The port pays for:", *entries)
    assert remove_boilerplate(ends) == ends
    assert "Security" not in remove_boilerplate(text_of(*ARTICLE, *entries, "Opinion", "Video", "Health"))


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Table of contents",
        "Also read: The crane of Tema",
        "(Image credit: Harbour Post)",
        "Read more",
        "2 hours ago",
    ],
)
def test_what_is_surely_of_the_page_goes_from_a_list_too(line: str) -> None:
    steps = [(f"Flour {n}", f"Water {n}", f"Salt {n}", f"{LEAD[:-1]} in week {n}. {SECOND}") for n in range(1, 7)]
    text = text_of(*[unit for step in steps for unit in step])
    assert remove_boilerplate(text) == text
    assert remove_boilerplate(text.replace("Water 4", f"{line}\n\nWater 4")) == text


def test_glued_buttons_are_read_again_until_none_is_left() -> None:
    networks = ("Facebook", "Twitter", "LinkedIn", "Reddit", "Pocket", "Telegram")
    glued = "Share This Idea" + "".join(f"Click to share on {name} (Opens in new window)" for name in networks)
    once = remove_boilerplate(text_of(LEAD, glued, SECOND, THIRD, FOURTH))
    assert once == remove_boilerplate(once) == text_of(*ARTICLE)


def test_a_heading_over_other_stories_may_be_a_sub_head_of_this_one() -> None:
    text = text_of(LEAD, SECOND, "Related", THIRD, FOURTH)
    assert remove_boilerplate(text) == text
    assert remove_boilerplate(text.replace("Related", "Läs mer")) == text_of(*ARTICLE)
    over = text_of(LEAD, SECOND, "Up next", "Eastern pier within weeks", THIRD, FOURTH)
    assert "Eastern pier within weeks" in remove_boilerplate(over)
    assert remove_boilerplate(over.replace("Eastern pier within weeks", "Storm in Bergen")) == text_of(*ARTICLE)


REFERENCES = (
    "References",
    "Lind A, Berg J. How cranes turn, and why they stop when the wind is strong in the harbour. Ropes. 2019;12(3):4-9.",
    "The Ministry of Ports, Cranes of Tema",
    "https://cranes.example/tema-2021",
)


def test_references_under_the_text_go_with_their_heading() -> None:
    assert remove_boilerplate(text_of(*ARTICLE, *REFERENCES)) == text_of(*ARTICLE)
    note = "Prices were told by the crews whose boats had waited for nine days outside the harbour."
    assert remove_boilerplate(text_of(*ARTICLE, *REFERENCES, note)) == text_of(*ARTICLE, note)


@pytest.mark.parametrize(
    "ends",
    [
        ("Sources", "Mackerel", "Sardines", "Sunlight", "https://fish.example"),
        ("Sources", "Osei named the ministry and two engineers who had measured the pier in the week before."),
        ("How cranes turn", *REFERENCES[1:2]),
    ],
)
def test_a_list_that_is_none_of_references_stays(ends: tuple[str, ...]) -> None:
    rules = BUILTIN.without("boilerplate.model")
    assert remove_boilerplate(text_of(*ARTICLE, *ends), rules=rules) == text_of(*ARTICLE, *ends)
    assert remove_boilerplate(text_of(*REFERENCES), rules=rules.without("boilerplate.legal")) == text_of(*REFERENCES)


def test_an_address_under_a_telephone_number_is_one_of_the_text() -> None:
    ends = text_of(*ARTICLE, "Tema Port Clinic", "(415) 742-4306", "desk@clinic.example")
    assert "desk@clinic.example" in remove_boilerplate(ends)
    assert "desk@clinic.example" not in remove_boilerplate(text_of(*ARTICLE, "desk@clinic.example"))


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to the GamesRadar+ Newsletter",
        "Sign up to the ScienceDaily newsletter today",
        "© 2007 - 2008 - eHarbourMedia",
        "Follow her on Twitter @AnnaLind.",
        "Read more: https://www.example.com/newsArticle/fullStory",
        "Full story: http://harbour.example/harbourNews/craneStory?printPage=true",
        "HarbourDaily is a federally registered trademark of Rope & Crane Holdings, and neither its name nor its marks may be "
        "used by third parties without the explicit written permission that the owner gives in each single case.",
    ],
)
def test_a_row_sees_a_line_whole_though_a_name_in_it_looks_like_a_joint(line: str) -> None:
    assert remove_boilerplate(text_of(*ARTICLE, line)) == text_of(*ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "HealthPartners opens a clinic in Tema",
        "Court fines the makers of FreshBooks",
        "SportScotland and the makers of FreshBooks part",
        "MarketWatch",
        "Why I left HuffPost",
        "(PressMediaWire) LUND, Jan. 7 -- Cranes of the harbour stand still",
    ],
)
def test_a_line_loses_no_half_of_a_name_to_a_label(line: str) -> None:
    assert remove_boilerplate(text_of(line, *ARTICLE)) == text_of(line, *ARTICLE)


def test_a_label_that_is_glued_to_a_menu_or_a_name_goes() -> None:
    assert remove_boilerplate(text_of("NewsSportsHealth", *ARTICLE)) == text_of(*ARTICLE)
    assert remove_boilerplate(text_of("By Anna LindShare", *ARTICLE)) == text_of(*ARTICLE)


def test_an_entry_of_a_list_goes_as_the_line_would_but_for_labels() -> None:
    for line in ("- Share this article on Facebook", "• Published on 3 May 2024 at 10:15"):
        assert remove_boilerplate(text_of(*ARTICLE[:1], line, *ARTICLE[1:])) == text_of(*ARTICLE)
    for label in ("- Sport", "- Health", "• Culture", "* More"):
        text = text_of(*ARTICLE[:1], label, *ARTICLE[1:])
        assert remove_boilerplate(text) == text


def test_two_notes_on_the_author_do_not_keep_each_other() -> None:
    story = [
        "Storm hits Tema",
        "The storm struck the harbour on Monday and sank two ferries, the mayor said, but nobody was hurt by it.",
        "The harbour will stay shut until Friday, and the ferries will sail from Lund, said the owner of the line.",
    ]
    first = "Anna Lind writes about the law of the sea and its many courts from Washington."
    last = "Anna Lind writes about the law of the sea. She has been a journalist for two decades. More about Anna Lind"
    assert remove_boilerplate("\n\n".join([story[0], first, *story[1:], last])) == "\n\n".join(story)


def test_a_note_on_the_person_whom_a_text_is_about_stays() -> None:
    note = "Jon Lind is a Danish screenwriter, film maker and journalist and was named best of them all in 2000."
    more = "Lind has also written book and film reviews for the papers of the harbour, most of them under other names."
    assert remove_boilerplate(text_of("Jon Lind", note, more)) == text_of("Jon Lind", note, more)
    assert remove_boilerplate(text_of("Jon Lind", note, f"Jon {more}")) == text_of("Jon Lind", note, f"Jon {more}")
    assert note not in remove_boilerplate(text_of(*ARTICLE, note))


def test_a_pointer_that_is_the_headline_of_the_text_stays() -> None:
    headline = "Explainer: Why the harbour of Tema was shut for a week of storms"
    text = text_of(headline, *ARTICLE)
    assert remove_boilerplate(text) == text
    assert remove_boilerplate(text_of("Explainer: Five recipes for a cold evening", *ARTICLE)) == text_of(*ARTICLE)


@pytest.mark.parametrize(
    "headline",
    [
        "Opinion | We should stop predicting and start repairing",
        "Letters to the editor",
        "Corrections and clarifications",
        "Corrections & clarifications",
    ],
)
def test_a_column_of_the_paper_that_opens_the_text_is_its_headline(headline: str) -> None:
    text = text_of(headline, *ARTICLE)
    assert remove_boilerplate(text) == text
    assert remove_boilerplate(text_of(*ARTICLE, headline)) == text_of(*ARTICLE)


@pytest.mark.parametrize("heading", ["UP NEXT", "Coming up next"])
def test_a_report_on_a_match_tells_what_is_up_next(heading: str) -> None:
    game = (
        "Marcus Dole hit a homer in the seventh inning and the Lund Gulls beat the Berg Miners 6-4 on Sunday night.",
        "The Gulls have won nine of their last eleven games and trail the leaders of the division by two.",
        "TRAINER'S ROOM",
        "Gulls: Tim Orr, who hurt his left ankle in Tema, is expected to be back at short on Tuesday.",
    )
    for after in (
        ["Gulls: Hunter Braun starts."],
        ["Gulls right-hander Hunter Braun faces Sam Okafor in the opener of a series of three on Monday."],
        ["Miners at home", "The Miners go home for a week and open it against Tema, whose starter was not yet named."],
    ):
        text = text_of(*game, heading, *after)
        assert remove_boilerplate(text) == text
    teaser = "Bread without an oven."
    assert remove_boilerplate(text_of(*game, heading, teaser)) == text_of(*game)
    assert remove_boilerplate(text_of(*game, heading)) == text_of(*game)


def test_the_author_of_a_book_that_is_reviewed_is_no_byline() -> None:
    book = "The Salt Road", "By R. L. Sandford", "Quayside. 412 pages. $32."
    assert remove_boilerplate(text_of(*book, *ARTICLE)) == text_of(*book, *ARTICLE)
    report = "The report of 412 pages on the cranes, which the ministry paid for, was given to the port on Monday."
    assert remove_boilerplate(text_of("Cranes of Tema", book[1], report, *ARTICLE)) == text_of(
        "Cranes of Tema", report, *ARTICLE
    )


def test_a_line_that_a_script_was_cut_out_of_is_not_seen_whole() -> None:
    settings = 'Settings","' + '","'.join(f'{name}":"{number}' for number, name in enumerate("abcdefghijkl"))
    line = 'Screen","Harbour' + ('Name":"' + "x" * 60 + '","Harbour') * 16 + settings + '","harbourInsetsEnabled'
    assert [span.rule for span in find_boilerplate(text_of(LEAD, line))] == ["boilerplate.script"]


def test_a_row_does_not_reach_over_a_joint_into_a_sentence() -> None:
    line = "Sign up for our daily newsletterThe crews went back to sea"
    assert "The crews went back to sea" in remove_boilerplate(text_of(*ARTICLE, line, THIRD))
    line = "Share on FacebookThe crews went back to sea"
    assert "The crews went back to sea" in remove_boilerplate(text_of(*ARTICLE, line, THIRD))


def test_a_sub_head_that_its_paragraph_says_again_stays() -> None:
    head = "Cranes of the eastern pier pass the test of the ministry at last"
    under = f"The {head[0].lower()}{head[1:]}, and this is what the crews had hoped for since the storms began."
    text = text_of(LEAD, SECOND, head, under, THIRD, FOURTH)
    assert remove_boilerplate(text) == text
    quote = f'"{head}"'
    assert remove_boilerplate(text_of(LEAD, SECOND, quote, under, THIRD, FOURTH)) == text.replace(f"{head}\n\n", "", 1)


def test_a_piece_in_lower_case_before_a_joint_is_no_label() -> None:
    line = "printHeader() and printFooter() are what the port's new departure board calls every minute of the day."
    assert remove_boilerplate(text_of(LEAD, line, THIRD)) == text_of(LEAD, line, THIRD)
    assert remove_boilerplate(text_of(LEAD, "Advertisement" + THIRD, FOURTH)) == text_of(LEAD, THIRD, FOURTH)


# ---- e-mail

MAIL = ("From: Ama Osei <ama@harbour.example>", "Sent: Monday, March 3, 2014 9:12 AM", "Subject: RE: The pier")


def test_the_header_and_the_signature_of_a_mail_go_around_the_text() -> None:
    text = text_of("---------- Forwarded message ----------", *MAIL, *ARTICLE, "Sent from my iPhone")
    assert remove_boilerplate(text) == text_of(*ARTICLE)


def test_a_mail_that_an_article_prints_stays() -> None:
    text = text_of(LEAD, SECOND, "-----Original Message-----", *MAIL, THIRD, "Sent from my iPhone", FOURTH)
    assert remove_boilerplate(text) == text


def test_the_links_that_a_text_browser_lists_go() -> None:
    links = (
        "References",
        "Visible links",
        "1. https://www.example.com/homePage",
        "2. https://www.example.com/newsArticle",
    )
    assert remove_boilerplate(text_of(*ARTICLE, *links)) == text_of(*ARTICLE)


# ---- markup


def test_markup_goes_and_the_words_between_stay() -> None:
    text = LEAD.replace("Monday", '<p><a href="https://example.org/monday">Monday</a></p>')
    assert remove_boilerplate(text_of(text, SECOND)) == text_of(LEAD, SECOND).replace("Monday after", "Monday after")


@pytest.mark.parametrize(
    ("need", "asked", "spared"),
    [
        ("tide", ("the tide", "the TIDE", "high-tide"), ("Tema", "tides")),
        ("é!", ("olé!",), ("OLÉ!", "olé")),
        ("crédito", ("Crédito",), ("credito",)),
    ],
)
def test_a_row_is_asked_only_of_a_line_that_has_what_it_needs(
    need: str, asked: tuple[str, ...], spared: tuple[str, ...], tmp_path: Path
) -> None:
    row = '[[rule]]\nid = "boilerplate.mine"\nwhy = "a test"\nkind = "mine"\nwhere = "line"\npattern = "Harbour desk .{1,10}"\n'
    file = tmp_path / "mine.toml"
    file.write_text(
        f'{row}matches = ["Harbour desk {asked[0]}"]\nspares = ["y"]\nneeds = ["{need}"]\n', encoding="utf-8"
    )
    rules = BUILTIN.plus(file)
    page = text_of(LEAD, "Harbour desk {}", THIRD, "The tide was low on Monday, the office said.")
    for end in asked:
        assert "Harbour desk" not in remove_boilerplate(page.format(end), rules=rules)
    for end in spared:
        assert "Harbour desk" in remove_boilerplate(page.format(end), rules=rules)


@pytest.mark.parametrize(
    ("where", "pattern", "line"),
    [
        ("line", "Harbour desk: .{1,60}", "Harbour desk: {}"),
        ("block", "Harbour desk: .{1,60}", "Harbour desk: {}"),
        ("prefix", "Harbour desk: ", "Harbour desk: {} was told by all who saw it."),
        ("suffix", " Harbour desk", "All who saw it told {} to the Harbour desk"),
        ("inline", "§Harbour desk§ ", "All who saw it told §Harbour desk§ {} on Monday."),
    ],
)
def test_a_line_that_has_what_it_must_not_have_is_left(where: str, pattern: str, line: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        f'[guards]\nhigh-water = "(?i)spring tide"\n[[rule]]\nid = "boilerplate.mine"\nwhy = "a test"\nkind = "mine"\n'
        f'where = "{where}"\npattern = "{pattern}"\nunless = ["high-water", "\\\\bflood\\\\b", "speech"]\n'
        f'matches = ["{line.format("the tide")}"]\nspares = ["{line.format("a Spring Tide")}"]\n',
        encoding="utf-8",
    )
    rules = BUILTIN.plus(file)
    page = text_of(LEAD, line, THIRD, "The tide was low on Monday, the office said.")
    for told in ("the tide", "the floods"):
        assert "Harbour desk" not in remove_boilerplate(page.format(told), rules=rules)
    for told in ("a spring tide", "the flood", "tides, the port said,"):
        assert line.format(told) in remove_boilerplate(page.format(told), rules=rules)


def test_a_paragraph_within_tags_ends_as_a_sentence_does() -> None:
    lines = [f"<p>{line}</p>" for line in ARTICLE]
    assert find_boilerplate("\n".join(lines)) == []
    assert all(look(unit).stops for unit in units("<p>The tide was low.</p>\n<li><b>It was low.</b></li>"))
    assert not any(look(unit).stops for unit in units("<p>Low tide</p>\nThe tide was low>"))


# ---- the model


def test_the_model_has_a_table_for_each_family_and_fits_its_size() -> None:
    from newsnorm.rules import data_text

    model = shipped_model()
    assert len(model.families) == len(FAMILIES) and len(model.thresholds) == len(GROUPS)
    assert all(name in SIGNS for family in FAMILIES for name in family)
    assert all(2 <= len(family) <= 3 for family in FAMILIES) and all(len(values) <= 16 for values in SIGNS.values())
    assert len(data_text("any/boilerplate_model.json").encode()) <= 60_000


MENU = ("Mackerel recipes", "Crane of the week", "Puzzles", "Podcasts", "Shop", "Quiz", "Horoscope", "Archive")


def test_the_model_says_what_weighed_most_and_can_be_switched_off() -> None:
    page = text_of(*MENU, *ARTICLE, *MENU[::-1])
    spans = [span for span in find_boilerplate(page) if span.rule == "boilerplate.model"]
    assert spans
    assert all(span.kind == "other" and "most for:" in span.reason for span in spans)
    off = find_boilerplate(page, rules=BUILTIN.without("boilerplate.model"))
    assert all(span.rule != "boilerplate.model" for span in off)


def test_what_rules_took_speaks_for_removing_or_not_at_all() -> None:
    for number in EVIDENCE:
        table = shipped_model().families[number]
        assert table and min(table.values()) > 0
        assert not any(key >> 8 & 15 == 0 for key in table)  # the first sign of the family is that nothing was taken


def test_lists_between_the_core_and_more_of_its_prose_are_the_articles() -> None:
    prices = [f"Berth {letter}" for letter in "abcdefg"]
    more = "The ministry measured the eastern pier on Monday, and the harbour opened the berths to the fishing crews."
    looks = [look(unit) for unit in units(text_of(*prices, *ARTICLE, *prices, more, *prices))]
    core = zones(looks)
    assert (core.start, core.end) == (7, 11)
    assert reach(looks, core, [0] * 27) == (7, 19)
    around = Surroundings.of(looks, core)
    assert [index for index in (*range(7), *range(11, 26)) if is_open(index, around)] == [*range(7), *range(19, 26)]
    # What rules took between them speaks against it, and so does prose of other things.
    assert reach(looks, core, [0] * 11 + [2] + [0] * 15) == (7, 11)
    other = "Voters in the north chose a new council last night, and counting went on until the early hours."
    looks = [look(unit) for unit in units(text_of(*ARTICLE, *prices, other))]
    assert reach(looks, zones(looks), [0] * 13) == (0, 4)


def test_where_rules_took_something_is_a_sign() -> None:
    page = text_of(*ARTICLE, "Share on Facebook", "Cranes of the week", "A day at the pier")
    left, taken = left_open(page)
    around = Surroundings.of(left, zones(left), taken)
    assert around.taken == [0, 0, 0, 0, 1, 0, 0]
    beside = list(SIGNS).index("rules took beside it")
    assert [signs(index, around)[beside] for index in (2, 3, 4, 5)] == [0, 2, 1, 0]


def test_rough_signs_are_the_signs_less_those_of_words_that_are_shared() -> None:
    looks = [look(unit) for unit in units(text_of(*ARTICLE, f"Again: {LEAD}", LEAD))]
    around = Surroundings.of(looks, zones(looks[:4]))
    full, rough = (dict(zip(SIGNS, given(4, around), strict=True)) for given in (signs, rough_signs))
    assert {name for name in SIGNS if full[name] != rough[name]} == set(SHARED)
    assert full == dict(zip(SIGNS, signs(4, around, rough_signs(4, around)), strict=True))


def test_the_model_does_not_look_for_shared_words_where_they_could_not_weigh_enough() -> None:
    looks = [look(unit) for unit in units(text_of(*ARTICLE, "Cranes of the week", "A day at the pier"))]
    model, asked = shipped_model(), []
    for threshold in (9999, -9999):
        high = replace(model, thresholds=(threshold,) * len(GROUPS))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("newsnorm.boilerplate.model.shipped_model", lambda high=high: high)
            patch.setattr("newsnorm.boilerplate.model.signs", lambda *given: asked.append(given[0]) or signs(*given))
            found = model_reasons(looks, zones(looks))
        assert set(found) == set(asked)
    assert asked


@pytest.mark.parametrize(("pieces", "found"), [(0, set()), (FURNITURE - 1, set()), (FURNITURE, {2})])
def test_the_model_takes_a_line_inside_the_article_only_from_a_page(pieces: int, found: set[int]) -> None:
    looks = [look(unit) for unit in units(text_of(LEAD, SECOND, "Tickets from $14 at the quay", THIRD, FOURTH))]
    low = replace(shipped_model(), thresholds=(-9999,) * len(GROUPS))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsnorm.boilerplate.model.shipped_model", lambda: low)
        assert set(model_reasons(looks, zones(looks), [1] * pieces)) == found


def test_lines_are_judged_with_the_lines_around_them_and_copies_as_one() -> None:
    looks = [look(unit) for unit in units(text_of(*ARTICLE, "Teva", "Ama", "Osei", LEAD, "Teva"))]
    around = Surroundings.of(looks, zones(looks[:4]))
    assert together({0: 8.0}, around) == {0: 8.0}
    assert together({4: 6.0, 5: 0.0, 6: 0.0}, around) == {4: 4.0, 5: 1.0, 6: 1.0}
    assert together({4: 6.0, 8: 2.0}, around) == {4: 4.0, 8: 4.0}


def test_a_sentence_over_several_lines_goes_whole_or_not_at_all() -> None:
    lines = (
        "Sign up today and let the morning",
        "letter of the port come to your",
        "inbox each day",
        "Puzzles and games",
    )
    looks = [look(unit) for unit in units(text_of(*lines))]
    assert whole_sentences({0: "", 1: "", 2: "", 3: ""}, looks) == {0: "", 1: "", 2: "", 3: ""}
    assert whole_sentences({0: "", 1: "", 3: ""}, looks) == {3: ""}
    assert whole_sentences({1: "", 2: ""}, looks) == {}


def test_prose_goes_on_with_a_word_that_was_linked() -> None:
    told = "hat der Hafen im Mai begonnen, und im Herbst soll er fertig sein."
    looks = [look(unit) for unit in units(f"Mit dem\nUmbau\n{told}\nSport\n\n\n{told}\nSport,\n{told}")]
    assert whole_sentences({2: ""}, looks) == {}
    assert whole_sentences({4: "", 6: ""}, looks) == {4: "", 6: ""}


def test_what_is_quoted_on_a_line_of_its_own_stays() -> None:
    told = "Le port a publié plusieurs pages d'«\nannonces\n» en provenance des armateurs de la région de Lund."
    assert remove_boilerplate(text_of(LEAD, told, THIRD)) == text_of(LEAD, told, THIRD)
    titles = "Le port lit «\u00a0Lundi\u00a0»\nPartager\n«\u00a0Les grues\u00a0»"
    assert "Partager" not in remove_boilerplate(text_of(LEAD, titles, THIRD))


def test_a_clause_behind_a_dash_is_part_of_its_sentence() -> None:
    looks = [look(Unit(0, 0, line)) for line in ("The oldest crane of the port", "-- built in 1911 -- fell on Monday.")]
    assert whole_sentences({0: ""}, looks) == {}
    for other in ("-- Built in 1911, it fell on Monday.", "- built in 1911"):
        assert whole_sentences({0: ""}, [looks[0], look(Unit(0, 0, other))]) == {0: ""}


def test_the_second_half_of_a_sentence_is_no_copy() -> None:
    half = "more crews to bring their boats up to the old market before the next storm."
    told = f"The harbour master said that the fee was meant to encourage\n{half}"
    letter = f"A letter of the port had said on Sunday: The fee of May is meant to encourage {half}"
    text = text_of(LEAD, told, THIRD, letter, FOURTH)
    assert remove_boilerplate(text) == text
    assert remove_boilerplate(text.replace("encourage\n", "encourage them.\n")) != text


@pytest.mark.parametrize("last", ["share.", "reply.", "by the Northern Harbour Board."])
def test_a_line_that_ends_the_sentence_of_the_line_above_it_is_no_label(last: str) -> None:
    """Few lines of the text are broken, so it is not read as one that is."""
    over = f"{LEAD}\n\n{THIRD}\n\nThe line that owns the ferries said it would pay a dividend of six cents a"
    assert remove_boilerplate(f"{over}\n{last}") == f"{over}\n{last}"
    assert remove_boilerplate(f"{over}.\n{last}") == f"{over}."  # it breaks off no more
    assert remove_boilerplate(f"{over}\n\n{last}") == over  # a line of its own


@pytest.mark.parametrize(
    "line", ["HANOI, Vietnam (AP) —", "LONDON (Reuters)", "KATHMANDU, April 25 (Reuters) -", "TEMA —"]
)
def test_a_dateline_on_a_line_of_its_own_stays(line: str) -> None:
    top = ("Share on Facebook", "By John Smith", "April 4, 2023")
    assert remove_boilerplate(text_of(*top, line, *ARTICLE)) == text_of(line, *ARTICLE)


@pytest.mark.parametrize(
    "dateline", ["ODESSA – ", "LUND (Reuters) -", "ACCRA, Ghana — ", "KATHMANDU, April 25 (Reuters) - ", ""]
)
def test_the_model_does_not_judge_a_lead_with_its_dateline(dateline: str) -> None:
    lead = f"{dateline}Guards seized forty boats overnight near a remote island, a spokesman said."
    looks = [look(unit) for unit in units(text_of(lead, *("Save", "Print") * 4, *ARTICLE))]
    around = Surroundings.of(looks, zones(looks))
    assert around.core.start > 1
    assert is_open(0, around) is not bool(dateline)


@pytest.mark.parametrize("counter", ["57", "1.2K", "0\n\nShares", "Likes\n\n3", "3\n\nLikes\n\n4\n\nTweets"])
def test_a_counter_next_to_the_article_goes(counter: str) -> None:
    headline = "Tema harbour reopens after week of storms"
    assert remove_boilerplate(text_of(headline, counter, *ARTICLE)) == text_of(headline, *ARTICLE)
    assert remove_boilerplate(text_of(headline, *ARTICLE, counter)) == text_of(headline, *ARTICLE)


@pytest.mark.parametrize("line", ["2022", "$57", "Harbours: 57"])
def test_a_line_that_may_be_no_counter_stays(line: str) -> None:
    assert remove_boilerplate(text_of(*ARTICLE, line)) == text_of(*ARTICLE, line)


def test_the_numbers_of_parts_stay() -> None:
    text = text_of("1", *ARTICLE[:2], "2", *ARTICLE[2:])
    assert remove_boilerplate(text) == text


def test_prose_in_the_core_goes_by_its_words_or_not_at_all() -> None:
    model = shipped_model()
    heavy = sorted(model.prose, key=model.prose.__getitem__)[-20:]
    looks = [look(unit) for unit in units(text_of(LEAD, SECOND, THIRD, f"You {' '.join(heavy)}."))]
    assert list(model_reasons(looks, zones(looks))) == [3]
    light = replace(
        model, prose={word: min(weight, 4) for word, weight in model.prose.items()}, thresholds=(-9999,) * 3
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsnorm.boilerplate.model.shipped_model", lambda: light)
        assert not model_reasons(looks, zones(looks))


def test_the_line_that_opens_a_text_is_its_headline() -> None:
    headline, byline = "Quayside: thousands flee as wind rises", "Anna Osei and agencies"
    around = ["Tue 31 Dec 2019 06.52 GMT", "Last modified on Wed 1 Jan 2020 02.05 GMT", *ARTICLE]
    foot = ["Topics", "Storms", "Ghana", "Harbours", "news", "Reuse this content"]
    assert remove_boilerplate(text_of(headline, byline, *around, *foot)).startswith(headline)


def test_the_line_that_opens_a_text_is_its_headline_far_above_the_article() -> None:
    signed = (
        "February 4, 2024",
        "Author",
        "Maria Keller",
        "Professor of Hydrology",
        "University of Lund",
        "Senior Fellow",
    )
    more = ("Lund Delta Chair", "Partners", "Quay Trust", "View all partners", "Republish this article")
    foot = ("Rope facts", "Port cam", "Quay shop", "All cranes", "Tar index", "Rope finder")
    headline = "Why cities flood more than they used to"
    assert remove_boilerplate(text_of(headline, *signed, *more, *ARTICLE, *foot)).startswith(headline)
    page = text_of("Lund live at 18.30 for you", *signed, *more, *ARTICLE, *foot)
    assert not remove_boilerplate(page).startswith("Lund")
    assert headline not in remove_boilerplate(text_of("Subscribe now", headline, *signed, *more, *ARTICLE, *foot))


def test_speech_and_who_speaks_stay_beside_what_goes() -> None:
    speech = '"This has legs," said a trader in Zurich.'
    foot = ("Suggested Topics:", "Commodities", "Lena Ortiz", "Thomson Reuters", "Share", "Purchase Licensing Rights")
    reporting = "Reporting by Lena Ortiz in London; Editing by David Marr and Louise Henson"
    head = "LONDON, May 3 (Reuters) - Copper rose to its highest in two years on Friday as mines in Chile were closed."
    price = "Three-month copper on the London Metal Exchange was up 1.1% at $9,986 a tonne by 1330 GMT."
    page = text_of("By Lena Ortiz", "May 3, 2024 2:14 PM GMT+1", head, price, "Sign up here.", speech, reporting, *foot)
    assert remove_boilerplate(page) == text_of(head, price, speech)


@pytest.mark.parametrize(
    "speech",
    [
        '"Wir waren bis zuletzt dabei," sagte er.',
        '"Nous avons tout perdu hier", dit-elle.',
        "“Semua derek sudah diperiksa kemarin,” ujarnya. (abc/hfn)",
    ],
)
def test_speech_stays_where_its_verb_is_not_known(speech: str) -> None:
    top = ("Share", "Tweet", "Email", "Print", "By Lena Ortiz", "May 3, 2024 2:14 PM GMT+1")
    menu = ("Weather", "Cars", "Homes for sale", "Jobs", "Shop", "Puzzles")
    foot = ("Share", "Tweet", "© 2024 Lund Post", "Privacy Policy", "Terms of Use")
    assert speech in remove_boilerplate(text_of(*top, *ARTICLE, "Sign up here.", speech, *menu, *foot))


def test_the_model_leaves_a_text_of_which_little_is_the_core() -> None:
    plan = [
        "How to spend 36 hours in Lund",
        "Lund climbs out of the harbour in tiles and washing lines, and the best way to see it is to get lost.",
        "Friday",
        "4pm: Cross the bridge",
        "Start on the upper deck of the old bridge, where the trams run, and look down.",
        "8pm: Dinner by the river",
        "Book a table at the Lantern, in the old port, where a plate of clams costs 14 euros.",
        "Saturday",
        "10am: Books and stairs",
        "The bookshop charges 8 euros, which you get back if you buy a book.",
        "Where to stay",
        "The Quay House has six rooms of raw concrete, from 160 euros a night.",
        "Getting there",
        "Ferries sail from Tema, from 22 euros each way.",
    ]
    foot = [
        "Join more than three million friends of Quayside Travel by liking us, or come and follow us wherever you read.",
        "If you liked this story, the list of the week is for you, a selection of features and videos in your inbox.",
    ]
    left = remove_boilerplate(text_of(*plan, *foot))
    assert all(line in left for line in plan)


@pytest.mark.parametrize(
    "headline", ["Tema harbour reopens after week of storms", "Storms over, ships dock at Tema again"]
)
def test_a_headline_that_speaks_of_the_article_stays(headline: str) -> None:
    assert remove_boilerplate(text_of(headline, *ARTICLE)) == text_of(headline, *ARTICLE)


TABLES = (
    ("City (4-3-3): Moss; Clark, Ruiz; Bell (Hart 61)", "Goals: Finch 7, Pike 19 (pen), Webb 52", "Attendance: 24,311"),
    ("1 City 13 29", "2 Albion 12 27", "3 Rovers 13 25", "4 Fen 13 22"),
    ("Ama Lund (Lab) 1,204", "Kofi Berg (Con) 1,088", "Ina Kos (Green) 211"),
)
FOOT = ("Share this article", "Related topics", "Most read", "Terms of use", "Privacy policy", "Contact us")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_right_behind_the_prose_stays(table: tuple[str, ...]) -> None:
    assert remove_boilerplate(text_of(*ARTICLE, *table, *FOOT)) == text_of(*ARTICLE, *table)


def test_a_list_of_other_stories_with_their_dates_is_no_table() -> None:
    others = ("Chargers face hurdles | 01/14/2008", "Pilots vote to strike | 01/14/2008", "Pier shut (8)", "1. Home >")
    for lines, end in ((others, 4), (TABLES[0], 7), (TABLES[0][:2], 4)):
        looks = [look(unit) for unit in units(text_of(*ARTICLE, *lines))]
        assert tables(looks, zones(looks), [0] * (len(looks) + 1)) == (0, end)
    # What rules took ends it.
    looks = [look(unit) for unit in units(text_of(*ARTICLE, *TABLES[1]))]
    assert tables(looks, zones(looks), [0, 0, 0, 0, 1, 0, 0, 0, 0]) == (0, 4)


def test_what_sums_the_article_up_stays_between_its_headline_and_byline() -> None:
    head = ("A slow tide and a long goodbye", "Markets, bakers and smiths count the cost")
    furniture = ("By Amelia Hill", "Tue 24 Nov 2026 06.00 GMT", "Share")
    assert remove_boilerplate(text_of(*head, *furniture, *ARTICLE)) == text_of(*head, *ARTICLE)


@pytest.mark.parametrize("headline", ["Stop telling me to smile", "Woman, 44, denies pushing partner off quay"])
def test_the_lines_above_the_byline_are_the_headline_and_what_sums_it_up(headline: str) -> None:
    menu = ("News", "Sport", "Business", "Culture", "Travel", "Weather", "More", "Search")
    head = (headline, "Markets, bakers and smiths count the cost")
    page = text_of(*menu, *head, "By Amelia Hill", "Tue 24 Nov 2026 06.00 GMT", *ARTICLE, *FOOT)
    left = text_of(*head, *ARTICLE)
    assert remove_boilerplate(page) == left
    assert remove_boilerplate(left) == left


def test_a_headline_stays_above_the_byline_the_caption_and_the_summary() -> None:
    headline = "Tema harbour reopens after week of storms"
    above = ["PortsShipping", headline, "By Ama Osei, Kofi Owusu", "March 5, 20219:17 PM GMT+1", "Updated 3 hours ago"]
    above += ["[1/2] The logo of the port at its office in Tema, May 31, 2020. HARBOUR WIRE/Ama Osei", "Summary"]
    above += ["Companies", "Ships wait for tides", "Fees rise for crews"]
    foot = [
        "Our Standards: The Harbour Trust Principles.",
        "Suggested Topics:",
        "Ports",
        "Storms",
        "Ghana",
        "Share",
        "X",
    ]
    left = remove_boilerplate(text_of(*above, *ARTICLE, *foot))
    assert left.startswith(headline)
    assert "Osei" not in left.partition(ARTICLE[0])[0]
    for title in (f"{headline} | Harbour Post", f"{headline} - Harbour Post"):
        assert not remove_boilerplate(text_of(title, *above[2:], *ARTICLE, *foot)).startswith(title)


# ---- wrong calls


@pytest.mark.parametrize(
    "call", [{"text": b"x"}, {"text": None}, {"text": "x", "rules": None}, {"text": "x", "lang": 1}]
)
def test_wrong_types_are_refused(call: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        find_boilerplate(**call)  # type: ignore[arg-type]


def test_a_line_of_which_the_copy_went_is_read_by_sentences() -> None:
    line = "The ferry that links the two towns was out of service for most of the day after it hit the pier. "
    line += "Nobody was hurt, but some eighty passengers had to wait on board until a tug came to help them ashore. "
    line += "The line said that divers would look at the hull before the ship took passengers across the fjord again. "
    line += "The harbour master spoke of a strong current that had surprised the crew as they came in from the sea. "
    article = line.strip()
    text = f"{article} Sign up for our newsletter.\n\n{article} Sign up for our newsletter."
    once = remove_boilerplate(text)
    assert once == article
    assert remove_boilerplate(once) == once


# ---- the headline that the title of a page tells

HEADLINE = "Harbour of Tema reopens after a week of storms"
STANDFIRST = "Two cranes are back at work while engineers measure the pier"
MENU = (
    "Weather",
    "Mackerel recipes",
    "Crane of the week",
    "Latest",
    "Six hurt as ferry runs aground",
    "Search the archive",
)


@pytest.mark.parametrize("title", [f"{HEADLINE} | Tema Today", f"Tema Today - {HEADLINE}", HEADLINE])
def test_a_headline_that_the_title_tells_stays_with_its_standfirst_and_all_above_it_goes(title: str) -> None:
    page = text_of(
        title, *MENU, "Cookies help us to tell you more of the news that you like.", HEADLINE, STANDFIRST, *ARTICLE
    )
    assert remove_boilerplate(page) == text_of(HEADLINE, STANDFIRST, *ARTICLE)


def test_all_lines_of_a_standfirst_stay_under_a_headline_that_the_title_tells() -> None:
    """The first of them may be another copy of a line of the story, and then goes without the rest."""
    others = (
        "The ministry expects a report on the eastern pier within weeks",
        "Fishing crews have pulled their boats up to the market",
    )
    furniture = ("Share", "Print", *MENU)
    page = text_of(f"{HEADLINE} | Tema Today", *MENU, HEADLINE, STANDFIRST, *others, *furniture, *ARTICLE)
    assert remove_boilerplate(page).startswith(text_of(HEADLINE, STANDFIRST, *others) + "\n")
    page = page.replace(STANDFIRST, FOURTH)
    assert remove_boilerplate(page).startswith(text_of(HEADLINE, *others) + "\n")


@pytest.mark.parametrize(
    ("under", "lines"), [("The cranes of the pier at work on Monday", 3), ("The cranes of the pier at work.", 2)]
)
def test_a_sentence_under_a_standfirst_may_be_a_caption(under: str, lines: int) -> None:
    page = text_of(f"{HEADLINE} | Tema Today", *MENU, HEADLINE, STANDFIRST, under, *ARTICLE)
    looks = [look(unit) for unit in units(page)]
    headline = headline_of(looks, zones(looks))
    place = 1 + len(MENU)
    assert _under(looks, zones(looks), [], headline) == range(place, place + lines)


def test_a_headline_stays_far_above_its_article() -> None:
    furniture = (
        "By",
        "Ama Osei",
        "Plus Icon",
        "amaosei",
        "Latest",
        *MENU,
        "2 hours ago",
        "Tema, Ghana",
        "Print",
        "Share",
    )
    page = text_of(f"{HEADLINE} | Tema Today", *MENU, HEADLINE, *furniture, *ARTICLE)
    assert remove_boilerplate(page).startswith(HEADLINE + "\n")


def test_a_headline_that_says_in_other_words_what_the_title_says_stays() -> None:
    headline = "Why the harbour of Tema took a week of storms to reopen its eastern pier"
    page = text_of(f"{HEADLINE} | Tema Today", *MENU * 3, "Business", headline, "Home", "Print", *ARTICLE)
    looks = [look(Unit(0, 0, line)) for line in page.split("\n\n")]
    found = headline_of(looks, zones(looks))
    assert found != NO_HEADLINE
    assert not found.tops
    assert headline in remove_boilerplate(page)


def test_prose_of_the_article_above_the_copy_of_a_title_stays() -> None:
    page = text_of(f"{HEADLINE} | Tema Today", THIRD, "Ropes", HEADLINE, LEAD, SECOND, THIRD, FOURTH)
    looks = [look(Unit(0, 0, line)) for line in page.split("\n\n")]
    assert not headline_of(looks, zones(looks)).tops


def test_a_summary_between_two_copies_of_a_headline_stays() -> None:
    page = text_of(HEADLINE, "Ships wait in the bay", HEADLINE, *ARTICLE)
    assert "Ships wait in the bay" in remove_boilerplate(page)


@pytest.mark.parametrize("title", ["Tema Today", "Harbour | Tema", f"{'Cranes ' * 80}| Tema Today"])
def test_a_title_may_tell_no_headline(title: str) -> None:
    looks = [look(Unit(0, 0, line)) for line in (title, *MENU, HEADLINE, *ARTICLE)]
    assert headline_of(looks, zones(looks)) == NO_HEADLINE


def test_a_headline_that_looks_like_a_pointer_stays_where_the_title_tells_it() -> None:
    headline = "Opinion: The harbour of Tema needs a pier that storms cannot break"
    page = text_of(f"{headline} | Tema Today", *MENU, headline, *ARTICLE)
    assert remove_boilerplate(page) == text_of(headline, *ARTICLE)


def test_of_copies_of_a_headline_one_stays() -> None:
    page = text_of(f"{HEADLINE} | Tema Today", *MENU, HEADLINE, LEAD, "Ropes", HEADLINE, "Print", "Ropes", *ARTICLE[1:])
    clean = remove_boilerplate(page)
    assert clean.count(HEADLINE) == 1
    assert remove_boilerplate(clean) == clean


def test_a_pointer_that_stands_twice_is_no_headline() -> None:
    pointer = "Read more: Six hurt as ferry runs aground off Tema"
    assert remove_boilerplate(text_of(pointer, pointer, *ARTICLE)) == text_of(*ARTICLE)


@pytest.mark.parametrize(
    "under",
    ["Ama Osei, Chief Harbour Correspondent", "Harbour, Tema, 14 May 2019", "Ships wait off the harbour (Ama Osei)"],
)
def test_names_dates_and_captions_under_a_headline_are_no_standfirst(under: str) -> None:
    core = zones([look(Unit(0, 0, line)) for line in ARTICLE])
    assert not _is_standfirst(look(Unit(0, 0, under)), core)
    assert _is_standfirst(look(Unit(0, 0, STANDFIRST)), core)


# ---- blocks before the core


def test_a_block_before_the_core_ends_at_the_headline() -> None:
    page = text_of("Copy link", "Latest", "Six hurt as ferry runs aground", HEADLINE, "Ama Osei", *ARTICLE)
    assert HEADLINE in remove_boilerplate(page)


def test_a_block_of_tags_holds_no_summary() -> None:
    summary = ("30-second summary:", "Two cranes are back at work and the pier will be measured until next week")
    page = text_of(HEADLINE, "Categories", *summary, *ARTICLE)
    assert remove_boilerplate(page) == text_of(HEADLINE, *summary, *ARTICLE)


def test_of_two_copies_of_a_sub_head_the_one_over_prose_stays() -> None:
    head = "What the storms did to the eastern pier"
    looks = [
        look(Unit(0, 0, line))
        for line in (
            "Contents",
            head,
            "Cranes",
            head,
            "It broke in two places, as divers found out on Sunday.",
            *ARTICLE,
        )
    ]
    assert list(duplicates(looks, replace(zones(looks), start=5))) == [1]


@pytest.mark.parametrize("head", ["Key takeaways", "At a glance:", "Dear friends of the harbour,", "Auf einen Blick"])
def test_the_model_leaves_what_heads_a_summary_or_greets_right_above_the_article(head: str) -> None:
    looks = [look(Unit(0, 0, line)) for line in ("Home", "News", "Sport", head, *ARTICLE, "Home", "News")]
    core = zones(looks)
    assert _announces(3, looks, core)
    assert 3 not in model_reasons(looks, core, [-1] * 9)
    assert not _announces(2, looks, core)


def test_a_summary_of_bullets_keeps_its_heading() -> None:
    looks = [
        look(Unit(0, 0, line)) for line in ("Home", "At a glance", "• Two cranes are back", "• One is not", *ARTICLE)
    ]
    assert _announces(1, looks, zones(looks))
    assert not _announces(0, looks, zones(looks))


def test_the_model_leaves_a_list_that_a_sentence_of_the_article_announces() -> None:
    announced = ("The first ships to dock are these, the harbour said in a note:", "Humana", "Ro-Ro Star", "Ada")
    text = "\n\n".join([*ARTICLE, announced[0]]) + "\n\n" + "\n".join(announced[1:]) + "\n\nHome\n\nNews"
    looks = [look(unit) for unit in units(text)]
    core = zones(looks)
    assert [_is_announced(index, looks, core) for index in range(4, len(looks))] == [
        False,
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_list_that_a_sentence_of_the_article_announces_may_be_long() -> None:
    crews = [f"Crew {number}: Ama Osei, Jon Berg, Lena Holm" for number in range(1, 21)]
    text = "\n\n".join([*ARTICLE, "These are the crews that took part in the survey:"]) + "\n\n" + "\n".join(crews)
    looks = [look(unit) for unit in units(text)]
    core = zones(looks)
    assert all(_is_announced(index, looks, core) for index in range(len(looks) - len(crews), len(looks)))


# ---- calls to comment, sub-heads that look like links, and what ends an article

SHORT = ("The pier is closed.", "Nobody was hurt in the storm.", "The cranes will be back in May.")


def test_an_article_goes_on_under_a_call_to_comment_if_the_comments_stand_farther_down() -> None:
    page = text_of(HEADLINE, *ARTICLE, "Leave a comment", "Cranes: 2", "Piers: 1", *SHORT, "Comments", "Well said!")
    assert remove_boilerplate(page) == text_of(HEADLINE, *ARTICLE, "Cranes: 2", "Piers: 1", *SHORT)


def test_a_last_call_to_comment_opens_a_block() -> None:
    page = text_of(HEADLINE, *ARTICLE, "Post a comment", "Name", "Well said", "Cranes rule")
    assert remove_boilerplate(page) == text_of(HEADLINE, *ARTICLE)


def test_a_button_for_comments_above_the_article_opens_no_block() -> None:
    page = text_of(HEADLINE, "View comments", "Ropes, cranes and piers", *ARTICLE)
    assert "Ropes, cranes and piers" in remove_boilerplate(page)


def test_privacy_is_a_sub_head_between_sentences_of_an_article_on_privacy() -> None:
    told = "The harbour will watch its quays by camera, and the privacy of the crews worries the union."
    page = text_of(HEADLINE, LEAD, told, "Privacy", SECOND, THIRD)
    assert remove_boilerplate(page) == page
    assert remove_boilerplate(text_of(HEADLINE, LEAD, SECOND, "Privacy", THIRD, FOURTH)) == text_of(HEADLINE, *ARTICLE)
    assert remove_boilerplate(text_of(HEADLINE, *ARTICLE, told, "Privacy")) == text_of(HEADLINE, *ARTICLE, told)


def test_the_model_leaves_short_sentences_right_behind_the_article() -> None:
    looks = [look(unit) for unit in units(text_of(*ARTICLE, *SHORT, "Home", "Well..."))]
    core = zones(looks)
    assert core.end == 4
    assert [_follows(index, looks, core, []) for index in range(3, 9)] == [False, True, True, True, False, False]
    gone = looks[5].unit.start - 1
    assert [_follows(index, looks, core, [gone]) for index in range(4, 7)] == [True, False, False]


def test_the_model_leaves_what_ends_a_letter() -> None:
    looks = [look(Unit(0, 0, line)) for line in (*ARTICLE, "Yours sincerely,", "The harbour master", "Home")]
    assert [_signs_off(index, looks) for index in range(3, 7)] == [False, True, True, False]
    assert not _signs_off(0, [look(Unit(0, 0, "Regards"))])


def test_the_model_leaves_the_days_that_a_text_goes_through() -> None:
    days = ("Monday, June 3", LEAD, "Tuesday, June 4", SECOND, "Wednesday", THIRD, "Home")
    looks = [look(Unit(0, 0, line)) for line in days]
    rest = _without_days(dict.fromkeys(range(7), ""), looks)
    assert [index not in rest for index in range(7)] == [True, False, True, False, True, False, False]
    assert 0 in _without_days({0: ""}, looks[:4])


def test_the_word_that_is_linked_stays_without_its_label() -> None:
    story = (
        "The crane of Lund fell on Monday, the mayor said, and nobody was hurt.\n\nTo see how it fell, click\n\nhere"
    )
    assert remove_boilerplate(f"{story}, opens new tab\n\n.") == story


def test_a_table_of_a_company_stays_where_each_cell_is_a_line() -> None:
    rows = ("Net sales", "16.4", "15.3", "31.1"), ("Profit", "0.8", "-1.0", "0.7"), ("Europe", "12.5", "9.1", "20.8")
    table = ["Group, millions", "30.6.2024", "30.6.2023", "31.12.2023", *(cell for row in rows for cell in row)]
    more = ["Result by quarter", *(cell for row in rows for cell in row)]
    text = text_of(*ARTICLE, *table, "Six months", *more, "About us", "Contact us")
    assert remove_boilerplate(text) == text_of(*ARTICLE, *table, "Six months", *more)
    assert cells([look(unit) for unit in units(text_of("Shares", *map(str, range(1, 20))))]) == frozenset()


def test_the_model_leaves_the_entries_of_a_numbered_list_that_began_in_the_article() -> None:
    lines = ["1. Anna Lind", LEAD, "2. Jon Berg", SECOND, "Home", "3. Ama Osei", THIRD, "4. Omar Haddad", "Contact"]
    looks = [look(Unit(0, 0, line)) for line in lines]
    assert sorted(entries(looks, Zones(0, 4, []))) == [0, 1, 2, 3, 5, 6, 7]
    assert not entries(looks, Zones(0, 2, []))
    upwards = [look(Unit(0, 0, line)) for line in ("9. Lund", "8. Tema", "7. Berg", "6. Holm", "2. Home")]
    assert sorted(entries(upwards, Zones(0, 2, []))) == [0, 1, 2, 3]


def test_the_model_leaves_the_place_over_the_first_paragraph() -> None:
    looks = [look(Unit(0, 0, line)) for line in ("Lund —", LEAD, "New Lund HNN —", "Home")]
    assert [_opens(index, looks) for index in range(4)] == [True, False, False, False]


def test_a_word_that_was_linked_stays_in_its_sentence() -> None:
    story = f"{LEAD}\n\nThe union thanked the crews for their work in a long\npost\n.\n\n{SECOND}"
    assert remove_boilerplate(story) == story
