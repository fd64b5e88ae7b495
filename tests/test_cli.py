"""The command line, called in this process: what goes in, what comes out, what is said, and the exit status."""

from __future__ import annotations

import codecs
import io
import json
import os
import pickle
import runpy
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import newsnorm
from newsnorm.cli import main, run, stream, terminal
from newsnorm.cli.records import Settings, clean_line, clean_text, read_fields, text_of_line

ARTICLE = "“We met on Monday,” she said.\n\nRead More:\n\nTalks resume\n"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CLEANED = '"We met on Monday [2022-02-14]," she said.\n'


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    out: bytes
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Stream(io.TextIOWrapper):
    """A standard stream that may be a terminal."""

    def __init__(self, data: bytes = b"", terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", errors="backslashreplace")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def written(self) -> bytes:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


Call = Callable[..., Answer]


def called(arguments: Sequence[str], data: bytes | str = b"", terminal: bool = False) -> Answer:
    """Call `main` with its own standard streams."""
    given = Stream(data if isinstance(data, bytes) else data.encode())
    out, err = Stream(), Stream(terminal=terminal)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", given)
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
    return Answer(status, out.written(), err.written().decode())


def jsonl(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


# Text in, text out


def test_text_is_cleaned_as_clean_does() -> None:
    answer = called(["--published", "2022-02-15"], ARTICLE)
    assert answer == Answer(0, CLEANED.encode(), "")


def test_without_a_publication_date_dates_are_left_alone() -> None:
    assert called([], "It ended on Monday.").out == b"It ended on Monday."


@pytest.mark.parametrize(
    ("flag", "text"),
    [
        ("--encoding=keep", "The cafÃ© opened."),
        ("--boilerplate=keep", "The talks went on.\n\nRead More:"),
        ("--quotes=keep", "“Yes,” she said."),
        ("--quotes=curly", '"Yes," she said.'),
        ("--quotes=locale", '"Yes," she said.'),
        ("--dates=keep", "It ended on Monday."),
        ("--dates=iso", "It ended on Monday."),
        ("--names=keep", "Nato met."),
        ("--names=spelling", "Maria Berg met Nato. Mrs. Berg left."),
        ("--lang=de", '"Ja", sagte sie.'),
    ],
)
def test_a_flag_is_the_keyword_of_that_name(flag: str, text: str) -> None:
    name, value = flag[2:].split("=")
    expected = newsnorm.clean(text, published="2022-02-15", **{name: value})  # type: ignore[arg-type]
    assert called([flag, "--published=2022-02-15"], text).out.decode() == expected


def test_a_file_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert called(["--published=2022-02-15", str(path)]).out == CLEANED.encode()


def test_nothing_in_nothing_out() -> None:
    assert called([]) == Answer(0, b"", "")
    assert called(["--jsonl"]) == Answer(0, b"", "")


def test_line_ends_are_not_touched_by_reading_and_writing() -> None:
    text = "It ended.\r\n\r\nIt began.\r\n"
    assert called(["--encoding=keep"], text).out == text.encode()


def test_bytes_that_are_not_utf8_come_through_and_are_counted() -> None:
    answer = called([], b"The caf\xe9 opened, and \xff closed.\n")
    assert answer.out == b"The caf\xe9 opened, and \xff closed.\n"
    assert answer.err == "newsnorm: bytes that are not UTF-8, passed through unchanged: 2\n"
    assert answer.status == 0


@given(st.binary(max_size=60))
def test_any_bytes_come_through(data: bytes) -> None:
    assume(not data.startswith(UTF_16))
    keep = ["--encoding=keep", "--boilerplate=keep", "--quotes=keep", "--dates=keep", "--names=keep"]
    assert called(keep, data).out == data


@given(st.binary(max_size=60))
def test_any_bytes_are_cleaned_without_a_traceback(data: bytes) -> None:
    assume(not data.startswith(UTF_16))
    answer = called(["--published=2022-02-15"], data)
    assert answer.status == 0
    assert "internal error" not in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("mark", UTF_16)
@pytest.mark.parametrize("arguments", [["--edits={edits}"], ["count"]])
def test_utf_16_is_a_bad_call(arguments: list[str], mark: bytes, tmp_path: Path) -> None:
    edits = tmp_path / "edits"
    answer = called([argument.format(edits=edits) for argument in arguments], mark + b"\x001\x00")
    assert (answer.status, answer.out) == (2, b"")
    assert answer.err.endswith("error: the text is UTF-16: allowed is UTF-8\n")
    assert not edits.exists()


# JSONL in, JSONL out


def test_jsonl_keeps_all_other_fields_as_they_were_written() -> None:
    line = '{ "id":1.50, "a": {"text" : [1e3]},"text" : "“Yes”" ,\t"z":"\\u00e9é", "n":12345678901234567890123 }\n'
    assert called(["--jsonl"], line).out.decode() == line.replace("“Yes”", '\\"Yes\\"')


def test_a_record_has_its_own_date_and_the_flag_is_for_those_without() -> None:
    text = "It ended on Monday."
    rows = [
        {"text": text, "published": "2022-02-15"},
        {"text": text, "published": None},
        {"text": text, "published": ""},
    ]
    answer = called(["--jsonl", "--published=2024-03-12"], jsonl(*rows, {"text": text}))
    days = ["2022-02-14", "2024-03-11", "2024-03-11", "2024-03-11"]
    assert [row["text"] for row in answer.rows] == [f"It ended on Monday [{day}]." for day in days]


def test_fields_may_have_other_names() -> None:
    row = {"body": "It ended on Monday.", "date": "2022-02-15T08:00:00Z", "published": "nonsense"}
    answer = called(["--jsonl", "--text-field=body", "--date-field=date"], jsonl(row))
    assert answer.rows == [{**row, "body": "It ended on Monday [2022-02-14]."}]


def test_a_field_may_have_an_empty_name() -> None:
    answer = called(["--jsonl", "--text-field="], jsonl({"": "“Yes”", "text": "“No”"}))
    assert answer.rows == [{"": '"Yes"', "text": "“No”"}]


def test_the_date_is_not_read_where_dates_are_kept() -> None:
    assert called(["--jsonl", "--dates=keep"], jsonl({"text": "It ended.", "published": "nonsense"})).status == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", "not a JSON object"),
        ('{"text": nonsense}', "not JSON: Expecting value at character 10"),
        ('{"text": "a"', "not JSON: Expecting '}' at character 14"),
        ('{"text": "a",}', "not JSON: Expecting a field name in double quotes at character 14"),
        ('{"text" "a"}', "not JSON: Expecting ':' at character 9"),
        ('{"text": "a"} {}', "not JSON: Extra data at character 15"),
        ('{"text": "a\tb"}', "not JSON: Invalid control character at character 12"),
        ("[]", "not a JSON object"),
        ("{}", "no field 'text'"),
        ('{"text": 12}', "'text' is 12: allowed are a string and null"),
        ('{"text": ["a"]}', "'text' is [\"a\"]: allowed are a string and null"),
        ('{"text": "a", "published": 20220215}', "'published' is 20220215: allowed are a string and null"),
        (
            '{"text": "a", "published": "15 Feb"}',
            "published is '15 Feb': allowed are a date, a datetime, an ISO 8601 string such as '2022-02-15', or None",
        ),
        ('{"text": ' + "[" * 100_000, "not usable: nested too deeply"),
    ],
)
def test_a_bad_record_is_told_and_passed_through(line: str, message: str) -> None:
    good = jsonl({"text": "“Yes”"})
    answer = called(["--jsonl"], f"{good}{line}\n{good}")
    assert answer.err == f"newsnorm: line 2: {message}; passed through unchanged\n"
    assert answer.out.decode().split("\n")[1] == line
    assert answer.out.decode().count('"\\"Yes\\""') == 2
    assert answer.status == 1


