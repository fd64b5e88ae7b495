"""Cut one run of capitalized words into names, where grammar cuts it.

"Ukrainian President Volodymyr Zelensky" is a name with a role before it and an adjective before that; "Bank of
England" is one name. What comes off stays as evidence: an honorific or a role makes a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.forms import is_regnal, plain
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.rules import NameType

__all__ = ["Part", "cut_run", "ends_in_letter"]


@dataclass(slots=True)
class Part:
    """Hold one name of a run: where in the run it stands, its words, and what they and the words before tell of it.

    A ``common`` one is a word after a title that is a surname only if somebody of the text has it: "Mr. Gray".
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    type: NameType | None
    opens: bool
    honorific: str | None = None
    role: str | None = None
    gender: str | None = None
    common: bool = False


def cut_run(run: tuple[str, ...], opens: bool, words: Vocabulary) -> list[Part]:
    """Return the names of one run, cut at function words, dates and hyphens that only compound ("London-based")."""
    bits = words.classes.get
    if len(run) == 1:
        token = run[0]
        if "-" in token:
            token = _uncompounded(token, False, words)
        return [Part(0, len(token), token, (token,), _type_of_word(token, bits(token, 0), words), opens)]
    if len(run) > 2 and _ends_in_letters(run, words):
        run = run[:-1]
    if "." in run[0] or any(token[-1] == "." for token in run[1:]):
        end = _sentence_end(run, words)
        if end:
            return _cut_apart(run, end, opens, words)
    tokens = list(run)
    flags = [bits(token, 0) for token in tokens]
    if any("-" in token for token in tokens):
        flags = [flag or _bits_of_compound(tokens[i : i + 2], words) for i, flag in enumerate(flags)]
    every = 0
    for flag in flags:
        every |= flag
    if (
        not every & ~_PLAIN
        and not _is_split(tokens, flags, 0, len(tokens), words)
        and not _is_located(tokens, flags, words)
        and not _has_officer(tokens, words)
        and not _plural_title(tokens, flags, words)
        and not any("-" in token for token in tokens)
    ):
        text = " ".join(tokens)
        kind = _type_of_plain(text, tokens, flags[0], every, words)
        return [Part(0, len(text), text, run, kind, opens)]
    cut = Cut(opens, words, tokens, flags, [0, *accumulate(len(t) + 1 for t in tokens)], [])
    first = 0
    for i, flag in enumerate(flags):
        if flag & v.BREAKS and not _kept(cut, first, i):
            _segment(cut, first, i)
            first = i + 1
        elif (
            "-" in tokens[i]
            and not _is_eastern_given(tokens, i, words)
            and ((part := _uncompounded(tokens[i], i > first, words)) != tokens[i])
        ):
            tokens[i], flags[i] = part, bits(part, 0)
            _segment(cut, first, i + 1)
            first = i + 1
    _segment(cut, first, len(tokens))
    return cut.parts


def _ends_in_letters(run: Sequence[str], words: Vocabulary) -> bool:
    """Tell whether letters follow a person's name: "Leila Haddad QC", "Omar Haddad SC", not "Orlando City SC"."""
    last, bits = run[-1], words.classes.get
    if last in words.letters:
        return any(bits(token, 0) & v.GIVEN for token in run[:2])
    if last not in words.club_letters or bits(run[-2], 0) & (v.COMMON | v.ORG | v.PLACE):
        return False
    return any(bits(name, 0) & v.GIVEN and name not in words.towns and name not in words.places for name in run[:2])


def _sentence_end(run: Sequence[str], words: Vocabulary) -> int:
    """Return where in a run a sentence may start after an abbreviation or a letter, or zero.

    "Apex Corp. | Haddad joined", "Group A. | Kane scored", not "Brackwater Motor Co. Fund", "Ostrow Jr. Day".
    """
    bits = words.classes.get
    for i in range(1, len(run) - 1):
        token, follower = run[i], bits(run[i + 1], 0)
        if token[-1] != "." or not run[i + 1][0].isupper():
            continue
        if len(token) == 2:
            if ends_in_letter(run[i - 1].lower(), token[0], words) or _is_own_letter(run, i, words):
                return i + 1
        elif token in words.closing and not follower & _GOES_ON:
            longer = follower & v.COMMON and (bits(token, 0) & v.SUFFIX or bits(run[-1], 0) & v.LEGAL)
            if not longer:
                return i + 1
    return 0


