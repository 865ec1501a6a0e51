"""A file's bytes turned into a Document, or into one clear line about why not."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from pmlint.document.formats import format_of
from pmlint.document.model import Document
from pmlint.document.source import Source, TextSource, WordSource
from pmlint.errors import ReadError

MAX_BYTES = 20_000_000
_CONVERT = "save it as Markdown, text or docx"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF, not a text", "export it as docx, HTML or Markdown"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old or encrypted Office file",
        "save it as docx without a password",
    ),
    (b"{\\rtf", "a rich text file", _CONVERT),
    (b"\x89PNG", "an image", "give the document's text"),
    (b"\xff\xd8\xff", "an image", "give the document's text"),
    (b"GIF8", "an image", "give the document's text"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"PK\x03\x04", "an archive or office file", _CONVERT),
)


def read(
    path: str | os.PathLike[str],
    *,
    max_bytes: int = MAX_BYTES,
    text_from_stdin: bytes | None = None,
    format: str | None = None,
) -> Document:
    """Read a document from a file.

    Args:
        path: The file; its suffix tells the format.
        max_bytes: Largest size read, in bytes.
        text_from_stdin: The bytes to read in the file's place, where they came from standard input.
        format: The format, where the suffix does not tell it.

    Returns:
        The document; one of zero bytes has no blocks.

    Raises:
        ReadError: The file is missing, unreadable, a directory, too large, binary, encrypted or broken.
    """
    return load(path, max_bytes=max_bytes, text_from_stdin=text_from_stdin, format=format).document()


def load(
    path: str | os.PathLike[str],
    *,
    max_bytes: int = MAX_BYTES,
    text_from_stdin: bytes | None = None,
    format: str | None = None,
) -> Source:
    """What a file holds, decoded and not yet parsed: enough to know whether it was seen before.

    Args:
        path: As for ``read``, like the other arguments.
        max_bytes: Largest size read, in bytes.
        text_from_stdin: The bytes to read in the file's place.
        format: The format, where the suffix does not tell it.

    Raises:
        ReadError: The file is missing, unreadable, a directory, too large or no text.
    """
    name = os.fspath(path)
    data = _load(name, max_bytes) if text_from_stdin is None else text_from_stdin
    if len(data) > max_bytes:
        raise _too_large(name, len(data), max_bytes)
    format = format or format_of(name)
    if format == "docx":
        return WordSource(data, name, max_bytes)
    text, notice = decode(data, name)
    return TextSource(text, format, name, notice=notice)


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """The text of a file, and a notice where its encoding is not UTF-8.

    Raises:
        ReadError: These bytes are no text.
    """
    for magic, what, mend in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"is {what}", where=name, mend=mend)
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                text = data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError:
                break
            return text, None if encoding == "utf-8" else "read as UTF-16"
    if b"\0" in data:
        raise ReadError("is binary, not a text", where=name, mend=_CONVERT)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(data, name)


def _guess(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    sample = data[:200_000]
    # The two that English texts come in are asked first: short texts look like many others too.
    best = from_bytes(sample, cp_isolation=["cp1252", "mac_roman"]).best() or from_bytes(sample).best()
    if best is None:
        raise ReadError("is in no encoding that could be recognised", where=name, mend="save it as UTF-8")
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        text = data.decode(best.encoding, errors="replace")
    return text, f"read as {best.encoding}, not UTF-8"


def _load(name: str, max_bytes: int) -> bytes:
    path = Path(name)
    try:
        if path.is_dir():
            raise ReadError("is a directory", where=name, mend="name a file in it")
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > max_bytes:
                raise _too_large(name, size, max_bytes)
            # One byte more than allowed: pipes and devices do not tell their size.
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        if path.is_symlink():
            raise ReadError("is a link to nothing", where=name, mend="mend or remove the link") from None
        raise ReadError("no such file", where=name, mend="check the path") from None
    except PermissionError:
        raise ReadError("may not be read", where=name, mend="check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"cannot be read ({reason})", where=name) from None


def _too_large(name: str, size: int, max_bytes: int) -> ReadError:
    return ReadError(
        f"has {size:,} bytes, more than the limit of {max_bytes:,}",
        where=name,
        mend="split it or raise the limit",
    )
