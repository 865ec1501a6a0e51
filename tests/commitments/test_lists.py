from __future__ import annotations

import datetime as dt

from pmlint.commitments import extract
from pmlint.document import parse
from pmlint.records import ActionItem

TODAY = dt.date(2025, 2, 20)


def items(markdown: str) -> tuple[ActionItem, ...]:
    return extract(parse(markdown), today=TODAY)


def texts(markdown: str) -> list[str]:
    return [item.text for item in items(markdown)]


def test_every_item_under_an_action_heading_counts() -> None:
    assert texts("## Corrective actions\n\n- Replace the seal\n- Stricter weighing\n") == [
        "Replace the seal",
        "Stricter weighing",
    ]


def test_a_subheading_inherits_and_a_telling_one_overrides() -> None:
    body = (
        "## Action items\n\n### Kitchen\n\n- Buy a probe\n\n### What went well\n\n- The staff stayed calm\n"
    )
    assert texts(body) == ["Buy a probe"]


def test_the_documents_title_promises_nothing() -> None:
    assert texts("# Corrective action report\n\n## The belt\n\n- The belt was torn\n") == []


def test_a_lead_in_makes_its_list_commitments() -> None:
    body = "## The night\n\nTo prevent this we will:\n\n1. Lock the cabinet\n2. Label the keys\n"
    assert texts(body) == ["Lock the cabinet", "Label the keys"]
    assert {item.owner_kind for item in items(body)} == {"team"}


def test_field_sub_bullets_flow_up() -> None:
    (item,) = items("## Next steps\n\n- Migrate the rota\n  - Owner: Wei Zhang\n  - Due: 14 March\n")
    assert (item.owner, item.due) == ("Wei Zhang", dt.date(2025, 3, 14))


def test_an_elaboration_is_no_item_of_its_own() -> None:
    assert texts("## Next steps\n\n- Review the contracts\n  - the old ones from the bank first\n") == [
        "Review the contracts"
    ]


def test_tasks_under_a_topic_are_the_items() -> None:
    body = "## Action items\n\n- Scaffold:\n  - Inspect every joint\n  - Tag the planks\n"
    assert texts(body) == ["Inspect every joint", "Tag the planks"]


def test_owner_and_date_in_a_heading_hold_for_its_list() -> None:
    body = "## Action items\n\n### Stage (owner: Dana, due 12 May)\n\n- Weld the frame\n- Test the lights\n"
    assert [(i.owner, i.due) for i in items(body)] == [("Dana", dt.date(2025, 5, 12))] * 2


def test_owner_and_date_in_a_sentence_hold_for_its_list() -> None:
    body = "## Next steps\n\nAll items below are owned by Priya and due 30 June.\n\n- Draft the letter\n"
    assert (items(body)[0].owner, items(body)[0].due) == ("Priya", dt.date(2025, 6, 30))


def test_lessons_count_only_where_nothing_else_promises_and_a_thing_is_named() -> None:
    lessons = "## Lessons learned\n\n- We need to buy a second generator\n- Generators are loud\n"
    assert texts(lessons) == ["We need to buy a second generator"]
    assert texts(lessons + "\n## Action items\n\n- Rent a shed\n") == ["Rent a shed"]


def test_a_list_of_orders_counts_under_any_heading_but_a_manual() -> None:
    orders = "- Rebuild the fence\n- Replace the lock\n- Paint the gate\n"
    assert len(texts("## Safety\n\n" + orders)) == 3
    assert texts("## How to reproduce\n\n" + orders) == []
    assert texts("## The gate\n\nWe talked about three things that might help:\n\n" + orders) == []


def test_stop_and_start_count_and_continue_does_not() -> None:
    body = (
        "## Start\n\n- Meeting weekly\n\n## Stop\n\n- Merging on Fridays\n\n## Continue\n\n- Sharing lunch\n"
    )
    assert texts(body) == ["Meeting weekly", "Merging on Fridays"]


def test_the_change_is_the_item_and_its_goal_is_not() -> None:
    body = "## Action item\n\n- goal: calm\n- change: write the handover sheet\n- measurement: by Friday\n"
    assert texts(body) == ["change: write the handover sheet"]
    assert items(body)[0].due == dt.date(2025, 2, 21)


def test_quotations_placeholders_and_timelines_are_no_items() -> None:
    assert texts("## Action items\n\n> - Sack them all\n\n- TBD\n- 10:42 - the crane stopped\n") == []


def test_a_prefix_makes_an_item_anywhere() -> None:
    assert texts("## Notes\n\n- The hall was cold\n- TODO: order heaters\n") == ["TODO: order heaters"]


def test_a_list_item_that_is_a_label_governs_what_follows() -> None:
    body = (
        "- **Impact**:\n\nA cold kiln.\n\n- **Review actions**:\n\n1. Replace the fuse\n2. Call the maker\n"
    )
    assert texts(body) == ["Replace the fuse", "Call the maker"]
