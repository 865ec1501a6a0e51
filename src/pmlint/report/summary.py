"""What a report comes to: first what is good, then what to look at, then the scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pmlint.records import SEVERITIES, Category, Finding, Report, Scores
from pmlint.report.neutral import one_line

CATEGORY_WORDS: dict[Category, str] = {
    "blame": "blame",
    "diffuse": "fog",
    "action": "action items",
    "structure": "structure",
    "candor": "candor",
}
_GOOD_SCORE = 80
_GOOD_SCORES = {
    "blameless": "Hardly a sentence blames a person",
    "accountable": "The commitments can be followed up",
    "candid": "One can follow what was decided, and why",
}
_GOOD_FACTS: dict[tuple[str, object], str] = {
    ("timeline", "full"): "The timeline gives times or dates throughout",
    ("separated", "yes"): "What happened is kept apart from why it happened",
    ("follow_up_planned", True): "A follow-up review is planned",
}


def good_signs(report: Report) -> list[str]:
    """One line for each thing that the document does well."""
    found = _praise(report.praise)
    items = report.action_items
    complete = sum(not item.missing for item in items)
    if complete:
        which = _share(complete, len(items))
        found.append(f"{which} an owner, a deliverable and a date.")
    found += [f"{line}." for (key, value), line in _GOOD_FACTS.items() if report.facts.get(key) == value]
    for name, line in _GOOD_SCORES.items():
        if report.scores and getattr(report.scores, name) >= _GOOD_SCORE:
            found.append(f"{line} ({name} {getattr(report.scores, name):.0f}).")
    return found


def counts(findings: Sequence[Finding]) -> str:
    """``"to look at: blame 2, fog 1 (1 error, 2 warnings)"``."""
    families = Counter(f.category for f in findings)
    kinds = ", ".join(f"{CATEGORY_WORDS[c]} {families[c]}" for c in CATEGORY_WORDS if families[c])
    return f"to look at: {kinds} ({severities(findings)})"


def severities(findings: Iterable[Finding]) -> str:
    """``"1 error, 2 warnings, 3 info"``, gravest first; those that do not occur are left out."""
    found = Counter(f.severity for f in findings)
    words = {"error": "error", "warning": "warning"}
    return ", ".join(
        plural(found[s], words[s]) if s in words else f"{found[s]} {s}"
        for s in reversed(SEVERITIES)
        if found[s]
    )


def scores_line(scores: Scores) -> str:
    """``"blameless 82 (70 to 94), accountable 64 (51 to 77), candid 71 (52 to 90)"``."""
    return ", ".join(
        f"{name} {getattr(scores, name):.0f}{_interval(scores, name)}"
        for name in ("blameless", "accountable", "candid")
    )


def _interval(scores: Scores, name: str) -> str:
    if name not in scores.intervals:
        return ""
    low, high = scores.intervals[name]
    return f" ({low:.0f} to {high:.0f})"


def plural(number: int, word: str) -> str:
    """``"1 place"``, ``"2 places"``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _praise(findings: Sequence[Finding]) -> list[str]:
    """A line for the first good sign of each rule, with the lines of the others: praise wears off."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    found = []
    for rule, alike in by_rule.items():
        first = alike[0]
        others = ", ".join(str(n) for n in dict.fromkeys(f.line for f in alike[1:]) if n != first.line)
        more = f"; also line{'s' * (',' in others)} {others}" if others else ""
        found.append(f"Line {first.line}: {one_line(first.message)} ({rule}{more})")
    return found


def _share(some: int, total: int) -> str:
    if some < total:
        return f"{some} of {total} commitments {'has' if some == 1 else 'have'}"
    return f"All {total} commitments have" if total > 1 else "The commitment has"
