"""Show a result as HTML: the article with every edit coloured by its stage, the rule and the reason on hover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from newsnorm.edits import Edit
from newsnorm.result import Result
from newsnorm.rules import STAGES, Rules

__all__ = ["html_page", "html_report"]

# Colours that keep a contrast of 4.5 with the text on light and on dark ground.
_COLOURS: Final = {
    "encoding": "#8a8a8a",
    "boilerplate": "#c0392b",
    "quotes": "#b7791f",
    "dates": "#2563eb",
    "names": "#15803d",
}
_STYLE: Final = (
    ".newsnorm{font:16px/1.6 Georgia,serif;max-width:46em;margin:1.5em auto;padding:0 1em}"
    ".newsnorm .text{white-space:pre-wrap;overflow-wrap:anywhere}"
    ".newsnorm del{text-decoration-thickness:1px;opacity:.75}"
    ".newsnorm ins{text-decoration:none}"
    ".newsnorm .key{font:13px/2 system-ui,sans-serif}"
    ".newsnorm .key span{margin-right:1.2em;white-space:nowrap}"
    + "".join(
        f".newsnorm .{stage}{{--c:{colour};border-radius:3px;cursor:help;"
        "background:color-mix(in srgb,var(--c) 20%,transparent);box-shadow:inset 0 -2px var(--c)}"
        for stage, colour in _COLOURS.items()
    )
)


def html_report(result: Result, title: str | None = None) -> str:
    """Return one article as an HTML fragment with its own style: what a notebook shows of a `Result`.

    What went is struck through, what came stands beside it, and both tell stage, rule and reason on hover.

    >>> from newsnorm import explain
    >>> "quotes" in html_report(explain("“Yes”"))
    True
    """
    return f"<style>{_STYLE}</style>{_article(result, title)}"


def html_page(results: Iterable[tuple[str, Result]]) -> Iterator[str]:
    """Yield a whole HTML page piece by piece, one titled article after the other, in constant memory."""
    yield (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>newsnorm</title><style>{_STYLE}</style></head><body>\n"
    )
    for title, result in results:
        yield _article(result, title) + "\n"
    yield "</body></html>\n"


def _article(result: Result, title: str | None) -> str:
    head = f"<h2>{_visible(title)}</h2>" if title else ""
    body = "".join(_pieces(result))
    key = f'<p class="key">{_key(result.edits)}</p>'
    return f'<article class="newsnorm">{head}{key}<div class="text">{body}</div></article>'


def _key(edits: Iterable[Edit]) -> str:
    counts = dict.fromkeys(STAGES, 0)
    for edit in edits:
        for stage in {_stage(rule) for rule in edit.rules}:
            counts[stage] += 1
    return "".join(f'<span><b class="{stage}">{stage}</b> {count}</span>' for stage, count in counts.items())


def _pieces(result: Result) -> Iterator[str]:
    at = 0
    for edit in result.edits:
        yield _visible(result.original[at : edit.start])
        yield _marked(edit, result.original[edit.start : edit.end], result.rules)
        at = edit.end
    yield _visible(result.original[at:])


def _marked(edit: Edit, old: str, rules: Rules) -> str:
    reasons = escape("\n".join(f"{rule}: {rules[rule].why}" for rule in edit.rules))
    stage = _stage(edit.rules[-1])
    gone = f"<del>{_visible(old)}</del>" if old else ""
    came = f"<ins>{_visible(edit.new)}</ins>" if edit.new else ""
    return f'<span class="{stage}" title="{reasons}">{gone}{came}</span>'


def _stage(rule: str) -> str:
    return rule.partition(".")[0]


def _visible(text: str) -> str:
    """Return text as HTML; what UTF-8 cannot say (lone surrogates) and HTML forbids shows as U+FFFD."""
    sound = text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
    return escape("".join("\ufffd" if char < " " and char not in "\t\n\r\f" else char for char in sound))
