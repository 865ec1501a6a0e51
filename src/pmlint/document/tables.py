"""Table rows gathered cell by cell, for the formats whose parsers hand out cells."""

from __future__ import annotations

from itertools import pairwise

from pmlint.document.drafts import Draft
from pmlint.document.prose import Prose


class TableRows:
    """The rows of one table; rows of header cells name the columns of those below.

    Where a row starts with a header cell in a table without a header row, that cell names the row's others.

    Args:
        number: The table's list number.
        quoted: Whether it stands in a quotation.
        parent: The list item that holds it, if any.
    """

    def __init__(self, number: int, quoted: bool, parent: Draft | None = None) -> None:
        self.drafts: list[Draft] = []
        self.row: Prose | None = None
        self._number = number
        self._quoted = quoted
        self._parent = parent
        self._columns: list[str] = []
        self._cells: list[tuple[int, bool]] = []  # start in the prose, whether it is a header cell

    def start_row(self) -> Prose:
        """Start a row and hand out the prose that its cells go into."""
        self.end_row()
        self.row, self._cells = Prose(), []
        return self.row

    def start_cell(self, at: int, *, head: bool = False) -> None:
        """Start a cell of the row at a source offset."""
        row = self.start_row() if self.row is None else self.row
        if self._cells:
            row.tab(at)
        self._cells.append((len(row), head))

    def end_row(self) -> None:
        """End the row, if one has started: a header row is remembered, any other becomes a draft."""
        row, self.row = self.row, None
        if row is None or not self._cells:
            return
        raw = row.raw()
        bounds = [*(start for start, _ in self._cells), len(raw) + 1]
        ranges = [(a, max(a, b - 1)) for a, b in pairwise(bounds)]
        texts = [raw[start:end].strip() for start, end in ranges]
        heads = [head for _, head in self._cells]
        if all(heads) and not self.drafts:
            self._columns = texts
            return
        if not row.text().strip():
            return
        offsets, first = row.offsets(), len(row.text()) - len(row.text().lstrip())
        draft = Draft("row", row, offsets[first], offsets[-1], quoted=self._quoted)
        draft.list_id, draft.parent = self._number, self._parent
        for number, (start, end) in enumerate(ranges):
            header = self._columns[number] if number < len(self._columns) else ""
            if not self._columns and heads[0] and not heads[number]:
                header = texts[0]
            draft.cells.append((header, start, end))
        self.drafts.append(draft)
