"""Read the type of a name off the words beside it: ", 47," and "said" make a person, "striker" before it too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.beside import APOSTROPHES, small_word_after, text_before, word_before
from newsnorm.names.grammar import is_before_its_region, is_body
from newsnorm.names.name import Name
from newsnorm.names.piece import Piece, Written
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["AGED", "acts", "is_introduced", "type_by_context"]


def type_by_context(
    text: str, asking: Iterable[tuple[Piece, Name]], surnames: set[str], words: Vocabulary, here: TextWords
) -> None:
    """Type the names that ask by what stands next to them: ", 47," and "said" make a person, or "striker" before.

    A place is asked only if the text has a person of this surname.
    """
    for piece, name in asking:
        start, end, written, _ = piece
        if name.related and name.thing != 0 and len(written.words) == 1 and _is_place(text, start, end, words):
            name.thing, name.place = 0, True
        if written.type is not None:
            if len(written.words) > 1:
                if _is_called(text, piece, words):
                    name.make_person()
                continue
            if written.text not in surnames:
                continue
        if _is_told_before(text, piece, name, words, here):
            continue
        # What a single word does tells only whose name it may be a part of.
        told = (name.related or len(written.words) > 1) and (
            acts(text, end, words) or _ends_speech(text, start, end, words)
        )
        if told and len(written.words) > 1 and _is_articled(text, piece[0], words):
            continue  # "the Brackwater Trojans said"
        if told:
            name.acts = True
        if (
            written.type is None
            and len(written.words) > 1
            and (told or _is_told_of(text, end, words))
            and _may_act(written, words, here)
        ):
            name.make_person()


def _is_place(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Tell whether the text says that a name is a place's or a thing's.

    "The town of Haddad", "the Bishop of Haddad", "Haddad is an island in", "from Haddad, Ohio,", "Haddad province".
    """
    phrases = words.phrases
    if text[end : end + 3] in phrases.telling_starts and text.startswith(phrases.telling_what, end):
        return is_body(text, end, words)
    if text[end : end + 1] == " " and small_word_after(text, end) in words.areas:
        return True
    if text.startswith(_COMMA, end) and text[end + 2 : end + 3].isupper():
        return is_before_its_region(text_before(text, start, _REACH), text[end : end + 40], words)
    if text[start - 3 : start] not in words.locality_ends or not text.endswith(words.localities, 0, start):
        return False
    return text[end : end + 1] not in APOSTROPHES  # "the town of Haddad's birth"


_COMMA: Final = ", "


def _is_called(text: str, piece: Piece, words: Vocabulary) -> bool:
    """Tell whether what looks like a place or an institution is a person: "Leila Hall, 44,", "director Leila Bridge".

    A given name must stand before a word that is a surname, too, and a noun before both or what persons do behind.
    """
    start, end, written, _ = piece
    if written.text in words.places:
        return False
    if written.type == "LOC" and AGED.match(text, end, end + 15):
        return True
    if not written.given or len(written.words) > 2 or written.words[1] not in words.cue_surnames:
        return False
    if written.words[0] in words.towns or written.words[0] in words.places:
        return False
    last = word_before(text, start)
    if last in words.nouns and last not in words.owners:
        return True
    return small_word_after(text, end) in words.saying or _is_told_of(text, end, words)


def _is_articled(text: str, start: int, words: Vocabulary) -> bool:
    """Tell whether an article stands before a name that starts here."""
    if text[start - 2 : start - 1] not in words.phrases.article_ends:
        return False
    return words.phrases.article.search(text, start - 5 if start > 5 else 0, start) is not None


