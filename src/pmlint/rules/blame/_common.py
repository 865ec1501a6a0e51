"""What the blame rules share: whom a clause blames, and which words are flagged."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pmlint.language.agents import Agent
from pmlint.language.clauses import Clause
from pmlint.language.inflect import noun_forms
from pmlint.language.phrases import words_pattern
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.records import Target
from pmlint.rules.base import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

_DISOWNED = re.compile(
    r"\b(?:not|never|n['’]t|without|avoid|instead of|rather than|no)\s+(?:\w+\s+){0,3}?"
    r"(?:blam|accus|point(?:ing)? (?:a )?finger|about who)",
    re.I,
)
_FRAMED = re.compile(
    r"\b(?:no (?:evidence|sign|reason to|indication)|nothing\b[^.;]{0,40}\b(?:suggest|show|indicat|point|"
    r"prove)\w*|"
    r"(?:do|does|did|would|could|can)(?:\s?not|n['’]t) (?:think|believe|conclude|say|mean|suggest|find|"
    r"claim)|"
    r"(?:is|was|are|were|['’]s)(?:n['’]t| not)(?: really| just| simply)? (?:true|that|about|because|"
    r"the case|a case of|whether|"
    r"to say|due to)|wrong to (?:call|say|think|put|see)|not about|the question is not)\b[^.;]{0,80}$|"
    r"\b(?:is|was|are|were)(?:n['’]t| not)\s(?:\w+\s){0,2}$",
    re.I,
)
_RULED_OUT = re.compile(r"[^.;]{0,40}\b(?:ruled out|excluded|was not the cause|is not the cause)\b", re.I)
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one|none of (?:us|them)|neither)\b", re.I)
_OUTSIDER = re.compile(r"user|customer|client|guest|patient", re.I)
_COMMITMENTS = re.compile(
    r"\b(?:action|next step|follow[- ]?up|to[- ]?do|remediation|corrective|preventi|prevent|what we will|"
    r"improvement|commitment)",
    re.I,
)


@cache
def attackers() -> re.Pattern[str]:
    """Criminals: never blamed persons."""
    return re.compile(words_pattern(f for w in load("blame/attackers") for f in noun_forms(w)), re.I)


def blamed(agent: Agent | None, *, animate: bool = False) -> bool:
    """Whether this is somebody who can be blamed.

    Args:
        agent: Who acts.
        animate: Whether the predicate fits people alone, so that a bare name is somebody too.
    """
    if agent is None or _NOBODY.match(agent.text):
        return False
    if agent.kind == "name" and not animate:
        return False
    return (agent.is_somebody or agent.kind == "name") and not attackers().search(agent.text)


def outsider(text: str) -> bool:
    """Whether the words mean users, customers or patients: what they do is how things are used."""
    return bool(_OUTSIDER.search(text))


def disowned(text: str) -> bool:
    """Whether the sentence says that it does not blame."""
    return bool(_DISOWNED.search(text))


def framed_away(text: str, start: int, end: int) -> bool:
    """Whether the sentence denies what it says there ("there is no evidence that the agency ignored it")."""
    return bool(_FRAMED.search(text[:start]) or _RULED_OUT.match(text[end:]))


def in_commitments(place: Place) -> bool:
    """Whether the sentence stands under a heading of commitments."""
    return any(_COMMITMENTS.search(title) for title in (*place.block.section, place.lead_in[:80]))


def span_of(place: Place, clause: Clause, agent: Agent | None, *, to: Token | None = None) -> tuple[int, int]:
    """From the agent to the verb where they stand close together, else the verb with its helpers."""
    base = place.span.start_char
    last = to if to is not None else clause.verb
    helpers = [c for c in clause.verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < clause.verb.i]
    first = min([clause.verb, *helpers], key=lambda t: t.i)
    start, end = first.idx - base, last.idx - base + len(last.text)
    if agent is not None and 0 <= agent.start < start and start - agent.end <= 40:
        start = agent.start
    elif agent is not None and agent.start >= end and agent.start - end <= 40:
        end = agent.end
    return start, end


def blame(
    start: int,
    end: int,
    who: Agent | None,
    confidence: float | None = None,
    *,
    target: Target = "generic",
) -> Hit:
    """A hit that blames ``who``; ``target`` says who is blamed where no agent stands in the sentence."""
    agent = _mid_sentence(who.text) if who is not None and who.kind != "generic" else "the people there"
    return Hit(
        start,
        end,
        args={"agent": agent, "whom": _WHOM.get(agent, agent)},
        target=who.target if who is not None else target,
        confidence=confidence,
    )


_WHOM = {"he": "him", "she": "her", "they": "them", "who": "them", "those": "them", "nobody": "anyone"}


def _mid_sentence(name: str) -> str:
    opens_small = name.split(" ", 1)[0].lower() in load("language/not_names")
    return name[0].lower() + name[1:] if opens_small and not name.startswith("I ") and name != "I" else name
