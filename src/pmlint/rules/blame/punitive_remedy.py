"""Remedies aimed at the person: reminded, retrained, warned, asked to be more careful."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.agents import Agent, agent_of
from pmlint.language.clauses import Clause, clauses
from pmlint.language.phrases import any_of, any_word, lexicon_pattern, verb_lemmas
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import blame, blamed, disowned, span_of

_VERBS = verb_lemmas("blame/punitive_verbs")
_PHRASES = any_of(lexicon_pattern("blame/careful"), lexicon_pattern("blame/appeals"))
TRIGGER = any_of(any_word(_VERBS), _PHRASES)
_DENIED = re.compile(
    r"\b(?:not|never|no|cannot|n['’]t|nobody|no one|instead of|rather than|without|nor)\s+(?:\w+\s+){0,4}$",
    re.I,
)
# A calendar or a system reminds without scolding; training on a new tool is no punishment.
_NEUTRAL = re.compile(r"^(?:reminds? (?:me|us) (?:of|that)|warn\w* (?:us|me) (?:that|about|of))", re.I)
_ROUTINE = re.compile(
    r"\b(?:once a|twice a|every|each) (?:day|week|month|quarter|year|shift|season|term)\b|\bannually\b", re.I
)
_PERSONNEL = frozenset(
    ("fire", "discipline", "suspend", "dismiss", "fine", "caution", "sanction", "counsel", "warn")
)


def find(place: Place) -> Iterator[Hit]:
    """The first remedy of the sentence that falls on people instead of on what they work with."""
    if disowned(place.text) or _ROUTINE.search(place.text):
        return
    for clause in clauses(place):
        hit = _punished(clause, place)
        if hit is not None:
            yield hit
            return
    for match in _PHRASES.finditer(place.text):
        if not _DENIED.search(place.text[: match.start()]) and not place.quoted(*match.span()):
            start, end = match.span()
            yield blame(start, end, _subject_at(place, start))
            return


def _punished(clause: Clause, place: Place) -> Hit | None:
    verb = clause.verb
    lemma = _VERBS.get(verb.lower_)
    if lemma is None or clause.negated or clause.hypothetical or clause.hindsight:
        return None
    if _NEUTRAL.match(place.text[verb.idx - place.span.start_char :]):
        return None
    if clause.passive:
        who = clause.agent
        doer = clause.by
    else:
        object_ = clause.object()
        who = agent_of(object_, place) if object_ is not None else None
        doer = clause.agent
    if doer is not None and doer.kind in ("system", "name") and not clause.passive:
        return None
    if not blamed(who, animate=lemma not in _PERSONNEL) or who is None:
        return None
    if who.kind == "self" and lemma in ("remind", "warn", "caution"):
        return None
    if doer is not None and doer.kind in ("external", "system") and clause.passive:
        return None  # a regulator's fine is a fact of the case, not the review's remedy
    if lemma in ("warn", "caution", "remind") and who.kind == "external":
        return None
    if lemma in ("warn", "caution") and not re.search(
        r"\b(?:formal|written|verbal|final|not to|against)\b", place.text, re.I
    ):
        return None
    start, end = span_of(place, clause, who)
    return blame(start, end, who)


def _subject_at(place: Place, start: int) -> Agent | None:
    base = place.span.start_char
    for clause in clauses(place):
        at = clause.verb.idx - base
        if (
            clause.agent is not None
            and clause.agent.start <= start
            and at >= start - 12
            and blamed(clause.agent)
        ):
            return clause.agent
    return None
