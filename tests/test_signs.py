import re

from hypothesis import given

from newsnorm.encoding.repair import _CHARACTER
from newsnorm.signs import places, unusual
from tests.strategies import TEXT

SIGNS = "'\"`‘’“”…,"


@given(TEXT)
def test_places_are_those_of_a_pattern(text: str) -> None:
    assert places(text, SIGNS) == [match.start() for match in re.finditer(f"[{SIGNS}]", text)]


@given(TEXT)
def test_what_is_unusual_is_all_that_is_not_plain(text: str) -> None:
    assert unusual(text) == "".join(sign for sign in text if not (" " <= sign <= "~" or sign in "\t\n") or sign == "&")


@given(TEXT)
def test_what_encoding_repairs_is_unusual(text: str) -> None:
    assert not _CHARACTER.search(text) or _CHARACTER.search(unusual(text))
