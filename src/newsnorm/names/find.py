"""Decide which runs of capitalized words are names, and of what type.

A run is cut where grammar cuts it ("Ukrainian President | Volodymyr Zelensky"): adjectives of countries, honorifics,
ranks and roles come off and stay as evidence. What opens a sentence is a name only if the article says so
elsewhere, or its place in the sentence does. An unknown type stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.forms import plain
from newsnorm.names.mention import NameType
from newsnorm.names.scan import Run, find_runs, lower_words
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["Piece", "find_pieces"]


@dataclass(slots=True)
class Piece:
    """Hold one name while it is worked on; ``text`` is the name alone, ``words`` its words."""

    start: int
    end: int
    text: str
    words: list[str]
    type: NameType | None = None
    honorific: str | None = None
    role: str | None = None
    gender: str | None = None
    opens: bool = False
    zone: int = 0
    acts: bool = False
    located: bool = False


def find_pieces(text: str, words: Vocabulary, is_known: Callable[[str], bool] = bool) -> list[Piece]:
    """Return the names of a text in order, not yet linked; ``is_known`` tells whether the tables have a name."""
    sure: list[Piece] = []
    maybe: list[Piece] = []
    held: list[Run] = []
    bits = words.classes.get
    for run in find_runs(text, words):
        if run.zone == 1:
            held.append(run)
            continue
        for piece in _pieces(run, words):
            if len(piece.words) > 1 or piece.honorific or piece.role:
                sure.append(piece)
            elif len(piece.text) < 2 or (not piece.text.isalpha() and _is_code(piece.text, words)):
                continue
            elif (flags := bits(piece.text, 0)) & _REJECTED:
                if flags & v.LONE and not piece.opens:
                    sure.append(piece)
                elif flags & (v.CALENDAR | v.COMMON | v.ALSO | v.ROLE | v.STYLE):
                    maybe.append(piece)
            elif piece.opens:
                maybe.append(piece)
            else:
                sure.append(piece)
    lower = lower_words(text) if maybe or any(piece.opens for piece in sure) else frozenset[str]()
    _trim_openings(sure, lower, words)
    found = sure + _supported(text, sure, maybe, lower, words, is_known)
    if held:
        found += _headlines(held, found, text, words)
    found.sort(key=_start)
    _trim_stops(text, found, words)
    _type_by_context(text, found, words, lower)
    return found


_REJECTED: Final = v.FUNCTION | v.CALENDAR | v.DEMONYM | v.HONORIFIC | v.RANK | v.STYLE | v.ROLE | v.COMMON | v.SUFFIX
_TITLE: Final = v.HONORIFIC | v.RANK | v.STYLE | v.ROLE
_TITLE_PART: Final = _TITLE | v.ROLE_PART


def _is_code(token: str, words: Vocabulary) -> bool:
    """Tell whether a word is a number, a span of months, or a party and state ("F-16", "R-Ky.")."""
    if (token[1] == "-" and token[0] in "RDI") or (token[1] == "." and len(token) == 2) or any(sign.isdigit() for sign in token):
        return True
    return bool(words.classes.get(token.partition("-")[0], 0) & v.CALENDAR)


def _start(piece: Piece) -> int:
    return piece.start


def _pieces(run: Run, words: Vocabulary) -> list[Piece]:
    """Cut one run into names: at function words, at dates and at hyphens that only compound ("London-based")."""
    tokens = run.words
    bits = words.classes.get
    if len(tokens) == 1:
        token = tokens[0]
        if "-" in token:
            token = _uncompounded(token, False, words)
        kind = _type_of_word(token, bits(token, 0), words)
        return [Piece(run.start, run.start + len(token), token, [token], kind, None, None, None, run.opens, run.zone)]
    flags = [bits(token, 0) for token in tokens]
    every = 0
    for flag in flags:
        every |= flag
    if not every & ~_PLAIN and tokens[0] not in words.split_before and not any("-" in token for token in tokens[-2:]):
        text = " ".join(tokens)
        kind = _type_of_plain(text, tokens, flags[0], every, words)
        return [Piece(run.start, run.end, text, tokens, kind, None, None, None, run.opens, run.zone)]
    cut = Cut(run, words, tokens, flags, [run.start, *(run.start + n for n in accumulate(len(t) + 1 for t in tokens))], [])
    first = 0
    for i, flag in enumerate(flags):
        if flag & v.BREAKS and not _kept(cut, first, i):
            _segment(cut, first, i)
            first = i + 1
        elif "-" in tokens[i] and (part := _uncompounded(tokens[i], i > first, words)) != tokens[i]:
            tokens[i], flags[i] = part, bits(part, 0)
            _segment(cut, first, i + 1)
            first = i + 1
    _segment(cut, first, len(tokens))
    return cut.pieces


_PLAIN: Final = v.GIVEN | v.PARTICLE


def _type_of_plain(text: str, tokens: list[str], first: int, every: int, words: Vocabulary) -> NameType | None:
    """Return the type of a name without cues, titles or adjectives."""
    if text in words.places:
        return "LOC"
    opening = tokens[0]
    if opening in _PLACE_STARTS:
        return "LOC"
    if len(tokens) < 5 and not text.isupper():
        if first & v.GIVEN or opening[1:2] == "." or (every & v.PARTICLE and not _PERSONAL.isdisjoint(tokens)):
            return "PER"
        if tokens[-1][:3] in ("al-", "el-") or (not opening.isascii() and _plain_bits(opening, words) & v.GIVEN):
            return "PER"
    return None


def _plain_bits(word: str, words: Vocabulary) -> int:
    """Return the classes of a word as it is written without its marks."""
    return words.classes.get(plain(word).capitalize(), 0)


# Particles that only persons' names have; "de" and "la" are in names of everything.
_PERSONAL: Final = frozenset(("van", "von", "bin", "bint", "ibn", "ben", "zu", "ter", "ten"))


_PLACE_STARTS: Final = frozenset(("Lake", "Mount", "Fort", "Cape", "Port", "Gulf", "San", "Santa", "Los", "Las", "St."))


@dataclass(slots=True)
class Cut:
    """Hold a run while it is cut: its words, their classes, where they start, and the names found so far."""

    run: Run
    words: Vocabulary
    tokens: list[str]
    flags: list[int]
    starts: list[int]
    pieces: list[Piece]


def _uncompounded(token: str, within: bool, words: Vocabulary) -> str:
    """Return a word without what a hyphen only compounds with it: "London" of "London-based", all of "Jong-un"."""
    name, _, rest = token.rpartition("-")
    if not rest.islower() or not name:
        return token
    return token if within and len(rest) <= 5 and rest not in words.suffix_words else name


def _kept(cut: Cut, first: int, i: int) -> bool:
    """Tell whether a word that breaks runs is in a name here: "The Hague", "Theresa May"."""
    tokens, flags = cut.tokens, cut.flags
    if tokens[i] == "The" and i + 1 < len(tokens):
        return "The " + tokens[i + 1] in cut.words.places
    if flags[i] & v.GIVEN and i + 1 < len(tokens):
        return not flags[i + 1] & v.BREAKS
    if tokens[i] == "I":
        return i == first + 1 and bool(flags[first] & v.GIVEN)
    return bool(flags[i] & v.CALENDAR and i > first and flags[i - 1] & v.GIVEN and tokens[i] in _MONTH_SURNAMES)


_MONTH_SURNAMES: Final = frozenset(("May", "March", "August"))


def _segment(cut: Cut, i: int, j: int) -> None:
    """Take the names out of words ``i`` to ``j`` that nothing breaks: adjectives, then titles, come off."""
    if i >= j:
        return
    i = _after_demonyms(cut, i, j)
    if i >= j:
        return
    tokens, flags = cut.tokens, cut.flags
    end = _place_at(cut, i, j)
    if end and (end == j or flags[end] & (v.DEMONYM | _TITLE_PART) or flags[i] & v.DEMONYM):
        _add(cut, i, end, "LOC")
        _segment(cut, end, j)
        return
    if tokens[i] in cut.words.split_before and j - i > 1 and tokens[i + 1] not in cut.words.unsplit_after:
        _name(cut, i, i + 1)
        _segment(cut, i + 1, j)
        return
    start, end = _title(flags, i, j)
    if start == end or _titled_name(cut, i, start, end, j):
        _name(cut, i, j)
        return
    if start > i:
        _name(cut, i, start)
    if end < j:
        _person(cut, start, end, j)


def _after_demonyms(cut: Cut, i: int, j: int) -> int:
    """Return where the name starts after adjectives of countries, which stay only in names like "British Airways"."""
    tokens, flags = cut.tokens, cut.flags
    at = i
    while at < j:
        if at + 1 < j and _place_at(cut, at, j):
            break
        if flags[at] & v.DEMONYM:
            at += 1
        elif flags[at] & v.STARTS_DEMONYM and at + 1 < j and flags[at + 1] & (v.DEMONYM | v.ENDS_DEMONYM):
            at += 2
        else:
            break
    if at == i or at == j:
        return at
    last = flags[j - 1]
    if flags[at] & _TITLE and not last & v.ORG:
        return at
    if flags[at - 1] & v.COMMON:
        return i if last & (v.ORG | v.COMMON) else at
    if last & v.ORG and not last & v.ORGAN and not _title(flags, at, j)[1]:
        return i
    if at == j - 1 and flags[at] & v.COMMON and not flags[at] & v.ORGAN:
        return j
    return at


def _place_at(cut: Cut, i: int, j: int) -> int:
    """Return where a place of two or three words ends that starts here, or zero."""
    if not cut.flags[i] & (v.DEMONYM | v.STARTS_DEMONYM | v.COMMON | v.PLACE | v.ROLE_PART):
        return 0
    for end in (i + 3, i + 2):
        if end <= j and " ".join(cut.tokens[i:end]) in cut.words.places:
            return end
    return 0


def _title(flags: Sequence[int], i: int, j: int) -> tuple[int, int]:
    """Return the span of the first title: words of titles that end with a whole one; empty if there is none."""
    k = i
    while k < j:
        if flags[k] & _TITLE_PART and not (flags[k] & v.GIVEN and k == i):
            b = k
            while b < j and flags[b] & _TITLE_PART:
                b += 1
            e = b
            while e > k and not flags[e - 1] & _TITLE:
                e -= 1
            if e > k and not (e < j and flags[e] & (v.ORG | v.PLACE) and not flags[e] & v.GIVEN):
                return k, e
            k = b
        else:
            k += 1
    return 0, 0


def _titled_name(cut: Cut, i: int, start: int, end: int, j: int) -> bool:
    """Tell whether a title is part of the name: "Stephen King", "General Motors", "Prince of Wales"."""
    tokens, flags = cut.tokens, cut.flags
    if end == j:
        also = all(flags[k] & v.ALSO for k in range(start, end))
        return bool(also and start > i and _personal(cut, i, start))
    if tokens[end] in ("of", "for", "&", "and"):
        return True
    if all(flags[k] & v.SUFFIX for k in range(end, j)):
        return start > i
    if flags[start] & v.WEAK and end == start + 1 and j - end == 1:
        return not flags[end] & v.GIVEN
    if start > i and flags[start] & v.ALSO and flags[i] & v.GIVEN:
        return True
    return bool(flags[j - 1] & (v.ORG | v.PLACE) and start == i and end == start + 1 and not flags[start] & v.HONORIFIC)


def _personal(cut: Cut, i: int, j: int) -> bool:
    """Tell whether words may be the given names of a person."""
    flags = cut.flags
    if flags[i] & v.GIVEN or (len(cut.tokens[i]) == 2 and cut.tokens[i][1] == "."):
        return True
    return j - i == 1 and not flags[i] & (v.DEMONYM | v.COMMON | v.ORG | v.PLACE) and cut.tokens[i] not in cut.words.places


def _person(cut: Cut, start: int, end: int, j: int) -> None:
    """Add the person after a title."""
    honorifics = [cut.tokens[k] for k in range(start, end) if cut.flags[k] & v.HONORIFIC]
    others = [cut.tokens[k] for k in range(start, end) if not cut.flags[k] & v.HONORIFIC]
    if cut.flags[end] & v.COMMON and j - end == 1:
        return
    piece = _add(cut, end, j, "PER")
    piece.honorific = honorifics[-1] if honorifics and cut.flags[end - 1] & v.HONORIFIC else None
    piece.role = " ".join(others) or None
    if piece.honorific:
        piece.gender = "m" if piece.honorific in cut.words.male else "f"


def _name(cut: Cut, i: int, j: int) -> None:
    """Add a name that stands without title, less a common word that opens the sentence."""
    flags = cut.flags
    if cut.run.opens and i == 0 and j > 2 and flags[0] & v.COMMON and not flags[0] & v.GIVEN and flags[1] & v.GIVEN:
        i = 1
    if j - i > 1 and all(flags[k] & (v.ROLE_PART | v.COMMON | v.CALENDAR) and not flags[k] & v.ORG for k in range(i, j)):
        if not any(flags[k] & v.LONE for k in range(i, j)):
            return
    _add(cut, i, j, _type(cut, i, j))


def _add(cut: Cut, i: int, j: int, kind: NameType | None) -> Piece:
    tokens = cut.tokens[i:j]
    start = cut.starts[i]
    end = cut.starts[j - 1] + len(tokens[-1])
    piece = Piece(start, end, " ".join(tokens), tokens, kind, None, None, None, cut.run.opens and i == 0, cut.run.zone)
    cut.pieces.append(piece)
    return piece


def _type(cut: Cut, i: int, j: int) -> NameType | None:
    """Return the type that a name's own words tell, if they do."""
    tokens, flags = cut.tokens, cut.flags
    if j - i == 1:
        return _type_of_word(tokens[i], flags[i], cut.words)
    last = flags[j - 1]
    if "of" in tokens[i:j] and flags[i] & v.STYLE:
        return "PER"
    if last & v.LEGAL or "&" in tokens[i:j]:
        return "ORG"
    if " ".join(tokens[i:j]) in cut.words.places:
        return "LOC"
    if last & v.SUFFIX and (flags[i] & v.GIVEN or j - i > 2 or tokens[j - 1][0] in "JS"):
        return "PER"
    if last & v.ORG and not last & v.ALSO:
        return "ORG"
    for k in range(i, j - 1):
        if flags[k] & v.HEAD and tokens[k + 1] in ("of", "for", "on", "in"):
            return "LOC" if flags[k] & v.PLACE else "ORG"
    if last & v.PLACE or tokens[i] in _PLACE_STARTS:
        return "LOC"
    if j - i <= 4 and (flags[i] & v.GIVEN or _INITIALS.fullmatch(tokens[i]) or not _PERSONAL.isdisjoint(tokens[i + 1 : j])):
        return None if flags[i + 1] & v.COMMON and not flags[i + 1] & v.ALSO else "PER"
    if tokens[j - 1][:3] in ("al-", "el-"):
        return "PER"
    return None


