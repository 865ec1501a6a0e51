"""Dates that cannot be kept, and those that only seem so."""

from __future__ import annotations

import pytest

from pmlint import check
from pmlint.config.settings import Settings


def flagged(text: str) -> list[str]:
    return [f.text for f in check(text, settings=Settings(select=("PM306",))).findings]


@pytest.mark.parametrize("day", ["31 April 2025", "April 31st", "30 February", "2025-02-30", "2025-00-10"])
def test_a_day_that_no_calendar_has(day: str) -> None:
    assert flagged(f"## Action items\n\n- Noor will move the alarm by {day}\n") == [day]


@pytest.mark.parametrize("day", ["29 February", "30 April 2025", "2025-12-31", "May 31st", "Q3", "sprint 31"])
def test_a_day_that_some_year_has(day: str) -> None:
    assert flagged(f"## Action items\n\n- Noor will move the alarm by {day}\n") == []


def test_the_documents_date_is_not_taken_from_its_own_due_dates() -> None:
    text = "## Action items\n\n- Noor will move the alarm by 9 May 2025\n- Ines will label it by 2 May 2025\n"

    assert flagged(text) == []
