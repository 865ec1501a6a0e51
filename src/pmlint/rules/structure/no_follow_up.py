"""Commitments that nobody plans to look at again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pmlint.language.shape import shape
from pmlint.rules._whole import heading_over, is_whole, written_on
from pmlint.rules.base import Draft, Hit

_FEWEST_ITEMS = 2


def find(draft: Draft) -> Iterator[Hit]:
    """One hit at the head of the list of open commitments when no later review is planned."""
    document = draft.document
    items = [item for item in draft.items if item.status == "open"]
    if len(items) < _FEWEST_ITEMS or not is_whole(document) or shape(document).follow_up:
        return
    block = next(b for b in reversed(document.blocks) if b.start <= items[0].start)
    start, end = heading_over(document, block) if block.section else (items[0].start, items[0].end)
    yield Hit(
        start,
        end,
        args={"count": len(items), "window": _window(written_on(draft), draft.settings.follow_up_weeks)},
    )


def _window(written: dt.date | None, weeks: tuple[int, int]) -> str:
    """The weeks in which a review should come, as dates where the document has one."""
    if written is None:
        return f"{weeks[0]} to {weeks[1]} weeks from now"
    first, last = (written + dt.timedelta(weeks=count) for count in weeks)
    return f"between {first} and {last}"
