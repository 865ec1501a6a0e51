"""A person's name, where the team has agreed to write roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.people import people_of
from pmlint.language.place import Place
from pmlint.rules.base import Draft, Hit

_NAME = re.compile(r"(?<![\w@.])(?:@[A-Za-z][\w\-.]{1,38}|[A-ZÀ-ÖØ-Þ][\w\-]+(?:\s[A-ZÀ-ÖØ-Þ][\w\-]+){0,2})")
# Who wrote, who attended and who owns what is record-keeping, not the account of what happened.
_FIELD = re.compile(
    r"^\W*(?:authors?|owners?|written by|facilitators?|scribe|attendees|attendance|participants|present|"
    r"reviewers?|"
    r"approved by|contacts?|assignees?|minutes|prepared by|team)\b.{0,12}[:|\t–-]",
    re.I,
)


def find(draft: Draft) -> Iterator[Hit]:
    """A hit on each person's name in the account, only with ``names = "roles-only"``."""
    if draft.settings.names != "roles-only":
        return
    owned = [(item.start, item.end) for item in draft.items]
    for place in draft.places:
        if _FIELD.match(place.text) or _FIELD.match(f"{place.heading}:"):
            continue
        for match in _NAME.finditer(place.text):
            start, end = draft.document.source_range(place.sentence, *match.span())
            if _is_person(match[0], place) and not any(a <= start < b for a, b in owned):
                yield Hit(start, end, args={"words": match[0]})


def _is_person(words: str, place: Place) -> bool:
    if words.startswith("@"):
        return True
    known, vocabulary = people_of(place.document, place.vocabulary), place.vocabulary
    parts = [part.lower() for part in words.split()]
    if any(part in vocabulary.systems or part in vocabulary.own_systems for part in parts):
        return False
    first = place.text.lstrip("\"“'‘( ").startswith(words)
    # The first word of a sentence has a capital in any case: "Mark" or "Will" alone proves nothing there.
    given = parts[0] in vocabulary.names and (len(parts) > 1 or not first)
    return given or any(part in known or part in vocabulary.people for part in parts)
