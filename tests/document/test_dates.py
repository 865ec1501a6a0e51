"""A document's date is what the document says."""

from __future__ import annotations

import datetime as dt

import pytest

from pmlint.document import parse
from pmlint.document.dates import find_date

DAY = dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-06",
        "2024/05/06",
        "20240506",
        "at 2024-05-06T10:00Z",
        "6 May 2024",
        "6th of May, 2024",
        "May 6, 2024",
        "Mon, 6 May 2024",
        "sept x May. 6th 2024",
        "06-May-2024",
        "marble 12 2020, 6 May 2024",
    ],
)
def test_dates_that_read_one_way(text):
    assert find_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "5/6/2024", "2024-13-45", "31 February 2024", "6 May", "ticket 120240506", "v2024.5"]
)
def test_dates_that_are_none_or_read_two_ways(text):
    assert find_date(text) is None


def test_years_of_two_digits_count_where_the_rest_is_clear():
    assert find_date("Held 01/27/23") == find_date("Held 27-01-23") == dt.date(2023, 1, 27)
    assert find_date("Version 1.27.23") is None
    assert find_date("Ratio 5/6/24") is None


def test_the_order_of_day_and_month_comes_from_the_rest_of_the_document():
    assert parse("Date: 06/05/2024\n\nIt ended on 13/05/2024.").date == DAY
    assert parse("Date: 05/06/2024\n\nIt ended on 05/13/2024.").date == DAY
    assert parse("Date: 05/06/2024\n\nIt ended.").date is None


def test_front_matter_goes_before_file_name_before_title_before_text():
    text = "# Flood of 2021-01-04\n\nDate: 2021-01-05"
    assert parse(f"---\ndate: 2021-01-02\n---\n{text}", path="2021-01-03-flood.md").date == dt.date(
        2021, 1, 2
    )
    assert parse(text, path="logs/2021-01-03-flood.md").date == dt.date(2021, 1, 3)
    assert parse(text).date == dt.date(2021, 1, 4)
    assert parse("# Flood\n\nSince 3 March 2020 all was well.\n\nDate: 2021-01-05").date == dt.date(
        2021, 1, 5
    )
    assert parse("# Flood\n\nThe pump stopped on 3 March 2020.").date == dt.date(2020, 3, 3)


def test_front_matter_dates_may_be_text_or_times():
    assert parse("---\nincident_date: May 6, 2024\n---\n").date == DAY
    assert parse("---\ndate: 2024-05-06 10:00:00\n---\n").date == DAY
    assert parse("---\ndate: 20240506\n---\n").date == DAY
    assert parse("---\ndate: [2024-05-06, 2024-05-08]\n---\n").date == DAY
    assert parse("---\ndate: 1715000000\n---\n").date is None


def test_a_date_in_a_command_is_not_the_documents():
    assert parse("# Flood\n\nWe ran `backfill -s 2024-05-06` on it.\n").date is None
    assert parse("# Flood\n\nDate: `2024-05-06`\n").date == DAY


@pytest.mark.parametrize(
    "text",
    [
        "# Flood\n\n## Next steps\n\n- Tag the pump (Ines, 3 May 2024)\n",
        "# Flood\n\n## Who does what\n\n| Action | Due |\n|---|---|\n| Tag the pump | 3 May 2024 |\n",
        "# Flood\n\nThe pump will be tagged by 3 May 2024.\n",
        "# Flood\n\nDue date: 2024-05-03\n",
    ],
)
def test_a_due_date_is_not_the_documents(text):
    assert parse(text).date is None
    assert parse(text.replace("# Flood\n", "# Flood\n\nHeld 06 May 2024\n")).date == DAY
