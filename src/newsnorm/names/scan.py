"""Cut a text into runs of capitalized words, and tell headlines from prose.

A run is what may hold a name: capitalized words joined by single spaces, by particles ("van der"), initials
and abbreviations, by "of" or "and" after the words that ask for it. What of it is a name, `find` decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from newsnorm.names import vocabulary as v
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["Run", "Zones", "find_runs", "zones"]

_UPPER: Final = "A-Z\u00c0-\u00d6\u00d8-\u00de" + "".join(
    c for c in map(chr, [*range(0x100, 0x250), *range(0x1E00, 0x1F00)]) if c.isupper()
)
_LETTER: Final = r"[^\W\d_]"
_TAIL: Final = "[\\w\u0300-\u036f]*+"
# Not a part of the word: the possessive and what is left of a verb ("Zelensky's", "they'll").
_CLITIC: Final = r"(?!(?:[sSdm]|ll|re|ve)(?![\w]))"
# What may follow the capital that a word, an acronym with dots or an initial starts with: all three after one
# common letter, for a pattern that starts with a set of characters is found several times faster.
_WORD: Final = rf"{_TAIL}(?:['’]{_CLITIC}{_LETTER}{_TAIL}|[-‐‑&]\w{_TAIL}|\.(?:com|net|org|ru|uk)\b)*+"
_DOTTED: Final = rf"\.(?:-?[{_UPPER}]\.){{1,7}}"
_INITIAL: Final = rf"\.(?=[ \u00a0]?[{_UPPER}])"


Run: TypeAlias = tuple[int, int, tuple[str, ...], bool, int]
"""One run: its start and end, its words, whether a sentence opens with it, and the kind of its line (see `Zones`)."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Hold which lines are no prose: 1 for a headline in title case or capitals, 2 for a line of a table."""

    starts: Sequence[int]
    kinds: Sequence[int]

    def at(self, position: int) -> int:
        """Return the kind of the line at a position, 0 for prose."""
        return self.kinds[bisect_right(self.starts, position) - 1] if self.starts else 0


def find_runs(text: str, words: Vocabulary) -> list[Run]:
    """Return the runs of a text in order, without single words that are never names."""
    runs: list[Run] = []
    lines = zones(text, words.small)
    bits = words.classes.get
    spaced = "\u00a0" in text
    last_end = -99
    at = lines.at
    leading, ends, longer_ends = _leading(words.leading)
    end = 0
    # Split at its only group, a pattern gives what it matches and what stands between, without an object for each.
    cuts = _run(words.abbreviations, words.joining).split(text)
    for between, run in zip(cuts[::2], cuts[1::2], strict=False):
        start = end + len(between)
        end = start + len(run)
        near = start - last_end < 10
        never = bits(run, 0) & _NEVER
        if never and not near:
            continue
        sign = text[start - 1 : start]
        if (sign not in _FREE_BEFORE or text[end : end + 1] not in _FREE_AFTER) and not _stands_free(text, start, end):
            continue
        plain = run.replace("\u00a0", " ") if spaced else run
        tokens = tuple(plain.split(" ")) if " " in plain else (plain,)
        if near and (joint := text[last_end:start]) in _JOINTS:
            opened, _, before, opens, zone = runs[-1]
            joined = _joined(before, joint, tokens, words)
            if joined is not None:
                runs[-1] = (opened, end, joined, opens, zone)
                last_end = end
                continue
        if never:
            continue
        if sign == "-" and start > 2:
            start -= 3  # "al-Haddad", the only hyphen that stands free
            tokens = (text[start : start + 3] + tokens[0], *tokens[1:])
        elif (
            text[start - 3 : start] in ends
            and (text[start - 4 : start - 1] in longer_ends or not text[start - 4 : start - 3].isalnum())
            and (particles := leading.search(text, max(0, start - 12), start))
        ):
            start, sign = particles.start(1), ""
            tokens = (*text[start : particles.end(1)].split(), *tokens)
        opens = (sign != " " or text[start - 2 : start - 1] not in _CONTINUES) and _opens(text, start)
        runs.append((start, end, tokens, opens, at(start) if lines.starts else 0))
        last_end = end
    return runs


