"""How long work on a text takes, as undisturbed as can be: for tests that time grows no faster than the text."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

RUNS = 3


def least_seconds(work: Callable[[str], object], text: str) -> float:
    """Return the CPU time of the fastest of three runs, with no garbage collected meanwhile.

    Each run gets a text of its own, a space longer than the last, so that none finds the answer of another in a cache.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return min(_seconds(work, text + " " * run) for run in range(RUNS))
    finally:
        if collecting:
            gc.enable()


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start
