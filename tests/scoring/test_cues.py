"""Cues tell who is spoken of, in which mood and in which place, without a parse."""

from __future__ import annotations

import pytest

from pmlint.scoring.cues import NAMES, cues, party_of
from pmlint.scoring.sample import Sample


def told(text: str, **around: str) -> set[str]:
    """The cues that a sentence gives."""
    return {name for name, value in zip(NAMES, cues(Sample(text, **around))) if value}


def test_every_cue_has_a_name() -> None:
    assert len(cues(Sample("Anything."))) == len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The on-call engineer did not look.", "somebody & denial"),
        ("We should have tested it.", "we & hindsight"),
        ("I approved the date.", "i & past"),
        ("The alert was overlooked.", "nobody & passive"),
        ("She ran it on db1, believing it was db2.", "condition"),
        ("Who signed this?", "question"),
        ("The vendor must answer.", "somebody & duty"),
        ("Then Priya rolled it back.", "name"),
    ],
)
def test_a_cue_is_seen(text: str, cue: str) -> None:
    assert cue in told(text)


def test_a_system_is_nobody() -> None:
    assert not {"role", "team", "i", "we", "third person"} & told("The database did not answer.")


def test_the_place_counts() -> None:
    assert "alone" in told("It was late.")
    assert "alone" not in told("It was late.", before="We deployed at noon.")
    assert "part=causes" in told("It was late.", heading="Root cause")
    assert "kind=item" in told("It was late.", kind="item")


def test_conditions_told_by_a_neighbour_count() -> None:
    assert "condition nearby" in told("He ran it on db1.", after="He believed it was db2.")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The reviewer waved it through.", "role"),
        ("The vendor preferred its holidays.", "external"),
        ("And then he went home.", "person"),
        ("Nobody looked further than page one.", "generic"),
    ],
)
def test_the_party_spoken_of(text: str, party: str) -> None:
    assert party_of(Sample(text)) == party
