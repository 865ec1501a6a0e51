"""Who a noun phrase speaks of: a person, a role, a team, an outside party, anybody, the author, a system."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pmlint.language.people import people_of
from pmlint.language.place import Place
from pmlint.records import Target

if TYPE_CHECKING:
    from spacy.tokens import Token

AgentKind = Literal["person", "role", "team", "external", "generic", "self", "name", "system"]

_SELF = frozenset(["i", "we", "us", "me", "ourselves", "myself", "our", "my"])
_PERSON = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_GENERIC = frozenset(
    [
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "one",
        "human",
        "humans",
        "whoever",
        "nobody",
        "everyone",
        "everybody",
        "none",
    ]
)
_THEY = frozenset(
    [
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "who",
        "whom",
        "those",
        "some",
        "many",
        "most",
        "several",
        "both",
        "few",
    ]
)
_POSSESSED_BY_SELF = frozenset(["our", "my", "the", "this"])
_GROUP_OF_SELF = frozenset(
    [
        "team",
        "group",
        "crew",
        "project",
        "company",
        "organisation",
        "organization",
        "organizers",
        "organisers",
    ]
)
_ANY_PERSON = frozenset(
    f
    for w in ("member", "teammate", "person", "colleague", "coworker", "co-worker", "folk")
    for f in (w, w + "s")
) | {"people"}
_HONORIFIC = frozenset(["mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sister", "sir", "dame", "judge"])
_PROPER = ("PROPN",)
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_FIRST = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody (or something) that a sentence makes act.

    Attributes:
        kind: ``"name"`` is a proper noun with no clue whether it is a person, an organisation or a product;
            ``"system"`` is everything that is nobody.
        start: First character of the phrase in the sentence.
        end: One past the last character.
        text: The phrase.
    """

    kind: AgentKind
    start: int
    end: int
    text: str

    @property
    def is_somebody(self) -> bool:
        """Whether this is surely a person or a group of people."""
        return self.kind not in ("system", "name")

    @property
    def target(self) -> Target:
        """The kind in the terms of a finding; a bare proper noun counts as a person."""
        if self.kind in ("name", "system"):
            return "person"
        return self.kind  # type: ignore[return-value]


def agent_of(token: Token, place: Place) -> Agent:
    """Who the noun phrase with this head is.

    Args:
        token: Head of the phrase, in the parse of ``place``.
        place: The sentence in its place.
    """
    start, end = _phrase(token, place)
    return Agent(_kind(token, place), start, end, place.text[start:end])


def _kind(token: Token, place: Place) -> AgentKind:
    word, words = token.lower_, place.vocabulary
    if word in words.own_systems:
        return "system"
    if word in words.people or word.startswith("@"):
        return "person"
    if word in _SELF:
        return "self"
    if word in _PERSON:
        return "person"
    if word in _GENERIC:
        return "generic"
    if word in _THEY and token.pos_ in ("PRON", "DET", "ADJ"):
        return _antecedent(token, place)
    if token.pos_ == "PRON" or place.quoted(_at(token, place), _at(token, place) + 1):
        return "system"
    hyphenated = _hyphenated(token, place)
    if any(hyphenated in told for told in (words.roles, words.teams, words.external)):
        return "role" if hyphenated in words.roles else "team" if hyphenated in words.teams else "external"
    compound = _compound(token)
    named = token.text[:1].isupper() and (word in words.names or word in people_of(place.document, words))
    listed = any(word in told for told in (words.roles, words.teams, words.external))
    if (token.pos_ not in _PROPER and not named) or listed:
        return _noun_kind(token, compound, place)
    return _proper_kind(token, compound, place)


def _noun_kind(token: Token, compound: str, place: Place) -> AgentKind:
    words, word = place.vocabulary, token.lower_
    determiners = {c.lower_ for c in token.children if c.dep_ in ("poss", "det")}
    for phrase in (compound, word):
        if phrase in words.systems:
            return "system"
        if phrase in words.roles:
            return "person" if word in _ANY_PERSON else "role"
        if phrase in words.teams:
            bare = compound == word and determiners & _POSSESSED_BY_SELF
            return "self" if bare and word in _GROUP_OF_SELF and _speaks_as_we(place) else "team"
        if phrase in words.external:
            return "external"
    if word in ("party", "side") or token.ent_type_ == "ORG":
        return "external"
    return "system"