_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?){1,3}.{0,20}")


def _type_of_word(token: str, flag: int, words: Vocabulary) -> NameType | None:
    if token in words.places:
        return "LOC"
    if token.isupper() and len(token) > 1:
        return "LOC" if token.title() in words.places else "ORG" if len(token) < 7 and token.isalpha() else None
    if flag & v.LONE:
        return "LOC" if flag & v.PLACE else "ORG"
    return None


def _trim_openings(sure: list[Piece], lower: frozenset[str], words: Vocabulary) -> None:
    """Take the word off that opens a sentence before a name ("Even Russia"), where the text or the lists know both."""
    known = {piece.text for piece in sure if not piece.opens}
    bits = words.classes.get
    for piece in sure:
        if not piece.opens or len(piece.words) < 2 or piece.text in words.places or piece.text in known:
            continue
        first, rest = piece.words[0], " ".join(piece.words[1:])
        flag = bits(first, 0)
        if flag & (v.GIVEN | v.ORG | v.TOPIC | v.HEAD) or bits(piece.words[1], 0) & v.COMMON:
            continue
        certain = rest in known or rest in words.places or bits(piece.words[1], 0) & v.GIVEN
        common = bool(flag & (v.ROLE | v.DEMONYM) or (flag & v.COMMON and not flag & v.LONE and first not in _NOUNS)) or first[:3] == "Ex-"
        common = common or (lowered := first.lower()) in lower or lowered in words.nouns
        if certain and common:
            piece.start += len(first) + 1
            piece.text, piece.words, piece.opens = rest, piece.words[1:], False
            piece.type = "LOC" if rest in words.places else "PER" if len(piece.words) > 1 else None


