"""What a sentence can be, in the guidelines' terms and in the order of every array of probabilities."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from pmlint.records import Finding, Target

LABELS = ("blame", "blame_self", "diffuse", "own", "unheard", "defensive")
"""Blame of others, blame of oneself, fog, an own part, a warning not heard, a defence."""

CONCRETE = "concrete"
"""Whether what a commitment promises can be checked; told only of commitments."""

OUTPUTS = (*LABELS, CONCRETE)
"""Columns of a sentence model's probabilities."""

BLAME_SUBTYPES = ("fault", "human-error", "counterfactual", "verdict", "punitive")
"""Kinds of blame."""

DIFFUSE_SUBTYPES = ("abstract-noun", "agentless", "collective", "vague-cause", "inevitable")
"""Kinds of fog."""

SUBTYPES = (*BLAME_SUBTYPES, *DIFFUSE_SUBTYPES)
"""Every kind that a label can be of."""

TARGETS: tuple[Target, ...] = get_args(Target)
"""Who can be blamed."""

JUDGED = ("blame", "diffuse", "candor")
"""Categories of findings that a sentence model has a say in."""


def label_of(finding: Finding) -> str | None:
    """The label that a finding asserts, or ``None`` where no label speaks of it."""
    if finding.category == "blame":
        return "blame_self" if finding.target == "self" else "blame"
    if finding.category == "diffuse":
        return "diffuse"
    if finding.category == "candor" and finding.subtype in LABELS:
        return finding.subtype
    return None


def hits_of(findings: Iterable[Finding]) -> tuple[float, ...]:
    """How sure the rules are of each label of ``LABELS`` in a sentence, 0 to 1.

    Args:
        findings: What the rules found in the sentence.
    """
    sure = dict.fromkeys(LABELS, 0.0)
    for finding in findings:
        label = label_of(finding)
        if label is not None:
            sure[label] = max(sure[label], finding.confidence)
    return tuple(sure.values())


def within(findings: Iterable[Finding], start: int, end: int) -> list[Finding]:
    """The findings of a sentence: those that begin in it.

    Args:
        findings: What was found in the document.
        start: First character of the sentence in the file as read.
        end: One past its last character.
    """
    return [f for f in findings if start <= f.start < end]


def hits_within(findings: Iterable[Finding], start: int, end: int) -> tuple[float, ...]:
    """How sure the rules are of each label of ``LABELS`` in a sentence of a document, 0 to 1.

    Args:
        findings: As for ``within``, like the other arguments.
        start: First character of the sentence.
        end: One past its last character.
    """
    return hits_of(within(findings, start, end))
