from __future__ import annotations

from collections.abc import Callable

import pytest

from pmlint.language.agents import Agent, agent_of
from pmlint.language.place import Place

Parsed = Callable[..., list[Place]]


def subject(place: Place) -> Agent:
    """The first subject of the sentence."""
    token = next(t for t in place.span if t.dep_ in ("nsubj", "nsubjpass"))
    return agent_of(token, place)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Priya closed the gate.", "person"),
        ("She closed the gate.", "person"),
        ("Dr Okonjo closed the gate.", "person"),
        ("One of the members closed the gate.", "generic"),
        ("Another teammate closed the gate.", "person"),
        ("The night nurse closed the gate.", "role"),
        ("The deploy engineer closed the gate.", "role"),
        ("Two surveyors closed the gate.", "role"),
        ("The procurement team closed the gate.", "team"),
        ("Management closed the gate.", "team"),
        ("The vendor closed the gate.", "external"),
        ("Our clients closed the gate.", "external"),
        ("Someone closed the gate.", "generic"),
        ("We closed the gate.", "self"),
        ("I closed the gate.", "self"),
        ("The script closed the gate.", "system"),
        ("Redis closed the connection.", "system"),
        ("The backup server closed the connection.", "system"),
        ("It closed the gate.", "system"),
        ("The decision closed the gate.", "system"),
    ],
)
def test_who_a_noun_phrase_speaks_of(parsed: Parsed, text: str, kind: str) -> None:
    [place] = parsed(text)
    assert subject(place).kind == kind


def test_the_phrase_is_told_with_its_words_and_offsets(parsed: Parsed) -> None:
    [place] = parsed("At ten the new night nurse closed the gate.")
    agent = subject(place)
    assert agent.text == "the new night nurse" == place.text[agent.start : agent.end]


def test_they_are_whom_the_text_named_before(parsed: Parsed) -> None:
    for named, kind in (("vendor", "external"), ("porters and nurses", "role"), ("servers", "system")):
        _, place = parsed(f"We called the {named}. They answered at noon.")
        assert subject(place).kind == kind


def test_the_team_is_the_authors_own_where_the_text_says_we(parsed: Parsed) -> None:
    assert subject(parsed("Then we met on Monday. The team closed the gate.")[1]).kind == "self"
    assert subject(parsed("Priya met Otto on Monday. The team closed the gate.")[1]).kind == "team"


def test_a_quoted_subject_is_nobody(parsed: Parsed) -> None:
    [place] = parsed('"Nurse" is printed on the badge.')
    assert subject(place).kind == "system"


def test_the_users_words_decide_first(parsed: Parsed) -> None:
    [place] = parsed("Mercury closed the gate.", {"people": ("Mercury",)})
    assert subject(place).kind == "person"
    [place] = parsed("Mercury closed the gate.", {"people": ("Mercury",), "systems": ("Mercury",)})
    assert subject(place).kind == "system"


def test_only_a_system_or_a_bare_name_may_be_nobody() -> None:
    assert Agent("team", 0, 4, "they").is_somebody
    assert not Agent("name", 0, 4, "Acme").is_somebody
    assert Agent("name", 0, 4, "Acme").target == "person"
    assert Agent("external", 0, 4, "they").target == "external"
