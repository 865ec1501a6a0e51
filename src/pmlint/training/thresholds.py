"""Choosing from which probability on a label counts, on documents whose writers the model has not seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pmlint.scoring.decisions import FEWEST_WORDS, Thresholds
from pmlint.scoring.labels import LABELS
from pmlint.scoring.numbers import Floats
from pmlint.training.examples import Example

SPEAKING = ("blame", "blame_self", "diffuse")
"""Labels for which the model makes findings of its own."""

LEAST_PRECISION = 0.85
"""Of ten sentences that a model speaks of on the calibration texts, hardly more than one is innocent."""

LOWEST = {"blame": 0.75, "blame_self": 0.7, "diffuse": 0.85}
"""Below this the model never speaks, whatever the calibration texts say: texts that were written for a corpus
are easier than real ones, which are full of general remarks that only look like fog. Settled by hand, between
what documents of unseen writers gain and what public post-mortems lose (``benchmarks/compare_models.py``)."""

DOUBTED = 0.05
"""Only what the model holds for nearly impossible is doubted: rules see words that a model may not know."""

Truths = NDArray[np.bool_]


def choose_thresholds(examples: Sequence[Example], probabilities: Floats, shown: float = 0.5) -> Thresholds:
    """The thresholds that keep a model from speaking out of turn.

    Args:
        examples: Sentences of documents that the tier has not learned from.
        probabilities: Of each output in each of them.
        shown: Confidence from which on a rule's finding is shown.
    """
    speak = {}
    for label in SPEAKING:
        column = LABELS.index(label)
        truth = np.array([_is(e, label) for e in examples])
        judged = np.array([_is_judged(e, label, shown) for e in examples])
        speak[label] = _speak(truth[judged], probabilities[judged, column], LOWEST[label])
    return Thresholds(speak, dict.fromkeys(SPEAKING, DOUBTED))


def _is_judged(example: Example, label: str, shown: float) -> bool:
    """Whether the model may speak of a sentence: a rule has not, and it is more than a scrap."""
    fired = max(example.hits[LABELS.index(kin)] for kin in _kin(label)) >= shown
    return not fired and example.sample.kind != "heading" and example.sample.words >= FEWEST_WORDS


def _is(example: Example, label: str) -> bool:
    # Speaking of blame where the author blames their own side is no false alarm.
    return any(kin in example.labels for kin in _kin(label))


def _kin(label: str) -> tuple[str, ...]:
    return ("blame", "blame_self") if label in ("blame", "blame_self") else (label,)


def _speak(truth: Truths, sure: Floats, lowest: float) -> float:
    """The lowest threshold from which on the model is precise enough, or one that is never reached."""
    for threshold in np.arange(lowest, 1.0, 0.01):
        chosen = sure >= threshold
        if chosen.any() and truth[chosen].mean() >= LEAST_PRECISION:
            return round(float(threshold), 2)
    return 1.01
