"""Where fog is no fog: neighbours, lists, commitments, headings."""

from __future__ import annotations

import pytest

from pmlint.checking import check_document
from pmlint.config.settings import Settings
from pmlint.document import parse

FOG = Settings(select=("PM2",), model="rules")


def flagged(source: str) -> list[str]:
    """The words that the rules of diffuse responsibility flag in a Markdown text."""
    report = check_document(parse(source), FOG)
    assert report.failures == ()
    return [finding.text for finding in report.findings]


def test_a_sentence_on_either_side_makes_a_paragraph_concrete() -> None:
    fog = "There was a lack of coordination."
    fact = "The two crews had no radio channel in common."
    assert flagged(fog) == ["lack of coordination"]
    assert flagged(f"{fog} {fact}") == []
    assert flagged(f"{fact} {fog}") == []


def test_a_reason_two_sentences_away_is_no_neighbour() -> None:
    text = "There was a lack of coordination. It rained. The two crews had no radio channel in common."
    assert flagged(text) == ["lack of coordination"]


def test_list_items_stand_each_for_itself() -> None:
    text = "- Lack of coordination\n- The two crews had no radio channel in common.\n"
    assert flagged(text) == ["Lack of coordination"]


def test_an_item_below_makes_the_item_above_concrete() -> None:
    text = "- Lack of coordination\n  - The two crews had no radio channel in common.\n"
    assert flagged(text) == []


def test_a_condition_excuses_a_slip_but_not_an_abstraction() -> None:
    condition = "The guide said to skip the form."
    assert flagged(f"The delivery note was overlooked. {condition}") == []
    assert flagged(f"There was a lack of coordination. {condition}") == ["lack of coordination"]


@pytest.mark.parametrize("heading", ["Action items", "Next steps", "Corrective actions"])
def test_lists_of_commitments_are_left_alone(heading: str) -> None:
    items = "- More thorough planning needed\n- Address communication gaps\n"
    assert flagged(f"## {heading}\n\n{items}") == []


def test_a_plan_is_no_explanation() -> None:
    assert flagged("Communication gaps delayed the opening.") == ["Communication gaps"]
    assert flagged("We will tackle communication gaps before the opening.") == []


def test_headings_and_quotations_are_left_alone() -> None:
    assert flagged("## Communication gaps\n\nThe lift was out of order.") == []
    assert flagged('The report calls it "communication gaps" throughout.') == []
    assert flagged("> Mistakes were made.\n") == []


def test_a_role_beside_it_may_be_the_one_but_worker_nodes_are_nobody() -> None:
    assert flagged("The shift lead had the list. The valve was overlooked.") == []
    assert flagged("A lack of registered worker nodes followed. The valve was overlooked.") == [
        "The valve was overlooked"
    ]


def test_the_row_before_may_name_the_one_meant() -> None:
    head = "| When | What |\n| --- | --- |\n"
    silenced = "| 09:40 | The alarm rang again and was silenced. |\n"
    assert flagged(head + silenced) == ["The alarm rang again and was silenced"]
    assert flagged(head + "| 09:31 | The porter pressed the button at the desk. |\n" + silenced) == []
