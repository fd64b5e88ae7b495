"""Cut a text into runs of capitalized words, and tell headlines from prose.

A run is what may hold a name: capitalized words joined by single spaces, by particles ("van der"), initials
and abbreviations, by "of" or "and" after the words that ask for it. What of it is a name, `find` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from newsnorm.names import vocabulary as v
from newsnorm.names.beside import word_before
from newsnorm.names.cut import ends_in_letter
from newsnorm.names.forms import plain
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["Run", "find_runs", "words_of"]

_UPPER: Final = "A-Z\u00c0-\u00d6\u00d8-\u00de" + "".join(
    c for c in map(chr, [*range(0x100, 0x250), *range(0x1E00, 0x1F00)]) if c.isupper()
)
_LETTER: Final = r"[^\W\d_]"
_TAIL: Final = "[\\w\u0300-\u036f]*+"
# Not a part of the word: the possessive and what is left of a verb ("Zelensky's", "they'll").
_CLITIC: Final = r"(?!(?:[sSdm]|ll|re|ve)(?![\w]))"
# What may follow the capital that a word, an acronym with dots or an initial starts with: all after one
# common letter, for a pattern that starts with a set of characters is found several times faster.
# Groups are atomic, not possessive: a possessive one never ends in Python 3.11.0 to 3.11.4 (gh-106052).
_WORD: Final = rf"{_TAIL}(?>(?:['’]{_CLITIC}{_LETTER}{_TAIL}|[-‐‑&]\w{_TAIL}|\.(?:com|net|org|ru|uk)\b)*)"
_PLAIN: Final = r"[a-z]++(?=[ ,\n])"  # most words
_DOTTED: Final = rf"\.(?:-?[{_UPPER}]\.){{1,7}}"
_INITIAL: Final = rf"\.(?=[ \u00a0]?[{_UPPER}])"


Run: TypeAlias = tuple[int, int, str, bool, int]
"""One run: where it starts and ends, its words (see `words_of`), whether a sentence opens with it, its line's kind."""


def words_of(run: str) -> tuple[str, ...]:
    """Return the words of a run, which single spaces part; the spaces within a word, a role's, are no-break ones.

    >>> words_of("Secretary\u00a0of\u00a0State Leila Haddad")
    ('Secretary of State', 'Leila', 'Haddad')
    """
    words = run.split(" ")
    return tuple(words if run.isascii() else [word.replace("\u00a0", " ") for word in words])


def find_runs(text: str, words: Vocabulary) -> list[Run]:
    """Return the runs of a text in order, without single words that are never names."""
    ascii = text.isascii()
    never = _never(words)
    leading = _leading(words.leading)
    lasts = leading.lasts
    split = _run(words.abbreviations, words.joining, ascii).split
    framed = text + "\n"  # a sign to read after the text's last one, and before its first
    runs: list[Run] = []
    last_end = -_NEAR
    line_end, kind = -1, 0
    offices: set[int] = set()  # where what tells what an office is of ends: "Minister of Works"
    for offset, part in _parts(text):
        # Split at its only group, a pattern gives what it matches and what stands between, without an object for each.
        end, cuts = offset, iter(split(part))
        for between, found in zip(cuts, cuts, strict=False):
            cut, at = found, end + len(between)
            end = at + len(cut)
            if cut in never and at - last_end >= _NEAR:
                continue
            if cut[1:2] == "." and " " in cut and (length := _take_ended(runs, text, at, cut, words)):
                last_end = at + length
                at, cut = last_end + 1, cut[length + 1 :]
            sign = framed[at - 1]
            if (
                sign not in _FREE_BEFORE or (framed[end] not in _FREE_AFTER and framed[end : end + 2] not in _STOPPED)
            ) and not (cut := _freed(text, at, end, cut, words)):
                continue
            at = end - len(cut)
            run = cut if ascii else cut.replace("\u00a0", " ")
            if at - last_end < _NEAR:
                if (text[last_end:at] in _JOINING or last_end in offices) and _join(
                    runs, text[last_end:at], run, offices, words
                ):
                    last_end = end
                    continue
                if cut in never:
                    continue
            start, before = at, framed[at - 2]
            # Mostly the sign before the space tells at once that no sentence opens.
            opens = (sign != " " or before not in _CONTINUES) and (sign == "\n" or _opens(text, at))
            if (
                before in lasts
                and (two := framed[at - 3 : at - 1]) in leading.twos
                and (two in leading.pairs or framed[at - 4 : at - 1] in leading.ends)
                and (lead := _lead(text, at, leading))
            ):
                start, run = at - len(lead), lead + run
                opens = _opens(text, start)
            if start > line_end:
                line_end = framed.find("\n", start)
                kind = _kind_of_line(framed, start, line_end, words.small)
            runs.append((start, end, run, opens, kind))
            last_end = end
            if end in offices or (before in _HEADED and " " in run and _is_headed(text, start, words)):
                _part_officer(runs, words)
    return runs


