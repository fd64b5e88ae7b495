"""The words of a text: the same whether it is searched or taken apart, and whole words only."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsnorm.names.text_words import TextWords

_texts = st.text(alphabet="ab_é-' .\n0", max_size=30)


@given(_texts, _texts)
def test_a_text_holds_its_whole_words(text: str, word: str) -> None:
    assert (word in TextWords(text)) == (word in re.findall(r"\w+", text))


@given(_texts, _texts)
def test_a_long_text_is_asked_the_same(text: str, word: str) -> None:
    assert (word in TextWords(text + " ." * 9000)) == (word in TextWords(text))


@given(_texts, st.sets(_texts, max_size=4))
def test_disjoint_as_a_set_is(text: str, words: set[str]) -> None:
    assert TextWords(text).isdisjoint(words) == words.isdisjoint(re.findall(r"\w+", text))
