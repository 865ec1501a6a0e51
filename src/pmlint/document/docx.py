"""Word documents read into drafts; their source is the extracted text, one paragraph a line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import count
from typing import Any

from pmlint.document.drafts import Draft
from pmlint.document.prose import Prose
from pmlint.document.tables import TableRows
from pmlint.errors import ReadError

LINE_SEPARATOR = "\u2028"
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?", re.IGNORECASE)
_SKIPPED = re.compile(r"\b(?:code|source|preformatted|toc|table of contents)\b|^toc ?\d", re.IGNORECASE)
_BOX = re.compile(r"([☐☑☒✅✔])\s+")
_RUNS = "./w:r | ./w:ins//w:r | ./w:hyperlink//w:r | ./w:smartTag//w:r | ./w:sdt//w:r | ./w:fldSimple//w:r"
_INFLATION = 20


def read_docx(data: bytes, name: str, max_bytes: int) -> tuple[str, list[Draft]]:
    """The text of a Word document and its drafts.

    In the text each paragraph and each table row is a line; cells are parted by tabs, lines inside a
    paragraph or cell by U+2028.

    Args:
        data: The file's bytes.
        name: Its path, for messages.
        max_bytes: Limit of the file's size; unpacked it may be a few times larger.

    Raises:
        ReadError: The file is encrypted, truncated or no Word document.
    """
    if data.startswith(_ENCRYPTED):
        raise ReadError(
            "is encrypted, or an old Office file", where=name, mend="save it as docx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise ReadError("is truncated or no Word document", where=name, mend="save it again") from None
    if unpacked > _INFLATION * max_bytes:
        raise ReadError(f"unpacks to {unpacked:,} bytes", where=name, mend="split it or raise the limit")
    reader = _Reader(_open(data, name))
    reader.read()
    return "\n".join(reader.lines), reader.drafts


def _open(data: bytes, name: str) -> Any:
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # whatever a broken package makes zipfile, lxml and python-docx raise
        reason = type(error).__name__
        raise ReadError(
            f"is damaged or no Word document ({reason})", where=name, mend="save it again"
        ) from None


class _Reader:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.lines: list[str] = []
        self.drafts: list[Draft] = []
        self.numbers = count(1)
        self.lists: list[tuple[int, Draft]] = []  # number and latest item, by depth
        self.at = 0

    def read(self) -> None:
        self._body(self.document.element.body)

    def _body(self, parent: Any) -> None:
        for element in parent.iterchildren():
            tag = str(element.tag).rpartition("}")[2]
            if tag == "p":
                self._paragraph(element)
            elif tag == "tbl":
                self.lists = []
                self._table(element)
            elif tag in ("sdt", "sdtContent"):
                self._body(element)

    def _line(self, text: str) -> None:
        self.lines.append(text)
        self.at += len(text) + 1

    def _paragraph(self, element: Any) -> None:
        from docx.text.paragraph import Paragraph

        paragraph = Paragraph(element, self.document)
        style = _style_name(paragraph)
        prose = Prose()
        text = _append(paragraph, prose, self.at)
        start = self.at
        self._line(text)
        if not prose.text() or _SKIPPED.search(style):
            return
        draft = Draft("para", prose, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
        draft.quoted = "quote" in style.lower()
        level = _heading_level(paragraph, style)
        depth = None if level else _list_depth(paragraph, style)
        if level:
            draft.kind, draft.level = "heading", level
        if depth is None:
            self.lists = []
        else:
            self._item(draft, depth)
        self.drafts.append(draft)

    def _item(self, draft: Draft, depth: int) -> None:
        del self.lists[depth + 1 :]
        depth = min(depth, len(self.lists))
        number = self.lists[depth][0] if depth < len(self.lists) else next(self.numbers)
        draft.kind, draft.level, draft.list_id = "item", depth, number
        draft.parent = self.lists[depth - 1][1] if depth else None
        self.lists[depth:] = [(number, draft)]
        box = _BOX.match(draft.prose.text())
        draft.checked = box.group(1) != "☐" if box else None

    def _table(self, element: Any) -> None:
        from docx.table import Table

        table = Table(element, self.document)
        rows = TableRows(next(self.numbers), quoted=False)
        grid = [_unmerged(row) for row in table.rows]
        head = len(grid) > 1 and _is_header(grid[0], table.rows[0])
        labelled = not head and all(len(row) == 2 and _is_label(row[0]) for row in grid)
        for number, cells in enumerate(grid):
            prose = rows.start_row()
            texts: list[str] = []
            for column, cell in enumerate(cells):
                at = self.at + sum(len(text) + 1 for text in texts)
                rows.start_cell(at - 1, head=(head and number == 0) or (labelled and column == 0))
                texts.append(_cell(cell, prose, at))
            rows.end_row()
            self._line("\t".join(texts))
        self.drafts += rows.drafts


def _cell(cell: Any, prose: Prose, at: int) -> str:
    parts: list[str] = []
    for paragraph in _paragraphs(cell):
        place = at + sum(len(part) + 1 for part in parts)
        if parts:
            prose.line(place - 1)
        parts.append(_append(paragraph, prose, place, tabs=False))
    return LINE_SEPARATOR.join(parts)


def _paragraphs(cell: Any) -> Iterator[Any]:
    """The paragraphs of a cell, those of tables inside it too."""
    from docx.text.paragraph import Paragraph

    for element in cell._tc.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        yield Paragraph(element, cell)


def _append(paragraph: Any, prose: Prose, at: int, *, tabs: bool = True) -> str:
    """Append a paragraph's runs to the prose as if they stood at ``at``; their text."""
    from docx.text.run import Run

    parts: list[str] = []
    for element in paragraph._p.xpath(_RUNS):
        run = Run(element, paragraph)
        text = run.text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", LINE_SEPARATOR)
        text = text if tabs else text.replace("\t", " ")
        before = len(prose)
        for number, line in enumerate(text.split(LINE_SEPARATOR)):
            if number:
                prose.line(at)
                at += 1
            prose.put(line, at)
            at += len(line)
        parts.append(text)
        if len(prose) > before:
            _mark(run, prose, (before, len(prose)))
    return "".join(parts)


