"""Undo mojibake: UTF-8 that was read in another encoding, once or more often.

Whether a stretch is damaged is ftfy's to say, which is careful; it is only asked about words that show a sign of
damage, so that most texts never load it and none is slow for a word that is damaged.
"""

from __future__ import annotations

import re
from typing import Final

from newsnorm.edits import Edit

__all__ = ["SIGN", "mojibake_edits"]

# Bytes 80 to BF, the later bytes of a UTF-8 sequence, as Latin-1 and Windows-1252 show them.
_LATER: Final = r"\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# The same without those that may well follow a letter: quotation marks, dashes, spaces, points.
_ODD: Final = r"\x80-\x9f¡-©¬-ºŸ¼-¿€ƒ†‡ˆ‰ŠŒŽ˜šœžŸ"
_CYRILLIC: Final = r"[\u0402-\u040f\u0451-\u045f\u0490\u0491\xa0-\xbf‚„…†‡€‰‹‘’“”•–—™›№]"

# A sign of damage: a first byte and as many later ones as it asks for. One class of first characters in front, so that
# the search runs over everything else at full speed.
SIGN: Final = re.compile(
    r"[Â-ôĂĹāβРС‚√Γ├](?:"
    # A lone capital may well stand before a closing mark: “AMANHÔ is a word, CORAZÃ“N is none.
    # Nor has a word in capitals the small letter that a no-break space would make of it: "AMANHÃ É".
    rf"(?<=[ÂÃ])(?![‘’“”…–—»](?!\w)(?<=[\w“„‘«\"][ÂÃ].))(?!\xa0(?<=[A-ZÀ-Þ]{{2}}Ã.))[{_LATER}]"
    rf"|(?<=[Ä-ßĂĹ])[{_ODD}]|(?<=[ÄÅ])[‚„…›™š‡]|(?<=[ĂĹ])[ąęłľšťžźż]"
    rf"|(?<=[à-ï])(?=.?[{_ODD}])[{_LATER}]{{2}}|(?<=[ð-ô])(?=.{{0,2}}[{_ODD}])[{_LATER}]{{3}}"
    r"|(?<=[a-zà-ÿ\u0300-\u036f]Å)[‘“«]|(?<=Å)“(?=[a-zà-ÿ])|(?<=[a-zà-ÿ\u0300-\u036f]È)[™›]|(?<=[ÅÊ])»(?=[a-z])|(?<=[b-df-hj-np-tv-zñ]Ã)(?=[a-z])"
    r"|(?<=[âāβ])€|(?<=Ã)(?= )|(?<=[a-zà-ÿ0-9.,;:!?)”\"']Â)(?=[ \n])"
    rf"|(?<=[РС]){_CYRILLIC}[РС]{_CYRILLIC}"
    r"|(?<=‚)Ä(?:[^\s\w]|[ôòúùìîñ])|(?<=√)[^\s\w(]|(?<=[A-Za-z]√)[À-ÿªº]|(?<=√)[À-ÿ](?=[a-z])"
    r"|(?<=Γ)Ç[^\s]|(?<=├)[^\s])"
)
_STRAY: Final = re.compile(r"(?<=[a-zà-ÿ0-9.,;:!?)”\"'])Â(?=[ \n])")
_CUT_OFF: Final = re.compile(r"â€(?:[?Â](?=[\s.,;:!)]|$)|(?=[\s.,;:!?)]|$))")  # the last byte of ” has no character
_DASH: Final = re.compile(r"â€\"(?=\w|$)")  # its last byte was a quotation mark, until someone made it straight
# The last byte of "à" became a space.
_GRAVE: Final = re.compile(r"(?<![A-ZÀ-Þ])(?<![A-Z][\u0300-\u036f])Ã (?=[\s.,;:!?)…]|$)")
_RING: Final = re.compile(r"\bÃ…(?=[a-zà-ÿ])")  # "Ålesund"; ftfy holds it for a capital and an ellipsis
# What ftfy holds for two letters, or for one and a mark, though both are in one word: "ErdoÄŸan", "sÅ“ur", "iPhoneâ„¢".
_IN_WORD: Final = re.compile(
    r"(?:[ÄÅ][ŒŸž]|Å[š¢»¼]|Ê»|ÃŽ|Å“)(?=[a-zà-ÿ])|ÃŽ(?=[A-Z])"
    r"|(?<=[a-zà-ÿ\u0300-\u036f])(?:[ÄÅ][Ÿž]|Å[‘“¼«]|È[™›]|Ä…(?=[a-zà-ÿ]))|â„¢|Â¥(?=\d)"
)
# What it leaves of UTF-8 that was read as the text of DOS ("donΓÇÖt", "G├╝nter") or of a Macintosh ("G√ºnter"): beside
# a letter no sign is part of a frame or of a formula.
_DOS: Final = re.compile(rf"ΓÇ[Öÿ£¥ôöªó]|├[{bytes(range(0x80, 0xC0)).decode('cp437')}](?:(?<=[A-Za-z]..)|(?=[a-z]))")
_MACINTOSH: Final = re.compile(rf"√(?!π)[{bytes(range(0x80, 0xC0)).decode('mac_roman')}](?:(?<=[A-Za-z]..)|(?=[a-z]))")
# The soft hyphen that was the second byte of í is gone: "GarcÃa". After a vowel it may be that of ß: "StraÃe".
_SOFT: Final = re.compile(r"(?<=[b-df-hj-np-tv-zñ])Ã(?=[a-z])")
_SEQUENCE: Final = re.compile(rf"[Â-ß][{_LATER}]|[à-ï][{_LATER}]{{2}}|[ð-ô][{_LATER}]{{3}}")
_SPACE: Final = frozenset(" \t\n\r")
_RULE: Final = ("encoding.mojibake",)


