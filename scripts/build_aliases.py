"""Write the generated rows of aliases.tsv and the whole of known-names.tsv from public facts.

    python scripts/build_aliases.py FACTS [--data src/newsnorm/data/en]

FACTS is a folder with these files, all of them free for any use (see data/README.md for their licences):

    country-codes.csv                  github.com/datasets/country-codes
    sp500.csv                          github.com/datasets/s-and-p-500-companies
    us-legislators-current.yaml, us-executive.yaml   github.com/unitedstates/congress-legislators
    us-census-{female,male}-first.txt, us-census-last-10000.txt   US Census Bureau, 1990
    forenames-by-country.csv, surnames-by-country.csv   github.com/sigpwned/popular-names-by-country-dataset

Rows whose source is "hand" are kept as they are, and a generated row never says anything about a name that a
hand-written row is about. Needs PyYAML.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml  # type: ignore[import-untyped]

from newsnorm.names.forms import normal_form, plain
from newsnorm.names.persons import given_names
from newsnorm.names.spelling import alike, fold, slip

HEADER = "alias\tcanonical\ttype\tcontext\tspelling\tsource"
CONGRESS = (
    "Rep|Reps|Representative|Sen|Sens|Senator|Senate|Congress|Congressman|Congresswoman|congressman|congresswoman"
)
CONGRESS += "|House|Capitol|lawmaker|lawmakers|Republican|Republicans|Democrat|Democrats|GOP"
COMMON_WORDS = {
    "victoria",
    "sucre",
    "male",
    "hamilton",
    "douglas",
    "stanley",
    "plymouth",
    "lima",
    "wellington",
    "kingston",
}
"""Capitals that are somebody's name first."""


class Row(NamedTuple):
    """Hold one line of aliases.tsv."""

    alias: str
    canonical: str
    type: str
    context: str
    spelling: str
    source: str


def main() -> None:
    """Rewrite the data files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--data", type=Path, default=Path("src/newsnorm/data/en"))
    args = parser.parse_args()
    table = args.data / "aliases.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    rows = [row for row in map(Row._make, (line.split("\t") for line in lines)) if row.source == "hand"]
    for generated in (countries(args.facts), companies(args.facts), lawmakers(args.facts), executive(args.facts)):
        rows = merged(rows, generated)
    rows += identities(rows)
    rows.sort(key=lambda row: (row.type, row.canonical.casefold(), row.alias != row.canonical, row.alias.casefold()))
    write(table, [HEADER, *("\t".join(row) for row in rows)])
    write(args.data / "known-names.tsv", known(args.facts))


def merged(rows: list[Row], generated: Iterable[Row]) -> list[Row]:
    """Add rows about names that no row is about, under the canonical name that the table has for theirs."""
    known: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        known[normal_form(row.alias)].add(row.canonical)
        known[normal_form(row.canonical)].add(row.canonical)
    added: dict[str, Row] = {}
    for row in generated:
        canonical = known.get(normal_form(row.canonical), {row.canonical})
        key = normal_form(row.alias)
        if key in known or len(canonical) > 1 or not row.alias.isascii():
            continue
        added.setdefault(key, row._replace(canonical=min(canonical)))
    return rows + list(added.values())


def identities(rows: list[Row]) -> list[Row]:
    """Return a row for each canonical name that has none: a canonical name is a name too."""
    have = {(row.alias, row.canonical, row.type) for row in rows}
    named = {(row.canonical, row.type, normal_form(row.alias)) for row in rows}
    missing: dict[tuple[str, str], Row] = {}
    for row in rows:
        if (row.canonical, row.canonical, row.type) in have:
            continue
        if (row.canonical, row.type, normal_form(row.canonical)) not in named:
            missing.setdefault((row.canonical, row.type), row._replace(alias=row.canonical, context="", spelling=""))
    return list(missing.values())


def countries(facts: Path) -> Iterator[Row]:
    """Yield countries' names, short and formal, and their capitals."""
    for row in read_csv(facts / "country-codes.csv"):
        short = ascii_only(row["CLDR display name"]).replace("&", "and")
        if row["is_independent"] != "Yes" or not short or short in ("US", "UK") or " - " in short:
            continue
        formal = re.sub(r"^the |[ *]+$", "", ascii_only(row["UNTERM English Formal"]))
        for alias in (short, ascii_only(row["official_name_en"]), formal):
            if alias and "(" not in alias and alias != "Georgia":
                yield Row(alias, short, "LOC", "", "", "country-codes")
        capital = ascii_only(row["Capital"]).strip()
        if capital and capital.casefold() not in COMMON_WORDS and capital != "Washington":
            yield Row(capital, capital, "LOC", "", "", "country-codes")


