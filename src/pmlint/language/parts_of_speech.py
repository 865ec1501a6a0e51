"""Parts of speech from a table, as the pipeline's attribute ruler gives them, at a tenth of its cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_READ = {
    "TAG": lambda token: token.tag_,
    "DEP": lambda token: token.dep_,
    "LOWER": lambda token: token.lower_,
    "IS_SPACE": lambda token: token.is_space,
}
"""What the rulers of the English pipelines look at."""

_Pattern = Mapping[str, Any]


class PartsOfSpeech:
    """The part of speech that a list of patterns gives a token: that of the last pattern that fits.

    Args:
        patterns: Pairs of a pattern for one token, in the language of spaCy's matcher, and a part of speech.
    """

    def __init__(self, patterns: Sequence[tuple[_Pattern, str]]) -> None:
        self._patterns = patterns
        # To the patterns all words that none of them names are the same.
        self._named = {word for pattern, _ in patterns for word in _values(pattern.get("LOWER", ()))}
        self._known: dict[tuple[int, int, str, bool], str | None] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The document, with a part of speech for each token that has none yet."""
        for token in doc:
            if token.pos:
                continue
            word = token.lower_
            key = (token.tag, token.dep, word if word in self._named else "", token.is_space)
            if key not in self._known:
                self._known[key] = self._of(token)
            found = self._known[key]
            if found is not None:
                token.pos_ = found
        return doc

    def _of(self, token: Token) -> str | None:
        return next((told for pattern, told in reversed(self._patterns) if _fits(pattern, token)), None)


def take_over(nlp: Language) -> PartsOfSpeech:
    """A table of what the pipeline's attribute ruler says of single tokens; the ruler keeps the rest.

    Later patterns outdo earlier ones: the table takes those up to the first that it cannot read, and is asked
    about the tokens on which the ruler has nothing to say. The rules read tags, parts of speech and
    dependencies alone; whatever else the ruler sets is dropped.
    """
    if "attribute_ruler" not in nlp.pipe_names:
        return PartsOfSpeech(())
    ruler: Any = nlp.get_pipe("attribute_ruler")
    told = [p | {"attrs": {"POS": p["attrs"]["POS"]}} for p in ruler.patterns if "POS" in p["attrs"]]
    first = next((i for i, entry in enumerate(told) if not _is_readable(entry)), len(told))
    if "morphologizer" in nlp.pipe_names:
        first = 0  # every token has a part of speech before the ruler is asked, which then corrects it
    ruler.clear()
    ruler.add_patterns(told[first:])
    return PartsOfSpeech(
        [(tokens[0], entry["attrs"]["POS"]) for entry in told[:first] for tokens in entry["patterns"]]
    )


def _is_readable(entry: Mapping[str, Any]) -> bool:
    return all(len(tokens) == 1 and _is_plain(tokens[0]) for tokens in entry["patterns"])


def _is_plain(pattern: _Pattern) -> bool:
    return all(
        key in _READ and (not isinstance(value, dict) or value.keys() <= {"IN", "NOT_IN"})
        for key, value in pattern.items()
    )


def _fits(pattern: _Pattern, token: Token) -> bool:
    return all(_allows(value, _READ[key](token)) for key, value in pattern.items())


def _values(value: Any) -> Iterable[str]:
    """The values that a pattern names for an attribute."""
    if isinstance(value, dict):
        return [*value.get("IN", ()), *value.get("NOT_IN", ())]
    return (value,) if value else ()


def _allows(value: Any, told: Any) -> bool:
    if not isinstance(value, dict):
        return bool(told == value)
    return told in value.get("IN", (told,)) and told not in value.get("NOT_IN", ())
