"""Tell where a date is found but may be meant as something else, so that nothing is printed after it.

"Today's world" is no day, "a white Christmas" and "Sunday school" are none, "the past year" is no calendar year.
Only the words next to the date are asked, and what they leave open counts as doubtful: a date that is not printed
costs a reader less than a wrong one.

What is asked depends on the kind of date, and each kind has a module; ``any_time``, ``other_times`` and ``named``
answer the questions that several kinds share.
"""

from collections.abc import Callable, Mapping
from typing import Final

from newsnorm.dates.doubt import anywhere, deictic, holiday, month, relative, weekday

__all__ = ["is_doubtful"]

_CHECKS: Final[Mapping[str, Callable[[str, int, int], bool]]] = {
    "dates.bare-month": month.is_any_month,
    "dates.clock": weekday.is_time_of_each,
    "dates.counted": relative.is_loosely_counted,
    "dates.day": month.is_any_day,
    "dates.deictic": deictic.is_no_day,
    "dates.holiday": holiday.is_of_no_year,
    "dates.relative": relative.is_of_another,
    "dates.the-unit": relative.is_any_unit,
    "dates.weekday": weekday.is_any_weekday,
}


def is_doubtful(text: str, start: int, end: int, rule: str) -> bool:
    """Tell whether the date between two positions, found by a rule, may be none.

    >>> is_doubtful("In today's world, it pays.", 3, 8, "dates.deictic")
    True
    >>> is_doubtful("At today's meeting, it was paid.", 3, 8, "dates.deictic")
    False
    """
    if anywhere.is_label(text, start, end) or anywhere.is_in_example(text, start) or anywhere.is_in_teaser(text, end):
        return True
    if anywhere.is_quoted(text, start, end):
        return True
    check = _CHECKS.get(rule)
    return check is not None and check(text, start, end)
