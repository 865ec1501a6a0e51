"""Several processes write the same table as one; a document that kills its process costs itself alone."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

import pytest

from pmlint.batch.journal import Journal
from pmlint.batch.workers import DIED, Run, score_in_processes
from pmlint.config.settings import Settings
from pmlint.errors import ModelError
from pmlint.scoring.model import find_model
from tests.texts import CLEAN, MIXED


@pytest.fixture
def folder(process):
    found = process.folder / "in"
    found.mkdir()
    for number in range(30):
        (found / f"{number:02}.md").write_text(
            f"{MIXED if number % 3 else CLEAN}\n{number}\n", encoding="utf-8"
        )
    return found


def rows(path: Path) -> list[dict[str, object]]:
    return json.loads(path.read_text())  # type: ignore[no-any-return]


def test_two_processes_write_what_one_writes(process, folder):
    for name, more in (("one.json", ()), ("two.json", ("--workers", "2"))):
        code, out, err = process.run("score", "in", "--output", name, "--no-cache", "--no-config", *more)
        assert (code, out, err) == (0, f"{name}: 30 documents\n", "")
    assert (process.folder / "one.json").read_bytes() == (process.folder / "two.json").read_bytes()


def test_a_document_that_kills_its_process_is_a_row(process, folder):
    (folder / "07.md").write_text("POISON", encoding="utf-8")
    (folder / "21.md").write_text("POISON", encoding="utf-8")
    code, out, err = process.run("score", "in", "--output", "a.json", "--workers", "2", "--no-config")
    assert code == 2
    assert out == "a.json: 30 documents, 2 could not be scored\n"
    assert err == f"pmlint: in/07.md: {DIED}\npmlint: in/21.md: {DIED}\n"
    found = rows(process.folder / "a.json")
    assert [row["path"] for row in found if row["error"]] == ["in/07.md", "in/21.md"]
    assert [row["path"] for row in found] == [f"in/{number:02}.md" for number in range(30)]
    assert len(set(process.computed())) == 28
    # When a process dies, the pool ends the other one too, which may have had one document done and not yet
    # written. Each of the two deaths can cost that one, and nothing more.
    assert len(process.computed()) <= 28 + 2


def test_a_crash_in_a_worker_is_a_row(process, folder):
    (folder / "07.md").write_text("CRASH", encoding="utf-8")
    code, _, err = process.run("score", "in", "--output", "a.json", "--workers", "2", "--no-config")
    assert code == 2
    assert err.startswith("pmlint: in/07.md: internal error: KeyError: 'porter'")


def test_workers_and_options_mean_the_same_folder_of_a_model(process, folder):
    house = process.folder / "conf/house"
    house.mkdir(parents=True)
    (house / "artefact").symlink_to(find_model("fast"), target_is_directory=True)
    (house.parent / "pmlint.toml").write_text('model = "house"', encoding="utf-8")
    first = process.run("score", "in", "--output", "a.json", "--workers", "2", "--config", "conf/pmlint.toml")
    assert first == (0, "a.json: 30 documents\n", "")
    again = process.run("score", "in", "--output", "b.json", "--no-config", "--model", "conf/house")
    assert again == (0, "b.json: 30 documents\n", "")
    assert len(process.computed()) == 30, "the second run takes over what the first one kept"


def test_no_process_outlives_a_run_that_failed(tmp_path):
    paths = [str(tmp_path / f"{number}.md") for number in range(60)]
    for path in paths:
        Path(path).write_text(CLEAN, encoding="utf-8")
    run = Run(Settings(model="no-such"), None, Journal(tmp_path / "a.json"), lambda count: None)
    with pytest.raises(ModelError):
        score_in_processes(paths, run, workers=2)
    run.journal.close()
    assert multiprocessing.active_children() == []


def test_what_is_unfit_for_all_is_one_line(process, folder):
    (process.folder / "pmlint.toml").write_text('model = "no-such"', encoding="utf-8")
    code, _, err = process.run("score", "in", "--output", "a.json", "--workers", "2")
    assert code == 2
    assert err.startswith(f"pmlint: there is no model '{process.folder / 'no-such'}'; ")
    assert err.count("\n") == 1
