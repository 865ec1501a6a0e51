from __future__ import annotations

import datetime as dt
import json

from pmlint import __version__
from pmlint.records import Scores
from pmlint.report.json import report_to_dict, to_json

SOURCE = "The porter forgot the key. \u202e 東京"

# The field names other programs read: removing or renaming one breaks them.
FINDING = [
    *("rule", "name", "category", "subtype", "target", "severity", "confidence", "message", "suggestion"),
    *("start", "end", "line", "column", "end_line", "end_column", "text"),
]
ITEM = [
    *(
        "id",
        "text",
        "start",
        "end",
        "line",
        "owner",
        "owner_kind",
        "deliverable",
        "due",
        "due_text",
        "due_kind",
    ),
    *("status", "ticket", "missing"),
]


def test_every_field_of_the_interface_is_there(finding, item, report):
    data = json.loads(
        to_json([report(finding(SOURCE, "porter"), action_items=(item(),))], [("b.md", "is a PDF")])
    )
    assert list(data) == ["schema_version", "pmlint_version", "files", "errors"]
    assert (data["schema_version"], data["pmlint_version"]) == (1, __version__)
    assert data["errors"] == [{"path": "b.md", "message": "is a PDF"}]
    (file,) = data["files"]
    assert set(file) >= {"path", "scores", "findings", "action_items"}
    assert set(file["scores"]) == {"blameless", "accountable", "candid", "intervals", "moved"}
    assert list(file["findings"][0])[: len(FINDING)] == FINDING
    assert list(file["action_items"][0])[: len(ITEM)] == ITEM


def test_values_are_plain_and_rounded(finding, item, report):
    data = report_to_dict(
        report(
            finding(SOURCE, "porter", confidence=0.123456),
            action_items=(item(owner=None, owner_kind="none"),),
            scores=Scores(62.4499, 40.0, 71.0),
            date=dt.date(2025, 3, 31),
            facts={"timeline": "full", "days": (dt.date(2025, 3, 1),), "inner": {"n": 1}},
        )
    )
    assert data["findings"][0]["confidence"] == 0.123
    assert data["scores"]["blameless"] == 62.4
    assert data["action_items"][0]["due"] == "2025-05-12"
    assert data["action_items"][0]["missing"] == ["owner"]
    assert data["date"] == "2025-03-31"
    assert data["facts"] == {"timeline": "full", "days": ["2025-03-01"], "inner": {"n": 1}}


def test_findings_and_items_come_in_the_order_of_the_text(finding, item, report):
    given = report(
        finding(SOURCE, "key"),
        finding(SOURCE, "porter"),
        action_items=(item(start=9, id="late"), item(start=2, id="early")),
    )
    data = report_to_dict(given)
    assert [f["text"] for f in data["findings"]] == ["porter", "key"]
    assert [i["id"] for i in data["action_items"]] == ["early", "late"]


def test_a_document_without_words_has_scores_of_null(report):
    assert report_to_dict(report(scores=None))["scores"] == dict.fromkeys(
        ("blameless", "accountable", "candid")
    )


def test_the_text_is_ascii_and_reads_back_as_it_was(finding, report):
    text = to_json([report(finding(SOURCE, "\u202e 東京"), path="caf\udce9.md")])
    assert text.isascii()
    assert json.loads(text)["files"][0]["findings"][0]["text"] == "\u202e 東京"
    assert json.loads(text)["files"][0]["path"] == "caf\udce9.md"


def test_a_report_gives_itself_as_data(report):
    assert report().to_dict() == report_to_dict(report())
