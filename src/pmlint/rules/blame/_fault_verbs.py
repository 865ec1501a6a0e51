"""Verbs of failing and of harm with somebody as their subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmlint.language.agents import Agent
from pmlint.language.clauses import Clause
from pmlint.language.inflect import noun_forms, verb_forms
from pmlint.language.phrases import lexicon_pattern, verb_lemmas
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import blame, blamed, disowned, span_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANIMATE = verb_lemmas("blame/animate_verbs")
_FAILING = verb_lemmas("blame/failing_verbs")
_HARM = verb_lemmas("blame/harm_verbs")
_INSTEAD = re.compile(
    r"\binstead of\b.*[,;]\s*(?:which|and (?:this|that|it|so)|so|causing|leading)\b|"
    r"\binstead of\b.*\b(?:broke|caused)\b",
    re.I,
)
_FOUND = frozenset(
    f
    for v in ("find", "spot", "notice", "report", "fix", "correct", "see", "catch", "identify", "replace")
    for f in verb_forms(v)
)
_TOLD = frozenset(
    "asked called found mentioned noticed raised reported said saw suggested told was were had did".split()
)
# What nobody should have handed on.
_WRONG = frozenset("wrong incorrect untested unreviewed unverified unapproved buggy faulty".split())
# "We misread it": the tagger cannot tell present from past.
_SAME_IN_PAST = frozenset(("misread", "put", "cut", "let"))
_BODY = (
    "arm",
    "ankle",
    "bone",
    "elbow",
    "finger",
    "hip",
    "leg",
    "neck",
    "rib",
    "ribs",
    "shoulder",
    "toe",
    "wrist",
)
_UNHARMED = frozenset(("record", "records", "ground", "ice", "news", "silence", "rules", "deadlock", *_BODY))
_LATE = frozenset(("late", "slowly", "little", "slow"))
_BE = frozenset(("was", "were", "been", "is", "are"))
_MISS = frozenset(verb_forms("miss"))
_MISSED = frozenset(form for noun in load("blame/missed_things") for form in noun_forms(noun))
_ADJECTIVES = frozenset(load("blame/failing_adjectives"))
_ADVERBS = frozenset(load("blame/wrong_adverbs"))
_PHRASES = lexicon_pattern("blame/failing_phrases")
_AHEAD = frozenset(
    ["will", "would", "shall", "can", "may", "might", "could", "should", "must", "'ll", "’ll", "'d", "’d"]
)


def find(clause: Clause, place: Place) -> Iterator[Hit]:
    """The clause's fault, if it is one."""
    verb, actor = clause.verb, clause.actor
    if place.text.rstrip().endswith("?") or clause.hypothetical or clause.hindsight or clause.modal in _AHEAD:
        return
    if disowned(place.text) or (clause.negated and verb.dep_ != "xcomp"):
        return
    if actor is None or not blamed(actor, animate=verb.lower_ in _ANIMATE):
        return
    fault = _fault(clause, actor)
    if fault is not None:
        yield _hit(place, clause, actor, *fault)
    else:
        yield from _idiom(place, clause, actor)


def _fault(clause: Clause, actor: Agent) -> tuple[Token, float] | None:
    """The last word of the fault, and how sure it is one."""
    verb, word = clause.verb, clause.verb.lower_
    if _fails(clause, word):
        end = next((c for c in verb.children if c.dep_ == "xcomp" and word.startswith("fail")), verb)
        return end, 0.85 if actor.kind != "name" else 0.7
    if word in _BE:
        quality = _quality(clause) if actor.kind != "self" else None
        return (quality, 0.65) if quality is not None else None
    if verb.tag_ == "VBG" or not _past(clause):
        return None
    if (
        word in _HARM
        and actor.kind not in ("self", "generic")
        and _harms(clause)
        and not _by_customers(actor)
    ):
        return verb, 0.65
    if word in _MISS and _misses(clause):
        return clause.object() or verb, 0.7
    wrong = _wrong_thing(clause)
    if wrong is not None:
        return wrong, 0.65
    late = _too_late(clause)
    if late is not None:
        return late, 0.6
    if actor.kind in ("person", "role") and _instead(clause):
        return verb, 0.55
    if _somebody_of_ours(clause):
        return verb, 0.55
    if any(c.lower_ in _ADVERBS and c.dep_ == "advmod" for c in verb.children):
        return verb, 0.7
    return None


