"""A site's name and section that a page dump glued to the first sentence: "Harbour PressEurope: The minister …".

Only a whole label in front of prose counts: a name of capitalized words, a joint, a label with a colon. And one of
them must be known: the name ends as names of media do, or the label is a common section.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsnorm.boilerplate.units import Unit
from newsnorm.rules import data_tables

__all__ = ["glued_label", "media_and_sections"]

_NAME: Final = re.compile(r"(?:The )?[^\W\d_a-z][\w.&'-]*(?: (?:of |the |de )?[^\W\d_a-z][\w.&'-]*){0,3}")
_LABEL: Final = re.compile(r"([^\W\d_a-z][\w&'-]{2,}(?: (?:& |and )?[^\W\d_a-z][\w&'-]*){0,2}) ?: +(?=[\"'(]?[^\W_])")
LEAST: Final = 5  # words that must follow the label


def glued_label(name: Unit, rest: Unit) -> int | None:
    """Return where in ``rest`` the sentence starts, if the two units before it are a glued name and label.

    >>> glued_label(Unit(0, 13, "Harbour Press", "camel"), Unit(13, 60, "Europe: The minister opened the talks today."))
    8
    """
    if not _NAME.fullmatch(name.text):
        return None
    label = _LABEL.match(rest.text)
    if label is None or rest.text.count(" ", label.end()) < LEAST - 1:
        return None
    media, sections = media_and_sections()
    if label[1].lower() in sections or name.text.rpartition(" ")[2].lower() in media:
        return label.end()
    return None


@cache
def media_and_sections() -> tuple[frozenset[str], frozenset[str]]:
    """Return the last words of names of media and the names of sections, in lower case."""
    table = data_tables("any/structure.toml")["glued"]
    return frozenset(table["media"]), frozenset(table["sections"])
