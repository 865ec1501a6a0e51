from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.language.inflect import noun_forms, verb_forms
from pmlint.lexicons import load


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("neglect", "neglect neglects neglected neglecting"),
        ("drop", "drop drops dropped dropping"),
        ("skip", "skip skips skipped skipping"),
        ("abandon", "abandon abandons abandoned abandoning"),
        ("commit", "commit commits committed committing"),
        ("blame", "blame blames blamed blaming"),
        ("agree", "agree agrees agreed agreeing"),
        ("lie", "lie lies lied lying"),
        ("carry", "carry carries carried carrying"),
        ("delay", "delay delays delayed delaying"),
        ("miss", "miss misses missed missing"),
        ("fix", "fix fixes fixed fixing"),
        ("break", "break breaks broke broken breaking"),
        ("forget", "forget forgets forgot forgotten forgetting"),
        ("overlook", "overlook overlooks overlooked overlooking"),
    ],
)
def test_a_verb_is_inflected_as_in_a_grammar(base: str, forms: str) -> None:
    assert set(verb_forms(base)) == set(forms.split())


@pytest.mark.parametrize(
    ("base", "plural"),
    [
        ("nurse", "nurses"),
        ("agency", "agencies"),
        ("boss", "bosses"),
        ("foreman", "foremen"),
        ("human", "humans"),
        ("attorney", "attorneys"),
        ("freight forwarder", "freight forwarders"),
    ],
)
def test_a_noun_has_its_plural(base: str, plural: str) -> None:
    assert noun_forms(base) == (base, plural)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12))
def test_any_word_has_its_base_first_and_no_form_twice(base: str) -> None:
    forms = verb_forms(base)
    assert forms[0] == base
    assert len(set(forms)) == len(forms) >= 3


def test_every_verb_of_the_blame_lists_has_an_ing_form() -> None:
    for name in ("animate_verbs", "failing_verbs", "harm_verbs", "expected_acts", "punitive_verbs"):
        for base in load(f"blame/{name}"):
            assert any(form.endswith("ing") for form in verb_forms(base)), base
