"""What is measured on a document's prose, whatever the rules say: title, language and readability."""

from __future__ import annotations

import importlib.util
import re
import runpy
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from pmlint.batch.extras import need
from pmlint.document import Document

READABILITY = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
)
"""The functions of textstat that are asked, in the order of the columns."""

LANGUAGES = ("en", "cs", "da", "de", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv", "tr")
"""The languages told apart; English first, which wins a tie."""

_ENDS = re.compile(r"[.!?]+")
_WORD = re.compile(r"[^\W\d_]+")
_WORDS_ASKED = 2000
_FEWEST_WORDS = 12
_LEAST_SHARE = 0.15


def measure(document: Document) -> dict[str, Any]:
    """The title, the language and the readability of a document, as plain data.

    Args:
        document: The document.

    Raises:
        PmlintError: textstat is not installed.
    """
    sentences = _sentences(document)
    return {
        "title": " ".join(document.title.split())[:300] if document.title else None,
        "language": language_of(" ".join(sentences)),
        **readability(sentences),
    }


def readability(sentences: list[str]) -> dict[str, float | None]:
    """The indices of ``READABILITY`` of a text in sentences; ``None`` each for a text without words.

    Args:
        sentences: Each on its own, as pmlint reads them.

    Raises:
        PmlintError: textstat is not installed.
    """
    textstat = need("textstat", "frames", "the readability of a text")
    # textstat ends a sentence at every full stop, also in "e.g." or "3.5": each is given a single one.
    text = " ".join(f"{_ENDS.sub('', sentence).strip()}." for sentence in sentences)
    if not _WORD.search(text):
        return dict.fromkeys(READABILITY)
    index: dict[str, Callable[[str], float]] = {name: getattr(textstat, name) for name in READABILITY}
    return {name: round(float(index[name](text)), 2) for name in READABILITY}


def language_of(text: str) -> str | None:
    """The code of the language whose commonest words a text is full of; ``None`` where that is not clear.

    Args:
        text: Prose.
    """
    words = [word.lower() for word in _WORD.findall(text)][:_WORDS_ASKED]
    if len(words) < _FEWEST_WORDS:
        return None
    shares = {code: sum(word in _common(code) for word in words) / len(words) for code in LANGUAGES}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _LEAST_SHARE else None


@cache
def _common(code: str) -> frozenset[str]:
    # The lists come with spaCy (their sources are named there). Each is read by itself: importing a language
    # compiles its tokenizer, which for French alone takes seconds.
    spacy = importlib.util.find_spec("spacy")
    assert spacy is not None and spacy.origin is not None  # pmlint needs it
    words = runpy.run_path(str(Path(spacy.origin).parent / "lang" / code / "stop_words.py"))["STOP_WORDS"]
    return frozenset(word for word in words if _WORD.fullmatch(word))


def _sentences(document: Document) -> list[str]:
    found = []
    for sentence in document.sentences:
        block = document.block_of(sentence)
        if block.kind in ("para", "item") and not (block.quoted or block.template):
            found.append(sentence.text)
    return found
