"""A stored report is the report."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

import pmlint
from pmlint.batch.stored import from_stored, to_stored, without_notice
from pmlint.document import TextSource
from pmlint.records import Moved, Report, Scores
from tests.texts import EXAMPLES, MIXED


def through_json(report: Report, source: TextSource) -> Report:
    return from_stored(json.loads(json.dumps(to_stored(without_notice(report, source)))), source)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.md")), ids=lambda path: path.name)
def test_a_report_comes_back_as_it_was(path: Path) -> None:
    report = pmlint.check_file(path)
    assert report.findings
    assert through_json(report, TextSource("", path=str(path))) == report


def test_scores_of_a_model_come_back_too() -> None:
    scores = Scores(1.1, 2.2, 3.3, {"candid": (1.0, 5.5)}, (Moved("candid", -0.1, 0, 5),))
    report = Report(None, (), (), scores, 3, dt.date(2025, 3, 31), {"timeline": "none"})
    assert through_json(report, TextSource("")) == report


def test_path_and_decoding_are_those_of_the_file_at_hand() -> None:
    first = TextSource(MIXED, path="a.md", notice="read as cp1252, not UTF-8")
    report = Report("a.md", (), (), None, notices=("read as cp1252, not UTF-8", "front matter left out: x"))
    found = through_json(report, first)
    assert found == report
    data = to_stored(without_notice(report, first))
    other = from_stored(data, TextSource(MIXED, path="b.md"))
    assert (other.path, other.notices) == ("b.md", ("front matter left out: x",))


@pytest.mark.parametrize("data", [None, [], {}, {"findings": [{"rule": "PM101"}]}, "x", {"findings": 3}])
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="no stored report"):
        from_stored(data, TextSource(""))