def test_records_without_text_are_passed_through() -> None:
    lines = '{"text": null}\n\n \r\n{"text": ""}'
    assert called(["--jsonl"], lines) == Answer(0, lines.encode(), "")


def test_a_text_is_written_with_escapes_if_it_was() -> None:
    lines = '{"text": "caf\\u00e9 “Yes”"}\n{"text": "café “Yes”"}\n{"text": "\\ud800 “Yes”"}\n'
    expected = '{"text": "caf\\u00e9 \\"Yes\\""}\n{"text": "café \\"Yes\\""}\n{"text": "\\ud800 \\"Yes\\""}\n'
    assert called(["--jsonl"], lines).out.decode() == expected


def test_bad_bytes_in_a_record_stay_bytes_beside_escapes() -> None:
    answer = called(["--jsonl"], b'{"text": "\xff \\ud800 \\u00e9 \xe2\x80\x9cYes\xe2\x80\x9d"}\n')
    assert answer.out == b'{"text": "\xff \\ud800 \xc3\xa9 \\"Yes\\""}\n'
    assert "not UTF-8, passed through unchanged: 1\n" in answer.err


def test_a_byte_order_mark_is_no_error() -> None:
    assert called(["--jsonl"], b'\xef\xbb\xbf{"text": "a"}\n') == Answer(0, b'{"text": "a"}\n', "")


