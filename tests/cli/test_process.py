"""The command line as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import pmlint

# The process runs in another folder, where a relative PYTHONPATH would lead nowhere.
ENVIRON = {**os.environ, "PYTHONPATH": str(Path(pmlint.__file__).parents[1]), "COLUMNS": "80"}


@pytest.fixture
def process(tmp_path):
    def run(*argv):
        return subprocess.run(
            [sys.executable, "-m", "pmlint", *argv],
            cwd=tmp_path,
            capture_output=True,
            timeout=120,
            check=False,
            env=ENVIRON,
        )

    return run


def test_the_version_is_printed(process):
    done = process("--version")
    assert (done.returncode, done.stdout.decode().split()) == (0, ["pmlint", pmlint.__version__])


def test_help_fits_eighty_columns_and_names_every_command(process):
    done = process("--help")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert max(map(len, lines)) <= 80
    assert {"check", "explain", "rules", "actions", "config"} <= {
        line.split()[0] for line in lines if line.strip()
    }


def test_a_failure_is_one_line_and_exit_code_2(process):
    done = process("gone.md")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"pmlint: gone.md: no such file or directory; check the path\n"


def test_a_reader_that_goes_away_is_no_traceback(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [sys.executable, "-m", "pmlint", "config", "--defaults"],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=ENVIRON,
    ) as process:
        os.close(writing)
        _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (2, b"")


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["config", "--defaults"], ["explain", "PM000"]])
def test_what_needs_no_document_loads_nothing_heavy(process, argv):
    heavy = ("spacy", "numpy", "rich", "docutils", "docx", "markdown_it", "pandas", "sklearn")
    code = (
        "import sys\nfrom pmlint.cli import main\n"
        f"main({argv!r})\n"
        f"sys.exit(','.join(m for m in {heavy!r} if m in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, timeout=120, check=False, env=ENVIRON
    )
    assert done.stderr == b"" or done.stderr.startswith(b"pmlint: unknown rule 'PM000'; ")
    assert done.returncode == 0
