"""Times as they stand in accounts of events."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.language.times import stamp, times_in


@pytest.mark.parametrize(
    "line",
    [
        "14:02 The lift stops.",
        "~ 9:05 am – the caterer calls",
        "At 7 pm the hall is empty.",
        "0640 hrs: first reading",
        "2025-03-04 The crane arrives.",
        "4 March: the crane arrives.",
        "March 4th, the crane arrives",
        "On Tuesday, the crane arrives.",
        "Day 3: the sample is lost",
        "T+15 the valve opens",
        "+0:15 the valve opens",
        "Two hours later the ward calls.",
        "[09:10 UTC] The valve opens.",
    ],
)
def test_a_line_of_a_log_opens_with_its_time(line: str) -> None:
    assert stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "The lift stops at 14:02.",
        "3 cranes arrive.",
        "- 3 cranes arrive.",
        "1.5 tons of sand",
        "May we begin?",
        "Monitoring shows nothing.",
        "Sunny weather all week.",
        "Second reading",
    ],
)
def test_a_number_or_a_word_is_no_time(line: str) -> None:
    assert stamp(line) is None


def test_times_in_a_text_are_told_once_and_in_order() -> None:
    text = "At 14:02 it rang. Two hours later, on 5 May, it rang. It had rung at 14:02."
    assert times_in(text) == ("14:02", "two hours later", "5 may")


@pytest.mark.parametrize("text", ["1" * 20_000, "12:" * 7_000, "- " * 10_000, "on " * 7_000, " " * 20_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    begun = time.perf_counter()
    stamp(text)
    times_in(text)
    assert time.perf_counter() - begun < 1


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text: str) -> None:
    assert all(found == found.lower() for found in times_in(text))
    stamp(text)
