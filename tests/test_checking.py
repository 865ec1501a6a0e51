"""The engine: triage, batches, broken rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from spacy.tokens import Span

from pmlint import checking
from pmlint.checking import check_document, check_documents
from pmlint.config.settings import Settings
from pmlint.document import parse, read
from pmlint.language import pipeline
from pmlint.language.place import Place
from pmlint.rules.base import Hit, Rule
from pmlint.rules.registry import cards, rules
from tests.texts import CLEAN, EXAMPLES, MIXED


def _all_texts() -> list[tuple[str, str]]:
    """Every document of the project: the drafts, the shared texts and every example of every card."""
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.md"))]
    texts += [("mixed", MIXED), ("clean", CLEAN)]
    texts += [(f"{card.code}:{e.line}", e.text) for card in cards() for e in card.examples]
    return texts


def test_triage_changes_no_finding() -> None:
    """Parsing every sentence and asking every rule finds nothing that triage missed, in any document."""
    settings = Settings(min_confidence=0.0)
    documents = [parse(text) for _, text in _all_texts()]
    with_triage = list(check_documents(documents, settings))
    without = list(check_documents(documents, settings, triage=False))

    for (name, _), quick, slow in zip(_all_texts(), with_triage, without, strict=True):
        assert quick.failures == slow.failures == (), name
        assert quick.findings == slow.findings, name


def test_triage_saves_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the example drafts fewer than two sentences in three are parsed."""
    parsed: list[str] = []
    real = pipeline.parse
    monkeypatch.setattr(
        pipeline, "parse", lambda texts, name: real(parsed.extend(texts := list(texts)) or texts, name)
    )
    documents = [read(path) for path in sorted(EXAMPLES.glob("*.md"))]
    list(check_documents(documents, Settings()))

    assert 0 < len(parsed) < 0.67 * sum(len(d.sentences) for d in documents)


def test_a_sentence_that_its_words_decide_is_not_parsed() -> None:
    """A plan is no cause, whatever its grammar: the trigger fires, and the rule asks for no parse."""
    text = "We will close the communication gaps between the teams by 3 May 2026."
    assert any(rule.trigger and rule.trigger.search(text) for rule in rules() if rule.card.kind == "grammar")

    def parser(places: Sequence[Place], name: str) -> Iterator[Span]:
        raise AssertionError(places)

    assert next(check_documents([parse(text)], Settings(), parser=parser)).failures == ()


def test_documents_checked_together_equal_documents_checked_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches across documents change nothing, whatever their size."""
    documents = [read(path) for path in sorted(EXAMPLES.glob("*.md"))] + [
        parse(MIXED),
        parse(""),
        parse(CLEAN),
    ]
    alone = [check_document(document, Settings()) for document in documents]
    for size in (1, 7, 10_000):
        monkeypatch.setattr(checking, "BATCH_SENTENCES", size)

        assert list(check_documents(documents, Settings())) == alone


def test_a_broken_rule_costs_only_its_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other rules' findings stay, and the report says which rule broke."""

    def broken(place: object) -> list[Hit]:
        raise ZeroDivisionError("by zero")

    first = rules()[0]
    monkeypatch.setattr(checking, "rules", lambda: (Rule(first.card, broken, re.compile("")), *rules()[1:]))
    report = check_document(parse(MIXED), Settings())

    assert report.failures == (f"rule {first.card.code} broke: ZeroDivisionError: by zero",)
    assert "PM102" in {f.rule for f in report.findings}


def test_a_clean_draft_never_loads_spacy(tmp_path: Path) -> None:
    """Where no trigger fires, the parser is not even imported."""
    import subprocess
    import sys

    program = (
        "import sys, pmlint; from tests.texts import CLEAN; assert not pmlint.check(CLEAN).problems;"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=EXAMPLES.parent, check=False).returncode == 0
