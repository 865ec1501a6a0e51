from __future__ import annotations

import datetime as dt
import io
import json
import sys

import pytest

from pmlint import commitments
from pmlint.cli import CLEAN, FAILED
from pmlint.records import ActionItem


@pytest.fixture(autouse=True)
def extract(monkeypatch):
    """One commitment a document, due on the document's own date."""

    def extract(document, **options):
        return (
            ActionItem(
                "a1",
                document.source.strip(),
                0,
                5,
                1,
                "Ada",
                "named",
                "concrete",
                document.date,
                None,
                "date",
                "open",
            ),
        )

    monkeypatch.setattr(commitments, "extract", extract, raising=False)


def test_commitments_are_a_table(pmlint, folder):
    (folder / "2025-03-31-flood.md").write_text("Ada fits an interlock.")
    code, out, _ = pmlint("actions", "2025-03-31-flood.md")
    assert code == CLEAN
    assert "1     Ada fits an interlock.  Ada    2025-03-31  open    -" in out


def test_commitments_are_json(pmlint, folder):
    (folder / "a.md").write_text("Ada fits an interlock.")
    data = json.loads(pmlint("actions", "a.md", "--format", "json", "--date", "2025-04-01")[1])
    assert (data["schema_version"], data["path"]) == (1, "a.md")
    assert data["action_items"][0]["text"] == "Ada fits an interlock."
    assert data["action_items"][0]["due"] == "2025-04-01"


def test_commitments_are_read_from_standard_input(pmlint, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ada fits it.")))
    code, out, _ = pmlint("actions", "-", "--date", str(dt.date(2025, 4, 1)))
    assert code == CLEAN
    assert "Ada fits it." in out


def test_a_missing_file_is_one_line(pmlint):
    assert pmlint("actions", "gone.md") == (
        FAILED,
        "",
        "pmlint: gone.md: no such file or directory; check the path\n",
    )
