"""Prompts that nobody filled in are told from prose."""

from __future__ import annotations

import pytest

from pmlint.document import parse


@pytest.mark.parametrize(
    "source",
    [
        "_What happened?_",
        "*Describe the impact in two sentences.*",
        "[Describe the impact]",
        "TBD",
        "N/A",
        "…",
        "- TODO",
        "<owner name>\\",
        "{{ summary }}",
        "{{ incident date }}",
        "(List the people involved)",
        "____",
        "YYYY-MM-DD",
        "- [link to ticket]",
    ],
)
def test_prompts_are_templates(source):
    assert all(block.template for block in parse(source).blocks)


@pytest.mark.parametrize(
    "source",
    [
        "What happened was this.",
        "_Kim_ describes the impact.",
        "*Nobody was hurt.*",
        "[the ticket](http://t.example)",
        "Why did the pump stop?",
        "- Kim: TBD by May",
        "No.",
        "{{ 06:10 }}",
        "5",
    ],
)
def test_prose_is_no_template(source):
    assert not any(block.template for block in parse(source).blocks)


def test_rows_are_templates_when_nothing_is_filled_in():
    rows = parse(
        "| # | Owner | What |\n|-|-|-|\n| 1 | TBD | … |\n| 2 | Kim | |\n| | [name] | [task] |"
    ).blocks
    assert [row.template for row in rows] == [True, False, True]


def test_templates_count_no_words():
    assert parse("_What happened?_\n\nThe pump stopped.\n\n> He said so.").words == 3
