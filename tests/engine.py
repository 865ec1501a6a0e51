"""A quick engine in place of the rules, for tests of what lies around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from pmlint import checking
from pmlint.config.settings import Settings
from pmlint.document import Document
from pmlint.records import Report


def replace_engine(monkeypatch: pytest.MonkeyPatch, check: Callable[[Document, Settings], Report]) -> None:
    """Has every document judged by a function of the test, alone or together with others."""

    def check_together(documents: Iterable[Document], settings: Settings) -> Iterator[Report]:
        for document in documents:
            yield check(document, settings)

    monkeypatch.setattr(checking, "check_document", check)
    monkeypatch.setattr(checking, "check_documents", check_together)
