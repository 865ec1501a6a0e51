"""Training is one call, gives the same bytes twice, and what is served equals scikit-learn."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

import pmlint
from pmlint.cli import main
from pmlint.errors import ConfigError, CorpusError
from pmlint.scoring.fast import FastTier
from pmlint.scoring.labels import OUTPUTS
from pmlint.scoring.model import load_model
from pmlint.scoring.sample import Sample
from pmlint.training.assess import operating_points
from pmlint.training.config import read_train_config
from pmlint.training.fit_fast import fit_fast, grams_pipeline, wanted
from pmlint.training.train import measure, read_material, train

HOUSE = Path(__file__).parents[2] / "notebooks/house/corpus"
TEXTS = [
    "The night shift preferred its coffee to the checklist.",
    "A number of aspects did not come together.",
    "The pump was replaced on 3 May at 10:05.",
    "wholly unknown zyxwvut qwertz",
    "",
]


def test_training_twice_gives_the_same_artefact(small: Path, trained: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(small, again, ignore=shutil.ignore_patterns("artefact"))
    assert train(again / "train.toml")["hash"] == load_model(str(trained)).manifest["hash"]


def test_what_is_served_equals_scikit_learn(small: Path) -> None:
    config = read_train_config(small / "train.toml")
    examples = read_material(config).of("train")
    vocabulary, arrays = fit_fast(examples, config.gram_strength, config.seed)
    served = FastTier(vocabulary, arrays).log_odds([Sample(text) for text in TEXTS])
    for column, output in enumerate(OUTPUTS):
        pipeline = grams_pipeline(config.gram_strength, config.seed)
        matrix = pipeline["grams"].fit_transform([e.sample.text for e in examples])
        asked, says = wanted(examples, output)
        pipeline["regression"].fit(matrix[asked], says)
        expected = pipeline["regression"].decision_function(pipeline["grams"].transform(TEXTS))
        np.testing.assert_allclose(served[:, column], expected, rtol=0, atol=1e-9)


def test_no_writer_is_learned_from_and_tested_on(small: Path) -> None:
    material = read_material(read_train_config(small / "train.toml"))
    parts = [{e.writer for e in material.of(split)} for split in ("train", "calibration", "test")]
    assert all(parts) and not parts[0] & parts[1] and not parts[0] & parts[2] and not parts[1] & parts[2]


def test_a_trained_folder_serves_as_a_model(trained: Path) -> None:
    report = pmlint.check(
        "The DBA forgot to check the lag.", settings=pmlint.Settings(model=str(trained.parent))
    )
    assert report.scores is not None
    low, high = report.scores.intervals["blameless"]
    assert 0 <= low <= report.scores.blameless <= high <= 100


def test_a_corpus_without_test_writers_and_no_contrasts_can_be_measured(
    small: Path, trained: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "measured"
    shutil.copytree(small, folder)
    shutil.copytree(HOUSE, folder / "house")
    (folder / "house/splits.toml").write_text('train = ["h-ruth", "h-imre"]\n', encoding="utf-8")
    # The last corpus used to decide: one without test writers ended the command, or hid the others' figures.
    path = folder / "train.toml"
    path.write_text('tier = "fast"\ndocuments = ["documents", "house"]\n', encoding="utf-8")
    figures = measure(path)
    assert [part["corpus"] for part in figures["shown"]] == ["documents"]
    assert figures["shown"][0]["with rules"]["documents"] == 8
    assert all(row["most"] >= row["mean"] >= 0 for row in figures["fairness"].values())
    assert figures["ranking"] is None
    assert figures["contrasts"]["sentences"] == 0


def test_without_contrasts_a_sentence_counts_from_one_half_on() -> None:
    assert operating_points([], np.zeros((0, len(OUTPUTS)))) == {"blame": 0.5, "diffuse": 0.5}


def test_a_label_that_calibration_texts_lack_is_one_clear_line(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "scarce"
    shutil.copytree(small, folder, ignore=shutil.ignore_patterns("artefact"))
    (folder / "train.toml").write_text('tier = "fast"\ndocuments = ["documents"]\n', encoding="utf-8")
    labels = folder / "documents/labels.jsonl"
    lines = [line for line in labels.read_text(encoding="utf-8").splitlines() if "DEFENSIVE" not in line]
    labels.write_text("\n".join(lines), encoding="utf-8")
    assert main(["train", str(folder / "train.toml")]) == 2
    assert "hold no examples for and against" in capsys.readouterr().err


def test_a_writer_in_no_split_is_named(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lost"
    shutil.copytree(small, folder, ignore=shutil.ignore_patterns("artefact"))
    (folder / "contrasts/splits.toml").write_text('train = ["w01"]\n', encoding="utf-8")
    with pytest.raises(CorpusError, match="in no split: w02, w08, w09"):
        train(folder / "train.toml")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("tier = 'slow'\n", "tier must be 'fast' or 'full'"),
        ("tier = 'fast'\n", "names no folder of documents"),
        ("tier = 'fast'\ndocuments = ['d']\nstack_strenght = 1\n", "did you mean 'stack_strength'"),
        ("tier = 'fast'\ndocuments = ['d']\nseed = 'x'\n", "'seed' cannot be 'x'"),
        ("tier = 'full'\ndocuments = ['d']\n[encoder]\nepoch = 2\n", "unknown key 'encoder.epoch'"),
        ("tier = ", "cannot be read"),
    ],
)
def test_a_wrong_configuration_is_one_clear_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "train.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=complaint) as caught:
        read_train_config(path)
    assert str(path) in str(caught.value)


def test_the_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(tmp_path / "train.toml")]) == 2
    assert "train.toml: cannot be read" in capsys.readouterr().err
