"""How well a trained model does on writers that it has never seen: the figures of its card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pmlint.checking import check_documents
from pmlint.config.settings import Settings
from pmlint.document import Document, parse, read
from pmlint.records import Scores
from pmlint.scoring.document import SCORES
from pmlint.scoring.labels import LABELS, OUTPUTS
from pmlint.scoring.model import Model
from pmlint.scoring.numbers import Floats
from pmlint.training.breakdown import KNOWN, by_field, by_subtype
from pmlint.training.corpus import Corpus, Record, read_jsonl
from pmlint.training.evaluate import evaluate
from pmlint.training.examples import Example
from pmlint.training.figures import Counts, calibration_error, reliability
from pmlint.training.swaps import swaps

CUES = {
    "blame": re.compile(
        r"\b(?:fail(?:ed|s|ing|ure)?|forg[eo]t\w*|should(?:n['’]t)? (?:not )?have|should['’]ve|human error|"
        r"careless\w*|to blame|faults?|negligen\w+|mistakes?|errors?)\b",
        re.I,
    ),
    "diffuse": re.compile(
        r"\b(?:communicat\w+|gaps?|lack of|misalign\w+|challenges?|various factors|issues?)\b", re.I
    ),
}
"""The usual cues: a sentence with one of them is easy, and says little about a model."""

POSITIVE_KINDS = ("own", "unheard", "defensive", "blame", "blame-self", "fog")
MATCHED = 0.2
"""Tellings whose word counts differ by less than this part are matched for length."""


def average_precision(sure: Floats, truth: NDArray[Any]) -> float:
    """Average precision: the area under the precision-recall curve by steps, 0 to 1."""
    if not truth.any():
        return 0.0
    ordered = truth[np.argsort(-sure, kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float(precision[ordered.astype(bool)].mean())


def of_label(examples: Sequence[Example], sure: Floats, label: str) -> dict[str, Any]:
    """Average precision, and counts at ``KNOWN``, for one output."""
    column = OUTPUTS.index(label)
    truth = np.array([label in e.labels if label in LABELS else bool(e.concrete) for e in examples], bool)
    said = sure[:, column] >= KNOWN
    counts = Counts(int((truth & said).sum()), int((said & ~truth).sum()), int((truth & ~said).sum()))
    return {"average_precision": round(average_precision(sure[:, column], truth), 3)} | counts.to_dict()


def any_blame(sure: Floats) -> Floats:
    """The probability of blame, of whomever."""
    blame, own = (sure[:, OUTPUTS.index(label)] for label in ("blame", "blame_self"))
    return np.asarray(1 - (1 - blame) * (1 - own))


def _without_cues(examples: Sequence[Example], sure: Floats, name: str) -> tuple[Floats, NDArray[np.bool_]]:
    """Probability and truth of the sentences that hold no usual cue."""
    labels = {"blame", "blame_self"} if name == "blame" else {name}
    said = any_blame(sure) if name == "blame" else sure[:, OUTPUTS.index(name)]
    rows = [i for i, e in enumerate(examples) if not CUES[name].search(e.sample.text)]
    return said[rows], np.array([bool(examples[i].labels & labels) for i in rows], bool)


def operating_points(examples: Sequence[Example], sure: Floats) -> dict[str, float]:
    """The probability from which on F1 is best where no usual cue helps, for blame and fog.

    Where there is no such sentence, that probability is ``KNOWN``.

    Args:
        examples: Sentences of contrasts that the tier has not learned from.
        sure: Probabilities of each output.
    """
    points = {}
    for name in CUES:
        said, truth = _without_cues(examples, sure, name)
        order = np.argsort(-said, kind="stable")
        f1 = 2 * np.cumsum(truth[order]) / (np.arange(1, len(order) + 1) + truth.sum())
        points[name] = round(float(said[order][f1.argmax()]), 3) if len(order) else KNOWN
    return points


def cue_less(examples: Sequence[Example], sure: Floats, points: dict[str, float]) -> dict[str, Any]:
    """F1 of blame (of whomever) and fog where no sentence with a usual cue is left.

    Args:
        examples: Sentences.
        sure: Probabilities of each output.
        points: From which probability on a sentence counts, chosen on other writers.
    """
    found = {}
    for name, point in points.items():
        said, truth = _without_cues(examples, sure, name)
        chosen = said >= point
        counts = Counts(
            int((truth & chosen).sum()), int((chosen & ~truth).sum()), int((truth & ~chosen).sum())
        )
        precision = round(average_precision(said, truth), 3)
        found[name] = {"from": point, "average_precision": precision} | counts.to_dict()
    return found


def alarms(
    examples: Sequence[Example], sure: Floats, speak: Mapping[str, float], shown: float = 0.5
) -> dict[str, Any]:
    """How many hard negatives are taken for blame or fog: by probability, and by what a user is shown.

    Args:
        examples: Sentences.
        sure: Probabilities of each output.
        speak: From which probability on the model speaks.
        shown: Confidence from which on a rule's finding is shown.
    """
    columns = [OUTPUTS.index(c) for c in ("blame", "blame_self", "diffuse")]
    rows = [
        i
        for i, e in enumerate(examples)
        if e.origin == "single" and e.telling not in POSITIVE_KINDS and not e.labels
    ]
    likely = sum(bool(sure[i, columns].max() >= KNOWN) for i in rows)
    seen = sum(
        max(examples[i].hits[c] for c in columns) >= shown
        or any(sure[i, OUTPUTS.index(label)] >= least for label, least in speak.items())
        for i in rows
    )
    every = max(1, len(rows))
    return {
        "hard_negatives": len(rows),
        "at_one_half": round(likely / every, 4),
        "shown_to_a_user": round(seen / every, 4),
    }


def calibration(examples: Sequence[Example], sure: Floats) -> dict[str, Any]:
    """Expected calibration error and reliability diagram of each label."""
    found = {}
    for column, label in enumerate(LABELS):
        truth = [label in e.labels for e in examples]
        values = [float(p) for p in sure[:, column]]
        bins = [[b.count, round(b.sure, 3), round(b.right, 3)] for b in reliability(values, truth)]
        found[label] = {"ece": round(calibration_error(values, truth), 4), "bins": bins}
    return found


def scores_of(documents: Iterable[Document], model: str) -> list[Scores | None]:
    """The scores of documents under a model."""
    return [report.scores for report in check_documents(documents, Settings(model=model))]


def ranking(sets: Sequence[Record], model: str) -> dict[str, Any]:
    """How often the better telling of an event gets the better score.

    Args:
        sets: Contrast sets, one or more.
        model: Name or folder of the model.
    """
    tellings = [(r, name) for r in sets for name in ("blame", "fog", "blameless")]
    texts = [" ".join(u["text"] for u in r["tellings"][name]) for r, name in tellings]
    found = iter(scores_of((parse(text, format="text") for text in texts), model))
    scored = {(r["id"], name): (next(found), len(text.split())) for (r, name), text in zip(tellings, texts)}
    result: dict[str, Any] = {"sets": len(sets)}
    for key, score, worse in (
        ("blameless_above_blaming", "blameless", "blame"),
        ("candid_above_foggy", "candid", "fog"),
    ):
        won, matched = [], []
        for r in sets:
            (good, words), (bad, others) = scored[r["id"], "blameless"], scored[r["id"], worse]
            better = good is not None and bad is not None and getattr(good, score) > getattr(bad, score)
            won.append(better)
            if abs(words - others) <= MATCHED * max(words, others):
                matched.append(better)
        result[key] = round(fmean(won), 4)
        result[f"{key}_of_like_length"] = round(fmean(matched), 4) if matched else None
        result[f"{key}_of_like_length_sets"] = len(matched)
    return result


def fairness(paths: Sequence[Path], model: str) -> dict[str, Any]:
    """By how many points the scores move at most when names, ranks or spelling are swapped.

    Args:
        paths: Documents, one or more.
        model: Name or folder of the model.
    """
    sources = [read(path).source for path in paths]
    before = scores_of((parse(text) for text in sources), model)
    found: dict[str, Any] = {}
    for swap, change in swaps().items():
        texts = [change(text) for text in sources]
        after = scores_of((parse(text) for text in texts), model)
        moved = [
            abs(getattr(a, score) - getattr(b, score))
            for a, b in zip(before, after)
            if a is not None and b is not None
            for score in SCORES
        ]
        found[swap] = {
            "documents_changed": sum(a != b for a, b in zip(sources, texts)),
            "mean": round(fmean(moved), 3),
            "most": round(max(moved), 1),
        }
    return found


def shown(corpus: Corpus, model: str) -> dict[str, Any]:
    """What ``pmlint evaluate`` says of documents, by the rules alone and with the model.

    Args:
        corpus: The documents.
        model: Name or folder of the model.
    """
    settings = {"rules alone": Settings(model="rules"), "with rules": Settings(model=model)}
    return {name: evaluate(corpus, chosen)[0] for name, chosen in settings.items()}


def assess(
    model: Model,
    examples: Sequence[Example],
    sets: Sequence[Record],
    corpora: Sequence[Corpus],
    tell: Callable[[str], None] = lambda line: None,
) -> dict[str, Any]:
    """Every figure of a model on texts of writers that it has not learned from.

    Args:
        model: The model.
        examples: Their sentences.
        sets: Their contrast sets.
        corpora: Their documents, none of them empty.
        tell: Takes a line on each step.
    """
    told = [e for e in examples if e.origin == "document"]
    contrasted = [e for e in examples if e.origin != "document"]
    figures: dict[str, Any] = {"hash": model.manifest["hash"]}
    parts: dict[str, tuple[list[Example], Floats]] = {}
    for name, part in (("documents", told), ("contrasts", contrasted)):
        sure = model.probabilities([e.sample for e in part], [e.hits for e in part])
        parts[name] = (part, sure)
        figures[name] = {"sentences": len(part)} | {label: of_label(part, sure, label) for label in LABELS}
    tell("sentences measured")
    figures["concrete"] = _concrete(examples, model)
    figures["without_cues"] = cue_less(*parts["contrasts"], model.manifest["metadata"]["known"])
    figures["hard_negatives"] = alarms(*parts["contrasts"], model.thresholds.speak)
    figures["calibration"] = calibration(*parts["documents"])
    figures["by_subtype"] = by_subtype(*parts["contrasts"])
    figures["by_field"] = by_field(*parts["contrasts"])
    folder = str(model.folder)
    figures["ranking"] = ranking(sets, folder) if sets else None
    tell("tellings ranked")
    paths = [path for corpus in corpora for path in corpus.paths.values()]
    figures["fairness"] = fairness(paths, folder) if paths else None
    tell("names swapped")
    figures["shown"] = [{"corpus": corpus.root.name} | shown(corpus, folder) for corpus in corpora]
    tell("documents evaluated")
    return figures


def _concrete(examples: Sequence[Example], model: Model) -> dict[str, Any]:
    asked = [e for e in examples if e.concrete is not None]
    return of_label(
        asked, model.probabilities([e.sample for e in asked], [e.hits for e in asked]), "concrete"
    )


def read_sets(folders: Iterable[Any], writers: Iterable[str]) -> list[Record]:
    """The contrast sets of some writers."""
    chosen = set(writers)
    return [r for f in folders for r in read_jsonl(f / "sets.jsonl") if r["writer"] in chosen]
