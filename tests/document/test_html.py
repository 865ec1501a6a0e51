"""HTML is read from tag soup and from wiki exports."""

from __future__ import annotations

import pytest

from pmlint.document import parse


def blocks(source):
    return parse(source, format="html").blocks


def test_blocks_of_a_page(assert_exact):
    source = """<!doctype html><html><head><title>No</title><style>p { }</style></head><body>
<nav><p>Menu</p></nav><h1>Hall <em>flooded</em> &amp; closed</h1>
<p>The pump&nbsp;stopped &mdash; see
<a href="http://l.example">the log</a>, <code>pump.cfg</code>.<br>It rained.
<script>document.write("<p>no</p>")</script><pre>no</pre><h2>Actions</h2>
<ul><li>Kim: <b>add</b> a switch<ul><li>soon</ul><li><p>Lee tests</p><p>It takes a day.</p></ul>
<blockquote><p>You broke it.</p></blockquote></body></html>"""
    document = parse(source, format="html")
    assert_exact(document)
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "Hall flooded & closed"),
        ("para", 0, "The pump stopped — see the log, pump.cfg.\nIt rained."),
        ("heading", 2, "Actions"),
        ("item", 0, "Kim: add a switch"),
        ("item", 1, "soon"),
        ("item", 0, "Lee tests"),
        ("item", 0, "It takes a day."),
        ("para", 0, "You broke it."),
    ]
    para, nested, more = document.blocks[1], document.blocks[4], document.blocks[6]
    assert [(para.text[a:b], target) for a, b, target in para.links] == [("the log", "http://l.example")]
    assert [para.text[a:b] for a, b in para.code] == ["pump.cfg"]
    assert (nested.parent, more.parent) == (3, 5)
    assert document.blocks[7].quoted


def test_tables_take_their_headers_from_the_first_row_or_the_first_column(assert_exact):
    document = parse(
        "<table><tr><th>Owner<th>What</tr>"
        "<tr><td>Kim<td><p>Add</p><ul><li>a switch</li></ul></td></tr></table>"
        "<table><tr><th>Date</th><td>6 May 2024</td></tr></table>",
        format="html",
    )
    assert_exact(document)
    kim, date = document.blocks
    assert (kim.cell("owner"), kim.cell("what")) == ("Kim", "Add\na switch")
    assert date.cell("date") == "6 May 2024"


def test_wiki_tasks_macros_and_dates_are_understood():
    source = (
        '<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">sh</ac:parameter>'
        "<ac:plain-text-body><![CDATA[rm </ac:plain-text-body> <p>no</p>]]></ac:plain-text-body>"
        "</ac:structured-macro>"
        "<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status>"
        '<ac:task-body>Kim: test by <time datetime="2024-05-06" /></ac:task-body></ac:task></ac:task-list>'
    )
    (task,) = blocks(source)
    assert (task.kind, task.text, task.checked) == ("item", "Kim: test by 2024-05-06", True)


def test_a_bold_paragraph_is_a_heading():
    heading, item = blocks("<p><strong>Next steps</strong></p><ol><li>Test</li></ol>")
    assert heading.kind == "heading"
    assert (item.section, item.lead_in) == (("Next steps",), heading.index)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("AT&T &amp; R&D &bogus; &#39;x&#x27;", "AT&T & R&D &bogus; 'x'"),
        ("a < b", "a < b"),
        ("one <!-- two --> three <!-- four", "one three"),
        ("<p>open <b>bold", "open bold"),
        ("</p></div>stray", "stray"),
        ("a <![if x]> b <![ c", "a b c"),
    ],
)
def test_broken_markup_is_still_read(source, text, assert_exact):
    document = parse(source, format="html")
    assert " ".join(block.text for block in document.blocks) == text
    assert_exact(document)
