"""Asking who instead of what: "whose fault", "who approved this"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.phrases import Keyed, lexicon_pattern
from pmlint.language.place import Place
from pmlint.rules.base import Hit

_DID = lexicon_pattern("blame/who_did").pattern
_WHOSE = r"\bwhose\s+(?:blunder|error|fault|idea|(?:job|responsibility)\s+was|mistake|negligence)\b"
_WHO = rf"\bwho\s+(?:exactly\s+|actually\s+|on earth\s+|the hell\s+)?{_DID}"
# After "find out" any past act will do.
_FIND_OUT = (
    r"\b(?:find out|figure out|determine|establish|(?:not|un)\s?clear|unknown)\s+who\s+"
    r"(?:\w+ed|left|broke|made|took|put|sent|ran|gave|did|let|shut|set|chose|wrote)\b"
)
TRIGGER = Keyed("who whose", f"{_WHOSE}|{_FIND_OUT}|{_WHO}")
_ASKS = re.compile(
    r"\b(?:find out|figure out|determine|identify|establish|ask(?:ed|ing)?|question|wonder(?:ed|ing)?|"
    r"clarify|know|"
    r"trace|investigate|unclear|root cause|remains?|tell us)(?:\s+(?:exactly|clearly|out))?\W*$",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no matter|instead of|rather than|regardless of|irrespective of|less about|"
    r"without)\b"
    r"[^.?!]{0,30}$",
    re.I,
)


def find(place: Place) -> Iterator[Hit]:
    """Every question that looks for a person to name."""
    asks = place.text.rstrip(" )”\"'").endswith("?")
    for match in TRIGGER.finditer(place.text):
        before = place.text[: match.start()]
        if _DENIED.search(before) or place.quoted(*match.span()):
            continue
        # "The engineer who approved this" tells; only a question, direct or reported, asks.
        opens = asks and (not re.search(r"\w", before) or before.rstrip().endswith((":", "?", "–", "—", ",")))
        if opens or _ASKS.search(before) or not match[0].lower().startswith("who "):
            start = max(match.start(), place.text.lower().find("who", match.start()))
            yield Hit(start, match.end(), target="generic")
