"""Same name or not, and the canonical name of a written form."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from newsnorm.names.canonical import canonical_name
from newsnorm.names.compare import same_name
from newsnorm.names.organizations import organization
from newsnorm.names.persons import person
from newsnorm.names.spelling import alike, fold, slip
from newsnorm.names.vocabulary import load_vocabulary
from newsnorm.rules import NameType, data_text

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "names_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SAME = [(type, a, b) for answer, type, a, b in CASES if answer == "same"]
DIFFERENT = [(type, a, b) for answer, type, a, b in CASES if answer == "different"]

TYPES: tuple[NameType, ...] = get_args(NameType)


def test_every_case_has_an_answer() -> None:
    assert len(SAME) + len(DIFFERENT) == len(CASES) > 250


def kind(type: str) -> NameType:
    return next(known for known in TYPES if known == type)


@pytest.mark.parametrize(("type", "a", "b"), SAME)
def test_same(type: str, a: str, b: str) -> None:
    assert same_name(a, b, kind(type))
    assert same_name(b, a, kind(type))


@pytest.mark.parametrize(("type", "a", "b"), DIFFERENT)
def test_different(type: str, a: str, b: str) -> None:
    assert not same_name(a, b, kind(type))
    assert not same_name(b, a, kind(type))


@pytest.mark.parametrize(("type", "a", "b"), DIFFERENT)
def test_different_without_a_type(type: str, a: str, b: str) -> None:
    assert not same_name(a, b)


CANONICAL = [
    (None, "Kiev", "Kyiv"),
    (None, "Nato", "NATO"),
    (None, "nato", "nato"),
    (None, "USA", "United States"),
    (None, "America", "America"),
    (None, "Bombay", "Mumbai"),
    (None, "Georgia", "Georgia"),
    (None, "Tarja Halonen", "Tarja Halonen"),
    (None, "Zelensky", "Zelensky"),
    ("PER", "Vladimir Vladimirovich Putin", "Vladimir Putin"),
    ("PER", "President Vladimir Putin", "Vladimir Putin"),
    ("PER", "Sen. Charles E. Schumer", "Chuck Schumer"),
    ("PER", "Donald J. Trump Jr.", "Donald Trump Jr."),
    ("PER", "Robert C. Scott", "Robert C. Scott"),
    ("PER", "Holland", "Holland"),
    ("LOC", "Holland", "Netherlands"),
    ("ORG", "Hewlett-Packard Company", "Hewlett-Packard"),
    ("ORG", "Nvidia Corp.", "Nvidia"),
    ("ORG", "The Economist", "The Economist"),
    ("ORG", "Reuters", "Reuters"),
    ("ORG", "Co.", "Co."),
    (None, "", ""),
    (None, " ", " "),
]


@pytest.mark.parametrize(("type", "name", "canonical"), CANONICAL)
def test_canonical_name(type: str | None, name: str, canonical: str) -> None:
    assert canonical_name(name, kind(type) if type else None) == canonical


@pytest.mark.parametrize(
    "name",
    ["", " ", ".", "\x00", "\ud800", "Mr.", "President", "Jr.", "Inc.", "the", "& Co", ", ,", '"', "'s", "(", "of the"],
)
def test_odd_strings_are_names_too(name: str) -> None:
    for type in (None, *TYPES):
        assert same_name(name, name, type)
        same_name(name, "Tarja Halonen", type)
        assert canonical_name(canonical_name(name, type), type) == canonical_name(name, type)


def test_wrong_calls_are_told() -> None:
    with pytest.raises(TypeError, match="decode"):
        same_name(b"Kiev", "Kyiv")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="type is 'CITY'"):
        same_name("Kiev", "Kyiv", "CITY")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="rules is"):
        canonical_name("Kiev", None, None)  # type: ignore[arg-type]


# Laws

VOCABULARY = """
    Tarja Halonen Mohammed Muhammad bin al-Azm Sergei Sergey Müller Mueller Jr. Sen. Inc. Corp of the St. Kiev Kyiv U.S. US
    NATO Nato Bank America King Ms. J. K. Zelensky Zelenskyy O'Neil Jean-Paul Đoković & Group , 's
