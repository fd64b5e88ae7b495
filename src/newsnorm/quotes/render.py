"""Write every mark of a text in one style."""

from __future__ import annotations

from typing import Literal

from newsnorm.edits import Edit
from newsnorm.rules import BUILTIN, Rules

__all__ = ["quote_edits"]

def quote_edits(text: str, style: Literal["straight", "curly", "locale"], lang: str = "en", rules: Rules = BUILTIN) -> list[Edit]:
    return []
