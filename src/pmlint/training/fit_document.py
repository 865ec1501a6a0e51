"""Fitting the document model on readers' ratings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold, KFold, cross_val_predict
from sklearn.utils.validation import check_is_fitted, validate_data

from pmlint.scoring.document import SCORES, DocumentModel
from pmlint.scoring.evidence import NAMES
from pmlint.scoring.numbers import Floats

CONFIDENCE = 0.8
SIGNS: dict[str, dict[str, int]] = {
    "blameless": {
        "blame load": -1,
        "blame worst": -1,
        "blame rules": -1,
        "blame_self rules": -1,
        "blame_self load": -1,
        "defensive load": -1,
    },
    "accountable": {
        "promised": 1,
        "owned": 1,
        "dated": 1,
        "concrete": 1,
        "complete": 1,
        "done": 1,
        "review planned": 1,
        "diffuse load": -1,
        "diffuse rules": -1,
    },
    "candid": {
        "diffuse load": -1,
        "diffuse worst": -1,
        "diffuse rules": -1,
        "own rules": 1,
        "defensive load": -1,
        "own load": 1,
        "timeline": 1,
        "causes told": 1,
        "facts apart": 1,
        "figures": 1,
        "length": 1,
        "conditions": 1,
        "concrete": 1,
    },
}
"""What may speak for (1) or against (-1) each score. Whatever else goes along with it in a few hundred
documents has no say: a score must move for reasons that a reader would accept. ``blameless`` is read off
blame and defence alone: a document may blame nobody and say nothing, and an own part or a well-told cause
makes up for no blame."""


class SignedRidge(RegressorMixin, BaseEstimator):
    """Ridge regression in which each column may only raise or only lower the result.

    Args:
        signs: 1, -1 or 0 (no say) for each column; ``None`` lets every column only raise.
        alpha: Strength of the regularisation.
    """

    def __init__(self, signs: Sequence[int] | None = None, alpha: float = 1.0) -> None:
        self.signs = signs
        self.alpha = alpha

    def fit(self, X: object, y: object) -> SignedRidge:  # noqa: N803 (scikit-learn's names)
        """Learns ``coef_`` and ``intercept_``.

        Args:
            X: Shape (samples, columns).
            y: Shape (samples,).
        """
        columns, target = validate_data(self, X, y, y_numeric=True)
        signs = np.ones(columns.shape[1]) if self.signs is None else np.array(self.signs, dtype=float)
        # Coordinate descent under the sign constraint has no closed form; scikit-learn's solver is L-BFGS-B.
        ridge = Ridge(alpha=self.alpha, positive=True).fit(columns * signs, target)
        self.coef_ = ridge.coef_ * signs
        self.intercept_ = float(ridge.intercept_)
        return self

    def predict(self, X: object) -> Floats:  # noqa: N803
        """The result for each row of ``X``."""
        check_is_fitted(self)
        columns = validate_data(self, X, reset=False)
        found: Floats = columns @ self.coef_ + self.intercept_
        return found


@dataclass(frozen=True)
class Rated:
    """A document with its evidence and its ratings in points, 0 to 100, in the order of ``SCORES``.

    Attributes:
        values: The evidence.
        formula: The scores by the formula.
        points: The readers' ratings.
        writer: Who wrote it.
    """

    values: Floats
    formula: Floats
    points: tuple[float, float, float]
    writer: str


def fit_document(rated: Sequence[Rated], alpha: float, share: float = 0.5) -> DocumentModel:
    """The document model, its margins taken from writers left out in turn.

    Args:
        rated: Documents with their evidence and ratings; where one writer wrote them all, documents are left
            out in turn instead of writers.
        alpha: Strength of the regularisation.
        share: How much of each score the formula gives, 0 to 1.
    """
    values = np.array([r.values for r in rated])
    plain = np.array([r.formula for r in rated])
    writers = [r.writer for r in rated]
    several = len(set(writers)) > 1
    folds = GroupKFold(min(len(set(writers)), 5)) if several else KFold(5)
    groups = writers if several else None
    rows: list[tuple[Floats, float, float, float, float, float]] = []
    for row, score in enumerate(SCORES):
        points = np.array([r.points[row] for r in rated])
        learned, scaled = SignedRidge(signs_of(score), alpha), SignedRidge(alpha=0.0)
        unseen = (1 - share) * cross_val_predict(learned, values, points, cv=folds, groups=groups)
        unseen += share * cross_val_predict(scaled, plain[:, [row]], points, cv=folds, groups=groups)
        off = np.abs(np.clip(unseen, 0, 100) - points)
        # Conformal prediction: Lei et al., 2018, "Distribution-free predictive inference for regression".
        rank = min(1.0, np.ceil((len(off) + 1) * CONFIDENCE) / len(off))
        margin = float(np.quantile(off, rank, method="higher"))
        learned.fit(values, points)
        scaled.fit(plain[:, [row]], points)
        rows.append((learned.coef_, learned.intercept_, scaled.coef_[0], scaled.intercept_, share, margin))
    weights, *others = zip(*rows)
    return DocumentModel(np.array(weights), *(np.array(values) for values in others))


def signs_of(score: str) -> list[int]:
    """The sign of each piece of evidence for a score."""
    return [SIGNS[score].get(name, 0) for name in NAMES]
