"""Check that time grows linearly: clean 0.5 and 1 MB of each of 40 and more adversarial units.

    python benchmarks/growth.py [--only WORD] [--limit 2.3]

A ratio near 2 is linear, near 4 quadratic; one over the limit is measured five times before it counts, and the exit
status is 1 if there is any. Each unit has a process of its own: memory that another one gave back would slow it.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import newsnorm

UNITS = {
    "double quotes": '"',
    "single quotes": "'",
    "curly opening": "“",
    "curly closing": "”",
    "curly pairs": "“a” ",
    "nested quotes": "\"'",
    "quote after word": "a' ",
    "quote before word": "'a ",
    "low quotes": "„a“ ",
    "guillemets": "«a» ",
    "backticks": "``a'' ",
    "quoted paragraphs": '"It went on.\n\n',
    "quoted blocks": "“It went on.\n\nIt did.\n\nIt ended.”\n\n",
    "open blocks": "“It went on.\n\nIt did.\n\n",
    "speech that goes on": "Berg said: 'It went on.\n\n'It did. ",
    "letter a": "a",
    "words": "a ",
    "capitals": "A",
    "capital words": "Aa ",
    "titles": "Mr. ",
    "titled names": "Mr. Berg ",
    "full names": "Tomas Berg ",
    "names to complete": "Tomas Berg left. It was the day on which Berg spoke.\n\n",
    "new names": None,
    "possessives": "Berg's ",
    "initials": "J. R. ",
    "known names": "Moody's Corp and the U.S. Navy left Dar es Salaam. ",
    "short institutions": "The U.S. Navy and the Orlen Navy left. The Navy and Iran's Navy came. ",
    "hyphens": "A-",
    "digits": "1",
    "numbers": "12 ",
    "digit groups": "1,000,",
    "dates": "2022-02-15 ",
    "slashes": "1/2/",
    "weekdays": "Monday ",
    "months": "May ",
    "month days": "May 1, ",
    "last": "last ",
    "years": "2022 ",
    "brackets": "[",
    "bracketed dates": "Monday [2022-02-14] ",
    "newlines": "\n",
    "broken lines": "of the old harbour and of its piers, which\n",
    "broken names": "when Mr.\nBerg and Tomas Berg, who left on May\n",
    "short lines": "Read More:\n\n",
    "line-break tags": "Berg left.<br>",
    "paragraph tags": "<p>Berg left.</p>",
    "lost marks": "?It?s so,? Berg?s men said. ",
    "lost quotation marks": "?It's so,? he said. ",
    "lost openings": "It?s ?a ",
    "camel links": "https://a.example/bC/dE ",
    "ranges": "May 1-",
    "leaning dates": "that Monday, the following May, ",
    "relatives": "Omar and Leila Berg, ",
    "verbs of saying": "Joked Berg: no. Ann Berg. ",
    "interviews": "Q: Did Berg go?\nA: Ann Berg did.\nBerg stayed.\n",
    "suffixes": "Ann Berg Jr. Berg ",
    "opening years": "In 2021 it shut in June. ",
    "days in brackets": "on Monday (Tuesday GMT) ",
    "opening weeks": "This week, it met on Monday and ",
    "listed days": "May 1 Leeds\n",
    "dated ranges": "January-June\u00a01996\n",
    "nowadays": "What we often have to do today and tomorrow ",
    "same sentence": "The talks ended in Geneva without a result.\n\n",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "combining marks": "\u0301",
    "zero-width": "a\u200b",
    "mojibake": "â€œaâ€\u009d ",
    "entities": "&amp;",
    "ampersands": "&",
    "surrogates": "\ud800",
    "emoji": "\U0001f600 ",
    "dots": ".",
    "dashes": "— ",
    "colons": "a: ",
    "pipes": "a | ",
    "copyright": "© 2022 ",
    "links": "https://a.b/c ",
    "at signs": "a@",
    "NUL": "\0",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="WORD", help="only units with this word in their name")
    parser.add_argument("--limit", type=float, default=2.3)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the larger text")
    arguments = parser.parse_args()
    over = 0
    names = [name for name in UNITS if arguments.only in name]
    print(f"{'unit':20}{'seconds':>10}{'MB/s':>8}{'ratio':>8}")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        tasks = [pool.submit(measured, name, arguments.size, arguments.limit) for name in names]
        for name, task in zip(names, tasks, strict=True):
            ratio, seconds, rate = task.result()
            over += ratio > arguments.limit
            mark = "  OVER" if ratio > arguments.limit else ""
            print(f"{name:20}{seconds:10.3f}{rate:8.2f}{ratio:8.2f}{mark}", flush=True)
    if over:
        sys.exit(f"{over} units grow faster than {arguments.limit}")


def sample(name: str, size: int) -> str:
    unit = UNITS[name]
    if unit is None:  # a different name each time
        letters = "abcdefghijklmnopqrstuvwxyz"
        words = (f"{a}{b}{c}{d}".title() for a in letters for b in letters for c in letters for d in letters)
        unit = " ".join(f"{word} {word}son" for _, word in zip(range(size // 14 + 1), words, strict=False))
    return (unit * (size // len(unit) + 1))[:size]


def measured(name: str, size: int, limit: float) -> tuple[float, float, float]:
    """Return the ratio of the times, the time of the whole in seconds, and its megabytes a second."""
    newsnorm.clean("“We met on Monday,” Maria Berg said.", published="2022-02-15")  # loads the data
    half, whole = sample(name, size // 2), sample(name, size)
    times: list[list[float]] = [[], []]
    for _ in range(5):
        for text, spent in zip((half, whole), times, strict=True):
            spent.append(seconds_of(lambda text=text: newsnorm.clean(text, published="2022-02-15")))
        if min(times[1]) <= limit * min(times[0]):
            break
    seconds = min(times[1])
    return seconds / min(times[0]), seconds, len(whole.encode("utf-8", "surrogatepass")) / 1e6 / seconds


def seconds_of(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
