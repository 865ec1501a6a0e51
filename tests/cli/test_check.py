from __future__ import annotations

import io
import json
import sys

import pytest

from pmlint.cli import CLEAN, FAILED, FINDINGS, STOPPED
from pmlint.errors import PipelineError


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Fine.", CLEAN),
        ("They FORGOT.", FINDINGS),
        ("There were GAPS.", FINDINGS),
        ("MAYBE so.", CLEAN),
        ("My OWN part.", CLEAN),
        ("", CLEAN),
    ],
)
def test_problems_from_warning_on_set_the_exit_code(pmlint, write, text, code):
    assert pmlint("check", write("a.md", text))[0] == code


def test_exit_zero_hides_problems_but_no_failure(pmlint, write):
    assert pmlint(write("a.md", "They FORGOT."), "--exit-zero")[0] == CLEAN
    assert pmlint("a.md", "missing.md", "--exit-zero")[0] == FAILED


def test_the_command_check_may_be_left_out(pmlint, write):
    write("a.md", "They FORGOT.")
    assert pmlint("a.md") == pmlint("check", "a.md")
    assert pmlint("--quiet", "a.md") == pmlint("check", "--quiet", "a.md")


def test_without_paths_the_current_folder_is_checked(pmlint, write):
    write("deep/a.md", "They FORGOT.")
    write("picture.png", "FORGOT")
    code, out, _ = pmlint("--quiet")
    assert (code, out) == (FINDINGS, "./deep/a.md:1:6 PM101 [error] says FORGOT\n")


def test_a_file_named_like_a_command_is_reached_with_its_folder(pmlint, write):
    write("rules", "They FORGOT.")
    assert "PM101 [error] says FORGOT" in pmlint("./rules")[1]


def test_paths_are_printed_as_given(pmlint, write):
    write("sub/a.md", "They FORGOT.")
    for path in ("sub/a.md", "./sub/../sub/a.md"):
        assert pmlint(path, "--quiet")[1].startswith(f"{path}:1:6 ")


def test_reports_stand_apart_and_clean_documents_together(pmlint, write):
    names = [
        write("a.md", "They FORGOT."),
        write("b.md", "Fine."),
        write("c.md", "Good."),
        write("d.md", "GAPS"),
    ]
    _, out, _ = pmlint(*names)
    clean = "nothing flagged (blameless 90, accountable 50, candid 70)"
    assert f"candid 70\n\nb.md: {clean}\nc.md: {clean}\n\nd.md:1:1 PM101" in out
    assert out.startswith("a.md:1:6 ")
    assert out.endswith(
        "\n\n4 documents, 2 with nothing flagged\n  To look at: blame 2 (1 error, 1 warning)\n"
    )


def test_one_document_needs_no_totals(pmlint, write):
    assert "1 document" not in pmlint(write("a.md", "They FORGOT."))[1]


def test_statistics_come_last(pmlint, write):
    assert pmlint(write("a.md", "They FORGOT. GAPS."), "--statistics")[1].endswith(
        "\n\n2   PM101 named-fault\n"
    )
    assert pmlint("a.md", "--statistics", "--quiet")[1].endswith("GAPS\n2   PM101 named-fault\n")


def test_json_holds_files_and_errors(pmlint, write):
    code, out, err = pmlint(write("a.md", "They FORGOT."), "gone.md", "--format", "json")
    data = json.loads(out)
    assert code == FAILED
    assert [file["path"] for file in data["files"]] == ["a.md"]
    assert data["errors"] == [{"path": "gone.md", "message": "no such file or directory; check the path"}]
    assert err == "pmlint: gone.md: no such file or directory; check the path\n"


def test_output_goes_to_a_file_as_utf8(pmlint, write, folder):
    code, out, _ = pmlint(write("a.md", "Naïve. They FORGOT."), "--output", "report.txt")
    assert (code, out) == (FINDINGS, "")
    assert "  1 | Naïve. They FORGOT." in (folder / "report.txt").read_text(encoding="utf-8")


