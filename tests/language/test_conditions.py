from __future__ import annotations

from collections.abc import Callable

import pytest

from pmlint.language.conditions import conditions_told, has_condition
from pmlint.language.place import Place


@pytest.mark.parametrize(
    "text",
    [
        "The rigger pulled the left rope, believing it was the slack one.",
        "She took it for the spare key.",
        "The caterer had been told that forty guests were coming.",
        "As the runbook says, the driver opened the second valve.",
        "The screen showed the old total.",
        "He had no way to see the lower gauge.",
        "Both bottles look the same.",
        "She was alone on the ward at the end of a night shift.",
        "The usher was covering for two colleagues.",
        "The team skipped the rehearsal to meet the deadline.",
        "The surveyor skipped the corner because the map ended there.",
    ],
)
def test_what_stood_before_an_act_is_a_condition(text: str) -> None:
    assert has_condition(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rigger pulled the wrong rope.",
        "The rigger pulled the wrong rope, and the set fell.",
        "She lost the key because she didn't care.",
        "It happened because of his carelessness.",
        "He skipped the corner because he forgot it.",
        "Thoughtless work by the caterer.",
    ],
)
def test_a_scolding_or_what_came_after_is_none(text: str) -> None:
    assert not has_condition(text)


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("The rigger forgot the pin. He had never been shown the new hook.", 0, True),
        ("He had never been shown the new hook. The rigger forgot the pin.", 1, True),
        ("The rigger forgot the pin. The set fell at nine.", 0, False),
        ("- The rigger forgot the pin\n  - the drawing was not documented", 1, True),
        ("The rigger forgot the pin.\n\n## Later\n\nHe had never been shown the new hook.", 0, False),
    ],
)
def test_conditions_count_where_the_neighbours_tell_them(
    parsed: Callable[..., list[Place]], text: str, place: int, told: bool
) -> None:
    assert conditions_told(parsed(text)[place]) is told


@pytest.mark.parametrize(
    ("text", "slip", "told"),
    [
        ("It burnt because of the cook being asleep.", "because of the cook", False),
        ("It burnt because of the cook being told the wrong hour.", "because of the cook", True),
        ("The cook left it on, despite being asked twice.", "", False),
        ("The cook left it on, having been asked to.", "", True),
    ],
)
def test_the_slip_itself_is_no_condition_of_it(
    parsed: Callable[..., list[Place]], text: str, slip: str, told: bool
) -> None:
    start = text.index(slip)
    assert conditions_told(parsed(text)[0], apart_from=(start, start + len(slip))) is told


def test_hostile_text_is_read_in_no_time() -> None:
    import time

    start = time.perf_counter()
    has_condition("the map " * 20_000 + "because because " * 20_000)
    assert time.perf_counter() - start < 5
