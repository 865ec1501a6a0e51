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
Tells = Literal["act", "condition", "cause", "flagged"]
Level = Literal["good", "some", "little", "none"]

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
class Sentence:
    """A sentence that tells something worth weighing, or in which something was found.

    Attributes:
        text: The sentence, markup removed.
        start: First character in the file as read.
        end: One past the last character.
        line: Line of ``start``, 1-based.
        tells: ``"act"``: what somebody did or decided; ``"condition"``: what they believed, were told or
            worked under when they did; ``"cause"``: why it happened; ``"flagged"``: a finding starts in it.
    """

    text: str
    start: int
    end: int
    line: int
    tells: tuple[Tells, ...]


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
        sentences: Those that tell something, in the order of the text: what a scorecard is made from.
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
    sentences: tuple[Sentence, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Support:
    """A sentence that speaks for or against a trait.

    Attributes:
        text: The sentence.
        start: First character in the file as read.
        end: One past the last character.
        line: Line of ``start``, 1-based.
        speaks_for: Whether it is an example of the trait, or of its absence.
    """

    text: str
    start: int
    end: int
    line: int
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Trait:
    """One line of a scorecard.

    Attributes:
        name: Short name, such as ``"counterfactuals"``.
        title: What a good account shows.
        level: ``"good"``, ``"some"`` or ``"little"`` evidence of it; ``"none"`` where it does not apply.
        because: What the level was read from, in one line.
        support: The sentences that speak for and against it, those that count most first.
        change: The one change that would help most; ``None`` at the top level.
        line: Where to make it, or ``None`` for the document as a whole.
    """

    name: str
    title: str
    level: Level
    because: str
    support: tuple[Support, ...] = ()
    change: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How far one document shows the traits of a good account, each with its reasons.

    Attributes:
        path: The document's path as given, or ``None`` for a text.
        traits: Always the same six, in the same order.
    """

    path: str | None
    traits: tuple[Trait, ...]

    @property
    def first(self) -> Trait | None:
        """The trait to start with, of least evidence and most against it; ``None`` if all are good."""
        for level in ("little", "some"):
            weak = [trait for trait in self.traits if trait.level == level]
            if weak:
                return max(weak, key=lambda trait: sum(not support.speaks_for for support in trait.support))
        return None

    def to_dict(self) -> dict[str, Any]:
        """The card as plain data."""
        from pmlint.report.scorecard import scorecard_to_dict

        return scorecard_to_dict(self)
