"""Options that several commands share, and the settings they lead to."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmlint.cli.parser import one_of

if TYPE_CHECKING:
    from pmlint.batch.cache import Cache
    from pmlint.config import Settings

LISTS = ("select", "ignore", "exclude")
VALUES = ("min_severity", "min_confidence", "date", "model")


def add_color(parser: argparse._ActionsContainer) -> None:
    """Adds ``--color``."""
    parser.add_argument(
        "--color",
        type=one_of("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="auto (on a terminal; NO_COLOR and FORCE_COLOR are honoured), always or never",
    )


def add_format(parser: argparse._ActionsContainer, *formats: str) -> None:
    """Adds ``--format``, the first format being the default."""
    text = f"{', '.join(formats[:-1])} or {formats[-1]} (default: {formats[0]})"
    parser.add_argument("--format", type=one_of(*formats), default=formats[0], metavar="FORMAT", help=text)


def add_model(parser: argparse._ActionsContainer) -> None:
    """Adds ``--model``."""
    parser.add_argument(
        "--model", metavar="MODEL", help="fast, full, the folder of a model of your own, or rules"
    )


def add_cache(parser: argparse._ActionsContainer) -> None:
    """Adds ``--no-cache``."""
    parser.add_argument("--no-cache", action="store_true", help="compute everything anew and keep no results")


def cache_of(args: argparse.Namespace) -> Cache | None:
    """Where results are kept between runs, or ``None`` after ``--no-cache``."""
    if args.no_cache:
        return None
    from pmlint.batch.cache import Cache

    return Cache()


def add_config(parser: argparse._ActionsContainer) -> None:
    """Adds ``--config`` and ``--no-config``."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help="use this configuration file, not the nearest one")
    which.add_argument("--no-config", action="store_true", help="use no configuration file")


def add_document(parser: argparse._ActionsContainer) -> None:
    """Adds ``--date`` and ``--stdin-filename``."""
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="date that 'by Friday' is counted from")
    parser.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="name of what comes in on standard input: its suffix is its format",
    )


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings in force for a command.

    Raises:
        ConfigError: The configuration file or an option cannot be used.
    """
    from pmlint.config import load
    from pmlint.rules.registry import cards

    overrides: dict[str, Any] = {}
    for name in LISTS:
        given = getattr(args, name, None)
        if given is not None:
            overrides[name] = [entry.strip() for text in given for entry in text.split(",") if entry.strip()]
    for name in VALUES:
        overrides[name] = getattr(args, name, None)
    if overrides["min_confidence"] is not None:
        overrides["min_confidence"] = _number(overrides["min_confidence"])
    return load(
        config=Path(args.config) if args.config else None,
        overrides=overrides,
        known_rules=[name for card in cards() for name in (card.code, card.name, *card.aliases)],
        discover=not args.no_config,
    )


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text
