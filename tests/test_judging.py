"""A model doubts findings, adds its own, and leaves everything else alone."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import pmlint
from pmlint.records import Report
from pmlint.scoring.decisions import Thresholds
from pmlint.scoring.document import DocumentModel
from pmlint.scoring.evidence import NAMES
from pmlint.scoring.labels import LABELS, OUTPUTS
from pmlint.scoring.sample import Sample

INSINUATION = "Two signatures on the form, and neither pair of eyes went further than the first page."
FORGOT = "The DBA forgot to check the replication lag."
NEUTRAL = "The pump was replaced on 3 May 2026 at 10:05."


def model(sure: dict[str, dict[str, float]]) -> Any:
    """A model that is sure of these labels in these sentences, and of no others."""

    def probabilities(samples: Sequence[Sample], hits: Sequence[Sequence[float]]) -> Any:
        rows = np.zeros((len(samples), len(OUTPUTS)))
        for row, sample in enumerate(samples):
            for label, value in sure.get(sample.text, {}).items():
                rows[row, OUTPUTS.index(label)] = value
        return rows

    weights = np.zeros((3, len(NAMES)))
    weights[0, NAMES.index("blame load")] = -80
    return SimpleNamespace(
        probabilities=probabilities,
        thresholds=Thresholds({"blame": 0.8, "blame_self": 0.8, "diffuse": 0.8}, dict.fromkeys(LABELS, 0.2)),
        tier=SimpleNamespace(weighty=lambda sample, label, most=3: ["neither", "eyes"]),
        document=DocumentModel(weights, np.full(3, 90.0), np.ones(3), np.zeros(3), np.full(3, 10.0)),
    )


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Checks a text with a model that is sure of something."""

    def check(text: str, sure: dict[str, dict[str, float]], **settings: Any) -> Report:
        monkeypatch.setattr("pmlint.checking.load_model", lambda name: model(sure))
        return pmlint.check(text, settings=pmlint.Settings(model="fake", **settings))

    return check


def codes(report: Report) -> list[str]:
    return [f.rule for f in report.findings if f.category in ("blame", "diffuse")]


def test_the_model_speaks_where_no_rule_does(checked: Any) -> None:
    text = f"# Review\n\n{NEUTRAL} {INSINUATION}\n"
    report = checked(text, {INSINUATION: {"blame": 0.9}})
    [finding] = [f for f in report.findings if f.rule == "PM190"]
    assert text[finding.start : finding.end] == INSINUATION
    assert finding.confidence == 0.9 and finding.target == "generic"
    assert finding.message == "this reads as blame, most of all “neither”, “eyes”"


def test_it_is_silent_below_its_threshold(checked: Any) -> None:
    assert "PM190" not in codes(checked(INSINUATION, {INSINUATION: {"blame": 0.79}}))


def test_it_does_not_repeat_a_rule(checked: Any) -> None:
    assert codes(checked(FORGOT, {FORGOT: {"blame": 0.99}})) == ["PM101"]


def test_a_disbelieved_finding_is_not_shown(checked: Any) -> None:
    assert codes(checked(FORGOT, {})) == []
    kept = checked(FORGOT, {FORGOT: {"blame": 0.01}}, min_confidence=0.0)
    assert codes(kept) == ["PM101"] and kept.findings[0].confidence < 0.5


def test_blame_of_oneself_has_its_own_words(checked: Any) -> None:
    text = "Pages two to nine went unread by us."
    [finding] = [f for f in checked(text, {text: {"blame_self": 0.9}}).findings if f.rule == "PM190"]
    assert (finding.target, finding.severity) == ("self", "info")
    assert "yourselves" in finding.message


@pytest.mark.parametrize("setting", [{"ignore": ("PM190",)}, {"select": ("PM101",)}])
def test_it_can_be_switched_off(checked: Any, setting: dict[str, Any]) -> None:
    assert "PM190" not in codes(checked(INSINUATION, {INSINUATION: {"blame": 0.9}}, **setting))


def test_it_can_be_suppressed(checked: Any) -> None:
    text = f"<!-- pmlint: disable=PM190 agreed with both -->\n{INSINUATION}\n"
    assert codes(checked(text, {INSINUATION: {"blame": 0.9}})) == []


def test_headings_and_scraps_are_not_judged(checked: Any) -> None:
    assert (
        codes(
            checked(
                "# Nobody looked further than this\n", {"Nobody looked further than this": {"blame": 1.0}}
            )
        )
        == []
    )
    assert codes(checked("Nobody looked.", {"Nobody looked.": {"blame": 1.0}})) == []


def test_the_scores_name_the_sentences_that_moved_them(checked: Any) -> None:
    text = f"{NEUTRAL} {INSINUATION}"
    calm, harsh = checked(text, {}), checked(text, {INSINUATION: {"blame": 0.95}})
    assert harsh.scores.blameless < calm.scores.blameless
    [moved] = [m for m in harsh.scores.moved if m.score == "blameless"]
    assert text[moved.start : moved.end] == INSINUATION and moved.points < -5
    assert calm.scores.moved == ()
    low, high = harsh.scores.intervals["blameless"]
    assert low < harsh.scores.blameless < high


def test_the_rules_alone_ask_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    monkeypatch.setattr("pmlint.checking.load_model", refuse)
    report = pmlint.check(FORGOT, settings=pmlint.Settings(model="rules"))
    assert codes(report) == ["PM101"] and report.scores is not None and report.scores.intervals == {}
