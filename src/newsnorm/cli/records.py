"""One record in, one record out: what the filter does with a text and with a line of JSONL.

Only the value of the text field is written anew; every other character of a line stays as it is: the other
fields, their order, the white space, how numbers and characters are written. Nothing here raises, whatever a
line holds: a bad record comes back as it was, with what is wrong with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import regex

from newsnorm.api import Options, clean, explain
from newsnorm.arguments import Published
from newsnorm.result import Result

__all__ = ["Cleaned", "Settings", "Value", "clean_line", "clean_text", "read_fields", "text_of_line"]

_SPACE: Final = regex.compile(r"[ \t\n\r]*+")
_DECODER: Final = json.JSONDecoder(parse_int=float)  # numbers are never written anew, and an int of any length passes
_UNDECODED: Final = regex.compile("[\udc80-\udcff]")  # bytes that are not UTF-8, as surrogateescape shows them
_OTHER_SURROGATE: Final = regex.compile("[\ud800-\udc7f\udd00-\udfff]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold what the command line asks for; a plain value that pickles to worker processes."""

    options: Options
    published: Published = None
    text_field: str = "text"
    date_field: str | None = None
    explained: bool = False


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Hold what became of a record: its new form, the `Result` if one was asked for, what was wrong with it."""

    output: str
    result: Result | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """Hold the value of a JSON field, and where in the line it stands."""

    start: int
    end: int
    value: object


def clean_text(text: str, settings: Settings) -> Cleaned:
    """Clean one text.

    >>> clean_text("It ended.", Settings({})).output
    'It ended.'
    """
    return _guarded(text, lambda: _cleaned(text, settings.published, settings))


def clean_line(line: str, settings: Settings) -> Cleaned:
    """Clean the text of one line of JSONL; a blank line and a text of ``null`` are passed through.

    >>> clean_line('{"n": 1.50, "text": "It ended."}', Settings({})).output
    '{"n": 1.50, "text": "It ended."}'
    >>> clean_line('{"n": 1}', Settings({})).error
    "no field 'text'"
    """
    if _is_blank(line):
        return Cleaned(line)
    return _guarded(line, lambda: _cleaned_line(line, settings))


def read_fields(line: str) -> dict[str, Value]:
    """Return the fields of a JSON object with their places; raise ``ValueError`` for anything else.

    Of a field that is there twice the last counts, as everywhere in Python.

    >>> read_fields('{"text": "a"}')["text"]
    Value(start=9, end=12, value='a')
    """
    at = _after_space(line, 0)
    if not line.startswith("{", at):
        raise ValueError("not a JSON object")
    fields: dict[str, Value] = {}
    at = _after_space(line, at + 1)
    more = not line.startswith("}", at)
    while more:
        if not line.startswith('"', at):
            raise json.JSONDecodeError("Expecting a field name in double quotes", line, at)
        name, at = _DECODER.raw_decode(line, at)
        start = _after_space(line, _after(":", line, _after_space(line, at)))
        value, end = _DECODER.raw_decode(line, start)
        fields[name] = Value(start, end, value)
        at = _after_space(line, end)
        more = line.startswith(",", at)
        if more:
            at = _after_space(line, at + 1)
    at = _after_space(line, _after("}", line, at))
    if at != len(line):
        raise json.JSONDecodeError("Extra data", line, at)
    return fields


def text_of_line(line: str, name: str) -> tuple[str | None, str | None]:
    """Return the text of one line of JSONL and what is wrong with the line; both are None where there is no text.

    >>> text_of_line('{"text": "a"}', "text"), text_of_line("[]", "text")
    (('a', None), (None, 'not a JSON object'))
    """
    if _is_blank(line):
        return None, None
    try:
        return _text_of(read_fields(line), line, name), None
    except Exception as error:
        return None, _problem(error)


def _is_blank(line: str) -> bool:
    return not line.strip(" \t\r\n")


def _text_of(fields: dict[str, Value], line: str, name: str) -> str | None:
    """Return the string in a field, or None for ``null``; raise ``ValueError`` for anything else."""
    if name not in fields:
        raise ValueError(f"no field {name!r}")
    field = fields[name]
    if field.value is None or isinstance(field.value, str):
        return field.value
    raise ValueError(f"{name!r} is {line[field.start : field.end]:.40}: allowed are a string and null")


def _guarded(before: str, cleaned: Callable[[], Cleaned]) -> Cleaned:
    """Pass a record through if it cannot be cleaned, and say why."""
    try:
        return cleaned()
    except Exception as error:
        return Cleaned(before, error=_problem(error))


def _problem(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg.removesuffix(' at')} at character {error.pos + 1}"
    if isinstance(error, ValueError):
        return str(error)
    if isinstance(error, RecursionError):
        return "not usable: nested too deeply"
    return f"internal error, please report it: {error!r}"  # a defect of ours must not cost the rest of the stream


def _cleaned(text: str, published: Published, settings: Settings) -> Cleaned:
    if settings.explained:
        result = explain(text, published=published, **settings.options)
        # The report has no use for the line counts, which would cross from process to process with every record.
        return Cleaned(result.text, replace(result, repeated=None))
    return Cleaned(clean(text, published=published, **settings.options))


def _cleaned_line(line: str, settings: Settings) -> Cleaned:
    fields = read_fields(line)
    text = _text_of(fields, line, settings.text_field)
    published = settings.published
    if settings.date_field is not None and settings.date_field in fields:
        published = _text_of(fields, line, settings.date_field) or published
    if text is None:
        return Cleaned(line)
    cleaned = _cleaned(text, published, settings)
    if cleaned.output == text:
        return Cleaned(line, cleaned.result)
    place = fields[settings.text_field]
    written = _json_string(cleaned.output, line[place.start : place.end])
    return Cleaned(line[: place.start] + written + line[place.end :], cleaned.result)


def _json_string(text: str, before: str) -> str:
    """Write a string as JSON the way it was written before: with escapes only if there were some."""
    escaped = "\\u" in before
    if escaped and _UNDECODED.search(before):
        # Bytes that are not UTF-8 must come out as those bytes, and only other surrogates as escapes.
        return _OTHER_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
    return json.dumps(text, ensure_ascii=escaped)


def _after(mark: str, line: str, at: int) -> int:
    if line.startswith(mark, at):
        return at + 1
    raise json.JSONDecodeError(f"Expecting {mark!r}", line, at)


def _after_space(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at
