"""Link the parts of persons' names to the full names of one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from newsnorm.names import vocabulary as v
from newsnorm.names.forms import LONG, is_regnal, key_of
from newsnorm.names.name import Name
from newsnorm.names.order import Order
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["People"]


class People:
    """Index the full names of persons of one article by the parts that stand for them."""

    __slots__ = ("_forms", "_fulls", "_givens", "_inner", "_tails", "_words", "keys", "order")

    def __init__(
        self, names: list[Name], forms: Mapping[str, Name], words: Vocabulary, on: frozenset[str], order: Order
    ) -> None:
        self.order: Order = order
        self.keys: set[str] = set()  # of all parts that any full name has
        self._forms = forms
        self._words = words
        self._tails: dict[str, dict[Name, None]] = {}
        self._inner: dict[str, dict[Name, None]] = {}
        self._givens: dict[str, dict[Name, None]] = {}
        self._fulls: list[tuple[Name, _Shape]] = []
        places: list[Name] = []
        longer: list[_Shape] = []
        for name in names:
            if len(name.words) > 1 and name.type in (None, "PER"):
                shape = (_shape if len(name.text) < LONG else _shape.__wrapped__)(name.words, words)
                # The text may name what is more than a person by adding a word: "Xi Jinping Thought"
                if not shape.personal and not name.type:
                    continue
                if shape.head is None or shape.compound or shape.head not in forms:
                    self._fulls.append((name, shape))
                else:
                    longer.append(shape)
            elif name.type == "LOC" and len(name.words) == 2 and name.words[1] in words.place_surnames:
                places.append(name)
        if not self._fulls:
            return
        if places:
            self._take_places(places)
        self._leave_tails(longer)
        if "names.full-variant" in on:
            self._take_off()
        if len(self._fulls) > 1 and ("names.initials" in on or "names.full-variant" in on):
            self._merge(on)
        for name, shape in self._fulls:
            if name.target is None:
                _put(self._tails, shape.tails, name)
                _put(self._givens, shape.starts, name)
                _put(self._inner, shape.inner, name)
        self.keys.update(self._tails, self._givens, self._inner)

    def bearers(self, key: str) -> list[Name]:
        """Return the full names that end in the part of this key; of "Alp Demir" and "T. Alp Demir" the longer.

        A firm's name is none if initials make it one that nobody shortens: "WL Haddad" beside "WL Haddad & Co.".
        """
        found = [name for name in _distinct(self._tails.get(key)) if not _is_firm_with_initials(name)]
        if len(found) < 2:
            return found
        return [
            name
            for name in found
            if not any(other.text.endswith(" " + name.text) and not self.is_own(name, other) for other in found)
        ]

    def family(self, part: Name) -> tuple[Name, int] | None:
        """Return the one bearer of a surname who is nobody's relative, and where the first of the others is named.

        That one stands before them and before the surname alone.
        """
        bearers = self.bearers(part.key)
        if len(bearers) < 2:
            return None
        others = [bearer for bearer in bearers if bearer in self.order.relatives]
        if not others or len(bearers) - len(others) != 1 or not self.order.overshadowed.isdisjoint(bearers):
            return None
        (head,) = (bearer for bearer in bearers if bearer not in others)
        until = min(map(self.order.first_full, others))
        return (head, until) if 0 <= head.first < until and not self.order.is_early(part, head) else None

    def is_own(self, tail: Name, full: Name) -> bool:
        """Tell whether the end of a full name may be another's full name: "Omar Haddad" of "Leila Omar Haddad".

        A child may be named so after the father. It is where a given name or a relative opens it: "Garcia Brandt" of
        "Leila Garcia Brandt" are two surnames. What stands before it is a name, not only initials.
        """
        if len(tail.words) < 2 or all(map(_is_initial, full.words[: -len(tail.words)])):
            return False
        if tail.row is not None and tail.row.canonical == full.canonical():
            return False  # the tables know it as a name of the same person
        first, bits = tail.words[0], self._words.classes.get
        given = bits(first, 0) & v.GIVEN and not bits(first.lower(), 0) & v.PARTICLE
        return bool(given) or tail in self.order.relatives

    def is_split(self, full: Name) -> bool:
        """Tell whether both words of a full name stand alone elsewhere."""
        words = full.words
        return len(words) == 2 and words[0] in self._forms and words[1] in self._forms

    def middles(self, key: str) -> list[Name]:
        """Return the full names with the part of this key inside: the first surname of two."""
        return _distinct(self._inner.get(key))

    def is_first_of_two(self, key: str, bearer: Name) -> bool:
        """Tell whether the last surname of a bearer's two is another's first.

        "Garcia" is of Ana Lopez Garcia and Jan Garcia Kos.
        """
        if len(bearer.words) < _COMPOUND or self._words.classes.get(bearer.words[-2], 0) & (v.GIVEN | v.PARTICLE):
            return False
        return any(other is not bearer for other in self.middles(key))

    def given(self, key: str) -> list[Name]:
        """Return the full names that start with the part of this key."""
        return _distinct(self._givens.get(key))

    def _take_places(self, places: list[Name]) -> None:
        """Take names that may be places as persons' where another person has the surname: "Ann Hall" beside Jo Hall."""
        bits = self._words.classes.get
        surnames = {shape.surname for name, shape in self._fulls if name.type == "PER"}
        for name in places:
            shape = _shape(name.words, self._words)
            if shape.surname in surnames and bits(name.words[0], 0) & v.GIVEN:
                self._fulls.append((name, shape))

    def _leave_tails(self, longer: list[_Shape]) -> None:
        """Leave out surnames of several words, in any spelling: "Lopez Haddad" of "Ana López Haddad" is no full name.

        It would be a person of its own, whom the next spelling of it is linked to, or who shares its last word.
        ``longer`` are names that are no full ones here, for the text has them without their last word, too.
        """
        long = longer + [shape for name, shape in self._fulls if len(name.words) > 2]
        tails = {tail for shape in long for tail in shape.tails if " " in tail}
        if tails:
            bits = self._words.classes.get
            self._fulls = [
                (name, shape)
                for name, shape in self._fulls
                if name.key not in tails or bits(name.words[0], 0) & v.GIVEN or name in self.order.relatives
            ]

    def _take_off(self) -> None:
        """Link a name with a word before it that no list knows to the name: "NHLer Jan Kos" to "Jan Kos"."""
        bits = self._words.classes.get
        for name, shape in self._fulls:
            if len(name.words) > 2 and not shape.eastern and bits(name.words[1], 0) & v.GIVEN:
                first = name.words[0]
                rest = self._forms.get(" ".join(name.words[1:]))
                if rest is None or bits(first, 0) & v.GIVEN or first[-1] == ".":
                    continue
                if rest not in self.order.relatives:  # "Layan Omar Haddad and her father, Omar Haddad"
                    name.target, name.rule = rest, "names.full-variant"

    def _merge(self, on: frozenset[str]) -> None:
        """Link full names that can only be one person's: initials, a middle name more, a nickname."""
        by_surname: dict[str, list[tuple[Name, _Shape]]] = {}
        for full in self._fulls:
            by_surname.setdefault(full[1].surname, []).append(full)
        for group in by_surname.values():
            if 1 < len(group) < _MOST_BEARERS:
                # The fullest first, so that each knows where the fuller ones lead.
                ordered = sorted(enumerate(group), key=lambda item: -sum(map(len, item[1][1].givens)))
                for place, (name, shape) in ordered:
                    self._merge_one(name, shape, place, group, on)

    def _merge_one(
        self, name: Name, shape: _Shape, place: int, group: list[tuple[Name, _Shape]], on: frozenset[str]
    ) -> None:
        rule = "names.initials" if shape.givens and _is_initial(shape.givens[0]) else "names.full-variant"
        if rule not in on or name.target is not None:
            return
        roots = {
            other.root(): None
            for at, (other, others) in enumerate(group)
            if other is not name and self._fuller(name, shape, other, others, place > at)
        }
        roots.pop(name, None)
        if len(roots) == 1:
            (root,) = roots
            if self.order.relatives.isdisjoint((name, root)):  # "Haddad's father, Omar Haddad" is not Omar M. Haddad
                name.target, name.rule = root, rule

    def _fuller(self, name: Name, mine: _Shape, other: Name, its: _Shape, later: bool) -> bool:
        """Tell whether the other name is the fuller form of this one; of two as full, the first is."""
        givens, others = mine.givens, its.givens
        if (
            not givens
            or not others
            or mine.eastern
            or mine.suffix != its.suffix
            or (name.genders and other.genders and name.genders != other.genders)
        ):
            return False
        if _is_doubled(givens, others):
            return True
        if _is_doubled(others, givens):
            return False
        initials, longer = _initials(givens), _initials(others)
        if _is_initial(givens[0]):
            if _is_initial(others[0]):
                return later and initials == longer  # "J.K." and "J. K."
            return longer.startswith(initials)
        if _is_initial(others[0]):
            return False
        if key_of(givens[0]) == key_of(others[0]):
            if len(givens) == len(others) == 1:
                written, better = _has_inner_capital(name.words[-1]), _has_inner_capital(other.words[-1])
                return later if written == better else better  # nobody writes "DeHaddad" by accident
            if len(givens) == len(others):
                return initials == longer and _abbreviates(givens, others)
            return len(givens) < len(others) and (len(givens) == 1 or longer.startswith(initials))
        group = self._words.nicknames.get
        same = group(givens[0], givens[0]) == group(others[0], others[0])
        if not same or not later or len(givens) > 1 or len(others) > 1:
            return False
        return not self._goes_by_another(name, others[0]) and not self._goes_by_another(other, givens[0])

    def _goes_by_another(self, name: Name, given: str) -> bool:
        """Tell whether a nickname within a name is another given name: of William "Ryan" Haddad it is not Bill."""
        return name.called != given and bool(self._words.classes.get(name.called, 0) & v.GIVEN)


