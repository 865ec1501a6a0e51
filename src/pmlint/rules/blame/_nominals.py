"""Failing told as a noun or an adjective: "Norvik reluctance to share", "a wrongly entered sum"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmlint.language.agents import Agent, agent_of
from pmlint.language.inflect import verb_forms
from pmlint.language.people import people_of
from pmlint.language.phrases import Keyed, any_of, lexicon_pattern, verb_lemmas
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.records import Target
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import attackers, blame, blamed, disowned, in_commitments, outsider

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFUSALS = frozenset(("refusal", "unwillingness", "reluctance"))
_NOUNS = _REFUSALS | {"failure"}
_OWED = verb_lemmas("blame/owed_acts")
_ADVERBS = frozenset(load("blame/wrong_adverbs")) | {"badly", "poorly", "sloppily"}
_NAMED = ("PROPN", "NOUN")
_LINKS = frozenset(("&", "and", "/"))
TRIGGER = any_of(
    Keyed(
        "refusal unwillingness reluctance failure",
        r"\b(?:refusal|unwillingness|reluctance|failure)\s+to\s+\w",
    ),
    Keyed("badly poorly sloppily", r"\b(?:badly|poorly|sloppily)\s+\w+(?:ed|en|t)\b[^\n]*\bby\b"),
    lexicon_pattern("blame/wrong_adverbs"),
)
# What makes of "failure to check" the explanation: it opens the unit, or a cause is named with it.
_EXPLAINS = re.compile(
    r"(?:^\W*(?:the\s+)?|\b(?:due to|because of|caused by|result of|owing to|(?:cause|reason) (?:was|is))"
    r"\s+(?:(?:a|an|the)\s+)?)$",
    re.I,
)
_OPENING = re.compile(
    r"\W*(?:(?:at|on|by|in|after|before|around)\s[^,.;]{1,24},\s*)?(?:(?:the|our|an?|their|two|both)\s+)?",
    re.I,
)
_HELPERS = frozenset(("had", "have", "has", "then", "also", "only", "never", "just"))
_IRREGULAR = frozenset(f for line in load("language/irregular_verbs") for f in verb_forms(line.split()[0]))


def find(place: Place) -> Iterator[Hit]:
    """Every nominal failing of the sentence whose owner can be found."""
    if disowned(place.text) or in_commitments(place):
        return
    for token in place.span:
        if token.lower_ in _NOUNS and token.i + 2 < place.span.end and token.nbor().lower_ == "to":
            yield from _refused(place, token)
        elif token.tag_ in ("VBN", "VBD", "JJ") and token.dep_ == "amod":
            yield from _wrongly_done(place, token)


def _refused(place: Place, noun: Token) -> Iterator[Hit]:
    """ "Norvik & Sohn reluctance to share", or a failure whose owner the sentence before names."""
    base = place.span.start_char
    at = noun.idx - base
    if any(c.dep_ == "poss" or c.lower_ in ("no", "by", "of") for c in noun.children):
        return  # the nouns with an owner in their grammar are found there
    owed = next((t for t in noun.doc[noun.i + 2 : noun.i + 4] if t.tag_ == "VB"), None)
    if owed is None or owed.lower_ not in _OWED:
        return
    owner = _before(place, noun)
    if owner is not None:
        # A bare name with an act that only people owe each other is somebody, whatever it is called.
        if blamed(owner, animate=noun.lower_ in _REFUSALS):
            yield blame(owner.start, at + len(noun.text), owner, 0.8)
    elif _EXPLAINS.search(place.text[:at]):
        target = _named_in(place.before, place)
        if target is not None:
            yield blame(at, owed.idx - base + len(owed.text), None, 0.6, target=target)


def _before(place: Place, noun: Token) -> Agent | None:
    """The party whose name stands right before the noun, however the parser ties the two."""
    if noun.i == place.span.start or noun.nbor(-1).pos_ not in _NAMED:
        return None
    last = noun.nbor(-1)
    agent = agent_of(last, place)
    first = last
    while first.i > place.span.start:
        left = first.nbor(-1)
        linked = left.lower_ in _LINKS and left.i > place.span.start and left.nbor(-1).pos_ == "PROPN"
        if not linked and left.pos_ != "PROPN":
            break
        first = left.nbor(-1) if linked else left
    start = min(agent.start, first.idx - place.span.start_char)
    return Agent(agent.kind, start, agent.end, place.text[start : agent.end])


def _named_in(text: str, place: Place) -> Target | None:
    """Who acts in the sentence before, where it opens with a party and a verb in the past."""
    opening = _OPENING.match(text)
    words = text[opening.end() if opening else 0 :].split()[:7]
    if attackers().search(text):
        return None
    for length in (3, 2, 1):
        after = [w for w in words[length : length + 3] if w.lower() not in _HELPERS]
        if after and (after[0].lower().endswith("ed") or after[0].lower() in _IRREGULAR):
            target = _target(words[:length], place)
            if target is not None:
                return target
    return None


def _target(party: list[str], place: Place) -> Target | None:
    words = place.vocabulary
    who = " ".join(party).lower()
    if outsider(who):
        return None
    for phrase in (who, " ".join(who.split()[-2:]), who.split()[-1]):
        if phrase in words.systems:
            return None
        if phrase in words.roles:
            return "role"
        if phrase in words.teams:
            return "team"
        if phrase in words.external:
            return "external"
    named = party[0][:1].isupper() and {who.split()[-1], who.split()[0]} & people_of(place.document, words)
    return "person" if who in ("he", "she") or named else None


def _wrongly_done(place: Place, participle: Token) -> Iterator[Hit]:
    """ "a prematurely sent note by the press team": the adverb judges, the by-phrase names."""
    adverb = next((c for c in participle.children if c.lower_ in _ADVERBS), None)
    if adverb is None:
        return
    base = place.span.start_char
    head = participle.head
    for token in place.span.doc[head.i + 1 : min(head.i + 8, place.span.end)]:
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ";", ":"):
            return
        if token.lower_ == "by":
            who = next((agent_of(c, place) for c in token.children if c.dep_ == "pobj"), None)
            if who is not None and blamed(who) and not outsider(who.text):
                yield blame(adverb.idx - base, who.end, who, 0.7)
            return
