"""A small corpus cut out of the project's own, and a fast model trained on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[2] / "corpora"
KEPT = {"train": ("d02", "d03"), "calibration": ("d05",), "test": ("d08",)}
WRITERS = {"train": ("w01", "w02"), "calibration": ("w08",), "test": ("w09",)}
SETS = 25
SINGLES = 60
DOCUMENTS = 8


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _write(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _splits(folder: Path, writers: dict[str, tuple[str, ...]]) -> None:
    text = "".join(f"{split} = {json.dumps(list(names))}\n" for split, names in writers.items())
    (folder / "splits.toml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a few documents, a few contrasts and a train.toml."""
    root = tmp_path_factory.mktemp("small")
    documents, contrasts = root / "documents", root / "contrasts"
    (documents / "documents").mkdir(parents=True)
    contrasts.mkdir()
    sources = _rows(CORPORA / "postmortems/sources.jsonl")
    kept = {
        row["doc"]
        for names in KEPT.values()
        for name in names
        for row in [r for r in sources if r["writer"] == name][:DOCUMENTS]
    }
    for name in ("units", "labels", "ratings", "sources"):
        rows = _rows(CORPORA / f"postmortems/{name}.jsonl")
        _write(documents / f"{name}.jsonl", [row for row in rows if row["doc"] in kept])
    for path in (CORPORA / "postmortems/documents").iterdir():
        if path.stem in kept:
            (documents / "documents" / path.name).write_bytes(path.read_bytes())
    _splits(documents, KEPT)
    names = [name for found in WRITERS.values() for name in found]
    for file, most in (("sets", SETS), ("singles", SINGLES)):
        rows = _rows(CORPORA / f"contrasts/{file}.jsonl")
        chosen = [row for name in names for row in [r for r in rows if r["writer"] == name][-most:]]
        _write(contrasts / f"{file}.jsonl", chosen)
    _splits(contrasts, WRITERS)
    (root / "train.toml").write_text(
        'tier = "fast"\ndocuments = ["documents"]\ncontrasts = ["contrasts"]\n', encoding="utf-8"
    )
    return root


@pytest.fixture(scope="session")
def trained(small: Path) -> Path:
    """The artefact of a fast model trained on the small corpus."""
    from pmlint.training.train import train

    train(small / "train.toml")
    return small / "artefact"
