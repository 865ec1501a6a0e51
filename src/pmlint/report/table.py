"""Tables for a terminal, drawn by rich; cells are never read as markup."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table


def new_table(heads: Sequence[str], *, narrow: Sequence[str] = (), spaced: bool = False) -> Table:
    """An empty table without frame.

    Args:
        heads: Titles of the columns.
        narrow: Columns that are never wrapped.
        spaced: Whether a blank line follows each row.
    """
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, int(spaced), 0), header_style="bold")
    for head in heads:
        table.add_column(head, no_wrap=head in narrow, overflow="fold")
    return table


def table_text(table: Table, *, color: bool, width: int) -> str:
    """The table as lines, without blanks at their ends, ending in a line end."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        force_jupyter=False,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(table)
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())
