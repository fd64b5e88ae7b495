"""Link the names of one article: a sieve, the most precise rules first, each with its vetoes.

Full names of persons first; then what is surely a part of exactly one of them; then organizations by legal form,
acronym and short form. Places are linked by the tables alone: Mexico is not Mexico City. What could be two
people's is flagged, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple, TypeAlias

from newsnorm.names.asides import nickname_in
from newsnorm.names.canonical import lookup
from newsnorm.names.context import type_by_context
from newsnorm.names.forms import key_of
from newsnorm.names.kept import has_age
from newsnorm.names.mention import Form, Told
from newsnorm.names.name import Forms, Name
from newsnorm.names.order import Order
from newsnorm.names.pairs import add_implied
from newsnorm.names.people import People
from newsnorm.names.phrases import Phrases
from newsnorm.names.piece import Piece, Written
from newsnorm.names.short_forms import link_organizations
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import Vocabulary
from newsnorm.rules import Rules

__all__ = ["link_names", "rules_on"]


_Link: TypeAlias = tuple[Name, Form, str, bool]
"""The form that a mention belongs to, how much of the name it is, by which rule, and whether it could be another's."""


def link_names(
    text: str,
    pieces: list[Piece],
    words: Vocabulary,
    rules: Rules,
    on: frozenset[str],
    lang: str,
    here: TextWords,
) -> list[Told]:
    """Return what is told of each piece, in the same order; ``on`` are the ids of the rules that are on."""
    forms, of_pieces, titled, surnames, asking, pairs = _names(text, pieces, words.phrases)
    names, capitals = forms.by_text, forms.capitals
    add_implied(text, pairs, forms, surnames, words)
    related = [name for name in names.values() if name.related]
    type_by_context(text, asking, surnames, words, here)
    if capitals:
        _link_capitals(capitals, related)
    known = _look_up(text, forms, rules, lang, here) if "names.alias" in on else []
    people = People(related, names, words, on, Order(text, pieces, of_pieces, words, lang))
    link_organizations(text, names, related, capitals, pieces, words, on)
    _know_people(related, people)
    if known and "names.surname" in on:
        _link_spellings(names, known, people, rules, lang, here)
    if titled and "names.alias" in on:
        _look_up_roles(dict.fromkeys([of_pieces[at] for at in titled]), people, words, rules, lang, here)
    for name in names.values():
        if not name.bare:
            continue
        if name.target is not None or name.by_role or (name.related and name.key in people.keys):
            name.told = _told(*_link_untitled(name, people, words, on, here))
        elif name.row is not None:
            name.told = name.type, name.row.canonical, "full", "names.alias", False
        else:
            name.told = name.type, name.text, "full", "names.full", False
    told = [name.told for name in of_pieces]
    told_titled: dict[tuple[str, str | None], Told] = {}
    for at in titled:
        written, name = pieces[at][2], of_pieces[at]
        key = written.text, written.gender
        if key not in told_titled:
            told_titled[key] = _told(*_link(name, True, written.gender, people, words, on))
        told[at] = told_titled[key]
    if "names.surname" in on and any(map(_AMBIGUOUS, told)):
        _tell_heads(pieces, of_pieces, told, people, words)
        _tell_before_firms(pieces, of_pieces, told, people, words, on, here)
    return told


def _tell_before_firms(
    pieces: list[Piece],
    of_pieces: list[Name],
    told: list[Told],
    people: People,
    words: Vocabulary,
    on: frozenset[str],
    here: TextWords,
) -> None:
    """Link a surname that a firm is named by, too, to the person as long as the text has not named the firm.

    "Leila Haddad left. Haddad was ill. The Haddad Companies" does so once; a later "Haddad" could be either's. One that
    the tables know for a firm's is told before that.
    """
    links: dict[Name, _Link] = {}
    for at, (start, *_) in enumerate(pieces):
        name = of_pieces[at]
        if not (told[at][-1] and name.firm and start < name.firm_first) or name.row is not None:
            continue
        if name not in links:
            name.firm = False
            links[name] = _link_untitled(name, people, words, on, here)
            name.firm = True
        full, form, rule, ambiguous = links[name]
        if not ambiguous and form == "short" and full.person and 0 <= full.first < start:
            told[at] = _told(full, form, rule, False)


