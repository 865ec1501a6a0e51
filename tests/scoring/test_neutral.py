"""Names, ranks and spelling are out of a model's sight."""

from __future__ import annotations

import pytest

from pmlint.scoring.neutral import neutral
from pmlint.scoring.sample import Sample, neutral_sample
from pmlint.training.swaps import NAMES, named, ranked, spelled, swaps

TEXT = (
    "Priya asked the senior engineer, the intern and two Nurses; Olga apologised for the behaviour of Kwame."
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Kwame rolled it back.", "Sam rolled it back."),
        ("Will we mark it in May?", "Will we mark it in May?"),
        ("The senior nurse assistant and the interns left.", "The engineer and the engineers left."),
        ("A junior developer organised it.", "A developer organized it."),
        ("Redis and Atlas were down.", "Redis and Atlas were down."),
    ],
)
def test_what_a_model_reads(text: str, seen: str) -> None:
    assert neutral(text) == seen


@pytest.mark.parametrize("swap", sorted(swaps()))
def test_a_swap_cannot_be_seen(swap: str) -> None:
    swapped = swaps()[swap](TEXT)
    assert neutral(swapped) == neutral(TEXT)


def test_the_swaps_change_the_text() -> None:
    assert named(TEXT, "Chinese") != TEXT and ranked(TEXT) != TEXT and spelled(TEXT, american=True) != TEXT


def test_every_swapped_name_is_known() -> None:
    for group, names in NAMES.items():
        assert {neutral(name) for name in names} == {"Sam"}, group


def test_the_neighbours_are_read_alike() -> None:
    seen = neutral_sample(
        Sample("Olga left.", before="Priya asked.", after="Kwame stayed.", heading="By Mei")
    )
    assert (seen.before, seen.after, seen.heading) == ("Sam asked.", "Sam stayed.", "By Sam")