def test_a_file_is_coloured_on_request_alone(pmlint, write, folder, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in pmlint(write("a.md", "They FORGOT."))[1]
    pmlint("a.md", "--output", "report.txt")
    assert "\x1b[" not in (folder / "report.txt").read_text()
    pmlint("a.md", "--output", "report.txt", "--color=always")
    assert "\x1b[" in (folder / "report.txt").read_text()


def test_an_output_that_cannot_be_written_is_one_line(pmlint, write):
    code, out, err = pmlint(write("a.md", "Fine."), "--output", "no/such/folder.txt")
    assert (code, out) == (FAILED, "")
    assert err == "pmlint: --output: cannot write 'no/such/folder.txt': No such file or directory\n"


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_checked(pmlint, write, folder):
    (folder / "b.md").write_bytes(b"%PDF-1.7 \x00")
    code, out, err = pmlint(write("a.md", "They FORGOT."), "b.md", write("c.md", "GAPS"))
    assert code == FAILED
    assert "a.md:1:6" in out
    assert "c.md:1:1" in out
    assert out.endswith("\n  Could not be checked: 1\n")
    assert err == "pmlint: b.md: is a PDF, not a text; export it as docx, HTML or Markdown\n"


def test_a_missing_file_is_named_with_its_nearest_sibling(pmlint, write):
    write("sub/outage.md", "Fine.")
    code, _, err = pmlint("sub/outgae.md")
    assert (code, err) == (
        FAILED,
        "pmlint: sub/outgae.md: no such file or directory; did you mean 'outage.md'?\n",
    )


def test_a_crash_is_one_line_with_its_file_and_the_others_are_checked(pmlint, write):
    code, out, err = pmlint(write("a.md", "They FORGOT."), write("b.md", "CRASH"), write("c.md", "GAPS"))
    assert code == FAILED
    assert "a.md:1:6" in out
    assert "c.md:1:1" in out
    assert err.startswith("pmlint: b.md: internal error: KeyError: 'porter'; ")
    assert err.count("\n") == 1


def test_a_crash_stands_among_the_errors_of_the_json(pmlint, write):
    data = json.loads(pmlint(write("b.md", "CRASH"), "--format=json")[1])
    assert data["errors"] == [{"path": "b.md", "message": "internal error: KeyError: 'porter'"}]


def test_a_variable_shows_where_it_crashed(pmlint, write, monkeypatch):
    monkeypatch.setenv("PMLINT_TRACEBACK", "1")
    assert "Traceback (most recent call last)" in pmlint(write("b.md", "CRASH"))[2]


def test_a_crash_while_reading_stops_no_other_file(pmlint, write, monkeypatch):
    from pmlint import document

    load = document.load

    def break_on_b(path, **options):
        if path == "b.md":
            raise IndexError("cell")
        return load(path, **options)

    write("b.md", "x")
    monkeypatch.setattr(document, "load", break_on_b)
    code, out, err = pmlint("b.md", write("a.md", "They FORGOT."))
    assert code == FAILED
    assert "a.md:1:6" in out
    assert err.startswith("pmlint: b.md: internal error: IndexError: cell; ")


def test_a_broken_rule_is_said_and_its_document_is_reported(pmlint, write):
    code, out, err = pmlint(write("a.md", "They FORGOT. BREAK"))
    assert code == FAILED
    assert "a.md:1:6" in out
    assert err == "pmlint: a.md: rule PM101 broke: ValueError: x\n"


def test_many_documents_are_checked_in_order(pmlint, write):
    names = [write(f"{number:03}.md", "They FORGOT.") for number in range(70)]
    assert [line.partition(":")[0] for line in pmlint(*names, "--quiet")[1].splitlines()] == names


def test_a_missing_pipeline_is_one_line_for_the_whole_run(pmlint, write, monkeypatch):
    from pmlint import checking

    def refuse(documents, settings):
        raise PipelineError("the spaCy pipeline 'x' is not installed", mend="install it")

    monkeypatch.setattr(checking, "check_documents", refuse)
    code, _, err = pmlint(write("a.md", "x"), write("b.md", "x"))
    assert (code, err) == (FAILED, "pmlint: the spaCy pipeline 'x' is not installed; install it\n")


def test_ctrl_c_is_one_line(pmlint, write, monkeypatch):
    from pmlint import checking

    def stop(documents, settings):
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "check_documents", stop)
    assert pmlint(write("a.md", "x")) == (STOPPED, "", "pmlint: stopped\n")


def test_a_failure_outside_any_document_is_no_finding(pmlint, write, monkeypatch):
    from pmlint.report import text

    def fail(*args, **options):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(text, "render", fail)
    code, _, err = pmlint(write("a.md", "x"))
    assert code == FAILED
    assert err.startswith("pmlint: internal error: ZeroDivisionError: oops; ")


def test_a_folder_without_documents_is_said_and_is_no_failure(pmlint, engine):
    assert pmlint(".") == (CLEAN, "", "pmlint: no documents in .\n")


@pytest.mark.parametrize(("name", "shown"), [(None, "-"), ("notes.txt", "notes.txt")])
def test_standard_input_is_checked_under_its_name(pmlint, engine, monkeypatch, name, shown):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffThey FORGOT.".encode())))
    options = ["--stdin-filename", name] if name else []
    assert pmlint("-", "--quiet", *options)[:2] == (FINDINGS, f"{shown}:1:6 PM101 [error] says FORGOT\n")


def test_too_much_on_standard_input_is_refused(pmlint, write, monkeypatch):
    write("pmlint.toml", "max_file_size = 8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"They FORGOT.")))
    code, _, err = pmlint("-")
    assert code == FAILED
    assert err.startswith("pmlint: -: has ")


def test_a_path_cannot_act_on_the_terminal(pmlint, engine):
    err = pmlint("gone\x1b[2J\n.md")[2]
    assert "\x1b" not in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(("when", "colored"), [("always", True), ("auto", False), ("never", False)])
def test_colour_comes_when_asked_for(pmlint, write, when, colored):
    assert ("\x1b[" in pmlint(write("a.md", "They FORGOT."), "--color", when)[1]) is colored


def test_any_text_can_be_written_to_any_terminal(write, monkeypatch):
    from pmlint.cli import main

    write("a.md", "東京 They FORGOT \udce9.".encode("utf-8", "replace").decode())
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    assert main(["a.md"]) == FINDINGS
    sys.stdout.flush()
    assert b"  1 | ?? They FORGOT" in out.getvalue()
