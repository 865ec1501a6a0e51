"""Offsets are exact in every format, whatever stands in the file."""

from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmlint.document import parse

WORDS = st.sampled_from(
    "the crane stopped at 10:05. **bold** *it* `code` ``a ` b`` [link](http://x.y) [ref] <https://x.y/z> "
    "&amp; &mdash; \\* \\_ ~~no~~ ![i](j.png) <br> <b> </b> <!-- c --> {% x %} __ _ ** * ` [ ] ( ) < > & | "
    "\\| \\ # Ärger 🚒 é \u0627\u200f\u0628 Owner: e.g. \u00a0 \u2028 :ref:`a` *x | ``lit`` `l <http://a>`_ "
    "a_ |s| \x0b \x0c \x85 \u200d &#x41; &bogus; ::".split(" ")
)
STARTS = st.sampled_from(
    [
        "",
        "# ",
        "## ",
        "- ",
        "  - ",
        "    - ",
        "1. ",
        "> ",
        "> > ",
        "> - ",
        "- [ ] ",
        "| ",
        "\t",
        "    ",
        "---",
        "===",
        "|---|---|",
        "```",
        "<div>",
        "</div>",
        "<td>",
        "<li>",
        "<ul>",
        "<table>",
        "<tr>",
        "<pre>",
        "::",
        ".. note::",
        "* ",
        ".. list-table::",
        "   * - ",
        "     - ",
        "+---+---+",
        "=== ===",
    ]
)
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "|\n", "\u2028"])
LINE = st.builds(
    lambda start, words, end: start + " ".join(words) + end, STARTS, st.lists(WORDS, max_size=6), ENDS
)
TEXT = st.lists(LINE, max_size=8).map("".join)


@pytest.mark.parametrize("format", ["markdown", "text", "rst", "html"])
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=TEXT | st.text(max_size=60))
def test_every_character_stands_where_its_offset_says(format, source, assert_exact):
    assert_exact(parse(source, format=format))


@pytest.mark.parametrize("format", ["markdown", "text", "rst", "html"])
@settings(max_examples=100)
@given(source=st.lists(TEXT | st.characters(categories=["Cs"])).map("".join))
def test_half_a_surrogate_pair_is_one_replacement_character(format, source):
    written = re.sub(r"[\ud800-\udfff]", "\ufffd", source)
    assert len(written) == len(source)
    assert parse(source, format=format) == parse(written, format=format)


@pytest.mark.parametrize("format", ["markdown", "text", "rst", "html"])
@settings(max_examples=100)
@given(source=TEXT)
def test_every_word_is_found_at_its_own_place(format, source):
    # Each plain word is made unique, so that a match at a wrong place shows.
    numbers = count()
    source = re.sub(
        r"\b(?:the|crane|stopped|it|no)\b", lambda word: f"{word.group()}q{next(numbers)}q", source
    )
    for block in parse(source, format=format).blocks:
        for word in re.finditer(r"(?:the|crane|stopped|it|no)q\d+q", block.text):
            assert block.offsets[word.start()] == source.index(word.group())


@settings(max_examples=100)
@given(
    words=st.lists(st.from_regex(r"[a-zäé🚒]{1,8}", fullmatch=True), min_size=1, max_size=30),
    width=st.integers(8, 40),
)
def test_wrapping_changes_no_word(words, width):
    lines, line = [], ""
    for word in words:
        if line and len(line) + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    lines.append(line)
    for end in ("\n", "\r\n", "\r"):
        (block,) = parse("- " + f"{end}  ".join(lines)).blocks
        assert block.text == " ".join(words)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("format", ["markdown", "text", "rst"])
def test_line_and_column_do_not_depend_on_line_ends(format, end):
    source = end.join(["Findings", "========", "", "One 🚒 line.", "", "The second ملف stopped.", ""])
    document = parse(source, format=format)
    sentence = document.sentences[-1]
    start, stop = document.source_range(sentence, 4, 10)
    assert source[start:stop] == "second"
    assert document.position(start) == (6, 5)


def test_a_byte_order_mark_is_no_part_of_the_source():
    document = parse("\ufeff# Title\n\nText here.")
    assert document.source.startswith("# Title")
    assert document.blocks[0].text == "Title"


@pytest.mark.parametrize("line", ["\u00a0", "\u2028", "\u3000 \u2003"])
def test_a_line_of_odd_white_space_shifts_nothing(line, assert_exact):
    document = parse(f"{line}\nFirst line\nsecond line\n{line}\n")
    assert_exact(document)
    assert document.blocks[0].text.endswith("First line second line")


@pytest.mark.parametrize("format", ["markdown", "text", "rst", "html"])
def test_null_characters_are_blanks(format, assert_exact):
    document = parse("One\0two three.", format=format)
    assert_exact(document)
    assert document.blocks[0].text == "One two three."


def test_source_ranges_cover_the_markup_between_words():
    document = parse("We **never** tested `restore`.")
    (sentence,) = document.sentences
    assert sentence.text == "We never tested restore."
    start, end = document.source_range(sentence, 0, len(sentence.text))
    assert document.source[start:end] == "We **never** tested `restore`."
