"""A comment that switches off a rule which finds nothing there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.config.selectors import exactness
from pmlint.document.model import Suppression
from pmlint.rules.base import Draft, Hit
from pmlint.rules.findings import suppresses
from pmlint.rules.registry import cards

_COMMENT = re.compile(r"pmlint:[ \t]*disable[\w-]*(?:[ \t]*[=:][ \t]*[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?")


def find(draft: Draft) -> Iterator[Hit]:
    """A hit on each comment that covers no finding, unless a rule it names is switched off anyway."""
    document = draft.document
    if not document.suppressions:
        return
    written = {document.position(m.start())[0]: m.span() for m in _COMMENT.finditer(document.source)}
    for comment in document.suppressions:
        idle = not any(suppresses(comment, finding) for finding in draft.findings)
        if idle and comment.line in written and _runs(comment, draft):
            yield Hit(*written[comment.line], args={"codes": ", ".join(comment.codes) or "every rule"})


def _runs(comment: Suppression, draft: Draft) -> bool:
    """Whether all that the comment names is on: a comment for a rule that is off is not known to be idle."""
    settings, path = draft.settings, draft.document.path
    return all(
        settings.enabled(card.code, card.name, *card.aliases, path=path)
        for card in cards()
        if not comment.codes or any(exactness(code, card.code, card.name) for code in comment.codes)
    )