_NOUNS: Final = frozenset("Media Radio Television Net Rail Post Air Sport Royal Inter Sky Live Big Great Little Real Star Red Black White Green Blue Gold Silver First".split())


def _trim_stops(text: str, found: list[Piece], words: Vocabulary) -> None:
    """Take the full stop of the sentence off a name that ends with an abbreviation: "She works for Acme Inc."."""
    for piece in found:
        if piece.text[-1] == "." and words.classes.get(piece.words[-1], 0) & (v.LEGAL | v.SUFFIX):
            after = text[piece.end : piece.end + 2].lstrip(" \u00a0")
            if not after or after[0] in "\r\n" or after[0].isupper():
                piece.end -= 1
                piece.text = piece.text[:-1]
                piece.words = [*piece.words[:-1], piece.words[-1][:-1]]


def _supported(
    text: str, sure: list[Piece], maybe: list[Piece], lower: frozenset[str], words: Vocabulary, is_known: Callable[[str], bool]
) -> list[Piece]:
    """Return those of the doubtful names that the rest of the text, or what follows them, supports."""
    if not maybe:
        return []
    support: dict[str, int] = {}
    for piece in sure:
        if len(piece.words) == 1:
            support[piece.text] = 1
        elif piece.type in (None, "PER"):
            support[piece.words[-1]] = 2
            support.setdefault(piece.words[0], 1)
    bits = words.classes.get
    return [
        piece
        for piece in maybe
        if _is_supported(piece, flag := bits(piece.text, 0), support, lower, text, words)
        or (not flag & _REJECTED and piece.text.lower() not in lower and is_known(piece.text))
    ]


