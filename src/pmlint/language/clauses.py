"""The clauses of a parsed sentence: who does what, in which mood, and who is hidden.

Dependency labels are those of spaCy's English pipelines (ClearNLP style: de Marneffe and Manning's Stanford
dependencies as converted by Choi and Palmer).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmlint.language.agents import Agent, agent_of
from pmlint.language.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_PERFECT = frozenset(["have", "had", "has", "'ve", "’ve", "of"])
_HINDSIGHT = frozenset(
    [
        "should",
        "could",
        "would",
        "ought",
        "might",
        "must",
        "needed",
        "need",
        "supposed",
        "'d",
        "’d",
        "shoulda",
        "coulda",
    ]
)
_NEGATIONS = frozenset(
    ["not", "n't", "n’t", "never", "nor", "no", "neither", "hardly", "barely", "cannot", "without"]
)
# "did not bother to ask" denies the asking; "did not have the money to ask" does not.
_CARRIES_NEGATION = frozenset(
    ["bother", "bothered", "care", "cared", "choose", "chose", "manage", "try", "tried"]
)
_IF = frozenset(["if", "unless", "whether", "in", "case", "were"])


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its parts.

    Attributes:
        verb: The main verb (for "was careless" the copula).
        subject: Head of its subject, inherited from the clause it hangs on where it has none of its own.
        agent: Who the subject is, or ``None`` without a subject.
        by: Who does it in a passive ("by the vendor"), or ``None``.
        passive: Whether the subject is what the verb is done to.
        negated: Whether it is denied.
        hindsight: Whether it is a past counterfactual ("should have seen").
        modal: The modal verb, lower case, or ``""``.
        hypothetical: Whether it stands in an if-clause or depends on one without being hindsight.
    """

    verb: Token
    subject: Token | None
    agent: Agent | None
    by: Agent | None
    passive: bool
    negated: bool
    hindsight: bool
    modal: str
    hypothetical: bool

    @property
    def actor(self) -> Agent | None:
        """Who acts: the by-phrase of a passive, else the subject of an active clause."""
        return self.by if self.passive else self.agent

    def object(self) -> Token | None:
        """Head of the direct object, of a passive the subject."""
        if self.passive:
            return self.subject
        return next((c for c in self.verb.children if c.dep_ in ("dobj", "attr", "oprd")), None)


def clauses(place: Place) -> Iterator[Clause]:
    """The clauses of the sentence, in the order of their verbs."""
    for token in place.span:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
            yield clause_of(token, place)


def clause_of(verb: Token, place: Place) -> Clause:
    """The clause of a verb."""
    children = list(verb.children)
    auxiliaries = [c for c in children if c.dep_ in ("aux", "auxpass")]
    passive = any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in children)
    subject, inherited_passive = _subject(verb, place)
    if inherited_passive and not any(c.dep_ in _SUBJECTS for c in children):
        passive = passive or (verb.dep_ == "conj" and verb.tag_ == "VBN" and not auxiliaries)
    words = [a.lower_ for a in auxiliaries]
    modal = next((a.lower_ for a in auxiliaries if a.tag_ == "MD" or a.lower_ in _HINDSIGHT), "")
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in ("VBN", "VB"):
        # "should have asked and waited": the second verb shares the first one's auxiliaries.
        first = (
            clause_of(verb.head, place)
            if verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i
            else None
        )
        if first is not None:
            modal, words = first.modal, (["have"] if first.hindsight else [])
    if verb.dep_ == "xcomp" and verb.head.lower_ in ("ought", "needed"):
        modal = verb.head.lower_
    hindsight = (
        modal in _HINDSIGHT and any(w in _PERFECT for w in words) and verb.tag_ in ("VBN", "VBD", "VB")
    )
    return Clause(
        verb=verb,
        subject=subject,
        agent=agent_of(subject, place) if subject is not None else None,
        by=_by(verb, place),
        passive=passive,
        negated=is_negated(verb),
        hindsight=hindsight,
        modal=modal,
        hypothetical=not hindsight and _hypothetical(verb),
    )


def is_negated(verb: Token) -> bool:
    """Whether the verb, or the verb it completes, is denied ("did not manage to tell")."""
    if any(c.dep_ == "neg" or (c.lower_ in _NEGATIONS and c.i < verb.i) for c in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.head.lower_ in _CARRIES_NEGATION:
        return any(c.dep_ == "neg" for c in verb.head.children)
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def _subject(verb: Token, place: Place) -> tuple[Token | None, bool]:
    """The subject's head, and whether it is a passive clause's."""
    seen = set()
    while verb.i not in seen:
        seen.add(verb.i)
        child = _own_subject(verb)
        if child is not None:
            passive = child.dep_ == "nsubjpass"
            if (
                child.lower_ in ("that", "which", "who")
                and verb.dep_ == "relcl"
                and _inside(verb.head, place)
            ):
                return verb.head, passive
            return child, passive
        if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON") and verb.tag_ == "VBG":
            return verb.head, False
        inherits = verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and (
            verb.dep_ != "ccomp" or not any(c.dep_ == "mark" for c in verb.children)
        )
        if not inherits or not _inside(verb.head, place):
            return None, False
        verb = verb.head
        if verb.dep_ == "prep" or verb.pos_ == "ADP":
            verb = verb.head
        if verb.pos_ not in ("VERB", "AUX"):
            return None, False
    return None, False


def _own_subject(verb: Token) -> Token | None:
    found = [c for c in verb.children if c.dep_ in _SUBJECTS and c.dep_ != "expl"]
    # Minutes open with who speaks, at times a second subject to the parser: "Ana: could we have asked".
    return next((c for c in reversed(found) if c.i < verb.i), found[0] if found else None)


def _by(verb: Token, place: Place) -> Agent | None:
    # The parser hangs a late by-phrase on a noun in between ("was not spotted in testing by the ward").
    for child in verb.subtree:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by" and child.i > verb.i:
            for noun in child.children:
                if noun.dep_ == "pobj" and (child.head == verb or verb.tag_ == "VBN"):
                    return agent_of(noun, place)
    return None


def _hypothetical(verb: Token) -> bool:
    def marked(v: Token) -> bool:
        return any(c.dep_ == "mark" and c.lower_ in _IF for c in v.children)

    if marked(verb):
        return True
    return any(c.dep_ == "advcl" and marked(c) and c.tag_ in ("VBP", "VBZ", "VB") for c in verb.children)


def _inside(token: Token, place: Place) -> bool:
    return bool(place.span.start <= token.i < place.span.end)
