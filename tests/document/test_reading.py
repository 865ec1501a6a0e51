"""Bytes become a document, or one clear line about why not."""

from __future__ import annotations

import time

import pytest

from pmlint.document import format_of, parse, read
from pmlint.errors import ReadError


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.mdx", "markdown"),
        ("a.txt", "text"),
        ("README", "text"),
        ("a.rst", "rst"),
        ("a.htm", "html"),
        ("a.html", "html"),
        ("a.docx", "docx"),
    ],
)
def test_the_suffix_tells_the_format(name, format):
    assert format_of(name) == format


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("Der Kühlraum fiel aus.\n".encode(), None),
        ("\ufeffDer Kühlraum fiel aus.\n".encode(), None),
        ("\ufeffDer Kühlraum fiel aus.\n".encode("utf-16-le"), "read as UTF-16"),
        ("\ufeffDer Kühlraum fiel aus.\n".encode("utf-16-be"), "read as UTF-16"),
    ],
)
def test_encodings_with_a_mark_are_read(tmp_path, data, notice):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = read(path)
    assert document.source == "Der Kühlraum fiel aus.\n"
    assert document.notices == ((notice,) if notice else ())


def test_another_encoding_is_guessed_and_said(tmp_path):
    path = tmp_path / "a.txt"
    text = "L’équipe a arrêté la pompe à midi parce que la vanne était bloquée; où était la clé? " * 4
    path.write_bytes(text.encode("cp1252"))
    document = read(path)
    assert "arrêté la pompe à midi" in document.source
    assert "not UTF-8" in document.notices[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Насос остановился в полночь, и никто этого не видел. ", "cp1251"),
        ("ポンプは夜中に止まった。", "shift_jis"),
    ],
)
def test_other_scripts_are_recognised_too(tmp_path, text, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes((text * 5).encode(encoding))
    assert read(path).source == text * 5


def test_line_ends_stay_as_they_are_in_the_file(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"# A\r\n\r\nB\rC\n")
    assert read(path).source == "# A\r\n\r\nB\rC\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n", "an image"),
        (b"abc\0def", "binary"),
        (b"PK\x03\x04", "archive"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"{\\rtf1 a}", "rich text"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data, words):
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=words) as caught:
        read(path)
    assert caught.value.mend


def test_missing_unreadable_and_directory_are_told_apart(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "missing.md")
    with pytest.raises(ReadError, match="is a directory"):
        read(tmp_path)
    with pytest.raises(ReadError, match="cannot be read"):
        read("a\0b.md")


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_text("x")

    def refuse(*args, **kwargs):
        # Permission bits do not stop root, so the system's answer is played.
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("io.open", refuse)
    with pytest.raises(ReadError, match="may not be read"):
        read(path)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.rst", "a.html"])
def test_an_empty_file_is_an_empty_document(tmp_path, name):
    path = tmp_path / name
    path.touch()
    document = read(path)
    assert (document.source, document.blocks, document.sentences, document.words) == ("", (), (), 0)


def test_a_file_of_fifty_megabytes_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    start = time.perf_counter()
    with pytest.raises(ReadError, match="has 50,000,000 bytes, more than the limit of 20,000,000"):
        read(path)
    assert time.perf_counter() - start < 1


def test_standard_input_obeys_the_same_limits():
    document = read("notes.rst", text_from_stdin=b"Title\n=====\n")
    assert (document.format, document.blocks[0].kind, document.path) == ("rst", "heading", "notes.rst")
    with pytest.raises(ReadError, match="more than the limit"):
        read("-", text_from_stdin=b"abcd", max_bytes=3)


def test_an_unknown_format_is_answered_with_the_nearest():
    with pytest.raises(ReadError, match="did you mean 'markdown'"):
        parse("x", format="markdwn")


def test_front_matter_is_data_and_no_prose():
    document = parse("---\ntitle: Flood\ndate: 2024-05-06\ntags: [a]\n---\n\n# Other\n\nText.")
    assert document.title == "Flood"
    assert document.front_matter["tags"] == ["a"]
    assert [block.text for block in document.blocks] == ["Other", "Text."]
    assert document.source[document.blocks[0].start :].startswith("Other")
    toml = parse('+++\r\ntitle = "Flood"\r\n+++\r\nText.')
    assert (toml.title, toml.blocks[0].text) == ("Flood", "Text.")


@pytest.mark.parametrize("body", ["title: a: b", "date: 2024-99-99", "a: [1", "a: &x [*x, *x"])
def test_front_matter_that_cannot_be_parsed_is_left_out_and_said(body):
    document = parse(f"---\n{body}\n---\nText.")
    assert [block.text for block in document.blocks] == ["Text."]
    assert document.front_matter or "front matter left out" in document.notices[0]


def test_a_rule_at_the_top_is_no_front_matter():
    document = parse("---\n\nThe pump stopped.\n\n---\n\nMore.")
    assert [block.text for block in document.blocks] == ["The pump stopped.", "More."]
