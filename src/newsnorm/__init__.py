"""Clean news text."""