def _is_own_letter(run: Sequence[str], i: int, words: Vocabulary) -> bool:
    """Tell whether a letter ends a name: "King Frederik X. | Haddad left", "Cardi B. | Cardi sang"."""
    if run[i - 1] == run[i + 1]:
        return True
    return run[i][0] in _NUMERALS and i > 1 and run[i - 2] in words.reigning


_NUMERALS: Final = "IVX"
_GOES_ON: Final = v.ORG | v.PLACE | v.SUFFIX


def _cut_apart(run: tuple[str, ...], end: int, opens: bool, words: Vocabulary) -> list[Part]:
    """Return the names of a run that the end of a sentence parts; a letter's stop is the sentence's."""
    first = run[:end]
    if len(first[-1]) == 2:
        first = (*first[:-1], first[-1][0])
    parts = cut_run(first, opens, words)
    offset = sum(map(len, run[:end])) + end
    for part in cut_run(run[end:], True, words):
        part.start += offset
        part.end += offset
        parts.append(part)
    return parts


def ends_in_letter(before: str, letter: str, words: Vocabulary) -> bool:
    """Tell whether a letter with a stop is no initial after a word in small letters: "vitamin C.", "on X."."""
    return before in words.lettered or (letter in words.networks and before in words.posting)


_PLAIN: Final = v.GIVEN | v.PARTICLE | v.PERSONAL | v.STARTS_PLACE | v.OPENER | v.MONTH
_TITLE_PART: Final = v.TITLE | v.ROLE_PART


def _type_of_plain(text: str, tokens: Sequence[str], first: int, every: int, words: Vocabulary) -> NameType | None:
    """Return the type of a name without cues, titles or adjectives."""
    if text in words.places:
        return "LOC"
    opening = tokens[0]
    if first & v.STARTS_PLACE:
        return "LOC"
    if "&" in tokens:
        return "ORG"
    if len(tokens) < 5 and not text.isupper():
        if _has_epithet(tokens, words):
            return "PER"
        if _is_part_of_place(tokens, words):
            return "LOC"
        if first & v.GIVEN or (opening[1:2] == "." and opening not in words.initials) or every & v.PERSONAL:
            return "PER"
        if not opening.isascii() and _plain_bits(opening, words) & v.GIVEN:
            return "PER"
        return _type_of_article(opening, tokens[-1], words)
    return None


def _has_epithet(tokens: Sequence[str], words: Vocabulary) -> bool:
    """Tell whether a name of two words or more ends in what tells a person from another: "Leila the Elder"."""
    return tokens[-2] == "the" and tokens[-1] in words.epithets


def _type_of_article(first: str, last: str, words: Vocabulary) -> NameType | None:
    """Return the type of a name that ends in an Arabic article and a word: "Omar al-Haddad", "Liwa al-Bayan"."""
    if last[:3] not in ("al-", "el-"):
        return None
    return "ORG" if first in words.movements else "PER"


def _is_part_of_place(tokens: Sequence[str], words: Vocabulary) -> bool:
    """Tell whether a name is that of a part of a known place: "Southern Europe", "N. Korea"."""
    return tokens[0] in words.parts and " ".join(tokens[1:]) in words.places


def _plain_bits(word: str, words: Vocabulary) -> int:
    """Return the classes of a word as it is written without its marks."""
    return words.classes.get(plain(word).capitalize(), 0)


@dataclass(slots=True)
class Cut:
    """Hold a run while it is cut: its words, their classes, where they start, and the names found so far."""

    opens: bool
    words: Vocabulary
    tokens: list[str]
    flags: list[int]
    starts: list[int]
    parts: list[Part]


def _uncompounded(token: str, within: bool, words: Vocabulary) -> str:
    """Return a word without what a hyphen only compounds with it: "London" of "London-based", all of "Jong-un"."""
    name, _, rest = token.rpartition("-")
    if not rest.islower() or not name or token in words.classes:
        return token  # "Co-founder"
    return token if len(rest) <= (5 if within else 3) and rest not in words.suffix_words else name


