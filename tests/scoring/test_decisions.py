"""A doubted finding loses confidence; the model speaks only when it is sure enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

import pmlint
from pmlint.records import Finding
from pmlint.scoring.decisions import Thresholds, spoken, weighed
from pmlint.scoring.labels import LABELS, hits_of, hits_within, label_of

THRESHOLDS = Thresholds(speak={"blame": 0.8, "diffuse": 0.7}, doubt={"blame": 0.2, "blame_self": 0.2})


def sure(**given: float) -> dict[str, float]:
    return dict.fromkeys(LABELS, 0.0) | given


@pytest.fixture(scope="module")
def finding() -> Finding:
    report = pmlint.check(
        "The DBA forgot to check the replication lag.", settings=pmlint.Settings(model="rules")
    )
    return next(f for f in report.findings if f.rule == "PM101")


def test_a_believed_finding_stays(finding: Finding) -> None:
    assert weighed(finding, sure(blame=0.2), THRESHOLDS) is finding


def test_a_disbelieved_finding_loses_confidence(finding: Finding) -> None:
    doubted = weighed(finding, sure(blame=0.1), THRESHOLDS)
    assert doubted.confidence == pytest.approx(finding.confidence * 3 / 4, abs=0.001)
    assert weighed(finding, sure(), THRESHOLDS).confidence == pytest.approx(finding.confidence / 2, abs=0.001)
    assert replace(doubted, confidence=finding.confidence) == finding


def test_blame_of_oneself_counts_as_blame(finding: Finding) -> None:
    assert weighed(finding, sure(blame_self=0.5), THRESHOLDS) is finding


def test_praise_and_structure_are_never_doubted(finding: Finding) -> None:
    for kept in (replace(finding, praise=True), replace(finding, category="structure")):
        assert weighed(kept, sure(), THRESHOLDS) is kept


def test_the_model_speaks_from_its_threshold_on() -> None:
    assert spoken(sure(blame=0.79, diffuse=0.69, own=0.99), THRESHOLDS) == []
    assert spoken(sure(blame=0.8, diffuse=0.9), THRESHOLDS) == ["diffuse", "blame"]


def test_thresholds_survive_the_manifest() -> None:
    assert Thresholds.from_dict(THRESHOLDS.to_dict()) == THRESHOLDS


def test_hits_take_the_surest_rule(finding: Finding) -> None:
    both = [finding, replace(finding, confidence=0.1), replace(finding, target="self", confidence=0.4)]
    hits = dict(zip(LABELS, hits_of(both)))
    assert hits["blame"] == finding.confidence and hits["blame_self"] == 0.4 and hits["diffuse"] == 0
    assert label_of(replace(finding, category="structure")) is None


def test_a_finding_is_of_the_sentence_that_it_begins_in(finding: Finding) -> None:
    near = [replace(finding, start=start, end=start + 9, confidence=start / 100) for start in (9, 10, 19, 20)]
    assert dict(zip(LABELS, hits_within(near, 10, 20)))["blame"] == 0.19
    assert not any(hits_within(near[:1] + near[3:], 10, 20))
