"""A post-mortem after which nobody does anything."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.language.shape import shape
from pmlint.rules._whole import is_whole, range_of, top_of
from pmlint.rules.base import Draft, Hit

_WORDS_OF_NOTHING = 8


def find(draft: Draft) -> Iterator[Hit]:
    """One hit when a whole document holds no commitment."""
    document = draft.document
    if draft.items or not is_whole(document):
        return
    section = [document.blocks[i] for i in shape(document).action_blocks]
    if sum(len(block.text.split()) for block in section) > _WORDS_OF_NOTHING:
        return  # the section speaks of what follows, in words that no rule could read as commitments
    start, end = range_of(section[0]) if section else top_of(document)
    yield Hit(start, end)
