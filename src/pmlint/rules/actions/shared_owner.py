"""A commitment of several people or of a whole group, which nobody in particular has to keep."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.actions._items import range_in
from pmlint.rules.actions._lists import each_or_once, has_no_single_owner
from pmlint.rules.base import Draft, Hit


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the owner of each such open item, or one for a list of hardly any others."""
    source = draft.document.source

    def each(item: ActionItem) -> Hit:
        owners = item.owners or (item.owner or "",)
        (start, end), last = range_in(source, item, owners[0]), range_in(source, item, owners[-1])
        words = ", ".join(owners)
        whom = "you" if words.lower() in ("i", "we", "us", "our team") else "them"
        return Hit(start, max(end, last[1]), args={"words": words, "whom": whom})

    return each_or_once(
        draft,
        _shared,
        each,
        has="has one single owner",
        has_not="belong to a group",
        ask="The work can stay shared: who in the group will see to each of them?",
        kin=has_no_single_owner,
    )


def _shared(item: ActionItem) -> bool:
    return has_no_single_owner(item) and item.owner_kind != "none"