class _Shape(NamedTuple):
    """Hold what a full name alone tells of the parts that may stand for it.

    ``personal``: the lists know no word of it as anything but a person's. ``head`` is all but its last word, where that
    could be a person's already; one that is of given names alone is ``compound``: "Mary Lou". ``tails``, ``starts`` and
    ``inner`` are keys of its parts.
    """

    personal: bool
    eastern: bool
    head: str | None
    compound: bool
    givens: tuple[str, ...]
    surname: str
    suffix: str
    tails: tuple[str, ...]
    starts: tuple[str, ...]
    inner: tuple[str, ...]


@lru_cache(maxsize=1 << 12)
def _shape(words: tuple[str, ...], vocabulary: Vocabulary) -> _Shape:
    """Return what a name of two words and more tells of its parts; the names of the news recur."""
    bits = vocabulary.classes.get
    count = len(words)
    suffixed = bool(bits(words[-1], 0) & v.SUFFIX)
    end = count
    while end > 2 and bits(words[end - 1], 0) & v.SUFFIX:
        end -= 1
    start = end - 1
    while start > 1 and bits(words[start - 1], 0) & v.PARTICLE and words[start - 1].islower():
        start -= 1
    eastern = words[0] in vocabulary.eastern and not bits(words[1], 0) & v.GIVEN and count < 4
    givens = words[1:end] if eastern else words[:start]
    tails, starts, inner = _parts(words, givens, eastern, suffixed and count > 2, vocabulary)
    return _Shape(
        personal=_is_personal(words, vocabulary),
        eastern=eastern,
        head=" ".join(words[:-1]) if count > 2 and not suffixed else None,
        compound=count == _COMPOUND and bool(bits(words[0], 0) & bits(words[1], 0) & v.GIVEN) and not bits(words[2], 0),
        givens=givens,
        surname=key_of(words[0] if eastern else words[end - 1]),
        suffix=words[-1].strip(".") if suffixed else "",
        tails=tuple(map(key_of, tails)),
        starts=tuple(map(key_of, starts)),
        inner=tuple(map(key_of, inner)),
    )


