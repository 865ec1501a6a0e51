"""The data behind the charts: what is counted, and nothing of who was named."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from pmlint.records import ActionItem, Finding, Report
from pmlint.report.neutral import one_line
from pmlint.report.page.entry import Entry

SCORES = ("blameless", "accountable", "candid")
MOST_SENTENCES = 2
_LONGEST = 180  # characters of a sentence beside a dot
_GRAVITY = {"error": 2, "warning": 1, "info": 0}


def chart_data(entries: Sequence[Entry], as_of: dt.date) -> dict[str, Any]:
    """Everything that the charts draw, as plain data.

    Owners of commitments and people in the text are left out on purpose: nothing on the page can be added up
    by person.

    Args:
        entries: The documents, in the order of the page.
        as_of: The day that ages and overdue dates are counted to.
    """
    rules = {f.rule: {"name": f.name, "category": f.category} for e in entries for f in e.report.findings}
    return {
        "asOf": as_of.isoformat(),
        "rules": dict(sorted(rules.items())),
        "documents": [_document(number, entry) for number, entry in enumerate(entries, 1)],
    }


def _document(number: int, entry: Entry) -> dict[str, Any]:
    report = entry.report
    return {
        "id": f"d{number}",
        "title": one_line(entry.title),
        "date": report.date.isoformat() if report.date else None,
        "labels": [one_line(label.shown) for label in entry.labels],
        "words": report.words,
        "scores": _scores(report),
        "rules": dict(Counter(f.rule for f in report.problems)),
        "points": _points(report),
        "strong": strongest(entry),
        "items": [_item(item) for item in report.action_items],
    }


def _scores(report: Report) -> dict[str, list[float | None]] | None:
    if report.scores is None:
        return None
    result: dict[str, list[float | None]] = {}
    for name in SCORES:
        low, high = report.scores.intervals.get(name, (None, None))
        result[name] = [getattr(report.scores, name), low, high]
    return result


def _points(report: Report) -> dict[str, float]:
    """Points that sentences cost, laid to the rules that found something in them."""
    cost: defaultdict[str, float] = defaultdict(float)
    for moved in report.scores.moved if report.scores else ():
        here = sorted({f.rule for f in _starting(report.problems, moved.start, moved.end)})
        for rule in here if moved.points < 0 else ():
            cost[rule] += moved.points / len(here)
    return {rule: round(points, 2) for rule, points in sorted(cost.items())}


def strongest(entry: Entry) -> list[str]:
    """The sentences that say most about a document's scores, the strongest first.

    Those that moved the scores where a model says so, else those in which the gravest findings stand.
    """
    report = entry.report
    moved = sorted(report.scores.moved, key=lambda m: -abs(m.points)) if report.scores else []
    ranges = [(m.start, m.end) for m in moved]
    if not ranges:
        grave = sorted(report.findings, key=lambda f: (-_GRAVITY[f.severity], -f.confidence, f.start))
        ranges = [(f.start, f.end) for f in grave if f.category in ("blame", "diffuse", "candor")]
    found: dict[str, None] = {}
    for start, end in ranges:
        whole = next((s.text for s in report.sentences if s.start <= start < s.end), entry.source[start:end])
        found.setdefault(_short(whole))
        if len(found) == MOST_SENTENCES:
            break
    return list(found)


def _item(item: ActionItem) -> dict[str, Any]:
    return {
        "missing": list(item.missing),
        "due": item.due.isoformat() if item.due else None,
        "done": item.status == "done",
    }


def _starting(findings: Iterable[Finding], start: int, end: int) -> list[Finding]:
    return [f for f in findings if start <= f.start < end]


def _short(text: str) -> str:
    line = one_line(text).lstrip("#*->| ")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