def _freed(text: str, start: int, end: int, run: str, words: Vocabulary) -> str:
    """Return a run less what is of the word before its hyphen, up to a role and a name; nothing if it is no word.

    "Pro-Western | President Leila Haddad", "ex-|President Leila Haddad", not "non-Hodgkin Lymphoma".
    """
    if _stands_free(text, start, end):
        return run
    if text[start - 1 : start] != "-" or not text[start - 2 : start - 1].islower():
        return ""
    tokens = run.split(" ")
    for at, token in enumerate(tokens[:_COMPOUND]):
        if len(tokens) - at > 1 and words.classes.get(token, 0) & v.ROLE:
            return " ".join(tokens[at:])
    return ""


_COMPOUND: Final = 3  # words of a compound and its role


def _take_ended(runs: list[Run], text: str, start: int, run: str, words: Vocabulary) -> int:
    """Return the length of a run's first word if a sentence ends with its stop: "on X. | Haddad", ", D.C. | Haddad".

    A region is a run of its own, in the same line as the last one, if that is its town; where it stands alone, a given
    name must follow: "in N.J. | Leila Haddad", not "in N.J. Supreme Court".
    """
    first, _, rest = run.partition(" ")
    last = word_before(text, start)
    if len(first) == _LETTER_LENGTH:
        if rest[1:2] == ".":
            return 0  # "on X. Y. Haddad"
        return len(first) if ends_in_letter(last, first[0], words) else 0
    if first not in words.regions:
        return 0
    follower, after_town = words.classes.get(rest.partition(" ")[0], 0), text[start - 2 : start] == ", " and runs
    at_place = last in words.locative or last in words.sources
    if follower & (v.ORG | v.PLACE) or not (after_town or (follower & v.GIVEN and at_place)):
        return 0
    runs.append((start, start + len(first), first, False, runs[-1][4] if after_town else 0))
    return len(first)


_LETTER_LENGTH: Final = 2


