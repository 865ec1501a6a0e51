"""What the sections of a document are for, judged by their headings."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pmlint.document.model import Block
from pmlint.language.phrases import lexicon_pattern

Part = Literal["actions", "causes", "events", "board", "summary"]

_LISTS: tuple[tuple[Part, tuple[str, ...]], ...] = (
    ("actions", ("commitments/headings_strong",)),
    ("causes", ("structure/cause_headings",)),
    ("events", ("structure/event_headings",)),
    ("board", ("structure/board_headings",)),
    ("summary", ("structure/summary_headings",)),
)
_LONGEST_TITLE = 80


@cache
def parts_of(title: str) -> frozenset[Part]:
    """What the heading announces; several parts for "What happened and why", none for a title of its own.

    A heading of actions is nothing else, whatever other words it holds ("Root cause corrective actions").

    Args:
        title: Text of a heading.
    """
    if len(title) > _LONGEST_TITLE:
        return frozenset()
    found = [part for part, names in _LISTS if lexicon_pattern(*names).search(title)]
    if "actions" in found:
        return frozenset({"actions"})
    if re.search(r"\bwhat happened\b.*\bwhy\b", title, re.I):
        return frozenset({"events", "causes"})
    return frozenset(found[:1])


def parts_around(block: Block) -> frozenset[Part]:
    """What the innermost telling heading above a block announces."""
    for title in reversed(block.section):
        parts = parts_of(title)
        if parts:
            return parts
    return frozenset()
