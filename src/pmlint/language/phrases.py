"""The small language of word lists: phrases with inflected verbs, choices, optional words and gaps.

========== ==========================================================
``forget~``  any form of the verb: forget, forgets, forgot, forgotten …
``a/b``      either word
``(word)``   the word may be missing
``*``        exactly one word
``...``      up to four words
========== ==========================================================

Words match whole, in any case; straight and curly apostrophes are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import product
from typing import Any, Protocol

from pmlint.language.inflect import verb_forms
from pmlint.language.keywords import key_of, words_of
from pmlint.language.matcher import Found, Phrases
from pmlint.language.trie import alternatives
from pmlint.lexicons import load

_WORD = r"[\w'’\-]+"
_GAP = rf"(?:\s+{_WORD},?){{0,4}}?"


def phrase_pattern(entries: Iterable[str]) -> Phrases:
    """What finds any of the phrases; of those that start at one place the longest wins.

    Args:
        entries: Phrases in the small language above; the first word of a phrase is never a gap.
    """
    return Phrases(entries)


def phrase_source(entries: Iterable[str]) -> str:
    """Source of a regular expression for any of the phrases."""
    tails: dict[str, list[str]] = {}
    for entry in entries:
        for head, tail in _variants(entry.split()):
            tails.setdefault(head, []).append(tail)
    if not tails:
        return "(?!)"
    for found in tails.values():
        found.sort(key=len, reverse=True)
    wild = tails.pop("*", [])
    shared: dict[tuple[str, ...], list[str]] = {}
    for head, found in tails.items():
        shared.setdefault(tuple(dict.fromkeys(found)), []).append(head)
    parts = [
        alternatives(dict.fromkeys(heads, ("",))) + "(?:" + "|".join(found) + ")"
        for found, heads in shared.items()
    ]
    parts += [_WORD + tail for tail in wild]
    return r"(?<![\w@])(?:" + "|".join(parts) + r")(?!\w)"


@cache
def lexicon_pattern(*names: str, extra: tuple[str, ...] = ()) -> Phrases:
    """``phrase_pattern`` of one or several word lists and the user's extra phrases."""
    return phrase_pattern([entry for name in names for entry in load(name)] + list(extra))


@cache
def verb_lemmas(*names: str) -> dict[str, str]:
    """Each inflected form of the verbs in the word lists, with its base form."""
    return {form: base for name in names for base in load(name) for form in verb_forms(base)}


class Searcher(Protocol):
    """What finds words in a text: a compiled pattern, a list of phrases, or one of the classes below."""

    def search(self, text: str, /) -> re.Match[str] | Found | None:
        """The leftmost match."""

    def finditer(self, text: str, /) -> Iterator[Any]:
        """The matches from left to right."""


def keys_of_pattern(pattern: Searcher) -> frozenset[str] | None:
    """Words of which every text that the pattern is found in holds one; ``None``: they are not known."""
    return None if isinstance(pattern, re.Pattern) else getattr(pattern, "keys", None)


class AnyOf:
    """Several patterns searched one after the other: found where the first of them is found.

    One pattern for all would have to be compiled once more, and compiling is what a cold start spends.
    """

    def __init__(self, parts: tuple[str | Searcher, ...]) -> None:
        self.parts = parts

    @cached_property
    def _patterns(self) -> tuple[Searcher, ...]:
        return tuple(re.compile(p, re.I) if isinstance(p, str) else p for p in self.parts)

    @cached_property
    def keys(self) -> frozenset[str] | None:
        """Words of which every text that one of the patterns is found in holds one, where all have some."""
        found = [keys_of_pattern(pattern) for pattern in self._patterns]
        return None if None in found else frozenset().union(*(keys for keys in found if keys))

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        # The patterns without keys, which have to be searched in every text, stand under "".
        numbers: dict[str, list[int]] = {"": []}
        for number, pattern in enumerate(self._patterns):
            keys = keys_of_pattern(pattern)
            for key in ("",) if keys is None else keys:
                numbers.setdefault(key, []).append(number)
        return numbers

    def _candidates(self, text: str) -> list[Searcher]:
        """The patterns that may be found in the text, in order."""
        opened = self._by_key.keys() & words_of(text)
        numbers = {number for key in ("", *opened) for number in self._by_key[key]}
        return [self._patterns[number] for number in sorted(numbers)]

    def found_in(self, text: str) -> bool:
        """Whether any of the patterns is found; the cheapest question."""
        return any(is_found(pattern, text) for pattern in self._candidates(text))

    def search(self, text: str) -> re.Match[str] | Found | None:
        """The leftmost match; of matches at one place, that of the first pattern."""
        found = [match for pattern in self._candidates(text) if (match := pattern.search(text))]
        return min(found, key=lambda match: match.start(), default=None)

    def finditer(self, text: str) -> Iterator[Any]:
        """The matches from left to right that do not overlap."""
        found = [match for pattern in self._candidates(text) for match in pattern.finditer(text)]
        end = 0
        for match in sorted(found, key=lambda match: match.start()):
            if match.start() >= end:
                yield match
                end = match.end()


