"""The command line in process, over a small engine that knows one rule."""

from __future__ import annotations

import pytest

from pmlint import cli
from pmlint.records import Finding, Report, Scores
from tests.engine import replace_engine

LEVELS = {"FORGOT": "error", "GAPS": "warning", "MAYBE": "info", "OWN": "warning"}


def judge(document, settings):
    """A finding for each word of ``LEVELS``, and a crash or a broken rule on request."""
    if "CRASH" in document.source:
        raise KeyError("porter")
    found = []
    for word, severity in LEVELS.items():
        start = document.source.find(word)
        if start >= 0:
            (line, column), (end_line, end_column) = map(document.position, (start, start + len(word)))
            place = (start, start + len(word), line, column, end_line, end_column)
            found.append(
                Finding(
                    "PM101",
                    "named-fault",
                    "blame",
                    None,
                    None,
                    severity,
                    0.8,
                    f"says {word}",
                    "Why?",
                    *place,
                    word,
                    praise=word == "OWN",
                )
            )
    failures = ("rule PM101 broke: ValueError: x",) if "BREAK" in document.source else ()
    scores = Scores(90, 50, 70)
    return Report(
        document.path,
        tuple(found),
        (),
        scores,
        words=document.words,
        date=document.date,
        notices=document.notices,
        failures=failures,
    )


@pytest.fixture
def engine(monkeypatch):
    """The engine replaced; a list of the settings it was called with."""
    calls = []

    def check_document(document, settings):
        calls.append(settings)
        return judge(document, settings)

    replace_engine(monkeypatch, check_document)
    return calls


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty current folder, and no variables that sway the colour."""
    for name in ("NO_COLOR", "FORCE_COLOR", "PMLINT_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder, engine):
    """Writes a document into the current folder and gives its name; the engine is replaced."""

    def write(name, text):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


@pytest.fixture
def pmlint(folder, capsys):
    """Runs a command line and gives exit code, standard output and standard error."""

    def run(*argv):
        code = cli.main(list(argv))
        return (code, *capsys.readouterr())

    return run
