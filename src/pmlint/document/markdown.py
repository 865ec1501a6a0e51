"""Markdown read into drafts: CommonMark with GFM tables, task lists and stray HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from pmlint.document.drafts import Draft
from pmlint.document.html import read_html
from pmlint.document.inline import parser, project
from pmlint.document.lines import Lines, SourceMap
from pmlint.document.model import BlockKind
from pmlint.document.prose import Prose

if TYPE_CHECKING:
    from markdown_it.token import Token

_HASHES = re.compile(r"#{1,6}[ \t]+")
_BOX = re.compile(r"\[([ xX])\](?=\s|$)\s*")
_ALERT = re.compile(
    r"\[!\w+\]|(?:note|warning|important|tip|caution|info|tl;?dr|summary|update)\b", re.IGNORECASE
)
_ALERT_MARK = re.compile(r"\[!\w+\][-+]?[ \t]*")
_MDX = re.compile(r"(?:import\s[^\n]{0,300}\bfrom\s+['\"]|export\s+(?:const|default|let|function)\b)")
_NO_PROSE = re.compile(r":{3,}[^\n]*|\[?\[_?TOC_?\]\]?|\{/\*[^}]*\*/\}", re.IGNORECASE)
_BOLD_LINE = re.compile(r"(\*\*|__)[^*_\n]{2,80}(?<![.,;])\1[ \t]*:?[ \t]*\\?\n")
_ROW_PREFIX = re.compile(r"[ \t>]*")


@dataclass
class _List:
    number: int
    depth: int
    parent: Draft | None
    item: Draft | None = None


@dataclass
class _Context:
    """What encloses the token at hand."""

    lists: list[_List] = field(default_factory=list)
    quotes: list[bool] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    table: int = 0
    in_head: bool = False

    @property
    def quoted(self) -> bool:
        return any(self.quotes)


def read_markdown(source: str) -> list[Draft]:
    """The drafts of a Markdown text, in order."""
    lines = Lines(source)
    tokens = parser().parse(source)
    return _Reader(lines, tokens).read()


class _Reader:
    def __init__(self, lines: Lines, tokens: list[Token]) -> None:
        self.lines = lines
        self.tokens = tokens
        self.drafts: list[Draft] = []
        self.numbers = count(1)
        self.at = _Context()

    def read(self) -> list[Draft]:
        for index, token in enumerate(self.tokens):
            handle = getattr(self, f"_on_{token.type}", None)
            if handle:
                handle(token, index)
        return self.drafts

    def _on_bullet_list_open(self, _token: Token, _index: int) -> None:
        parent = self.at.lists[-1].item if self.at.lists else None
        self.at.lists.append(_List(next(self.numbers), len(self.at.lists), parent))

    _on_ordered_list_open = _on_bullet_list_open

    def _on_bullet_list_close(self, _token: Token, _index: int) -> None:
        self.at.lists.pop()

    _on_ordered_list_close = _on_bullet_list_close

    def _on_list_item_open(self, _token: Token, _index: int) -> None:
        self.at.lists[-1].item = None

    def _on_blockquote_open(self, _token: Token, index: int) -> None:
        inner = self.tokens[index + 2] if index + 2 < len(self.tokens) else None
        text = inner.content.lstrip("*_ ") if inner is not None and inner.type == "inline" else ""
        # "> [!NOTE]" and "> Note: …" are boxes in the author's own voice, not somebody's words.
        self.at.quotes.append(not _ALERT.match(text))

    def _on_blockquote_close(self, _token: Token, _index: int) -> None:
        self.at.quotes.pop()

    def _on_table_open(self, _token: Token, _index: int) -> None:
        self.at.table = next(self.numbers)
        self.at.header = []

    def _on_thead_open(self, _token: Token, _index: int) -> None:
        self.at.in_head = True

    def _on_thead_close(self, _token: Token, _index: int) -> None:
        self.at.in_head = False

    def _on_tr_open(self, token: Token, index: int) -> None:
        cells = []
        while self.tokens[index].type != "tr_close":
            if self.tokens[index].type == "inline":
                cells.append(self.tokens[index])
            index += 1
        line = token.map[0] if token.map else 0
        if self.at.in_head:
            places = SourceMap([(0, 0)])
            self.at.header = [project(cell, places).text() for cell in cells]
        else:
            self._row(line, cells)

    def _row(self, line: int, cells: list[Token]) -> None:
        text = self.lines[line].rstrip()
        prefix = _ROW_PREFIX.match(text)
        begin = prefix.end() if prefix else 0
        origin = self.lines.starts[line]
        prose = Prose()
        draft = Draft("row", prose, origin + begin, origin + len(text), quoted=self.at.quoted)
        for number, (cell, place) in enumerate(zip(cells, _cells(text, begin))):
            if number:
                prose.tab(origin + place[0] - 1)
            before = len(prose)
            project(cell, _cell_places(text, place, cell.content, origin), prose)
            header = self.at.header[number] if number < len(self.at.header) else ""
            draft.cells.append((header, before, len(prose)))
        draft.list_id = self.at.table
        draft.parent = self.at.lists[-1].item if self.at.lists else None
        if prose.text().strip():
            self.drafts.append(draft)

    def _on_heading_open(self, token: Token, index: int) -> None:
        inline = self.tokens[index + 1]
        first, last = token.map or (0, 1)
        level = int(token.tag[1:])
        if token.markup.startswith("#"):
            line = self.lines[first]
            mark = _HASHES.search(line)
            if not mark:
                return
            start = self.lines.starts[first] + _content_start(line, mark.end(), inline.content)
            self._add("heading", inline, SourceMap([(0, start)]), level)
            return
        places = self.lines.locate(inline.content, first, last - 1)
        # A rule of dashes right under a paragraph makes it a heading by the letter, not by intent.
        long = "\n" in inline.content or len(inline.content.split()) > 14 or inline.content.endswith(".")
        self._add("para" if long else "heading", inline, places, 0 if long else level)

    def _on_paragraph_open(self, token: Token, index: int) -> None:
        inline = self.tokens[index + 1]
        if _MDX.match(inline.content) or _NO_PROSE.fullmatch(inline.content):
            return
        first, last = token.map or (0, 1)
        places = self.lines.locate(inline.content, first, last)
        self._add("item" if self.at.lists else "para", inline, places, 0)

    def _add(self, kind: BlockKind, inline: Token, places: SourceMap, level: int) -> None:
        checked = None
        fresh = bool(self.at.lists) and self.at.lists[-1].item is None
        box = _BOX.match(inline.content) if kind == "item" and fresh else None
        alert = _ALERT_MARK.match(inline.content) if self.at.quotes else None
        mark = box or alert
        if box:
            checked = box.group(1) != " "
        title = _BOLD_LINE.match(inline.content) if kind == "para" else None
        first, last = mark.end() if mark else 0, len(inline.content)
        for skip, stop in [(0, title.end() - 1), (title.end(), last)] if title else [(first, last)]:
            prose = project(inline, places, skip=skip, stop=stop)
            if prose.text() and not _is_navigation(kind, prose):
                self._append(Draft(kind, prose, places[skip], places[stop - 1] + 1, level, checked=checked))

    def _append(self, draft: Draft) -> None:
        draft.quoted = draft.quoted or self.at.quoted
        if self.at.lists and draft.kind != "heading":
            here = self.at.lists[-1]
            draft.kind = "item"
            draft.list_id = here.number
            draft.level = here.depth
            draft.parent = here.item or here.parent
            if here.item is None:
                here.item = draft
        self.drafts.append(draft)

    def _on_html_block(self, token: Token, _index: int) -> None:
        first, last = token.map or (0, 1)
        places = self.lines.locate(token.content.rstrip("\n"), first, last)
        for draft in read_html(token.content, places, self.numbers):
            if draft.kind == "para":
                self._append(draft)
            else:
                draft.quoted = draft.quoted or self.at.quoted
                self.drafts.append(draft)


def _is_navigation(kind: BlockKind, prose: Prose) -> bool:
    """Whether an item is an entry of a table of contents: nothing but a link into the page."""
    inward = [(start, end) for start, end, target in prose.links if target.startswith("#")]
    return kind == "item" and prose.covered(inward)


def _cells(line: str, begin: int) -> list[tuple[int, list[int]]]:
    r"""Start and escaped pipes of each cell of a row, cut at each ``|`` that no backslash escapes."""
    cells: list[tuple[int, list[int]]] = [(begin, [])]
    escaped = False
    for position in range(begin, len(line)):
        if line[position] == "|":
            if escaped:
                cells[-1][1].append(position)
            else:
                cells.append((position + 1, []))
        escaped = line[position] == "\\"
    return cells[1:] if line.startswith("|", begin) else cells


def _cell_places(line: str, cell: tuple[int, list[int]], content: str, origin: int) -> SourceMap:
    start, pipes = cell
    start = _content_start(line, start, content)
    # The backslash before an escaped pipe is not in the cell's content.
    marks = [(pipe - start - dropped, origin + pipe) for dropped, pipe in enumerate(pipes, 1)]
    return SourceMap([(0, origin + start), *marks])


def _content_start(line: str, start: int, content: str) -> int:
    """Where in a line a content starts whose parser took some kinds of white space off its front."""
    while start < len(line) and line[start].isspace() and not content.startswith(line[start]):
        start += 1
    return start
