"""An abstract noun stands where the cause should stand: "communication gaps", "a lack of alignment"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.diffuse._concrete import denied, names_something, on_its_way_out, tokens_in
from pmlint.rules.diffuse._context import explains, introduces_list, spelled_out, told_beside, under_trouble
from pmlint.rules.diffuse._wording import (
    BAD,
    BARE,
    DENIED,
    FELL,
    FELL_SHORT,
    HEADS,
    NAMED,
    PHRASE,
    SIDE,
    WISH,
    WORSE,
)
from pmlint.rules.diffuse._wording import TRIGGER as TRIGGER

if TYPE_CHECKING:
    from spacy.tokens import Token

_LINKS = frozenset(
    "was were is are be been being remain remains remained become became becomes prove proved seem "
    "seemed felt 's ’s".split()
)
_NEAR = 60
_PARTIES = frozenset("team people personnel stakeholder stakeholders".split())
_IF = re.compile(r"\b(?:if|unless|in case|whenever|even when)\b", re.I)


def find(place: Place) -> Iterator[Hit]:
    """Abstractions that the sentence gives as the whole explanation."""
    if not explains(place) or introduces_list(place) or told_beside(place, conditions=False):
        return
    taken = 0
    for start, end in sorted(_spans(place), key=lambda span: (span[0], -span[1])):
        told = _IF.search(place.text[:start]) or spelled_out(place, end)
        if start >= taken and not told and not place.quoted(start, end):
            yield Hit(start, end)
            taken = end


def _spans(place: Place) -> Iterator[tuple[int, int]]:
    text = place.text
    if place.block.kind == "item" and under_trouble(place, causes=True) and BARE.search(text):
        yield 0, len(text.rstrip(" .!"))
    for wish in WISH.finditer(text):
        if not _besides(place, *wish.span(wish.lastgroup or 0)):
            yield wish.span()
    phrases = [m.span() for m in PHRASE.finditer(text)] + [
        m.span(m.lastgroup or 0) for m in NAMED.finditer(text)
    ]
    for start, end in phrases:
        if not _besides(place, start, end):
            yield start, end
    yield from _states(place)


def _besides(place: Place, start: int, end: int) -> bool:
    """Whether the phrase has more to it than fog."""
    phrase = tokens_in(place, start, end)
    return not phrase or names_something(phrase, place) or denied(phrase) or on_its_way_out(phrase)


def _states(place: Place) -> Iterator[tuple[int, int]]:
    """Statements that a side of working together was bad: "planning was lacking", "ownership is an issue"."""
    base = place.span.start_char
    for subject in place.span:
        if subject.dep_ not in ("nsubj", "nsubjpass", "csubj") or not _speaks_of_a_side(subject, place):
            continue
        if subject.lower_ in _PARTIES:
            continue
        word = _verdict(subject.head)
        end = _fell_short(subject, place) if word is None else word.idx - base + len(word)
        if end is not None and not names_something([subject], place):
            yield subject.left_edge.idx - base, end


def _speaks_of_a_side(subject: Token, place: Place) -> bool:
    base = place.span.start_char
    if subject.dep_ == "csubj":
        left, right = subject.left_edge, subject.right_edge
        return bool(SIDE.search(place.text[left.idx - base : right.idx - base + len(right)]))
    return any(m.end() == subject.idx - base + len(subject) for m in SIDE.finditer(place.text))


def _fell_short(subject: Token, place: Place) -> int | None:
    """Where a set phrase ends that says of the subject that it fell short ("was not up to par")."""
    base, verb = place.span.start_char, subject.head
    start = subject.right_edge.idx - base + len(subject.right_edge)
    for match in FELL_SHORT.finditer(place.text, start, start + _NEAR):
        first = min((c.idx for c in verb.children if c.dep_ in ("aux", "auxpass")), default=verb.idx)
        if match.start() <= verb.idx - base < match.end() or match.start() == first - base:
            return match.end()
    return None


def _verdict(verb: Token) -> Token | None:
    """The last word of what the verb says, if it only says that things were bad."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    wished = any(c.lower_ in ("could", "should", "might") for c in verb.children)
    if verb.lower_ in FELL:
        return None if negated else next((c for c in verb.children if c.dep_ == "prt"), verb)
    if wished and verb.lower_ in ("improve", "improved"):
        # "Should be improved" is a plan; "should have been improved" looks back.
        advised = any(c.lower_ == "should" for c in verb.children) and not any(
            c.lower_ in ("have", "of") for c in verb.children
        )
        return None if advised else verb
    if verb.lower_ in BAD and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        return None if negated else verb
    if verb.lower_ in DENIED and any(c.dep_ == "auxpass" for c in verb.children):
        return verb if negated else None
    if verb.lower_ not in _LINKS:
        return None
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and child.i > verb.i:
            bad = child.lower_ in BAD or child.lower_ in HEADS or _worse(child)
            if (bad and not negated and not wished) or (child.lower_ in DENIED and (negated or wished)):
                return child
    return None


def _worse(state: Token) -> bool:
    """Whether it is a comparative that says worse: "weaker", "less clear"."""
    return state.lower_ in WORSE or any(c.lower_ in WORSE for c in state.children)
