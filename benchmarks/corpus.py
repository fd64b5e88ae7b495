"""Articles to measure with: a folder of .txt, a JSONL file, or (default) own ones shuffled from the examples."""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles.jsonl"
PUBLISHED = "2022-02-15"


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    published: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", nargs="?", type=Path, help="folder of .txt files, or JSONL (default: made from examples/)"
    )
    parser.add_argument("--text-field", default="text")
    parser.add_argument("--date-field", default="published")


def read(arguments: argparse.Namespace, generated: int = 200) -> list[Article]:
    path = arguments.path
    if path is None:
        return generate(generated)
    if path.is_dir():
        return [
            Article(file.read_text(encoding="utf-8", errors="replace"), PUBLISHED)
            for file in sorted(path.rglob("*.txt"))
        ]
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Article(row[arguments.text_field], str(row.get(arguments.date_field) or PUBLISHED)[:10]) for row in rows]


def generate(number: int) -> list[Article]:
    """Shuffle the paragraphs of the examples into articles of about 2 kB; the same ones at each run."""
    paragraphs = [part for text in example_texts() for part in text.split("\n\n") if len(part) > 80]
    residue = [part for text in example_texts() for part in text.split("\n\n") if len(part) <= 80]
    chance = random.Random(2022)
    return [
        Article("\n\n".join([*chance.sample(paragraphs, 9), *chance.sample(residue, 4)]), PUBLISHED)
        for _ in range(number)
    ]


def example_texts() -> Sequence[str]:
    with EXAMPLES.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def megabytes(articles: Sequence[Article]) -> float:
    return sum(len(article.text.encode("utf-8", "replace")) for article in articles) / 1e6
