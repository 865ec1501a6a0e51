"""List every rule."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from pmlint.cli.codes import CLEAN
from pmlint.cli.options import add_color, add_format
from pmlint.cli.output import is_terminal, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmlint.rules.cards import Card

HELP = "list every rule"
FIELDS = ("code", "name", "category", "severity", "kind", "since", "summary", "praise")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint rules``."""
    add_format(parser, "text", "json", "markdown")
    add_color(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the rules in the order of their codes."""
    from pmlint.report.style import wants_color
    from pmlint.rules.registry import cards

    if args.format == "json":
        sys.stdout.write(json.dumps([as_dict(card) for card in cards()], indent=2) + "\n")
    elif args.format == "markdown":
        sys.stdout.write(as_markdown(cards()))
    else:
        color = wants_color(args.color, is_terminal(sys.stdout))
        sys.stdout.write(as_text(cards(), color=color, width=width_of(sys.stdout)))
    return CLEAN


def as_dict(card: Card) -> dict[str, object]:
    """A rule as plain data."""
    return {field: getattr(card, field) for field in FIELDS}


def as_markdown(cards: Sequence[Card]) -> str:
    """The rules as a Markdown table."""
    rows = ["| Code | Name | Severity | What it flags |", "| --- | --- | --- | --- |"]
    for card in cards:
        summary = card.summary.replace("|", "\\|")
        rows.append(f"| {card.code} | {card.name} | {level(card)} | {summary} |")
    return "\n".join(rows) + "\n"


def as_text(cards: Sequence[Card], *, color: bool = False, width: int = 80) -> str:
    """The rules as a table for a terminal."""
    from rich.text import Text

    from pmlint.report.style import STYLES
    from pmlint.report.table import new_table, table_text

    table = new_table(("Code", "Name", "Severity", "What it flags"), narrow=("Code", "Name", "Severity"))
    for card in cards:
        style = STYLES["good" if card.praise else card.severity]
        table.add_row(Text(card.code), Text(card.name), Text(level(card), style=style), Text(card.summary))
    return table_text(table, color=color, width=width)


def level(card: Card) -> str:
    """The severity, or ``"good sign"`` for a rule whose findings are praise."""
    return "good sign" if card.praise else card.severity
