"""Link organizations of one article: legal forms, acronyms, short forms."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.beside import text_before
from newsnorm.names.forms import normal_form
from newsnorm.names.name import Name
from newsnorm.names.piece import Piece
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["base_name", "link_organizations"]


def link_organizations(
    text: str,
    names: dict[str, Name],
    related: list[Name],
    capitals: list[Name],
    pieces: list[Piece],
    words: Vocabulary,
    on: frozenset[str],
) -> None:
    """Give every short form of exactly one organization its target.

    ``related`` are the names that share a word with another, ``capitals`` those in capitals.
    """
    orgs = [name for name in related if len(name.words) > 1 and _may_be_organization(name)]
    surnames = {name.words[-1] for name in related if name.person and len(name.words) > 1} if orgs else set[str]()
    _mark_firms(names, orgs, words)
    _mark_things(names, related, words)
    if orgs and "names.legal-form" in on:
        _link_legal_forms(names, orgs, surnames, words)
    if capitals and "names.acronym" in on:
        _link_acronyms(text, names, capitals, pieces, words)
    if orgs and "names.short-organization" in on:
        _link_short_forms(names, orgs, surnames, words)
        _link_tails(text, names, orgs, surnames, pieces, words)


def _may_be_organization(name: Name) -> bool:
    return name.type in ("ORG", None) and not name.person


def _mark_firms(names: dict[str, Name], orgs: list[Name], words: Vocabulary) -> None:
    """Mark the words that a firm is named by, too: "Haddad" of "Haddad Industries"."""
    bits = words.classes.get
    for name in orgs:
        last = name.words[-1]
        if (last in words.businesses or bits(last, 0) & v.LEGAL) and (short := names.get(name.words[0])) is not None:
            short.name_firm(name)
        elif name.row is not None and name.row.type == "ORG" and (short := names.get(last)) is not None:
            short.name_firm()  # "Chase" of "JPMorgan Chase"


def _mark_things(names: dict[str, Name], related: list[Name], words: Vocabulary) -> None:
    """Mark the words that an institution, a county or a team is called by, too: "Orlen" of "Jan Orlen High"."""
    for name in related:
        parts = name.words
        if not 1 < len(parts) <= _MOST_WORDS:
            continue
        if parts[0] in words.ships:
            _mark_thing(names, parts[1:], 0)
        elif name.person:
            if len(parts) > 2 and _is_thing(parts, words):
                _mark_thing(names, parts[:-1], name.first)
        elif name.type == "LOC" and words.classes.get(parts[0], 0) & v.STARTS_PLACE:
            _mark_thing(names, parts[1:], name.first)  # "Fort Haddad"
        elif _is_of_place(parts, words):
            _mark_thing(names, parts[-1:], name.first)  # "Diocese of Haddad"
        elif _is_thing(parts, words):
            team = _is_town(parts[0], words) and not words.classes.get(parts[-1], 0) & v.PLACE
            _mark_thing(names, parts[:-1], 0 if team else name.first)
        elif parts[0] in names and _is_nickname(parts[-1], words) and _is_town(parts[0], words):
            _mark_thing(names, parts[:-1], name.first)


_MOST_WORDS: Final = 8


def _mark_thing(names: dict[str, Name], parts: tuple[str, ...], at: int) -> None:
    """Mark the words that the thing is named by whose name stands first at a position, alone and together."""
    inner = [" ".join(parts[start:]) for start in range(len(parts))]
    for part in (*parts, *inner):
        short = names.get(part)
        if short is not None and at >= 0 and not 0 <= short.thing < at:
            short.thing = at


def _is_thing(parts: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether a name of several words is that of an institution, a team or a county, as it ends."""
    if parts[-1] not in words.namesake_ends:  # nearly all
        return False
    return parts[-1] in words.namesakes or " ".join(parts[-2:]) in words.namesakes


