"""Files stay small, say where they are from, and know no machine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LONGEST = 400
FOLDERS = ("src", "tests", "docs", "examples", "benchmarks", "models", "notebooks", ".ci")
SUFFIXES = (*".py .md .txt .toml .css .js .html .json .jsonl .csv .ipynb .lock .yaml".split(), "")
MACHINE = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work|opt|mnt)/[\w.-]+|\b[A-Z]:\\Users\\")


def too_long(root: Path) -> list[str]:
    return [
        path.name
        for path in root.rglob("*.py")
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
    ]


def sourceless(lexicons: Path) -> list[str]:
    """Word lists whose head, before the first word, names no source."""
    found = []
    for path in lexicons.rglob("*.txt"):
        head = re.match(r"(?:#[^\n]*\n|\n)*", path.read_text(encoding="utf-8"))
        if not head or not re.search(r"^#\s*source:\s*\S", head[0], re.M | re.I):
            found.append(path.name)
    return found


def text_of(path: Path) -> str:
    """What a file says; of a notebook its cells, their outputs and its metadata."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return "\n".join(_strings(json.loads(text))) if path.suffix == ".ipynb" else text


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            yield from (text for inner in value for text in _strings(inner))
        case dict():
            # In the letters of a picture any path can stand.
            inners = (inner for kind, inner in value.items() if not kind.startswith("image/"))
            yield from (text for inner in inners for text in _strings(inner))


def machine_paths(paths: Iterator[Path]) -> list[str]:
    found = []
    for path in paths:
        for number, line in enumerate(text_of(path).splitlines(), 1):
            if MACHINE.search(line):
                found.append(f"{path.name}:{number}: {line.strip()}")
    return found


def text_files() -> Iterator[Path]:
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in SUFFIXES)
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in SUFFIXES and "__pycache__" not in path.parts:
                yield path


def test_no_source_file_is_longer_than_one_sitting() -> None:
    assert too_long(ROOT / "src") + too_long(ROOT / "notebooks") == []


def test_a_long_file_is_seen(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * (LONGEST + 1), encoding="utf-8")
    (tmp_path / "short.py").write_text("x = 1\n" * LONGEST, encoding="utf-8")
    assert too_long(tmp_path) == ["long.py"]


def test_every_lexicon_names_its_source() -> None:
    assert list((ROOT / "src/pmlint/lexicons").rglob("*.txt"))
    assert sourceless(ROOT / "src/pmlint/lexicons") == []


def test_a_lexicon_without_source_is_seen(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("# words\nsloppy\n", encoding="utf-8")
    (tmp_path / "late.txt").write_text("# words\nsloppy\n# source: too late\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text("# words\n# source: written for pmlint\nsloppy\n", encoding="utf-8")
    assert sorted(sourceless(tmp_path)) == ["bare.txt", "late.txt"]


def test_no_file_knows_a_machine() -> None:
    assert machine_paths(text_files()) == []


def test_a_machine_path_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "see /" + "home/ada/pmlint\nsee /tmp/x, a/home/b, https://x.example/home/y\n", encoding="utf-8"
    )
    assert machine_paths(iter([page])) == [f"page.md:1: see /{'home'}/ada/pmlint"]


def test_a_machine_path_in_a_notebook_is_seen(tmp_path: Path) -> None:
    notebook = tmp_path / "a.ipynb"
    saved = {"name": "stdout", "output_type": "stream", "text": ["saved:\n", f"in:\n/{'home'}/ada/pmlint"]}
    shown = {"output_type": "display_data", "data": {"image/png": f"+/{'home'}/ada"}}
    cells = [{"cell_type": "code", "source": [f"open('/{'root'}/draft.md')\n"], "outputs": [saved, shown]}]
    notebook.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    found = [line.partition(": ")[2] for line in machine_paths(iter([notebook]))]
    assert found == [f"open('/{'root'}/draft.md')", f"/{'home'}/ada/pmlint"]