def _proper_kind(token: Token, compound: str, place: Place) -> AgentKind:
    words = place.vocabulary
    parts = compound.split()
    if any(part in words.people for part in parts) or any(p.strip(".") in _HONORIFIC for p in parts):
        return "person"
    known = people_of(place.document, words)
    if any(part in words.systems for part in parts):
        return "system"
    if parts[-1] in known or parts[0] in known:
        return "person"
    if len(token.text) == 1:
        return "system"  # "Chiller B", "Bay C"
    if re.search(r"[\d_/.]|^[A-Z]{2,}$", token.text):
        return "system" if not token.text.isalpha() else "name"
    if parts[0] in words.names or parts[-1] in words.names:
        return "person"
    if re.search(
        r"\b(?:inc|ltd|llc|gmbh|plc|corp|labs|group|partners|consulting|logistics|bank|university)\b",
        compound,
    ):
        return "external"
    return "name"


def _antecedent(token: Token, place: Place) -> AgentKind:
    """Who "they" or "who" are: the nearest noun before that can be somebody."""
    if (
        token.dep_ in ("nsubj", "nsubjpass", "poss")
        and token.tag_ in ("WP", "WP$")
        and token.head.dep_ == "relcl"
    ):
        head = token.head.head
        if head.lower_ not in _THEY:
            return _kind(head, place)
    for earlier in reversed(place.span[: token.i - place.span.start]):
        if earlier.pos_ in ("NOUN", "PROPN") and earlier.i != token.i:
            kind = _kind(earlier, place)
            if kind not in ("system", "name"):
                return kind
    if token.lower_ in ("those", "some", "many", "most", "several", "both", "few"):
        of = next(
            (c for p in token.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"), None
        )
        return _kind(of, place) if of is not None else "person" if token.lower_ == "those" else "system"
    if token.tag_ in ("WP", "WP$"):
        return "generic"
    return _from_words(place.before, place)


def _from_words(text: str, place: Place) -> AgentKind:
    words = place.vocabulary
    if not text:
        return "person"  # nobody to refer to: the reader knows who "they" are
    for word in reversed(re.findall(r"[\w'’\-]+", text)):
        lower = word.lower()
        if lower in words.systems:
            return "system"
        if lower in words.roles or lower in ("he", "she", "someone"):
            return "role" if lower in words.roles else "person"
        if lower in words.teams:
            return "team"
        if lower in words.external:
            return "external"
        if word[0].isupper() and lower in people_of(place.document, words):
            return "person"
    return "system"


def _speaks_as_we(place: Place) -> bool:
    return bool(_FIRST.search(place.text)) or any(_FIRST.search(b.text) for b in place.document.blocks[:60])


def _compound(token: Token) -> str:
    """The head with the nouns and names before it: "deploy engineer", "Adaeze Obi"."""
    parts = [token]
    for child in reversed(list(token.lefts)):
        if child.dep_ in ("compound", "nmod", "amod") and child.i == parts[0].i - 1 and child.pos_ != "DET":
            parts.insert(0, child)
        else:
            break
    first = token.i - len(parts) + 1
    return " ".join(
        t.lower_ for t in parts if t.i >= first and (t is token or t.dep_ != "amod" or t.lower_ != "own")
    )


def _hyphenated(token: Token, place: Place) -> str:
    """The word that the head is part of ("on-call" is three tokens), or ``""``."""
    at = _at(token, place)
    if "-" not in place.text[max(at - 1, 0) : at + len(token.text) + 1]:
        return ""
    word = next((m for m in _HYPHENATED.finditer(place.text) if m.start() <= at < m.end()), None)
    return word[0].lower() if word else ""


def _phrase(token: Token, place: Place) -> tuple[int, int]:
    lefts = [
        c for c in token.lefts if c.dep_ in ("det", "poss", "compound", "amod", "nmod", "nummod", "predet")
    ]
    first = min((c.left_edge.i for c in lefts), default=token.i)
    base = place.span.start_char
    start = token.doc[first].idx - base
    return max(start, 0), token.idx - base + len(token.text)


def _at(token: Token, place: Place) -> int:
    return token.idx - place.span.start_char
