"""Where output goes: results to standard output, everything else to standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from pmlint.errors import ConfigError
from pmlint.report.neutral import one_line

HINT = "the fault is pmlint's, not the text's; PMLINT_TRACEBACK=1 shows where"
_WIDEST = 100


def safe_streams() -> None:
    """From here on no character can break a write, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(line: str) -> None:
    """Writes one line to standard error, harmless for a terminal."""
    sys.stdout.flush()
    sys.stderr.write(f"pmlint: {one_line(line)}\n")


def complain_of_crash(path: str | None, error: Exception) -> str:
    """Writes one line on an exception that nobody expected, and gives it back."""
    if os.environ.get("PMLINT_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    what = f"internal error: {type(error).__name__}: {error}"
    complain(f"{path}: {what}; {HINT}" if path else f"{what}; {HINT}")
    return what


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """Standard output, or the file at ``path``, to be written as UTF-8.

    Raises:
        ConfigError: The file cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    try:
        stream = open(path, "w", encoding="utf-8", errors="replace")  # noqa: PTH123, SIM115
    except OSError as error:
        raise ConfigError(f"cannot write '{path}': {error.strerror}", where="--output") from None
    with stream:
        yield stream


def is_terminal(stream: TextIO) -> bool:
    """Whether the stream is shown to a person as it is written."""
    return stream.isatty()


def width_of(stream: TextIO) -> int:
    """Cells of a line: as wide as the terminal, within reading width; 80 elsewhere."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if is_terminal(stream) else 80
