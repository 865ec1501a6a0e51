"""A commitment of several people or of a whole group, which nobody in particular has to keep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.actions._items import each_or_once, question
from pmlint.rules.base import Draft, Hit

_TOO_MANY = 3


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the owner of each such open item, or one for a list of hardly any others."""

    def each(item: ActionItem) -> Hit:
        start, end = _owner_range(draft.document.source, item)
        many = len(item.owners) >= _TOO_MANY
        words = ", ".join(item.owners) if many else str(item.owner)
        asked = question(
            item,
            "Which one of them will {task}, or see to it?"
            if words.lower() != "we"
            else "Which one of you will {task}?",
            f"Which single person in “{words}” answers for “{{task}}”?",
        )
        return Hit(start, end, args={"words": words}, suggestion=asked)

    return each_or_once(draft, _shared, each, has="has one single owner", has_not="belong to a group")


def _shared(item: ActionItem) -> bool:
    return item.owner_kind == "team" or len(item.owners) >= _TOO_MANY


def _owner_range(source: str, item: ActionItem) -> tuple[int, int]:
    first, last = (item.owners or (item.owner or "",))[0], (item.owners or (item.owner or "",))[-1]
    begin = re.search(rf"(?<!\w){re.escape(first)}(?!\w)", source[item.start : item.end], re.I)
    if not first or not begin:
        return item.start, item.end
    finish = source.find(last, item.start + begin.start(), item.end) if last != first else -1
    end = finish + len(last) if finish >= 0 else item.start + begin.end()
    return item.start + begin.start(), end
