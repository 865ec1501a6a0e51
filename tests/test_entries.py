from __future__ import annotations

import pytest

from pmlint.checking import check_document
from pmlint.config.settings import Settings
from pmlint.document import parse
from pmlint.entries import entry_of, labels_of


def labels(front, body=""):
    return [label.shown for label in labels_of(parse(f"---\n{front}\n---\n{body}"))]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("team: Payments", ["team: Payments"]),
        ("Teams: [Payments, Search]", ["team: Payments", "team: Search"]),
        ("tags: [outage, outage]", ["label: outage"]),
        ("severity: 2", ["severity: 2"]),
        ("ward: 4 West", ["ward: 4 West"]),
        ("team: ''", []),
        ("labels: {a: b}", []),
        ("labels: [true, null, 3.5]", []),
        (f"area: {'x' * 61}", []),
    ],
)
def test_labels_come_from_front_matter(front, expected):
    assert labels(front) == expected


@pytest.mark.parametrize("key", ["author", "owner", "lead", "attendees", "on-call", "reviewer"])
def test_keys_of_people_are_no_labels(key):
    assert labels(f"{key}: Search") == []


@pytest.mark.parametrize("value", ["'@priya'", "priya@example.org", "Priya", "Priya Raman", "Maria de Souza"])
def test_a_label_that_names_a_person_is_left_out(value):
    assert labels(f"team: {value}") == []


@pytest.mark.parametrize(
    "value", ["Search", "Ward 4", "Platform Group", "data platform", "Core Payments Team"]
)
def test_a_label_that_names_a_team_is_kept(value):
    assert labels(f"team: {value}") == [f"team: {value}"]


def test_a_name_that_the_document_uses_for_a_person_is_left_out():
    assert labels("team: Zoltrix", "Zoltrix said that the pump was off.") == []
    assert labels("team: Zoltrix", "The pump was off.") == ["team: Zoltrix"]


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("x/flood.md", "# The flood\n", "The flood"),
        ("x/flood.md", "Water.\n", "flood"),
        (None, "Water.\n", "Untitled"),
    ],
)
def test_an_entry_has_a_title(path, text, title):
    from dataclasses import replace

    document = replace(parse(text), path=path)
    entry = entry_of(document, check_document(document, Settings()))
    assert (entry.title, entry.source, entry.card.path) == (title, text, path)
