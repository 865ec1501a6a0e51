from __future__ import annotations

from dataclasses import replace

import pytest

from pmlint.records import Finding
from pmlint.report.page.highlight import Piece, pieces

SOURCE = "## Cause\n\nHe forgot to close the valve.\n"


def finding(words, source=SOURCE, **changes):
    start = source.index(words)
    given = {"severity": "error", "category": "blame", **changes}
    place = (start, start + len(words), 1, 1, 1, 1)
    found = Finding("PM101", "named-fault", "blame", None, None, "error", 0.9, "m", None, *place, words)
    return replace(found, **given)


def marked(found, **options):
    return [
        (p.text, p.finding.category if p.finding else None, p.closes)
        for p in pieces(SOURCE, found, **options)
    ]


def test_the_pieces_are_the_text():
    found = [finding("forgot"), finding("close the valve")]
    assert "".join(piece.text for piece in pieces(SOURCE, found)) == SOURCE


def test_a_finding_is_a_piece_of_its_own():
    assert marked([finding("forgot")], markdown=False) == [
        ("## Cause\n\nHe ", None, ()),
        ("forgot", "blame", (1,)),
        (" to close the valve.\n", None, ()),
    ]


def test_of_two_findings_on_one_place_the_graver_gives_the_mark():
    found = [finding("forgot to close", severity="info", category="candor"), finding("close the valve")]
    assert marked(found, markdown=False)[1:4] == [
        ("forgot to ", "candor", ()),
        ("close", "blame", (1,)),
        (" the valve", "blame", (2,)),
    ]


def test_headings_and_tables_are_told_apart_in_markdown_alone():
    text = "# One\n\n| a | b |\n\n#nothing\n"
    assert [(p.text, p.kind) for p in pieces(text, []) if p.kind] == [
        ("# One", "heading"),
        ("| a | b |", "table"),
    ]
    assert [p.kind for p in pieces(text, [], markdown=False)] == [""]


def test_a_mark_inside_a_heading_keeps_it_a_heading():
    assert [p.kind for p in pieces(SOURCE, [finding("Cause")])] == ["heading", "heading", ""]


@pytest.mark.parametrize("end", [0, 601])
def test_nothing_and_nearly_everything_are_not_marked(end):
    text = "x" * 700
    found = replace(finding("x", text), end=end)
    assert pieces(text, [found]) == [Piece(text, "", None, None, ())]


def test_signs_that_could_act_are_made_visible():
    assert "".join(p.text for p in pieces("a\x07b\u202ec\r\nd\re", [])) == "a␇b�c\nd\ne"
