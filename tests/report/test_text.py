from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pmlint.records import Finding, Report, Scores
from pmlint.report.summary import good_signs
from pmlint.report.text import render, render_statistics, render_totals

SOURCE = """\
# Flood on ward 3

- The porter forgot the key.
- There were communication gaps.
- I set the date without asking the ward.
"""


def test_a_finding_is_its_place_its_words_and_a_question(finding, report):
    found = render(report(finding(SOURCE, "porter forgot")), SOURCE).split("\n\n")
    assert found[0] == (
        "ward.md:3:7 PM101 [error] puts the fault on the porter\n"
        "  3 | - The porter forgot the key.\n"
        "    |       ^^^^^^^^^^^^^\n"
        "    Ask: What made the door look locked?"
    )


def test_a_suggestion_that_asks_nothing_is_a_thing_to_try(finding, report):
    suggestion = "Name the one person who will say that it is done, and the day on which they will say so."
    text = render(report(finding(SOURCE, "porter", suggestion=suggestion)), SOURCE)
    assert (
        "    Try: Name the one person who will say that it is done, and the day on which\n"
        "         they will say so.\n"
    ) in text


def test_a_finding_without_suggestion_has_no_line_for_it(finding, report):
    text = render(report(finding(SOURCE, "porter", suggestion=None)), SOURCE)
    assert "Ask:" not in text
    assert "Try:" not in text


def test_findings_come_in_the_order_of_the_text(finding, report):
    late, early = finding(SOURCE, "communication gaps", rule="PM201"), finding(SOURCE, "porter")
    text = render(report(late, early), SOURCE)
    assert text.index("PM101") < text.index("PM201")


def test_the_summary_starts_with_what_is_good(finding, item, report):
    praise = finding(
        SOURCE, "I set", praise=True, rule="PM503", severity="info", message="names their own part"
    )
    text = render(
        report(
            finding(SOURCE, "porter"),
            finding(SOURCE, "gaps", category="diffuse", severity="warning"),
            praise,
            action_items=(item(), item(owner_kind="none", owner=None)),
            scores=Scores(62.4, 40.0, 84.6),
            facts={"timeline": "full", "separated": "yes", "follow_up_planned": True},
        ),
        SOURCE,
    )
    assert text.split("\n\n")[-1].splitlines() == [
        "ward.md: in short",
        "  + Line 5: names their own part (PM503)",
        "  + 1 of 2 commitments has an owner, a deliverable and a date.",
        "  + The timeline gives times or dates throughout.",
        "  + What happened is kept apart from why it happened.",
        "  + A follow-up review is planned.",
        "  + One can follow what was decided, and why (candid 85).",
        "  To look at: blame 1, fog 1 (1 error, 1 warning)",
        "  Of 100: blameless 62, accountable 40, candid 85",
    ]


def test_alike_good_signs_share_a_line(finding, report):
    """The first is told in words, the others by their lines: praise wears off."""
    source = "I set it.\nI cut it. I hid it.\nI put it off.\n"
    signs = [
        finding(source, words, praise=True, rule="PM503", message="named a part")
        for words in ("I set", "I cut", "I hid", "I put")
    ]

    assert good_signs(report(*signs, scores=None))[0] == "Line 1: named a part (PM503; also lines 2, 3)"
    assert good_signs(report(*signs[:2], scores=None))[0] == "Line 1: named a part (PM503; also line 2)"
    assert good_signs(report(*signs[1:3], scores=None))[0] == "Line 2: named a part (PM503)"


def test_praise_is_no_place_to_look_at(finding, report):
    praise = finding(SOURCE, "I set", praise=True, severity="info")
    text = render(report(finding(SOURCE, "porter"), praise), SOURCE)
    assert text.count("PM101 [") == 1


def test_a_document_without_problems_is_one_line(finding, report):
    assert render(report(), SOURCE) == "ward.md: nothing flagged (blameless 62, accountable 40, candid 71)\n"
    praise = finding(SOURCE, "I set", praise=True)
    assert render(report(praise), SOURCE).endswith("; good signs on line 5\n")


def test_a_document_without_words_is_said_to_have_none(report):
    assert render(report(words=0, scores=None), "") == "ward.md: no text to check\n"


