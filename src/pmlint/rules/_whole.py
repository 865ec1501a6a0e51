"""What rules on whole documents share: which texts are documents at all, and where to point."""

from __future__ import annotations

import datetime as dt
import re

from pmlint.document.model import Block, Document
from pmlint.language.sections import parts_of
from pmlint.language.shape import shape
from pmlint.rules.base import Draft

_FEWEST_WORDS = 150
_FEWEST_HEADINGS = 3
_FEWEST_WORDS_BELOW = 30

_EVENT = re.compile(
    r"\b(?:post-?mortem|incident|outage|accident|root cause|downtime|near miss|never event|adverse event|"
    r"breach|"
    r"went down|data loss|disruption|malfunction|recall|escalation|after-?action|lessons learned|debrief)\b",
    re.I,
)


def is_whole(document: Document) -> bool:
    """Whether the text is long, or has several sections, rather than being an excerpt.

    Asking a paragraph for a timeline or for commitments would be pedantry.
    """
    if shape(document).headings >= _FEWEST_HEADINGS:
        return document.words >= _FEWEST_WORDS_BELOW
    return document.words >= _FEWEST_WORDS


def tells_an_event(document: Document) -> bool:
    """Whether something happened that could be told in order: an incident rather than a board of opinions."""
    form = shape(document)
    if form.board:
        return False
    headings = [b.text for b in document.blocks if b.kind == "heading"]
    named = bool(form.cause_blocks) or any("events" in parts_of(title) for title in headings)
    return named or any(_EVENT.search(title) for title in [document.title or "", *headings[:3]])


def written_on(draft: Draft) -> dt.date | None:
    """The document's date, unless it can only have been read from the due date of a commitment."""
    date = draft.document.date
    return None if any(item.due == date for item in draft.items) else date


def top_of(document: Document) -> tuple[int, int]:
    """Source range of the first heading, else of the first words."""
    blocks = [b for b in document.blocks if b.text]
    return range_of(next((b for b in blocks if b.kind == "heading"), blocks[0]))


def heading_over(document: Document, block: Block) -> tuple[int, int]:
    """Source range of the innermost heading above a block, else of the block."""
    if block.section:
        for earlier in reversed(document.blocks[: block.index]):
            if earlier.kind == "heading" and earlier.text == block.section[-1]:
                return range_of(earlier)
    return range_of(block)


def range_of(block: Block) -> tuple[int, int]:
    """Source range of a block's words."""
    return block.source_range(0, len(block.text))
