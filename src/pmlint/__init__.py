"""Reads post-mortems the way an experienced facilitator would.

Importing this package loads nothing heavy: the names below are fetched when they are first used.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from pmlint._version import __version__

if TYPE_CHECKING:
    from pmlint.batch.frames import actions_frame, findings_frame, score_frame
    from pmlint.config import load as load_settings
    from pmlint.config.settings import Settings
    from pmlint.errors import ConfigError, PipelineError, PmlintError, ReadError, RuleError
    from pmlint.library import check, check_file, scorecard
    from pmlint.records import ActionItem, Finding, Report, Scorecard, Scores

__all__ = [
    "ActionItem",
    "ConfigError",
    "Finding",
    "PipelineError",
    "PmlintError",
    "ReadError",
    "Report",
    "RuleError",
    "Scorecard",
    "Scores",
    "Settings",
    "__version__",
    "actions_frame",
    "check",
    "check_file",
    "findings_frame",
    "load_settings",
    "score_frame",
    "scorecard",
]

_HOMES = {
    "ActionItem": "pmlint.records",
    "ConfigError": "pmlint.errors",
    "Finding": "pmlint.records",
    "PipelineError": "pmlint.errors",
    "PmlintError": "pmlint.errors",
    "ReadError": "pmlint.errors",
    "Report": "pmlint.records",
    "RuleError": "pmlint.errors",
    "Scorecard": "pmlint.records",
    "Scores": "pmlint.records",
    "Settings": "pmlint.config.settings",
    "actions_frame": "pmlint.batch.frames",
    "check": "pmlint.library",
    "check_file": "pmlint.library",
    "findings_frame": "pmlint.batch.frames",
    "score_frame": "pmlint.batch.frames",
    "scorecard": "pmlint.library",
}


def __getattr__(name: str) -> Any:
    import importlib

    if name == "load_settings":
        return importlib.import_module("pmlint.config").load
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'pmlint' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted(__all__)


if hasattr(sys.modules.get("pandas"), "Series"):
    # Whoever has loaded pandas has `df["body"].pmlint` at once; nobody has pandas loaded for it.
    import pmlint.pandas  # noqa: F401
