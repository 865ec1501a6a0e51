"""The notebooks run from a fresh copy, and what is committed of them is small and knows no machine."""

from __future__ import annotations

import base64
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LARGEST_PICTURE = 150_000
LARGEST = 500_000
MACHINE = re.compile(
    r"(?<![\w.:/])/(?:home|root|Users|work|opt|mnt|tmp|private|var)/[\w.-]+|\b[A-Z]:\\|\bipykernel_\d|site-packages"
)
WARNING = re.compile(r"\w*Warning\b|Traceback")


def outputs(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def written(notebook: nbformat.NotebookNode) -> str:
    """Every output as text, pictures left out."""
    texts = []
    for output in outputs(notebook):
        texts.append(output.get("text", ""))
        texts += [str(v) for kind, v in output.get("data", {}).items() if not kind.startswith("image/")]
    return "\n".join(texts)


def faults(notebook: nbformat.NotebookNode) -> list[str]:
    """Errors, warnings and paths of the machine in the outputs."""
    text = written(notebook)
    found = [m.group() for pattern in (MACHINE, WARNING) for m in pattern.finditer(text)]
    for output in outputs(notebook):
        if output.output_type == "error" or output.get("name") == "stderr":
            found.append(str(output.get("text") or output.get("ename")))
    return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notebooks in a folder of their own, beside what they read."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT / "notebooks", root / "notebooks", ignore=shutil.ignore_patterns("__pycache__", ".*")
    )
    for name in ("corpora", "models", "examples"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    return root / "notebooks"


def test_there_are_four() -> None:
    assert [path.name[:3] for path in NOTEBOOKS] == ["01_", "02_", "03_", "04_"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, copy: Path) -> None:
    notebook = nbformat.read(copy / path.name, as_version=4)
    client = NotebookClient(
        notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(copy)}}
    )
    client.execute()
    assert faults(notebook) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_executed(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert notebook.cells[0].cell_type == "markdown"
    assert notebook.cells[0].source.startswith("# ")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_is_committed_is_small_and_knows_no_machine(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert faults(notebook) == []
    assert path.stat().st_size <= LARGEST
    sizes = [
        len(base64.b64decode(output.data["image/png"]))
        for output in outputs(notebook)
        if "image/png" in output.get("data", {})
    ]
    assert sizes
    assert max(sizes) <= LARGEST_PICTURE


def test_faults_are_seen() -> None:
    cell = nbformat.v4.new_code_cell("1")
    cell.outputs = [
        nbformat.v4.new_output("stream", name="stdout", text="saved in /" + "home/ada/pmlint\n"),
        nbformat.v4.new_output("stream", name="stderr", text="FutureWarning: soon\n"),
        nbformat.v4.new_output("error", ename="ValueError", evalue="no"),
        nbformat.v4.new_output("display_data", data={"text/html": "<b>1/home, a/tmp/x</b>"}),
    ]
    found = faults(nbformat.v4.new_notebook(cells=[cell]))
    assert found == ["/" + "home/ada", "FutureWarning", "FutureWarning: soon\n", "ValueError"]


def test_the_archive_names_documents_that_are_there() -> None:
    lines = (ROOT / "notebooks" / "archive.csv").read_text(encoding="utf-8").splitlines()
    names = [line.split(",")[0] for line in lines[1:]]
    assert len(names) == len(set(names)) == 40
    folder = ROOT / "corpora" / "postmortems" / "documents"
    assert [name for name in names if not (folder / f"{name}.md").is_file()] == []


def test_the_house_corpus_is_sound() -> None:
    from pmlint.training.validate import validate

    assert validate(ROOT / "notebooks" / "house" / "corpus") == []
