from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pmlint.records import Finding
from pmlint.report.excerpt import excerpt, split_lines

ROOM = 60


def one(source, finding, room=ROOM):
    (line,) = excerpt(split_lines(source), finding, room)
    return line


def test_a_short_line_is_shown_whole(finding):
    source = "One.\nThe porter forgot the key.\n"
    line = one(source, finding(source, "porter forgot"))
    assert (line.number, line.before, line.marked, line.after) == (2, "The ", "porter forgot", " the key.")
    assert (line.indent, line.cells) == (4, 13)


@pytest.mark.parametrize(
    ("before", "indent"), [("\t", 4), ("a\t", 5), ("東京 ", 5), ("👩‍🚀 ", 3), ("e\u0301 ", 2), ("\x1b[1m", 4)]
)
def test_the_underline_stands_below_the_words(finding, before, indent):
    source = f"{before}porter forgot"
    line = one(source, finding(source, "porter forgot"))
    assert (line.indent, line.cells) == (indent, 13)


def test_wide_words_are_underlined_over_their_whole_width(finding):
    source = "the 東京 team"
    assert one(source, finding(source, "東京")).cells == 4


def test_a_long_line_is_cut_to_words_around_the_finding(finding):
    source = "word " * 200 + "the porter forgot" + " tail" * 200
    line = one(source, finding(source, "the porter forgot"))
    assert line.before.startswith("... ")
    assert line.after.endswith(" ...")
    assert set(line.before.split()) == {"...", "word"}
    assert set(line.after.split()) == {"tail", "..."}
    assert ROOM - 15 < cell_len(line.before + line.marked + line.after) <= ROOM


def test_a_line_is_cut_on_the_side_that_is_too_long_only(finding):
    source = "The porter forgot" + " tail" * 50
    line = one(source, finding(source, "porter forgot"))
    assert line.before == "The "
    assert line.after.endswith(" ...")


def test_words_longer_than_the_line_are_cut_and_the_cut_is_shown(finding):
    words = "very " * 40 + "long"
    line = one(f"It was {words}.", finding(f"It was {words}.", words))
    assert line.marked.endswith("...")
    assert line.indent + line.cells <= ROOM


def test_no_word_is_cut_beside_long_flagged_words(finding):
    words = "was not noticed for the whole of that night"
    source = f"It {words} unfortunately, so they said."
    line = one(source, finding(source, words))
    assert line.after == " ..."


def test_each_of_a_few_lines_is_underlined_from_its_first_word(finding):
    source = "> There were gaps\n>   nobody saw\n\nEnd.\n"
    words = "gaps\n>   nobody"
    lines = excerpt(split_lines(source), finding(source, words), ROOM)
    assert [(line.number, line.marked) for line in lines] == [(1, "gaps"), (2, ">   nobody")]


def test_of_many_lines_the_ends_are_shown_and_the_rest_is_counted(finding):
    source = "\n".join("abcdefgh")
    lines = excerpt(split_lines(source), finding(source, source), ROOM)
    assert [line.number for line in lines] == [1, 2, None, 8]
    assert lines[2].before == "... 5 more lines ..."


def test_four_lines_are_shown_whole(finding):
    lines = excerpt(list("abcd"), finding("a\nb\nc\nd", "a\nb\nc\nd"), ROOM)
    assert [line.number for line in lines] == [1, 2, 3, 4]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_where_editors_end_them(finding, end):
    source = end.join(["One\x0bstill one\u2028and on.", "The porter forgot."])
    line = one(source, finding(source, "porter"))
    assert (line.number, line.before) == (2, "The ")


def test_a_finding_without_words_has_no_excerpt():
    assert excerpt(["Some text"], bare(0, 0, 1, 1, 1, 1), ROOM) == []


def bare(start, end, line, column, end_line, end_column):
    place = (start, end, line, column, end_line, end_column)
    return Finding("PM101", "x", "blame", None, None, "error", 0.8, "m", None, *place, "t")


@given(st.text(st.characters(codec=None), max_size=300), st.data())
def test_every_line_fits_and_its_underline_too(text, data):
    text = text.replace("\r", "").replace("\n", " ")
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    for line in excerpt([text], bare(first, last, 1, first + 1, 1, last + 1), 40):
        assert cell_len(line.before) + cell_len(line.marked) + cell_len(line.after) <= 40
        assert line.cells >= 1


@pytest.mark.parametrize("place", [(0, 9, 7, 1, 9, 1), (0, 9, 1, 99, 1, 120), (3, 4, 1, 4, 0, 1)])
def test_a_place_outside_the_text_breaks_nothing(place):
    assert excerpt(["Short."], bare(*place), ROOM) == []


def test_a_line_of_megabytes_costs_no_more_than_others(finding):
    source = "a " * 2_000_000 + "porter forgot" + " b" * 2_000_000
    line = one(source, finding(source, "porter forgot"))
    assert len(line.before + line.marked + line.after) <= ROOM
