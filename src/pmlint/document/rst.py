"""reStructuredText read into drafts, by docutils."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

from pmlint.document.drafts import Draft
from pmlint.document.lines import LINE_END, Lines
from pmlint.document.prose import Prose
from pmlint.document.rst_inline import Finder, project_rst
from pmlint.document.tables import TableRows
from pmlint.document.wordset import word_set

if TYPE_CHECKING:
    from docutils import nodes

_ODD_ENDS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029\0", " "))
_INNER_TAB = re.compile(r"(?<=\S)([ ]*)\t")
_SKIPPED = word_set(
    "comment literal_block doctest_block math_block raw system_message target substitution_definition "
    "image pending meta colspec decoration docinfo generated"
)
# Documents are hostile: they include no files, run no raw blocks and write no warnings.
_SETTINGS = {
    "report_level": 5,
    "halt_level": 6,
    "warning_stream": False,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "syntax_highlight": "none",
}


def read_rst(source: str, notices: list[str]) -> list[Draft]:
    """The drafts of a reStructuredText source, in order.

    Args:
        source: The text.
        notices: Where to note that it had to be read as plain text.
    """
    lines = Lines(source)
    # The same lines with the same columns, in the only kinds of white space that docutils leaves alone.
    view = LINE_END.sub("\n", source.translate(_ODD_ENDS))
    view = _INNER_TAB.sub(r"\1 ", view)
    try:
        reader = _Reader(Finder(lines, view.split("\n")))
        reader.walk(_parse(view))
        return reader.drafts
    except RecursionError:
        from pmlint.document.plain import read_plain

        notices.append("read as plain text: nested too deeply for reStructuredText")
        return read_plain(source)


def _parse(view: str) -> nodes.document:
    from docutils.frontend import get_default_settings
    from docutils.parsers.rst import Parser
    from docutils.utils import new_document

    parser = Parser()
    settings = get_default_settings(parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("document", settings)
    parser.parse(view, document)
    return document


class _Reader:
    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.drafts: list[Draft] = []
        self.numbers = count(1)
        self.section = 0
        self.lists: list[tuple[int, Draft | None, Draft | None]] = []  # number, parent, item
        self.quotes = 0

    def walk(self, node: Any) -> None:
        """Read a node and what is in it."""
        name = getattr(node, "tagname", "#text")
        if name in _SKIPPED or name == "#text":
            return
        handle = getattr(self, f"_on_{name}", None)
        if handle:
            handle(node)
        else:
            self._children(node)

    def _children(self, node: Any) -> None:
        for child in node.children:
            self.walk(child)

    def _on_section(self, node: Any) -> None:
        self.section += 1
        self._children(node)
        self.section -= 1

    def _on_title(self, node: Any) -> None:
        level = min(self.section, 6) if self.section else 0
        self._add(node, "heading" if level else "para", level, back=2)

    def _on_paragraph(self, node: Any) -> None:
        self._add(node, "item" if self.lists else "para")

    _on_term = _on_paragraph
    _on_line = _on_paragraph
    _on_rubric = _on_paragraph
    _on_caption = _on_paragraph

    def _on_field(self, node: Any) -> None:
        name = node.children[0].astext()
        body = node.children[1].children
        first = next((child for child in body if getattr(child, "tagname", "") == "paragraph"), None)
        place = self.finder.in_line(f":{name}:", node.line or 0)
        if first is None or place is None:
            self._children(node.children[1])
            return
        prose = Prose()
        prose.put(f"{name}:", place + 1)
        prose.space(place + len(name) + 2)
        self._add(first, "item" if self.lists else "para", prose=prose)
        for child in body:
            if child is not first:
                self.walk(child)

    def _on_block_quote(self, node: Any) -> None:
        # Authors indent lists out of habit; that is no quotation.
        said = any(getattr(child, "tagname", "") == "paragraph" for child in node.children)
        self.quotes += said
        self._children(node)
        self.quotes -= said

    def _on_bullet_list(self, node: Any) -> None:
        parent = self.lists[-1][2] if self.lists else None
        self.lists.append((next(self.numbers), parent, None))
        for item in node.children:
            number, parent, _ = self.lists[-1]
            self.lists[-1] = (number, parent, None)
            self._children(item)
        self.lists.pop()

    _on_enumerated_list = _on_bullet_list
    _on_definition_list = _on_bullet_list

    def _on_table(self, node: Any) -> None:
        parent = self.lists[-1][2] if self.lists else None
        rows = TableRows(next(self.numbers), self.quotes > 0, parent)
        for row in node.findall(lambda n: getattr(n, "tagname", "") == "row"):
            head = getattr(row.parent, "tagname", "") == "thead"
            prose = rows.start_row()
            for entry in row.children:
                rows.start_cell(prose.end, head=head)
                for part in entry.findall(
                    lambda n: getattr(n, "tagname", "") in ("paragraph", "line", "term")
                ):
                    place = self.finder.place(part.rawsource or part.astext(), part.line or 0)
                    if place:
                        prose.line(place[0])
                        project_rst(part, place, prose)
            rows.end_row()
        self.drafts += rows.drafts

    def _add(
        self, node: Any, kind: str, level: int = 0, *, back: int = 0, prose: Prose | None = None
    ) -> None:
        raw = node.rawsource or node.astext()
        if node.tagname == "term":
            raw = node.astext()
        place = self.finder.place(raw, (node.line or 1) - back)
        if place is None:
            return
        prose = project_rst(node, place, prose or Prose())
        if not prose.text():
            return
        offsets = prose.offsets()
        draft = Draft(kind, prose, offsets[0], offsets[-1], level, quoted=self.quotes > 0)  # type: ignore[arg-type]
        if kind == "item":
            number, parent, item = self.lists[-1]
            draft.list_id, draft.level = number, len(self.lists) - 1
            draft.parent = item or parent
            self.lists[-1] = (number, parent, item or draft)
        self.drafts.append(draft)
