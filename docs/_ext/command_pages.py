"""The command line's reference, made from what ``--help`` prints."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pkgutil
from unittest import mock


def commands_markdown() -> str:
    """A section for each command, ``check`` first, with its help."""
    parts = [_fenced(_help([]))]
    for command in _commands():
        parts.append(f"## `pmlint {command}`\n\n{_fenced(_help([command]))}")
    return "\n\n".join(parts) + "\n"


def _commands() -> list[str]:
    import pmlint.cli

    names = [found.name for found in pkgutil.iter_modules(pmlint.cli.__path__)]
    commands = [name for name in names if hasattr(importlib.import_module(f"pmlint.cli.{name}"), "HELP")]
    return sorted(commands, key=lambda name: (name != "check", name))


def _help(command: list[str]) -> str:
    from pmlint.cli.parser import parse_arguments

    out = io.StringIO()
    # argparse folds at the terminal's width and, from Python 3.14 on, colours for it.
    plain = mock.patch.dict(os.environ, {"COLUMNS": "88", "NO_COLOR": "1"})
    with plain, contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        parse_arguments([*command, "--help"])
    return out.getvalue()


def _fenced(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```"
