"""What has been said so far: the answer to one time expression, and the dates that later ones may lean on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from newsnorm.dates.meaning import Expression
from newsnorm.dates.mention import Anchor, DateType

__all__ = ["MONTH", "YEAR", "Answer", "Memory", "Period", "Said", "Value", "remember"]

YEAR: Final = len("2022")  # of the value of a year
MONTH: Final = len("2022-02")


class Answer(NamedTuple):
    """Tell what an expression means: its TIMEX3 value and how it was settled."""

    type: DateType
    value: str
    anchor: Anchor = None
    anchor_start: int | None = None
    cue: str | None = None
    certain: bool = True

    def doubted(self) -> Answer:
        """Return the same answer, but uncertain."""
        return Answer(self.type, self.value, self.anchor, self.anchor_start, self.cue, certain=False)


class Said(NamedTuple):
    """Hold a date that a text mentions (for a month or year its first day) and where."""

    day: date
    start: int
    certain: bool = True


class Value(NamedTuple):
    """Hold the calendar value of a mention and where it stands; it is read as a date only if one leans on it."""

    value: str
    start: int
    certain: bool
    leaning: bool = False  # on another mention

    def year(self) -> Said:
        """Return the first day of its year."""
        return Said(date(int(self.value[:4]), 1, 1), self.start, self.certain)

    def month(self) -> Said:
        """Return the first day of its month."""
        return Said(date(int(self.value[:4]), int(self.value[5:7]), 1), self.start, self.certain)

    def day(self) -> Said:
        """Return its day."""
        return Said(date.fromisoformat(self.value[:10]), self.start, self.certain)


class Period(NamedTuple):
    """Hold a company's reporting period, and where the text names it."""

    year: int
    letter: str  # "Q" for a quarter, "H" for a half
    number: int
    start: int | None


@dataclass(slots=True)
class Memory:
    """Hold the dates mentioned so far: the latest of each grain, and what else later ones may lean on."""

    text: str
    given: date | None  # the day of publication
    published: date | None  # the day that what leans on publication leans on: that, or the day of a dateline
    dateline: int | None = None  # where that stands
    quoted: bool = False  # whether the expression at hand is speech
    latest_day: Value | None = None
    latest_spoken: Value | None = None  # in speech: what is said leans on what was said, not on when it was
    latest_month: Value | None = None
    whole_month: Value | None = None  # the latest that was named without a day of it
    latest_year: Value | None = None
    stated_year: Value | None = None  # what names its year itself, or is a year: "that year" leans on it
    frame: Value | None = None  # a year long gone, or a date in it, with which a sentence of the story opens
    unsorted: list[Value] = field(default_factory=list)  # days whose weekday nobody has asked for
    weekdays: dict[int, Said] = field(default_factory=dict)
    leant: tuple[int, Value] | None = None  # "that Friday" or "that May", and where it ends
    ahead: int | None = None  # where a day ends that lies ahead: a list may go on from it
    story: int | None = None  # where the last day stands that goes on with an older one
    dated: dict[str, Value] = field(default_factory=dict)  # month-days that were given with their year
    doubted: set[str] = field(default_factory=set)  # month-days whose year is not certain
    period: Period | None = None
    report: bool | None = None  # whether the text reports a company's figures
    offset: bool | None = None  # whether those are of quarters that are not the calendar's
    own_year: bool | None = None  # whether it speaks of a year of a company's or school's own
    testimony: bool | None = None  # whether the text reports what is said in court
    history: bool | None = None  # whether it tells of years long ago only

    @property
    def day(self) -> Said | None:
        """The latest day."""
        return self.latest_day and self.latest_day.day()

    @property
    def spoken(self) -> Said | None:
        """The latest day in speech."""
        return self.latest_spoken and self.latest_spoken.day()

    @property
    def said_day(self) -> Said | None:
        """The latest day; in speech the latest in speech."""
        return self.spoken if self.quoted and self.latest_spoken else self.day

    @property
    def month(self) -> Said | None:
        """The latest month."""
        return self.latest_month and self.latest_month.month()

    @property
    def year(self) -> Said | None:
        """The latest year."""
        return self.latest_year and self.latest_year.year()

    @property
    def told_year(self) -> Said | None:
        """The year that the text stated last, or else that of the latest date."""
        return self.stated_year.year() if self.stated_year else self.year

    def is_coarser_since(self, said: Said) -> bool:
        """Tell whether the text has named another month or year, but no day of it, since it named a day."""
        last = self.latest_year
        return last is not None and last.start > said.start and not said.day.isoformat().startswith(last.value[:7])

    def on_weekday(self, weekday: int) -> Said | None:
        """Return the latest day that was such a weekday."""
        self._sort()
        return self.weekdays.get(weekday)

    def forget_weekday(self, weekday: int) -> None:
        """Leave no day of such a weekday to lean on."""
        self._sort()
        self.weekdays.pop(weekday, None)

    def _sort(self) -> None:
        for value in self.unsorted:
            said = value.day()
            self.weekdays[said.day.isoweekday()] = said
        self.unsorted.clear()


def remember(answer: Answer, expression: Expression, memory: Memory) -> None:
    """Keep a date, month or year for the expressions that come after it."""
    if expression.meaning.kind == "same" and not answer.certain:
        return  # "that day" of a text that has named none: "that night" cannot lean on it
    value, length = answer.value, len(answer.value)
    year = value[:4]
    if length < YEAR or not year.isdecimal() or answer.type not in ("DATE", "TIME") or year == "0000":
        return  # a decade ("199") is no year
    memory.latest_year = latest = Value(value, expression.start, answer.certain, answer.anchor == "mention")
    meaning = expression.meaning
    if answer.anchor is None or length == YEAR or (meaning.number is not None and meaning.kind in ("month", "day")):
        memory.stated_year = latest
    if not value[5:MONTH].isdecimal():
        return
    memory.latest_month = latest
    if length == MONTH:
        memory.whole_month = latest
    elif value[8:10].isdecimal():
        memory.latest_day = latest
        memory.unsorted.append(latest)
        if answer.anchor is None and expression.rule != "dates.iso":  # which may be our own
            memory.dated[value[5:10]] = latest
        if memory.quoted:
            memory.latest_spoken = latest