@lru_cache(maxsize=8)
def _never(words: Vocabulary) -> frozenset[str]:
    """Return the words that are never a name when alone."""
    return frozenset(word for word, bits in words.classes.items() if bits & (v.FUNCTION | v.DEMONYM))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Give a long text in parts that end with a line, and where each starts, for a run never leaves its line."""
    start = 0
    while len(text) - start > _LONG and (end := text.find("\n", start + _LONG)) >= 0:
        yield start, text[start:end]
        start = end
    yield start, text[start:]


_LONG: Final = 1 << 14
_NEAR: Final = 10


_DATELINE: Final = 60
"""The story opens no farther from the start of its line: "KYIV, Ukraine (AP) _ Talks"."""


def _kind_of_line(text: str, position: int, end: int, small: frozenset[str]) -> int:
    """Return the kind of the line at a position, which ends at ``end``.

    It is 1 for a headline in title case or capitals, 2 for a line of a table, 0 for prose.
    """
    if text[end - 1] in _STOPS and text[position + 1].islower():
        return 0  # most lines: a word that is not in capitals, and a stop
    start = text.rfind("\n", 0, position) + 1
    return _zone(text[start:end], small) if 2 < end - start <= _LONGEST_HEADLINE else 0


_LONGEST_HEADLINE: Final = 240
_STOPS: Final = frozenset('.!?,;:"”')
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
    " the ",
    "' ",
    "’ ",
    "'s ",
    "’s ",
}
_FREE_BEFORE: Final = frozenset((" ", "\n", '"', "(", "\u00a0", "“"))
_FREE_AFTER: Final = frozenset((" ", "\n", ",", '"', ")", "\u00a0", ";", ":", "'", "’"))
_STOPPED: Final = frozenset((". ", ".\n"))
# After these and a space no sentence opens, so that most runs need no further test.
_CONTINUES: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,;0123456789")
_GLUE: Final = frozenset("@#/\\_.=&%~+$’'")


def _join(runs: list[Run], joint: str, run: str, offices: set[int], words: Vocabulary) -> bool:
    """Join the last run and the one that follows it after a joint, if they are one; tell whether they are."""
    start, last_end, left, opens, kind = runs[-1]
    end = last_end + len(joint) + len(run)
    if _goes_on_with(left, joint, run, last_end in offices, words):
        offices.add(end)
    joined = _joined(left, joint, run, words) if joint in _JOINTS else None
    if joined is None:
        return False
    runs[-1] = (start, end, joined, opens, kind)
    if end in offices:
        _part_officer(runs, words)
    return True


def _goes_on_with(left: str, joint: str, right: str, within: bool, words: Vocabulary) -> bool:
    """Tell whether a run goes on with what an office is of, ``within`` which the last one was, too.

    "Minister of | Works", "Governor of the | Bank | of England", "Secretary of Health | and Human Services",
    "Ambassador to | Norway".
    """
    bits = words.classes.get
    if joint in _TO:
        return left[left.rfind(" ") + 1 :].lower() in words.sent
    if joint in _OF:
        if within:
            return True
        last = bits(left[left.rfind(" ") + 1 :].replace("\u00a0", " "), 0)
        return bool(last & v.ROLE and not last & (v.ORG | v.HEAD | v.PLACE))
    if not within or joint not in _AND:
        return False
    first = bits(right.partition(" ")[0], 0)
    return bool(first & (v.TOPIC | v.ROLE_PART)) and not first & v.GIVEN


_OF: Final = frozenset((" of ", " of the ", " for ", " for the "))
_TO: Final = frozenset((" to ", " to the "))
_AND: Final = frozenset((" and ", " & ", ", ", ", and "))
_JOINING: Final = _TO.union(_JOINTS)


_HEADED: Final = frozenset("foe")  # the last letters of "of", "to" and "the"


def _is_headed(text: str, start: int, words: Vocabulary) -> bool:
    """Tell whether a run is what small words call the ruler of, or who is sent to it.

    "The former mayor of | Zorvania Leila Haddad", "its ambassador to the | European Union Omar Kos".
    """
    of = word_before(text, start)
    if of == "the":
        start -= len(of) + 1
        of = word_before(text, start)
    if of == "to":
        return word_before(text, start - len(of) - 1) in words.sent
    return of in words.phrases.belonging and word_before(text, start - len(of) - 1) in words.heading


def _part_officer(runs: list[Run], words: Vocabulary) -> None:
    """Part the last run before the person whose office is of what stands there: "Works | Dave Haddad"."""
    start, end, run, opens, kind = runs[-1]
    tokens = words_of(run)
    at = _officer(tokens, words) if len(tokens) > 2 else 0
    if at:
        length = sum(map(len, tokens[:at])) + at - 1
        if _is_no_name(tokens[:at], words):
            runs.pop()  # "Works", which is no name
        else:
            runs[-1] = (start, start + length, run[:length], opens, kind)
        runs.append((start + length + 1, end, run[length + 1 :], False, kind))


def _is_no_name(tokens: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether words are those of offices alone: "Works", "Human Services", not "Army"."""
    flags = [words.classes.get(token, 0) for token in tokens]
    return all(flag & v.ROLE_PART for flag in flags) and not (len(flags) == 1 and flags[0] & v.LONE)