def _is_supported(
    piece: Piece, flag: int, support: dict[str, int], lower: frozenset[str], text: str, words: Vocabulary
) -> bool:
    name = piece.text
    level = support.get(name, 0)
    if flag & _REJECTED:
        return level == 2 and not (piece.opens and name.lower() in lower and flag & v.COMMON)
    if level or name in words.places:
        return True
    if name.lower() in lower:
        return False
    if name.isupper() and len(name) > 1:
        return True
    if flag & v.GIVEN:
        return True
    after = text[piece.end : piece.end + 24]
    if piece.zone == 2 or after[:2] in ("'s", "’s"):
        return True
    follower = after[1:].partition(" ")[0].rstrip(",.;:")
    return follower in words.verbs and not (name.endswith("s") and not name.endswith("ss")) or after[:5] == ", who"


def _headlines(held: list[Run], found: list[Piece], text: str, words: Vocabulary) -> list[Piece]:
    """Return the names of headlines in capitals: what the text below, or the list of places, knows by name."""
    known: dict[str, Piece] = {}
    for piece in found:
        known.setdefault(piece.text.upper(), piece)
        if piece.type in (None, "PER") and len(piece.words) > 1:
            known.setdefault(piece.words[-1].upper(), piece)
    pieces: list[Piece] = []
    for run in held:
        pieces += _known_in(run, known, text, words)
    return pieces


