"""The configuration file that is nearest to a folder, and what it says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from pmlint.errors import ConfigError, nearest

FILE_NAMES = ("pmlint.toml", "pyproject.toml")


def find_config(start: Path) -> Path | None:
    """The nearest ``pmlint.toml``, or ``pyproject.toml`` with ``[tool.pmlint]``, in ``start`` or above it.

    Args:
        start: A folder, or a file in it.

    Raises:
        ConfigError: A ``pyproject.toml`` on the way is broken, so that one cannot know.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        for name in FILE_NAMES:
            path = folder / name
            if path.is_file() and (name == "pmlint.toml" or _has_table(path)):
                return path
    return None


def read_config(path: Path) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    """A configuration file's text, its pmlint table, and the table's name in the file.

    A ``pyproject.toml`` without ``[tool.pmlint]`` has an empty table.

    Raises:
        ConfigError: The file cannot be read or is no TOML.
    """
    text = _read(path)
    data = _parse(path, text)
    if path.name != "pyproject.toml":
        return text, data, ()
    tool = data.get("tool", {})
    table = tool.get("pmlint", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError("'tool.pmlint' is not a table", where=str(path), mend="write [tool.pmlint]")
    return text, table, ("tool", "pmlint")


def _has_table(path: Path) -> bool:
    # Most projects above a draft have nothing to do with pmlint; their files are not even parsed.
    text = _read(path)
    if "pmlint" not in text:
        return False
    tool = _parse(path, text).get("tool", {})
    return isinstance(tool, dict) and "pmlint" in tool


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        siblings = [str(p) for p in path.parent.glob("*.toml")] if path.parent.is_dir() else []
        mend = nearest(str(path), siblings) if siblings else "check the path"
        raise ConfigError("there is no such configuration file", where=str(path), mend=mend) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError("the file is not UTF-8", where=f"{path}:{line}", mend="save it as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", where=str(path)) from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, at, place = str(error).partition(" (at ")
        found = re.search(r"line (\d+)", place)
        line = found[1] if found else text.count("\n") + 1
        what = "the file ends too early" if at and not found else reason[:1].lower() + reason[1:]
        raise ConfigError(f"broken TOML: {what}", where=f"{path}:{line}") from None
    except RecursionError:
        raise ConfigError("broken TOML: nested too deeply", where=str(path)) from None
