"""Commitments in tables, whatever their columns are called and however they are ordered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.commitments.around import texts_around
from pmlint.commitments.columns import columns_of
from pmlint.commitments.fields import Fields, split_fields
from pmlint.commitments.found import LONGEST, Found
from pmlint.commitments.headings import Standings
from pmlint.commitments.people import People
from pmlint.document.model import Block, Document
from pmlint.lexicons import load


def commitments_in_tables(standings: Standings, people: People) -> Iterator[Found]:
    """The rows that state commitments, in document order."""
    document = standings.document
    tables = _tables(document)
    for block in document.blocks:
        if block.kind != "row" or block.quoted or block.template:
            continue
        columns = {i: tables[block.list_id][i] for i in range(len(block.cells))}
        if not _promises(block, columns, standings):
            continue
        cells = {i: block.text[cell.start : cell.end][:LONGEST].strip() for i, cell in enumerate(block.cells)}
        text, fields, rest = _fields(cells, columns, people)
        if not re.search(r"\w{2}", fields.task) or fields.task.lower() in load("commitments/no_value"):
            continue
        yield Found(
            block, block.start, block.end, text, fields, rest,
            texts_around(standings, block),
        )  # fmt: skip


def _tables(document: Document) -> dict[int | None, dict[int, str]]:
    """The columns of each table, by the number that its rows share."""
    rows: dict[int | None, list[Block]] = {}
    for block in document.blocks:
        if block.kind == "row":
            rows.setdefault(block.list_id, []).append(block)
    return {number: columns_of(found) for number, found in rows.items()}


def _promises(block: Block, columns: dict[int, str], standings: Standings) -> bool:
    kinds = set(columns.values())
    standing = standings.of(block)
    if standing == "strong":
        return True
    stated = any(
        cell.header.lower().strip().startswith(("action", "corrective", "preventive")) for cell in block.cells
    )
    return ("owner" in kinds and "due" in kinds and "task" in kinds and standing != "blocked") or (
        stated and bool(kinds & {"owner", "due"})
    )


def _fields(cells: dict[int, str], columns: dict[int, str], people: People) -> tuple[str, Fields, str]:
    """The task of a row as written, its fields, and the text of the columns that are none."""
    taken: dict[str, str] = {}
    rest: list[str] = []
    task_column = _task_column(cells, columns)
    for i, value in cells.items():
        name = "task" if i == task_column else columns[i]
        if name in ("task", "none") and i != task_column:
            rest.append(value)
        elif name not in taken or not taken[name]:
            taken[name] = value
    task = taken.pop("task", "")
    fields = split_fields(task, people)
    for name, value in taken.items():
        setattr(fields, name, value or getattr(fields, name))
    fields.settle()
    return task, fields, ". ".join(filter(None, rest))[:LONGEST]


def _task_column(cells: dict[int, str], columns: dict[int, str]) -> int | None:
    named = [i for i, name in columns.items() if name == "task"]
    free = [i for i, name in columns.items() if name in ("none", "ticket")]
    # Of several candidates ("Issue | Fix") the one with the most words says what is to be done.
    return max(named or free, key=lambda i: (len(cells[i].split()), -i), default=None)