def _bits_of_compound(tokens: Sequence[str], words: Vocabulary) -> int:
    """Return the classes of a word that a hyphen makes of two of one kind: "Inspector-General", "Irish-American".

    What starts a role may do so before a hyphen, too: "Then-President", not "Leila-President". Adjectives of two
    countries are one before a person's name, not in "British-American Tobacco".
    """
    first, _, last = tokens[0].partition("-")
    one, other = words.classes.get(first, 0), words.classes.get(last, 0)
    if one & other & v.DEMONYM:
        named = words.classes.get(tokens[-1], 0) & v.GIVEN or tokens[-1] in words.eastern
        return v.DEMONYM if named else 0
    starts = first in words.title_starts or (one & _TITLE_PART and not one & (v.ALSO | v.GIVEN))
    return v.ROLE if starts and other & (v.RANK | v.ROLE) else 0


def _is_eastern_given(tokens: Sequence[str], i: int, words: Vocabulary) -> bool:
    """Tell whether a word of two syllables is a given name after a surname of the east: "Jung Eun-kyeong"."""
    if i == 0 or tokens[i - 1] not in words.eastern:
        return False
    rest = tokens[i].rpartition("-")[2]
    if not rest.islower() or len(rest) >= _LONGEST_SYLLABLE:
        return False
    return rest not in words.suffix_words and rest not in words.small


_LONGEST_SYLLABLE: Final = 7


def _kept(cut: Cut, first: int, i: int) -> bool:
    """Tell whether a word that breaks runs is in a name here: "The Hague", "Theresa May"."""
    tokens, flags = cut.tokens, cut.flags
    if tokens[i] == "The" and i + 1 < len(tokens):
        return "The " + tokens[i + 1] in cut.words.places
    if flags[i] & v.GIVEN and i + 1 < len(tokens):
        return not flags[i + 1] & v.BREAKS
    if i == first and tokens[i] in cut.words.eastern:  # "Sun Yang"
        return i + 1 < len(tokens) <= i + _LONGEST_EASTERN and not flags[i + 1] & ~v.GIVEN
    if tokens[i] in cut.words.syllables:  # "Pham Thu Hang"
        inside = first < i < len(tokens) - 1 and tokens[i - 1] in cut.words.eastern
        return inside and not flags[i + 1] & v.BREAKS
    if tokens[i] == "I":
        return i == first + 1 and bool(flags[first] & v.GIVEN)
    return bool(flags[i] & v.CALENDAR and i > first and flags[i - 1] & v.GIVEN and flags[i] & v.MONTH)


_LONGEST_EASTERN: Final = 3


def _segment(cut: Cut, i: int, j: int) -> None:
    """Take the names out of words ``i`` to ``j`` that nothing breaks: adjectives, then titles, come off."""
    if i >= j:
        return
    i = _after_demonyms(cut, i, j)
    if i >= j:
        return
    tokens, flags = cut.tokens, cut.flags
    if tokens[i] in cut.words.ships and j - i > 1:
        start = _title(cut, i + 1, j)[0]
        end = start if start > i + 1 else j
        _add(cut, i, end, None)  # "USS Queen Ann | Captain Leila Haddad"
        _segment(cut, end, j)
        return
    if several := _plural_title(tokens[i:j], flags[i:j], cut.words):
        _add(cut, i + several, j, "PER").role = " ".join(tokens[i : i + several])
        return
    end = _place_at(cut, i, j)
    if end and end < j and (institution := _institution_end(cut, end, j)):
        _add(cut, i, institution, "ORG")  # "United States Navy"
        _segment(cut, institution, j)
        return
    if end and (end == j or flags[end] & (v.DEMONYM | _TITLE_PART) or flags[i] & v.DEMONYM):
        _add(cut, i, end, "LOC")
        _segment(cut, end, j)
        return
    if _is_split(tokens, flags, i, j, cut.words) and tokens[i + 1] not in cut.words.unsplit_after:
        _segment(cut, _split(cut, i, j), j)
        return
    if at := _led_by(cut, i, j) or _officer_of(cut, i, j):
        _segment(cut, i, at - (tokens[at - 1] == "of"))
        _segment(cut, at, j)
        return
    start, end = _title(cut, i, j)
    if start == end or _titled_name(cut, i, start, end, j):
        _name(cut, i, j)
        return
    if start > i:
        _name(cut, i, start)
    if end < j:
        _person(cut, start, end, j)


