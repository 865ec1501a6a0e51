"""Duties met seldom, and going on against what was known: "rarely answered", "shipped it anyway"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmlint.language.agents import Agent
from pmlint.language.clauses import Clause
from pmlint.language.phrases import Keyed, any_of, lexicon_pattern, verb_lemmas
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import blame, blamed, disowned, in_commitments, outsider, span_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWED = verb_lemmas("blame/owed_acts")
_GO_ON = verb_lemmas("blame/proceeding_verbs")
_KEEP = verb_lemmas("blame/persisting_verbs")
_OBSTACLES = lexicon_pattern("blame/obstacles")
_SELDOM = frozenset(("rarely", "seldom"))
_HARDLY = frozenset(("hardly", "scarcely", "barely"))
_BOTHERED = re.compile(r"\b(?:can(?:not| not|['’]t)|could(?: not|n['’]t))\s+(?:\w+\s+)?be\s+bothered\b", re.I)
_DESPITE = re.compile(
    r"\b(?:despite|in spite of)\s+(?:having been|being)\s+(?:\w+\s+){0,2}?"
    r"(?:asked|told|warned|reminded)\b|"
    r"\b(?:despite|in spite of)\s+(?:\w+\s+){0,3}?(?:reminders|requests|warnings)\b",
    re.I,
)
_ANYWAY = re.compile(
    r"\b(?:anyway|anyhow|regardless(?!\s+of\s+(?:who|what|how|whether|the\s+(?:number|size)))|nevertheless|"
    r"nonetheless|all the same(?=\W*$|,))\b",
    re.I,
)
TRIGGER = any_of(
    Keyed(
        "rarely seldom hardly scarcely barely always",
        r"\b(?:rarely|seldom|(?:hardly|scarcely|barely) ever|not always)\b|n['’]t always\b",
    ),
    Keyed("bothered", _BOTHERED.pattern),
    Keyed("despite spite", _DESPITE.pattern),
    Keyed("anyway anyhow regardless nevertheless nonetheless same", _ANYWAY.pattern),
)


def find(clause: Clause, place: Place) -> Iterator[Hit]:
    """The clause's fault, if it is one of these."""
    if place.text.rstrip().endswith("?") or clause.hypothetical or clause.hindsight:
        return
    if disowned(place.text) or in_commitments(place):
        return
    verb, base = clause.verb, place.span.start_char
    if verb.lower_ == "bothered" and _BOTHERED.search(place.text):
        who = clause.agent
        if who is not None and blamed(who, animate=True) and who.kind not in ("generic", "self"):
            yield blame(*span_of(place, clause, who), who, 0.8)
        return
    who = clause.actor
    if who is None or clause.modal or who.kind in ("self", "generic") or outsider(who.text):
        return
    if (_seldom(clause) or _not_always(clause)) and verb.lower_ in _OWED and blamed(who, animate=True):
        yield blame(*span_of(place, clause, who), who, 0.65)
        return
    despite = _DESPITE.search(place.text)
    if despite and blamed(who) and _withheld(clause) and _governs(clause, base, despite.start()):
        yield blame(*span_of(place, clause, who), who, 0.7)
        return
    if blamed(who) and _went_on(clause, place, who):
        yield blame(*span_of(place, clause, who), who, 0.65)


def _seldom(clause: Clause) -> bool:
    """ "rarely answered", "hardly ever replied": in the past; in the present it is how things are."""
    if clause.passive or clause.verb.tag_ not in ("VBD", "VBN"):
        return False
    said = {c.lower_ for c in clause.verb.children if c.i < clause.verb.i}
    before = clause.verb.doc[max(clause.verb.i - 2, 0) : clause.verb.i].text.lower().split()
    return bool(said & _SELDOM) or (len(before) == 2 and before[0] in _HARDLY and before[1] == "ever")


def _not_always(clause: Clause) -> bool:
    helpers = {c.lower_ for c in clause.verb.children if c.dep_ == "aux"}
    always = any(c.lower_ == "always" for c in clause.verb.children)
    return always and clause.negated and "did" in helpers


def _withheld(clause: Clause) -> bool:
    """Whether the clause tells something not done, or kept up: "sent no list", "still left it open"."""
    thing = clause.object()
    nothing = thing is not None and any(c.lower_ == "no" for c in thing.children)
    said = {c.lower_ for c in clause.verb.children}
    past = clause.verb.tag_ == "VBD" or "did" in said
    return past and (clause.negated or nothing or "still" in said or clause.verb.lower_ in _KEEP)


def _governs(clause: Clause, base: int, at: int) -> bool:
    """Whether the words at ``at`` hang on this clause and not on another one between."""
    words = [t for t in clause.verb.subtree if t.idx - base >= at]
    return bool(words)


def _went_on(clause: Clause, place: Place, who: Agent) -> bool:
    """ "QA had objected, and product merged the change regardless"."""
    verb = clause.verb
    if verb.tag_ not in ("VBD", "VBN") or verb.lower_ not in _GO_ON or clause.passive or clause.negated:
        return False
    base = place.span.start_char
    for match in _ANYWAY.finditer(place.text):
        word = next((t for t in place.span if t.idx - base == match.start()), None)
        if word is None or _clause_verb(word, verb) != verb:
            continue
        rest = place.text[: who.start] + " | " + place.text[match.end() :]
        between = place.text[who.end : verb.idx - base]
        if _OBSTACLES.search(rest) or _OBSTACLES.search(between):
            return True
    return False


def _clause_verb(word: Token, verb: Token) -> Token:
    """The verb that the adverb belongs to: the nearest one above, up through "started digging"."""
    for above in word.ancestors:
        if above.i == verb.i:
            return verb
        if above.pos_ == "VERB" and above.dep_ not in ("xcomp", "conj", "advcl", "ccomp"):
            return above
    return word
