"""What holds for every test: a store of results of its own, examples without a time limit."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import hypothesis
import pytest

# How long an example takes says more about what else the machine does than about pmlint.
hypothesis.settings.register_profile("pmlint", deadline=None)
hypothesis.settings.load_profile("pmlint")

# Some modules copy the environment when they are imported, before any fixture.
os.environ["PMLINT_CACHE_DIR"] = tempfile.mkdtemp(prefix="pmlint-tests-")

# A browser does not come with pip: these tests belong to 'make browser'.
collect_ignore = [] if os.environ.get("PMLINT_SCREENSHOTS") else ["browser"]


@pytest.fixture(autouse=True)
def cache_dir(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this test's store: what one test leaves behind must not answer for another."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("PMLINT_CACHE_DIR", str(folder))
    return folder
