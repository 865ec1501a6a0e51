"""The models that ship are whole, small, described by their cards, and what their training gives."""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from pmlint.document import parse
from pmlint.scoring.labels import LABELS
from pmlint.scoring.model import load_model
from pmlint.scoring.sample import Sample
from pmlint.training.assess import fairness, ranking
from pmlint.training.corpus import read_corpus, read_jsonl
from pmlint.training.train import train

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "models"
NAMES = ("fast", "full")
LARGEST = {"fast": 15_000_000, "full": 30_000_000}


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    """The script that refreshes the cards."""
    tools = str(ROOT / "docs/_tools")
    sys.path.insert(0, tools)
    yield importlib.import_module("refresh_model_cards")
    sys.path.remove(tools)


@pytest.mark.parametrize("name", NAMES)
def test_an_artefact_is_whole_and_small(name: str) -> None:
    folder = MODELS / name / "artefact"
    assert load_model(name).folder == folder
    assert sum(path.stat().st_size for path in folder.iterdir()) <= LARGEST[name]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_a_sentence_does_not_depend_on_the_others(name: str) -> None:
    texts = ("The pump stopped.", "Mistakes were made along the way, by all of us.", "Why Ana?")
    samples = [Sample(text) for text in texts]
    hits = [(0.0,) * len(LABELS)] * len(samples)
    together = load_model(name).probabilities(samples, hits)
    for row, sample in enumerate(samples):
        alone = load_model(name).probabilities([sample], hits[:1])[0]
        assert alone == pytest.approx(together[row], abs=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_are_those_of_this_artefact(name: str) -> None:
    metrics = json.loads((MODELS / name / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["hash"] == load_model(name).manifest["hash"], (
        f"pmlint train models/{name}/train.toml --measure-only"
    )


def test_the_comparison_is_of_these_artefacts() -> None:
    stored = json.loads((MODELS / "evaluation.json").read_text(encoding="utf-8"))
    assert stored["hashes"] == {name: load_model(name).manifest["hash"] for name in NAMES}, (
        "python benchmarks/compare_models.py FOLDER"
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_card_shows_these_figures(script: ModuleType, name: str) -> None:
    card = (MODELS / name / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert script.refreshed(name, card) == card, "run python docs/_tools/refresh_model_cards.py"


def test_training_the_fast_model_again_gives_the_same_hash(tmp_path: Path) -> None:
    (tmp_path / "models/fast").mkdir(parents=True)
    shutil.copyfile(MODELS / "fast/train.toml", tmp_path / "models/fast/train.toml")
    shutil.copytree(ROOT / "corpora", tmp_path / "corpora")
    again = train(tmp_path / "models/fast/train.toml")
    assert again["hash"] == load_model("fast").manifest["hash"], (
        "run pmlint train models/fast/train.toml --measure"
    )


@pytest.mark.parametrize("name", NAMES)
def test_swaps_move_no_score_by_more_than_two_points(name: str) -> None:
    corpus = read_corpus(ROOT / "corpora/postmortems")
    moved = fairness(list(corpus.by_writers(["d08"]).paths.values())[:6], name)
    assert any(row["documents_changed"] for row in moved.values())
    assert {swap: row["most"] for swap, row in moved.items() if row["most"] > 2} == {}


# The fast tier sees too little in insinuations; the full one is there for them.
@pytest.mark.parametrize(("name", "blameless", "candid"), [("fast", 0.85, 0.95), ("full", 0.95, 0.95)])
def test_the_better_telling_scores_better(name: str, blameless: float, candid: float) -> None:
    sets = [r for r in read_jsonl(ROOT / "corpora/contrasts/sets.jsonl") if r["writer"] == "w10"][:60]
    found = ranking(sets, name)
    assert found["blameless_above_blaming"] >= blameless
    assert found["candid_above_foggy"] >= candid


def test_a_document_without_words_has_no_scores() -> None:
    from pmlint.checking import check_document
    from pmlint.config.settings import Settings

    for name in NAMES:
        assert check_document(parse(""), Settings(model=name)).scores is None
