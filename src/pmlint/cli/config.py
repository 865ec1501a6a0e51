"""Show the settings in force and where they come from."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from pmlint.cli.codes import CLEAN
from pmlint.cli.options import add_config, settings_of

if TYPE_CHECKING:
    from pmlint.config import Settings

HELP = "show the settings"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of ``pmlint config``."""
    parser.add_argument("--defaults", action="store_true", help="print every setting with its explanation")
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """Writes the settings as TOML."""
    from pmlint.config import defaults_text

    sys.stdout.write(defaults_text() if args.defaults else as_toml(settings_of(args)))
    return CLEAN


def as_toml(settings: Settings) -> str:
    """The settings as a configuration file that leads to them; what differs from the default is marked."""
    from pmlint.config import Settings

    defaults = Settings()
    rows = [f"# settings from {settings.source or 'the defaults; there is no configuration file'}"]
    tables: list[str] = []
    for field in fields(Settings):
        value, default = getattr(settings, field.name), getattr(defaults, field.name)
        if isinstance(value, Mapping):
            tables += ["", f"[{field.name}]"]
            tables += [_row(key, inner, default.get(key)) for key, inner in value.items()]
        elif field.name != "source":
            rows.append(_row(field.name, value, default))
    return "\n".join(rows + tables) + "\n"


def _row(key: str, value: object, default: object) -> str:
    name = key if key.replace("_", "").isalnum() and key.isascii() else json.dumps(key)
    mark = "" if value == default else "  # changed"
    return f"{name} = {_value(value)}{mark}"


def _value(value: object) -> str:
    match value:
        case bool() | int() | float():
            return json.dumps(value)
        case tuple():
            return f"[{', '.join(_value(inner) for inner in value)}]"
        case None:
            return '""'
    # A TOML string and a JSON string are written alike.
    return json.dumps(str(value), ensure_ascii=False)
