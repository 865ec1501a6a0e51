"""How well pmlint reads the documents of a labelled folder.

BLAME and DIFFUSE, and the candor labels, are counted a unit at a time: a unit is predicted where a finding of
that category overlaps it by half of the shorter of the two. ``blame`` leaves out units whose only blame has
target ``self``; ``blame_any`` counts every target. Commitments are counted an item at a time.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pmlint.checking import check_documents
from pmlint.config.settings import Settings
from pmlint.document import read
from pmlint.records import ActionItem, Finding, Report
from pmlint.training.corpus import SCORES, Corpus, Record
from pmlint.training.figures import RESAMPLES, Counts, percentile_interval, points_of, spearman

CATEGORIES = ("blame", "blame_any", "diffuse", "own", "unheard", "defensive")
FIELDS = ("owner", "deliverable", "date", "status")


@dataclass
class Tally:
    """What was counted in one document, or in several.

    Attributes:
        counts: Counts of each category, and of ``"action"``.
        fields: How many fields of matched commitments are right, ``"all"`` included.
        subtypes: Found and missed units by category and subtype.
        clean_words: Words of documents without blame or fog.
        clean_alarms: Findings of blame or fog in them.
        errors: Category, kind of error, document, uid and text of each.
    """

    counts: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    fields: Counter[str] = field(default_factory=Counter)
    subtypes: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    clean_words: int = 0
    clean_alarms: int = 0
    errors: list[tuple[str, str, str, int, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Counts another tally in."""
        for name, counts in other.counts.items():
            self.counts[name] += counts
        for name, counts in other.subtypes.items():
            self.subtypes[name] += counts
        self.fields += other.fields
        self.clean_words += other.clean_words
        self.clean_alarms += other.clean_alarms
        self.errors += other.errors


def evaluate(corpus: Corpus, settings: Settings) -> tuple[dict[str, object], Tally]:
    """The figures of a labelled folder as plain data, and the tally they come from.

    Args:
        corpus: The folder.
        settings: The settings to check with.

    Raises:
        ReadError: A document cannot be read.
    """
    names = [doc for doc in corpus.paths if doc in corpus.units]
    reports = check_documents((read(corpus.paths[doc]) for doc in names), settings)
    tallies: dict[str, Tally] = {}
    scores: dict[str, Report] = {}
    for doc, report in zip(names, reports):
        tallies[doc] = tally(corpus, doc, report)
        scores[doc] = report
    whole = Tally()
    for one in tallies.values():
        whole.add(one)
    figures: dict[str, object] = {name: whole.counts[name].to_dict() for name in (*CATEGORIES, "action")}
    matched = max(1, whole.counts["action"].tp)
    figures["action_fields"] = {name: round(whole.fields[name] / matched, 3) for name in (*FIELDS, "all")}
    for score in SCORES:
        figures[f"spearman_{score}"] = _rounded(_correlation(corpus, scores, score, names))
    figures["interval_coverage"] = {
        score: _rounded(_coverage(corpus, scores, score, names)) for score in SCORES
    }
    alarms = 1000 * whole.clean_alarms / whole.clean_words if whole.clean_words else None
    figures["false_alarms_per_1000_words_of_clean_documents"] = _rounded(alarms)
    figures["documents"] = len(names)
    figures["recall_by_subtype"] = {
        name: {"found": c.tp, "of": c.tp + c.fn} for name, c in sorted(whole.subtypes.items())
    }
    figures["interval_95"] = _intervals(corpus, tallies, scores, names)
    return figures, whole


def tally(corpus: Corpus, doc: str, report: Report) -> Tally:
    """What is right and wrong in the report on one document.

    Args:
        corpus: Where the document is from.
        doc: Its id.
        report: What pmlint says of it.
    """
    units = corpus.units[doc]
    gold = {u["uid"]: corpus.labels.get((doc, u["uid"]), []) for u in units}
    hit = _hit_units(units, report.findings)
    found = Tally()
    for unit in units:
        uid = unit["uid"]
        labels = {x["label"].lower() for x in gold[uid]}
        targets = {x.get("target") for x in gold[uid] if x["label"] == "BLAME"}
        if targets:
            labels.add("blame_any")
        for name in CATEGORIES:
            if name == "blame" and targets == {"self"}:
                continue
            told, said = name in labels, uid in hit[name]
            found.counts[name] += Counts(int(told and said), int(said and not told), int(told and not said))
            if told != said and name in ("blame", "diffuse"):
                kind = "missed" if told else "false alarm"
                found.errors.append((name, kind, doc, uid, unit["text"]))
        for x in gold[uid]:
            if x.get("subtype"):
                name = x["label"].lower()
                seen = uid in hit["blame_any" if name == "blame" else name]
                found.subtypes[f"{name} {x['subtype']}"] += Counts(tp=int(seen), fn=int(not seen))
    if not any(x["label"] in ("BLAME", "DIFFUSE") for labels in gold.values() for x in labels):
        found.clean_words = sum(len(u["text"].split()) for u in units)
        found.clean_alarms = len(hit["blame"]) + len(hit["diffuse"])
    _tally_items(found, doc, units, gold, report.action_items)
    return found


