"""Link the parts of persons' names to the full names of one article."""

from __future__ import annotations

from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.forms import normal_form
from newsnorm.names.name import Name
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["People"]


class People:
    """Index the full names of persons of one article by the parts that stand for them."""

    __slots__ = ("_fulls", "_givens", "_inner", "_tails", "_words")

    def __init__(self, names: list[Name], words: Vocabulary, on: frozenset[str]) -> None:
        self._words = words
        self._tails: dict[str, dict[Name, None]] = {}
        self._inner: dict[str, dict[Name, None]] = {}
        self._givens: dict[str, dict[Name, None]] = {}
        self._fulls: list[tuple[Name, tuple[str, ...], str]] = []
        texts = {name.text for name in names}
        for name in names:
            if len(name.words) > 1 and self._may_be_person(name):
                if (
                    len(name.words) > 2
                    and " ".join(name.words[:-1]) in texts
                    and not words.classes.get(name.words[-1], 0) & v.SUFFIX
                ):
                    continue  # "Xi Jinping Thought"
                self._fulls.append((name, *self._parts(name)))
        if "names.initials" in on or "names.full-variant" in on:
            self._merge(on)
        for name, givens, _ in self._fulls:
            if name.target is None:
                self._index(name, givens)

    def knows(self, part: str) -> bool:
        """Tell whether any full name has this part."""
        key = _key(part)
        return key in self._tails or key in self._givens or key in self._inner

    def bearers(self, part: str) -> list[Name]:
        """Return the full names that end in this part: a surname, or more than it."""
        return _distinct(self._tails.get(_key(part), {}))

    def middles(self, part: str) -> list[Name]:
        """Return the full names with this part inside: the first surname of two."""
        return _distinct(self._inner.get(_key(part), {}))

    def given(self, part: str) -> list[Name]:
        """Return the full names that start with this part."""
        return _distinct(self._givens.get(_key(part), {}))

    def _may_be_person(self, name: Name) -> bool:
        if name.type is not None:
            return name.type == "PER"
        count = len(name.words)
        if count > 3 or name.text.isupper():
            return False
        bits = self._words.classes.get
        barred = v.ORG | v.PLACE | v.COMMON | v.HEAD | v.DEMONYM | v.TOPIC
        return not any(bits(word, 0) & barred for word in name.words) and name.words[0] not in self._words.places

    def _parts(self, name: Name) -> tuple[tuple[str, ...], str]:
        """Return the given names and the surname's key."""
        bits = self._words.classes.get
        words = name.words
        end = len(words)
        while end > 2 and bits(words[end - 1], 0) & v.SUFFIX:
            end -= 1
        if self._is_eastern(words):
            return words[1:end], _key(words[0])
        start = end - 1
        while start > 1 and bits(words[start - 1], 0) & v.PARTICLE and words[start - 1].islower():
            start -= 1
        return words[:start], _key(words[end - 1])

    def _is_eastern(self, words: tuple[str, ...]) -> bool:
        return words[0] in self._words.eastern and not self._words.classes.get(words[1], 0) & v.GIVEN and len(words) < 4

    def _merge(self, on: frozenset[str]) -> None:
        """Link full names that can only be one person's: initials, a middle name more, a nickname."""
        by_surname: dict[str, list[tuple[Name, tuple[str, ...]]]] = {}
        for name, givens, surname in self._fulls:
            by_surname.setdefault(surname, []).append((name, givens))
        for group in by_surname.values():
            if 1 < len(group) < _MOST_BEARERS:
                # The fullest first, so that each knows where the fuller ones lead.
                ordered = sorted(enumerate(group), key=lambda item: -sum(map(len, item[1][1])))
                for place, (name, givens) in ordered:
                    self._merge_one(name, givens, place, group, on)

    def _merge_one(
        self,
        name: Name,
        givens: tuple[str, ...],
        place: int,
        group: list[tuple[Name, tuple[str, ...]]],
        on: frozenset[str],
    ) -> None:
        rule = "names.initials" if givens and _is_initial(givens[0]) else "names.full-variant"
        if rule not in on:
            return
        roots = {
            other.root(): None
            for at, (other, others) in enumerate(group)
            if other is not name and self._fuller(name, givens, other, others, place > at)
        }
        roots.pop(name, None)
        if len(roots) == 1:
            (name.target,) = roots
            name.rule = rule

    def _fuller(self, name: Name, givens: tuple[str, ...], other: Name, others: tuple[str, ...], later: bool) -> bool:
        """Tell whether the other name is the fuller form of this one; of two as full, the first is."""
        if (
            not givens
            or not others
            or self._is_eastern(name.words)
            or self._suffix(name) != self._suffix(other)
            or (name.genders and other.genders and name.genders != other.genders)
        ):
            return False
        mine, theirs = _initials(givens), _initials(others)
        if _is_initial(givens[0]):
            return not _is_initial(others[0]) and theirs.startswith(mine)
        if _is_initial(others[0]):
            return False
        if _key(givens[0]) == _key(others[0]):
            if len(givens) == len(others) == 1:
                return later
            if len(givens) == len(others):
                return mine == theirs and _abbreviates(givens, others)
            return len(givens) < len(others) and (len(givens) == 1 or theirs.startswith(mine))
        group = self._words.nicknames.get
        same = group(givens[0], givens[0]) == group(others[0], others[0])
        return same and len(givens) == len(others) == 1 and later

    def _suffix(self, name: Name) -> str:
        last = name.words[-1]
        return last.strip(".") if self._words.classes.get(last, 0) & v.SUFFIX else ""

    def _index(self, name: Name, givens: tuple[str, ...]) -> None:
        words = name.words
        bits = self._words.classes.get
        if "of" in words or _is_regnal(words[-1]):
            _put(self._givens, words[0], name)
            return
        if self._is_eastern(words):
            _put(self._tails, words[0], name)
            _put(self._givens, " ".join(words[1:]), name)
            return
        count = len(words)
        suffix = bits(words[-1], 0) & v.SUFFIX and count > 2
        for start in range(1, count):
            if count - start < 5 and not (suffix and start == count - 1):
                _put(self._tails, " ".join(words[start:]), name)
                if suffix:
                    _put(self._tails, " ".join(words[start:-1]), name)
        last = words[-2] if suffix else words[-1]
        if last[:3] in ("al-", "el-"):
            _put(self._tails, last[3:], name)
        if givens and not _is_initial(givens[0]):
            _put(self._givens, givens[0], name)
        for word in words[1 : -2 if suffix else -1]:
            if word[0].isupper() and not _is_initial(word) and not bits(word, 0) & v.GIVEN:
                _put(self._inner, word, name)


def _distinct(names: dict[Name, None]) -> list[Name]:
    """Return names without those that the tables call the same, the first of each."""
    if len(names) < 2:
        return list(names)
    return list({name.canonical(): name for name in reversed(names)}.values())[::-1]


def _put(index: dict[str, dict[Name, None]], part: str, name: Name) -> None:
    index.setdefault(_key(part), {})[name] = None


def _key(part: str) -> str:
    part = part.replace("’", "'")
    return part.lower() if part.isascii() else normal_form(part)


_MOST_BEARERS: Final = 40


def _abbreviates(givens: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether given names are others with initials for some: "Leila M." for "Leila Mona"."""
    shorter = False
    for one, other in zip(givens, others, strict=True):
        if _is_initial(one) and not _is_initial(other):
            shorter = True
        elif one != other:
            return False
    return shorter


def _is_regnal(word: str) -> bool:
    return word.isupper() and not word.strip("IVX")


def _is_initial(word: str) -> bool:
    return word[-1] == "." and len(word) < 7 and (len(word) == 2 or word[1] == ".")


def _initials(givens: tuple[str, ...]) -> str:
    return "".join(word.replace(".", "").replace("-", "") if _is_initial(word) else word[0] for word in givens).lower()