def _is_told_before(text: str, piece: Piece, name: Name, words: Vocabulary, here: TextWords) -> bool:
    """Tell whether the word before a name tells that it is a person's, and mark the name by that word."""
    start, end, written, _ = piece
    if start < 2 or text[start - 1] != " ":
        return False
    if text[start - 2] in _PARTING:
        if written.type is not None or len(written.words) == 1 or not _is_apposed(text, start, end, words):
            return False
        name.acts = True
        if _may_act(written, words, here):
            name.make_person()
        return True
    last = word_before(text, start)
    if last in words.nouns:
        name.acts = True
        if written.type is None and not _is_owner(text, start, last, written, words) and _may_act(written, words, here):
            name.make_person()
        return True
    if last in words.locative and text[end : end + 2] not in ("'s", "’s"):
        name.located = name.located or word_before(text, start - len(last) - 1) not in words.trusting
    if written.type is not None and last in words.sources:
        name.located = True
    return False


def is_introduced(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Tell whether a noun or an age makes a person of a name: "rancher Zorvan Quelt", "its head, Zorvan Quelt,"."""
    if word_before(text, start) in words.appositions or _is_apposed(text, start, end, words):
        return True
    return AGED.match(text, end, end + 15) is not None


def _is_apposed(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Tell whether a name between commas says who somebody is: "its chairman, Leila Haddad, left"."""
    if text[start - 2 : start] != ", " or text[end : end + 1] not in _APPOSED_ENDS:
        return False
    return word_before(text, start).rstrip(",").lower() in words.appositions


def _is_told_of(text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether what follows a name tells of a person: ", a former prosecutor,", "was born", "'s wife"."""
    sign = text[end : end + 1]
    if sign == ",":
        apposed = words.phrases.apposed.match(text, end, end + _APPOSITION)
        return apposed is not None and apposed[1].rpartition(" ")[2] in words.appositions
    if sign not in _TOLD:
        return False
    told = words.phrases.undergoes.match(text, end, end + _REACH)
    return told is not None and (told[1] in words.undergone if told[1] else told[2] in words.kin)


def _is_owner(text: str, start: int, noun: str, written: Written, words: Vocabulary) -> bool:
    """Tell whether a single word is a firm's that owns a brand: "Orlen owner Brantley", not "owner Brantley"."""
    if len(written.words) > 1 or noun not in words.owners:
        return False
    return word_before(text, start - len(noun) - 1)[:1].isupper()


_PARTING: Final = frozenset(",.;:\"”'’)!?")
"""No word that tells of a name beside it ends in one of these."""


def _may_act(name: Written, words: Vocabulary, here: TextWords) -> bool:
    """Tell whether a name that does what persons do may be one: companies and cities speak, too."""
    bits = words.classes.get
    barred = v.ORG | v.PLACE | v.COMMON | v.TOPIC | v.HEAD | v.DEMONYM
    if any(bits(word, 0) & barred for word in name.words) or not words.places.isdisjoint(name.words):
        return False
    if name.words[0] in words.ships or name.words[0] in words.storms or name.words[0] in words.agencies:
        return False
    return not (name.words[-1].lower() in here and name.words[0].lower() in here)


def acts(text: str, end: int, words: Vocabulary) -> bool:
    """Tell whether what follows a name that ends here makes it act as persons do: ", 47," or "said"."""
    sign = text[end : end + 1]
    if sign == " ":
        return small_word_after(text, end) in words.verbs
    return sign == "," and (text[end + 1 : end + 6] == " who " or AGED.match(text, end, end + 15) is not None)


def _ends_speech(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Tell whether a name says what a comma and a quotation mark end before it: "It is late," Haddad reveals."""
    if text[start - 3 : start - 1] not in _ENDS_OF_SPEECH:
        return False
    verb = small_word_after(text, end)
    return verb[-1:] == "s" and not words.is_function(verb)


_ENDS_OF_SPEECH: Final = frozenset((',"', ",”", ",'", ",’"))
_REACH: Final = 32
_APPOSITION: Final = 70  # characters of a phrase that says who somebody is
_APPOSED_ENDS: Final = frozenset(",.")
_TOLD: Final = frozenset(" '’")
AGED: Final = re.compile(r", \d{1,2},")