"""
WORDS = st.sampled_from(VOCABULARY.split())
FORMS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
LATIN = st.text(
    st.characters(codec="utf-8", categories=["Lu", "Ll", "Zs", "Pd", "Po"], max_codepoint=0x17F), max_size=30
)
KINDS = st.sampled_from((None, *TYPES))


@given(st.text(), KINDS)
def test_same_name_is_reflexive(name: str, type: NameType | None) -> None:
    assert same_name(name, name, type)


@given(st.one_of(FORMS, LATIN), st.one_of(FORMS, LATIN), KINDS)
def test_same_name_is_symmetric(a: str, b: str, type: NameType | None) -> None:
    assert same_name(a, b, type) == same_name(b, a, type)


@given(FORMS, FORMS, KINDS)
def test_same_name_is_blind_to_case(a: str, b: str, type: NameType | None) -> None:
    expected = same_name(a, b, type)
    assert same_name(a.upper(), b, type) == same_name(a, b.lower(), type) == expected


@given(FORMS, KINDS)
def test_a_name_in_another_case_is_the_same(name: str, type: NameType | None) -> None:
    assume(any(letter.isalpha() for letter in name))
    assert same_name(name, name.swapcase(), type)


@given(FORMS, FORMS, KINDS)
def test_same_name_is_blind_to_marks(a: str, b: str, type: NameType | None) -> None:
    marked = a.replace("e", "é").replace("a", "å").replace("n", "ñ").replace("o", "o\u0308")
    assert same_name(marked, b, type) == same_name(a, b, type)


@given(FORMS, FORMS, KINDS, st.sampled_from(["  ", "\u00a0", " - ", "\u2010"]))
def test_same_name_is_blind_to_spaces_and_hyphens(a: str, b: str, type: NameType | None, space: str) -> None:
    assume(any(sign.isalnum() for sign in a + b))  # what has no letter is a name only of what is written the same
    assert same_name(a.replace(" ", space), b, type) == same_name(a, b, type)


@given(FORMS, FORMS, KINDS)
def test_same_name_is_blind_to_apostrophes(a: str, b: str, type: NameType | None) -> None:
    assert same_name(a.replace("'", "\u2019"), b, type) == same_name(a, b, type)


@given(st.one_of(st.text(), FORMS), KINDS)
@example("The The Hague", "LOC")
def test_canonical_name_is_idempotent(name: str, type: NameType | None) -> None:
    once = canonical_name(name, type)
    assert canonical_name(once, type) == once


@given(st.sampled_from([line.split("\t")[:3] for line in data_text("en/aliases.tsv").splitlines()[1:]]))
def test_a_row_of_the_table_says_that_two_names_are_the_same(row: list[str]) -> None:
    alias, canonical, type = row
    if canonical_name(alias, kind(type)) == canonical:
        assert same_name(alias, canonical, kind(type))
        assert same_name(alias.lower(), canonical.upper(), kind(type))


@given(st.sampled_from([line.split("\t")[1:3] for line in data_text("en/aliases.tsv").splitlines()[1:]]))
def test_canonical_names_stay(row: list[str]) -> None:
    canonical, type = row
    assert canonical_name(canonical, kind(type)) == canonical


@given(st.text(max_size=20))
def test_a_person_is_parsed_whatever_the_text(name: str) -> None:
    assert person(name) == person(name)
    assert organization(name) == organization(name)


SURNAMES = ["Halonen", "Brundtland", "Okafor", "Nakagawa", "Villanueva", "Szymborska", "Thorvaldsen", "Abiodun"]
GIVEN = ["Tarja", "Gro", "Chinua", "Keiko", "Esperanza", "Bertel", "Wislawa"]
TITLES = ["", "President ", "Dr. ", "former Prime Minister ", "Nobel laureate Prof. ", "Gen. "]


@given(
    st.sampled_from(TITLES[:4]), st.sampled_from(GIVEN), st.sampled_from(SURNAMES), st.sampled_from(["", "'s", "’s"])
)
def test_titles_and_possessives_never_matter(title: str, first: str, last: str, end: str) -> None:
    assert same_name(f"{title}{first} {last}{end}", f"{first} {last}", "PER")


@given(st.sampled_from(GIVEN), st.sampled_from(GIVEN), st.sampled_from(SURNAMES), st.sampled_from(SURNAMES))
def test_other_people_never_have_the_same_name(first: str, second: str, last: str, other: str) -> None:
    assert same_name(f"{first} {last}", f"{second} {other}", "PER") == ((first, last) == (second, other))


@given(
    st.sampled_from(GIVEN), st.sampled_from(SURNAMES), st.sampled_from("BDFGLMPRSTV"), st.sampled_from("BDFGLMPRSTV")
)
def test_two_different_middle_initials_are_two_people(first: str, last: str, one: str, two: str) -> None:
    assert same_name(f"{first} {one}. {last}", f"{first} {two}. {last}", "PER") == (one == two)
    assert same_name(f"{first} {one}. {last}", f"{first} {last}", "PER")


# Spelling

ALIKE = [
    ("sergei", "sergey"),
    ("zelenskiy", "zelenskyy"),
    ("schroeder", "schroder"),
    ("hussein", "husayn"),
    ("omar", "umar"),
    ("wladimir", "vladimir"),
    ("eltsin", "yeltsin"),
    ("chekhov", "tchekhov"),
    ("poroshenko", "poroschenko"),
    ("qasim", "kasim"),
    ("khalid", "khaled"),
    ("mursi", "morsi"),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_alike(a: str, b: str) -> None:
    assert alike(a, b)
    assert alike(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("jan", "jon"), ("hansen", "hanson"), ("ivana", "ivanka"), ("iran", "iraq"), ("hassan", "hussein")]
)
def test_not_alike(a: str, b: str) -> None:
    assert not alike(a, b)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12), st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_alike_and_slip_are_symmetric(a: str, b: str) -> None:
    assert alike(a, b) == alike(b, a)
    assert slip(a, b) == slip(b, a)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_a_word_is_alike_to_itself(word: str) -> None:
    assert alike(word, word)
    assert fold(word) == fold(word)


def test_whom_a_famous_surname_means_is_written_as_the_tables_do() -> None:
    words = load_vocabulary("en")
    assert words is not None
    bearers = {name for group in words.famous.values() for name in group if " " in name}
    assert len(bearers) > 60
    assert {name for name in bearers if canonical_name(name, "PER") != name} == set()
