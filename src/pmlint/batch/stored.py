"""Reports as plain data that give the same reports back; the command line's JSON rounds, this does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace
from typing import Any

from pmlint.document import Source
from pmlint.records import ActionItem, Finding, Moved, Report, Scores, Sentence


def to_stored(report: Report) -> dict[str, Any]:
    """A report as plain data, without what belongs to the file rather than to its content.

    Args:
        report: A report that no rule failed in.
    """
    data = asdict(report)
    data["date"] = _day(report.date)
    for item in data["action_items"]:
        item["due"] = _day(item["due"])
    return {name: data[name] for name in data if name not in ("path", "failures")}


def from_stored(data: Any, source: Source) -> Report:
    """The report that ``to_stored`` was given, now of this source.

    Args:
        data: What was stored.
        source: The document that it was found by.

    Raises:
        ValueError: It is nothing that ``to_stored`` gives.
    """
    try:
        return Report(
            path=source.path,
            findings=tuple(Finding(**finding) for finding in data["findings"]),
            action_items=tuple(_item(item) for item in data["action_items"]),
            scores=_scores(data["scores"]),
            words=int(data["words"]),
            date=_date(data["date"]),
            facts=dict(data["facts"]),
            notices=_notices(data["notices"], source),
            sentences=tuple(Sentence(**{**s, "tells": tuple(s["tells"])}) for s in data["sentences"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no stored report: {error}") from error


def without_notice(report: Report, source: Source) -> Report:
    """The report without the notice on how the file was decoded, which another file may not share."""
    return replace(report, notices=tuple(n for n in report.notices if n != source.notice))


def _notices(stored: list[str], source: Source) -> tuple[str, ...]:
    return ((source.notice,) if source.notice else ()) + tuple(stored)


def _item(data: dict[str, Any]) -> ActionItem:
    return ActionItem(**{**data, "due": _date(data["due"]), "owners": tuple(data["owners"])})


def _scores(data: dict[str, Any] | None) -> Scores | None:
    if data is None:
        return None
    intervals = {name: (low, high) for name, (low, high) in data["intervals"].items()}
    return Scores(**{**data, "intervals": intervals, "moved": tuple(Moved(**m) for m in data["moved"])})


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
