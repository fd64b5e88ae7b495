"""What `explain` returns: the text, every edit, what was found, and where everything went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from newsnorm.arguments import language
from newsnorm.boilerplate import BoilerplateSpan, boilerplate_of
from newsnorm.dates import DateMention, FoundDates, dates_of, dates_on_original
from newsnorm.edits import Alignment, Draft, Edit, on_original
from newsnorm.language import is_legible
from newsnorm.names import Entity, FoundNames, NameMention, find_entities, mentions_of, read_names
from newsnorm.rules import Rules
from newsnorm.sites import LineCounts

__all__ = ["Result"]

SHOWN: Final = 60  # characters of the text that stand for it in `repr`


@dataclass(frozen=True, repr=False)
class Result:
    """Hold a cleaned text and the account of what was done to it.

    All positions (of ``edits``, ``boilerplate``, ``dates``, ``names``, ``entities``) are code points of the
    original text. What a stage finds is listed even where its keyword is ``"keep"``: so ``explain(text, names="keep")``
    lists the entities and leaves the names as they are. Everything but the text is worked out when it is first
    asked for.
    """

    draft: Draft
    """The text on its way: the original and each stage's edits."""
    repaired: Draft
    """The draft that the boilerplate stage read."""
    read: Draft
    """The draft that dates and names read."""
    published: date | None
    lang: str
    rules: Rules
    repeated: LineCounts | None = field(hash=False)
    found_boilerplate: Sequence[BoilerplateSpan] | None = field(compare=False)
    found_dates: FoundDates | None = field(compare=False)
    found_names: FoundNames | None = field(compare=False)

    def __repr__(self) -> str:
        text = self.text if len(self.text) <= SHOWN else self.text[: SHOWN - 1] + "…"
        return f"<Result: {text!r}, edits: {len(self.edits)}>"

    @property
    def original(self) -> str:
        """The text that was given."""
        return self.draft.original

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.draft.text

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Every change, in order, as made on the original; none that changes nothing."""
        return tuple(self.draft.edits())

    @cached_property
    def alignment(self) -> Alignment:
        """The map between positions of the original and of the text."""
        return Alignment.of(self.edits)

    @cached_property
    def legible(self) -> bool:
        """Whether dates and names read the text: not if it shows that it is in another language."""
        return is_legible(self.read.text, self.lang)

    @cached_property
    def boilerplate(self) -> tuple[BoilerplateSpan, ...]:
        """What is not the story."""
        spans = self.found_boilerplate
        if spans is None:
            spans = boilerplate_of(self.repaired.text, self.repeated, self.rules)
        return on_original(spans, self.repaired)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every time expression of the article."""
        found = self.found_dates
        if found is None and self.legible:
            found = dates_of(self.read.text, self.published, language(self.lang), self.rules)
        return dates_on_original(found.mentions() if found else [], self.read)

    @cached_property
    def names(self) -> tuple[NameMention, ...]:
        """Every name of the article."""
        found = self.found_names
        if found is None and self.legible:
            found = read_names(self.read.text, self.rules, lang=language(self.lang))
        return on_original(mentions_of(found, language(self.lang)) if found else [], self.read)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Who and what the names stand for, in the order of their first mention."""
        return find_entities(self.names)

    def to_dict(self) -> dict[str, object]:
        """Return everything as plain JSON-ready values; ``docs/api.md`` documents the schema.

        Keys: ``original``, ``text``, ``published`` (ISO 8601 or None), ``edits`` (``start``, ``end``, ``old``, ``new``,
        ``rules``), ``boilerplate``, ``dates``, ``names``, ``entities`` (the fields of their classes), and ``reasons``
        (why each rule that is named exists).
        """
        named = {rule for edit in self.edits for rule in edit.rules}
        for found in (self.boilerplate, self.dates, self.names):
            named.update(span.rule for span in found)
        return {
            "original": self.original,
            "text": self.text,
            "published": self.published.isoformat() if self.published else None,
            "edits": [
                {
                    "start": edit.start,
                    "end": edit.end,
                    "old": self.original[edit.start : edit.end],
                    "new": edit.new,
                    "rules": list(edit.rules),
                }
                for edit in self.edits
            ],
            "boilerplate": [_plain(span) for span in self.boilerplate],
            "dates": [_plain(mention) for mention in self.dates],
            "names": [_plain(mention) for mention in self.names],
            "entities": [_plain(entity) for entity in self.entities],
            "reasons": {rule: self.rules[rule].why for rule in sorted(named)},
        }

    def _repr_html_(self) -> str:
        from newsnorm.report import html_report  # a notebook's business: not loaded by a pipeline

        return html_report(self)


def _plain(value: object) -> object:
    """Return a dataclass as JSON has it: dicts and lists."""
    if isinstance(value, (BoilerplateSpan, DateMention, NameMention, Entity)):
        return {name: _plain(item) for name, item in asdict(value).items()}
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
