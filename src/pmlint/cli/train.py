"""Train a model on labelled documents."""

from __future__ import annotations

import argparse
import sys

from pmlint.cli.codes import CLEAN
from pmlint.errors import ModelError

HELP = "train a model on labelled documents"
EPILOG = """\
The artefact is written to the folder 'artefact' beside the train.toml; point the
setting 'model' at that folder to use it. Nothing is downloaded. What training
needs comes with the extra: pip install 'pmlint[train]'"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint train``."""
    parser.add_argument("config", metavar="TRAIN.TOML", help="which corpora to learn from, and how")
    parser.add_argument(
        "--keep-tier", action="store_true", help="keep the encoder that is there, fit only what is above it"
    )
    parser.add_argument("--measure", action="store_true", help="then measure on the test split: metrics.json")
    parser.add_argument("--measure-only", action="store_true", help="measure the model that is there")


def run(args: argparse.Namespace) -> int:
    """Trains and writes the artefact.

    Raises:
        ConfigError: The file cannot be used.
        CorpusError: A corpus cannot be used.
        ModelError: A library that training needs is not installed.
    """
    try:
        from pmlint.training.train import measure, train

        if not args.measure_only:
            train(args.config, tell=_tell, keep_tier=args.keep_tier)
        if args.measure or args.measure_only:
            measure(args.config, tell=_tell)
    except ModuleNotFoundError as error:
        raise ModelError(
            f"training needs the package '{error.name}'", mend="pip install 'pmlint[train]'"
        ) from error
    return CLEAN


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
