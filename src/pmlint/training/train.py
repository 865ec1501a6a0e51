"""One training run: from a ``train.toml`` to an artefact."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pmlint._version import __version__
from pmlint.errors import CorpusError
from pmlint.scoring.artefact import ARRAYS, write_arrays, write_lines, write_manifest
from pmlint.scoring.decisions import Thresholds
from pmlint.scoring.document import DocumentModel
from pmlint.scoring.fast import VOCABULARY, FastTier
from pmlint.scoring.full import ENCODER, TOKENIZER, FullTier
from pmlint.scoring.model import load_model
from pmlint.scoring.numbers import Floats
from pmlint.scoring.stack import Stack, Tier, joined, judged
from pmlint.training.assess import assess, operating_points, read_sets
from pmlint.training.config import TrainConfig, read_train_config
from pmlint.training.corpus import Corpus, read_corpus
from pmlint.training.examples import Example, contrasts_of, examples_of
from pmlint.training.fit_document import fit_document
from pmlint.training.fit_fast import fit_fast
from pmlint.training.fit_stack import fit_stack
from pmlint.training.rated import Judge, rated_documents
from pmlint.training.splits import Split, read_splits
from pmlint.training.thresholds import choose_thresholds

Tell = Callable[[str], None]

DIGITS = 6
"""Decimals that weights are stored with: the last bits differ between processors, the hash must not."""


@dataclass(frozen=True)
class Material:
    """Everything that a training run reads.

    Attributes:
        corpora: The folders of documents.
        examples: Every labelled sentence.
        splits: The split of each writer.
    """

    corpora: list[Corpus]
    examples: list[Example]
    splits: dict[str, Split]

    def of(self, *wanted: Split) -> list[Example]:
        """The examples of some splits."""
        return [e for e in self.examples if self.splits.get(e.writer) in wanted]


def read_material(config: TrainConfig) -> Material:
    """The corpora that a training run names.

    Args:
        config: The run.

    Raises:
        CorpusError: A corpus is broken, or a writer is in no split.
    """
    corpora = [read_corpus(folder) for folder in config.folders(config.documents)]
    examples = [e for corpus in corpora for e in examples_of(corpus)]
    splits: dict[str, Split] = {}
    for folder in (*config.folders(config.documents), *config.folders(config.contrasts)):
        splits |= read_splits(folder)
    for folder in config.folders(config.contrasts):
        examples += contrasts_of(folder)
    lost = sorted({e.writer for e in examples} - set(splits))
    if lost:
        raise CorpusError(
            f"in no split: {', '.join(lost)}", where=str(config.root), mend="name every writer in splits.toml"
        )
    return Material(corpora, examples, splits)


def train(path: str | Path, tell: Tell = lambda line: None, *, keep_tier: bool = False) -> dict[str, Any]:
    """Trains a model and writes its artefact beside the ``train.toml``.

    Args:
        path: The ``train.toml``.
        tell: Takes a line on each step.
        keep_tier: Whether to keep the encoder that lies in the artefact and to fit anew only the rest.

    Returns:
        The artefact's manifest.

    Raises:
        ConfigError: The file cannot be used.
        CorpusError: A corpus cannot be used.
        ModelError: The weights that training starts from are not installed.
    """
    started = time.monotonic()
    config = read_train_config(path)
    material = read_material(config)
    tell(f"{len(material.examples):,} sentences, {len(material.of('train')):,} of them to learn from")
    folder = config.root / "artefact"
    tier: Tier
    if not keep_tier:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    words, arrays = fit_fast_tier(material, config, folder, tell)
    tier = words
    if config.tier == "full":
        if not keep_tier:
            fit_encoder(material, config, folder, tell)
        tier = FullTier(folder, words)
    stack, thresholds, known, document = fit_above(tier, material, config, tell)
    rounded = {k: v.round(DIGITS) for k, v in (arrays | stack.arrays() | document.arrays()).items()}
    write_arrays(folder / ARRAYS, rounded)
    manifest = write_manifest(
        folder,
        config.tier,
        {
            "pmlint": __version__,
            "thresholds": thresholds.to_dict(),
            "known": known,
            "recipe": _recipe(config),
            "learned_from": _counts(material, "train"),
            "calibrated_on": _counts(material, "calibration"),
        },
    )
    tell(f"written to {folder} in {time.monotonic() - started:.0f} s; hash {manifest['hash'][:16]}")
    return manifest


def measure(path: str | Path, tell: Tell = lambda line: None) -> dict[str, Any]:
    """Measures the trained model beside a ``train.toml`` on the test split, and writes ``metrics.json``.

    Args:
        path: The ``train.toml``.
        tell: Takes a line on each step.
    """
    config = read_train_config(path)
    material = read_material(config)
    writers = [writer for writer, split in material.splits.items() if split == "test"]
    figures = assess(
        load_model(str(config.root / "artefact")),
        material.of("test"),
        read_sets(config.folders(config.contrasts), writers),
        [part for corpus in material.corpora if (part := corpus.by_writers(writers)).paths],
        tell,
    )
    text = json.dumps(figures, indent=2) + "\n"
    (config.root / "metrics.json").write_text(text, encoding="utf-8")
    return figures


def fit_fast_tier(
    material: Material, config: TrainConfig, folder: Path, tell: Tell
) -> tuple[FastTier, dict[str, Floats]]:
    """The fast tier, its vocabulary written to the folder, and its arrays."""
    vocabulary, arrays = fit_fast(material.of("train"), config.gram_strength, config.seed)
    write_lines(folder / VOCABULARY, vocabulary)
    tell(f"{len(vocabulary):,} grams")
    return FastTier(vocabulary, arrays), arrays


def fit_encoder(material: Material, config: TrainConfig, folder: Path, tell: Tell) -> None:
    """Writes the full tier's graph and tokenizer to the folder."""
    import tempfile

    from pmlint.training.encoder import pretrained
    from pmlint.training.export import export
    from pmlint.training.finetune import finetune

    with tempfile.TemporaryDirectory() as scratch:
        encoder = pretrained(config.encoder.package, Path(scratch))
        shutil.copyfile(Path(scratch) / TOKENIZER, folder / TOKENIZER)
    tokenize = FullTier(folder).tokenize
    finetune(encoder, tokenize, material.of("train"), config.encoder, config.seed, tell)
    export(encoder, folder / ENCODER)


