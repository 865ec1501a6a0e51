"""Grams are words, marks and numbers in runs of one to three."""

from __future__ import annotations

import math

import pytest

from pmlint.scoring.grams import grams, tokens, weights


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("At 14:02 it failed!", ["at", "0", ":", "0", "it", "failed", "!"]),
        ("She didn’t ask.", ["she", "didn't", "ask", "."]),
        ("snake_case Überlauf", ["snake", "case", "überlauf"]),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert tokens(text) == found


def test_runs_know_where_a_sentence_starts_and_ends() -> None:
    found = grams("we waited")
    assert "^ we waited" in found and "we waited $" in found and "waited $" in found
    assert "^" not in found and "$" not in found


def test_counts_weigh_less_than_in_proportion() -> None:
    columns, values = weights(["a", "b", "a", "unknown"], {"a": 0, "b": 1})
    assert dict(zip(columns, values)) == {0: 1 + math.log(2), 1: 1.0}
