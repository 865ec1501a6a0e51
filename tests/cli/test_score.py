"""``pmlint score``: what it says, and how it ends."""

from __future__ import annotations

import io
import os
import sys

import pytest

from pmlint.cli import CLEAN, FAILED

pytest.importorskip("textstat")


def test_a_folder_becomes_a_table(pmlint, write, folder):
    write("in/b.md", "They FORGOT.")
    write("in/2025-03-31.md", "Fine.")
    assert pmlint("score", "in", "--output", "scores.csv") == (CLEAN, "scores.csv: 2 documents\n", "")
    head, first, second = (folder / "scores.csv").read_text().splitlines()
    assert head.startswith("path,title,date,blameless,")
    assert first.startswith("in/2025-03-31.md,,2025-03-31,90,")
    assert second.startswith("in/b.md,,,90,")


def test_problems_of_the_documents_are_no_failure(pmlint, write):
    write("a.md", "They FORGOT.")
    assert pmlint("score", "a.md", "--output", "s.json")[:2] == (CLEAN, "s.json: 1 document\n")


def test_what_cannot_be_read_is_told_and_the_others_are_written(pmlint, write, folder):
    write("in/a.md", "Fine.")
    (folder / "in/b.md").write_bytes(b"%PDF-1.4")
    code, out, err = pmlint("score", "in", "gone.md", "--output", "scores.json")
    assert code == FAILED
    assert out == "scores.json: 2 documents, 1 could not be scored\n"
    assert err.splitlines() == [
        "pmlint: gone.md: no such file or directory; check the path",
        "pmlint: in/b.md: is a PDF, not a text; export it as docx, HTML or Markdown",
    ]
    assert "is a PDF" in (folder / "scores.json").read_text()


def test_a_hostile_name_is_harmless(pmlint, write, folder):
    write("in/=1+1.md", "# =cmd|' /C calc'!A0\n\nFine.")
    write("in/\x1b[31m.md", "CRASH")
    _, _, err = pmlint("score", "in/=1+1.md", "in/\x1b[31m.md", "--output", "s.csv")
    assert "\x1b" not in err
    lines = (folder / "s.csv").read_text().splitlines()
    assert "'=cmd|" in lines[1]


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        (["."], "--output: there is no file for the table; add --output scores.csv"),
        (["a.md", "a.md"], "--output: there is no file for the table; add --output scores.csv"),
        (["a.md", "--output", "s.xls"], "--output: 's.xls' names no format of tables; did you mean '.xlsx'?"),
        (
            ["a.md", "--output", "s.csv", "--workers", "0"],
            "--workers: '0' is no number of processes; write 1 or more",
        ),
        (
            ["-", "--output", "s.csv"],
            "standard input is no file to keep a row for; 'pmlint score -' alone gives its scorecard",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(pmlint, write, argv, line):
    write("a.md", "Fine.")
    assert pmlint("score", *argv) == (FAILED, "", f"pmlint: {line}\n")


def test_without_documents_the_table_is_empty(pmlint, folder):
    code, out, err = pmlint("score", "--output", "scores.csv")
    assert (code, out, err) == (CLEAN, "scores.csv: 0 documents\n", "pmlint: no documents in .\n")
    assert len((folder / "scores.csv").read_text().splitlines()) == 1


def test_the_missing_extra_is_named(pmlint, write, monkeypatch):
    write("a.md", "Fine.")
    monkeypatch.setitem(sys.modules, "textstat", None)
    code, out, err = pmlint("score", "a.md", "--output", "s.csv")
    assert (code, out) == (FAILED, "")
    assert "needs 'textstat', which is not installed; pip install 'pmlint[frames]'\n" in err


def test_check_and_score_share_their_results(pmlint, write, engine):
    write("a.md", "They FORGOT.")
    pmlint("check", "a.md")
    pmlint("score", "a.md", "--output", "s.csv")
    pmlint("check", "a.md")
    assert len(engine) == 1
    pmlint("check", "a.md", "--no-cache")
    pmlint("score", "a.md", "--output", "s.csv", "--no-cache")
    assert len(engine) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_a_terminal_is_shown_a_bar_and_a_pipe_is_not(write, folder):
    import pty
    import subprocess

    (folder / "a.md").write_text("")
    command = [sys.executable, "-m", "pmlint", "score", "a.md", "--output", "s.csv", "--no-config"]
    ours, theirs = pty.openpty()
    environ = {**os.environ, "TERM": "xterm"}
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, env=environ, check=True, timeout=120
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            some = os.read(ours, 10_000)
        except OSError:  # the other end is closed and everything was read
            break
        if not some:
            break
        shown += some
    os.close(ours)
    assert b"scoring" in shown
    assert b"1/1" in shown
    assert done.stdout == b"s.csv: 1 document\n"
    piped = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert piped.stderr == b""


def test_one_document_gets_its_scorecard(pmlint, write):
    write("a.md", "# Flood\n\nThe porter forgot to close the valve.\n")
    code, out, err = pmlint("score", "a.md", "--model", "rules", "--no-config")
    assert (code, err) == (CLEAN, "")
    assert out.startswith("Of 100: blameless ")
    assert "Blame language is avoided" in out and "Start with:" in out


def test_standard_input_gets_its_scorecard_too(pmlint, monkeypatch):
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The porter forgot to close the valve.\n"))
    )
    code, out, err = pmlint("score", "-", "--model", "rules", "--no-config")
    assert (code, err) == (CLEAN, "")
    assert "The porter forgot" in out


def test_one_document_that_is_missing_is_one_line(pmlint, write):
    write("done.md", "Fine.")
    assert pmlint("score", "gone.md") == (
        FAILED,
        "",
        "pmlint: gone.md: no such file or directory; did you mean 'done.md'?\n",
    )
