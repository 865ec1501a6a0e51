"""Where a model does well and where it does not: by subtype of the labels and by field, with intervals."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from pmlint.scoring.labels import LABELS
from pmlint.scoring.numbers import Floats
from pmlint.training.examples import Example
from pmlint.training.figures import RESAMPLES, Counts, percentile_interval

KNOWN = 0.5
"""Probability from which on a sentence counts as one of a label in these figures."""

KINDS = {"blame": ("blame", "blame_self"), "diffuse": ("diffuse",)}
"""The labels that are broken down, blame of whomever in one."""

FEWEST_SENTENCES = 40
"""Fields with fewer sentences are counted together: a figure of a handful says nothing."""

OTHERS = "other fields"
_Z = 1.96


def by_subtype(examples: Sequence[Example], sure: Floats) -> dict[str, dict[str, Any]]:
    """How many sentences of each subtype are found, with the 95 % interval of that share.

    Args:
        examples: Sentences.
        sure: Probabilities of each output, a row for each sentence.

    Returns:
        ``found``, ``of`` and ``interval_95`` by label and subtype.
    """
    seen: dict[str, list[bool]] = defaultdict(list)
    for e, row in zip(examples, sure):
        for kind, labels in KINDS.items():
            if e.subtype and e.labels & set(labels):
                seen[f"{kind} {e.subtype}"].append(_said(row, labels))
    return {
        name: {"found": sum(said), "of": len(said), "interval_95": share_interval(sum(said), len(said))}
        for name, said in sorted(seen.items())
    }


def by_field(examples: Sequence[Example], sure: Floats) -> dict[str, dict[str, Any]]:
    """F1 of blame and of fog in each field, with 95 % intervals (percentile bootstrap over groups).

    Args:
        examples: Sentences.
        sure: Probabilities of each output, a row for each sentence.

    Returns:
        By field the number of ``sentences``, and ``f1`` and ``interval_95`` of ``"blame"`` and ``"diffuse"``.
    """
    sizes = Counter(e.field for e in examples)
    sentences: Counter[str] = Counter()
    # A set's sentences are drawn together: they tell of one event.
    counted: dict[str, dict[str, dict[str, Counts]]] = defaultdict(dict)
    for e, row in zip(examples, sure):
        field = e.field if e.field and sizes[e.field] >= FEWEST_SENTENCES else OTHERS
        sentences[field] += 1
        mine = counted[field].setdefault(e.group, dict.fromkeys(KINDS, Counts()))
        for kind, labels in KINDS.items():
            told, said = bool(e.labels & set(labels)), _said(row, labels)
            mine[kind] += Counts(int(told and said), int(said and not told), int(told and not said))
    return {
        field: {"sentences": sentences[field]}
        | {kind: _with_interval([group[kind] for group in counted[field].values()]) for kind in KINDS}
        for field in sorted(counted, key=lambda field: (field == OTHERS, field))
    }


def share_interval(found: int, of: int) -> list[float]:
    """The 95 % interval of a share (Wilson, 1927, "Probable inference", JASA 22), 0 to 1.

    Args:
        found: How many of them.
        of: Of how many, 1 or more.
    """
    share = found / of
    middle = (share + _Z**2 / (2 * of)) / (1 + _Z**2 / of)
    half = _Z * math.sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / (1 + _Z**2 / of)
    return [round(max(0.0, middle - half), 3), round(min(1.0, middle + half), 3)]


def _said(row: Floats, labels: Sequence[str]) -> bool:
    return max(float(row[LABELS.index(label)]) for label in labels) >= KNOWN


def _with_interval(groups: Sequence[Counts]) -> dict[str, Any]:
    rng = random.Random(0)
    drawn = [sum(rng.choices(groups, k=len(groups)), Counts()).f1 for _ in range(RESAMPLES)]
    return {"f1": round(sum(groups, Counts()).f1, 3), "interval_95": percentile_interval(drawn)}
