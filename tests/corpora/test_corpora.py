"""The corpora hold together: every line is whole, every id is its own, every offset is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CORPORA = Path(__file__).parents[2] / "corpora"
SUBTYPES = {
    "BLAME": {"fault", "human-error", "counterfactual", "verdict", "punitive"},
    "DIFFUSE": {"abstract-noun", "agentless", "collective", "vague-cause", "inevitable"},
}
TARGETS = {"person", "role", "team", "external", "generic", "self"}
LABELS = {"BLAME", "DIFFUSE", "OWN", "UNHEARD", "DEFENSIVE", "ACTION"}


def rows(path: str) -> list[dict[str, Any]]:
    """The records of a JSON-lines file."""
    return [json.loads(line) for line in (CORPORA / path).read_text(encoding="utf-8").splitlines()]


def fault_of(label: dict[str, Any]) -> str | None:
    """What is wrong with a label, or ``None``."""
    kind = label.get("label")
    if kind not in LABELS:
        return f"unknown label {kind}"
    if kind in SUBTYPES and label.get("subtype") not in SUBTYPES[kind]:
        return f"{kind} of subtype {label.get('subtype')}"
    if kind == "BLAME" and label.get("target") not in TARGETS:
        return f"BLAME of {label.get('target')}"
    return None


@pytest.mark.parametrize(
    ("label", "wrong"),
    [
        ({"label": "OWN"}, False),
        ({"label": "BLAME", "subtype": "fault", "target": "role"}, False),
        ({"label": "BLAME", "subtype": "fault"}, True),
        ({"label": "DIFFUSE", "subtype": "verdict"}, True),
        ({"label": "PRAISE"}, True),
    ],
)
def test_a_wrong_label_is_seen(label: dict[str, Any], wrong: bool) -> None:
    """The check below can fail."""
    assert (fault_of(label) is not None) == wrong


def test_the_ids_of_contrasts_are_unique() -> None:
    """No set and no single sentence shares its id with another."""
    ids = [row["id"] for row in rows("contrasts/sets.jsonl") + rows("contrasts/singles.jsonl")]
    assert len(ids) == len(set(ids)) > 3000


def test_each_set_tells_its_event_four_ways() -> None:
    """Blame blames, fog is fog, the owned telling commits, and the blameless one does neither."""
    for row in rows("contrasts/sets.jsonl"):
        told = {
            name: {x["label"] for u in units for x in u["labels"]} for name, units in row["tellings"].items()
        }
        assert set(told) == {"blame", "fog", "blameless", "owned"}, row["id"]
        assert "BLAME" in told["blame"] and "DIFFUSE" in told["fog"] and "ACTION" in told["owned"], row["id"]
        assert not told["blameless"] & {"BLAME", "DIFFUSE"}, row["id"]


def test_labels_of_contrasts_are_known() -> None:
    """Every label has a known name, subtype and target."""
    sets = [u for row in rows("contrasts/sets.jsonl") for units in row["tellings"].values() for u in units]
    for unit in sets + rows("contrasts/singles.jsonl"):
        assert unit["text"].strip()
        assert [fault_of(label) for label in unit["labels"] if fault_of(label)] == [], unit["text"]


def test_units_stand_where_they_say() -> None:
    """The offsets of a unit give its text, white space aside."""
    texts = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (CORPORA / "postmortems/documents").glob("*.md")
    }
    units = rows("postmortems/units.jsonl")
    assert {unit["doc"] for unit in units} == set(texts)
    for unit in units:
        assert texts[unit["doc"]][unit["start"] : unit["end"]].split() == unit["text"].split(), unit


def test_labels_and_ratings_belong_to_documents() -> None:
    """Every label is known and names a unit; every document has one rating and one source."""
    units = {(unit["doc"], unit["uid"]) for unit in rows("postmortems/units.jsonl")}
    for row in rows("postmortems/labels.jsonl"):
        assert (row["doc"], row["uid"]) in units
        assert [fault_of(label) for label in row["labels"] if fault_of(label)] == [], row
    documents = sorted({doc for doc, _ in units})
    assert sorted(row["doc"] for row in rows("postmortems/ratings.jsonl")) == documents
    assert sorted(row["doc"] for row in rows("postmortems/sources.jsonl")) == documents
