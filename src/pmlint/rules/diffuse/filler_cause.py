"""A filler stands where the cause should stand: "due to various factors", "unforeseen circumstances"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.matcher import Found
from pmlint.language.phrases import Keyed, any_of, lexicon_pattern, words_pattern
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.rules.base import Hit
from pmlint.rules.diffuse._context import explains, introduces_list, spelled_out, told_beside
from pmlint.rules.diffuse._empty import EMPTY, empty_span


def _any(name: str) -> str:
    return words_pattern(load(f"diffuse/{name}"))


_MORE = rf"(?:(?:{_any('quantities')}|{_any('qualities')})(?:,?\s+and\s+|\s+))"
_SOME_TROUBLE = rf"{_MORE}{{1,4}}{_any('empty_troubles')}"
_SLIP = r"an?\s+(?:\w+\s+)?(?:oversight|mishap|mix-up|slip-up)(?!\w)"

FILLER = any_of(
    lexicon_pattern("diffuse/fillers"),
    Keyed(load("diffuse/empty_factors"), rf"{_any('quantities')}\s+{_MORE}{{0,3}}{_any('empty_factors')}"),
)
_TROUBLES = (*load("diffuse/empty_troubles"), "oversight", "mishap", "mix-up", "slip-up")
AS_CAUSE = Keyed(
    _TROUBLES,
    rf"{_any('cause_openers')}\s+(?:(?:the\s+)?(?P<cause>{_SOME_TROUBLE})|an?\s+(?P<bare>{_any('empty_troubles')}))"
    rf"|\b(?:due to|because of|was|were|been|through|by)\s+(?:simply\s+|just\s+|clearly\s+)?(?P<slip>{_SLIP})"
    r"|\b(?:we|team|project|group|launch|event|rollout)\s+(?:\w+ly\s+|also\s+|often\s+|did\s+)?"
    rf"{_any('trouble_openers')}\s+(?P<met>{_SOME_TROUBLE})",
)
_SIDE = r"(?:\s+(?:on|at|with|from)\s+(?:the\s+|our\s+)?(?:[\w\-]+\s+){1,2}(?:side|end|part))?"
BECAME = Keyed(
    _TROUBLES,
    rf"(?P<became>{_SOME_TROUBLE}|{_SLIP}){_SIDE}\s+(?:have\s+|had\s+|also\s+|unfortunately\s+)?{_any('outcome_verbs')}",
)
SOMEHOW = Keyed(
    "somehow",
    r"\bsomehow\s+(?:\w+ed|got|was|were|became|went|lost|made|been|not|did|had|never)\b"
    r"|^\W*somehow,?\s+(?!we\b|I\b)\w+"
    r"|\b(?:was|were|got|had|been)\s+somehow\b",
)
TRIGGER = any_of(FILLER, AS_CAUSE, BECAME, SOMEHOW, EMPTY)

_OF_SOMETHING = re.compile(
    r"\s+(?:with|in|on|of|when|while|at|by|to|from|regarding|related|relating|involving|caused|affecting|where|"
    r"that|which|inside|during|pulling|after|around|between|within|like)\b",
    re.I,
)
_OF_NOTHING = re.compile(
    r"\s+(?:(?:with|in|on|of|at|by|from|within|during|around) (?:the |our |this |that )?(?:\w+ )?"
    rf"{_any('vague_events')}|"
    r"(?:that|which) (?:led|caused|delayed|contributed|arose|occurred|came))",
    re.I,
)
_SOMEBODY = re.compile(
    r"\b(?:we|I|our|my|us|you|your|he|she|his|her|people|persons?|members?|teams?|staff)\b", re.I
)
_ASKED = re.compile(
    r"\b(?:what|how|why|where|when|if|everything that|anything that|whatever|whether|in case)\b[^.;]{0,25}$",
    re.I,
)


def find(place: Place) -> Iterator[Hit]:
    """Fillers that the sentence gives as a cause."""
    if not explains(place) or introduces_list(place) or told_beside(place, conditions=False):
        return
    end = 0
    for start, stop in sorted(_spans(place.text)):
        asked = _ASKED.search(place.text[:start])
        if start >= end and not asked and not place.quoted(start, stop) and not spelled_out(place, stop):
            yield Hit(start, stop)
            end = stop
    empty = empty_span(place.text)
    if end or empty is None or _SOMEBODY.search(place.text):
        return
    if not place.quoted(*empty) and not told_beside(place, conditions=True):
        yield Hit(*empty)


def _span(match: re.Match[str] | Found) -> tuple[int, int]:
    # A named group holds the words to flag; a phrase of a word list is flagged whole.
    return match.span(match.lastgroup or 0) if isinstance(match, re.Match) else match.span()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (FILLER, SOMEHOW, BECAME):
        for match in pattern.finditer(text):
            yield _span(match)
    for match in AS_CAUSE.finditer(text):
        start, stop = _span(match)
        # "Technical issues with the boiler valve" says which; "technical issues" does not.
        if not _OF_SOMETHING.match(text, stop) or _OF_NOTHING.match(text, stop):
            yield start, stop