def test_a_text_that_is_clean_stays_as_it_was_written() -> None:
    line = r'{"text": "caf\u00e9 \/ \u0041 café"}'.encode()
    assert called(["--jsonl"], line).out == line


def test_a_number_may_have_any_number_of_digits() -> None:
    line = '{"id": ' + "9" * 10_000 + ', "text": "“Yes”"}\n'
    assert called(["--jsonl"], line) == Answer(0, line.replace("“Yes”", r"\"Yes\"").encode(), "")


def test_line_counts_do_not_cross_to_another_process_with_each_result() -> None:
    counts = newsnorm.count_lines(["One line\n\nOur town", "Another line\n\nOur town"])
    result = clean_text("Our town", Settings({"repeated": counts}, explained=True)).result
    assert result is not None
    assert result.repeated is None
    assert pickle.loads(pickle.dumps(result)).edits == result.edits


def test_of_a_field_given_twice_the_last_counts() -> None:
    assert called(["--jsonl"], '{"text": "“a”", "text": "“b”"}').out.decode() == '{"text": "“a”", "text": "\\"b\\""}'


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=4), children, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(max_size=6), VALUES, max_size=5), st.booleans(), st.sampled_from([None, 1]))
def test_fields_are_read_as_json_reads_them(row: dict[str, object], escaped: bool, indent: int | None) -> None:
    line = json.dumps(row, ensure_ascii=escaped, indent=indent)
    fields = read_fields(line)
    assert {name: json.loads(line[field.start : field.end]) for name, field in fields.items()} == row
    assert list(fields) == list(row)


@given(st.dictionaries(st.text(max_size=6), VALUES, max_size=4), st.text(), st.booleans())
def test_only_the_text_changes(row: dict[str, object], text: str, escaped: bool) -> None:
    row = {**row, "text": text}
    cleaned = clean_line(json.dumps(row, ensure_ascii=escaped), Settings({}, date_field=None))
    assert cleaned.error is None
    assert json.loads(cleaned.output) == {**row, "text": newsnorm.clean(text)}


@given(st.text())
def test_any_line_is_taken(line: str) -> None:
    cleaned = clean_line(line, Settings({}))
    assert cleaned.error is None or cleaned.output == line
    assert "internal error" not in (cleaned.error or "")
    text_of_line(line, "text")


def test_our_own_defect_costs_one_record_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, **_: object) -> str:
        raise KeyError(text)

    monkeypatch.setattr("newsnorm.cli.records.clean", broken)
    answer = called(["--jsonl"], jsonl({"text": "a"}, {"n": 1}))
    assert answer.status == 1
    assert answer.out.decode() == jsonl({"text": "a"}, {"n": 1})
    assert answer.err.startswith("newsnorm: line 1: internal error, please report it: KeyError('a'); passed")


# Processes


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_processes_keep_the_order_and_the_answer(jobs: str) -> None:
    rows = [{"n": n, "text": f"“{n}” on Monday", "published": "2022-02-15"} for n in range(150)]
    lines = jsonl(*rows[:70]) + "nonsense\n" + jsonl(*rows[70:])
    answer = called(["--jsonl", "--jobs", jobs], lines)
    assert answer.out.decode().split("\n")[70] == "nonsense"
    assert [json.loads(line)["n"] for line in answer.out.decode().split("\n") if "Monday" in line] == list(range(150))
    assert answer.err.startswith("newsnorm: line 71: not a JSON object")
    assert answer.status == 1


