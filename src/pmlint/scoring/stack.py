"""What a tier says of a sentence, joined with the rules and the cues into calibrated probabilities.

The joint is a logistic regression for each output (stacked generalisation: Wolpert, 1992, "Stacked
generalization", Neural Networks 5), fitted on writers whose texts the tier has never seen, so that its
probabilities are calibrated by construction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pmlint.scoring.cues import NAMES as CUES
from pmlint.scoring.cues import cues
from pmlint.scoring.labels import LABELS
from pmlint.scoring.numbers import Floats
from pmlint.scoring.sample import Sample, neutral_sample


def joined(says: Floats, samples: Sequence[Sample], hits: Sequence[Sequence[float]]) -> Floats:
    """For each sentence what the tier says, what the rules say of each of ``LABELS``, and the cues.

    Args:
        says: The tier's log-odds, a row for each sentence.
        samples: The sentences.
        hits: How sure the rules are of each of ``LABELS``, for each sentence.
    """
    import numpy as np

    told = np.array([cues(sample) for sample in samples], dtype=np.float64).reshape(len(samples), len(CUES))
    sure = np.array(hits, dtype=np.float64).reshape(len(samples), len(LABELS))
    return np.hstack([says, sure, told])


class Tier(Protocol):
    """What reads a sentence's words: the fast tier or the full one."""

    def log_odds(self, samples: Sequence[Sample]) -> Floats:
        """A row for each sentence; of one or several readings a column for each of ``OUTPUTS``."""

    def weighty(self, sample: Sample, output: str, most: int = 3) -> list[str]:
        """The words that speak loudest for an output."""


@dataclass(frozen=True)
class Stack:
    """Weights of the joint.

    Attributes:
        mean: Mean of each joined column in training.
        scale: Standard deviation of each column, 1 for columns that never vary.
        weights: A row for each of ``OUTPUTS``, a column for each that is joined.
        bias: One for each of ``OUTPUTS``.
    """

    mean: Floats
    scale: Floats
    weights: Floats
    bias: Floats

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any]) -> Stack:
        """The joint stored under ``stack_mean``, ``stack_scale``, ``stack_weights`` and ``stack_bias``."""
        return cls(*(arrays[f"stack_{name}"] for name in ("mean", "scale", "weights", "bias")))

    def arrays(self) -> dict[str, Floats]:
        """What ``from_arrays`` reads."""
        return {
            "stack_mean": self.mean,
            "stack_scale": self.scale,
            "stack_weights": self.weights,
            "stack_bias": self.bias,
        }

    def probabilities(self, columns: Floats) -> Floats:
        """The probability of each of ``OUTPUTS``, 0 to 1.

        Args:
            columns: Those of ``joined``, a row for each sentence.
        """
        return logistic((columns - self.mean) / self.scale @ self.weights.T + self.bias)


def judged(tier: Tier, stack: Stack, samples: Sequence[Sample], hits: Sequence[Sequence[float]]) -> Floats:
    """The probability of each of ``OUTPUTS``, a row for each sentence.

    Args:
        tier: What reads the words.
        stack: What joins.
        samples: The sentences in their surroundings.
        hits: How sure the rules are of each label in each sentence.
    """
    seen = [neutral_sample(sample) for sample in samples]
    return stack.probabilities(joined(tier.log_odds(seen), seen, hits))


def logistic(log_odds: Floats) -> Floats:
    """Probabilities of log-odds, without overflow."""
    import numpy as np

    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -40.0, 40.0)))
