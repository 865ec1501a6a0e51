"""Verbs, nouns and openings of a task, from its surface alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pmlint.language.inflect import noun_forms
from pmlint.language.phrases import verb_lemmas
from pmlint.lexicons import load

WORD = re.compile(r"[^\W_][\w'’/-]*")
_DECORATION = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s+|[^\w\s\"'`(\[@#<]{1,4}\s+|\(?\d{1,3}[.)]\s+|\[[ xX]\]\s+|"
    r"(?:action(?: item| point)?|ai|todo|to-do|task|follow-?up|next step|step)\s*#?\d{0,3}\s*[:.)–—]\s*)",
    re.I,
)
_LABEL = re.compile(r"[A-Za-z][\w /&'-]{1,40}:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as it stands in a task.

    Attributes:
        lemma: Base form.
        form: ``"base"``, ``"s"``, ``"ing"`` or ``"past"`` (past tense or participle).
        end: One past its last character.
    """

    lemma: str
    form: str
    end: int


@cache
def concrete_verbs() -> frozenset[str]:
    """Base forms of verbs that make something."""
    return frozenset(load("commitments/concrete_verbs"))


@cache
def framing_verbs() -> frozenset[str]:
    """Base forms of verbs that only think about what follows."""
    return frozenset(load("commitments/framing_verbs"))


@cache
def degree_verbs() -> frozenset[str]:
    """Base forms of verbs of more or less."""
    return frozenset(load("commitments/degree_verbs"))


@cache
def _single_lemmas() -> dict[str, str]:
    forms = verb_lemmas("commitments/vague_verbs") | verb_lemmas("commitments/concrete_verbs")
    forms |= verb_lemmas("commitments/framing_verbs") | verb_lemmas("commitments/degree_verbs")
    return {form: base for form, base in forms.items() if " " not in base}


@cache
def _phrasal() -> dict[str, tuple[str, ...]]:
    """Particles by the verb they follow ("look" → "into", "at")."""
    result: dict[str, tuple[str, ...]] = {}
    for name in ("concrete_verbs", "vague_verbs", "framing_verbs"):
        for entry in load(f"commitments/{name}"):
            verb, _, rest = entry.partition(" ")
            if rest and rest not in result.get(verb, ()):
                result[verb] = (*result.get(verb, ()), rest)
    return result


def verb_at(text: str, position: int) -> Verb | None:
    """The verb of the word lists that starts at ``position``, with its particle."""
    match = WORD.match(text, position)
    if not match:
        return None
    word = match[0].lower().replace("’", "'").split("/")[0]
    lemma = _single_lemmas().get(word)
    phrasal = _phrasal()
    if lemma is None and word in phrasal:
        lemma = word
    if lemma is None:
        return None
    end = match.end()
    for particle in phrasal.get(lemma, ()):
        if re.match(rf"\s+{particle}\b", text[end : end + 20], re.I):
            return Verb(f"{lemma} {particle}", _form(word, lemma), end + 1 + len(particle))
    return Verb(lemma, _form(word, lemma), end)


def _form(word: str, lemma: str) -> str:
    if word == lemma:
        return "base"
    if word.endswith("ing"):
        return "ing"
    return "s" if word.endswith("s") and word[:2] == lemma[:2] and not word.endswith("ss") else "past"


def opening(text: str) -> int:
    """Where the words of a task begin, after bullets, numbers and prefixes such as "AI-3:"."""
    position = 0
    while (match := _DECORATION.match(text, position)) and match.end() > position:
        position = match.end()
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def after_label(text: str, position: int) -> int:
    """Where the words begin after a short label ("Monitoring: add …"), else ``position``."""
    match = _LABEL.match(text, position)
    return match.end() if match else position


@cache
def artefact_pattern() -> re.Pattern[str]:
    """Finds the name of a thing whose existence can be checked."""
    return _nouns("commitments/artefacts")


@cache
def abstractions() -> frozenset[str]:
    """Nouns that name no thing, with their plurals."""
    return frozenset(form for noun in load("commitments/abstractions") for form in noun_forms(noun))


def _nouns(name: str) -> re.Pattern[str]:
    forms = sorted({form for noun in load(name) for form in noun_forms(noun)}, key=len, reverse=True)
    return re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)", re.I)
