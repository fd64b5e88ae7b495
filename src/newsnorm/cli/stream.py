"""Many records: read, cleaned in this process or in several, in order, with constant memory.

However long the stream, only a bounded number of records is under way, and what is done is handed on at once.
"""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Final

from newsnorm.cli.records import Cleaned, Settings, clean_line

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["clean_lines", "decoded", "decoded_lines"]

_BATCH: Final = 16  # records sent to a process at once: enough that sending costs little beside cleaning
_WAITING: Final = 4  # batches under way for each process


def decoded(data: bytes, tally: Counter[str]) -> str:
    r"""Decode some bytes; keep those that are not UTF-8 as surrogates, and count them as "undecoded".

    >>> tally = Counter()
    >>> decoded(b"caf\xe9", tally), tally["undecoded"]
    ('caf\udce9', 1)
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        tally["undecoded"] += sum("\udc80" <= character <= "\udcff" for character in text)
        return text


def decoded_lines(source: BinaryIO, tally: Counter[str]) -> Iterator[str]:
    """Yield the lines of a file, each with its line end; a byte order mark before the first is no JSON."""
    for number, line in enumerate(source):
        text = decoded(line, tally)
        yield text if number else text.removeprefix("\ufeff")


def clean_lines(lines: Iterable[str], settings: Settings, jobs: int) -> Iterator[Cleaned]:
    """Yield what becomes of each line of JSONL, in order, cleaned by so many processes."""
    if jobs == 1:
        return (clean_line(line, settings) for line in lines)
    return _by_processes(lines, settings, jobs)


def _by_processes(lines: Iterable[str], settings: Settings, jobs: int) -> Iterator[Cleaned]:
    from concurrent.futures import ProcessPoolExecutor

    waiting: deque[Future[list[Cleaned]]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(settings,))
    try:
        for batch in _batches(lines):
            waiting.append(pool.submit(_clean_batch, batch))
            while waiting and (len(waiting) >= _WAITING * jobs or waiting[0].done()):
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    lines = iter(lines)
    while batch := list(islice(lines, _BATCH)):
        yield batch


# The settings of a worker process, sent once when it starts: rules and line counts can be large.
_in_worker: dict[str, Settings] = {}


def _start_worker(settings: Settings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first one ends the others
    _in_worker["settings"] = settings


def _clean_batch(lines: list[str]) -> list[Cleaned]:
    return [clean_line(line, _in_worker["settings"]) for line in lines]
