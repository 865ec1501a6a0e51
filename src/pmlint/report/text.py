"""Reports as text for people: on a terminal, in a log, in a mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any

from pmlint.records import SEVERITIES, Finding, Report
from pmlint.report.excerpt import excerpt, split_lines
from pmlint.report.neutral import one_line
from pmlint.report.style import Paint, painter
from pmlint.report.summary import counts, good_signs, plural, scores_line

WIDTH = 80
_WHOLE_WORDS: Any = {"break_long_words": False, "break_on_hyphens": False}


def render(
    report: Report, source: str, *, color: bool = False, quiet: bool = False, width: int = WIDTH
) -> str:
    """One document's findings with their source lines, and a summary.

    A document without problems is one line. Nothing of the document can act on the terminal.

    Args:
        report: The report.
        source: The text that the report's offsets refer to.
        color: Whether to colour.
        quiet: Whether to leave everything out but one line for each problem.
        width: Cells of a line (at least 50 are taken).

    Returns:
        Lines with their line ends; empty where there is nothing to say.
    """
    paint = painter(color)
    width = max(width, 50)
    path = one_line(report.path or "<text>")
    problems = sorted(report.problems, key=lambda f: (f.start, f.end, f.rule))
    if quiet:
        return "".join(f"{row}\n" for finding in problems for row in _head(finding, path, paint))
    notices = [paint(f"{path}: {one_line(notice)}", "dim") for notice in report.notices]
    if not problems:
        return "\n".join([*notices, _clean(report, path, paint)]) + "\n"
    lines = split_lines(source)
    # Several remarks about the same words share one excerpt.
    groups = [list(group) for _, group in groupby(problems, key=lambda f: (f.start, f.end))]
    parts = ["\n".join(_group(group, path, lines, paint, width)) for group in groups]
    parts.append("\n".join(_summary(report, path, paint, width)))
    return "\n\n".join(["\n".join(notices)] * bool(notices) + parts) + "\n"


def render_totals(reports: Sequence[Report], errors: int = 0, *, color: bool = False) -> str:
    """What all documents of a run come to.

    Args:
        reports: The reports of the run.
        errors: How many files could not be checked.
        color: Whether to colour.
    """
    problems = [finding for report in reports for finding in report.problems]
    clear = sum(not report.problems for report in reports)
    line = plural(len(reports), "document") + (f", {clear} with nothing flagged" if clear else "")
    found = [painter(color)(line, "head")]
    if problems:
        found.append(f"  {counts(problems).capitalize()}")
    if errors:
        found.append(f"  Could not be checked: {errors}")
    return "\n".join(found) + "\n"


def render_statistics(reports: Iterable[Report], *, color: bool = False) -> str:
    """How often each rule found something, most often first; good signs are marked with a plus."""
    findings = [finding for report in reports for finding in report.findings]
    paint = painter(color)
    found = Counter((f.rule, f.name, f.praise) for f in findings)
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0]))
    digits = len(str(rows[0][1])) if rows else 1
    return "".join(
        f"{number:>{digits}} {'+' if praise else ' '} {paint(rule, 'code')} {name}\n"
        for (rule, name, praise), number in rows
    )


def _head(finding: Finding, path: str, paint: Paint, width: int | None = None) -> list[str]:
    place, severity = f"{path}:{finding.line}:{finding.column}", f"[{finding.severity}]"
    rows = [one_line(finding.message)]
    if width:
        taken = len(f"{place} {finding.rule} {severity} ")
        rows = wrap(rows[0], width, initial_indent=" " * taken, subsequent_indent="    ", **_WHOLE_WORDS) or [
            ""
        ]
        rows[0] = rows[0].lstrip()
    rows[0] = (
        f"{paint(place, 'path')} {paint(finding.rule, 'code')} {paint(severity, finding.severity)} {rows[0]}"
    )
    return rows


def _group(findings: list[Finding], path: str, lines: list[str], paint: Paint, width: int) -> list[str]:
    finding = max(findings, key=lambda f: SEVERITIES.index(f.severity))
    digits = len(str(finding.end_line))
    margin = " " * (digits + 3)
    found = [row for f in findings for row in _head(f, path, paint, width)]
    for line in excerpt(lines, finding, width - digits - 6):
        if line.number is None:
            found.append(paint(f"{margin}| {line.before}", "dim"))
            continue
        gutter = paint(f"  {line.number:>{digits}} |", "dim")
        words = paint(line.marked, finding.severity)
        found.append(f"{gutter} {line.before}{words}{line.after}".rstrip())
        carets = paint("^" * line.cells, finding.severity)
        found.append(f"{paint(margin + '|', 'dim')} {' ' * line.indent}{carets}")
    for asked in dict.fromkeys(one_line(f.suggestion) for f in findings if f.suggestion):
        lead = "Ask: " if asked.endswith("?") else "Try: "
        for row, text in enumerate(wrap(asked, width - len(margin) - len(lead), **_WHOLE_WORDS)):
            start = paint(lead, "dim") if row == 0 else " " * len(lead)
            found.append(f"{margin}{start}{paint(text, 'ask')}")
    return found


def _summary(report: Report, path: str, paint: Paint, width: int) -> list[str]:
    found = [paint(f"{path}: in short", "head")]
    for line in good_signs(report):
        first, *more = wrap(line, width - 4, **_WHOLE_WORDS)
        found.append(f"  {paint('+', 'good')} {first}")
        found += [f"    {text}" for text in more]
    found += [f"  {text}" for text in wrap(counts(report.problems).capitalize(), width - 2)]
    if report.scores:
        found.append(f"  Of 100: {scores_line(report.scores)}")
    return found


def _clean(report: Report, path: str, paint: Paint) -> str:
    if not report.words:
        return f"{paint(path, 'path')}: no text to check"
    line = f"{paint(path, 'path')}: {paint('nothing flagged', 'good')}"
    if report.scores:
        line += f" ({scores_line(report.scores)})"
    if report.praise:
        where = ", ".join(str(finding.line) for finding in report.praise)
        line += f"; good signs on line{'s' * (len(report.praise) > 1)} {where}"
    return line
