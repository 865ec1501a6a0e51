"""Check documents: files, folders (walked), or '-' for standard input."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from pmlint.cli.codes import CLEAN, FAILED, FINDINGS
from pmlint.cli.intake import Intake
from pmlint.cli.options import (
    add_cache,
    add_color,
    add_config,
    add_document,
    add_format,
    add_model,
    cache_of,
    settings_of,
)
from pmlint.cli.output import is_terminal, opened, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from pmlint.records import Report

HELP = "check documents (the command that may be left out)"
EPILOG = """\
exit codes:
  0  nothing flagged, or only findings of severity info
  1  a problem of severity warning or error; good signs never count
  2  a file could not be read or an option not understood; the other files are
     still checked

Rules are given as codes (PM101), beginnings of codes (PM1) or names, separated
by commas. --ignore and --exclude add to the configuration file, the other
options replace what it says."""
COUNTED = ("warning", "error")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint check``."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="default: the current directory")
    output = parser.add_argument_group("output")
    add_format(output, "text", "json")
    output.add_argument("--output", metavar="FILE", help="write to this file")
    output.add_argument("--quiet", "-q", action="store_true", help="one line for each problem, nothing else")
    output.add_argument(
        "--statistics", action="store_true", help="end with how often each rule found something"
    )
    output.add_argument("--exit-zero", action="store_true", help="exit with 0 also where there are problems")
    add_color(output)
    rules = parser.add_argument_group("rules")
    rules.add_argument("--select", action="append", metavar="RULES", help="only these rules")
    rules.add_argument("--ignore", action="append", metavar="RULES", help="not these rules")
    rules.add_argument(
        "--min-severity", metavar="LEVEL", help="leave out what is milder: info, warning, error"
    )
    rules.add_argument("--min-confidence", metavar="NUMBER", help="leave out what is less sure: 0 to 1")
    add_model(rules)
    reading = parser.add_argument_group("reading")
    reading.add_argument("--exclude", action="append", metavar="PATTERNS", help="leave these out of a folder")
    add_document(reading)
    add_cache(reading)
    add_config(reading)


def run(args: argparse.Namespace) -> int:
    """Checks, writes and gives the exit code."""
    settings = settings_of(args)
    intake = Intake(settings, args.stdin_filename, cache_of(args))
    with opened(args.output) as out:
        found = intake.reports(args.paths or ["."])
        reports = (
            _write_json(found, intake, out)
            if args.format == "json"
            else _write_text(found, intake, out, args)
        )
    if intake.errors:
        return FAILED
    counted = any(finding.severity in COUNTED for report in reports for finding in report.problems)
    return FINDINGS if counted and not args.exit_zero else CLEAN


def _write_json(found: Iterator[tuple[Report, str]], intake: Intake, out: TextIO) -> list[Report]:
    from pmlint.report.json import to_json

    reports = [report for report, _ in found]
    out.write(to_json(reports, intake.errors))
    return reports


def _write_text(
    found: Iterator[tuple[Report, str]], intake: Intake, out: TextIO, args: argparse.Namespace
) -> list[Report]:
    from pmlint.report.style import wants_color
    from pmlint.report.text import render, render_statistics, render_totals

    # A file is coloured on request alone: FORCE_COLOR speaks of what is shown.
    color = wants_color(args.color, is_terminal(out), {} if args.output else None)
    reports: list[Report] = []
    gap = False
    for report, source in found:
        text = render(report, source, color=color, quiet=args.quiet, width=width_of(out))
        # Long reports stand apart; the single lines of documents without problems stand together.
        long = text.count("\n") > 1 and not args.quiet
        out.write("\n" * (bool(reports) and (gap or long)) + text)
        gap = long
        reports.append(report)
    if not args.quiet and len(reports) + len(intake.errors) > 1:
        out.write("\n" + render_totals(reports, len(intake.errors), color=color))
    if args.statistics:
        out.write("\n" * (not args.quiet) + render_statistics(reports, color=color))
    return reports