def _tell_heads(
    pieces: list[Piece], of_pieces: list[Name], told: list[Told], people: People, words: Vocabulary
) -> None:
    """Link a surname that several bear to the one whose relatives the others are, as long as none of these is named.

    "Omar Haddad drowned. | Haddad's boat was found. His son, Leila Haddad, wept. Haddad" could be either's.
    """
    heads: dict[Name, tuple[Name, int] | None] = {}
    for at, (_, _, form, _, ambiguous) in enumerate(told):
        if not ambiguous or form not in _OF_SURNAME:
            continue
        name = of_pieces[at]
        if name not in heads:
            heads[name] = _head(name, people, words)
        head = heads[name]
        if head is not None and head[0].first < pieces[at][0] < head[1]:
            told[at] = _told(head[0].root(), form, "names.surname", False)


_OF_SURNAME: Final = ("short", "titled")
_AMBIGUOUS: Final = itemgetter(-1)  # of what is told of a mention


def _head(name: Name, people: People, words: Vocabulary) -> tuple[Name, int] | None:
    """Return whose relatives the other bearers of a surname are, and where the first of them is named."""
    family = people.family(name)
    if family is None:
        return None
    head = family[0]
    if name.located or name.contested or not head.person or _is_shared(name, [head], people):
        return None
    return family if all(_fits(head, gender, words) for gender in name.genders) else None


def _told(name: Name, form: Form, rule: str, ambiguous: bool) -> Told:
    """Return what a link tells of the mentions that it is of."""
    canonical = name.row.canonical if name.row is not None else name.text if name.target is None else name.canonical()
    return name.type, canonical, form, rule, ambiguous


def _link_untitled(name: Name, people: People, words: Vocabulary, on: frozenset[str], here: TextWords) -> _Link:
    link = _link(name, False, None, people, words, on)
    if link[0] is not name and _is_word(name, link[0], here):
        return (name, "full", "names.full", False)
    return link


def _is_word(part: Name, full: Name, here: TextWords) -> bool:
    """Tell whether a part of what may be no person's name is a word of the text's own: "Health" of "Skin Health"."""
    if part.type is not None or full.person or len(part.words) > 1 or part.acts:
        return False
    return part.text.lower() in here


def _look_up(article: str, forms: Forms, rules: Rules, lang: str, here: TextWords) -> list[Name]:
    """Give each form the row that the tables have for it, and return the full names of persons among them.

    Of whom the text gives an age, it may be anybody: no spelling of the famous bearer's name.
    """
    known: list[Name] = []
    names = forms.by_text
    for alias in rules.aliases:
        if alias.alias in names:
            names[alias.alias].fixed = True
    for name in names.values() if rules.aliases else forms.listed:
        row = lookup(name.text, "PER" if name.person else None, rules, here, lang)
        if row is not None and row.spelling and row.type == "PER" and not name.fixed and has_age(article, name.text):
            continue
        if row is not None:
            name.row = row
            if name.type is None:
                name.type = row.type
                name.person = row.type == "PER"
            if row.type == "PER" and len(name.words) > 1:
                known.append(name)
    return known


