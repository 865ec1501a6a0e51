"""What Spark's ``mapInPandas`` needs to score a data frame; Spark itself is not imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pmlint.batch.columns import score_columns
from pmlint.batch.frames import score_frame
from pmlint.batch.native import ID

_TYPES = {"text": "string", "number": "double", "count": "bigint", "flag": "boolean", "day": "timestamp"}


def schema(id: str = "string") -> str:
    """The columns of the scores in Spark's own words.

    Args:
        id: The type of the column that tells the documents apart.
    """
    columns = (f"`{column.name}` {_TYPES[column.kind]}" for column in score_columns())
    return ", ".join((f"`{ID}` {id}", *columns))


def partitions(**options: Any) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """A function that scores pandas frames one after the other, as ``mapInPandas`` wants it.

    Args:
        options: The arguments of ``pmlint.score_frame`` after the frame.
    """

    def score(frames: Iterable[Any]) -> Iterator[Any]:
        for frame in frames:
            yield score_frame(frame, **options)

    return score
