"""Explain a rule: what it flags, why, what to write, and when it is wrong."""

from __future__ import annotations

import argparse
import sys

from pmlint.cli.codes import CLEAN
from pmlint.cli.options import add_color
from pmlint.cli.output import is_terminal, width_of
from pmlint.errors import ConfigError, nearest

HELP = "explain a rule"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint explain``."""
    parser.add_argument("rule", metavar="RULE", help="code or name, such as PM101")
    add_color(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the rule's card.

    Raises:
        ConfigError: There is no such rule.
    """
    from pmlint.cli.card_text import card_text
    from pmlint.report.style import wants_color
    from pmlint.rules.registry import cards, find_card

    card = find_card(args.rule)
    if card is None:
        mend = nearest(args.rule, [name for card in cards() for name in (card.code, card.name)])
        if not mend.startswith("did"):
            mend = "'pmlint rules' lists them"
        raise ConfigError(f"unknown rule '{args.rule}'", mend=mend)
    color = wants_color(args.color, is_terminal(sys.stdout))
    sys.stdout.write(card_text(card, color=color, width=width_of(sys.stdout)))
    return CLEAN
