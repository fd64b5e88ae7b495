"""The project's papers say the same thing, and the package holds what it needs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import metadata, version
from importlib.resources import files
from pathlib import Path

import pytest

import newsnorm
from newsnorm.api import clean
from newsnorm.rules import STAGES

ROOT = Path(__file__).parent.parent


def test_there_is_one_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    latest = re.search(r"^## \[(\d.*?)\] - (\S+)$", changelog, re.MULTILINE)
    assert latest is not None
    assert latest[1] == newsnorm.__version__ == version("newsnorm")
    assert f"\nversion: {latest[1]}\ndate-released: {latest[2]}\n" in citation
    assert f"\n[{latest[1]}]: " in changelog


def test_the_package_is_typed_and_has_its_data() -> None:
    package = files("newsnorm")
    assert package.joinpath("py.typed").is_file()
    assert package.joinpath("data", "en").is_dir()


def test_lower_bounds_have_no_caps() -> None:
    required = metadata("newsnorm").get_all("Requires-Dist") or []
    assert {re.split(r"[<>=; ]", each)[0] for each in required if "extra" not in each} == {
        "ftfy",
        "python-dateutil",
        "regex",
    }
    assert not any("<" in each or "==" in each.partition(";")[0] for each in required)


def test_the_examples_are_the_same_in_both_forms() -> None:
    rows = [
        json.loads(line) for line in (ROOT / "examples" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    texts = {path.name[:10]: path.read_text(encoding="utf-8") for path in (ROOT / "examples").glob("2*.txt")}
    assert {row["published"]: row["text"] for row in rows} == texts


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_the_rules_that_the_documentation_names_exist(path: Path) -> None:
    named = re.findall(rf"[`\"']((?:{'|'.join(STAGES)})\.[a-z0-9-]+)[`\"']", path.read_text(encoding="utf-8"))
    known = {rule.id for rule in newsnorm.BUILTIN.every()}
    families = {name for rule in known for name in (rule.rpartition("-")[0], rule)}
    assert [name for name in named if name not in families and name != "boilerplate.house-ad"] == []


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("2*.txt")), ids=lambda path: path.stem)
def test_the_examples_come_out_clean(path: Path) -> None:
    published = path.name[:10]
    cleaned = clean(path.read_text(encoding="utf-8"), published=published)
    assert f"[{published}]" in cleaned
    for residue in (
        "Read",
        "Follow",
        "Share on",
        "Photo:",
        "Comments",
        "newsletter",
        "Reporting by",
        "â€",
        "“",
        "©",
        "\n\n\n",
    ):
        assert residue not in cleaned
    assert clean(cleaned, published=published) == cleaned


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("2021-06-18-vote.txt", ["2021-06-18", "2021-04", "2021-06-22", "2021-06-16"]),
        (
            "2022-11-09-bridge.txt",
            ["2022-11-09", "2023-01", "2022-09-14", "2022-09-14", "2022", "2022-11-08"],
        ),
        (
            "2023-10-03-reservoir.txt",
            ["2023-W39", "2023-10-03", "2023-10-07", "2023-07", "2023-09-30", "2021", "2023-10-01", "2023-10-05"],
        ),
        (
            "2024-03-12-harbour.txt",
            ["2024-03-12", "2024-02-26", "2024-03-07", "2024-03-08", "2024-04", "2024-03-18"],
        ),
    ],
)
def test_each_date_of_the_examples_is_printed(name: str, printed: list[str]) -> None:
    cleaned = clean((ROOT / "examples" / name).read_text(encoding="utf-8"), published=name[:10])
    assert re.findall(r"\[(\d{4}[-W\d]*)\]", cleaned) == printed


def test_the_demonstration_runs() -> None:
    demo, article = ROOT / "examples" / "demo.py", ROOT / "examples" / "2024-03-12-harbour.txt"
    done = subprocess.run([sys.executable, demo, article, "2024-03-12"], capture_output=True, check=True, timeout=60)
    assert "on Tuesday [2024-03-12]" in done.stdout.decode("utf-8")


def test_no_group_of_a_standard_pattern_is_possessive() -> None:
    # Up to Python 3.11.4 such a group may never end (gh-106052); an atomic one is right in all, and so is one of `regex`.
    possessive = re.compile(r"\)(?:[*+?]|\{+\d*,?\d*\}+)\+")
    assert possessive.search(r"(?:a|b){{1,3}}+") and possessive.search("(ab)*+") and not possessive.search("[ab]*+(a+)")
    modules = {path: path.read_text(encoding="utf-8") for path in ROOT.glob("src/newsnorm/**/*.py")}
    words = [path for name in ("dates", "names") for path in ROOT.glob(f"src/newsnorm/data/*/{name}*.toml")]
    standard = [text for text in modules.values() if re.search(r"^import re$", text, re.MULTILINE)]
    assert len(standard) > 50 and words
    for text in (*standard, *(path.read_text(encoding="utf-8") for path in words)):
        assert possessive.search(text) is None


def test_importing_is_light() -> None:
    script = "import newsnorm, sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert not {"ftfy", "multiprocessing", "tqdm"} & set(done.stdout.split())


def test_the_workflows_pin_actions_and_ask_for_nothing() -> None:
    workflows = list((ROOT / ".github" / "workflows").glob("*.yml"))
    assert workflows
    for path in workflows:
        text = path.read_text(encoding="utf-8")
        assert "\npermissions: {}\n" in text
        assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", each) for each in re.findall(r"uses: (.+)", text))


def test_the_dependency_groups_are_complete() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    included = {each["include-group"] for each in groups["dev"]}
    assert included == set(groups) - {"dev"}
    classified = {each.rpartition(" ")[2] for each in project["project"]["classifiers"] if ":: 3." in each}
    matrix = re.search(r"python: \[(.*)\]", (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
    assert matrix is not None
    assert set(re.findall(r"3\.\d+", matrix[1])) == classified
