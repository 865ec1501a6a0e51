"""The six traits of a scorecard, read off a report."""

from __future__ import annotations

from pmlint.records import Report, Scorecard
from pmlint.traits.actions import actions
from pmlint.traits.clarity import clarity
from pmlint.traits.language import blame, counterfactuals
from pmlint.traits.understanding import sense, system

TRAITS = (blame, counterfactuals, sense, system, actions, clarity)
"""Each gives one trait of a report; their order is that of the card."""


def card_of(report: Report) -> Scorecard:
    """The scorecard of a report."""
    return Scorecard(report.path, tuple(trait(report) for trait in TRAITS))
