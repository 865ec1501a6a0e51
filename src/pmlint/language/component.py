"""pmlint as a component of anybody's spaCy pipeline: ``nlp.add_pipe("pmlint")``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from pmlint.config import load
from pmlint.config.settings import Settings
from pmlint.language import pipeline
from pmlint.language.place import Place

KEY = "pmlint"
"""Key of the findings in ``doc.spans``, and name of the report in ``doc._``."""


@Language.factory(
    KEY,
    assigns=["doc.spans", "doc._.pmlint"],
    default_config={"format": "text", "settings": {}},
)
def create_pmlint(nlp: Language, name: str, format: str, settings: dict[str, Any]) -> PmlintComponent:
    """The component, to be added after the tagger and the parser.

    Args:
        nlp: The pipeline.
        name: Name of the component in the pipeline.
        format: Format of the texts: ``"text"``, ``"markdown"``, ``"rst"`` or ``"html"``.
        settings: Settings by the keys of the configuration reference, ``{"select": ["PM1"]}`` for instance.

    Raises:
        ConfigError: A setting is unknown or out of range.
    """
    return PmlintComponent(format, load(overrides=settings, discover=False))


class PmlintComponent:
    """Sets ``doc.spans["pmlint"]`` (a span for each finding, its label the rule's code) and ``doc._.pmlint``.

    The component reads the parse that the pipeline made; sentences that carry markup, or that the pipeline
    did not parse, are parsed by the pipeline of the settings.

    Args:
        format: Format of the texts.
        settings: The settings in force.
    """

    def __init__(self, format: str, settings: Settings) -> None:
        self.format = format
        self.settings = settings
        if not Doc.has_extension(KEY):
            Doc.set_extension(KEY, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its findings.

        Raises:
            RuleError: A rule broke on this text.
        """
        from pmlint.checking import check_documents
        from pmlint.document import parse
        from pmlint.library import unbroken

        def parser(places: Sequence[Place], name: str) -> Iterator[Span]:
            return _parsed(doc, places, name)

        report = unbroken(
            next(check_documents([parse(doc.text, format=self.format)], self.settings, parser=parser))
        )
        spans = (
            doc.char_span(f.start, f.end, label=f.rule, alignment_mode="expand") for f in report.findings
        )
        doc.spans[KEY] = [span for span in spans if span is not None]
        doc._.set(KEY, report)
        return doc


def _parsed(doc: Doc, places: Sequence[Place], name: str) -> Iterator[Span]:
    own = [_own_parse(doc, place) for place in places]
    missing = iter(
        list(pipeline.parse([p.text for p, span in zip(places, own, strict=True) if span is None], name))
        if None in own
        else []
    )
    for span in own:
        yield span if span is not None else next(missing)[:]


def _own_parse(doc: Doc, place: Place) -> Span | None:
    start, end = place.document.source_range(place.sentence, 0, len(place.text))
    span = doc.char_span(start, end)
    if (
        span is None
        or span.text != place.text
        or not (doc.has_annotation("DEP") and doc.has_annotation("TAG"))
    ):
        return None
    # As a document of its own the sentence cannot hang on words outside it.
    return span.as_doc()[:]
