"""From documents to rows of the table of scores."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pmlint.batch.cache import Cache
from pmlint.batch.checker import Checked, Checker
from pmlint.batch.columns import Row, failed_row, score_row
from pmlint.batch.keys import prose_key
from pmlint.batch.prose import measure
from pmlint.config.settings import Settings
from pmlint.document import Document, Source
from pmlint.errors import PmlintError
from pmlint.records import Report

_HINT = "the fault is pmlint's, not the text's"

ONE_AT_A_TIME = threading.Lock()
"""Parsers hold state: threads of one process, as Dask may use them, take turns."""


@dataclass(frozen=True)
class Scored:
    """A document's row.

    Attributes:
        source: The document.
        row: Its row; ``error`` is set where it has no scores.
        report: What pmlint says about it; ``None`` where it failed.
    """

    source: Source
    row: Row
    report: Report | None = None

    @property
    def failed(self) -> bool:
        """Whether something went wrong (a text without words is in order)."""
        return self.report is None


class Scorer:
    """Scores documents under the same settings.

    Args:
        settings: The settings in force.
        cache: Where results are kept between runs, or ``None``.
    """

    def __init__(self, settings: Settings, cache: Cache | None = None) -> None:
        self.checker = Checker(settings, cache)
        self.cache = cache

    def score(self, sources: Iterable[Source]) -> Iterator[Scored]:
        """The row of each document, in order, as soon as it is there.

        Args:
            sources: The documents; read as they are needed.

        Raises:
            PmlintError: Something is unfit for every document, or textstat is not installed.
        """
        for checked in self.checker.check(sources):
            yield self._scored(checked)

    def _scored(self, checked: Checked) -> Scored:
        source, report = checked.source, checked.report
        if report is None:
            return Scored(source, failed_row(reason_of(checked.error)))
        if report.failures:
            # Half a report must not be taken for a whole one.
            return Scored(source, failed_row(report.failures[0]))
        try:
            prose = self._prose(source, checked.document)
        except PmlintError:
            raise
        except Exception as error:
            return Scored(source, failed_row(reason_of(error)))
        return Scored(source, score_row(report, prose), report)

    def _prose(self, source: Source, document: Document | None) -> dict[str, Any]:
        key = prose_key(source) if self.cache else ""
        stored = self.cache.get(key) if self.cache else None
        if isinstance(stored, dict):
            return stored
        found = measure(document or source.document())
        if self.cache:
            self.cache.put(key, found)
        return found


def reason_of(error: Exception | None) -> str:
    """One line on what went wrong with a document, without its path."""
    if isinstance(error, PmlintError):
        return f"{error.what}; {error.mend}" if error.mend else error.what
    return f"internal error: {type(error).__name__}: {error}; {_HINT}"
