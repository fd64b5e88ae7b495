"""Compare the written forms of persons' names: "Sen. Charles E. Schumer" and "Chuck Schumer".

Two forms are one name if the surnames are the same word, the given names are the same, a nickname, an initial
or a romanization of each other, and nothing speaks against it: other middle names, Jr. against Sr., Mr. against
Mrs. A surname or a given name alone is nobody's full name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import regex

from newsnorm.names.forms import plain, without_possessive
from newsnorm.names.spelling import alike, fold, slip
from newsnorm.names.words import NameWords, name_words
from newsnorm.rules import data_text

__all__ = ["Person", "both_common", "person", "same_person"]

_WORD: Final = regex.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_APOSTROPHES: Final = regex.compile(r"['’‘`ʼʻʹ´ʿʾ]")
_ASIDE: Final = regex.compile(r"[\"“”(]\s{0,3}([^\"“”()]{1,40}?)\s{0,3}[\"“”)]")
_DISGUISED: Final = regex.compile(r"(?=.*\p{L}.*\p{L})(?!\d+(?:st|nd|rd|th)$)[\p{L}0139]+")
_LETTERS_OF_DIGITS: Final = str.maketrans("0139", "oieg")
_DOUBLED: Final = regex.compile(r"([aiu])\1")
_SLIP_LETTERS: Final = 5
_LONG: Final = 8
_FIELD: Final = 25
_SHORT: Final = 4
_UMLAUT: Final = regex.compile(r"([aou])e")
_NO_GROUP: Final[frozenset[int]] = frozenset()
_MIDDLE_NAMES: Final = 2
"""More of them may be left out by another bearer of the name: "Muhammad al-Ahdal" is many men."""


@dataclass(frozen=True, slots=True)
class Person:
    """Hold the parts of a person's name, in plain lower case.

    ``words`` are given, middle and surnames, with Arabic articles and "bin" joined to the word after them;
    ``asides`` are names in quotation marks or brackets ("Chuck"), ``gender`` is "m" or "f" if a title tells.
    """

    words: tuple[str, ...]
    asides: frozenset[str]
    suffix: str
    regnal: str
    gender: str


@lru_cache(maxsize=1 << 14)
def person(name: str, lang: str = "en") -> Person:
    """Return the parts of a person's name.

    >>> person("Ukrainian President Volodymyr Zelensky").words, person("Biden, Joe").words
    (('volodymyr', 'zelensky'), ('joe', 'biden'))
    """
    words = name_words(lang)
    name = without_possessive(name)
    asides = frozenset(plain(aside) for aside in _ASIDE.findall(name))
    tokens, suffix = _without_suffix(_in_order(_ASIDE.sub(" ", name), words), words)
    tokens, titles = _without_titles(tokens, words)
    gender = "m" if titles & words.male else "f" if titles & words.female else ""
    regnal = next(iter(sorted(titles & words.regnal)), "")
    return Person(_joined(tokens, words), asides, suffix, regnal, gender)


def same_person(a: Person, b: Person, lang: str = "en") -> bool:
    """Tell whether two names are one person's."""
    if not a.words or not b.words or (a.gender and b.gender and a.gender != b.gender):
        return False
    if a.suffix != b.suffix and not _suffix_may_go(a, b):
        return False
    if a.words == b.words or _written_together(a.words, b.words):
        return a.regnal == b.regnal or len(a.words) > 1
    if len(a.words) == 1 or len(b.words) == 1:
        return len(a.words) == len(b.words) and a.regnal == b.regnal and _same_long(a.words[0], b.words[0])
    if len(a.words) > len(b.words):
        a, b = b, a
    if not name_words(lang).particles.isdisjoint((a.words[0], b.words[0])):
        return False
    return (
        _aligned(a, b, lang)
        or _begins(a, b, lang)
        or _reordered(a.words, b.words, lang)
        or _is_cut_off(a.words, b.words)
        or _but_for_abd(a.words, b.words)
        or _has_twice(a.words, b.words, lang)
    )


