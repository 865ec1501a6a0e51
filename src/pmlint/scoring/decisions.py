"""The one place that turns probabilities into what a user sees: doubted findings, and findings of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pmlint.records import Finding
from pmlint.scoring.labels import LABELS, label_of

FEWEST_WORDS = 4
"""Of a shorter sentence the model says nothing."""


@dataclass(frozen=True)
class Thresholds:
    """From which probability on a label counts; stored with the model, chosen on its calibration texts.

    Attributes:
        speak: A sentence that no rule flags is flagged from here on.
        doubt: A rule's finding is doubted below.
    """

    speak: Mapping[str, float]
    doubt: Mapping[str, float]

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Thresholds:
        """The thresholds as the manifest holds them."""
        return cls(dict(stored["speak"]), dict(stored["doubt"]))

    def to_dict(self) -> dict[str, dict[str, float]]:
        """What ``from_dict`` reads."""
        return {"speak": dict(self.speak), "doubt": dict(self.doubt)}


def weighed(finding: Finding, probabilities: Mapping[str, float], thresholds: Thresholds) -> Finding:
    """The finding, less sure where the model disbelieves it.

    Praise is never doubted away: it costs nobody anything.

    Args:
        finding: What a rule found.
        probabilities: Of each label, for its sentence.
        thresholds: Those of the model.
    """
    label = label_of(finding)
    if label is None or finding.praise:
        return finding
    # Whose fault it is the rules read off the grammar; the model is asked whether it is blame at all.
    sure = max(probabilities[name] for name in _kin(label))
    least = thresholds.doubt.get(label, 0.0)
    if sure >= least:
        return finding
    # A finding that the model holds for impossible keeps half of its confidence: users can still ask for it.
    return replace(finding, confidence=round(finding.confidence * (1 + sure / least) / 2, 3))


def spoken(probabilities: Mapping[str, float], thresholds: Thresholds) -> list[str]:
    """The labels that are sure enough for a finding of the model's own, surest first."""
    found = [name for name in LABELS if probabilities[name] >= thresholds.speak.get(name, 2.0)]
    return sorted(found, key=lambda name: -probabilities[name])


def _kin(label: str) -> tuple[str, ...]:
    return ("blame", "blame_self") if label in ("blame", "blame_self") else (label,)
