"""Hindsight: what somebody should have done, could have done, would have done had they only …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.agents import Agent, agent_of
from pmlint.language.clauses import Clause, clauses
from pmlint.language.phrases import Keyed, any_of
from pmlint.language.place import Place
from pmlint.records import Target
from pmlint.rules.base import Hit
from pmlint.rules.blame._common import blame, blamed, framed_away, span_of

_MODAL = r"(?:should|could|would|ought|might|need(?:ed)?)"
_MODALS = "should could would ought might need needed".split()
TRIGGER = any_of(
    Keyed(
        # "couldn't have" holds "couldn".
        [form for modal in _MODALS for form in (modal, f"{modal}n", f"{modal}a")],
        rf"\b{_MODAL}(?:\s+not|n['’]t)?(?:\s+to)?(?:\s+\w+){{0,3}}?\s+(?:have|of)\b|\b{_MODAL}['’]ve\b|"
        rf"\b(?:should|could|would)a\b",
    ),
    Keyed(
        "if had wish wished wishes",
        r"\bif\s+(?:only\b|\w+(?:\s+\w+){0,3}\s+had\b)|\bhad\s+(?:i|we|he|she|they)\b|\bwish(?:ed|es)?\b",
    ),
    Keyed("d", r"\b(?:i|we|he|she|they)['’]d\s+have\b"),
    Keyed("better", r"\bshould (?:have )?know?n? better\b"),
)
_RECEIVE = frozenset(
    "receive get see notice experience suffer lose be affected lost seen received gotten been had noticed "
    "chosen picked hurt".split()
)
_IN_REVIEW = re.compile(
    r"\b(?:in|during|by|at)\s+(?:the\s+|a\s+|our\s+|code\s+|peer\s+|design\s+)*(?:review|qa|testing|test|"
    r"inspection|handover|triage|audit|"
    r"check|quality control)\b",
    re.I,
)
_BETTER = re.compile(
    r"\b(?:more|better|sooner|earlier|faster|further|quicker|less|differently|instead|harder|closer|"
    r"longer)\b",
    re.I,
)
_WISH = re.compile(
    r"\b(?P<who>I|we)\s+(?:\w+\s+)?wish(?:ed)?\s+(?:that\s+)?(?:I|we|he|she|they)\b[^.;]{0,20}?\b(?:had|"
    r"could)\b",
    re.I,
)
_BULLET = re.compile(
    rf"(?:^\W*|\s[-–—]\s)(?:\w+ly\s+)?(?P<modal>{_MODAL})(?:\s+not|n['’]t)?(?:\s+\w+ly)?\s+(?:have|of)\b|"
    rf"\((?P<aside>should|could)\s+have\b",
    re.I,
)
_DONE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:been|done|had|made|\w+ed|\w+en|\w*[aou]ught|set|put|split|cut|got|kept|held|"
    r"told|sent|built|spent|run)\b",
    re.I,
)
_SHOULD_OF = re.compile(r"\b(?:should|could)(?:n['’]t)?\s+of\s+(?!course)\w+", re.I)
_ASKS = re.compile(r"\W*(?:what|how|when|where|which|why)\b[^?]*\?\W*$", re.I)
_WITH_MORE = re.compile(
    r"\bwith (?:a (?:bit|little) )?more (?:care|attention|diligence|effort|thought|discipline|patience)\b",
    re.I,
)
_PARAGON = re.compile(
    r"an?\s+(?:more|better|careful|competent|good|proper|diligent|experienced|responsible)\b", re.I
)
_AGAIN = re.compile(
    r"\bif (?:i|we) (?:could|had to|were to) do (?:it|this|that) (?:all )?(?:again|over)|differently\b|"
    r"\blooking back\b|\bin hindsight\b",
    re.I,
)


def find(place: Place) -> Iterator[Hit]:
    """Every clause that holds somebody to what is known only now."""
    wish = _WISH.search(place.text)
    if wish:
        yield blame(*wish.span(), None, 0.7, target="self")
        return
    bullet = _BULLET.search(place.text)
    if (
        bullet
        and not (bullet["modal"] or "").lower().startswith(("would", "might"))
        and _DONE.match(place.text[bullet.end() :])
    ):
        start = bullet.start("modal") if bullet["modal"] else bullet.start("aside")
        # "should have been caught in review" means the reviewers; any other bare bullet its author.
        target: Target = "role" if _IN_REVIEW.search(place.text[bullet.end() :]) else "self"
        yield blame(start, bullet.end(), None, 0.7, target=target)
        return
    misspelt = _SHOULD_OF.search(place.text)
    if misspelt:
        yield from _misspelt(place, *misspelt.span())
        return
    last = -1
    for clause in clauses(place):
        hit = _hindsight(clause, place) or _if_only(clause, place) or _check_by(clause, place)
        if hit is None or framed_away(place.text, hit.start, hit.end):
            continue
        if hit.start > last and not place.quoted(hit.start, hit.end):
            last = hit.end
            yield hit


def _misspelt(place: Place, start: int, end: int) -> Iterator[Hit]:
    """ "should of": the parser loses the verb, so the nearest noun before is the subject."""
    before = [
        t for t in place.span if t.idx - place.span.start_char < start and t.pos_ in ("NOUN", "PRON", "PROPN")
    ]
    who = agent_of(before[-1], place) if before else None
    if who is not None and blamed(who):
        yield blame(who.start, end, who, 0.75)


def _hindsight(clause: Clause, place: Place) -> Hit | None:
    if not clause.hindsight or clause.modal == "must" or _ASKS.match(place.text):
        return None
    who = clause.actor
    verb = clause.verb.lower_
    if clause.passive and who is None:
        return _passed_by(clause, place)
    if clause.passive and who is not None and who.kind == "generic":
        return None  # "could have been measured by anyone" tells how easy it was
    if who is None or not blamed(who, animate=clause.modal in ("should", "ought")):
        return None
    if who.kind == "name":
        return _hit(place, clause, who, 0.55) if clause.modal in ("should", "ought") else None
    if re.search(r"\bthe same\b|\bhow\b|\bnothing\b", place.text, re.I) and clause.modal in (
        "would",
        "could",
    ):
        return None  # "anyone would have done the same" is the opposite of hindsight
    if who.text.lower().startswith("any") and not clause.negated:
        return _hit(place, clause, who, 0.7)  # "anyone with a map would have seen it": a verdict in disguise
    if who.kind == "external" and verb in _RECEIVE:
        return None
    if clause.modal in ("would", "'d", "’d"):
        return _would(clause, place, who)
    if clause.modal in ("could", "might") and (
        clause.negated or verb in _RECEIVE - {"been"} or who.kind == "generic"
    ):
        return None
    return _hit(place, clause, who, 0.85 if clause.modal in ("should", "ought") else 0.7)


def _would(clause: Clause, place: Place, who: Agent) -> Hit | None:
    if _WITH_MORE.search(place.text) or _PARAGON.match(who.text):
        return _hit(place, clause, who, 0.7)
    # "We would have noticed if the alert had fired" tells a missing alert, not a failing of ours.
    if who.kind == "self" and (
        _AGAIN.search(place.text) or (_BETTER.search(place.text) and "if" not in place.text.lower())
    ):
        return _hit(place, clause, who, 0.65)
    return None


def _passed_by(clause: Clause, place: Place) -> Hit | None:
    """ "should have been caught in review": the reviewers are meant."""
    after = place.text[clause.verb.idx - place.span.start_char :]
    where = _IN_REVIEW.search(after[:80])
    if clause.modal not in ("should", "ought", "could") or not where:
        return None
    start, end = span_of(place, clause, None)
    return blame(start, end, None, 0.65, target="role")


def _if_only(clause: Clause, place: Place) -> Hit | None:
    """ "If QA had tested it on staging, …": an unreal past whose subject is somebody."""
    helpers = {c.lower_ for c in clause.verb.children if c.dep_ == "aux"}
    marked = any(c.dep_ == "mark" and c.lower_ == "if" for c in clause.verb.children)
    had = next((c for c in clause.verb.children if c.dep_ == "aux" and c.lower_ == "had"), None)
    inverted = (
        had is not None and clause.subject is not None and had.i < clause.subject.i and had.text[0] == "H"
    )
    if (
        not (marked or inverted)
        or not helpers & {"had", "'d", "’d"}
        or clause.verb.tag_ not in ("VBN", "VBD", "VB")
    ):
        return None
    who = clause.actor
    if (
        not blamed(who)
        or who is None
        or not re.search(r"\b(?:would|could|might|if only)\b", place.text, re.I)
    ):
        return None
    if who.kind == "external" and clause.verb.lower_ in _RECEIVE:
        return None
    return _hit(place, clause, who, 0.75)


def _check_by(clause: Clause, place: Place) -> Hit | None:
    """ "A quick look by the driver would have prevented it": what somebody did not do, as the subject."""
    if (
        not clause.hindsight
        or clause.subject is None
        or clause.passive
        or clause.modal not in ("would", "could")
    ):
        return None
    for prep in clause.subject.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("by", "from"):
            for noun in prep.children:
                who = agent_of(noun, place)
                if blamed(who):
                    return _hit(place, clause, who, 0.7)
    return None


def _hit(place: Place, clause: Clause, who: Agent, confidence: float) -> Hit:
    start, end = span_of(place, clause, who)
    return blame(start, end, who, confidence)
