"""A human decision, slip or omission is told without who: "it was decided to", "the alert was overlooked"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.conditions import has_condition
from pmlint.language.phrases import Trigger, verb_lemmas
from pmlint.language.place import Place
from pmlint.rules.base import Hit
from pmlint.rules.diffuse import _hidden_verbs as verbs
from pmlint.rules.diffuse import _hidden_words as words
from pmlint.rules.diffuse._context import explains, told_beside, under_trouble, who_beside
from pmlint.rules.diffuse._hidden_words import TRIGGER as TRIGGER
from pmlint.rules.diffuse._passives import Passive, active_somebody, passives

_REASON = re.compile(
    r"\b(?:because|since|so that|so as to|in order to|due to|owing to|given (?:that|the)|when|while|"
    r"to (?:avoid|save|prevent|keep|meet|make|reduce|protect|allow|limit|ensure|minimi[sz]e)|"
    r"as (?:the|it|there|this|a|an|no|we|they)|after (?:the|a|an|it|we|they|\w+ing))\b",
    re.I,
)
_WRONGLY = re.compile(r"\b(?:wrongly|incorrectly|falsely|mistakenly|erroneously)\b", re.I)
_COMFORTING = re.compile(
    r"\s+(?:to be |as |to have |that it was )?(?:\w+ )?(?:safe|low|unlikely|unnecessary|sufficient|"
    r"minor|ok|okay|(?:good|close|well) enough|acceptable|trivial|harmless|simple|routine|urgent|"
    r"non-urgent|complete|ready|fine)\b",
    re.I,
)
_BY_MISTAKE = re.compile(r"[^.;,]{0,40}?\b(?:by (?:mistake|accident)|in error)\b", re.I)
_POSSESSOR = re.compile(r"(?:['’]s|\b(?:our|his|her|their|my))\s+(?:\w+\s+)?$", re.I)
_MODAL = re.compile(r"\b(?:should|could|might|ought|would)\b", re.I)
_SHOULD_OF = re.compile(r"\b(?:should|could|might) of\b", re.I)
_INSTRUMENT = re.compile(r"\b(?:if|unless|by)\b|\bwith (?:a|an|the)\b", re.I)
_IN_REVIEW = re.compile(
    r"\b(?:in|during|at) (?:the )?(?:code )?(?:review|qa|testing|inspection|triage|audit)\b", re.I
)
_WITH_CARE = re.compile(
    r"\b(?:properly|carefully|thoroughly|sufficiently|adequately|fully|really|systematically|critically|closely)\b",
    re.I,
)
_CARE = verb_lemmas("diffuse/careful_verbs")
_MACHINE_THINGS = frozenset(
    "request requests traffic packet packets query queries data event events job jobs call calls "
    "transaction transactions container containers file files".split()
)
_SELF = re.compile(r"\b(?:we|I)\b", re.I)
_UNKNOWN = re.compile(r"\b(?:yet|still|currently|at this (?:time|point)|so far)\b", re.I)


def find(place: Place) -> Iterator[Hit]:
    """Slips, omissions and decisions without anybody."""
    if not explains(place) or _UNKNOWN.search(place.text) or place.text.rstrip(" *_").endswith("?"):
        return
    if told_beside(place, conditions=True) or who_beside(place):
        return
    end = 0
    for start, stop in sorted({*_worded(place), *_passive(place)}):
        if start >= end and not place.quoted(start, stop) and not _excused(place, start, stop):
            yield Hit(start, stop)
            end = stop


def _excused(place: Place, start: int, end: int) -> bool:
    """Whether the rest of the sentence tells why; hindsight is not excused by it."""
    if _MODAL.search(place.text[start:end]):
        return False
    rest = place.text[end:]
    return bool(_REASON.search(rest)) or has_condition(place.text[:start] + " " + rest)


def _worded(place: Place) -> Iterator[tuple[int, int]]:
    """Fixed ways of saying it, with nobody before them and no "by" behind."""
    alone = not active_somebody(place)
    patterns: list[Trigger] = [words.IDIOM]
    if alone:
        patterns += words.WORDED
    if alone and not who_beside(place, self_counts=True):
        patterns.append(words.FAILURE)
    for pattern in patterns:
        for match in pattern.finditer(place.text):
            by = re.match(r"\s+by\b", place.text[match.end() :])
            if not by and not _POSSESSOR.search(place.text[: match.start()]):
                yield match.span()


def _passive(place: Place) -> Iterator[tuple[int, int]]:
    alone = not active_somebody(place)
    for passive in passives(place):
        # What "it was felt that" leads to may speak of somebody: not of those who felt it.
        if (alone or (_is_decision(passive) and not _SELF.search(place.text))) and _hides(passive, place):
            yield passive.start, passive.end


def _hides(passive: Passive, place: Place) -> bool:
    """Whether the passive is something that only people do, or leave undone."""
    word, clause = passive.verb.lower_, passive.clause
    if clause.hypothetical:
        return False
    if clause.modal in ("should", "could", "might", "ought", "would"):
        return _hindsight(passive, place)
    if not passive.past or clause.modal:
        return False
    if passive.denied:
        return _omitted(passive, place)
    if _is_decision(passive):
        return True
    return (
        word in verbs.SLIPS
        or (word in verbs.SLIPS_TOO and passive.object in verbs.HEEDED)
        or (word in verbs.MISPLACED and _slipped(passive, place))
        or _misjudged(passive, place)
    )


def _is_decision(passive: Passive) -> bool:
    return passive.object == "it" and passive.verb.lower_ in verbs.DECIDING


def _slipped(passive: Passive, place: Place) -> bool:
    """Whether it is said to have been done by mistake."""
    adverb = any(c.lower_ in verbs.SLIPPING for c in passive.verb.children)
    rest = place.text[passive.end :]
    misplaced = words.WRONG_PLACE.match(rest) and passive.object not in _MACHINE_THINGS
    return adverb or bool(_BY_MISTAKE.match(rest) or misplaced)


def _misjudged(passive: Passive, place: Place) -> bool:
    """Whether it is said to have been done carelessly, too early or in a wrong belief."""
    word, rest = passive.verb.lower_, place.text[passive.end :]
    if words.CARELESS.search(rest):
        return True
    if words.TOO.match(rest):
        return word in {**verbs.HANDS, **verbs.DILIGENCE, **verbs.DILIGENCE_TOO} and _attended(passive, place)
    wrongly = _WRONGLY.search(place.text[passive.start : passive.end])
    return word in verbs.BELIEVING and bool(wrongly or _COMFORTING.match(rest))


def _omitted(passive: Passive, place: Place) -> bool:
    """Whether what was not done is care that somebody would have had to take."""
    word = passive.verb.lower_
    if word in verbs.TELLING:
        return passive.clause.agent is not None and passive.clause.agent.is_somebody
    if word in verbs.DILIGENCE:
        return True
    with_care = bool(_WITH_CARE.search(place.text[passive.start : passive.end])) and word in _CARE
    return with_care or (word in verbs.DILIGENCE_TOO and _attended(passive, place))


def _hindsight(passive: Passive, place: Place) -> bool:
    """Whether nobody should have done it, or should have done it better."""
    # "Eight more visitors could have been hurt" wishes for nothing better.
    modal = _MODAL.search(place.text, passive.start)
    word, rest = passive.verb.lower_, place.text[modal.start() if modal else passive.start :]
    if _INSTRUMENT.search(place.text) or _IN_REVIEW.search(rest):
        return False
    better = bool(words.DEGREE.search(rest))
    if passive.clause.hindsight or _SHOULD_OF.search(place.text):
        human = word in verbs.DILIGENCE_TOO and _attended(passive, place)
        return better or human or word in verbs.DILIGENCE
    return better and passive.clause.modal != "should" and word in {**verbs.DILIGENCE, **verbs.DILIGENCE_TOO}


def _attended(passive: Passive, place: Place) -> bool:
    """Whether what it was done to is something that people attend to, not machines."""
    return passive.object in verbs.MATTERS or under_trouble(place, causes=False)
