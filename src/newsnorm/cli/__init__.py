"""The command line: ``newsnorm``, a Unix filter, with ``newsnorm rules`` and ``newsnorm count`` beside it.

``arguments`` says what can be asked for, ``records`` cleans one record, ``stream`` many in order, ``terminal``
speaks to the person in front of it, and ``run`` puts them together.
"""

from newsnorm.cli.run import main

__all__ = ["main"]
