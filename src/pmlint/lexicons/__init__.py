"""Word lists as data: one entry a line, each file naming its source in its head."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pmlint.errors import RuleError


@cache
def load(name: str) -> tuple[str, ...]:
    """The entries of the list ``name`` (``"blame/verdict_words"``), in file order.

    Lines that start with ``#`` are the head or remarks; a head line ``# source: …`` is required.

    Raises:
        RuleError: The list does not exist or names no source.
    """
    resource = files(__package__).joinpath(f"{name}.txt")
    if not resource.is_file():
        raise RuleError(f"there is no word list '{name}'", where="lexicons")
    lines = resource.read_text(encoding="utf-8").splitlines()
    if not any(line.lower().startswith("# source:") for line in lines):
        raise RuleError(
            "the word list names no source", where=f"{name}.txt", mend="add a line '# source: …' to its head"
        )
    return tuple(entry for line in lines if (entry := line.partition(" #")[0].strip()) and entry[0] != "#")
