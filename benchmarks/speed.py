"""Print how fast newsnorm is, stage by stage and in all, beside ftfy and dateparser on the same articles.

    python benchmarks/speed.py                      own articles, made from examples/
    python benchmarks/speed.py FOLDER               a folder of .txt files
    python benchmarks/speed.py FILE.jsonl           JSONL with the fields text and published

Everything is measured in turn, in one process and one run, and the median of the rounds is shown. "× ftfy" is the time
of ftfy.fix_text over the time of the row, "× dateparser" that of dateparser.search.search_dates: above 1, the row is
the faster one. dateparser is measured on a sample, because it is slow. Text counts as UTF-8.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import datetime

import corpus
from corpus import Article

import newsnorm

ROWS: dict[str, Callable[[Article], object]] = {
    "encoding": lambda article: newsnorm.repair_encoding(article.text),
    "boilerplate": lambda article: newsnorm.remove_boilerplate(article.text),
    "quotes": lambda article: newsnorm.normalize_quotes(article.text),
    "dates": lambda article: newsnorm.resolve_dates(article.text, article.published),
    "names": lambda article: newsnorm.canonicalize_names(article.text),
    "all (clean)": lambda article: newsnorm.clean(article.text, published=article.published),
    "all + edits": lambda article: newsnorm.explain(article.text, published=article.published).edits,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    corpus.add_arguments(parser)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=10, help="number of articles for dateparser; 0 leaves it out")
    arguments = parser.parse_args()
    articles = corpus.read(arguments)
    plain = [Article(ascii_of(article.text), article.published) for article in articles]
    curly = [Article(newsnorm.normalize_quotes(article.text, "curly"), article.published) for article in plain]
    for label, texts in (("as it is", articles), ("ASCII", plain), ("curly quotes", curly)):
        report(label, texts, arguments.rounds, arguments.sample)


def report(label: str, articles: Sequence[Article], rounds: int, sample: int) -> None:
    import ftfy

    rows = {**ROWS, "ftfy.fix_text": lambda article: ftfy.fix_text(article.text)}
    seconds = measured(rows, articles, rounds)
    peer = dateparser_seconds(articles[:sample]) if sample else float("nan")
    size = corpus.megabytes(articles)
    print(f"\n{label}: {len(articles)} articles, {size:.2f} MB")
    print(f"{'':16}{'MB/s':>8}{'articles/s':>12}{'ms/article':>12}{'× ftfy':>8}{'× dateparser':>14}")
    for name, spent in seconds.items():
        each = spent / len(articles)
        ratio = seconds["ftfy.fix_text"] / spent
        print(f"{name:16}{size / spent:8.2f}{1 / each:12.0f}{1000 * each:12.3f}{ratio:8.2f}{peer / each:14.0f}")


def measured(
    rows: dict[str, Callable[[Article], object]], articles: Sequence[Article], rounds: int
) -> dict[str, float]:
    """Return the seconds that each row takes for all articles; the first round warms up and does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in rows}
    for turn in range(rounds + 1):
        for name, work in rows.items():
            start = time.perf_counter()
            for article in articles:
                work(article)
            if turn:
                seconds[name].append(time.perf_counter() - start)
    return {name: statistics.median(spent) for name, spent in seconds.items()}


def dateparser_seconds(articles: Sequence[Article]) -> float:
    """Return the seconds that dateparser takes for an article."""
    from dateparser.search import search_dates

    start = time.perf_counter()
    for article in articles:
        base = datetime.fromisoformat(article.published)
        search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base})
    return (time.perf_counter() - start) / len(articles)


def ascii_of(text: str) -> str:
    straight = newsnorm.normalize_quotes(newsnorm.repair_encoding(text))
    return straight.replace("—", "--").encode("ascii", "ignore").decode("ascii")


if __name__ == "__main__":
    main()
