"""Sentences end where a reader would end them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.document.sentences import cut


def parts(text):
    return [text[start:end] for start, end in cut(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We use tools, e.g. Grafana, i.e. dashboards, vs. the old way.",
        "Dr. Adams and Mr. Lee met J. R. Okafor of St. Mary.",
        "It was approx. 3.5 GB at 10.30 a.m. UTC, see No. 5 and Fig. 2.",
        "Version v1.2.3 of config.yml at https://a.b/c.d?e=f! broke it.",
        "The U.S. East region of Acme Inc. was down.",
        "3. Root cause",
        "We waited... and waited… for it.",
        "The cause: a stuck valve; the pump ran dry.",
        "Due Fri. 12 May or Dec. 3.",
        'She asked "why?" and left.',
    ],
)
def test_one_sentence_stays_whole(text):
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It broke. We fixed it.", ["It broke.", "We fixed it."]),
        ("It broke at 3 p.m. The crew left.", ["It broke at 3 p.m.", "The crew left."]),
        ("Pumps, valves, etc. The rest ran.", ["Pumps, valves, etc.", "The rest ran."]),
        ("Was it us?! Yes! No.", ["Was it us?!", "Yes!", "No."]),
        ('He said "it broke." Then he left.', ['He said "it broke."', "Then he left."]),
        ("(It broke.) [We knew.] So what?", ["(It broke.)", "[We knew.]", "So what?"]),
        ("it broke. we fixed it. kubectl hung.", ["it broke.", "we fixed it.", "kubectl hung."]),
        ("They said no. It went on.", ["They said no.", "It went on."]),
        ("Upgraded to 2.1. 14 hosts failed.", ["Upgraded to 2.1.", "14 hosts failed."]),
        ("We had plan B. The plan failed.", ["We had plan B.", "The plan failed."]),
        ("Known.[1] New.[^2] End.", ["Known.[1]", "New.[^2]", "End."]),
        ("- add a test\n- call Kim\n2) wait", ["add a test", "call Kim", "wait"]),
        ("Owner: Kim\nDue: May", ["Owner: Kim", "Due: May"]),
        ("Tools sorted. - While they fit", ["Tools sorted.", "While they fit"]),
        ("Done. ✅", ["Done. ✅"]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_sentences_are_cut(text, sentences):
    assert parts(text) == sentences


@given(st.text(alphabet=st.sampled_from("aB1 .!?…:\n\"')(-•e.g"), max_size=80))
def test_ranges_ascend_and_lose_only_marks(text):
    ranges, position = cut(text), 0
    for start, end in ranges:
        lost = text[position:start]
        assert position <= start < end
        assert not any(c.isalpha() for c in lost)
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip("-• ") or not any(c.isalnum() for c in text[position:])


@pytest.mark.parametrize("piece", ["e.g. ", "a. ", ". ", "A. ", "a\n", "(a) ", "- "])
def test_long_texts_take_linear_time(piece):
    start = time.perf_counter()
    cut(piece * 40_000)
    assert time.perf_counter() - start < 5
