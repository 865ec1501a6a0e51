"""A commitment whose date can never pass: "soon", "ongoing", "next sprint"."""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.records import ActionItem
from pmlint.rules.actions._items import range_in
from pmlint.rules.actions._lists import each_or_once
from pmlint.rules.base import Draft, Hit


def find(draft: Draft) -> Iterator[Hit]:
    """One hit on the words of each vague date, or one for a list that has hardly any other."""
    source, said = draft.document.source, set[str]()

    def each(item: ActionItem) -> Hit:
        words = item.due_text or ""
        return Hit(*range_in(source, item, words), args={"words": words})

    for hit in each_or_once(
        draft,
        _vague,
        each,
        has="has a date one could look back on",
        has_not="have a vague date",
        ask="Which day would be realistic for each of them?",
    ):
        words = str(hit.args.get("words", ""))
        # A word above the list ("Going forward:") dates every item; saying so once is enough.
        if words not in said or source[hit.start : hit.end].lower() == words.lower():
            yield hit
        said.add(words)


def _vague(item: ActionItem) -> bool:
    return item.due_kind == "vague"
