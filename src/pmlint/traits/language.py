"""The two traits of a document's language: no blame, and no hindsight."""

from __future__ import annotations

from pmlint.records import Finding, Level, Report, Trait
from pmlint.traits.evidence import against, counted, gravest_first, mixed

_LONG = 800  # words; beyond them a second slip does not yet set the tone
_HINDSIGHT = "counterfactual"
_REWRITE = "Tell what happened without a verdict, with what stood before it."
_AS_IT_LOOKED = "Tell what was known and done at the time, in place of what should have been."


def blame(report: Report) -> Trait:
    """Whether the language lays the failure on nobody."""
    found = gravest_first(f for f in _blame(report) if f.subtype != _HINDSIGHT)
    others = [f for f in found if f.target != "self"]
    own = [f for f in found if f.target == "self"]
    level = _level(report, len(others), len(own))
    return Trait(
        "blame",
        "Blame language is avoided",
        level,
        _because_of_blame(others, own),
        mixed((), against(report, others + own)),
        *_change(level, others + own, _REWRITE),
    )


def counterfactuals(report: Report) -> Trait:
    """Whether nobody is held to what is known only now."""
    found = gravest_first(f for f in _blame(report) if f.subtype == _HINDSIGHT)
    level = _level(report, len(found), 0)
    says = "says" if len(found) == 1 else "say"
    who = f"{counted(len(found), 'sentence').capitalize()} {says if found else 'says'}"
    return Trait(
        "counterfactuals",
        "Counterfactuals are avoided",
        level,
        f"{who} what somebody should or could have done.",
        mixed((), against(report, found)),
        *_change(level, found, _AS_IT_LOOKED),
    )


def _blame(report: Report) -> list[Finding]:
    return [f for f in report.problems if f.category == "blame"]


def _level(report: Report, others: int, own: int) -> Level:
    slack = 1 if report.words < _LONG else 2
    if others == 0:
        return "good" if own <= slack else "some"
    return "some" if others <= slack else "little"


def _change(level: Level, found: list[Finding], otherwise: str) -> tuple[str | None, int | None]:
    if level == "good" or not found:
        return None, None
    return found[0].suggestion or otherwise, found[0].line


def _because_of_blame(others: list[Finding], own: list[Finding]) -> str:
    if not others and not own:
        return "No sentence puts the failure on anybody."
    parts = []
    if others:
        parts.append(f"{counted(len(others), 'place')} {_puts(others)} the failure on others")
    if own:
        parts.append(f"{counted(len(own), 'place')} {_puts(own)} it on the authors themselves")
    text = " and ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _puts(findings: list[Finding]) -> str:
    return "puts" if len(findings) == 1 else "put"
