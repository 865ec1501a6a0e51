"""Score one document (its scorecard), or many into a table with a row each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pmlint.cli.codes import CLEAN, FAILED
from pmlint.cli.options import add_cache, add_color, add_config, add_model, cache_of, settings_of
from pmlint.cli.output import complain, is_terminal, width_of
from pmlint.errors import ConfigError

HELP = "score a document, or many into a table"
EPILOG = """\
'pmlint score FILE' shows the document's scores and its scorecard ('-' reads
standard input). With --output every document of PATH... becomes a row: scores,
rates of findings, commitments, shape and readability.

A run that was stopped, even by a power cut, is gone on with by running the same
command again: what was scored stays in FILE.partial until the table is whole.

exit codes:
  0  every document was scored
  2  a document could not be scored (its row says why, the others are written),
     or the table could not be written"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint score``."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="default: the current directory")
    parser.add_argument("--output", metavar="FILE", help="the table: scores.parquet, .csv, .json or .xlsx")
    parser.add_argument(
        "--workers", type=_workers, default=1, metavar="N", help="so many processes (default: 1)"
    )
    parser.add_argument("--exclude", action="append", metavar="PATTERNS", help="leave these out of a folder")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="date that 'by Friday' is counted from")
    add_model(parser)
    add_cache(parser)
    add_color(parser)
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the table and says what became of the documents.

    Raises:
        ConfigError: There is no output, or it cannot be written.
    """
    from pmlint.batch.extras import need
    from pmlint.batch.folder import score_files
    from pmlint.document import find_files

    paths = args.paths or ["."]
    if args.output is None:
        return _one(args, paths)
    if "-" in paths:
        what = "standard input is no file to keep a row for"
        raise ConfigError(what, mend="'pmlint score -' alone gives its scorecard")
    need("textstat", "frames", "the readability of a text")
    settings = settings_of(args)
    found, errors = find_files(paths, exclude=settings.exclude, respect_gitignore=settings.respect_gitignore)
    for error in errors:
        complain(str(error))
    if not found and not errors:
        complain(f"no documents in {', '.join(paths)}")
    if not found and errors:
        return FAILED
    with _progress(len(found)) as advance:
        outcome = score_files(
            found,
            Path(args.output),
            settings,
            workers=args.workers,
            cache=cache_of(args),
            progress=advance,
        )
    for path, reason in outcome.failures:
        complain(f"{path}: {reason}")
    resumed = f", {outcome.resumed:,} of them by the run before" if outcome.resumed else ""
    failed = f", {len(outcome.failures):,} could not be scored" if outcome.failures else ""
    documents = "1 document" if outcome.documents == 1 else f"{outcome.documents:,} documents"
    sys.stdout.write(f"{args.output}: {documents}{resumed}{failed}\n")
    return FAILED if errors or outcome.failures else CLEAN


def _one(args: argparse.Namespace, paths: list[str]) -> int:
    """Writes the scores and the scorecard of one document."""
    from pmlint.cli.intake import Intake
    from pmlint.library import scorecard
    from pmlint.report.scorecard import render_scorecard
    from pmlint.report.style import wants_color
    from pmlint.report.summary import scores_line

    if len(paths) != 1 or Path(paths[0]).is_dir():
        raise ConfigError("there is no file for the table", where="--output", mend="add --output scores.csv")
    intake = Intake(settings_of(args), cache=cache_of(args))
    color = wants_color(args.color, is_terminal(sys.stdout))
    for report, _ in intake.reports(paths):
        if report.scores is not None:
            sys.stdout.write(f"Of 100: {scores_line(report.scores)}\n\n")
        sys.stdout.write(render_scorecard(scorecard(report), color=color, width=width_of(sys.stdout)))
    return FAILED if intake.errors else CLEAN


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], object]]:
    """A bar on standard error where that is a terminal; nothing elsewhere."""
    if not is_terminal(sys.stderr):
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("scoring"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("scoring", total=total)
        yield lambda count: bar.advance(task, count)


def _workers(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of processes; write 1 or more")
    return int(text)
