"""Markdown is read into headings, paragraphs, items and rows."""

from __future__ import annotations

import pytest

from pmlint.document import parse


def texts(source, kind=None):
    return [block.text for block in parse(source).blocks if kind in (None, block.kind)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The *slow* __disk__ ~~was~~ filled", "The slow disk was filled"),
        ('See [the *runbook*](http://a.b/c_(d) "t") now', "See the runbook now"),
        ("See [the runbook][1] now\n\n[1]: http://a.b", "See the runbook now"),
        ("At <https://a.b/c%20d> or https://a.b/x_y_z.", "At https://a.b/c%20d or https://a.b/x_y_z."),
        ("![graph](a.png) Load rose", "Load rose"),
        ("Use `rm  -rf` and ``a ` b``", "Use rm -rf and a ` b"),
        ("Q&amp;A &lt;now&gt; &#8211; 5 \\* 3 \\_x\\_", "Q&A <now> – 5 * 3 _x_"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("Hard  \nbreak and\\\nanother", "Hard\nbreak and\nanother"),
        ("soft\nwrap", "soft wrap"),
        ("Kept <!-- not this --> words <span class='a'>here</span>", "Kept words here"),
        ("a < b and c > d", "a < b and c > d"),
        ("{{ team }} met {% include x %} [ ] twice", "{{ team }} met [ ] twice"),
        ("a ** b ** c * d", "a ** b ** c * d"),
    ],
)
def test_inline_markup_becomes_prose(source, text, assert_exact):
    document = parse(source)
    assert [block.text for block in document.blocks] == [text]
    assert_exact(document)


@pytest.mark.parametrize(
    "source",
    [
        "```\nThe code failed.\n```",
        "    indented code",
        "<!-- a comment -->",
        "![badge](b.svg)",
        "---",
        "&nbsp;",
        "   ",
        "[![b](b.svg)](http://a.b)",
        "import X from './x'",
        "[[_TOC_]]",
        ":::note",
        "<script>alert('x')</script>",
        "---\ntitle: x\n---\n",
        "[ref]: http://a.b",
    ],
)
def test_what_is_no_prose_gives_no_block(source):
    assert parse(source).blocks == ()


def test_code_keeps_its_words_and_its_range():
    (block,) = parse("Dana ran `make  deploy` at noon").blocks
    assert [block.text[a:b] for a, b in block.code] == ["make deploy"]


def test_links_keep_label_and_target():
    (block,) = parse("See [the ticket](https://t.example/42).").blocks
    ((start, end, target),) = block.links
    assert (block.text[start:end], target) == ("the ticket", "https://t.example/42")


def test_headings_nest_into_sections():
    document = parse("# Flood\n\nA.\n\n## Timeline\n\nB.\n\n### Night\n\nC.\n\n## 3. Root cause ##\n\nD.")
    assert [block.section for block in document.blocks if block.kind == "para"] == [
        ("Flood",),
        ("Flood", "Timeline"),
        ("Flood", "Timeline", "Night"),
        ("Flood", "3. Root cause"),
    ]
    assert document.title == "Flood"
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 3, 2]


def test_a_paragraph_all_in_bold_counts_as_a_heading():
    document = parse("# Review\n\n**Action items**\n\n- Add a test\n\n## Costs\n\nNone.")
    heading, item, cost = document.blocks[1:4]
    assert (heading.kind, heading.level) == ("heading", 2)
    assert item.section == ("Review", "Action items")
    assert item.lead_in == heading.index
    assert cost.section == ("Review",)


def test_a_bold_line_on_top_of_a_paragraph_is_its_heading(assert_exact):
    document = parse("**Root cause:**\nThe valve was **stuck**\nfor a day.\n")
    heading, para = document.blocks
    assert (heading.kind, heading.text) == ("heading", "Root cause:")
    assert (para.text, para.section) == ("The valve was stuck for a day.", ("Root cause",))
    assert_exact(document)


def test_the_title_is_a_marked_heading_or_the_first_line():
    assert parse("Notes.\n\n**Attended:**\n\n# Sprint 3").title == "Sprint 3"
    assert parse("**Sprint 3**\n\nNotes.").title == "Sprint 3"
    assert parse("Notes.").title is None


def test_bold_sentences_and_bold_prefixes_are_no_headings():
    document = parse("**We must never do that again.**\n\n**Root cause:** the valve was stuck.")
    assert [block.kind for block in document.blocks] == ["para", "para"]


def test_a_short_line_with_a_colon_names_its_list_only():
    document = parse("# R\n\nNext steps:\n\n- Add a test\n  - at night\n\nAfter that we went home.")
    lead, item, nested, after = document.blocks[1:]
    assert item.section == nested.section == ("R", "Next steps")
    assert item.lead_in == lead.index
    assert nested.parent == nested.lead_in == item.index
    assert after.section == ("R",)


