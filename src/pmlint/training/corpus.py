"""A labelled corpus as it lies on disk: documents, units, labels, ratings, sources.

The format is that of the gold folder that ``pmlint evaluate`` reads: ``units.jsonl`` (doc, uid, start, end,
kind, section, text), ``labels.jsonl`` (doc, uid, labels), ``ratings.jsonl`` (doc, blameless, accountable,
candid) and a folder of documents; ``sources.jsonl`` (doc, writer, field, shape) is optional.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pmlint.errors import CorpusError

Record = dict[str, Any]
SCORES = ("blameless", "accountable", "candid")


@dataclass(frozen=True)
class Corpus:
    """Labelled documents.

    Attributes:
        root: Their folder.
        paths: Each document's file, by its id (the file's stem).
        units: Each document's units in order.
        labels: Labels of a unit, by document and uid; units without labels have no entry.
        ratings: Each document's ratings, 1 to 5.
        sources: What is known of each document (writer, field, shape …); may be empty.
    """

    root: Path
    paths: dict[str, Path]
    units: dict[str, list[Record]]
    labels: dict[tuple[str, int], list[Record]]
    ratings: dict[str, Record]
    sources: dict[str, Record]

    def writer(self, doc: str) -> str:
        """Who wrote a document, or the document itself where nobody is recorded."""
        return str(self.sources.get(doc, {}).get("writer", doc))

    def by_writers(self, writers: Iterable[str]) -> Corpus:
        """The corpus with the labelled documents of these writers alone."""
        wanted = set(writers)
        chosen = {d: p for d, p in self.paths.items() if d in self.units and self.writer(d) in wanted}
        return replace(self, paths=chosen)


def read_jsonl(path: Path) -> list[Record]:
    """The records of a JSON-lines file.

    Raises:
        CorpusError: The file is missing, or a line is no JSON object.
    """
    records = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"cannot be read: {error}", where=str(path)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise CorpusError(f"no JSON: {error}", where=f"{path}:{number}") from error
        if not isinstance(record, dict):
            raise CorpusError("not a JSON object", where=f"{path}:{number}", mend="one object a line")
        records.append(record)
    return records


def read_corpus(root: str | Path) -> Corpus:
    """The labelled documents of a folder.

    Args:
        root: A folder in the format above.

    Raises:
        CorpusError: A file is missing, or a unit belongs to no document.
    """
    folder = Path(root)
    if not folder.is_dir():
        raise CorpusError("there is no such folder", where=str(folder))
    texts = next((folder / name for name in ("documents", "docs") if (folder / name).is_dir()), None)
    if texts is None:
        raise CorpusError("has no folder of documents", where=str(folder), mend="name it documents/ or docs/")
    paths = {path.stem: path for path in sorted(texts.iterdir()) if path.is_file()}
    units: dict[str, list[Record]] = defaultdict(list)
    for unit in read_jsonl(folder / "units.jsonl"):
        units[_known(unit, "doc", paths, folder / "units.jsonl")].append(unit)
    labels = {(r["doc"], r["uid"]): r["labels"] for r in read_jsonl(folder / "labels.jsonl")}
    ratings = {r["doc"]: r for r in _optional(folder / "ratings.jsonl")}
    sources = {r["doc"]: r for r in _optional(folder / "sources.jsonl") if "doc" in r}
    return Corpus(folder, paths, dict(units), labels, ratings, sources)


def _optional(path: Path) -> list[Record]:
    return read_jsonl(path) if path.is_file() else []


def _known(record: Record, key: str, known: dict[str, Path], where: Path) -> str:
    name = str(record.get(key))
    if name not in known:
        raise CorpusError(f"no document '{name}'", where=str(where))
    return name
