from __future__ import annotations

import pytest

from pmlint.commitments.deliverables import judge


@pytest.mark.parametrize(
    "task",
    [
        "Add an alert for queue depth above 500",
        "Review the 14 dormant accounts and publish the list of stale keys",
        "Write the handover checklist",
        "Migrate the rota to the new calendar",
        "Make sure that the deployment checklist names the rollback step",
        "Avoid using wildcards in the firewall",
        "A second lock for the medicine cabinet door",
        "Each crane must be inspected by someone else before it is used",
        "Reduce the boiler pressure to 2 bar",
        "Start keeping a list of open questions",
        "Rate limiting will be introduced on the upload page",
    ],
)
def test_things_that_can_be_checked_are_concrete(task: str) -> None:
    assert judge(task) == "concrete"


@pytest.mark.parametrize(
    "task",
    [
        "Improve communication",
        "Look into the retries",
        "More testing",
        "Better backups",
        "Consider adding an alert",
        "Raise awareness among the crew",
        "Be more careful with the scales",
        "Monitor the situation",
        "Loads must be lifted carefully",
        "Find out why the pump stopped",
        "Who can open the gate at night?",
        "https://tracker.example/browse/OPS-12",
        "Implement changes based on the feedback",
    ],
)
def test_intentions_are_vague(task: str) -> None:
    assert judge(task) == "vague"


def test_an_elaboration_can_make_an_intention_concrete() -> None:
    assert judge("Improve the handover", "Write a handover checklist for the night shift") == "concrete"
    assert judge("Improve the handover", "so that nobody is surprised") == "vague"


@pytest.mark.parametrize(
    ("task", "verdict"),
    [
        ("Every crate gets a second lid", "concrete"),
        ("Never ship a crate before the seal is photographed", "concrete"),
        ("Ask the landlord for a spare key", "concrete"),
        ("Float switch", "concrete"),
        ("Alert when the sump holds more than 40 litres", "concrete"),
        ("Update the board more often", "vague"),
        ("Keep volunteers motivated", "vague"),
        ("The briefing should be improved", "vague"),
        ("Everyone to familiarise themselves with the exits", "vague"),
        ("Better teamwork", "vague"),
    ],
)
def test_rules_and_things_are_concrete_and_hopes_are_not(task: str, verdict: str) -> None:
    assert judge(task) == verdict