def _split(cut: Cut, i: int, j: int) -> int:
    """Add the name that the first word is, alone or with an institution after it, or the person whose rank it is.

    Return where it ends.
    """
    tokens = cut.tokens
    if tokens[i] in cut.words.police:
        _person(cut, i, i + 1, j)
        return j
    end = _institution_end(cut, i + 1, j) if tokens[i] in cut.words.split_before else 0
    if end:
        _add(cut, i, end, "ORG")
        return end
    _name(cut, i, i + 1)
    return i + 1


def _is_split(tokens: Sequence[str], flags: Sequence[int], i: int, j: int, words: Vocabulary) -> bool:
    """Tell whether the first word is a name of its own: a country's short form, an acronym before a person's name."""
    if j - i < 2 or tokens[i] in words.split_before:
        return j - i > 1
    first = tokens[i]
    return j - i > 2 and first.isupper() and 1 < len(first) < 5 and first.isalpha() and bool(flags[i + 1] & v.GIVEN)


def _has_officer(tokens: Sequence[str], words: Vocabulary) -> bool:
    """Tell whether a place of two words of which no list knows any stands before more: "Hong Kong | Leila Haddad"."""
    return len(tokens) > 3 and " ".join(tokens[:2]) in words.places


def _plural_title(tokens: Sequence[str], flags: Sequence[int], words: Vocabulary) -> int:
    """Return of how many words the title of several people is that opens, before a person's full name; or zero.

    "Presidents | Leila Haddad and", "Deputy Foreign Ministers | Omar Kos and".
    """
    at = 0
    while at < len(tokens) - 3 and flags[at] & _TITLE_PART and not flags[at] & v.GIVEN:
        at += 1
    if len(tokens) < at + 3 or tokens[at][-1] not in "sn" or not flags[at + 1] & v.GIVEN or flags[at] & ~v.COMMON:
        return 0
    last = tokens[at]
    one = f"{last[:-2]}an" if last.endswith("men") else last[:-1] if last[-1] == "s" else ""
    return at + 1 if words.classes.get(one, 0) & (v.ROLE | v.STYLE) else 0


def _is_located(tokens: Sequence[str], flags: Sequence[int], words: Vocabulary) -> bool:
    """Tell whether three words or four are a place and a person's: "In China Henry Lau said"."""
    if not 3 <= len(tokens) <= _MOST_LOCATED or tokens[0] not in words.places:
        return False
    if not flags[1] & v.GIVEN or flags[0] & v.GIVEN:
        return False
    return not any(flag & (v.ORG | v.PLACE | v.COMMON | v.HEAD | v.TOPIC | v.DEMONYM) for flag in flags[1:])


_MOST_LOCATED: Final = 4


def _led_by(cut: Cut, i: int, j: int) -> int:
    """Return where the full name of a person starts whose party it is, or zero: "Labour Party of | Leila Haddad"."""
    tokens, flags = cut.tokens, cut.flags
    for at in (j - 2, j - 3, j - 4):
        if at >= i + 2 and tokens[at - 1] == "of" and tokens[at - 2] in cut.words.followings:
            named = flags[at] & v.GIVEN and not flags[at] & _NO_OFFICER and tokens[at] not in cut.words.places
            return at if named and not any(flag & _NO_GIVEN for flag in flags[at + 1 : j]) else 0
    return 0


