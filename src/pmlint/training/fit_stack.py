"""Fitting the joint of tier, rules and cues."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from pmlint.scoring.labels import OUTPUTS
from pmlint.scoring.numbers import Floats
from pmlint.scoring.stack import Stack, joined
from pmlint.training.examples import Example
from pmlint.training.fit_fast import wanted


def fit_stack(
    examples: Sequence[Example], says: Floats, strength: float, document_weight: float = 1.0
) -> Stack:
    """The joint that turns what a tier, the rules and the cues say into probabilities.

    Args:
        examples: Sentences that the tier has not learned from.
        says: The tier's log-odds of them.
        strength: Inverse of the regularisation, scikit-learn's ``C``.
        document_weight: Weight of a sentence out of a document against one out of a contrast: contrasts hold
            far more blame and fog than real texts do.
    """
    columns = joined(says, [e.sample for e in examples], [e.hits for e in examples])
    scaler = StandardScaler().fit(columns)
    scaled = scaler.transform(columns)
    weight = np.array([document_weight if e.origin == "document" else 1.0 for e in examples])
    weights, bias = np.zeros((len(OUTPUTS), columns.shape[1])), np.zeros(len(OUTPUTS))
    for row, output in enumerate(OUTPUTS):
        asked, truth = wanted(examples, output)
        regression = LogisticRegression(C=strength, max_iter=5000, tol=1e-8)
        regression.fit(scaled[asked], truth, sample_weight=weight[asked])
        weights[row], bias[row] = regression.coef_[0], regression.intercept_[0]
    return Stack(scaler.mean_, scaler.scale_, weights, bias)