def _officer(tokens: tuple[str, ...], words: Vocabulary) -> int:
    """Return where in a run that tells what an office is of the officer's full name starts, or zero."""
    bits = words.classes.get
    flags = [bits(token if token.isascii() else plain(token).capitalize(), 0) for token in tokens]
    count, places = len(tokens), words.places
    for at in range(count - 2, 0, -1):
        if " ".join(tokens[:at]) in places:
            unknown = at == count - 2 and not flags[at] | flags[-1] and tokens[at] not in places
            known = flags[at] & v.GIVEN and tokens[at] not in places
            return at if (known or unknown) and _is_person(tokens[at:], flags[at:]) else 0
        if at == count - 2 > 1 and flags[at - 1] & v.ORG and not flags[at] | flags[-1] and tokens[at] not in places:
            return at  # "International Monetary Fund Zorb Haddad"
    if flags[0] & v.GIVEN:
        return 0  # "President of Mary Kay Foods"
    field = flags[-3] & v.ROLE_PART and not flags[-3] & v.TITLE
    if field and tokens[-2] in words.eastern and _is_person(tokens[-2:], flags[-2:]):
        return count - 2  # "Commerce Gao Hucheng", not "Justice Gao Hucheng", who is a judge
    for at in range(1, count - 1):
        if flags[at] & v.GIVEN and tokens[at] not in places:
            before = tokens[at - 1]
            apart = before[0].isupper() and before[1:2] != "." and not flags[at - 1] & _BEFORE_GIVEN
            return at if apart and _is_person(tokens[at:], flags[at:]) else 0
    return 0


_BEFORE_GIVEN: Final = v.STARTS_PLACE | v.PARTICLE | v.HONORIFIC | v.RANK | v.STYLE


def _is_person(tokens: tuple[str, ...], flags: list[int]) -> bool:
    """Tell whether words that start with a given name are all of a person's."""
    return len(tokens) < _LONGEST_PERSON and not any(flag & _NO_PERSON and not flag & v.SUFFIX for flag in flags[1:])


_LONGEST_PERSON: Final = 6
_NO_PERSON: Final = v.ORG | v.PLACE | v.COMMON | v.HEAD | v.TOPIC | v.ROLE | v.BREAKS


@lru_cache(maxsize=8)
def _run(abbreviations: frozenset[str], joining: frozenset[str], ascii: bool) -> re.Pattern[str]:
    """Return the pattern of a run, its only group, in a language of these abbreviations and particles within names.

    A pattern for ASCII alone finds the same in such a text, faster.
    """
    by_length: dict[int, list[str]] = {}
    for word in sorted(abbreviations):
        by_length.setdefault(len(word), []).append(word)
    stops = "|".join(rf"(?<=\b(?:{'|'.join(some)})\.)" for some in by_length.values())
    token = rf"[{_UPPER}](?:{_PLAIN}|{_DOTTED}|{_INITIAL}|{_WORD}(?>(?:\.(?:{stops}))?))"
    rests: dict[str, list[str]] = {}  # of the particles, by their first letter: each is tried once
    for particle in sorted(joining, key=lambda particle: (-len(particle), particle)):
        rests.setdefault(particle[0], []).append(particle[1:] + ("" if particle[-1] in "-'’" else r"[ \u00a0]"))
    any_of = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
    particles = rf"(?=[{''.join(rests)}])(?>(?:{any_of}){{1,3}})(?=[{_UPPER}])"
    joint = rf"(?:[ \u00a0](?:(?=[{_UPPER}])|{particles})|(?<=\.)(?=[{_UPPER}]))"
    run = rf"({token}(?>(?:{joint}{token}){{0,30}}))"
    if not ascii:
        return re.compile(run)
    for signs, of_ascii in _OF_ASCII.items():
        run = run.replace(signs, of_ascii)
    return re.compile(run, re.ASCII)


