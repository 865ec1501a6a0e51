"""The corpora hold together: every line is whole, every id is its own, every offset is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmlint.training.corpus import read_jsonl
from pmlint.training.validate import validate

CORPORA = Path(__file__).parents[2] / "corpora"


@pytest.mark.parametrize("name", ["contrasts", "postmortems"])
def test_a_corpus_is_sound(name: str) -> None:
    assert validate(CORPORA / name) == []


# A corpus that has lost its lines is sound too.
@pytest.mark.parametrize(
    ("file", "least"),
    [("contrasts/sets", 1500), ("contrasts/singles", 4500), ("postmortems/units", 20_000)],
)
def test_a_corpus_is_all_there(file: str, least: int) -> None:
    assert len(read_jsonl(CORPORA / f"{file}.jsonl")) >= least
