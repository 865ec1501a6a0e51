"""The four drafts show what they are there to show."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import pmlint

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("outage", "late-consulting-project", "blaming-draft", "blaming-draft-rewritten")


@cache
def report(name: str) -> pmlint.Report:
    return pmlint.check_file(EXAMPLES / f"{name}.md")


def codes(name: str) -> set[str]:
    return {finding.rule for finding in report(name).problems}


def test_there_are_four() -> None:
    assert sorted(path.stem for path in EXAMPLES.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_as_long_as_a_short_review(name: str) -> None:
    assert 350 <= len((EXAMPLES / f"{name}.md").read_text(encoding="utf-8").split()) <= 800


def test_the_rewrite_is_clean_and_starts_with_the_leaders_part() -> None:
    rewritten = report("blaming-draft-rewritten")
    assert [(f.rule, f.text) for f in rewritten.problems] == []
    assert "PM503" in {finding.rule for finding in rewritten.praise}
    assert rewritten.action_items
    assert all(item.missing == () for item in rewritten.action_items)


def test_the_blaming_draft_shows_every_kind_of_blame() -> None:
    assert codes("blaming-draft") >= {"PM101", "PM102", "PM103", "PM104", "PM105", "PM106", "PM502"}


def test_the_rewrite_scores_far_above_its_draft() -> None:
    before, after = report("blaming-draft").scores, report("blaming-draft-rewritten").scores
    assert before and after
    assert after.blameless - before.blameless > 60
    assert after.accountable - before.accountable > 60
    assert after.candid > before.candid


def test_the_late_project_blames_nobody_and_says_nothing() -> None:
    late = report("late-consulting-project")
    assert not [finding.text for finding in late.problems if finding.category == "blame"]
    assert codes("late-consulting-project") >= {"PM201", "PM202", "PM203", "PM204", "PM205", "PM301", "PM501"}
    assert late.scores and late.scores.blameless > 75 and late.scores.candid < 40


def test_the_late_project_holds_one_whole_commitment() -> None:
    whole = [item for item in report("late-consulting-project").action_items if not item.missing]
    assert [item.owner for item in whole] == ["Sarah Lindqvist"]


def test_the_outage_is_mixed() -> None:
    assert codes("outage") >= {"PM101", "PM103", "PM105", "PM201", "PM204", "PM302"}
    assert "PM503" in {finding.rule for finding in report("outage").praise}
    assert sum(not item.missing for item in report("outage").action_items) == 3
