"""Causes that stand before anything has been told."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.language.shape import shape
from pmlint.rules._whole import heading_over, is_whole
from pmlint.rules.base import Draft, Hit

_WORDS_OF_A_SUMMARY = 25


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the heading of causes when neither a summary nor the course of events comes before it."""
    document, form = draft.document, shape(draft.document)
    if not is_whole(document) or form.board or not (form.cause_blocks and form.timeline_blocks):
        return
    first = form.cause_blocks[0]
    told_before = [i for i in (*form.timeline_blocks, *form.summary_blocks) if i < first]
    # Paragraphs above the causes that no heading names may well be a summary.
    opening = sum(len(b.text.split()) for b in document.blocks[:first] if b.kind == "para")
    if not told_before and opening < _WORDS_OF_A_SUMMARY:
        yield Hit(*heading_over(document, document.blocks[first]))
