"""Exit codes."""

from __future__ import annotations

CLEAN = 0
"""Nothing of severity warning or error was found."""

FINDINGS = 1
"""At least one problem of severity warning or error was found."""

FAILED = 2
"""Something could not be done: a file not read, an option not understood. It outweighs the others."""

STOPPED = 130
"""The user stopped the run."""