def mojibake_edits(text: str) -> list[Edit]:
    """Return the edits that undo mojibake."""
    edits: list[Edit] = []
    known: dict[str, str] = {}
    at = 0
    while match := SIGN.search(text, at):
        start, end = _word(text, match.start(), at)
        word = text[start:end]
        if word not in known:
            known[word] = _repaired(word)
        if known[word] != word:
            edits.append(_trimmed(start, word, known[word]))
        at = end
    return edits


def _word(text: str, inside: int, low: int) -> tuple[int, int]:
    """Return the span of the word at a position; one that ends in a cut-off letter takes the next one with it."""
    start = end = inside
    while start > low and text[start - 1] not in _SPACE:
        start -= 1
    while end < len(text) and text[end] not in _SPACE:
        end += 1
    if text[end - 1] == "Ã" and text[end : end + 1] == " ":
        end += 1
        while end < len(text) and text[end] not in _SPACE:
            end += 1
    return start, end


def _repaired(word: str) -> str:
    import ftfy  # costs more to import than most texts to clean

    word = _GRAVE.sub("à", _RING.sub("Å", _DASH.sub("—", _CUT_OFF.sub("”", word))))
    word = _reread(_IN_WORD, "cp1252", _SOFT.sub("í", word))
    repaired = ftfy.fix_encoding(word)
    if repaired == word:  # what stands around it may be what hides it
        repaired = _SEQUENCE.sub(lambda match: ftfy.fix_encoding(match[0]) if SIGN.match(match[0]) else match[0], word)
    repaired = _reread(_MACINTOSH, "mac_roman", _reread(_DOS, "cp437", repaired))
    return _STRAY.sub("", repaired + "\n")[:-1] if repaired.endswith("Â") else repaired


def _reread(pattern: re.Pattern[str], encoding: str, word: str) -> str:
    """Return a word with what the pattern finds in it read as the UTF-8 that it was, before another encoding."""
    return pattern.sub(lambda match: match[0].encode(encoding).decode(), word)


def _trimmed(start: int, old: str, new: str) -> Edit:
    """Return the edit from one string to another, without what they share at both ends."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(start + head, start + len(old) - tail, new[head : len(new) - tail], _RULE)
