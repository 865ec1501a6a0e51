"""Figures by subtype and field count what one counts by hand, and their intervals hold them."""

from __future__ import annotations

import numpy as np
import pytest

from pmlint.scoring.labels import OUTPUTS
from pmlint.scoring.sample import Sample
from pmlint.training.breakdown import FEWEST_SENTENCES, OTHERS, by_field, by_subtype, share_interval
from pmlint.training.examples import Example


def example(group: int, label: str = "", field: str = "rail", subtype: str = "") -> Example:
    """A sentence with one label or none."""
    labels = frozenset({label} if label else ())
    return Example(Sample("x"), labels, None, subtype, "", (0.0,) * 6, f"g{group}", "w", "set", field=field)


def row(**sure: float) -> list[float]:
    """Probabilities of the outputs, 0 where none is given."""
    return [sure.get(name, 0.0) for name in OUTPUTS]


def test_subtypes_are_counted_with_blame_of_whomever_in_one() -> None:
    examples = [
        example(1, "blame", subtype="verdict"),
        example(2, "blame_self", subtype="verdict"),
        example(3, "diffuse", subtype="collective"),
        example(4),
    ]
    sure = np.array([row(blame=0.9), row(blame=0.3, blame_self=0.4), row(diffuse=0.5), row(blame=0.9)])
    found = by_subtype(examples, sure)
    assert {name: (r["found"], r["of"]) for name, r in found.items()} == {
        "blame verdict": (1, 2),
        "diffuse collective": (1, 1),
    }
    low, high = found["blame verdict"]["interval_95"]
    assert low < 0.5 < high


def test_small_fields_are_counted_together() -> None:
    large = [example(i, "blame" if i % 2 else "") for i in range(FEWEST_SENTENCES)]
    small = [example(100, "diffuse", "law"), example(101, "", "opera"), example(102, "blame", "")]
    sure = np.array([*(row(blame=0.9) for _ in large), row(diffuse=0.9), row(), row()])
    found = by_field([*large, *small], sure)
    assert list(found) == ["rail", OTHERS]
    assert [r["sentences"] for r in found.values()] == [FEWEST_SENTENCES, 3]
    assert found["rail"]["blame"]["f1"] == pytest.approx(2 / 3, abs=0.001)
    assert found[OTHERS]["diffuse"]["f1"] == 1.0
    assert found[OTHERS]["blame"]["f1"] == 0.0
    low, high = found["rail"]["blame"]["interval_95"]
    assert low < 2 / 3 < high


@pytest.mark.parametrize(
    ("found", "of", "interval"), [(8, 10, [0.49, 0.943]), (0, 10, [0.0, 0.278]), (10, 10, [0.722, 1.0])]
)
def test_the_interval_of_a_share_is_wilsons(found: int, of: int, interval: list[float]) -> None:
    assert share_interval(found, of) == pytest.approx(interval, abs=0.001)
