"""What the traits share: findings in their sentences, and words about numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pmlint.records import Finding, Report, Sentence, Support

MOST_SUPPORT = 4
"""Sentences shown for a trait: enough to judge it by, few enough to be read."""

_GRAVITY = {"error": 2, "warning": 1, "info": 0}


def sentence_of(report: Report, finding: Finding) -> Sentence | None:
    """The sentence that a finding starts in, or ``None`` for a finding on a whole document."""
    return next((s for s in report.sentences if s.start <= finding.start < s.end), None)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those that weigh most first; equals in the order of the text."""
    return sorted(findings, key=lambda f: (-_GRAVITY[f.severity], -f.confidence, f.start))


def against(report: Report, findings: Iterable[Finding]) -> list[Support]:
    """The sentences of findings, as speaking against a trait; a sentence once."""
    shown: dict[int, Support] = {}
    for finding in findings:
        whole = sentence_of(report, finding)
        if whole is None:
            shown.setdefault(
                finding.start, Support(finding.text, finding.start, finding.end, finding.line, False)
            )
        else:
            shown.setdefault(whole.start, Support(whole.text, whole.start, whole.end, whole.line, False))
    return list(shown.values())


def speaking_for(sentences: Iterable[Sentence]) -> list[Support]:
    """The sentences, as speaking for a trait."""
    return [Support(s.text, s.start, s.end, s.line, True) for s in sentences]


def mixed(for_it: Sequence[Support], against_it: Sequence[Support]) -> tuple[Support, ...]:
    """A few of both sides: where both have sentences, neither fills the card alone."""
    half = MOST_SUPPORT // 2
    fewer = max(half, MOST_SUPPORT - len(against_it))
    some = list(for_it[:fewer])
    return (*some, *against_it[: MOST_SUPPORT - len(some)])


def clean(report: Report, sentence: Sentence) -> bool:
    """Whether neither blame nor fog was found in a sentence."""
    return not any(
        sentence.start <= f.start < sentence.end and f.category in ("blame", "diffuse") and not f.praise
        for f in report.findings
    )


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """``"1 sentence"``, ``"2 sentences"``, ``"no sentence"``."""
    if number == 0:
        return f"no {singular}"
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
