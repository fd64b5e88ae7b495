"""Dates: find every time expression, settle what it means, and print it.

find (spans and what the words say) · resolve (what that means on that day) · render (text)
"""

from newsnorm.dates.api import dates_of, dates_on_original, find_dates
from newsnorm.dates.found import FoundDates
from newsnorm.dates.mention import DateMention
from newsnorm.dates.render import date_edits

__all__ = ["DateMention", "FoundDates", "date_edits", "dates_of", "dates_on_original", "find_dates"]
