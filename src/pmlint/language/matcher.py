"""Phrases found word by word: nothing is compiled, so that a cold start pays only for what a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from pmlint.language.inflect import verb_forms
from pmlint.language.keywords import keys_of, words_of

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[-'’\w]+")
_LONGEST_GAP = 4
_PART = re.compile(r"[^-]+")
_SPACE = re.compile(r"\s+")
_COMMA = re.compile(r",?\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a phrase stands, with the part of ``re.Match`` that rules use."""

    text: str
    first: int
    last: int

    def start(self) -> int:
        """First character."""
        return self.first

    def end(self) -> int:
        """One past the last character."""
        return self.last

    def span(self) -> tuple[int, int]:
        """First character and one past the last."""
        return self.first, self.last

    def __getitem__(self, group: int) -> str:
        return self.text[self.first : self.last]


class _Step(NamedTuple):
    """A word of a phrase: its forms (``None`` is any word), whether it may be missing or is a gap."""

    forms: frozenset[str] | None
    optional: bool = False
    gap: bool = False


class _Word(NamedTuple):
    """A word of a text: lower case, without a possessive ending, and how it is joined to the word before."""

    forms: tuple[tuple[str, int], ...]
    start: int
    end: int
    spaced: bool
    after_comma: bool
    handle: bool


class Phrases:
    """Any of many phrases in the small language of ``pmlint.language.phrases``.

    Args:
        entries: The phrases.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self.entries = tuple(entries)

    @cached_property
    def _heads(self) -> dict[str, list[tuple[_Step, ...]]]:
        heads: dict[str, list[tuple[_Step, ...]]] = {}
        for steps in self._phrases:
            for form in steps[0].forms or ("*",):
                heads.setdefault(form, []).append(steps[1:])
        return heads

    @cached_property
    def _phrases(self) -> list[tuple[_Step, ...]]:
        return [v for entry in self.entries for v in _variants([_step(token) for token in entry.split()])]

    @cached_property
    def keys(self) -> frozenset[str] | None:
        """Words of which every text that holds a phrase holds one; ``None``: any text may hold a phrase."""
        found = [keys_of(s.forms for s in steps if s.forms and not s.optional) for steps in self._phrases]
        return None if None in found else frozenset().union(*(keys for keys in found if keys))

    @cached_property
    def pattern(self) -> str:
        """Source of a regular expression for the same phrases, for building into another."""
        from pmlint.language.phrases import phrase_source

        return phrase_source(self.entries)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Found | None:
        """The leftmost phrase within these bounds, the longest of those that start there."""
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """The phrases within these bounds, from left to right, that do not overlap."""
        for found in self._all(text):
            if found.first >= start and (end is None or found.last <= end):
                yield found
                start = found.last

    def _all(self, text: str) -> Iterator[Found]:
        if self.keys is not None and self.keys.isdisjoint(words_of(text)):
            return
        heads = self._heads
        words, places = _words(text)
        best: dict[int, int] = {}
        # Only where a word of the text opens a phrase of the list is there anything to follow.
        for form in heads.keys() & places.keys():
            for i, end in places[form]:
                for steps in heads[form]:
                    if (found := _follow(steps, words, i + 1, end)) > best.get(i, 0):
                        best[i] = found
        for steps in heads.get("*", ()):
            for i, word in enumerate(words):
                if (found := _follow(steps, words, i + 1, word.end)) > best.get(i, 0):
                    best[i] = found
        for i in sorted(best):
            if not words[i].handle:
                yield Found(text, words[i].start, best[i])


def _follow(steps: tuple[_Step, ...], words: tuple[_Word, ...], i: int, end: int, comma: bool = False) -> int:
    """Where the rest of a phrase ends when it starts at word ``i`` (after a comma, if it may), or 0."""
    if not steps:
        return end
    step, rest = steps[0], steps[1:]
    if step.gap:
        for skipped in range(_LONGEST_GAP + 1):
            if found := _follow(rest, words, i + skipped, end, skipped > 0):
                return found
            if i + skipped >= len(words) or not words[i + skipped].after_comma:
                return 0
        return 0
    here = words[i] if i < len(words) else None
    if here is not None and (here.after_comma if comma else here.spaced):
        for form, until in here.forms:
            fits = step.forms is None or form in step.forms
            if fits and (found := _follow(rest, words, i + 1, until)):
                return found
    return _follow(rest, words, i, end, comma) if step.optional else 0


def _step(token: str) -> _Step:
    if token == "...":
        return _Step(None, gap=True)
    if token.startswith("(") and token.endswith(")"):
        return _Step(_step(token[1:-1]).forms, optional=True)
    if token == "*":
        return _Step(None)
    parts = token.lower().replace("’", "'").split("/")
    return _Step(frozenset(f for p in parts for f in (verb_forms(p[:-1]) if p[-1] == "~" else (p,))))


def _variants(steps: list[_Step]) -> Iterator[tuple[_Step, ...]]:
    """The phrase with and without the words that may be missing at its head."""
    while steps and steps[0].optional:
        yield from _variants([_Step(steps[0].forms), *steps[1:]])
        steps = steps[1:]
    yield tuple(steps)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[_Word, ...], dict[str, list[tuple[int, int]]]]:
    """The words of a text, and where each form of them stands; hyphens inside a word belong to it."""
    found = []
    last = 0
    for match in _TOKEN.finditer(text):
        between = text[last : match.start()]
        told = match[0].lower().replace("’", "'")
        forms = [(told, match.end())]
        if told.endswith("'s"):
            forms.append((told[:-2], match.end() - 2))
        if "-" in told:
            # "error-prone", "process-challenges": each part is a word too.
            forms += [(part[0], match.start() + part.end()) for part in _PART.finditer(told)]
        found.append(
            _Word(
                tuple(forms),
                match.start(),
                match.end(),
                between == " " or bool(_SPACE.fullmatch(between)),
                between == " " or bool(_COMMA.fullmatch(between)),
                between.endswith("@"),
            )
        )
        last = match.end()
    places: dict[str, list[tuple[int, int]]] = {}
    for i, word in enumerate(found):
        for form, end in word.forms:
            places.setdefault(form, []).append((i, end))
    return tuple(found), places