def zones(text: str, small: frozenset[str]) -> Zones:
    """Return the lines that are headlines or tables; no lines at all if there is only prose."""
    starts: list[int] = []
    kinds: list[int] = []
    at = 0
    for line in text.split("\n"):
        starts.append(at)
        kinds.append(_zone(line, small) if line else 0)
        at += len(line) + 1
    return Zones(starts, kinds) if any(kinds) else Zones((), ())


_DIGITS: Final = re.compile(r"\d+")
_JOINTS: Final = {
    " of ",
    " of the ",
    " for ",
    " for the ",
    " and ",
    " & ",
    " in ",
    " on ",
    " at ",
    "' ",
    "’ ",
    "'s ",
    "’s ",
}
_NEVER: Final = v.FUNCTION | v.DEMONYM
_FREE_BEFORE: Final = frozenset((" ", "\n", "", '"', "(", "\u00a0", "“"))
_FREE_AFTER: Final = frozenset((" ", "\n", "", ",", '"', ")", "\u00a0", ";", ":", "'", "’"))
# After these and a space no sentence opens, so that most runs need no further test.
_CONTINUES: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,;0123456789")
_GLUE: Final = frozenset("@#/\\_.=&%~+$’'")


@lru_cache(maxsize=8)
def _run(abbreviations: frozenset[str], joining: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a run, its only group, in a language of these abbreviations and particles within names."""
    stops = "|".join(rf"(?<=\b{word}\.)" for word in sorted(abbreviations))
    token = rf"[{_UPPER}](?:{_DOTTED}|{_INITIAL}|{_WORD}(?:\.(?:{stops}))?)"
    glued = "|".join(sorted(particle for particle in joining if particle[-1] in "-'’"))
    spaced = "|".join(sorted((particle for particle in joining if particle[-1] not in "-'’"), key=len, reverse=True))
    joint = rf"(?:[ \u00a0](?:{glued}|(?:{spaced})[ \u00a0]){{0,3}}(?=[{_UPPER}])|(?<=\.)(?=[{_UPPER}]))"
    return re.compile(rf"({token}(?:{joint}{token}){{0,30}})")


@lru_cache(maxsize=8)
def _leading(particles: frozenset[str]) -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """Return the pattern of particles before a name, and the last two and three letters of these: a cheaper test."""
    some = "|".join(sorted(particles))
    pattern = re.compile(rf"(?<![\w-])((?:(?:{some})[ \u00a0]){{1,3}})\Z")
    return pattern, frozenset(particle[-2:] + " " for particle in particles), frozenset(p[-3:] for p in particles)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a run is a word of its own: no part of a word, an address, a handle, a path or a file name."""
    if start:
        before = text[start - 1]
        if before.isalnum() or before in _GLUE:
            return (before == "." and _after_sentence(text, start)) or (
                before in "'’" and not text[start - 2 : start - 1].isalnum()
            )
        if before == "-":
            return text[start - 3 : start] in ("al-", "el-") and not text[start - 4 : start - 3].isalnum()
    after = text[end : end + 2]
    if not after or after[0] in " \n,":
        return True
    if after[0] in "@\\%=_":
        return False
    return not (after[0] in "./" and after[1:].isalnum() and (after[0] == "." or after[1].islower()))


def _after_sentence(text: str, start: int) -> bool:
    return text[start - 2 : start - 1] in ('"', ")", "”")


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence, a line or a quotation opens here."""
    at = start - 1
    if at < 0:
        return True
    sign = text[at]
    if sign not in " \u00a0":
        return sign in "\n\"“‘'…*|:«\t\r"
    sign = text[at - 1] if at else "\n"
    if sign in "\"”’'*)":
        sign = text[at - 2] if at > 1 else "\n"
        return sign in ".!?"
    if sign in "-–—":
        return text[max(0, at - 3) : at - 1].strip(" \u00a0") in ("", "\n")
    return sign in ".!?:\n…•|*>\r\t "


def _zone(line: str, small: frozenset[str]) -> int:
    if len(line) > 240 or len(line) < 3:
        return 0
    if line.isupper():
        return 2 if len(_DIGITS.findall(line)) > 3 else 1
    if line[-1] in '.!?,;:"”' or ("a" <= line[-1] <= "z" and " said " in line):
        return 0
    tokens = line.split()
    if (
        len(tokens) < 4
        or tokens[0] in ("By", "BY")
        or any(token[0].islower() and token not in small for token in tokens)
    ):
        return 0
    return 2 if len(_DIGITS.findall(line)) > 1 else 1


def _joined(left: tuple[str, ...], joint: str, right: tuple[str, ...], words: Vocabulary) -> tuple[str, ...] | None:
    """Return the words of two runs that "of", "for", "and" or "&" join into one name, or None."""
    if len(left) + len(right) > _MOST_WORDS:
        return None
    bits = words.classes.get
    if joint[0] in "'’":
        return (*left[:-1], left[-1] + joint[:-1], *right) if _is_owned(left, joint, bits(right[-1], 0)) else None
    middle = joint[1:-1]
    follower = bits(right[0], 0)
    if follower & v.BREAKS and not follower & v.COMMON:
        return None
    if middle == "&":
        between_places = " ".join(left) in words.places and right[-1] in words.places
        return None if between_places else (*left, middle, *right)
    if middle == "and":
        return (*left, middle, *right) if _is_pair_of_topics(left, right, words) else None
    phrase = " ".join((left[-1], middle, right[0]))
    if phrase in words.role_phrases:
        return (*left[:-1], phrase, *right[1:])
    return (*left, *middle.split(" "), *right) if _takes(left, middle, right, words) else None


def _is_owned(left: tuple[str, ...], joint: str, last: int) -> bool:
    """Tell whether a name goes on after an apostrophe: "Teachers' Union", "Brackwater St. Andrew's Football Club"."""
    if joint[1] == "s":
        return len(left) > 1 and left[-2] in ("St.", "St", "Saint") and bool(last & (v.ORG | v.PLACE))
    return left[-1][-1] == "s" and bool(last & v.ORG)


def _is_pair_of_topics(left: tuple[str, ...], right: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether "and" stands between two topics of an organization: "Department of Health and Safety"."""
    bits = words.classes.get
    ends = bits(right[-1], 0) & v.ORG
    if not bits(left[-1], 0) & v.TOPIC or not (bits(right[0], 0) & v.TOPIC or ends):
        return False
    return "of" in left or "for" in left or bool(ends)


def _takes(left: tuple[str, ...], middle: str, right: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether a name goes on after "of", "for", "in", "on" or "at", as the word before asks for it."""
    last, head = left[-1], words.classes.get(left[-1], 0)
    if middle == "on" and head & v.HEAD and last in words.on_heads:
        return True
    if left[-2:] == ("Human", "Rights") and middle in ("in", "for"):
        return True
    if middle in ("in", "on", "at"):
        return bool(head & v.TOPIC) and ("of" in left or "for" in left)
    if last in words.aims and middle == "of" and "for" in left:
        return True
    club = right[0].isupper() and words.classes.get(right[0], 0) & v.ORG
    if middle[:3] == "for" and (last in words.of_heads or club):
        return False
    if middle == "of" and last in words.divisions and len(left) > 1 and " ".join(right) in words.places:
        return False  # "Punjab Province of Pakistan"
    return bool(head & v.HEAD) or (middle[:2] == "of" and len(left) == 2 and _ROMAN.fullmatch(last) is not None)


_MOST_WORDS: Final = 24
_ROMAN: Final = re.compile(r"[IVX]{1,5}")
