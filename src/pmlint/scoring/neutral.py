"""What may not sway a model is taken out of its sight: whose name it is, which rank, whose spelling.

A model learns from texts in which some names, ranks and spellings stood more often beside blame than others.
Every given name that pmlint knows is read as one name, every rank as one rank, British spelling as American.
"""

from __future__ import annotations

import re
from functools import cache

NAME = "Sam"
RANK = "engineer"

RANKS = (
    "junior",
    "senior",
    "intern",
    "director",
    "trainee",
    "consultant",
    "apprentice",
    "foreman",
    "nurse",
    "surgeon",
    "assistant",
    "professor",
)
"""Words of rank: before another role they are dropped ("senior engineer"), alone they are read as one."""

SPELLINGS = (
    ("organis", "organiz"),
    ("realis", "realiz"),
    ("recognis", "recogniz"),
    ("prioritis", "prioritiz"),
    ("apologis", "apologiz"),
    ("analyse", "analyze"),
    ("analysing", "analyzing"),
    ("behaviour", "behavior"),
    ("colour", "color"),
    ("favour", "favor"),
    ("labour", "labor"),
    ("centre", "center"),
    ("programme", "program"),
    ("cancelled", "canceled"),
    ("labelled", "labeled"),
    ("modelled", "modeled"),
    ("defence", "defense"),
    ("licence", "license"),
    ("catalogue", "catalog"),
)
"""Beginnings of words in British and in American spelling."""

NOT_NAMES = frozenset(
    "Will May April June August Jan Jun Mark Grant Bill Art Rich Drew Milan Paris Sydney Florence".split()
)
"""Names that are words, months or places too, and are left alone."""

_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")
_RANKS = re.compile(
    rf"\b(?:(?:{'|'.join(RANKS)})[ -])*({'|'.join(RANKS)})(s?)\b(?:[ -](?=\w+(?:er|or|ist|ian)s?\b))?", re.I
)
_BRITISH = re.compile(rf"\b({'|'.join(old for old, _ in SPELLINGS)})", re.I)
_AMERICAN = dict(SPELLINGS)


def neutral(text: str) -> str:
    """The text as a model reads it.

    >>> neutral("Priya and Kwame asked the senior nurse to organise it.")
    'Sam and Sam asked the engineer to organize it.'
    """
    named = _CAPITALISED.sub(lambda m: NAME if is_given_name(m[0]) else m[0], text)
    return _BRITISH.sub(_american, _RANKS.sub(_rank, named))


def is_given_name(word: str) -> bool:
    """Whether a capitalised word is a known given name and nothing else."""
    return word not in NOT_NAMES and word.lower() in _names()


@cache
def _names() -> frozenset[str]:
    from pmlint.language.vocabulary import vocabulary

    return vocabulary().names


def _rank(match: re.Match[str]) -> str:
    # "senior engineer" keeps its role alone; "the nurses" are so many of one rank.
    if match[0][-1] in " -":
        return ""
    word = RANK.capitalize() if match[1][0].isupper() else RANK
    return word + match[2]


def _american(match: re.Match[str]) -> str:
    found = _AMERICAN[match[1].lower()]
    return found.capitalize() if match[1][0].isupper() else found
