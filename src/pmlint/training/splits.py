"""Which writers a model learns from, is calibrated on and is tested on: no writer is in two of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pmlint.errors import CorpusError
from pmlint.training.examples import Example

Split = Literal["train", "calibration", "test"]
SPLITS: tuple[Split, ...] = ("train", "calibration", "test")
FILE = "splits.toml"


def read_splits(folder: str | Path) -> dict[str, Split]:
    """The split of each writer, as ``splits.toml`` in the corpus says.

    Args:
        folder: A corpus.

    Raises:
        CorpusError: The file is missing or broken, or a writer is in two splits.
    """
    path = Path(folder) / FILE
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorpusError(f"cannot be read: {error}", where=str(path)) from error
    found: dict[str, Split] = {}
    for split in SPLITS:
        for writer in stored.get(split, ()):
            if writer in found:
                raise CorpusError(f"{writer} is in two splits", where=str(path), mend="keep one of them")
            found[writer] = split
    return found


def of_split(examples: Iterable[Example], splits: dict[str, Split], wanted: Split) -> list[Example]:
    """The examples whose writer is in a split."""
    return [e for e in examples if splits.get(e.writer) == wanted]
