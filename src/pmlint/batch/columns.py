"""The columns of the three tables: their names, their kinds, and what each row holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from pmlint.batch.prose import READABILITY
from pmlint.records import ActionItem, Category, Finding, Report
from pmlint.report.neutral import one_line

Kind = Literal["text", "number", "count", "flag", "day"]
Row = dict[str, Any]

SCORES = ("blameless", "accountable", "candid")
NO_TEXT = "no text"
"""The reason of a row whose text is missing."""
NO_WORDS = "no words"
"""The reason of a row whose text holds nothing to read."""

_COMMITMENTS = (
    "commitments",
    "commitments_complete",
    "commitments_missing_one",
    "commitments_missing_two",
    "commitments_missing_three",
    "commitments_without_owner",
    "commitments_without_deliverable",
    "commitments_without_date",
    "commitments_done",
)
_FLAGS = ("causes_section", "actions_section", "follow_up_planned", "says_blameless", "board")


class Column(NamedTuple):
    """A column: its name, and what its cells hold where they hold anything."""

    name: str
    kind: Kind


@cache
def score_columns() -> tuple[Column, ...]:
    """The columns of the table of scores, the same whatever the documents and the settings are."""
    scores = [f"{name}{end}" for name in SCORES for end in ("", "_low", "_high")]
    rates = [f"{name}_per_1000" for name in (*get_args(Category), *_codes())]
    return (
        Column("title", "text"),
        Column("date", "day"),
        *(Column(name, "number") for name in scores),
        Column("words", "count"),
        Column("language", "text"),
        Column("findings", "count"),
        *(Column(name, "number") for name in rates),
        *(Column(name, "count") for name in _COMMITMENTS),
        Column("timeline", "text"),
        Column("separated", "text"),
        *(Column(name, "flag") for name in _FLAGS),
        *(Column(name, "number") for name in READABILITY),
        Column("error", "text"),
    )


def score_row(report: Report, prose: Mapping[str, Any]) -> Row:
    """The row of a document in the table of scores.

    Args:
        report: What pmlint says about it.
        prose: What ``pmlint.batch.prose.measure`` says about it.
    """
    row: Row = {"date": report.date, "words": report.words, "findings": len(report.problems)}
    if report.scores is None:
        row["error"] = NO_WORDS
    else:
        for name in SCORES:
            low, high = report.scores.intervals.get(name, (None, None))
            row |= {name: getattr(report.scores, name), f"{name}_low": low, f"{name}_high": high}
        row |= _rates(report)
    facts = {name: report.facts.get(name) for name in ("timeline", "separated", *_FLAGS)}
    return {**row, **_commitments(report.action_items), **facts, **prose}


def failed_row(reason: str) -> Row:
    """The row of a document without scores: the reason alone."""
    return {"error": one_line(reason)}


FINDING_COLUMNS = (
    *(Column(name, "text") for name in ("rule", "name", "category", "subtype", "target", "severity")),
    Column("confidence", "number"),
    *(Column(name, "text") for name in ("message", "suggestion")),
    *(Column(name, "count") for name in ("start", "end", "line", "column", "end_line", "end_column")),
    Column("text", "text"),
    Column("praise", "flag"),
)
"""The columns of the table of findings, after ``id``."""

ACTION_COLUMNS = (
    Column("item", "text"),
    Column("text", "text"),
    *(Column(name, "count") for name in ("start", "end", "line")),
    *(Column(name, "text") for name in ("owner", "owner_kind", "deliverable")),
    Column("due", "day"),
    *(Column(name, "text") for name in ("due_text", "due_kind", "status", "ticket", "priority")),
    *(Column(name, "text") for name in ("owners", "missing")),
    Column("complete", "flag"),
    Column("date", "day"),
)
"""The columns of the table of commitments, after ``id``; ``date`` is that of the document."""


def finding_row(finding: Finding) -> Row:
    """The row of a finding."""
    return {column.name: getattr(finding, column.name) for column in FINDING_COLUMNS}


def action_row(item: ActionItem, report: Report) -> Row:
    """The row of a commitment.

    Args:
        item: The commitment.
        report: The report it stands in.
    """
    own = {column.name: getattr(item, column.name, None) for column in ACTION_COLUMNS}
    return own | {
        "item": item.id,
        "owners": ", ".join(item.owners),
        "missing": ", ".join(item.missing),
        "complete": not item.missing,
        "date": report.date,
    }


@cache
def _codes() -> tuple[str, ...]:
    from pmlint.rules.registry import cards

    return tuple(card.code for card in cards())


def _rates(report: Report) -> Row:
    """Findings for each thousand words; good signs count under their rule and under no category."""
    categories = Counter(finding.category for finding in report.problems)
    rules = Counter(finding.rule for finding in report.findings)
    counts = {name: categories[name] for name in get_args(Category)} | {
        code: rules[code] for code in _codes()
    }
    return {f"{name}_per_1000": round(1000 * count / report.words, 3) for name, count in counts.items()}


def _commitments(items: Sequence[ActionItem]) -> Row:
    lacks = [item.missing for item in items]
    sizes = Counter(len(missing) for missing in lacks)
    parts = Counter(part for missing in lacks for part in missing)
    counts = (
        len(items),
        *(sizes[number] for number in range(4)),
        *(parts[part] for part in ("owner", "deliverable", "date")),
        sum(item.status == "done" for item in items),
    )
    return dict(zip(_COMMITMENTS, counts, strict=True))
