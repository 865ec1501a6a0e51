"""What keeps fog from being fog: its place in the document, or a mechanism told beside it."""

from __future__ import annotations

import re
from functools import cache

from pmlint.language.conditions import has_condition
from pmlint.language.matcher import Phrases
from pmlint.language.people import people_of
from pmlint.language.phrases import lexicon_pattern
from pmlint.language.place import Place
from pmlint.lexicons import load

_AHEAD = re.compile(
    r"\b(?:will|shall|going to|plans? to|planning to|need to|needs to|let['’]s|in (?:the )?future|"
    r"must(?! (?:\w+ )?be (?:said|admitted|conceded|noted|acknowledged|recogni[sz]ed)| have)|"
    r"next (?:time|sprint|quarter|year)|going forward|from now on|want to|would like to|aim to|"
    r"in order to (?:avoid|prevent))\b",
    re.I,
)
_DETAIL = re.compile(
    r"\b(?:because|since|so that|for (?:example|instance)|such as|namely|in particular|specifically|e\.g\.|"
    r"i\.e\.|instead of|rather than|whereas|which meant|this meant|that meant|had no\b|"
    r"(?:was|were|is|are) no\b)|`|https?:|#\d|"
    r"\b\d+\s*(?:%|per cent\b|ms\b|s\b|gb\b|mb\b|[kmg]b/s|rps\b)",
    re.I,
)
_OPENS_DETAIL = re.compile(
    r"\s*(?::|–|—|--| - |\(|;|,? (?:because|such as|namely|in that|specifically|where|e\.g\.)\b)", re.I
)
_TROUBLE = re.compile(
    r"\b(?:wrong|bad|badly|poorly|challeng|difficult|mad|sad|(?:not|n['’]t)\b.{0,20}\bwell|weak|pain|struggle|hinder|obstacle|"
    r"improved|better)",
    re.I,
)
_CAUSE = re.compile(r"\b(?:issue|problem|cause|factor)", re.I)
_DETERMINERS = frozenset("the a an one our their his her both two every each".split())
_SELF = re.compile(r"\b(?:we|I|our|my)\b", re.I)


def explains(place: Place) -> bool:
    """Whether the sentence speaks of what was: not a heading, a commitment, a plan or a condition."""
    return place.block.kind != "heading" and not in_commitments(place) and not _AHEAD.search(place.text)


def in_commitments(place: Place) -> bool:
    """Whether the sentence stands in a list of commitments."""
    titles = [*place.block.section, place.lead_in]
    return any(_strong().search(title) or title.strip(" :*").lower() in _exact() for title in titles if title)


def under_trouble(place: Place, *, causes: bool) -> bool:
    """Whether the heading or the list's introduction announces what went wrong.

    Args:
        place: The sentence in its place.
        causes: Whether a heading that announces causes or problems counts too.
    """
    titles = (place.heading, place.lead_in)
    return any(_TROUBLE.search(title) or (causes and _CAUSE.search(title)) for title in titles)


def neighbours(place: Place) -> tuple[str, ...]:
    """The sentences that may make this one concrete.

    Items of a list stand each for itself: only the neighbours in an item, under it or above it count.
    """
    if place.block.kind == "para":
        return tuple(filter(None, (place.before, place.after)))
    document, index = place.document, place.sentence.index
    around = [document.sentences[i] for i in (index - 1, index + 1) if 0 <= i < len(document.sentences)]
    own = place.block.index
    texts = [s.text for s in around if s.block == own or document.blocks[s.block].parent == own]
    return tuple(filter(None, (*texts, place.parent)))


def told_beside(place: Place, *, conditions: bool) -> bool:
    """Whether a neighbour tells a mechanism: a reason, an example, a figure, something that was not there.

    Args:
        place: The sentence in its place.
        conditions: Whether what somebody believed, was told or worked under counts too. It makes a slip
            understandable; it does not make an abstraction concrete.
    """
    return any(_DETAIL.search(text) or (conditions and has_condition(text)) for text in neighbours(place))


def spelled_out(place: Place, end: int) -> bool:
    """Whether the sentence goes on, after ``end``, to say what it means ("a gap: the rota had no entry")."""
    rest = place.text[end:]
    opening = _OPENS_DETAIL.match(rest)
    if opening and len(rest[opening.end() :].split()) >= 3:
        return True
    later = re.search(r"(?::| [-–—] |;)\s", rest)
    explained = later is not None and len(rest[later.end() :].split()) >= 4
    return explained or bool(re.search(r"\bbecause\b|`|#\d", rest))


def introduces_list(place: Place) -> bool:
    """Whether the sentence only opens a list that says what it means."""
    following = place.document.blocks[place.block.index + 1 : place.block.index + 2]
    return place.text.rstrip().endswith(":") or any(b.lead_in == place.block.index for b in following)


def who_beside(place: Place, *, self_counts: bool = False) -> bool:
    """Whether a neighbour names somebody who may be the one meant.

    Args:
        place: The sentence in its place.
        self_counts: Whether "we" and "I" count too.
    """
    known = people_of(place.document, place.vocabulary) | place.vocabulary.people | {"he", "she"}
    for text in (*neighbours(place), *_row_before(place)):
        words = re.findall(r"[\w'’\-]+", text.lower())
        if any(word in known for word in words) or any(_is_role(words, i, place) for i in range(len(words))):
            return True
        if self_counts and _SELF.search(text):
            return True
    return False


def _row_before(place: Place) -> list[str]:
    """The sentences of the row above in a table: a course of events goes on from row to row."""
    document, own = place.document, place.block.index
    if place.block.kind != "row" or not own or document.blocks[own - 1].kind != "row":
        return []
    texts = []
    for index in range(place.sentence.index - 1, -1, -1):
        sentence = document.sentences[index]
        if sentence.block < own - 1:
            break
        if sentence.block == own - 1:
            texts.append(sentence.text)
    return texts


def _is_role(words: list[str], i: int, place: Place) -> bool:
    # "The worker" is somebody, "worker nodes" are not: a role has a determiner and no system behind it.
    if words[i] not in place.vocabulary.roles or not _DETERMINERS & set(words[max(0, i - 2) : i]):
        return False
    return i + 1 == len(words) or words[i + 1] not in place.vocabulary.systems


@cache
def _strong() -> Phrases:
    return lexicon_pattern("commitments/headings_strong")


@cache
def _exact() -> frozenset[str]:
    return frozenset(load("commitments/headings_exact"))