def test_notices_on_reading_come_first(finding, report):
    text = render(report(finding(SOURCE, "porter"), notices=("read as cp1252, not UTF-8",)), SOURCE)
    assert text.startswith("ward.md: read as cp1252, not UTF-8\n\nward.md:3:7 ")
    clean = render(report(notices=("read as cp1252, not UTF-8",)), SOURCE)
    assert clean.startswith("ward.md: read as cp1252, not UTF-8\nward.md: nothing flagged")


def test_a_long_message_goes_on_below(finding, report):
    message = "tells what the porter would have done with the knowledge of today, not what happened"
    given = report(finding(SOURCE, "porter", message=message))
    assert render(given, SOURCE).startswith(
        "ward.md:3:7 PM101 [error] tells what the porter would have done with the\n"
        "    knowledge of today, not what happened\n"
        "  3 | "
    )
    assert render(given, SOURCE, quiet=True) == f"ward.md:3:7 PM101 [error] {message}\n"


def test_quiet_leaves_one_line_for_each_problem(finding, report):
    praise = finding(SOURCE, "I set", praise=True)
    text = render(report(finding(SOURCE, "porter"), praise, notices=("n",)), SOURCE, quiet=True)
    assert text == "ward.md:3:7 PM101 [error] puts the fault on the porter\n"
    assert render(report(praise), SOURCE, quiet=True) == ""


def test_colour_changes_nothing_but_the_colour(finding, report):
    given = report(finding(SOURCE, "porter forgot"), finding(SOURCE, "gaps", severity="warning"))
    colored = render(given, SOURCE, color=True)
    assert "\x1b[1;31m[error]\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render(given, SOURCE)


def test_markup_in_a_document_is_shown_as_it_is(finding, report):
    source = "The [bold]porter[/bold] forgot."
    given = report(finding(source, "[bold]porter[/bold]", message="blames [red]him[/red]"))
    for color in (False, True):
        text = render(given, source, color=color)
        assert "[bold]porter[/bold]" in text
        assert "[red]him[/red]" in text


def test_a_document_cannot_act_on_the_terminal(finding, report):
    source = "The \x1b]0;gone\x07 porter \u202e forgot."
    hostile = finding(source, source, message="\x1b[2Jgone", suggestion="\x9b2J\nWhy?")
    text = render(report(hostile, path="a\x1b[2J\nb.md", notices=("\x1b",)), source)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "a␛[2J b.md:1:1 PM101" in text


@pytest.mark.parametrize("width", [10, 50, 80, 100])
def test_what_is_quoted_and_said_fits_the_width(finding, report, width):
    source = "Then the 東京 porter forgot\tthe key, " * 30
    given = report(finding(source, "porter forgot", suggestion="What made the door look locked? " * 5))
    for line in render(given, source, width=width).splitlines():
        assert cell_len(line) <= max(width, 50)


def test_no_line_ends_in_blanks(finding, item, report):
    given = report(finding(SOURCE, "porter"), finding(SOURCE, "key.\n- There"), action_items=(item(),))
    assert not re.search(r"[ \t]$", render(given, SOURCE), re.M)


@given(st.text(st.characters(codec=None), max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_is_rendered_and_nothing_is_left_out(text, first, length):
    first = min(first, len(text))
    last = min(first + length, len(text))
    lines = re.split(r"\r\n|\r|\n", text[:first])
    ends = re.split(r"\r\n|\r|\n", text[:last])
    place = (first, last, len(lines), len(lines[-1]) + 1, len(ends), len(ends[-1]) + 1)
    found = Finding("PM201", "fog", "diffuse", None, None, "warning", 0.7, "says little", None, *place, "")
    rendered = render(Report("a.md", (found, found, found), (), None, words=3), text)
    assert rendered.count("a.md:") == 4


def test_the_totals_count_documents_problems_and_failures(finding, report):
    reports = [report(finding(SOURCE, "porter")), report(), report(finding(SOURCE, "I set", praise=True))]
    assert render_totals(reports, 1) == (
        "3 documents, 2 with nothing flagged\n  To look at: blame 1 (1 error)\n  Could not be checked: 1\n"
    )


def test_the_statistics_count_by_rule_most_often_first(finding, report):
    reports = [
        report(finding(SOURCE, "porter", rule="PM201", name="abstract-noun"), finding(SOURCE, "porter")),
        report(finding(SOURCE, "porter"), finding(SOURCE, "I", praise=True, rule="PM503", name="own-part")),
    ]
    assert (
        render_statistics(reports) == "2   PM101 named-fault\n1   PM201 abstract-noun\n1 + PM503 own-part\n"
    )
    assert render_statistics([]) == ""
