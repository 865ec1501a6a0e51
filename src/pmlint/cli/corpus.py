"""Look after a labelled corpus."""

from __future__ import annotations

import argparse
import sys

from pmlint.cli.codes import CLEAN, FINDINGS
from pmlint.cli.parser import one_of

HELP = "validate a labelled corpus"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint corpus``."""
    parser.add_argument("task", type=one_of("validate"), metavar="validate", help="what to do")
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="corpora")
    parser.add_argument(
        "--reference",
        metavar="FOLDER",
        help="documents of which no eight words in a row may stand in a corpus",
    )


def run(args: argparse.Namespace) -> int:
    """Writes a line for each fault; clean where there is none.

    Raises:
        CorpusError: A folder is no corpus.
    """
    from pmlint.training.validate import validate

    faults = [fault for folder in args.folders for fault in validate(folder, args.reference)]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    if not faults:
        sys.stdout.write(f"sound: {', '.join(args.folders)}\n")
    return FINDINGS if faults else CLEAN
