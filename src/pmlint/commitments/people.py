"""Which words of a document can be a person's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from pmlint.commitments.words import verb_at
from pmlint.document.model import Document
from pmlint.language.people import people_of
from pmlint.language.vocabulary import Vocabulary, vocabulary
from pmlint.lexicons import load

_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_PART = rf"{_UPPER}(?:['’]{_UPPER})?[^\W\d_]*(?:['’-][^\W\d_]+)*"
_PARTICLE = (
    r"(?:van|von|der|den|de|da|dos|das|do|del|della|di|du|la|le|el|al|bin|binti|ibn|bint|ben|"
    r"ter|ten|af|av|y|e)"
)
TITLE = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sr|Sra|Herr|Frau|Sister)"
_PARTICLES = rf"(?:{_PARTICLE}\s+){{0,2}}"
NAME = (
    rf"(?<![\w@])(?:{TITLE}\.?\s+)?(?:{_UPPER}\.\s?){{0,2}}{_PARTICLES}{_PART}"
    rf"(?:\s+{_PARTICLES}(?:{_PART}|{_UPPER}\.)){{0,3}}"
)
"""Source of a pattern for a person's name: capitalised words of any alphabet, particles and initials."""
HANDLE = r"(?<![\w.@/])@[\w][\w.-]*\w|(?<![\w.@/])@\w"
_NAMES = re.compile(rf"{HANDLE}|{NAME}")


@dataclass(frozen=True)
class People:
    """What a document's words for people mean.

    Attributes:
        words: Roles, teams and systems, shipped and the user's.
        organisations: Lower-case capitalised words that the document uses for organisations or systems.
        persons: Lower-case names that the document uses for people.
    """

    words: Vocabulary = field(default_factory=vocabulary)
    organisations: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()

    def named(self, phrase: str) -> bool:
        """Whether a capitalised phrase can be a person's name."""
        if phrase.startswith("@"):
            return phrase[1:].lower() not in self.words.teams
        lowered = phrase.lower()
        if lowered in self.words.people:
            return True
        parts = [part.strip(".'’") for part in lowered.split()]
        if not parts or any(self._common(part) for part in parts):
            return False
        if (
            lowered in self.organisations
            or lowered in self.words.systems
            or lowered in self.words.own_systems
        ):
            return False
        if len(parts) == 1 and parts[0] not in self.words.names and verb_at(phrase, 0):
            return False  # "Update", "Adding": the verb of the task
        return not (len(parts) == 1 and ((phrase.isupper() and len(phrase) > 2) or _mixed(phrase)))

    def known(self, phrase: str) -> bool:
        """Whether a phrase is a person's name beyond doubt: a handle, a given name, one the text knows."""
        if phrase.startswith("@") or phrase.lower() in self.words.people:
            return True
        first = phrase.lower().split()[0].strip(".") if phrase.strip() else ""
        titled = re.match(rf"{TITLE}\b", phrase)
        return (
            bool(titled) or first in self.words.names or first in self.words.people or first in self.persons
        )

    def _common(self, word: str) -> bool:
        if word in self.words.names:
            return False
        return (
            word in _not_names()
            or word in self.words.systems
            or word in self.words.teams
            or word in self.words.roles
            or word in self.words.external
            or word in self.organisations
        )


@cache
def _not_names() -> frozenset[str]:
    return frozenset(load("commitments/not_names"))


def _mixed(word: str) -> bool:
    # "GitHub", "iOS": capitals inside; "McAdam" and "DeShawn" are people all the same.
    return bool(re.search(r"[a-zà-ÿ][A-Z]", word)) and not re.match(
        r"(?:Mc|Mac|De|La|Le|Van|Fitz|O)[A-Z]", word
    )


def people_and_organisations(document: Document, words: Vocabulary) -> People:
    """What the words for people mean in this document.

    Args:
        document: The document.
        words: The shipped and the user's words.
    """
    text = "\n".join(block.text for block in document.blocks)
    persons = people_of(document, words)
    return People(words, organisations_of(text) - persons, persons)


def organisations_of(text: str) -> frozenset[str]:
    """Capitalised words that a document joins to "team" or "server" or puts after "the" or "in": no people.

    Args:
        text: All prose of the document.
    """
    thing = (
        r"team|teams|engineers?|staff|support|server|servers|cluster|nodes?|api|service|website|site|"
        r"account|users|"
        r"community|platform|network|protocol|database|app|application|repository|repo|maintainers|"
        r"developers|"
        r"infrastructure|clients?|customers|pipeline|job|jobs|project|foundation|inc|ltd|gmbh|labs"
    )
    found = re.findall(rf"\b({_UPPER}[\w.-]+)(?:['’]s)?\s+(?:{thing})\b", text)
    # People are asked and thanked; only places and things have something "in", "on" or "via" them.
    found += re.findall(
        rf"\b(?:the|our|an?|in|on|via|using|into|onto|inside)\s+({_UPPER}[\w.-]+)(?!['’\w]|\s+{_UPPER})", text
    )
    return frozenset(word.lower() for word in found if word.lower() not in ("the", "our"))


def people_in(text: str, people: People) -> tuple[str, ...]:
    """The persons that a text names, in order."""
    names = []
    for match in _NAMES.finditer(text):
        name = _without_verb(match[0])
        if name and people.named(name):
            names.append(name)
    return tuple(names)


def _without_verb(name: str) -> str:
    # At the start of a task the capitalised word may be its verb: "Ask Dana to …" names Dana alone.
    first, _, rest = name.partition(" ")
    if rest and verb_at(first, 0) and first.lower() not in vocabulary().names:
        return rest
    return name
