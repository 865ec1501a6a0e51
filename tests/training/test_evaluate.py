"""The figures are those that one counts by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import pmlint
from pmlint.cli import main
from pmlint.config.settings import Settings
from pmlint.errors import CorpusError
from pmlint.training.corpus import read_corpus
from pmlint.training.evaluate import evaluate

BLAME = {"label": "BLAME", "subtype": "fault", "target": "role"}
ACTION = {"label": "ACTION", "owner": "named", "deliverable": "concrete", "due": "date", "status": "open"}
LINES: list[tuple[str, str, list[dict[str, str]]]] = [
    ("# ", "Review of 3 May 2026", []),
    ("", "The DBA forgot to check the replication lag.", [BLAME]),
    ("", "Two signatures on the form, and nobody had read page two.", [BLAME]),
    ("", "Root cause: human error.", []),
    ("## ", "Action items", []),
    ("- ", "Sarah will write the runbook for the failover by 12 May 2026.", [ACTION]),
    ("- ", "Jonas will add an alert on replication lag.", [ACTION]),
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One document: one blame found, one missed, one false alarm, two commitments (one date wrong)."""
    (tmp_path / "docs").mkdir()
    text, units, labels = "", [], []
    for uid, (mark, line, found) in enumerate(LINES):
        text += mark
        kind = "heading" if "#" in mark else "item" if mark else "para"
        units.append(
            {"doc": "one", "uid": uid, "block": uid, "start": len(text), "end": len(text) + len(line)}
        )
        units[-1] |= {"kind": kind, "section": "", "text": line}
        if found:
            labels.append({"doc": "one", "uid": uid, "labels": found})
        text += line + "\n\n"
    (tmp_path / "docs/one.md").write_text(text, encoding="utf-8")
    for name, rows in (("units", units), ("labels", labels)):
        (tmp_path / f"{name}.jsonl").write_text(
            "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
        )
    return tmp_path


def test_coverage_is_the_share_of_ratings_in_the_interval(gold: Path) -> None:
    report = pmlint.check_file(gold / "docs/one.md", settings=Settings(model="fast"))
    assert report.scores is not None
    assert report.scores.intervals["blameless"][1] < 100  # so that the best rating lies outside
    inside = 1 + sum(report.scores.intervals["candid"]) / 50
    (gold / "ratings.jsonl").write_text(
        json.dumps({"doc": "one", "blameless": 5.0, "accountable": 1.0, "candid": inside}), encoding="utf-8"
    )
    coverage: Any = evaluate(read_corpus(gold), Settings(model="fast"))[0]["interval_coverage"]
    assert (coverage["blameless"], coverage["candid"]) == (0.0, 1.0)
    alone: Any = evaluate(read_corpus(gold), Settings(model="rules"))[0]["interval_coverage"]
    assert alone == dict.fromkeys(("blameless", "accountable", "candid"))


def test_counts_are_those_of_a_hand(gold: Path) -> None:
    figures, whole = evaluate(read_corpus(gold), Settings(model="rules"))
    blame: Any = figures["blame"]
    assert (blame["tp"], blame["fp"], blame["fn"]) == (1, 1, 1)
    action: Any = figures["action"]
    assert (action["tp"], action["fp"], action["fn"]) == (2, 0, 0)
    assert figures["action_fields"] == {"owner": 1, "deliverable": 1, "date": 0.5, "status": 1, "all": 0.5}
    assert figures["recall_by_subtype"] == {"blame fault": {"found": 1, "of": 2}}
    assert {(e[0], e[1]) for e in whole.errors} == {
        ("blame", "missed"),
        ("blame", "false alarm"),
        ("action", "wrong date"),
    }


def test_the_command_prints_them(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(gold), "--model", "rules", "--format", "json", "--no-config"]) == 0
    assert json.loads(capsys.readouterr().out)["blame"]["f1"] == 0.5
    assert main(["evaluate", str(gold), "--model", "rules", "--errors", "9", "--no-config"]) == 0
    shown = capsys.readouterr().out
    assert "blame: missed: one unit 2" in shown and "blame fault: 1 of 2 found" in shown


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (lambda root: (root / "units.jsonl").unlink(), "units.jsonl: cannot be read"),
        (lambda root: (root / "labels.jsonl").write_text("{\n", encoding="utf-8"), "labels.jsonl:1: no JSON"),
        (lambda root: (root / "docs/one.md").unlink(), "no document 'one'"),
        (lambda root: (root / "labels.jsonl").write_text("[]\n", encoding="utf-8"), "not a JSON object"),
    ],
)
def test_a_broken_folder_is_one_clear_line(gold: Path, damage: Any, complaint: str) -> None:
    damage(gold)
    with pytest.raises(CorpusError, match=complaint):
        read_corpus(gold)
