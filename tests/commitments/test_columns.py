"""What the columns of a table hold, whatever their headers say."""

from __future__ import annotations

import pytest

from pmlint.commitments.columns import columns_of
from pmlint.document import parse


def fields(table: str) -> list[str]:
    """The fields of a table's columns, from left to right."""
    found = columns_of([block for block in parse(table).blocks if block.kind == "row"])
    return [found[i] for i in sorted(found)]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (
            "| Action | Owner | Due |\n|---|---|---|\n| Fit the seal | Ama | 3 June |\n",
            ["task", "owner", "due"],
        ),
        (
            (
                "| Action | By | When | RAG |\n|---|---|---|---|\n| Fit the seal | Matron | 24 Jan |"
                " Complete |\n"
            ),
            ["task", "owner", "due", "status"],
        ),
        (
            "| Action | By |\n|---|---|\n| Fit the seal | 24 Jan |\n",
            ["task", "due"],
        ),
        (
            (
                "| Measure | Who | Ready |\n|---|---|---|\n| Fit the seal | Ama | 6 Oct |\n| Paint it |"
                " Kofi | week 44 |\n"
            ),
            ["task", "owner", "due"],
        ),
        (
            (
                "| Action | Who | Stand |\n|---|---|---|\n| Fit the seal | Ama | done |\n| Paint it | Kofi |"
                " open |\n"
            ),
            ["task", "owner", "status"],
        ),
    ],
)
def test_cells_tell_what_a_header_leaves_open(table: str, wanted: list[str]) -> None:
    """A column of dates is the due column, "By" beside "When" is the owner, a column of states the status."""
    assert fields(table) == wanted


def test_a_column_of_remarks_stays_what_it_is() -> None:
    """A date in a long remark makes no due column."""
    table = "| Action | Remark |\n|---|---|\n| Fit the seal | The old one was cracked since 3 June |\n"
    assert fields(table) == ["task", "none"]
