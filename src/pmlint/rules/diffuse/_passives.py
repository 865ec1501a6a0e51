"""Acts told in the passive, each with the one who is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmlint.language.clauses import Clause, clause_of, clauses
from pmlint.language.place import Place

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOW = frozenset("is are 's ’s being am gets get be".split())
_THEN = frozenset("was were been had have has".split())
_AUXILIARY = ("aux", "auxpass")
_PARTS = (*_AUXILIARY, "neg", "prt")
_NOBODY = frozenset(("mistake", "accident", "error", "chance", "oversight"))
_NEGATIVE = frozenset(
    "not n't n’t never insufficiently inadequately nor hardly barely scarcely poorly badly loosely "
    "inconsistently half-heartedly".split()
)


_SELF = re.compile(r"\b(?:we|I)\b", re.I)


@dataclass(frozen=True, slots=True)
class Passive:
    """Something done, or left undone, by nobody.

    Attributes:
        clause: Its clause.
        verb: The participle.
        subject: Head of what it was done to, or ``None``.
        past: Whether it is told as past (or without a tense, as in a note).
        denied: Whether it is said not to have been done, or not well.
        start: First character of the passive in the sentence.
        end: One past its last character.
    """

    clause: Clause
    verb: Token
    subject: Token | None
    past: bool
    denied: bool
    start: int
    end: int

    @property
    def object(self) -> str:
        """What it was done to: the head of the subject, lower case, or ``""``."""
        return self.subject.lower_ if self.subject is not None else ""


def passives(place: Place) -> Iterator[Passive]:
    """The passives of the sentence that name no actor."""
    for token in place.span:
        if token.tag_ in ("VBN", "VBD") and token.dep_ not in ("amod", "compound", "aux", "auxpass"):
            clause = clause_of(token, place)
            if not _by(token) and _is_passive(token, clause):
                yield _passive(token, clause, place)
        elif token.tag_ == "JJ" and token.dep_ == "acomp" and token.lower_.endswith("ed"):
            # "The light was disregarded": the parser takes a rare participle for an adjective.
            yield _stative(token, place)


def _passive(token: Token, clause: Clause, place: Place) -> Passive:
    base = place.span.start_char
    parts = [token, *(c for c in token.children if c.dep_ in _PARTS or c.lower_ in _NEGATIVE)]
    # "Unclear or not followed through": the second participle shares the first verb's tense.
    first = token.head if token.dep_ == "conj" and not any(c.dep_ in _AUXILIARY for c in parts) else token
    tenses = {c.lower_ for c in (*token.children, *first.children) if c.dep_ in _AUXILIARY} | {first.lower_}
    subject = clause.subject or next((c for c in _below(token) if c.dep_ in ("nsubj", "nsubjpass")), None)
    starts = [t.idx for t in parts]
    if subject is not None:
        starts.append(subject.left_edge.idx if subject.i < token.i else subject.idx)
    return Passive(
        clause=clause,
        verb=token,
        subject=subject,
        past=not tenses & _NOW or bool(tenses & _THEN),
        denied=any(c.lower_ in _NEGATIVE and c.i < token.i for c in (*token.children, *_below(token))),
        start=min(starts) - base,
        end=max(t.idx + len(t) for t in parts) - base,
    )


def _stative(token: Token, place: Place) -> Passive:
    link, base = token.head, place.span.start_char
    clause = clause_of(link, place)
    parts = [link, token, *(c for c in link.children if c.dep_ in _PARTS)]
    starts = [t.idx for t in parts] + ([clause.subject.left_edge.idx] if clause.subject is not None else [])
    return Passive(
        clause=clause,
        verb=token,
        subject=clause.subject,
        past=link.lower_ in _THEN or any(c.lower_ in _THEN for c in link.children),
        denied=clause.negated,
        start=min(starts) - base,
        end=max(t.idx + len(t) for t in parts) - base,
    )


def active_somebody(place: Place) -> bool:
    """Whether somebody acts in the sentence."""
    done = {passive.verb.i for passive in passives(place)}
    return bool(_SELF.search(place.text)) or any(
        c.actor is not None and c.actor.is_somebody for c in clauses(place) if c.verb.i not in done
    )


def _is_passive(token: Token, clause: Clause) -> bool:
    if clause.passive:
        return True
    auxiliaries = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    # A note's passive has no auxiliary: "family not informed", "approved without a second reader".
    denied = any(c.lower_ == "not" and c.i < token.i for c in token.children)
    noted = (token.tag_ == "VBN" or denied) and not auxiliaries and token.dep_ in ("ROOT", "conj", "acl")
    if noted and token.dep_ == "conj" and token.head.pos_ == "AUX":
        return True
    return noted and token.dep_ != "conj" and not any(c.dep_ == "dobj" for c in token.children)


def _by(token: Token) -> bool:
    """Whether a by-phrase names the actor ("by mistake" names none)."""
    return any(c.lower_ == "by" and not _NOBODY & {n.lower_ for n in c.children} for c in token.children)


def _below(token: Token) -> list[Token]:
    """What hangs on the auxiliaries and adverbs, where the parser often puts the "not" and the subject."""
    return [c for a in token.children if a.dep_ in (*_AUXILIARY, "advmod", "advcl") for c in a.children]
