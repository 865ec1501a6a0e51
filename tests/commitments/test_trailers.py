"""Owner, date and state at the end of a task are read without labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.commitments.fields import split_fields
from pmlint.commitments.people import People
from pmlint.commitments.trailers import date_of, state_and_date, trailing

PEOPLE = People()


@pytest.mark.parametrize(
    ("text", "task", "owner", "due", "status"),
    [
        ("Hoist on the ramp, V. Lindqvist, week 26", "Hoist on the ramp", "V. Lindqvist", "week 26", ""),
        ("Tags on pallets. Milosz, until 30.11.", "Tags on pallets", "Milosz", "30.11.", ""),
        ("Key in the safe, Dr Mbatha, end of May", "Key in the safe", "Dr Mbatha", "end of May", ""),
        ("Two drills a year, L. Roy.", "Two drills a year", "L. Roy", "", ""),
        ("Old form withdrawn (me, this week)", "Old form withdrawn", "me", "this week", ""),
        ("[x] rotate the door code (timo, jan 13)", "[x] rotate the door code", "timo", "jan 13", ""),
        ("Lids labelled: T. Novák, 15 Nov, done.", "Lids labelled", "T. Novák", "15 Nov", "done"),
        ("Limit by calendar; payroll lead; 1 Dec.", "Limit by calendar", "payroll lead", "1 Dec", ""),
        ("Numbers checked (lab manager, done 21 Nov)", "Numbers checked", "lab manager", "21 Nov", "done"),
    ],
)  # fmt: skip
def test_fields_behind_a_task_are_taken_off_it(
    text: str, task: str, owner: str, due: str, status: str
) -> None:
    fields = split_fields(text, PEOPLE)
    assert (fields.task, fields.owner, fields.due, fields.status) == (task, owner, due, status)


@pytest.mark.parametrize(
    "text",
    [
        "Open a branch in Lagos",
        "Order gloves, masks and aprons",
        "Ship to Harbour North, South and West",
        "Write the alarm plan (draft, final)",
        "Print the menu (alarm, jan 3)",
    ],
)
def test_the_end_of_a_task_itself_is_no_owner(text: str) -> None:
    assert split_fields(text, PEOPLE).owner == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by 3 May", "3 May"),
        ("until 30.11", "30.11."),
        ("at the latest by 9 June", "9 June"),
        ("May we go", ""),
    ],
)
def test_a_date_alone_is_told_from_other_words(text: str, day: str) -> None:
    assert date_of(text) == day


def test_a_state_may_stand_before_or_behind_its_date() -> None:
    assert state_and_date("week 24, done") == ("done", "week 24")
    assert state_and_date("done on 7 March") == ("done", "7 March")
    assert state_and_date("done by the crane firm") == ("", "")
    assert state_and_date("ongoing") == ("", ""), "says when as well"


@given(st.text(max_size=200))
def test_what_is_left_of_any_text_is_its_beginning(text: str) -> None:
    start, found = trailing(text, PEOPLE)
    assert 0 <= start <= len(text)
    assert bool(found) or start == len(text)
