"""The action items of a document."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pmlint.commitments.around import due_around, owner_around
from pmlint.commitments.clauses import head_of
from pmlint.commitments.dates import Calendar, calendar_of
from pmlint.commitments.deliverables import judge
from pmlint.commitments.due import NO_DUE, Due, due_in, due_in_field
from pmlint.commitments.found import Found
from pmlint.commitments.headings import Standings
from pmlint.commitments.lists import Lists
from pmlint.commitments.owners import NO_OWNER, Owner, owner_in_field, owner_in_sentence
from pmlint.commitments.people import People, people_and_organisations
from pmlint.commitments.prose import commitments_in_prose
from pmlint.commitments.status import priority_of, status_of, ticket_of
from pmlint.commitments.tables import commitments_in_tables
from pmlint.document.model import Document
from pmlint.language.vocabulary import vocabulary as words
from pmlint.records import ActionItem


def extract(
    document: Document,
    *,
    today: dt.date | None = None,
    vocabulary: Mapping[str, Sequence[str]] | None = None,
) -> tuple[ActionItem, ...]:
    """The action items of a document, in document order.

    Args:
        document: The document.
        today: The day from which "by Friday" counts where the document has no date of its own.
        vocabulary: The user's own words under ``"people"``, ``"roles"``, ``"teams"``, ``"external"``,
            ``"systems"`` and ``"action_headings"``.
    """
    extra = {name: tuple(entries) for name, entries in (vocabulary or {}).items()}
    people = people_and_organisations(document, words(extra))
    calendar = calendar_of(document, today)
    standings = Standings(document, people, extra.get("action_headings", ()))
    found = [*Lists(standings, people).commitments(), *commitments_in_tables(standings, people)]
    taken = {one.block.index for one in found}
    found += commitments_in_prose(standings, people, taken)
    found.sort(key=lambda one: (one.start, one.end))
    seen: Counter[str] = Counter()
    return tuple(_item(document, one, people, calendar, seen) for one in found)


def _item(
    document: Document, one: Found, people: People, calendar: Calendar, seen: Counter[str]
) -> ActionItem:
    source = document.source[one.start : one.end]
    status = status_of(
        one.text, field=one.fields.status, source=source, checked=one.checked, remedy=one.remedy
    )
    owner = _owner(one, people)
    due = _due(one, calendar, done=status == "done")
    if status == "open" and not one.fields.status and one.checked is None and _over(one, due, document.date):
        status = "done"
    links = (
        [target for a, b, target in one.block.links if one.block.source_range(a, b)[0] < one.end]
        if one.block.links
        else []
    )
    return ActionItem(
        id=_id(one.text, seen),
        text=one.text,
        start=one.start,
        end=one.end,
        line=document.position(one.start)[0],
        owner=owner.text,
        owner_kind=owner.kind,
        deliverable=judge(one.fields.task, one.elaboration),
        due=due.date,
        due_text=due.text,
        due_kind=due.kind,
        status=status,
        ticket=(one.fields.ticket or None) if _stated(one.fields.ticket) else ticket_of(one.text, links),
        priority=one.fields.priority if _stated(one.fields.priority) else priority_of(one.text),
        owners=owner.names,
    )


def _over(one: Found, due: Due, written: dt.date | None) -> bool:
    """Whether an item that is no order gives a day before the document's: it tells what was done then."""
    if one.block.kind != "item" or not (written and due.date and due.text and due.date < written):
        return False
    head = head_of(one.fields.task)
    if head and head.form not in ("past", "done", "passive-done"):
        return False
    return due.text in one.text and not _TO_KEEP.search(one.text[: one.text.find(due.text)])


_TO_KEEP = re.compile(r"\b(?:by|until|till|due|before|deadline|from|starting|latest)\b[^,;.]{0,12}$", re.I)


def _stated(value: str) -> bool:
    return bool(re.search(r"\w", value)) and value.lower() not in ("n/a", "tbd", "none")


def _owner(one: Found, people: People) -> Owner:
    if one.fields.owner:
        owner = owner_in_field(one.fields.owner, people)
        if owner != NO_OWNER:
            return owner
    owner = owner_in_sentence(one.fields.task, people)
    if owner == NO_OWNER and one.elaboration:
        owner = owner_in_sentence(one.elaboration, people)
    if owner.kind in ("named", "role"):
        return owner
    around = owner_around(one.around, people)
    return around if around.kind in ("named", "role") or owner == NO_OWNER else owner


def _due(one: Found, calendar: Calendar, *, done: bool) -> Due:
    if one.fields.due:
        due = due_in_field(one.fields.due, calendar)
        if due != NO_DUE:
            return due
    best = NO_DUE
    for due in (due_in(one.fields.task, calendar, done=done), due_in(one.elaboration, calendar, done=done)):
        if due.kind == "date":
            return due
        best = due if best == NO_DUE else best
    around = due_around(one.around, calendar)
    return around if around.kind == "date" or best == NO_DUE else best


def _id(text: str, seen: Counter[str]) -> str:
    # The words alone, so that edits elsewhere, markup and spacing change nothing; twins are counted.
    words_only = " ".join(re.findall(r"\w+", text.lower()))
    digest = hashlib.sha256(words_only.encode()).hexdigest()[:10]
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
