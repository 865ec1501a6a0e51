"""From hits to findings: which rules run, which findings stay, and where they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pmlint.checking import check_document
from pmlint.config.settings import Settings
from pmlint.document import parse
from pmlint.records import Category, Finding
from pmlint.rules.base import Hit
from pmlint.rules.findings import finding_in, is_shown, without_overlaps
from pmlint.rules.registry import cards

BLAME = Settings(select=("PM1",))
FAULT = "The foreman forgot to sign the tag."


def found(source: str, settings: Settings = BLAME) -> list[str]:
    """Codes of the findings in a Markdown text."""
    return [f.rule for f in check_document(parse(source), settings).findings]


def finding(
    start: int, end: int, confidence: float, category: Category = "blame", rule: str = "PM101"
) -> Finding:
    """A finding that stands somewhere."""
    return Finding(
        rule, "named-fault", category, None, None, "error", confidence, "", None, start, end, 1, 1, 1, 1, ""
    )


@pytest.mark.parametrize("select", ["PM101", "pm101", "PM10", "PM1", "PM", "named-fault", "Named-Fault"])
def test_a_rule_is_selected_by_code_beginning_or_name(select: str) -> None:
    assert found(FAULT, Settings(select=(select,))) == ["PM101"]


@pytest.mark.parametrize("select", ["PM102", "PM2", "named", "fault"])
def test_another_rule_selects_nothing_here(select: str) -> None:
    assert found(FAULT, Settings(select=(select,))) == []


def test_what_is_ignored_does_not_run() -> None:
    assert found(FAULT, Settings(select=("PM1",), ignore=("named-fault",))) == []


def test_without_a_selection_every_rule_runs() -> None:
    assert all(Settings().enabled(card.code, card.name) for card in cards())


def test_a_file_can_be_left_out_of_a_rule() -> None:
    settings = Settings(select=("PM1",), per_file_ignores={"drafts/*.md": ("PM101",)})
    for path, codes in (("drafts/pump.md", []), ("final/pump.md", ["PM101"])):
        report = check_document(parse(FAULT, path=path), settings)
        assert [f.rule for f in report.findings] == codes


def test_what_is_too_mild_or_too_unsure_is_not_shown_but_praise_is() -> None:
    unsure = finding(0, 5, 0.4)
    assert not is_shown(unsure, Settings(min_confidence=0.5))
    assert is_shown(unsure, Settings(min_confidence=0.4))
    mild = replace(finding(0, 5, 0.9), severity="info")
    assert not is_shown(mild, Settings(min_severity="warning"))
    assert is_shown(replace(mild, praise=True, confidence=0.1), Settings(min_severity="error"))


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"{FAULT} <!-- pmlint: disable=PM101 -->\n\n{FAULT}", 1),
        (f"<!-- pmlint: disable-next-line=named-fault -->\n{FAULT}\n\n{FAULT}", 1),
        (f"<!-- pmlint: disable=PM1 the foreman's own words -->\n{FAULT}\n\n{FAULT}", 1),
        (f"<!-- pmlint: disable-block=PM101 -->\n\n- {FAULT}\n- {FAULT}\n\n{FAULT}", 1),
        (f"{FAULT}\n\n{FAULT}\n\n<!-- pmlint: disable-file=PM101 -->", 0),
        (f"{FAULT} <!-- pmlint: disable -->", 0),
        (f"{FAULT} <!-- pmlint: disable=PM102 -->", 1),
        (f"<!-- pmlint: disable-next-line=PM101 -->\nA dry day.\n\n{FAULT}", 1),
    ],
)
def test_a_comment_switches_off_what_it_covers_and_no_more(source: str, left: int) -> None:
    assert found(source) == ["PM101"] * left


def test_of_overlapping_findings_of_a_category_the_surest_stays() -> None:
    weak, sure, apart = finding(0, 10, 0.6), finding(8, 20, 0.9, rule="PM103"), finding(20, 30, 0.5)
    assert set(without_overlaps([weak, sure, apart])) == {sure, apart}


def test_findings_of_two_categories_about_the_same_words_both_stay() -> None:
    blame, fog = finding(0, 10, 0.6), finding(0, 10, 0.9, "diffuse", "PM202")
    assert set(without_overlaps([blame, fog])) == {blame, fog}


@pytest.mark.parametrize("category", ["action", "structure", "candor"])
def test_remarks_on_one_item_do_not_drive_each_other_out(category: Category) -> None:
    several = [finding(0, 10, 0.9, category, "PM301"), finding(0, 10, 0.8, category, "PM303")]
    assert len(without_overlaps(several)) == 2


@pytest.mark.parametrize(
    "source",
    [
        f"# Pump\r\n\r\nA dry day.\r\n{FAULT}\r\n",
        f"# Pump \N{FIRE}\n\n\N{CONSTRUCTION WORKER}\N{ZERO WIDTH JOINER}\N{FEMALE SIGN} {FAULT}\n",
        f"| when | what |\n| --- | --- |\n| 09:10 \N{FIRE} | {FAULT} |\n",
        f"- a\n  - **b** {FAULT}\n",
        f"A dry day.\r\r{FAULT}\r",
        f"A café \u00e0 la carte, e\u0301. {FAULT}",
    ],
)
def test_a_finding_stands_where_its_words_stand_in_the_source(source: str) -> None:
    [one] = check_document(parse(source), BLAME).findings
    assert source[one.start : one.end] == one.text == "The foreman forgot"
    line = source.splitlines()[one.line - 1]
    assert line[one.column - 1 : one.end_column - 1] == one.text
    assert one.end_line == one.line


def test_a_finding_across_a_line_end_has_two_lines() -> None:
    [one] = check_document(parse("Then the foreman\r\nforgot to sign the tag.\r\n"), BLAME).findings
    assert (one.line, one.column, one.end_line, one.end_column) == (1, 6, 2, 7)
    assert one.text.split() == ["the", "foreman", "forgot"]


def test_braces_in_the_document_are_only_words() -> None:
    card = replace(cards()[0], message="{agent} and {words}", suggestion=None)
    document = parse("The {agent} tag.")
    made = finding_in(card, Hit(0, 11, args={"agent": "{words} {0}"}), document)
    assert made.message == "{words} {0} and The {agent}"