def _officer_of(cut: Cut, i: int, j: int) -> int:
    """Return where the full name of a person starts after what the person speaks for, or zero.

    That is an institution or a place: "Interior Ministry | Leila Haddad", "South Korea | Omar Kos", not "John Moores
    University". So is the place that a comma is missing after: "In China | Henry Lau said".
    """
    tokens, flags = cut.tokens, cut.flags
    if _is_located(tokens[i:j], flags[i:j], cut.words):
        return i + 1
    first = i + 1 if tokens[i] in cut.words.bureaus else i + 2
    for at in (j - 2, j - 3):
        if at < first or not flags[at] & v.GIVEN or flags[at] & _NO_OFFICER or tokens[at] in cut.words.places:
            continue
        if any(not flags[k] & (v.GIVEN | v.PARTICLE) and tokens[k][1:] != "." for k in range(at + 1, j - 1)):
            continue
        if (flags[j - 1] & _NO_OFFICER and not flags[j - 1] & v.ALSO) or tokens[j - 1] in cut.words.places:
            return 0
        if flags[at - 1] & v.ORG and not flags[at - 1] & v.TITLE:
            return at
        named = " ".join(tokens[i:at]), " ".join(tokens[at - 2 : at])
        if named[0] in cut.words.places or named[1] in cut.words.seats or _is_of_land(cut, at):
            return at
    return 0


def _is_of_land(cut: Cut, at: int) -> bool:
    """Tell whether a name of a land's own ends before a word: "Republic of Cyprus"."""
    tokens = cut.tokens
    return tokens[at - 1] in cut.words.places and tokens[at - 2] in _OF and bool(cut.flags[at - 3] & v.PLACE)


_NO_OFFICER: Final = v.ORG | v.PLACE | v.COMMON | v.HEAD | v.TOPIC | v.DEMONYM | v.SUFFIX


def _after_demonyms(cut: Cut, i: int, j: int) -> int:
    """Return where the name starts after adjectives of countries, which stay only in names like "British Airways"."""
    flags = cut.flags
    at = _demonyms_end(cut, i, j)
    if at in (i, j):
        return at
    last = flags[j - 1]
    if flags[at] & v.TITLE and not last & v.ORG:
        return at
    if at == j - 1 and cut.tokens[at] in cut.words.chambers and cut.tokens[at - 1] in cut.words.parties:
        return at  # "Republican | Senate"
    if flags[at - 1] & v.COMMON:
        return i if last & (v.ORG | v.COMMON) else at
    if _place_at(cut, at, j) == j:
        return at  # "Jewish | West Bank"
    if (last & v.ORG and not _title(cut, at, j)[1]) or _institution_end(cut, at, j):
        return i
    if at == j - 1 and flags[at] & v.COMMON and not flags[at] & v.ORGAN:
        return j
    return at


def _demonyms_end(cut: Cut, i: int, j: int) -> int:
    """Return where the adjectives of countries end that open a run: "South Korean | Airlines"."""
    flags = cut.flags
    at = i
    while at < j:
        if at + 1 < j and _place_at(cut, at, j):
            break
        if flags[at] & v.DEMONYM:
            if "Republic" in cut.tokens[at + 1 : at + 3]:
                break
            at += 1
        elif flags[at] & v.STARTS_DEMONYM and at + 1 < j and flags[at + 1] & (v.DEMONYM | v.ENDS_DEMONYM):
            at += 2
        else:
            break
    return at


def _institution_end(cut: Cut, i: int, j: int) -> int:
    """Return where an institution ends, before a title at the latest, if the words from ``i`` name one; else zero.

    "U.S. | Air Force | General Leila Haddad", "Palestinian | Ministry of Health".
    """
    tokens, flags = cut.tokens, cut.flags
    start, end = _title(cut, i, j)
    stop = start if end and not (end == j and flags[j - 1] & v.ORG) else j
    if stop <= i or " ".join(tokens[i:stop]) in cut.words.places:
        return 0
    if flags[stop - 1] & (v.ORG | v.ORGAN):
        return 0 if tokens[stop - 1] in cut.words.businesses else stop
    heads = (flags[k] & v.HEAD and not flags[k] & v.PLACE and tokens[k + 1] == "of" for k in range(i, stop - 1))
    return stop if any(heads) else 0


