"""Word documents are read with their styles, lists and tables."""

from __future__ import annotations

import io

import docx
import pytest

from pmlint.document import read
from pmlint.errors import ReadError


def saved(document, tmp_path):
    path = tmp_path / "review.docx"
    document.save(str(path))
    return path


def test_paragraphs_lists_and_tables(tmp_path, assert_exact):
    word = docx.Document()
    word.add_heading("Crane stoppage", 1)
    para = word.add_paragraph("The crane ")
    para.add_run("stopped").bold = True
    para.add_run(" at ten.\nIt rained.")
    word.add_paragraph().add_run("Action items").bold = True
    word.add_paragraph("Kim orders a bolt.", style="List Bullet")
    word.add_paragraph("in red", style="List Bullet 2")
    word.add_paragraph("☑ Lee tests it", style="List Bullet")
    table = word.add_table(rows=2, cols=3)
    for row, texts in zip(
        table.rows, [("Owner", "What", "Due"), ("Kim", "Check bolts\tand nuts\nweekly", "3 June")]
    ):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    word.add_paragraph("You broke it.", style="Quote")
    document = read(saved(word, tmp_path))
    assert_exact(document)
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "Crane stoppage"),
        ("para", 0, "The crane stopped at ten.\nIt rained."),
        ("heading", 2, "Action items"),
        ("item", 0, "Kim orders a bolt."),
        ("item", 1, "in red"),
        ("item", 0, "☑ Lee tests it"),
        ("row", 0, "Kim\tCheck bolts and nuts\nweekly\t3 June"),
        ("para", 0, "You broke it."),
    ]
    item, nested, done, row, quote = document.blocks[3:]
    assert item.section == ("Crane stoppage", "Action items")
    assert nested.parent == item.index
    assert done.checked is True
    assert row.cell("due") == "3 June"
    assert quote.quoted
    assert document.source.split("\n")[7] == "Kim\tCheck bolts and nuts\u2028weekly\t3 June"
    # A paragraph or table row is a line of the extracted text.
    assert document.position(quote.start) == (9, 1)


def test_tables_of_two_columns_may_have_labels_instead_of_headers(tmp_path):
    word = docx.Document()
    table = word.add_table(rows=2, cols=2)
    for row, (label, text) in zip(table.rows, [("Date:", "6 May 2024"), ("Lead:", "Kim")]):
        row.cells[0].text, row.cells[1].text = label, text
    document = read(saved(word, tmp_path))
    assert document.blocks[0].cell("date") == "6 May 2024"
    assert document.blocks[1].cell("lead") == "Kim"


def test_broken_files_give_one_clear_line(tmp_path):
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    whole = buffer.getvalue()
    for data, words in [
        (whole[: len(whole) // 2], "truncated or no Word document"),
        (b"PK\x03\x04 nothing else", "truncated or no Word document"),
        (b"just text", "truncated or no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
    ]:
        path = tmp_path / "broken.docx"
        path.write_bytes(data)
        with pytest.raises(ReadError, match=words) as caught:
            read(path)
        assert str(caught.value).startswith(str(path))
        assert "\n" not in str(caught.value)


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path):
    word = docx.Document()
    word.add_paragraph("a" * 3_000_000)
    with pytest.raises(ReadError, match="unpacks to"):
        read(saved(word, tmp_path), max_bytes=100_000)


def test_an_empty_file_gives_no_blocks(tmp_path):
    path = tmp_path / "empty.docx"
    path.touch()
    assert read(path).blocks == ()
