"""Every rule does what its row says, and the loader says what is wrong with a row."""

from __future__ import annotations

import json
import pickle
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsnorm
from newsnorm import BUILTIN, Rule, RuleError, Rules, load_rules
from newsnorm.boilerplate.look import words_of
from newsnorm.edits import Edit
from newsnorm.rules import STAGES

PUBLISHED = date(2022, 2, 15)
STORY = "The minister opened the talks in Geneva on Monday and said that they would go on."
EVERY = BUILTIN.every()


def named(rule: Rule, text: str, rules: Rules = BUILTIN) -> set[str]:
    """The rules that a stage names when it alone reads a text: in its edits and in what it found."""
    lang = rule.lang or "en"
    keep = dict.fromkeys(STAGES, "keep")
    edits: list[Edit] = []
    found: set[str] = set()
    # What repeats across a collection needs one: the examples of that rule.
    counts = newsnorm.count_lines(rule.matches + rule.spares) if rule.id == "boilerplate.repeated" else None
    for choice in {"encoding": ["repair"], "boilerplate": ["drop"], "quotes": ["straight", "curly", "locale"]}.get(
        rule.stage, ["annotate" if rule.stage == "dates" else "canonical"]
    ):
        options = keep | {rule.stage: choice}
        result = newsnorm.explain(text, published=PUBLISHED, lang=lang, rules=rules, repeated=counts, **options)  # type: ignore[arg-type]
        edits += result.edits
        if rule.stage in ("boilerplate", "dates", "names"):
            found |= {item.rule for item in getattr(result, rule.stage)}
    return found | {name for edit in edits for name in edit.rules}


CLASS = r"\[(?:\\.|[^\]\\])*\]"
AROUND = regex.compile(rf"\(\?<?[=!](?<inside>(?:\\.|{CLASS}|[^()\[\\]|\((?&inside)\))*)\)")
LETTERS = {"Lu": "A-ZÄ", "Ll": "a-zé", "L": "A-Za-zÄé"}


def to_make(pattern: str) -> re.Pattern[str]:
    """A pattern of the re module that makes texts for a row's: without what must stand around, and with few letters."""

    def plain(found: regex.Match[str]) -> str:
        ranges = regex.sub(r"\\p\{(\w+)\}", lambda sort: LETTERS[sort[1]], found[0])
        return ranges if found[0].startswith("[") else f"[{ranges}]"

    return re.compile(regex.sub(rf"{CLASS}|\\p\{{\w+\}}", plain, AROUND.sub("", pattern)))


@pytest.mark.parametrize("rule", [rule for rule in EVERY if rule.needs], ids=lambda rule: rule.id)
def test_a_line_that_a_row_matches_has_what_it_needs(rule: Rule) -> None:
    pattern = regex.compile(rule.pattern or "")

    @settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(to_make(rule.pattern or ""), fullmatch=True))
    def check(line: str) -> None:
        if pattern.fullmatch(line):
            words = words_of(line)
            assert any(need in (words if need.isalnum() else line) for need in rule.needs)

    check()


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_a_rule_acts_on_its_matches_and_leaves_what_it_spares(rule: Rule) -> None:
    assert rule.why.strip() and rule.matches and rule.spares
    for text in rule.matches:
        # A label is one only beside a text.
        beside = [f"{STORY}\n\n{text}"] if rule.stage == "boilerplate" else []
        assert any(rule.id in named(rule, where) for where in (text, *beside)), f"{rule.id} leaves {text!r}"
    for text in rule.spares:
        assert rule.id not in named(rule, text), f"{rule.id} acts on {text!r}"


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_a_rule_that_is_switched_off_is_never_named(rule: Rule) -> None:
    rules = BUILTIN.without(rule.id)
    for text in rule.matches:
        assert rule.id not in named(rule, text, rules)


def test_every_stage_has_rules_and_ids_are_unique() -> None:
    assert {rule.stage for rule in EVERY} == set(STAGES)
    assert len({rule.id for rule in EVERY}) == len(EVERY)


def test_the_rules_of_one_language_are_those_and_the_ones_for_all() -> None:
    assert {rule.lang for rule in BUILTIN.stage("boilerplate", "de")} == {"", "de"}
    assert {rule.lang for rule in BUILTIN.stage("dates", "de")} == set()
    assert BUILTIN["dates.weekday"].lang == "en"