def _overlapping(units: Sequence[Record], start: int, end: int) -> Iterator[Record]:
    for unit in units:
        shared = min(end, unit["end"]) - max(start, unit["start"])
        if shared > 0 and 2 * shared >= min(end - start, unit["end"] - unit["start"]):
            yield unit


def _hit_units(units: Sequence[Record], findings: Iterable[Finding]) -> dict[str, set[int]]:
    hit: dict[str, set[int]] = defaultdict(set)
    for finding in findings:
        name = str(finding.subtype if finding.category == "candor" else finding.category)
        if name not in CATEGORIES:
            continue
        for unit in _overlapping(units, finding.start, finding.end):
            if name == "blame":
                hit["blame_any"].add(unit["uid"])
            if name != "blame" or finding.target != "self":
                hit[name].add(unit["uid"])
    return hit


def _tally_items(
    found: Tally,
    doc: str,
    units: Sequence[Record],
    gold: dict[int, list[Record]],
    items: Iterable[ActionItem],
) -> None:
    wanted: dict[tuple[str, int], tuple[Record, Record]] = {}
    for unit in units:
        for label in gold[unit["uid"]]:
            if label["label"] == "ACTION":
                wanted.setdefault(_item_key(unit), (label, unit))
    said: dict[tuple[str, int], tuple[ActionItem, Record]] = {}
    for item in items:
        for unit in _overlapping(units, item.start, item.end):
            said.setdefault(_item_key(unit), (item, unit))
    for key in sorted(wanted.keys() | said.keys()):
        if key in wanted and key in said:
            found.counts["action"] += Counts(tp=1)
            label, unit = wanted[key]
            right = _fields(label, said[key][0])
            found.fields.update(name for name, is_right in right.items() if is_right)
            found.fields["all"] += all(right.values())
            for name, is_right in right.items():
                if not is_right:
                    found.errors.append(("action", f"wrong {name}", doc, unit["uid"], unit["text"]))
        elif key in wanted:
            found.counts["action"] += Counts(fn=1)
            found.errors.append(("action", "missed", doc, wanted[key][1]["uid"], wanted[key][1]["text"]))
        else:
            found.counts["action"] += Counts(fp=1)
            found.errors.append(("action", "false alarm", doc, said[key][1]["uid"], said[key][1]["text"]))


def _item_key(unit: Record) -> tuple[str, int]:
    # A list item or table row is one item; elsewhere a sentence is.
    if unit["kind"] in ("item", "row"):
        return ("block", unit["block"])
    return ("unit", unit["uid"])


def _fields(label: Record, item: ActionItem) -> dict[str, bool]:
    one = ("named", "role")
    return {
        "owner": (label.get("owner") in one) == (item.owner_kind in one),
        "deliverable": label.get("deliverable") == item.deliverable,
        "date": (label.get("due") == "date") == (item.due_kind == "date"),
        "status": label.get("status", "open") == item.status,
    }


def _correlation(
    corpus: Corpus, reports: dict[str, Report], score: str, names: Sequence[str]
) -> float | None:
    pairs = [
        (getattr(reports[doc].scores, score), float(corpus.ratings[doc][score]))
        for doc in names
        if doc in corpus.ratings and reports[doc].scores is not None
    ]
    return spearman([a for a, _ in pairs], [b for _, b in pairs])


def _coverage(corpus: Corpus, reports: dict[str, Report], score: str, names: Sequence[str]) -> float | None:
    """Share of the documents whose readers' rating, in points, lies in the score's interval."""
    inside = []
    for doc in names:
        told = reports[doc].scores
        if doc in corpus.ratings and told is not None and told.intervals:
            low, high = told.intervals[score]
            inside.append(low <= points_of(float(corpus.ratings[doc][score])) <= high)
    return sum(inside) / len(inside) if inside else None


def _intervals(
    corpus: Corpus, tallies: dict[str, Tally], reports: dict[str, Report], names: Sequence[str]
) -> dict[str, list[float]]:
    """95 % intervals by drawing documents anew."""
    rng = random.Random(0)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(RESAMPLES):
        chosen = rng.choices(names, k=len(names))
        for name in (*CATEGORIES, "action"):
            total = sum((tallies[doc].counts[name] for doc in chosen), Counts())
            drawn[name].append(total.f1)
        for score in SCORES:
            value = _correlation(corpus, reports, score, chosen)
            if value is not None:
                drawn[f"spearman_{score}"].append(value)
    return {name: percentile_interval(values) for name, values in drawn.items()}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
