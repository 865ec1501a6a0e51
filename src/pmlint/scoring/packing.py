"""A sentence with its neighbours as the token ids that the encoder reads.

``[CLS] heading : before [SEP] sentence [SEP] after [SEP]``; the sentence and its closing mark carry segment
1, everything around it segment 0: the encoder knows which words are judged and which only clarify.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pmlint.scoring.numbers import Integers
from pmlint.scoring.sample import Sample

OPEN, CLOSE, COLON = 101, 102, 1024
"""Ids of ``[CLS]``, ``[SEP]`` and ``:`` in BERT's uncased vocabulary."""

SENTENCE, AROUND, HEADING = 80, 32, 10
"""Most tokens of the sentence, of each neighbour and of the heading."""


class Tokenizer(Protocol):
    """What turns a text into token ids, without special tokens (``tokenizers.Tokenizer`` wrapped)."""

    def __call__(self, text: str) -> Sequence[int]:
        """The ids of a text."""


@dataclass(frozen=True)
class Batch:
    """Sentences padded to one length: ids, segments and mask, each of shape (sentences, length)."""

    ids: Integers
    segments: Integers
    mask: Integers


def pack(sample: Sample, tokenize: Tokenizer, *, around: bool = True) -> tuple[list[int], list[int]]:
    """Token ids and segments of a sentence.

    Args:
        sample: The sentence in its surroundings.
        tokenize: Gives the ids of a text.
        around: Whether the surroundings are packed too.
    """
    before: list[int] = []
    after: list[int] = []
    if around:
        heading = list(tokenize(sample.heading))[:HEADING] if sample.heading else []
        before = ([*heading, COLON] if heading else []) + list(tokenize(sample.before))[-AROUND:]
        after = list(tokenize(sample.after))[:AROUND]
    middle = list(tokenize(sample.text))[:SENTENCE]
    ids = [OPEN, *before, CLOSE, *middle, CLOSE, *after, CLOSE]
    segments = [0] * (len(before) + 2) + [1] * (len(middle) + 1) + [0] * (len(after) + 1)
    return ids, segments


def batch(packed: Sequence[tuple[list[int], list[int]]]) -> Batch:
    """The sentences as arrays of the length of the longest."""
    import numpy as np

    longest = max(len(ids) for ids, _ in packed)
    ids, segments, mask = (np.zeros((len(packed), longest), dtype=np.int64) for _ in range(3))
    for row, (found, segment) in enumerate(packed):
        ids[row, : len(found)] = found
        segments[row, : len(found)] = segment
        mask[row, : len(found)] = 1
    return Batch(ids, segments, mask)
