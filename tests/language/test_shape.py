"""What a document is made of."""

from __future__ import annotations

import pytest

from pmlint.document import parse
from pmlint.language.sections import parts_of
from pmlint.language.shape import shape

LOG = """# Flooded archive

## {events}

- 04:10 The rain sensor reports 20 mm.
- 05:00 The pump of the west cellar stops.
- 07:30 The caretaker opens the door.

## {causes}

The pump had no second power line, and the sensor reports to a desk that is empty at night.

## {actions}

- Ines will order a second power line by 12 June 2025
"""


@pytest.mark.parametrize(
    ("events", "causes", "actions"),
    [
        ("Timeline", "Root causes", "Action items"),
        ("Chronology", "Contributory factors", "Recommendations"),
        ("What happened", "Why it happened", "What we will change"),
        ("Sequence of events", "Five whys", "Corrective and preventive actions"),
        ("Description of the incident", "Underlying causes", "Next steps"),
    ],
)
def test_the_parts_are_known_by_many_headings(events: str, causes: str, actions: str) -> None:
    form = shape(parse(LOG.format(events=events, causes=causes, actions=actions)))

    assert form.timeline == "full"
    assert form.separated == "yes"
    assert (len(form.timeline_blocks), len(form.cause_blocks), len(form.action_blocks)) == (3, 1, 1)


def test_a_heading_of_actions_is_nothing_else() -> None:
    assert parts_of("Root cause corrective actions") == {"actions"}


def test_one_heading_may_announce_facts_and_causes() -> None:
    assert parts_of("What happened and why") == {"events", "causes"}


def test_a_timeline_told_in_prose_is_partial() -> None:
    form = shape(parse("The pump stopped at 05:00. The caretaker came at 07:30 and opened the door."))

    assert form.timeline == "partial"


def test_due_dates_make_no_timeline() -> None:
    items = "\n".join(f"- {day} June 2025: Ines orders part {day}" for day in range(1, 9))
    form = shape(parse(f"## Action items\n\n{items}\n"))

    assert form.timeline == "none"
    assert form.stamped == ()


def test_a_date_in_the_head_is_no_event() -> None:
    assert shape(parse("# Minutes\n\nFriday, 3 May 2024\n\nWe met in the hall.")).stamped == ()


def test_rows_with_a_time_in_a_cell_are_stamped() -> None:
    table = "| # | Time | Event |\n|---|---|---|\n| 1 | 09:02 | The supplier sends the wrong bolts. |\n"

    assert len(shape(parse(table)).stamped) == 1


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("This review is blameless.", True),
        ("We do not blame anyone here.", True),
        ("The aim is to learn, not to assign blame.", True),
        ("The review was not really blameless.", False),
        ("The so-called blameless review was short.", False),
        ("> This review is blameless.", False),
    ],
)
def test_a_claim_to_be_blameless_is_found_in_the_documents_own_voice(text: str, claims: bool) -> None:
    document = parse(text)
    found = shape(document).says_blameless

    assert (found is not None) is claims
    if found:
        assert "blam" in document.source[slice(*found)]


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("We will review these actions on 12 June 2025.", True),
        ("The board meets again in six weeks.", True),
        ("## Follow-up review\n\nMonday 7 July, dock 2", True),
        ("A 30-day review is booked with the ward.", True),
        ("We will review the code.", False),
        ("Someone could look at this again.", False),
        ("14:30 The review of the run sheet begins.", False),
    ],
)
def test_a_follow_up_is_planned_when_it_has_a_day(text: str, planned: bool) -> None:
    assert shape(parse(text)).follow_up is planned


def test_a_board_of_opinions_is_no_account_of_an_event() -> None:
    board = "# Retrospective\n\n## Went well\n\n- The demo\n\n## Could be better\n\n- The reviews\n"

    assert shape(parse(board)).board
    assert not shape(parse(board + "\n## Timeline\n\n- 10:00 The demo begins on time.\n")).board


def test_the_shape_is_made_once_a_document() -> None:
    document = parse("The pump stopped at 05:00.")

    assert shape(document) is shape(document)
    assert shape(parse("Nothing.")) is not shape(document)


def test_facts_are_plain_data() -> None:
    facts = shape(parse(LOG.format(events="Timeline", causes="Causes", actions="Actions"))).facts()

    assert facts["timeline"] == "full"
    assert all(isinstance(value, (str, bool)) for value in facts.values())


def test_an_empty_document_has_a_shape() -> None:
    form = shape(parse(""))

    assert (form.timeline, form.separated, form.headings) == ("none", "na", 0)
