"""The commitments of a document as a table."""

from __future__ import annotations

from collections.abc import Sequence

from pmlint.records import ActionItem
from pmlint.report.neutral import one_line
from pmlint.report.summary import plural
from pmlint.report.table import new_table, table_text

HEADS = ("Line", "Commitment", "Owner", "Due", "Status", "Missing")


def render_actions(items: Sequence[ActionItem], *, color: bool = False, width: int = 80) -> str:
    """A table of commitments in the order of the text, and how many of them are complete.

    Args:
        items: The commitments.
        color: Whether to colour.
        width: Cells of a line.
    """
    if not items:
        return "No commitments found.\n"
    from rich.text import Text

    table = new_table(HEADS, narrow=("Line", "Status"), spaced=True)
    # What is to be done is what one reads: the other columns give way first.
    for column, most in ((2, 12), (3, len("2025-03-31")), (5, len("deliverable,"))):
        table.columns[column].max_width = most
    for item in sorted(items, key=lambda i: i.start):
        missing = ", ".join(item.missing)
        table.add_row(
            Text(str(item.line), style="dim"),
            Text(one_line(item.text)),
            Text(one_line(owner(item))),
            Text(one_line(due(item))),
            Text(item.status),
            Text(missing or "-", style="yellow" if missing else "green"),
        )
    complete = sum(not item.missing for item in items)
    line = f"{plural(len(items), 'commitment')}; {complete} with an owner, a deliverable and a date."
    return f"{table_text(table, color=color, width=width)}\n{line}\n"


def owner(item: ActionItem) -> str:
    """Who owns an item, a team or role said to be one; ``"-"`` for nobody."""
    name = ", ".join(item.owners) or item.owner
    if not name:
        return "-"
    return f"{name} ({item.owner_kind})" if item.owner_kind in ("team", "role") else name


def due(item: ActionItem) -> str:
    """The due date, else the words that stand for one, else ``"-"``."""
    return item.due.isoformat() if item.due else item.due_text or "-"
