from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from pmlint.document import parse
from pmlint.language import pipeline
from pmlint.language.place import Place, places
from pmlint.language.vocabulary import vocabulary


def _parsed(text: str, extra: Mapping[str, tuple[str, ...]] | None = None) -> list[Place]:
    found = list(places(parse(text)))
    for place, doc in zip(found, pipeline.parse(p.text for p in found), strict=True):
        place.parsed = doc[:]
        place.vocabulary = vocabulary(extra)
    return found


@pytest.fixture
def parsed() -> Callable[..., list[Place]]:
    """Gives the sentences of a Markdown text in their places, parsed by the small pipeline."""
    return _parsed
