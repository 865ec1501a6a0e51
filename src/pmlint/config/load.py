"""Settings from the defaults, the nearest configuration file and the options, in this order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from pmlint.config.discovery import find_config, read_config
from pmlint.config.locate import line_of
from pmlint.config.schema import UnfitError, check
from pmlint.config.settings import MODELS, Settings
from pmlint.errors import ConfigError

ADDED = ("ignore", "exclude")
"""Settings whose options add to what the file says; the other options replace it."""


def load(
    start: Path | None = None,
    *,
    config: Path | None = None,
    overrides: Mapping[str, Any] | None = None,
    known_rules: Sequence[str] = (),
    discover: bool = True,
) -> Settings:
    """The settings in force.

    Args:
        start: Folder from which a configuration file is looked for upward; ``None`` is the current one.
        config: The configuration file to use in place of the nearest one.
        overrides: Options by the names of the settings; ``None`` values are left out. ``ignore`` and
            ``exclude`` add to the file's, the others replace it.
        known_rules: Codes and names of the rules, to refuse others; empty leaves them unchecked.
        discover: Whether a configuration file is looked for where ``config`` is ``None``.

    Raises:
        ConfigError: A file or an option cannot be used; ``where`` is ``path:line`` or the option.
    """
    source = config or (find_config(start or Path()) if discover else None)
    values = _from_file(source, known_rules) if source else {}
    for key, value in (overrides or {}).items():
        if value is None:
            continue
        try:
            found = check(key, value, known_rules)
        except UnfitError as error:
            raise ConfigError(error.what, where="--" + key.replace("_", "-"), mend=error.mend) from None
        values[key] = (*values.get(key, ()), *found) if key in ADDED else found
    return Settings(**values, source=source)


def defaults_text() -> str:
    """The text of ``defaults.toml``: every setting, explained."""
    return files(__package__).joinpath("defaults.toml").read_text(encoding="utf-8")


def _from_file(path: Path, known_rules: Sequence[str]) -> dict[str, Any]:
    text, table, prefix = read_config(path)
    values = {}
    for key, value in table.items():
        try:
            values[key] = check(key, value, known_rules)
        except UnfitError as error:
            line = line_of(text, (*prefix, key, *error.keys), error.entry)
            raise ConfigError(error.what, where=f"{path}:{line}", mend=error.mend) from None
    if values.get("model", MODELS[0]) not in MODELS:
        # The file says where its model lies, from wherever pmlint is called and whatever process is asked.
        values["model"] = str(path.parent.resolve() / values["model"])
    return values
