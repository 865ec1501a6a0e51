"""Brings the generated parts of the model cards up to date: what metrics.json and evaluation.json say."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from refresh_readme import between

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
NAMES = ("fast", "full")
SCORES = ("blameless", "accountable", "candid")
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
    for what in SCORES:
        key = f"spearman_{what}"
        rows.append([f"{what} rank correlation", *(_with_interval(evaluation[n], key) for n in names)])
    alarms = "false_alarms_per_1000_words_of_clean_documents"
    rows.append(["false alarms per 1,000 clean words", *(evaluation[n][alarms] for n in names)])
    rows += [_coverage(evaluation, what) for what in SCORES]
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


def shown(metrics: dict[str, Any]) -> str:
    """The documents of unseen writers as a user would see them, by the rules alone and with the model."""
    ways = {k: v for k, v in metrics["shown"][0].items() if k != "corpus"}
    rows: list[list[object]] = []
    for what in SHOWN:
        cells = [(ways[way][what], _with_interval(ways[way], what)) for way in ways]
        rows.append(
            [f"{what}: P, R, F1", *(f"{c['precision']:.2f}, {c['recall']:.2f}, {f1}" for c, f1 in cells)]
        )
    for what in SCORES:
        key = f"spearman_{what}"
        rows.append([f"{what} rank correlation", *(_with_interval(ways[way], key) for way in ways)])
    rows += [_coverage(ways, what) for what in SCORES]
    return table(["", *ways], rows)


def _coverage(ways: dict[str, dict[str, Any]], what: str) -> list[object]:
    shares = [ways[way]["interval_coverage"][what] for way in ways]
    return [f"{what}: ratings in the interval", *("" if s is None else f"{s:.0%}" for s in shares)]


def subtypes(metrics: dict[str, Any]) -> str:
    """Recall by subtype."""
    rows: list[list[object]] = [
        [name, row["found"], row["of"], _span(row["interval_95"])]
        for name, row in metrics["by_subtype"].items()
    ]
    return table(["subtype", "found", "of", "share, 95 % interval"], rows)


def fields(metrics: dict[str, Any]) -> str:
    """F1 by field."""
    rows: list[list[object]] = []
    for name, row in metrics["by_field"].items():
        cells = [f"{row[k]['f1']:.2f} ({_span(row[k]['interval_95'])})" for k in ("blame", "diffuse")]
        rows.append([name, row["sentences"], *cells])
    return table(["field", "sentences", "blame F1", "fog F1"], rows)


def _span(interval: list[float]) -> str:
    return f"{interval[0]:.2f} to {interval[1]:.2f}"


def fairness(metrics: dict[str, Any]) -> str:
    """How far scores move under swaps."""
    rows = [
        [name, row["documents_changed"], row["mean"], row["most"]]
        for name, row in metrics["fairness"].items()
    ]
    return table(["swap", "documents changed", "points moved, mean", "most"], [list(row) for row in rows])


def diagram(name: str, metrics: dict[str, Any]) -> str:
    """The reliability diagram as a picture, SVG."""
    import matplotlib

    matplotlib.use("svg")
    # The same figures shall give the same file: no random names, no date, letters as shapes.
    matplotlib.rcParams["svg.hashsalt"] = "pmlint"
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.2), layout="constrained", facecolor="white")
    labels = ("blame", "diffuse", "own")
    for axes, label in zip(figure.subplots(1, len(labels), sharey=True), labels):
        bins = metrics["calibration"][label]["bins"]
        axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
        sizes = [12 + 30 * (count**0.5) / 10 for count, _, _ in bins]
        axes.plot([b[1] for b in bins], [b[2] for b in bins], color="#3366aa", linewidth=1)
        axes.scatter([b[1] for b in bins], [b[2] for b in bins], s=sizes, color="#3366aa", zorder=3)
        for count, sure, right in bins:
            axes.annotate(str(count), (sure, right), (4, -10), textcoords="offset points", fontsize=7)
        axes.set_title(f"{label} (ECE {metrics['calibration'][label]['ece']:.3f})", fontsize=10)
        axes.set_xlabel("probability")
        axes.set_xlim(-0.03, 1.08)
        axes.set_ylim(-0.08, 1.05)
        axes.spines[["top", "right"]].set_visible(False)
    figure.axes[0].set_ylabel("share that carries the label")
    figure.suptitle(f"{name}: sentences of documents by an unseen writer, their number beside each dot")
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    return text.getvalue()


def refreshed(name: str, text: str) -> str:
    """The card of a model with what stands between its marks made anew."""
    metrics = json.loads((MODELS / name / "metrics.json").read_text(encoding="utf-8"))
    evaluation = json.loads((MODELS / "evaluation.json").read_text(encoding="utf-8"))
    for part, content in (
        ("comparison", comparison(evaluation["ways"])),
        ("shown", shown(metrics)),
        ("unseen", unseen(metrics)),
        ("others", others(metrics)),
        ("subtypes", subtypes(metrics)),
        ("fields", fields(metrics)),
        ("fairness", fairness(metrics)),
    ):
        text = between(text, part, content)
    return text


def main() -> None:
    """Rewrites the cards and their pictures."""
    for name in NAMES:
        card = MODELS / name / "MODEL_CARD.md"
        card.write_text(refreshed(name, card.read_text(encoding="utf-8")), encoding="utf-8")
        metrics = json.loads((MODELS / name / "metrics.json").read_text(encoding="utf-8"))
        (MODELS / name / "reliability.svg").write_text(diagram(name, metrics), encoding="utf-8")


if __name__ == "__main__":
    main()