def _in_order(name: str, words: NameWords) -> list[str]:
    """Return the plain words of a name, "Biden, Joe" as "Joe Biden"."""
    parts = [[w.replace(".", "") for w in _split(part)] for part in plain_parts(name)]
    parts = [part for part in parts if part]
    if len(parts) == 2 and not words.after.issuperset(parts[1]) and "".join(parts[1]) not in words.after:
        parts.reverse()
    return [word for part in parts for word in part]


def plain_parts(name: str) -> list[str]:
    """Return what stands between the commas of a name, in plain letters."""
    return [plain(part) for part in name.split(",")[:4]]


def _split(part: str) -> list[str]:
    """Return the words of a name; initials written together are letters ("J.K.": j, k)."""
    found: list[str] = []
    for word in _WORD.findall(_APOSTROPHES.sub("", part)):
        pieces = word.split(".")
        found += pieces if len(pieces) > 1 and all(len(piece) == 1 for piece in pieces[:-1]) else [word]
    return [_in_letters(word) for word in found if word]


def _in_letters(word: str) -> str:
    """Return a word with letters for the digits that stand for them: "Ig0r", but not "3rd"."""
    if word.isalpha() or not _DISGUISED.fullmatch(word):
        return word
    return word.translate(_LETTERS_OF_DIGITS)


def _without_suffix(tokens: list[str], words: NameWords) -> tuple[list[str], str]:
    suffix = ""
    while len(tokens) > 1:
        if tokens[-1] in words.after:
            suffix = words.suffixes.get(tokens.pop(), suffix)
        elif len(tokens) > 3 and len(tokens[-1]) == len(tokens[-2]) == 1 and "".join(tokens[-2:]) in words.after:
            del tokens[-2:]
        else:
            break
    return tokens, suffix


def _without_titles(tokens: list[str], words: NameWords) -> tuple[list[str], frozenset[str]]:
    """Return a name without the titles before it, and these; one that is only titles keeps the last."""
    last = -1
    for i, token in enumerate(tokens[:-1]):
        if token in words.titles or token in words.regnal or (last == i - 2 and tokens[i - 1] == "of" and last >= 0):
            last = i
        elif token not in words.before_titles and token not in ("of", "the") and not _may_lead(token):
            break
    return tokens[last + 1 :], frozenset(tokens[: last + 1])


def _may_lead(token: str) -> bool:
    """Tell whether a word may stand before a title: a letter of "U.S.", the adjective of a country."""
    return len(token) == 1 or _is_demonym(token)


def _is_demonym(token: str) -> bool:
    return len(token) > 4 and token.endswith(
        ("ian", "ean", "can", "ese", "ish", "aeli", "iraqi", "tani", "french", "dutch")
    )


def _joined(tokens: list[str], words: NameWords) -> tuple[str, ...]:
    """Join articles away, "bin" and "abd" to the word after them."""
    found: list[str] = []
    head = ""
    if len(tokens) == 3 and tokens[0] in words.sons and tokens[0] != "ben":
        tokens = [tokens[2], *tokens[:2]]  # "bin Salman Mohammed"
    for i, token in enumerate(tokens):
        more = i + 1 < len(tokens)
        if more and token in words.abd:
            head += "abd"
        elif more and token in words.articles and (head or i):
            continue
        elif more and token in words.sons and i:
            head += "bin "
        else:
            found.append(head + token)
            head = ""
    return tuple(found)


def _suffix_may_go(a: Person, b: Person) -> bool:
    """Tell whether a form with a middle name has the suffix that a short form leaves out; "X Y Jr." is not X Y."""
    if a.suffix and b.suffix:
        return False
    full, short = (a, b) if a.suffix else (b, a)
    return len(full.words) > 2 and len(short.words) == 2


