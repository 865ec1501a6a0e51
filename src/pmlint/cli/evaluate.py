"""Measure pmlint on a folder of labelled documents."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from pmlint.cli.codes import CLEAN
from pmlint.cli.options import add_color, add_config, add_format, add_model, settings_of
from pmlint.cli.output import is_terminal, width_of

HELP = "measure pmlint on labelled documents"
EPILOG = """\
The folder holds documents/ (or docs/), units.jsonl, labels.jsonl and, for the rank
correlations, ratings.jsonl. The intervals are 95 % intervals over documents."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint evaluate``."""
    parser.add_argument("folder", metavar="FOLDER", help="labelled documents")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="also show N errors, drawn at random"
    )
    add_model(parser)
    add_format(parser, "text", "json")
    add_color(parser)
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """Checks every document and writes the figures.

    Raises:
        CorpusError: The folder is no labelled corpus.
    """
    import random

    from pmlint.training.corpus import read_corpus
    from pmlint.training.evaluate import evaluate

    figures, whole = evaluate(read_corpus(args.folder), settings_of(args))
    errors = random.Random(0).sample(whole.errors, min(args.errors, len(whole.errors)))
    if args.format == "json":
        sys.stdout.write(
            json.dumps(figures | {"errors": errors} if args.errors else figures, indent=2) + "\n"
        )
        return CLEAN
    from pmlint.report.style import wants_color

    color = wants_color(args.color, is_terminal(sys.stdout))
    sys.stdout.write(as_text(figures, color=color, width=width_of(sys.stdout)))
    for category, kind, doc, uid, text in errors:
        sys.stdout.write(f"{category}: {kind}: {doc} unit {uid}: {' '.join(text.split())}\n")
    return CLEAN


def as_text(figures: dict[str, Any], *, color: bool = False, width: int = 80) -> str:
    """The figures as tables for a terminal."""
    from rich.text import Text

    from pmlint.report.table import new_table, table_text

    intervals = figures["interval_95"]
    found = new_table(
        ("What", "Precision", "Recall", "F1", "95 %", "Found", "False", "Missed"), narrow=("F1",)
    )
    for name, row in figures.items():
        if isinstance(row, dict) and "f1" in row:
            values = (row["precision"], row["recall"], row["f1"])
            counts = (row["tp"], row["fp"], row["fn"])
            cells = [name, *(f"{v:.3f}" for v in values), _span(intervals.get(name)), *map(str, counts)]
            found.add_row(*map(Text, cells))
    lines = [table_text(found, color=color, width=max(width, 90))]
    fields = ", ".join(f"{k} {v:.3f}" for k, v in figures["action_fields"].items())
    lines.append(f"fields of the commitments found: {fields}\n")
    for name, value in figures.items():
        if name.startswith("spearman_"):
            shown = "none" if value is None else f"{value:.3f} {_span(intervals.get(name))}"
            lines.append(f"{name.removeprefix('spearman_')}: rank correlation with the readers {shown}\n")
    for name, value in figures["interval_coverage"].items():
        if value is not None:
            lines.append(f"{name}: {value:.0%} of the readers' ratings lie in the interval of 80 %\n")
    alarms = figures["false_alarms_per_1000_words_of_clean_documents"]
    lines.append(f"false alarms per 1,000 words of documents without blame or fog: {alarms}\n")
    lines.append(f"documents: {figures['documents']}\n")
    for name, row in figures["recall_by_subtype"].items():
        lines.append(f"{name}: {row['found']} of {row['of']} found\n")
    return "".join(lines)


def _span(interval: list[float] | None) -> str:
    return f"{interval[0]:.2f}-{interval[1]:.2f}" if interval else ""
