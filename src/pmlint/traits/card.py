"""The six traits of a scorecard, read off a report."""

from __future__ import annotations

from dataclasses import replace

from pmlint.records import Report, Scorecard
from pmlint.traits.actions import actions
from pmlint.traits.clarity import clarity
from pmlint.traits.language import blame, counterfactuals
from pmlint.traits.understanding import sense, system

TRAITS = (blame, counterfactuals, sense, system, actions, clarity)
"""Each gives one trait of a report; their order is that of the card."""

_EMPTY = "The document holds nothing to read."


def card_of(report: Report) -> Scorecard:
    """The scorecard of a report."""
    found = (trait(report) for trait in TRAITS)
    if not report.words:
        # Nobody is blamed on an empty page, which is no evidence of anything.
        found = (replace(each, level="none", because=_EMPTY, change=None) for each in found)
    return Scorecard(report.path, tuple(found))
