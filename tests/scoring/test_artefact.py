"""An artefact is read only if it is whole, unchanged and of this version."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

from pmlint.config.settings import MODELS
from pmlint.errors import ModelError
from pmlint.scoring.artefact import (
    MANIFEST,
    read_arrays,
    read_lines,
    read_manifest,
    write_arrays,
    write_lines,
    write_manifest,
)
from pmlint.scoring.model import RULES_ALONE, find_model, load_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_arrays(tmp_path / "arrays.npz", {"b": np.arange(3.0), "a": np.eye(2)})
    write_lines(tmp_path / "vocabulary.txt", ["one", "two words", "ünïcode"])
    write_manifest(tmp_path, "fast", {"note": "small"})
    return tmp_path


def test_what_is_written_is_read(folder: Path) -> None:
    assert read_manifest(folder)["metadata"] == {"note": "small"}
    assert read_lines(folder / "vocabulary.txt") == ["one", "two words", "ünïcode"]
    np.testing.assert_array_equal(read_arrays(folder / "arrays.npz")["b"], [0.0, 1.0, 2.0])


def test_equal_arrays_give_equal_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_arrays(tmp_path / name, {"weights": np.linspace(0, 1, 50)})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("name", ["arrays.npz", "vocabulary.txt"])
def test_a_changed_file_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(ModelError, match=f"{name}: the file differs from its hash"):
        read_manifest(folder)


def test_a_changed_manifest_is_refused(folder: Path) -> None:
    path = folder / MANIFEST
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["files"]["arrays.npz"] = "0" * 64
    path.write_text(json.dumps(stored), encoding="utf-8")
    with pytest.raises(ModelError, match="the manifest was changed"):
        read_manifest(folder)


def test_changed_metadata_is_refused(folder: Path) -> None:
    path = folder / MANIFEST
    stored = json.loads(path.read_text(encoding="utf-8"))
    stored["metadata"]["note"] = "large"
    path.write_text(json.dumps(stored), encoding="utf-8")
    with pytest.raises(ModelError, match="the manifest was changed"):
        read_manifest(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "vocabulary.txt").unlink()
    with pytest.raises(ModelError, match=r"the model lacks vocabulary\.txt"):
        read_manifest(folder)


def test_another_format_is_refused(folder: Path) -> None:
    path = folder / MANIFEST
    stored = json.loads(path.read_text(encoding="utf-8")) | {"format": 99}
    path.write_text(json.dumps(stored), encoding="utf-8")
    with pytest.raises(ModelError, match=r"format 99, this version of pmlint reads format 1; train it again"):
        read_manifest(folder)


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_a_broken_manifest_is_refused(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError):
        read_manifest(folder)


def test_pickled_arrays_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "arrays.npz", evil=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ModelError, match="the arrays cannot be read"):
        read_arrays(tmp_path / "arrays.npz")


def test_a_path_out_of_the_folder_is_refused(folder: Path) -> None:
    from pmlint.scoring.artefact import artefact_hash, file_hash

    outside = folder.parent / "outside.txt"
    outside.write_text("x", encoding="utf-8")
    files = {"../outside.txt": file_hash(outside)}
    stored = {"format": 1, "tier": "fast", "files": files, "hash": artefact_hash(files, {}), "metadata": {}}
    (folder / MANIFEST).write_text(json.dumps(stored), encoding="utf-8")
    with pytest.raises(ModelError, match="lacks"):
        read_manifest(folder)


@pytest.mark.parametrize("name", ["fats", "house/fats"])
def test_an_unknown_model_gets_the_nearest_name(name: str) -> None:
    with pytest.raises(ModelError, match=f"there is no model '{name}'; did you mean 'fast'"):
        find_model(name)


def test_the_configuration_knows_the_models_that_ship() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert set(MODELS) == {Path(folder).parent.name for folder in shipped} | {RULES_ALONE}


def test_a_folder_without_a_model_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="there is no model"):
        load_model(str(tmp_path))
