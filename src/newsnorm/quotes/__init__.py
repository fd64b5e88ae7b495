"""Quotation marks, apostrophes and primes: say what each mark is, then write it in one style.

`quotes.marks` finds the marks and lists what each can be by its neighbours, `quotes.pair` chooses the kinds that
go together best, `quotes.render` writes them and `quotes.quotations` reads where quotations are.
"""

from newsnorm.quotes.quotations import find_quotations, with_speech
from newsnorm.quotes.render import quote_edits

__all__ = ["find_quotations", "quote_edits", "with_speech"]
