"""Speak to the person at the terminal, on standard error; never with a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

__all__ = ["progress", "reason", "say", "silence"]

_T = TypeVar("_T")


def say(message: str) -> None:
    """Write one message to standard error, if anybody reads it; what cannot be encoded is escaped."""
    with suppress(AttributeError, OSError):
        sys.stderr.write(f"newsnorm: {message}\n".encode("utf-8", "backslashreplace").decode("utf-8"))


def reason(error: Exception) -> str:
    """Say in words what an exception says: the operating system's own words and the file, without a number."""
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error) or type(error).__name__
    return f"{error.filename}: {error.strerror}" if error.filename is not None else error.strerror


def progress(records: Iterable[_T]) -> Iterator[_T]:
    """Yield the records and show how many there were, if tqdm is there and a person watches nothing else."""
    if not _is_terminal(sys.stderr) or _is_terminal(sys.stdout):
        yield from records
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield from records
    else:
        yield from tqdm(records, unit=" articles", file=sys.stderr)


def silence() -> None:
    """Let nothing more be written to standard output and standard error: whoever read them is gone."""
    for stream in (sys.stdout, sys.stderr):
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        except (AttributeError, OSError):  # no stream, or one that is no file
            continue


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
