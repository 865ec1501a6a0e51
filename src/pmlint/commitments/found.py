"""A commitment as it was found, before its fields are judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from pmlint.commitments.fields import Fields
from pmlint.document.model import Block

LONGEST = 2000
"""Characters of a block that are read for a commitment; nobody writes a longer one."""


def words_of(block: Block) -> str:
    """The words of a block, cut where no commitment goes on."""
    return block.text[:LONGEST].strip()


@dataclass
class Found:
    """A commitment and everything that its place says about it.

    Attributes:
        block: The block that it stands in.
        start: First character in the source.
        end: One past the last character.
        text: The item as written, markup removed.
        fields: What it says in labels, columns, brackets and trailers, and the task that remains.
        elaboration: Further sentences and sub-points.
        around: Headings, labels and lead-in that may name an owner or a date for all, nearest first.
        checked: State of its task-list box.
        remedy: Whether a deed told in the past is a finished one here.
    """

    block: Block
    start: int
    end: int
    text: str
    fields: Fields
    elaboration: str = ""
    around: list[str] = field(default_factory=list)
    checked: bool | None = None
    remedy: bool = True
