"""The command as a process of its own: pipes, locales, interruptions, memory."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

import newsnorm

COMMAND = [sys.executable, "-m", "newsnorm"]
EXAMPLES = Path(__file__).parent.parent / "examples"
RECORD = '{"text": "“Yes” on Monday", "published": "2022-02-15"}\n'
CLEAN_RECORD = '{"text": "\\"Yes\\" on Monday [2022-02-14]", "published": "2022-02-15"}\n'

unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals of Unix")


def ran(arguments: Iterable[str], data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **environment}
    return subprocess.run([*COMMAND, *arguments], input=data, capture_output=True, check=False, timeout=120, env=env)


def test_a_filter_of_text() -> None:
    done = ran(["--published", "2022-02-15"], "“We met on Monday,” she said.\r\n".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().strip() == '"We met on Monday [2022-02-14]," she said.'


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_filter_of_the_examples(jobs: str, tmp_path: Path) -> None:
    edits = tmp_path / "edits.jsonl"
    done = ran(["--jsonl", "--jobs", jobs, "--edits", str(edits), str(EXAMPLES / "articles.jsonl")])
    before = [json.loads(line) for line in (EXAMPLES / "articles.jsonl").read_bytes().splitlines()]
    after = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert [{**row, "text": ""} for row in after] == [{**row, "text": ""} for row in before]
    assert all(len(new["text"]) < len(old["text"]) for new, old in zip(after, before, strict=True))
    records = {json.loads(line)["record"] for line in edits.read_bytes().splitlines()}
    assert records == set(range(1, len(before) + 1))


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_processes_may_be_started_in_any_way(method: str, tmp_path: Path) -> None:
    counts, rules = tmp_path / "counts", tmp_path / "rules.toml"
    newsnorm.count_lines(["One.\n\nOur town", "Two.\n\nOur town"]).save(counts)
    rules.write_text('[[alias]]\nalias = "Portland Board"\ncanonical = "Port Board"\n', encoding="utf-8")
    script = (
        "import multiprocessing, sys; multiprocessing.set_start_method(sys.argv[1]);"
        "from newsnorm.cli import main; sys.exit(main(sys.argv[2:]))"
    )
    arguments = [
        "--jsonl",
        "--jobs=2",
        "--html",
        str(tmp_path / "report.html"),
        "--edits",
        str(tmp_path / "edits.jsonl"),
    ]
    done = subprocess.run(
        [sys.executable, "-c", script, method, *arguments, "--repeated", str(counts), "--rules", str(rules)],
        input=RECORD.encode() * 40,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLEAN_RECORD * 40, b"")
    assert (tmp_path / "report.html").read_text(encoding="utf-8").count("<h2>") == 40


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"TZ": "Pacific/Apia"}]
)
def test_locale_and_time_zone_do_not_matter(environment: dict[str, str]) -> None:
    done = ran(["--jsonl"], RECORD.encode(), **environment)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLEAN_RECORD, b"")
    assert ran(["rules"], **environment).stdout == ran(["rules"]).stdout


@unix
@pytest.mark.parametrize("arguments", [["--jsonl"], ["--jsonl", "--jobs=2"], ["rules"], ["--help"]])
def test_a_closed_pipe_is_silent(arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*COMMAND, *arguments],
            input=RECORD.encode() * 200,
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "--jsonl"], input=RECORD.encode(), stdout=full, stderr=subprocess.PIPE, check=False, timeout=120
        )
    assert (done.returncode, done.stderr) == (1, b"newsnorm: No space left on device\n")


@unix
@pytest.mark.parametrize("arguments", [[], ["--jsonl"], ["article"]])
def test_what_is_read_is_not_written_to(arguments: list[str], tmp_path: Path) -> None:
    article = tmp_path / "article"
    article.write_text(RECORD, encoding="utf-8")
    with article.open("rb") as given, article.open("ab") as out:
        command = [*COMMAND, *arguments]
        done = subprocess.run(command, stdin=given, stdout=out, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.endswith(b"and standard output are one file: allowed are files that differ\n")
    assert article.read_text(encoding="utf-8") == RECORD


def test_each_record_comes_out_as_soon_as_it_came_in() -> None:
    env = {**os.environ, "PYTHONUNBUFFERED": ""}  # with it, nothing would wait to be written, whatever we do
    with subprocess.Popen([*COMMAND, "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(3):
            process.stdin.write(RECORD.encode())
            process.stdin.flush()
            assert process.stdout.readline().decode() == CLEAN_RECORD
        process.stdin.close()
        assert process.wait(timeout=60) == 0


@unix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interruption_is_silent(jobs: str) -> None:
    command = [*COMMAND, "--jsonl", "--jobs", jobs]
    # What runs in the background of a shell ignores interruptions, and a process that it starts would, too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        started = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
    finally:
        signal.signal(signal.SIGINT, before)
    with started as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(RECORD.encode() * 400)
        process.stdin.flush()
        process.stdout.readline()
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C at a terminal does: to all processes of the group
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 130


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_does_not_grow_with_the_stream(jobs: str) -> None:
    script = (
        "import sys; from newsnorm.cli import main; main(['--jsonl', '--jobs', sys.argv[1]]);"
        "peak = [line for line in open('/proc/self/status') if line.startswith('VmHWM')];"
        "print(peak[0].split()[1], file=sys.stderr)"
    )
    line = json.dumps({"text": "“Yes”", "filler": "x" * 2_000}) + "\n"
    peaks = []
    for number in (1_000, 10_000):
        done = subprocess.run(
            [sys.executable, "-c", script, jobs],
            input=line.encode() * number,
            capture_output=True,
            check=True,
            timeout=300,
        )
        assert done.stdout.count(b"\n") == number
        peaks.append(int(done.stderr))
    assert peaks[1] - peaks[0] < 5_000  # kB, while the second stream has 18 MB more
