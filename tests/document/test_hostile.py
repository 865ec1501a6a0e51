"""Hostile input costs time in proportion to its length and crashes nothing."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from pmlint.document import parse

PIECES = [
    "[",
    "![",
    "*a ",
    "**",
    "`",
    "<",
    "<a ",
    "<!--",
    "&",
    "\\",
    "|",
    "> ",
    "- ",
    "1. ",
    "[a](",
    "~~a",
    "_a",
    "((",
    "http://",
    "{% ",
    "Key: ",
    "10:05 x\n",
    "a\n",
    "A\n=\n",
    "<ul><li>",
    "<table><tr><td>",
    "<![CDATA[",
    "</b>",
    "<!-- pmlint: disable ",
    "# pmlint: disable=a,",
    "2024-",
    "[a]: x\n",
    "\u2028x",
    ".. a::\n",
    ":a: b\n",
]


@pytest.mark.parametrize("format", ["markdown", "text", "html", "rst"])
@pytest.mark.parametrize("piece", PIECES)
def test_repeated_markup_takes_bounded_time(piece, format):
    start = time.process_time()
    parse(piece * 6000, format=format)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("source", "format"),
    [
        ("- " * 1000 + "x", "markdown"),
        ("> " * 1000 + "x", "markdown"),
        ("".join("  " * depth + "- x\n" for depth in range(1000)), "markdown"),
        ("".join("  " * depth + "- x\n" for depth in range(1000)), "text"),
        ("".join("  " * depth + "* x\n\n" for depth in range(1000)), "rst"),
        ("<ul><li>" * 1000 + "x", "html"),
        ("<blockquote>" * 1000 + "x", "html"),
        ("---\na: " + "[" * 5000 + "\n---\nText.", "markdown"),
    ],
)
def test_deep_nesting_does_not_crash(source, format, assert_exact):
    assert_exact(parse(source, format=format))


@pytest.mark.parametrize("format", ["markdown", "text", "html"])
def test_ten_times_the_text_takes_about_ten_times_as_long(format):
    text = (
        "At 10:05 the *pump* stopped & nobody saw it. Kim came at noon.\n\n- Kim adds a switch by 12 May.\n\n"
    )

    def seconds(copies):
        start = time.process_time()
        parse(text * copies, format=format)
        return time.process_time() - start

    few = max(seconds(300) for _ in range(3))
    assert seconds(3000) < 50 * max(few, 0.01)


def test_importing_the_package_loads_no_parser():
    code = (
        "import sys, pmlint.document\n"
        "print([m for m in ('markdown_it', 'docutils', 'docx', 'yaml', 'dateutil', 'pathspec', 'spacy', "
        "'rich', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
