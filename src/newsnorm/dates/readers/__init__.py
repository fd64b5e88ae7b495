"""Read what a match of the grammar says: one short function a rule.

A reader returns a `Meaning` for the whole match, a list of (start, end, meaning) for parts of it, or None
where the words only look like a time expression.
"""

from collections.abc import Mapping
from typing import Final

from newsnorm.dates.readers import absolute, clock, leaning, lengths, relative
from newsnorm.dates.readers.numerals import Reader

__all__ = ["READERS"]

READERS: Final[Mapping[str, Reader]] = {
    **absolute.READERS,
    **clock.READERS,
    **leaning.READERS,
    **lengths.READERS,
    **relative.READERS,
}
