"""Properties of the names stage: over any text, and over a grammar of articles whose entities are known."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.edits import apply
from newsnorm.names import find_entities, find_names, name_edits, read_names
from newsnorm.names.scan import find_runs
from newsnorm.names.vocabulary import load_vocabulary
from newsnorm.rules import BUILTIN
from tests.test_aliases import WHOLE
from tests.timing import least_seconds

ENGLISH = load_vocabulary("en")
assert ENGLISH is not None


@dataclass(frozen=True)
class Someone:
    given: str
    surname: str
    honorific: str
    suffix: str = ""

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.given, self.surname, self.suffix) if part)


@dataclass(frozen=True)
class Said:
    """A stretch of text: as written, as it comes out, and whose name it is."""

    text: str
    clean: str
    who: str = ""


PEOPLE = (
    Someone("Leila", "Haddad", "Ms."),
    Someone("Omar", "Brandt", "Mr."),
    Someone("Jan", "van der Meulen", "Mr"),
    Someone("Maria", "dos Anjos", "Mrs."),
    Someone("Robert", "Ostrow", "Mr.", "Jr."),
    Someone("Helen", "O'Dwyer", "Ms"),
    Someone("Faisal", "bin Turki", "Mr."),
    Someone("Jean-Pierre", "Lacombe", "Mr."),
    Someone("Andrei", "Żurkov", "Mr."),
    Someone("Susan", "Marlowe-Finch", "Mrs."),
)
KNOWN = [name for name in WHOLE if not name.endswith(" Gen")]  # "Gen." would be a title
FRAMES = (
    "They left {}, which was new.",
    "They left {}'s office.",
    "It was {}.",
    "{} was new. It rained.",
    'They said "{}" was new.',
    "They left the {} and the harbour.",
    "They left {}\nIt rained.",
)
BEFORE = ("President", "Foreign Minister", "Gen.", "Prof.", "Sen.", "Secretary of State")
ENDS = (
    " left the talks.",
    " said that nothing was settled.",
    "'s aide left early.",
    ", who had been ill, came back.",
    " told reporters about it.",
    " and a driver were hurt.",
)
STARTS = (
    "",
    "On Tuesday ",
    "Meanwhile, ",
    "They thanked ",
    "Nobody believed that ",
    "After the vote, ",
    "The men met ",
)
FILLER = (
    "The harbour stayed closed.",
    "Police said nobody was hurt.",
    "Talks go on in May.",
    "It rained all day on Sunday.",
)


@st.composite
def stories(draw: st.DrawFn) -> list[list[Said]]:
    """Paragraphs that introduce two to four people by full name and then mention them in other forms."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=4, unique=True))
    paragraphs = [[*_sentence(draw, person, person.full, person.full)] for person in people]
    paragraphs += [_later(draw, person) for person in draw(st.lists(st.sampled_from(people), max_size=6))]
    paragraphs += [[Said(text, text)] for text in draw(st.lists(st.sampled_from(FILLER), max_size=2))]
    return paragraphs


def _sentence(draw: st.DrawFn, person: Someone, name: str, clean: str) -> list[Said]:
    start, end = draw(st.sampled_from(STARTS)), draw(st.sampled_from(ENDS))
    if draw(st.booleans()):
        start += draw(st.sampled_from(BEFORE)) + " "
    return [Said(start, start), Said(name, clean, person.full), Said(end, end)]


def _later(draw: st.DrawFn, person: Someone) -> list[Said]:
    form = draw(st.sampled_from(("surname", "honorific", "quoted", "full")))
    short = person.surname if draw(st.booleans()) else person.full.removesuffix(" " + person.suffix)
    if form == "full":
        return _sentence(draw, person, person.full, person.full)
    if form == "quoted":
        saying = Said("They said: “We know ", "They said: “We know ")
        return [saying, Said(person.surname, person.surname, person.full), Said(" well.”", " well.”")]
    if form == "honorific":
        start, end = draw(st.sampled_from(STARTS)), draw(st.sampled_from(ENDS))
        whole = f"{person.honorific} {person.surname}"
        return [Said(start, start), Said(whole, person.full, person.full), Said(end, end)]
    if person.suffix:
        short = person.surname
    if short[0].islower():
        return [Said("They thanked ", "They thanked "), Said(short, person.full, person.full), Said(".", ".")]
    return _sentence(draw, person, short, person.full)


