"""Verdicts on character or competence: careless, sloppy, lazy, reckless, incompetent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.agents import Agent, agent_of
from pmlint.language.clauses import clauses
from pmlint.language.phrases import lexicon_pattern
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import attackers, blame, blamed, disowned, framed_away

TRIGGER = lexicon_pattern("blame/verdict_words")
_SENSES = lexicon_pattern("blame/verdict_senses")
_DENIED = re.compile(
    r"\b(?:not|never|n['’]t|no|nobody|no one|neither|nor|rather than|instead of|without (?:being|calling))\s+"
    r"(?:\w+\s+){0,2}$|\b(?:none of \w+|not\s+(?:\w+\s+)?(?:any\w*|that))\s+(?:\w+\s+){0,3}$|"
    r"\bcalling\s+\w+\s+$",
    re.I,
)
_ACTS = re.compile(r"(?:er|or|bot|check|script|engine)s?$")
# Words that fit things too need somebody as their bearer.
_OF_PEOPLE_ONLY = re.compile(
    r"^(?:impatient|dumb|selfish\w*|stubborn\w*|useless|pathetic|immature|dishonest|unqualified|amateur|"
    r"cowboy|inexperienced|"
    r"half-baked)$",
    re.I,
)


def find(place: Place) -> Iterator[Hit]:
    """Every verdict, with whom it falls on."""
    senses = [m.span() for m in _SENSES.finditer(place.text)]
    for match in TRIGGER.finditer(place.text):
        start, end = match.span()
        if any(a <= start and end <= b for a, b in senses) or place.quoted(start, end):
            continue
        if start and match[0][0].isupper() and not match[0].isupper():
            continue  # a title or a name: "they played Careless Whisper"
        if "-" in (place.text[start - 1 : start], place.text[end : end + 1]):
            continue  # "a careless-looking seam" describes the seam
        if _denied(place.text[:start], match[0]) or framed_away(place.text, start, end):
            continue
        if disowned(place.text) or attackers().search(place.text):
            continue
        bearer = _bearer(place, start, end)
        if bearer is None and _said_of_a_thing(place, start, end):
            continue
        if _OF_PEOPLE_ONLY.match(match[0]) and not blamed(bearer, animate=True):
            continue
        yield blame(start, end, bearer if blamed(bearer, animate=True) else None)


def _said_of_a_thing(place: Place, start: int, end: int) -> bool:
    """ "The launcher is sloppy": the subject of the words is no person, and the sentence is about it."""
    base = place.span.start_char
    for token in place.span:
        if start <= token.idx - base < end and token.dep_ in ("acomp", "attr") and token.head.pos_ == "AUX":
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
                return False
            # Code and attitudes are people's work; launchers and parsers act by themselves.
            word = subject.lower_
            return word in place.vocabulary.systems or (
                _ACTS.search(word) is not None and word not in place.vocabulary.roles
            )
    return False


def _denied(before: str, words: str) -> bool:
    return bool(_DENIED.search(before)) and not words.lower().startswith(("not", "without"))


def _bearer(place: Place, start: int, end: int) -> Agent | None:
    """Whom the words describe: the noun they stand by, its owner, or the subject of their clause."""
    base = place.span.start_char
    inside = [t for t in place.span if start <= t.idx - base < end]
    for token in inside:
        if token.dep_ == "amod":
            agent = agent_of(token.head, place)
            if agent.kind != "system":
                return agent
            owner = next((c for c in token.head.children if c.dep_ == "poss"), None)
            return agent_of(owner, place) if owner is not None else None
        for prep in token.children:
            if prep.lower_ == "of":
                for noun in prep.children:
                    return agent_of(noun, place)  # "unprofessional of the venue"
    for clause in clauses(place):
        if any(
            t.i == clause.verb.i or t.head.i == clause.verb.i or clause.verb.is_ancestor(t) for t in inside
        ):
            found = clause.actor if clause.passive else clause.agent
            if found is not None and found.kind != "system":
                return found
    for token in inside:
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is not None:
            return agent_of(owner, place)
    return None
