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
from collections.abc import Iterable
from functools import cache

from pmlint.language.inflect import verb_forms
from pmlint.lexicons import load

_WORD = r"[\w'’\-]+"


def phrase_pattern(entries: Iterable[str]) -> re.Pattern[str]:
    """One pattern that finds any of the phrases; longer entries win at the same place.

    Args:
        entries: Phrases in the small language above.
    """
    parts = sorted((_compile(entry) for entry in entries), key=len, reverse=True)
    if not parts:
        return re.compile(r"(?!)")
    return re.compile(r"(?<![\w@])(?:" + "|".join(parts) + r")(?!\w)", re.I)


@cache
def lexicon_pattern(*names: str, extra: tuple[str, ...] = ()) -> re.Pattern[str]:
    """``phrase_pattern`` of one or several word lists and the user's extra phrases."""
    return phrase_pattern([entry for name in names for entry in load(name)] + list(extra))


@cache
def verb_lemmas(*names: str) -> dict[str, str]:
    """Each inflected form of the verbs in the word lists, with its base form."""
    return {form: base for name in names for base in load(name) for form in verb_forms(base)}


def any_of(*parts: str | re.Pattern[str]) -> re.Pattern[str]:
    """One case-blind pattern that finds any of the patterns."""
    sources = (part if isinstance(part, str) else part.pattern for part in parts)
    return re.compile("|".join(f"(?:{source})" for source in sources), re.I)


def words_pattern(words: Iterable[str]) -> str:
    """Source of a pattern for any of these plain words, whole."""
    return (
        r"(?<!\w)(?:" + "|".join(sorted((_escape(w) for w in set(words)), key=len, reverse=True)) + r")(?!\w)"
    )


def _compile(entry: str) -> str:
    pattern = ""
    for token in entry.split():
        if token == "...":
            # The gap carries its own spaces, so that it may be empty.
            pattern += rf"(?:\s+{_WORD},?){{0,4}}?"
            continue
        optional = token.startswith("(") and token.endswith(")")
        core = token[1:-1] if optional else token
        if core == "*":
            word = _WORD
        else:
            word = "|".join(
                form
                for part in core.split("/")
                for form in (_forms(part[:-1]) if part[-1] == "~" else [_escape(part)])
            )
            word = f"(?:{word})" if "|" in word else word
        joint = r"\s+" if pattern else ""
        pattern += (
            f"(?:{joint}{word})?"
            if optional and pattern
            else f"(?:{word}\\s+)?"
            if optional
            else joint + word
        )
        if optional and pattern.endswith("\\s+)?"):
            # A leading optional word has its space inside; the next word must not ask for another.
            pattern += "(?:)"
    return pattern.replace("(?:)\\s+", "")


def _forms(base: str) -> list[str]:
    return [_escape(form) for form in verb_forms(base.lower())]


def _escape(word: str) -> str:
    return re.escape(word).replace("'", "['’]")
