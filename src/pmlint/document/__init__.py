"""Documents in any format, read into blocks whose characters know where they stand in the file."""

from __future__ import annotations

from pmlint.document.files import find_files
from pmlint.document.formats import FORMATS, format_of
from pmlint.document.model import Block, Cell, Document, Sentence, Suppression
from pmlint.document.parsing import parse
from pmlint.document.reading import load, read
from pmlint.document.source import Source, TextSource

__all__ = [
    "FORMATS",
    "Block",
    "Cell",
    "Document",
    "Sentence",
    "Source",
    "Suppression",
    "TextSource",
    "find_files",
    "format_of",
    "load",
    "parse",
    "read",
]
