"""Rows written down outlive whoever wrote them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmlint.batch.journal import Journal, Part
from pmlint.errors import PmlintError


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    found = Journal(tmp_path / "scores.csv")
    yield found
    found.close()


@pytest.fixture
def part(journal: Journal) -> Iterator[Part]:
    found = Part(journal.folder)
    yield found
    found.close()


def test_rows_are_found_by_their_path_in_whatever_file(journal: Journal, part: Part) -> None:
    other = Part(journal.folder)
    for number, each in enumerate((part, other)):
        each.write(f"{number}.md", f"k{number}", {"words": number, "title": "é\n\ud800"})
        each.write(f"{number}b.md", "k", {})
    other.close()
    found = journal.written(journal.parts())
    assert sorted(found) == ["0.md", "0b.md", "1.md", "1b.md"]
    assert found["1.md"].key == "k1"
    assert journal.row(found["1.md"]) == {"words": 1, "title": "é\n\ud800"}
    assert journal.row(found["0b.md"]) == {}


def test_a_row_is_there_as_soon_as_it_is_written(journal: Journal, part: Part) -> None:
    part.write("a.md", "k", {})
    assert "a.md" in journal.written(journal.parts())


@pytest.mark.parametrize(
    "torn", [b'{"path": "b.md", "key": "k", "row": {', b'{"path": "b.md"}\n', b"\0\0\n", b"[]\n"]
)
def test_a_torn_line_counts_for_nothing(journal: Journal, part: Part, torn: bytes) -> None:
    part.write("a.md", "k", {"words": 1})
    (path,) = journal.parts()
    with path.open("ab") as file:
        file.write(torn)
    found = journal.written(journal.parts())
    assert list(found) == ["a.md"]
    assert journal.row(found["a.md"]) == {"words": 1}


def test_the_next_run_finds_what_was_left(tmp_path: Path, journal: Journal, part: Part) -> None:
    part.write("a.md", "k", {})
    journal.close()
    again = Journal(tmp_path / "scores.csv")
    assert list(again.written(again.parts())) == ["a.md"]
    again.remove()
    assert not again.folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="not told apart on Windows")
def test_one_run_at_a_time(tmp_path: Path, journal: Journal) -> None:
    with pytest.raises(PmlintError, match=r"scores\.csv: another run is writing to it"):
        Journal(tmp_path / "scores.csv")
    journal.close()
    Journal(tmp_path / "scores.csv").close()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "scores.csv.partial").write_text("x")
    with pytest.raises(PmlintError, match=r"scores\.csv: cannot be written: .*; choose another --output"):
        Journal(tmp_path / "scores.csv")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_one_line_that_says_how_to_go_on(journal: Journal, part: Part) -> None:
    part.close()
    with Path("/dev/full").open("ab", buffering=0) as part._file:
        line = r"scores\.csv\.partial: cannot be written: No space left on device; make room"
        with pytest.raises(PmlintError, match=line):
            part.write("a.md", "k", {})
