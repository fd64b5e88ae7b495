"""Find everything that encoding damage left in a text, and say what stood there.

Damage lies in layers (an entity may stand for a mark that was decoded wrongly), so the text is read again until
nothing is left to do; what all readings did together is returned. A text without a suspicious character is read
once, by one pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import regex

from newsnorm.edits import Edit, apply, compose
from newsnorm.encoding.entities import entity_edits
from newsnorm.encoding.escapes import escape_edits
from newsnorm.encoding.lost import lost_mark_edits
from newsnorm.encoding.mojibake import SIGN, mojibake_edits
from newsnorm.encoding.question_marks import question_mark_edits
from newsnorm.rules import BUILTIN, Rules
from newsnorm.signs import unusual

__all__ = ["encoding_edits"]

_ROUNDS: Final = 12
_DAMAGE: Final = (
    r"&\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u206a-\u206f\ufb00-\ufb06\ufeff"
    r"\ufff9-\ufffd\ud800-\udfff"
)
_DAMAGED: Final = re.compile(rf"[{_DAMAGE}]|â\?\?")
# Those and whatever a sign of mojibake begins with.
_SUSPECT: Final = re.compile(rf"[{_DAMAGE}Â-ôĂĹāβРС‚√Γ├]")
_CHARACTER: Final = re.compile(
    r"""(?P<line_end>\r+\n?|[\u2028\u2029\x0b\x0c])
    |(?P<space>[\xa0\u1680\u2000-\u200a\u202f\u205f])
    |(?P<joiner>[\u200b-\u200d])
    |(?P<invisible>[\xad\u2060\u206a-\u206f\ufeff\ufff9-\ufffc])
    |(?P<ligature>[\ufb00-\ufb06])
    |(?P<windows>[\x80-\x9f])
    |(?P<surrogates>[\ud800-\udbff][\udc00-\udfff])
    |(?P<control>\x1b\[[0-9;]{0,20}[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f])""",
    re.VERBOSE,
)
_RULES: Final = {
    "line_end": "encoding.line-end",
    "space": "encoding.space",
    "joiner": "encoding.invisible",
    "invisible": "encoding.invisible",
    "ligature": "encoding.ligature",
    "windows": "encoding.windows-1252",
    "surrogates": "encoding.control",
    "control": "encoding.control",
}
_LIGATURES: Final = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")  # from U+FB00 on
_JOINED_LETTER: Final = regex.compile(
    r"[[\p{L}\p{M}\p{N}]--[\p{Latin}\p{Greek}\p{Cyrillic}\p{Han}0-9\ufe0f]]", regex.VERSION1
)
_JOINED_EMOJI: Final = regex.compile(r"[\p{Emoji_Presentation}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]")
_NO_SPACES: Final = regex.compile(
    r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Tai_Tham}\p{Javanese}\p{Balinese}]"
)


def encoding_edits(text: str, rules: Rules = BUILTIN) -> list[Edit]:
    r"""Return the edits that undo encoding damage; doing it again changes nothing.

    >>> [edit.new for edit in encoding_edits("caf\u00c3\u00a9 &ndash; 5\u00a0km")]
    ['é', '–', ' ']
    """
    edits: list[Edit] = []
    current = text
    # In a text that is not suspect there is nothing else to find at first.
    more = _round(text) if "\\" in text or _is_suspect(text) else question_mark_edits(text)
    for _ in range(_ROUNDS):
        more = [edit for edit in more if edit.rules[0] in rules]
        if not more:
            break
        current = apply(current, more)
        edits = compose(edits, more)
        more = _round(current)
    return [Edit(e.start, e.end, e.new, e.rules[:1]) for e in edits if e.new != text[e.start : e.end]]


def _is_suspect(text: str) -> bool:
    rare = unusual(text)
    return bool(rare and _SUSPECT.search(rare) and (_DAMAGED.search(text) or SIGN.search(text)))


def _round(text: str) -> list[Edit]:
    """Return the edits of one reading."""
    edits: list[Edit] = []
    if "&" in text:
        edits += entity_edits(text)
    if "\\" in text:
        edits = _and_others(edits, escape_edits(text))
    edits = _and_others(edits, question_mark_edits(text))
    if not text.isascii():
        edits = _and_others(edits, mojibake_edits(text))
        edits = _and_others(edits, lost_mark_edits(text))
    return _and_others(edits, list(_character_edits(text)))


def _and_others(edits: list[Edit], others: list[Edit]) -> list[Edit]:
    """Return the edits and those of the others that meet none of them."""
    if not edits or not others:
        return edits or others
    kept = list(edits)
    i = 0
    for other in others:
        while i < len(edits) and edits[i].end <= other.start:
            i += 1
        if i == len(edits) or other.end <= edits[i].start:
            kept.append(other)
    kept.sort()
    return kept


def _character_edits(text: str) -> Iterator[Edit]:
    if not _CHARACTER.search(unusual(text)):
        return
    for match in _CHARACTER.finditer(text):
        group = match.lastgroup or ""
        new = _instead(text, match.start(), match[0], group)
        if new != match[0]:
            yield Edit(match.start(), match.end(), new, (_RULES[group],))


def _instead(text: str, at: int, old: str, group: str) -> str:
    """Return what stands in the place of a character that is no text."""
    if group == "line_end":
        return "\n"
    if group == "space":
        return " "
    if group == "joiner":
        return old if _joins(text, at) else ""
    if old == "\xad" and _is_hyphen(text, at):
        return "-"
    if group == "ligature":
        return _LIGATURES[ord(old) - 0xFB00]
    if group == "windows":
        return bytes([ord(old) & 0xFF]).decode("windows-1252", "ignore")
    if group == "surrogates":
        return old.encode("utf-16", "surrogatepass").decode("utf-16")
    return ""


def _is_hyphen(text: str, at: int) -> bool:
    """Tell whether a soft hyphen is shown: at the end of a line, and between figures, which no line end parts."""
    after = text[at + 1 : at + 2]
    return after in ("\n", "\r") or (after.isdecimal() and text[at - 1 : at].isdecimal())


def _joins(text: str, at: int) -> bool:
    """Tell whether a joiner has work to do: between letters of scripts that use it, or the parts of an emoji.

    A zero-width space has it where words are written without spaces.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "\u200b":
        return bool(_NO_SPACES.match(before) or _NO_SPACES.match(after))
    if _JOINED_LETTER.match(before):
        return True
    if text[at] == "\u200c" and before and not before.isspace() and _JOINED_LETTER.match(after):
        return True  # Persian joins an ending to a foreign name, a figure or a closing mark so
    return bool(_JOINED_EMOJI.match(before) and _JOINED_EMOJI.match(after))
