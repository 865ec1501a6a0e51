"""What makes a foggy noun phrase concrete, or somebody else's business."""

from __future__ import annotations

import pytest

from pmlint.checking import check_document
from pmlint.config.settings import Settings
from pmlint.document import parse

ABSTRACT = Settings(select=("PM201",))


def flagged(source: str) -> list[str]:
    """The words that the rule flags in a Markdown text."""
    return [finding.text for finding in check_document(parse(source), ABSTRACT).findings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Communication gaps between teams delayed us.", "Communication gaps"),
        ("The main issue was a breakdown in communication.", "breakdown in communication"),
        ("The failure stemmed from a lack of accountability.", "lack of accountability"),
        ("Time management remained a challenge.", "Time management remained a challenge"),
        ("Communication broke down between ward and pharmacy.", "Communication broke down"),
        ("The roles were not clear.", "The roles were not clear"),
        ("Communication could have been better.", "Communication could have been better"),
        ("More careful planning would have helped.", "More careful planning would have helped"),
        ("It came down to communication.", "communication"),
        ("There was a lot of confusion.", "confusion"),
        ("There was a lack of clarity about who was responsible.", "lack of clarity"),
        (
            "Responsibilities on the night shift were blurred.",
            "Responsibilities on the night shift were blurred",
        ),
        ("Communication was not where it should have been.", "Communication was not where it should"),
        ("Momentum was lost after the break.", "Momentum was lost"),
        ("What was missing was a sense of urgency.", "urgency"),
        ("Tension between sales and the workshop slowed the fitting.", "Tension"),
        ("There was a certain amount of confusion.", "confusion"),
        ("Coordination was weaker than it needed to be.", "Coordination was weaker"),
    ],
)
def test_an_abstraction_alone_is_flagged(text: str, words: str) -> None:
    assert flagged(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Poor communication between the primary and the replica made the lag grow.",
        "The lack of documentation for the restore valve cost an hour.",
        "Insufficient disk space stopped the ledger.",
        "There was a process issue: the clerk's key opens both tills.",
        "There was confusion about which valve the drawing meant.",
        "To close communication gaps, Ana wrote the handover page.",
        "If there are communication gaps, the checklist catches them.",
        "The caterer's poor planning left us without plates.",
        "A coverage gap in the radar left the north side dark.",
        "The server reported poor replication.",
        "Management approved the plan.",
        "Friction between the belt and the roller slowed the line.",
        "The team lacked a spare rope.",
        "Communication should be improved.",
    ],
)
def test_an_abstraction_with_something_to_it_passes(text: str) -> None:
    assert flagged(text) == []


def test_each_of_two_abstractions_is_flagged() -> None:
    text = "It failed because of inadequate supervision and poor preparation."
    assert flagged(text) == ["inadequate supervision", "poor preparation"]


def test_a_topic_alone_is_fog_only_in_a_list_of_troubles() -> None:
    assert flagged("## What went badly\n\n- Planning\n") == ["Planning"]
    assert flagged("## Agenda\n\n- Planning\n") == []
