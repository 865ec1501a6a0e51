"""Which suffix stands for which format."""

from __future__ import annotations

import os
from pathlib import PurePath

FORMATS: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".txt": "text",
    ".text": "text",
    ".rst": "rst",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
"""Formats by file suffix, lower case."""

NAMES: tuple[str, ...] = ("markdown", "text", "rst", "html", "docx")
"""Every format's name."""


def format_of(path: str | os.PathLike[str]) -> str:
    """The format that a file name stands for: by its suffix, ``"text"`` where the suffix says nothing."""
    return FORMATS.get(PurePath(path).suffix.lower(), "text")
