"""Frozen records that every step passes on: the vocabulary of the package."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA_VERSION = 1

Severity = Literal["error", "warning", "info"]
Category = Literal["blame", "diffuse", "action", "structure", "candor"]
Target = Literal["person", "role", "team", "external", "generic", "self"]
OwnerKind = Literal["named", "role", "team", "none"]
Deliverable = Literal["concrete", "vague"]
DueKind = Literal["date", "vague", "none"]
Status = Literal["open", "done"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""Severities from mild to grave."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a facilitator would stop at, with the exact words it is about.

    Attributes:
        rule: Code of the rule, such as ``"PM101"``.
        name: Name of the rule in kebab case.
        category: Family of the rule.
        subtype: Finer kind, such as ``"fault"`` or ``"unheard"``; ``None`` where a rule has none.
        target: Who carries the blame, for findings of category ``"blame"``.
        severity: ``"error"``, ``"warning"`` or ``"info"`` (praise is ``"info"``).
        confidence: How sure the rule is, 0 to 1.
        message: One line in plain words.
        suggestion: The question a facilitator would ask, or what to write instead.
        start: First character in the file as read (Unicode code points, 0-based).
        end: One past the last character.
        line: Line of ``start``, 1-based.
        column: Column of ``start``, 1-based.
        end_line: Line of ``end``, 1-based.
        end_column: Column of ``end``, 1-based.
        text: The flagged words.
        praise: Whether this is a good sign, never counted against the document.
    """

    rule: str
    name: str
    category: Category
    subtype: str | None
    target: Target | None
    severity: Severity
    confidence: float
    message: str
    suggestion: str | None
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    praise: bool = False


@dataclass(frozen=True, slots=True)
class ActionItem:
    """A commitment: future (or finished) work in answer to what happened.

    Attributes:
        id: Stable across edits elsewhere in the document.
        text: The item as written, markup removed.
        start: First character in the file as read.
        end: One past the last character.
        line: Line of ``start``, 1-based.
        owner: Who is named as owner, or ``None``.
        owner_kind: ``"named"``, ``"role"``, ``"team"`` or ``"none"``.
        deliverable: ``"concrete"`` when its existence can be checked, else ``"vague"``.
        due: Due date resolved against the document's date, or ``None``.
        due_text: The words that give the due date, or ``None``.
        due_kind: ``"date"``, ``"vague"`` or ``"none"``.
        status: ``"open"`` or ``"done"``.
        ticket: Ticket reference or URL, or ``None``.
        priority: Priority as written, or ``None``.
        owners: Every owner named, in order (one entry for a single owner).
    """

    id: str
    text: str
    start: int
    end: int
    line: int
    owner: str | None
    owner_kind: OwnerKind
    deliverable: Deliverable
    due: dt.date | None
    due_text: str | None
    due_kind: DueKind
    status: Status
    ticket: str | None = None
    priority: str | None = None
    owners: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of ``"owner"``, ``"deliverable"`` and ``"date"`` the item lacks, in this order.

        An owner is there when one person or one role is named; a team is nobody in particular.
        """
        lacks = []
        if self.owner_kind not in ("named", "role"):
            lacks.append("owner")
        if self.deliverable != "concrete":
            lacks.append("deliverable")
        if self.due_kind != "date":
            lacks.append("date")
        return tuple(lacks)


@dataclass(frozen=True, slots=True)
class Moved:
    """A sentence that moved a score.

    Attributes:
        score: ``"blameless"``, ``"accountable"`` or ``"candid"``.
        points: By how many points the score is higher (or, below 0, lower) than without the sentence.
        start: First character of the sentence in the file as read.
        end: One past the last character.
    """

    score: str
    points: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Three scores of a document, each 0 to 100 (higher is better).

    Attributes:
        blameless: Whether causes lie in the system rather than in people.
        accountable: Whether commitments have an owner, a deliverable and a date.
        candid: Whether one can follow what was decided, by whom and why.
        intervals: The 80 % interval of each score by its name; empty where the rules alone gave the scores.
        moved: The sentences that moved the scores most, those of one score together.
    """

    blameless: float
    accountable: float
    candid: float
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What pmlint says about one document.

    Attributes:
        path: The document's path as given, or ``None`` for a text.
        findings: In the order of the text.
        action_items: In the order of the text.
        scores: ``None`` for a document without words.
        words: Words of prose, code and quotations left out.
        date: The document's own date where it states one.
        facts: Structural facts by name (``"timeline"``: ``"none"`` | ``"partial"`` | ``"full"`` …).
        notices: Lines about how the file was read (such as its encoding), not about its content.
        failures: Rules that broke on this document, a line each; the other rules still count.
    """

    path: str | None
    findings: tuple[Finding, ...]
    action_items: tuple[ActionItem, ...]
    scores: Scores | None
    words: int = 0
    date: dt.date | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[Finding, ...]:
        """The findings that are not praise."""
        return tuple(f for f in self.findings if not f.praise)

    @property
    def praise(self) -> tuple[Finding, ...]:
        """The findings that are good signs."""
        return tuple(f for f in self.findings if f.praise)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, in the field names of the JSON interface."""
        from pmlint.report.json import report_to_dict

        return report_to_dict(self)
