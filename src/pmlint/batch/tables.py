"""Tables written row by row: CSV, JSON, Parquet and Excel, each with no more than a few rows in memory."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from pmlint.batch.columns import Column, Row
from pmlint.batch.extras import need
from pmlint.errors import ConfigError, nearest

_ROWS_OF_EXCEL = 1_048_575
_GROUP = 500
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings at which spreadsheets take a cell for a formula or a command (OWASP: CSV injection)."""


class Table(Protocol):
    """A table that is being written."""

    def write(self, row: Row) -> None:
        """Writes a row; what it lacks is left empty."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


Format = Callable[[Path, Sequence[Column]], Table]


def format_for(output: Path, rows: int) -> Format:
    """What writes tables of the format that a file's suffix tells.

    Args:
        output: The file.
        rows: How many rows it is to have.

    Raises:
        ConfigError: The suffix tells none, or the folder is not there.
        PmlintError: A package that it needs is not installed.
    """
    suffix = output.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        close = nearest(suffix, tuple(FORMATS)) if suffix else "write scores.csv"
        mend = close if close.startswith("did") else f"end it in one of {known}"
        raise ConfigError(f"'{output}' names no format of tables", where="--output", mend=mend)
    if output.is_dir() or not output.absolute().parent.is_dir():
        raise ConfigError(
            f"'{output}' cannot be written: "
            + ("it is a folder" if output.is_dir() else "its folder is not there"),
            where="--output",
            mend="name a file" if output.is_dir() else "make the folder first",
        )
    if suffix == ".parquet":
        need("pyarrow.parquet", "parquet", "writing Parquet")
    if suffix == ".xlsx":
        need("openpyxl", "excel", "writing Excel files")
        if rows > _ROWS_OF_EXCEL:
            raise ConfigError(
                f"Excel holds {_ROWS_OF_EXCEL:,} rows, not {rows:,}", where="--output", mend="write .parquet"
            )
    return FORMATS[suffix]


def harmless(cell: str) -> str:
    """The text as a spreadsheet never runs it: after an apostrophe where it could be a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


class _Base:
    """What tables share."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self.columns = columns
        self._open(path)

    def _open(self, path: Path) -> None:
        raise NotImplementedError

    def _close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()


class CsvTable(_Base):
    """A table in UTF-8 with commas; cells that a spreadsheet could run are made harmless."""

    def _open(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", errors="replace", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(column.name for column in self.columns)

    def write(self, row: Row) -> None:
        """Writes a line."""
        self._writer.writerow([_csv_cell(row.get(column.name)) for column in self.columns])

    def _close(self) -> None:
        self._file.close()


class JsonTable(_Base):
    """A JSON array with an object on each line."""

    def _open(self, path: Path) -> None:
        self._file = path.open("w", encoding="ascii", newline="\n")
        self._gap = "[\n"

    def write(self, row: Row) -> None:
        """Writes an object."""
        cells = {column.name: row.get(column.name) for column in self.columns}
        self._file.write(self._gap + json.dumps(cells, default=str))
        self._gap = ",\n"

    def _close(self) -> None:
        self._file.write("[]\n" if self._gap == "[\n" else "\n]\n")
        self._file.close()


class ParquetTable(_Base):
    """A Parquet file, a row group at a time."""

    def _open(self, path: Path) -> None:
        arrow: Any = need("pyarrow", "parquet", "writing Parquet")
        parquet: Any = need("pyarrow.parquet", "parquet", "writing Parquet")
        kinds = {
            "text": arrow.string(),
            "number": arrow.float64(),
            "count": arrow.int64(),
            "flag": arrow.bool_(),
            "day": arrow.date32(),
        }
        self._batch = arrow.RecordBatch
        self._schema = arrow.schema([(column.name, kinds[column.kind]) for column in self.columns])
        self._writer = parquet.ParquetWriter(str(path), self._schema)
        self._rows: list[Row] = []

    def write(self, row: Row) -> None:
        """Keeps a row until its group is full."""
        self._rows.append({column.name: _whole(row.get(column.name)) for column in self.columns})
        if len(self._rows) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_batch(self._batch.from_pylist(self._rows, schema=self._schema))
            self._rows = []

    def _close(self) -> None:
        self._flush()
        self._writer.close()


class ExcelTable(_Base):
    """A workbook with one sheet; every text is a text, also one that begins with an equals sign."""

    def _open(self, path: Path) -> None:
        openpyxl: Any = need("openpyxl", "excel", "writing Excel files")
        cells: Any = need("openpyxl.cell", "excel", "writing Excel files")
        cell: Any = need("openpyxl.cell.cell", "excel", "writing Excel files")
        self._path = path
        self._book = openpyxl.Workbook(write_only=True)
        self._sheet = self._book.create_sheet("scores")
        self._sheet.freeze_panes = "B2"
        self._cell, self._illegal = cells.WriteOnlyCell, cell.ILLEGAL_CHARACTERS_RE
        self._sheet.append([column.name for column in self.columns])

    def write(self, row: Row) -> None:
        """Writes a line of the sheet."""
        self._sheet.append([self._typed(row.get(column.name)) for column in self.columns])

    def _typed(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        cell = self._cell(self._sheet, value=self._illegal.sub("\ufffd", _whole(value)))
        cell.data_type = "s"
        return cell

    def _close(self) -> None:
        self._book.save(str(self._path))


FORMATS: dict[str, Format] = {
    ".csv": CsvTable,
    ".json": JsonTable,
    ".parquet": ParquetTable,
    ".xlsx": ExcelTable,
}
"""What writes a table, by the suffix of its file."""


def _csv_cell(value: Any) -> Any:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case dt.date():
            return value.isoformat()
        case str():
            return harmless(value)
    return value


def _whole(value: Any) -> Any:
    """The value without halves of surrogate pairs, which file names can hold and UTF-8 cannot."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
