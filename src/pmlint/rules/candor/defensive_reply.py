"""Words that explain criticism away before anyone has made it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.phrases import Keyed, any_of, lexicon_pattern
from pmlint.language.place import Place
from pmlint.rules.base import Hit

_FAIR = r"(?:perfectly |completely |quite )?fair(?: to (?:us|me|myself|ourselves|the team|our \w+))?"
_OPENINGS = (
    rf"^\W*to be {_FAIR},|\b(?:but|although|and|however),? to be {_FAIR},|"
    r"\b(?:stricter|harsher|harder|tougher|worse|more|better|easier|kinder)\b[^.;!?\n]{0,40}? than "
    r"(?:on |with |for |in )?(?:us|we (?:do|did|had|were|are)|ours|our (?:team|group|own)|with others|"
    r"the others|"
    r"other teams|most others)\b"
)
_LOOK_ELSEWHERE = (
    r"(?<!\w)(?:(?:please )?(?:focus|concentrate|look)(?: \w+){0,2} (?:on|at) .{3,60} (?:rather|"
    r"instead) (?:than|of) "
    r"(?:\w+ ){0,3}(?:shortcomings?|short comings?|failures?|faults?|mistakes?|flaws?|problems?|"
    r"what went wrong))"
)
TRIGGER = any_of(
    lexicon_pattern("candor/defensive_phrases"),
    Keyed("fair than", _OPENINGS),
    Keyed("focus concentrate look", _LOOK_ELSEWHERE),
)
_ADDRESSES_ITSELF = re.compile(
    r"\b(?:we|us|our|ours|I|me|my|myself|ourselves|it|this|that|anyone|anybody|any|one|other|others|no|"
    r"whoever|people)\b",
    re.I,
)
_ABOUT_A_RULE = re.compile(
    r"\b(?:saying|phrases? (?:like|such as)|instead of|rather than|avoid)\W{1,3}$", re.I
)


def find(place: Place) -> Iterator[Hit]:
    """A hit on each such phrase that the document speaks in its own voice."""
    if place.block.kind == "heading":
        return
    for match in TRIGGER.finditer(place.text):
        cited = place.quoted(*match.span()) or _ABOUT_A_RULE.search(place.text[: match.start()])
        if not cited and _ADDRESSES_ITSELF.search(place.text):
            start, end = match.span()
            yield Hit(start, end)
