"""A warning that was raised and not heard, or that nobody felt able to raise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.place import Place
from pmlint.records import ActionItem
from pmlint.rules.base import Draft, Hit
from pmlint.rules.candor._unheard_words import BY_A_MACHINE, CUE, HEARING, UNHEARD

_LONGEST_QUOTE = 90
_ADVICE = re.compile(
    r"\b(?:should|must|need|can|will|please|don|never)(?:n?['’]t| not)?\s+(?:to )?be\s+$", re.I
)
_ANSWERED = re.compile(
    r"\b(?:commitment|action|item|measure|change|step)s?\b[^.!?\n]{0,50}\b"
    r"(?:answer|address|see[sn]? to|respond)\w*|"
    r"\b(?:answered|addressed) by\b",
    re.I,
)
_WORD = re.compile(r"[a-z]{5,}")
_LITTLE = frozenset(
    "about after again before being could every first later never other should their there these thing those "
    "three "
    "weeks where which while would raise raised raising flagged warned asked because nobody someone".split()
)


def find(draft: Draft) -> Iterator[Hit]:
    """A hit on each such sentence; where a commitment seems to answer it, a milder one that names it."""
    for place in draft.places:
        match = UNHEARD.search(place.text) if CUE.found_in(place.text) else None
        if match is None or place.block.kind == "heading" or place.quoted(*match.span()):
            continue
        advice = _ADVICE.search(place.text[: match.start()])
        if advice or BY_A_MACHINE.search(place.text) or _is_commitment(place, draft):
            continue
        if _ANSWERED.search(
            place.block.text, place.sentence.end
        ):  # the author has asked the question already
            continue
        start, end = draft.document.source_range(place.sentence, *match.span())
        answer = next((item for item in draft.items if _answers(item, place.text)), None)
        if answer is None:
            yield Hit(start, end)
        else:
            yield Hit(
                start,
                end,
                severity="info",
                message="a warning that was not heard; one of the commitments may answer it",
                suggestion=f"Would {_named(answer)} make sure that the next such warning is heard?",
            )


def _is_commitment(place: Place, draft: Draft) -> bool:
    start, _ = draft.document.source_range(place.sentence, 0, 1)
    return any(item.start <= start < item.end for item in draft.items)


def _answers(item: ActionItem, warning: str) -> bool:
    if HEARING.search(item.text):
        return True
    return len((_words(item.text) & _words(warning)) - _LITTLE) >= 2


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _named(item: ActionItem) -> str:
    words = " ".join(item.text.split()).rstrip(" .;,")
    return f"“{words}”" if len(words) <= _LONGEST_QUOTE else "the commitment on this"
