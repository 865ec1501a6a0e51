from __future__ import annotations

import pytest

from pmlint.commitments import extract
from pmlint.commitments.status import priority_of, status_of, ticket_of
from pmlint.document import parse


@pytest.mark.parametrize(
    "text",
    [
        "✅ Paint the door",
        "Paint the door (done)",
        "Paint the door - DONE",
        "Paint the door [complete]",
        "Done: paint the door",
    ],
)
def test_markers_say_done(text: str) -> None:
    assert status_of(text) == "done"


@pytest.mark.parametrize(
    ("field", "status"),
    [
        ("Done", "done"),
        ("✅", "done"),
        ("In progress", "open"),
        ("Not done", "open"),
        ("50%", "open"),
        ("To do", "open"),
    ],
)
def test_a_status_field_decides(field: str, status: str) -> None:
    assert status_of("Paint the door", field=field) == status


def test_a_box_decides_where_no_field_does() -> None:
    assert status_of("Paint the door", checked=True) == "done"
    assert status_of("Paint the door ✅", checked=False) == "open"


def test_struck_text_is_done() -> None:
    assert status_of("Paint the door", source="~~Paint the door~~") == "done"


@pytest.mark.parametrize(
    "text", ["We've added a lock", "The key has been rotated", "Replaced the seal of the boiler"]
)
def test_a_deed_among_remedies_is_done(text: str) -> None:
    assert status_of(text, remedy=True) == "done"
    assert status_of(text, remedy=False) == "open"


@pytest.mark.parametrize(
    "text",
    ["We will add a lock", "Replace the seal", "The work has been scheduled", "Started mapping the site"],
)
def test_plans_and_beginnings_are_open(text: str) -> None:
    assert status_of(text, remedy=True) == "open"


@pytest.mark.parametrize(
    ("text", "ticket"),
    [
        ("Fix it (OPS-123)", "OPS-123"),
        ("Fix it #41", "#41"),
        ("Fix it https://code.example/team/app/issues/7.", "https://code.example/team/app/issues/7"),
        ("Save it as UTF-8", None),
        ("Fix it", None),
    ],
)
def test_tickets_are_references_and_tracker_links(text: str, ticket: str | None) -> None:
    assert ticket_of(text) == ticket


def test_priorities_are_kept_as_written() -> None:
    assert priority_of("P1: mend it") == "P1"
    assert priority_of("Mend it (High)") == "High"
    assert priority_of("Mend the high wall") is None


def test_a_bare_day_before_the_reports_own_tells_a_finished_deed() -> None:
    body = "# Flood, 9 May 2025\n\n## Measures\n\n- Second pump on its own fuse (Ines Prado, {})\n"

    def status(day: str) -> str:
        return extract(parse(body.format(day)))[0].status

    assert (status("2 May"), status("by 2 May"), status("12 May")) == ("done", "open", "open")
