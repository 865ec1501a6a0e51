"""Scores of a Dask data frame, partition by partition; Dask decides where and when."""

from __future__ import annotations

from typing import Any, Unpack

from pmlint.batch.extras import need
from pmlint.batch.frames import FrameOptions, score_frame
from pmlint.errors import PmlintError


def score(ddf: Any, text: str = "body", date: str | None = "date", **options: Unpack[FrameOptions]) -> Any:
    """A Dask frame of scores: ``pmlint.score_frame`` of each partition, with its index, when it is asked for.

    Args:
        ddf: A Dask data frame.
        text: The column of the texts.
        date: The column of the days that "by Friday" is counted from.
        options: ``id``, ``format``, ``settings`` and ``cache``, as for ``pmlint.score_frame``; each machine
            keeps results of its own.

    Raises:
        PmlintError: It is no Dask frame, a column or an extra is missing, or the settings cannot be used.
    """
    need("dask.dataframe", "dask", "scoring a Dask frame")
    if not hasattr(ddf, "map_partitions") or not hasattr(ddf, "_meta"):
        raise PmlintError(
            f"'{type(ddf).__name__}' is no Dask data frame", mend="pmlint.score_frame takes the others"
        )
    # An empty frame tells the columns, and complains of a missing one before anything is computed.
    meta = score_frame(ddf._meta, text, date, **options)
    return ddf.map_partitions(score_frame, text, date, **options, meta=meta)
