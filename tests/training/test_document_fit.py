"""The document model's regression keeps its signs, its margins hold, and it is a scikit-learn estimator."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.utils.estimator_checks import check_estimator

from pmlint.scoring.evidence import NAMES
from pmlint.training.figures import points_of
from pmlint.training.fit_document import SIGNS, Rated, SignedRidge, fit_document


@pytest.mark.filterwarnings("ignore")
def test_it_is_an_estimator() -> None:
    check_estimator(SignedRidge())


def test_signs_are_kept() -> None:
    rng = np.random.default_rng(0)
    columns = rng.random((200, 3))
    target = 3 * columns[:, 0] - 2 * columns[:, 1] + 5 * columns[:, 2]
    model = SignedRidge([1, 1, 0], alpha=0.01).fit(columns, target)
    assert model.coef_[0] > 1 and model.coef_[1] == 0 and model.coef_[2] == 0


def test_every_sign_names_a_piece_of_evidence() -> None:
    assert all(set(signs) <= set(NAMES) for signs in SIGNS.values())


def test_margins_cover_four_in_five() -> None:
    rng = np.random.default_rng(1)
    rated = []
    for i in range(300):
        values = rng.random(len(NAMES))
        noise = rng.normal(0, 8, 3)
        blameless = 80 - 60 * values[NAMES.index("blame load")] + noise[0]
        accountable = 20 + 60 * values[NAMES.index("complete")] + noise[1]
        candid = 40 + 30 * values[NAMES.index("timeline")] + noise[2]
        formula = np.array([blameless, accountable, candid]) / 2 + rng.normal(0, 4, 3)
        rated.append(Rated(values, formula, (blameless, accountable, candid), f"w{i % 6}"))
    model = fit_document(rated, 1.0)
    assert model.weights[0][NAMES.index("blame load")] < -20
    assert 1.5 < model.slope[0] < 2.5
    off = [abs(model.points(r.values, r.formula)[0] - r.points[0]) <= model.margin[0] for r in rated]
    assert 0.75 < np.mean(off) < 0.9


def test_ratings_become_points() -> None:
    assert [points_of(r) for r in (1, 3, 5)] == [0, 50, 100]
