"""From paths to reports; what goes wrong with one file stops no other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pmlint.cli.output import complain, complain_of_crash
from pmlint.errors import PmlintError, ReadError

if TYPE_CHECKING:
    from pmlint.batch.cache import Cache
    from pmlint.config import Settings
    from pmlint.document import Document, Source
    from pmlint.records import Report

STDIN = "-"
_AT_ONCE = 32


class Intake:
    """Reads and checks documents, and keeps a list of what could not be read or checked.

    Args:
        settings: The settings in force.
        stdin_name: Name for what comes in on standard input.
        cache: Where reports are kept between runs, or ``None``.

    Attributes:
        errors: Path and reason of each failure, in the order of their occurrence.
    """

    def __init__(self, settings: Settings, stdin_name: str | None = None, cache: Cache | None = None) -> None:
        self.settings = settings
        self.stdin_name = stdin_name
        self.cache = cache
        self.errors: list[tuple[str, str]] = []

    def reports(self, paths: Sequence[str]) -> Iterator[tuple[Report, str]]:
        """The report of each document that paths stand for, with the text it is about.

        Raises:
            PipelineError: The spaCy pipeline of the settings is missing or unfit.
            RuleError: A rule cannot be loaded.
        """
        from pmlint.batch.checker import Checker

        for checked in Checker(self.settings, self.cache).check(self._sources(paths)):
            path = checked.source.path or STDIN
            if checked.report is None:
                self._excuse(path, checked.error)
                continue
            for failure in checked.report.failures:
                self._fail(path, failure)
            yield checked.report, checked.text

    def checked(
        self, paths: Sequence[str], *, leave_out: Callable[[Document], bool] | None = None
    ) -> Iterator[tuple[Document, Report]]:
        """Each document that paths stand for, with its report.

        Args:
            paths: Files and folders.
            leave_out: Says of a document whether it is to be passed over unchecked.

        Raises:
            PipelineError: The spaCy pipeline of the settings is missing or unfit.
            RuleError: A rule cannot be loaded.
        """
        documents = (d for d in self.documents(paths) if not (leave_out and leave_out(d)))
        while some := list(islice(documents, _AT_ONCE)):
            for document, report in zip(some, self._check(some)):
                if report is None:
                    continue
                for failure in report.failures:
                    self._fail(report.path or STDIN, failure)
                yield document, report

    def documents(self, paths: Sequence[str]) -> Iterator[Document]:
        """The documents that paths stand for, one after the other."""
        for source in self._sources(paths):
            try:
                yield source.document()
            except Exception as error:
                self._excuse(source.path or STDIN, error)

    def _check(self, documents: list[Document]) -> list[Report | None]:
        from pmlint.checking import check_documents

        try:
            return list(check_documents(documents, self.settings))
        except PmlintError:  # the pipeline, a model or a rule is unfit for every document
            raise
        except Exception:
            # Together they share the parser's batches; one by one they show which of them is the cause.
            return [self._check_alone(document) for document in documents]

    def _check_alone(self, document: Document) -> Report | None:
        from pmlint.checking import check_document

        try:
            return check_document(document, self.settings)
        except PmlintError:
            raise
        except Exception as error:
            self._excuse(document.path or STDIN, error)
        return None

    def _sources(self, paths: Sequence[str]) -> Iterator[Source]:
        from pmlint.document import find_files

        found, errors = find_files(
            paths, exclude=self.settings.exclude, respect_gitignore=self.settings.respect_gitignore
        )
        for error in errors:
            self._refuse(error.where or "", error)
        if not found and not errors:
            complain(f"no documents in {', '.join(paths)}")
        for path in found:
            try:
                yield self._load(path)
            except Exception as error:
                self._excuse(path, error)

    def _load(self, path: str) -> Source:
        from pmlint.document import load

        limit = self.settings.max_file_size
        if path != STDIN:
            return load(path, max_bytes=limit)
        data = sys.stdin.buffer.read(limit + 1)
        if self.stdin_name:
            return load(self.stdin_name, max_bytes=limit, text_from_stdin=data)
        return load(STDIN, max_bytes=limit, text_from_stdin=data, format="markdown")

    def _excuse(self, path: str, error: Exception | None) -> None:
        if isinstance(error, PmlintError):
            self._refuse(path, error)
        elif error is not None:
            self.errors.append((path, complain_of_crash(path, error)))

    def _refuse(self, path: str, error: PmlintError) -> None:
        mend = error.mend
        if isinstance(error, ReadError) and error.what.startswith("no such file"):
            mend = _near(path) or mend
        self._fail(path, f"{error.what}; {mend}" if mend else error.what)

    def _fail(self, path: str, reason: str) -> None:
        self.errors.append((path, reason))
        complain(f"{path}: {reason}")


def _near(path: str) -> str | None:
    """The sibling whose name is nearest to a path that does not exist."""
    folder = Path(path).parent
    if not folder.is_dir():
        return None
    siblings = [sibling.name for sibling in islice(folder.iterdir(), 1000)]
    close = get_close_matches(Path(path).name, siblings, 1, cutoff=0.75)
    return f"did you mean '{close[0]}'?" if close else None
