from __future__ import annotations

import datetime as dt

from pmlint.commitments import extract
from pmlint.document import parse
from pmlint.records import ActionItem


def items(markdown: str) -> tuple[ActionItem, ...]:
    return extract(parse(markdown), today=dt.date(2025, 2, 20))


TABLE = """## Action items

| Ref | Target date | Who | Corrective action | State |
|---|---|---|---|---|
| QI-204 | 12 March | Nguyễn Thị Hoa | Add a second check at the cabinet | In progress |
| | | tbd | Improve morale | |
| | 2025-02-18 | ward manager | Replace the printer | Done |
| | | | | |
"""


def test_columns_are_known_by_name_in_any_order() -> None:
    first, second, third = items(TABLE)
    assert (first.owner, first.due, first.ticket, first.status) == (
        "Nguyễn Thị Hoa",
        dt.date(2025, 3, 12),
        "QI-204",
        "open",
    )
    assert second.missing == ("owner", "deliverable", "date")
    assert (third.owner_kind, third.status) == ("role", "done")


def test_the_text_of_a_row_is_its_task() -> None:
    assert [item.text for item in items(TABLE)] == [
        "Add a second check at the cabinet",
        "Improve morale",
        "Replace the printer",
    ]


def test_a_table_with_owner_and_due_counts_under_any_heading() -> None:
    table = "| Task | Lead | Deadline |\n|---|---|---|\n| Mend the roof | O'Brien | 1 May |\n"
    assert len(items("## Roof\n\n" + table)) == 1


def test_under_an_action_heading_columns_may_have_any_name() -> None:
    table = "| Nr | Promise |\n|---|---|\n| 1 | Mend the roof of the barn |\n"
    assert [item.text for item in items("## Next steps\n\n" + table)] == ["Mend the roof of the barn"]
    assert items("## Barn\n\n" + table) == ()


def test_a_timeline_table_has_no_items() -> None:
    table = "| Time | Event | Who |\n|---|---|---|\n| 10:02 | Reset the valve | Ana |\n"
    assert items("## Timeline\n\n" + table) == ()


def test_several_owners_are_kept_in_order() -> None:
    table = "| Action | Owner |\n|---|---|\n| Mend the roof | Adaeze, J. Okafor & @wei |\n"
    (item,) = items("## Action items\n\n" + table)
    assert item.owners == ("Adaeze", "J. Okafor", "@wei")


def test_a_state_in_the_due_column_is_a_state() -> None:
    table = (
        "| No. | Action | Resp. | Date |\n|---|---|---|---|\n| 1 | Tag the lifts | V. Roy | week 24, done |\n"
    )
    (item,) = extract(parse(f"# Jammed lift\n\n## Corrective actions\n\n{table}"))
    assert (item.owner, item.due_text, item.status) == ("V. Roy", "week 24", "done")