def _link_spellings(
    names: dict[str, Name], known: list[Name], people: People, rules: Rules, lang: str, here: TextWords
) -> None:
    """Link a surname to the one person with a row whose full name the tables know with it, too: "Zelenskiy"."""
    initials: dict[str, list[Name]] = {}
    for full in known:
        initials.setdefault(full.words[-1][0], []).append(full)
    for name in names.values():
        fulls = initials.get(name.text[0])
        if fulls is None or len(name.words) > 1 or name.row is not None or name.target is not None:
            continue
        if name.type not in (None, "PER") or name.key in people.keys:
            continue
        # Its own last word, which no person has, is no surname: "Salman" of "Mohammed bin Salman".
        others = [full for full in fulls if full.words[-1] != name.text]
        bearers = [full for full in others if _is_spelling(name, full, rules, lang, here)]
        one = len({full.canonical() for full in bearers}) == 1 and len(people.bearers(key_of(bearers[0].words[-1]))) < 2
        if one and not people.order.is_before(name, bearers[0]):
            name.target, name.rule = bearers[0], "names.surname"


def _is_spelling(name: Name, full: Name, rules: Rules, lang: str, here: TextWords) -> bool:
    row = lookup(f"{full.text.rpartition(' ')[0]} {name.text}", "PER", rules, here, lang)
    return row is not None and row.canonical == full.canonical()


def _look_up_roles(
    titled: Iterable[Name], people: People, words: Vocabulary, rules: Rules, lang: str, here: TextWords
) -> None:
    """Give a surname that no full name in the article bears the row of its role and it: "President Clinton".

    Where one bears it that is not the row's, it is contested: who is "Clinton" beside "President Clinton" and Chelsea?
    """
    for name in titled:
        if not name.roles or name.row is not None or len(name.words) > 1 or name.target is not None:
            continue
        rows = [lookup(f"{_held(role, words)} {name.text}", "PER", rules, here, lang) for role in name.roles]
        known = {row.canonical: row for row in rows if row is not None}
        if not known:
            continue
        bearers = people.bearers(name.key) if name.related else []
        if bearers:
            name.contested = known.keys().isdisjoint(bearer.canonical() for bearer in bearers)
        elif name.related and (people.middles(name.key) or people.given(name.key)):
            continue
        elif len(known) == 1 and len(name.genders) < 2:
            (name.row,) = known.values()
            name.by_role = True


def _held(role: str, words: Vocabulary) -> str:
    """Return a role as it was called while it was held: "President" of "Former President"."""
    first, _, rest = role.partition(" ")
    return rest if first in words.past else role


@lru_cache(maxsize=8)
def rules_on(rules: Rules) -> frozenset[str]:
    """Return the ids of the rules for names that are on."""
    return frozenset(rule.id for rule in rules.stage("names"))


class _Names(NamedTuple):
    """Hold the written forms of a text, and what linking them needs to know of the pieces."""

    forms: Forms
    of_pieces: list[Name]
    titled: list[int]  # which of the pieces have a title
    surnames: set[str]  # of persons
    asking: list[tuple[Piece, Name]]  # pieces whose neighbours may tell more
    pairs: list[tuple[int, Written]]  # full names after "and", and where they start


def _names(text: str, pieces: list[Piece], phrases: Phrases) -> _Names:
    """Return the written forms of a text, each of the type that any of its mentions tells, a person first."""
    forms = Forms()
    names = forms.by_text
    of_pieces: list[Name] = []
    titled: list[int] = []
    surnames: set[str] = set()
    asking: list[tuple[Piece, Name]] = []
    pairs: list[tuple[int, Written]] = []
    ends, signs = phrases.pair_ends, phrases.pair_signs  # most names do not stand behind these
    for piece in pieces:
        start, _, written, zone = piece
        name = names.get(written.text)
        if name is None:
            name = forms.add(written, start if zone != 1 else -1)
        elif written.type is not None and (name.type is None or written.type == "PER"):
            name.type = written.type
        if written.titled:
            titled.append(len(of_pieces))
        else:
            name.bare = True
        if written.type == "PER":
            name.person = True
            surnames.add(written.surname)
            if written.titled:
                _add_title(name, written)
            if written.aside and name.target is None:
                name.target, name.rule = _full(written, forms), "names.full-variant"
                name.called = name.target.called = nickname_in(written.text)
            if written.given and written.surname and text[start - 2] in signs and text.endswith(ends, 0, start):
                pairs.append((start, written))
        if written.asks:
            asking.append((piece, name))
        of_pieces.append(name)
    return _Names(forms, of_pieces, titled, surnames, asking, pairs)


