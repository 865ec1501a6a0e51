"""The store of results: what is read is what was written, or nothing."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import stat
import zlib
from pathlib import Path

import pytest

from pmlint.batch.cache import Cache, cache_folder

KEY = "ab" + "0" * 62


def keys(number: int) -> list[str]:
    """So many keys of one shelf."""
    return [f"ab{index:062x}" for index in range(number)]


def entry(cache: Cache, key: str = KEY) -> Path:
    return cache.folder / "v1" / key[:2] / f"{key[2:]}.json.z"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "store")


@pytest.mark.parametrize("value", [{"a": [1, 0.1, None, "é\ud800"]}, [], 0, "x"])
def test_what_was_stored_is_found(cache: Cache, value: object) -> None:
    cache.put(KEY, value)
    assert cache.get(KEY) == value
    assert cache.get("cd" + KEY[2:]) is None


def test_the_folder_is_the_systems_unless_one_is_named(
    cache_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cache_folder() == cache_dir
    monkeypatch.delenv("PMLINT_CACHE_DIR")
    assert cache_folder().name == "pmlint"


def packed(value: object) -> bytes:
    return zlib.compress(json.dumps(value).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not compressed",
        packed({"key": KEY, "value": 1})[:-3],
        packed({"key": "ab" + "1" * 62, "value": 1}),
        packed([1]),
        packed(None),
        zlib.compress(b"{'half"),
        zlib.compress(b"[" * 200_000),
        pickle.dumps({"key": KEY, "value": 1}),
    ],
)
def test_a_corrupted_entry_is_nothing_and_goes_away(cache: Cache, content: bytes) -> None:
    cache.put(KEY, 1)
    assert cache.get(KEY) == 1
    entry(cache).write_bytes(content)
    assert cache.get(KEY) is None
    assert not entry(cache).exists()
    cache.put(KEY, 2)
    assert cache.get(KEY) == 2


def test_nothing_is_unpickled(cache: Cache, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "sprung",))

    cache.put(KEY, 1)
    for content in (pickle.dumps(Trap()), zlib.compress(pickle.dumps(Trap()))):
        entry(cache).parent.mkdir(parents=True, exist_ok=True)
        entry(cache).write_bytes(content)
        assert cache.get(KEY) is None
    assert not (tmp_path / "sprung").exists()
    pickle.loads(pickle.dumps(Trap()))
    assert (tmp_path / "sprung").exists()


def test_a_shelf_keeps_to_its_share_and_to_what_was_used_last(tmp_path: Path) -> None:
    value = os.urandom(200).hex()
    size = len(packed({"key": KEY, "value": value}))
    cache = Cache(tmp_path, max_bytes=256 * (5 * size + size // 2))
    first, *others = keys(30)
    cache.put(first, value)
    for age, key in enumerate(others):
        for old in cache.folder.rglob("*.json.z"):  # file systems tell times coarsely
            os.utime(old, (old.stat().st_atime - 10, old.stat().st_mtime - 10))
        assert cache.get(first) == value, f"dropped after {age} others"
        cache.put(key, value)
    usage = cache.usage()
    assert usage.entries <= 5
    assert usage.size <= 5 * size + size // 2
    assert cache.get(others[-1]) == value
    assert cache.get(others[0]) is None


def test_what_is_larger_than_a_share_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, max_bytes=256 * 100)
    cache.put(KEY, os.urandom(500).hex())
    assert cache.get(KEY) is None
    assert cache.usage().entries == 0


def write_and_read(folder: str, seed: int) -> int:
    cache = Cache(Path(folder), max_bytes=256 * 20_000)
    wrong = 0
    for turn in range(150):
        number = (turn * 7 + seed) % 20
        key = f"ab{number:062x}"
        cache.put(key, {"number": number, "filling": "x" * 3000})
        found = cache.get(key)
        # Another process may have made room, but never leaves half an entry or another one.
        wrong += found is not None and found != {"number": number, "filling": "x" * 3000}
    return wrong


def test_processes_write_at_the_same_time(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(3) as pool:
        assert pool.starmap(write_and_read, [(str(tmp_path), seed) for seed in range(3)]) == [0, 0, 0]
    cache = Cache(tmp_path)
    assert 0 < cache.usage().entries <= 20
    assert list(tmp_path.rglob(".new-*")) == []


def test_clearing_drops_entries_and_nothing_else(cache: Cache) -> None:
    for key in keys(3):
        cache.put(key, 1)
    (entry(cache).parent / ".new-abandoned").write_bytes(b"x")
    (cache.folder / "diary.txt").write_text("mine")
    (entry(cache).parent / "notes.txt").write_text("mine")
    dropped = cache.clear()
    assert dropped.entries == 3
    left = sorted(path.name for path in cache.folder.rglob("*") if path.is_file())
    assert left == ["CACHEDIR.TAG", "diary.txt", "notes.txt"]
    assert cache.usage().entries == 0
    assert Cache(cache.folder / "nowhere").clear().entries == 0


def test_a_folder_that_cannot_be_written_costs_nothing_but_speed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = Cache(tmp_path / "file")
    cache.put(KEY, 1)
    assert cache.get(KEY) is None
    assert cache.usage().entries == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_others_may_not_read_it(cache: Cache) -> None:
    cache.put(KEY, 1)
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry(cache).stat().st_mode) == 0o600
