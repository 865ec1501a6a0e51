"""Plain text is read the way people type it."""

from __future__ import annotations

import pytest

from pmlint.document import parse


def blocks(source):
    return parse(source, format="text").blocks


@pytest.mark.parametrize(
    ("source", "level"),
    [
        ("Timeline\n========\n\nText.", 1),
        ("Timeline\n--------\nText.", 2),
        ("TIMELINE OF THE NIGHT\n\nText.", 2),
        ("## Timeline\n\nText.", 2),
        ("Timeline:\nThe pump stopped at ten.", 3),
        ("Timeline\n\nThe pump stopped at ten because nobody had filled the tank that day.", 3),
        ("What went well\nThe crew was quick and nobody was hurt, as the drill had covered this case.", 3),
    ],
)
def test_headings_as_people_type_them(source, level):
    heading, para = blocks(source)
    assert (heading.kind, heading.level) == ("heading", level)
    assert para.kind == "para"
    assert len(para.section) == 1


@pytest.mark.parametrize(
    "source",
    [
        "Hello all,\n\nthe pump stopped.",
        "We stopped.\n\nIt rained.",
        "OK.\n\nFine.",
        "10:05 PUMP OFF\n\nMore.",
    ],
)
def test_what_is_no_heading(source):
    assert {block.kind for block in blocks(source)} == {"para"}


def test_lists_with_wrapped_items_boxes_and_depth():
    lead, one, two, nested, number = blocks(
        "Action items:\n- Kim adds a switch\n  by 12 May\n"
        "- [x] Lee tests it\n    * at night\n\n1) all together\n"
    )
    assert lead.kind == "heading"
    assert (one.text, one.section) == ("Kim adds a switch by 12 May", ("Action items",))
    assert two.checked is True
    assert (nested.level, nested.parent) == (1, two.index)
    assert number.lead_in == one.lead_in == lead.index


def test_a_paragraph_indented_under_an_item_belongs_to_it():
    one, more, out = blocks("- Kim adds a switch\n\n  It costs little.\n\nThat was all.")
    assert (more.kind, more.parent) == ("item", one.index)
    assert out.kind == "para"


def test_quoted_lines_are_marked():
    said, answer = blocks("> You broke it,\n> he wrote.\n\nWe looked into it.")
    assert said.quoted and said.text == "You broke it, he wrote."
    assert not answer.quoted


def test_mail_headers_stay_on_lines_of_their_own():
    document = parse(
        "From: Kim\nTo: all hands\nDate: Mon, 3 Mar 2025\n\nThe hall was flooded.", format="text"
    )
    assert [sentence.text for sentence in document.sentences][:2] == ["From: Kim", "To: all hands"]
    assert document.date is not None and document.date.isoformat() == "2025-03-03"


def test_entries_on_lines_of_their_own_are_kept_apart():
    (block,) = blocks("10:05 - water seen\n10:20 - pump on\nand dry by noon")
    assert block.text == "10:05 - water seen\n10:20 - pump on and dry by noon"


def test_addresses_are_links():
    (block,) = blocks("See https://t.example/a_b?c=d. Then go.")
    ((start, end, target),) = block.links
    assert block.text[start:end] == target == "https://t.example/a_b?c=d"


def test_rules_between_paragraphs_are_no_text():
    assert [block.text for block in blocks("One thing.\n\n* * *\n\n-----\n\nAnother.")] == [
        "One thing.",
        "Another.",
    ]
