"""Choosing from which probability on a label counts, on documents whose writers the model has not seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pmlint.scoring.decisions import Thresholds
from pmlint.scoring.labels import LABELS
from pmlint.scoring.numbers import Floats
from pmlint.training.examples import Example

SPEAKING = ("blame", "blame_self", "diffuse")
"""Labels for which the model makes findings of its own."""

LEAST_PRECISION = 0.6
"""A finding of the model's own must be right more often than this."""

Truths = NDArray[np.bool_]

_HIGHEST, _LOWEST = 0.98, 0.3
_DOUBTS = np.linspace(0.0, 0.3, 31)


def choose_thresholds(
    examples: Sequence[Example], probabilities: Floats, false_alarms: float, shown: float = 0.5
) -> Thresholds:
    """The thresholds that find most within the allowance of false alarms.

    Args:
        examples: Sentences of documents that the tier has not learned from.
        probabilities: Of each output in each of them.
        false_alarms: Most false alarms of the model's own per 1,000 words, all labels together.
        shown: Confidence from which on a rule's finding is shown.
    """
    words = sum(e.sample.words for e in examples)
    allowed = false_alarms * words / 1000 / len(SPEAKING)
    speak, doubt = {}, {}
    for label in SPEAKING:
        column = LABELS.index(label)
        truth = np.array([_is(e, label) for e in examples])
        silent = np.array([max(e.hits[LABELS.index(k)] for k in _kin(label)) < shown for e in examples])
        speak[label] = _speak(truth[silent], probabilities[silent, column], allowed)
    for label in ("blame", "diffuse"):
        kin = [LABELS.index(k) for k in _kin(label)]
        truth = np.array([_is(e, label) for e in examples])
        fired = np.array([max(e.hits[k] for k in kin) >= shown for e in examples])
        doubt[label] = _doubt(truth[fired], probabilities[fired][:, kin].max(axis=1, initial=0.0))
    doubt["blame_self"] = doubt["blame"]
    return Thresholds(speak, doubt)


def _is(example: Example, label: str) -> bool:
    # Speaking of blame where the author blames their own side is no false alarm.
    return any(kin in example.labels for kin in _kin(label))


def _kin(label: str) -> tuple[str, ...]:
    return ("blame", "blame_self") if label in ("blame", "blame_self") else (label,)


def _speak(truth: Truths, sure: Floats, allowed: float) -> float:
    """The lowest threshold with few enough false alarms and enough precision."""
    best = _HIGHEST
    for threshold in np.arange(_HIGHEST, _LOWEST, -0.01):
        chosen = sure >= threshold
        right, wrong = int((truth & chosen).sum()), int((~truth & chosen).sum())
        if wrong > allowed:
            break
        if right and right / (right + wrong) >= LEAST_PRECISION:
            best = float(threshold)
    return round(best, 2)


def _doubt(truth: Truths, sure: Floats) -> float:
    """The threshold below which a rule's finding is more often wrong than right, 0 where there is none."""
    best, most = 0.0, 0
    for threshold in _DOUBTS:
        dropped = sure < threshold
        # A true finding lost weighs as much as a false alarm saved.
        gain = int((~truth & dropped).sum()) - int((truth & dropped).sum())
        if gain > most:
            best, most = float(threshold), gain
    return round(best, 3)
