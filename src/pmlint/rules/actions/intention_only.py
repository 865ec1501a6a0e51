"""A commitment that names no thing whose existence could be checked."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.base import Draft, Hit


def find(item: ActionItem, draft: Draft) -> Iterator[Hit]:
    """A hit on an open item that is an intention."""
    if item.status == "open" and item.deliverable == "vague":
        yield Hit(item.start, item.end)
