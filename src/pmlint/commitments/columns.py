"""What the columns of a table hold: by their headers, and where these say little by their cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from pmlint.commitments.fields import labels
from pmlint.document.model import Block
from pmlint.language.times import times_in
from pmlint.lexicons import load

_HALF = 0.5
_LONGEST_DATE = 30
_DATE = re.compile(
    r"\b(?:\d{1,2}[./]\d{1,2}\.?(?:\d{2,4})?|\d{4}-\d{2}-\d{2}|q[1-4]|(?:week|wk|kw|sprint)\s?\d+|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|"
    r"soon|asap|ongoing|tbd|next \w+|end of \w+)\b",
    re.I,
)


def columns_of(rows: Sequence[Block]) -> dict[int, str]:
    """The field of each column of a table: ``"task"``, ``"owner"``, ``"due"``, ``"status"`` … or ``"none"``.

    Args:
        rows: The rows of one table.
    """
    width = max(len(row.cells) for row in rows)
    fields = {i: _by_header(_header(rows, i)) for i in range(width)}
    dates = {i: _share(rows, i, _is_date) for i in fields}
    if sum(name == "due" for name in fields.values()) > 1:
        # "By | When": the one without dates says by whom.
        for i, name in fields.items():
            if name == "due" and not dates[i] and "owner" not in fields.values():
                fields[i] = "owner"
    for i in [i for i, name in fields.items() if name == "none"]:
        if dates[i] > _HALF and "due" not in fields.values():
            fields[i] = "due"
        elif _share(rows, i, _is_state) > _HALF and "status" not in fields.values():
            fields[i] = "status"
    return fields


def _header(rows: Sequence[Block], column: int) -> str:
    return next((row.cells[column].header for row in rows if column < len(row.cells)), "")


def _by_header(header: str) -> str:
    name = re.sub(r"\s+", " ", header.strip().strip("*_:?. ")).lower()
    known = labels()
    if name in known:
        return known[name]
    for size in (3, 2, 1):  # "proposed corrective action", "action(s) / next steps": by the words within
        words = re.findall(r"[\w'-]+", name)
        for i in range(len(words) - size + 1):
            found = known.get(" ".join(words[i : i + size]))
            if found and found != "none":
                return found
    return "none"


def _share(rows: Sequence[Block], column: int, fits: Callable[[str], bool]) -> float:
    cells = [
        r.text[r.cells[column].start : r.cells[column].end].strip() for r in rows if column < len(r.cells)
    ]
    filled = [cell for cell in cells if cell and cell.lower() not in load("commitments/no_value")]
    return sum(map(fits, filled)) / len(filled) if filled else 0.0


def _is_date(cell: str) -> bool:
    return len(cell) <= _LONGEST_DATE and bool(_DATE.search(cell) or times_in(cell))


def _is_state(cell: str) -> bool:
    return len(cell) <= _LONGEST_DATE and cell.lower().strip(" .*") in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(
        (*load("commitments/done_words"), *load("commitments/open_words"), "amber", "green", "red")
    )
