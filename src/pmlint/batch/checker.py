"""Checks documents one after the other: what is known is not computed again, what fails stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pmlint.batch.cache import Cache
from pmlint.batch.keys import report_key, settings_key
from pmlint.batch.stored import from_stored, to_stored, without_notice
from pmlint.config.settings import Settings
from pmlint.document import Document, Source, TextSource
from pmlint.errors import PmlintError, ReadError
from pmlint.records import Report

_AT_ONCE = 32


@dataclass(frozen=True)
class Checked:
    """What became of a document.

    Attributes:
        source: The document as it was given.
        report: What pmlint says about it; ``None`` where it failed.
        document: The parsed document; ``None`` where it failed or nothing needed to be parsed.
        error: What went wrong.
    """

    source: Source
    report: Report | None = None
    document: Document | None = None
    error: Exception | None = None

    @property
    def text(self) -> str:
        """The text that the report's offsets point into."""
        if isinstance(self.source, TextSource):
            return self.source.text.removeprefix("\ufeff")
        return (self.document or self.source.document()).source


class Checker:
    """Checks documents under the same settings.

    Args:
        settings: The settings in force.
        cache: Where reports are kept between runs, or ``None``.
    """

    def __init__(self, settings: Settings, cache: Cache | None = None) -> None:
        self.settings = settings
        self.cache = cache
        self._base: str | None = None

    def key(self, source: Source) -> str:
        """The key under which a document's report is kept.

        Raises:
            ModelError: The model of the settings cannot be used.
        """
        if self._base is None:
            self._base = settings_key(self.settings)
        return report_key(source, self.settings, self._base)

    def check(self, sources: Iterable[Source]) -> Iterator[Checked]:
        """What became of each document, in order.

        Args:
            sources: The documents; read as they are needed, a handful at a time.

        Raises:
            PmlintError: Something is unfit for every document: the pipeline, the model, a rule.
        """
        waiting = iter(sources)
        while some := list(islice(waiting, _AT_ONCE)):
            known = [self._known(source) for source in some]
            fresh = self._fresh([source for source, old in zip(some, known) if old is None])
            for old in known:
                yield next(fresh) if old is None else old

    def _known(self, source: Source) -> Checked | None:
        if self.cache is None:
            return None
        key = self.key(source)
        stored = self.cache.get(key)
        if stored is None:
            return None
        try:
            return Checked(source, from_stored(stored, source))
        except ValueError:
            self.cache.forget(key)
            return None

    def _fresh(self, sources: Sequence[Source]) -> Iterator[Checked]:
        parsed = [_tried(source, source.document) for source in sources]
        good = [found.document for found in parsed if found.document is not None]
        reports = self._reports(good)
        for found in parsed:
            if found.document is None:
                yield found
                continue
            report = next(reports)
            if isinstance(report, Exception):
                yield Checked(found.source, error=report)
                continue
            self._keep(found.source, report)
            yield Checked(found.source, report, found.document)

    def _reports(self, documents: Sequence[Document]) -> Iterator[Report | Exception]:
        """The report of each document as soon as it is there, or what went wrong with it."""
        from pmlint import checking

        together = checking.check_documents(documents, self.settings)
        for done in range(len(documents)):
            try:
                report = next(together)
            except PmlintError:  # the pipeline or a rule is unfit for every document
                raise
            except Exception:
                # Together they share the parser's batches; one by one they show which of them is the cause.
                for document in documents[done:]:
                    yield self._alone(document)
                return
            yield report

    def _alone(self, document: Document) -> Report | Exception:
        from pmlint import checking

        try:
            return checking.check_document(document, self.settings)
        except PmlintError:  # the pipeline or a rule is unfit for every document
            raise
        except Exception as error:
            return error

    def _keep(self, source: Source, report: Report) -> None:
        # A report that lacks a rule's word is not the document's report.
        if self.cache is not None and not report.failures:
            self.cache.put(self.key(source), to_stored(without_notice(report, source)))


def _tried(source: Source, parse: Callable[[], Document]) -> Checked:
    try:
        return Checked(source, document=parse())
    except ReadError as error:
        return Checked(source, error=error)
    except PmlintError:
        raise
    except Exception as error:
        return Checked(source, error=error)
