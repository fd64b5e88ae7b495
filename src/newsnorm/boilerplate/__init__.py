"""Which lines, and which parts of lines, are not the story.

Input is plain text as pipelines have it: what article extractors leave, whole pages dumped to text, copy-paste.
"""

from newsnorm.boilerplate.cuts import boilerplate_edits
from newsnorm.boilerplate.find import boilerplate_of, find_boilerplate
from newsnorm.boilerplate.span import BoilerplateSpan

__all__ = ["BoilerplateSpan", "boilerplate_edits", "boilerplate_of", "find_boilerplate"]