def test_a_worker_cleans_batches() -> None:
    import signal

    before = signal.getsignal(signal.SIGINT)
    try:
        stream._start_worker(Settings({"quotes": "curly"}))
        assert [cleaned.output for cleaned in stream._clean_batch(['{"text": "\'Yes\'"}', "x"])] == [
            '{"text": "‘Yes’"}',
            "x",
        ]
    finally:
        signal.signal(signal.SIGINT, before)
        stream._in_worker.clear()


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_endless_stream_is_read_no_further_than_needed(jobs: int) -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield '{"text": "“Yes”"}\n'

    cleaned = stream.clean_lines(endless(), Settings({}), jobs)
    for _ in range(300):
        assert next(cleaned).output == '{"text": "\\"Yes\\""}\n'
    assert read <= 300 + 16 * 4 * jobs + 16
    cleaned.close()  # type: ignore[attr-defined]


# What was changed


def test_edits_are_written_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "edits.jsonl"
    rows = [{"text": "It ended."}, {"text": "“Yes” on Monday", "published": "2022-02-15"}]
    answer = called(["--jsonl", "--edits", str(path)], jsonl(*rows))
    edits = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(edit["record"], edit["start"], edit["end"], edit["old"], edit["new"]) for edit in edits] == [
        (2, 0, 1, "“", '"'),
        (2, 4, 5, "”", '"'),
        (2, 15, 15, "", " [2022-02-14]"),
    ]
    assert all(rule in newsnorm.BUILTIN for edit in edits for rule in edit["rules"])
    replayed = newsnorm.apply("“Yes” on Monday", [newsnorm.Edit(e["start"], e["end"], e["new"], ()) for e in edits])
    assert replayed == answer.rows[1]["text"]


def test_edits_of_a_text_with_bad_bytes_are_json(tmp_path: Path) -> None:
    path = tmp_path / "edits.jsonl"
    called(["--edits", str(path)], b"The talks went on.\n\nRead More:\n\n\xff Talks resume")
    edits = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert any("\udcff" in edit["old"] for edit in edits)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_html_shows_each_article(tmp_path: Path, jobs: str) -> None:
    path, edits = tmp_path / "report.html", tmp_path / "edits.jsonl"
    lines = jsonl({"text": "“Yes” <b>"}, {"n": 1}, {"text": "“No”"})
    answer = called(["--jsonl", "--jobs", jobs, "--html", str(path), "--edits", str(edits)], lines)
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert "standard input, line 1" in page
    assert "standard input, line 3" in page
    assert "<b>&" not in page
    assert "line 2" in answer.err
    assert len(edits.read_text(encoding="utf-8").splitlines()) == 4


def test_html_of_one_text_names_the_file(tmp_path: Path) -> None:
    article, page = tmp_path / "article.txt", tmp_path / "page.html"
    article.write_bytes(b"\xe2\x80\x9cYes\xe2\x80\x9d \xff")
    assert called(["--html", str(page), str(article)]).status == 0
    assert "article.txt</h2>" in page.read_text(encoding="utf-8")


# Rules and line counts

RULES = """
[[rule]]
id = "boilerplate.house-ad"
why = "The house advertisement of our own paper."
where = "line"
kind = "promo"
pattern = "Buy the Harbour Post today!"
matches = ["Buy the Harbour Post today!"]
spares = ["He told her to buy the Harbour Post today."]

[[alias]]
alias = "Portland Board"
canonical = "Port Board"
"""


@pytest.fixture
def rules_file(tmp_path: Path) -> str:
    path = tmp_path / "site.toml"
    path.write_text(RULES, encoding="utf-8")
    return str(path)


def test_rules_are_added(rules_file: str) -> None:
    text = "The talks in Geneva went on without a result.\n\nBuy the Harbour Post today!\n"
    assert "Buy" in called([], text).out.decode()
    assert "Buy" not in called(["--rules", rules_file], text).out.decode()


def test_rules_are_switched_off() -> None:
    assert called(["--without", "quotes"], "“Yes”").out.decode() == "“Yes”"


def test_rules_are_listed() -> None:
    answer = called(["rules"])
    text = answer.out.decode()
    listed = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert listed == [rule.id for rule in newsnorm.BUILTIN.every()]
    for rule in newsnorm.BUILTIN.every():
        assert f"\n    {rule.why}\n" in text
    assert answer.status == 0


