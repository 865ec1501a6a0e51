"""A section called a timeline in which nothing has a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.shape import shape
from pmlint.language.times import stamp, times_in
from pmlint.rules._whole import heading_over
from pmlint.rules.base import Draft, Hit

_TITLE = re.compile(
    r"\b(?:time ?line|chronolog\w+|(?:sequence|order|course) of events|event log|incident log)\b", re.I
)
_FEWEST = 3
_SHARE = 1 / 3


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the heading of a timeline of three lines or more, hardly any of which tells a time."""
    document = draft.document
    blocks = [document.blocks[i] for i in shape(document).timeline_blocks]
    blocks = [b for b in blocks if b.section and _TITLE.search(" ".join(b.section[-2:]))]
    timed = [b for b in blocks if stamp(b.text) or times_in(b.text) or _in_title(b.section[-1])]
    if len(blocks) >= _FEWEST and len(timed) < _SHARE * len(blocks):
        yield Hit(*heading_over(document, blocks[0]))


def _in_title(title: str) -> bool:
    return bool(stamp(title) or times_in(title))
