"""A folder becomes a table, whatever happens on the way."""

from __future__ import annotations

import csv
import json
import signal
from pathlib import Path

import pytest

import pmlint
from pmlint.batch.cache import Cache
from pmlint.batch.folder import score_files
from pmlint.config.settings import Settings
from pmlint.errors import PipelineError, PmlintError
from tests.texts import CLEAN, EXAMPLES, MIXED


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Six documents; the third cannot be read, the fifth breaks the engine."""
    texts = [CLEAN, MIXED, "\0", "", "CRASH", CLEAN]
    paths = [tmp_path / f"2025-01-0{number}-{name}.md" for number, name in enumerate("zyxwvu", 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def rows(output: Path) -> list[dict[str, object]]:
    return json.loads(output.read_text())  # type: ignore[no-any-return]


def test_rows_are_those_of_checking_one_by_one(tmp_path):
    paths = [str(path) for path in sorted(EXAMPLES.glob("*.md"))]
    outcome = score_files(paths, tmp_path / "scores.json", Settings())
    assert (outcome.documents, outcome.resumed, outcome.failures) == (len(paths), 0, ())
    for path, row in zip(paths, rows(tmp_path / "scores.json"), strict=True):
        report = pmlint.check_file(path)
        assert row["path"] == path
        assert [row["blameless"], row["accountable"]] == [report.scores.blameless, report.scores.accountable]
        assert row["date"] == (str(report.date) if report.date else None)
        assert (row["words"], row["commitments"]) == (report.words, len(report.action_items))


def test_one_bad_document_is_a_row(tmp_path, engine, files):
    outcome = score_files(files, tmp_path / "scores.json", Settings())
    found = rows(tmp_path / "scores.json")
    assert [row["path"] for row in found] == files
    assert [row["blameless"] is None for row in found] == [False, False, True, True, True, False]
    reasons = [row["error"] for row in found]
    assert reasons[2].startswith("is binary")
    assert reasons[3] == "no words"
    assert reasons[4].startswith("internal error: KeyError")
    assert [path for path, _ in outcome.failures] == [files[2], files[4]]
    assert found[0]["date"] == "2025-01-01"


def test_nothing_is_left_beside_the_table(tmp_path, engine, files):
    before = set(tmp_path.iterdir())
    score_files(files, tmp_path / "scores.csv", Settings())
    assert set(tmp_path.iterdir()) - before == {tmp_path / "scores.csv"}


def stop_after(number):
    """A progress that is stopped, as by Ctrl-C, after so many documents."""
    left = [number]

    def progress(count):
        left[0] -= count
        if left[0] < 0:
            raise KeyboardInterrupt

    return progress


@pytest.mark.parametrize("stopped", range(6))
def test_a_stopped_run_is_gone_on_with(tmp_path, engine, files, stopped):
    output = tmp_path / "scores.json"
    score_files(files, output, Settings())
    whole = output.read_text()
    output.unlink()
    engine.clear()
    with pytest.raises(KeyboardInterrupt):
        score_files(files, output, Settings(), progress=stop_after(stopped))
    assert not output.exists()
    outcome = score_files(files, output, Settings())
    assert output.read_text() == whole
    assert outcome.resumed <= stopped + 1
    # The document that breaks the engine is asked about once more, alone.
    computed = [document.path for document in engine if "CRASH" not in document.source]
    assert computed == [files[0], files[1], files[3], files[5]]


def test_what_has_changed_since_is_computed_again(tmp_path, engine, files):
    output = tmp_path / "scores.json"
    with pytest.raises(KeyboardInterrupt):
        score_files(files, output, Settings(), progress=stop_after(2))
    Path(files[0]).write_text("Other words, and more of them.", encoding="utf-8")
    engine.clear()
    assert score_files(files, output, Settings()).resumed == 1
    assert engine[0].path == files[0]
    assert rows(output)[0]["words"] == 6


def test_other_settings_take_nothing_over(tmp_path, engine, files):
    output = tmp_path / "scores.json"
    with pytest.raises(KeyboardInterrupt):
        score_files(files, output, Settings(), progress=stop_after(1))
    assert score_files(files, output, Settings(ignore=("PM1",))).resumed == 0


def test_a_file_that_is_gone_has_no_row(tmp_path, engine, files):
    output = tmp_path / "scores.json"
    with pytest.raises(KeyboardInterrupt):
        score_files(files, output, Settings(), progress=stop_after(1))
    score_files(files[1:], output, Settings())
    assert [row["path"] for row in rows(output)] == files[1:]


def test_kept_results_are_not_computed_again(tmp_path, engine, files):
    score_files(files[:2], tmp_path / "a.json", Settings(), cache=Cache())
    score_files(files[:2], tmp_path / "b.json", Settings(), cache=Cache())
    assert len(engine) == 2
    assert rows(tmp_path / "a.json") == rows(tmp_path / "b.json")


def test_what_is_unfit_for_all_ends_the_run_and_leaves_no_table(tmp_path, files):
    with pytest.raises(PipelineError):
        score_files(files, tmp_path / "scores.csv", Settings(pipeline="en_no_such"))
    assert not (tmp_path / "scores.csv").exists()


def test_a_table_that_cannot_be_written_is_one_line(tmp_path, engine, files, monkeypatch):
    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(PmlintError, match=r"scores\.csv: cannot be written: No space left on device; "):
        score_files(files, tmp_path / "scores.csv", Settings())


def written(process, output: str) -> list[str]:
    folder = process.folder / f"{output}.partial"
    if not folder.exists():
        return []
    lines = [line for part in folder.glob("rows-*") for line in part.read_bytes().splitlines(keepends=True)]
    return [json.loads(line)["path"] for line in lines if line.endswith(b"\n")]


def documents(process, number: int) -> list[str]:
    (process.folder / "in").mkdir()
    for index in range(number):
        text = f"{CLEAN}\nNumber {index}.\n"
        (process.folder / "in" / f"{index:03}.md").write_text(text, encoding="utf-8")
    return [f"in/{index:03}.md" for index in range(number)]


def paths_in(output: Path) -> list[str]:
    with output.open(newline="") as file:
        return [row["path"] for row in csv.DictReader(file)]


def test_a_run_killed_in_the_middle_computes_nothing_twice(process):
    paths = documents(process, 20)
    middle = process.folder / paths[11]
    middle.write_text(middle.read_text() + "KILL-PARENT", encoding="utf-8")
    command = ("score", "in", "--output", "scores.csv", "--no-cache", "--no-config")
    assert process.run(*command)[0] == -signal.SIGKILL
    assert sorted(written(process, "scores.csv")) == paths[:11]
    code, out, err = process.run(*command)
    assert (code, err) == (0, "")
    assert out == "scores.csv: 20 documents, 11 of them by the run before\n"
    assert paths_in(process.folder / "scores.csv") == paths
    assert sorted(process.computed()) == paths, "each once, in two runs"


def test_a_run_of_workers_killed_in_the_middle_loses_nothing(process):
    paths = documents(process, 40)
    middle = process.folder / paths[20]
    middle.write_text(middle.read_text() + "KILL-PARENT", encoding="utf-8")
    process.environ["ENGINE_MAIN"] = "parent"
    command = ("score", "in", "--output", "scores.csv", "--workers", "2", "--no-config")
    assert process.run(*command)[0] == -signal.SIGKILL
    before = written(process, "scores.csv")
    computed = len(process.computed())
    assert 0 < len(before) < 40
    code, out, _ = process.run(*command)
    assert code == 0
    assert f"{len(before)} of them by the run before" in out
    assert paths_in(process.folder / "scores.csv") == paths
    again = process.computed()[computed:]
    assert not set(again) & set(before), "what was written down is not computed again"
    assert set(process.computed()) == set(paths)