def test_some_rules_are_listed(rules_file: str) -> None:
    text = called(["rules", "--rules", rules_file, "boilerplate.house-ad"]).out.decode()
    assert text == (
        "boilerplate.house-ad\n    The house advertisement of our own paper.\n"
        "    + 'Buy the Harbour Post today!'\n    - 'He told her to buy the Harbour Post today.'\n\n"
    )
    quotes = called(["rules", "quotes", "--without", "dates"]).out.decode()
    assert quotes.startswith("quotes.")
    assert "\ndates." not in quotes
    assert "\ndates." not in called(["rules", "--without", "dates"]).out.decode()


def test_lines_are_counted_and_used(tmp_path: Path) -> None:
    line = "Our harbour, our paper, our people"
    bodies = [
        "A storm closed the port on Monday.",
        "The museum opened a new hall.",
        "Fares rise in spring, the council said.",
    ] * 2
    rows = [{"text": f"{body} It is number {n} of many.\n\n{line}\n"} for n, body in enumerate(bodies)]
    counted = called(["count", "--jsonl"], jsonl(*rows, {"text": None}))
    assert (counted.status, counted.err) == (0, "")
    counts = tmp_path / "counts"
    counts.write_bytes(counted.out)
    answer = called(["--jsonl", "--repeated", str(counts)], jsonl(*rows))
    assert not any(line in str(row["text"]) for row in answer.rows)
    assert all("of many." in str(row["text"]) for row in answer.rows)

    files = []
    for number, row in enumerate(rows):
        files.append(str(tmp_path / f"{number}.txt"))
        Path(files[-1]).write_text(str(row["text"]), encoding="utf-8")
    assert called(["count", *files]).out == counted.out


def test_records_that_cannot_be_counted_are_told(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"body": "a"}\nnonsense\n', encoding="utf-8")
    answer = called(["count", "--jsonl", "--text-field", "body", str(path)])
    assert answer.status == 1
    assert answer.err == f"newsnorm: {path}: line 2: not a JSON object; not counted\n"
    assert called(["count", "--jsonl"], "[]").err == "newsnorm: line 1: not a JSON object; not counted\n"


# Calls that are wrong


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published=tomorrow"], "published is 'tomorrow': allowed are a date"),
        (["--quotes=round"], "invalid choice: 'round'"),
        (["--lang=klingon!"], "lang is 'klingon!': allowed is a BCP 47 tag"),
        (["--jobs=0"], "jobs is '0': allowed is a whole number above zero"),
        (["--jobs=many"], "jobs is 'many': allowed is a whole number above zero"),
        (["--jobs=²"], "jobs is '²': allowed is a whole number above zero"),
        (["--text-field=body"], "go with --jsonl"),
        (["--date-field=day"], "go with --jsonl"),
        (["--jobs=2"], "go with --jsonl"),
        (["count", "--text-field=body"], "goes with --jsonl"),
        (["--without=boilerplate.nonsense"], "--without: no rule is called 'boilerplate.nonsense'"),
        (["rules", "nonsense"], "no rule is called 'nonsense'"),
        (["--rules=no/such/file"], "--rules no/such/file: No such file"),
        (["--repeated=no/such/file"], "--repeated no/such/file: No such file"),
        (["no/such/file"], "no/such/file: No such file"),
        (["count", "no/such/file"], "no/such/file: No such file"),
        (["--edits=no/such/file"], "no/such/file: No such file"),
        (["--html=no/such/file"], "no/such/file: No such file"),
        (["--edits=-"], "standard output is for the text: allowed is a FILE"),
        (["a\0b"], "embedded null byte"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["--quo=keep"], "unrecognized arguments: --quo=keep"),
        (["one", "two"], "unrecognized arguments: two"),
    ],
)
def test_a_bad_call_is_told(arguments: list[str], message: str) -> None:
    answer = called(arguments, "“Yes”")
    assert answer.status == 2
    assert message in " ".join(answer.err.split())
    assert answer.out == b""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--edits={read}", "{read}"], "FILE and --edits are one file"),
        (["--html={link}", "{read}"], "FILE and --html are one file"),
        (["--edits={new}", "--html={folder}/./new"], "--edits and --html are one file"),
        (["--edits={read}", "--html={link}"], "--edits and --html are one file"),
        (["--edits={read}", "--rules={read}"], "--rules and --edits are one file"),
        (["--html={read}", "--repeated={read}"], "--repeated and --html are one file"),
    ],
)
def test_a_file_that_would_be_overwritten_is_refused(arguments: list[str], message: str, tmp_path: Path) -> None:
    names = {"folder": tmp_path, "read": tmp_path / "read", "link": tmp_path / "link", "new": tmp_path / "new"}
    names["read"].write_text(ARTICLE, encoding="utf-8")
    names["link"].hardlink_to(names["read"])
    answer = called([argument.format(**names) for argument in arguments], ARTICLE)
    assert answer.status == 2
    assert f"{message}: allowed are files that differ" in answer.err
    assert names["read"].read_text(encoding="utf-8") == ARTICLE
    assert not names["new"].exists()


