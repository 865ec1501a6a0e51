"""HTML read into drafts, also as wikis export it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import count

from pmlint.document.drafts import Draft
from pmlint.document.lines import SourceMap
from pmlint.document.model import BlockKind
from pmlint.document.prose import Prose
from pmlint.document.tables import TableRows
from pmlint.document.wordset import word_set

_SKIPPED = word_set(
    "script style pre head nav svg math textarea select option button template noscript iframe object "
    "canvas audio video map ac:parameter ac:plain-text-body ac:task-id ac:task-uuid ri:attachment"
)
_BLOCKS = word_set(
    "address article aside body caption center dd details div dl dt fieldset figcaption figure footer "
    "form header hgroup hr html main p section summary ac:task-body ac:rich-text-body ac:layout-cell"
)
_LISTS = frozenset(("ul", "ol", "menu", "dir", "ac:task-list"))
_ITEMS = frozenset(("li", "ac:task"))
_HEADING = re.compile(r"h[1-6]")
_MARKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "a": "a"} | dict.fromkeys(
    ("code", "tt", "kbd", "samp", "var"), "code"
)
_CONDITION = re.compile(r"<!\[(?!CDATA\[)[^<>\n]{0,200}>")
_ENTITY = re.compile(r"(&(?:#\w{1,8}|[A-Za-z]\w{1,31}));?")
_CDATA = re.compile(r"<!\[(?:CDATA\[)?|\]\]>")


@dataclass
class _List:
    number: int
    depth: int
    parent: Draft | None
    item: Draft | None = None
    checked: bool | None = None


def read_html(
    content: str, places: SourceMap | None = None, numbers: Iterator[int] | None = None
) -> list[Draft]:
    """The drafts of an HTML text, in order.

    Args:
        content: The markup; tags may be unclosed or stray.
        places: Source offsets of the positions in ``content``, where it is part of a larger source.
        numbers: Where fresh list numbers come from.
    """
    reader = _Reader(content, places or SourceMap([(0, 0)]), numbers or count(1))
    reader.run()
    return reader.drafts


def _masked(content: str) -> str:
    """The markup with its CDATA marks and code blanked out, every other character in its place."""
    if "<![" not in content:
        return content
    content = _CONDITION.sub(lambda mark: " " * len(mark.group()), content)
    parts, position = [], 0
    while (start := content.find("<![CDATA[", position)) >= 0:
        end = content.find("]]>", start)
        end = len(content) if end < 0 else end + 3
        label = content.endswith("<ac:plain-text-link-body>", position, start)
        parts += [
            content[position:start],
            content[start:end] if label else re.sub(r"\S", " ", content[start:end]),
        ]
        position = end
    parts.append(content[position:])
    return _CDATA.sub(lambda mark: " " * len(mark.group()), "".join(parts))


class _Reader(HTMLParser):
    def __init__(self, content: str, places: SourceMap, numbers: Iterator[int]) -> None:
        super().__init__(convert_charrefs=False)
        self.content = _masked(content)
        self.places = places
        self.numbers = numbers
        self.drafts: list[Draft] = []
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", self.content))]
        self._skip: list[str] = []
        self._lists: list[_List] = []
        self._quotes = 0
        self._heading = 0
        self._prose = Prose()
        self._open: list[tuple[str, int, str]] = []
        self._rows: TableRows | None = None
        self._inner_tables = 0
        self._status: list[str] | None = None

    def run(self) -> None:
        # What can never close would be searched for again at each opening: such a tail is no markup.
        comment = self.content.find("<!--", self.content.rfind("-->") + 1)
        end = len(self.content) if comment < 0 else comment
        last = self.content.rfind(">", 0, end) + 1
        self.feed(self.content[:last])
        self.close()
        self._tail(last, end)
        self._flush()
        self._end_table()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            self._skip.clear()
        if self._skip or tag in _SKIPPED:
            if tag in _SKIPPED:
                self._skip.append(tag)
            return
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._prose.line(self._at())
        elif tag == "time" and values.get("datetime"):
            self._prose.put_decoded(values["datetime"], self._at())
        elif tag == "input" and values.get("type") == "checkbox" and self._lists:
            self._lists[-1].checked = "checked" in values
        elif tag == "ac:task-status":
            self._status = []
        elif tag in _MARKS:
            self._open.append((_MARKS[tag], len(self._prose), values.get("href", "")))
        elif tag == "table" or self._rows:
            self._table_start(tag)
        else:
            self._block_start(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SKIPPED:
            self.handle_starttag(tag, attrs)
            if tag not in ("br", "input", "hr", "img"):
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._skip:
            if tag in self._skip:
                del self._skip[self._skip.index(tag) :]
            return
        if tag in _MARKS:
            self._leave(_MARKS[tag])
        elif tag == "ac:task-status":
            if self._lists:
                self._lists[-1].checked = "".join(self._status or []).strip() == "complete"
            self._status = None
        elif self._rows:
            self._table_end(tag)
        elif tag in _LISTS:
            self._flush()
            if self._lists:
                self._lists.pop()
        elif tag == "blockquote":
            self._flush()
            self._quotes = max(self._quotes - 1, 0)
        elif tag in _BLOCKS or tag in _ITEMS or _HEADING.fullmatch(tag):
            self._flush()
            if _HEADING.fullmatch(tag):
                self._heading = 0

    def handle_data(self, data: str) -> None:
        if self._status is not None:
            self._status.append(data)
        elif not self._skip:
            start = self._position()
            self._put(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}", self._position())

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}", self._position())

    def unknown_decl(self, data: str) -> None:
        """Declarations such as ``<![if …]>`` say nothing to a reader."""

    def _tail(self, start: int, end: int) -> None:
        """Read the text after the last tag, where a bracket opens nothing."""
        for entity in _ENTITY.finditer(self.content, start, end):
            self._put(start, entity.start())
            self._entity(entity.group(1), entity.start())
            start = entity.end()
        self._put(start, end)

    def _entity(self, written: str, start: int) -> None:
        if self._skip or self._status is not None:
            return
        decoded = unescape(written + ";")
        if decoded == written + ";":
            closed = self.content.startswith(";", start + len(written))
            self._put(start, start + len(written) + closed)
        else:
            self._prose.put_decoded(decoded, self.places[start])

    def _put(self, start: int, end: int) -> None:
        for left, right, at in self.places.pieces(start, end):
            self._prose.put(self.content[left:right], at)

    def _position(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _at(self) -> int:
        return self.places[self._position()]

    def _leave(self, name: str) -> None:
        for number in range(len(self._open) - 1, max(len(self._open) - 20, 0) - 1, -1):
            if self._open[number][0] == name:
                _, start, target = self._open.pop(number)
                end = len(self._prose)
                if end <= start:
                    return
                if name == "a" and target:
                    self._prose.links.append((start, end, target))
                elif name != "a":
                    kinds = {
                        "code": self._prose.code,
                        "strong": self._prose.strong,
                        "em": self._prose.emphasis,
                    }
                    kinds[name].append((start, end))
                return

    def _block_start(self, tag: str) -> None:
        if tag in _LISTS:
            self._flush()
            parent = self._lists[-1].item if self._lists else None
            self._lists.append(_List(next(self.numbers), len(self._lists), parent))
        elif tag in _ITEMS:
            self._flush()
            if self._lists:
                self._lists[-1].item = None
                self._lists[-1].checked = None
        elif tag == "blockquote":
            self._flush()
            self._quotes += 1
        elif _HEADING.fullmatch(tag):
            self._flush()
            self._heading = int(tag[1])
        elif tag in _BLOCKS:
            self._flush()

    def _flush(self) -> None:
        prose, self._prose, self._open = self._prose, Prose(), []
        if not prose.text():
            return
        offsets = prose.offsets()
        kind: BlockKind = "heading" if self._heading else "item" if self._lists else "para"
        draft = Draft(kind, prose, offsets[0], offsets[-1], self._heading, quoted=self._quotes > 0)
        if kind == "item":
            here = self._lists[-1]
            draft.level, draft.list_id, draft.checked = here.depth, here.number, here.checked
            draft.parent = here.item or here.parent
            if here.item is None:
                here.item = draft
        self.drafts.append(draft)

    def _table_start(self, tag: str) -> None:
        if self._rows is None:
            self._flush()
            self._rows = TableRows(
                next(self.numbers), self._quotes > 0, self._lists[-1].item if self._lists else None
            )
        elif tag == "table":
            self._inner_tables += 1
        elif (self._inner_tables and tag in ("td", "th", "tr")) or tag in _BLOCKS or tag in _ITEMS:
            self._prose.line(self._at())
        elif tag == "tr":
            self._prose = self._rows.start_row()
            self._open = []
        elif tag in ("td", "th"):
            if self._rows.row is None:
                self._prose = self._rows.start_row()
            self._rows.start_cell(self._at(), head=tag == "th")

    def _table_end(self, tag: str) -> None:
        assert self._rows is not None
        if tag == "table":
            if self._inner_tables:
                self._inner_tables -= 1
            else:
                self._end_table()
        elif self._inner_tables:
            return
        elif tag == "tr":
            self._rows.end_row()
            self._prose = Prose()
        elif tag in _BLOCKS or tag in _ITEMS or tag in _LISTS:
            self._prose.line(self._at())

    def _end_table(self) -> None:
        if self._rows:
            self._rows.end_row()
            self.drafts += self._rows.drafts
            self._rows, self._prose, self._open = None, Prose(), []
