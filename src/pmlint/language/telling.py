"""Which sentences tell an act, the conditions of one, or a cause: what a reader weighs besides findings."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pmlint.language.conditions import has_condition, has_own_condition
from pmlint.language.people import people_of
from pmlint.language.place import Place
from pmlint.language.shape import WHY, Shape
from pmlint.language.vocabulary import Vocabulary
from pmlint.lexicons import load
from pmlint.records import Sentence, Tells

_SOMEBODY = frozenset("he she they we i who somebody someone everybody everyone nobody".split())
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_FUTURE = re.compile(r"\b(?:will|shall|going to|must|needs? to|have to|to be)\b|['’]ll\b", re.I)
_AT_THE_TIME = re.compile(
    r"\b(?:made sense|seemed (?:right|sensible|reasonable)|"
    r"(?:knew|known|believed|looked like|saw)\b.{0,30}\bthen|"
    r"at the time|local rationality|working conditions|work as done|how it looked)\b",
    re.I,
)
"""Headings of sections that tell how things looked to those who were there."""
_WHY_TOO = re.compile(
    r"\b(?:owing to|on account of|(?:that|this|which) is why|that['’]s why|(?:which|this) meant|meaning that|"
    r"so that (?:no|nobody|nothing)|so (?:no|nobody|nothing)|result(?:ed|ing|s)? (?:in|from)|triggered|"
    r"caus(?:ed|ing)|hence|thus|therefore|(?:in|as a) consequence|turned out|stem(?:s|med) from|"
    r"traced to)\b|, so\b",
    re.I,
)
"""Further words that give a reason."""
_MISSING = re.compile(
    r"\b(?:ha[sd]|have|with|there (?:is|was|are|were)) no (?!(?:idea|doubt|impact|effect|harm|damage|loss|"
    r"data|lasting|further|longer|one|customers?|users?|patients?|injur\w+|need|reason|plans?|comment)\b)\w",
    re.I,
)
"""What was not there: a missing artefact is a cause that can be mended."""
_FOUND = re.compile(r"\b(?:findings|came about|went wrong|(?:could|did) (?:it|this|that) happen)\b", re.I)
"""Further headings of sections that tell why."""
_NOT_THEN = re.compile(
    r"\b(?:i|we)\s+(?:do\s+|still\s+|now\s+|can\s+)?(?:believe|assume|think|expect)\b|"
    r"\b(?:has|have|had|ever|long)\s+since\b|"
    r"\bsince\s+(?:then|when|the|last|\w+ing|\d\S*|year|[A-Z][a-z]+ \d)\b|"
    r"\b(?:this|the)\s+page\s+is\b|\btrained\s+in\s+\d",
    re.I,
)
"""What reads like a condition and stood before no act: a belief of today, a span of time."""
_SUBJECT = 60  # characters; who acts stands in the first half of most sentences
_FEWEST_WORDS = 5


def telling(places: Sequence[Place], form: Shape, found: Sequence[int]) -> tuple[Sentence, ...]:
    """The sentences of a document that tell something, in the order of the text.

    Args:
        places: The document's sentences.
        form: The document's shape.
        found: Source offsets at which findings start.
    """
    starts = sorted(found)
    causes, actions = set(form.cause_blocks), set(form.action_blocks)
    asked = [
        place.block.kind != "heading"
        and place.block.index not in actions
        and len(place.text.split()) >= _FEWEST_WORDS
        for place in places
    ]
    acts = [ask and _acts(place) for place, ask in zip(places, asked)]
    result = []
    for number, place in enumerate(places):
        start, end = place.document.source_range(place.sentence, 0, len(place.text))
        tells: list[Tells] = []
        if asked[number]:
            if _is_condition(place, acts[number], _acts_nearby(places, acts, number)):
                tells.append("condition")
            if acts[number]:
                tells.append("act")
            if _is_cause(place, place.block.index in causes):
                tells.append("cause")
        if bisect.bisect_left(starts, start) < bisect.bisect_left(starts, end):
            tells.append("flagged")
        if tells:
            line, _ = place.document.position(start)
            result.append(Sentence(place.text, start, end, line, tuple(tells)))
    return tuple(result)


def _acts_nearby(places: Sequence[Place], acts: Sequence[bool], number: int) -> bool:
    """Whether the sentence before or after, in the same section, tells an act."""
    section = places[number].block.section
    around = (n for n in (number - 1, number + 1) if 0 <= n < len(places))
    return any(acts[n] and places[n].block.section == section for n in around)


def _is_condition(place: Place, acts: bool, nearby: bool) -> bool:
    text = _NOT_THEN.sub(" ", place.text)
    # What is missing on a machine is a condition of an act only where somebody acts.
    if acts:
        return has_own_condition(text) or has_condition(text) or _looks_back(place)
    return (nearby and has_own_condition(text)) or _looks_back(place)


def _looks_back(place: Place) -> bool:
    return any(_AT_THE_TIME.search(title) for title in place.block.section)


def _is_cause(place: Place, in_causes: bool) -> bool:
    told = in_causes or gives_reason(place.text) or any(_FOUND.search(t) for t in place.block.section)
    return told and not place.text.endswith("?")


def gives_reason(text: str) -> bool:
    """Whether the words themselves announce a cause, or something that was missing.

    >>> gives_reason("The script had no test for empty files.")
    True
    >>> gives_reason("The patient had no further pain.")
    False
    """
    return any(pattern.search(text) for pattern in (WHY, _WHY_TOO, _MISSING))


def _acts(place: Place) -> bool:
    """Whether somebody does or decides something in the past, as far as words alone can tell."""
    words = [word.lower() for word in _WORD.findall(place.text)]
    if _FUTURE.search(place.text) or not any(_is_past(word) for word in words):
        return False
    opening = [word.lower() for word in _WORD.findall(place.text[:_SUBJECT])]
    known = {*opening, *(f"{a} {b}" for a, b in pairwise(opening))}
    # "Jonas" opens a sentence with the capital that "the" has, too: only known names count.
    return bool(known & _SOMEBODY or known & _parties(place.vocabulary) or known & _people(place))


def _people(place: Place) -> frozenset[str]:
    return people_of(place.document, place.vocabulary)


@cache
def _parties(words: Vocabulary) -> frozenset[str]:
    return words.names | words.people | words.roles | words.teams | words.external


@cache
def _past_forms() -> frozenset[str]:
    forms = {form for line in load("language/irregular_verbs") for form in line.split()[1:]}
    # Present forms stand in the list where they are irregular.
    return frozenset(form for form in forms if not form.endswith("ing")) - {"is", "are", "am", "does", "has"}


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _past_forms()