def companies(facts: Path) -> Iterator[Row]:
    """Yield companies' names of two words or more, with and without their legal form; none that may be a person's."""
    forenames = {plain(row["Romanized Name"]) for row in read_csv(facts / "forenames-by-country.csv")}
    forenames |= set(census(facts / "us-census-male-first.txt"))
    for row in read_csv(facts / "sp500.csv"):
        name = row["Security"].partition(" (")[0]
        short = re.sub(r"(?<![&]),? (?:Inc|Corp|Corporation|Company|Co|plc|Ltd)\.?$", "", name)
        if len(short.split()) > 1 and plain(short.split()[0]) not in forenames:
            yield Row(name, short, "ORG", "", "", "sp500")
            yield Row(short, short, "ORG", "", "", "sp500")


def lawmakers(facts: Path) -> Iterator[Row]:
    """Yield members of the US Congress: forms with a middle name, and the name they are known by.

    A form without that name may be anybody's ("Robert C. Scott"): it holds in a text of Congress only.
    """
    for entry in yaml.safe_load((facts / "us-legislators-current.yaml").read_text(encoding="utf-8")):
        name = entry["name"]
        known_as = ascii_only(re.sub(r" \(.*", "", entry["id"].get("wikipedia", name.get("official_full", ""))))
        full = ascii_only(" ".join(filter(None, (name["first"], name.get("middle"), name["last"], name.get("suffix")))))
        for alias in (ascii_only(name.get("official_full", "")), full):
            if len(alias.split()) > 2 and normal_form(alias) != normal_form(known_as) and known_as:
                same = {word.strip(",.") for word in plain(known_as).split()} <= {
                    word.strip(",.") for word in plain(alias).split()
                }
                yield Row(alias, known_as, "PER", "" if same else CONGRESS, "", "us-legislators")


def executive(facts: Path) -> Iterator[Row]:
    """Yield presidents and vice presidents of the United States since 1945, with their middle names."""
    for entry in yaml.safe_load((facts / "us-executive.yaml").read_text(encoding="utf-8")):
        name = entry["name"]
        if entry["terms"][-1]["end"] > "1945-04-13" and name.get("middle"):
            alias = " ".join(filter(None, (name["first"], name["middle"], name["last"], name.get("suffix"))))
            yield Row(alias, f"{name['first']} {name['last']}", "PER", "", "", "us-executive")


def known(facts: Path) -> Iterator[str]:
    """Yield common given names, and given names and surnames that look like another: each is a name of its own."""
    popular = {plain(row["Romanized Name"]) for row in read_csv(facts / "forenames-by-country.csv")}
    popular |= set(census(facts / "us-census-female-first.txt")[:300]) | set(
        census(facts / "us-census-male-first.txt")[:300]
    )
    yield from (f"forename\t{name}" for name in sorted(popular) if name.isalpha() and name.isascii() and len(name) > 1)
    given = set(census(facts / "us-census-female-first.txt")) | set(census(facts / "us-census-male-first.txt"))
    given |= {plain(row["Romanized Name"]) for row in read_csv(facts / "forenames-by-country.csv")}
    surnames = set(census(facts / "us-census-last-10000.txt"))
    surnames |= {plain(row["Romanized Name"]) for row in read_csv(facts / "surnames-by-country.csv")}
    groups = given_names()
    for kind, names in (("given", given), ("surname", surnames)):
        found: set[str] = set()
        for a, b in lookalikes(name for name in names if name.isalpha() and name.isascii() and len(name) > 3):
            related = not groups.get(a, frozenset()).isdisjoint(groups.get(b, frozenset()))
            if not related and (kind == "surname" or fold(a) != fold(b)):
                found |= {a, b}
        yield from (f"{kind}\t{name}" for name in sorted(found))


def lookalikes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that the comparison of spellings would take for one."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for name in names:
        blocks[re.sub("[aeiouj]", "", fold(name).replace("h", "g"))[:5]].add(name)
        for i in range(len(name)):
            blocks[f"{name[:i]}-{name[i + 1 :]}"].add(name)  # a letter changed
            blocks[name[:i] + name[i + 1 :]].add(name)  # a letter left out
        blocks[name].add(name)
        for i in range(len(name) - 1):
            blocks["".join(sorted((name, name[:i] + name[i + 1] + name[i] + name[i + 2 :])))].add(name)  # two swapped
    pairs = {pair for block in blocks.values() for pair in itertools.combinations(sorted(block), 2)}
    yield from sorted(pair for pair in pairs if alike(*pair) or slip(*pair))


def census(path: Path) -> list[str]:
    """Return the names of a frequency list."""
    return [line.split()[0].lower() for line in path.read_text(encoding="ascii").splitlines() if line.strip()]


def ascii_only(text: str) -> str:
    """Return a name without marks, in its own case."""
    return unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()


def read_csv(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
