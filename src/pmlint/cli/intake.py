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
    from pmlint.config import Settings
    from pmlint.document import Document
    from pmlint.records import Report

STDIN = "-"
_AT_ONCE = 32


class Intake:
    """Reads and checks documents, and keeps a list of what could not be read or checked.

    Args:
        settings: The settings in force.
        stdin_name: Name for what comes in on standard input.

    Attributes:
        errors: Path and reason of each failure, in the order of their occurrence.
    """

    def __init__(self, settings: Settings, stdin_name: str | None = None) -> None:
        self.settings = settings
        self.stdin_name = stdin_name
        self.errors: list[tuple[str, str]] = []

    def reports(self, paths: Sequence[str]) -> Iterator[tuple[Report, str]]:
        """The report of each document that paths stand for, with the text it is about.

        Raises:
            PipelineError: The spaCy pipeline of the settings is missing or unfit.
            RuleError: A rule cannot be loaded.
        """
        return ((report, document.source) for document, report in self.checked(paths))

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
        from pmlint.document import find_files

        found, errors = find_files(
            paths, exclude=self.settings.exclude, respect_gitignore=self.settings.respect_gitignore
        )
        for error in errors:
            self._refuse(error.where or "", error)
        if not found and not errors:
            complain(f"no documents in {', '.join(paths)}")
        for path in found:
            document = self._read(path)
            if document is not None:
                yield document

    def _read(self, path: str) -> Document | None:
        from pmlint.document import read

        limit = self.settings.max_file_size
        try:
            if path != STDIN:
                return read(path, max_bytes=limit)
            data = sys.stdin.buffer.read(limit + 1)
            if self.stdin_name:
                return read(self.stdin_name, max_bytes=limit, text_from_stdin=data)
            return read(STDIN, max_bytes=limit, text_from_stdin=data, format="markdown")
        except PmlintError as error:
            self._refuse(path, error)
        except Exception as error:
            self.errors.append((path, complain_of_crash(path, error)))
        return None

    def _check(self, documents: list[Document]) -> list[Report | None]:
        from pmlint.checking import check_documents

        try:
            return list(check_documents(documents, self.settings))
        except PmlintError:  # the pipeline or a rule is unfit for every document
            raise
        except Exception:
            # Together they share the parser's batches; one by one they show which of them is the cause.
            return [self._check_alone(document) for document in documents]

    def _check_alone(self, document: Document) -> Report | None:
        from pmlint.checking import check_document

        path = document.path or STDIN
        try:
            return check_document(document, self.settings)
        except PmlintError:  # the pipeline or a rule is unfit for every document
            raise
        except Exception as error:
            self.errors.append((path, complain_of_crash(path, error)))
        return None

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