def _add_title(name: Name, written: Written) -> None:
    name.titled = True
    if written.role:
        name.roles |= {written.role}
    if written.gender and written.honorific:
        name.genders |= {written.gender}


def _full(written: Written, forms: Forms) -> Name:
    """Return the name without the nickname that is written within it."""
    text = " ".join(written.words)
    full = forms.by_text.get(text)
    return forms.add_person(text, written.words) if full is None else full


def _link_capitals(capitals: list[Name], related: list[Name]) -> None:
    """Link a name in capitals to the same name as the prose writes it."""
    long = [name for name in capitals if len(name.text) > 3]
    if long:
        written = {name.text.upper(): name for name in related if not name.text.isupper()}
        for name in long:
            name.target = written.get(name.text)


def _as_written(name: Name) -> Name:
    """Return the form in small letters that a name in capitals leads to."""
    return name.target if name.target is not None and name.text.isupper() and name.rule == "names.full" else name


def _know_people(related: list[Name], people: People) -> None:
    """Mark the full names whose parts do what only persons do: bear titles, speak, score."""
    for name in related:
        if name.acts or name.titled:
            bearers = people.bearers(name.key)
            if len(bearers) == 1:
                bearers[0].person = True
                bearers[0].type = "PER"


def _link(name: Name, titled: bool, gender: str | None, people: People, words: Vocabulary, on: frozenset[str]) -> _Link:
    if name.target is not None:
        name = _as_written(name)
    if name.fixed and name.row is not None:
        return (name, "full", "names.alias", False)  # a user's row wins over every rule
    if name.target is not None:
        return (name.root(), _FORMS.get(name.rule, "short"), name.rule, False)
    if name.related and (titled or name.type is None or name.type == "PER" or (name.acts and not name.located)):
        link = _link_to_person(name, titled, gender, people, words, on)
        if link is not None:
            return link
    if name.row is not None:
        return (name, ("titled" if titled else "short") if name.by_role else "full", "names.alias", False)
    return (name, "titled" if titled and len(name.words) == 1 else "full", "names.full", False)


def _link_to_person(
    name: Name, titled: bool, gender: str | None, people: People, words: Vocabulary, on: frozenset[str]
) -> _Link | None:
    """Return the link of a part of a person's name, None where it is no part of any."""
    if name.key not in people.keys:
        return None
    form: Form = "titled" if titled else "short"
    bearers = _open_to(name, people.bearers(name.key), people)
    if len(name.words) > 1 and any(people.is_own(name, bearer) for bearer in bearers):
        return None if name in people.order.relatives else _ambiguous(name, form, on)
    if name.roles and _reigns(name, words) and not any(_reigns(n, words) for n in (*bearers, *people.given(name.key))):
        # Of "King Hussein" and "Saddam Hussein", who is "Hussein"?
        alone = titled and not name.genders and all(_is_reigning(role, words) for role in name.roles)
        return (name, "titled", "names.full", False) if alone else _ambiguous(name, form, on)
    if bearers and (name.genders or gender):
        fitting = [b for b in bearers if _fits(b, gender, words)] if gender else bearers
        if _is_contested(name, bearers, words) and (not gender or any(words.sex(b.words[0]) == "" for b in fitting)):
            return _ambiguous(name, form, on)
        if not fitting:
            return (name, "titled", "names.full", False)
        bearers = fitting
    if not bearers and len(name.words) == 1 and (middles := people.middles(name.key)):
        bearers = _open_to(name, middles, people)
    if bearers and not titled and not _is_famed(name, bearers, words) and _is_shared(name, bearers, people):
        return _ambiguous(name, form, on)
    if bearers and "names.surname" in on:
        return _to_bearer(bearers, name, form, "names.surname", people, on)
    town = name.located and not name.acts and name.text in words.towns  # "in Aurora": not Aurora Haddad
    if len(name.words) == 1 and "names.given-name" in on and not town and name.type != "ORG":
        persons = [full for full in people.given(name.key) if full.type != "ORG"]  # as their legal forms have told
        givens = _open_to(name, persons, people, tail=False)
        if not all(given.implied for given in givens):
            return _to_bearer(givens, name, "given", "names.given-name", people, on)
    return None