def fit_above(
    tier: Tier, material: Material, config: TrainConfig, tell: Tell
) -> tuple[Stack, Thresholds, dict[str, float], DocumentModel]:
    """The joint, the thresholds, the best operating points and the document model over a trained tier.

    All are fitted on the calibration split alone: what a tier says of texts that it has learned from is
    surer than anything it will say of a user's.
    """
    unseen = material.of("calibration")
    says = tier.log_odds([e.sample for e in unseen])
    stack = fit_stack(unseen, says, config.stack_strength, config.document_weight)
    sure = stack.probabilities(joined(says, [e.sample for e in unseen], [e.hits for e in unseen]))
    told = [i for i, e in enumerate(unseen) if e.origin == "document"]
    thresholds = choose_thresholds([unseen[i] for i in told], sure[told])
    tell(f"thresholds: {thresholds.to_dict()}")
    contrasted = [i for i, e in enumerate(unseen) if e.origin != "document"]
    known = operating_points([unseen[i] for i in contrasted], sure[contrasted])
    judge = judge_of(tier, stack)
    rated = [
        r
        for corpus in material.corpora
        for r in rated_documents(
            corpus, [d for d in corpus.paths if material.splits[corpus.writer(d)] == "calibration"], judge
        )
    ]
    return stack, thresholds, known, fit_document(rated, config.document_alpha, config.formula_share)


def judge_of(tier: Tier, stack: Stack) -> Judge:
    """What gives probabilities by a tier and a joint."""
    return lambda samples, hits: judged(tier, stack, samples, hits)


def _recipe(config: TrainConfig) -> dict[str, Any]:
    values = asdict(config)
    values.pop("root")
    if config.tier == "fast":
        values.pop("encoder")
    return values


def _counts(material: Material, split: Split) -> dict[str, Any]:
    chosen = material.of(split)
    return {
        "writers": sorted({e.writer for e in chosen}),
        "sentences": len(chosen),
        "documents": len({e.group for e in chosen if e.origin == "document"}),
    }
