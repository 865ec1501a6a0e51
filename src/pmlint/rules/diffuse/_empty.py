"""Sentences without a single word that one could point at: "several small things came together"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.inflect import noun_forms, verb_forms
from pmlint.language.phrases import words_pattern
from pmlint.lexicons import load

_FIELDS = (*load("diffuse/fields"), *load("diffuse/goods"), *load("diffuse/views"))
_EMPTY = {
    *load("diffuse/empty_others"),
    *(word for entry in _FIELDS for word in re.split(r"[\s\-]", entry.lower())),
    *(form for noun in load("diffuse/empty_nouns") for form in noun_forms(noun)),
    *(form for verb in load("diffuse/empty_verbs") for form in verb_forms(verb)),
}
_SENTENCE = re.compile(r"^[\s*_]*(?P<empty>(?:[\w'’]+(?:,?\s+|-|\s[–—]\s)){2,24}[\w'’]+)(?:[.!]|\s*$)", re.I)

_TROUBLE = re.compile(words_pattern(load("diffuse/empty_signals")) + r"|n['’]t\b", re.I)
_PAST = re.compile(
    r"\b(?:was|were|had|did|been|\w+ed|came|fell|went|got|took|led|lay|left|lost|kept|made|grew|began|"
    r"(?:could|should|might) have)\b",
    re.I,
)
# "This was not ideal" speaks of the sentence before it; "it was felt" speaks of nothing.
_POINTS_BACK = re.compile(
    r"(?:this|that|these|those|it|they|he|she|however|without|so|which|if|no|what|things that)\b"
    r"(?!\s+(?:was|is|must|has|had|may|cannot|can)\s+(?:not\s+)?(?:\w+\s+)?(?:be\s+|been\s+)?(?:felt|assumed|said|"
    r"conceded|admitted|noted|decided|thought|agreed)\b)",
    re.I,
)


class _Empty:
    """Finds a sentence that holds empty words alone, in the manner of a compiled pattern."""

    def search(self, text: str) -> re.Match[str] | None:
        """The sentence, if every word of it is empty."""
        match = _SENTENCE.search(text)
        if match is None:
            return None
        words = re.findall(r"[\w'’]+", match["empty"].lower().replace("’", "'"))
        return match if all(word in _EMPTY for word in words) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The sentence, if every word of it is empty."""
        match = self.search(text)
        return iter((match,) if match else ())


EMPTY = _Empty()
"""A whole sentence of empty words."""


def empty_span(text: str) -> tuple[int, int] | None:
    """Where a sentence of empty words tells of trouble that was, if it does nothing else."""
    match = EMPTY.search(text)
    if match is None or match.end() < len(text.rstrip(" *_")):
        return None
    words = match["empty"]
    told = _TROUBLE.search(words) and _PAST.search(words) and not _POINTS_BACK.match(words)
    start, end = match.span("empty")
    return (start, end - (len(words) - len(words.rstrip()))) if told else None