def test_edits_and_page_may_go_to_one_device() -> None:
    assert called([f"--edits={os.devnull}", f"--html={os.devnull}"], ARTICLE).status == 0


def test_a_bad_rule_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text('[[rule]]\nid = "nonsense"\n', encoding="utf-8")
    answer = called(["--rules", str(path)], "a")
    assert answer.status == 2
    assert f"{path}: rule 'nonsense': bad id" in answer.err


def test_bad_line_counts_are_told(tmp_path: Path) -> None:
    path = tmp_path / "counts"
    path.write_bytes(b"\xff nonsense\n")
    answer = called(["--repeated", str(path)], "a")
    assert answer.status == 2
    assert f"--repeated {path} does not hold line counts: allowed is a file that LineCounts.save wrote" in answer.err


@pytest.mark.parametrize("arguments", [["--help"], ["rules", "--help"], ["count", "--help"], ["--version"]])
def test_help_and_version(arguments: list[str]) -> None:
    answer = called(arguments)
    assert answer.status == 0
    assert answer.out.decode().startswith(("usage: newsnorm", f"newsnorm {newsnorm.__version__}\n"))


def test_the_package_is_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["newsnorm", "rules", "quotes"])
    monkeypatch.setattr(sys, "stdout", Stream())
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("newsnorm", run_name="__main__")


def test_help_names_each_stage_with_its_default() -> None:
    text = " ".join(called(["--help"]).out.decode().split())
    for default in ("repair", "drop", "straight", "annotate", "canonical"):
        assert f"(default: {default})" in text


# When things break


class Gone(io.BytesIO):
    """A pipe whose reader has gone, or whose disk is full."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def write(self, _: object) -> int:
        raise self.error


def broken(arguments: list[str], error: BaseException, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    err = Stream()
    monkeypatch.setattr(sys, "stdin", Stream(b"{}\n"))
    monkeypatch.setattr(sys, "stderr", err)
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(run, "_stdout", lambda: Gone(error))
    return main(arguments), err.written().decode()


@pytest.mark.parametrize("arguments", [["rules"], ["count"], []])
def test_a_closed_pipe_is_silent(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert broken(arguments, BrokenPipeError(), monkeypatch) == (0, "")


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    error = OSError(28, "No space left on device")
    assert broken([], error, monkeypatch) == (1, "newsnorm: No space left on device\n")


def test_any_other_failure_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    assert broken([], MemoryError(), monkeypatch) == (1, "newsnorm: MemoryError\n")


def test_an_interruption_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert broken([], KeyboardInterrupt(), monkeypatch) == (130, "")


def test_streams_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert called_with_closed("stdin") == 2
    assert called_with_closed("stdout") == 1
    assert called_with_closed("stderr") == 0


def called_with_closed(name: str) -> int:
    streams = {"stdin": Stream(b"\xff"), "stdout": Stream(), "stderr": Stream()}
    with pytest.MonkeyPatch.context() as patch:
        for stream_name, value in streams.items():
            patch.setattr(sys, stream_name, None if stream_name == name else value)
        try:
            return main([])
        except SystemExit as stop:
            return int(stop.code or 0)


# Progress


def test_progress_is_shown_at_a_terminal() -> None:
    pytest.importorskip("tqdm")
    answer = called(["--jsonl"], jsonl({"text": "a"}, {"text": "b"}), terminal=True)
    assert "2 articles" in answer.err
    assert called(["--jsonl"], jsonl({"text": "a"})).err == ""


def test_progress_needs_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setattr(sys, "stderr", Stream(terminal=True))
    monkeypatch.setattr(sys, "stdout", Stream())
    assert list(terminal.progress([1, 2])) == [1, 2]
