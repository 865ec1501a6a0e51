"""Sentences of empty words, and fillers where a cause should stand."""

from __future__ import annotations

import pytest

from pmlint.checking import check_document
from pmlint.config.settings import Settings
from pmlint.document import parse

FILLER = Settings(select=("PM204",))


def flagged(source: str) -> list[str]:
    """The words that the rule flags in a Markdown text."""
    return [finding.text for finding in check_document(parse(source), FILLER).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Several small factors came together.",
        "There were certain difficulties in the interaction.",
        "Decisions were often made without those concerned.",
        "The overall situation was not always clear.",
        "Somehow the old floor plan was printed.",
        "Some hiccups on the supplier side delayed the fitting.",
        "The causes are manifold.",
        "It can no longer be reconstructed.",
    ],
)
def test_a_sentence_without_a_thing_to_point_at_is_flagged(text: str) -> None:
    assert flagged(text), text


@pytest.mark.parametrize(
    "text",
    [
        "Several small stones came together in the sieve.",
        "The overall situation is clear.",
        "This was not ideal.",
        "We were not always clear about the situation.",
        "Some people were not always there.",
        "The problems were not new: the boiler had tripped in March.",
        "There were certain difficulties. The lift had no power because the fuse was out.",
        "Was the overall situation not clear?",
    ],
)
def test_a_thing_a_person_or_a_sentence_meant_passes(text: str) -> None:
    assert flagged(text) == [], text
