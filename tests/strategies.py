"""Strategies written once: any text, text full of marks, and a grammar of news articles that knows the answers.

An `Article` is made of sentences whose dates, names, quotations and residue are known because the grammar put
them there. It can be rendered in any quote style, with any encoding mishap and any residue; the one clean text
that all these renderings stand for is known too. So accuracy is property-tested, not only robustness.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import ftfy.bad_codecs  # noqa: F401 - registers sloppy-windows-1252, the mistake that most software makes
from hypothesis import strategies as st

QuoteStyle = Literal["straight", "curly", "guillemets"]
Damage = Literal["none", "mojibake", "entities", "crlf", "no-break spaces", "byte order mark"]

ANY = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=200)

_SHARDS = (
    *"\"'“”‘’«»„‚`´′″()[]-–—.,;:!?$#@/&<>\\",
    *(" ", "\n", "\r\n", "\n\n", "\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "\x00", "\ud800", "\x85", "\x93"),
    *("&amp;", "&quot;", "&#8217;", "â€œ", "â€™", "Ã©", "''", "``", ",,"),
    *("'90s", "rock 'n' roll", "O'Brien", "workers'", "5'11\"", "it's", "don’t"),
    *("Mr. Osei", "Ama Osei", "NATO", "Nato", "Kiev", "Bank of Ghana", "U.S.", "Jr.", "President", "van der Berg"),
    *("on Tuesday", "last week", "May 5", "2022-02-15", "[2022-02-15]", "3 p.m.", "a year earlier", "the 1990s"),
    *("Read More:", "205", "Share", "Advertisement", "(AP) —", "© 2020", "By Ama Osei", "Related:", "PressEurope:"),
    *("<br>", "<br/>", "<p>", "</p>", "</p><p>", "<b>", "</b>", "<pre>", "</pre>"),
    *("the", "said", "will", "harbour", "a", "7", "12,000", "٣", "日本", "Київ", "é", "e\u0301"),
)
RESIDUE_AND_MARKS = st.lists(st.sampled_from(_SHARDS), max_size=40).flatmap(
    lambda shards: st.sampled_from(["", " ", "\n"]).map(lambda glue: glue.join(shards))
)
TEXT = ANY | RESIDUE_AND_MARKS

PUBLISHED = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@dataclass(frozen=True, slots=True)
class Person:
    given: str
    surname: str
    honorific: str
    role: str

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence: as the article has it, and as the clean article has it."""

    dirty: str
    clean: str
    value: str | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article whose clean form is known. Marks are curly in all parts."""

    paragraphs: tuple[tuple[Part, ...], ...]
    published: date
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def body(self) -> str:
        """The article without residue, as its author wrote it."""
        return "\n\n".join("".join(part.dirty for part in paragraph) for paragraph in self.paragraphs)

    @property
    def dirty(self) -> str:
        """The article with its residue."""
        return "\n\n".join([*self.before, self.body, *self.after])

    @property
    def clean(self) -> str:
        """What `clean(..., quotes="curly")` must make of it."""
        return "\n\n".join("".join(part.clean for part in paragraph) for paragraph in self.paragraphs)

    @property
    def values(self) -> list[tuple[str, str]]:
        """The time expressions with their values, in order."""
        return [(part.dirty, part.value) for paragraph in self.paragraphs for part in paragraph if part.value]

    @property
    def names(self) -> list[tuple[str, str]]:
        """The names that stand outside quotations with their canonical form, in order."""
        return [(part.dirty, part.canonical) for paragraph in self.paragraphs for part in paragraph if part.canonical]


PEOPLE = (
    Person("Grace", "Osei", "Ms.", "Finance Minister"),
    Person("Tomas", "Lindqvist", "Mr.", "Prime Minister"),
    Person("Priya", "Raman", "Mrs.", "Senator"),
    Person("Elena", "Markova", "Ms.", "Mayor"),
    Person("Daniel", "Whitfield", "Mr.", "President"),
    Person("Lucia", "Ferrante", "Dr.", "Governor"),
)

RESIDUE_BEFORE = ("Share on Facebook", "3 min read", "Advertisement")
RESIDUE_AFTER = (
    ("Advertisement",),
    ("Share this article",),
    ("205", "Read More:", "Dockers return to work after a week", "Ferry prices to rise again"),
    ("Related articles", "Storm warning for the coast", "Fishing fleet stays in port"),
    ("Sign up for our newsletter",),
    ("© 2021 Harbour Times. All rights reserved.",),
)


def _iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _month(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}"


def _past_dates(published: date) -> list[tuple[str, str]]:
    """Expressions that read well after a verb in the past, with values by plain calendar arithmetic."""
    recent = [published - timedelta(days) for days in range(6)]  # a day six days back is not printed
    # On a Sunday it may be the week that ends.
    week = [("last week", _iso_week(published - timedelta(7)))] if published.isoweekday() < 7 else []
    return [
        *((f"on {day:%A}", day.isoformat()) for day in recent),
        ("yesterday", (published - timedelta(1)).isoformat()),
        *week,
        ("last month", _month(published, -1)),
        ("last year", f"{published.year - 1:04d}"),
        ("two days ago", (published - timedelta(2)).isoformat()),
    ]


def _future_dates(published: date) -> list[tuple[str, str]]:
    return [
        ("tomorrow", (published + timedelta(1)).isoformat()),
        ("next month", _month(published, 1)),
        ("next year", f"{published.year + 1:04d}"),
        ("next week", _iso_week(published + timedelta(7))),
    ]


def _dated(expression: str, value: str) -> list[Part]:
    """A time expression; the preposition is not part of the mention."""
    head, _, tail = expression.rpartition("on ") if expression.startswith("on ") else ("", "", expression)
    lead = [Part("on ", "on ")] if expression.startswith("on ") else []
    return [*lead, Part(tail, f"{tail} [{value}]", value=value)] if not head else []


def _text(words: str) -> Part:
    return Part(words, words)


@st.composite
def _first_mention(draw: st.DrawFn, person: Person) -> list[Part]:
    name = Part(person.full, person.full, canonical=person.full)
    if draw(st.booleans()):
        return [_text(f"{person.role} "), name]
    return [name]


@st.composite
def _later_mention(draw: st.DrawFn, person: Person) -> Part:
    short = draw(st.sampled_from([person.surname, f"{person.honorific} {person.surname}"]))
    return Part(short, person.full, canonical=person.full)


_DEEDS = (
    (" signed the agreement with the harbour workers", "."),
    (" visited the flooded villages", " and promised help."),
    (" told reporters", " that the ferry company’s talks had failed."),
    (" met the union", " to discuss the strike."),
    (" opened the new bridge", " after a long delay."),
)


@st.composite
def _past_sentence(draw: st.DrawFn, subject: list[Part], published: date, deed: tuple[str, str]) -> list[Part]:
    """A sentence in the past with one date."""
    verb, rest = deed
    expression, value = draw(st.sampled_from(_past_dates(published)))
    return [*subject, _text(verb + " "), *_dated(expression, value), _text(rest)]


_PLANS = (
    "The port authority will publish its report ",
    "The company’s lawyers will appeal ",
    "A new ferry will join the fleet ",
    "The islands’ council will vote on the plan ",
)


@st.composite
def _future_sentence(draw: st.DrawFn, published: date, plan: str) -> list[Part]:
    expression, value = draw(st.sampled_from(_future_dates(published)))
    return [_text(plan), *_dated(expression, value), _text(".")]


_SAYINGS = (
    ("We don’t know what comes next", "Nobody does."),
    ("It’s the workers’ decision", "They’ve earned it."),
    ("The ‘old’ harbour won’t come back", "That’s over."),
    ("In the ’90s nobody asked", "Now they do."),
)


def _quotation(speaker: Part, saying: tuple[str, str]) -> list[Part]:
    words, more = saying
    return [_text(f"“{words},” "), speaker, _text(f" said. “{more}”")]


_TWO_PARAGRAPHS = (
    " answered: “We have waited long enough for this company to listen to us.",
    "“It won’t listen now, and we won’t go back to the docks before it does.”",
)

_FILLERS = (
    "The strike has closed the harbour’s three largest docks and left hundreds of lorries waiting at the gates.",
    "Union leaders say the company has refused to discuss wages, which have not risen in five years.",
    "Residents of the villages along the river have complained about the noise of the engines at night.",
    "The regional court has still to decide whether the permit for the second terminal was lawful.",
    "Shipowners warned that the delays would make bread, fuel and medicine more expensive on the islands.",
)


@st.composite
def articles(draw: st.DrawFn, residue: bool = True) -> Article:
    """Articles with a person introduced by full name, later mentions, quotations, dates and residue."""
    published = draw(PUBLISHED)
    person = draw(st.sampled_from(PEOPLE))
    # No sentence twice: an article's line that stands twice is residue.
    deeds, plans = draw(st.permutations(_DEEDS)), draw(st.permutations(_PLANS))
    sayings = draw(st.permutations(_SAYINGS))
    lead = draw(_past_sentence(draw(_first_mention(person)), published, deeds[4]))
    paragraphs: list[list[Part]] = [[*lead, _text(" "), _text(_FILLERS[0])]]
    two_paragraphs = draw(st.integers(0, 4))
    for turn, filler in enumerate(draw(st.permutations(_FILLERS[1:]))[: draw(st.integers(2, 4))]):
        kind = draw(st.sampled_from(["past", "future", "quotation", "plain"]))
        speaker = draw(_later_mention(person))
        if turn == two_paragraphs:
            paragraphs += [[speaker, _text(_TWO_PARAGRAPHS[0])], [_text(_TWO_PARAGRAPHS[1])]]
        elif kind == "past":
            paragraphs.append(draw(_past_sentence([speaker], published, deeds[turn])))
        elif kind == "future":
            paragraphs.append(draw(_future_sentence(published, plans[turn])))
        elif kind == "quotation":
            paragraphs.append(_quotation(speaker, sayings[turn]))
        paragraphs.append([_text(filler)])
    before = draw(st.lists(st.sampled_from(RESIDUE_BEFORE), unique=True, max_size=2)) if residue else []
    after = draw(st.lists(st.sampled_from(RESIDUE_AFTER), unique=True, max_size=3)) if residue else []
    return Article(
        tuple(map(tuple, paragraphs)), published, tuple(before), tuple(line for block in after for line in block)
    )


def in_style(text: str, style: QuoteStyle) -> str:
    """Render curly marks in another style; apostrophes stay apostrophes."""
    if style == "straight":
        return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})
    if style == "guillemets":
        return text.translate({0x201C: "«", 0x201D: "»", 0x2018: "‹"}).replace("old’", "old›")
    return text


def damaged(text: str, damage: Damage) -> str:
    """Do to a text what careless software does."""
    if damage == "mojibake":
        return text.encode("utf-8").decode("sloppy-windows-1252")
    if damage == "entities":
        return text.translate(
            {0x201C: "&ldquo;", 0x201D: "&rdquo;", 0x2018: "&#8216;", 0x2019: "&#x2019;", 0x22: "&quot;"}
        )
    if damage == "crlf":
        return text.replace("\n", "\r\n")
    if damage == "no-break spaces":
        return text.replace(" said", "\u00a0said").replace("the ", "the\u202f")
    if damage == "byte order mark":
        return "\ufeff" + text.replace("harbour", "har\u00adbour")
    return text


STYLES: tuple[QuoteStyle, ...] = ("straight", "curly", "guillemets")
DAMAGES: tuple[Damage, ...] = ("none", "mojibake", "entities", "crlf", "no-break spaces", "byte order mark")