def _mark(run: Any, prose: Prose, span: tuple[int, int]) -> None:
    if run.bold:
        prose.strong.append(span)
    if run.italic:
        prose.emphasis.append(span)
    link = next(run._r.iterancestors("{*}hyperlink"), None)
    if link is not None:
        relation = link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        target = run.part.rels.get(relation) if relation else None
        if target is not None and target.is_external:
            prose.links.append((*span, str(target.target_ref)))


def _style_name(paragraph: Any) -> str:
    try:
        return str(paragraph.style.name or "")
    except (AttributeError, KeyError):
        return ""


def _heading_level(paragraph: Any, style: str) -> int:
    match = _HEADING.match(style)
    if match:
        return min(max(int(match.group(1)), 1), 6)
    if style.lower() == "title":
        return 1
    outline = paragraph._p.xpath("./w:pPr/w:outlineLvl/@w:val")
    return int(outline[0]) + 1 if outline and outline[0].isdigit() and int(outline[0]) < 6 else 0


def _list_depth(paragraph: Any, style: str) -> int | None:
    """How deep a list paragraph is nested, ``None`` for any other."""
    own = paragraph._p.xpath("./w:pPr/w:numPr")
    if own:
        if own[0].xpath("./w:numId/@w:val") == ["0"]:
            return None
        depth = own[0].xpath("./w:ilvl/@w:val")
        return int(depth[0]) if depth and depth[0].isdigit() else 0
    match = _LIST.match(style)
    return int(match.group(1) or 1) - 1 if match else None


def _unmerged(row: Any) -> list[Any]:
    cells: list[Any] = []
    for cell in row.cells:
        if not cells or cells[-1]._tc is not cell._tc:
            cells.append(cell)
    return cells


def _is_bold(cell: Any) -> bool:
    runs = [run for paragraph in cell.paragraphs for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _is_label(cell: Any) -> bool:
    text = cell.text.strip()
    return bool(text) and len(text.split()) <= 5 and (_is_bold(cell) or text.endswith(":"))


def _is_header(cells: list[Any], row: Any) -> bool:
    if row._tr.xpath("./w:trPr/w:tblHeader") or all(_is_bold(cell) for cell in cells):
        return True
    texts = [cell.text.strip() for cell in cells]
    return len(texts) > 2 and all(texts) and all(len(text.split()) <= 5 for text in texts)
