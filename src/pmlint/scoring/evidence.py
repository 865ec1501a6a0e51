"""What a document's scores are read from: its sentences' probabilities, its commitments and its shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pmlint.language.conditions import has_condition
from pmlint.language.shape import Shape
from pmlint.records import ActionItem, Finding
from pmlint.scoring import formula
from pmlint.scoring.labels import LABELS
from pmlint.scoring.numbers import Floats
from pmlint.scoring.sample import Sample

DOUBT = 1.5
"""Power that a probability is raised to: a long text must not look grave by its many faint doubts, and yet of
two short texts the one that reads more like blame must score lower, however faint the doubt."""

SHOWN = 0.5
"""Findings of the rules that are less sure than this do not enter the formula."""

_TYPICAL_WORDS = 500
_TIMELINE = {"none": 0.0, "partial": 0.5, "full": 1.0}
LOADS = (*(f"{label} load" for label in LABELS), *(f"{label} rules" for label in LABELS))
WORST = ("blame worst", "diffuse worst")
COMMITMENTS = ("promised", "owned", "dated", "concrete", "complete", "done", "review planned")
SHAPE = ("timeline", "causes told", "facts apart", "figures", "length", "conditions")
NAMES = (*LOADS, *WORST, *COMMITMENTS, *SHAPE)
"""Names of the evidence, in the order of its values; each value is 0 to 1."""


@dataclass(frozen=True)
class Evidence:
    """The evidence of one document.

    Attributes:
        weights: How much each sentence counts for each label by the model and, after these, by the rules;
            shape (sentences, 2 x labels).
        words: Words of prose.
        fixed: Values of ``COMMITMENTS`` and ``SHAPE``.
        findings: What the rules found, as far as it is shown.
        items: The document's commitments.
        form: Its shape.
    """

    weights: Floats
    words: int
    fixed: tuple[float, ...]
    findings: tuple[Finding, ...]
    items: tuple[ActionItem, ...]
    form: Shape

    def formula(self, without: tuple[int, int] | None = None) -> Floats:
        """The three scores of the formula.

        Args:
            without: Source range of a sentence whose findings are left out.
        """
        import numpy as np

        start, end = without or (0, 0)
        left = [f for f in self.findings if not start <= f.start < end]
        found = formula.score(left, self.items, self.form, max(1, self.words))
        return np.array([found.blameless, found.accountable, found.candid])

    def values(self) -> Floats:
        """The value of each of ``NAMES``."""
        return self._values(self.weights)

    def without(self, sentence: int) -> Floats:
        """The values that were to be had without a sentence."""
        import numpy as np

        return self._values(np.delete(self.weights, sentence, axis=0))

    def _values(self, weights: Floats) -> Floats:
        import numpy as np

        # The root lies between counting and density: a long text with one harsh sentence is still harsh.
        load = weights.sum(axis=0) / math.sqrt(max(self.words, 100) / _TYPICAL_WORDS)
        worst = weights.max(axis=0, initial=0.0)
        return np.array(
            [
                *(1.0 - np.exp(-0.5 * load)),
                max(worst[LABELS.index("blame")], worst[LABELS.index("blame_self")]),
                worst[LABELS.index("diffuse")],
                *self.fixed,
            ]
        )


def evidence(
    probabilities: Floats,
    hits: Sequence[Sequence[float]],
    samples: Sequence[Sample],
    findings: Sequence[Finding],
    items: Sequence[ActionItem],
    form: Shape,
    words: int,
) -> Evidence:
    """The evidence that a document gives.

    Args:
        probabilities: Of each label in each sentence, shape (sentences, outputs).
        hits: How sure the rules are of each label in each sentence.
        samples: The sentences.
        findings: What the rules found.
        items: The document's commitments.
        form: Its shape.
        words: Words of prose.
    """
    import numpy as np

    sure = probabilities[:, : len(LABELS)] ** DOUBT
    told = sum(has_condition(sample.text) for sample in samples)
    fixed = (
        *_commitments(items),
        float(form.follow_up),
        _TIMELINE[form.timeline],
        float(bool(form.cause_blocks)),
        float(form.separated == "yes"),
        1 - math.exp(-form.figures / 6),
        1 - math.exp(-words / 600),
        1 - math.exp(-told / 4),
    )
    rules = np.array(hits, dtype=np.float64).reshape(len(samples), len(LABELS))
    shown = tuple(f for f in findings if f.confidence >= SHOWN)
    return Evidence(np.hstack([sure, rules]), words, fixed, shown, tuple(items), form)


def _commitments(items: Sequence[ActionItem]) -> tuple[float, ...]:
    if not items:
        return (0.0,) * 6
    # A single commitment says less about a team than three do.
    few = 1 - 0.5 ** len(items)
    lacks = [set(item.missing) for item in items]
    shares = [
        sum("owner" not in lack for lack in lacks),
        sum("date" not in lack for lack in lacks),
        sum("deliverable" not in lack for lack in lacks),
        sum(not lack for lack in lacks),
        sum(item.status == "done" for item in items),
    ]
    return (few, *(few * share / len(items) for share in shares))
