"""Fault put on a person, a role, a team or an outside party: by verb, by noun, by omission."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.clauses import clauses
from pmlint.language.conditions import conditions_told
from pmlint.language.matcher import Phrases
from pmlint.language.phrases import Keyed, any_of, any_word, lexicon_pattern, verb_lemmas
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.blame import _fault_nouns, _fault_verbs, _nominals, _omissions, _regardless, _states
from pmlint.rules.blame._common import framed_away

# "The nurse forgot the second swab: the count sheet had been wiped": what follows the colon tells why.
_EXPLAINED = re.compile(
    r":\s+(?:the|both|no|two|all|its|it|there|an?|our|his|her|their|nobody|nothing|at that)\b", re.I
)
_VERBS = verb_lemmas("blame/animate_verbs", "blame/failing_verbs")
_HARM = verb_lemmas("blame/harm_verbs")
TRIGGER = any_of(
    Phrases(w for w in _VERBS if _VERBS[w] != "fail"),
    Phrases(w for w in _HARM if w not in _HARM.values() and not w.endswith(("s", "ing"))),
    Keyed("fail fails failed failing", r"\bfail(?:s|ed|ing)?\s+(?:\w+ly\s+)?to\b"),
    lexicon_pattern("blame/failing_phrases"),
    lexicon_pattern("blame/wrong_adverbs"),
    lexicon_pattern("blame/failing_adjectives"),
    Keyed(
        "late slow slowly little",
        r"\b(?:too|really|very|days?|weeks?|months?|hours?)\s+(?:late|slow|slowly|little)\b",
    ),
    any_word(
        "miss missed misses missing wrong incorrect untested unreviewed unverified unapproved buggy "
        "faulty".split()
    ),
    _fault_nouns.TRIGGER,
    _omissions.TRIGGER,
    _nominals.TRIGGER,
    _states.TRIGGER,
    _regardless.TRIGGER,
)


def find(place: Place) -> Iterator[Hit]:
    """The surest of the faults that the sentence tells without the conditions that led to them."""
    if place.block.kind == "heading" and not place.text[:1].isupper():
        return
    hits = [*_fault_nouns.find(place), *_states.find(place)]
    if not conditions_told(place):
        hits += _nominals.find(place)
        for clause in clauses(place):
            hits += _fault_verbs.find(clause, place)
            hits += _omissions.find(clause, place)
            hits += _regardless.find(clause, place)
    told = [
        h
        for h in hits
        if not place.quoted(h.start, h.end)
        and not _EXPLAINED.search(place.text, h.end)
        and not framed_away(place.text, h.start, h.end)
    ]
    if told:
        # One remark a sentence: a second fault in it calls for the same question.
        yield max(told, key=lambda h: (h.confidence or 0, -h.start))
