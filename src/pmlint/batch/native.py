"""Frames of pandas, polars and pyarrow seen alike: columns read as plain values, rows written as columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmlint.batch.columns import Column, Row
from pmlint.batch.extras import need
from pmlint.errors import PmlintError, nearest

ID = "id"

_PANDAS = {"text": "string", "number": "float64", "count": "Int64", "flag": "boolean", "day": "datetime64[s]"}
_OTHERS = {"text": "String", "number": "Float64", "count": "Int64", "flag": "Boolean", "day": "Date"}


class Table:
    """A frame that was given to pmlint.

    Args:
        df: A frame of pandas, polars or pyarrow.
        id: The column that tells its rows apart; ``None`` takes the index, or the row's number.

    Raises:
        PmlintError: It is no such frame, or lacks the column.
    """

    def __init__(self, df: Any, id: str | None = None) -> None:
        nw = need("narwhals", "frames", "reading data frames")
        try:
            self._frame = nw.from_native(df, eager_only=True)
        except TypeError:
            raise PmlintError(f"'{type(df).__name__}' is no data frame in memory", mend=_way_in(df)) from None
        except nw.exceptions.DuplicateError:
            raise PmlintError("two columns have the same name", mend="rename one of them") from None
        if id is not None:
            self._require(id)
        self._id = id

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return list(self._frame.columns)

    def values(self, name: str) -> list[Any]:
        """The cells of a column as plain values; ``None`` where one is missing.

        Raises:
            PmlintError: There is no such column.
        """
        self._require(name)
        column = self._frame[name]
        cells = zip(column.to_list(), column.is_null().to_list())
        return [None if empty or cell is None else cell for cell, empty in cells]

    def frame(
        self, numbers: Sequence[int], columns: Sequence[Column], rows: Sequence[Row], keep_index: bool = False
    ) -> Any:
        """A frame of the same library, with a column ``id`` before the others.

        Args:
            numbers: The row of the given frame that each row is about.
            columns: The columns.
            rows: The rows by the columns' names; what a row lacks is missing.
            keep_index: Whether a pandas frame keeps its index; there must be a row for each of its rows then.
        """
        cells = {column.name: [row.get(column.name) for row in rows] for column in columns}
        if self._frame.implementation.is_pandas():
            return self._pandas(list(numbers), columns, cells, keep_index)
        return self._other(list(numbers), columns, cells)

    def _pandas(
        self, numbers: list[int], columns: Sequence[Column], cells: dict[str, list[Any]], keep_index: bool
    ) -> Any:
        import pandas as pd

        df = self._frame.to_native()
        # Labels of several levels become tuples, so that they fit in a column.
        labels = df.index.to_flat_index().to_series() if self._id is None else df[self._id]
        data = {ID: labels.take(numbers).reset_index(drop=True)}
        data |= {column.name: pd.Series(cells[column.name], dtype=_PANDAS[column.kind]) for column in columns}
        found = pd.DataFrame(data)
        if keep_index:
            found.index = df.index
        return found

    def _other(self, numbers: list[int], columns: Sequence[Column], cells: dict[str, list[Any]]) -> Any:
        import narwhals as nw

        backend = self._frame.implementation
        types = {column.name: getattr(nw, _OTHERS[column.kind])() for column in columns}
        found = nw.from_dict(cells, schema=types, backend=backend)
        if self._id is None:
            ids = nw.new_series(ID, numbers, dtype=nw.Int64(), backend=backend)
        else:
            ids = self._frame[self._id][numbers].alias(ID)
        return found.with_columns(ids).select(ID, *cells).to_native()

    def _require(self, name: str) -> None:
        if not isinstance(name, str) or name not in self.names:
            raise PmlintError(f"there is no column '{name}'", mend=self._near(name))

    def _near(self, name: Any) -> str:
        if not self.names:
            return "the frame has no columns"
        if not all(isinstance(each, str) for each in (name, *self.names)):
            return "names are texts here: df.columns = df.columns.map(str)"
        return nearest(name, self.names)


def _way_in(df: Any) -> str:
    """What to do with something that is no frame in memory."""
    if hasattr(df, "map_partitions"):
        return "pmlint.batch.dask.score takes it"
    if hasattr(df, "collect"):
        return "collect() it first"
    return "to_frame() it first" if hasattr(df, "to_frame") else "give a pandas or polars data frame"
