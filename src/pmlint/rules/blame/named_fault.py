"""Fault put on a person, a role, a team or an outside party: by verb, by noun, by omission."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.clauses import clauses
from pmlint.language.conditions import conditions_told
from pmlint.language.phrases import any_of, lexicon_pattern, verb_lemmas, words_pattern
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.blame import _fault_nouns, _fault_verbs, _omissions

# "The nurse forgot the second swab: the count sheet had been wiped": what follows the colon tells why.
_EXPLAINED = re.compile(
    r":\s+(?:the|both|no|two|all|its|it|there|an?|our|his|her|their|nobody|nothing|at that)\b", re.I
)
TRIGGER = any_of(
    words_pattern(verb_lemmas("blame/animate_verbs", "blame/failing_verbs", "blame/harm_verbs")),
    lexicon_pattern("blame/failing_phrases"),
    lexicon_pattern("blame/wrong_adverbs"),
    lexicon_pattern("blame/failing_adjectives"),
    r"\b(?:too|really|very|days?|weeks?|months?|hours?)\s+(?:late|slow|slowly|little)\b",
    r"\b(?:miss(?:ed|es|ing)?|wrong|incorrect|untested|unreviewed|unverified|unapproved|buggy|faulty)\b",
    _fault_nouns.TRIGGER,
    _omissions.TRIGGER,
)


def find(place: Place) -> Iterator[Hit]:
    """Faults told without the conditions that led to them."""
    if place.block.kind == "heading" and not place.text[:1].isupper():
        return
    excused = conditions_told(place)
    seen: set[int] = set()
    hits = list(_fault_nouns.find(place))
    if not excused:
        for clause in clauses(place):
            hits += _fault_verbs.find(clause, place)
            hits += _omissions.find(clause, place)
    for hit in sorted(hits, key=lambda h: -(h.confidence or 0)):
        if _EXPLAINED.search(place.text, hit.end):
            continue
        if not place.quoted(hit.start, hit.end) and not seen & set(range(hit.start, hit.end)):
            seen |= set(range(hit.start, hit.end))
            yield hit
