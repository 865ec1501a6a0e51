"""What a rule is given and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pmlint.document.model import Document
from pmlint.language.phrases import Trigger
from pmlint.language.place import Place
from pmlint.records import ActionItem, Finding, Severity, Target
from pmlint.rules.cards import Card

if TYPE_CHECKING:
    from pmlint.config.settings import Settings


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding before it knows its rule and its lines.

    Attributes:
        start: First character: in the sentence for rules on sentences, in the source for the others.
        end: One past the last character.
        args: Values for the placeholders of the card's message and suggestion.
        subtype: Finer kind; ``None`` takes the card's.
        target: Who is blamed, for blame.
        confidence: 0 to 1; ``None`` takes the card's.
        severity: ``None`` takes the card's.
        suggestion: ``None`` takes the card's.
        message: ``None`` takes the card's.
    """

    start: int
    end: int
    args: Mapping[str, Any] = field(default_factory=dict)
    subtype: str | None = None
    target: Target | None = None
    confidence: float | None = None
    severity: Severity | None = None
    suggestion: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class Draft:
    """A document with what was found in it so far: what rules on items and on documents see.

    Attributes:
        document: The document.
        places: Its sentences with their neighbours, quoted and template blocks left out.
        items: Its action items.
        settings: The settings in force.
        findings: Findings so far, suppressed ones included, for rules that build on others.
    """

    document: Document
    places: tuple[Place, ...]
    items: tuple[ActionItem, ...]
    settings: Settings
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A card with its code.

    Attributes:
        card: The card.
        trigger: For rules on sentences: ``find`` is only asked where this pattern is found in the sentence.
        find: Yields hits for a ``Place`` (phrase, pattern, grammar), an ``(ActionItem, Draft)`` (item) or a
            ``Draft`` (document).
    """

    card: Card
    find: Callable[..., Iterable[Hit]]
    trigger: Trigger | None = None
