"""The document model: three scores, each with an interval and with the sentences that moved it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pmlint.records import Moved, Scores
from pmlint.scoring.evidence import Evidence
from pmlint.scoring.numbers import Floats

SCORES = ("blameless", "accountable", "candid")
MOST_MOVED = 3
_LEAST_MOVED = 1.0


@dataclass(frozen=True)
class DocumentModel:
    """Linear weights of the evidence, and how far the scores were off on writers not learned from.

    Attributes:
        weights: A row for each of ``SCORES``, a column for each piece of evidence, in points.
        bias: In points.
        margin: Half the width of the 80 % interval of each score, in points.
    """

    weights: Floats
    bias: Floats
    margin: Floats

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any]) -> DocumentModel:
        """The model stored under ``document_weights``, ``document_bias`` and ``document_margin``."""
        return cls(*(arrays[f"document_{name}"] for name in ("weights", "bias", "margin")))

    def arrays(self) -> dict[str, Floats]:
        """What ``from_arrays`` reads."""
        return {
            "document_weights": self.weights,
            "document_bias": self.bias,
            "document_margin": self.margin,
        }

    def points(self, values: Floats) -> Floats:
        """The three scores of one document's evidence, each 0 to 100."""
        import numpy as np

        return np.clip(self.weights @ values + self.bias, 0.0, 100.0)

    def score(self, evidence: Evidence, ranges: Sequence[tuple[int, int]]) -> Scores:
        """The scores of a document.

        Args:
            evidence: What the document gives.
            ranges: Source range of each of its sentences.
        """
        found = self.points(evidence.values())
        moved: list[Moved] = []
        # Only a sentence that weighs anything can have moved a score.
        heavy = [i for i in range(len(evidence.weights)) if evidence.weights[i].any()]
        shifts = {i: found - self.points(evidence.without(i)) for i in heavy}
        for column, name in enumerate(SCORES):
            strongest = sorted(heavy, key=lambda i: (-abs(shifts[i][column]), i))[:MOST_MOVED]
            moved += [
                Moved(name, round(float(shifts[i][column]), 1), *ranges[i])
                for i in strongest
                if abs(shifts[i][column]) >= _LEAST_MOVED
            ]
        values = [round(float(value), 1) for value in found]
        return Scores(
            *values,
            intervals={
                name: (round(max(0.0, float(v) - float(m)), 1), round(min(100.0, float(v) + float(m)), 1))
                for name, v, m in zip(SCORES, found, self.margin)
            },
            moved=tuple(moved),
        )
