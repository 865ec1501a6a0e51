"""pmlint as a component of a spaCy pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy import displacy

from pmlint import ConfigError, check
from pmlint.language.pipeline import DEFAULT
from tests.texts import MIXED

TEXT = "The foreman forgot to sign the tag. Ines called the inspector. Root cause: human error."


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    nlp = spacy.load(DEFAULT)
    nlp.add_pipe("pmlint")
    return nlp


def test_findings_are_spans_labelled_with_their_rule(nlp: spacy.Language) -> None:
    """``doc.spans["pmlint"]`` holds a span for each finding."""
    doc = nlp(TEXT)

    assert [(s.label_, s.text) for s in doc.spans["pmlint"]] == [
        ("PM101", "The foreman forgot"),
        ("PM102", "human error"),
    ]


def test_the_report_is_on_the_doc(nlp: spacy.Language) -> None:
    """``doc._.pmlint`` is the report of the library on the same text."""
    doc = nlp(TEXT)

    assert [(f.rule, f.start, f.end) for f in doc._.pmlint.findings] == [
        (f.rule, f.start, f.end) for f in check(TEXT, format="text").findings
    ]


def test_displacy_draws_the_findings(nlp: spacy.Language) -> None:
    """displaCy's span style takes the key as it is."""
    html = displacy.render(nlp(TEXT), style="span", options={"spans_key": "pmlint"}, page=True, jupyter=False)

    assert "PM101" in html


def test_the_pipeline_streams(nlp: spacy.Language) -> None:
    """``nlp.pipe`` gives each document its own report."""
    docs = list(nlp.pipe([TEXT, "Nothing to see.", ""]))

    assert [len(doc.spans["pmlint"]) for doc in docs] == [2, 0, 0]


def test_markdown_and_settings_are_options_of_the_component() -> None:
    """The factory's config sets the format and any setting of the reference."""
    nlp = spacy.load(DEFAULT)
    nlp.add_pipe("pmlint", config={"format": "markdown", "settings": {"select": ["PM1"]}})
    doc = nlp(MIXED)

    assert {f.rule for f in doc._.pmlint.findings} == {"PM101", "PM102"}
    assert all(MIXED[s.start_char : s.end_char] == s.text for s in doc.spans["pmlint"])


def test_a_pipeline_without_a_parser_borrows_one() -> None:
    """A blank pipeline works too: the sentences are parsed by the pipeline of the settings."""
    nlp = spacy.blank("en")
    nlp.add_pipe("pmlint")

    doc = nlp(TEXT)

    assert [s.label_ for s in doc.spans["pmlint"]] == ["PM101", "PM102"]


def test_an_unknown_setting_is_refused() -> None:
    """A misspelt setting names the nearest one."""
    with pytest.raises(ConfigError, match="select"):
        spacy.blank("en").add_pipe("pmlint", config={"settings": {"selct": ["PM1"]}})
