"""The triage of the rules of diffuse responsibility: cheap on hostile text; and hits in order."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.document import parse
from pmlint.language.pipeline import parse as parse_text
from pmlint.language.place import places
from pmlint.rules.base import Rule
from pmlint.rules.registry import rules

FOG = [
    pytest.param(rule, id=rule.card.code)
    for rule in rules()
    if rule.trigger and rule.card.code.startswith("PM2")
]
WORDS = (
    "lack of communication and planning the a was were not never been should could have more better "
    "everyone nobody noticed overlooked decided it due to various technical issues factors somehow "
    "unclear ownership roles mistakes made without review too late by because our nothing done control if"
).split()


@pytest.mark.parametrize("rule", FOG)
@pytest.mark.parametrize(
    "piece",
    [
        " ",
        "a ",
        "a-b-",
        "lack of clear ",
        "communication and ",
        "was not ",
        "various internal ",
        "should have ",
        "several small things ",
        "nobody had the ",
        "tension between the ",
        "was left ",
    ],
)
def test_the_trigger_takes_time_in_proportion(rule: Rule, piece: str) -> None:
    assert rule.trigger is not None
    text = piece * (40_000 // len(piece))
    start = time.perf_counter()
    for _ in rule.trigger.finditer(text):
        pass
    assert time.perf_counter() - start < 4.0


@pytest.mark.parametrize("rule", FOG)
@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_hits_lie_in_the_sentence_in_order_and_apart(rule: Rule, words: list[str]) -> None:
    [place, *_] = places(parse(" ".join(words).capitalize() + "."))
    place.parsed = next(iter(parse_text([place.text])))[:]
    hits = list(rule.find(place))
    assert all(0 <= hit.start < hit.end <= len(place.text) for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))
