"""reStructuredText's inline markup turned into prose, every character keeping its source offset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmlint.document.breaks import breaks_between
from pmlint.document.lines import Lines, SourceMap
from pmlint.document.prose import Prose

if TYPE_CHECKING:
    from docutils import nodes

_ROLE = re.compile(r":[\w:+.-]{1,60}:`~?([^`<]+?)(?:\s*<[^>`]*>)?`")
_ESCAPE = re.compile(r"\\(\s|.)?", re.DOTALL)
_DROPPED = frozenset(("target", "image", "footnote_reference", "system_message", "math"))
_SLACK = 4


class Place(SourceMap):
    r"""A text lifted out of the source, with the offsets of its positions.

    Args:
        content: The text, its lines parted by ``\n``.
        marks: (position, source offset) of each line's start.
    """

    def __init__(self, content: str, marks: list[tuple[int, int]]) -> None:
        super().__init__(marks)
        self.content = content


class Finder:
    """Finds docutils' raw text in the source, given the line that docutils names.

    Args:
        lines: The lines of the source.
        view: The same lines as docutils was given them.
    """

    def __init__(self, lines: Lines, view: list[str]) -> None:
        self._lines = lines
        self._view = view
        self._used: dict[int, int] = {}  # by line, the column up to which it is taken: cells share lines

    def in_line(self, text: str, line: int) -> int | None:
        """The source offset of ``text`` in a line (1-based)."""
        if not 1 <= line <= len(self._lines):
            return None
        column = self._view[line - 1].find(text)
        return None if column < 0 else self._lines.starts[line - 1] + column

    def place(self, raw: str, line: int) -> Place | None:
        """Where raw text stands that docutils found at or next to a line (1-based); ``None`` if nowhere."""
        parts = raw.strip("\n").split("\n")
        for first in [line - 1, *range(line, line + _SLACK), *range(line - 2, line - 2 - _SLACK, -1)]:
            columns = self._columns(parts, first)
            if columns is not None:
                return self._taken(parts, first, columns)
        return None

    def _columns(self, parts: list[str], first: int) -> list[int] | None:
        if first < 0 or first + len(parts) > len(self._lines):
            return None
        columns = []
        for number, part in enumerate(parts, first):
            bare = part.strip()
            column = self._view[number].find(bare, self._used.get(number, 0))
            if column < 0:
                return None
            columns.append(column - (len(part) - len(part.lstrip())))
        return columns

    def _taken(self, parts: list[str], first: int, columns: list[int]) -> Place:
        marks, position = [], 0
        for number, (part, column) in enumerate(zip(parts, columns), first):
            marks.append((position, max(self._lines.starts[number] + column, 0)))
            self._used[number] = max(column + len(part.rstrip()), 0)
            position += len(part) + 1
        return Place("\n".join(parts), marks)


def project_rst(node: nodes.Node, place: Place, prose: Prose) -> Prose:
    """Append the prose of a paragraph-like node, whose raw text stands at ``place``."""
    _Projection(place, prose).children(node, 0)
    return prose


class _Projection:
    def __init__(self, place: Place, prose: Prose) -> None:
        self.place = place
        self.content = place.content
        self.prose = prose

    def children(self, node: nodes.Node, cursor: int) -> int:
        """Read what is in a node, from a position of the raw text; where that ends."""
        for child in node.children:
            name = getattr(child, "tagname", "#text")
            raw = getattr(child, "rawsource", "") or str(child).replace("\0", "\\")
            if name == "#text":
                raw = str(child).replace("\0", "\\")
            start = self.content.find(raw, cursor)
            if start < 0:
                continue
            if name == "#text":
                self._text(start, start + len(raw))
            elif name == "problematic":
                self._problematic(start, start + len(raw))
            elif name not in _DROPPED:
                self._element(child, name, start)
            cursor = start + len(raw)
        return cursor

    def _element(self, child: Any, name: str, start: int) -> None:
        before = len(self.prose)
        self.children(child, start)
        if len(self.prose) <= before:
            return
        span = (before, len(self.prose))
        if name == "literal":
            self.prose.code.append(span)
        elif name == "strong":
            self.prose.strong.append(span)
        elif name == "emphasis":
            self.prose.emphasis.append(span)
        elif name == "reference" and child.get("refuri"):
            self.prose.links.append((*span, str(child["refuri"])))

    def _problematic(self, start: int, end: int) -> None:
        role = _ROLE.match(self.content, start, end)
        if role:
            start, end = role.span(1)
        self._text(start, end)

    def _text(self, start: int, end: int) -> None:
        position = start
        for escape in _ESCAPE.finditer(self.content, start, end):
            self._lines(position, escape.start())
            # An escaped blank is none; any other escaped character stands for itself.
            position = escape.end() if not (escape.group(1) or " ").strip() else escape.end() - 1
            if position < escape.end():
                self._lines(position, escape.end())
                position = escape.end()
        self._lines(position, end)

    def _lines(self, start: int, end: int) -> None:
        while start < end:
            stop = self.content.find("\n", start, end)
            if stop < 0:
                self._put(start, end)
                return
            self._put(start, stop)
            before = self.content[self.content.rfind("\n", 0, stop) + 1 : stop]
            after = self.content[stop + 1 : (self.content + "\n").index("\n", stop + 1)]
            at = self.place[stop]
            if breaks_between(before, after):
                self.prose.line(at)
            else:
                self.prose.space(at)
            start = stop + 1

    def _put(self, start: int, end: int) -> None:
        for left, right, at in self.place.pieces(start, end):
            self.prose.put(self.content[left:right], at)
