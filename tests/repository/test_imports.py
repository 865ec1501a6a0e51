"""Importing pmlint costs nothing, its layers hold, and it never opens a connection."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "spacy",
    "thinc",
    "numpy",
    "pandas",
    "sklearn",
    "rich",
    "docutils",
    "docx",
    "yaml",
    "dateutil",
    "markdown_it",
    "narwhals",
    "polars",
    "pyarrow",
    "textstat",
    "dask",
    "jinja2",
    "vl_convert",
)


def python(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def loaded_by(code: str) -> list[str]:
    """Which of the heavy modules a piece of code loads in a fresh interpreter."""
    done = python(f"import sys\n{code}\nprint(*(name for name in {HEAVY!r} if name in sys.modules))")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_importing_pmlint_loads_nothing_heavy() -> None:
    assert loaded_by("import pmlint") == []


@pytest.mark.parametrize("name", ["Report", "Settings", "PmlintError", "check", "score_frame"])
def test_naming_a_public_thing_loads_no_language_model(name: str) -> None:
    assert "spacy" not in loaded_by(f"import pmlint; pmlint.{name}")


def test_naming_a_frame_function_loads_no_library_of_frames() -> None:
    assert loaded_by("import pmlint; pmlint.score_frame, pmlint.findings_frame, pmlint.actions_frame") == []


@pytest.mark.parametrize(
    "code", ["import pandas as pd, pmlint", "import pmlint, pandas as pd, pmlint.pandas"]
)
def test_pandas_has_the_accessor(code: str) -> None:
    done = python(f"{code}\nprint(pd.Series(['Fine.']).pmlint.score()['words'].tolist())")
    assert (done.stdout, done.stderr) == ("[1]\n", "")


def test_a_clean_draft_loads_no_language_model() -> None:
    code = "import pmlint; pmlint.check('# Review\\n\\nThe pump was replaced on 3 May 2026 at 10:05.\\n')"
    assert "spacy" not in loaded_by(code)


def test_something_heavy_is_seen() -> None:
    assert loaded_by("import pmlint, rich") == ["rich"]


def layers(package: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says about a copy of the package in this folder."""
    tool = (
        "import sys; from importlinter.cli import lint_imports_command;"
        f"sys.exit(lint_imports_command(['--config', {str(ROOT / 'pyproject.toml')!r}, '--no-cache']))"
    )
    return python(tool, PYTHONPATH=str(package))


def test_an_import_that_goes_up_is_seen(tmp_path: Path) -> None:
    """The layers themselves are checked by lint-imports in 'make test'."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src/pmlint", tmp_path / "pmlint", ignore=ignored)
    assert layers(tmp_path).returncode == 0
    with (tmp_path / "pmlint/records.py").open("a", encoding="utf-8") as module:
        module.write("\nimport pmlint.errors\n")
    done = layers(tmp_path)
    assert done.returncode != 0
    assert "Imports go down only BROKEN" in done.stdout


OFFLINE = """
import os, sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        os.write(2, b"a connection was opened")
        os._exit(9)
sys.addaudithook(watch)
{code}
"""


def test_a_check_opens_no_connection() -> None:
    code = "from pmlint.cli import main; sys.exit(main(['check', 'examples', '--exit-zero']))"
    done = python(OFFLINE.format(code=code))
    assert done.returncode == 0, done.stderr
    assert "outage.md" in done.stdout


def test_a_connection_is_seen() -> None:
    done = python(OFFLINE.format(code="import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"))
    assert done.returncode == 9
    assert "a connection was opened" in done.stderr
