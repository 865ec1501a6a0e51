"""Packages that only this part of pmlint needs, and how to get them."""

from __future__ import annotations

import importlib
from types import ModuleType

from pmlint.errors import PmlintError


def need(module: str, extra: str, what: str) -> ModuleType:
    """A module of an extra.

    Args:
        module: Its name.
        extra: The extra of pmlint that installs it.
        what: What it is needed for.

    Raises:
        PmlintError: It is not installed.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        # A module that is there and breaks on a missing one of its own is another matter.
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise
        raise PmlintError(
            f"{what} needs '{error.name}', which is not installed", mend=f"pip install 'pmlint[{extra}]'"
        ) from None
