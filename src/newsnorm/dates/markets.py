"""Tell of a month of markets whether it lies ahead or behind: of a contract, of rates, of figures."""

from __future__ import annotations

from typing import Final

from newsnorm.dates.clauses import FARTHEST, clause_before
from newsnorm.dates.cues import cues_of
from newsnorm.dates.tense import looks_back
from newsnorm.dates.vocabulary import lead, words_of
from newsnorm.signs import has_any

__all__ = ["contract", "is_compared", "is_of_figures", "is_waited_for", "outlook"]

_OPENING: Final = 13  # characters before a date that opens its sentence, a space before them included
_NEAR: Final = 90  # characters before a date in which what stands next to it begins


def contract(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a month is that of a contract, which lies ahead ("the September bond future").

    >>> contract("The low of December wheat was 3 dollars.", 11, 19), contract("In December wheat was dear.", 3, 11)
    (True, False)
    """
    cues = cues_of(lang)
    if cues.contract.match(text, end) or (text.endswith(lead("for"), 0, start) and cues.shipped.match(text, end)):
        return True  # "sold 3,000 tonnes for May shipment"
    return cues.traded.match(text, end) is not None and not text.endswith(lead("in"), 0, start)


def outlook(text: str, start: int, end: int, lang: str = "en") -> str | None:
    """Return the word that tells that markets wait for what a bank does to its rates in a month.

    >>> outlook("They bet on a March cut.", 14, 19), outlook("After a cut in March it fell.", 15, 20)
    ('bet', None)
    """
    cues, before = cues_of(lang), clause_before(text, start, _NEAR)
    named = cues.rate_after.match(text, end)
    if named is None and not (_is_of_rates(before) and cues.rate_before.search(before)):
        return None
    waited = cues.priced.match(text, named.end() if named else end) or (named and cues.outlook_named.search(before))
    return waited[1] if waited and not cues.told.search(before) else None


def is_waited_for(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a sentence speaks of moves of rates and of who waits for one, so that a month may be to come.

    >>> is_waited_for("They see it pausing in May, then cutting in July.", 44, 48)
    True
    """
    cues, before = cues_of(lang), clause_before(text, start, FARTHEST)
    of_rates = _is_of_rates(before) and cues.rate_move.search(before) and cues.outlook.search(before)
    return bool(of_rates) and not looks_back(before, cues)


def _is_of_rates(before: str) -> bool:
    """Tell whether a clause may speak of rates, as few do."""
    return has_any(before, words_of("cues", "rate_signs"))


def is_of_figures(text: str, start: int, lang: str = "en") -> bool:
    """Tell whether a month is one of which there are figures, so that it is over.

    >>> is_of_figures("The index for December comes out on Friday.", 14)
    True
    """
    return cues_of(lang).figures.search(text, max(0, start - _OPENING * 2), start) is not None


def is_compared(text: str, start: int, end: int, lang: str = "en") -> bool:
    """Tell whether a month owns a figure with which another is compared, so that it is over.

    >>> is_compared("They expect it to match May's 3%.", 24, 27), is_compared("They expect May's 3% tax rise.", 12, 15)
    (True, False)
    """
    cues = cues_of(lang)
    return text.endswith(lead("comparing"), 0, start) and cues.owned_figure.match(text, end) is not None
