"""Read the type of a name off the words beside it: ", 47," and "said" make a person, "striker" before it too."""

from __future__ import annotations

import re
from typing import Final

from newsnorm.names import vocabulary as v
from newsnorm.names.cut import Piece
from newsnorm.names.text_words import TextWords
from newsnorm.names.vocabulary import Vocabulary

__all__ = ["type_by_context"]


def type_by_context(text: str, found: list[Piece], words: Vocabulary, here: TextWords) -> None:
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
            last = before.rsplit(None, 1)[-1].lstrip("(") if before.strip() else ""
            if last in words.nouns:
                piece.acts = True
                if piece.type is None and _may_act(piece, words, here):
                    piece.type = "PER"
                continue
            piece.located = (last in words.locative and text[piece.end : piece.end + 2] not in ("'s", "’s")) or (
                piece.type == "LOC" and last in words.sources
            )
        _look_after(text, piece, words)
        if piece.acts and piece.type is None and count > 1 and _may_act(piece, words, here):
            piece.type = "PER"


def _may_act(piece: Piece, words: Vocabulary, here: TextWords) -> bool:
    """Tell whether a name that does what persons do may be one: companies and cities speak, too."""
    bits = words.classes.get
    barred = v.ORG | v.PLACE | v.COMMON | v.TOPIC | v.HEAD | v.DEMONYM
    if any(bits(word, 0) & barred for word in piece.words) or not words.places.isdisjoint(piece.words):
        return False
    return not (piece.words[-1].lower() in here and piece.words[0].lower() in here)


def _look_after(text: str, piece: Piece, words: Vocabulary) -> None:
    after = text[piece.end : piece.end + 15]
    if after[:1] == ",":
        if _AGE.match(after, 1) or after[1:6] == " who ":
            piece.acts = True
    elif (following := _FOLLOWING.match(after)) and following[1] in words.verbs:
        piece.acts = True


_FOLLOWING: Final = re.compile(r" ([a-z]+)")
_AGE: Final = re.compile(r" \d{1,2},")
