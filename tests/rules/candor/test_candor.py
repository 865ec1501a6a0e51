"""Warnings, defences and own parts in sentences from many fields."""

from __future__ import annotations

import re
import time

import pytest

from pmlint import check
from pmlint.config.settings import Settings
from pmlint.rules.candor import _own_words, defensive_reply
from pmlint.rules.candor._unheard_words import CUE, TOLD_US, UNHEARD


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
        "Two nurses had asked for a second pump in the spring round and were told there was no money.",
        "Our accountant doubted the figure in the first meeting and was outvoted.",
        "The drivers have been saying for a year that the ramp is too steep.",
        "In the retro of sprint 4 Ravi asked for a rate limit; it never made it into the plan.",
        "The lathe operator kept telling us that the coolant smelled, and we opened a window.",
        "The request for a third lifeguard was declined in the budget round.",
        "The question came up in the design review and was left for later.",
        "I said in January that we would run out of beds.",
        "Nobody consulted the pilots, who knew the crosswind on that pier.",
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
        "The auditor recommended a new lock and we fitted it in May.",
        "The request was refused by the firewall.",
        "The supplier had told us that the valve was safe.",
        "He asked the software for open orders and it listed none.",
        "Emails were sent to 4,000 members; 212 remained unread.",
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
        ("The beekeeper told me twice that the hives stood too close, and I waved her off.", True),
        ("I took the order at the gate and did not check the seal.", True),
        ("I, as head of the ward, trusted the paper list.", True),
        ("I signed the lease because the landlord was in a hurry.", True),
        ("The choice of the cheaper bracket was mine.", True),
        ("We put off the drill until the new hall was ready.", True),
        ("14:02 I approved the rollback without a second reader.", False),
        ("We chose the blue posters because they print well.", False),
        ("We asked the supplier for the certificate, and it arrived on Monday.", False),
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


def test_under_a_heading_of_causes_an_own_act_is_an_own_part() -> None:
    text = "## {}\n\nWe sized the tank from the brochure.\n\n## Next\n\nWe met on Monday.\n"
    settings = Settings(select=("PM503",))

    assert [f.line for f in check(text.format("What we got wrong"), settings=settings).findings] == [3]
    assert [f.line for f in check(text.format("Why it happened"), settings=settings).findings] == [3]
    assert not check(text.format("What happened"), settings=settings).findings


def test_where_i_is_rare_an_act_of_it_is_an_own_part() -> None:
    report = "The pump stopped at noon and the ward had no spare. " * 20
    settings = Settings(select=("PM503",))

    assert check(f"{report}\n\nI moved the spare to the depot.", settings=settings).findings
    assert not check("I moved the spare to the depot.", settings=settings).findings


@pytest.mark.parametrize(
    ("text", "defensive"),
    [
        ("In our defence, the plan came from the client.", True),
        ("A second nurse wouldn't have helped us anyway.", True),
        ("A second pump would not have made much difference: the pipe was the limit.", False),
        ("To be fair, nobody had shown us the form.", True),
        ("To be fair to our crew, the drawing came late.", True),
        ("Other branches lost more than we did, and the fee was higher for us than for the others.", True),
        ("Any other bakery would have made the same choice.", True),
        ("How could we have known that the road was closed?", True),
        ("It must be said that the client changed the brief twice.", True),
        ("No other contractor could have done better.", True),
        ("The second batch was better than the first.", False),
        ("Anyone can stop the lift.", False),
        ("The flood defence held.", False),
        ("The rota has to be fair to the weekend crew.", False),
        ("Avoid saying “in our defence”.", False),
    ],
)
def test_a_defence_is_seen(text: str, defensive: bool) -> None:
    assert flagged(text, "PM502") is defensive


@pytest.mark.parametrize(
    "pattern",
    [
        CUE,
        UNHEARD,
        TOLD_US,
        defensive_reply.TRIGGER,
        *(p for p in vars(_own_words).values() if isinstance(p, re.Pattern)),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "a " * 8_000,
        "I asked " * 3_000,
        "but was " * 3_000,
        "already " * 3_000,
        "we had " * 4_000,
        "look at " * 3_000,
        "The foreman said " * 2_000,
        "I also then and " * 2_000,
        "question the " * 2_000,
    ],
)
def test_hostile_sentences_take_no_time(pattern: object, text: str) -> None:
    begun = time.perf_counter()
    pattern.search(text)  # type: ignore[attr-defined]
    assert time.perf_counter() - begun < 2
