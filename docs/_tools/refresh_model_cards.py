"""Brings the generated parts of the model cards up to date: tables of metrics.json and evaluation.json."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from refresh_readme import between

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
NAMES = ("fast", "full")
SHOWN = ("blame", "blame_any", "diffuse", "own", "unheard", "defensive", "action")


def table(head: list[str], rows: list[list[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def comparison(evaluation: dict[str, Any]) -> str:
    """Rules alone, each model alone and combined, side by side, on public post-mortems."""
    names = list(evaluation)
    rows: list[list[object]] = []
    for what in SHOWN:
        rows.append([f"{what} F1", *(_with_interval(evaluation[n], what) for n in names)])
    for what in ("blameless", "accountable", "candid"):
        key = f"spearman_{what}"
        rows.append([f"{what} rank correlation", *(_with_interval(evaluation[n], key) for n in names)])
    alarms = "false_alarms_per_1000_words_of_clean_documents"
    rows.append(["false alarms per 1,000 clean words", *(evaluation[n][alarms] for n in names)])
    return table(["", *names], rows)


def _with_interval(figures: dict[str, Any], what: str) -> str:
    value = figures[what]["f1"] if isinstance(figures[what], dict) else figures[what]
    low, high = figures["interval_95"].get(what, (None, None))
    return f"{value:.3f} ({low:.2f} to {high:.2f})" if low is not None else f"{value:.3f}"


def unseen(metrics: dict[str, Any]) -> str:
    """Figures on writers that were not learned from."""
    rows: list[list[object]] = []
    for label in [name for name in metrics["documents"] if name != "sentences"]:
        row: list[object] = [label]
        for part in ("documents", "contrasts"):
            figures = metrics[part][label]
            row += [figures["average_precision"], figures["precision"], figures["recall"], figures["f1"]]
        rows.append([*row, metrics["calibration"][label]["ece"]])
    head = [
        "label",
        *(f"{p}: {f}" for p in ("documents", "contrasts") for f in ("AP", "P", "R", "F1")),
        "ECE",
    ]
    return table(head, rows)


def others(metrics: dict[str, Any]) -> str:
    """Cue-less sentences, hard negatives, ranking of tellings."""
    lines = []
    for label, figures in metrics["without_cues"].items():
        lines.append(
            f"- {label} without usual cues: F1 {figures['f1']} (from a probability of {figures['from']} on, "
            f"chosen on other writers), AP {figures['average_precision']}"
        )
    hard = metrics["hard_negatives"]
    lines.append(
        f"- alarms on {hard['hard_negatives']} hard negatives: {hard['shown_to_a_user']:.1%} are shown to a "
        f"user, {hard['at_one_half']:.1%} have a probability of one half"
    )
    concrete = metrics["concrete"]
    lines.append(f"- whether a deliverable is concrete: F1 {concrete['f1']}")
    rank = metrics["ranking"]
    for key, words in (
        ("blameless_above_blaming", "blameless above the blaming one in `blameless`"),
        ("candid_above_foggy", "blameless above the foggy one in `candid`"),
    ):
        lines.append(
            f"- of {rank['sets']} events the telling that is {words}: {rank[key]:.1%}; of those of like "
            f"length ({rank[f'{key}_of_like_length_sets']}): {rank[f'{key}_of_like_length']:.1%}"
        )
    return "\n".join(lines)


def subtypes(metrics: dict[str, Any]) -> str:
    """Recall by subtype."""
    rows = [[name, row["found"], row["of"]] for name, row in metrics["by_subtype"].items()]
    return table(["subtype", "found", "of"], [list(row) for row in rows])


def fairness(metrics: dict[str, Any]) -> str:
    """How far scores move under swaps."""
    rows = [
        [name, row["documents_changed"], row["mean"], row["most"]]
        for name, row in metrics["fairness"].items()
    ]
    return table(["swap", "documents changed", "points moved, mean", "most"], [list(row) for row in rows])


def reliability(metrics: dict[str, Any]) -> str:
    """The reliability diagram as a table: predicted and observed shares."""
    rows: list[list[object]] = []
    for label in ("blame", "blame_self", "diffuse", "own"):
        for count, sure, right in metrics["calibration"][label]["bins"]:
            rows.append([label, count, sure, right])
    return table(["label", "sentences", "mean probability", "share that carries it"], rows)


def refreshed(name: str, text: str) -> str:
    """The card of a model with what stands between its marks made anew."""
    metrics = json.loads((MODELS / name / "metrics.json").read_text(encoding="utf-8"))
    evaluation = json.loads((MODELS / "evaluation.json").read_text(encoding="utf-8"))
    for part, content in (
        ("comparison", comparison(evaluation)),
        ("unseen", unseen(metrics)),
        ("others", others(metrics)),
        ("subtypes", subtypes(metrics)),
        ("fairness", fairness(metrics)),
        ("reliability", reliability(metrics)),
    ):
        text = between(text, part, content)
    return text


def main() -> None:
    """Rewrites the cards."""
    for name in NAMES:
        card = MODELS / name / "MODEL_CARD.md"
        card.write_text(refreshed(name, card.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
