"""A comment that switches off a rule which finds nothing there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.config.selectors import exactness
from pmlint.document.model import Suppression
from pmlint.records import Finding
from pmlint.rules.base import Draft, Hit
from pmlint.rules.cards import Card
from pmlint.rules.findings import finding_in, suppresses
from pmlint.rules.registry import cards, rules

_OWN_CODE = "PM490"
_COMMENT = re.compile(r"pmlint:[ \t]*disable[\w-]*(?:[ \t]*[=:][ \t]*[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?")


def find(draft: Draft) -> Iterator[Hit]:
    """A hit on each comment that covers no finding, unless a rule it names is switched off anyway."""
    document = draft.document
    if not document.suppressions:
        return
    found = [*draft.findings, *_found_later(draft)]
    written = {document.position(m.start())[0]: m.span() for m in _COMMENT.finditer(document.source)}
    for comment in document.suppressions:
        idle = not any(suppresses(comment, finding) for finding in found)
        if idle and comment.line in written and _runs(comment, draft):
            yield Hit(*written[comment.line], args={"codes": ", ".join(comment.codes) or "every rule"})


def _found_later(draft: Draft) -> list[Finding]:
    """What the document rules with later codes will find: their comments are not idle."""
    return [
        finding_in(rule.card, hit, draft.document)
        for rule in rules()
        if rule.card.kind == "document" and rule.card.code > _OWN_CODE and _is_on(rule.card, draft)
        for hit in rule.find(draft)
    ]


def _runs(comment: Suppression, draft: Draft) -> bool:
    """Whether all that the comment names is on: a comment for a rule that is off is not known to be idle."""
    return all(
        _is_on(card, draft)
        for card in cards()
        if not comment.codes or any(exactness(code, card.code, card.name) for code in comment.codes)
    )


def _is_on(card: Card, draft: Draft) -> bool:
    return draft.settings.enabled(card.code, card.name, *card.aliases, path=draft.document.path)
