"""Comments that switch rules off say what they cover."""

from __future__ import annotations

import pytest

from pmlint.document import parse


def covered(source, format="markdown"):
    document = parse(source, format=format)
    return [(s.codes, s.scope, document.source[s.start : s.end]) for s in document.suppressions]


def test_alone_on_a_line_it_covers_the_next_line():
    source = "A.\n\n<!-- pmlint: disable=PM201,hidden-actor it is quoted -->\n\nB one.\nB two.\n"
    assert covered(source) == [(("PM201", "hidden-actor"), "next-line", "B one.")]
    (suppression,) = parse(source).suppressions
    assert (suppression.reason, suppression.line) == ("it is quoted", 3)


def test_beside_text_it_covers_its_line():
    text = "B one. <!-- pmlint: disable=PM2 -->"
    assert covered(f"A.\n{text}\nC.") == [(("PM2",), "line", text)]


def test_each_form_has_its_scope():
    assert covered("<!-- pmlint: disable-line -->A.") == [((), "line", "<!-- pmlint: disable-line -->A.")]
    assert covered("A. <!-- pmlint: disable-next-line=PM1 -->\nText.") == [(("PM1",), "next-line", "Text.")]
    assert (
        covered("A.\n\n<!-- pmlint: disable-file=PM1 -->\n")[0][2]
        == "A.\n\n<!-- pmlint: disable-file=PM1 -->\n"
    )


@pytest.mark.parametrize(
    "body", ["one\ntwo", "- one\n- two\n  - three\n\n  four", "| a |\n|---|\n| b |\n| c |"]
)
def test_a_block_is_the_paragraph_list_or_table_that_follows(body):
    source = f"A.\n\n<!-- pmlint: disable-block=PM1 -->\n\n{body}\n\nZ."
    ((_, scope, text),) = covered(source)
    assert scope == "block"
    assert body.endswith(text) and not text.endswith("Z.")
    assert len(text) >= len(body) - len("| a |\n|---|\n")


@pytest.mark.parametrize(
    ("source", "format"),
    [
        (".. pmlint: disable=PM201 known\n\nText.", "rst"),
        ("# pmlint: disable=PM201 known\nText.", "text"),
        ("[pmlint: disable=PM201 known]\n\nText.", "text"),
        ("<!-- pmlint: disable=PM201 known -->\r\nText.", "html"),
        ("{/* pmlint: disable=PM201 known */}\n\nText.", "markdown"),
    ],
)
def test_every_format_has_its_own_comment(source, format):
    document = parse(source, format=format)
    (suppression,) = document.suppressions
    assert (suppression.codes, suppression.scope, suppression.reason) == (("PM201",), "next-line", "known")
    assert document.source[suppression.start : suppression.end] == "Text."
    assert [block.text for block in document.blocks] == ["Text."]


def test_words_about_it_switch_nothing_off():
    assert covered("Write `pmlint: disable=PM1` in a comment.") == []
    assert covered("We ran pmlint: disable was not used.", "text") == []