def _place_at(cut: Cut, i: int, j: int) -> int:
    """Return where a place of two or three words ends that starts here, or zero."""
    if not cut.flags[i] & (v.DEMONYM | v.STARTS_DEMONYM | v.COMMON | v.PLACE | v.ROLE_PART):
        return 0
    for end in (i + 3, i + 2):
        if end <= j and " ".join(cut.tokens[i:end]) in cut.words.places:
            return end
    return 0


def _title(cut: Cut, i: int, j: int) -> tuple[int, int]:
    """Return the span of the first title: words of titles that end with a whole one; empty if there is none."""
    tokens, flags = cut.tokens, cut.flags
    k = i
    while k < j:
        if k > i and tokens[k - 1] in _OF:
            k += 1  # "Department of Justice"
        elif flags[k] & _TITLE_PART and (not flags[k] & v.GIVEN or k > i or _is_dean(flags, i, j)):
            b = k
            while b < j and flags[b] & _TITLE_PART and not (flags[b] & v.GIVEN and b > k and b + 1 < j):
                b += 1
            e = b
            while e > k and not flags[e - 1] & v.TITLE:
                e -= 1
            if k < e < b < j and flags[b] & v.GIVEN and not any(flag & (v.ALSO | v.GIVEN) for flag in flags[e:b]):
                return k, b  # "General Staff | Leila Haddad"
            if e == j and e - k > 1 and flags[e - 2] & v.HONORIFIC and flags[e - 1] & v.ALSO:
                return k, e - 1  # "Mr. King"
            if e > k and not (e < j and flags[e] & (v.ORG | v.PLACE) and not flags[e] & v.GIVEN):
                return k, e
            if e > k and _is_eastern_person(cut, e, j):
                return k, e  # "President | Park Chung Hee"
            if e == j - 1 and _takes_place(cut, e):
                return k, e  # "Ms. Hall"
            k = b
        else:
            k += 1
    return 0, 0


def _takes_place(cut: Cut, e: int) -> bool:
    """Tell whether a title makes a surname of a word for a place: "Ms. Church", "Det. Hall", not "Major Lake"."""
    if cut.flags[e - 1] & v.HONORIFIC:
        return True
    return cut.flags[e - 1] & (v.RANK | v.ALSO) == v.RANK and cut.tokens[e] in cut.words.place_surnames


def _is_eastern_person(cut: Cut, start: int, j: int) -> bool:
    """Tell whether words are a surname of the east that is a word for places, too, and what may be given names."""
    if not start + 1 < j <= start + _LONGEST_EASTERN or cut.tokens[start] not in cut.words.eastern:
        return False
    return not any(flag & _NO_GIVEN for flag in cut.flags[start + 1 : j])


_NO_GIVEN: Final = v.ORG | v.PLACE | v.COMMON | v.HEAD | v.TOPIC | v.DEMONYM | v.ROLE | v.SUFFIX

_OF: Final = ("of", "the")


def _is_dean(flags: Sequence[int], i: int, j: int) -> bool:
    """Tell whether a role that is a given name, too, stands before a full name: "Dean Leila Haddad"."""
    return j - i > 2 and bool(flags[i] & v.ROLE and flags[i + 1] & v.GIVEN)


def _titled_name(cut: Cut, i: int, start: int, end: int, j: int) -> bool:
    """Tell whether a title is part of the name: "Stephen King", "General Motors", "Prince of Wales"."""
    tokens, flags = cut.tokens, cut.flags
    if end == j:
        if start > i and flags[j - 1] & v.ORG:
            return True  # "Coast Guard"
        also = all(flags[k] & v.ALSO for k in range(start, end))
        return bool(also and start > i and _personal(cut, i, start))
    if tokens[end] in ("of", "for", "&", "and") or _wins_pageant(cut, start, end, j):
        return True
    if all(flags[k] & v.SUFFIX for k in range(end, j)):
        return start > i
    if flags[start] & v.WEAK and end == start + 1:
        if j - end == 1 or tokens[start].isupper():
            return not flags[end] & v.GIVEN  # "SEAL Team Six", but "Navy SEAL | Leila Haddad"
        if any(flag & v.HEAD and not flag & v.ALSO for flag in flags[end:j]):
            return True  # "Lock Haven University of Brackwater"
    if start > i and flags[start] & v.ALSO and (flags[i] & v.GIVEN or _is_given_style(cut, i, start)):
        return True
    if (
        flags[j - 1] & v.ORG
        and start > i
        and not flags[j - 1] & v.ALSO
        and flags[end] & (v.GIVEN | v.COMMON) != v.GIVEN
    ):
        return not any(flag & v.HONORIFIC for flag in flags[start:end])  # "Quebec Major Junior Hockey League"
    if start > i or end > start + 1 or flags[start] & v.HONORIFIC or not flags[j - 1] & (v.ORG | v.PLACE):
        return False
    if flags[start] & v.STYLE and is_regnal(tokens[j - 1]):
        return False  # "Pope | Zorvan XI"
    called = tokens[j - 1] in cut.words.place_surnames and (j - end == 1 or (j - end == 2 and flags[end] & v.GIVEN))
    return not (called and flags[start] & (v.RANK | v.ROLE))  # "Det. Jim Hall", but "Prince Albert Hall"


