"""Repair encoding."""

from __future__ import annotations

from newsnorm.edits import Edit
from newsnorm.rules import BUILTIN, Rules


def encoding_edits(text: str, rules: Rules = BUILTIN) -> list[Edit]:
    return []