def _aligned(a: Person, b: Person, lang: str) -> bool:
    """Tell whether the words of the shorter name are those of the longer one, in order, first and last with them."""
    first, last = a.words[0], a.words[-1]
    particles = name_words(lang).particles
    if (a.words[-2] in particles) != (b.words[-2] in particles):
        return False
    if not _same_surname(last, b.words[-1], lang):
        return len(b.words) == len(a.words) and (
            _one_slip(a.words, b.words, lang) or _is_split(a, b, lang) or _is_split(b, a, lang)
        )
    if _same_given(first, b.words[0], lang) or _aside(a, b, lang):
        return _contains(b.words[1:-1], a.words[1:-1], lang)
    if len(b.words[0]) == 1 and len(b.words) > 2 and first != b.words[0] and len(first) > 1:
        return _same_given(first, b.words[1], lang) and _contains(b.words[2:-1], a.words[1:-1], lang)
    return len(b.words) == len(a.words) and _one_slip(a.words, b.words, lang)


def _begins(a: Person, b: Person, lang: str) -> bool:
    """Tell whether the longer name is the shorter one and more surnames: "Saddam Hussein al-Tikriti".

    Not so where the shorter one may be given names alone (Juan Carlos) or the start of a Korean name (Kim Jong).
    """
    short = a.words
    if not len(short) < len(b.words) <= len(short) + _MIDDLE_NAMES + 1 or a.regnal != b.regnal:
        return False
    if short[-1] in _listed("forename", lang) or max(map(len, b.words)) < _LONG - 1:
        return False
    if not _same_given(short[0], b.words[0], lang):
        return False
    if len(b.words) <= len(short) + _MIDDLE_NAMES and all(
        len(x) > 1 and _same_surname(x, y, lang) for x, y in zip(short[1:], b.words[1:], strict=False)
    ):
        return True
    rest = iter(b.words[1:])
    return len(short[-1]) >= _LONG - 1 and all(len(word) > 1 and word in rest for word in short[1:])


def _is_split(a: Person, b: Person, lang: str) -> bool:
    """Tell whether the surname of the one stands in two parts: "Nikolai Patr ushev"."""
    together = a.words[-2] + a.words[-1]
    if len(a.words) <= _MIDDLE_NAMES or len(together) < _LONG or together != b.words[-1]:
        return False
    return _same_given(a.words[0], b.words[0], lang) and _contains(b.words[1:-1], a.words[1:-2], lang)


