"""Decode HTML entities in prose: named, numeric, of Windows-1252 numbers, escaped twice, without a semicolon."""

from __future__ import annotations

from html.entities import html5
from typing import Final

import regex

from newsnorm.edits import Edit
from newsnorm.protected import find_protected

__all__ = ["entity_edits", "numbered"]

_ENTITY: Final = regex.compile(
    r"&(?P<escapes>(?:(?:amp|AMP|#0{0,4}38|#[xX]0{0,4}26);)*+)"
    r"(?:(?P<hex>#[xX][0-9a-fA-F]{1,8})|(?P<decimal>#[0-9]{1,9})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}))?(?P<semicolon>;?)"
)
# Names that are read without their semicolon, where no letter or digit follows.
_TYPOGRAPHIC: Final = "ldquo rdquo lsquo rsquo sbquo bdquo mdash ndash hellip apos bull euro trade lsaquo rsaquo"
_WORDS: Final = "not para sect cent curren deg micro times divide order yen shy ETH eth"  # and other words
_WITHOUT_SEMICOLON: Final = frozenset(html5).union(_TYPOGRAPHIC.split()).difference(_WORDS.split())
_LONGEST_OPEN: Final = len("#x2019")  # of a number without its semicolon: in "I&#x2019d" the last digit is a letter
_RUN_TOGETHER: Final = regex.compile(r"(?:ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|nbsp)(?=[A-Za-z])|quot(?=[A-Z])")


def entity_edits(text: str) -> list[Edit]:
    """Return the edits that decode entities, but for those in code, links and markup."""
    matches = [match for match in _ENTITY.finditer(text) if match.end() > match.start() + 1]
    if not matches:
        return []
    protected = find_protected(text)
    edits: list[Edit] = []
    for match in matches:
        if protected and match.start() in protected:
            continue
        new, end = _decoded(text, match)
        if end > match.start():
            edits.append(Edit(match.start(), end, new, ("encoding.entity",)))
    return edits


def _decoded(text: str, match: regex.Match[str]) -> tuple[str, int]:
    """Return what an entity stands for and where it ends; if it stands for nothing it ends where it starts."""
    new, end = _character(text, match)
    if new:
        return new, end
    if match["escapes"]:
        return "&", match.end("escapes")
    return "", match.start()


def _character(text: str, match: regex.Match[str]) -> tuple[str, int]:
    name, semicolon, end = match["name"], match["semicolon"], match.end()
    if name is None:
        number = match["decimal"] or match["hex"]
        if number is None:
            return "", end
        value = int(f"0{number[1:]}", 16) if match["hex"] else int(number[1:])
        if match["hex"] and not semicolon and (len(number) > _LONGEST_OPEN or text[end : end + 1].isalnum()):
            return "", end
        return numbered(value), end
    if semicolon and name + ";" in html5:
        return html5[name + ";"], end
    end = match.end("name")
    if not semicolon and name in _WITHOUT_SEMICOLON and text[end : end + 1] not in ("=", "_"):
        return html5.get(name) or html5[name + ";"], end
    run_together = _RUN_TOGETHER.match(name)
    if run_together:
        return html5[run_together[0] + ";"], match.start("name") + run_together.end()
    return "", end


def numbered(value: int) -> str:
    """Return the character of a number, or nothing if it is no character of a text."""
    if 0x80 <= value <= 0x9F:
        return bytes([value]).decode("windows-1252", "ignore")
    if value in (9, 10, 13) or 0x20 <= value < 0xD800 or 0xE000 <= value < 0xFFFE or 0x10000 <= value <= 0x10FFFF:
        return chr(value)
    return ""
