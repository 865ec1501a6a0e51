"""What the rows of the three tables hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

import pmlint
from pmlint.batch.columns import (
    ACTION_COLUMNS,
    FINDING_COLUMNS,
    action_row,
    failed_row,
    finding_row,
    score_columns,
    score_row,
)
from pmlint.records import Report, Scores
from pmlint.report.json import report_to_dict
from tests.texts import MIXED

REPORT = pmlint.check(MIXED)
ROW = score_row(REPORT, {"title": "Handover", "language": "en"})


def test_a_row_knows_its_columns_alone() -> None:
    assert set(ROW) <= {column.name for column in score_columns()}
    assert set(failed_row("x")) <= {column.name for column in score_columns()}
    assert len({column.name for column in score_columns()}) == len(score_columns())


def test_scores_and_their_intervals() -> None:
    assert [ROW[name] for name in ("blameless", "accountable", "candid")] == [
        REPORT.scores.blameless,  # type: ignore[union-attr]
        REPORT.scores.accountable,  # type: ignore[union-attr]
        REPORT.scores.candid,  # type: ignore[union-attr]
    ]
    bare = score_row(replace(REPORT, scores=Scores(50.0, 60.0, 70.0)), {})
    assert bare["blameless_low"] is None
    scores = Scores(50.0, 60.0, 70.0, {"blameless": (40.0, 61.0)})
    row = score_row(replace(REPORT, scores=scores), {})
    assert [row[f"blameless{end}"] for end in ("_low", "", "_high")] == [40.0, 50.0, 61.0]


def test_findings_are_counted_for_each_thousand_words() -> None:
    counts = {"PM101": 1, "PM102": 1, "PM202": 1, "PM201": 1}
    for code, count in counts.items():
        assert ROW[f"{code}_per_1000"] == pytest.approx(1000 * count / REPORT.words, abs=1e-3)
    assert ROW["blame_per_1000"] == pytest.approx(2000 / REPORT.words, abs=1e-3)
    assert ROW["PM104_per_1000"] == 0.0
    assert ROW["findings"] == len(REPORT.problems)


def test_a_good_sign_counts_under_its_rule_alone() -> None:
    report = pmlint.check("I approved the date without asking the team that had to meet it. " * 2)
    assert report.praise
    row = score_row(report, {})
    assert row["PM503_per_1000"] > 0
    assert row["candor_per_1000"] == 0.0


def test_commitments_by_what_they_lack() -> None:
    assert {name: count for name, count in ROW.items() if name.startswith("commitments")} == {
        "commitments": 2,
        "commitments_complete": 1,
        "commitments_missing_one": 0,
        "commitments_missing_two": 0,
        "commitments_missing_three": 1,
        "commitments_without_owner": 1,
        "commitments_without_deliverable": 1,
        "commitments_without_date": 1,
        "commitments_done": 0,
    }


def test_flags_of_the_shape() -> None:
    assert (ROW["timeline"], ROW["actions_section"], ROW["board"]) == ("full", True, False)


def test_a_text_without_words_says_so() -> None:
    row = score_row(Report(None, (), (), None), {})
    assert (row["error"], row["words"], row.get("blameless")) == ("no words", 0, None)


def test_a_reason_is_one_harmless_line() -> None:
    assert failed_row("a\nb\x1b[31m") == {"error": "a b␛[31m"}


def test_findings_and_items_are_those_of_the_json() -> None:
    plain = report_to_dict(REPORT)
    names = [column.name for column in FINDING_COLUMNS]
    assert [finding_row(f) for f in REPORT.findings] == [{n: f[n] for n in names} for f in plain["findings"]]
    for item, expected in zip(REPORT.action_items, plain["action_items"], strict=True):
        row = action_row(item, replace(REPORT, date=dt.date(2025, 2, 20)))
        assert set(row) == {column.name for column in ACTION_COLUMNS}
        assert (row["item"], row["text"], row["missing"]) == (
            expected["id"],
            expected["text"],
            ", ".join(expected["missing"]),
        )
        assert (row["complete"], row["date"]) == (not expected["missing"], dt.date(2025, 2, 20))
