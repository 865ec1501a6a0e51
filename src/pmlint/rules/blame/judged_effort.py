"""Effort judged from outside: "barely contributed", "not as involved as the others"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.agents import Agent
from pmlint.language.clauses import clauses
from pmlint.language.conditions import conditions_told
from pmlint.language.phrases import Keyed, any_of, lexicon_pattern
from pmlint.language.place import Place
from pmlint.records import Target
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import blame, blamed

_EFFORT = lexicon_pattern("blame/effort")
_LACK = Keyed(
    "effort participation motivation commitment engagement interest initiative involvement dedication "
    "discipline ethic attendance",
    r"\b(?:lack of|little|no|zero|insufficient|poor)\s+(?:effort|participation|motivation|commitment|"
    r"engagement|"
    r"interest|initiative|involvement|dedication|discipline|work ethic|attendance)\s+(?:from|of|by|in|"
    r"among|on the part of)\b",
)
_NOT_EVERYONE = Keyed(
    "not",
    r"\b(?:not (?:all|every(?:one|body)?|each)(?: of (?:us|them|the)| the)?"
    r"(?: (?:team|group|crew|committee|staff))?(?: members?| people| colleagues|"
    r" volunteers)?)\s+(?:\w+\s+){0,2}?"
    r"(?:contribut\w+|participat\w+|involved|invested|committed|engaged|motivated|pulled|worked|attended|"
    r"showed|turned up|put in|did)\b",
)
TRIGGER = any_of(_EFFORT, _LACK, _NOT_EVERYONE)


def find(place: Place) -> Iterator[Hit]:
    """Every judgement of somebody's effort or attitude."""
    if conditions_told(place):
        return
    for match in _NOT_EVERYONE.finditer(place.text):
        if not place.quoted(*match.span()):
            start, end = match.span()
            yield blame(start, end, None, 0.75, target="person")
            return
    for match in _LACK.finditer(place.text):
        if not place.quoted(*match.span()):
            start, end = match.span()
            yield blame(start, end, None, 0.65, target=_owner(place, end))
            return
    for found in _EFFORT.finditer(place.text):
        who = _subject(place, *found.span())
        if place.quoted(*found.span()) or who is None or not blamed(who) or who.kind == "generic":
            continue
        start = (
            who.start if 0 <= who.start < found.start() and found.start() - who.end < 40 else found.start()
        )
        yield blame(start, found.end(), who)
        return


def _subject(place: Place, start: int, end: int) -> Agent | None:
    base = place.span.start_char
    best: Agent | None = None
    for clause in clauses(place):
        at = clause.verb.idx - base
        if clause.agent is not None and clause.agent.start < end and (start - 25 <= at < end):
            best = clause.agent
    return best


def _owner(place: Place, end: int) -> Target:
    words = place.vocabulary
    after = re.findall(r"[\w'’-]+", place.text[end : end + 60].lower())[:5]
    if any(w in words.teams for w in after):
        return "team"
    if any(w in words.external for w in after):
        return "external"
    return "person"