def _is_cut_off(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether a long name is the other less the end of its last word, as in a field that is too short for it."""
    if len(a) != len(b) or len(a) <= _MIDDLE_NAMES + 1 or sorted(a[:-1]) != sorted(b[:-1]):
        return False
    short, long = sorted((a[-1], b[-1]), key=len)
    return len(short) > 1 and long.startswith(short) and sum(map(len, a)) >= _FIELD


def _has_twice(a: tuple[str, ...], b: tuple[str, ...], lang: str) -> bool:
    """Tell whether the longer of two names is the shorter of two words with one of them twice: "Kos Kos Jan"."""
    if len(a) != _MIDDLE_NAMES or len(b) != len(a) + 1 or b[1] not in (b[0], b[2]):
        return False
    return (b[0], b[2]) == a or _reordered(a, (b[0], b[2]), lang)


def _but_for_abd(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether of three words and more one has "Abdul" before it that the other leaves out: "Qari Abdul Karim"."""
    different = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(a) <= _MIDDLE_NAMES or len(different) != 1:
        return False
    short, long = sorted(different[0], key=len)
    return len(short) >= _SLIP_LETTERS and long == "abd" + short


def _written_together(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names differ in where the words end: "AlisherUsmanov"."""
    one, two = "".join(a), "".join(b)
    return len(a) != len(b) and len(one) > _SLIP_LETTERS and fold(one) == fold(two)


def _same_long(a: str, b: str) -> bool:
    """Tell whether two long words are spellings of one name."""
    return min(len(a), len(b)) >= _LONG and (fold(a) == fold(b) or slip(a, b))


def _aside(a: Person, b: Person, lang: str) -> bool:
    """Tell whether the given name of one form stands in quotation marks in the other."""
    return any(_same_given(a.words[0], aside, lang) for aside in b.asides) or any(
        _same_given(b.words[0], aside, lang) for aside in a.asides
    )


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...], lang: str) -> bool:
    """Tell whether middle names are among others, in the same order, initials first: W. is not H. W."""
    if len(longer) - len(shorter) > _MIDDLE_NAMES:
        return False
    if all(len(word) == 1 for word in shorter):
        longer = longer[: len(shorter)]
    rest = iter(longer)
    return all(any(_same_given(word, other, lang) for other in rest) for word in shorter)


def _same_surname(a: str, b: str, lang: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORT or (a.startswith("bin ") != b.startswith("bin ")) or not alike(a, b):
        return _undoubled(a) == _undoubled(b)
    return not both_common(a, b, "surname", lang) or _without_umlaut(a) == _without_umlaut(b)


def _undoubled(word: str) -> str:
    """Return a word with one vowel for two: "Jong-uun"."""
    return _DOUBLED.sub(r"\1", word)


def both_common(a: str, b: str, kind: str, lang: str) -> bool:
    """Tell whether two spellings are two names, both borne by many, and not romanizations of one given name."""
    distinct, groups = _listed(kind, lang), given_names(lang)
    return a in distinct and b in distinct and groups.get(a, _NO_GROUP).isdisjoint(groups.get(b, _NO_GROUP))


def _without_umlaut(word: str) -> str:
    return _UMLAUT.sub(r"\1", word)


def _same_given(a: str, b: str, lang: str) -> bool:
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    groups = given_names(lang)
    one, two = groups.get(a), groups.get(b)
    if one is not None and two is not None:
        return not one.isdisjoint(two)
    return min(len(a), len(b)) >= _SHORT and alike(a, b) and not both_common(a, b, "given", lang)


def _one_slip(a: tuple[str, ...], b: tuple[str, ...], lang: str) -> bool:
    """Tell whether two names differ in one letter of one long word, unless both spellings are known names."""
    different = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(different) != 1:
        return False
    x, y = a[different[0]], b[different[0]]
    if min(len(x), len(y)) < _SLIP_LETTERS or x[0] != y[0]:
        return False
    if not slip(x, y) and not (different[0] and _has_final_e(x, y)):
        return False
    if different[0] == 0 and len(x) != len(y) and not _listed("forename", lang).isdisjoint((x, y)):
        short, long = sorted((x, y), key=len)  # Ivana is not Ivanka, but "Serei" is Sergei
        if short in given_names(lang) or short in _listed("forename", lang) or len(long) <= _SLIP_LETTERS:
            return False
    known = given_names(lang)
    common = any(both_common(x, y, kind, lang) for kind in ("given", "surname"))
    return not (x in known and y in known) and not common


def _has_final_e(a: str, b: str) -> bool:
    """Tell whether two long words differ in an "e" at the end: "Macrone"."""
    short, long = sorted((a, b), key=len)
    return len(short) > _SLIP_LETTERS and long == short + "e"


def _reordered(a: tuple[str, ...], b: tuple[str, ...], lang: str) -> bool:
    """Tell whether one form has the surname first: "Shoigu Sergei", if only the one word is a known given name.

    Longer names may have their words in any order, unless "bin" tells the son from the father.
    """
    if len(a) < 2 or len(a) != len(b) or sorted(a) != sorted(b):
        return False
    if len(a) > _MIDDLE_NAMES + 1:
        return not any(" " in word for word in a)
    if len(a) > 2:
        return a[1:] + a[:1] == b or b[1:] + b[:1] == a
    known, others = _listed("forename", lang), given_names(lang)
    return (a[0] in known or a[0] in others) != (b[0] in known or b[0] in others)


@cache
def given_names(lang: str = "en") -> dict[str, frozenset[int]]:
    """Return for each given name the groups of equivalent names it is in."""
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(data_text(f"{lang}/given-names.tsv").splitlines()):
        for name in line.split():
            found[name] = found.get(name, frozenset()) | {number}
    return found


@cache
def _listed(kind: str, lang: str) -> frozenset[str]:
    """Return names of a kind: "forename", common ones; "given" and "surname", common ones that look like others."""
    lines = data_text(f"{lang}/known-names.tsv").splitlines()
    return frozenset(name for of, _, name in (line.partition("\t") for line in lines) if of == kind)
