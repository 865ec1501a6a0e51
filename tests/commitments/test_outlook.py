"""A list shows by its items whether it promises or tells."""

from __future__ import annotations

import pytest

from pmlint.commitments import extract
from pmlint.commitments.outlook import looks_back
from pmlint.document import parse

STORY = "# Flooded cellar\n\n## What happened\n\nWater came in at noon.\n\nThe pump stood still.\n\n"


def texts(rest: str, **extra: tuple[str, ...]) -> list[str]:
    return [item.text for item in extract(parse(STORY + rest), vocabulary=extra)]


@pytest.mark.parametrize(
    "heading",
    [
        "Agreed",
        "For next season",
        "Next edition, agreed on 4 May",
        "To be done",
        "What will happen now",
        "From here",
        "What we do",
        "Promises",
        "Further steps",
        "What now",
        "D7 Prevention",
        "Before the next flood",
    ],
)
def test_noun_phrases_are_commitments_under_headings_that_promise(heading: str) -> None:
    items = ["Two pumps on separate fuses.", "The caretaker checks the float every Monday."]
    assert texts(f"## {heading}\n\n- {items[0]}\n- {items[1]}\n") == items


@pytest.mark.parametrize("heading", ["Consequences", "What we take with us", "So what"])
def test_an_open_heading_promises_if_its_items_are_owned_or_ordered(heading: str) -> None:
    items = ["Float switch in the sump, A. Haddad, week 9", "Label the fuses"]
    assert texts(f"## {heading}\n\n- {items[0]}\n- {items[1]}\n") == items


def test_an_open_heading_over_a_look_back_promises_nothing() -> None:
    assert texts("## Consequences\n\n- We lost forty chairs\n- The floor was wet for a week\n") == []


def test_owner_and_date_on_most_items_make_commitments_under_any_heading() -> None:
    items = ["Spare pump in the shed (Ines Prado, 3 May)", "Fuse list on the door, T. Novák, 9 May"]
    assert texts(f"## The cellar\n\n- {items[0]}\n- {items[1]}\n") == items


def test_a_timeline_with_names_and_dates_promises_nothing() -> None:
    assert texts("## Timeline\n\n- Pump ordered, T. Novák, 3 May\n- Pump fitted, Ines Prado, 9 May\n") == []


def test_the_users_own_headings_promise() -> None:
    rest = "## Pinky swears\n\n- Two pumps on separate fuses\n"
    assert texts(rest) == []
    assert texts(rest, action_headings=("pinky swears",)) == ["Two pumps on separate fuses"]
    assert texts(rest.replace("Pinky swears", "PINKY SWEARS 2024"), action_headings=("pinky swears",))


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("The pump broke", True),
        ("We waited for the firm", True),
        ("Nobody was there", True),
        ("Two pumps on separate fuses", False),
        ("The caretaker checks the float", False),
        ("Label the fuses", False),
    ],
)
def test_a_tale_looks_back(text: str, back: bool) -> None:
    assert looks_back(text) is back