def test_a_long_lead_in_is_no_section():
    document = parse("The crew that was on site that night agreed to do these things:\n\n- Add a test")
    assert document.blocks[1].section == ()
    assert document.blocks[1].lead_in == 0


def test_a_colon_line_alone_above_a_paragraph_is_a_heading():
    document = parse("Root cause:\n\nThe valve was stuck.")
    assert [block.kind for block in document.blocks] == ["heading", "para"]
    shown = parse("It printed this:\n\n```\nerror\n```\n\nThe valve was stuck.")
    assert [block.kind for block in shown.blocks] == ["para", "para"]


def test_items_know_list_depth_parent_and_box():
    document = parse(
        "- [ ] Kim: order a valve\n  in red\n  - [x] call Lee\n\n"
        "    Lee said yes.\n- [ ] test\n\nText.\n\n1. a"
    )
    one, two, more, three, _, number = document.blocks
    assert (one.text, one.checked, one.level, one.parent) == ("Kim: order a valve in red", False, 0, None)
    assert (two.checked, two.level, two.parent) == (True, 1, one.index)
    assert (more.kind, more.parent, more.checked, more.list_id) == ("item", two.index, None, two.list_id)
    assert three.list_id == one.list_id != two.list_id
    assert number.list_id != one.list_id
    assert document.source[one.start : one.start + 3] == "Kim"


def test_a_continuation_paragraph_belongs_to_its_item():
    one, more, two = parse("1. Replace the pump\n\n   Kim does it by May.\n\n2. Test it").blocks
    assert (more.kind, more.parent, more.list_id) == ("item", one.index, one.list_id)
    assert two.parent is None


def test_a_table_gives_rows_with_headed_cells(assert_exact):
    document = parse(
        "Actions:\n\n| Owner | *What* | Due |\n|:--|---|--:|\n"
        "| Kim | `a\\|b` & test<br>- twice | |\n|Lee|x|\n"
    )
    _, kim, lee = document.blocks
    assert kim.kind == "row"
    assert [(cell.header, kim.text[cell.start : cell.end]) for cell in kim.cells] == [
        ("Owner", "Kim"),
        ("What", "a|b & test\n- twice"),
        ("Due", ""),
    ]
    assert kim.cell("owner") == "Kim"
    assert lee.list_id == kim.list_id
    assert kim.lead_in == 0
    assert document.source[kim.start : kim.end].startswith("| Kim |")
    assert_exact(document)
    assert [s.text for s in document.sentences][1:] == ["Kim", "a|b & test", "twice", "Lee", "x"]


def test_a_quotation_is_marked_and_an_alert_is_not():
    said, alert, note = parse(
        "> It was bad.\n\n<!-- -->\n\n> [!NOTE]\n> Fixed since.\n\n<!-- -->\n\n> **Note:** see below."
    ).blocks
    assert said.quoted
    assert (alert.text, alert.quoted) == ("Fixed since.", False)
    assert not note.quoted


def test_a_quotation_introduces_no_list():
    assert parse("> We should talk.\n\n- Add a test").blocks[1].lead_in is None


def test_a_table_of_contents_is_left_out():
    assert texts("- [Summary](#summary)\n  - [Cause](#cause)\n- [Ticket](http://t.example)") == ["Ticket"]


def test_html_inside_markdown_is_read(assert_exact):
    source = (
        "<details>\n<summary>More on this</summary>\n\nInside *it*.\n\n</details>\n\n"
        "<table><tr><th>Owner</th></tr>\n<tr><td>Kim</td></tr></table>\n\n> <p>said &amp; done</p>\n"
    )
    document = parse(source)
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("para", "More on this"),
        ("para", "Inside it."),
        ("row", "Kim"),
        ("para", "said & done"),
    ]
    assert document.blocks[2].cells[0].header == "Owner"
    assert document.blocks[3].quoted
    assert_exact(document)


def test_a_rule_under_a_long_paragraph_makes_no_heading():
    assert texts("The pump was off all night.\nNobody saw it.\n---\n", "heading") == []
    assert texts("Summary\n---\n", "heading") == ["Summary"]


def test_a_wrapped_line_may_start_with_a_time_or_a_label():
    lines = (
        "The crew that had come in early that morning checked every valve twice\n"
        "10:05 was when it stopped, says Kim\n"
        "and at about\n10:20 it ran again"
    )
    assert "\n" not in parse(lines).blocks[0].text


def test_entries_on_lines_of_their_own_are_kept_apart():
    (block,) = parse(
        "14:02 - water seen\n14:20 - pump on, which took\na while\n**Owner:** Kim\nDue: 3 May"
    ).blocks
    assert block.text.split("\n") == [
        "14:02 - water seen",
        "14:20 - pump on, which took a while",
        "Owner: Kim",
        "Due: 3 May",
    ]
