"""Which passives hide a person, and which only a machine."""

from __future__ import annotations

import pytest

from pmlint.checking import check_document
from pmlint.config.settings import Settings
from pmlint.document import parse

HIDDEN = Settings(select=("PM202",))


def flagged(source: str) -> list[str]:
    """The words that the rule flags in a Markdown text."""
    return [finding.text for finding in check_document(parse(source), HIDDEN).findings]


@pytest.mark.parametrize(
    "text",
    [
        "The rehearsal was forgotten.",
        "Several warnings were ignored.",
        "Risks were not properly assessed.",
        "The neighbours were never consulted.",
        "The complexity of the roof was underestimated.",
        "Important details fell through the cracks.",
        "Corners were cut.",
        "The decision was made to open anyway.",
        "The ledger was accidentally deleted.",
        "The invoice was sent by mistake.",
        "The change was deemed safe.",
        "The beam was installed without proper inspection.",
        "Too little attention was paid to the drains.",
        "No action was taken.",
        "The dress rehearsal never happened.",
        "Testing was left until the last week.",
        "The wrong dosage was administered.",
        "Underestimation of the setup time pushed the opening back.",
        "The scope should have been clarified earlier.",
        "The forms should of been checked more carefully.",
        "Roles were unclear or not followed through.",
        "Expectations were not well aligned.",
        "The warning light was disregarded.",
        "The invitation was not properly checked.",
        "The complaint was left unanswered.",
        "The permit was never applied for.",
        "The allergy note got lost along the way.",
        "The final inspection was cut short.",
        "Permission was given to open the second gate.",
        "The parcel was put on the wrong trolley.",
        "It was felt that someone else had the matter in hand.",
        "There was a delay in escalation.",
        "The order went out late due to a clerical error.",
        "The opening could have gone more smoothly.",
    ],
)
def test_what_only_people_do_is_flagged_without_them(text: str) -> None:
    assert flagged(text), text


@pytest.mark.parametrize(
    "text",
    [
        "The pump was switched off at noon.",
        "Packets were dropped and retried.",
        "The job was skipped.",
        "The header was ignored.",
        "The certificate was not renewed.",
        "The variable was never set.",
        "Requests were treated as failed.",
        "It was determined that the disk was full.",
        "The flag should have been set to true.",
        "The guests were not affected.",
        "The model was not trained on winter data.",
        "A bug was introduced in #4127.",
        "If the valve had been tested, the leak could have been caught.",
        "The tables should be checked more often.",
        "Requests were sent to the wrong backend.",
        "Eight more visitors could have been hurt.",
        "Why was the alarm ignored?",
        "The invitations were not yet checked.",
        "The parcel was put on the left trolley.",
        "Rooms that could have been better lit are on the north side.",
    ],
)
def test_what_machines_do_and_advice_pass(text: str) -> None:
    assert flagged(text) == [], text


@pytest.mark.parametrize("actor", ["by the caterer", "by Ngozi", "by our porter"])
def test_a_by_phrase_hides_nobody(actor: str) -> None:
    assert flagged(f"The order was overlooked {actor}.") == []


def test_somebody_who_acts_in_the_sentence_hides_nobody() -> None:
    assert flagged("We moved the desks and the order was overlooked.") == []


def test_a_failure_with_its_owner_beside_it_is_left_to_the_rules_of_blame() -> None:
    assert flagged("The cause was a failure to check the seals.") == ["failure to check"]
    assert flagged("We fitted the tank. The cause was a failure to check the seals.") == []
    assert flagged("The cause was the plumber's failure to check the seals.") == []


def test_the_same_omission_counts_under_a_heading_of_trouble() -> None:
    items = "- Photos not shared\n"
    assert flagged(items) == []
    assert flagged(f"## What did not go well\n\n{items}") == ["Photos not shared"]
