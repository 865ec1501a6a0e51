"""A document that says it blames nobody, and blames."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.language.shape import shape
from pmlint.rules.base import Draft, Hit
from pmlint.rules.findings import without_suppressed


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the claim, naming the lines that blame somebody other than the author."""
    claim = shape(draft.document).says_blameless
    if claim is None:
        return
    sure = draft.settings.min_confidence
    blaming = [
        f for f in draft.findings if f.category == "blame" and f.target != "self" and f.confidence >= sure
    ]
    lines = sorted({f.line for f in without_suppressed(blaming, draft.document) if not f.praise})
    if lines:
        listed = ", ".join(map(str, lines[:5])) + (" …" if len(lines) > 5 else "")
        yield Hit(*claim, args={"lines": f"line {listed}" if len(lines) == 1 else f"lines {listed}"})
