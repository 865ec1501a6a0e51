"""A trained model as the rest of pmlint uses it: found by name, loaded once, asked about sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pmlint.errors import ModelError, nearest
from pmlint.scoring.artefact import ARRAYS, read_arrays, read_manifest
from pmlint.scoring.decisions import Thresholds
from pmlint.scoring.document import DocumentModel
from pmlint.scoring.numbers import Floats
from pmlint.scoring.sample import Sample
from pmlint.scoring.stack import Stack, Tier, judged

RULES_ALONE = "rules"
"""Name of the setting under which no model is asked."""

_PACKAGE = Path(__file__).parents[1]
# Models are shipped inside the wheel; in a checkout they lie beside the sources.
_SHELVES = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")


@dataclass(frozen=True)
class Model:
    """A trained model.

    Attributes:
        folder: Its artefact.
        manifest: What the artefact says of itself (``"tier"``, ``"hash"``, ``"metadata"`` …).
    """

    folder: Path
    manifest: dict[str, Any]

    @property
    def tier_name(self) -> str:
        """``"fast"`` or ``"full"``."""
        return str(self.manifest["tier"])

    @cached_property
    def tier(self) -> Tier:
        """What reads the words, loaded when first asked for."""
        if self.tier_name == "full":
            from pmlint.scoring.full import FullTier

            return FullTier(self.folder)
        from pmlint.scoring.fast import FastTier

        return FastTier.load(self.folder)

    @cached_property
    def _arrays(self) -> Any:
        return read_arrays(self.folder / ARRAYS)

    @cached_property
    def stack(self) -> Stack:
        """The joint of tier, rules and cues."""
        return Stack.from_arrays(self._arrays)

    @cached_property
    def document(self) -> DocumentModel:
        """The document model."""
        return DocumentModel.from_arrays(self._arrays)

    @cached_property
    def thresholds(self) -> Thresholds:
        """From which probability on a label counts."""
        return Thresholds.from_dict(self.manifest["metadata"]["thresholds"])

    def probabilities(self, samples: Sequence[Sample], hits: Sequence[Sequence[float]]) -> Floats:
        """The probability of each of ``OUTPUTS``, a row for each sentence.

        Args:
            samples: The sentences in their surroundings.
            hits: How sure the rules are of each label in each sentence.
        """
        return judged(self.tier, self.stack, samples, hits)


def find_model(name: str) -> Path:
    """The folder of a model's artefact.

    Args:
        name: ``"fast"``, ``"full"``, or the path of a folder that ``pmlint train`` wrote.

    Raises:
        ModelError: There is no such model.
    """
    for shelf in _SHELVES:
        if (shelf / name / "artefact").is_dir() and "/" not in name:
            return shelf / name / "artefact"
    path = Path(name)
    for folder in (path, path / "artefact"):
        if (folder / "manifest.json").is_file():
            return folder
    known = [m.name for s in _SHELVES if s.is_dir() for m in s.iterdir() if (m / "artefact").is_dir()]
    raise ModelError(
        f"there is no model '{name}'",
        mend=f"{nearest(path.name, [*known, RULES_ALONE])}; or give the folder of a trained model",
    )


def load_model(name: str) -> Model:
    """The model of this name, its files verified; asking again costs nothing.

    Args:
        name: As for ``find_model``.

    Raises:
        ModelError: It is missing, damaged or of another version.
    """
    return _load(find_model(name))


@cache
def _load(folder: Path) -> Model:
    return Model(folder, read_manifest(folder))
