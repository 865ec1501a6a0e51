"""Files to a table of scores, written as they are scored, complete or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmlint.batch.cache import Cache
from pmlint.batch.checker import Checker
from pmlint.batch.columns import NO_WORDS, Column, score_columns
from pmlint.batch.journal import Journal, Written
from pmlint.batch.tables import Format, format_for
from pmlint.batch.workers import Run, score_alone, score_in_processes
from pmlint.config.settings import Settings
from pmlint.document import load
from pmlint.errors import PmlintError, ReadError


@dataclass(frozen=True)
class Outcome:
    """What became of a run.

    Attributes:
        documents: Rows in the table.
        resumed: Rows that an earlier run had left.
        failures: Path and reason of each document that could not be scored.
    """

    documents: int
    resumed: int
    failures: tuple[tuple[str, str], ...]


def score_files(
    paths: Sequence[str],
    output: Path,
    settings: Settings,
    *,
    workers: int = 1,
    cache: Cache | None = None,
    progress: Callable[[int], object] = lambda count: None,
) -> Outcome:
    """Writes a table with a row for each file, in order.

    A run that was killed is gone on with by the next one with the same output: what it had scored is taken
    over, unless the file, the settings or pmlint have changed.

    Args:
        paths: The files.
        output: The table; its suffix tells its format.
        settings: The settings in force.
        workers: How many processes.
        cache: Where results are kept between runs, or ``None``.
        progress: Called with how many more documents are done.

    Raises:
        PmlintError: The output cannot be written, or something is unfit for every document.
    """
    format = format_for(output, len(paths))
    columns = (Column("path", "text"), *score_columns())
    journal = Journal(output)
    run = Run(settings, cache, journal, progress)
    try:
        before = journal.parts()
        kept = _still_valid(journal.written(before), paths, settings)
        todo = [path for path in paths if path not in kept]
        progress(len(kept))
        if todo and workers > 1:
            score_in_processes(todo, run, min(workers, len(todo)))
        elif todo:
            score_alone(todo, run)
        places = kept | journal.written(journal.parts() - before)
        failures = _write_table(paths, places, journal, output, format, columns)
    except BaseException:
        journal.close()
        raise
    journal.remove()
    return Outcome(len(paths), len(kept), failures)


def _still_valid(written: dict[str, Written], paths: Sequence[str], settings: Settings) -> dict[str, Written]:
    """The rows of an earlier run that this run would write as they are."""
    checker = Checker(settings)
    kept = {}
    for path in paths:
        if path in written:
            try:
                key = checker.key(load(path, max_bytes=settings.max_file_size))
            except ReadError:
                continue
            if key == written[path].key:
                kept[path] = written[path]
    return kept


def _write_table(
    paths: Sequence[str],
    places: dict[str, Written],
    journal: Journal,
    output: Path,
    format: Format,
    columns: Sequence[Column],
) -> tuple[tuple[str, str], ...]:
    """Writes the table beside its place and moves it there; the failures in it."""
    failures = []
    # The suffix stays the last one: some libraries go by it.
    half = journal.folder / f"table{output.suffix}"
    try:
        with format(half, columns) as table:
            for path in paths:
                row = journal.row(places[path])
                error = row.get("error")
                if error and error != NO_WORDS:
                    failures.append((path, error))
                if row.get("date"):
                    row["date"] = dt.date.fromisoformat(row["date"])
                table.write(row)
        half.replace(output)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise PmlintError(what, where=str(output), mend="choose another --output") from None
    return tuple(failures)
