"""A commitment that names no thing whose existence could be checked."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.actions._items import question
from pmlint.rules.base import Draft, Hit


def find(item: ActionItem, draft: Draft) -> Iterator[Hit]:
    """A hit on an open item that is an intention."""
    if item.status == "open" and item.deliverable == "vague":
        asked = question(
            item,
            "What would others see when you {task}: which page, test, setting or decision?",
            "When “{task}” is done, what is there that is not there today?",
        )
        yield Hit(item.start, item.end, suggestion=asked)
