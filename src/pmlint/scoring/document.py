"""The document model: three scores, each with an interval and with the sentences that moved it.

Two voices: a regression on the evidence, learned from readers' ratings of a few hundred documents, and the
plain formula. The regression knows what no rule sees; the formula cannot be led astray by texts unlike those
that were learned from (Dawes, 1979, "The robust beauty of improper linear models in decision making",
American Psychologist 34). How much the formula says is set in ``train.toml``: the weaker the tier, the more.
"""

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
_STORED = ("weights", "bias", "slope", "shift", "share", "margin")


@dataclass(frozen=True)
class DocumentModel:
    """Linear weights of the evidence, and how far the scores were off on writers not learned from.

    Attributes:
        weights: A row for each of ``SCORES``, a column for each piece of evidence, in points.
        bias: In points.
        slope: What brings the formula onto the readers' scale, with ``shift``.
        shift: In points.
        share: How much of each score the formula gives, 0 to 1.
        margin: Half the width of the 80 % interval of each score, in points.
    """

    weights: Floats
    bias: Floats
    slope: Floats
    shift: Floats
    share: Floats
    margin: Floats

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any]) -> DocumentModel:
        """The model stored under ``document_weights``, ``document_bias`` and so on."""
        return cls(*(arrays[f"document_{name}"] for name in _STORED))

    def arrays(self) -> dict[str, Floats]:
        """What ``from_arrays`` reads."""
        return {f"document_{name}": getattr(self, name) for name in _STORED}

    def points(self, values: Floats, formula: Floats) -> Floats:
        """The three scores of one document's evidence, each 0 to 100.

        Args:
            values: The evidence.
            formula: The scores by the formula.
        """
        import numpy as np

        learned = self.weights @ values + self.bias
        plain = self.slope * formula + self.shift
        return np.clip((1 - self.share) * learned + self.share * plain, 0.0, 100.0)

    def score(self, evidence: Evidence, ranges: Sequence[tuple[int, int]]) -> Scores:
        """The scores of a document.

        Args:
            evidence: What the document gives.
            ranges: Source range of each of its sentences.
        """
        found = self.points(evidence.values(), evidence.formula())
        moved: list[Moved] = []
        # Only a sentence that weighs anything can have moved a score.
        heavy = [i for i in range(len(evidence.weights)) if evidence.weights[i].any()]
        shifts = {i: found - self.points(evidence.without(i), evidence.formula(ranges[i])) for i in heavy}
        for column, name in enumerate(SCORES):
            strongest = sorted(heavy, key=lambda i: (-abs(shifts[i][column]), i))[:MOST_MOVED]
            moved += [
                Moved(name, round(float(shifts[i][column]), 1), *ranges[i])
                for i in strongest
                if abs(shifts[i][column]) >= _LEAST_MOVED
            ]
        blameless, accountable, candid = (round(float(value), 1) for value in found)
        return Scores(
            blameless,
            accountable,
            candid,
            intervals={
                name: (round(max(0.0, float(v) - float(m)), 1), round(min(100.0, float(v) + float(m)), 1))
                for name, v, m in zip(SCORES, found, self.margin)
            },
            moved=tuple(moved),
        )
