"""The whole pipeline in sight: one verb, its explanation, and one function a stage.

    text ─▶ encoding ─▶ boilerplate ─▶ quotes ─▶ dates + names ─▶ text

A stage returns edits; `newsnorm.edits` applies them. `clean` is the text of `explain`: there is no second path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat, zip_longest
from typing import Final, Literal, TypedDict, Unpack, cast, get_args

from newsnorm.arguments import (
    Published,
    as_published,
    check_choice,
    check_rules,
    check_text,
    check_texts,
    language,
)
from newsnorm.boilerplate import boilerplate_edits, boilerplate_of
from newsnorm.dates import date_edits, dates_of
from newsnorm.edits import Draft, Edit
from newsnorm.encoding import encoding_edits
from newsnorm.language import is_legible
from newsnorm.names import name_edits, read_names
from newsnorm.quotes import quote_edits
from newsnorm.result import Result
from newsnorm.rules import BUILTIN, Rules
from newsnorm.sites import LineCounts, check_repeated
from newsnorm.tags import tag_breaks, tagged_again
from newsnorm.wrapped import broken_again, line_breaks

__all__ = [
    "Options",
    "canonicalize_names",
    "clean",
    "clean_batch",
    "explain",
    "normalize_quotes",
    "remove_boilerplate",
    "repair_encoding",
    "resolve_dates",
]

Encoding = Literal["repair", "keep"]
Boilerplate = Literal["drop", "keep"]
Quotes = Literal["straight", "curly", "locale", "keep"]
Dates = Literal["annotate", "iso", "keep"]
Names = Literal["canonical", "spelling", "keep"]
_CHOICES: Final = {
    "encoding": get_args(Encoding),
    "boilerplate": get_args(Boilerplate),
    "quotes": get_args(Quotes),
    "dates": get_args(Dates),
    "names": get_args(Names),
}


class Options(TypedDict, total=False):
    """Name the keywords of `clean` except ``published``, for calls such as ``clean_batch(texts, dates="iso")``."""

    encoding: Encoding
    boilerplate: Boilerplate
    quotes: Quotes
    dates: Dates
    names: Names
    repeated: LineCounts | None
    lang: str
    rules: Rules


def clean(
    text: str,
    *,
    published: Published = None,
    encoding: Encoding = "repair",
    boilerplate: Boilerplate = "drop",
    quotes: Quotes = "straight",
    dates: Dates = "annotate",
    names: Names = "canonical",
    repeated: LineCounts | None = None,
    lang: str = "en",
    rules: Rules = BUILTIN,
) -> str:
    r"""Return the article so that each of its sentences stands on its own.

    ``encoding`` to ``names`` are the stages, in their order; the value says what the stage does, and ``"keep"`` leaves
    that part of the text alone. Without ``published`` (a date, a datetime, which counts in its own zone, or an ISO 8601
    string) dates are left alone. ``lang`` is the article's language as a BCP 47 tag; a stage without data for it does
    nothing, and dates and names leave a text alone that does not read as English. ``repeated`` is what recurs across
    a collection (`count_lines`), ``rules`` are the rules that are on. Cleaning a clean text changes nothing.

    Raises ``TypeError`` or ``ValueError`` for a wrong call, never because of what the text says.

    >>> text = "Barack Obama's office said Mr Obama spoke on Tuesday.\n\n205\n\nRead More:\n\nNato talks"
    >>> clean(text, published="2022-02-15")
    "Barack Obama's office said Barack Obama spoke on Tuesday [2022-02-15]."
    """
    return explain(
        text,
        published=published,
        encoding=encoding,
        boilerplate=boilerplate,
        quotes=quotes,
        dates=dates,
        names=names,
        repeated=repeated,
        lang=lang,
        rules=rules,
    ).text


def explain(
    text: str,
    *,
    published: Published = None,
    encoding: Encoding = "repair",
    boilerplate: Boilerplate = "drop",
    quotes: Quotes = "straight",
    dates: Dates = "annotate",
    names: Names = "canonical",
    repeated: LineCounts | None = None,
    lang: str = "en",
    rules: Rules = BUILTIN,
) -> Result:
    """Do what `clean` does and return a `Result`: the text, every edit, what was found, and the map back.

    >>> [edit.rules for edit in explain("He spoke on Tuesday.", published="2022-02-15").edits]
    [('dates.weekday',)]
    """
    _check(text, rules, repeated, (encoding, boilerplate, quotes, dates, names))
    day = as_published(published)
    primary = language(lang)

    draft = Draft.of(text)
    if encoding == "repair":
        draft = draft.edited(encoding_edits(draft.text, rules))
    # Tags that break lines are line ends, and lines that were broken at a column are whole, while the stages read them.
    tagged, tags = draft, tag_breaks(draft.text)
    draft = draft.edited(tags) if tags else draft
    untagged, breaks = draft, line_breaks(draft.text)
    repaired = draft = draft.edited(breaks) if breaks else draft
    spans = found_dates = found_names = None
    if boilerplate == "drop":
        spans = boilerplate_of(draft.text, repeated, rules)
        draft = draft.edited(boilerplate_edits(draft.text, spans))
    if quotes != "keep":
        draft = draft.edited(quote_edits(draft.text, quotes, lang, rules))
    read = draft
    # Worked out only where dates or names would change the text: other calls need not pay for it.
    legible = (names != "keep" or (dates != "keep" and day is not None)) and is_legible(read.text, lang)
    edits: list[Edit] = []
    # Names first: they hold less of what they found while the other stage works.
    if names != "keep" and legible:
        found_names = read_names(read.text, rules, lang=primary)
        edits = name_edits(found_names, names, rules)
    if dates != "keep" and day and legible:
        found_dates = dates_of(read.text, day, primary, rules)
        mentions = found_dates.in_calendar() if dates == "annotate" else found_dates.mentions()
        edits = _settled(date_edits(read.text, mentions, dates), edits)
    draft = draft.edited(edits)
    if breaks:
        draft = draft.edited(broken_again(untagged.text, breaks, draft.layers[len(repaired.layers) :]))
    if tags:
        draft = draft.edited(tagged_again(tagged.text, tags, draft.layers[len(untagged.layers) :]))
    return Result(draft, repaired, read, day, lang, rules, repeated, spans, found_dates, found_names)


def clean_batch(
    texts: Iterable[str | None], published: Iterable[Published] | Published = None, **options: Unpack[Options]
) -> list[str | None]:
    """Return the cleaned texts in order; ``None`` stays ``None``.

    ``published`` is one date for all texts, or an iterable with exactly one for each (else ``ValueError``). Both
    iterables are read side by side, once. The options are the keywords of `clean`.

    >>> clean_batch(["It ended today.", None], ["2022-02-15", None], dates="iso")
    ['It ended on 2022-02-15.', None]
    """
    check_texts(texts)
    clean("", **options)  # a wrong call is told before the first text is cleaned, and if there is none, too
    return [None if text is None else clean(text, published=day, **options) for text, day in _dated(texts, published)]


def repair_encoding(text: str, *, rules: Rules = BUILTIN) -> str:
    """Return the text with mojibake, entities, ligatures, odd spaces, invisible characters and line ends repaired.

    >>> repair_encoding("The cafÃ©&nbsp;opened")
    'The café opened'
    """
    return clean(text, boilerplate="keep", quotes="keep", dates="keep", names="keep", rules=rules)


def remove_boilerplate(
    text: str, repeated: LineCounts | None = None, rules: Rules = BUILTIN, *, lang: str = "en"
) -> str:
    r"""Return the text without what is not part of the story: related links, counts, credits, share bars and the like.

    ``repeated`` is what recurs across the collection that the text belongs to (`count_lines`).

    >>> remove_boilerplate("The talks ended in Geneva without a result.\n\nRead More:\n\nTalks resume")
    'The talks ended in Geneva without a result.'
    """
    return clean(
        text, encoding="keep", quotes="keep", dates="keep", names="keep", repeated=repeated, lang=lang, rules=rules
    )


def normalize_quotes(
    text: str,
    style: Literal["straight", "curly", "locale"] = "straight",
    lang: str = "en",
    *,
    rules: Rules = BUILTIN,
) -> str:
    r"""Return the text with its quotation marks and apostrophes in one style.

    ``"straight"`` is that of typewriters, ``"curly"`` that of English print, and ``"locale"`` that of ``lang``.

    >>> normalize_quotes("“It’s over,” she said.")
    '"It\'s over," she said.'
    """
    check_choice("style", style, ("straight", "curly", "locale"))
    return clean(
        text, encoding="keep", boilerplate="keep", quotes=style, dates="keep", names="keep", lang=lang, rules=rules
    )


def resolve_dates(
    text: str,
    published: Published,
    style: Literal["annotate", "iso"] = "annotate",
    *,
    lang: str = "en",
    rules: Rules = BUILTIN,
) -> str:
    """Return the text with the dates resolved that depend on the day of publication or on another date.

    ``"annotate"`` adds the date in brackets, ``"iso"`` puts it in place of the words, but not within quotations.

    >>> resolve_dates("They met on Monday.", "2022-02-15")
    'They met on Monday [2022-02-14].'
    """
    check_choice("style", style, ("annotate", "iso"))
    return clean(
        text,
        published=published,
        encoding="keep",
        boilerplate="keep",
        quotes="keep",
        dates=style,
        names="keep",
        lang=lang,
        rules=rules,
    )


def canonicalize_names(
    text: str,
    style: Literal["canonical", "spelling"] = "canonical",
    rules: Rules = BUILTIN,
    *,
    lang: str = "en",
) -> str:
    """Return the text with one canonical form for each name.

    ``"canonical"`` gives persons their full names outside quotations, ``"spelling"`` only their spelling.

    >>> canonicalize_names("Barack Obama left Kiev. Mr. Obama thanked Nato.")
    'Barack Obama left Kyiv. Barack Obama thanked NATO.'
    """
    check_choice("style", style, ("canonical", "spelling"))
    return clean(
        text, encoding="keep", boilerplate="keep", quotes="keep", dates="keep", names=style, lang=lang, rules=rules
    )


def _check(text: object, rules: object, repeated: object, choices: tuple[object, ...]) -> None:
    check_text(text)
    for (name, allowed), choice in zip(_CHOICES.items(), choices, strict=True):
        if choice not in allowed:
            check_choice(name, choice, allowed)
    check_rules(rules)
    check_repeated(repeated)


def _settled(dates: Sequence[Edit], names: Iterable[Edit]) -> list[Edit]:
    """Return the edits of both stages that read the same text, without the names' that meet a date's.

    A date wins because it is the surer reading: "March" the month, "Sunday" the day.
    """
    settled, at = list(dates), 0
    for name in names:
        while at < len(dates) and dates[at].end < name.start:
            at += 1
        if at == len(dates) or dates[at].start > name.end:
            settled.append(name)
    return settled


def _dated(
    texts: Iterable[str | None], published: Iterable[Published] | Published
) -> Iterator[tuple[str | None, Published]]:
    if isinstance(published, Iterable) and not isinstance(published, (str, bytes, bytearray)):
        return _paired(texts, published)
    return zip(texts, repeat(as_published(published)), strict=False)


def _paired(texts: Iterable[str | None], published: Iterable[Published]) -> Iterator[tuple[str | None, Published]]:
    for text, day in zip_longest(texts, published, fillvalue=_END):
        if text is _END or day is _END:
            count = "more" if text is _END else "fewer"
            raise ValueError(
                f"published has {count} dates than there are texts: allowed is one for each, or one for all"
            )
        yield cast("str | None", text), cast("Published", day)


_END: Final = object()
