"""Key words: the words without which a pattern cannot be found, so that most texts need not be searched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
# Case-blind patterns take these letters for i, i and s; lower() does not.
_LETTERS = str.maketrans("\u0130\u0131\u017f", "iis")
COMMON = frozenset(
    "a an and any are as at be been but by could did do for from had has have he her his i in is it its "
    "my no not of on or our s she should so t that the their there they this to too up us was we were what "
    "when which who will with would you".split()
)
"""Words that most sentences hold some of, and that say little about what else is in them."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a text, lower case, cut at hyphens and apostrophes.

    >>> sorted(words_of("Didn't re-check"))
    ['check', 'didn', 're', 't']
    """
    words = frozenset(_WORD.findall(text.lower()))
    return words if text.isascii() else words.union(_WORD.findall(text.translate(_LETTERS).lower()))


def key_of(phrase: str) -> str:
    """The word of a phrase that says most about where it stands, or ``""`` for a phrase without any.

    >>> key_of("too much"), key_of("mix-up")
    ('much', 'mix')
    """
    return max(_WORD.findall(phrase.lower()), key=lambda word: (word not in COMMON, len(word)), default="")


def keys_of(phrase: Iterable[Iterable[str]]) -> frozenset[str] | None:
    """The key words of a phrase: a text that holds the phrase holds one of them; ``None``: it has no words.

    Args:
        phrase: For each word that cannot be missing the forms it may take.
    """
    choices = [keys for forms in phrase if (keys := _keys(forms))]
    return min(choices, key=lambda keys: (len(keys & COMMON), len(keys)), default=None)


def _keys(forms: Iterable[str]) -> frozenset[str]:
    keys = [form if form.isascii() and form.isalnum() else key_of(form) for form in forms]
    return frozenset(keys) if all(keys) else frozenset()
