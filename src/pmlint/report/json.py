"""Reports as JSON: the versioned interface to other programs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pmlint._version import __version__
from pmlint.records import SCHEMA_VERSION, ActionItem, Finding, Report, Scores


def to_json(reports: Iterable[Report], errors: Iterable[tuple[str, str]] = ()) -> str:
    """One JSON object for a whole run, ending in a line end.

    Everything outside ASCII is escaped: the text is the same in every encoding, and nothing in a document
    can act on the terminal that shows it.

    Args:
        reports: In the order of the command line.
        errors: Path and reason of each file that could not be checked.
    """
    data = {
        "schema_version": SCHEMA_VERSION,
        "pmlint_version": __version__,
        "files": [report_to_dict(report) for report in reports],
        "errors": [{"path": path, "message": message} for path, message in errors],
    }
    return json.dumps(data, indent=2) + "\n"


def report_to_dict(report: Report) -> dict[str, Any]:
    """A report as plain data, findings and items in the order of the text."""
    return {
        "path": report.path,
        "scores": _scores(report.scores),
        "findings": [_finding(f) for f in sorted(report.findings, key=lambda f: (f.start, f.end, f.rule))],
        "action_items": [item_to_dict(item) for item in sorted(report.action_items, key=lambda i: i.start)],
        "words": report.words,
        "date": _plain(report.date),
        "facts": _plain(report.facts),
        "notices": list(report.notices),
    }


def _scores(scores: Scores | None) -> dict[str, Any]:
    names = ("blameless", "accountable", "candid")
    if scores is None:
        return dict.fromkeys(names)
    return {
        **{name: round(getattr(scores, name), 1) for name in names},
        "intervals": {name: list(bounds) for name, bounds in scores.intervals.items()},
        "moved": [
            {"score": m.score, "points": m.points, "start": m.start, "end": m.end} for m in scores.moved
        ],
    }


def item_to_dict(item: ActionItem) -> dict[str, Any]:
    """A commitment as plain data."""
    return {
        "id": item.id,
        "text": item.text,
        "start": item.start,
        "end": item.end,
        "line": item.line,
        "owner": item.owner,
        "owner_kind": item.owner_kind,
        "deliverable": item.deliverable,
        "due": _plain(item.due),
        "due_text": item.due_text,
        "due_kind": item.due_kind,
        "status": item.status,
        "ticket": item.ticket,
        "missing": list(item.missing),
        "priority": item.priority,
        "owners": list(item.owners),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "category": finding.category,
        "subtype": finding.subtype,
        "target": finding.target,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 3),
        "message": finding.message,
        "suggestion": finding.suggestion,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.text,
        "praise": finding.praise,
    }


def _plain(value: object) -> Any:
    """The value in types that JSON has."""
    match value:
        case dt.date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(inner) for key, inner in value.items()}
        case str():
            return value
        case Sequence() | set() | frozenset():
            return [_plain(inner) for inner in value]
    return value
