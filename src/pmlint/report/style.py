"""Colour for a terminal, or none."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.style import Style

Paint = Callable[[str, str], str]
"""Gives a text, and the name of a style, back as what the terminal is to be sent."""

STYLES = {
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "path": "bold",
    "code": "bold",
    "dim": "dim",
    "ask": "italic",
    "good": "green",
    "head": "bold",
}


def painter(color: bool) -> Paint:
    """The function that colours, or one that leaves every text as it is."""
    return _colored if color else lambda text, style: text


def wants_color(choice: str, terminal: bool, environ: Mapping[str, str] | None = None) -> bool:
    """Whether to colour.

    Args:
        choice: ``"always"``, ``"never"`` or ``"auto"``.
        terminal: Whether the output is a terminal.
        environ: Where ``NO_COLOR`` and ``FORCE_COLOR`` are looked up (in this order); ``None`` is the
            process's own environment.
    """
    if choice != "auto":
        return choice == "always"
    environ = os.environ if environ is None else environ
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return environ["FORCE_COLOR"] != "0"
    return terminal and environ.get("TERM") != "dumb"


def _colored(text: str, style: str) -> str:
    from rich.color import ColorSystem

    return _style(STYLES[style]).render(text, color_system=ColorSystem.STANDARD)


@cache
def _style(definition: str) -> Style:
    from rich.style import Style

    return Style.parse(definition)
