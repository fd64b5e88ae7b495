"""Dates: find every time expression, settle what it means, and print it.

find (spans and what the words say) · resolve (what that means on that day) · render (text)
"""

from newsnorm.dates.mention import DateMention

__all__ = ["DateMention"]