def _known_in(run: Run, known: dict[str, Piece], text: str, words: Vocabulary) -> list[Piece]:
    tokens = run.words
    starts = [run.start, *(run.start + n for n in accumulate(len(t) + 1 for t in tokens))]
    pieces: list[Piece] = []
    i = 0
    while i < len(tokens):
        for j in range(min(len(tokens), i + 5), i, -1):
            name = " ".join(tokens[i:j])
            upper = name.upper()
            kind: NameType | None = None
            if upper in known:
                kind = known[upper].type
            elif name in words.places or name.title() in words.places:
                kind = "LOC"
            else:
                continue
            pieces.append(Piece(starts[i], starts[j - 1] + len(tokens[j - 1]), name, tokens[i:j], kind, zone=1))
            i = j - 1
            break
        i += 1
    if not pieces and len(tokens) <= 3 and _alone_in_line(text, run):
        bits = words.classes.get
        if len(tokens) > 1 and bits(tokens[0], 0) & v.GIVEN and not any(bits(t, 0) & (v.FUNCTION | v.COMMON) for t in tokens):
            pieces.append(Piece(run.start, run.end, " ".join(tokens), tokens, "PER", zone=0))
    return pieces


def _alone_in_line(text: str, run: Run) -> bool:
    return text[run.start - 1 : run.start] in ("", "\n") and text[run.end : run.end + 1] in ("", "\n")