def _is_famed(name: Name, bearers: list[Name], words: Vocabulary) -> bool:
    """Tell whether a surname alone means its one bearer, whatever else is called after that one: "Trump"."""
    famous = words.famous.get(name.text)
    return famous is not None and len(bearers) == 1 and bearers[0].canonical() in famous and name.thing != 0


def _is_shared(name: Name, bearers: list[Name], people: People) -> bool:
    """Tell whether a surname is a given name or a firm's, too: Marcel Paul and Paul Ostrow.

    It is an institution's that the text names before the person, or where nothing tells that the person is meant.
    """
    givens = people.given(name.key)
    if givens and any(other.person and other not in bearers for other in givens):
        return True
    if name.thing >= 0 and not (
        (name.acts or name.titled) and all(0 <= bearer.first < name.thing for bearer in bearers)
    ):
        return True
    return name.firm or (name.row is not None and name.row.type == "ORG")


def _reigns(name: Name, words: Vocabulary) -> bool:
    """Tell whether a name is a monarch's or a pope's: that is a given name."""
    return any(_is_reigning(role, words) for role in name.roles)


def _is_reigning(role: str, words: Vocabulary) -> bool:
    return role.rpartition(" ")[2] in words.reigning


def _open_to(name: Name, fulls: list[Name], people: People, tail: bool = True) -> list[Name]:
    """Return the full names that a part may stand for: "in Brackwater" is a place, if nothing tells of a person.

    What the text calls a place is no part of what may be no person's: "Orlen province" beside the Orlen Crescent.
    """
    if name.type == "LOC" or name.place:
        return [full for full in fulls if full.person]
    if not fulls or name.acts:
        return fulls
    opened = [full for full in fulls if full.person or not (name.located or (tail and people.is_split(full)))]
    # What looks like a person's full name may be one beside that of another: Zorb Haddad and Leila Haddad.
    return fulls if opened and len(opened) < len(fulls) and not name.located else opened


_FORMS: Final[dict[str, Form]] = {
    "names.initials": "initials",
    "names.full-variant": "full",
    "names.acronym": "acronym",
    "names.legal-form": "full",
}


def _ambiguous(name: Name, form: Form, on: frozenset[str]) -> _Link:
    if "names.ambiguous" in on:
        return (name, form, "names.ambiguous", True)
    return (name, form, "names.full", False)


def _to_bearer(bearers: list[Name], name: Name, form: Form, rule: str, people: People, on: frozenset[str]) -> _Link:
    bearer = bearers[0]
    doubtful = bearer.implied or bearer.type == "LOC" or name.contested or people.is_first_of_two(name.key, bearer)
    if len(bearers) > 1 or doubtful or people.order.is_early(name, bearer):
        return _ambiguous(name, form, on)
    return (bearer.root(), form, rule, False)


def _fits(bearer: Name, gender: str, words: Vocabulary) -> bool:
    return words.sex(bearer.words[0]) in ("", gender) and (not bearer.genders or gender in bearer.genders)


def _is_contested(name: Name, bearers: list[Name], words: Vocabulary) -> bool:
    """Tell whether honorifics show that a surname has another bearer: "Mrs. Haddad" where only Omar Haddad is named."""
    if len(name.genders) > 1 and len(bearers) == 1:
        return True
    return not all(any(_fits(bearer, gender, words) for bearer in bearers) for gender in name.genders)
