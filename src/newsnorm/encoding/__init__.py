"""Repair what wrong decoding and markup left in a text: mojibake, entities, control and invisible characters."""

from newsnorm.encoding.repair import encoding_edits

__all__ = ["encoding_edits"]
