"""The way of a document from blocks to a report; everything the commands and the library share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from pmlint import commitments
from pmlint.config.settings import Settings
from pmlint.document.model import Document
from pmlint.judging import Judged, judge, revised
from pmlint.language import pipeline
from pmlint.language.phrases import is_found
from pmlint.language.place import Place, places
from pmlint.language.shape import Shape, shape
from pmlint.language.telling import telling
from pmlint.language.vocabulary import Vocabulary, vocabulary
from pmlint.records import ActionItem, Finding, Report, Scores
from pmlint.rules.base import Draft, Hit, Rule
from pmlint.rules.findings import finding_at, finding_in, is_shown, without_overlaps, without_suppressed
from pmlint.rules.house_words import house_rules
from pmlint.rules.registry import cards, rules
from pmlint.scoring import formula
from pmlint.scoring.evidence import evidence
from pmlint.scoring.labels import JUDGED
from pmlint.scoring.model import RULES_ALONE, Model, load_model

if TYPE_CHECKING:
    from spacy.tokens import Span

Parser = Callable[[Sequence[Place], str], "Iterable[Span]"]

_WORD = re.compile(r"[^\W\d_]{2}")

BATCH_SENTENCES = 400
"""Sentences parsed in one go: large enough to keep the parser busy, small enough to stay in cache."""


class _Asked(NamedTuple):
    """A rule and a sentence in which its trigger is found; ``hits`` where the words alone decide."""

    rule: Rule
    place: Place
    hits: list[Hit] | None = None


@dataclass
class _Work:
    """A document on its way: which rules asked for which sentences."""

    document: Document
    rules: list[Rule]
    places: tuple[Place, ...]
    asked: list[_Asked] = field(default_factory=list)
    items: tuple[ActionItem, ...] = ()
    found: list[Finding] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def check_document(document: Document, settings: Settings) -> Report:
    """What pmlint says about one document.

    Args:
        document: The document.
        settings: The settings in force.

    Raises:
        PipelineError: The spaCy pipeline of the settings is missing or unfit.
    """
    return next(check_documents([document], settings))


def check_documents(
    documents: Iterable[Document], settings: Settings, *, triage: bool = True, parser: Parser | None = None
) -> Iterator[Report]:
    """The report of each document, in order; sentences of several documents share the parser's batches.

    Args:
        documents: The documents; read as they are needed.
        settings: The settings in force.
        triage: Whether a rule sees only the sentences in which its trigger is found; ``False`` parses every
            sentence and asks every rule about it (slow, and equal in its results).
        parser: Gives the parse of each place asked for, in order; ``None`` is the pipeline of the settings.

    Raises:
        PipelineError: The spaCy pipeline of the settings is missing or unfit.
    """
    waiting: list[_Work] = []
    for document in documents:
        waiting.append(_triage(document, settings, triage))
        if sum(len(work.asked) for work in waiting) >= BATCH_SENTENCES:
            yield from _finish(waiting, settings, parser or _parse)
            waiting = []
    yield from _finish(waiting, settings, parser or _parse)


def _triage(document: Document, settings: Settings, triage: bool) -> _Work:
    """Only these sentences can carry a finding: each rule's trigger is found in them."""
    if settings.date is not None:
        document = replace(document, date=settings.date)
    candidates = (*rules(), *house_rules(settings.lexicons))
    enabled = {c.code: settings.enabled(c.code, c.name, *c.aliases, path=document.path) for c in cards()}
    work = _Work(document, [r for r in candidates if enabled[r.card.code]], _places(document, settings))
    # Cells such as "04:12" or "–" hold no word for any rule.
    spoken = [place for place in work.places if not triage or _WORD.search(place.text)]
    for rule in work.rules:
        if rule.trigger is not None:
            asked = (p for p in spoken if not triage or is_found(rule.trigger, p.text))
            work.asked += [_Asked(rule, p, _by_words(rule, p) if triage else None) for p in asked]
    return work


def _by_words(rule: Rule, place: Place) -> list[Hit] | None:
    """What a rule finds in a sentence before it is parsed; ``None`` where it asks for the parse."""
    try:
        return list(rule.find(place))
    except Exception:  # a rule that is broken breaks again where the others' findings are gathered
        return None


