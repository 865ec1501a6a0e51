"""The figures by which a run is judged: precision and recall, rank correlation, calibration error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import fmean

BINS = 10
RESAMPLES = 500
"""How often a figure is drawn anew for its interval."""


@dataclass(frozen=True)
class Counts:
    """How often something was found, found in error, and missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0 to 1; 0 where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found, 0 to 1; 0 where there is nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0 to 1."""
        both = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / both if both and self.tp else 0.0

    def to_dict(self) -> dict[str, float]:
        """The counts and figures, rounded to three places."""
        figures = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {name: round(value, 3) for name, value in figures.items()} | asdict(self)


def percentile_interval(drawn: Sequence[float]) -> list[float]:
    """The 95 % interval of a figure that was drawn anew many times (Efron and Tibshirani, 1993).

    Args:
        drawn: The figure of each resample, in any order; one or more.
    """
    ordered = sorted(drawn)
    last = len(ordered) - 1
    return [round(ordered[min(last, int(share * len(ordered)))], 3) for share in (0.025, 0.975)]


def points_of(rating: float) -> float:
    """A reader's rating of 1 to 5 as points of 0 to 100."""
    return (rating - 1.0) * 25.0


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Spearman's rank correlation, -1 to 1; ties share their mean rank.

    Args:
        xs: Values of one kind.
        ys: Values of the other, in the same order.

    Returns:
        ``None`` for fewer than three pairs, or where one side never varies.
    """
    if len(xs) < 3:
        return None
    a, b = _ranks(xs), _ranks(ys)
    mean = fmean(a)
    spread = math.sqrt(sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b))
    if not spread:
        return None
    return sum((x - mean) * (y - mean) for x, y in zip(a, b)) / spread


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    at = 0
    while at < len(order):
        last = at
        while last + 1 < len(order) and values[order[last + 1]] == values[order[at]]:
            last += 1
        for place in range(at, last + 1):
            ranks[order[place]] = (at + last) / 2
        at = last + 1
    return ranks


@dataclass(frozen=True)
class Bin:
    """Sentences of like probability: how many, how sure the model was, how often it was right."""

    count: int
    sure: float
    right: float


def reliability(sure: Sequence[float], truth: Sequence[bool], bins: int = BINS) -> list[Bin]:
    """The reliability diagram: probabilities in bins of equal width, empty bins left out.

    Args:
        sure: Probabilities, 0 to 1.
        truth: Whether each was so.
        bins: Number of bins.
    """
    found = []
    for k in range(bins):
        inside = [
            (p, t) for p, t in zip(sure, truth) if k <= p * bins < k + 1 or (k == bins - 1 and p >= 1.0)
        ]
        if inside:
            found.append(Bin(len(inside), fmean(p for p, _ in inside), fmean(float(t) for _, t in inside)))
    return found


def calibration_error(sure: Sequence[float], truth: Sequence[bool], bins: int = BINS) -> float:
    """Expected calibration error, 0 (perfect) to 1.

    Naeini, Cooper and Hauskrecht, 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning".
    """
    total = len(sure)
    found = reliability(sure, truth, bins)
    return sum(b.count * abs(b.sure - b.right) for b in found) / total if total else 0.0
