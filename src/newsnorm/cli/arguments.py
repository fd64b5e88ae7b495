"""The options of the command line. Stages, their values and their defaults are read off `newsnorm.clean`."""

from __future__ import annotations

import argparse
import inspect
from typing import Final, cast, get_args, get_type_hints

import newsnorm
from newsnorm.api import Options, clean
from newsnorm.arguments import as_published, language
from newsnorm.cli.terminal import reason
from newsnorm.rules import BUILTIN, STAGES, RuleError, Rules
from newsnorm.sites import LineCounts

__all__ = ["count_parser", "filter_parser", "options_of", "rules_of", "rules_parser"]

_HELP: Final = {
    "encoding": "mojibake, entities and invisible characters",
    "boilerplate": "lines and parts of lines that are not the story",
    "quotes": "quotation marks and apostrophes",
    "dates": "dates that depend on the publication date",
    "names": "names of persons, organizations and places",
}
# A bad call gets one line of error under this one; the options are listed where help is asked for.
_USAGE: Final = "%(prog)s [options] {}"
_EPILOG: Final = """\
commands:
  newsnorm rules          list the rules: ids, reasons, examples
  newsnorm count          count the lines of a collection, for --repeated

To read a file named "rules" or "count", write ./rules or ./count.

examples:
  newsnorm --published 2022-02-15 <article.txt
  newsnorm --jsonl --date-field date --jobs 4 --edits edits.jsonl <articles.jsonl >clean.jsonl

exit status:
  0  all is well
  1  some record could not be cleaned, or something could not be written
  2  the call is wrong; nothing was written
"""


def filter_parser() -> argparse.ArgumentParser:
    """Return the parser of ``newsnorm`` without a command."""
    parser = argparse.ArgumentParser(
        prog="newsnorm",
        usage=_USAGE.format("[FILE]"),
        description="Clean news text: one article in, the same article out, or JSONL in, JSONL out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="what to read (default: standard input)")
    parser.add_argument("--version", action="version", version=f"%(prog)s {newsnorm.__version__}")
    parser.add_argument(
        "--published",
        type=_published,
        metavar="DATE",
        help="publication date, ISO 8601; without it, dates are left alone",
    )
    _add_stages(parser)
    parser.add_argument("--lang", type=_lang, metavar="TAG", help="language of the articles, BCP 47 (default: en)")
    _add_rules(parser)
    parser.add_argument(
        "--repeated", metavar="FILE", help="line counts of the collection, as newsnorm count wrote them"
    )
    records = parser.add_argument_group("many articles")
    records.add_argument(
        "--jsonl", action="store_true", help="read and write JSON objects, one per line; keep other fields"
    )
    records.add_argument("--text-field", metavar="NAME", help="field that holds the text (default: text)")
    records.add_argument("--date-field", metavar="NAME", help="field that holds its date (default: published)")
    records.add_argument("--jobs", type=_jobs, metavar="N", help="number of processes (default: 1)")
    audit = parser.add_argument_group("what was changed")
    audit.add_argument("--edits", metavar="FILE", help="write every edit, as JSONL")
    audit.add_argument("--html", metavar="FILE", help="write every article with its edits coloured, as HTML")
    return parser


def rules_parser() -> argparse.ArgumentParser:
    """Return the parser of ``newsnorm rules``."""
    parser = argparse.ArgumentParser(
        prog="newsnorm rules",
        usage=_USAGE.format("[ID ...]"),
        description="List the rules: ids, reasons, examples.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="only this rule or family, e.g. dates or boilerplate.share"
    )
    _add_rules(parser)
    return parser


def count_parser() -> argparse.ArgumentParser:
    """Return the parser of ``newsnorm count``."""
    parser = argparse.ArgumentParser(
        prog="newsnorm count",
        usage=_USAGE.format("[FILE ...]"),
        description="Count the lines of a collection of articles; write the counts to standard output.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "files", nargs="*", default=["-"], metavar="FILE", help="articles, one per file (default: standard input)"
    )
    parser.add_argument("--jsonl", action="store_true", help="read JSON objects, one per line")
    parser.add_argument("--text-field", metavar="NAME", help="field that holds the text (default: text)")
    return parser


def options_of(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Options:
    """Return the keywords of `newsnorm.clean` that are asked for; exit with status 2 if they cannot be had."""
    given = vars(arguments)
    options = {name: given[name] for name in (*STAGES, "lang") if given[name] is not None}
    options["rules"] = rules_of(parser, arguments)
    if arguments.repeated is not None:
        try:
            options["repeated"] = LineCounts.load(arguments.repeated)
        except (OSError, ValueError) as error:
            parser.error(f"--repeated {reason(error)}")
    return cast(Options, options)


def rules_of(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> Rules:
    """Return the rules that are asked for; exit with status 2 if they cannot be had."""
    try:
        return BUILTIN.plus(*arguments.rules).without(*arguments.without)
    except RuleError as error:
        parser.error(str(error))
    except ValueError as error:
        parser.error(f"--without: {error}")
    except OSError as error:
        parser.error(f"--rules {reason(error)}")


def _add_stages(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("stages")
    values = get_type_hints(Options)
    defaults = inspect.signature(clean).parameters
    for stage in STAGES:
        group.add_argument(
            f"--{stage}",
            choices=get_args(values[stage]),
            help=f"{_HELP[stage]} (default: {defaults[stage].default})",
        )


def _add_rules(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("rules")
    group.add_argument(
        "--rules", action="append", default=[], metavar="FILE", help="add the rules and names of a TOML file"
    )
    group.add_argument(
        "--without", action="append", default=[], metavar="ID", help="switch a rule or family of rules off"
    )


def _published(value: str) -> str:
    try:
        as_published(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return value


def _lang(value: str) -> str:
    try:
        language(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return value


def _jobs(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"jobs is {value!r}: allowed is a whole number above zero")
    return int(value)