def test_a_family_is_switched_off_by_the_start_of_its_ids() -> None:
    shares = [rule.id for rule in EVERY if rule.id.startswith("boilerplate.share-")]
    off = BUILTIN.without("boilerplate.share")
    assert shares
    assert not any(rule in off for rule in shares)
    assert all(rule.id in off for rule in EVERY if not rule.id.startswith("boilerplate.share"))


def test_a_stage_is_switched_off_by_its_name() -> None:
    off = BUILTIN.without("names", "dates")
    assert {rule.id.partition(".")[0] for rule in EVERY if rule.id in off} == {"encoding", "boilerplate", "quotes"}


@pytest.mark.parametrize("name", ["boilerplate.no-such-rule", "boilerplate.sha", "", "Boilerplate"])
def test_an_unknown_rule_cannot_be_switched_off(name: str) -> None:
    with pytest.raises(ValueError, match="no rule is called"):
        BUILTIN.without(name)


def test_rules_are_plain_values() -> None:
    rules = BUILTIN.without("boilerplate.model")
    assert pickle.loads(pickle.dumps(rules)) == rules
    assert hash(rules) == hash(BUILTIN.without("boilerplate.model"))
    assert BUILTIN == Rules()


GOOD = """
[[rule]]
id = "boilerplate.harbour-note"
why = "the Harbour Times closes each story with its tide table"
where = "line"
kind = "about"
pattern = '''Tides today: .{0,80}'''
matches = ["Tides today: 04:12 and 16:40"]
spares = ["The tides today were low, he said."]

[[alias]]
alias = "Nordby"
canonical = "Nordby Municipality"
type = "LOC"
"""


