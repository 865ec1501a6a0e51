"""Who the people of a document are, from the way the document speaks of them."""

from __future__ import annotations

import re
import weakref

from pmlint.document.model import Document
from pmlint.language.vocabulary import Vocabulary
from pmlint.lexicons import load

_CAPITAL = r"(?<!\w)[A-ZÀ-ÖØ-ÞŁŚŽĐ][\w'’\-]{1,40}"
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:van|von|der|den|de|da|dos|bin|al|el|le|la)\s+)*{_CAPITAL}){{0,2}}"
_SAYS = (
    r"said|says|asked|asks|noticed|notices|reported|reports|mentioned|mentions|suggested|suggests|explained|"
    r"replied|told|joined|joins|paged|pages|pinged|called|emailed|wrote|writes|confirmed|confirms|realised|realized|"
    r"thought|believed|knew|remembered|decided|decides|agreed|wondered|acknowledged|acks|escalated|volunteered|"
    r"went|came|was on call|is on call|took over|handed|approved|signed off|logged in|started looking"
)
_ACTS = re.compile(
    rf"({_NAME})(?:\s*\([^)\n]{{1,40}}\))?,?\s+(?:then\s+|also\s+|first\s+|later\s+)?(?:{_SAYS})\b"
)
_HONORIFIC = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Sister|Nurse|Sir|Dame|Judge|Capt|Captain)\.?\s+({_NAME})"
)
_HANDLE = re.compile(r"(?<![\w@.])@([A-Za-z][\w\-.]{0,37}\w)")
_FIELD = re.compile(
    r"(?:^|\n|[|(\[*\-]\s*)(?i:owner|authors?|lead|facilitator|scribe|attendees|participants|assignee|dri|"
    r"incident commander|reported by|written by|on-call|chair|present)\**\s*[:=|]\**\s*"
    rf"((?:@?{_NAME}(?:\s*(?:,|&|and|/)\s*)?){{1,12}})"
)
_POSSESSIVE = re.compile(r"['’]s$")


def people_of(document: Document, vocabulary: Vocabulary) -> frozenset[str]:
    """Names (and their parts) that the document uses for people, lower case.

    A name counts when the document lets it say, ask, notice or decide something, gives it a title, a handle
    or a field such as "Owner:".
    """
    return frozenset(n for n in _named(document) if n not in vocabulary.systems and n not in vocabulary.teams)


def _named(document: Document) -> frozenset[str]:
    found = _cache.get(id(document))
    if found is not None and found[0]() is document:
        return found[1]
    text = "\n".join(block.text for block in document.blocks)
    names: set[str] = set()
    for pattern in (_ACTS, _HONORIFIC, _HANDLE, _FIELD):
        for match in pattern.finditer(text):
            for word in re.findall(r"[\w'’\-.]+", match[1]):
                names.add(_POSSESSIVE.sub("", word.lower()))
    result = frozenset(names - _NOT_NAMES)
    _cache.clear()  # documents come one after the other; keeping more than one would only hold memory
    _cache[id(document)] = (weakref.ref(document), result)
    return result


_cache: dict[int, tuple[weakref.ref[Document], frozenset[str]]] = {}
_NOT_NAMES = frozenset(load("language/not_names"))
