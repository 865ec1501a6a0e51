"""Every fault that a corpus can have is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pmlint.cli import main
from pmlint.training.validate import label_fault, validate


@pytest.fixture
def corpus(small: Path, tmp_path: Path) -> Path:
    shutil.copytree(small / "documents", tmp_path / "documents")
    shutil.copytree(small / "contrasts", tmp_path / "contrasts")
    return tmp_path


def change(path: Path, edit: Callable[[dict], object], line: int = 0) -> None:
    """Edits one record of a JSON-lines file."""
    rows = [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]
    edit(rows[line])
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_a_sound_corpus_has_no_fault(corpus: Path) -> None:
    assert validate(corpus / "documents") == []
    assert validate(corpus / "contrasts") == []


@pytest.mark.parametrize(
    ("file", "edit", "complaint"),
    [
        ("documents/units.jsonl", lambda r: r.update(start=r["start"] + 1), "its offsets give"),
        ("documents/labels.jsonl", lambda r: r.update(uid=9999), "there is no such unit"),
        (
            "documents/labels.jsonl",
            lambda r: r.update(labels=[{"label": "PRAISE"}]),
            "unknown label 'PRAISE'",
        ),
        ("documents/ratings.jsonl", lambda r: r.update(candid=7), "candid is 7, not 1 to 5"),
        ("documents/ratings.jsonl", lambda r: r.update(timeline="long"), "timeline is 'long'"),
        ("contrasts/sets.jsonl", lambda r: r["tellings"].pop("fog"), "has the tellings"),
        ("contrasts/sets.jsonl", lambda r: r.update(writer="nobody"), "nobody is in no split"),
        ("contrasts/sets.jsonl", lambda r: r["tellings"]["fog"][0].update(text=" "), "has no text"),
        ("contrasts/singles.jsonl", lambda r: r.update(text=""), "a sentence has no text"),
        ("contrasts/singles.jsonl", lambda r: r.pop("kind"), "a single sentence needs a kind"),
        ("documents/ratings.jsonl", lambda r: r.update(doc="x"), "there is no document x"),
        ("documents/sources.jsonl", lambda r: r.pop("doc"), " has no sources"),
    ],
)
def test_a_fault_is_named(corpus: Path, file: str, edit: Callable[[dict], object], complaint: str) -> None:
    change(corpus / file, edit)
    faults = validate((corpus / file).parent)
    assert any(complaint in fault for fault in faults), faults


def test_a_document_that_is_rated_twice_is_seen(corpus: Path) -> None:
    path = corpus / "documents/ratings.jsonl"
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    with path.open("a", encoding="utf-8") as file:
        file.write(first + "\n")
    (fault,) = validate(corpus / "documents")
    assert fault.endswith(f"{json.loads(first)['doc']} stands 2 times")


def test_a_copy_within_the_corpus_is_seen(corpus: Path) -> None:
    path = corpus / "contrasts/singles.jsonl"
    rows = path.read_text(encoding="utf-8").splitlines()
    longest = json.loads(max(rows, key=len)) | {"id": "w01-n9999"}
    path.write_text("\n".join([*rows, json.dumps(longest)]) + "\n", encoding="utf-8")
    assert any("near-duplicates" in fault for fault in validate(corpus / "contrasts"))


def test_words_copied_from_a_reference_are_seen(corpus: Path) -> None:
    source = next((corpus / "documents/documents").iterdir())
    reference = corpus / "reference"
    reference.mkdir()
    (reference / "a.md").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    assert any("shares 8 words in a row" in fault for fault in validate(corpus / "documents", reference))


@pytest.mark.parametrize(
    ("label", "fault"),
    [
        ({"label": "OWN"}, None),
        ({"label": "BLAME", "subtype": "fault", "target": "role"}, None),
        ({"label": "BLAME", "subtype": "fault"}, "BLAME has target None"),
        ({"label": "DIFFUSE", "subtype": "verdict"}, "DIFFUSE has subtype 'verdict'"),
        ({"label": "ACTION", "owner": "boss"}, "ACTION has owner 'boss'"),
    ],
)
def test_labels(label: dict[str, str], fault: str | None) -> None:
    assert label_fault(label) == fault


def test_the_command(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(corpus / "contrasts")
    assert main(["corpus", "validate", folder]) == 0
    assert "sound" in capsys.readouterr().out
    change(corpus / "contrasts/sets.jsonl", lambda r: r["tellings"].pop("fog"))
    assert main(["corpus", "validate", folder]) == 1
    assert "sets.jsonl:1: has the tellings" in capsys.readouterr().out
    assert main(["corpus", "validate", str(tmp_path / "nowhere")]) == 2
    assert "is no corpus; it needs units.jsonl or sets.jsonl" in capsys.readouterr().err
