"""Cut a text into units: the pieces that are boilerplate or not as a whole.

A unit is a line; or a piece of a line that was glued from several when a page was dumped to text ("Getty
ImagesDUBAI, United Arab Emirates —"); or a sentence, where the whole text is one long line with few joints, which are
inside names then. Joints are virtual:
no character changes because a line was cut at one. Whether a line is cut, and where, depends on that line alone
(sentences: on there being one line), so that taking units away does not change how the others are cut.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from newsnorm.rules import data_tables
from newsnorm.straight import straightened

__all__ = ["Unit", "rejoined", "units", "units_of"]

_LOW: Final = "a-zß-öø-ÿ"
_UP: Final = "A-ZÀ-ÖØ-Þ"
_MARKS: Final = "\"'"
# As bytes.translate reads Latin-1: "a" for what a unit may end with before a joint, "A" for each capital.
_SORTS: Final = bytes(
    ord("A" if re.match(f"[{_UP}]", sign) else "a" if re.match(rf"[{_LOW}0-9).!?:\"']", sign) else " ")
    for sign in map(chr, range(256))
)
_MEETING: Final = re.compile(b"A(?<=aA)")  # begins with what is rarer, and so is found twice as fast as b"aA"
# A sentence and the next that meet with no space: "this month.List your needs and", 'so."The man'.
_STRONG: Final = re.compile(
    rf"(?:[{_LOW}]{{2}}[.!?:]|[{_LOW}]{{2}}[.!?][\"')]|[{_LOW}][\"')][.!?])(\"?)[{_UP}][{_LOW}]*,? "
)
# A word and a capital that meet with no space: "PressEurope", "2023Share", "(Reuters)The".
_CAMEL: Final = re.compile(rf"[{_LOW}][{_LOW}0-9]{{2}}(?:[{_UP}][{_LOW}]{{2}}|[{_UP}]{{3}})|[0-9)][{_UP}][{_LOW}]{{3}}")
_SENTENCE: Final = re.compile(rf"[.!?](?<=[{_LOW}0-9)\"'%].)[\"')]? +(?=[{_UP}\"'(\[0-9])")
# The path of a link, and its host up to the last dot: what a host is glued to ("example.orgThe") is no part of it.
_LINK: Final = re.compile(r'(?:://|www\.)(?:[^\s"<>/]*/[^\s"<>]*|[^\s"<>/]*\.)')
_TOKEN_BEFORE: Final = re.compile(r"[^\W\d_]*\Z")
_TOKEN_AFTER: Final = re.compile(r"[^\W\d_]*")
_TAG_BEFORE: Final = re.compile(r"[#@](?=\w{0,39}?[A-Z])\w{1,40}\Z")  # one that has a capital already
# An account in brackets is one word: "(@annaLind)".
_ACCOUNT_BEFORE: Final = re.compile(r"\(@\w{1,30}\Z")
_ACCOUNT_AFTER: Final = re.compile(r"\w{1,30}\)")
ONE_LINE: Final = 60  # words that a text of a single line must have to be read by sentences,
JOINT: Final = 60  # and words for each of its joints: where there are more, it is no article but a page
LABEL: Final = 4  # words that a piece before the first joints of it may have: the others are inside names


class Unit(NamedTuple):
    """Hold where a unit stands and its text with straight quotes and plain spaces.

    ``joint`` tells how it meets the next unit: "line" if a line ends here, "sentence" if a sentence does (with
    no space after it, or in a text of one line), "camel" if a capital follows a word.
    """

    start: int
    end: int
    text: str
    joint: Literal["line", "sentence", "camel"] = "line"


def units(text: str) -> list[Unit]:
    r"""Return the units of a text in order; every character but white space is in one.

    >>> [unit.text for unit in units("One line.\n\nRead moreCLEAR LAKE, Iowa")]
    ['One line.', 'Read more', 'CLEAR LAKE, Iowa']
    """
    return units_of(straightened(text))


def units_of(folded: str) -> list[Unit]:
    """Return the units of a text whose quotes and spaces are plain already."""
    found: list[Unit] = []
    joints = _joints(folded)
    place = at = 0
    for line in folded.splitlines(keepends=True):
        said = line.strip()
        if said:
            start = place if line[0] == said[0] else place + line.find(said)
            end = start + len(said)
            while at < len(joints) and joints[at][0] < end:
                joint, strong = joints[at]
                at += 1
                if joint > start:
                    found.append(Unit(start, joint, folded[start:joint], "sentence" if strong else "camel"))
                    start, said = joint, folded[joint:end]
            found.append(Unit(start, end, said))
        place += len(line)
    words = sum(unit.text.count(" ") for unit in found)
    if words >= max(ONE_LINE, JOINT * (len(found) - 1)) and all(unit.joint != "line" for unit in found[:-1]):
        head = list(takewhile(lambda unit: unit.text.count(" ") < LABEL, found[:-1]))
        return [*head, *(sentence for unit in rejoined(found[len(head) :]) for sentence in _sentences(unit))]
    return found


def rejoined(found: Iterable[Unit]) -> list[Unit]:
    """Return the units with their joints undone, but for lines that were clearly glued from sentences.

    A camel joint is too weak a sign to judge its two sides apart: it may be a name.
    """
    whole: list[Unit] = []
    for unit in found:
        last = whole[-1] if whole else None
        if last is not None and last.joint == "camel" and last.end == unit.start:
            whole[-1] = Unit(last.start, unit.end, last.text + unit.text, unit.joint)
        else:
            whole.append(unit)
    return whole


def _joints(text: str) -> list[tuple[int, bool]]:
    """Return where units meet inside lines, and whether it is a sentence that ends there."""
    found: list[tuple[int, bool]] = []
    closes = _closing(text)
    for at in _meetings(text):
        before = text[at - 1]
        if before in ".!?:\"'":
            last = text[at - 2 : at - 1]
            if last.isupper() or (before in _MARKS and last not in ".!?:"):
                continue  # "U.S.", "N.Y.", or a mark that opens
            for start in (at - 3, at - 4):
                strong = _STRONG.match(text, max(0, start))
                if strong and strong.end(1) == at:
                    mark = strong.start(1)
                    if mark < at:
                        found.append((at if closes(mark) else mark, True))
                    elif text[at - 2] != '"' or closes(at - 2):  # else the mark ends no quotation
                        found.append((at, True))
                    break
        elif (_CAMEL.match(text, max(0, at - 3)) or _CAMEL.match(text, at - 1)) and not _is_a_name(text, at):
            found.append((at, False))
    return found


def _closing(text: str) -> Callable[[int], bool]:
    """Return a function that tells of places in order whether a mark there closes what one opened in its line."""
    done, is_open = 0, False

    def closes(mark: int) -> bool:
        nonlocal done, is_open
        line = text.rfind("\n", done, mark)
        if line >= 0:
            done, is_open = line, False
        is_open ^= text.count('"', done, mark) % 2 == 1
        done = mark
        return is_open

    return closes


def _meetings(text: str) -> list[int]:
    """Return where a capital follows what a unit may end with; a character beyond Latin-1 counts as the latter."""
    sorts = text.encode("latin-1", "replace").translate(_SORTS)  # many times faster than a pattern
    found = [match.start() for match in _MEETING.finditer(sorts)]
    return _outside_links(found, text) if found and ("://" in text or "www." in text) else found


def _outside_links(places: list[int], text: str) -> list[int]:
    """Return the places that are inside no link: "example.org/newsArticle" is one word."""
    links = [(0, 0), *(link.span() for link in _LINK.finditer(text))]
    return [place for place in places if place >= links[bisect(links, (place, len(text))) - 1][1]]


def _is_a_name(text: str, at: int) -> bool:
    """Tell whether what looks like a joint is the inside of a name such as "YouTube", or of a tag: "#SaveOurPier"."""
    if _TAG_BEFORE.search(text, max(0, at - 41), at):
        return True
    if _ACCOUNT_BEFORE.search(text, max(0, at - 32), at) and _ACCOUNT_AFTER.match(text, at):
        return True
    before = _TOKEN_BEFORE.search(text, max(0, at - 20), at)
    after = _TOKEN_AFTER.match(text, at, at + 20)
    if not before or not after or not before[0]:
        return False
    if text[before.start() - 1 : before.start()] == "(" and text[after.end() : after.end() + 1] == ")":
        return True  # "(PressMediaWire) LUND, Jan. 7"
    return (before[0] + after[0]).lower().removesuffix("s") in _camel_names() or before[0] in _camel_starts()


@cache
def _inner_abbreviations() -> frozenset[str]:
    return frozenset(data_tables("any/structure.toml")["sentences"]["abbreviations"])


@cache
def _answers() -> tuple[str, ...]:
    return tuple(data_tables("any/structure.toml")["sentences"]["answers"])


@cache
def _camel_names() -> frozenset[str]:
    return frozenset(name.lower() for name in data_tables("any/structure.toml")["camel"]["names"])


@cache
def _camel_starts() -> frozenset[str]:
    return frozenset(data_tables("any/structure.toml")["camel"]["starts"])


def _sentences(line: Unit) -> Iterator[Unit]:
    start = 0
    for gap in _SENTENCE.finditer(line.text):
        if _goes_on(line.text, gap):
            continue
        end = gap.end() - len(gap[0]) + len(gap[0].rstrip())
        yield Unit(line.start + start, line.start + end, line.text[start:end], "sentence")
        start = gap.end()
    yield Unit(line.start + start, line.end, line.text[start:], line.joint)


def _goes_on(text: str, gap: re.Match[str]) -> bool:
    """Tell whether a sentence goes on behind its mark: "Mr. Lind", "St. Anna", or a question and its answer."""
    if gap[0][0] == "?":
        return text.startswith(_answers(), gap.end())
    word = _TOKEN_BEFORE.search(text, max(0, gap.start() - 8), gap.start()) if gap[0][0] == "." else None
    return word is not None and word[0] in _inner_abbreviations()
