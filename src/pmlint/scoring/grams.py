"""The words of a sentence as the fast model counts them: single words, pairs and triples."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

LONGEST = 3
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")


def tokens(text: str) -> list[str]:
    """Words in lower case, marks of punctuation, and ``0`` for any number.

    >>> tokens("At 14:02 Priya didn't wait.")
    ['at', '0', ':', '0', 'priya', "didn't", 'wait', '.']
    """
    return ["0" if t[0].isdigit() else t.lower().replace("’", "'") for t in _TOKEN.findall(text)]


def grams(text: str, longest: int = LONGEST) -> list[str]:
    """Every run of one to ``longest`` tokens, joined by blanks.

    Args:
        text: The sentence.
        longest: Most tokens in a run.
    """
    words = ["^", *tokens(text), "$"]
    found = words[1:-1]
    for size in range(2, longest + 1):
        found += [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]
    return found


def weights(found: list[str], index: Mapping[str, int]) -> tuple[list[int], list[float]]:
    """Columns and values of the known grams: ``1 + ln(count)``, before weighing by rarity.

    Args:
        found: The grams of a sentence.
        index: Column of each known gram.
    """
    counts = Counter(column for gram in found if (column := index.get(gram)) is not None)
    return list(counts), [1.0 + math.log(n) for n in counts.values()]
