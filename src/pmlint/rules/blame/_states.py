"""Somebody's state or omission told as the cause: "owing to the caretaker being asleep"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmlint.language.agents import Agent, agent_of
from pmlint.language.conditions import conditions_told
from pmlint.language.phrases import Keyed, verb_lemmas
from pmlint.language.place import Place
from pmlint.lexicons import load
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import blame, blamed, disowned, framed_away, in_commitments, outsider

if TYPE_CHECKING:
    from spacy.tokens import Token

TRIGGER = Keyed(
    "being having not never",
    r"\b(?:(?:result|consequence) of|due to|because of|caused by|owing to|thanks to|"
    r"(?:down|came|comes|traced) to|reason (?:was|is)|cause (?:was|is))"
    r"\s(?=[^.;:]{1,60}\b(?:being|having been|not|never)\b)",
)
_STATES = frozenset(load("blame/personal_states"))
# What somebody owes to be: told as missing, it is the same verdict.
_VIRTUES = frozenset(
    ("attentive", "available", "awake", "careful", "present", "prepared", "reachable", "vigilant")
)
_ACTS = verb_lemmas("blame/expected_acts", "blame/owed_acts")


def find(place: Place) -> Iterator[Hit]:
    """The first cause of the sentence that is the state or the omission of somebody."""
    if disowned(place.text) or in_commitments(place) or place.text.rstrip().endswith("?"):
        return
    base = place.span.start_char
    for match in TRIGGER.finditer(place.text):
        told = [t for t in place.span if match.end() <= t.idx - base < match.end() + 70]
        for i, token in enumerate(told):
            if i and token.lower_ in ("being", "having", "not", "never"):
                last = _wanting(token)
                who = _party(told[i - 1], place)
                if last is None or who is None or who.start > match.end() + 2:
                    break  # "due to the start of development being slow" is about the start
                # "because of the clerk" names the cause; only what else is told can excuse it.
                excused = conditions_told(place, apart_from=(match.start(), who.end))
                if not excused and not framed_away(place.text, match.start(), match.end()):
                    yield blame(who.start, last.idx - base + len(last.text), who, 0.75)
                    return
                break


def _party(head: Token, place: Place) -> Agent | None:
    if head.pos_ not in ("NOUN", "PROPN"):
        return None
    who = agent_of(head, place)
    known = blamed(who) and who.kind not in ("generic", "self") and not outsider(who.text)
    return who if known else None


def _wanting(token: Token) -> Token | None:
    """The last word of the state or omission that opens here, or ``None`` where it is neither."""
    after = [t for t in token.doc[token.i + 1 : token.i + 6] if t.pos_ != "ADV" or t.lower_ in _STATES]
    if token.lower_ == "having":
        after = after[1:] if after and after[0].lower_ == "been" else []
    denied = token.lower_ in ("not", "never")
    if denied and after and after[0].lower_ == "being":
        return after[1] if len(after) > 1 and after[1].lower_ in _VIRTUES else None
    if not after:
        return None
    if denied:
        return after[0] if after[0].lower_ in _ACTS and after[0].lower_.endswith("ing") else None
    return after[0] if after[0].lower_ in _STATES else None
