"""No pattern is found in a text that holds none of its key words: asking for them first loses nothing."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pmlint.rules
from pmlint.language.keywords import words_of
from pmlint.language.phrases import AnyOf, Gated, Keyed


def _keyed(found: object) -> Iterator[Keyed]:
    """The patterns with key words that one is made of, itself included."""
    if isinstance(found, Keyed):
        yield found
    parts: tuple[object, ...] = found.parts if isinstance(found, AnyOf) else ()
    if isinstance(found, Keyed | Gated):
        parts = (found.pattern, found.gate) if isinstance(found, Gated) else (found.pattern,)
    for part in parts:
        yield from _keyed(part)


def _all() -> dict[str, Keyed]:
    """Every pattern with key words in the modules of the rules, by where it stands."""
    found: dict[str, Keyed] = {}
    for module in pkgutil.walk_packages(pmlint.rules.__path__, "pmlint.rules."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(_keyed(value)):
                if pattern not in found.values():
                    found[f"{module.name.removeprefix('pmlint.rules.')}.{name}.{number}"] = pattern
    return found


PATTERNS = _all()


def _source(pattern: Keyed) -> str:
    inner = pattern.pattern.pattern if isinstance(pattern.pattern, Gated) else pattern.pattern
    assert isinstance(inner, str)
    return inner


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize("name", PATTERNS)
@settings(max_examples=10, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_the_pattern_finds_holds_a_key_word(name: str, data: st.DataObject) -> None:
    pattern = PATTERNS[name]
    text = data.draw(st.from_regex(re.compile(_source(pattern), re.I)))
    assert pattern.keys & words_of(text)