def any_of(*parts: str | Searcher) -> AnyOf:
    """What finds any of the patterns; texts are read as case-blind patterns."""
    return AnyOf(parts)


class Gated:
    """A pattern that is only compiled and searched where another, simpler one is found.

    Args:
        gate: Found in every text in which the pattern counts.
        pattern: The pattern; a source is read case-blind.
    """

    def __init__(self, gate: str | Searcher, pattern: str | Searcher) -> None:
        self.gate = gate
        self.pattern = pattern

    @cached_property
    def _opened(self) -> Searcher:
        return re.compile(self.gate, re.I) if isinstance(self.gate, str) else self.gate

    @cached_property
    def _compiled(self) -> Searcher:
        return re.compile(self.pattern, re.I) if isinstance(self.pattern, str) else self.pattern

    @property
    def keys(self) -> frozenset[str] | None:
        """Words of which every text that the gate is found in holds one; ``None``: they are not known."""
        return None if isinstance(self.gate, str) else keys_of_pattern(self.gate)

    def search(self, text: str) -> re.Match[str] | Found | None:
        """The leftmost match."""
        return self._compiled.search(text) if self._opened.search(text) else None

    def finditer(self, text: str) -> Iterator[Any]:
        """The matches from left to right."""
        return iter(self._compiled.finditer(text)) if self._opened.search(text) else iter(())


class Keyed:
    """A pattern that is only compiled and searched where the text holds one of its key words.

    Args:
        keys: Plain words in one string, or a list of words and phrases; every text in which the pattern is
            found holds one of them, whole.
        pattern: The pattern; a source is read case-blind.
    """

    def __init__(self, keys: str | Iterable[str], pattern: str | Searcher) -> None:
        self._keys = keys
        self.pattern = pattern

    @cached_property
    def keys(self) -> frozenset[str]:
        """Words of which every text that the pattern is found in holds one."""
        return frozenset(map(key_of, self._keys.split() if isinstance(self._keys, str) else self._keys))

    @cached_property
    def compiled(self) -> Searcher:
        """The pattern itself."""
        return re.compile(self.pattern, re.I) if isinstance(self.pattern, str) else self.pattern

    def search(self, text: str) -> re.Match[str] | Found | None:
        """The leftmost match."""
        return None if self.keys.isdisjoint(words_of(text)) else self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[Any]:
        """The matches from left to right."""
        return iter(()) if self.keys.isdisjoint(words_of(text)) else self.compiled.finditer(text)


Trigger = Searcher
"""What a rule is triggered by."""


def is_found(trigger: Trigger, text: str) -> bool:
    """Whether the trigger is found in the text."""
    return trigger.found_in(text) if isinstance(trigger, AnyOf) else trigger.search(text) is not None


def words_pattern(words: Iterable[str]) -> str:
    """Source of a pattern for any of these plain words, whole."""
    return r"(?<!\w)" + alternatives({word: [""] for word in words}) + r"(?!\w)"


def any_word(words: Iterable[str]) -> Keyed:
    """What finds any of these plain words or phrases, whole."""
    listed = tuple(words)
    return Keyed(listed, words_pattern(listed))


def _variants(tokens: list[str]) -> Iterator[tuple[str, str]]:
    """Each literal first word of a phrase, with the pattern of what follows it."""
    # Words that may be missing at the head are written out, so that every variant opens with a sure word.
    while tokens and _optional(tokens[0]):
        yield from _variants([tokens[0][1:-1], *tokens[1:]])
        tokens = tokens[1:]
    tail = "".join(_follow(token) for token in tokens[1:])
    yield from product(_choices(tokens[0]), [tail])


def _optional(token: str) -> bool:
    return token.startswith("(") and token.endswith(")")


def _follow(token: str) -> str:
    if token == "...":
        return _GAP  # it carries its own spaces, so that it may be empty
    if _optional(token):
        return f"(?:{_follow(token[1:-1])})?"
    return r"\s+" + (_WORD if token == "*" else alternatives({word: [""] for word in _choices(token)}))


def _choices(token: str) -> list[str]:
    return [
        form for part in token.split("/") for form in (verb_forms(part[:-1]) if part[-1] == "~" else (part,))
    ]
