"""What somebody did not do, told as the explanation: "did not test it", "without asking the ward"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmlint.language.agents import agent_of
from pmlint.language.clauses import Clause, clause_of
from pmlint.language.phrases import Keyed, verb_lemmas
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import blame, blamed, in_commitments, outsider, span_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS = verb_lemmas("blame/expected_acts")
_NEUTRAL = verb_lemmas("blame/neutral_undone")
# A denied past, or a passive with a by-phrase; what is denied of the present is a state.
TRIGGER = Keyed(
    "didnt instead neither never no nobody none not t without",
    r"\b(?:did|had|been)(?:\s+not|n['’]t)\b|\bnever\b|\bwithout\s+(?:\w+\s+)?\w+ing\b|^(?:didn['’]?t|"
    r"did not|not)\b|"
    r"\b(?:was|were)(?:\s+not|n['’]t)\s+(?:\w+\s+){0,2}?\w+ing\b|\b(?:was|were)(?:\s+not|"
    r"n['’]t)\b[^\n]*\bby\b|"
    r"\b(?:not|didn['’]?t)\s+(?:\w+ly\s+)?(?!having|being)\w+(?:ed|ing)\b|\binstead of\b|"
    r"\b(?:none of|neither of|(?:nobody|no[ -]one) (?:at|from|in|of|on))\b",
)
_BULLET = re.compile(r"\W*((?:didn['’]?t|did not|never|not(?=\s+\w+ing\b))\s+\w+)", re.I)
_MINDFUL = frozenset(
    [
        "understand",
        "listen",
        "care",
        "bother",
        "think",
        "consider",
        "realise",
        "realize",
        "appreciate",
        "heed",
        "respect",
    ]
)
_GERUND = re.compile(
    r"\b(?:result of|due to|because of|caused by|reason (?:was|is)|thanks to|owing to|down to)\b", re.I
)
_ANOTHER = re.compile(r"(?:an?other|any|anyone|other)\b", re.I)


def find(clause: Clause, place: Place) -> Iterator[Hit]:
    """The omission that the clause tells, if it is one."""
    verb, actor = clause.verb, clause.actor
    if clause.hypothetical or clause.hindsight or in_commitments(place):
        return
    yield from _nobody_of(clause, place)
    lemma = _undone(verb)
    if lemma is None or not clause.negated or "not only" in place.text.lower():
        return
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        # "was shipped by the agency without asking us": the by-phrase is who did not ask.
        main = next((t for t in verb.head.ancestors if t.pos_ == "VERB"), None)
        actor = clause_of(main, place).actor if main is not None else None
    bullet = _BULLET.match(place.text)
    if actor is None and bullet and place.block.kind == "item":
        end = verb.idx - place.span.start_char + len(verb.text)
        yield blame(bullet.start(1), end, None, 0.6, target="self")
        return
    if (
        actor is None
        or not blamed(actor, animate=lemma in _MINDFUL)
        or actor.kind == "generic"
        or _ANOTHER.match(actor.text)
    ):
        return
    if (actor.kind == "external" and outsider(actor.text)) or clause.modal:
        return
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        # "I approved it without asking" is an author naming their part: that is PM503's praise.
        if actor.kind == "self":
            return
        if _deliberate(clause):
            return
        start, end = span_of(place, clause, None)
        start = verb.head.idx - place.span.start_char
        confidence = 0.6
    else:
        if not _is_past(clause) and not (verb.tag_ == "VBG" and _GERUND.search(place.text)):
            return
        start, end = span_of(place, clause, actor)
        confidence = 0.65 if actor.kind != "self" else 0.6
    yield blame(start, end, actor, confidence)


def _nobody_of(clause: Clause, place: Place) -> Iterator[Hit]:
    """ "None of the reviewers noticed", "nobody on the ward asked": the group is meant."""
    head = clause.subject
    if head is None or clause.negated or head.lower_ not in ("none", "neither", "nobody", "one", "no-one"):
        return
    if clause.verb.lower_ not in _ACTS or clause.modal or clause.passive:
        return
    for prep in head.children:
        for noun in prep.children if prep.dep_ == "prep" else ():
            who = agent_of(noun, place)
            if who.kind in ("role", "team", "external", "person"):
                start, end = span_of(place, clause, who)
                yield blame(min(start, head.idx - place.span.start_char), end, who, 0.65)


def _undone(verb: Token) -> str | None:
    """The base form of an act that can be missed, or ``None`` for a verb whose denial tells a state."""
    if verb.lower_ == "waiting" and verb.dep_ == "pcomp":
        return "wait"
    known = _ACTS.get(verb.lower_)
    if known or verb.lower_ in _NEUTRAL or verb.tag_ not in ("VB", "VBN", "VBD"):
        return known
    return verb.lower_


def _is_past(clause: Clause) -> bool:
    helpers = {c.lower_ for c in clause.verb.children if c.dep_ in ("aux", "auxpass")}
    if clause.verb.dep_ == "xcomp" or clause.verb.dep_ == "conj":
        helpers |= {c.lower_ for c in clause.verb.head.children if c.dep_ in ("aux", "auxpass")}
    return clause.verb.tag_ == "VBD" or bool(helpers & {"did", "had", "was", "were", "been"})


def _deliberate(clause: Clause) -> bool:
    # "shipped without breaking anything", "managed without needing": no omission.
    return clause.verb.lower_ in ("needing", "having", "breaking", "affecting", "losing")
