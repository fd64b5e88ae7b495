"""What ``dates="annotate"`` prints, so that a text that was cleaned before is read as if nothing were printed in it."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["PRINTED"]

PRINTED: Final = re.compile(
    r" \[((?:BC)?\d{3,4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE|-\d)?|Q[1-4]|H[12]|SP|SU|FA|WI))?)(?:/[-\dA-Z]{2,14}){0,9}\]"
)
"""A space and a calendar value in brackets; the first group is the value, or the start of a range."""