def _places(document: Document, settings: Settings) -> tuple[Place, ...]:
    words: Vocabulary = vocabulary(settings.lexicons)
    found = places(document)
    for place in found:
        place.vocabulary = words
    return found


def _finish(waiting: list[_Work], settings: Settings, parser: Parser) -> Iterator[Report]:
    wanted: dict[int, Place] = {}
    for work in waiting:
        undecided = (a for a in work.asked if a.hits is None and a.rule.card.kind == "grammar")
        wanted.update((id(asked.place), asked.place) for asked in undecided)
    todo = list(wanted.values())
    if todo:
        for place, span in zip(todo, parser(todo, settings.pipeline), strict=True):
            place.parsed = span
    for work in waiting:
        _find(work, settings)
    judged: list[Judged | None] = [None] * len(waiting)
    model = None if settings.model == RULES_ALONE or not waiting else load_model(settings.model)
    if model is not None:
        judged = list(judge([(work.places, work.found) for work in waiting], model))
    for work, seen in zip(waiting, judged):
        yield _report(work, settings, model, seen)


def _parse(places: Sequence[Place], name: str) -> Iterator[Span]:
    return (doc[:] for doc in pipeline.parse([place.text for place in places], name))


def _find(work: _Work, settings: Settings) -> None:
    """Everything that a model has a say in is found: what sentences carry, and what their meaning is."""
    work.items = commitments.extract(work.document, vocabulary=settings.lexicons)
    for rule, place, hits in work.asked:
        found = _run(work, rule, place) if hits is None else hits
        work.found += [finding_at(rule.card, hit, place) for hit in found]
    draft = Draft(work.document, work.places, work.items, settings, tuple(work.found))
    for rule in work.rules:
        if rule.card.kind == "document" and rule.card.category in JUDGED:
            work.found += [finding_in(rule.card, hit, work.document) for hit in _run(work, rule, draft)]


def _report(work: _Work, settings: Settings, model: Model | None, judged: Judged | None) -> Report:
    document, items = work.document, work.items
    found = work.found
    if model is not None and judged is not None:
        found = revised(found, judged, model, work.rules, settings.min_confidence)
    draft = Draft(document, work.places, items, settings, tuple(found))
    for rule in work.rules:
        if rule.card.kind == "item":
            found += [
                finding_in(rule.card, hit, document)
                for item in items
                for hit in _run(work, rule, item, draft)
            ]
    for rule in work.rules:
        if rule.card.kind == "document" and rule.card.category not in JUDGED:
            draft = replace(draft, findings=tuple(found))
            found += [finding_in(rule.card, hit, document) for hit in _run(work, rule, draft)]
    kept = without_overlaps(without_suppressed(found, document))
    kept = [f for f in kept if is_shown(f, settings)]
    kept.sort(key=lambda f: (f.start, f.end, f.rule))
    form: Shape = shape(document)
    # A model has its own view of the sentences; the formula beside it keeps to what the rules found.
    counted = kept if model is None else without_overlaps(without_suppressed(work.found, document))
    return Report(
        path=document.path,
        findings=tuple(kept),
        action_items=items,
        scores=_scores(counted, items, form, document.words, model, judged) if document.words else None,
        words=document.words,
        date=document.date,
        facts=form.facts(),
        notices=document.notices,
        failures=tuple(work.failures),
        sentences=telling(work.places, form, [f.start for f in kept]),
    )


def _scores(
    findings: Sequence[Finding],
    items: Sequence[ActionItem],
    form: Shape,
    words: int,
    model: Model | None,
    judged: Judged | None,
) -> Scores:
    if model is None or judged is None:
        return formula.score(findings, items, form, words)
    found = evidence(judged.probabilities, judged.hits, judged.samples, findings, items, form, words)
    return model.document.score(found, judged.ranges)


def _run(work: _Work, rule: Rule, *args: object) -> list[Hit]:
    try:
        return list(rule.find(*args))
    except Exception as error:  # one broken rule must not cost the user the other rules' findings
        line = f"rule {rule.card.code} broke: {type(error).__name__}: {error}"
        if line not in work.failures:
            work.failures.append(line)
        return []
