from __future__ import annotations

import datetime as dt
import json

import pytest

from pmlint.records import ActionItem, Finding, Moved, Report, Scorecard, Scores, Sentence
from pmlint.report.page.chart_data import chart_data, strongest
from pmlint.report.page.entry import Entry, Label

SOURCE = "He forgot it. We will improve. All was told."
DAY = dt.date(2026, 3, 1)


def finding(words, **changes):
    start = SOURCE.index(words)
    given = {
        "rule": "PM101",
        "name": "named-fault",
        "category": "blame",
        "subtype": "fault",
        "target": "person",
        "severity": "error",
        "confidence": 0.9,
        "message": "m",
        "suggestion": None,
        **changes,
    }
    return Finding(
        **given, start=start, end=start + len(words), line=1, column=1, end_line=1, end_column=1, text=words
    )


ITEM = ActionItem(
    "a", "We will improve.", 14, 30, 1, "Ada Okafor", "named", "vague", None, None, "none", "open"
)
SENTENCES = (
    Sentence("He forgot it.", 0, 13, 1, ("flagged",)),
    Sentence("We will improve.", 14, 30, 1, ("flagged",)),
)


def entry(**changes):
    given = {
        "path": "a.md",
        "findings": (finding("forgot"),),
        "action_items": (ITEM,),
        "scores": Scores(62.4, 40.0, 71.0),
        "words": 9,
        "date": dt.date(2025, 4, 1),
        "sentences": SENTENCES,
        **changes,
    }
    return Entry("A title", SOURCE, Report(**given), Scorecard("a.md", ()), (Label("team", "Search"),))


def row(**changes):
    (document,) = chart_data([entry(**changes)], DAY)["documents"]
    return document


def test_a_document_is_a_row_of_plain_data():
    data = chart_data([entry()], DAY)
    assert json.loads(json.dumps(data)) == data
    assert data["asOf"] == "2026-03-01"
    assert data["rules"] == {"PM101": {"name": "named-fault", "category": "blame"}}
    assert row() == {
        "id": "d1",
        "title": "A title",
        "date": "2025-04-01",
        "labels": ["team: Search"],
        "words": 9,
        "scores": {
            "blameless": [62.4, None, None],
            "accountable": [40.0, None, None],
            "candid": [71.0, None, None],
        },
        "rules": {"PM101": 1},
        "points": {},
        "strong": ["He forgot it."],
        "items": [{"missing": ["deliverable", "date"], "due": None, "done": False}],
    }


def test_no_owner_is_in_the_data():
    """Nothing on the page can be added up by person."""
    assert "Ada" not in json.dumps(chart_data([entry()], DAY))


def test_a_document_without_words_or_date_stays():
    found = row(scores=None, date=None, findings=(), action_items=(), words=0)
    assert (found["scores"], found["date"], found["items"]) == (None, None, [])


def test_an_interval_goes_with_its_score():
    assert row(scores=Scores(60, 40, 70, {"candid": (55.0, 85.0)}))["scores"]["candid"] == [70, 55.0, 85.0]


def test_praise_drives_no_score():
    assert row(findings=(finding("forgot", praise=True),))["rules"] == {}


def test_points_go_to_the_rules_in_the_sentence_that_cost_them():
    moved = (Moved("blameless", -12.0, 0, 13), Moved("candid", 6.0, 31, 44))
    found = (finding("forgot"), finding("it", rule="PM103"))
    assert row(findings=found, scores=Scores(60, 40, 70, {}, moved))["points"] == {
        "PM101": -6.0,
        "PM103": -6.0,
    }


def test_a_gain_costs_nothing():
    moved = (Moved("blameless", 12.0, 0, 13),)
    assert row(scores=Scores(60, 40, 70, {}, moved))["points"] == {}


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        ((), ["He forgot it."]),
        ((Moved("candid", -2.0, 0, 13), Moved("candid", 9.0, 31, 44)), ["All was told.", "He forgot it."]),
        ((Moved("candid", -2.0, 0, 13), Moved("blameless", -3.0, 0, 13)), ["He forgot it."]),
    ],
)
def test_the_strongest_sentences_moved_the_scores_most(moved, expected):
    assert strongest(entry(scores=Scores(60, 40, 70, {}, moved))) == expected


def test_a_long_sentence_is_cut_between_words():
    long = Sentence("word " * 60, 0, 13, 1, ("flagged",))
    (shown,) = strongest(entry(sentences=(long,)))
    assert len(shown) <= 182
    assert shown.endswith("word …")