# What is left of the sets of signs in a text of ASCII alone.
_OF_ASCII: Final = {_UPPER: "A-Z", r"[ \u00a0]": " ", "['’]": "'", "[-‐‑&]": "[-&]", "[\\w\u0300-\u036f]": r"\w"}


@dataclass(frozen=True, slots=True)
class _Leading:
    """Hold the particles that may lead a name, as a pattern, and cheaper tests.

    What stands before ends in one of ``lasts`` and one of ``twos``, of two letters, and that is one of the ``pairs`` or
    ends one of the ``ends``, of three.
    """

    pattern: re.Pattern[str]
    lasts: frozenset[str]
    twos: frozenset[str]
    pairs: frozenset[str]
    ends: frozenset[str]


@lru_cache(maxsize=8)
def _leading(particles: frozenset[str]) -> _Leading:
    some = "|".join(sorted(particles))
    pattern = re.compile(rf"(?<![\w-])((?:(?:{some})[ \u00a0]){{1,3}})\Z")
    pairs = frozenset(particle for particle in particles if len(particle) == 2) | {"al", "el"}
    ends = frozenset(particle[-3:] for particle in particles)
    twos = pairs | {end[-2:] for end in ends}
    return _Leading(pattern, frozenset(two[-1] for two in twos), twos, pairs, ends)


def _lead(text: str, start: int, leading: _Leading) -> str:
    """Return what in lower case is of the run that starts here: "van der ", "al-"; mostly nothing."""
    if text[start - 1] == "-":
        return text[start - 3 : start] if start > 2 else ""  # "al-Haddad", the only hyphen that stands free
    particles = leading.pattern.search(text, max(0, start - 12), start)
    return particles[1].replace("\u00a0", " ") if particles else ""


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a run is a word of its own: no part of a word, an address, a handle, a path or a file name."""
    if start:
        before = text[start - 1]
        if before.isalnum() or before in _GLUE:
            return (before == "." and _after_sentence(text, start)) or (
                before in "'’" and not text[start - 2 : start - 1].isalnum()
            )
        if before == "-" and not _is_dash(text, start - 1):
            particle = text[start - 3 : start] in ("al-", "el-") and not text[start - 4 : start - 3].isalnum()
            return particle or _is_after_agency(text, start - 1)
    after = text[end : end + 2]
    if not after or after[0] in " \n,":
        return True
    if after[0] in "@\\%=_":
        return False
    return not (after[0] in "./" and after[1:].isalnum() and (after[0] == "." or after[1].islower()))


def _after_sentence(text: str, start: int) -> bool:
    return text[start - 2 : start - 1] in ('"', ")", "”")


def _is_after_agency(text: str, dash: int) -> bool:
    """Tell whether a dash that the first word is glued to ends a dateline: "(Reuters) -Shares fell"."""
    return text[dash - 2 : dash] == ") " or text[dash - 1 : dash] == ")"


def _is_dash(text: str, last: int) -> bool:
    """Tell whether a hyphen is the last of two that are a dash: "OSLO --Leila Haddad left", not "--NEWS--"."""
    if text[last - 1 : last] != "-" or text[last + 2 : last + 3].isupper():
        return False
    return text[last - 2 : last - 1] in ("", " ", "\n", "\u00a0")


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence, a line or a quotation opens here."""
    at = start - 1
    if at < 0:
        return True
    sign = text[at]
    if sign == "-":
        if _is_dash(text, at):
            return text[at - 2 : at - 1] in ("", "\n") or _is_after_agency(text, at - 1)
        return _is_after_agency(text, at)
    if sign not in " \u00a0":
        return sign in "\n\"“‘'…*|:«\t\r>"
    sign = text[at - 1] if at else "\n"
    if sign in "\"”’'*)":
        sign = text[at - 2] if at > 1 else "\n"
        return sign in ".!?"
    if sign in "-–—_":
        if text[max(0, at - 3) : at - 1].strip(" \u00a0") in ("", "\n"):
            return True
        agency = text[max(0, at - 4) : at - 1].rstrip(" \u00a0-").endswith(")")
        return agency and (at < _DATELINE or "\n" in text[at - _DATELINE : at])
    return sign in ".!?:\n…•|*>\r\t "


