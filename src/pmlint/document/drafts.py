"""Blocks as readers see them, before sections, lead-ins and numbers are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from pmlint.document.model import BlockKind
from pmlint.document.prose import Prose


@dataclass(eq=False, slots=True)
class Draft:
    """A block before assembly; fields mean what they mean in ``Block``.

    Attributes:
        lead: The draft that introduces the list or table, where the reader knows it.
        cells: (column header, start, end), ranges of the prose.
    """

    kind: BlockKind
    prose: Prose
    start: int
    end: int
    level: int = 0
    list_id: int | None = None
    parent: Draft | None = None
    cells: list[tuple[str, int, int]] = field(default_factory=list)
    quoted: bool = False
    checked: bool | None = None
