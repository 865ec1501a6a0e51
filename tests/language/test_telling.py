from __future__ import annotations

import pytest

from pmlint.document import parse
from pmlint.language.place import places
from pmlint.language.shape import shape
from pmlint.language.telling import telling


def told(text, found=()):
    document = parse(text)
    return telling(places(document), shape(document), found)


def tells(text, found=()):
    return [sentence.tells for sentence in told(text, found)]


@pytest.mark.parametrize(
    "text",
    [
        "The engineer restarted the wrong host.",
        "Priya rolled the release back at 14:02.",
        "We decided to ship without the load test.",
        "They went straight to the other room.",
    ],
)
def test_what_somebody_did_is_an_act(text):
    assert tells(text) == [("act",)]


@pytest.mark.parametrize(
    "text",
    [
        "The queue filled up within a minute.",  # nobody acts
        "The engineer will restart the host.",  # not yet
        "The engineer is on call this week.",  # a state
        "He restarted it.",  # too short to tell anything
        "# The engineer restarted the host on Friday",
    ],
)
def test_everything_else_is_none(text):
    assert tells(text) == []


def test_what_stood_before_an_act_is_a_condition():
    (sentence,) = told("She ran it on db1, believing that it was db2.")
    assert sentence.tells == ("condition", "act")


def test_what_is_missing_on_a_machine_is_a_condition_of_an_act_alone():
    assert tells("The operator pressed on: there was nothing on the screen.")[0][:2] == ("condition", "act")
    assert tells("The disk had failed and there was nothing on the screen.") == []


def test_a_section_about_how_it_looked_tells_conditions():
    text = "## What made sense at the time\n\nThe lamp reads as standby, as does the manual on page 14.\n"
    assert tells(text) == [("condition",)]
    assert tells(text.replace("made sense at the time", "we measured")) == []


def test_a_reason_and_a_section_of_causes_tell_causes():
    assert tells("The pump stopped because the fuse had blown.") == [("cause",)]
    assert tells("## Root cause\n\nThe lamp has one state for two conditions.\n") == [("cause",)]
    assert tells("## Root cause\n\nWhy was the certificate not renewed in time?\n") == []


def test_what_is_promised_tells_nothing():
    assert tells("## Action items\n\n- We decided to add a second lamp because one is not enough.\n") == []


def test_a_sentence_with_a_finding_is_kept_with_its_place():
    text = "The disk failed at noon.\n\nThere were gaps here and there.\n"
    (sentence,) = told(text, [text.index("gaps")])
    assert (sentence.text, sentence.tells, sentence.line) == (
        "There were gaps here and there.",
        ("flagged",),
        3,
    )
    assert text[sentence.start : sentence.end] == sentence.text
