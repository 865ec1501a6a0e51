"""Show a document's commitments: owner, due date and what is missing."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace

from pmlint.cli.codes import CLEAN, FAILED
from pmlint.cli.intake import Intake
from pmlint.cli.options import add_color, add_config, add_document, add_format, settings_of
from pmlint.cli.output import is_terminal, width_of

HELP = "show the commitments of a document"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint actions``."""
    parser.add_argument("file", metavar="FILE", help="a document, or '-' for standard input")
    add_format(parser, "text", "json")
    add_color(parser)
    add_document(parser)
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the commitments in the order of the text."""
    from pmlint import commitments
    from pmlint.records import SCHEMA_VERSION
    from pmlint.report.actions import render_actions
    from pmlint.report.json import item_to_dict
    from pmlint.report.style import wants_color

    settings = settings_of(args)
    intake = Intake(settings, args.stdin_filename)
    for document in intake.documents([args.file]):
        items = commitments.extract(
            replace(document, date=settings.date or document.date), vocabulary=settings.lexicons
        )
        if args.format == "json":
            data = {
                "schema_version": SCHEMA_VERSION,
                "path": document.path,
                "action_items": [item_to_dict(item) for item in items],
            }
            sys.stdout.write(json.dumps(data, indent=2) + "\n")
        else:
            color = wants_color(args.color, is_terminal(sys.stdout))
            sys.stdout.write(render_actions(items, color=color, width=width_of(sys.stdout)))
    return FAILED if intake.errors else CLEAN
