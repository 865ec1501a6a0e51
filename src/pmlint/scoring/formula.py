"""The formula of the three scores: plain arithmetic on findings, commitments and shape.

Each score adds or subtracts for reasons that can be read off the report; no part of it was fitted, the
weights only follow the order in which readers mind things. Alone it gives the scores of
``model = "rules"``; a trained document model takes it as one of two voices.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from pmlint.language.shape import Shape
from pmlint.records import ActionItem, Finding, Scores, Severity

_SEVERITY: dict[Severity, float] = {"error": 1.25, "warning": 1.0, "info": 0.5}
_TYPICAL_WORDS = 500
_MOST_FOR_SELF = 25.0  # harshness towards oneself costs a quarter of the scale at most
_TIMELINE = {"none": 0.0, "partial": 0.5, "full": 1.0}


def score(findings: Sequence[Finding], items: Sequence[ActionItem], form: Shape, words: int) -> Scores:
    """The three scores of a document by the formula, each 0 to 100.

    Args:
        findings: What the rules found, praise included.
        items: The document's commitments.
        form: The document's shape.
        words: Words of prose, 1 or more.
    """
    return Scores(
        blameless=round(_blameless(findings, words), 1),
        accountable=round(_accountable(items, form), 1),
        candid=round(_candid(findings, form, words), 1),
    )


def _blameless(findings: Iterable[Finding], words: int) -> float:
    """Falls steeply with the first sentence that blames others, then ever more slowly."""
    blame = [f for f in findings if f.category == "blame" and not f.praise]
    others = _load((f for f in blame if f.target != "self"), words)
    own = _load((f for f in blame if f.target == "self"), words)
    return 100.0 * math.exp(-0.35 * others) - _MOST_FOR_SELF * (1 - math.exp(-0.5 * own)) * math.exp(
        -0.35 * others
    )


def _accountable(items: Sequence[ActionItem], form: Shape) -> float:
    """Half for things that can be checked, then for owners and dates, the rest for a planned review."""
    if not items:
        return 5.0 if form.follow_up else 0.0
    worth = sum(_worth(item) for item in items) / len(items)
    # A single commitment says less about a team than three do.
    few = 1 - 0.5 ** len(items)
    return 90.0 * worth * few + (10.0 if form.follow_up else 0.0)


def _worth(item: ActionItem) -> float:
    if item.status == "done":
        return 0.6 if item.deliverable == "concrete" else 0.2
    lacks = item.missing
    concrete = 0.5 if "deliverable" not in lacks else 0.1
    return concrete + (0.25 if "owner" not in lacks else 0.0) + (0.25 if "date" not in lacks else 0.0)


def _candid(findings: Sequence[Finding], form: Shape, words: int) -> float:
    """Grows with what one can follow (times, causes, figures, own part), falls with fog."""
    told = 0.4 * _TIMELINE[form.timeline] + 0.2 * bool(form.cause_blocks)
    told += 0.2 * (1 - math.exp(-form.figures / 6)) + 0.2 * (1 - math.exp(-words / 600))
    own = sum(f.confidence for f in findings if f.praise)
    fog = _load((f for f in findings if f.category == "diffuse"), words)
    return (30 + 60 * told + 10 * (1 - math.exp(-0.5 * own))) * math.exp(-0.2 * fog)


def _load(findings: Iterable[Finding], words: int) -> float:
    """How heavily findings weigh on a text of this length.

    The root lies between counting (a long text with one harsh sentence is still harsh) and density.
    """
    weight = sum(f.confidence * _SEVERITY[f.severity] for f in findings)
    return weight / math.sqrt(max(words, 100) / _TYPICAL_WORDS)
