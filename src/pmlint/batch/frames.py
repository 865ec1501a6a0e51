"""Data frames of post-mortems, scored: a column of texts in, a tidy frame of the same library out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypedDict, TypeVar, Unpack

from pmlint.batch.cache import Cache
from pmlint.batch.columns import (
    ACTION_COLUMNS,
    FINDING_COLUMNS,
    NO_TEXT,
    Column,
    Row,
    action_row,
    failed_row,
    finding_row,
    score_columns,
)
from pmlint.batch.native import Table
from pmlint.batch.scorer import ONE_AT_A_TIME, Scored, Scorer
from pmlint.config.settings import Settings
from pmlint.document import TextSource
from pmlint.document.dates import find_date
from pmlint.document.formats import NAMES
from pmlint.errors import PmlintError, nearest

T = TypeVar("T")


class FrameOptions(TypedDict, total=False):
    """What ``score_frame`` and its kin take by name, as ``score_frame`` explains it."""

    id: str | None
    format: str
    settings: Settings | None
    cache: bool


def score_frame(
    df: Any,
    text: str = "body",
    date: str | None = "date",
    *,
    id: str | None = None,
    format: str = "markdown",
    settings: Settings | None = None,
    cache: bool = False,
) -> Any:
    """A frame with a row for each document: scores, rates of findings, commitments, shape and readability.

    Order and index are kept. Each number is what ``pmlint.check`` gives for that text and date; texts that
    occur twice are checked once. A row without scores says why in its column ``error``.

    Args:
        df: A pandas or polars data frame, or a pyarrow table.
        text: The column of the texts.
        date: The column of the days that "by Friday" is counted from; a frame without a column ``date``, and
            rows without a date, take the date that the text states.
        id: The column that tells the documents apart; ``None`` takes the index, or the row's number.
        format: How the texts are written: ``"markdown"``, ``"text"``, ``"rst"`` or ``"html"``.
        settings: Settings in force; ``None`` takes the defaults (no configuration file is looked for).
        cache: Whether results are kept on this machine for the next time.

    Returns:
        A frame of the same library.

    Raises:
        PmlintError: A column, the format or an extra is missing, or the settings cannot be used.
    """
    table = Table(df, id)
    rows = _each(table, lambda found: found.row, text, date, format, settings, cache)
    return table.frame(range(len(rows)), score_columns(), rows, keep_index=True)


def findings_frame(
    df: Any, text: str = "body", date: str | None = "date", **options: Unpack[FrameOptions]
) -> Any:
    """A frame with a row for each finding, in the order of the documents; ``id`` tells the document.

    Args:
        df: As for ``score_frame``, like the other arguments.
        text: The column of the texts.
        date: The column of the dates.
        options: ``id``, ``format``, ``settings`` and ``cache``.

    Raises:
        PmlintError: As for ``score_frame``.
    """
    return _long_frame(FINDING_COLUMNS, _findings, df, text, date, **options)


def actions_frame(
    df: Any, text: str = "body", date: str | None = "date", **options: Unpack[FrameOptions]
) -> Any:
    """A frame with a row for each commitment, in the order of the documents; ``id`` tells the document.

    Args:
        df: As for ``score_frame``; the other arguments are those of ``findings_frame``.
        text: The column of the texts.
        date: The column of the dates.
        options: ``id``, ``format``, ``settings`` and ``cache``.

    Raises:
        PmlintError: As for ``score_frame``.
    """
    return _long_frame(ACTION_COLUMNS, _actions, df, text, date, **options)


def _findings(scored: Scored) -> list[Row]:
    return [finding_row(finding) for finding in scored.report.findings] if scored.report else []


def _actions(scored: Scored) -> list[Row]:
    report = scored.report
    return [action_row(item, report) for item in report.action_items] if report else []


def _long_frame(
    columns: Sequence[Column],
    rows_of: Callable[[Scored], list[Row]],
    df: Any,
    text: str,
    date: str | None,
    *,
    id: str | None = None,
    format: str = "markdown",
    settings: Settings | None = None,
    cache: bool = False,
) -> Any:
    """A frame with any number of rows for a document."""
    table = Table(df, id)
    found = _each(table, rows_of, text, date, format, settings, cache)
    pairs = [(number, row) for number, rows in enumerate(found) for row in rows]
    return table.frame([number for number, _ in pairs], columns, [row for _, row in pairs])


def _each(
    table: Table,
    keep: Callable[[Scored], T],
    text: str,
    date: str | None,
    format: str,
    settings: Settings | None,
    cache: bool,
) -> list[T]:
    """What is to be kept of each row's document; the reports themselves are let go one after the other."""
    if format not in NAMES:
        raise PmlintError(f"there is no format '{format}'", mend=nearest(format, NAMES))
    texts = table.values(text)
    dates: Sequence[Any] = [None] * len(texts)
    # The usual name is a wish, another one an order.
    if date is not None and (date != "date" or date in table.names):
        dates = table.values(date)
    wanted = [_source(words, day, format) for words, day in zip(texts, dates)]
    todo = dict.fromkeys(source for source in wanted if isinstance(source, TextSource))
    scorer = Scorer(settings or Settings(), Cache() if cache else None)
    with ONE_AT_A_TIME:
        done = {scored.source: keep(scored) for scored in scorer.score(todo)}
    none = TextSource("")
    return [
        done[source] if isinstance(source, TextSource) else keep(Scored(none, failed_row(source)))
        for source in wanted
    ]


def _source(text: Any, date: Any, format: str) -> TextSource | str:
    """The document of a row, or why there is none."""
    if text is None:
        return NO_TEXT
    if not isinstance(text, str):
        return f"no text but {type(text).__name__}"
    try:
        return TextSource(text, format, date=_day(date))
    except ValueError:
        return f"'{str(date)[:40]}' is no date; write it as 2025-03-31"


def _day(value: Any) -> dt.date | None:
    """A cell as a day.

    Raises:
        ValueError: It is none.
    """
    match value:
        case None:
            return None
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case str() if not value.strip():
            return None
    # Also "1 March 2024", 20240301 and a period of a day; not 03/04/2024, which may be two days.
    found = find_date(str(value)[:200])
    if found is None:
        raise ValueError(value)
    return found
