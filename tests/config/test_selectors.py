from __future__ import annotations

import pytest

from pmlint.config import Settings
from pmlint.config.selectors import exactness, is_known


@pytest.mark.parametrize("entry", ["PM101", "pm101", "PM1", "PM", "named-fault", "Named-Fault", " PM10 "])
def test_a_rule_is_named_by_code_beginning_or_name(entry):
    assert exactness(entry, "PM101", "named-fault") > 0


@pytest.mark.parametrize("entry", ["PM2", "PM1011", "named", "P", "", "PM101x", "101"])
def test_anything_else_names_no_rule(entry):
    assert exactness(entry, "PM101", "named-fault") == 0


def test_a_beginning_of_a_code_is_known_where_a_code_begins_so():
    assert is_known("PM1", ["PM101", "named-fault"])
    assert not is_known("PM9", ["PM101", "named-fault"])


@pytest.mark.parametrize(
    ("select", "ignore", "on"),
    [
        ((), (), True),
        (("PM1",), (), True),
        (("PM2",), (), False),
        ((), ("PM101",), False),
        ((), ("named-fault",), False),
        (("PM1",), ("PM101",), False),
        (("PM101",), ("PM1",), True),
        (("named-fault",), ("PM1",), True),
        (("PM101",), ("PM101",), False),
        ((), ("PM",), False),
    ],
)
def test_the_more_exact_of_select_and_ignore_counts(select, ignore, on):
    assert Settings(select=select, ignore=ignore).enabled("PM101", "named-fault") is on
