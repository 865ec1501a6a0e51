"""Training the fast tier with scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline

from pmlint.errors import CorpusError
from pmlint.scoring.grams import grams
from pmlint.scoring.labels import LABELS, OUTPUTS
from pmlint.scoring.numbers import Floats
from pmlint.training.examples import Example

RARE = 2
"""Grams that fewer sentences than this hold are left out."""


def grams_pipeline(strength: float, seed: int = 0) -> Pipeline:
    """TF-IDF of grams and a logistic regression: one output of the fast tier.

    Args:
        strength: Inverse of the regularisation, scikit-learn's ``C``.
        seed: Of the solver.
    """
    return Pipeline(
        [
            ("grams", TfidfVectorizer(analyzer=grams, min_df=RARE, sublinear_tf=True)),
            (
                "regression",
                LogisticRegression(
                    C=strength, class_weight={1: 2, 0: 1}, solver="liblinear", random_state=seed, tol=1e-6
                ),
            ),
        ]
    )


def wanted(examples: Sequence[Example], output: str) -> tuple[list[int], list[int]]:
    """Which examples an output is asked of, and what it should say of each: 1 or 0.

    Raises:
        CorpusError: There are no examples for it, or none against it.
    """
    if output in LABELS:
        asked = list(range(len(examples)))
        says = [int(output in e.labels) for e in examples]
    else:
        asked = [i for i, e in enumerate(examples) if e.concrete is not None]
        says = [int(bool(examples[i].concrete)) for i in asked]
    if len(set(says)) < 2:
        raise CorpusError(
            f"the texts to learn from or to calibrate on hold no examples for and against '{output}'",
            mend="label more documents, or name pmlint's own corpora in the train.toml too",
        )
    return asked, says


def fit_fast(
    examples: Sequence[Example], strength: float, seed: int = 0
) -> tuple[list[str], dict[str, Floats]]:
    """The fast tier's vocabulary and arrays, as ``FastTier`` takes them.

    Args:
        examples: What to learn.
        strength: Inverse of the regularisation.
        seed: Of the solver.
    """
    texts = [e.sample.text for e in examples]
    vectorizer = grams_pipeline(strength, seed)["grams"]
    matrix = vectorizer.fit_transform(texts)
    rows, biases = [], []
    for output in OUTPUTS:
        asked, says = wanted(examples, output)
        regression = grams_pipeline(strength, seed)["regression"].fit(matrix[asked], says)
        rows.append(regression.coef_[0])
        biases.append(regression.intercept_[0])
    arrays = {
        "gram_rarity": vectorizer.idf_,
        "gram_weights": np.array(rows),
        "gram_bias": np.array(biases),
    }
    return list(vectorizer.get_feature_names_out()), arrays
