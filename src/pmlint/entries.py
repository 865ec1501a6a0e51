"""From a checked document to its entry in a report page: its title, its labels, its scorecard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from pmlint.document.model import Document
from pmlint.language.people import people_of
from pmlint.language.vocabulary import Vocabulary, vocabulary
from pmlint.records import Report
from pmlint.report.page import Entry, Label
from pmlint.traits import card_of

KEYS = {
    "team": "team",
    "teams": "team",
    "squad": "team",
    "department": "department",
    "unit": "unit",
    "ward": "ward",
    "site": "site",
    "service": "service",
    "services": "service",
    "component": "component",
    "components": "component",
    "product": "product",
    "project": "project",
    "area": "area",
    "category": "category",
    "type": "type",
    "severity": "severity",
    "label": "label",
    "labels": "label",
    "tag": "label",
    "tags": "label",
}
"""Front-matter keys that are labels. Keys of people (author, owner, lead, attendees) are none, by design."""

_LONGEST = 60  # characters; what is longer is a sentence, not a label
_MOST = 20
_PARTICLES = frozenset("van von der den de da dos du del bin al el le la".split())
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")


def entry_of(document: Document, report: Report) -> Entry:
    """The document as the page shows it.

    Args:
        document: The document.
        report: What was found in it.
    """
    name = PurePath(document.path).stem if document.path else "Untitled"
    return Entry(
        title=document.title or name,
        source=document.source,
        report=report,
        card=card_of(report),
        labels=labels_of(document),
        format=document.format,
    )


def labels_of(document: Document, words: Vocabulary | None = None) -> tuple[Label, ...]:
    """The labels in a document's front matter, without what names a person.

    Args:
        document: The document.
        words: Which words are names; ``None`` is what ships with pmlint.
    """
    known = words or vocabulary()
    people = people_of(document, known)
    found: dict[Label, None] = {}
    for key, value in document.front_matter.items():
        kind = KEYS.get(key.strip().lower())
        for text in _texts(value) if kind else ():
            if kind and not _names_person(text, known, people):
                found.setdefault(Label(kind, text))
    return tuple(list(found)[:_MOST])


def _texts(value: Any) -> Iterator[str]:
    values = value if isinstance(value, list | tuple) else [value]
    for one in values:
        if isinstance(one, str | int) and not isinstance(one, bool):
            text = " ".join(str(one).split())
            if 0 < len(text) <= _LONGEST:
                yield text


def _names_person(text: str, known: Vocabulary, people: frozenset[str]) -> bool:
    if "@" in text:
        return True
    words = [word for word in _WORD.findall(text) if word not in _PARTICLES]
    if not words or text.lower() in known.teams | known.systems | known.own_systems:
        return False
    # "Jordan Reyes" and "Priya" are people; "Paris office" and "search" are not: a label of lower-case words
    # is none, and a given name speaks only where nothing but names stands beside it.
    if not all(word[0].isupper() for word in words) or len(words) > 3:
        return False
    return words[0].lower() in known.names | known.people or all(word.lower() in people for word in words)
