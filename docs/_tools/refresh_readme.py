"""Brings the generated parts of README.md up to date: the excerpt of output and the table of rules."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
EXCERPT = ("check", "examples/late-consulting-project.md", "--color", "never", "--exit-zero")
EXCERPT_LINES = 20


def refreshed(text: str) -> str:
    """The README with what stands between its marks made anew."""
    text = between(text, "excerpt", excerpt(pmlint(*EXCERPT), EXCERPT_LINES))
    return between(text, "rules", pmlint("rules", "--format", "markdown").rstrip())


def between(text: str, name: str, content: str) -> str:
    """The text with ``content`` between the marks ``name:start`` and ``name:end``.

    Raises:
        ValueError: The marks do not stand there once each, in this order.
    """
    start, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    if re.findall(f"{re.escape(start)}|{re.escape(end)}", text) != [start, end]:
        raise ValueError(f"README.md needs {start} and {end}, once each")
    head, _, rest = text.partition(start)
    return f"{head}{start}\n{content}\n{end}{rest.partition(end)[2]}"


def excerpt(output: str, lines: int) -> str:
    """The findings that end within so many lines, and the summary, as a fence."""
    *findings, summary = output.rstrip().split("\n\n")
    shown: list[str] = []
    for finding in findings:
        if len("\n\n".join([*shown, finding]).splitlines()) > lines:
            shown.append("…")
            break
        shown.append(finding)
    return "\n\n".join(["```text\n" + shown[0], *shown[1:], summary + "\n```"])


def pmlint(*arguments: str) -> str:
    """What a command of pmlint prints, a hundred columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "pmlint", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
