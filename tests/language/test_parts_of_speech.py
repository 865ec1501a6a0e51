"""The table of parts of speech agrees with the pipeline's attribute ruler."""

from __future__ import annotations

from pathlib import Path

import spacy

from pmlint.language.parts_of_speech import PartsOfSpeech, take_over
from pmlint.language.pipeline import DEFAULT, parse

ROOT = Path(__file__).parents[2]
ODD = "There's no way that it'd been - you know - \n\n done; do they have to? That's what I'd not had, once."


def test_the_table_agrees_with_the_ruler() -> None:
    files = [*(ROOT / "examples").glob("*.md"), ROOT / "README.md"]
    texts = [ODD, *(line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line)]
    whole = spacy.load(DEFAULT, exclude=["ner", "lemmatizer", "senter"])
    for theirs, ours in zip(whole.pipe(texts), parse(texts), strict=True):
        assert [token.pos_ for token in ours] == [token.pos_ for token in theirs], ours.text


def test_a_pattern_that_the_table_cannot_read_stays_with_the_ruler_and_so_do_those_after_it() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "dog"}]], {"POS": "NOUN"})
    ruler.add([[{"LOWER": "dogs"}]], {"POS": "NOUN"})
    ruler.add([[{"LOWER": {"REGEX": "^dog"}}]], {"POS": "PROPN"})
    ruler.add([[{"LOWER": {"NOT_IN": ["dog", "dogged", "cat"]}}]], {"POS": "X"})
    parts_of_speech = take_over(nlp)
    assert len(ruler.patterns) == 2
    assert [token.pos_ for token in parts_of_speech(nlp("dog dogged cat ran"))] == ["PROPN", "PROPN", "", "X"]


def test_the_last_pattern_that_fits_wins() -> None:
    table = PartsOfSpeech([({"LOWER": "run"}, "NOUN"), ({"LOWER": {"IN": ["run", "ran"]}}, "VERB")])
    assert [token.pos_ for token in table(spacy.blank("en")("run ran runs"))] == ["VERB", "VERB", ""]
