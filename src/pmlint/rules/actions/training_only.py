"""A list of commitments that all train, tell or remind people and change nothing they work with."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.language.phrases import lexicon_pattern
from pmlint.rules.actions._items import task
from pmlint.rules.actions._lists import head_of, open_items
from pmlint.rules.base import Draft, Hit

_OPENING = 40  # characters


def find(draft: Draft) -> Iterator[Hit]:
    """One hit, at the head of the list, when every open item is training or a reminder."""
    items = open_items(draft.items)
    training = lexicon_pattern("actions/training_tasks")
    # Only the opening of a task holds its verb: "label the pumps before the next training" changes the pumps.
    if not items or not all(training.search(task(item)[:_OPENING]) for item in items):
        return
    start, end = head_of(draft.document, items[0]) if len(items) > 1 else (items[0].start, items[0].end)
    count = "the only commitment is" if len(items) == 1 else f"all {len(items)} commitments are"
    yield Hit(start, end, args={"count": count})
