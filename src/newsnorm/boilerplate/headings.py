"""Headings that articles have of their own, by what they head."""

from __future__ import annotations

from functools import cache

from newsnorm.rules import data_tables

__all__ = ["headings"]


@cache
def headings(kind: str) -> tuple[str, ...]:
    """Return headings of a kind, as a look at a line says them."""
    return tuple(data_tables("any/structure.toml")["headings"][kind])
