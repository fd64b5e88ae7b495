"""Run the command line: open what is named, clean what comes in, write what comes out, tell what went wrong."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import stat
import sys
import tempfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final, Literal, TextIO

from newsnorm.cli.arguments import count_parser, filter_parser, options_of, rules_of, rules_parser
from newsnorm.cli.records import Cleaned, Settings, clean_text, text_of_line
from newsnorm.cli.stream import clean_lines, decoded, decoded_lines
from newsnorm.cli.terminal import progress, reason, say, silence
from newsnorm.report import html_page
from newsnorm.result import Result
from newsnorm.rules import Rule
from newsnorm.sites import count_lines

__all__ = ["main"]

_FAILED: Final = 1
_INTERRUPTED: Final = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line with these arguments (default: those of the process) and return the exit status.

    A call that is wrong raises ``SystemExit`` with status 2, as argparse does; nothing else is raised.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    command, rest = _filter, arguments
    if arguments and arguments[0] in ("rules", "count"):
        command, rest = (_rules if arguments[0] == "rules" else _count), arguments[1:]
    try:
        return _flushed(command, rest)
    except BrokenPipeError:
        silence()
        return 0
    except KeyboardInterrupt:
        silence()
        return _INTERRUPTED
    except Exception as error:
        say(reason(error))
        silence()
        return _FAILED


def _flushed(command: Callable[[list[str]], int], argv: list[str]) -> int:
    """Run a command and write all it has to say, the help of a call that ends there too."""
    try:
        return command(argv)
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _filter(argv: list[str]) -> int:
    parser = filter_parser()
    arguments = parser.parse_args(argv)
    if not arguments.jsonl and (arguments.text_field, arguments.date_field, arguments.jobs) != (None, None, None):
        parser.error("--text-field, --date-field and --jobs go with --jsonl: a call without it cleans one article")
    _check_files(parser, arguments)
    settings = Settings(
        options=options_of(parser, arguments),
        published=arguments.published,
        text_field=_or_else(arguments.text_field, "text"),
        date_field=None if arguments.dates == "keep" else _or_else(arguments.date_field, "published"),
        explained=bool(arguments.edits or arguments.html),
    )
    tally: Counter[str] = Counter()
    with ExitStack() as files:
        source = _reader(parser, files, arguments.file)
        text = "" if arguments.jsonl else _text(parser, source, tally)
        edits = _writer(parser, files, arguments.edits)
        page = _writer(parser, files, arguments.html)
        if arguments.jsonl:
            cleaned = progress(clean_lines(decoded_lines(source, tally), settings, arguments.jobs or 1))
        else:
            cleaned = iter([clean_text(text, settings)])
        results = _written(cleaned, arguments, edits, tally)
        if page is None:
            for _ in results:
                pass
        else:
            for piece in html_page(results):
                page.write(piece.encode("utf-8", "replace"))
    return _told(tally)


def _written(
    cleaned: Iterable[Cleaned], arguments: argparse.Namespace, edits: BinaryIO | None, tally: Counter[str]
) -> Iterator[tuple[str, Result]]:
    """Write each record as it comes and yield what the report shows of it."""
    stdout = _stdout()
    for number, record in enumerate(cleaned, 1):
        stdout.write(record.output.encode("utf-8", "surrogateescape"))
        stdout.flush()  # whoever reads a stream that never ends wants each record now
        if record.error is not None:
            place = f"line {number}: " if arguments.jsonl else ""
            say(f"{place}{record.error}; passed through unchanged")
            tally["bad"] += 1
        if record.result is None:
            continue
        if edits is not None:
            edits.write("".join(_edit_lines(number, record.result)).encode("utf-8", "backslashreplace"))
        name = "standard input" if arguments.file == "-" else arguments.file
        yield (f"{name}, line {number}" if arguments.jsonl else name), record.result


def _edit_lines(number: int, result: Result) -> Iterator[str]:
    """Yield the audit trail of one record: an edit a line; a surrogate is written as its JSON escape."""
    for edit in result.edits:
        row = {"record": number, "start": edit.start, "end": edit.end}
        old = result.original[edit.start : edit.end]
        yield json.dumps({**row, "old": old, "new": edit.new, "rules": edit.rules}, ensure_ascii=False) + "\n"


def _told(tally: Counter[str]) -> int:
    if tally["undecoded"]:
        say(f"bytes that are not UTF-8, passed through unchanged: {tally['undecoded']}")
    return _FAILED if tally["bad"] else 0


def _rules(argv: list[str]) -> int:
    parser = rules_parser()
    arguments = parser.parse_args(argv)
    rules = rules_of(parser, arguments)
    try:
        hidden = rules.without(*arguments.ids)
    except ValueError as error:
        parser.error(str(error))
    stdout = _stdout()
    for rule in rules.every():
        if rule.id in rules and not (arguments.ids and rule.id in hidden):
            stdout.write(_listed(rule).encode("utf-8", "backslashreplace"))
    return 0


def _listed(rule: Rule) -> str:
    examples = [f"    + {text!r}\n" for text in rule.matches] + [f"    - {text!r}\n" for text in rule.spares]
    return f"{rule.id}\n    {rule.why}\n{''.join(examples)}\n"


def _count(argv: list[str]) -> int:
    parser = count_parser()
    arguments = parser.parse_args(argv)
    if not arguments.jsonl and arguments.text_field is not None:
        parser.error("--text-field goes with --jsonl")
    tally: Counter[str] = Counter()
    with ExitStack() as files:
        sources = [(name, _reader(parser, files, name)) for name in arguments.files]
        if arguments.jsonl:
            field = _or_else(arguments.text_field, "text")
            counts = count_lines(text for name, source in sources for text in _texts(name, source, field, tally))
        else:
            counts = count_lines(_text(parser, source, tally) for _, source in sources)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "counts"
        counts.save(path)
        with path.open("rb") as saved:
            shutil.copyfileobj(saved, _stdout())
    return _told(tally)


def _texts(name: str, source: BinaryIO, field: str, tally: Counter[str]) -> Iterator[str]:
    """Yield the texts of a JSONL file; tell of records that have none."""
    for number, line in enumerate(decoded_lines(source, tally), 1):
        text, error = text_of_line(line, field)
        if error is not None:
            say(f"{'' if name == '-' else name + ': '}line {number}: {error}; not counted")
            tally["bad"] += 1
        elif text is not None:
            yield text


def _or_else(given: str | None, default: str) -> str:
    """Return the name of a field that is asked for; it may be empty, as names in JSON may be."""
    return default if given is None else given


def _check_files(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """Refuse a file that is read and written, or written twice: what is in it would be lost."""
    source = ("standard input", sys.stdin) if arguments.file == "-" else ("FILE", arguments.file)
    rules = [("--rules", name) for name in arguments.rules]
    written: dict[object, str] = {}
    for option, file in (("standard output", sys.stdout), ("--edits", arguments.edits), ("--html", arguments.html)):
        if (same := _identity(file)) in written:
            parser.error(f"{written[same]} and {option} are one file: allowed are files that differ")
        if same is not None:
            written[same] = option
    for option, file in (source, ("--repeated", arguments.repeated), *rules):
        if (same := _identity(file)) in written:
            parser.error(f"{option} and {written[same]} are one file: allowed are files that differ")


def _identity(file: str | TextIO | None) -> object:
    """Return what a file is known by, however it is named or opened; None for what is none, such as a terminal."""
    try:
        if isinstance(file, str):
            if not Path(file).exists():
                return Path(file).resolve()
            found = Path(file).stat()
        else:
            found = os.fstat(file.fileno())  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):  # none, a stream in memory, a name that cannot be
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _reader(parser: argparse.ArgumentParser, files: ExitStack, name: str) -> BinaryIO:
    if name == "-":
        if sys.stdin is None:
            parser.error("standard input is closed: allowed is a FILE")
        return sys.stdin.buffer
    return _opened(parser, files, name, "rb")


def _text(parser: argparse.ArgumentParser, source: BinaryIO, tally: Counter[str]) -> str:
    """Return what a file holds; what a shell of Windows writes as UTF-16 would come out as neither that nor UTF-8."""
    data = source.read()
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        parser.error("the text is UTF-16: allowed is UTF-8")
    return decoded(data, tally)


def _writer(parser: argparse.ArgumentParser, files: ExitStack, name: str | None) -> BinaryIO | None:
    if name == "-":
        parser.error("standard output is for the text: allowed is a FILE")
    return None if name is None else _opened(parser, files, name, "wb")


def _opened(parser: argparse.ArgumentParser, files: ExitStack, name: str, mode: Literal["rb", "wb"]) -> BinaryIO:
    try:
        return files.enter_context(Path(name).open(mode))
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        parser.error(reason(error))


def _stdout() -> BinaryIO:
    if sys.stdout is None:
        raise OSError("standard output is closed")
    return sys.stdout.buffer
