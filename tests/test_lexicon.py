"""The rows of the boilerplate lexicon, against their patterns alone: no engine, no zones, no model."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from importlib.resources import files

import pytest
import regex

from newsnorm.boilerplate.lexicon import lexicon
from newsnorm.boilerplate.openings import openings
from newsnorm.boilerplate.rows import read
from newsnorm.rules import BUILTIN, Rule
from newsnorm.straight import straightened

LANGUAGES = ("da", "de", "en", "es", "fr", "it", "nl", "no", "pl", "pt", "ru", "sv", "tr")
ROWS = [rule for rule in BUILTIN.stage("boilerplate") if rule.pattern is not None]
ROWS = [rule for rule in ROWS if rule.kind != "markup"]  # markup is cut inside a line, not read as residue
WHOLE = sorted([rule for rule in ROWS if rule.where in ("line", "block")], key=lambda rule: not rule.sure)
MAIN_KINDS = {
    "related", "share", "counts", "newsletter", "paywall", "advert", "credit", "byline", "timestamp", "reading-time",
    "legal", "cookie", "tags", "comments", "contact", "about", "navigation", "live",
}  # fmt: skip
KINDS = MAIN_KINDS | {"affiliate", "agency", "caption", "mail"}

# Sentences of our own that hold the words of residue and are news all the same.
PROSE = [
    "Read more books, the minister told pupils.",
    "Share prices in Lund rose 3 percent on Monday.",
    "Advertising revenue fell for the third year, the publisher said.",
    "Subscribers to the paper had complained for months.",
    "The comments drew an angry reply from the opposition.",
    "He followed the case on Twitter and Facebook, he told the court.",
    "Related industries lost 4,000 jobs.",
    "Sign language is taught in every school of the county.",
    "The photo by Marta Silva shows the wreck at dawn, and it won her a prize.",
    "By Friday the water had gone.",
    "Copyright law in Norway dates from 1930.",
    "She bakes cookies for the crew and sells them at the site.",
    "Tags were found on 12 of the whales.",
    "Contact with the ship was lost at 9:15 p.m. on Tuesday.",
    "Search teams left the harbor at six.",
    "More on that was not known late on Monday, a spokesman said.",
    "Watch out for ice on the roads, drivers were told.",
    "Live music is back in the old town.",
    "About the author of the letter, police said nothing.",
    "Next year the ferry will run on batteries.",
    "Privacy was the word of the day in parliament.",
    "Two hours ago the bridge was still standing, he said.",
    "See also what your neighbors do, the mayor advised.",
    "Home prices, he said, will fall again by the end of the year.",
    "Teilen macht Freude, sagte die Erzieherin am Montag.",
    "Lesen Sie die Verträge, riet die Anwältin den Mietern.",
    "Mehr zum Thema Rente will die Regierung im Mai sagen.",
    "Kommentare aus Berlin gab es zunächst nicht.",
    "Anzeige gegen den Fahrer wurde am Freitag erstattet.",
    "Partager les eaux du fleuve reste difficile, dit le préfet.",
    "La publicité pour l'alcool sera interdite.",
    "Compartir el agua será obligatorio desde mayo.",
    "Siga la ley, dijo el juez a los pescadores.",
    "Condividere il pane è un dovere, ha detto il parroco.",
    "A publicidade ao tabaco foi proibida em 1988.",
    "Delen van het land staan onder water.",
    "Udostępnij wodę sąsiadom, apelował burmistrz.",
    "Реклама табака запрещена с 1995 года.",
    "Yorumlar meclisi karıştırdı.",
    "Del av bygda er uten strøm.",
    "Dela på ansvaret, manade statsministern.",
]


@cache
def matcher(rule: Rule) -> Callable[[str], object]:
    """Read a row as the lexicon does."""
    assert rule.pattern is not None
    if rule.where == "suffix":
        pattern = regex.compile("(?r)" + rule.pattern)
        return lambda unit: pattern.match(unit, max(0, len(unit) - 200))
    pattern = regex.compile(rule.pattern)
    if rule.where == "prefix":
        return lambda unit: pattern.match(unit, 0, 200)
    if rule.where == "inline":
        return pattern.search
    return pattern.fullmatch


def takes(rule: Rule, text: str) -> bool:
    unit = straightened(text.strip())
    words = unit.count(" ") + 1
    limit = rule.words or (40 if rule.where in ("line", "block") else words)
    spared = any(regex.search(guard, unit) for guard in rule.unless)
    return words <= limit and bool(matcher(rule)(unit)) and not spared


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.id)
def test_a_row_takes_its_matches_and_nothing_it_spares(rule: Rule) -> None:
    assert rule.kind in KINDS | {"other", "duplicate", "repeated"}
    assert rule.id.removeprefix("boilerplate.").startswith(rule.kind or "") or rule.lang == ""
    for text in rule.matches:
        assert takes(rule, text), f"{rule.id} leaves {text!r}"
    for text in rule.spares:
        assert not takes(rule, text), f"{rule.id} takes {text!r}"


def test_the_first_row_that_takes_an_example_is_its_own() -> None:
    for rule in WHOLE:
        for text in rule.matches:
            first = next(row.id for row in WHOLE if takes(row, text))
            assert first == rule.id, f"{first} comes before {rule.id} for {text!r}"


@pytest.mark.parametrize("text", PROSE)
def test_no_row_takes_a_sentence_of_news(text: str) -> None:
    assert [rule.id for rule in ROWS if rule.where != "inline" and takes(rule, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_rows_of_the_main_kinds(language: str) -> None:
    kinds = {rule.kind for rule in ROWS if rule.lang == language}
    assert kinds >= MAIN_KINDS, MAIN_KINDS - kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_of_a_language_are_named_after_it(language: str) -> None:
    suffix = "" if language == "en" else f"-{language}"
    for rule in ROWS:
        if rule.lang == language:
            assert rule.id.endswith(suffix), rule.id


def test_every_lexicon_file_is_in_the_package() -> None:
    data = files("newsnorm").joinpath("data")
    assert all(data.joinpath(language, "boilerplate.toml").is_file() for language in LANGUAGES)


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.id)
def test_a_row_has_no_open_gap_and_no_group_to_capture(rule: Rule) -> None:
    assert rule.pattern is not None
    for pattern in (rule.pattern, *rule.unless):
        bare = regex.sub(r"\[(?:\\.|[^\]])*\]|\\.", "x", pattern)  # without what is escaped or a set
        assert not regex.search(r"\.[*+]", bare), "bound every gap"
    assert regex.compile(rule.pattern).groups == 0


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.id)
def test_time_does_not_explode_on_what_almost_matches(rule: Rule) -> None:
    seed = straightened(rule.matches[0])
    limit = rule.words or 40
    long = [" ".join([word] * limit) for word in ("a", "Lund", "news |", "1.", *seed.split()[:2])]
    long += [" ".join((seed.split() * limit)[:limit]) + "!", seed + "x" * 2_000, "A" * 4_000, seed[:-1] * 20]
    started = time.process_time()
    for unit in long:
        matcher(rule)(unit)
        for guard in rule.unless:
            regex.search(guard, unit)
    assert time.process_time() - started < 0.5, rule.id


def test_only_rows_that_a_text_may_need_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def noted(pattern: str) -> regex.Pattern[str]:
        compiled.append(pattern)
        return regex.compile(pattern)

    monkeypatch.setattr("newsnorm.boilerplate.lexicon._compiled", noted)
    lex = lexicon.__wrapped__(BUILTIN)
    assert not compiled
    reading = read("\n\n".join([*PROSE[:20], "Share on Facebook"]), lex, BUILTIN)
    assert [span.rule for span in reading.spans] == ["boilerplate.share-call"]
    assert len(compiled) == len(set(compiled)) < len(ROWS) / 5


@pytest.mark.parametrize("rule", WHOLE, ids=lambda rule: rule.id)
def test_a_row_that_may_take_a_line_with_a_full_stop_is_known_to(rule: Rule) -> None:
    assert rule.pattern is not None
    pattern = regex.compile(rule.pattern)
    if any(pattern.fullmatch(straightened(text).rstrip(".") + ".") for text in rule.matches):
        assert any(not end or end[0] == "." for end in openings(rule.pattern, backwards=True))


def test_beginnings_and_ends_of_lines_share_the_sets_of_rows_that_need_something() -> None:
    lex = lexicon(BUILTIN)
    words = [word for text in PROSE for word in text.split()]
    found = [needing for word in words for fits in lex.starts(word[:5]) for _, needing in fits]
    found += [lex.ends(word[-5:])[1] for word in words]
    assert len(set(map(id, found))) < len(found) / 5
