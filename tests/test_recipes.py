"""The recipes of docs/recipes.md do what the page says, on the packages they name."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import reduce
from importlib.util import find_spec
from operator import add
from pathlib import Path
from typing import Any, Final

import pytest

import newsnorm
from newsnorm import LineCounts, count_lines

PAGE: Final = Path(__file__).parent.parent / "docs" / "recipes.md"
MARK: Final = "<!-- recipe: "
NAMES: Final = [
    first + last
    for first in ("Nor", "Sol", "Ber", "Han", "Mar")
    for last in ("a", "eta", "ik", "ind", "o", "ulf", "um", "vik")
]
ARTICLES: Final = [
    {
        "site": f"site{number % 3}.example",
        "published": "2024-03-12",
        "text": f"The ferry {NAMES[number]} left the port of {NAMES[-number]} on time, the company said.\n\n"
        f"Harbour Post {number % 3}, first with the news\n\nSign the visitors' book of page {number % 3}",
    }
    for number in range(40)
]


def recipe(name: str) -> str:
    """Return the code of a block of the page by the name that stands above it."""
    if not PAGE.exists():  # the tests may run from an unpacked wheel
        pytest.skip("docs/recipes.md is not here")
    block = PAGE.read_text("utf-8").split(f"{MARK}{name} -->\n```", 1)[1]
    return block.split("\n", 1)[1].split("\n```", 1)[0]


def run(name: str, **given: Any) -> dict[str, Any]:
    exec(compile(recipe(name), f"docs/recipes.md: {name}", "exec"), given)
    return given


def test_every_block_is_tested() -> None:
    if not PAGE.exists():
        pytest.skip("docs/recipes.md is not here")
    names = {
        line.removeprefix(MARK).removesuffix(" -->")
        for line in PAGE.read_text("utf-8").split("\n")
        if line.startswith(MARK)
    }
    assert names == {
        "pandas", "polars", "jsonl", "multiprocessing", "spark-counts", "spark-sites", "spark-clean", "polars-counts", "trafilatura",
    }  # fmt: skip


CLEAN: Final = ["The talks begin tomorrow [2024-03-13].", None, "The talks began yesterday."]


@pytest.mark.filterwarnings("default")
def test_pandas() -> None:
    pytest.importorskip("pandas")
    column = run("pandas")["frame"]["clean"]
    assert [None if value != value else value for value in column] == CLEAN


@pytest.mark.filterwarnings("default")
def test_polars() -> None:
    pytest.importorskip("polars")
    assert run("polars")["frame"]["clean"].to_list() == CLEAN


def test_json_lines(tmp_path: Path) -> None:
    command = (
        recipe("jsonl")
        .split(" <")[0]
        .replace("newsnorm", f"{sys.executable} -m newsnorm")
        .replace("--jobs 4", "--jobs 2")
    )
    line = '{"body": "The talks begin tomorrow.",  "date": "2024-03-12"}\n'
    done = subprocess.run(
        command.split(), input=line, capture_output=True, text=True, encoding="utf-8", check=True, cwd=tmp_path
    )
    assert done.stdout == line.replace("tomorrow", "tomorrow [2024-03-13]")
    assert json.loads(done.stdout)["date"] == "2024-03-12"


def test_multiprocessing(tmp_path: Path) -> None:
    script = tmp_path / "recipe.py"
    script.write_text(
        recipe("multiprocessing") + '\n\nif __name__ == "__main__":\n    print(clean_all(["It is tomorrow."] * 3))\n',
        "utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout == f"{['It is tomorrow [2024-03-13].'] * 3}\n"


@pytest.mark.filterwarnings("default")
def test_polars_counts_the_same() -> None:
    polars = pytest.importorskip("polars")
    articles = polars.DataFrame(ARTICLES)
    assert run("polars-counts", articles=articles)["counts"] == count_lines(row["text"] for row in ARTICLES)
    slices = articles.iter_slices(7)
    assert reduce(add, (count_lines(part["text"]) for part in slices), LineCounts()) == count_lines(
        row["text"] for row in ARTICLES
    )


def why_no_spark() -> str | None:
    if find_spec("pyspark") is None:
        return "pyspark is not installed"
    java = shutil.which("java") or Path(os.environ.get("JAVA_HOME", ""), "bin", "java").is_file()
    return None if java else "Spark needs Java, and there is none: neither on the PATH nor in JAVA_HOME"


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if reason := why_no_spark():
        pytest.skip(reason)
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    from pyspark.sql import SparkSession

    builder = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
    )
    session = builder.appName("newsnorm recipes").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark: Any) -> Any:
    return spark.createDataFrame(ARTICLES).repartition(3)


@pytest.mark.filterwarnings("default")
def test_spark_counts_the_same(frame: Any) -> None:
    counts = run("spark-counts", articles=frame)["counts"]
    assert counts == count_lines(row["text"] for row in ARTICLES)
    assert counts.texts == len(ARTICLES)
    assert counts.of("Harbour Post 0, first with the news") == len(ARTICLES)


@pytest.mark.filterwarnings("default")
def test_spark_counts_each_site(frame: Any) -> None:
    by_site = run("spark-sites", articles=frame)["by_site"]
    assert by_site.keys() == {row["site"] for row in ARTICLES}
    for site, counts in by_site.items():
        assert counts == count_lines(row["text"] for row in ARTICLES if row["site"] == site)


@pytest.mark.filterwarnings("default")
def test_spark_cleans_the_same(spark: Any, frame: Any) -> None:
    counts = count_lines(row["text"] for row in ARTICLES)
    clean_articles = run("spark-clean", spark=spark, articles=frame, counts=counts)["clean_articles"]
    for row in clean_articles.collect():
        assert row["clean"] == newsnorm.clean(row["text"], published=row["published"], repeated=counts)
        assert "first with the news" not in row["clean"]


@pytest.mark.filterwarnings("default")
def test_trafilatura() -> None:
    pytest.importorskip("trafilatura")
    prose = "".join(
        f"<p>Ferry number {number} left the port of Lund on time, the company said on Monday.</p>"
        for number in range(9)
    )
    html = f"<html><body><nav>Home</nav><article><h1>Ferries sail</h1>{prose}<p>Share on Facebook</p></article></body></html>"
    text = run("trafilatura")["article_text"](html)
    assert "Ferry number 3" in text
    assert "Share on Facebook" not in text
