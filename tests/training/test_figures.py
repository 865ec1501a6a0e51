"""Precision, rank correlation and calibration error are what their definitions say."""

from __future__ import annotations

import pytest

from pmlint.training.figures import Counts, calibration_error, reliability, spearman


def test_counts() -> None:
    counts = Counts(6, 2, 4)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.6, pytest.approx(2 / 3))
    assert Counts().f1 == Counts(fp=3).precision == Counts(fn=3).recall == 0.0


@pytest.mark.parametrize(
    ("xs", "ys", "expected"),
    [
        ([1, 2, 3, 4], [10, 20, 30, 40], 1.0),
        ([1, 2, 3, 4], [4, 3, 2, 1], -1.0),
        ([1, 2, 2, 3], [1, 2, 3, 4], 0.9486832980505138),
        ([1, 2], [1, 2], None),
        ([1, 1, 1], [1, 2, 3], None),
    ],
)
def test_spearman(xs: list[float], ys: list[float], expected: float | None) -> None:
    found = spearman(xs, ys)
    assert found == (None if expected is None else pytest.approx(expected))


def test_calibration_error() -> None:
    assert calibration_error([0.25] * 4, [True, False, False, False]) == 0.0
    assert calibration_error([0.95] * 10, [False] * 10) == pytest.approx(0.95)
    assert calibration_error([], []) == 0.0


def test_certainty_falls_into_the_last_bin() -> None:
    [bin] = reliability([1.0], [True])
    assert (bin.count, bin.sure, bin.right) == (1, 1.0, 1.0)
