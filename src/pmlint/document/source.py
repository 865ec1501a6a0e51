"""What a document is made from, before it is parsed: parsing costs, and may turn out to be needless."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import Protocol

from pmlint.document.model import Document
from pmlint.document.parsing import build, parse


class Source(Protocol):
    """A text or a Word file, not yet parsed."""

    @property
    def path(self) -> str | None:
        """Where it is from."""

    @property
    def format(self) -> str:
        """Name of its format."""

    @property
    def date(self) -> dt.date | None:
        """The date that counts in place of the document's own, or ``None``."""

    @property
    def notice(self) -> str | None:
        """How it was decoded, where worth telling."""

    @property
    def digest(self) -> str:
        """SHA-256 of the content, hexadecimal."""

    def document(self) -> Document:
        """The document.

        Raises:
            ReadError: The content is broken.
        """


@dataclass(frozen=True, slots=True)
class TextSource:
    """A decoded text.

    Attributes:
        text: The text.
        format: Name of its format.
        path: Where it is from, or ``None``.
        date: The date that counts in place of the document's own, or ``None``.
        notice: How it was decoded, where worth telling.
    """

    text: str
    format: str = "markdown"
    path: str | None = None
    date: dt.date | None = None
    notice: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the text, hexadecimal."""
        # Lone surrogates, which a string may hold, have no UTF-8.
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def document(self) -> Document:
        """The document.

        Raises:
            ReadError: There is no such format.
        """
        document = parse(self.text, format=self.format, path=self.path)
        if self.notice:
            document = replace(document, notices=(self.notice, *document.notices))
        return replace(document, date=self.date) if self.date else document


@dataclass(frozen=True, slots=True)
class WordSource:
    """The bytes of a Word file.

    Attributes:
        data: The bytes.
        path: Where they are from.
        max_bytes: Largest size to unpack.
        date: The date that counts in place of the document's own, or ``None``.
    """

    data: bytes
    path: str
    max_bytes: int
    date: dt.date | None = None

    @property
    def format(self) -> str:
        """Always ``"docx"``."""
        return "docx"

    @property
    def notice(self) -> str | None:
        """Always ``None``: a Word file says how it is encoded."""
        return None

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def document(self) -> Document:
        """The document.

        Raises:
            ReadError: The file is broken, encrypted or too large when unpacked.
        """
        from pmlint.document.docx import read_docx

        source, drafts = read_docx(self.data, self.path, self.max_bytes) if self.data else ("", [])
        document = build(source, format="docx", path=self.path, drafts=drafts)
        return replace(document, date=self.date) if self.date else document
