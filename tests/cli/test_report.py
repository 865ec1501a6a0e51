from __future__ import annotations

import pytest

from pmlint.cli import CLEAN, FAILED
from pmlint.report import page as page_package

TEXT = "# The flood\n\nThe porter FORGOT it on 3 May 2025.\n"


@pytest.fixture(autouse=True)
def rendered(monkeypatch, engine):
    """The page replaced by its arguments: what it looks like is tested with the page."""
    calls = []

    def render_page(entries, **options):
        calls.append((entries, options))
        return "<!doctype html>"

    monkeypatch.setattr(page_package, "render_page", render_page)
    return calls


def test_a_folder_becomes_a_page(pmlint, folder, rendered):
    (folder / "2025-05-03-flood.md").write_text(TEXT)
    (folder / "b.md").write_text("Water.")
    code, out, err = pmlint("report", ".", "-o", "page.html", "--title", "Floods", "--as-of", "2026-03-01")
    assert (code, err) == (CLEAN, "")
    assert out == "page.html: 2 documents, 0 dated\n"
    assert (folder / "page.html").read_text() == "<!doctype html>"
    ((entries, options),) = rendered
    assert [entry.title for entry in entries] == ["The flood", "b"]
    assert (options["title"], str(options["as_of"]), options["errors"]) == ("Floods", "2026-03-01", [])


def test_standard_output_takes_the_page_alone(pmlint, folder):
    (folder / "a.md").write_text(TEXT)
    assert pmlint("report", "a.md", "-o", "-") == (CLEAN, "<!doctype html>", "")


def test_a_file_that_cannot_be_read_is_on_the_page_and_in_the_exit_code(pmlint, folder, rendered):
    (folder / "a.md").write_text(TEXT)
    code, _, err = pmlint("report", "a.md", "gone.md", "-o", "page.html")
    assert code == FAILED
    assert err.startswith("pmlint: gone.md: no such file")
    assert [path for path, _ in rendered[0][1]["errors"]] == ["gone.md"]


def test_without_documents_nothing_is_written(pmlint, folder):
    code, out, err = pmlint("report", ".", "-o", "page.html")
    assert (code, out, err) == (FAILED, "", "pmlint: no documents in .\n")
    assert not (folder / "page.html").exists()


def test_the_page_of_an_earlier_run_is_no_document(pmlint, folder, rendered):
    (folder / "a.md").write_text(TEXT)
    (folder / "page.html").write_text("<p>" + "x" * 30_000_000)  # larger than any document may be
    earlier = '<!doctype html><meta name="generator" content="pmlint report 0.1"><p>He FORGOT it.'
    (folder / "other.html").write_text(earlier)
    assert pmlint("report", ".", "-o", "page.html")[0] == CLEAN
    assert [entry.report.path for entry in rendered[0][0]] == ["./a.md"]


def test_a_date_that_is_none_is_one_line(pmlint, folder):
    assert pmlint("report", ".", "--as-of", "soon") == (
        FAILED,
        "",
        "pmlint: --as-of: 'soon' is no date; write it as 2026-03-31\n",
    )


def test_a_place_that_cannot_be_written_is_one_line(pmlint, folder):
    (folder / "a.md").write_text(TEXT)
    code, out, err = pmlint("report", "a.md", "-o", "gone/page.html")
    assert (code, out) == (FAILED, "")
    assert err == "pmlint: --output: cannot write 'gone/page.html': No such file or directory\n"
