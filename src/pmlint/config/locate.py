"""The line of a key in a TOML text: the parser of the standard library does not tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PART = re.compile(r'"((?:[^"\\]|\\.)*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')
_NAME = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]\]?[ \t]*(?:#.*)?$")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")


def line_of(text: str, keys: Sequence[str], value: object = None) -> int:
    """The 1-based line where a key is set, or the line of an entry of its list.

    Args:
        text: The TOML text.
        keys: The key's path from the top, such as ``("tool", "pmlint", "select")``.
        value: An entry whose own line is wanted, at the key's line or below it.

    Returns:
        The line of the nearest enclosing table where the key itself is not found; 1 where nothing is.
    """
    lines = text.splitlines()
    table: tuple[str, ...] = ()
    best, depth = 1, 0
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            path = table
        elif key := _KEY.match(line):
            path = table + _parts(key[1])
        else:
            continue
        if len(path) > depth and path == tuple(keys[: len(path)]):
            best, depth = number, len(path)
    if depth < len(keys):
        # An inline table holds its keys on the line of the table or just below.
        best = _search(lines, best, re.escape(keys[-1]))
    if value is not None:
        entry = rf"[\"']{re.escape(value)}[\"']" if isinstance(value, str) else re.escape(str(value))
        best = _search(lines, best, entry)
    return best


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _search(lines: list[str], first: int, pattern: str) -> int:
    return next((n for n in range(first, len(lines) + 1) if re.search(pattern, lines[n - 1])), first)