def _fails(clause: Clause, word: str) -> bool:
    if clause.verb.tag_ == "VB" and clause.verb.dep_ != "xcomp":
        return False  # "forget it" is said, not done
    if clause.verb.dep_ == "relcl" and clause.verb.tag_ == "VBP":
        return False  # "pupils who forget their bag": whoever it will be, nobody is blamed
    if word in _ANIMATE:
        # "was refused by the council" reports a decision that was the council's to take.
        return not (clause.passive and _ANIMATE[word] == "refuse")
    if word not in _FAILING or (clause.passive and clause.by is None):
        return False
    if _FAILING[word] == "fail":
        # "The team failed" alone is a result; "failed to tell us" is a failure of people.
        return any(c.dep_ == "xcomp" for c in clause.verb.children)
    return _past(clause)


def _somebody_of_ours(clause: Clause) -> bool:
    """ "Somebody on the team pushed it": nobody is named, and everybody looks around."""
    head = clause.subject
    if head is None or clause.passive or head.lower_ not in ("someone", "somebody"):
        return False
    return clause.verb.lower_ not in _TOLD and any(c.lower_ in ("on", "from", "in") for c in head.children)


def _instead(clause: Clause) -> bool:
    """ "Opened it with the old key instead of the new one, which broke the lock": the choice is the cause."""
    after = "".join(token.text_with_ws for token in clause.verb.doc[clause.verb.i :])
    return bool(_INSTEAD.search(after))


def _harms(clause: Clause) -> bool:
    # "broke for lunch" and "broke the record" do no harm.
    thing = clause.object()
    return thing is not None and thing.lower_ not in _UNHARMED


def _misses(clause: Clause) -> bool:
    thing = clause.object()
    return thing is not None and thing.lower_ in _MISSED


def _wrong_thing(clause: Clause) -> Token | None:
    """ "ran it on the wrong server", "gave the wrong dose": the noun that was wrong."""
    if clause.verb.lower_ in _FOUND:
        return None
    if clause.passive and clause.by is None:
        return None
    for token in clause.verb.subtree:
        if token.dep_ == "amod" and token.lower_ in _WRONG and token.i > clause.verb.i:
            governor = token.head.head.head if token.head.dep_ == "pobj" else token.head.head
            return token.head if governor == clause.verb and token.head.dep_ in ("dobj", "pobj") else None
    return None


def _too_late(clause: Clause) -> Token | None:
    """ "communicated too late", "reacted far too slowly": the adverb."""
    for child in clause.verb.children:
        late = child.dep_ in ("advmod", "acomp") and child.lower_ in _LATE and child.i > clause.verb.i
        if late and any(
            c.lower_ in ("too", "really", "very") or c.dep_ == "npadvmod" for c in child.children
        ):
            return child  # "too late", "three weeks late"
    return None


def _quality(clause: Clause) -> Token | None:
    """ "Support was too slow": the adjective that finds fault with the subject."""
    for child in clause.verb.children:
        if child.dep_ == "acomp" and child.lower_ in _ADJECTIVES:
            return child
    return None


def _past(clause: Clause) -> bool:
    if clause.verb.tag_ == "VBP" and clause.verb.lower_ in _SAME_IN_PAST:
        return True
    return clause.verb.tag_ in ("VBD", "VBN", "VBG")


def _idiom(place: Place, clause: Clause, actor: Agent) -> Iterator[Hit]:
    base = place.span.start_char
    at = clause.verb.idx - base
    for match in _PHRASES.finditer(place.text):
        if actor.kind == "self" and re.search(r"\b(?:down|open|unlocked)\b", match[0]):
            continue  # "we took the site down" is how one works on it
        if match.start() <= at < match.end():
            start = (
                actor.start
                if 0 <= actor.start < match.start() and match.start() - actor.end < 30
                else match.start()
            )
            if not place.text.lower().startswith("what "):  # "What we got wrong" announces, it does not judge
                yield blame(start, match.end(), actor, 0.8)


def _by_customers(actor: Agent) -> bool:
    # "Customers caused a spike" tells a load, not a fault.
    return actor.kind == "external" and any(
        word in actor.text.lower()
        for word in ("user", "customer", "client", "guest", "patient", "they", "who")
    )


def _hit(place: Place, clause: Clause, actor: Agent, end: Token, confidence: float) -> Hit:
    start, stop = span_of(place, clause, actor, to=end)
    return blame(start, stop, actor, confidence)
