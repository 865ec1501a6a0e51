"""Findings and items made by hand."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from pmlint.records import ActionItem, Finding, Report, Scores


@pytest.fixture
def finding():
    """Makes the finding on the first place where ``words`` occur in ``source``."""

    def make(source, words, **changes):
        start = source.index(words)
        end = start + len(words)

        def position(offset):
            lines = re.split(r"\r\n|\r|\n", source[:offset])
            return len(lines), len(lines[-1]) + 1

        (line, column), (end_line, end_column) = position(start), position(end)
        given = {
            "rule": "PM101",
            "name": "named-fault",
            "category": "blame",
            "subtype": "fault",
            "target": "role",
            "severity": "error",
            "confidence": 0.8,
            "message": "puts the fault on the porter",
            "suggestion": "What made the door look locked?",
            **changes,
        }
        return Finding(
            **{"praise": False, **given},
            start=start,
            end=end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            text=words,
        )

    return make


@pytest.fixture
def item():
    """Makes a complete commitment, but for ``changes``."""

    def make(**changes):
        given = {
            "id": "a1",
            "text": "Fit an interlock on pump 3",
            "start": 3,
            "end": 29,
            "line": 14,
            "owner": "Ngozi Eze",
            "owner_kind": "named",
            "deliverable": "concrete",
            "due": dt.date(2025, 5, 12),
            "due_text": "12 May",
            "due_kind": "date",
            "status": "open",
        }
        return ActionItem(**{**given, **changes})

    return make


@pytest.fixture
def report():
    """Makes a report on ``"ward.md"``."""

    def make(*findings, **changes):
        given = {
            "path": "ward.md",
            "findings": findings,
            "action_items": (),
            "scores": Scores(62.4, 40.0, 71.0),
            "words": 120,
        }
        return Report(**{**given, **changes})

    return make