def text_of(story: list[list[Said]]) -> str:
    return "\n\n".join("".join(part.text for part in paragraph) for paragraph in story)


def named(story: list[list[Said]]) -> list[str]:
    return [part.who for paragraph in story for part in paragraph if part.who]


def cleaned(text: str, style: str = "canonical") -> str:
    return apply(text, name_edits(read_names(text), style))  # type: ignore[arg-type]


@given(stories())
def test_every_mention_is_linked_to_its_person_and_no_two_are_merged(story: list[list[Said]]) -> None:
    found = find_names(text_of(story))
    assert [mention.canonical for mention in found] == named(story)
    assert not any(mention.ambiguous for mention in found)
    assert {entity.canonical for entity in find_entities(found)} == set(named(story))


@given(stories())
def test_the_text_gets_the_full_names(story: list[list[Said]]) -> None:
    assert cleaned(text_of(story)) == "\n\n".join("".join(part.clean for part in paragraph) for paragraph in story)


@given(stories())
def test_what_a_speaker_says_keeps_its_words(story: list[list[Said]]) -> None:
    text = text_of(story)
    assert [m.text for m in find_names(text) if m.quoted] == [m.text for m in find_names(cleaned(text)) if m.quoted]


@given(stories())
def test_spelling_never_changes_the_number_of_words(story: list[list[Said]]) -> None:
    text = text_of(story)
    assert len(cleaned(text, "spelling").split()) == len(text.split())


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_paragraphs_does_not_matter_after_the_full_names(
    story: list[list[Said]], rng: random.Random
) -> None:
    people = len(set(named(story)))
    first, later = story[:people], story[people:]
    rng.shuffle(first)
    rng.shuffle(later)
    assert [mention.canonical for mention in find_names(text_of(first + later))] == named(first + later)


@given(stories(), st.randoms(use_true_random=False))
def test_nothing_is_completed_before_the_full_name_but_by_its_role(story: list[list[Said]], rng: random.Random) -> None:
    rng.shuffle(story)
    text = "The harbour stayed closed.\n\n" + text_of(story)  # else the first line may be a title
    for edit in name_edits(read_names(text), "canonical"):
        part = text[edit.start : edit.end].rpartition(" ")[2]
        of_one_role = any(f"{role} {part}" in text and f"{role} {edit.new}" in text for role in BEFORE)
        assert edit.new in text[: edit.start] or of_one_role


@given(stories())
def test_renaming_a_person_renames_the_entity_and_nothing_else(story: list[list[Said]]) -> None:
    text = text_of(story)
    renamed = text.replace("Haddad", "Corvina")
    before = [mention.canonical for mention in find_names(text)]
    assert [m.canonical for m in find_names(renamed)] == [name.replace("Haddad", "Corvina") for name in before]


@given(stories())
def test_line_ends_do_not_matter(story: list[list[Said]]) -> None:
    text = text_of(story)
    windows = find_names(text.replace("\n", "\r\n"))
    assert [(m.text, m.canonical) for m in windows] == [(m.text, m.canonical) for m in find_names(text)]


@given(stories())
def test_a_long_text_is_read_as_a_short_one(story: list[list[Said]]) -> None:
    text = text_of(story)
    whole = list(find_runs(text, ENGLISH))
    long = text + "\n" + "it rained. " * 1500 + "\n" + text
    later = len(long) - len(text)
    moved = [(start + later, end + later, *rest) for start, end, *rest in whole]
    assert list(find_runs(long, ENGLISH)) == [*whole, *moved]


PIECES = st.sampled_from(
    [
        *re.split(
            r"\|",
            "Leila|Haddad|Mr.|Mr|Ms.|Omar|Haddad's|Brandt|Kiev|Nato|NATO|U.S.|President|Foreign|Minister|of|the|and|&|The|said|"
            "Jr.|Inc.|Bank|King|May|Russian|South|Korea|in|al-|van|der|I|M.|A|a|1|F-16|é|É|\u00a0|\n\n|\n",
        ),
        *"“”’'\".,():-@/",
    ]
)
ANY = st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join))