def _type_by_context(text: str, found: list[Piece], words: Vocabulary, lower: frozenset[str]) -> None:
    """Type names by what stands next to them: ", 47," and "said" make a person, and so does "striker" before."""
    surnames = {piece.words[-1] for piece in found if piece.type == "PER" and len(piece.words) > 1}
    for piece in found:
        count = len(piece.words)
        if piece.type is not None:
            if count > 1 or piece.type != "LOC" or piece.text not in surnames:
                continue
        elif count > 4 or piece.text.isupper():
            continue
        before = text[max(0, piece.start - 20) : piece.start]
        if before[-1:] == " ":
            last = before.split(" ")[-2].lstrip("(")
            if last in words.nouns:
                piece.acts = True
                if piece.type is None and _may_act(piece, words, lower):
                    piece.type = "PER"
                continue
            piece.located = (last in _LOCATIVE and text[piece.end : piece.end + 2] not in ("'s", "’s")) or (piece.type == "LOC" and last in _FROM)
        _look_after(text, piece, words)
        if piece.acts and piece.type is None and count > 1 and _may_act(piece, words, lower):
            piece.type = "PER"


def _may_act(piece: Piece, words: Vocabulary, lower: frozenset[str]) -> bool:
    """Tell whether a name that does what persons do may be one: companies and cities speak, too."""
    bits = words.classes.get
    barred = v.ORG | v.PLACE | v.COMMON | v.TOPIC | v.HEAD | v.DEMONYM
    if any(bits(word, 0) & barred for word in piece.words) or not words.places.isdisjoint(piece.words):
        return False
    return not (piece.words[-1].lower() in lower and piece.words[0].lower() in lower)


def _look_after(text: str, piece: Piece, words: Vocabulary) -> None:
    after = text[piece.end : piece.end + 15]
    if after[:1] == ",":
        if _AGE.match(after, 1) or after[1:6] == " who ":
            piece.acts = True
    elif (following := _FOLLOWING.match(after)) and following[1] in words.verbs:
        piece.acts = True


_FOLLOWING: Final = re.compile(r" ([a-z]+)")
_FROM: Final = frozenset(("from", "to", "at", "From", "At", "via", "toward", "towards", "leave", "left", "visit", "visited"))
_LOCATIVE: Final = frozenset(("in", "In", "near", "outside", "around", "across", "throughout", "inside", "visiting"))
_AGE: Final = re.compile(r" \d{1,2},")
