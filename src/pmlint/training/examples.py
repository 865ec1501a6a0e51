"""Labelled samples: sentences of documents and of contrasts, each with what the rules say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmlint.checking import check_documents
from pmlint.config.settings import Settings
from pmlint.document import parse, read
from pmlint.language.place import Place, places
from pmlint.scoring.labels import hits_within
from pmlint.scoring.sample import Sample, neutral_sample, sample_of
from pmlint.training.corpus import Corpus, Record, read_jsonl

RULES_ALONE = Settings(min_confidence=0.0, model="rules")
"""Settings under which the rules say everything that they say, however unsure."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sample with its labels.

    Attributes:
        sample: The sentence in its surroundings, as a model reads it.
        labels: Those of ``LABELS`` that it carries, and ``"action"``.
        concrete: Whether what it promises can be checked; ``None`` where it promises nothing.
        subtype: Subtype of its blame or fog, or ``""``.
        target: Who is blamed, or ``""``.
        hits: How sure the rules are of each of ``LABELS``.
        group: Document or contrast set: what is never split between training and test.
        writer: Who wrote it.
        origin: ``"document"``, ``"set"`` or ``"single"``.
        telling: Of a set ``"blame"``, ``"fog"``, ``"blameless"`` or ``"owned"``; of a single sentence its
            kind.
    """

    sample: Sample
    labels: frozenset[str]
    concrete: bool | None
    subtype: str
    target: str
    hits: tuple[float, ...]
    group: str
    writer: str
    origin: str
    telling: str = ""


def examples_of(corpus: Corpus) -> list[Example]:
    """Every sentence of a corpus of documents that pmlint would judge, labelled by the units it overlaps.

    Documents are read as pmlint reads them, so that a model is trained on the sentences it will meet.

    Args:
        corpus: The documents.

    Raises:
        ReadError: A document cannot be read.
    """
    names = [doc for doc in corpus.paths if doc in corpus.units]
    documents = [read(corpus.paths[doc]) for doc in names]
    found: list[Example] = []
    for doc, document, report in zip(names, documents, check_documents(documents, RULES_ALONE)):
        labelled = [
            (u["start"], u["end"], corpus.labels[doc, u["uid"]])
            for u in corpus.units[doc]
            if (doc, u["uid"]) in corpus.labels
        ]
        for place in _one_a_row(places(document)):
            start, end = place.document.source_range(place.sentence, 0, len(place.text))
            labels = [
                label
                for a, b, given in labelled
                if 2 * (min(b, end) - max(a, start)) >= min(b - a, end - start) > 0
                for label in given
            ]
            hits = hits_within(report.findings, start, end)
            found.append(_example(sample_of(place), labels, hits, doc, corpus.writer(doc), "document"))
    return found


def contrasts_of(folder: str | Path) -> list[Example]:
    """The sentences of a folder of contrasts: ``sets.jsonl`` and ``singles.jsonl``.

    Args:
        folder: The folder.

    Raises:
        CorpusError: A file is missing or no JSON.
    """
    sets = read_jsonl(Path(folder) / "sets.jsonl")
    singles = read_jsonl(Path(folder) / "singles.jsonl")
    passages = [(r, telling, units) for r in sets for telling, units in r["tellings"].items()]
    found = list(_of_passages(passages))
    around = [
        (r, r["kind"], [{"text": r.get("before", "")}, r, {"text": r.get("after", "")}]) for r in singles
    ]
    # Of a single sentence only itself is labelled: its neighbours are there to be looked at.
    found += (e for e in _of_passages(around, only_middle=True))
    return found


def _of_passages(
    passages: Sequence[tuple[Record, str, list[Record]]], *, only_middle: bool = False
) -> Iterator[Example]:
    texts = [[str(unit["text"]) for unit in units] for _, _, units in passages]
    documents = [parse(" ".join(filter(None, t)), format="text") for t in texts]
    reports = check_documents(documents, RULES_ALONE)
    for (record, telling, units), sentences, report in zip(passages, texts, reports):
        at = 0
        for i, (unit, text) in enumerate(zip(units, sentences)):
            start, at = at, at + len(text) + bool(text)
            if only_middle and i != 1:
                continue
            sample = Sample(
                text,
                before=sentences[i - 1] if i else "",
                after=sentences[i + 1] if i + 1 < len(sentences) else "",
            )
            yield _example(
                sample,
                unit["labels"],
                hits_within(report.findings, start, start + len(text)),
                record["id"],
                record["writer"],
                "single" if only_middle else "set",
                telling,
            )


def _one_a_row(found: Iterable[Place]) -> Iterator[Place]:
    """The places, of a table row only its longest cell: the row's labels speak of that one."""
    rows: dict[int, list[Place]] = defaultdict(list)
    for place in found:
        rows[place.sentence.block].append(place)
    for together in rows.values():
        if together[0].block.kind == "row":
            yield max(together, key=lambda p: len(p.text))
        else:
            yield from together


def _example(
    sample: Sample,
    labels: Sequence[Record],
    hits: tuple[float, ...],
    group: str,
    writer: str,
    origin: str,
    telling: str = "",
) -> Example:
    names = {
        "blame_self" if x["label"] == "BLAME" and x.get("target") == "self" else x["label"].lower()
        for x in labels
    }
    action = next((x for x in labels if x["label"] == "ACTION"), None)
    fault = next((x for x in labels if x["label"] in ("BLAME", "DIFFUSE")), {})
    return Example(
        sample=neutral_sample(sample),
        labels=frozenset(names),
        concrete=None if action is None else action.get("deliverable") == "concrete",
        subtype=str(fault.get("subtype", "")),
        target=str(fault.get("target", "")),
        hits=hits,
        group=group,
        writer=writer,
        origin=origin,
        telling=telling,
    )
