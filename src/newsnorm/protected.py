"""Find what is not prose: code, markup, links, addresses, JSON, emoticons.

No stage that changes characters may touch these. The search is cheap where a text has none of them: each
kind is only looked for if the character it cannot do without is there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from newsnorm.signs import places

__all__ = ["MARKS", "Protected", "find_protected", "is_plain"]

MARKS: Final = frozenset("\"'“”„‟″‶«»‘’‚‛‹›`´′‵")

_FENCE: Final = re.compile(r"^[ \t]{0,3}(```|~~~)[^\n`]*\n(?s:.*?)(?:^[ \t]{0,3}\1[ \t]*$|\Z)", re.MULTILINE)
_BACKTICKS: Final = re.compile("``*")  # not "`+": what begins with a character is found several times faster
_TAG: Final = re.compile(
    r"""</?[a-zA-Z][\w:-]{0,40}
    (?:\s[^<>"']{0,200}(?:(?:"[^"<>]{0,500}"|'[^'<>]{0,500}')[^<>"']{0,200}){0,40})?/?>""",
    re.VERBOSE,
)
_CODE_TAG: Final = re.compile(r"<(code|pre|script|style|kbd|samp|tt)\b", re.IGNORECASE)
_LINK: Final = re.compile(r"(?<![\w])(?:[a-zA-Z][a-zA-Z0-9+.-]{1,15}://|www\.|mailto:)[^\s<>\\]+")
_LOCAL_PART: Final = re.compile(r"[\w.+'’-]")
_DOMAIN: Final = re.compile(r"@(?:[\w-]{1,63}\.){1,8}\w{2,24}")
_EMOTICON: Final = re.compile(
    r"""(?<!\S)(?:[>}]?[:;=]['’`][-o^]?[()\[\]{}DPpO/\\|*<>]{1,3}|[dqb]['’][-_.]['’][bpd]|[(<]["'’“”`][-_.oO^]["'’“”`][)>]
    |[(]?[\^;>TtQ\-][_.]{1,3}[\^;<TtQ\-]['’"”]{1,2}[)]?|[oOuU]['’]_['’][oOuU])(?![^\s.,!?)"”])""",
    re.VERBOSE,
)
# What every emoticon above has in it, so that a text without one is read at full speed: a mark, for marks are rare,
# and next to it what hardly ever is.
_EMOTICON_MARKS: Final = "\"'’“”`"
_EMOTICON_SIGN: Final = re.compile(r"""["'’“”`](?:(?<=[:;=(<].)|(?<=[_.][\^;<TtQ-].)|(?<=[dqboOuU].)[-_.]['’])""")
_ATTRIBUTE: Final = re.compile(
    r"""(?<![\w"'=!<>])[$\w][\w.:-]{0,40}(?:=|[ ]=[ ])
    (?:"[^"\n<>]{0,200}"|'[^'\n<>]{0,200}')(?=[\s;,/>)\]}.]|$)""",
    re.MULTILINE | re.VERBOSE,
)
_CALL: Final = re.compile(
    r"""(?<![\w'’])
    (?:print|printf|echo|alert|require|import|eval|open|len|puts|log|[a-z]\w{0,30}(?:[._]\w{1,30}){1,6})
    \((?:"[^"\n]{0,200}"|'[^'\n]{0,200}')(?:[^()\n]{0,200}\))?""",
    re.VERBOSE,
)
_OPENING_CALL: Final = re.compile(r"\((?=[\"'])")
_OBJECT: Final = re.compile(
    r"""[{\[](?:
    (?<=[{])\s{0,40}(?:"[^"\n]{0,80}"|'[^'\n]{0,80}')\s{0,4}:
    |(?<=\[)\s{0,40}(?:"[^"\n\]]{0,80}"\s?,|[{]\s{0,40}"))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Protected:
    """Hold the stretches of a text that are not prose, in order and disjoint, and the markup tags among them.

    ``5 in protected`` tells whether the character at position 5 is protected.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    tags: tuple[tuple[int, int], ...] = ()

    def __contains__(self, position: int) -> bool:
        i = bisect_right(self.starts, position) - 1
        return i >= 0 and position < self.ends[i]

    def __bool__(self) -> bool:
        return bool(self.starts)


_NOTHING: Final = Protected()


def find_protected(text: str) -> Protected:
    """Return the stretches that are code, markup, links, addresses, JSON or emoticons.

    >>> found = find_protected("see https://example.org/it's for more")
    >>> found.starts, found.ends
    ((4,), (28,))
    """
    spans, tags = ([], []) if is_plain(text) else _not_prose(text)
    if any(map(_EMOTICON_SIGN.match, repeat(text), places(text, _EMOTICON_MARKS))):
        spans += [match.span() for match in _EMOTICON.finditer(text)]
    return _merged(spans, tags) if spans else _NOTHING


def is_plain(text: str) -> bool:
    """Tell at once that nothing of a text is protected, but for emoticons.

    >>> is_plain("no link, no tag :'(")
    True
    """
    for sign in "`~<@={[":
        if sign in text:
            return False
    if ":" in text and (("/" in text and "://" in text) or "mailto:" in text):
        return False
    return "www." not in text and _OPENING_CALL.search(text) is None


def _not_prose(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the stretches of all kinds that `is_plain` rules out, and the tags among them."""
    spans: list[tuple[int, int]] = []
    tags: list[tuple[int, int]] = []
    if "`" in text or "~~~" in text:
        if "```" in text or "~~~" in text:
            spans += [match.span() for match in _FENCE.finditer(text)]
        spans += _code_spans(text)
    if "<" in text:
        tags = [match.span() for match in _TAG.finditer(text)]
        spans += tags + _code_elements(text, tags)
    if "://" in text or "www." in text or "mailto:" in text:
        spans += [(match.start(), _link_end(text, *match.span())) for match in _LINK.finditer(text)]
    if "@" in text:
        spans += _addresses(text)
    if "=" in text:
        spans += [match.span() for match in _ATTRIBUTE.finditer(text)]
    if '("' in text or "('" in text:
        spans += [match.span() for match in _CALL.finditer(text)]
    if "{" in text or "[" in text:
        spans += _objects(text)
    return spans, tags


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans between two equal runs of backticks on a line; ``…'' of plain text is none of them."""
    runs = [match.span() for match in _BACKTICKS.finditer(text)]
    spans: list[tuple[int, int]] = []
    done = 0
    for i, (start, inside) in enumerate(runs):
        if start < done or text[inside : inside + 1].isspace():
            continue
        for other, end in runs[i + 1 : i + 9]:
            if other > inside + 300 or text.find("\n", inside, other) >= 0 or text.find("''", inside, other) >= 0:
                break
            if end - other == inside - start and not text[other - 1].isspace() and not text[end : end + 1].isalnum():
                spans.append((start, end))
                done = end
                break
    return spans


def _code_elements(text: str, tags: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans from a tag such as ``<code>`` to the tag that closes it."""
    spans: list[tuple[int, int]] = []
    name, opened = "", 0
    for start, end in tags:
        opening = _CODE_TAG.match(text, start)
        if not name and opening and text[end - 2] != "/":
            name, opened = opening[1].lower(), start
        elif name and text[start : end - 1].lower().rstrip() == f"</{name}":
            spans.append((opened, end))
            name = ""
    return spans


def _link_end(text: str, start: int, end: int) -> int:
    """Return where a link ends: punctuation after it is prose, and so are marks that it does not hold itself."""
    quoted = text[start - 1 : start] in MARKS
    while end > start and (text[end - 1] in ".,;:!?…)]}*_" or text[end - 1] in MARKS):
        link = text[start : end - 1]
        if text[end - 1] in MARKS and not quoted and not MARKS.isdisjoint(link):
            break
        if text[end - 1] == ")" and "(" in link and link.count("(") > link.count(")"):
            break
        end -= 1
    return end


def _addresses(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _DOMAIN.finditer(text):
        start = match.start()
        low = max(0, start - 64)
        while start > low and _LOCAL_PART.match(text, start - 1):
            start -= 1
        while start < match.start() and not text[start].isalnum():
            start += 1
        if start < match.start():
            spans.append((start, match.end()))
    return spans


def _objects(text: str) -> list[tuple[int, int]]:
    """Return the spans of JSON objects and lists, each to its closing bracket or else to the end of its line."""
    spans: list[tuple[int, int]] = []
    at = 0
    while match := _OBJECT.search(text, at):
        at = _closing(text, match.start())
        spans.append((match.start(), at))
    return spans


def _closing(text: str, start: int) -> int:
    depth = 0
    quoted = False
    limit = min(len(text), start + 20_000)
    i = start
    while i < limit:
        ch = text[i]
        if ch == '"':
            quoted = not quoted
        elif ch == "\\" and quoted:
            i += 1
        elif not quoted and ch in "{[":
            depth += 1
        elif not quoted and ch in "}]":
            depth -= 1
            if not depth:
                return i + 1
        i += 1
    line_end = text.find("\n", start)
    return len(text) if line_end < 0 else line_end


def _merged(spans: list[tuple[int, int]], tags: list[tuple[int, int]]) -> Protected:
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        elif end > start:
            starts.append(start)
            ends.append(end)
    return Protected(tuple(starts), tuple(ends), tuple(tags))
