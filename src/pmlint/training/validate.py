"""What is wrong with a corpus, one line a fault: schema, ids, offsets, splits, copies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pmlint.document import read
from pmlint.errors import CorpusError
from pmlint.records import Deliverable, DueKind, OwnerKind, Status
from pmlint.scoring.labels import BLAME_SUBTYPES, DIFFUSE_SUBTYPES, TARGETS
from pmlint.training.corpus import SCORES, Record, read_corpus, read_jsonl
from pmlint.training.splits import FILE, read_splits

SUBTYPES = {"BLAME": BLAME_SUBTYPES, "DIFFUSE": DIFFUSE_SUBTYPES}
FIELDS = {
    "owner": get_args(OwnerKind),
    "deliverable": get_args(Deliverable),
    "due": get_args(DueKind),
    "status": get_args(Status),
}
PLAIN = {"OWN", "UNHEARD", "DEFENSIVE"}
TELLINGS = {"blame": "BLAME", "fog": "DIFFUSE", "blameless": None, "owned": "ACTION"}
TIMELINES = {"none", "partial", "full"}
SEPARATED = {"yes", "no", "na"}

SHINGLE = 5
ALIKE = 0.5
"""Texts whose runs of five words overlap by this part (Jaccard) are near-duplicates (Broder, 1997)."""

COPIED = 8
"""Words in a row that may not also stand in a reference folder."""

_WORD = re.compile(r"[a-z0-9']+")
_SHORT = 12


@dataclass(frozen=True)
class Text:
    """A text of a corpus, for looking for copies."""

    name: str
    words: tuple[str, ...]


def validate(folder: str | Path, reference: str | Path | None = None) -> list[str]:
    """Every fault of a corpus of documents or of contrasts; an empty list is a sound corpus.

    Args:
        folder: A corpus: either ``units.jsonl`` with documents, or ``sets.jsonl`` and ``singles.jsonl``.
        reference: A folder of documents from which nothing may be copied.

    Raises:
        CorpusError: The folder is no corpus, or a file cannot be read at all.
    """
    root = Path(folder)
    if (root / "units.jsonl").is_file():
        faults, texts = _documents(root)
    elif (root / "sets.jsonl").is_file():
        faults, texts = _contrasts(root)
    else:
        raise CorpusError("is no corpus", where=str(root), mend="it needs units.jsonl or sets.jsonl")
    faults += _near_duplicates(texts)
    if reference is not None:
        faults += _copies(texts, Path(reference))
    return faults


def label_fault(label: Record) -> str | None:
    """What is wrong with a label, or ``None``."""
    kind = label.get("label")
    if kind in SUBTYPES:
        if label.get("subtype") not in SUBTYPES[kind]:
            return f"{kind} has subtype {label.get('subtype')!r}"
        if kind == "BLAME" and label.get("target") not in TARGETS:
            return f"BLAME has target {label.get('target')!r}"
        return None
    if kind == "ACTION":
        wrong = [name for name, known in FIELDS.items() if label.get(name) not in known]
        return f"ACTION has {wrong[0]} {label.get(wrong[0])!r}" if wrong else None
    return None if kind in PLAIN else f"unknown label {kind!r}"


def _documents(root: Path) -> tuple[list[str], list[Text]]:
    corpus = read_corpus(root)
    faults = [f"{path}: has no units" for doc, path in corpus.paths.items() if doc not in corpus.units]
    texts = []
    for doc, units in corpus.units.items():
        source = read(corpus.paths[doc]).source
        texts.append(Text(doc, tuple(_WORD.findall(source.lower()))))
        seen: set[int] = set()
        for unit in units:
            where = f"{root / 'units.jsonl'}: {doc} unit {unit['uid']}"
            if unit["uid"] in seen:
                faults.append(f"{where}: the uid stands twice")
            seen.add(unit["uid"])
            said = " ".join(source[unit["start"] : unit["end"]].split())
            if said != " ".join(unit["text"].split()):
                faults.append(f"{where}: its offsets give {said[:40]!r}, not its text")
    faults += _record_faults(root / "ratings.jsonl", corpus.units)
    if corpus.sources:
        faults += _record_faults(root / "sources.jsonl", corpus.units)
    known = {(doc, unit["uid"]) for doc, units in corpus.units.items() for unit in units}
    for key, labels in corpus.labels.items():
        where = f"{root / 'labels.jsonl'}: {key[0]} unit {key[1]}"
        if key not in known:
            faults.append(f"{where}: there is no such unit")
        faults += [f"{where}: {fault}" for label in labels if (fault := label_fault(label))]
    for doc, rating in corpus.ratings.items():
        faults += [f"{root / 'ratings.jsonl'}: {doc}: {fault}" for fault in _rating_faults(rating)]
    return faults + _split_faults(root, {doc: corpus.writer(doc) for doc in corpus.units}), texts


def _record_faults(path: Path, documents: Collection[str]) -> Iterator[str]:
    """A line for each document that has no record in a file or several, and for records of no document."""
    records = read_jsonl(path) if path.is_file() else []
    found = Counter(str(record["doc"]) for record in records if "doc" in record)
    yield from (f"{path}: {doc} has no {path.stem}" for doc in documents if doc not in found)
    yield from (f"{path}: {doc} stands {count} times" for doc, count in found.items() if count > 1)
    yield from (f"{path}: there is no document {doc} with units" for doc in found if doc not in documents)


def _rating_faults(rating: Record) -> Iterator[str]:
    for score in SCORES:
        value = rating.get(score)
        if not isinstance(value, int | float) or not 1 <= value <= 5:
            yield f"{score} is {value!r}, not 1 to 5"
    for name, known in (("timeline", TIMELINES), ("separated", SEPARATED)):
        values = rating.get(name)
        for value in values if isinstance(values, list) else [values]:
            if value not in known:
                yield f"{name} is {value!r}"


def _contrasts(root: Path) -> tuple[list[str], list[Text]]:
    faults: list[str] = []
    texts: list[Text] = []
    ids: set[str] = set()
    writers: dict[str, str] = {}
    for name in ("sets.jsonl", "singles.jsonl"):
        for number, record in enumerate(read_jsonl(root / name), 1):
            where = f"{root / name}:{number}"
            identity = str(record.get("id"))
            if identity in ids:
                faults.append(f"{where}: the id {identity} stands twice")
            ids.add(identity)
            writers[identity] = str(record.get("writer"))
            units = list(_units_of(record, where, faults))
            said = [str(unit.get("text", "")) for unit in units]
            faults += [f"{where}: a sentence has no text" for text in said if not text.strip()]
            faults += [
                f"{where}: {fault}"
                for unit in units
                for label in unit.get("labels", ())
                if (fault := label_fault(label))
            ]
            texts.append(Text(identity, tuple(_WORD.findall(" ".join(said).lower()))))
    return faults + _split_faults(root, writers), texts


def _units_of(record: Record, where: str, faults: list[str]) -> Iterator[Record]:
    if "tellings" not in record:
        if "kind" not in record:
            faults.append(f"{where}: a single sentence needs a kind")
        yield record
        return
    if set(record["tellings"]) != set(TELLINGS):
        faults.append(f"{where}: has the tellings {sorted(record['tellings'])}")
    for telling, units in record["tellings"].items():
        carried = {label.get("label") for unit in units for label in unit.get("labels", ())}
        wanted = TELLINGS.get(telling)
        if wanted and wanted not in carried:
            faults.append(f"{where}: the telling in {telling} carries no {wanted}")
        if telling == "blameless" and carried & {"BLAME", "DIFFUSE"}:
            faults.append(f"{where}: the blameless telling is labelled {sorted(carried)}")
        yield from units


def _split_faults(root: Path, writers: Mapping[str, str]) -> list[str]:
    if not (root / FILE).is_file():
        return []
    splits = read_splits(root)
    lost = sorted(set(writers.values()) - set(splits))
    return [f"{root / FILE}: {writer} is in no split" for writer in lost]


def _near_duplicates(texts: Iterable[Text]) -> list[str]:
    """Pairs of texts that share much of what they say."""
    runs = {t.name: _runs(t.words, SHINGLE) for t in texts if len(t.words) >= _SHORT}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, found in runs.items():
        for run in found:
            holders[run].append(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for i, a in enumerate(names):
            for b in names[i + 1 :]:
                shared[a, b] += 1
    return [
        f"{a} and {b} share {count} runs of {SHINGLE} words: near-duplicates"
        for (a, b), count in sorted(shared.items())
        if count >= ALIKE * (len(runs[a]) + len(runs[b]) - count)
    ]


def _copies(texts: Iterable[Text], reference: Path) -> list[str]:
    known: set[tuple[str, ...]] = set()
    for path in sorted(p for p in reference.rglob("*") if p.is_file()):
        words = _WORD.findall(path.read_text(encoding="utf-8", errors="replace").lower())
        known |= _runs(tuple(words), COPIED)
    return [
        f"{text.name}: shares {COPIED} words in a row with {reference}: '{' '.join(run)}'"
        for text in texts
        for run in sorted(_runs(text.words, COPIED) & known)
    ]


def _runs(words: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    return {words[i : i + size] for i in range(len(words) - size + 1)}