_COMPOUND: Final = 3


def _is_personal(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a name of unknown type may be a person's, as far as the lists know its words."""
    if len(words) > 3 or " ".join(words).isupper() or _is_acronym(words[-1], vocabulary):
        return False
    bits = vocabulary.classes.get
    barred = v.ORG | v.PLACE | v.COMMON | v.HEAD | v.DEMONYM | v.TOPIC
    own = words[:-1] if is_regnal(words[-1]) else words
    common = any(bits(word, 0) & barred and not bits(word, 0) & v.ALSO for word in own)
    if common or words[0] in vocabulary.places or words[0] in vocabulary.ships:
        return False
    return words[0] not in vocabulary.agencies


def _is_acronym(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word is of a few capitals, as brands end in: "Zorvan OS", not "Leila II"."""
    short = word.isupper() and 1 < len(word) < _LONGEST_ACRONYM and word.isalpha()
    return short and not is_regnal(word) and not vocabulary.classes.get(word, 0) & v.SUFFIX


_LONGEST_ACRONYM: Final = 5


def _parts(
    words: tuple[str, ...], givens: tuple[str, ...], eastern: bool, suffix: bool, vocabulary: Vocabulary
) -> tuple[list[str], list[str], list[str]]:
    """Return the parts that end a full name, that start it, and that stand within."""
    ruler = is_regnal(words[-1]) and not (suffix and _tells_generation(words, vocabulary))
    if ruler or "of" in words or "the" in words:
        return [], [words[0]], []
    if eastern:
        if len(words) == 2 and "-" not in words[1] and vocabulary.classes.get(words[0], 0) & v.GIVEN:
            return [words[0], words[1]], [], []  # Kim Orlen, of the east or of the west
        own = words[-1:] if len(words) == _COMPOUND and words[0] in vocabulary.vietnamese else ()
        return [words[0], *own], [" ".join(words[1:])], []
    tails: list[str] = []
    count = len(words)
    bits = vocabulary.classes.get
    for start in range(1, count):
        if words[start - 1].lower() in vocabulary.patronymics and bits(words[start], 0) & v.GIVEN:
            continue  # "Salman" of "Mohammed bin Salman" is the father
        if count - start < _MOST_WORDS and not (suffix and start == count - 1):
            tails.append(" ".join(words[start:]))
            if suffix:
                tails.append(" ".join(words[start:-1]))
    last = words[-2] if suffix else words[-1]
    if last[:3] in ("al-", "el-"):
        tails.append(last[3:])
    inner = [
        word
        for word in words[1 : -2 if suffix else -1]
        if word[0].isupper() and not _is_initial(word) and not bits(word, 0) & v.GIVEN
    ]
    return tails, [givens[0]] if givens and not _is_initial(givens[0]) else [], inner


def _tells_generation(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a figure is that of a family: "Robert Ostrow III", not "John Paul II"."""
    bits = vocabulary.classes.get
    return bool(bits(words[0], 0) & v.GIVEN and not bits(words[-2], 0) & (v.GIVEN | v.PARTICLE))


def _distinct(names: dict[Name, None] | None) -> list[Name]:
    """Return names without those that the tables call the same, the first of each."""
    if names is None:
        return []
    if len(names) < 2:
        return list(names)
    return list({name.canonical(): name for name in reversed(names)}.values())[::-1]


def _put(index: dict[str, dict[Name, None]], keys: Iterable[str], name: Name) -> None:
    for key in keys:
        index.setdefault(key, {})[name] = None


_MOST_BEARERS: Final = 40
_MOST_WORDS: Final = 5


def _abbreviates(givens: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether given names are others with initials for some: "Leila M." for "Leila Mona"."""
    shorter = False
    for one, other in zip(givens, others, strict=True):
        if _is_initial(one) and not _is_initial(other):
            shorter = True
        elif one != other:
            return False
    return shorter


def _is_doubled(givens: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether given names are others with the first of these twice, which is a slip: "Leila Leila"."""
    return givens == (others[0], *others) and not _is_initial(others[0])


_INNER_CAPITAL: Final = re.compile(r"[a-z'’-][A-Z][a-z]")  # "DeHaddad", not the slip in "HAddad"


def _has_inner_capital(word: str) -> bool:
    return _INNER_CAPITAL.search(word) is not None


def _is_initial(word: str) -> bool:
    return word[-1] == "." and len(word) < 7 and (len(word) == 2 or word[1] == ".")


def _is_firm_with_initials(name: Name) -> bool:
    """Tell whether a legal form has told that a name is a firm's which initials open: "WL Haddad"."""
    return name.rule == "names.legal-form" and name.words[0].isupper()


def _initials(givens: tuple[str, ...]) -> str:
    return "".join(word.replace(".", "").replace("-", "") if _is_initial(word) else word[0] for word in givens).lower()
