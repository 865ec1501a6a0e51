"""Warnings, defences and own parts in sentences from many fields."""

from __future__ import annotations

import time

import pytest

from pmlint import check
from pmlint.config.settings import Settings
from pmlint.rules.candor import defensive_reply, own_contribution
from pmlint.rules.candor._unheard_words import UNHEARD


def flagged(text: str, code: str) -> bool:
    report = check(text, settings=Settings(select=(code,)))
    assert not report.failures
    return bool(report.findings)


@pytest.mark.parametrize(
    "text",
    [
        "I tried to flag this three weeks ago and didn't feel I could escalate it",
        "The anaesthetist had already pointed out the missing suction unit.",
        "In March, Tobias had warned that the stage would not carry both rigs.",
        "Two months earlier our tester raised the same question and nobody replied.",
        "She suggested a second survey, but was told to stick to the plan.",
        "The interns were afraid to speak up in front of the client.",
        "The objections of the night crew were brushed aside.",
        "We went live against the advice of the security officer.",
    ],
)
def test_a_warning_that_was_not_heard(text: str) -> None:
    assert flagged(text, "PM501")


@pytest.mark.parametrize(
    "text",
    [
        "At 10:05 a guest reported smoke in hall 2.",
        "We raised the temperature limit two weeks ago.",
        "The sensor had warned twice before the seal broke.",
        "Nobody should be afraid to ask for help.",
        "Rosa asked for a second reading and the lab did it at noon.",
        "The review said “concerns were ignored” about another site.",
    ],
)
def test_what_is_no_unheard_warning(text: str) -> None:
    assert not flagged(text, "PM501")


def test_a_commitment_that_answers_makes_it_milder() -> None:
    text = "I had warned about the sling two weeks earlier.\n\n## Action items\n\n- {}\n"
    deaf = check(text.format("Ruth orders ten slings by 3 May 2025"), settings=Settings(select=("PM501",)))
    hearing = check(
        text.format("Ruth opens a channel for concerns before each lift by 3 May 2025"),
        settings=Settings(select=("PM501",)),
    )

    assert [f.severity for f in deaf.findings] == ["warning"]
    assert [f.severity for f in hearing.findings] == ["info"]
    assert "channel for concerns" in (hearing.findings[0].suggestion or "")


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I approved the opening date without asking the crew.", True),
        ("As director I should have visited the ward first.", True),
        ("We never tested the sprinkler with the doors closed.", True),
        ("I underestimated how long the permit would take.", True),
        ("We decided not to book the second crane.", True),
        ("Later I realised that I had read the old drawing.", True),
        ("We changed the mix on site, which delayed the second pour.", True),
        ("We did not lose any data.", False),
        ("We should have a checklist at each gate.", False),
        ("I approved the rota on Monday.", False),
        ("If I had known, I would have waited.", False),
        ("The supplier should have called.", False),
        ("The guest wrote: “I forgot my key.”", False),
    ],
)
def test_an_own_part_is_praised(text: str, own: bool) -> None:
    report = check(text, settings=Settings(select=("PM503",)))

    assert bool(report.findings) is own
    assert all(f.praise and f.severity == "info" for f in report.findings)


@pytest.mark.parametrize(
    ("text", "defensive"),
    [
        ("In our defence, the plan came from the client.", True),
        ("A second nurse wouldn't have helped us anyway.", True),
        ("A second pump would not have made much difference: the pipe was the limit.", False),
        ("To be fair, nobody had shown us the form.", True),
        ("The flood defence held.", False),
        ("The rota has to be fair to the weekend crew.", False),
        ("Avoid saying “in our defence”.", False),
    ],
)
def test_a_defence_is_seen(text: str, defensive: bool) -> None:
    assert flagged(text, "PM502") is defensive


@pytest.mark.parametrize("pattern", [UNHEARD, own_contribution.TRIGGER, defensive_reply.TRIGGER])
@pytest.mark.parametrize(
    "text",
    [
        "a " * 8_000,
        "I asked " * 3_000,
        "but was " * 3_000,
        "already " * 3_000,
        "we had " * 4_000,
        "look at " * 3_000,
    ],
)
def test_hostile_sentences_take_no_time(pattern: object, text: str) -> None:
    begun = time.perf_counter()
    pattern.search(text)  # type: ignore[attr-defined]
    assert time.perf_counter() - begun < 2
