"""A text turned into a Document."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pmlint.document.assemble import assemble
from pmlint.document.dates import document_date
from pmlint.document.drafts import Draft
from pmlint.document.formats import NAMES
from pmlint.document.front_matter import split_front_matter
from pmlint.document.model import Block, Document
from pmlint.document.suppress import find_suppressions
from pmlint.errors import ReadError, nearest

_SEEN = re.compile(r"[^\r\n]")
_HALF = re.compile(r"[\ud800-\udfff]")


def parse(text: str, *, format: str = "markdown", path: str | None = None) -> Document:
    """Read a text that is already decoded.

    Args:
        text: The text; a byte order mark at its start is dropped, half of a surrogate pair is read as U+FFFD.
        format: ``"markdown"``, ``"text"``, ``"rst"``, ``"html"`` or ``"docx"`` (text extracted from one).
        path: Where the text comes from; its name may tell the date.

    Returns:
        The document.

    Raises:
        ReadError: There is no such format.
    """
    if format not in NAMES:
        raise ReadError(f"no format '{format}'", where=path, mend=nearest(format, NAMES))
    # A string can hold what no text can be written with; one character for one, so that offsets stay.
    source = _HALF.sub("\ufffd", text.removeprefix("\ufeff"))
    return build(source, format=format, path=path)


def build(
    source: str,
    *,
    format: str,
    path: str | None,
    drafts: list[Draft] | None = None,
    notices: tuple[str, ...] = (),
) -> Document:
    """Put a document together from its source and, for formats that are no text, its drafts."""
    front: dict[str, Any] = {}
    body, complaint = source, None
    if format in ("markdown", "text"):
        front, start, complaint = split_front_matter(source)
        # Blanked rather than cut: every offset and line number stays what it is in the file.
        body = _SEEN.sub(" ", source[:start]) + source[start:] if start else source
    body = body.replace("\0", " ")  # which Markdown would replace by a character that is not in the file
    notes = list(notices) + ([complaint] if complaint else [])
    if drafts is None:
        drafts = _reader(format, notes)(body)
    blocks, sentences = assemble(drafts)
    title = _title(front, drafts, blocks)
    return Document(
        source=source,
        blocks=blocks,
        sentences=sentences,
        format=format,
        path=path,
        title=title,
        date=document_date(front, path, title, blocks),
        front_matter=front,
        suppressions=find_suppressions(source, format, blocks),
        notices=tuple(notes),
    )


def _reader(format: str, notices: list[str]) -> Callable[[str], list[Draft]]:
    if format == "markdown":
        from pmlint.document.markdown import read_markdown

        return read_markdown
    if format == "html":
        from pmlint.document.html import read_html

        return read_html
    if format == "rst":
        from pmlint.document.rst import read_rst

        return lambda source: read_rst(source, notices)
    from pmlint.document.plain import read_plain

    return read_plain


def _title(front: dict[str, Any], drafts: list[Draft], blocks: tuple[Block, ...]) -> str | None:
    stated = front.get("title")
    if isinstance(stated, str) and stated.strip():
        return stated.strip()
    # A heading that only looks like one ("**Attended:**") is no title, unless it opens the page.
    marked = (draft.prose.text() for draft in drafts if draft.kind == "heading")
    opening = blocks[0].text if blocks and blocks[0].kind == "heading" else None
    return opening or next(marked, None)
