"""The weights of the model, as its data have them, and the words that weigh most."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from newsnorm.rules import data_text

__all__ = ["telling_words", "weights"]

TELLING: Final = 50  # hundredths that one word of prose in the core must weigh for the model to judge it


@cache
def weights() -> dict[str, Any]:
    """Return the data of the model that newsnorm ships."""
    read: dict[str, Any] = json.loads(data_text("any/boilerplate_model.json"))
    return read


@cache
def telling_words() -> frozenset[str]:
    """Return the single words that weigh most in prose."""
    words = weights()["words"].items()
    return frozenset(word for word, (_, long) in words if long >= TELLING and " " not in word)