def _zone(line: str, small: frozenset[str]) -> int:
    if line.isupper():
        return 2 if len(_DIGITS.findall(line)) > 3 else 1
    if line[-1] in _STOPS or ("a" <= line[-1] <= "z" and " said " in line):
        return 0
    tokens = line.split()
    if len(tokens) < 4 or tokens[0] in ("By", "BY"):
        return 0
    for token in tokens:
        if token not in small and token[0].islower():
            return 0
    return 2 if len(_DIGITS.findall(line)) > 1 else 1


def _joined(before: str, joint: str, after: str, words: Vocabulary) -> str | None:
    """Return the run that "of", "for", "and", "&" or "the" makes of two, or None."""
    if joint == " the " and after not in words.epithets:
        return None  # nearly always
    if joint[0] == " ":
        last = before[before.rfind(" ") + 1 :].replace("\u00a0", " ")
        if joint in _RARE and last not in _asking(words):
            return None
        first = words_of(after.partition(" ")[0])[0]
        follower = words.classes.get(first, 0)
        if follower & v.BREAKS and not follower & v.COMMON:
            return None
        if f"{last}{joint}{first}" in words.role_phrases and before.count(" ") + after.count(" ") < _MOST_WORDS - 1:
            return before + joint.replace(" ", "\u00a0") + after
    left, right = words_of(before), words_of(after)
    if len(left) + len(right) > _MOST_WORDS:
        return None
    if joint[0] != " ":
        joins = _is_owned(left, joint, right, words)
    elif joint == " the ":
        joins = _may_have_epithet(left[-1], words)
    elif joint == " & ":
        joins = not (" ".join(left) in words.places and right[-1] in words.places)
    elif joint == " and ":
        joins = _is_pair_of_topics(left, right, words)
    else:
        joins = _takes(left, joint[1:-1], right, words)
    return before + joint + after if joins else None


def _may_have_epithet(last: str, words: Vocabulary) -> bool:
    """Tell whether a word may end a person's name before what tells the person from others: "Leila | the Elder"."""
    flag = words.classes.get(last, 0)
    barred = v.BREAKS | v.ORG | v.PLACE | v.COMMON | v.ROLE | v.DEMONYM
    return last not in words.places and bool(flag & v.GIVEN or not flag & barred)


_RARE: Final = frozenset((" and ", " in ", " on ", " at "))


@lru_cache(maxsize=8)
def _asking(words: Vocabulary) -> frozenset[str]:
    """Return the words after which a name may go on with "and", "in", "on" or "at"."""
    heads = {word for word, bits in words.classes.items() if bits & (v.TOPIC | v.HEAD)}
    return frozenset(heads | {phrase.partition(" ")[0] for phrase in words.role_phrases} | {"Rights"})


def _is_owned(left: tuple[str, ...], joint: str, right: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether a name goes on after an apostrophe: "Teachers' Union", "People's Republic", "St. Andrew's Club"."""
    last = words.classes.get(right[-1], 0)
    if joint[1] != "s":
        return left[-1][-1] == "s" and bool(last & v.ORG)
    if left[-1] == "People" and right[0] == "Republic":
        return True
    return len(left) > 1 and left[-2] in ("St.", "St", "Saint") and bool(last & (v.ORG | v.PLACE))


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
