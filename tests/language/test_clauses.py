from __future__ import annotations

from collections.abc import Callable

import pytest

from pmlint.language.clauses import Clause, clauses
from pmlint.language.place import Place

Parsed = Callable[..., list[Place]]


def clause(parsed: Parsed, text: str, verb: str) -> Clause:
    """The clause of this verb."""
    [place] = parsed(text)
    [found] = [c for c in clauses(place) if c.verb.text == verb]
    return found


def test_an_active_clause_has_its_subject_as_actor(parsed: Parsed) -> None:
    found = clause(parsed, "The clerk closed the ledger.", "closed")
    assert not found.passive
    assert found.actor is not None and found.actor.text == "The clerk"
    thing = found.object()
    assert thing is not None and thing.text == "ledger"


def test_a_passive_clause_has_its_by_phrase_as_actor(parsed: Parsed) -> None:
    found = clause(parsed, "The ledger was closed by the clerk.", "closed")
    assert found.passive
    assert found.actor is not None and found.actor.text == "the clerk"
    thing = found.object()
    assert thing is not None and thing.text == "ledger"


def test_a_passive_clause_without_one_has_no_actor(parsed: Parsed) -> None:
    assert clause(parsed, "The ledger was closed at noon.", "closed").actor is None


@pytest.mark.parametrize("speaker", ["Ana", "Kwame", "Chidinma", "Facilities"])
def test_who_speaks_in_minutes_is_not_who_acts(parsed: Parsed, speaker: str) -> None:
    found = clause(parsed, f"{speaker}: could we at least have asked the vendor first.", "asked")
    assert found.actor is not None and found.actor.text == "we"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The clerk closed the ledger and left the room.", "left"),
        ("The clerk forgot to lock the room.", "lock"),
        ("The clerk went home without locking the room.", "locking"),
        ("The clerk who locked the room went home.", "locked"),
    ],
)
def test_a_verb_without_a_subject_takes_the_one_it_hangs_on(parsed: Parsed, text: str, verb: str) -> None:
    found = clause(parsed, text, verb)
    assert found.agent is not None and found.agent.text == "The clerk"


@pytest.mark.parametrize(
    ("text", "verb", "negated"),
    [
        ("The clerk did not lock the room.", "lock", True),
        ("The clerk never locked the room.", "locked", True),
        ("The clerk left without locking the room.", "locking", True),
        ("The clerk did not bother to lock the room.", "lock", True),
        ("The clerk did not run to lock the room.", "lock", False),
        ("The clerk locked the room.", "locked", False),
    ],
)
def test_what_is_denied(parsed: Parsed, text: str, verb: str, negated: bool) -> None:
    assert clause(parsed, text, verb).negated is negated


@pytest.mark.parametrize(
    ("text", "verb", "hindsight"),
    [
        ("The clerk should have locked the room.", "locked", True),
        ("The clerk could not have known the code.", "known", True),
        ("The clerk should've locked the room.", "locked", True),
        ("The clerk should have asked and waited.", "waited", True),
        ("The clerk should lock the room.", "lock", False),
        ("The clerk has locked the room.", "locked", False),
        ("The clerk should have the key by noon.", "have", False),
    ],
)
def test_hindsight_is_a_past_that_did_not_happen(
    parsed: Parsed, text: str, verb: str, hindsight: bool
) -> None:
    assert clause(parsed, text, verb).hindsight is hindsight


@pytest.mark.parametrize(
    ("text", "verb", "hypothetical"),
    [
        ("If the clerk forgets the key, the porter has another.", "forgets", True),
        ("Unless the clerk locks it, the room stays open.", "locks", True),
        ("The clerk forgot the key.", "forgot", False),
        ("When the clerk forgot the key, the porter came.", "forgot", False),
    ],
)
def test_a_what_if_is_no_fact(parsed: Parsed, text: str, verb: str, hypothetical: bool) -> None:
    assert clause(parsed, text, verb).hypothetical is hypothetical
