"""The trait of clarity: whether one can follow what happened, who decided what, and why."""

from __future__ import annotations

from pmlint.records import Level, Report, Trait
from pmlint.traits.evidence import against, counted, gravest_first, mixed, speaking_for

_THIN = 2.0
_THICK = 8.0  # places of fog in 1,000 words
_TIMELINE = {
    "full": "the course of events has its times",
    "partial": "the course of events has few times",
    "none": "no course of events is told",
}
_TIMES = "Tell what happened in its order, with times, before saying why."


def clarity(report: Report) -> Trait:
    """Whether the account can be followed."""
    fog = gravest_first(f for f in report.problems if f.category == "diffuse")
    rate = 1000 * len(fog) / max(report.words, 250)
    timeline = "full" if report.facts.get("board") else str(report.facts.get("timeline", "none"))
    points = (1 if rate <= _THIN else 0 if rate <= _THICK else -1) + {"full": 1, "partial": 0}.get(
        timeline, -1
    )
    points += report.facts.get("separated") == "yes"
    level: Level = "good" if points >= 2 and rate <= _THIN else "some" if points >= 0 else "little"
    because = f"{counted(len(fog), 'place').capitalize()} of fog"
    if not report.facts.get("board"):
        because += f"; {_TIMELINE.get(timeline, _TIMELINE['none'])}"
    if report.facts.get("separated") == "yes":
        because += "; what happened is kept apart from why"
    change, line = None, None
    if level != "good":
        change, line = (fog[0].suggestion, fog[0].line) if fog and timeline != "none" else (_TIMES, None)
    plain = [s for s in report.sentences if {"act", "cause"} <= {*s.tells} and "flagged" not in s.tells]
    return Trait(
        "clarity",
        "One can follow what happened, who decided what, and why",
        level,
        f"{because}.",
        mixed(speaking_for(plain), against(report, fog)),
        change,
        line,
    )