def _wins_pageant(cut: Cut, start: int, end: int, j: int) -> bool:
    """Tell whether a title stands before a place that nobody is called by: "Miss Idaho", not "Miss Ireland"."""
    if end > start + 1 or cut.tokens[start] not in cut.words.pageants:
        return False
    name, words = " ".join(cut.tokens[end:j]), cut.words
    called = name in words.given_places or name in words.place_surnames or cut.flags[end] & v.GIVEN
    return name in words.places and not called


def _is_given_style(cut: Cut, i: int, start: int) -> bool:
    """Tell whether a title is a given name after a word that no list knows: "Makhdoom Shah Mahmood Haddad"."""
    flags = cut.flags
    known = flags[i] or cut.tokens[i] in cut.words.places
    return bool(not known and flags[start] & v.GIVEN and flags[start] & v.STYLE)


def _personal(cut: Cut, i: int, j: int) -> bool:
    """Tell whether words may be the given names of a person."""
    flags = cut.flags
    if flags[i] & v.GIVEN or (len(cut.tokens[i]) == 2 and cut.tokens[i][1] == "."):
        return True
    return (
        j - i == 1 and not flags[i] & (v.DEMONYM | v.COMMON | v.ORG | v.PLACE) and cut.tokens[i] not in cut.words.places
    )


def _person(cut: Cut, start: int, end: int, j: int) -> None:
    """Add the person after a title, or after more titles: "Chief | Medical Correspondent Dr. | Leila Haddad"."""
    more, until = _title(cut, end, j)
    if more > end and until < j and cut.flags[until] & v.GIVEN:
        known = all(
            (flag and not flag & v.GIVEN) or token in cut.words.split_before
            for token, flag in zip(cut.tokens[end:more], cut.flags[end:more], strict=True)
        )
        end = until if known else end
    honorifics = [cut.tokens[k] for k in range(start, end) if cut.flags[k] & v.HONORIFIC]
    others = [cut.tokens[k] for k in range(start, end) if not cut.flags[k] & v.HONORIFIC]
    named = honorifics and (cut.flags[end] & v.PLACE or cut.tokens[end] in cut.words.eastern)
    named = named or (cut.flags[start] & v.RANK and cut.tokens[end] in cut.words.place_surnames)
    common = j - end == 1 and cut.flags[end] & v.COMMON and not named
    if common and cut.flags[end] & _TITLE_PART and not cut.flags[end] & v.ALSO:
        return  # "Mr. President", not "Ms. Hall", "Mr. Ban", "Det. Hall"
    part = _add(cut, end, j, "PER")
    part.common = bool(common) or (j - end == 1 and bool(cut.flags[end] & v.TITLE))
    part.honorific = honorifics[-1] if honorifics and cut.flags[end - 1] & v.HONORIFIC else None
    part.role = " ".join(others) or None
    if part.honorific:
        part.gender = cut.words.sex(part.honorific) or None
    elif others:
        part.gender = cut.words.lordly.get(others[-1])


