"""The rules alone, each model alone and both together, on a folder of labelled documents.

    python benchmarks/compare_models.py FOLDER            # rewrites models/evaluation.json, five minutes

FOLDER is in the format that ``pmlint evaluate`` reads. "alone" is the model without the rules' findings. The
model cards show the figures (``python docs/_tools/refresh_model_cards.py``); a test compares the hashes that
are stored with them to those of the models that ship.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pmlint.config.settings import Settings
from pmlint.scoring.model import load_model
from pmlint.training.corpus import read_corpus
from pmlint.training.evaluate import evaluate

OUTPUT = Path(__file__).parents[1] / "models/evaluation.json"
NAMES = ("fast", "full")
BY_THE_MODEL = ("PM190", "PM290")


def main() -> None:
    """Writes the figures, and prints the main ones."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder", type=Path)
    corpus = read_corpus(arguments.parse_args().folder)
    ways = {"rules alone": Settings(model="rules")}
    ways |= {f"{name} alone": Settings(model=name, select=BY_THE_MODEL) for name in NAMES}
    ways |= {f"{name} with rules": Settings(model=name) for name in NAMES}
    found = {}
    for way, settings in ways.items():
        figures, _ = evaluate(corpus, settings)
        found[way] = figures
        print(way, json.dumps({k: v for k, v in figures.items() if not k.startswith("recall")}), flush=True)
    hashes = {name: load_model(name).manifest["hash"] for name in NAMES}
    text = json.dumps({"hashes": hashes, "ways": found}, indent=1)
    OUTPUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
