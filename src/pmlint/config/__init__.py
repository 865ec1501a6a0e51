"""Settings: what ships in ``defaults.toml``, changed by a configuration file, changed by options."""

from __future__ import annotations

from pmlint.config.discovery import find_config
from pmlint.config.load import defaults_text, load
from pmlint.config.settings import Settings

__all__ = ["Settings", "defaults_text", "find_config", "load"]