def _name(cut: Cut, i: int, j: int) -> None:
    """Add a name that stands without title, less a common word that opens the sentence."""
    flags = cut.flags
    if cut.opens and i == 0 and j > 2 and flags[0] & v.COMMON and not flags[0] & v.GIVEN and flags[1] & v.GIVEN:
        i = 1
    if j - i > 1 and _is_common(flags[i:j], cut.opens and i == 0):
        return
    _add(cut, i, j, _type(cut, i, j))


def _is_common(flags: Sequence[int], opens: bool) -> bool:
    """Tell whether the words of a name are parts of roles or, where a sentence or line opens, common ones."""
    common = v.ROLE_PART | v.CALENDAR | ((v.COMMON | v.DEMONYM) if opens else 0)
    return all(flag & common and not flag & (v.ORG | v.LONE) for flag in flags)


def _add(cut: Cut, i: int, j: int, kind: NameType | None) -> Part:
    tokens = tuple(cut.tokens[i:j])
    start = cut.starts[i]
    part = Part(start, cut.starts[j - 1] + len(tokens[-1]), " ".join(tokens), tokens, kind, cut.opens and i == 0)
    cut.parts.append(part)
    return part


def _type(cut: Cut, i: int, j: int) -> NameType | None:
    """Return the type that a name's own words tell, if they do."""
    tokens, flags = cut.tokens, cut.flags
    if j - i == 1:
        return _type_of_word(tokens[i], flags[i], cut.words)
    if "of" in tokens[i:j] and flags[i] & v.STYLE and "the" not in tokens[i:j]:
        return "PER"
    if _has_epithet(tokens[i:j], cut.words):
        return "PER"
    kind = _type_of_cues(cut, i, j)
    if kind is not None or (flags[j - 1] & v.COMMON and not flags[j - 1] & v.ALSO and j - i > 2):
        return kind
    initials = tokens[i] not in cut.words.initials and _INITIALS.fullmatch(tokens[i])
    personal = flags[i] & v.GIVEN or initials or any(flag & v.PERSONAL for flag in flags[i + 1 : j])
    if personal and j - i <= 4:
        common = flags[i + 1] & v.COMMON and not flags[i + 1] & v.ALSO and not is_regnal(tokens[i + 1])
        return None if common else "PER"
    if j - i == 2 and _is_eastern_given(tokens, i + 1, cut.words):
        return "PER"
    return _type_of_article(tokens[i], tokens[j - 1], cut.words)


def _type_of_cues(cut: Cut, i: int, j: int) -> NameType | None:
    """Return the type that a cue tells: a legal form, "Bank", "River", "Jr.", a place that the list knows."""
    tokens, flags = cut.tokens, cut.flags
    last = flags[j - 1]
    if last & v.LEGAL or "&" in tokens[i:j]:
        return "ORG"
    if " ".join(tokens[i:j]) in cut.words.places or _is_part_of_place(tokens[i:j], cut.words):
        return "LOC"
    if last & v.SUFFIX and (flags[i] & v.GIVEN or tokens[j - 1][0] in "JS" or _has_initial(tokens[i:j])):
        return "PER"
    team = last & v.ORG and not last & v.ALSO and not (flags[i] & v.GIVEN and is_regnal(tokens[j - 1]))  # "Oslo XI"
    if team or (last & v.ORGAN and flags[i] & (v.DEMONYM | v.STARTS_DEMONYM)):
        return "ORG"
    for k in range(i, j - 1):
        if flags[k] & v.HEAD and tokens[k + 1] in ("of", "for", "on", "in"):
            return "LOC" if flags[k] & v.PLACE else "ORG"
    return "LOC" if last & v.PLACE or flags[i] & v.STARTS_PLACE else None


def _has_initial(tokens: Sequence[str]) -> bool:
    return any(token[1:2] == "." for token in tokens)


_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?){1,3}.{0,20}")


def _type_of_word(token: str, flag: int, words: Vocabulary) -> NameType | None:
    if token in words.places:
        return "LOC"
    if token.isupper() and len(token) > 1:
        return "LOC" if token.title() in words.places else "ORG" if len(token) < 7 and token.isalpha() else None
    if flag & v.LONE:
        return "LOC" if flag & v.PLACE else "ORG"
    return None
