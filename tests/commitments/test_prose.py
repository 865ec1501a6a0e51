from __future__ import annotations

import pytest

from pmlint.commitments import extract
from pmlint.document import parse


def found(sentence: str, heading: str = "What happened") -> int:
    return len(extract(parse(f"# Review of the delay\n\n## {heading}\n\n{sentence}\n")))


@pytest.mark.parametrize(
    "sentence",
    [
        "We will add a load test for the ticket shop.",
        "The site manager is going to rewrite the lifting plan.",
        "I'll draft the letter to the families by Friday.",
        "The inspection of the freezer has been assigned to Tom.",
        "Going forward, the pharmacy team will count the stock every evening.",
        "We have since added a second lock to the cabinet.",
        "Adaeze plans to publish the rota on Monday.",
        "Our supplier has agreed to deliver a spare pump by 1 June.",
        "@dana will rotate the keys tomorrow.",
        "Nguyễn Thị Hoa will calibrate the scales by 12 May.",
    ],
)
def test_a_promise_of_somebody_who_can_act_is_a_commitment(sentence: str) -> None:
    assert found(sentence) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The job will retry three times before it gives up.",
        "Customers will receive a refund within ten days.",
        "If the pilot fails we will return to the paper form.",
        "Should the tent tear, we will borrow another one.",
        "This report will describe the delay and its causes.",
        "We will look at the cause in the next section.",
        "Engineers are still investigating.",
        "We will post updates on the status page.",
        "He said he would call the supplier.",
        "Anna wondered whether we will need a second tent.",
        "Nobody knows how we will pay for it.",
        "The crew asked how we will replace the crane.",
        "We restarted the service at 10:05.",
        "We should have ordered the steel earlier.",
        "You will need a badge to enter the ward.",
    ],
)
def test_forecasts_reports_and_conditions_are_none(sentence: str) -> None:
    assert found(sentence) == 0


def test_timelines_hold_no_promises() -> None:
    assert found("We will call the plumber.", "Timeline") == 0


def test_orders_count_under_an_action_heading_only() -> None:
    sentence = "Replace the gasket of the second boiler."
    assert found(sentence, "Corrective measures") == 1
    assert found(sentence, "Background") == 0


def test_pointing_sentences_explain_and_promise_nothing() -> None:
    assert found("This will help us see leaks early.", "Corrective measures") == 0


def test_a_label_in_the_paragraph_counts_as_its_heading() -> None:
    assert found("Next steps: Dana will order the glass.", "Notes") == 1
    assert found("Stop: Relying on one crane.", "Notes") == 1


def test_quotations_promise_nothing() -> None:
    assert found("> We will buy a new roof.") == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Every scaffold above six metres has one inspector.",
        "Ines posts the water level every second Friday.",
        "The new forms go live on 3 May.",
        "Drawings to be signed twice.",
    ],
)
def test_the_present_tense_commits_under_an_action_heading_alone(sentence: str) -> None:
    assert found(sentence, "What we will change") == 1
    assert found(sentence, "What happened") == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "Why the crew felt hurried was not discussed.",
        "Every action item should have a ticket.",
        "If customs hold the crates, add two weeks.",
        "The crane is due in port on 9 May.",
        "We meet again on 9 May to read the log.",
    ],
)
def test_remarks_under_an_action_heading_are_no_commitments(sentence: str) -> None:
    assert found(sentence, "What we will change") == 0
