r"""Clean news text so that each sentence stands on its own.

    text ─▶ encoding ─▶ boilerplate ─▶ quotes ─▶ dates + names ─▶ text
                │            │            │            │
                └────────────┴── edits ───┴────────────┘
                                 │
            Result(original, text, edits, boilerplate, dates, names, entities, alignment)

A stage reads a text and returns edits. One function applies them. The result knows where everything went.

>>> import newsnorm
>>> text = "“It’s over,” Mr. Smith said on Tuesday.\n\n205\n\nRead More:\n\nTalks resume"
>>> newsnorm.clean(text, published="2022-02-15")
'"It\'s over," Mr. Smith said on Tuesday [2022-02-15].'
"""

from newsnorm.api import (
    Options,
    canonicalize_names,
    clean,
    clean_batch,
    explain,
    normalize_quotes,
    remove_boilerplate,
    repair_encoding,
    resolve_dates,
)
from newsnorm.arguments import Published
from newsnorm.boilerplate import BoilerplateSpan, find_boilerplate
from newsnorm.dates import DateMention, find_dates
from newsnorm.edits import Alignment, Edit, apply
from newsnorm.names import Entity, NameMention, canonical_name, find_names, same_name
from newsnorm.quotes import find_quotations
from newsnorm.result import Result
from newsnorm.rules import BUILTIN, Alias, Rule, RuleError, Rules, load_rules
from newsnorm.sites import LineCounts, count_lines

__version__ = "0.1.0"

__all__ = [
    "BUILTIN",
    "Alias",
    "Alignment",
    "BoilerplateSpan",
    "DateMention",
    "Edit",
    "Entity",
    "LineCounts",
    "NameMention",
    "Options",
    "Published",
    "Result",
    "Rule",
    "RuleError",
    "Rules",
    "__version__",
    "apply",
    "canonical_name",
    "canonicalize_names",
    "clean",
    "clean_batch",
    "count_lines",
    "explain",
    "find_boilerplate",
    "find_dates",
    "find_names",
    "find_quotations",
    "load_rules",
    "normalize_quotes",
    "remove_boilerplate",
    "repair_encoding",
    "resolve_dates",
    "same_name",
]
