"""Results kept between runs: one file each, found by the hash of everything that the result depends on.

Entries are compressed JSON, never pickles, so that whoever can write to the folder can at most make a result
wrong. Files are written beside their place and moved into it, so that a reader meets a whole entry or none,
however many processes write.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_BYTES = 256_000_000
"""How much a cache may hold."""

_SHELVES = 256
_LAYOUT = "v1"
_SUFFIX = ".json.z"
_TAG = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# See https://bford.info/cachedir/\n"
_LARGEST_ENTRY = 200_000_000


def cache_folder() -> Path:
    """Where results are kept: ``PMLINT_CACHE_DIR``, else the place that the system has for caches."""
    given = os.environ.get("PMLINT_CACHE_DIR")
    if given:
        return Path(given).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("pmlint", appauthor=False)


@dataclass(frozen=True)
class Usage:
    """How full a cache is.

    Attributes:
        entries: Number of results.
        size: Bytes they take.
    """

    entries: int
    size: int


class Cache:
    """A bounded store of plain data that several processes can use at once; it never fails, it only forgets.

    Args:
        folder: Where; ``None`` is ``cache_folder()``.
        max_bytes: How much it may hold.
    """

    def __init__(self, folder: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self.folder = cache_folder() if folder is None else folder
        self.max_bytes = max_bytes

    def get(self, key: str) -> Any:
        """What is stored under a key; ``None`` where nothing is, or nothing that can be read.

        Args:
            key: A hash, hexadecimal.
        """
        path = self._path(key)
        try:
            packed = path.read_bytes()
        except OSError:
            return None
        try:
            unpacker = zlib.decompressobj()
            text = unpacker.decompress(packed, _LARGEST_ENTRY)
            stored = json.loads(text) if unpacker.eof else None
            if not isinstance(stored, dict) or stored.get("key") != key:
                raise ValueError("another entry, or half of one")
        except (zlib.error, ValueError, RecursionError):
            self.forget(key)
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # what is used stays longest
        return stored.get("value")

    def put(self, key: str, value: Any) -> None:
        """Stores plain data under a key, and drops what was used longest ago where room is needed.

        Args:
            key: A hash, hexadecimal.
            value: What JSON can hold.
        """
        packed = zlib.compress(json.dumps({"key": key, "value": value}).encode("ascii"), 6)
        shelf = self._path(key).parent
        if len(packed) > self._room:
            return
        try:
            self._prepare(shelf)
            descriptor, name = tempfile.mkstemp(prefix=".new-", dir=shelf)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(packed)
                Path(name).replace(self._path(key))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            self._make_room(shelf)
        except OSError:  # a full or read-only disk costs speed, not results
            return

    def forget(self, key: str) -> None:
        """Drops one entry."""
        with contextlib.suppress(OSError):
            self._path(key).unlink(missing_ok=True)

    def usage(self) -> Usage:
        """How many entries there are, and how much they take."""
        sizes = [size for _, size, _ in self._entries()]
        return Usage(len(sizes), sum(sizes))

    def clear(self) -> Usage:
        """Drops every entry and leaves every other file alone.

        Returns:
            What was dropped.
        """
        entries = size = 0
        for path, length, _ in self._entries(leftovers=True):
            with contextlib.suppress(OSError):
                path.unlink()
                entries += path.name.endswith(_SUFFIX)
                size += length
        return Usage(entries, size)

    @property
    def _room(self) -> int:
        # Each shelf keeps to its share, so that a writer need look at one shelf alone and all of them
        # together keep to the whole.
        return self.max_bytes // _SHELVES

    def _path(self, key: str) -> Path:
        return self.folder / _LAYOUT / key[:2] / f"{key[2:]}{_SUFFIX}"

    def _prepare(self, shelf: Path) -> None:
        if shelf.is_dir():
            return
        # Entries quote the documents: nobody else is to read them.
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        shelf.parent.mkdir(exist_ok=True, mode=0o700)
        shelf.mkdir(exist_ok=True, mode=0o700)
        tag = self.folder / _TAG
        if not tag.exists():
            tag.write_text(_SIGNATURE, encoding="ascii")

    def _make_room(self, shelf: Path) -> None:
        entries = sorted(_scan(shelf), key=lambda entry: entry[2])
        size = sum(length for _, length, _ in entries)
        for path, length, _ in entries:
            if size <= self._room:
                return
            path.unlink(missing_ok=True)
            size -= length

    def _entries(self, *, leftovers: bool = False) -> Iterator[tuple[Path, int, float]]:
        for number in range(_SHELVES):
            shelf = self.folder / _LAYOUT / f"{number:02x}"
            if shelf.is_dir():
                yield from _scan(shelf, leftovers=leftovers)


def _scan(shelf: Path, *, leftovers: bool = False) -> Iterator[tuple[Path, int, float]]:
    """Path, size and time of last use of what is on a shelf; leftovers are of writers that were killed."""
    with os.scandir(shelf) as found:
        for entry in found:
            if entry.name.endswith(_SUFFIX) or (leftovers and entry.name.startswith(".new-")):
                with contextlib.suppress(FileNotFoundError):  # another process has dropped it
                    stat = entry.stat(follow_symlinks=False)
                    yield Path(entry.path), stat.st_size, stat.st_mtime
