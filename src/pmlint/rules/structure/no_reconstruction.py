"""A document that judges an event without telling it."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.language.shape import shape
from pmlint.rules._whole import is_whole, tells_an_event, top_of
from pmlint.rules.base import Draft, Hit


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the title of a document about an event with neither times nor a course of events."""
    document = draft.document
    if is_whole(document) and tells_an_event(document) and shape(document).timeline == "none":
        yield Hit(*top_of(document))
