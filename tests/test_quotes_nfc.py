"""Composed and decomposed letters are read alike: normalizing before or after makes no difference."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

import newsnorm

_PIECES = st.sampled_from(
    [
        "e\u0301",
        "o\u0308",
        "n\u0303",
        "A\u030ar",  # not before a mark: "éÅ“" is "éœ" that was read wrongly
        "café",
        "rock",
        "’",
        "'",
        "“",
        "”",
        '"',
        "‘",
        " ",
        " ",
        ", ",
        ".",
        "\n\n",
        "90s",
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join), st.sampled_from(["straight", "curly"]))
@example("l'e\u0301te\u0301 “cafe\u0301’s”", "curly")
@example("e\u0301Å“uvre, E\u0301Ã , e\u0301Ã ,", "straight")
def test_nfc_commutes_with_encoding_and_quotes(text: str, style: str) -> None:
    def cleaned(text: str) -> str:
        return newsnorm.clean(text, boilerplate="keep", dates="keep", names="keep", quotes=style)  # type: ignore[arg-type]

    assert cleaned(unicodedata.normalize("NFC", text)) == unicodedata.normalize("NFC", cleaned(text))
