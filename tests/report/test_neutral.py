from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.report.neutral import neutral, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, naïve 東京", "plain, naïve 東京"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\tb", "a    b"),
        ("a\rb\x07", "a␍b␇"),
        ("\u202eabc\u2066\u200e", "�abc��"),
        ("\x9b2J\x7f", "�2J�"),
        ("line\u2028end", "line�end"),
        ("half \ud83d pair", "half � pair"),
        ("👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم"),
    ],
)
def test_what_acts_on_a_terminal_becomes_a_visible_sign(text, shown):
    assert neutral(text) == shown


@given(st.text(st.characters(codec=None)))
def test_nothing_that_acts_on_a_terminal_is_left(text):
    for char in neutral(text):
        assert char in "\u200c\u200d" or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


@given(st.text())
def test_offsets_hold_but_for_tabs(text):
    assert len(neutral(text)) == len(text) + 3 * text.count("\t")


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
