"""A commitment that names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.actions._items import question
from pmlint.rules.actions._lists import each_or_once, has_no_single_owner
from pmlint.rules.base import Draft, Hit


def find(draft: Draft) -> Iterator[Hit]:
    """One hit for each open item without an owner, or one for a list in which hardly any has one."""
    return each_or_once(
        draft,
        _unowned,
        _hit,
        has="names an owner",
        has_not="name no owner",
        ask="Which one person, or which role, will take on each of them?",
        kin=has_no_single_owner,
    )


def _unowned(item: ActionItem) -> bool:
    return item.owner_kind == "none"


def _hit(item: ActionItem) -> Hit:
    asked = question(item, "Who will {task}?", "Who will take on “{task}”?")
    # A ticket may carry the owner where the document does not.
    return Hit(item.start, item.end, suggestion=asked, severity="info" if item.ticket else None)
