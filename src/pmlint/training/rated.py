"""The evidence of rated documents, for fitting and measuring the document model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pmlint import commitments
from pmlint.checking import check_documents
from pmlint.document import Document, read
from pmlint.language.place import places
from pmlint.language.shape import shape
from pmlint.rules.findings import without_overlaps
from pmlint.scoring.document import SCORES
from pmlint.scoring.evidence import Evidence, evidence
from pmlint.scoring.labels import hits_within
from pmlint.scoring.numbers import Floats
from pmlint.scoring.sample import Sample, sample_of
from pmlint.training.corpus import Corpus
from pmlint.training.examples import RULES_ALONE
from pmlint.training.fit_document import Rated, points_of

Judge = Callable[[Sequence[Sample], Sequence[Sequence[float]]], Floats]
"""Gives the probabilities of sentences from the sentences and what the rules say of them."""


def evidence_of(documents: Sequence[Document], judge: Judge) -> list[Evidence]:
    """The evidence that each document gives.

    Args:
        documents: The documents.
        judge: Gives the probabilities of sentences.
    """
    found = []
    for document, report in zip(documents, check_documents(documents, RULES_ALONE)):
        stands = places(document)
        ranges = [document.source_range(p.sentence, 0, len(p.text)) for p in stands]
        hits = [hits_within(report.findings, *bounds) for bounds in ranges]
        samples = [sample_of(place) for place in stands]
        items = commitments.extract(document)
        found.append(
            evidence(
                judge(samples, hits),
                hits,
                samples,
                without_overlaps(report.findings),
                items,
                shape(document),
                document.words,
            )
        )
    return found


def rated_documents(corpus: Corpus, names: Iterable[str], judge: Judge) -> list[Rated]:
    """The rated documents of a corpus with their evidence.

    Args:
        corpus: The documents.
        names: Which of them.
        judge: Gives the probabilities of sentences.
    """
    chosen = [name for name in names if name in corpus.ratings]
    documents = [read(corpus.paths[name]) for name in chosen]
    return [
        Rated(
            found.values(),
            found.formula(),
            tuple(points_of(float(corpus.ratings[name][score])) for score in SCORES),  # type: ignore[arg-type]
            corpus.writer(name),
        )
        for name, found in zip(chosen, evidence_of(documents, judge))
    ]