def _is_of_place(parts: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether a name ends in that of the place that something is of: "Diocese of Haddad"."""
    if parts[-2] not in words.phrases.belonging:
        return False
    return any(words.classes.get(part, 0) & v.HEAD for part in parts[-3:-2])


def _is_town(word: str, words: Vocabulary) -> bool:
    return word in words.towns or word in words.places


def _is_nickname(word: str, words: Vocabulary) -> bool:
    """Tell whether a word may be what a team is called: "Texans", "Rockets"."""
    return word[-1] == "s" and word[-2:] != "ss" and not words.classes.get(word, 0) & (v.COMMON | v.GIVEN)


def base_name(parts: tuple[str, ...], words: Vocabulary) -> tuple[str, ...]:
    """Return an organization's name without its legal form, but never nothing.

    >>> from newsnorm.names.vocabulary import load_vocabulary
    >>> base_name(tuple("Acme Steel Group Inc.".split()), load_vocabulary("en"))
    ('Acme', 'Steel')
    """
    end = len(parts)
    while end > 1 and words.classes.get(parts[end - 1], 0) & v.LEGAL:
        end -= 1
    if end > 1 and parts[end - 1] in ("&", "and"):
        end -= 1
    return parts[:end]


def _link_legal_forms(names: dict[str, Name], orgs: list[Name], surnames: set[str], words: Vocabulary) -> None:
    """Link a firm's name to the same with a legal form, but for a surname of the text, which is either's."""
    bases: dict[str, Name] = {}
    for name in orgs:
        if not words.classes.get(name.words[-1], 0) & v.LEGAL:
            continue
        base = base_name(name.words, words)
        key = " ".join(base)
        plain = names.get(key)
        other = bases.setdefault(key, name)
        is_word = words.classes.get(key, 0) & (v.DEMONYM | v.COMMON)
        if plain is not None and _is_open(plain) and not _is_placed(plain) and not is_word:
            if key in surnames:
                plain.name_firm(name)
            else:
                plain.target, plain.rule, plain.type = other, "names.legal-form", "ORG"
        if other is not name:
            name.target, name.rule = other, "names.legal-form"


def _link_acronyms(
    text: str, names: dict[str, Name], capitals: list[Name], pieces: list[Piece], words: Vocabulary
) -> None:
    brackets = "(" in text
    if brackets:
        _forget_rows(text, names, capitals, words)
    acronyms = {
        name.text: name
        for name in capitals
        if len(name.words) == 1 and 1 < len(name.text) < 9 and name.row is None and name.text not in words.not_acronyms
    }
    if not acronyms:
        return
    for one, other in pairwise(pieces) if brackets else ():
        name = acronyms.get(other[2].text)
        if name is not None and text[one[1] : other[0]] == " (":
            full = names[one[2].text]
            if (
                len(full.words) > 1
                and _may_be_organization(full)
                and name.target is None
                and _shares_initials(name.text, full.words)
            ):
                name.target, name.rule, name.type = full, "names.acronym", "ORG"
                full.type = "ORG"
    by_initials: dict[str, list[Name]] = {}
    firsts = {key[0] for key in acronyms}
    for name in names.values():
        if len(name.words) < 3 or not _is_open(name):
            continue
        parts = name.words[1:] if name.words[0] in words.split_before else name.words
        first = parts[0][0]
        if first in firsts or not first.isupper():
            for initials in _initials(parts, words):
                by_initials.setdefault(initials, []).append(name)
    for key, name in acronyms.items():
        found = by_initials.get(key.replace(".", ""), [])
        if name.target is None and len(found) == 1 and len(key.replace(".", "")) > 1 and name.type != "LOC":
            name.target, name.rule, name.type = found[0], "names.acronym", "ORG"


def _forget_rows(text: str, names: dict[str, Name], capitals: list[Name], words: Vocabulary) -> None:
    """Take the table's row from an acronym that the text gives another meaning: "online program manager (OPM)"."""
    for name in capitals:
        size = len(name.text)
        if name.row is None or name.fixed or not name.text.isalpha() or not 1 < size < 7:
            continue
        at = text.find(f" ({name.text})")
        meant = _WORDS.findall(text, max(0, at - 100), at)[-size:] if at > 0 else []
        if "".join(word[0] for word in meant).upper() != name.text:
            continue
        full = names.get(" ".join(meant))
        known = full.row.canonical if full is not None and full.row is not None else " ".join(meant)
        shared = set(normal_form(known).split()) & set(normal_form(name.row.canonical).split())
        if len(shared) * 2 < size and not words.is_function(meant[0]):
            name.row = None


_WORDS: Final = re.compile(r"[^\W\d_][\w'’-]*")


def _shares_initials(acronym: str, parts: tuple[str, ...]) -> bool:
    """Tell whether most letters of an acronym in brackets start words of the name, in any order."""
    first = [part[0].upper() for part in parts]
    shared = sum(letter in first for letter in acronym)
    return shared * 2 > len(acronym) and abs(len(acronym) - len(parts)) < 4


def _initials(parts: tuple[str, ...], words: Vocabulary) -> set[str]:
    base = base_name(parts, words)
    found = {"".join(part[0] for part in some if part[0].isupper()) for some in (parts, base)}
    found |= {"".join(part[0] for part in base if part[0].isalpha()).upper()}
    return {initials for initials in found if len(initials) > 2}


def _link_tails(
    text: str,
    names: dict[str, Name],
    orgs: list[Name],
    surnames: set[str],
    pieces: list[Piece],
    words: Vocabulary,
) -> None:
    """Link what is left of an organization's name without its place: "Treasury Department", "Mariners".

    A surname is left to whom it names: in "the Miami Haddads" it is no team's. So is what a place owns: beside "India's
    Supreme Court", which is "the Supreme Court"? And what is counted: is "the third Parade" the Oslo Parade?
    """
    bits = words.classes.get
    tails: dict[str, list[Name]] = {}
    for name in orgs:
        for end in (1, 2):
            if len(name.words) > end and name.target is None:
                tail = " ".join(name.words[end:])
                if tail not in names:
                    continue
                place = " ".join(name.words[:end])
                if _is_own_town(tail, words):
                    continue
                if place in words.places or place in words.split_before or bits(place, 0) & v.DEMONYM:
                    tails.setdefault(tail, []).append(name)
    owned = _owned(text, tails, pieces, words) if tails else set[str]()
    for tail, found in tails.items():
        short = names[tail]
        if len(found) != 1 or not _is_open(short) or short.row is not None or tail in surnames or tail in owned:
            continue
        if len(short.words) > 1 or not bits(tail, 0) & (v.DEMONYM | v.GIVEN | v.PLACE):
            short.target, short.rule = found[0], "names.short-organization"


def _is_own_town(tail: str, words: Vocabulary) -> bool:
    """Tell whether what is left names a town: "University of Cairo" is not the American University of Cairo."""
    head, of, town = tail.partition(" of ")
    return bool(of) and _is_town(town, words) and bool(words.classes.get(head, 0) & v.HEAD)


def _owned(text: str, tails: Container[str], pieces: list[Piece], words: Vocabulary) -> set[str]:
    """Return those of some names that a text gives to a place or counts: "India's Supreme Court", "a third Parade"."""
    bits = words.classes.get
    found: set[str] = set()
    for at, (start, _, written, _) in enumerate(pieces):
        if written.text not in tails:
            continue
        owner = pieces[at - 1] if at else None
        owned = owner is not None and owner[2].text in words.places and text[owner[1] : start] in ("'s ", "’s ")
        before = text_before(text, start, _LONGEST_ADJECTIVE).rstrip().rpartition(" ")[2]
        counted = before in words.counting and written.text[-1] != "s"  # not in "the last Mariners game"
        if owned or counted or bits(before, 0) & v.DEMONYM:
            found.add(written.text)
    return found


_LONGEST_ADJECTIVE: Final = 24


def _is_open(name: Name) -> bool:
    """Tell whether a name may be an organization's and is not linked yet."""
    return name.target is None and _may_be_organization(name)


def _is_placed(name: Name) -> bool:
    """Tell whether the text calls a name a place: "in Brackwater" beside the Brackwater Times."""
    return name.located or name.place


_MOST_STARTS: Final = 5


def _is_term(rest: tuple[str, ...], words: Vocabulary) -> bool:
    """Tell whether what stands behind a surname is an office or what its holder does: nobody calls that "Haddad"."""
    return len(rest) == 1 and rest[0].lower() in words.terms


def _link_short_forms(names: dict[str, Name], orgs: list[Name], surnames: set[str], words: Vocabulary) -> None:
    """Link the first words of an organization's name to it: "Brantley" to "Brantley Group".

    A surname of the text is either's: "Haddad" beside Leila Haddad and the Haddad Group.
    """
    bits = words.classes.get
    starts: dict[str, list[Name]] = {}
    for name in orgs:
        if name.type != "ORG" or name.target is not None or not bits(name.words[-1], 0) & v.ORG:
            continue
        start = ""
        for end, word in enumerate(name.words[:-1][:_MOST_STARTS], 1):
            start = f"{start} {word}" if start else word
            if start not in names:
                continue
            rest = name.words[end:]
            if end == 1 and not all(bits(part, 0) & (v.ORG | v.COMMON | v.TOPIC) for part in rest):
                continue
            if words.units.isdisjoint(rest) and not (end == 1 and _is_term(rest, words)):
                starts.setdefault(start, []).append(name)
    for text, found in starts.items():
        short = names[text]
        if text in surnames or short.titled or text in words.famous:
            for firm in found:  # "President Haddad" beside the Haddad Group
                short.name_firm(firm)
        elif _is_placed(short) or len(found) != 1 or not _is_open(short) or short.row is not None:
            continue
        elif len(short.words) > 1 or (len(text) > 3 and not bits(text, 0) & ~v.ORG):
            short.target, short.rule, short.type = found[0], "names.short-organization", "ORG"
