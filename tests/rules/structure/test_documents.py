"""Document rules leave short texts and other kinds of documents alone."""

from __future__ import annotations

import pytest

from pmlint import check
from pmlint.config.settings import Settings


def codes(text: str, *select: str, **settings: object) -> list[str]:
    chosen = Settings(select=select or ("PM4", "PM307", "PM308"), **settings)  # type: ignore[arg-type]
    report = check(text, settings=chosen)
    assert not report.failures
    return [f.rule for f in report.findings if not select or f.rule in select]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The gate opened late.",
        "The root cause was a worn seal.",
        "# Notes\n\nThe gate opened late because the rota was old. We met on Tuesday.",
    ],
)
def test_a_few_lines_are_no_document(text: str) -> None:
    assert codes(text) == []


def test_a_retrospective_board_needs_no_timeline() -> None:
    board = (
        "# Sprint 7 retrospective\n\n## Went well\n\n- The pairing on the import helped all of us.\n"
        "- The demo was ready two days early and the client liked it.\n\n## Could be better\n\n"
        "- The reviews waited for days, and the test data was a month old.\n\n## Action items\n\n"
        "- Ines will refresh the test data by 3 June 2025\n"
    )

    assert codes(board) == []


ACCIDENT = (
    "# Accident at bay B\n\n## What happened\n\nAt 09:40 the truck rolled back and touched the gate."
    " Nobody was hurt; the gate was closed until 15:00 and the deliveries of the day went to bay C.\n\n"
    "## Causes\n\n- The ramp was wet and the mirror had been taken down for the new sign.\n\n"
    "## Action items\n\n- Dario will hang up the mirror by 2 May 2025\n- Ruth will order grit by 2 May 2025\n"
)


def test_a_told_accident_lacks_only_its_follow_up() -> None:
    assert codes(ACCIDENT) == ["PM407"]


def test_the_follow_up_window_is_a_setting() -> None:
    text = ACCIDENT.replace("# Accident", "---\ndate: 2025-04-01\n---\n\n# Accident", 1)
    report = check(text, settings=Settings(select=("PM407",), follow_up_weeks=(1, 2)))

    assert "between 2025-04-08 and 2025-04-15" in (report.findings[0].suggestion or "")


def test_a_suppressed_blame_breaks_no_promise() -> None:
    claim = "This is a blameless review.\n\nThe porter was careless. "

    chosen = Settings(select=("PM1", "PM406"))
    assert "PM406" in [f.rule for f in check(claim, settings=chosen).findings]
    quiet = claim + "<!-- pmlint: disable-line=PM1 his own words -->"
    assert "PM406" not in [f.rule for f in check(quiet, settings=chosen).findings]


@pytest.mark.parametrize(
    ("comment", "idle"),
    [
        ("<!-- pmlint: disable=PM501 the board knows -->", False),
        ("<!-- pmlint: disable the board knows -->", False),
        ("<!-- pmlint: disable=PM101 -->", True),
    ],
)
def test_a_comment_over_a_later_rules_finding_is_not_idle(comment: str, idle: bool) -> None:
    text = f"{comment}\nI had warned about the sling two weeks earlier.\n"
    found = [f.rule for f in check(text).findings]

    assert ("PM490" in found) is idle
    assert ("PM501" in found) is idle


def test_a_comment_for_a_rule_that_is_off_is_left_alone() -> None:
    text = "<!-- pmlint: disable=PM101 -->\nThe gate opened late.\n"

    assert [f.rule for f in check(text).findings] == ["PM490"]
    assert check(text, settings=Settings(ignore=("PM101",))).findings == ()


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The root cause was operator error.", "operator error"),
        ("Root cause: the night nurse forgot the second check.", "the night nurse"),
        ("The root cause was that the nurse call system lost power.", None),
        ("The root cause was a missing check in the form.", None),
    ],
)
def test_a_person_is_no_root_cause(sentence: str, who: str | None) -> None:
    found = check(sentence, settings=Settings(select=("PM405",))).findings

    assert [f.text for f in found] == ([who] if who else [])


def test_long_hostile_documents_take_no_time() -> None:
    import time

    text = (
        "# Root cause\n\n" + "- a (b) [c] due: @x " * 3_000 + "\n\n## Timeline\n\n" + "- should have\n" * 500
    )
    begun = time.perf_counter()
    check(text, settings=Settings(select=("PM3", "PM4", "PM502", "PM503")))
    assert time.perf_counter() - begun < 20


def test_a_person_as_the_cause_is_said_once() -> None:
    """Where a finding of blame stands on the words already, the remark on the single cause stays away."""
    text = "# Report\n\nThe root cause was human error by the night shift.\n"

    assert codes(text, "PM405") == ["PM405"]
    assert codes(text, "PM102", "PM405") == ["PM102"]
    assert codes(text, "PM102", "PM405", min_confidence=1.0) == []
    # A finding on other words hides nothing.
    assert codes("Some were careless. " + text, "PM104", "PM405") == ["PM104", "PM405"]
