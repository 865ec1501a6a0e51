"""The outcome is told as if nothing could have been done: bad luck, nobody could have known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.phrases import any_of, lexicon_pattern
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.diffuse._context import explains, told_beside

TRIGGER = any_of(lexicon_pattern("diffuse/inevitable"))

_DENIED = re.compile(
    r"(?:\b(?:not|never|hardly|nor|neither|far from|rather than|instead of|no longer)|n['’]t)\s+"
    r"(?:\w+\s+){0,3}$",
    re.I,
)
_OWNED = re.compile(
    r"\b(?:but|however|though|yet|this time|still)\b[^.]{0,60}"
    r"\b(?:we|ours?|us|could|should|prevent\w*|avoid\w*|detect\w*)\b"
    r"|\b(?:no excuse|own fault|not an excuse|within our (?:control|power))\b",
    re.I,
)


def find(place: Place) -> Iterator[Hit]:
    """Claims that the outcome was out of everybody's hands, and nothing more."""
    if not explains(place) or _OWNED.search(place.text) or told_beside(place, conditions=False):
        return
    for match in TRIGGER.finditer(place.text):
        if not place.quoted(*match.span()) and not _DENIED.search(place.text[: match.start()]):
            yield Hit(*match.span())
