"""Paths stand for documents; directories are walked the way git would."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmlint.document import find_files, read
from pmlint.errors import ReadError


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in (
        "b.md",
        "a.txt",
        "c.py",
        "drafts/d.rst",
        "drafts/keep.md",
        "out/e.html",
        "node_modules/f.md",
        ".venv/g.md",
        "sub/h.docx",
        "sub/~$h.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_directory_gives_its_documents_in_order(tree):
    files, errors = find_files(["."])
    assert files == [
        "./a.txt",
        "./b.md",
        "./drafts/d.rst",
        "./drafts/keep.md",
        "./out/e.html",
        "./sub/h.docx",
    ]
    assert errors == []


def test_ignore_files_are_honoured_also_nested_and_from_above(tree):
    (tree / ".gitignore").write_text("out/\n*.rst\ndrafts/*.md\n")
    (tree / "drafts/.gitignore").write_text("!keep.md\n")
    assert find_files(["."])[0] == ["./a.txt", "./b.md", "./drafts/keep.md", "./sub/h.docx"]
    assert find_files(["drafts"])[0] == ["drafts/keep.md"]
    assert "out/e.html" in find_files(["out"], respect_gitignore=False)[0]


def test_files_named_outright_are_kept(tree):
    (tree / ".gitignore").write_text("*\n")
    assert find_files(["b.md", "c.py", "-", "b.md"], exclude=["*.md"]) == (["b.md", "c.py", "-"], [])


def test_excluded_patterns_apply_to_walks(tree):
    assert find_files(["."], exclude=["drafts/", "*.txt"])[0] == ["./b.md", "./out/e.html", "./sub/h.docx"]


def test_a_missing_path_is_an_error_and_stops_nothing(tree):
    files, (error,) = find_files(["nowhere", Path("b.md")])
    assert files == ["b.md"]
    assert str(error) == "nowhere: no such file or directory; check the path"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_and_links_to_nothing_are_never_waited_for(tree):
    os.mkfifo("out/pipe.md")
    Path("out/link.md").symlink_to("gone.md")
    assert find_files(["out"])[0] == ["out/e.html", "out/link.md"]
    with pytest.raises(ReadError, match="is a link to nothing; mend or remove the link"):
        read("out/link.md")
