"""Scores of a Dask data frame, partition by partition; Dask decides where and when."""

from __future__ import annotations

from typing import Any

from pmlint.batch.extras import need
from pmlint.batch.frames import score_frame
from pmlint.config.settings import Settings
from pmlint.errors import PmlintError


def score(
    ddf: Any,
    text: str = "body",
    date: str | None = "date",
    *,
    id: str | None = None,
    format: str = "markdown",
    settings: Settings | None = None,
    cache: bool = False,
) -> Any:
    """A Dask frame of scores: ``pmlint.score_frame`` of each partition, with its index, when it is asked for.

    Args:
        ddf: A Dask data frame.
        text: The column of the texts.
        date: The column of the days that "by Friday" is counted from.
        id: The column that tells the documents apart; ``None`` takes the index.
        format: How the texts are written.
        settings: Settings in force; ``None`` takes the defaults.
        cache: Whether each machine keeps its results for the next time.

    Raises:
        PmlintError: It is no Dask frame, a column or an extra is missing, or the settings cannot be used.
    """
    need("dask.dataframe", "dask", "scoring a Dask frame")
    if not hasattr(ddf, "map_partitions") or not hasattr(ddf, "_meta"):
        raise PmlintError(
            f"'{type(ddf).__name__}' is no Dask data frame", mend="pmlint.score_frame takes the others"
        )
    options: dict[str, Any] = {
        "text": text,
        "date": date,
        "id": id,
        "format": format,
        "settings": settings,
        "cache": cache,
    }
    # An empty frame tells the columns, and complains of a missing one before anything is computed.
    return ddf.map_partitions(score_frame, **options, meta=score_frame(ddf._meta, **options))
