from __future__ import annotations

from collections.abc import Callable

import pytest

from pmlint.document import Document


def _assert_exact(document: Document) -> None:
    source, html = document.source, document.format == "html"
    for block in document.blocks:
        assert len(block.offsets) == (len(block.text) + 1 if block.text else 0)
        assert 0 <= block.start <= block.end <= len(source)
        for character, offset in zip(block.text, block.offsets):
            written = source[offset]
            folded = character.isspace() and (written.isspace() or character != " " or html)
            assert written == character or folded or written in "&\0", (block.text, offset)
        for cell in block.cells:
            assert 0 <= cell.start <= cell.end <= len(block.text)
        for start, end in block.code:
            assert 0 <= start < end <= len(block.text)
        for start, end, _ in block.links:
            assert 0 <= start < end <= len(block.text)
        for index in (block.parent, block.lead_in):
            assert index is None or 0 <= index < block.index
    for sentence in document.sentences:
        assert sentence.text == document.block_of(sentence).text[sentence.start : sentence.end]
        assert sentence.text == sentence.text.strip() != ""
        start, end = document.source_range(sentence, 0, len(sentence.text))
        assert 0 <= start < end <= len(source)
        line, column = document.position(start)
        assert line >= 1 and column >= 1


@pytest.fixture
def assert_exact() -> Callable[[Document], None]:
    """Check that every character and every sentence of a document stands where its offset says."""
    return _assert_exact
