"""From hits to findings: lines and columns, suppression and overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pmlint.config.selectors import exactness
from pmlint.document.model import Document, Suppression
from pmlint.language.place import Place
from pmlint.records import SEVERITIES, Finding
from pmlint.rules.base import Hit
from pmlint.rules.cards import Card

if TYPE_CHECKING:
    from pmlint.config.settings import Settings


def finding_at(card: Card, hit: Hit, place: Place) -> Finding:
    """The finding of a rule on sentences; ``hit`` is in offsets of the sentence."""
    start, end = place.document.source_range(place.sentence, hit.start, hit.end)
    return _finding(card, hit, place.document, start, end, place.text[hit.start : hit.end])


def finding_in(card: Card, hit: Hit, document: Document) -> Finding:
    """The finding of a rule on items or documents; ``hit`` is in offsets of the source."""
    return _finding(card, hit, document, hit.start, hit.end, document.source[hit.start : hit.end])


def _finding(card: Card, hit: Hit, document: Document, start: int, end: int, words: str) -> Finding:
    args = {"words": " ".join(words.split())} | dict(hit.args)
    of_self = card.category == "blame" and hit.target == "self"
    own_message, own_suggestion = (card.message_self, card.suggestion_self) if of_self else (None, None)
    message = hit.message or own_message or card.message
    suggestion = hit.suggestion or own_suggestion or card.suggestion
    line, column = document.position(start)
    end_line, end_column = document.position(end)
    return Finding(
        rule=card.code,
        name=card.name,
        category=card.category,
        subtype=hit.subtype or card.subtype,
        target=hit.target,
        # An author's hindsight about themselves is honest, and at most worth a hint.
        severity=hit.severity or ("info" if of_self else card.severity),
        confidence=round(card.confidence if hit.confidence is None else hit.confidence, 3),
        message=_fill(message, args),
        suggestion=_fill(suggestion, args) if suggestion else None,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=words,
        praise=card.praise,
    )


def _fill(template: str, args: dict[str, object]) -> str:
    # The document's words may hold braces, so only the template's own placeholders are replaced.
    return re.sub(r"\{(\w+)\}", lambda match: str(args.get(match[1], match[0])), template)


def is_shown(finding: Finding, settings: Settings) -> bool:
    """Whether a finding is grave and sure enough to be shown; praise always is."""
    grave = SEVERITIES.index(finding.severity) >= SEVERITIES.index(settings.min_severity)
    return finding.praise or (grave and finding.confidence >= settings.min_confidence)


def suppresses(suppression: Suppression, finding: Finding) -> bool:
    """Whether the comment switches this finding off."""
    if not suppression.start <= finding.start < max(suppression.end, suppression.start + 1):
        return False
    return not suppression.codes or any(exactness(c, finding.rule, finding.name) for c in suppression.codes)


def without_suppressed(findings: Iterable[Finding], document: Document) -> list[Finding]:
    """The findings that no comment switches off."""
    return [f for f in findings if not any(suppresses(s, f) for s in document.suppressions)]


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """Of findings of one category about the same words, the surest one.

    One slip of the pen deserves one remark: "the reviewer should have caught this" is hindsight, and saying
    in a second finding that it also puts fault on the reviewer adds nothing.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (-f.confidence, f.rule, f.start)):
        rivals = (k for k in kept if k.category == finding.category and k.category in ("blame", "diffuse"))
        if not any(k.start < finding.end and finding.start < k.end for k in rivals):
            kept.append(finding)
    return kept
