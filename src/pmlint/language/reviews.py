"""Whether a document plans a later look at what it agreed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmlint.document.model import Block
from pmlint.language.phrases import lexicon_pattern
from pmlint.language.times import times_in

_WHEN = re.compile(
    r"\b(?:in|after|within|every|next|by|on|at)\s+(?:\w+\s+){0,2}(?:days?|weeks?|months?|quarter|sprint|q[1-4]|"
    r"retro(?:spective)?|meeting|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)\b|\b(?:30|60|90)[ -]day\b|"
    r"\b(?:month|quarter)ly\b",
    re.I,
)
_TITLE = re.compile(
    r"\b(?:follow[ -]?up|progress|effectiveness|(?:30|60|90)[ -]day) (?:review|meeting|check)\b", re.I
)


def plans_review(blocks: Iterable[Block]) -> bool:
    """Whether a sentence names a later review and when, or a heading announces one that its section dates.

    Args:
        blocks: Blocks of prose, headings included.
    """
    phrases = lexicon_pattern("structure/review_plans")
    for block in blocks:
        if block.kind == "heading":
            continue
        told = phrases.search(block.text) or (block.section and _TITLE.search(block.section[-1]))
        if told and (_WHEN.search(block.text) or times_in(block.text)):
            return True
    return False
