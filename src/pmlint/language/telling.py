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
    result = []
    for place in places:
        start, end = place.document.source_range(place.sentence, 0, len(place.text))
        tells: list[Tells] = []
        index = place.block.index
        if (
            place.block.kind != "heading"
            and index not in actions
            and len(place.text.split()) >= _FEWEST_WORDS
        ):
            tells += _tells(place, index in causes)
        if bisect.bisect_left(starts, start) < bisect.bisect_left(starts, end):
            tells.append("flagged")
        if tells:
            line, _ = place.document.position(start)
            result.append(Sentence(place.text, start, end, line, tuple(tells)))
    return tuple(result)


def _tells(place: Place, in_causes: bool) -> list[Tells]:
    tells: list[Tells] = []
    words = [word.lower() for word in _WORD.findall(place.text)]
    acts = _acts(place, words)
    # What is missing on a machine is a condition of an act only where somebody acts.
    looked_back = any(_AT_THE_TIME.search(title) for title in place.block.section)
    if looked_back or has_own_condition(place.text) or (acts and has_condition(place.text)):
        tells.append("condition")
    if acts:
        tells.append("act")
    if (in_causes or WHY.search(place.text)) and not place.text.endswith("?"):
        tells.append("cause")
    return tells


def _acts(place: Place, words: Sequence[str]) -> bool:
    """Whether somebody does or decides something in the past, as far as words alone can tell."""
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
