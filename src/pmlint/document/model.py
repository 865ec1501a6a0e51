"""A document as blocks of prose that know where each of their characters stands in the file."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

BlockKind = Literal["heading", "para", "item", "row"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its column header and its range in the text of the row's block."""

    header: str
    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or table row as prose: markup removed, words kept.

    Attributes:
        index: Position in ``Document.blocks``.
        kind: ``"heading"``, ``"para"``, ``"item"`` or ``"row"`` (header rows are no blocks).
        text: The prose. Inline code keeps its words; link targets, emphasis marks and tags are gone.
        offsets: For each character of ``text`` its offset in the source, and one past the last.
        start: First character of the block in the source, list marker left out.
        end: One past the last character of the block in the source.
        level: Heading level (1 to 6), or nesting depth of a list item (0 = outermost), else 0.
        section: Titles of the enclosing headings, outermost first (a heading's own title excluded).
            A paragraph that is only bold text, or a short line ending in a colon, counts as a heading.
        parent: For an item nested under another item, that item's index.
        lead_in: Index of the paragraph or heading that directly introduces this item's or row's list.
        list_id: The same number for all items of one list or rows of one table, else ``None``.
        cells: For rows, the cells in order; ranges refer to ``text``.
        code: Ranges of ``text`` that are inline code.
        links: (start, end, target) of the links, ranges in ``text``.
        quoted: Whether the block stands in a block quotation.
        template: Whether it is an unfilled template prompt ("<!-- describe … -->", "_Describe …_", "TBD").
        checked: State of a task-list item's box, ``None`` without a box.
    """

    index: int
    kind: BlockKind
    text: str
    offsets: Sequence[int]
    start: int
    end: int
    level: int = 0
    section: tuple[str, ...] = ()
    parent: int | None = None
    lead_in: int | None = None
    list_id: int | None = None
    cells: tuple[Cell, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()
    quoted: bool = False
    template: bool = False
    checked: bool | None = None

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The source range of ``text[start:end]`` (a non-empty range)."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def cell(self, *names: str) -> str | None:
        """Text of the first cell whose header, lower case, contains one of ``names``."""
        for cell in self.cells:
            if any(name in cell.header.lower() for name in names):
                return self.text[cell.start : cell.end].strip()
        return None


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block; ``start`` and ``end`` are its range in the block's text.

    Attributes:
        index: Position in ``Document.sentences``.
        block: Index of its block.
        text: The sentence, without surrounding white space.
        start: First character in the block's text.
        end: One past the last character in the block's text.
    """

    index: int
    block: int
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Suppression:
    """A comment that switches rules off.

    Attributes:
        codes: Codes, code prefixes or rule names; empty means every rule.
        scope: ``"line"`` (its own line), ``"next-line"``, ``"block"`` or ``"file"``.
        start: First source offset it covers.
        end: One past the last source offset it covers.
        line: Line of the comment, 1-based.
        reason: Why, as written.
    """

    codes: tuple[str, ...]
    scope: Literal["line", "next-line", "block", "file"]
    start: int
    end: int
    line: int
    reason: str = ""


@dataclass(frozen=True)
class Document:
    """A post-mortem as read: its source, its blocks and what its front matter says.

    Attributes:
        source: The whole text as read (decoded, BOM removed, line ends as in the file).
        blocks: In source order.
        sentences: In source order; rows are cut cell by cell; template and quoted blocks are included.
        format: ``"markdown"``, ``"text"``, ``"rst"``, ``"html"`` or ``"docx"``.
        path: As given, or ``None``.
        title: First heading or front-matter title, or ``None``.
        date: The document's own date: front matter, else file name, else a stated date, else ``None``.
        front_matter: Parsed front matter.
        suppressions: Comments that switch rules off.
        notices: How the file was read, where worth telling (its encoding, say).
    """

    source: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    format: str = "markdown"
    path: str | None = None
    title: str | None = None
    date: dt.date | None = None
    front_matter: dict[str, Any] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    notices: tuple[str, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        # "\r\n", "\n" and a lone "\r" end a line: what editors count.
        return [0, *(end.end() for end in re.finditer(r"\r\n?|\n", self.source))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (both 1-based) of a source offset."""
        line = bisect.bisect_right(self._line_starts, offset) - 1
        return line + 1, offset - self._line_starts[line] + 1

    def block_of(self, sentence: Sentence) -> Block:
        """The block that a sentence stands in."""
        return self.blocks[sentence.block]

    def source_range(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """The source range of ``sentence.text[start:end]``."""
        block = self.blocks[sentence.block]
        return block.source_range(sentence.start + start, sentence.start + end)

    @cached_property
    def words(self) -> int:
        """Words of prose outside quotations and templates."""
        return sum(len(b.text.split()) for b in self.blocks if not (b.quoted or b.template))
