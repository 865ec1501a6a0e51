"""A commitment whose date can never pass: "soon", "ongoing", "next sprint"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.actions._items import each_or_once, question
from pmlint.rules.base import Draft, Hit


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the words of each vague date, or one for a list that has hardly any other."""

    def each(item: ActionItem) -> Hit:
        start, end = _due_range(draft.document.source, item)
        words = item.due_text or "no date"
        asked = question(item, "By which day will someone {task}?", "By which day will “{task}” be there?")
        return Hit(start, end, args={"words": words}, suggestion=asked)

    return each_or_once(
        draft, _vague, each, has="has a date one could hold it to", has_not="have a vague date"
    )


def _vague(item: ActionItem) -> bool:
    return item.due_kind == "vague"


def _due_range(source: str, item: ActionItem) -> tuple[int, int]:
    words = item.due_text or ""
    match = (
        re.search(rf"(?<!\w){re.escape(words)}(?!\w)", source[item.start : item.end], re.I) if words else None
    )
    return (item.start + match.start(), item.start + match.end()) if match else (item.start, item.end)
