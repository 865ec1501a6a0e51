"""``pmlint.check`` and ``pmlint.check_file``."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint import ReadError, Report, RuleError, Settings, check, check_file, scorecard
from pmlint.library import unbroken
from tests.texts import CLEAN, MIXED


def test_every_family_is_found_in_a_mixed_draft() -> None:
    """Blame, fog and incomplete commitments each have their finding, with the words they are about."""
    report = check(MIXED)
    found = {(f.rule, f.text) for f in report.findings}

    assert ("PM102", "human error") in found
    assert any(rule == "PM101" and "foreman forgot" in text for rule, text in found)
    assert any(rule == "PM202" and "Mistakes were made" in text for rule, text in found)
    assert any(rule == "PM201" and "communication gaps" in text for rule, text in found)
    assert any(rule.startswith("PM30") for rule, _ in found)


def test_offsets_point_into_the_text() -> None:
    """The text of a finding stands at its offsets, and its line and column agree with them."""
    for finding in check(MIXED).findings:
        assert MIXED[finding.start : finding.end].split() == finding.text.split()
        line = MIXED.splitlines()[finding.line - 1]
        assert line[finding.column - 1 :].startswith(finding.text.split()[0])


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.integers(0, len(MIXED)), st.characters(categories=["Cs"])), min_size=1, max_size=6)
)
def test_half_a_surrogate_pair_is_checked_as_a_replacement_character(halves: list[tuple[int, str]]) -> None:
    """Offsets stay, and the report can be written in UTF-8."""
    text = written = MIXED
    for at, half in halves:
        text, written = text[:at] + half + text[at:], written[:at] + "\ufffd" + written[at:]
    report = check(text)

    assert report == check(written)
    assert scorecard(text) == scorecard(report)
    assert json.dumps(report.to_dict(), ensure_ascii=False).encode("utf-8")


def test_a_clean_draft_has_no_findings() -> None:
    """Names, times and a cause in the system are nothing to remark on."""
    assert check(CLEAN).problems == ()


def test_the_date_given_counts_for_relative_due_dates() -> None:
    """ "by Friday" is counted from the date that the caller gives."""
    item = check(
        "## Action items\n\n- Ana will publish the test plan by Friday\n", date=dt.date(2025, 6, 2)
    ).action_items[0]

    assert item.due == dt.date(2025, 6, 6)


def test_seed_sentences_of_commitments() -> None:
    """An intention lacks everything; a named person, a thing and a date lack nothing."""
    vague = check("We'll improve our communication.").action_items
    complete = check(
        "Sarah will design a revised stakeholder update template and share the draft for review by "
        "March 15th, and the team will adopt it for all projects beginning in April.",
        date=dt.date(2025, 2, 1),
    ).action_items

    assert [item.missing for item in vague] == [("owner", "deliverable", "date")]
    assert [(item.owner, item.missing, item.due) for item in complete] == [
        ("Sarah", (), dt.date(2025, 3, 15))
    ]


@pytest.mark.parametrize(
    "seed", ["process challenges", "communication gaps", "managing-up-and-across misalignment"]
)
def test_seed_phrases_of_fog(seed: str) -> None:
    """The phrases that hide everybody are PM201."""
    found = [f for f in check(f"The launch slipped because of {seed}.").findings if f.rule == "PM201"]

    assert len(found) == 1
    assert seed in found[0].text


def test_seed_sentence_of_an_unheard_warning() -> None:
    """A warning that found no ear is PM501."""
    report = check("I tried to flag this three weeks ago and didn't feel I could escalate it.")

    assert "PM501" in {f.rule for f in report.findings}


def test_settings_select_the_rules() -> None:
    """Only what the settings select is found."""
    assert {f.rule for f in check(MIXED, settings=Settings(select=("PM102",))).findings} == {"PM102"}


def test_a_file_is_read_by_its_suffix(tmp_path) -> None:
    """The same words as HTML give the same findings of sentences."""
    page = tmp_path / "draft.html"
    page.write_text("<h1>Slip</h1><p>The foreman <b>forgot</b> to sign the tag.</p>", encoding="utf-8")
    report = check_file(page)

    assert [(f.rule, f.text) for f in report.problems if f.rule == "PM101"] == [
        ("PM101", "The foreman forgot")
    ]
    assert report.path == str(page)


def test_a_missing_file_is_an_error_with_its_path(tmp_path) -> None:
    """What cannot be read raises, and says which file."""
    with pytest.raises(ReadError, match="nowhere"):
        check_file(tmp_path / "nowhere.md")


def test_an_unknown_format_names_the_nearest() -> None:
    """A misspelt format is refused."""
    with pytest.raises(ReadError, match="markdown"):
        check("text", format="markdwn")


def test_a_broken_rule_is_not_taken_for_a_clean_text() -> None:
    """Half a report raises."""
    with pytest.raises(RuleError, match="PM999"):
        unbroken(Report(None, (), (), None, failures=("rule PM999 broke",)))


def test_the_report_turns_into_plain_data() -> None:
    """``to_dict`` carries the fields of the JSON interface."""
    data = check(MIXED).to_dict()

    assert set(data) >= {"path", "scores", "findings", "action_items"}
    assert data["action_items"][0]["due"] == "2025-03-07"
