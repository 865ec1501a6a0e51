"""Checking a text or a file in one call."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace

from pmlint.config.settings import Settings
from pmlint.errors import RuleError
from pmlint.records import Report, Scorecard


def check(
    text: str, *, format: str = "markdown", date: dt.date | None = None, settings: Settings | None = None
) -> Report:
    """What pmlint says about a text.

    Args:
        text: The post-mortem; half of a surrogate pair in it is read as U+FFFD.
        format: ``"markdown"``, ``"text"``, ``"rst"`` or ``"html"``.
        date: The day that "by Friday" is counted from; ``None`` takes the date the text states.
        settings: Settings in force; ``None`` takes the defaults (no configuration file is looked for).

    Returns:
        The report; offsets of its findings are offsets into ``text``.

    Raises:
        ReadError: The format is not known.
        PipelineError: The spaCy pipeline of the settings is missing or unfit.
        RuleError: A rule broke on this text.

    Example:
        >>> report = check("We will improve our communication.")
        >>> report.action_items[0].missing
        ('owner', 'deliverable', 'date')
    """
    from pmlint.checking import check_document
    from pmlint.document import parse

    settings = settings or Settings()
    if date is not None:
        settings = replace(settings, date=date)
    return unbroken(check_document(parse(text, format=format), settings))


def check_file(
    path: str | os.PathLike[str], *, date: dt.date | None = None, settings: Settings | None = None
) -> Report:
    """What pmlint says about a file; its suffix gives its format.

    Args:
        path: A Markdown, plain text, reStructuredText, HTML or Word file.
        date: The day that "by Friday" is counted from; ``None`` takes the date the document states.
        settings: Settings in force; ``None`` takes the defaults. ``pmlint.load_settings`` reads a
            configuration file.

    Returns:
        The report; offsets of its findings are offsets into the decoded file (for Word documents, into the
        extracted text).

    Raises:
        ReadError: The file is missing, unreadable, too large or no document.
        PipelineError: The spaCy pipeline of the settings is missing or unfit.
        RuleError: A rule broke on this document.
    """
    from pmlint.checking import check_document
    from pmlint.document import read

    settings = settings or Settings()
    if date is not None:
        settings = replace(settings, date=date)
    return unbroken(check_document(read(path, max_bytes=settings.max_file_size), settings))


def scorecard(report_or_text: Report | str) -> Scorecard:
    """How far a document shows the traits of a good account, with its sentences and what to change.

    Args:
        report_or_text: A report of ``check`` or ``check_file``, or the text of a post-mortem in Markdown.

    Returns:
        A card in the shape of the Learning Response Review and Improvement Tool of health services; its
        levels are pmlint's own reading.

    Raises:
        PipelineError: The spaCy pipeline is missing or unfit.
        RuleError: A rule broke on this text.

    Example:
        >>> card = scorecard("The release failed because the check was too strict for empty files.")
        >>> card.traits[0].level
        'good'
    """
    from pmlint.traits import card_of

    return card_of(check(report_or_text) if isinstance(report_or_text, str) else report_or_text)


def unbroken(report: Report) -> Report:
    """The report, if every rule did its work.

    Raises:
        RuleError: A rule broke.
    """
    # The command line goes on without a broken rule; a program must not take half a report for a whole one.
    if report.failures:
        raise RuleError(report.failures[0], where=report.path)
    return report
