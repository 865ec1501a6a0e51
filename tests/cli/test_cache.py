"""``pmlint cache``, and what ``check`` keeps."""

from __future__ import annotations

import json

from pmlint.cli import CLEAN, FAILED


def test_what_check_keeps_is_shown_and_dropped(pmlint, engine, folder, cache_dir):
    for name, text in (("a.md", "They FORGOT."), ("b.md", "Fine."), ("copy.md", "Fine.")):
        (folder / name).write_text(text)
    pmlint("check")
    code, out, err = pmlint("cache", "info")
    assert (code, err) == (CLEAN, "")
    assert out == f"2 results, 0.0 MB of at most 256 MB, in {cache_dir}\n"
    told = json.loads(pmlint("cache", "info", "--format", "json")[1])
    assert (told["entries"], told["folder"], told["max_bytes"]) == (2, str(cache_dir), 256_000_000)
    assert pmlint("cache", "clear")[1].startswith("dropped 2 results (0.0 MB) from ")
    assert pmlint("cache", "info")[1].startswith("0 results")


def test_no_cache_keeps_and_asks_nothing(pmlint, engine, folder, cache_dir):
    (folder / "a.md").write_text("Fine.")
    for _ in range(2):
        pmlint("check", "--no-cache")
    assert len(engine) == 2
    assert list(cache_dir.iterdir()) == []


def test_a_kept_report_reads_as_a_fresh_one(pmlint, engine, folder):
    (folder / "a.md").write_bytes(b"They FORGOT the caf\xe9.\r\n")
    fresh = pmlint("check", "--format", "json")
    assert "not UTF-8" in fresh[1]
    assert pmlint("check", "--format", "json") == fresh
    assert pmlint("check") == pmlint("check", "--no-cache")
    assert len(engine) == 2


def test_an_unknown_task_is_one_line(pmlint):
    code, _, err = pmlint("cache", "clean")
    assert code == FAILED
    assert err == "pmlint: TASK: 'clean' is none of info, clear; did you mean 'clear'?\n"
