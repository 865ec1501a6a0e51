"""What a trained model makes of the rules' findings: it doubts some, and adds those that no rule saw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pmlint.language.place import Place
from pmlint.records import Finding
from pmlint.rules.base import Hit, Rule
from pmlint.rules.findings import finding_at
from pmlint.scoring.cues import party_of
from pmlint.scoring.decisions import FEWEST_WORDS, spoken, weighed
from pmlint.scoring.labels import JUDGED, LABELS, hits_within, label_of, within
from pmlint.scoring.model import Model
from pmlint.scoring.numbers import Floats
from pmlint.scoring.sample import Sample, sample_of

SPEAKS = {"blame": "PM190", "blame_self": "PM190", "diffuse": "PM290"}
"""The rule under which the model speaks of a label."""


@dataclass(frozen=True)
class Judged:
    """A document's sentences as the model sees them.

    Attributes:
        places: The sentences in their places.
        samples: What the model looked at, one for each place.
        ranges: Source range of each sentence.
        hits: How sure the rules are of each of ``LABELS``, a row for each sentence.
        probabilities: A row for each sentence, a column for each of ``OUTPUTS``.
    """

    places: tuple[Place, ...]
    samples: tuple[Sample, ...]
    ranges: tuple[tuple[int, int], ...]
    hits: tuple[tuple[float, ...], ...]
    probabilities: Floats


def judge(documents: Sequence[tuple[tuple[Place, ...], Sequence[Finding]]], model: Model) -> list[Judged]:
    """What the model says of the sentences of several documents, asked in one go.

    Args:
        documents: Of each its sentences and what the rules found in it.
        model: The model.
    """
    prepared = []
    samples: list[Sample] = []
    hits: list[tuple[float, ...]] = []
    for found, findings in documents:
        ranges = tuple(p.document.source_range(p.sentence, 0, len(p.text)) for p in found)
        own = tuple(sample_of(place) for place in found)
        sure = tuple(hits_within(findings, *bounds) for bounds in ranges)
        prepared.append((found, own, ranges, sure))
        samples += own
        hits += sure
    rows = model.probabilities(samples, hits)
    result = []
    for found, own, ranges, sure in prepared:
        result.append(Judged(found, own, ranges, sure, rows[: len(own)]))
        rows = rows[len(own) :]
    return result


def revised(
    findings: Sequence[Finding], judged: Judged, model: Model, rules: Sequence[Rule], shown: float
) -> list[Finding]:
    """The rules' findings as far as the model believes them, and the model's own.

    Args:
        findings: What the rules found.
        judged: What the model says of the sentences.
        model: The model.
        rules: The rules that are on; the model speaks under ``PM190`` and ``PM290``.
        shown: Confidence from which on a finding is shown: where one is, the model need not speak.
    """
    cards = {rule.card.code: rule.card for rule in rules if rule.card.kind == "model"}
    others = [f for f in findings if f.category not in JUDGED]
    mine = [f for f in findings if f.category in JUDGED]
    result = others
    for place, sample, bounds, row in zip(judged.places, judged.samples, judged.ranges, judged.probabilities):
        probabilities = dict(zip(LABELS, map(float, row)))
        here = [weighed(f, probabilities, model.thresholds) for f in within(mine, *bounds)]
        result += here
        said = {SPEAKS.get(label_of(f) or "") for f in here if f.confidence >= shown}
        if sample.words < FEWEST_WORDS or place.block.kind == "heading":
            continue
        for label in spoken(probabilities, model.thresholds)[:1]:
            card = cards.get(SPEAKS.get(label, ""))
            if card is None or card.code in said:
                continue
            words = model.tier.weighty(sample, label)
            hit = Hit(
                0,
                len(place.text),
                args={"weighty": _listed(words)},
                target=None if label == "diffuse" else "self" if label == "blame_self" else party_of(sample),
                confidence=probabilities[label],
            )
            result.append(finding_at(card, hit, place))
    # A finding that starts in no sentence (a whole document) is none that the model has a say in.
    return result + [f for f in mine if not any(a <= f.start < b for a, b in judged.ranges)]


def _listed(words: Sequence[str]) -> str:
    shown = [f"“{word}”" for word in words if word]
    return ", ".join(shown) if shown else "the sentence as a whole"