@given(ANY)
def test_any_text_is_accepted_and_cleaning_is_idempotent(text: str) -> None:
    for style in ("canonical", "spelling"):
        once = cleaned(text, style)
        assert cleaned(once, style) == once


@given(ANY)
def test_mentions_are_disjoint_and_in_order_and_say_what_the_text_says(text: str) -> None:
    at = 0
    for mention in find_names(text):
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].replace("\u00a0", " ") == mention.text
        assert mention.rule in BUILTIN
        at = mention.end


@given(st.sampled_from(KNOWN), st.sampled_from(FRAMES), st.sampled_from("'’"), st.sampled_from(PEOPLE))
def test_a_name_of_the_tables_is_whole_though_somebody_is_called_as_it_ends(
    known: str, frame: str, apostrophe: str, someone: Someone
) -> None:
    name = known.replace("'", apostrophe)
    text = f"{someone.given} {name.rpartition(' ')[2]} left. {frame.format(name)}"
    start = text.rindex(name)
    end = start + len(name)
    assert (start, end) in [(mention.start, mention.end) for mention in find_names(text)]
    edits = name_edits(read_names(text), "canonical")
    assert all(edit.end <= start or edit.start >= end or (edit.start, edit.end) == (start, end) for edit in edits)


@given(st.text(alphabet=st.characters(exclude_categories=["Lu", "Lt"])))
def test_a_text_without_capitals_has_no_names(text: str) -> None:
    assert find_names(text) == []


@pytest.mark.parametrize("rule", [rule.id for rule in BUILTIN.stage("names")])
def test_a_rule_that_is_off_is_never_named(rule: str) -> None:
    text = (
        "Leila M. Haddad met Bill Ostrow. Ms. Haddad left Kiev. William Ostrow and L. Haddad and Leila came. "
        "The Union of Coastal Fishermen (UCF) and Brantley Foods Inc. met. Brantley Foods left. Brantley left. The UCF left. "
        "Ana Orlen and Ina Orlen met. Orlen left."
    )
    rules = BUILTIN.without(rule)
    found = find_names(text, rules)
    assert all(mention.rule != rule for mention in found)
    assert all(rule not in edit.rules for edit in name_edits(read_names(text, rules), "canonical", rules))


@pytest.mark.parametrize(
    "unit",
    ["A ", "Ab ", "Ab of ", "Bank of ", "Ab & ", "Food and ", "Mr. ", "President ", "U.S. ", "A.", "Leila Haddad. Haddad. ",
     "(AB) ", "Ab-", "al-Ab ", "van der ", "Ab\n", "AB\n", "É", "Ab Cd (AC) ", '"Ab ', "South ", "Ab's ", "Note: Haddad left.\n", "Omar: Leila Haddad met Omar Brandt. Haddad left.\n\nNote: Haddad was ill.\n\n"],
)  # fmt: skip
def test_time_grows_with_the_text(unit: str) -> None:
    def read(text: str) -> None:
        name_edits(read_names(text), "canonical")

    read(unit)
    short, long = (unit * (length // len(unit)) for length in (30_000, 120_000))
    assert least_seconds(read, long) < 8 * least_seconds(read, short) + 0.1  # linear would be 4, quadratic 16


def test_more_names_than_are_kept_for_the_next_text_are_read() -> None:
    """What was worked out of earlier names makes room for later ones."""
    names = ["".join(letters).title() for letters in product("bdgklmnprstvz", "aeiou", "dklmnrst", "ao", "vzk")]
    assert len(names) > 3000
    text = "\n\n".join(f"They met {name} and {name}osh there." for name in names)
    assert [mention.text for mention in find_names(text)] == [name + end for name in names for end in ("", "osh")]


def test_a_language_without_data_has_no_names() -> None:
    assert find_names("Leila Haddad met Omar Brandt.", lang="tlh") == []


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(TypeError, match="decode"):
        find_names(b"Leila Haddad")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="style"):
        name_edits(read_names("Leila"), "full")  # type: ignore[arg-type]
