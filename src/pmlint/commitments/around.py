"""Owner and date that are given once for a whole list: by its heading, its label or its lead-in."""

from __future__ import annotations

import re

from pmlint.commitments.dates import Calendar
from pmlint.commitments.due import NO_DUE, Due, due_in, due_in_field
from pmlint.commitments.fields import split_fields
from pmlint.commitments.found import words_of
from pmlint.commitments.headings import Standings
from pmlint.commitments.owners import NO_OWNER, Owner, owner_in_field, owner_in_sentence, owner_phrase
from pmlint.commitments.people import People
from pmlint.document.model import Block

_DEEPEST = 8


def texts_around(standings: Standings, block: Block) -> list[str]:
    """The texts that speak for a whole list, nearest first.

    Args:
        standings: Which parts of the document promise commitments.
        block: An item, row or paragraph.
    """
    blocks = standings.document.blocks
    texts: list[str] = []
    parent = block
    while parent.parent is not None and len(texts) < _DEEPEST:
        parent = blocks[parent.parent]
        texts.append(words_of(parent))
    if parent.lead_in is not None and blocks[parent.lead_in].kind == "para":
        texts += reversed(re.split(r"(?<=[.!?:])\s+", words_of(blocks[parent.lead_in]))[-3:])
    if label := standings.labels.get(block.index):
        texts.append(label)
    texts += standings.for_all.get(block.section, [])
    return texts + list(block.section[:0:-1] if len(block.section) > 1 else block.section)


def owner_around(texts: list[str], people: People) -> Owner:
    """The owner that the nearest of the texts names."""
    for text in texts:
        fields = split_fields(text, people)
        short = len(text.split()) <= 8
        if (
            fields.owner
            and (owner := owner_in_field(fields.owner, people)) != NO_OWNER
            and (
                owner.kind != "named"
                or not short
                or people.known(owner.names[0])
                or re.search(r"\bown(?:er|ed)", text, re.I)
            )
        ):
            return owner
        owner = _of_label(text, people) if short else NO_OWNER
        if owner == NO_OWNER:
            owner = owner_in_sentence(text, people)
        if owner != NO_OWNER:
            return owner
    return NO_OWNER


def _of_label(text: str, people: People) -> Owner:
    # A short heading in capitals is mostly a topic; only a name known as one makes it a person.
    bare = re.sub(r"\s+(?:will|to)$", "", text.strip().strip(":.*_# "))
    owner = owner_phrase(bare, people)
    return NO_OWNER if owner.kind == "named" and not all(map(people.known, owner.names)) else owner


def due_around(texts: list[str], calendar: Calendar) -> Due:
    """The due date that the nearest of the texts gives."""
    for text in texts:
        fields = split_fields(text, People())
        due = due_in_field(fields.due, calendar) if fields.due else due_in(text, calendar, done=True)
        if due != NO_DUE:
            return due
    return NO_DUE
