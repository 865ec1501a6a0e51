"""A quick engine in place of the rules: for this process, and for processes that a test starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import pmlint
from pmlint.document import Document
from pmlint.records import Report, Scores
from tests.engine import replace_engine

SITE = """\
import os, signal, time
from pathlib import Path
from pmlint import checking
from pmlint.records import Report, Scores

LOG = Path(os.environ["ENGINE_LOG"])

def judge(document):
    if "POISON" in document.source:
        os.kill(os.getpid(), signal.SIGKILL)
    if "CRASH" in document.source:
        raise KeyError("porter")
    if "KILL-PARENT" in document.source and not LOG.with_suffix(".killed").exists():
        LOG.with_suffix(".killed").touch()
        os.kill(os.getpid() if os.environ["ENGINE_MAIN"] == "self" else os.getppid(), signal.SIGKILL)
        time.sleep(60)
    with LOG.open("a") as log:
        log.write(f"{document.path}\\n")
    return Report(document.path, (), (), Scores(90.0, 50.0, 70.0), words=document.words, date=document.date)

def check_documents(documents, settings):
    for document in documents:
        yield judge(document)

checking.check_documents = check_documents
checking.check_document = lambda document, settings: judge(document)
"""
"""Run by every Python process that is started with it on its path."""


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """The rules replaced by a formula; a list of the documents that it was asked about."""
    asked: list[Document] = []

    def check_document(document, settings):
        asked.append(document)
        if "CRASH" in document.source:
            raise KeyError("porter")
        failures = ("rule PM101 broke: ValueError: x",) if "BREAK" in document.source else ()
        date = settings.date or document.date
        scores = Scores(float(len(document.source) % 100), 50.0, 70.0) if document.words else None
        return Report(document.path, (), (), scores, words=document.words, date=date, failures=failures)

    replace_engine(monkeypatch, check_document)
    return asked


class Process:
    """pmlint as a process of its own, over the quick engine; what it computes is told in ``log``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "engine.log"
        site = folder / "site"
        site.mkdir()
        (site / "sitecustomize.py").write_text(SITE, encoding="utf-8")
        source = str(Path(pmlint.__file__).parents[1])
        self.environ = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(site), source)),
            "ENGINE_LOG": str(self.log),
            "ENGINE_MAIN": "self",
        }

    def start(self, *argv: str, **options: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "pmlint", *argv]
        kept = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(command, cwd=self.folder, env=self.environ, **kept)  # type: ignore[call-overload, no-any-return]

    def run(self, *argv: str) -> tuple[int, str, str]:
        with self.start(*argv) as process:
            out, err = process.communicate(timeout=600)
        return process.returncode, out.decode(), err.decode()

    def computed(self) -> list[str]:
        """The documents that the engine was asked about, in the order of their end."""
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []


@pytest.fixture
def process(tmp_path: Path) -> Process:
    return Process(tmp_path)