def test_a_user_adds_rules_and_aliases(tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_text(GOOD, encoding="utf-8")
    rules = load_rules(file)
    text = "The council of Nordby met for the first time since the storm, and the mayor thanked the volunteers.\n\nTides today: 04:12 and 16:40"
    result = newsnorm.explain(text, rules=rules)
    assert "Tides" not in result.text
    assert "boilerplate.harbour-note" in {rule for edit in result.edits for rule in edit.rules}
    assert newsnorm.canonical_name("Nordby", rules=rules) == "Nordby Municipality"
    assert not any("boilerplate.harbour-note" in edit.rules for edit in newsnorm.explain(text).edits)
    assert rules["boilerplate.harbour-note"].kind == "about"


BAD = {
    "not TOML": "[[rule",
    "bad id": GOOD.replace("boilerplate.harbour-note", "Harbour Note"),
    "bad id: unknown stage": GOOD.replace("boilerplate.harbour-note", "spelling.harbour-note"),
    "no reason": GOOD.replace("the Harbour Times closes each story with its tide table", " "),
    "bad pattern": GOOD.replace("Tides today: .{0,80}", "Tides today: (.{0,80}"),
    "where is 'page'": GOOD.replace('where = "line"', 'where = "page"'),
    "unknown field 'colour'": GOOD.replace('kind = "about"', 'colour = "blue"'),
    "words is 0": GOOD.replace('kind = "about"', "words = 0"),
    "does not match 'High water today'": GOOD.replace("Tides today: 04:12 and 16:40", "High water today"),
    "matches 'Tides today: low'": GOOD.replace("The tides today were low, he said.", "Tides today: low"),
    "does not match 'Tides today: 04:12 and 16:40'": GOOD.replace('kind = "about"', "words = 4"),
    "needs is ['']": GOOD.replace('kind = "about"', 'needs = [""]'),
    "needs is ['Tides']": GOOD.replace('kind = "about"', 'needs = ["Tides"]'),
    "needs is 'tides'": GOOD.replace('kind = "about"', 'needs = "tides"'),
    "has none of what it needs: moon": GOOD.replace('kind = "about"', 'needs = ["moon"]'),
    "unless is 'tides'": GOOD.replace('kind = "about"', 'unless = "tides"'),
    "unless is ['']": GOOD.replace('kind = "about"', 'unless = [""]'),
    "no guard is called 'tides': allowed are caption-verb, ": GOOD.replace('kind = "about"', 'unless = ["tides"]'),
    "bad pattern: missing ) at position 1": GOOD.replace('kind = "about"', 'unless = ["("]'),
    "does not match 'Tides today: 04:12 and 16:40', ": GOOD.replace('kind = "about"', 'unless = ["16:40"]'),
    "guards is {'low': 3}": GOOD + "[guards]\nlow = 3\n",
    "guards is 'low'": 'guards = "low"\n' + GOOD,
    "guard 'Low tide': bad name": GOOD + '[guards]\n"Low tide" = "low"\n',
    "sure is 'yes'": GOOD.replace('kind = "about"', 'sure = "yes"'),
    "kind is 3": GOOD.replace('kind = "about"', "kind = 3"),
    "pattern is 3": GOOD.replace("pattern = '''Tides today: .{0,80}'''", "pattern = 3"),
    "matches is": GOOD.replace('matches = ["Tides today: 04:12 and 16:40"]', "matches = []"),
    "spares is": GOOD.replace('spares = ["The tides today were low, he said."]', 'spares = "none"'),
    "type is 'CITY'": GOOD.replace('"LOC"', '"CITY"'),
    "canonical is None": GOOD.replace('canonical = "Nordby Municipality"\n', ""),
    "context is 3": GOOD + "context = 3\n",
    "'rule' is dict": '[rule]\nid = "boilerplate.x"\n',
    "another rule has this id": GOOD.replace("boilerplate.harbour-note", EVERY[0].id),
    "another rule has this id: the file's own": GOOD + GOOD,
    "unknown table 'rules'": GOOD.replace("[[rule]]", "[[rules]]"),
    "what rules of dates do is code": GOOD.replace("boilerplate.harbour-note", "dates.harbour-note"),
    "no pattern": GOOD.replace("pattern = '''Tides today: .{0,80}'''\n", ""),
}


@pytest.mark.parametrize("message", BAD)
def test_a_bad_rule_file_is_refused_in_one_sentence(message: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(BAD[message], encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        BUILTIN.plus(file)
    told = str(raised.value)
    assert told.startswith(f"{file}: ")
    assert message.partition(":")[0] in told
    assert "\n" not in told.partition(": not TOML")[0]
    assert isinstance(raised.value, ValueError)


@pytest.mark.parametrize(
    ("where", "pattern", "matches", "spares"),
    [
        ("line", "Tides: .{0,9}", "It was late.\n  Tides: 04:12", "The Tides: 04:12"),
        ("block", "Tide's? times", "Tide’s times", "Tide times today"),
        ("prefix", "Tides: ", "Tides: the harbour is shut.", "The Tides: a film"),
        ("suffix", " - Harbour Post", "The harbour is shut. - Harbour Post", "- Harbour Post said so"),
        ("inline", r"\[tide \d\]", "The harbour [tide 4] is shut.", "The harbour [tide] is shut."),
    ],
)
def test_a_users_pattern_is_tried_on_its_examples(
    where: str, pattern: str, matches: str, spares: str, tmp_path: Path
) -> None:
    row = f"id = 'boilerplate.tides'\nwhy = 'no story'\nwhere = '{where}'\npattern = {json.dumps(pattern)}\n"
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(f"[[rule]]\n{row}matches = [{json.dumps(matches)}]\nspares = [{json.dumps(spares)}]", "utf-8")
    bad.write_text(f"[[rule]]\n{row}matches = [{json.dumps(matches)}]\nspares = [{json.dumps(matches)}]", "utf-8")
    assert "boilerplate.tides" in load_rules(good)
    with pytest.raises(RuleError, match="which is in 'spares'"):
        load_rules(bad)


def test_a_rule_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_text(GOOD, encoding="utf-8-sig")
    assert "boilerplate.harbour-note" in BUILTIN.plus(file)


def test_two_files_may_not_have_one_id(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text(GOOD, encoding="utf-8")
    other.write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match=r"other\.toml: rule 'boilerplate\.harbour-note': another rule"):
        load_rules(one, other)


@pytest.mark.parametrize("name", [None, 7, ["quotes", "names"]])
def test_rules_are_switched_off_by_strings(name: Any) -> None:
    with pytest.raises(TypeError, match="allowed is a str for each rule or family"):
        BUILTIN.without(name)


def test_a_rule_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes(b'[[alias]]\nalias = "Caf\xe9"\n')
    with pytest.raises(RuleError, match="not UTF-8 at byte"):
        BUILTIN.plus(file)


def test_a_rule_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        BUILTIN.plus(tmp_path / "none.toml")
