"""Something is given to everyone, and so to no one: "everyone could do better", "ownership is shared"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.phrases import any_of, lexicon_pattern, words_pattern
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.rules.base import Hit
from pmlint.rules.diffuse._context import in_commitments, introduces_list, spelled_out, told_beside

COLLECTIVE = lexicon_pattern("diffuse/collective")
UNSEEN = re.compile(
    r"\b(?:no ?one|nobody|not a single person)\s+"
    r"(?:really\s+|ever\s+|else\s+|had\s+|actually\s+|on (?:the|either|any) \w+\s+){0,2}"
    rf"{words_pattern(load('diffuse/unseen_verbs'))}"
    # Whom nobody asked is a voice that was not heard.
    r"(?<!asked)|(?:no ?one|nobody)\s+(?:had\s+)?asked(?!\s+(?:the|our|us|them|me|him|her)\b)",
    re.I,
)
TRIGGER = any_of(COLLECTIVE, UNSEEN)

# Cloud contracts share responsibility and programs share ownership without anybody hiding.
_TERM = re.compile(r"\s*(?:model|matrix|pointer|object|lock|agreement|mutex|drive|account)s?\b", re.I)


def find(place: Place) -> Iterator[Hit]:
    """Groups so wide that nobody is in them."""
    if place.block.kind == "heading" or in_commitments(place) or introduces_list(place):
        return
    # That nobody saw it is excused by what stood in the way; a shared verdict is not.
    patterns = [p for p in (COLLECTIVE, UNSEEN) if not told_beside(place, conditions=p is UNSEEN)]
    end = 0
    for start, stop in sorted(m.span() for p in patterns for m in p.finditer(place.text)):
        term = _TERM.match(place.text, stop)
        if start >= end and not term and not place.quoted(start, stop) and not spelled_out(place, stop):
            yield Hit(start, stop)
            end = stop
