"""What a whole list lacks is said once; what one item lacks is said there."""

from __future__ import annotations

import pytest

from pmlint import check
from pmlint.config.settings import Settings
from pmlint.records import Finding


def found(text: str, code: str) -> list[Finding]:
    return [f for f in check(text, settings=Settings(select=(code,))).findings if f.rule == code]


def listed(lines: list[str], heading: str = "Action items") -> str:
    return f"## {heading}\n\n" + "\n".join(f"- {line}" for line in lines)


PARTS = ["pump", "valve", "gauge", "hose", "filter", "gasket"]


def test_a_list_without_owners_is_one_finding_on_its_heading() -> None:
    only = found(listed([f"Order the {part} by 3 June 2025" for part in PARTS]), "PM301")

    assert [f.text for f in only] == ["Action items"]
    assert only[0].message == "none of the 6 open items names an owner"
    assert (only[0].suggestion or "").endswith("will take on each of them?")


def test_a_few_items_without_owners_are_a_finding_each() -> None:
    lines = [f"Order the {part} by 3 June 2025" for part in PARTS[:2]]
    lines += [f"Amina will order the {part} by 3 June 2025" for part in PARTS[2:]]

    assert [f.line for f in found(listed(lines), "PM301")] == [3, 4]


def test_nobody_and_everybody_are_counted_together() -> None:
    """Half without owner, half of the team: neither is said six times."""
    lines = [f"Order the {part} by 3 June 2025" for part in PARTS[:3]]
    lines += [f"The team will order the {part} by 3 June 2025" for part in PARTS[3:]]

    assert [f.text for f in found(listed(lines), "PM301")] == ["Action items"]
    assert [f.text for f in found(listed(lines), "PM304")] == ["Action items"]


def test_items_that_are_done_do_not_count() -> None:
    lines = [f"[x] Ordered the {part}" for part in PARTS] + ["Order the seal by 3 June 2025"]

    assert [f.text for f in found(listed(lines), "PM301")] == ["Order the seal by 3 June 2025"]


def test_a_ticket_makes_it_milder() -> None:
    plain, ticket = "Add a lock to gate 3", "Add a lock to gate 3 (OPS-1422)"

    assert found(listed([plain]), "PM303")[0].severity == "warning"
    assert found(listed([ticket]), "PM303")[0].severity == "info"


def test_the_seed_of_an_intention_lacks_everything() -> None:
    text = "We'll improve our communication."

    assert all(found(text, code) for code in ("PM302", "PM303", "PM304"))


def test_the_seed_of_a_complete_item_lacks_nothing() -> None:
    text = (
        "Sarah will design a revised stakeholder update template and share the draft for review by "
        "March 15th, and the team will adopt it for all projects beginning in April."
    )

    assert not [f for f in check(text).findings if f.rule.startswith("PM30")]


@pytest.mark.parametrize(
    ("item", "question"),
    [
        ("Add an alert on queue depth", "Who will add an alert on queue depth?"),
        ("Adding an alert on queue depth", "Who will add an alert on queue depth?"),
        ("Need to replace the torn sling", "Who will replace the torn sling?"),
        ("Alert on queue depth below 20 by 3 June 2025", None),
        ("A second key for gate 3", "Who will take on “A second key for gate 3”?"),
        # Words that would make a clumsy question are not repeated.
        ("Scripts must be signed", "Who will take this on?"),
        ("Order the pump: ours leaks", "Who will take this on?"),
        ("Order " + "a very long hose and " * 4 + "a pump", "Who will take this on?"),
    ],
)
def test_the_question_is_built_from_the_item(item: str, question: str | None) -> None:
    only = found(listed([item]), "PM301")
    if question:
        assert [f.suggestion for f in only] == [question]
    else:
        assert only[0].suggestion.startswith("Who will") and "3 June" not in only[0].suggestion  # type: ignore[union-attr]


def test_a_date_is_asked_of_the_owner_by_name() -> None:
    [owned] = found(listed(["Ola will label the valves"]), "PM303")
    [other] = found(listed(["Label the valves"]), "PM303")

    assert owned.suggestion == "By which day will Ola label the valves?"
    assert other.suggestion == "Which day would be realistic for this?"


@pytest.mark.parametrize(("owner", "asked"), [("We", "you"), ("The wards", "them")])
def test_a_group_is_asked_in_the_right_person(owner: str, asked: str) -> None:
    [shared] = found(listed([f"{owner} will label the valves"]), "PM304")

    assert (shared.suggestion or "").endswith(f"which one of {asked} will see to it?")


def test_a_vague_date_above_the_list_is_said_once() -> None:
    text = "## Action items\n\nGoing forward:\n\n- Ines labels the shelf\n- Marlon prints the plan\n"

    assert len(found(text, "PM305")) <= 1
