"""A document's text cut where findings begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pmlint.records import Finding
from pmlint.report.neutral import neutral

_LONGEST_MARK = 600  # characters; what is said of a whole section is listed, not painted over it
_GRAVITY = {"error": 2, "warning": 1, "info": 0}
_LINES = {"heading": re.compile(r"^#{1,6} [^\n]*", re.M), "table": re.compile(r"^[ \t]*\|[^\n]*", re.M)}
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text to which the same findings and the same kind of line apply.

    Attributes:
        text: The stretch; line ends are line feeds, control characters are made visible.
        kind: ``"heading"`` or ``"table"`` for such a line of Markdown, else ``""``.
        finding: The gravest finding on it, or ``None``.
        opens: Number of the finding that begins here, or ``None``.
        closes: Numbers of the findings that end with it; they count from 1 in the order of the text.
    """

    text: str
    kind: str
    finding: Finding | None
    opens: int | None
    closes: tuple[int, ...]


def pieces(source: str, findings: Sequence[Finding], *, markdown: bool = True) -> list[Piece]:
    """The text in pieces, in order and without gaps.

    Args:
        source: The text.
        findings: Findings whose offsets point into the text, in the order of the text.
        markdown: Whether headings and tables are to be told apart.
    """
    marked = [(n, f) for n, f in enumerate(findings, 1) if 0 < f.end - f.start <= _LONGEST_MARK]
    lines = [(m.start(), m.end(), kind) for kind, p in _LINES.items() if markdown for m in p.finditer(source)]
    cuts = {0, len(source), *(at for _, f in marked for at in (f.start, f.end))}
    cuts |= {at for start, end, _ in lines for at in (start, end)}
    kinds = iter(sorted(lines))
    line = next(kinds, None)
    result = []
    edges = sorted(cut for cut in cuts if cut <= len(source))
    for start, end in pairwise(edges):
        while line is not None and line[1] <= start:
            line = next(kinds, None)
        here = [f for _, f in marked if f.start <= start < f.end]
        result.append(
            Piece(
                text=_shown(source[start:end]),
                kind=line[2] if line is not None and line[0] <= start else "",
                finding=max(here, key=lambda f: _GRAVITY[f.severity], default=None),
                opens=next((n for n, f in marked if f.start == start), None),
                closes=tuple(n for n, f in marked if f.end == end),
            )
        )
    return result


def _shown(text: str) -> str:
    return "\n".join(neutral(line) for line in _LINE_END.split(text))
