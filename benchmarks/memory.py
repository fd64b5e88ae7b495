"""Check that memory stays in proportion: the peak of cleaning news text, over the size of the text.

    python benchmarks/memory.py [FOLDER or FILE.jsonl] [--limit 25]

The peak is that of Python's allocator while `clean` runs, after a first call on the same text has loaded the data and
compiled the patterns that it asks for. The articles are joined to texts of two sizes. Text counts as UTF-8. The exit
status is 1 if a peak is over the limit.
"""

from __future__ import annotations

import argparse
import sys
import tracemalloc
from collections.abc import Callable

import corpus

import newsnorm

PUBLISHED = "2022-02-15"
SIZES = {"100 kB": 100_000, "1 MB": 1_000_000}
CALLS: dict[str, Callable[[str], object]] = {
    "clean": lambda text: newsnorm.clean(text, published=PUBLISHED),
    "explain, edits": lambda text: newsnorm.explain(text, published=PUBLISHED).edits,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpus.add_arguments(parser)
    parser.add_argument("--limit", type=float, default=25)
    arguments = parser.parse_args()
    news = "\n\n".join(article.text for article in corpus.read(arguments, generated=1000))
    over = 0
    for call, work in CALLS.items():
        for label, size in SIZES.items():
            text = (news * (size // len(news) + 1))[:size]
            work(text)
            ratio = peak(work, text) / len(text.encode("utf-8", "replace"))
            over += ratio > arguments.limit
            print(
                f"{call:16}{label:>8}{ratio:8.1f} times the text{'  OVER' if ratio > arguments.limit else ''}",
                flush=True,
            )
    if over:
        sys.exit(f"{over} peaks are over {arguments.limit} times the text")


def peak(work: Callable[[str], object], text: str) -> int:
    tracemalloc.start()
    try:
        work(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    main()
