r"""What repeats across the articles of a site or a crawl, as a plain value.

A line that stands in several articles belongs to none of them. Count the lines of a collection once, in any
order and in any number of parts; add the parts; hand the sum to `newsnorm.clean` as ``repeated``::

    counts = count_lines(part_one) + count_lines(part_two)

`LineCounts` is a commutative monoid: ``+`` is exact, order does not matter, ``LineCounts()`` is neutral. So it
runs as a reduce on any engine, with the same result as one process to the last count.

A line counts once a text, with case, digits, punctuation and spaces folded ("5 min read" is "7 min read"); lines
without two letters in a row are not counted. What is kept of a line is a 64-bit hash of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Final

from newsnorm.arguments import check_text, check_texts, wrong_type
from newsnorm.boilerplate.units import rejoined, units
from newsnorm.wrapped import unwrapped

__all__ = ["LineCounts", "check_repeated", "count_lines", "line_key"]

_HEAD: Final = "newsnorm line counts 1"
_WORD: Final = re.compile(r"[^\W_]+")
_DIGITS: Final = re.compile(r"\d+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class LineCounts:
    r"""Hold in how many texts of a collection each line stands, by the line's hash.

    >>> counts = count_lines(["One story.\n\nShare this page", "Another.\n\nShare this page"])
    >>> counts.texts, counts.of("Share this page"), counts.of("One story.")
    (2, 2, 1)
    """

    texts: int = 0
    counts: dict[int, int] = field(default_factory=dict)

    def __add__(self, other: LineCounts) -> LineCounts:
        """Return the counts of both collections together."""
        if not isinstance(other, LineCounts):
            return NotImplemented
        few, many = sorted((self.counts, other.counts), key=len)
        counts = dict(many)
        for key, count in few.items():
            counts[key] = counts.get(key, 0) + count
        return LineCounts(self.texts + other.texts, counts)

    def __len__(self) -> int:
        """Return how many different lines there are."""
        return len(self.counts)

    def of(self, line: str) -> int:
        """Return in how many texts a line stands."""
        check_text(line)
        key = line_key(line)
        return 0 if key is None else self.counts.get(key, 0)

    def prune(self, minimum: int = 2) -> LineCounts:
        r"""Return the counts without the lines of fewer texts than ``minimum``.

        For a collection's final sum: it is smaller by far and cleans the same. It is lossy, so prune last: a line
        that stands once in each of two parts is lost if the parts are pruned before they are added.

        >>> len(count_lines(["One story.\n\nShare", "Another.\n\nShare"]).prune())
        1
        """
        if isinstance(minimum, bool) or not isinstance(minimum, int):
            raise wrong_type("minimum", minimum, "allowed is a whole number")
        return LineCounts(self.texts, {key: count for key, count in self.counts.items() if count >= minimum})

    def save(self, path: str | Path) -> None:
        """Write the counts to a text file; equal counts give equal files."""
        rows = [f"{key:016x}\t{count}\n" for key, count in sorted(self.counts.items())]
        Path(path).write_text(f"{_HEAD}\t{self.texts}\n" + "".join(rows), encoding="ascii", newline="\n")

    @classmethod
    def load(cls, path: str | Path) -> LineCounts:
        """Read what `save` wrote; ``ValueError`` if the file is something else."""
        try:
            head, *rows = Path(path).read_text(encoding="ascii").splitlines()
            name, texts = head.split("\t")
            pairs = [row.split("\t") for row in rows]
            counts = {int(key, 16): int(count) for key, count in pairs}
            if name != _HEAD:
                raise ValueError(name)
            return cls(int(texts), counts)
        except ValueError:
            raise ValueError(
                f"{path} does not hold line counts: allowed is a file that LineCounts.save wrote"
            ) from None


def count_lines(texts: Iterable[str]) -> LineCounts:
    """Return in how many of the texts each line stands; see the module's docstring for what is the same line.

    Nothing but the counts is kept in memory. The texts should be as `clean` will see them: the same extractor.

    >>> count_lines([]) == LineCounts()
    True
    """
    check_texts(texts)
    number = 0
    counts: dict[int, int] = {}
    for text in texts:
        check_text(text)
        number += 1
        for key in {line_key(unit.text) for unit in rejoined(units(unwrapped(text)))}:
            if key is not None:
                counts[key] = counts.get(key, 0) + 1
    return LineCounts(number, counts)


def check_repeated(repeated: object) -> None:
    """Raise ``TypeError`` unless what recurs across a collection is told by `LineCounts`, or not at all."""
    if repeated is not None and not isinstance(repeated, LineCounts):
        raise wrong_type("repeated", repeated, "allowed is what count_lines returns")


def line_key(line: str) -> int | None:
    """Return the hash by which a line is counted, or None for a line that is not counted."""
    if not _LETTERS.search(line):
        return None
    words = " ".join(_WORD.findall(line.casefold()))
    folded = _DIGITS.sub("0", words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(folded, digest_size=8).digest(), "big")
