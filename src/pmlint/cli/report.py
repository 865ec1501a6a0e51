"""Write one HTML page over many documents: trends, a quadrant, commitments, and each document's findings."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pmlint.cli.codes import CLEAN, FAILED
from pmlint.cli.intake import Intake
from pmlint.cli.options import add_config, add_model, settings_of
from pmlint.cli.output import opened
from pmlint.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmlint.document import Document

HELP = "write one HTML page over a folder of documents"
EPILOG = """\
The page needs nothing but itself: it opens from disk, without a network. It adds
up documents, rules and labels, never people. Dates come from the documents'
front matter, file names or text; documents without one are listed apart.

exit codes:
  0  the page was written
  2  it was not, or a file could not be read (the page lists such files)"""
STDOUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint report``."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="default: the current directory")
    parser.add_argument(
        "--output",
        "-o",
        metavar="FILE",
        default="report.html",
        help="write to this file, '-' for standard output (default: report.html)",
    )
    parser.add_argument("--title", default="Post-mortems", help="title of the page (default: Post-mortems)")
    parser.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        help="day that ages and overdue dates are counted to (default: today)",
    )
    add_model(parser)
    parser.add_argument("--exclude", action="append", metavar="PATTERNS", help="leave these out of a folder")
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """Reads, checks and writes the page."""
    from pmlint.entries import entry_of
    from pmlint.report.page import render_page

    as_of = _day(args.as_of)
    paths = args.paths or ["."]
    settings = settings_of(args)
    intake = Intake(replace(settings, exclude=(*settings.exclude, *_output_below(paths, args.output))))
    checked = intake.checked(paths, leave_out=_is_page)
    entries = [entry_of(document, report) for document, report in checked]
    if not entries:
        return FAILED
    page = render_page(entries, title=args.title, as_of=as_of, errors=intake.errors)
    # Opened only now: what is there stays as it was if something above fails.
    with opened(None if args.output == STDOUT else args.output) as out:
        out.write(page)
    if args.output != STDOUT:
        dated = sum(entry.report.date is not None for entry in entries)
        documents = f"{len(entries)} document{'' if len(entries) == 1 else 's'}"
        sys.stdout.write(f"{args.output}: {documents}, {dated} dated\n")
    return FAILED if intake.errors else CLEAN


def _is_page(document: Document) -> bool:
    """Whether a document is the page of an earlier run, which often lies in the folder it is about."""
    from pmlint.report.page import GENERATOR

    return document.format == "html" and f'name="generator" content="{GENERATOR}' in document.source[:2000]


def _output_below(paths: Sequence[str], output: str) -> Iterator[str]:
    """Patterns that leave out the page about to be replaced: it may be larger than any document."""
    page = Path(output).resolve()
    for root in (Path(path).resolve() for path in paths):
        if root in page.parents:
            yield "/" + re.sub(r"([*?\[\]!#\\ ])", r"\\\1", page.relative_to(root).as_posix())


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ConfigError(f"'{text}' is no date", where="--as-of", mend="write it as 2026-03-31") from None
