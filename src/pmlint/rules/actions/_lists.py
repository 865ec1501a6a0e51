"""One finding for each item that lacks something, or one for a whole list that lacks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pmlint.document.model import Document
from pmlint.language.phrases import lexicon_pattern
from pmlint.records import ActionItem
from pmlint.rules._whole import heading_over, range_of
from pmlint.rules.base import Draft, Hit

_FEWEST_FOR_ONE = 5  # items, from which on what most of them lack is said once
_TOO_MANY_OWNERS = 3
_SHARE = 0.75
_LONGEST_LEAD_IN = 90


def open_items(items: Sequence[ActionItem]) -> list[ActionItem]:
    """The commitments still to be kept: what is done needs neither owner nor date.

    A dated review is left out too: it belongs to everyone who made the others.
    """
    reviews = lexicon_pattern("structure/review_plans")
    return [i for i in items if i.status == "open" and not (i.due_kind == "date" and reviews.search(i.text))]


def has_no_single_owner(item: ActionItem) -> bool:
    """Whether nobody, a whole group, or three people and more own the item."""
    return item.owner_kind in ("none", "team") or len(item.owners) >= _TOO_MANY_OWNERS


def each_or_once(
    draft: Draft,
    lacks: Callable[[ActionItem], bool],
    each: Callable[[ActionItem], Hit],
    *,
    has: str,
    has_not: str,
    ask: str,
    kin: Callable[[ActionItem], bool] | None = None,
) -> Iterator[Hit]:
    """A hit for each open item that lacks something; one for the whole list where hardly any item has it.

    Args:
        draft: The document with its commitments.
        lacks: Whether an open item lacks it.
        each: The hit of one such item.
        has: As in "none of the 7 open items …".
        has_not: As in "6 of the 7 open items …".
        ask: The question about them all.
        kin: What decides whether hardly any has it, where that is wider than ``lacks``.
    """
    still_open = open_items(draft.items)
    found = [item for item in still_open if lacks(item)]
    alike = sum(map(kin, still_open)) if kin else len(found)
    if len(found) < 2 or alike < _FEWEST_FOR_ONE or alike < _SHARE * len(still_open):
        yield from map(each, found)
        return
    total = len(still_open)
    message = f"none of the {total} open items {has}"
    if len(found) < total:
        message = f"{len(found)} of the {total} open items {has_not}"
    start, end = head_of(draft.document, found[0])
    yield Hit(start, end, message=message, suggestion=ask)


def head_of(document: Document, item: ActionItem) -> tuple[int, int]:
    """Source range of the heading or short line that introduces the item, else of the item.

    Args:
        document: The document.
        item: A commitment of it.
    """
    block = next(b for b in reversed(document.blocks) if b.start <= item.start)
    if block.lead_in is not None and len(document.blocks[block.lead_in].text) <= _LONGEST_LEAD_IN:
        return range_of(document.blocks[block.lead_in])
    return heading_over(document, block) if block.section else (item.start, item.end)
