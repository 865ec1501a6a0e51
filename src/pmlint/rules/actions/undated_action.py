"""A commitment without a date."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.actions._items import question
from pmlint.rules.actions._lists import each_or_once
from pmlint.rules.base import Draft, Hit


def find(draft: Draft) -> Iterator[Hit]:
    """One hit for each open item without a date, or one for a list in which hardly any has one."""
    return each_or_once(
        draft,
        _undated,
        _hit,
        has="has a date",
        has_not="have no date",
        ask="Which day would be realistic for each of them?",
    )


def _undated(item: ActionItem) -> bool:
    return item.due_kind == "none"


def _hit(item: ActionItem) -> Hit:
    who = item.owner if item.owner_kind in ("named", "role") else None
    who = "you" if who == "I" else who
    asked = question(item, f"By which day will {who} {{task}}?") if who else None
    return Hit(item.start, item.end, suggestion=asked, severity="info" if item.ticket else None)
