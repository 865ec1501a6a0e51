from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.commitments.dates import Calendar, calendar_of
from pmlint.commitments.due import due_in, due_in_field
from pmlint.document import parse

THURSDAY = dt.date(2025, 2, 20)
CALENDAR = Calendar(THURSDAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mend it by 12 May", dt.date(2025, 5, 12)),
        ("Mend it by May 12th", dt.date(2025, 5, 12)),
        ("Mend it by 2024-05-12", dt.date(2024, 5, 12)),
        ("Mend it by the end of Q2", dt.date(2025, 6, 30)),
        ("Mend it in Q3 2025", dt.date(2025, 9, 30)),
        ("Mend it by Friday", dt.date(2025, 2, 21)),
        ("Mend it by EOW", dt.date(2025, 2, 21)),
        ("Mend it by EOM", dt.date(2025, 2, 28)),
        ("Mend it by the end of the month", dt.date(2025, 2, 28)),
        ("Mend it within two weeks", dt.date(2025, 3, 6)),
        ("Mend it in 30 days", dt.date(2025, 3, 22)),
        ("Mend it next Tuesday", dt.date(2025, 2, 25)),
        ("Mend it tomorrow", dt.date(2025, 2, 21)),
        ("Mend it this evening (August 22nd, 2025)", dt.date(2025, 8, 22)),
        ("Mend it in sprint 7", None),
        ("Mend it by 31 February", None),
        ("Mend it by 12 Mai 20245", None),
    ],
)
def test_words_that_name_a_time_are_dates(text: str, day: dt.date | None) -> None:
    due = due_in(text, CALENDAR)
    assert (due.kind, due.date) == ("date", day)
    assert due.text == text[due.start : due.end]


@pytest.mark.parametrize(
    "text", ["Mend it soon", "Mend it ASAP", "Mend it next sprint", "Mend it going forward"]
)
def test_words_that_promise_a_time_are_vague(text: str) -> None:
    assert due_in(text, CALENDAR).kind == "vague"


@pytest.mark.parametrize(
    "text",
    [
        "Undo the change of 3 March",
        "Explain the 3 March change",
        "Meet every Friday",
        "Notify guests within 2 weeks of booking",
        "We may mend it",
        "Mend it",
        "Order 2019 bolts",
    ],
)
def test_descriptions_and_habits_are_no_due_dates(text: str) -> None:
    assert due_in(text, CALENDAR).kind == "none"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("TBD", "none"),
        ("", "none"),
        ("ongoing", "vague"),
        ("Sprint 7", "date"),
        ("30 days", "date"),
        ("2025-02-31", "date"),
    ],
)
def test_a_field_says_date_vague_or_nothing(value: str, kind: str) -> None:
    assert due_in_field(value, CALENDAR).kind == kind


def test_the_order_of_day_and_month_follows_the_documents_other_dates() -> None:
    european = calendar_of(parse("Found on 23/01/2024."), THURSDAY)
    american = calendar_of(parse("Found on 01/23/2024."), THURSDAY)
    assert due_in("by 03/04/2025", european).date == dt.date(2025, 4, 3)
    assert due_in("by 03/04/2025", american).date == dt.date(2025, 3, 4)


def test_without_a_day_of_writing_relative_dates_stay_open() -> None:
    due = due_in("Mend it by Friday", Calendar())
    assert (due.kind, due.date) == ("date", None)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)))
def test_every_iso_date_resolves_to_itself(day: dt.date) -> None:
    assert due_in(f"Mend it by {day.isoformat()}", CALENDAR).date == day


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)))
def test_a_day_without_year_falls_near_or_after_the_document(day: dt.date) -> None:
    if (day.month, day.day) == (2, 29):
        return
    due = due_in(f"Mend it by {day.day} {day:%B}", CALENDAR).date
    assert due is not None
    assert -61 <= (due - THURSDAY).days <= 366


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("30.11.", dt.date(2025, 11, 30)),
        ("30.11", dt.date(2025, 11, 30)),
        ("first week of September", dt.date(2025, 9, 7)),
        ("kw 31", None),
    ],
)
def test_short_dates_of_many_countries_are_dates(value: str, day: dt.date | None) -> None:
    due = due_in_field(value, CALENDAR)
    assert (due.kind, due.date) == ("date", day)


def test_later_this_year_is_no_date() -> None:
    assert due_in("We will replace the boiler later this year", CALENDAR).kind == "vague"
