"""The command line as a process: ``pmlint`` and ``python -m pmlint``."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

from pmlint.cli import main


def run() -> NoReturn:
    """Ends the process with the exit code of the command line."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # of a reader that has gone main has told already
            stream.flush()
    if "multiprocessing.util" in sys.modules:  # workers leave things that only an orderly end clears away
        sys.exit(code)
    # Everything is written and nothing is left open: to take apart what spaCy loaded, object by object, would
    # cost a fifth of a second.
    os._exit(code)


if __name__ == "__main__":
    run()
