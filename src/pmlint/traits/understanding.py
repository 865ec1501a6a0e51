"""The two traits of understanding: why it made sense at the time, and causes in the system."""

from __future__ import annotations

from collections.abc import Callable

from pmlint.language.telling import gives_reason
from pmlint.records import Finding, Level, Report, Sentence, Trait
from pmlint.traits.evidence import (
    MOST_SUPPORT,
    against,
    clean,
    counted,
    gravest_first,
    mixed,
    sentence_of,
    speaking_for,
)

_BARE = ("fault", "human-error", "agentless")
_PERSON = ("fault", "human-error", "verdict", "punitive")
_ASK = (
    "Ask those who were there: what did you see, believe or have in hand that made this the sensible "
    "thing to do?"
)
_NAME_IT = (
    "Name what the work was done with: which alert, page, rule, limit or order let this happen to whoever "
    "came by."
)


def sense(report: Report) -> Trait:
    """Whether acts are told with what made them sensible at the time."""
    told = [s for s in report.sentences if "condition" in s.tells and clean(report, s)]
    bare = gravest_first(f for f in report.problems if f.subtype in _BARE and not _excused(report, f))
    acts = [s for s in report.sentences if "act" in s.tells]
    level: Level = "little"
    if not (told or bare or acts):
        level = "none"
    elif len(told) >= 2 and len(told) > 2 * len(bare):
        level = "good"
    elif told and len(told) >= len(bare):
        level = "some"
    change, line = None, None
    if level in ("some", "little"):
        change = (bare[0].suggestion if bare else None) or _ASK
        place = bare[0] if bare else next((s for s in acts if "condition" not in s.tells), None)
        line = place.line if place else None
    return Trait(
        "sense",
        "It is told why acts made sense at the time",
        level,
        _because_of_sense(level, told, bare),
        mixed(speaking_for(_foremost(told, _tells_an_act)), against(report, bare)),
        change,
        line,
    )


def system(report: Report) -> Trait:
    """Whether the causes lie in the system rather than in a person."""
    causes = [s for s in report.sentences if "cause" in s.tells]
    concrete = [s for s in causes if clean(report, s)]
    persons = [
        f for f in report.problems if f.category == "blame" and f.subtype in _PERSON and f.target != "self"
    ]
    in_causes = gravest_first(f for f in persons if (s := sentence_of(report, f)) and "cause" in s.tells)
    people = in_causes or [f for f in gravest_first(persons) if f.subtype == "human-error"]
    level: Level = "little"
    if not (causes or people or _tells_an_event(report)):
        level = "none"
    elif len(concrete) >= 2 and not people:
        level = "good"
    elif len(concrete) > len(people):
        level = "some"
    foggy = [f for f in report.problems if f.category == "diffuse" and _in(causes, f)]
    worst = (people or gravest_first(foggy))[:1]
    change, line = None, None
    if level in ("some", "little"):
        change, line = (worst[0].suggestion or _NAME_IT, worst[0].line) if worst else (_NAME_IT, None)
    return Trait(
        "system",
        "Causes lie in the system rather than in a person",
        level,
        _because_of_system(level, causes, concrete, people, foggy),
        mixed(speaking_for(_foremost(concrete, _explains)), against(report, [*people, *foggy])),
        change,
        line,
    )


def _tells_an_event(report: Report) -> bool:
    """Whether there is something that could have a cause: a course of events or acts, no mere opinions."""
    if report.facts.get("board"):
        return False
    return report.facts.get("timeline", "none") != "none" or any("act" in s.tells for s in report.sentences)


def _foremost(sentences: list[Sentence], shows: Callable[[Sentence], int]) -> list[Sentence]:
    """The few sentences that are seen, in the order of the text: those that show most, if there are more."""
    best = sorted(sentences, key=lambda s: (-shows(s), s.start))
    return sorted(best[:MOST_SUPPORT], key=lambda s: s.start)


def _tells_an_act(sentence: Sentence) -> int:
    return "act" in sentence.tells


def _explains(sentence: Sentence) -> int:
    """A reason says more than what stands among the causes, and a mechanism more than what somebody did."""
    return 2 * gives_reason(sentence.text) - _tells_an_act(sentence)


def _excused(report: Report, finding: Finding) -> bool:
    whole = sentence_of(report, finding)
    return whole is not None and "condition" in whole.tells


def _because_of_sense(level: Level, told: list[Sentence], bare: list[Finding]) -> str:
    if level == "none":
        return "The document tells no human act."
    if not told and not bare:
        return "Acts are told, and none of them with what made it sensible."
    one = len(told) <= 1
    with_it = f"{counted(len(told), 'sentence').capitalize()} {'tells' if one else 'tell'} what somebody saw"
    slips = f"{counted(len(bare), 'slip')} {'stands' if len(bare) <= 1 else 'stand'} without it"
    return f"{with_it}, believed or worked under; {slips}."


def _because_of_system(
    level: Level,
    causes: list[Sentence],
    concrete: list[Sentence],
    people: list[Finding],
    foggy: list[Finding],
) -> str:
    if not causes and not people:
        return (
            "The document tells no event."
            if level == "none"
            else "No sentence was found that says why it happened."
        )
    names = "names" if len(concrete) == 1 else "name"
    parts = [f"{_number(len(concrete))} {names} a condition or a mechanism"]
    if people:
        parts.append(f"{len(people)} {'points' if len(people) == 1 else 'point'} at people")
    if foggy:
        parts.append(f"{len(foggy)} {'stays' if len(foggy) == 1 else 'stay'} in fog")
    if len(causes) == len(concrete) == 1 and len(parts) == 1:
        return "The one sentence on causes names a condition or a mechanism."
    return f"Of {counted(len(causes), 'sentence')} on causes {', '.join(parts)}."


def _in(sentences: list[Sentence], finding: Finding) -> bool:
    return any(s.start <= finding.start < s.end for s in sentences)


def _number(number: int) -> str:
    return str(number) if number else "none"
