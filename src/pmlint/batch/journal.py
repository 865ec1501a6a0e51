"""Rows written down as soon as they are there, so that a run that is killed can be gone on with.

Beside the output stands a folder ``OUTPUT.partial`` until the run is complete. Each process of a run writes
to a file of its own in it, a line for each row; a line that was cut off in the middle counts for nothing.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from pmlint.batch.columns import Row
from pmlint.errors import PmlintError

_PARTS = "rows-*.jsonl"


class Written(NamedTuple):
    """Where a row stands, and what it was made from.

    Attributes:
        part: The file.
        start: Its first byte in the file.
        key: The key of the document that it is the row of; empty where the document could not be read.
    """

    part: Path
    start: int
    key: str


class Part:
    """The file that one process writes its rows to.

    Args:
        folder: The journal's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        path = folder / _PARTS.replace("*", uuid.uuid4().hex)
        # Unbuffered: what is written is the system's, and outlives this process.
        self._file: BinaryIO = path.open("ab", buffering=0)

    def write(self, path: str, key: str, row: Row) -> None:
        """Writes a row down.

        Args:
            path: The document.
            key: What the row was made from.
            row: The row.

        Raises:
            PmlintError: It cannot be written, for want of room perhaps.
        """
        line = json.dumps({"path": path, "key": key, "row": row}, default=str) + "\n"
        left = memoryview(line.encode("ascii"))
        try:
            while left:
                left = left[self._file.write(left) or 0 :]
        except OSError as error:
            what = f"cannot be written: {error.strerror}"
            mend = "make room and run the same command again; it goes on from here"
            raise PmlintError(what, where=str(self._folder), mend=mend) from None

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


class Journal:
    """The rows of a run so far; one process at a time can hold it.

    Args:
        output: Where the table is to stand at the end.

    Raises:
        PmlintError: The folder cannot be made, or another run holds it.
    """

    def __init__(self, output: Path) -> None:
        self.folder = output.with_name(f"{output.name}.partial")
        try:
            self.folder.mkdir(exist_ok=True)
            self._lock = (self.folder / "lock").open("ab")
        except OSError as error:
            what = f"cannot be written: {error.strerror}"
            raise PmlintError(what, where=str(output), mend="choose another --output") from None
        if not _locked(self._lock):
            self._lock.close()
            raise PmlintError(
                "another run is writing to it", where=str(output), mend="wait, or choose another --output"
            )

    def parts(self) -> set[Path]:
        """The files of rows there are."""
        return set(self.folder.glob(_PARTS))

    def written(self, parts: Iterable[Path]) -> dict[str, Written]:
        """Where the row of each document stands, by its path.

        Args:
            parts: The files to look in.
        """
        found = {}
        for part in parts:
            start = 0
            with part.open("rb") as lines:
                for line in lines:
                    entry = _entry(line)
                    if entry is not None:
                        found[str(entry["path"])] = Written(part, start, str(entry["key"]))
                    start += len(line)
        return found

    def row(self, written: Written) -> Row:
        """A row that was written down."""
        with written.part.open("rb") as lines:
            lines.seek(written.start)
            entry = _entry(lines.readline())
        assert entry is not None  # it was read when its place was found
        row: Row = entry["row"]
        return row

    def close(self) -> None:
        """Lets go of the folder and leaves it for the next run."""
        self._lock.close()

    def remove(self) -> None:
        """Lets go of the folder and removes it: the table is complete."""
        self.close()
        with contextlib.suppress(OSError):
            shutil.rmtree(self.folder)


def _entry(line: bytes) -> dict[str, Any] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and {"path", "key", "row"} <= entry.keys() else None


def _locked(file: BinaryIO) -> bool:
    """Whether this process now holds the file; the system lets go of it when the process ends, however."""
    try:
        fcntl = importlib.import_module("fcntl")
    except ImportError:  # Windows: two runs into one file are not told apart there
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
