"""Language and readability of a document's prose."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pmlint.batch.prose import READABILITY, language_of, measure, readability
from pmlint.document import parse
from pmlint.errors import PmlintError
from tests.texts import CLEAN

SENTENCES = {
    "en": "The server went down this morning because the disk was full and nobody had got a warning.",
    "de": "Der Server ist am Morgen ausgefallen, weil die Platte voll war und niemand eine Warnung bekam.",
    "fr": "Le serveur est tombé en panne ce matin parce que le disque était plein et que personne n'a su.",
    "es": "El servidor falló por la mañana porque el disco estaba lleno y nadie había recibido una alerta.",
    "nl": "De server viel vanochtend uit omdat de schijf vol was en niemand een waarschuwing had gekregen.",
    "sv": "Servern gick ner på morgonen eftersom disken var full och ingen hade fått en varning om det.",
    "pl": "Serwer przestał działać rano, ponieważ dysk był pełny i nikt nie otrzymał o tym ostrzeżenia.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_the_language_is_told_by_its_commonest_words(code: str) -> None:
    assert language_of(SENTENCES[code]) == code


@pytest.mark.parametrize("text", ["", "Disk full.", "1 2 3 " * 20, "qwx zzt bnm " * 20])
def test_too_few_or_unknown_words_tell_no_language(text: str) -> None:
    assert language_of(text) is None


def test_telling_the_language_loads_no_language() -> None:
    """Importing them costs every worker process seconds."""
    asks = f"import sys; from pmlint.batch.prose import language_of; print(language_of({SENTENCES['fr']!r}))"
    code = f"{asks}; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "fr\nFalse\n"


def test_a_document_is_measured_on_its_own_sentences() -> None:
    quoted = "> Because of extraordinarily incomprehensible circumlocutions.\n\n"
    found = measure(parse(CLEAN + "\n" + quoted))
    assert found == measure(parse(CLEAN))
    assert found["title"] == "Cold store stopped for two hours"
    assert found["language"] == "en"
    assert set(READABILITY) < set(found)


def test_full_stops_inside_a_sentence_end_none() -> None:
    plain = readability(["We moved to version three at half past four, that is late"])
    dotted = readability(["We moved to version three at half past four, that is late..."])
    assert dotted == plain
    one, two = readability(["We saw 3.5 of them, e.g. here."]), readability(["We saw 35 of them, eg here."])
    assert one == two


def test_harder_prose_is_harder_to_read() -> None:
    easy = readability(["The cat sat on the mat.", "The dog ran off."])
    hard = readability(["Organisational misalignment necessitated comprehensive reconciliation activities."])
    assert easy["flesch_reading_ease"] > hard["flesch_reading_ease"]  # type: ignore[operator]
    assert easy["gunning_fog"] < hard["gunning_fog"]  # type: ignore[operator]


@pytest.mark.parametrize("sentences", [[], ["…"], ["12:30 –"]])
def test_no_words_have_no_readability(sentences: list[str]) -> None:
    assert readability(sentences) == dict.fromkeys(READABILITY)


def test_the_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    with pytest.raises(PmlintError, match=r"needs 'textstat'.*pip install 'pmlint\[frames\]'"):
        readability(["A text."])
