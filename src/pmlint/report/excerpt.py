"""The source lines a finding is about, its words underlined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmlint.records import Finding
from pmlint.report.neutral import neutral

MORE = "..."
_AT_MOST = 4
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an excerpt, ready to print.

    Attributes:
        number: Line number, or ``None`` for a line that says how many are left out.
        before: What stands before the flagged words.
        marked: The flagged words.
        after: What stands after them.
        indent: Cells that ``before`` takes.
        cells: Cells that ``marked`` takes.
    """

    number: int | None
    before: str
    marked: str = ""
    after: str = ""
    indent: int = 0
    cells: int = 0


def split_lines(source: str) -> list[str]:
    """The lines as editors number them: only line feed and carriage return end one."""
    return _LINE_END.split(source)


def excerpt(lines: list[str], finding: Finding, room: int) -> list[Line]:
    """The lines of a finding; a long one is cut to a window, a long run of lines to its ends.

    Args:
        lines: The lines of the source.
        finding: The finding; one without words of its own has no excerpt.
        room: Cells that a line may take.
    """
    found = [_window(lines[n - 1], n, first, last, room) for n, first, last in _spans(lines, finding)]
    left_out = len(found) - _AT_MOST
    if left_out > 0:
        found[2:-1] = [Line(None, f"{MORE} {left_out + 1} more lines {MORE}")]
    return found


def _spans(lines: list[str], finding: Finding) -> Iterator[tuple[int, int, int]]:
    """Number, first and last column (0-based, end exclusive) of each line with flagged words."""
    if finding.start >= finding.end:
        return
    for number in range(finding.line, min(finding.end_line, len(lines)) + 1):
        line = lines[number - 1]
        first = finding.column - 1 if number == finding.line else len(line) - len(line.lstrip())
        last = finding.end_column - 1 if number == finding.end_line else len(line)
        last = min(last, len(line.rstrip()))
        if first < last:
            yield number, first, last


def _window(line: str, number: int, first: int, last: int, room: int) -> Line:
    from rich.cells import cell_len

    # Nothing farther away than `room` characters can be seen: a line of megabytes costs no more than others.
    left, right = max(0, first - room), min(len(line), last + room)
    before, after = neutral(line[left:first]), neutral(line[last:right])
    marked = neutral(line[first : min(last, first + room)])
    if last - first > room or cell_len(marked) > room:
        marked = _head(marked, room - 2 * len(MORE)) + MORE
        after, right = "", len(line)
    spare = room - cell_len(marked)
    whole = left == 0 and right == len(line)
    if not whole or cell_len(before) + cell_len(after) > spare:
        share = spare - min(cell_len(after), spare // 2)
        if left or cell_len(before) > share:
            before = MORE + _tail(before, share - len(MORE))
        share = spare - cell_len(before)
        if right < len(line) or cell_len(after) > share:
            after = _head(after, share - len(MORE)) + MORE
    return Line(number, before, marked, after, cell_len(before), max(1, cell_len(marked)))


def _head(text: str, room: int) -> str:
    """As much of the text's beginning as fits, to the end of a word where one is near."""
    from rich.cells import cell_len

    fit = text
    while fit and cell_len(fit) > room:
        fit = fit[: -max(1, (cell_len(fit) - room) // 2)]
    space = fit.rfind(" ")
    return fit[: space + 1] if fit != text and space >= max(0, len(fit) - 15) else fit


def _tail(text: str, room: int) -> str:
    """As much of the text's end as fits, from the beginning of a word where one is near."""
    from rich.cells import cell_len

    fit = text
    while fit and cell_len(fit) > room:
        fit = fit[max(1, (cell_len(fit) - room) // 2) :]
    space = fit.find(" ")
    return fit[space:] if fit != text and 0 <= space < 15 else fit
