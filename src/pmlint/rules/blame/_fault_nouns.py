"""Nouns of failing with an owner: "the vendor's negligence", "a mistake by the night shift", "to blame"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmlint.language.agents import Agent, agent_of
from pmlint.language.clauses import clause_of
from pmlint.language.conditions import conditions_told
from pmlint.language.inflect import noun_forms, verb_forms
from pmlint.language.matcher import Phrases
from pmlint.language.phrases import Gated, Keyed, Searcher, any_of, words_pattern
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import attackers, blame, blamed, disowned

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset(f for noun in load("blame/fault_nouns") for f in noun_forms(noun)) | {
    "error",
    "errors",
    "lack",
}
# Work that is at fault once an adjective says so: "the agency's poor handover".
_WORK = frozenset(f for noun in load("blame/work_nouns") for f in noun_forms(noun))
_POOR = frozenset(load("blame/poor_adjectives"))
_TO_BLAME = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+(?:(?:entirely|solely|largely|partly|also|clearly|mainly|fully|"
    r"directly)\s+)?"
    r"(?:to blame|at fault|responsible for (?:the|this|that|our|all|causing)\b[^.;]{0,40}?"
    r"(?:outage|incident|failure|delay|loss|breach|damage|mess|problem|overrun|defect|error|mistake|"
    r"downtime))",
    re.I,
)
_BLAME = Keyed(
    "blame fault",
    r"\b(?:blame|fault) (?:lies|rests|falls|sits|belongs) (?:\w+ ){0,2}(?:with|on|to)\b|\bI blame\b|"
    r"\bown fault\b",
)
# "failure" and "error" are words of machines too: only with an owner in sight may they be somebody's.
_OF_THINGS_TOO = frozenset(
    "slip slips typo typos misuse failure failures error errors fault faults lack".split()
)
_OWNED = (
    rf"(?:['’]s|s['’]|\b(?:my|our|your|his|her|their|"
    rf"whose))\s+(?:[\w-]+\s+){{0,4}}?{words_pattern(_OF_THINGS_TOO)}|"
    rf"{words_pattern(_OF_THINGS_TOO)}\s+(?:[\w-]+\s+){{0,3}}?(?:by|of|from|in|on)\b|"
    rf"{words_pattern(_OF_THINGS_TOO)}\s+(?:was|were|been)\s+(?:made|committed)\b"
)
_WANTING = (
    rf"{words_pattern(_POOR)}\s+(?:[\w-]+\s+){{0,3}}?{words_pattern(_WORK)}|"
    rf"{words_pattern(_WORK)}\s+(?:[\w-]+\s+){{0,6}}?{words_pattern(_POOR)}"
)
TRIGGER = any_of(
    Phrases(_NOUNS - _OF_THINGS_TOO),
    Gated(Phrases(_OF_THINGS_TOO), _OWNED),
    Gated(Phrases(_POOR), _WANTING),
    _TO_BLAME,
    _BLAME,
)
_OF = frozenset(("by", "of", "from", "in"))
_ANIMATE = frozenset(
    [
        "refusal",
        "negligence",
        "unwillingness",
        "carelessness",
        "incompetence",
        "laziness",
        "reluctance",
        "stubbornness",
    ]
)
# "our errors" are as often those of a program, and "our inability to revert" is a state of the system.
_OWN = frozenset(
    [
        "mistake",
        "fault",
        "failure",
        "negligence",
        "error",
        "oversight",
        "misjudgement",
        "misjudgment",
        "blunder",
        "lack",
    ]
)
_FACED = frozenset(
    form
    for verb in (
        "acknowledge",
        "admit",
        "correct",
        "describe",
        "fix",
        "flag",
        "name",
        "notice",
        "own",
        "report",
        "share",
        "spot",
    )
    for form in verb_forms(verb)
)
_NOT = re.compile(r"\b(?:not|n['’]t|nobody|no one|no-one|neither|who|nothing)\b", re.I)
_BY_ITSELF = re.compile(r"\b(?:I|own)\b")


def find(place: Place) -> Iterator[Hit]:
    """Every fault noun with somebody as its owner, and every "is to blame"."""
    if disowned(place.text):
        return
    if not conditions_told(place):
        for token in place.span:
            if token.pos_ in ("NOUN", "PROPN") and (token.lower_ in _NOUNS or _poor_work(token)):
                yield from _owned(place, token)
    patterns: tuple[Searcher, ...] = (_TO_BLAME, _BLAME)
    for pattern in patterns:
        for match in pattern.finditer(place.text):
            yield from _to_blame(place, *match.span())


def _poor_work(noun: Token) -> bool:
    if noun.lower_ not in _WORK:
        return False
    said = [c for c in noun.children if c.dep_ == "amod"]
    if noun.dep_ == "nsubj" and noun.head.lemma_ != "have":
        said += [c for c in noun.head.children if c.dep_ in ("acomp", "attr")] + [noun.head]
    return any(c.lower_ in _POOR for c in said)


def _owned(place: Place, noun: Token) -> Iterator[Hit]:
    if noun.dep_ == "dobj" and noun.head.lower_ in _FACED:
        return  # "the apprentice reported his own error" praises
    owner = _owner(noun, place)
    if owner is None or not blamed(owner, animate=noun.lower_ in _ANIMATE) or _denied(noun):
        return
    if owner.kind == "self" and not (noun.lower_ in _WORK or (noun.tag_ == "NN" and noun.lower_ in _OWN)):
        return
    base = place.span.start_char
    start, end = noun.idx - base, noun.idx - base + len(noun.text)
    near = owner.end <= start or owner.start - end < 40
    yield blame(
        min(owner.start, start) if near else start,
        max(owner.end, end) if near else end,
        owner,
        0.8 if noun.lower_ in _NOUNS else 0.65,
    )


def _owner(noun: Token, place: Place) -> Agent | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return agent_of(child, place)
        if child.dep_ == "prep" and child.lower_ in _OF and noun.lower_ != "lack":
            for who in child.children:
                if who.dep_ == "pobj":
                    return agent_of(who, place)
        if child.dep_ == "prep" and child.lower_ == "on":
            for part in child.children:
                if part.lower_ == "part":
                    return next(
                        (
                            agent_of(c, place)
                            for c in part.subtree
                            if c.dep_ in ("poss", "pobj") and c != part
                        ),
                        None,
                    )
        if child.dep_ == "compound" and noun.lower_ not in _OF_THINGS_TOO:
            agent = agent_of(child, place)
            if agent.kind in ("role", "team", "external") or (
                agent.kind == "name" and noun.lower_ in _ANIMATE
            ):
                return agent
    if noun.dep_ == "nsubjpass" and noun.head.lower_ in ("made", "committed"):
        return clause_of(noun.head, place).by
    return None


def _denied(noun: Token) -> bool:
    return any(c.lower_ == "no" for c in noun.children) or any(
        c.dep_ == "neg" for c in noun.head.children if noun.dep_ in ("attr", "dobj", "nsubj")
    )


def _to_blame(place: Place, start: int, end: int) -> Iterator[Hit]:
    if _NOT.search(place.text[max(0, start - 40) : end]):
        return
    base = place.span.start_char
    subjects = [t for t in place.span if t.idx - base < start and t.dep_ in ("nsubj", "nsubjpass")]
    agent = agent_of(subjects[-1], place) if subjects else None
    after = [t for t in place.span if t.idx - base >= end and t.dep_ == "pobj"]
    if after and place.text[start:end].lower().startswith(("blame", "fault", "the blame")):
        agent = agent_of(after[0], place)  # "the blame lies with the planners"
    if agent is None or not blamed(agent, animate=True):
        if _BY_ITSELF.search(place.text[start:end]):
            yield blame(start, end, None, 0.7, target="self")
        return
    if attackers().search(agent.text):
        return
    yield blame(
        agent.start if 0 <= start - agent.end < 40 else start,
        end,
        agent,
        0.8 if agent.kind != "name" else 0.55,
    )
