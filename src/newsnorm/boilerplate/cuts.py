"""Turn spans of boilerplate into edits that leave clean paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from newsnorm.boilerplate.span import BoilerplateSpan
from newsnorm.edits import Edit

__all__ = ["boilerplate_edits"]


def boilerplate_edits(text: str, spans: Iterable[BoilerplateSpan]) -> list[Edit]:
    """Return the edits that cut the spans."""
    return [Edit(span.start, span.end, "", (span.rule,)) for span in spans]
