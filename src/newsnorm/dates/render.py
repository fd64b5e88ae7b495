"""Say what each date means: make the edits that print it, in brackets or in the date's place.

Brackets follow the whole word that a date is part of ("Tuesday's [2022-02-15] attack"), are put once where two
mentions side by side say the same ("on Monday, Feb. 14 [2022-02-14]"), and not at all where the text already
gives the date there. What this does not do is judge a date: a mention without an annotation is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Final, Literal

import regex

from newsnorm.dates.mention import DateMention
from newsnorm.edits import Edit, edit_of

__all__ = ["date_edits"]

# Two mentions with no more than this between them are one statement: "Monday, Feb. 14", "Monday of next week".
_TIE: Final = re.compile(r"(?:,? (?:on |of |in )?|, | \(|,? the )(?:the )?")
_NEAR: Final = 9  # the most that a tie is
# Glued mentions share one word: "January-March", "Tuesday/Wednesday", "Friday-to-Monday".
_GLUE: Final = re.compile(r"[-\u2010-\u2013/](?:to-|through-|and-|or-)?")
# A range whose end nobody resolved: one end alone would mislead.
_OPEN_RANGE: Final = re.compile(r"[-\u2010-\u2013]\d")
# A decade or century as TIMEX3 writes it ("199", "19") says nothing to a reader.
_ANNOTATION: Final = re.compile(r"(?:BC)?\d{4}")
_POSSESSIVE: Final = re.compile(r"['\u2019\u02bc\u2032\u00b4`]s(?!\w)")
_PLURAL_POSSESSIVE: Final = re.compile(r"['\u2019\u02bc](?= ?\w| \[\d)")
_COMPOUND: Final = re.compile(r"(?:[-\u2010\u2011]\w{1,40}){1,8}(?:['\u2019\u02bc]s(?!\w))?")
_STOP: Final = regex.compile(r"\.(?=\s{1,3}[\p{Ll}\d(]|,|;)")
_ABBREVIATED: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|[ap]\.?m)$"
)
_GIVEN: Final = re.compile(
    r"\s{0,3}[\[(](?:on |in )?(?:BC)?\d{2,4}(?:-(?:\d\d(?:-\d\d)?|W\d\d?(?:-WE|-\d)?|Q[1-4]|H[12]|SP|SU|FA|WI))?"
    r"(?:/[-\dA-Z]{2,14})*[\])]"
)
_BRACKETED: Final = 60  # characters from a mention to the brackets that hold it
# Only before one of these is the end of a date not the end of its word, or one of a range.
_GOES_ON: Final = frozenset("'\u2019\u02bc\u2032\u00b4`-\u2010\u2011\u2012\u2013.")


def date_edits(text: str, mentions: Sequence[DateMention], style: Literal["annotate", "iso"]) -> list[Edit]:
    """Return the edits that print what the mentions' dates are.

    "annotate" only inserts. "iso" puts the date in the place of the words wherever the sentence stays
    grammatical and nobody is quoted, and brackets after them elsewhere. The mentions are those of this
    text, in order; the edits come in order and disjoint, each with the rule of its mention.

    >>> from newsnorm.edits import apply
    >>> text = "They met on Tuesday."
    >>> mention = DateMention(12, 19, "Tuesday", "DATE", "2022-02-15", "dates.weekday", "2022-02-15")
    >>> apply(text, date_edits(text, [mention], "annotate")), apply(text, date_edits(text, [mention], "iso"))
    ('They met on Tuesday [2022-02-15].', 'They met on 2022-02-15.')
    """
    edits: list[Edit] = []
    floor = 0  # where the edit before ends
    for first, last in _statements(text, mentions):
        edit = _statement_edit(text, mentions, first, last, style, floor)
        if edit is not None and (edit.start > floor or not edits):
            edits.append(edit)
            floor = edit.end
    return edits


def _statements(text: str, mentions: Sequence[DateMention]) -> list[tuple[int, int]]:
    """Return the runs of mentions, by first and last index, that get one annotation; others get none."""
    runs: list[tuple[int, int]] = []
    first = 0
    for i, (mention, after) in enumerate(zip_longest(mentions, mentions[1:])):
        if after is not None and after.start - mention.end <= _NEAR and _are_one(text, mention, after):
            continue
        if _is_printed(mention) or (first < i and any(map(_is_printed, mentions[first:i]))):
            runs.append((first, i))
        first = i + 1
    return runs


def _is_printed(mention: DateMention) -> bool:
    return mention.annotation is not None and _ANNOTATION.match(mention.annotation) is not None


def _are_one(text: str, a: DateMention, b: DateMention) -> bool:
    gap = text[a.end : b.start]
    if _GLUE.fullmatch(gap):
        return bool(_day(a) and _day(b))
    if gap.startswith(",") and len(_day(b)) < len(_day(a)) and _POSSESSIVE.match(text, b.end):
        return False  # "on Monday, this year's prices": the year belongs to what follows
    return bool(_TIE.fullmatch(gap)) and _says_the_same(_day(a), _day(b))


def _day(mention: DateMention) -> str:
    """Return what the mention says of the calendar: its annotation, or its value up to the day; "" for none."""
    if mention.annotation:
        return mention.annotation
    value = mention.value.partition("T")[0]
    return value if mention.type in ("DATE", "TIME") and value[:2].isdigit() and "X" not in value else ""


def _says_the_same(a: str, b: str) -> bool:
    """Tell whether one calendar value lies in the other: "2022-02-14" in "2022-W07", "2022-02" or "2022"."""
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    if long == short or (long.startswith(short + "-") and len(short) > 3):
        return True
    return len(long) == 10 and "W" in short and _week(long) == short[:8]


def _week(day: str) -> str:
    try:
        year, week, _ = date.fromisoformat(day).isocalendar()
    except ValueError:
        return ""
    return f"{year:04}-W{week:02}"


def _statement_edit(
    text: str, mentions: Sequence[DateMention], first: int, last: int, style: str, floor: int
) -> Edit | None:
    """Return the edit for one run of mentions, or None where the text already says it."""
    run = mentions[first : last + 1]
    chosen = run[0] if first == last else _chosen(run)
    printed = (chosen.annotation or "") if first == last else _printed(text, run)
    at = end = run[-1].end
    if not printed or text.endswith(printed, 0, end):
        return None
    if text[end : end + 1] in _GOES_ON:
        if _OPEN_RANGE.match(text, end):
            return None
        at = _end_of_word(text, run[-1], mentions[last + 1].start if last + 1 < len(mentions) else len(text))
    near = text[end : at + 4]
    given = ("(" in near or "[" in near) and (_GIVEN.match(text, at) or _GIVEN.match(text, end))
    if given or (text.find("]", at, at + _BRACKETED) >= 0 and _in_brackets(text, run[0].start, at)):
        return None
    if style == "iso" and not any(m.quoted or _is_plural_possessive(text, m) for m in run) and "/" not in printed:
        from newsnorm.dates.iso import replacement  # its patterns are of use to this style only

        found = replacement(text, run, printed, mentions[first - 1] if first else None)
        if found is not None and found[0] >= floor:
            start, stop, new = found
            stop = at if stop == end and text[end:at] == "." else stop
            return edit_of(start, stop, new, chosen.rule)
    return edit_of(at, at, f" [{printed}]", chosen.rule)


def _chosen(run: Sequence[DateMention]) -> DateMention:
    """Return the mention of a run by whose rule it is printed."""
    return next(mention for mention in run if mention.annotation)


def _printed(text: str, run: Sequence[DateMention]) -> str:
    """Return what the brackets hold: the finest value of a run, or both ends of a glued one; "" for nothing."""
    if _GLUE.fullmatch(text[run[0].end : run[1].start]):
        return "/".join(dict.fromkeys(map(_day, run)))
    # A bare clock time only implies its day.
    said = [m for m in run if m.annotation or m.anchor is None or m.rule != "dates.clock"]
    length = max(len(_day(m)) for m in said)
    finest = [m.annotation for m in said if len(_day(m)) == length]
    # A date given in full beside it says all there is to say: "Monday (February 14, 2022)".
    return "" if None in finest else finest[-1] or ""


def _end_of_word(text: str, mention: DateMention, limit: int) -> int:
    """Return where the brackets go: after the possessive, the compound or the abbreviation's full stop."""
    end = mention.end
    if text[end] == ".":
        return end + bool(_ABBREVIATED.search(text, max(mention.start, end - 8), end) and _STOP.match(text, end))
    if found := _POSSESSIVE.match(text, end) or _COMPOUND.match(text, end):
        return found.end() if found.end() <= limit else end
    return end + _is_plural_possessive(text, mention)


def _is_plural_possessive(text: str, mention: DateMention) -> bool:
    """Tell "this Christmas' sales" from the end of a quotation, which single marks make look alike."""
    end = mention.end
    return text[end - 1 : end] == "s" and not mention.quoted and bool(_PLURAL_POSSESSIVE.match(text, end))


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Tell whether an editor's square brackets already hold the mention: those are not nested."""
    closing = text.find("]", end, end + _BRACKETED)
    if closing < 0 or text.find("[", end, closing) >= 0 or text.find("\n", end, closing) >= 0:
        return False
    before = text[max(0, start - _BRACKETED) : start]
    return before.rfind("[") > max(before.rfind("]"), before.rfind("\n"))
